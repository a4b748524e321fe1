package casework

import (
	"strings"
	"testing"

	"casebook/data/redress"
)

// offered is a complaint answered on Friday 20 November 2026 with an offer of
// £120.00, £22.68, a missed visit of £10.00 and £16.00 under the Right to
// Repair: lines 1 to 4, £168.68 in all.
func offered(t *testing.T) Case {
	return response(t, found(t, harm(12000), heater(2268), visit("2026-11-16"), lateHeating()), money(t, dan, "2026-11-20"))
}

func TestAnOfferIsAcceptedInFullInPartOrNot(t *testing.T) {
	c, m := offered(t), money(t, priya, "2026-11-23")
	refused(t, found(t, harm(12000)), AnswerOffer{On: m.Today, Answer: AcceptedAll}, m, "not-told")
	refused(t, c, AnswerOffer{On: day("2026-11-19"), Answer: AcceptedAll}, m, "too-early")
	refused(t, c, AnswerOffer{On: day("2026-11-24"), Answer: AcceptedAll}, m, "future")
	refused(t, c, AnswerOffer{On: m.Today, Answer: "perhaps"}, m, "no-answer")
	refused(t, c, AnswerOffer{On: m.Today, Answer: AcceptedPart}, m, "no-line")
	refused(t, c, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{5}}, m, "no-line")
	part := must(t, c, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{2, 2}, Said: "The heater only."}, m)
	if o := part.Offers[0]; o.Answer != AcceptedPart || len(o.Accepted) != 1 || o.Accepted[0] != 2 || o.Replied != m.Today {
		t.Errorf("%+v", o)
	}
	if owed := Owed(part); len(owed) != 3 || owed[0].Line != 2 || owed[0].Since != m.Today || owed[1].Since != day("2026-11-20") {
		t.Errorf("the heater since it was accepted, what is owed outright since it was told: %+v", owed)
	}
	all := must(t, part, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{4, 3, 2, 1}}, m)
	if all.Offers[0].Answer != AcceptedAll {
		t.Errorf("every line is all of it: %+v", all.Offers[0])
	}
	rest := must(t, part, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{1, 2}}, m)
	if o := rest.Offers[0]; o.Answer != AcceptedAll || len(o.Accepted) != 4 {
		t.Errorf("all that waits for an answer is all of it: %+v", o)
	}
	no := must(t, c, AnswerOffer{On: m.Today, Answer: DeclinedAll}, m)
	if owed := Owed(no); len(owed) != 2 {
		t.Errorf("a missed visit and the Right to Repair are owed whatever is said: %+v", owed)
	}
	must(t, no, AnswerOffer{On: m.Today, Answer: AcceptedAll}, m) // a change of mind
}

// TestAnAnswerRecordedWronglyIsCorrected long after it can be taken back, until
// money has gone for what it would no longer accept. The visit and the Right to
// Repair, lines 3 and 4, are owed throughout.
func TestAnAnswerRecordedWronglyIsCorrected(t *testing.T) {
	c, m := offered(t), money(t, priya, "2026-12-14")
	answer := func(on string, what OfferAnswer, lines ...int) AnswerOffer {
		return AnswerOffer{On: day(on), Answer: what, Lines: lines}
	}
	c = must(t, c, answer("2026-11-24", AcceptedAll), m)
	for _, same := range []AnswerOffer{answer("2026-11-24", AcceptedAll), answer("2026-12-14", AcceptedAll), answer("2026-11-25", AcceptedPart, 1, 2), answer("2026-11-25", AcceptedPart, 1, 2, 3, 4)} {
		refused(t, c, same, m, "answered")
	}
	// Ten working days from Monday 23 November are Monday 7 December, a day before
	// those of the day that was recorded first.
	first := must(t, c, answer("2026-11-23", AcceptedAll), m)
	outright := paid{"2026-11-20", "2026-12-04"}
	early := paid{"2026-11-23", "2026-12-07"}
	payDays(t, first, map[int]paid{1: early, 2: early, 3: outright, 4: outright})

	no := must(t, c, answer("2026-11-24", DeclinedAll), m)
	payDays(t, no, map[int]paid{3: outright, 4: outright})
	refused(t, no, answer("2026-11-24", DeclinedAll), m, "answered")
	part := must(t, no, answer("2026-11-24", AcceptedPart, 2), m)
	refused(t, part, answer("2026-11-26", AcceptedPart, 2), m, "answered")
	for _, corrected := range []Case{first, no, part} {
		if f := Faults(corrected); len(f) > 0 {
			t.Error(f)
		}
	}

	pay := Pay{Lines: []int{1}, Sum: 100, On: m.Today, Method: BankTransfer, Reference: "BACS 1"}
	gone := must(t, c, pay, money(t, dan, "2026-12-14"))
	refused(t, gone, answer("2026-11-24", DeclinedAll), m, "paid")
	refused(t, gone, answer("2026-11-24", AcceptedPart, 2), m, "paid")
	if o := must(t, gone, answer("2026-11-24", AcceptedPart, 1), m).Offers[0]; o.Answer != AcceptedPart || len(o.Accepted) != 1 {
		t.Errorf("%+v", o)
	}
	erred := must(t, gone, PaidInError{Payment: 1, What: "It went to another account."}, money(t, dan, "2026-12-14"))
	must(t, erred, answer("2026-11-24", DeclinedAll), m)
}

