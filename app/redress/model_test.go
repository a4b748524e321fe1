package redress

import (
	"context"
	"strings"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/data/register"
)

// put types into fields of the line that is open.
func put(m *Model, fields ...string) {
	d := m.Draft()
	for i := 0; i < len(fields); i += 2 {
		d.Said[fields[i]] = fields[i+1]
	}
}

// keep keeps the open line in the case, or fails with what is wrong.
func keep(t *testing.T, d *desk, m *Model) {
	t.Helper()
	if wrong := m.Try(); wrong != nil {
		t.Fatalf("it is not kept: %v", wrong)
	}
	if _, err := m.Keep(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.Forget()
	d.load(m)
}

// Carpet £420.00, 3 of 10 years old, good: 420 x 7 / 10 = £294.00.
func TestTheLedgerFollowsTheTyping(t *testing.T) {
	d := maureen(t)
	m := d.model(dan)
	m.Add(redress.Damaged)
	put(m, "title", "Landing carpet", "replacement", "420", "life", "carpet", "condition", "good")
	if rows := m.Rows(); len(rows) != 1 || rows[0].OK || rows[0].Title != "Landing carpet" || !rows[0].Typed || m.Ledger().Total() != 0 {
		t.Fatalf("before the age is known: %+v", m.Rows())
	}
	put(m, "age", "3")
	if rows := m.Rows(); !rows[0].OK || rows[0].Line.Sum != 29400 || rows[0].Small != "Financial loss" || m.Ledger().Total() != 29400 {
		t.Fatalf("as typed: %+v", rows)
	}
	if !strings.Contains(m.OfferWords(), "£294.00 for landing carpet") {
		t.Errorf("the offer in words is %q", m.OfferWords())
	}
	if len(d.c.Redress) != 0 {
		t.Error("the case has a line that nobody kept")
	}
	keep(t, d, m)
	if len(d.c.Redress) != 1 || d.c.Redress[0].Sum != 29400 || d.c.Redress[0].Stage != 1 || d.c.Redress[0].By != dan.ID || m.Typing() {
		t.Fatalf("kept as %+v", d.c.Redress)
	}
	m.Open(1)
	put(m, "age", "4 years") // 420 x 6 / 10 = £252.00
	if !m.Typing() || m.Ledger().Total() != 25200 || m.Kept().Total() != 29400 {
		t.Errorf("changed and not kept: %v typed, %v kept", m.Ledger().Total(), m.Kept().Total())
	}
	keep(t, d, m)
	if d.c.Redress[0].Sum != 25200 || len(d.c.Redress) != 1 {
		t.Errorf("changed to %+v", d.c.Redress)
	}
}

func TestNothingIsSaidBeforeTheOfficerTries(t *testing.T) {
	m := maureen(t).model(dan)
	m.Add(redress.Spent)
	put(m, "sum", "lots")
	if m.Draft().Tried {
		t.Fatal("typing is no trying")
	}
	wrong := m.Try()
	if wrong["sum"] == "" || !m.Draft().Tried {
		t.Errorf("tried: %v", wrong)
	}
	put(m, "sum", "45")
	if wrong := m.Try(); wrong["sum"] != "" || wrong["reason"] == "" {
		t.Errorf("the reason is what is missing now: %v", wrong)
	}
}

func TestWhatIsTypedStaysWhileAnotherLineIsOpenAndTheCaseIsReadAgain(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Open(1)
	put(m, "replacement", "500")
	m.Open(2)
	if rows := m.Rows(); !rows[0].Typed || rows[1].Typed {
		t.Errorf("what was typed is not marked: %+v", rows)
	}
	d.act(helen, casework.AddNote{Text: "Rang."})
	d.load(m)
	m.Open(1)
	if m.Draft().Said["replacement"] != "500" {
		t.Errorf("the typing is gone: %v", m.Draft().Said)
	}
	m.Forget()
	if m.Typing() {
		t.Error("something is still typed")
	}
	m.Open(1)
	m.Fold()
	if len(m.drafts) != 0 {
		t.Error("opening and closing a line makes a draft of it")
	}
}

func TestALineTakenBackByAnotherDeskIsNoLongerOpen(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Open(1)
	put(m, "replacement", "500")
	d.act(dan, casework.DropRedress{Line: 1})
	d.load(m)
	if m.Draft() != nil || m.Typing() || len(m.Rows()) != 2 {
		t.Errorf("the line is still open: %+v", m.Rows())
	}
}

func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Open(1)
	put(m, "age", "5")
	d.clash = true
	_, err := m.Keep(context.Background())
	wrong, theirs := Problems(err)
	if !theirs || !strings.Contains(wrong[""], "Ros Castell changed this case at 10:00") || m.Draft().Said["age"] != "5" {
		t.Errorf("%v, %v", wrong, err)
	}
}

