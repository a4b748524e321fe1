package demo

import (
	"slices"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// TestWhatThePagesPromiseIsThere: petitions, claims and payments at every point
// of their way, and money that was agreed to, accepted, paid and not paid.
func TestWhatThePagesPromiseIsThere(t *testing.T) {
	for seed := range uint64(3) {
		got := map[string]int{}
		for _, c := range office(t, 240, seed+1) {
			for what, is := range promises(c) {
				if is {
					got[what]++
				}
			}
		}
		for _, what := range []string{"petition", "petition reported", "claim", "claim settled", "claim for an injury", "missed visit", "repair late", "repair in time",
			"repair paid", "agreed by another", "accepted", "declined", "paid", "unpaid", "waived"} {
			if got[what] == 0 {
				t.Errorf("seed %d: no %s among 240 cases", seed+1, what)
			}
		}
		if n := got["petition"] + got["claim"] + got["missed visit"] + got["repair late"] + got["repair in time"]; n != 15 {
			t.Errorf("seed %d: %d records of what is promised, want one of sixteen", seed+1, n)
		}
	}
}

// promises says what of that a case has.
func promises(c casework.Case) map[string]bool {
	is := map[string]bool{
		"petition": c.Kind == casework.PetitionKind, "petition reported": !c.Petition.OutcomeTold.IsZero(),
		"claim": c.Kind == casework.ClaimKind, "claim settled": c.Claim.Decision == casework.ClaimSettled, "claim for an injury": c.Claim.Injury,
		"missed visit": c.Promised == "missed-visit", "repair late": len(c.Repairs) > 0 && !c.Repairs[0].Asked.IsZero(),
		"repair in time": len(c.Repairs) > 0 && c.Repairs[0].Asked.IsZero(),
		"repair paid":    c.Redress.Head(redress.RightToRepair) > 0 && len(c.Payments) > 0,
		"paid":           len(c.Payments) > 0, "unpaid": len(casework.Owed(c)) > 0, "waived": len(c.Waived) > 0,
	}
	is["agreed by another"] = slices.ContainsFunc(c.Offers, func(o casework.Offer) bool { return o.Agreed() && o.ApprovedBy != o.ProposedBy })
	is["accepted"] = slices.ContainsFunc(c.Offers, func(o casework.Offer) bool { return o.Answer == casework.AcceptedAll })
	is["declined"] = slices.ContainsFunc(c.Offers, func(o casework.Offer) bool { return o.Answer == casework.DeclinedAll })
	return is
}
