package casework

import (
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// tess is an investigator who has no part in anything unless a test gives her
// one.
var tess = Officer{ID: 7, Name: "Tess Varga", Role: Investigator, Office: 1}

// when is a moment at which Tess works here as well.
func when(t testing.TB, by Officer, today string) Moment {
	t.Helper()
	m := on(t, by, day(today))
	known := m.Officer
	m.Officer = func(id int64) (Officer, bool) {
		if id == tess.ID {
			return tess, true
		}
		return known(id)
	}
	return m
}

// acknowledgedCase is a complaint received and acknowledged on Friday 13 November
// 2026, with Dan. Its response is due on Friday 27 November, and no extension
// goes beyond Friday 11 December.
func acknowledgedCase(t *testing.T) Case {
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	c = must(t, c, Assign{To: dan.ID}, on(t, dan, day("2026-11-13")))
	return must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2026-11-13"), How: Posted, To: "Grace Adeyemi"}, on(t, dan, day("2026-11-13")))
}

// goes makes a letter and sends it the same day.
func goes(t *testing.T, c Case, kind LetterKind, m Moment) Case {
	t.Helper()
	c = must(t, c, MakeLetter{Kind: kind, Dated: m.Today, Document: "ff", Pages: 1}, m)
	return must(t, c, DispatchLetter{Kind: kind, Letter: c.Letters[len(c.Letters)-1].ID, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m)
}

// sound fails where a case has a fault.
func sound(t *testing.T, c Case) {
	t.Helper()
	if faults := Faults(c); len(faults) > 0 {
		t.Errorf("%s has faults: %s", c.Reference, strings.Join(faults, "; "))
	}
}

func TestAnExtensionMovesNothingUntilItIsTold(t *testing.T) {
	c := acknowledgedCase(t)
	m := when(t, dan, "2026-11-25")
	c = must(t, c, Extend{Days: 4, Reason: "The survey is on Monday."}, m)
	if due := c.Current().Due().Due; due != day("2026-11-27") {
		t.Errorf("decided and not told, the response is due %s", due)
	}
	if s := StatusOf(c, m.Today, england); s.Next.Letter != ExtensionNotice ||
		s.Sentence != "Stage 1 response is due Friday 27 November 2026; an extension to Thursday 3 December 2026 counts once its letter has gone." {
		t.Errorf("the status is %+v", s)
	}
	refused(t, c, Extend{Days: 6, Reason: "More."}, m, "pending")
	refused(t, c, MakeLetter{Kind: ExtensionNotice, About: 9, Dated: m.Today, Document: "ff", Pages: 1}, m, "no-extension")
	late := when(t, dan, "2026-11-30")
	refused(t, c, MakeLetter{Kind: ExtensionNotice, Dated: late.Today, Document: "ff", Pages: 1}, late, "too-late")
	refused(t, c, SentElsewhere{Kind: ExtensionNotice, On: late.Today, How: Posted, To: "Grace"}, late, "too-late")

	// Told on the due date itself. Four working days after Friday 27 November:
	// Monday 30 is day 1, Thursday 3 December day 4.
	told := goes(t, c, ExtensionNotice, when(t, dan, "2026-11-27"))
	if e := told.Current().Extensions[0]; e.Told != day("2026-11-27") || told.Current().Due().Due != day("2026-12-03") || told.Letters[1].About != e.ID {
		t.Errorf("told, the response is due %s by %+v", told.Current().Due().Due, e)
	}
	sound(t, told)
	refused(t, told, MakeLetter{Kind: ExtensionNotice, Dated: day("2026-11-27"), Document: "ff", Pages: 1}, when(t, dan, "2026-11-27"), "no-extension")
	// A second step on its last day, ten in all: Friday 11 December.
	m = when(t, dan, "2026-12-03")
	told = must(t, told, Extend{Days: 10, Reason: "The surveyor is ill."}, m)
	told = must(t, told, SentElsewhere{Kind: ExtensionNotice, On: m.Today, How: Emailed, To: "Grace"}, m)
	if due := told.Current().Due().Due; due != day("2026-12-11") {
		t.Errorf("ten working days after 27 November is 11 December, not %s", due)
	}
	sound(t, told)
	refused(t, told, Extend{Days: 11, Reason: "x"}, m, "over-limit")
}

func TestBeyondTheLimitOnlyAManagersReasonGoes(t *testing.T) {
	c := acknowledgedCase(t)
	dates := func(texts ...string) (days []calendar.Date) {
		for _, text := range texts {
			days = append(days, day(text))
		}
		return days
	}
	m, boss := when(t, dan, "2026-11-26"), when(t, helen, "2026-11-26")
	weeks := dates("2026-12-04", "2026-12-11")
	for code, act := range map[string]AgreeUpdates{
		"no-days":       {Expected: day("2026-12-18"), Reason: "Wet."},
		"wrong-days":    {Days: dates("2026-12-11", "2026-12-04"), Expected: day("2026-12-18"), Reason: "Wet."},
		"no-reason":     {Days: weeks, Expected: day("2026-12-18")},
		"in-time":       {Days: dates("2026-11-26"), Expected: day("2026-11-27"), Reason: "Wet."},
		"extend":        {Days: dates("2026-12-04"), Expected: day("2026-12-11"), Reason: "Wet."}, // the last day of an extension
		"managers-only": {Days: dates("2026-12-04"), Expected: day("2026-12-12"), Reason: "Wet."}, // the day after it
	} {
		refused(t, c, act, m, code)
	}
	refused(t, c, AgreeUpdates{Days: dates("2026-12-18"), Expected: day("2026-12-18"), Reason: "Wet."}, boss, "wrong-days")
	beyond := must(t, c, AgreeUpdates{Days: weeks, Expected: day("2026-12-18"), Reason: "The wall has to dry."}, boss)
	s := beyond.Current()
	if s.Beyond.By != helen.ID || s.Due().Due != day("2026-11-27") || len(s.Updates) != 2 {
		t.Errorf("beyond the limit: %+v", s)
	}
	if got := StatusOf(beyond, day("2026-12-02"), england); got.Next.Letter != HoldingUpdate || got.Tone != Late ||
		got.Sentence != "Stage 1 response was due Friday 27 November 2026 and is expected Friday 18 December 2026; the next update is due Friday 4 December 2026." {
		t.Errorf("the status is %+v", got)
	}
	sound(t, beyond)

	// The first update goes a day early; then the second, late, because the
	// answer is still expected after it.
	first := goes(t, beyond, HoldingUpdate, when(t, dan, "2026-12-03"))
	if u := first.Current().Updates; u[0].Given != day("2026-12-03") || !u[1].Given.IsZero() {
		t.Errorf("after the first update: %+v", u)
	}
	second := goes(t, first, HoldingUpdate, when(t, dan, "2026-12-14"))
	refused(t, second, MakeLetter{Kind: HoldingUpdate, Dated: day("2026-12-15"), Document: "ff", Pages: 1}, when(t, dan, "2026-12-15"), "no-update")
	sound(t, second)
	// Both missed: one letter gives both, and it may go only while something
	// stands after it for the resident to expect.
	refused(t, beyond, MakeLetter{Kind: HoldingUpdate, Dated: day("2026-12-18"), Document: "ff", Pages: 1}, when(t, dan, "2026-12-18"), "no-next")
	again := must(t, beyond, AgreeUpdates{Days: dates("2027-01-08"), Expected: day("2027-01-15"), Reason: "Still wet."}, when(t, helen, "2026-12-18"))
	if u := again.Current().Updates; len(u) != 3 || u[2].ID != 3 {
		t.Errorf("missed updates stay until the resident has heard: %+v", u)
	}
	again = goes(t, again, HoldingUpdate, when(t, dan, "2026-12-18"))
	if next, ok := again.Current().NextUpdate(); !ok || next.Due != day("2026-12-11") {
		t.Errorf("next is %+v", next)
	}
	// Within the limit any investigator agrees days, and nothing else changes.
	plain := must(t, c, AgreeUpdates{Days: dates("2026-11-26")}, m)
	if !plain.Current().Beyond.Expected.IsZero() || len(plain.Current().Updates) != 1 {
		t.Errorf("updates within the limit: %+v", plain.Current())
	}
	// Overdue and never extended: an expected day that an extension would have
	// reached needs no manager.
	over := when(t, dan, "2026-11-30")
	refused(t, c, Extend{Days: 5, Reason: "x"}, over, "too-late")
	must(t, c, AgreeUpdates{Days: dates("2026-12-01"), Expected: day("2026-12-04"), Reason: "The report came late."}, over)
}

func TestNobodyFromStageOneHasStageTwo(t *testing.T) {
	m := when(t, helen, "2026-12-01")
	for name, part := range map[string]func(*Case){
		"handled":  func(c *Case) { c.Stages[0].Handlers = append(c.Stages[0].Handlers, tess.ID) },
		"covered":  func(c *Case) { c.Stages[0].Covers = []Cover{{ID: 1, Officer: tess.ID}} },
		"reviewed": func(c *Case) { c.Stages[0].Reviews = []Review{{ID: 1, By: tess.ID}} },
		"extended": func(c *Case) { c.Stages[0].Extensions = []Extension{{ID: 1, By: tess.ID}} },
		"beyond":   func(c *Case) { c.Stages[0].Beyond.By = tess.ID },
		"answered": func(c *Case) { c.Points[1].By = tess.ID },
		"left out": func(c *Case) {
			c.Points = append(c.Points, Point{ID: 3, Excluded: Exclusion{Reason: "personal-injury", By: tess.ID, Told: m.Today}})
		},
		"remedied": func(c *Case) { c.Remedies = []Remedy{{ID: 1, Stage: 1, By: tess.ID}} },
		"wrote":    func(c *Case) { c.Letters[1].By = tess.ID },
		"sent":     func(c *Case) { c.Letters[1].SentBy = tess.ID },
	} {
		c := answered(t)
		part(&c)
		refused(t, c, AskStage2{On: m.Today, Handler: tess.ID}, m, "same-person")
		c = must(t, c, AskStage2{On: m.Today}, m)
		refused(t, c, Assign{To: tess.ID}, m, "same-person")
		refused(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "x"}, when(t, tess, "2026-12-01"), "same-person")
		c.Stages[1].Handlers = []int64{tess.ID}
		if !slices.ContainsFunc(Faults(c), func(f string) bool { return strings.Contains(f, "Code 6.13") }) {
			t.Errorf("%s stage 1, and no fault found", name)
		}
	}
	c := answered(t)
	c.Conflicts = []Conflict{{ID: 1, Officer: tess.ID}}
	refused(t, c, AskStage2{On: m.Today, Handler: tess.ID}, m, "conflict")
	must(t, answered(t), AskStage2{On: m.Today, Handler: tess.ID}, m)
}

func TestStageTwoKeepsWhatStageOneFound(t *testing.T) {
	m := when(t, tess, "2026-12-01")
	c := must(t, answered(t), AskStage2{On: m.Today, Points: []int{2}, Still: []StillText{{2, "Nobody rang either."}}, Wanted: "An apology.", Handler: tess.ID}, m)
	if c.Point(2).Still != "Nobody rang either." || c.Current().Wanted != "An apology." || c.Wanted != "Heating fixed today." {
		t.Errorf("what is unresolved is kept at stage 2: %+v", c.Current())
	}
	refused(t, answered(t), AskStage2{On: m.Today, Points: []int{2}, Still: []StillText{{1, "x"}}}, m, "no-point")
	refused(t, answered(t), AskStage2{On: m.Today, Points: []int{2, 2}}, m, "no-point")
	refused(t, c, AnswerPoint{Point: 1, Finding: NotUpheld, Reasons: "x"}, m, "other-stage")
	c = must(t, c, AnswerPoint{Point: 2, Finding: NotUpheld, Reasons: "First thoughts."}, m)
	c = must(t, c, AnswerPoint{Point: 2, Finding: Upheld, Reasons: "We did not come."}, m)
	p := c.Point(2)
	if len(p.Earlier) != 1 || p.At(1).Outcome != NotUpheld || p.At(1).By != dan.ID || p.At(2).Outcome != Upheld || p.At(3) != (Finding{}) {
		t.Errorf("point 2: %+v", p)
	}
	refused(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "ff", Pages: 1}, when(t, dan, "2026-12-01"), "same-person")
	c = goes(t, c, Response, m)
	sound(t, c)
	if c.Stages[0].Outcome != Upheld || c.Stages[1].Outcome != Upheld || c.Stages[1].Mixed {
		t.Errorf("stage 2 found %s, mixed %v", c.Stages[1].Outcome, c.Stages[1].Mixed)
	}
	refused(t, acknowledgedCase(t), AskStage2{On: m.Today}, m, "not-answered")
}