func TestTheSameEventAsksWhyBoth(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Add(redress.Damaged)
	put(m, "title", "Landing carpet", "replacement", "420", "life", "carpet", "condition", "good", "age", "3")
	if q := m.Clash(0); !strings.Contains(q, "Landing carpet") || !strings.Contains(q, "Why are both right?") {
		t.Fatalf("the question is %q", q)
	}
	if wrong := m.Try(); wrong["also"] == "" {
		t.Fatalf("it may be kept: %v", wrong)
	}
	put(m, "also", "The hall has one of the same kind")
	keep(t, d, m)
	if d.c.Redress[3].Also == "" {
		t.Error("the reason is not kept with the line")
	}
}

func TestNothingIsKeptWhereThereIsNoCase(t *testing.T) {
	d := maureen(t)
	version := d.c.Version
	for _, by := range []casework.Officer{priya, dan, helen, {ID: 9, Name: "Bea Hale", Role: casework.BoardReader}} {
		m := d.alone(by)
		if !m.Alone() || m.MayChange() != nil || len(m.KindsHere()) != 9 {
			t.Fatalf("%s cannot work a sum out", by.Role)
		}
		m.Add(redress.Damaged)
		put(m, "replacement", "420", "life", "carpet", "condition", "good", "age", "3")
		m.Draft().Tried = true
		if m.Try() != nil {
			t.Fatal(m.Try())
		}
		m.KeepLoose()
		m.Add(redress.Judged)
		put(m, "band", "serious", "sum", "220", "reason", "facility", "impact", "No bath.")
		m.KeepLoose()
		if m.Ledger().Total() != 51400 || len(m.Kept()) != 2 || m.Stands() != nil {
			t.Errorf("%s: %v", by.Role, m.Ledger())
		}
		back := m.DropLoose(1)
		if m.Ledger().Total() != 22000 {
			t.Errorf("without the carpet: %v", m.Ledger().Total())
		}
		back()
		m.Open(2)
		put(m, "sum", "250")
		m.KeepLoose()
		if m.Ledger().Total() != 54400 || len(m.Kept()) != 2 {
			t.Errorf("changed: %v", m.Ledger())
		}
	}
	if d.c.Version != version {
		t.Error("the case was changed")
	}
}

// The earlier policy has no bands: the day that is typed decides.
func TestTheDayTypedDecidesWhoseRulesCount(t *testing.T) {
	m := maureen(t).alone(dan)
	if len(m.Bands()) != 4 {
		t.Fatalf("today has %d bands", len(m.Bands()))
	}
	if err := m.RulesOn("12 March 2023"); err != nil || len(m.Bands()) != 0 || m.rules.Policy.Name != "earlier" {
		t.Errorf("%v, %d bands of %s", err, len(m.Bands()), m.rules.Policy.Name)
	}
	if m.RulesOn("some day") == nil || m.rules.Policy.Name != "earlier" {
		t.Error("a text that is no day changed the rules")
	}
}

func TestWhatWasGivenBeforeIsAskedOncePerBand(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Open(3)
	want, ask := m.wants()
	if !ask || want.head != redress.Inconvenience || want.band != "serious" || want.subject != "repairs" {
		t.Fatalf("%+v, %v", want, ask)
	}
	want.spread, want.known = d.spread, true
	m.like = want
	put(m, "sum", "230")
	if _, ask := m.wants(); ask {
		t.Error("every key asks again")
	}
	if s, known := m.Spread(); spreadWords(s, known) != "Our last 24 like this: half were £150 to £275" {
		t.Errorf("it says %q", spreadWords(s, known))
	}
	old := d.spread
	old.Inferred = 3
	if got := spreadWords(old, true); got != "Our last 24 like this: half were £150 to £275; the band of 3 of them is inferred" {
		t.Errorf("with old sums it says %q", got)
	}
	put(m, "band", "severe")
	if _, ask := m.wants(); !ask {
		t.Error("another band is not asked about")
	}
	put(m, "band", belowBands)
	if _, ask := m.wants(); ask {
		t.Error("what is below the bands is compared")
	}
	if s, known := m.Spread(); spreadWords(s, known) != "" {
		t.Error("the last answer still shows")
	}
}

