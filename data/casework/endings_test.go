package casework

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// leftOut is an acknowledged complaint of which points are left out, not yet
// told; the letter is due on Friday 20 November 2026.
func leftOut(t *testing.T, reRoute bool, points ...int) Case {
	c := acknowledgedCase(t)
	for _, id := range points {
		c.Point(id).Excluded = Exclusion{Reason: "x", ReRoute: reRoute, On: day("2026-11-16"), By: dan.ID,
			TellBy: c.Current().AcknowledgeBy}
	}
	return c
}

func TestClosingSaysHowTheCaseEnded(t *testing.T) {
	m := when(t, dan, "2026-11-18")
	withdrawn := must(t, acknowledgedCase(t), Withdraw{On: day("2026-11-17"), Why: "It was mended."}, m)
	request := walkIn("2026-11-13")
	request.Answer, request.Reference = ServiceOnly, NewReference(ServiceRequest, 2026, 9)
	stage2 := must(t, answered(t), AskStage2{On: day("2026-12-01")}, when(t, helen, "2026-12-01"))
	stage2.Stages[1].Refused = Exclusion{Reason: "over-12-months", On: day("2026-12-01"), By: helen.ID, TellBy: stage2.Stages[1].AcknowledgeBy}
	for name, v := range map[string]struct {
		c       Case
		by      Moment
		refused string // the reason why not
		letter  LetterKind
		ending  Ending
		closed  string
	}{
		"open":              {acknowledgedCase(t), m, "not-answered", "", "", ""},
		"answered":          {answered(t), when(t, dan, "2026-11-30"), "", "", Answered, "Closed on Monday 30 November 2026."},
		"withdrawn":         {withdrawn, m, "not-confirmed", WithdrawalLetter, WithdrawnEnding, "Closed on Wednesday 18 November 2026: withdrawn."},
		"refused":           {leftOut(t, false, 1, 2), m, "not-told", RefusalLetter, NotAccepted, "Closed on Wednesday 18 November 2026: not accepted as a complaint."},
		"passed on":         {leftOut(t, true, 1, 2), m, "not-told", PassOnLetter, NotAccepted, "Closed on Wednesday 18 November 2026: not accepted as a complaint."},
		"partly passed on":  {leftOut(t, true, 1), m, "not-answered", "", "", ""},
		"stage 2 refused":   {stage2, when(t, helen, "2026-12-02"), "not-told", EscalationRefusal, NotAccepted, "Closed on Wednesday 2 December 2026: stage 2 was not opened."},
		"a service request": {must(t, Case{}, request, m), m, "", "", DealtWith, "Closed on Wednesday 18 November 2026."},
	} {
		t.Run(name, func(t *testing.T) {
			c := v.c
			if v.refused != "" {
				refused(t, c, Close{On: v.by.Today}, v.by, v.refused)
			}
			if v.letter != "" {
				if next := StatusOf(c, v.by.Today, england).Next; next.Act != MakeAct(v.letter) {
					t.Errorf("next is %+v, want the %s", next, v.letter)
				}
				c = goes(t, c, v.letter, v.by)
				if next := StatusOf(c, v.by.Today, england).Next; next.Act != ActClose {
					t.Errorf("after the %s next is %+v", v.letter, next)
				}
				for _, d := range Duties(c) {
					if d.Kind != DutyPromise {
						t.Errorf("after the %s it still owes %+v", v.letter, d)
					}
				}
			}
			if v.ending == "" {
				return
			}
			c = must(t, c, Close{On: v.by.Today}, v.by)
			if got := StatusOf(c, v.by.Today, england).Sentence; c.Ended != v.ending || got != v.closed {
				t.Errorf("ended %q: %s", c.Ended, got)
			}
			sound(t, c)
		})
	}
}