// closedEarlier is a case of the earlier policy, answered on Friday 17 and
// closed on Monday 20 February 2023.
func closedEarlier(t *testing.T) Case {
	c := must(t, Case{}, walkIn("2023-02-06"), when(t, dan, "2023-02-06"))
	for _, p := range []int{1, 2} {
		c = must(t, c, AnswerPoint{Point: p, Finding: NotUpheld, Reasons: "We came."}, when(t, dan, "2023-02-17"))
	}
	c = must(t, c, SentElsewhere{Kind: Response, On: day("2023-02-17"), How: Posted, To: "Grace"}, when(t, dan, "2023-02-17"))
	return must(t, c, Close{On: day("2023-02-20")}, when(t, dan, "2023-02-20"))
}

func TestAnAppealNeedsReasonsSomebodyAppointedAndATypedDay(t *testing.T) {
	c := closedEarlier(t)
	m := when(t, dan, "2023-03-06")
	refused(t, c, AskStage2{On: m.Today}, m, "no-stage")
	ask := AskAppeal{On: m.Today, Reasons: "Nobody looked at my photographs.", AppointedBy: "Head of Service", Manager: helen.ID, AnswerBy: day("2023-03-27")}
	for code, spoil := range map[string]func(*AskAppeal){
		"no-reasons":   func(a *AskAppeal) { a.Reasons = " " },
		"no-appointer": func(a *AskAppeal) { a.AppointedBy = "the caretaker" },
		"no-answer-by": func(a *AskAppeal) { a.AnswerBy = a.On },
		"no-manager":   func(a *AskAppeal) { a.Manager = priya.ID },
		"same-person":  func(a *AskAppeal) { a.Manager = dan.ID },
		"too-early":    func(a *AskAppeal) { a.On = day("2023-02-16") },
	} {
		bad := ask
		spoil(&bad)
		refused(t, c, bad, m, code)
	}
	refused(t, answered(t), ask, when(t, dan, "2026-12-01"), "no-appeal")
	// Still open on 1 April 2024, it has stage 2 instead (ruling 3).
	open := must(t, c, Reopen{Why: "A further paper came."}, m)
	refused(t, open, AskAppeal{On: day("2024-04-08"), Reasons: "x", AppointedBy: "Head of Service", Manager: helen.ID, AnswerBy: day("2024-05-01")}, when(t, dan, "2024-04-08"), "stage-2-open")

	c = must(t, c, ask, m)
	s := c.Current()
	// Monday 6 March to Monday 27 March is three weeks of seven days.
	if w := s.RespondBy.Working; !s.Appeal || s.RespondBy.Due != day("2023-03-27") || w.Days != 21 || w.Unit != calendar.CalendarDays || len(w.Steps) != 21 {
		t.Errorf("the appeal's date is %+v", s.RespondBy)
	}
	if f := Facts(c)[1]; !f.Appeal || !f.AcknowledgeBy.IsZero() {
		t.Errorf("counted as %+v", f)
	}
	if ds := Duties(c); len(ds) != 1 || ds[0].Kind != DutyRespond {
		t.Errorf("an appeal has no acknowledgement: %v", ds)
	}
	if got := StatusOf(c, m.Today, england).Sentence; got != "Answer to the appeal is due Monday 27 March 2023." {
		t.Errorf("the status is %q", got)
	}
	boss := when(t, helen, "2023-03-20")
	c = goes(t, c, Acknowledgement, boss) // none is owed, and one may go
	if s := c.Current(); s.Acknowledged != boss.Today || s.RespondBy.Due != day("2023-03-27") {
		t.Errorf("the acknowledgement of an appeal moved its date: %+v", s)
	}
	refused(t, c, Extend{Days: 2, Reason: "x"}, boss, "no-extension")
	refused(t, c, AskStage2{On: boss.Today}, boss, "appealed")
	for _, p := range []int{1, 2} {
		c = must(t, c, AnswerPoint{Point: p, Finding: Upheld, Reasons: "The photographs show it."}, boss)
	}
	c = must(t, c, AddRemedy{Kind: "apology", Text: "We are sorry."}, boss)
	c = goes(t, c, Response, boss)
	sound(t, c)
	if got := StatusOf(c, boss.Today, england).Sentence; got != "The appeal was answered on Monday 20 March 2023: upheld." {
		t.Errorf("the status is %q", got)
	}
}