// TestAnswersToSaysWhetherAnotherCanBeRecorded: while anything can change one of
// them is taken, and once all of it was accepted and paid none is.
func TestAnswersToSaysWhetherAnotherCanBeRecorded(t *testing.T) {
	m := money(t, dan, "2026-11-24")
	told := offered(t)
	all := must(t, told, AnswerOffer{On: m.Today, Answer: AcceptedAll}, m)
	some := must(t, all, Pay{Lines: []int{1}, Sum: 12000, On: m.Today, Method: BankTransfer, Reference: "BACS 1"}, m)
	gone := must(t, some, Pay{Lines: []int{2}, Sum: 2268, On: m.Today, Method: BankTransfer, Reference: "BACS 2"}, m)
	for name, k := range map[string]struct {
		of   Case
		open bool
	}{
		"told": {told, true}, "declined": {must(t, told, AnswerOffer{On: m.Today, Answer: DeclinedAll}, m), true},
		"accepted": {all, true}, "one of two paid": {some, true}, "both paid": {gone, false}, "not told": {found(t, harm(12000)), false},
	} {
		taken := 0
		for _, act := range AnswersTo(k.of, 0, m.Today) {
			if _, err := Apply(k.of, act, m); err == nil {
				taken++
			}
		}
		if (taken > 0) != k.open {
			t.Errorf("%s: %d answers can be recorded", name, taken)
		}
	}
}

func TestAcceptingClosesNoWay(t *testing.T) {
	m := money(t, helen, "2026-11-23")
	for _, answer := range []OfferAnswer{AcceptedAll, DeclinedAll} {
		c := must(t, offered(t), AnswerOffer{On: m.Today, Answer: answer}, m)
		must(t, c, AskStage2{On: m.Today}, m)
		must(t, c, Refer{Body: "housing", On: m.Today, What: "The delay"}, m)
		c = must(t, c, Close{On: m.Today}, m)
		must(t, c, AskStage2{On: m.Today}, m)
	}
}

func TestNeverMoreIsPaidThanIsOwed(t *testing.T) {
	c, m := offered(t), money(t, dan, "2026-11-24")
	pay := Pay{Lines: []int{1, 2}, Sum: 14268, On: m.Today, Method: BankTransfer, Reference: "BACS 4417"}
	refused(t, c, pay, m, "not-accepted")
	c = must(t, c, AnswerOffer{On: day("2026-11-23"), Answer: AcceptedAll}, m)
	for code, spoil := range map[string]func(*Pay){
		"too-much":     func(p *Pay) { p.Sum++ },
		"no-sum":       func(p *Pay) { p.Sum = 0 },
		"no-line":      func(p *Pay) { p.Lines = nil },
		"future":       func(p *Pay) { p.On = day("2026-11-25") },
		"too-early":    func(p *Pay) { p.On = day("2026-11-22") },
		"no-method":    func(p *Pay) { p.Method = "shells" },
		"no-reference": func(p *Pay) { p.Reference = " " },
		"no-offset":    func(p *Pay) { p.Method = Arrears },
	} {
		wrong := pay
		spoil(&wrong)
		refused(t, c, wrong, m, code)
	}
	first := pay
	first.Lines, first.Sum = []int{1, 2, 1}, 13000
	c = must(t, c, first, m)
	if p := c.Payments[0]; len(p.Shares) != 2 || p.Shares[0] != (Share{1, 12000}) || p.Shares[1] != (Share{2, 1000}) {
		t.Errorf("line by line until it is used up: %+v", p)
	}
	refused(t, c, Pay{Lines: []int{1}, Sum: 1, On: m.Today, Method: Cheque, Reference: "C 1"}, m, "paid")
	rest := Pay{Lines: []int{2}, Sum: 1269, On: m.Today, Method: Cheque, Reference: "C 1"}
	refused(t, c, rest, m, "too-much") // £22.68 less £10.00
	rest.Sum = 1268
	c = must(t, c, rest, m)
	if owed := Owed(c); len(owed) != 2 || owed[0].Line != 3 {
		t.Errorf("the fixed sums are left: %+v", owed)
	}
	refused(t, c, AnswerOffer{On: m.Today, Answer: DeclinedAll}, m, "paid")
	refused(t, c, TakeBack{Act: ActPay, By: dan.ID, At: m.Now, Before: c}, m, "not-undoable")

	refused(t, c, PaidInError{Payment: 1}, m, "no-reason")
	refused(t, c, PaidInError{Payment: 3, What: "x"}, m, "no-payment")
	c = must(t, c, PaidInError{Payment: 1, What: "It went to another account."}, m)
	refused(t, c, PaidInError{Payment: 1, What: "x"}, m, "marked")
	if owed := Owed(c); len(owed) != 4 || owed[0].Sum != 12000 || owed[1].Sum != 1000 {
		t.Errorf("what it paid is owed again: %+v", owed)
	}
	if f := Faults(c); len(f) > 0 {
		t.Error(f)
	}
	partly := must(t, offered(t), AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{1, 2}}, m)
	partly = must(t, partly, Pay{Lines: []int{1}, Sum: 1, On: m.Today, Method: Cheque, Reference: "C 1"}, m)
	refused(t, partly, AnswerOffer{On: m.Today, Answer: AcceptedPart, Lines: []int{2}}, m, "paid")
}

