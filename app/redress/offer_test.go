package redress

import (
	"strings"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// first is the first thing that is said of the offer.
func first(t *testing.T, m *Model) Stand {
	t.Helper()
	all := m.Stands()
	if len(all) == 0 {
		t.Fatal("nothing is said of the offer")
	}
	return all[0]
}

// £294.00 + £22.68 + £220.00 = £536.68: above Dan's £250.00 and within Helen's
// £1,000.00.
func TestAnOfferOverTheLimitGoesToWhoeverReachesFarEnough(t *testing.T) {
	d := losses(t)
	s := first(t, d.model(dan))
	if s.Title != "Over your limit of £250.00" || s.Words != "Helen Marsh can approve up to £1,000.00." || s.Does[0].Words != "Send to Helen Marsh" || s.Does[0].To != helen.ID {
		t.Errorf("%+v", s)
	}
	if s := first(t, d.model(helen)); s.Title != "Within your limit of £1,000.00" || s.Does[0].To != 0 {
		t.Errorf("Helen reads %+v", s)
	}
	d.act(dan, casework.DropRedress{Line: 1}) // £242.68 is left
	if s := first(t, d.model(dan)); s.Title != "Within your limit of £250.00" || s.Does[0].Words != "Offer it" {
		t.Errorf("within it: %+v", s)
	}
}

func TestTheLimitFollowsTheTyping(t *testing.T) {
	d := maureen(t)
	m := d.model(dan)
	if len(m.Stands()) != 0 {
		t.Fatalf("with no line: %+v", m.Stands())
	}
	m.Add(redress.Judged)
	put(m, "band", "serious", "sum", "250", "reason", "facility", "impact", "No bath.")
	if s := first(t, m); s.Title != "Within your limit of £250.00" || m.shut(s.Does[0]) != "Keep the line first (Ctrl+S)" {
		t.Errorf("exactly the limit: %+v, %q", s, m.shut(s.Does[0]))
	}
	put(m, "sum", "250.01")
	if s := first(t, m); s.Title != "Over your limit of £250.00" {
		t.Errorf("a penny more: %+v", s)
	}
}

func TestAnOfferGoesAllTheWayToItsPayment(t *testing.T) {
	d := losses(t)
	d.answered()
	d.act(dan, casework.Propose{To: helen.ID})
	if s := first(t, d.model(dan)); s.Title != "Waits for Helen Marsh" || len(s.Does) != 0 || s.Words != "You sent £536.68 on 13 November 2026." {
		t.Errorf("Dan reads %+v", s)
	}
	if s := first(t, d.model(helen)); s.Title != "Waits for you: £536.68" || s.Does[0].Deed != Approve || s.Does[1].Deed != SendBack {
		t.Errorf("Helen reads %+v", s)
	}
	if s := first(t, d.model(omar)); s.Title != "Waits for Helen Marsh; you may approve it too" {
		t.Errorf("Omar reads %+v", s)
	}
	d.act(helen, casework.SendBackOffer{Why: "Ask for the receipt."})
	if s := first(t, d.model(dan)); !strings.HasPrefix(s.Words, "Helen Marsh sent it back on 13 November 2026: Ask for the receipt.") || s.Does[0].Deed != Propose {
		t.Errorf("sent back: %+v", s)
	}
	d.act(dan, casework.Propose{To: helen.ID})
	d.act(helen, casework.Approve{})
	if s := first(t, d.model(dan)); s.Title != "Ready to offer" || s.Does[0].Letter != casework.Response || s.Does[0].Words != "Write the response" {
		t.Errorf("approved: %+v", s)
	}
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	if s := first(t, d.model(dan)); s.Title != "Offered on 13 November 2026" || s.Does[0].Deed != Reply {
		t.Errorf("told: %+v", s)
	}
	d.act(dan, casework.AnswerOffer{On: d.today, Answer: casework.AcceptedPart, Lines: []int{1, 2}})
	m := d.model(dan)
	if all := m.Stands(); len(all) != 2 || all[1].Title != "Accepted in part on 13 November 2026" || all[0].Title != "£316.68 to pay" {
		t.Errorf("accepted in part: %+v", all)
	}
	// Told and accepted on Friday 13 November, so both by Friday the 27th.
	if words := first(t, m).Words; words != "£316.68 by 27 November 2026, owed since 13 November 2026: 10 working days left." {
		t.Errorf("to pay: %q", words)
	}
	if m.Locked(1) == "" {
		t.Error("a line that was told can be changed")
	}
	d.act(dan, casework.Pay{Lines: []int{1, 2}, Sum: 31668, On: d.today, Method: casework.BankTransfer, Reference: "F-881"})
	m = d.model(dan)
	if all := m.Stands(); len(all) != 1 || m.paidWords(1) != "Paid" || m.paidWords(3) != "" {
		t.Errorf("paid: %+v", all)
	}
}

// £1,500.00 is above Helen's £1,000.00, the largest limit of all.
func TestAboveEveryLimitTheManagerRecordsWhoAgreed(t *testing.T) {
	d := losses(t)
	big := harm
	big.Harm.Band, big.Harm.Sum, big.Harm.Route, big.Harm.RouteWhy = "severe", 150000, "no", "She wants it settled"
	d.act(dan, casework.ChangeRedress{Line: 3, Input: big})
	s := first(t, d.model(dan))
	if !strings.HasPrefix(s.Words, "It is above every limit here. Helen Marsh records who agreed") {
		t.Errorf("%+v", s)
	}
	if m := d.model(helen); first(t, m).Does[0].To != omar.ID {
		t.Error("Helen may not send it to herself")
	}
	d.act(dan, casework.Propose{To: helen.ID})
	m := d.model(helen)
	if !m.Outside() || first(t, m).Does[0].Deed != Approve {
		t.Errorf("%+v", first(t, m))
	}
}

// The answer was due on Tuesday 17 November 2026.
func TestOurLatenessAsksForALineOrAReason(t *testing.T) {
	d := losses(t)
	d.goTo("2026-11-18")
	m := d.model(dan)
	all := m.Suggestions()
	if len(all) != 1 || all[0].What != casework.LateResponse {
		t.Fatalf("%+v", all)
	}
	if s := first(t, m); m.shut(s.Does[0]) != "Answer for our lateness first" {
		t.Errorf("it can be sent: %q", m.shut(s.Does[0]))
	}
	m.Suggest(all[0])
	if d := m.Draft(); d == nil || d.Kind != redress.Judged || d.Said["reason"] != "complaint-handling" || !strings.Contains(d.Said["impact"], "17 November 2026") {
		t.Fatalf("the line begins as %+v", d)
	}
	put(m, "band", "service-failure", "sum", "50")
	keep(t, d, m)
	if len(m.Suggestions()) != 0 {
		t.Error("it is still asked for")
	}
	if len(d.model(priya).Suggestions()) != 0 {
		t.Error("the front desk is asked for a sum")
	}
}

func TestOnlyRightToRepairMoneyIsSetAgainstArrearsAndOnlyWhereAllowed(t *testing.T) {
	d := offering(t)
	if sum, _ := d.model(dan).Offset(); sum != 0 {
		t.Errorf("%s may be set against arrears though the office does not", sum)
	}
	d.settings.Redress.Offset = true
	if sum, ready := d.model(dan).Offset(); sum != 4000 || ready {
		t.Errorf("before the resident is told: %s, %v", sum, ready)
	}
	d.answered()
	d.act(helen, casework.Propose{})
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	if sum, ready := d.model(dan).Offset(); sum != 4000 || !ready {
		t.Errorf("once it is owed: %s, %v", sum, ready)
	}
	// Told before the office allowed it, it is the resident's own whatever was set since.
	told := offering(t)
	told.answered()
	told.act(helen, casework.Propose{})
	told.act(dan, casework.SentElsewhere{Kind: casework.Response, On: told.today, How: casework.Posted, To: "Maureen Tilley"})
	told.settings.Redress.Offset = true
	if sum, ready := told.model(dan).Offset(); sum != 0 || ready {
		t.Errorf("told that none is taken: %s, %v", sum, ready)
	}
	for _, w := range maureen(t).model(dan).PayMethods() {
		if w == casework.Arrears {
			t.Error("arrears are offered where the office does not allow them")
		}
	}
}

// 294.00 + 22.68 + 20.00 + 40.00 + 220.00 = 596.68.
func TestTheOfferOfThePicture(t *testing.T) {
	m := offering(t).model(dan)
	if got := m.Ledger().Total(); got != 59668 {
		t.Errorf("the offer is %s", got)
	}
	words := m.OfferWords()
	for _, sum := range []string{"£596.68", "£294.00", "£22.68", "£20.00", "£40.00", "£220.00", "stage 2", "Housing Ombudsman"} {
		if !strings.Contains(words, sum) {
			t.Errorf("the offer in words does not say %s: %s", sum, words)
		}
	}
}