func TestRecountMovesOpenDatesAndLeavesPromisedOnes(t *testing.T) {
	extra := calendar.England(calendar.Exception{Date: day("2026-11-18"), Name: "Proclaimed"})
	moment := func(by Officer, today string) Moment {
		m := when(t, by, today)
		m.Holidays = extra
		return m
	}
	m := moment(helen, "2026-11-16")
	// Received Friday 13 November. Without Wednesday 18 the acknowledgement is
	// due on Monday 23 (16, 17, 19, 20, 23), the response ten working days on,
	// Monday 7 December, and the furthest extension Monday 21 December.
	c := must(t, Case{}, walkIn("2026-11-13"), when(t, priya, "2026-11-13"))
	for i, want := range []DateMove{
		{1, policy.Acknowledge, day("2026-11-20"), day("2026-11-23"), false},
		{1, policy.Respond, day("2026-12-04"), day("2026-12-07"), false},
		{1, policy.RespondExtended, day("2026-12-18"), day("2026-12-21"), false},
	} {
		if got := Moves(c, m); len(got) != 3 || got[i] != want {
			t.Errorf("move %d is %+v, want %+v", i, got, want)
		}
	}
	moved := must(t, c, Recount{}, m)
	if s := moved.Current(); s.AcknowledgeBy.Due != day("2026-11-23") || s.RespondBy.Due != day("2026-12-07") || s.Latest.Due != day("2026-12-21") || !s.RespondBy.Provisional {
		t.Errorf("recounted: %s, %s, %s", s.AcknowledgeBy.Due, s.RespondBy.Due, s.Latest.Due)
	}
	sound(t, moved)
	refused(t, moved, Recount{}, m, "nothing-moves")
	// The day is taken away again: everything goes back.
	back := must(t, moved, Recount{}, when(t, helen, "2026-11-16"))
	if back.Current().Latest.Due != day("2026-12-18") {
		t.Errorf("back to %s", back.Current().Latest.Due)
	}

	// With a receipt in the resident's hand the acknowledgement's day stands,
	// and what is counted from it stays too.
	receipt := goes(t, c, Receipt, when(t, priya, "2026-11-13"))
	if got := Moves(receipt, m); len(got) != 1 || !got[0].Promised || got[0].New != day("2026-11-23") {
		t.Errorf("with a receipt: %+v", got)
	}
	refused(t, receipt, Recount{}, m, "nothing-moves")

	// Acknowledged, the response date is promised. A pending extension and the
	// furthest day of one are not; they count from the date that stands, Friday
	// 27 November, and Wednesday 2 December is a holiday here.
	extra = calendar.England(calendar.Exception{Date: day("2026-11-25"), Name: "Proclaimed"}, calendar.Exception{Date: day("2026-12-02"), Name: "Proclaimed"})
	m = moment(helen, "2026-11-20")
	a := acknowledgedCase(t)
	pending := must(t, a, Extend{Days: 4, Reason: "Survey."}, when(t, dan, "2026-11-20"))
	pending = must(t, pending, Recount{}, m)
	s := pending.Current()
	if s.RespondBy.Due != day("2026-11-27") || s.Extensions[0].Due.Due != day("2026-12-04") || s.Latest.Due != day("2026-12-14") {
		t.Errorf("pending: %s, %s, %s", s.RespondBy.Due, s.Extensions[0].Due.Due, s.Latest.Due)
	}
	sound(t, pending)
	told := must(t, a, Extend{Days: 10, Reason: "Survey.", Told: day("2026-11-20"), How: Posted}, when(t, dan, "2026-11-20"))
	var promised int
	for _, move := range Moves(told, m) {
		if !move.Promised {
			t.Errorf("told and moved: %+v", move)
		}
		promised++
	}
	if promised != 2 { // the response and its extension
		t.Errorf("%d promised dates would differ", promised)
	}
	done := must(t, answered(t), Close{On: day("2026-11-27")}, when(t, dan, "2026-11-27"))
	if got := Moves(done, m); len(got) != 0 {
		t.Errorf("a closed case moves: %+v", got)
	}
}

