package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The policy's ids of the bodies that have rules of their own.
const (
	housingOmbudsman   = "housing"
	financialOmbudsman = "fos"
	safetyRegulator    = "bsr"
)

// Route is one ombudsman or regulator that can be asked about a case.
type Route struct {
	Body    policy.Ombudsman
	From    calendar.Date    // the first day; no date at any time, and while it cannot be said yet
	Open    bool             // it can be asked on the day asked about
	Why     string           // in a sentence
	History []policy.Retired // what stood before it then and has ended since (ruling 2)
}

// Routes says which bodies a case can be taken to, from which day and why: the
// Housing Ombudsman at any time for residents, and those of the subject
// (ruling 17; Code 3.7). It goes by the rules of the day asked about, whenever
// the case began (ruling 2). It informs and never keeps a referral from being
// recorded.
func Routes(c Case, today calendar.Date, policies *policy.Set, h *calendar.Holidays) []Route {
	r := router{c: c, today: today, policies: policies, policy: policies.InForceOn(today), holidays: h}
	var all []Route
	if line, ok := r.policy.Ombudsman(housingOmbudsman); ok && r.policy.HousingLine(c.Subject, c.OurResident("")) {
		all = append(all, r.to(line))
	}
	for _, o := range r.policy.Route(c.Subject, c.Concerns().HighRise) {
		if o.ID != housingOmbudsman {
			all = append(all, r.to(o))
		}
	}
	return all
}

// OurResident says whether a case is a resident's of ours, when it was recorded
// or since they moved: on the housing list, in a home of this landlord, or with
// a tenure that our residents have. Only a subject that also serves other
// people asks (Money Advice; ruling 17).
func (c Case) OurResident(landlord string) bool {
	ours := func(id int64, home Home) bool {
		return id != 0 || home.Tenure != "" && home.Tenure != OtherTenure || landlord != "" && home.Landlord == landlord
	}
	return c.ResidentID != 0 || ours(c.HomeID, c.Home) ||
		slices.ContainsFunc(c.Moves, func(v Move) bool { return ours(v.HomeID, v.Home) })
}

// router holds what every route of one case is worked out from.
type router struct {
	c        Case
	today    calendar.Date
	policies *policy.Set
	policy   *policy.Policy
	holidays *calendar.Holidays
}

func (r router) to(o policy.Ombudsman) Route {
	switch {
	case o.ID == housingOmbudsman:
		return r.housing(o)
	case o.ID == safetyRegulator:
		return Route{Body: o, Open: true, Why: "Anybody may ask at any time, also who does not live there. " + urgency(r.c.Risk)}
	case o.Any:
		return Route{Body: o, Open: true, Why: "It can be asked at any time."}
	case r.c.Kind != Complaint:
		return Route{Body: o, Why: "It looks at a matter once we have had a complaint about it. This record is none."}
	}
	return r.waiting(o)
}

func urgency(risk Risk) string {
	if risk == "" {
		return "How dangerous it is comes before its date: record the risk."
	}
	return fmt.Sprintf("How dangerous it is comes before its date: recorded as %s.", risk)
}

// housing is open at any time. Until 1 October 2022 the law had a resident wait
// or go through a designated person, which is history now.
func (r router) housing(o policy.Ombudsman) Route {
	route := Route{Body: o, Open: true, Why: "A resident can ask at any time, also while we are still dealing with the complaint."}
	for _, was := range r.policy.Retired {
		if !r.today.Before(was.Ended) {
			continue
		}
		route.History = append(route.History, was)
		if was.Weeks == 0 {
			continue
		}
		ended := r.ended()
		if route.Open = false; ended.IsZero() {
			route.Why = fmt.Sprintf("Until %s the law asked for our procedure to end first, and then for a designated person or %d weeks.", was.Ended.Letter(), was.Weeks)
			continue
		}
		route.From = r.weeks(ended, was.Weeks).Due
		route.Open = !r.today.Before(route.From)
		route.Why = fmt.Sprintf("Our procedure ended on %s. Without a designated person the law asked for %d weeks from then.", ended.Letter(), was.Weeks)
	}
	return route
}

// waiting is the route to a body that gives us the chance to answer first: from
// our answer, or from the end of its patience counted from receipt.
func (r router) waiting(o policy.Ombudsman) Route {
	answer, what := r.ended(), "Our procedure ended"
	if o.ID == financialOmbudsman {
		answer, what = r.firstAnswer(), "We answered"
	}
	limit := r.limit(o)
	route := Route{Body: o, From: limit.Due, Why: "It can be asked once we have answered."}
	switch {
	case !answer.IsZero() && (limit.Due.IsZero() || !answer.After(limit.Due)):
		route.From, route.Why = answer, fmt.Sprintf("%s on %s.", what, answer.Letter())
	case !limit.Due.IsZero():
		route.Why = fmt.Sprintf("It can be asked once we have answered, and without that from %s, %d %s after we received the complaint.",
			limit.Due.Letter(), limit.Days, limit.Unit)
	}
	route.Open = !route.From.IsZero() && !r.today.Before(route.From)
	return route
}

// limit is how long a body waits for us, counted from receipt; nothing where
// it has no such time.
func (r router) limit(o policy.Ombudsman) calendar.Working {
	if o.ID == financialOmbudsman {
		if d, ok := r.policy.Due(policy.FinancialOmbudsmanOpen, r.c.Received, r.holidays); ok {
			return d.Working
		}
	}
	return r.weeks(r.c.Received, o.Weeks)
}

func (r router) weeks(from calendar.Date, n int) calendar.Working {
	working, err := r.holidays.CountIn(calendar.Weeks, from, n)
	if err != nil || n == 0 {
		return calendar.Working{}
	}
	return working
}

// firstAnswer is the day of our first answer: that of a stage, or a refusal.
func (r router) firstAnswer() calendar.Date {
	if len(r.c.Stages) == 0 {
		return calendar.Date{}
	}
	first := &r.c.Stages[0]
	if !first.Responded.IsZero() {
		return first.Responded
	}
	return r.turnedAway(first)
}

// ended is the day on which our own procedure was over: the last stage
// answered, or the complaint or its second stage refused and the resident told.
func (r router) ended() calendar.Date {
	s := r.c.Current()
	switch {
	case s == nil:
		return calendar.Date{}
	case s.Responded.IsZero():
		return r.turnedAway(s)
	case s.Number > 1 || s.Appeal:
		return s.Responded
	}
	p, ok := r.policies.Named(r.c.PolicyName())
	if !ok {
		return calendar.Date{}
	}
	if _, more := r.policies.SecondStage(p, r.c.Closed, r.today); more {
		return calendar.Date{}
	}
	return s.Responded
}

// turnedAway is the day on which the resident was told that nothing of a stage
// is dealt with; no date where something is, or before they were told.
func (r router) turnedAway(s *Stage) calendar.Date {
	if s.Refused.Stands() {
		return s.Refused.Told
	}
	if !r.c.refused(s) {
		return calendar.Date{}
	}
	var last calendar.Date
	for _, p := range r.c.StagePoints(s) {
		if p.Excluded.Told.IsZero() {
			return calendar.Date{}
		}
		if p.Excluded.Told.After(last) {
			last = p.Excluded.Told
		}
	}
	return last
}
