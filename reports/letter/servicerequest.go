package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// ServiceFacts are what the letter about a service request may say beyond
// AnytimeFacts.
type ServiceFacts struct {
	AnytimeFacts
	Story      string
	Sought     string // what the resident would like to happen, where they said
	HousingRef string // the job's number in the housing system
	Asked      []AskedFacts
}

// AskedFacts is one team or contractor that has been asked about the request.
type AskedFacts struct {
	Number int
	First  bool // the first of them, under whose heading the others stand
	Whom   string
	Day    string
}

var serviceKind = letterKind{
	name: casework.ServiceLetter, script: plainly("service-request"), obliged: always(policy.ServiceRequestLetter),
	subjectless: true, facts: serviceFacts, days: askedDays,
	residents: []string{"story", "housing reference"}, officers: []string{"next step"},
	looks: map[string]look{
		"logged": lookLogged, "next-step": lookNextStep, "received": lookTold,
		"choice": saying("choice", "that the resident can complain if our answer does not satisfy", func(r *reader) []string {
			return []string{"not a complaint", "you can complain", "carries on either way", r.in.Settings.Telephone, complaintIn(r.in)}
		}),
	},
	house: []houseRule{
		{"said", true, "Code 1.4", nil, lookSaid},
		{"support", true, "Code 5.10", nil, lookSupport},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

// serviceFacts tells a request from a complaint: only what asks for nothing but
// a service has this letter (ruling 12).
func serviceFacts(f *filling, in Input) (any, error) {
	c := in.Case
	if c.Kind != casework.ServiceRequest {
		return nil, fmt.Errorf("%s is a %s and not a service request, so it has no letter about one", c.Reference, c.Kind)
	}
	s := ServiceFacts{
		AnytimeFacts: anytime(f, in), Story: known(c.Story, "what the resident told us"), Sought: c.Wanted, HousingRef: c.HousingRef,
	}
	s.Promises = promiseFacts(c.Promises)
	for i, q := range waiting(in) {
		s.Asked = append(s.Asked, AskedFacts{Number: q.ID, First: i == 0, Whom: q.Whom, Day: day(q.Due, "by when")})
	}
	return s, nil
}

// waiting are the questions to others that had no answer on the letter's day.
func waiting(in Input) []casework.Request {
	var open []casework.Request
	for _, q := range in.Case.Requests {
		if !q.Asked.After(in.Today) && (q.Answered.IsZero() || q.Answered.After(in.Today)) {
			open = append(open, q)
		}
	}
	return open
}

func askedDays(r *reader) []calendar.Date {
	var days []calendar.Date
	for _, q := range r.in.Case.Requests {
		days = append(days, q.Due)
	}
	return days
}

func lookLogged(r *reader, base Finding) []Finding {
	if f := lookTold(r, base); !f[0].OK {
		return f
	}
	return saying("opening", "that this is logged as a service request", fixed("logged it as a service request"))(r, base)
}

// lookSaid finds the request as the resident put it.
func lookSaid(r *reader, base Finding) []Finding {
	c := r.in.Case
	if !r.ends("story", c.Story) || c.Wanted != "" && !r.ends("wanted", c.Wanted) || c.HousingRef != "" && !r.ends("housing reference", c.HousingRef) {
		return base.wrong("What the resident told us is not on the page as it is in the case. Make the letter again", "story", again)
	}
	return base.holds("Says back what was asked for")
}

// lookNextStep finds what we will do and by when, or whom we have asked
// (Code 1.4).
func lookNextStep(r *reader, base Finding) []Finding {
	promises, asked := r.in.Case.Promises, waiting(r.in)
	if len(promises) == 0 && len(asked) == 0 {
		return base.wrong("The letter cannot say what we will do. Promise it by a day, or record whom you asked", "next", Fix{Act: casework.ActPromise})
	}
	wrong := r.promised(base, promises, nil)
	known := map[string]bool{}
	for _, q := range asked {
		tag := fmt.Sprintf("next step %d", q.ID)
		known[tag] = true
		if !r.has(tag, sentence(q.Whom)) || !r.has(tag, "by "+q.Due.Letter()+",") {
			wrong = append(wrong, base.fails(fmt.Sprintf("The letter does not say that %s was asked, and by when", quoted(q.Whom)), tag, again))
		}
	}
	for _, tag := range r.starting("next step") {
		if !known[tag] {
			wrong = append(wrong, base.fails("The letter names somebody whom we no longer wait for. Make it again", tag, again))
		}
	}
	return base.or(wrong, "Says what we will do, and by when")
}