func TestAnActIsTakenBackForTenMinutesByWhoDidIt(t *testing.T) {
	start := time.Date(2026, 11, 13, 10, 0, 0, 0, time.UTC)
	before := acknowledgedCase(t)
	c := must(t, before, AddNote{Text: "On the wrong case."}, when(t, priya, "2026-11-13"))
	moment := func(by Officer, after time.Duration) Moment {
		m := when(t, by, "2026-11-13")
		m.Now = start.Add(after)
		return m
	}
	back := TakeBack{Act: ActNote, Summary: "Note added", Before: before, By: priya.ID, At: start}
	refused(t, c, back, moment(dan, time.Minute), "another")
	refused(t, c, back, moment(priya, TakeBackTime+time.Second), "too-late")
	refused(t, c, back, moment(priya, -time.Second), "too-late")
	other := back
	other.Before.ID = 99
	refused(t, c, other, moment(priya, time.Minute), "other-case")
	out, err := Apply(c, back, moment(priya, TakeBackTime))
	if err != nil || len(out.Case.Notes) != 0 || out.Case.Version != c.Version || out.Summary != "Taken back: Note added" {
		t.Errorf("taken back: %+v, %v", out, err)
	}
	if len(Diff(before, out.Case)) != 0 {
		t.Errorf("taking back left %v", Diff(before, out.Case))
	}
	// An extension told outside Casebook is in the resident's hands.
	told := must(t, before, Extend{Days: 2, Reason: "x", Told: day("2026-11-13"), How: Posted}, when(t, dan, "2026-11-13"))
	refused(t, told, TakeBack{Act: ActExtend, Before: before, By: dan.ID, At: start}, moment(dan, time.Minute), "not-undoable")
	for _, act := range []ActName{ActRecord, ActSendAck, ActPrintReceipt, ActMakeResponse, ActRecordAck, ActTakeBack, ActLink, ActUnlink, ActSamePerson, ActRecount, "no such act"} {
		if Undoable(act) {
			t.Errorf("%s can be taken back", act)
		}
	}
	for _, act := range []ActName{ActNote, ActAnswer, ActClose, ActWithdraw, ActExtend, ActAskStage2, ActAssign, ActVoid} {
		if !Undoable(act) {
			t.Errorf("%s cannot be taken back", act)
		}
	}
}
