package letter

import (
	"slices"
	"strconv"

	"casebook/data/casework"
	"casebook/data/policy"
)

// AnytimeFacts are what the papers may say that go at any time of a case, also
// of one that is no complaint.
type AnytimeFacts struct {
	Facts
	Complaint   bool
	Matter      string // "complaint", "request" or "report"
	ComplaintIn string // "five working days": how soon a complaint made today is acknowledged
	LimitMonths string // "12 months": the age beyond which a matter need not be taken up
	Office      string // where the resident was seen, "" where that is not known
}

func anytime(f *filling, in Input) AnytimeFacts {
	c := in.Case
	return AnytimeFacts{
		Facts: f.Facts, Complaint: c.Kind == casework.Complaint, Matter: matters[c.Kind],
		ComplaintIn: complaintIn(in), LimitMonths: held(limitMonths(in)), Office: in.Office,
	}
}

// matters are what a resident would call each kind of contact.
var matters = map[casework.Kind]string{
	casework.Complaint: "complaint", casework.ServiceRequest: "request", casework.Information: "report",
	casework.PetitionKind: "petition", casework.ClaimKind: "claim", casework.FixedSum: "request",
}

// complaintIn is the time for acknowledging a complaint made on the day of the
// letter, whichever policy the case itself is under.
func complaintIn(in Input) string {
	p := in.Policies.InForceOn(in.Today)
	rule, ok := p.Stage(1)
	if !ok {
		return ""
	}
	c, ok := p.Clock(rule.Acknowledge)
	if !ok {
		return ""
	}
	return number(c.Days) + " " + c.Unit
}

// limitMonths is the age beyond which the policy of the day may leave a matter
// alone; "" where it has none (Code 2.2, 2.3).
func limitMonths(in Input) string {
	all := in.Policies.InForceOn(in.Today).Exclusions
	i := slices.IndexFunc(all, func(e policy.Exclusion) bool { return e.Months > 0 })
	if i < 0 {
		return ""
	}
	return strconv.Itoa(all[i].Months) + " months"
}

// openPromises are the promises that are still to be kept on the letter's day.
func openPromises(in Input) []casework.Promise {
	return slices.DeleteFunc(slices.Clone(in.Case.Promises), func(p casework.Promise) bool { return !p.Kept.IsZero() })
}

func promiseFacts(list []casework.Promise) []PromiseFacts {
	var all []PromiseFacts
	for _, p := range list {
		pf := PromiseFacts{Number: p.ID, Text: p.Text, Owner: known(p.Owner, "who"), Day: day(p.Due, "by when")}
		if !p.Kept.IsZero() {
			pf.Done, pf.Day = true, "Done on "+day(p.Kept, "")
		}
		all = append(all, pf)
	}
	return all
}
