package casework

import (
	"strings"
	"testing"
)

// The offer of Friday 20 November 2026 holds £26.00 that is owed outright and
// £142.68 that waits for the resident's answer. What is owed is paid first; then
// the case waits for the answer, then for what was accepted, and then it closes.
func TestWhatIsOwedOutrightIsPaidBeforeTheAnswerComes(t *testing.T) {
	c, m := offered(t), money(t, dan, "2026-11-24")
	next := func(want ActName, waits bool) {
		t.Helper()
		status := StatusOf(c, m.Today, m.Holidays)
		if status.Next.Act != want || strings.Contains(status.Sentence, "has not answered the offer") != waits {
			t.Errorf("next is %q, want %q; it says %q", status.Next.Act, want, status.Sentence)
		}
		if _, got := c.Unreplied(); got != waits {
			t.Errorf("an offer waits for the resident: %v, want %v", got, waits)
		}
	}
	next(ActPay, true)
	c = must(t, c, Pay{Lines: []int{3, 4}, Sum: 2600, On: m.Today, Method: BankTransfer, Reference: "BACS 1"}, m)
	next(ActAnswerOffer, true)
	c = must(t, c, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{2}}, m)
	next(ActPay, false)
	c = must(t, c, Pay{Lines: []int{2}, Sum: 2268, On: m.Today, Method: BankTransfer, Reference: "BACS 2"}, m)
	next(ActClose, false)
	must(t, c, Close{On: m.Today}, m)
}

// No answer is waited for where none changes what is paid, and none to an offer
// that a later stage's holds (ruling 21).
func TestOnlyAnOfferThatAnAnswerChangesWaitsForIt(t *testing.T) {
	m := money(t, dan, "2026-11-24")
	outright := response(t, found(t, visit("2026-11-16"), lateHeating()), money(t, dan, "2026-11-20"))
	if o, waits := outright.Unreplied(); waits {
		t.Errorf("a visit and the Right to Repair wait for an answer: %+v", o)
	}
	if next := StatusOf(outright, m.Today, m.Holidays).Next; next.Act != ActPay {
		t.Errorf("with £26.00 owed outright comes %q", next.Label)
	}
	draft := found(t, harm(12000))
	if _, waits := draft.Unreplied(); waits {
		t.Error("an offer that nobody was told of waits for an answer")
	}
	two := offered(t)
	two.Offers = append(two.Offers, Offer{ID: 9, Stage: 2, Lines: []int{1}, Told: m.Today, Answer: DeclinedAll, Replied: m.Today})
	if o, waits := two.Unreplied(); waits {
		t.Errorf("the stage 1 offer waits although stage 2 holds it: %+v", o)
	}
	two.Offers[1].Answer = ""
	if o, waits := two.Unreplied(); !waits || o.Stage != 2 {
		t.Errorf("the stage 2 offer does not wait: %+v", o)
	}
	// A stage 2 that adds nothing but a missed visit still holds what stage 1
	// offered and nobody has answered.
	two.Offers[1].Lines = []int{3}
	if o, waits := two.Unreplied(); !waits || o.Stage != 2 {
		t.Errorf("what stage 1 offered is forgotten: %+v", o)
	}
	two.Offers[0].Accepted, two.Offers[0].Replied = []int{1, 2}, m.Today
	if o, waits := two.Unreplied(); waits {
		t.Errorf("everything was accepted, and an answer is waited for: %+v", o)
	}
}