func TestAnAnsweredCaseWaitsForTheLetterAboutWhatWasLeftOut(t *testing.T) {
	c := leftOut(t, true, 2)
	m := when(t, dan, "2026-11-19")
	if got := StatusOf(c, m.Today, england); got.Next.Letter != PassOnLetter ||
		got.Sentence != "Point 2 is left out of the complaint; the letter that says so is due Friday 20 November 2026." {
		t.Errorf("%+v", got)
	}
	refused(t, c, AnswerPoint{Point: 2, Finding: Upheld, Reasons: "x"}, m, "excluded")
	refused(t, c, MakeLetter{Kind: RefusalLetter, Dated: m.Today, Document: "ff", Pages: 1}, m, "nothing-to-tell")
	c = must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "Late."}, m)
	c = goes(t, c, Response, m)
	refused(t, c, Close{On: m.Today}, m, "not-told")
	if ds := Duties(c); len(ds) != 1 || ds[0].Kind != DutyRefuse {
		t.Errorf("it owes %+v", ds)
	}
	refused(t, c, AskStage2{On: m.Today, Points: []int{2}}, m, "not-accepted")
	// The letter was made before point 2 was let back in, and goes after it.
	made := must(t, c, MakeLetter{Kind: PassOnLetter, Dated: m.Today, Document: "ff", Pages: 1}, m)
	if l := made.Letters[len(made.Letters)-1]; !slices.Equal(l.Points, []int{2}) {
		t.Errorf("the letter tells of %v", l.Points)
	}
	changed := clone(made)
	changed.Points[1].Excluded.Overturned = m.Today
	changed.Points[0].Passed = Passing{To: "the council", On: m.Today}
	refused(t, changed, send(changed, PassOnLetter, "2026-11-19"), m, "changed")
	made = must(t, made, send(made, PassOnLetter, "2026-11-19"), m)
	if made.Points[1].Excluded.Told != m.Today {
		t.Error("the letter went and the point does not count as told")
	}
	sound(t, must(t, made, Close{On: m.Today}, m))
}

func TestWithdrawnAndTakenUpAgain(t *testing.T) {
	c := acknowledgedCase(t)
	m := when(t, priya, "2026-11-18")
	refused(t, answered(t), Withdraw{On: day("2026-11-30")}, when(t, priya, "2026-11-30"), "answered")
	refused(t, c, Withdraw{On: day("2026-11-12")}, m, "too-early")
	refused(t, c, Reopen{Why: "x"}, when(t, dan, "2026-11-18"), "not-closed")
	w := must(t, c, Withdraw{On: day("2026-11-17"), Why: "It was mended."}, m)
	if f := Facts(w)[0]; f.Withdrawn.IsZero() {
		t.Error("withdrawn and not counted so")
	}
	if got := StatusOf(w, m.Today, england); got.Sentence != "Withdrawn on Tuesday 17 November 2026; the letter that confirms it has not gone." || got.Tone != Late {
		t.Errorf("%+v", got)
	}
	dans := when(t, dan, "2026-11-18")
	refused(t, w, Withdraw{On: m.Today}, m, "withdrawn")
	refused(t, w, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "x"}, dans, "withdrawn")
	refused(t, w, MakeLetter{Kind: Response, Dated: m.Today, Document: "ff", Pages: 1}, dans, "withdrawn")
	w = goes(t, w, WithdrawalLetter, m)
	// Sent to the wrong house, it confirms nothing; another has to go.
	erred := must(t, w, SentInError{Letter: 2, What: "The wrong house."}, dans)
	refused(t, erred, Close{On: m.Today}, dans, "not-confirmed")
	w = must(t, w, Close{On: m.Today}, dans)
	refused(t, w, Reopen{Why: " "}, dans, "no-reason")
	again := must(t, w, Reopen{Why: "It broke again."}, when(t, dan, "2026-12-01"))
	s := again.Current()
	if !again.Withdrawn.IsZero() || again.Ended != "" || s.RespondBy.Due != day("2026-11-27") || len(again.Reopenings) != 1 || again.Reopenings[0].Closed != m.Today {
		t.Errorf("reopened: %+v", again.Reopenings)
	}
	sound(t, again)
}

