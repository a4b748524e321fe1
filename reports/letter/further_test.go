package letter_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// further are the letters that come beside the answer at stage 1 and after it,
// each of which is right, by the name of its golden text.
func further(tb testing.TB) map[string]letter.Input {
	tb.Helper()
	before, after := calendar.On(2022, 5, 3), calendar.On(2022, 11, 1)
	overturned, on := setAside(tb)
	all := map[string]letter.Input{
		"refusal of two points":                               input(tb, casework.RefusalLetter, refusedTwice(tb), received.AddDays(1)),
		"acknowledgement of a refusal set aside":              input(tb, casework.Acknowledgement, overturned, on),
		"stage 2 acknowledgement":                             input(tb, casework.Acknowledgement, atStage2(tb), started2),
		"stage 2 response":                                    input(tb, casework.Response, answeredAgain(tb), finished2),
		"stage 2 response about allocations":                  input(tb, casework.Response, answeredAgain(tb, func(r *casework.Record) { r.Subject = "allocations" }), finished2),
		"stage 2 response about Money Advice":                 input(tb, casework.Response, answeredAgain(tb, func(r *casework.Record) { r.Subject = "money-advice" }), finished2),
		"extension":                                           input(tb, casework.ExtensionNotice, extending(tb), today),
		"stage 2 extension":                                   input(tb, casework.ExtensionNotice, extendingAgain(tb), finished2),
		"holding update":                                      input(tb, casework.HoldingUpdate, waiting(tb), calendar.On(2026, 11, 20)),
		"holding update, the last":                            lastUpdate(tb),
		"refusal of a point":                                  input(tb, casework.RefusalLetter, refusedPoint(tb), received.AddDays(1)),
		"refusal of the whole":                                input(tb, casework.RefusalLetter, inCourt(tb), received.AddDays(1)),
		"acknowledgement with a point refused":                input(tb, casework.Acknowledgement, refusedPoint(tb), acknowledged),
		"escalation refusal":                                  input(tb, casework.EscalationRefusal, notOpened(tb), asked2.AddDays(1)),
		"appeal acknowledgement":                              input(tb, casework.Acknowledgement, appealed(tb, after), after.AddDays(1)),
		"appeal response after it ended":                      input(tb, casework.Response, appealAnswered(tb, after), after.AddDays(20)),
		"appeal response while the designated person was law": input(tb, casework.Response, appealAnswered(tb, before), before.AddDays(20)),
		"acknowledgement to an executor":                      input(tb, casework.Acknowledgement, bereaved(tb), acknowledged),
	}
	for _, name := range []string{"stage 2 response", "extension", "refusal of the whole"} {
		in := all[name]
		in.LargePrint = true
		all[name+" in large print"] = in
	}
	return all
}

func TestFurtherLettersPass(t *testing.T) {
	for name, in := range further(t) {
		t.Run(name, func(t *testing.T) { mustPass(t, in) })
	}
}

func TestFurtherLettersReadAtElevenOrYounger(t *testing.T) {
	for name, in := range further(t) {
		for _, f := range letter.Check(filled(t, in), in) {
			if f.ID == "reading" && (!f.OK || f.Must) {
				t.Errorf("%s: %s", name, f.Words)
			}
		}
	}
}

// advice is what a letter's findings say that does not shut it, by id.
func advice(t *testing.T, in letter.Input) map[string]string {
	t.Helper()
	said := map[string]string{}
	for _, f := range letter.Check(filled(t, in), in) {
		if !f.OK && !f.Must {
			said[f.ID] = f.Words
		}
	}
	return said
}

// The leak was acknowledged on Tuesday 3 November 2026: its answer is due on
// Tuesday 17 November, and the extension is told on that day or it is none.
func TestAnExtensionGoesByTheDayThatStands(t *testing.T) {
	for _, day := range []struct {
		on   calendar.Date
		shut bool
	}{{calendar.On(2026, 11, 17), false}, {calendar.On(2026, 11, 18), true}} {
		in := input(t, casework.ExtensionNotice, extending(t), day.on)
		if shut := letter.Shut(letter.Check(filled(t, in), in)); shut != day.shut {
			t.Errorf("on %s it is shut: %v", day.on, shut)
		}
	}
}

