package letter_test

import (
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// Who is away cannot be rung: on the days of a cover the letter has the name
// and number of whoever looks after it, and before and after those its handler's.
func TestALetterHasTheNameOfWhoLooksAfterTheCase(t *testing.T) {
	first, last := calendar.On(2026, 11, 2), calendar.On(2026, 11, 4)
	of := applyAs(t, marsh, recorded(t, received), received, casework.CoverFor{Officer: marsh.ID, From: first, Until: last})
	repair := applyAs(t, marsh, leaking(t), piped, casework.Assign{To: okafor.ID}, casework.CoverFor{Officer: marsh.ID, From: piped, Until: piped})
	for _, c := range []struct {
		in   letter.Input
		want casework.Officer
	}{
		{input(t, casework.Acknowledgement, of, first.AddDays(-1)), okafor}, {input(t, casework.Acknowledgement, of, first), marsh},
		{input(t, casework.Acknowledgement, of, last), marsh}, {input(t, casework.Acknowledgement, of, last.AddDays(1)), okafor},
		{input(t, casework.RepairNotice, repair, piped), marsh}, {input(t, casework.RepairNotice, repair, piped.AddDays(1)), okafor},
	} {
		mustPass(t, c.in)
		words := text(filled(t, c.in))
		other := okafor
		if c.want.ID == okafor.ID {
			other = marsh
		}
		if !strings.Contains(words, c.want.Name) || !strings.Contains(words, c.want.Telephone) || strings.Contains(words, other.Name) || strings.Contains(words, other.Telephone) {
			t.Errorf("on %s %s is not the only name: %s", c.in.Today, c.want.Name, words)
		}
	}
}

func TestAnAnswerWaitsForItsOffersApproval(t *testing.T) {
	of := answered(t)
	of.Offers = []casework.Offer{of.Offers[0]}
	of.Offers[0].Approved = calendar.Date{}
	in := input(t, casework.Response, of, today)
	failing := letter.Failing(letter.Check(filled(t, in), in))
	if len(failing) != 1 || failing[0].ID != "approved" || failing[0].Fix.Act != casework.ActApprove {
		t.Errorf("found %+v", failing)
	}
}