func TestARecordMadeInErrorIsKeptAndCountedNowhere(t *testing.T) {
	m := when(t, helen, "2026-11-16")
	c := must(t, Case{}, walkIn("2026-11-13"), when(t, priya, "2026-11-13"))
	c = goes(t, c, Receipt, when(t, priya, "2026-11-13")) // a receipt acknowledges nothing
	refused(t, c, Void{Why: ""}, m, "no-reason")
	refused(t, c, Void{Why: "Twice."}, when(t, dan, "2026-11-16"), "not-yours")
	refused(t, acknowledgedCase(t), Void{Why: "Twice."}, m, "sent")
	v := must(t, c, Void{Why: "The same call was recorded twice."}, m)
	if !Facts(v)[0].Void || len(Duties(v)) != 0 || v.Ended != RecordedInError || v.Closed != m.Today {
		t.Errorf("void: %+v", v.Ended)
	}
	if got := StatusOf(v, m.Today, england).Sentence; got != "Recorded in error, Monday 16 November 2026." {
		t.Errorf("the status is %q", got)
	}
	sound(t, v)
	refused(t, v, Void{Why: "x"}, m, "void")
	refused(t, v, MakeLetter{Kind: Acknowledgement, Dated: m.Today, Document: "ff", Pages: 1}, m, "void")
	refused(t, v, Reopen{Why: "It was not."}, when(t, dan, "2026-11-16"), "managers-only")
	sound(t, must(t, v, Reopen{Why: "It was not."}, m))
}

func TestALetterSentInErrorIsCorrectedAndTheClockKeepsItsStart(t *testing.T) {
	c := answered(t)
	m := when(t, dan, "2026-12-01")
	refused(t, c, SentInError{Letter: 9, What: "x"}, m, "no-letter")
	refused(t, c, SentInError{Letter: 2, What: " "}, m, "no-reason")
	c = must(t, c, SentInError{Letter: 2, What: "The sum was wrong."}, m)
	refused(t, c, SentInError{Letter: 2, What: "x"}, m, "marked")
	made := must(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "ff", Pages: 1}, m)
	refused(t, made, SentInError{Letter: 3, What: "x"}, m, "not-sent")
	made = must(t, made, send(made, Response, "2026-12-01"), m)
	if got := made.Current().Responded; got != day("2026-11-27") {
		t.Errorf("the corrected letter moved the answer to %s", got)
	}
	sound(t, made)
	refused(t, made, MakeLetter{Kind: Response, Dated: m.Today, Document: "ff", Pages: 1}, m, "answered")

	// An acknowledgement on Friday 13 was wrong; a right one goes on Monday.
	a := acknowledgedCase(t)
	m = when(t, dan, "2026-11-16")
	refused(t, a, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m, "sent")
	a = must(t, a, SentInError{Letter: 1, What: "Another resident's name."}, m)
	a = must(t, a, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m)
	if s := a.Current(); s.Acknowledged != day("2026-11-13") || s.RespondBy.Due != day("2026-11-27") {
		t.Errorf("the clock starts on %s and ends on %s", s.Acknowledged, s.RespondBy.Due)
	}
	sound(t, a)
}

func TestEachLetterWaitsForItsReason(t *testing.T) {
	m := when(t, helen, "2026-11-16")
	request := walkIn("2026-11-13")
	request.Answer, request.Reference = ServiceOnly, NewReference(ServiceRequest, 2026, 9)
	service := must(t, Case{}, request, m)
	c := acknowledgedCase(t)
	spoken := clone(c)
	spoken.Representative = Representative{Name: "Ola Adeyemi"}
	lapsed := clone(spoken)
	lapsed.Representative.Authority, lapsed.Representative.Until = "letter", day("2026-11-15")
	standing := clone(lapsed)
	standing.Representative.Until = day("2026-11-16")
	kept := clone(answered(t))
	kept.Promises[0].Kept = day("2026-11-16")
	limited := clone(c)
	limited.Restrictions = []Restriction{{ID: 4}}
	for name, v := range map[string]struct {
		c    Case
		kind LetterKind
		code string
	}{
		"ack of a request":               {service, Acknowledgement, "no-stage"},
		"response to a request":          {service, Response, "no-stage"},
		"extension of a request":         {service, ExtensionNotice, "no-stage"},
		"service letter":                 {service, ServiceLetter, ""},
		"service letter for a complaint": {c, ServiceLetter, "not-a-request"},
		"slip":                           {service, ComplainSlip, ""},
		"slip for a complaint":           {c, ComplainSlip, "is-complaint"},
		"refusal of nothing":             {c, RefusalLetter, "nothing-to-tell"},
		"pass-on of nothing":             {c, PassOnLetter, "nothing-to-tell"},
		"ack of what is refused":         {leftOut(t, false, 1, 2), Acknowledgement, "not-accepted"},
		"response to what is refused":    {leftOut(t, false, 1, 2), Response, "not-accepted"},
		"refusal of stage 2":             {c, EscalationRefusal, "nothing-to-tell"},
		"withdrawal":                     {c, WithdrawalLetter, "not-withdrawn"},
		"update":                         {c, HoldingUpdate, "no-update"},
		"consent without anybody":        {c, ConsentForm, "no-representative"},
		"consent":                        {spoken, ConsentForm, ""},
		"consent after it lapsed":        {lapsed, ConsentForm, ""},
		"consent while it stands":        {standing, ConsentForm, "has-authority"},
		"progress":                       {c, ProgressSlip, ""},
		"action":                         {c, ActionLetter, "not-kept"},
		"restriction":                    {c, RestrictionLetter, "no-restriction"},
		"no such letter":                 {c, "poem", "not-yours"},
	} {
		_, err := Apply(v.c, MakeLetter{Kind: v.kind, Dated: m.Today, Document: "ff", Pages: 1}, m)
		if r, _ := err.(*Refusal); v.code == "" && err != nil || v.code != "" && (r == nil || r.Code != v.code) {
			t.Errorf("%s: %v, want %q", name, err, v.code)
		}
	}
	for _, v := range []struct {
		c     Case
		kind  LetterKind
		about int
	}{{kept, ActionLetter, 1}, {limited, RestrictionLetter, 4}} {
		late := when(t, helen, "2026-11-30")
		if out := must(t, v.c, MakeLetter{Kind: v.kind, Dated: late.Today, Document: "ff", Pages: 1}, late); out.Letters[len(out.Letters)-1].About != v.about {
			t.Errorf("the %s is about %+v", v.kind, out.Letters)
		}
	}
	refused(t, c, SentElsewhere{Kind: Receipt, On: m.Today, How: Posted, To: "Grace"}, m, "not-yours")
}