func TestAKeptLineCountsAsKeptWhileItsTypingGivesNoSum(t *testing.T) {
	d := losses(t)
	m := d.model(dan)
	m.Open(1)
	put(m, "replacement", "four hundred")
	if rows := m.Rows(); rows[0].OK || !rows[0].Typed || m.Ledger().Total() != 53668 {
		t.Errorf("%+v, %s", rows[0], m.Ledger().Total())
	}
	if s := first(t, m); s.Title != "Over your limit of £250.00" {
		t.Errorf("the limit says %q of an offer that only looks small", s.Title)
	}
}

func TestSumsThatAPageFixesAreNotCompared(t *testing.T) {
	m := maureen(t).model(dan)
	for _, k := range kinds {
		m.Fold()
		m.Add(k.Kind)
		_, ask := m.wants()
		want := k.Heads[0] == redress.FinancialLoss // an inconvenience once it has a band
		if ask != want {
			t.Errorf("%s: asked %v", k.Kind, ask)
		}
	}
}

func TestAnAwardPaysAnOrderOfItsDetermination(t *testing.T) {
	d := maureen(t)
	m := d.model(helen)
	m.Add(redress.Ordered)
	if wrong := m.Try(); !strings.Contains(wrong[""], "case file first") {
		t.Fatalf("with no referral: %v", wrong)
	}
	d.answered()
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	d.act(dan, casework.Refer{Body: "housing", On: d.today, Theirs: "202600001", What: "The leak"})
	d.act(helen, casework.Determine{Referral: 1, On: d.today, Findings: []casework.OmbudsmanFinding{{ID: 1, Matter: "The leak", Finding: casework.Maladmin}},
		Orders: []casework.Order{{ID: 1, Text: "Pay £300", Sum: 30000, Due: day("2026-12-04")}}})
	m = d.model(helen)
	m.Add(redress.Ordered)
	put(m, "order", "1", "body", m.bodyOf("1"), "sum", "300")
	keep(t, d, m)
	if m.Whole() != 0 || m.Ledger().Total() != 30000 || first(t, m).Title != "£300.00 to pay" {
		t.Errorf("the award is offered: %s of %s, %+v", m.Whole(), m.Ledger().Total(), m.Stands())
	}
	d.settings.Redress.Offset = true
	if sum, _ := d.model(helen).Offset(); sum != 0 {
		t.Errorf("%s of an award may be set against arrears", sum)
	}
}

// TestWhatAnotherRecordPaysIsAskedAbout: a fixed payment of the same person pays
// for the appointment on 24 September already. The sum is kept only with a
// reason, and one for another day needs none.
func TestWhatAnotherRecordPaysIsAskedAbout(t *testing.T) {
	d := maureen(t)
	paid := redress.Line{ID: 1, Title: "Missed appointments", Sum: 1000, Input: redress.Input{Kind: redress.Visits,
		Visits: []redress.Visit{{On: day("2026-09-24"), Slot: redress.Morning}}}}
	d.others = []register.MoneyElse{{Reference: "F-2026-0012-K", Lines: redress.Ledger{paid}}}
	m := d.model(dan)
	m.Add(redress.Visits)
	m.Draft().Visits = []Said{{"on": "2 October 2026", "slot": string(redress.Morning)}}
	if wrong := m.Try(); wrong != nil || m.Clash(0) != "" {
		t.Fatalf("another day: %v, %q", wrong, m.Clash(0))
	}
	m.Draft().Visits[0]["on"] = "24 September 2026"
	const question = "F-2026-0012-K pays for the appointment on 24 September 2026 already. Why is it right to pay here too?"
	if wrong := m.Try(); wrong["also"] != question || m.Clash(0) != question {
		t.Fatalf("the same day: %v, %q", wrong, m.Clash(0))
	}
	put(m, "also", "The fixed payment was for the other home")
	keep(t, d, m)
	if got := d.c.Redress[0].Also; got != "The fixed payment was for the other home" {
		t.Errorf("kept with %q", got)
	}
}