// The first step moves 17 November to the 20th, the second to 1 December, ten
// working days after the first day given: the notice names the 20th as the day
// that stood.
func TestASecondExtensionSaysWhichDayStood(t *testing.T) {
	c := apply(t, recorded(t, received), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	c = apply(t, c, today, casework.Extend{Days: 3, Reason: "The surveyor is ill.", Told: today, How: casework.Posted})
	later := calendar.On(2026, 11, 19)
	c = apply(t, c, later, casework.Extend{Days: 10, Reason: "The surveyor is still ill."})
	in := input(t, casework.ExtensionNotice, c, later)
	mustPass(t, in)
	l := filled(t, in)
	if was, now := l.Document.TextOf("was due"), l.Document.TextOf("new day"); !strings.Contains(was, "Friday 20 November 2026") || !strings.Contains(now, "Tuesday 1 December 2026. That is 10 working days") {
		t.Errorf("%s / %s", was, now)
	}
	if l.About != 2 {
		t.Errorf("it tells of extension %d", l.About)
	}
}

func TestALetterOfAnExtensionReadsAsItDidOnceItWent(t *testing.T) {
	c := extending(t)
	in := input(t, casework.ExtensionNotice, c, today)
	first := pdfOf(t, filled(t, in))
	in.Case = apply(t, c, today, casework.MakeLetter{Kind: casework.ExtensionNotice, Dated: today, Document: strings.Repeat("a", 64), Pages: 2})
	in.Case = apply(t, in.Case, today, casework.DispatchLetter{Kind: casework.ExtensionNotice, Letter: in.Case.Letters[len(in.Case.Letters)-1].ID, On: today, How: casework.Posted, To: "her"})
	if !bytes.Equal(first, pdfOf(t, filled(t, in))) {
		t.Error("dispatch changed the notice")
	}
	mustPass(t, in)
	if due := in.Case.Current().Due().Due; due != calendar.On(2026, 11, 24) {
		t.Errorf("dispatch moved the answer to %s", due)
	}
}

// A refusal goes within five working days of Wednesday 28 October 2026, by
// Wednesday 4 November. A late one still goes.
func TestALateRefusalIsPointedOutAndStillGoes(t *testing.T) {
	for _, day := range []struct {
		on   calendar.Date
		late bool
	}{{calendar.On(2026, 11, 4), false}, {calendar.On(2026, 11, 5), true}} {
		in := input(t, casework.RefusalLetter, refusedPoint(t), day.on)
		mustPass(t, in)
		if words := advice(t, in)["in-time"]; (words != "") != day.late {
			t.Errorf("on %s: %q", day.on, words)
		}
	}
}

func TestARefusalTellsOfThePointsThatNobodyWasToldOf(t *testing.T) {
	c := refusedPoint(t)
	c.Points[2].Excluded.Told = received.AddDays(1)
	second := received.AddDays(2)
	c = apply(t, c, second, tooOld(2))
	in := input(t, casework.RefusalLetter, c, second)
	mustPass(t, in)
	l := filled(t, in)
	if !slices.Equal(l.Points, []int{2}) || strings.Contains(text(l), "rude") {
		t.Errorf("it tells of %v: %s", l.Points, text(l))
	}
}

func TestADayToComeThatNobodyPromisedIsPointedOut(t *testing.T) {
	for _, c := range []struct {
		reasons string
		said    string
	}{
		{"We mended it on 14 October 2026.", ""},
		{"The carpet comes on 27 November 2026.", ""}, // a promise has that day
		{"The fitter comes on 1 December 2026.", "1 December 2026"},
		{"The fitter comes on 2 December.", "2 December"},
		{"You told us on 21 September.", ""},
		{"She was there on 20 December, and nobody came.", "20 December"}, // the nearest one is to come
		{"She was there on 3 January.", "3 January"},
		{"She was there on 31 February 2027.", ""},
	} {
		of := answered(t)
		of.Points[0].Reasons = c.reasons
		in := input(t, casework.Response, of, today)
		mustPass(t, in)
		if words := advice(t, in)["unpromised"]; (words != "") != (c.said != "") || !strings.Contains(words, c.said) {
			t.Errorf("%s: %q", c.reasons, words)
		}
	}
}

func TestAnOverduePromiseIsPointedOut(t *testing.T) {
	in := input(t, casework.Response, answeredAgain(t), finished2)
	if words := advice(t, in)["overdue"]; !strings.Contains(words, "27 November 2026") && !strings.Contains(words, "4 December 2026") {
		t.Errorf("said %q", words)
	}
	in.Case = apply(t, in.Case, finished2, casework.KeepPromise{Promise: 1, On: finished2}, casework.KeepPromise{Promise: 2, On: finished2})
	if words := advice(t, in)["overdue"]; words != "" {
		t.Errorf("kept, and said %q", words)
	}
}

func TestStage2NeedsNoWordsOnWhatIsNotSettled(t *testing.T) {
	c := atStage2(t)
	for i := range c.Points {
		c.Points[i].Still = ""
	}
	in := input(t, casework.Acknowledgement, c, started2)
	mustPass(t, in)
	if words := advice(t, in)["still"]; !strings.Contains(words, "points 1, 3 and 4") {
		t.Errorf("said %q", words)
	}
}

func TestStage2WithoutNewWishesKeepsTheOldOnes(t *testing.T) {
	c := atStage2(t)
	c.Current().Wanted = ""
	in := input(t, casework.Acknowledgement, c, started2)
	mustPass(t, in)
	if wanted := filled(t, in).Document.TextOf("wanted"); !strings.Contains(wanted, "Pay for the landing carpet") {
		t.Error(wanted)
	}
}

func TestALapsedAuthorityIsSaidAndTheResidentWrittenTo(t *testing.T) {
	c := answered(t, represented)
	for name, change := range map[string]func(r *casework.Representative){
		"ended on 12 November 2026":  func(r *casework.Representative) { r.Until = today.AddDays(-1) },
		"do not have the resident's": func(r *casework.Representative) { r.Authority = "" },
		"starts on 14 November 2026": func(r *casework.Representative) { r.Given = today.AddDays(1) },
	} {
		in := input(t, casework.Response, c, today)
		theirs := filled(t, in)
		change(&in.Case.Representative)
		mustPass(t, in)
		if words := advice(t, in)["authority"]; !strings.Contains(words, name) {
			t.Errorf("%s: said %q", name, words)
		}
		if address := filled(t, in).Document.TextOf("address"); !strings.HasPrefix(address, "Maureen Tilley") {
			t.Errorf("%s: addressed to %s", name, address)
		}
		i := slices.IndexFunc(letter.Check(theirs, in), func(f letter.Finding) bool { return f.ID == "recipient" && !f.OK && strings.Contains(f.Words, name) })
		if i < 0 {
			t.Errorf("%s: a letter to the representative was let through", name)
		}
	}
}

func TestALetterOfBeforeTheDeathStaysAsItWas(t *testing.T) {
	c := recorded(t, received)
	in := input(t, casework.Acknowledgement, c, acknowledged)
	first := pdfOf(t, filled(t, in))
	in.Case.Died = acknowledged.AddDays(1)
	if !bytes.Equal(first, pdfOf(t, filled(t, in))) {
		t.Error("a death changed the letter that went before it")
	}
}

func TestAFurtherLetterThatTheCaseHasNotSaysWhy(t *testing.T) {
	for _, c := range []struct {
		in   letter.Input
		want string
	}{
		{input(t, casework.ExtensionNotice, answered(t), today), "no extension"},
		{input(t, casework.HoldingUpdate, answered(t), today), "no update"},
		{input(t, casework.RefusalLetter, answered(t), today), "no refused point"},
		{input(t, casework.EscalationRefusal, atStage2(t), asked2), "not refused"},
		{input(t, casework.ExtensionNotice, recorded(t, received, func(r *casework.Record) { r.Answer = casework.ServiceOnly }), today), "is no complaint"},
	} {
		if _, err := letter.Fill(c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.in.Kind, err)
		}
	}
}