func TestOnlyRightToRepairMoneyGoesAgainstArrears(t *testing.T) {
	c, m := offered(t), money(t, dan, "2026-11-24")
	repair := Pay{Lines: []int{4}, Sum: 1600, On: m.Today, Method: Arrears, Reference: "J 9"}
	refused(t, c, repair, m, "no-offset") // the office does not do it
	m.Settings.Redress.Offset = true
	// The office allows it now, and the letter said that none is taken for rent.
	refused(t, c, repair, m, "no-offset")
	before := money(t, dan, "2026-11-20")
	before.Settings.Redress.Offset = true
	c = response(t, found(t, harm(12000), heater(2268), visit("2026-11-16"), lateHeating()), before)
	refused(t, c, repair, money(t, dan, "2026-11-24"), "no-offset") // it said so, and the office has ended it
	refused(t, c, Pay{Lines: []int{3}, Sum: 1000, On: m.Today, Method: Arrears, Reference: "J 9"}, m, "no-offset")
	refused(t, c, Pay{Lines: []int{4, 3}, Sum: 2600, On: m.Today, Method: Arrears, Reference: "J 9"}, m, "no-offset")
	c = must(t, c, repair, m)
	if f := Faults(c); len(f) > 0 {
		t.Error(f)
	}
	c.Payments[0].Shares[0].ID = 3
	if f := Faults(c); len(f) == 0 {
		t.Error("a fixed payment set against arrears is a fault")
	}
}

func TestWhatIsOwedAgesBeyondTheClosing(t *testing.T) {
	m := money(t, dan, "2026-11-24")
	c := must(t, offered(t), AnswerOffer{On: day("2026-11-23"), Answer: AcceptedAll}, m)
	if next := StatusOf(c, m.Today, m.Holidays).Next; next.Act != ActPay {
		t.Errorf("with £168.68 to pay comes %q", next.Label)
	}
	c = must(t, c, Close{On: m.Today}, m)
	duties := Duties(c)
	want := []Duty{ // ten working days from Monday 23 November, and from Friday the 20th
		{Kind: DutyPay, Due: day("2026-12-07"), Handler: dan.ID, Text: "£142.68", Item: 1},
		{Kind: DutyPay, Due: day("2026-12-04"), Handler: dan.ID, Text: "£26.00", Item: 3},
	}
	if len(duties) != 2 || duties[0] != want[0] || duties[1] != want[1] {
		t.Errorf("%+v", duties)
	}
	for _, o := range Owed(c) {
		c = must(t, c, Pay{Lines: []int{o.Line}, Sum: o.Sum, On: m.Today, Method: BankTransfer, Reference: "BACS"}, m)
	}
	if len(Duties(c)) != 0 || len(Owed(c)) != 0 {
		t.Errorf("all of it is paid: %+v", Duties(c))
	}
	refused(t, c, Void{Why: "Twice."}, money(t, helen, "2026-11-24"), "sent")
}

func TestAnEmptyInputIsNoSum(t *testing.T) {
	m := money(t, dan, "2026-11-20")
	for _, k := range redress.Kinds() {
		_, err := Apply(found(t), OfferRedress{Input: redress.Input{Kind: k}}, m)
		if r, ok := err.(*Refusal); !ok || r.Code == "" || r.Reason == "" {
			t.Errorf("%s: %v", k, err)
		}
	}
}

func TestTheClosingNoteSaysWhatBecameOfTheMoney(t *testing.T) {
	m := money(t, dan, "2026-11-24")
	c := offered(t)
	for _, want := range []string{"Money offered: £168.68 in all (£168.68 at stage 1).", "The resident has not answered the offer of £168.68.", "Paid: £0.00. Still owed: £26.00."} {
		if got := ClosingNote(c, m); !strings.Contains(got, want+"\n") {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
	c = must(t, c, AnswerOffer{On: day("2026-11-23"), Answer: AcceptedPart, Lines: []int{2}}, m)
	c = must(t, c, Pay{Lines: []int{2, 3}, Sum: 3000, On: m.Today, Method: Cheque, Reference: "C 1"}, m)
	for _, want := range []string{"The offer of £168.68 was accepted in part on 23 November 2026.", "Paid: £30.00. Still owed: £18.68."} {
		if got := ClosingNote(c, m); !strings.Contains(got, want+"\n") {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
}
