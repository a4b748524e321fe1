package letter_test

import (
	"testing"

	"casebook/data/casework"
	"casebook/reports/letter"
)

// TestNoWordsMakeAnOfferClose: whoever writes them, and not the words that only
// look like it.
func TestNoWordsMakeAnOfferClose(t *testing.T) {
	for reasons, shut := range map[string]bool{
		"We offer this in full and final settlement.":                    true,
		"We make this offer in settlement of your complaint.":            true,
		"It is a final settlement.":                                      true,
		"By accepting you waive your right to go to the Ombudsman.":      true,
		"You are waiving all legal claims.":                              true,
		"We will pay you once you withdraw your complaint.":              true,
		"We pay on condition that you withdraw.":                         true,
		"We pay provided you drop the claim.":                            true,
		"This is said without prejudice.":                                true,
		"We have waived the charge for the visit.":                       false,
		"The settlement of the floor was seen in May.":                   false,
		"You withdrew one point in May, and nothing was lost by it.":     false,
		"If you drop by at any office, we will show you the photographs": false,
	} {
		in := input(t, casework.Response, answered(t), today)
		in.Case.Points[0].Reasons = reasons
		found := false
		for _, f := range letter.Failing(letter.Check(filled(t, in), in)) {
			found = found || f.ID == "wording"
		}
		if found != shut {
			t.Errorf("%q: shut %v", reasons, found)
		}
	}
}
