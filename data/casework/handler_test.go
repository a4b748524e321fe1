package casework

import "testing"

// TestWhatIsLeftOfAnAnsweredCaseCanBeGivenOn: its officer leaves after the
// answer, and a promise of it, then a payment, are still owed. Once nothing is,
// there is nothing to give.
func TestWhatIsLeftOfAnAnsweredCaseCanBeGivenOn(t *testing.T) {
	m := money(t, helen, "2026-11-24")
	c := must(t, offered(t), AnswerOffer{On: day("2026-11-23"), Answer: AcceptedAll}, m)
	for _, stands := range []Case{c, must(t, c, Close{On: m.Today}, m)} {
		given := must(t, stands, Assign{To: priya.ID}, m)
		for _, d := range Duties(given) {
			if d.Handler != priya.ID {
				t.Errorf("%s is still with %d", d.Kind, d.Handler)
			}
		}
		must(t, stands, CoverFor{Officer: priya.ID, From: m.Today, Until: m.Today.AddDays(7)}, m)
		for _, o := range Owed(stands) {
			stands = must(t, stands, Pay{Lines: []int{o.Line}, Sum: o.Sum, On: m.Today, Method: BankTransfer, Reference: "BACS"}, m)
		}
		code := "answered"
		if !stands.Closed.IsZero() {
			code = "closed"
		}
		refused(t, stands, Assign{To: priya.ID}, m, code)
	}
}
