package letter_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

func TestASlipIsForNobodyWithoutAuthority(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*casework.Representative)
		may    bool
	}{
		"authority":       {func(*casework.Representative) {}, true},
		"its last day":    {func(r *casework.Representative) { r.Until = received }, true},
		"ended yesterday": {func(r *casework.Representative) { r.Until = received.AddDays(-1) }, false},
		"none given":      {func(r *casework.Representative) { r.Authority = "" }, false},
	} {
		of := recorded(t, received, represented)
		c.change(&of.Representative)
		in := input(t, casework.ProgressSlip, of, received)
		mustPass(t, in)
		l := filled(t, in)
		if named := strings.Contains(text(l), of.Representative.Name); named != c.may {
			t.Errorf("%s: the representative is named: %v", name, named)
		}
		i := slices.IndexFunc(letter.Check(l, in), func(f letter.Finding) bool { return f.ID == "hand-over" && !f.OK })
		if (i < 0) != c.may {
			t.Errorf("%s: the officer is warned: %v", name, i >= 0)
		}
	}
}

func TestAProgressSlipSaysTheNextDayThatIsOwed(t *testing.T) {
	said := calendar.On(2026, 11, 9)
	open := apply(t, recorded(t, received), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	promised := apply(t, open, said, casework.MakePromise{Text: "Ring you", Owner: "Repairs", Due: calendar.On(2026, 11, 12)}, casework.AskOthers{Whom: "Bell Plumbing", What: "When?", Due: said})
	closed := apply(t, carpetedNow(t), calendar.On(2026, 12, 4), casework.Close{On: calendar.On(2026, 12, 4)})
	for name, c := range map[string]struct {
		of   casework.Case
		on   calendar.Date
		says string
	}{
		"the answer":                        {open, said, "Tuesday 17 November 2026. We will send you our answer by then."},
		"a promise before it":               {promised, said, "Thursday 12 November 2026. We will do what we promised by then."},
		"on its last day":                   {open, calendar.On(2026, 11, 17), "Tuesday 17 November 2026. We will send you our answer by then."},
		"the answer is late":                {open, calendar.On(2026, 11, 18), "We were to send you our answer by then. It is late, and we are sorry."},
		"withdrawn":                         {withdrawn(t), today, "Tuesday 3 November 2026. We were to confirm that you withdrew it by then."},
		"closed, with a promise still open": {closed, calendar.On(2026, 12, 4), "Friday 4 December 2026. We will do what we promised by then."},
	} {
		in := input(t, casework.ProgressSlip, c.of, c.on)
		mustPass(t, in)
		l := filled(t, in)
		if got := l.Document.TextOf("next date"); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), c.says) {
			t.Errorf("%s: %s", name, got)
		}
		if strings.Contains(text(l), "Bell Plumbing") {
			t.Errorf("%s names somebody else", name)
		}
	}
}

// carpetedNow is the carpet laid after the answer has gone.
func carpetedNow(tb testing.TB) casework.Case {
	tb.Helper()
	c := apply(tb, answered(tb), today, casework.SentElsewhere{Kind: casework.Response, On: today, How: casework.Posted, To: "her"})
	return apply(tb, c, calendar.On(2026, 12, 3), casework.KeepPromise{Promise: 1, On: calendar.On(2026, 12, 3)})
}

func TestASlipNamesWhoCoversAndWhoDealsWithTheDead(t *testing.T) {
	of := recorded(t, received)
	of.Stages[0].Covers = []casework.Cover{{ID: 1, Officer: marsh.ID, From: received, Until: received.AddDays(7)}}
	in := input(t, casework.ProgressSlip, of, received)
	in.Officers[marsh.ID] = marsh
	mustPass(t, in)
	if has := filled(t, in).Document.TextOf("has it"); !strings.Contains(has, marsh.Name) {
		t.Errorf("while the handler is away: %s", has)
	}
	in.Today = received.AddDays(8)
	if has := filled(t, in).Document.TextOf("has it"); !strings.Contains(has, okafor.Name) {
		t.Errorf("when the handler is back: %s", has)
	}
	dead := recorded(t, received, represented)
	dead.Died = received
	in = input(t, casework.ProgressSlip, dead, received)
	mustPass(t, in)
	if private := filled(t, in).Document.TextOf("private"); !strings.Contains(private, "We give it to Łukasz Nguyễn, and to nobody else.") {
		t.Error(private)
	}
}

// TestASlipPromisesNoDayThatNoPageGives: a fixed payment has none, nor has a
// petition between its investigation and its Board; nothing of it is late.
func TestASlipPromisesNoDayThatNoPageGives(t *testing.T) {
	asked := fixedRecord(t, "door-entry", received)
	for name, in := range map[string]letter.Input{
		"a fixed payment":          input(t, casework.ProgressSlip, asked, received.AddDays(5)),
		"a petition's Board":       input(t, casework.ProgressSlip, petitionThanked(t), handedIn.AddDays(9)),
		"a petition's last letter": input(t, casework.ProgressSlip, heard(t, handedIn.AddDays(8)), board.AddDays(3)),
	} {
		mustPass(t, in)
		if got := text(filled(t, in)); !strings.Contains(got, "no day that we still owe you") || strings.Contains(got, "late, and we are sorry") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// petitionThanked was acknowledged and looked into, and its Board is not set.
func petitionThanked(t *testing.T) casework.Case {
	t.Helper()
	on := handedIn.AddDays(8)
	return apply(t, lookedAt(t, on), on, casework.SentElsewhere{Kind: casework.PetitionAcknowledgement, On: handedIn.AddDays(2), How: casework.Posted, To: "Maureen Tilley"})
}

// TestEveryReceiptAndWithdrawalSaysWhatItIs: a petition, a claim and a payment
// are named, with the day that the page gives.
func TestEveryReceiptAndWithdrawalSaysWhatItIs(t *testing.T) {
	claim := claimed(t, "")
	for _, c := range []struct {
		in   letter.Input
		want string
	}{
		{input(t, casework.Receipt, petitioned(t), handedIn), "You handed in a petition with 214 signatures. We will acknowledge it by Tuesday 8 December 2026."},
		{input(t, casework.Receipt, claim, received), "You made an insurance claim. We will visit you and send the claim on by Wednesday 11 November 2026."},
		{input(t, casework.Receipt, fixedRecord(t, "door-entry", received), received), "You asked us for a payment."},
		{input(t, casework.WithdrawalLetter, apply(t, claim, acknowledged, casework.Withdraw{On: acknowledged}), acknowledged), "You can bring this back to us, or complain about it, at any time."},
	} {
		mustPass(t, c.in)
		if got := text(filled(t, c.in)); !strings.Contains(got, c.want) {
			t.Errorf("%q is not in %s", c.want, got)
		}
	}
}