func TestFaultsAreFound(t *testing.T) {
	for want, spoil := range map[string]func(*Case){
		"before that":                func(c *Case) { c.Received = day("2026-12-24") },
		"no letter went (ruling 7)":  func(c *Case) { c.Letters[1].Sent = day("2026-11-26") },
		"without its working":        func(c *Case) { c.Stages[0].RespondBy.Working.Steps = nil },
		"beyond 2026-12-11":          func(c *Case) { c.Stages[0].Extensions = []Extension{{ID: 1, Days: 12, Reason: "x", Due: late(c, 12)}} },
		"without an answer to point": func(c *Case) { c.Points[0].Finding = "" },
		"closed too early":           func(c *Case) { c.Closed, c.Stages[0].Responded = day("2026-11-27"), calendar.Date{} },
		"ended and is open":          func(c *Case) { c.Ended = Answered },
		"recorded in error":          func(c *Case) { c.Void, c.VoidWhy, c.Closed = day("2026-11-27"), "x", day("2026-11-27") },
		"2 extensions":               func(c *Case) { c.Stages[0].Extensions = []Extension{{ID: 1}, {ID: 2}} },
		"has 3 stages":               func(c *Case) { c.Stages = append(c.Stages, Stage{Number: 2}, Stage{Number: 3}) },
		"before that was decided": func(c *Case) {
			c.Points[0].Excluded = Exclusion{Reason: "x", On: day("2026-11-27"), Told: day("2026-11-26")}
		},
		"there is none (ruling 13)":   func(c *Case) { c.Stages[0].FirstAcknowledgeBy = c.Stages[0].AcknowledgeBy },
		"two letters have the number": func(c *Case) { c.Letters[1].ID = 1 },
		"withdrawn and answered":      func(c *Case) { c.Withdrawn = day("2026-11-27") },
		"no update is agreed": func(c *Case) {
			c.Stages[0].Beyond = Beyond{Expected: day("2026-12-24"), Reason: "x", By: 3, On: day("2026-11-27")}
		},
		"still provisional": func(c *Case) { c.Stages[0].RespondBy.Provisional = true },
	} {
		c := clone(answered(t))
		sound(t, c)
		spoil(&c)
		if found := strings.Join(Faults(c), "; "); !strings.Contains(found, want) {
			t.Errorf("want a fault with %q, found %q", want, found)
		}
	}
}

// late is so many working days after a case's response date.
func late(c *Case, days int) policy.Deadline {
	d := c.Stages[0].RespondBy
	d.Working = england.Count(d.Due, days)
	d.Due = d.Working.Due
	return d
}