// A case received on Thursday 28 March 2024 and not closed on 1 April gets the
// current policy's stage 2, with its texts and its times (ruling 3).
func TestAnEarlierCaseAtStage2HasItsLetters(t *testing.T) {
	answeredDay := calendar.On(2024, 4, 2)
	c := apply(t, answeredOn(t, calendar.On(2024, 3, 28), answeredDay), answeredDay, casework.SentElsewhere{Kind: casework.Response, On: answeredDay, How: casework.Posted, To: "her"})
	asked := calendar.On(2024, 4, 8)
	c = applyAs(t, marsh, c, asked, casework.AskStage2{On: asked, Handler: marsh.ID})
	in := input(t, casework.Acknowledgement, c, asked)
	mustPass(t, in)
	// 20 working days after Monday 8 April 2024, without the holiday of 6 May:
	// 5 by the 15th, 15 by the 29th, 19 by Friday 3 May, 20 on Tuesday 7 May.
	if due := filled(t, in).Document.TextOf("due"); !strings.Contains(due, "Tuesday 7 May 2024") {
		t.Error(due)
	}
	c = applyAs(t, marsh, c, asked, casework.SentElsewhere{Kind: casework.Acknowledgement, On: asked, How: casework.Posted, To: "her"},
		casework.LogCall{On: asked, Note: "No answer"}, casework.AnswerPoint{Point: 1, Finding: casework.NotUpheld, Reasons: "The gate was mended in time."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "Our notes show the call."})
	in = input(t, casework.Response, c, asked)
	mustPass(t, in)
	if words := text(filled(t, in)); !strings.Contains(words, "That is the £50.00 that we offered you at stage 1.") {
		t.Error(words)
	}
}

// One point refused, one passed on, two answered: the answer names all four,
// and is not made mixed by what it does not decide.
func TestAnAnswerNamesWhatItDoesNotDecide(t *testing.T) {
	c := apply(t, refusedPoint(t), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "her"})
	c.Points[2].Excluded.Told = received.AddDays(1)
	c = apply(t, c, today, casework.LogCall{On: today, Note: "No answer"}, casework.AddRemedy{Kind: "apology", Text: "We say sorry."})
	for _, p := range []int{1, 2, 4} {
		c = apply(t, c, today, casework.AnswerPoint{Point: p, Finding: casework.Upheld, Reasons: "We were slow."})
	}
	in := input(t, casework.Response, c, today)
	mustPass(t, in)
	l := filled(t, in)
	if d, why := l.Document.TextOf("decision 3"), l.Document.TextOf("reasons 3"); d != "Not dealt with as a complaint" || why != "We wrote to you about this point on 29 October 2026." {
		t.Errorf("%s: %s", d, why)
	}
	if opening := l.Document.TextOf("opening"); strings.Contains(opening, "not every part") {
		t.Error(opening)
	}
}

// A refusal told on Thursday 29 October 2026 and set aside on Friday 6 November:
// the acknowledgement says so.
func TestAnAcknowledgementTellsOfARefusalSetAside(t *testing.T) {
	c, on := setAside(t)
	in := input(t, casework.Acknowledgement, c, on)
	mustPass(t, in)
	s := copied(sheet{filled(t, in), in})
	if words := s.letter.Document.TextOf("overturned 3"); !strings.Contains(words, "On 6 November 2026 that was set aside") {
		t.Error(words)
	}
	if s.drop("overturned 3"); !letter.Shut(letter.Check(s.letter, in)) {
		t.Error("it may be left out")
	}
}

func TestAnEarlierCaseHasAHoldingUpdate(t *testing.T) {
	c := apply(t, recorded(t, calendar.On(2023, 3, 1)), calendar.On(2023, 3, 2), casework.SentElsewhere{Kind: casework.Acknowledgement, On: calendar.On(2023, 3, 2), How: casework.Posted, To: "her"})
	next := calendar.On(2023, 3, 22)
	c = applyAs(t, marsh, c, calendar.On(2023, 3, 16), casework.AgreeUpdates{Days: []calendar.Date{next}, Expected: calendar.On(2023, 4, 3), Reason: "The survey is not back."})
	mustPass(t, input(t, casework.HoldingUpdate, c, next))
}

// The acknowledgement was due on Wednesday 4 November 2026, five working days
// after Wednesday 28 October, and the answer on Tuesday 17 November.
func TestALateLetterSaysSorryForIt(t *testing.T) {
	for _, c := range []struct {
		in letter.Input
		by string
	}{
		{input(t, casework.Acknowledgement, recorded(t, received), calendar.On(2026, 11, 4)), ""},
		{input(t, casework.Acknowledgement, recorded(t, received), calendar.On(2026, 11, 5)), "Wednesday 4 November 2026"},
		{input(t, casework.Response, answered(t), calendar.On(2026, 11, 17)), ""},
		{input(t, casework.Response, answered(t), calendar.On(2026, 11, 18)), "Tuesday 17 November 2026"},
	} {
		mustPass(t, c.in)
		s := copied(sheet{filled(t, c.in), c.in})
		if words := s.letter.Document.TextOf("late"); (words == "") != (c.by == "") || !strings.Contains(words, c.by) {
			t.Errorf("%s on %s: %q", c.in.Kind, c.in.Today, words)
		}
		if s.drop("late") && !letter.Shut(letter.Check(s.letter, c.in)) {
			t.Errorf("%s on %s: the apology may be left out", c.in.Kind, c.in.Today)
		}
	}
}

func TestAnAuthorityForOneThingIsPointedOut(t *testing.T) {
	in := input(t, casework.Response, answered(t, represented, func(r *casework.Record) { r.Representative.Scope = "the carpet" }), today)
	mustPass(t, in)
	if words := advice(t, in)["authority"]; !strings.Contains(words, "the carpet") {
		t.Errorf("said %q", words)
	}
}
