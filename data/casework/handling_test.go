package casework

import (
	"casebook/data/redress"
	"errors"
	"slices"
	"strings"
	"testing"
)

// no is one act that has to be refused, with its code and the field to mend.
type no struct {
	act         Act
	code, field string
}

// refusedAll applies acts that have to be refused, each with a sentence that
// is one and says what to do, and leaves the case alone.
func refusedAll(t *testing.T, c Case, m Moment, all ...no) {
	t.Helper()
	for _, n := range all {
		_, err := Apply(c, n.act, m)
		var r *Refusal
		switch {
		case !errors.As(err, &r):
			t.Errorf("%s %+v: got %v, want a refusal %q", n.act.Name(), n.act, err, n.code)
		case r.Code != n.code || r.Field != n.field:
			t.Errorf("%s %+v: got %q at %q (%s), want %q at %q", n.act.Name(), n.act, r.Code, r.Field, r.Reason, n.code, n.field)
		case r.Reason == "" || strings.Contains(r.Reason, "  ") || strings.HasSuffix(r.Reason, "."):
			t.Errorf("%s: the sentence %q", r.Code, r.Reason)
		}
	}
}

// given is a complaint of Friday 13 November 2026 that Dan has, on Monday 16.
func given(t *testing.T) (Case, Moment) {
	t.Helper()
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	c = must(t, c, Assign{To: dan.ID}, on(t, dan, day("2026-11-13")))
	return c, on(t, dan, day("2026-11-16"))
}

func TestSomebodyLooksAfterTheCaseMeanwhile(t *testing.T) {
	c, m := given(t)
	from, until := day("2026-11-17"), day("2026-11-20")
	cover := CoverFor{Officer: priya.ID, From: from, Until: until}
	unheld := must(t, Case{}, walkIn("2026-11-13"), m)
	refusedAll(t, unheld, m, no{cover, "no-handler", ""})
	conflicted := must(t, c, DeclareConflict{What: "His cousin"}, on(t, priya, m.Today))
	refusedAll(t, conflicted, m, no{cover, "conflict", "officer"})
	refusedAll(t, c, m,
		no{CoverFor{Officer: dan.ID, From: from, Until: until}, "handler", "officer"},
		no{CoverFor{Officer: gone.ID, From: from, Until: until}, "no-officer", "officer"},
		no{CoverFor{Officer: 99, From: from, Until: until}, "no-officer", "officer"},
		no{CoverFor{Officer: ros.ID, From: from, Until: until}, "not-theirs", "officer"},
		no{CoverFor{Officer: board.ID, From: from, Until: until}, "not-theirs", "officer"},
		no{CoverFor{Officer: priya.ID, Until: until}, "no-from", "from"},
		no{CoverFor{Officer: priya.ID, From: from}, "no-until", "until"},
		no{CoverFor{Officer: priya.ID, From: until, Until: from}, "too-early", "until"},
		no{CoverFor{Officer: priya.ID, From: day("2026-11-13"), Until: day("2026-11-13")}, "over", "until"},
	)
	refusedAll(t, c, on(t, priya, m.Today), no{cover, "not-yours", ""})
	c = must(t, c, cover, m)
	for _, d := range Duties(c) {
		if d.Handler == dan.ID && (d.Cover != priya.ID || d.From != from || d.Until != until) {
			t.Errorf("what falls due meanwhile goes to Priya: %+v", d)
		}
	}
	if got := c.Current().Handler; got != dan.ID {
		t.Errorf("cover is not a hand-over, the handler is %d", got)
	}

	// On Wednesday 18 Priya covers. A later cover waits for her; one from today
	// takes over.
	m = on(t, dan, day("2026-11-18"))
	refusedAll(t, c, m, no{CoverFor{Officer: helen.ID, From: day("2026-11-19"), Until: until}, "covered", "from"})
	c = must(t, c, CoverFor{Officer: helen.ID, From: m.Today, Until: until}, m)
	want := []Cover{{ID: 1, Officer: priya.ID, From: from, Until: m.Today}, {ID: 2, Officer: helen.ID, From: m.Today, Until: until}}
	if got := c.Current().Covers; !slices.Equal(got, want) {
		t.Errorf("covers are %v, want %v", got, want)
	}
	over := must(t, c, Assign{To: helen.ID}, m)
	if got := over.Current().Covers[1]; got.Until != m.Today {
		t.Errorf("handed over, cover for Dan is over: %+v", got)
	}
	must(t, c, Assign{To: dan.ID}, m) // the same officer again changes nothing
}

func TestWhoCoveredStage1HasNoPartInStage2(t *testing.T) {
	c, m := given(t)
	// A cover that has not begun is no part in the stage, once it is called off.
	c = must(t, c, CoverFor{Officer: helen.ID, From: day("2026-11-25"), Until: day("2026-11-27")}, m)
	c = must(t, c, CoverFor{Officer: priya.ID, From: m.Today, Until: m.Today}, m)
	for _, p := range []int{1, 2} {
		c = must(t, c, AnswerPoint{Point: p, Finding: Upheld, Reasons: "Late."}, m)
	}
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m)
	c = must(t, c, LogCall{On: m.Today, Reached: true, Note: "Agreed the points."}, m)
	c = must(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m)
	c = must(t, c, AskStage2{On: m.Today}, m)
	refused(t, c, Assign{To: priya.ID}, m, "same-person")
	refused(t, must(t, c, Assign{To: helen.ID}, m), CoverFor{Officer: priya.ID, From: m.Today, Until: m.Today}, on(t, helen, m.Today), "same-person")
}

func TestAConflictOfInterestEndsTheHandling(t *testing.T) {
	c, m := given(t)
	c = must(t, c, CoverFor{Officer: priya.ID, From: day("2026-11-20"), Until: day("2026-11-27")}, m)
	refusedAll(t, c, m,
		no{DeclareConflict{}, "no-conflict", "what"},
		no{DeclareConflict{Officer: 99, What: "x"}, "no-officer", "officer"},
		no{DeclareConflict{Officer: priya.ID, What: "x"}, "not-yours", ""},
	)
	early := must(t, c, DeclareConflict{What: "My neighbour"}, on(t, priya, m.Today))
	if s := early.Current(); s.Handler != dan.ID || len(s.Covers) != 0 {
		t.Errorf("before the cover begins Dan keeps the case and has no cover: %+v", s)
	}
	// On Monday 23 Priya covers for Dan, who is away: nobody would have it.
	late := must(t, c, DeclareConflict{Officer: priya.ID, What: "Her neighbour"}, on(t, helen, day("2026-11-23")))
	if s := late.Current(); s.Handler != 0 || s.Covers[0].Until != day("2026-11-23") || !slices.Contains(s.Handlers, dan.ID) {
		t.Errorf("nobody has it, Priya covered until Monday, Dan had a part: %+v", s)
	}
	out, err := Apply(c, DeclareConflict{What: "I let the contract"}, m)
	if err != nil || out.Case.Current().Handler != 0 {
		t.Fatalf("Dan stands down: %v", err)
	}
	if !strings.Contains(out.Summary, "Dan Okafor") || !strings.Contains(out.Summary, "nobody has stage 1") {
		t.Errorf("the timeline says %q", out.Summary)
	}
	c = out.Case
	refused(t, c, DeclareConflict{What: "again"}, m, "declared")
	refusedAll(t, c, m, no{Assign{To: dan.ID}, "conflict", "to"})
	refused(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "x"}, m, "conflict")
	refused(t, c, OfferRedress{Input: redress.Judge("delay", "", 100, "x")}, m, "conflict")
	refused(t, c, AddRemedy{Kind: "apology", Text: "Sorry"}, m, "conflict")
	must(t, c, Assign{To: helen.ID}, on(t, helen, m.Today))
	if done := must(t, answered(t), DeclareConflict{What: "x"}, on(t, dan, day("2026-11-30"))); done.Current().Handler != dan.ID {
		t.Error("who answered a stage stays with it; the answer is history")
	}
}

func TestAnAnswerIsReviewedBySomebodyElse(t *testing.T) {
	c, m := given(t)
	helens := on(t, helen, m.Today)
	refusedAll(t, c, helens, no{ReviewAnswer{}, "unanswered", ""})
	c = must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "Late."}, m)
	refusedAll(t, c, m, no{ReviewAnswer{}, "own-answer", ""})
	refusedAll(t, must(t, c, Assign{To: helen.ID}, m), m, no{ReviewAnswer{}, "own-answer", ""}) // handed over, and still his own words
	c = must(t, c, ReviewAnswer{Note: "Say sorry first."}, helens)
	if r := c.Current().Reviews; len(r) != 1 || r[0].By != helen.ID || r[0].On != m.Today || r[0].Note != "Say sorry first." {
		t.Errorf("reviews are %+v", r)
	}
	c = must(t, c, AnswerPoint{Point: 2, Finding: Upheld, Reasons: "Late."}, m)
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m)
	c = must(t, c, LogCall{On: m.Today, Reached: true, Note: "Agreed the points."}, m)
	c = must(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m)
	refused(t, c, ReviewAnswer{}, helens, "answered")
	c = must(t, c, AskStage2{On: m.Today}, m)
	refused(t, c, Assign{To: helen.ID}, m, "same-person") // who reviewed stage 1 (ruling 14)
}

func TestAConfidentialCaseKeepsThoseWhoNeedIt(t *testing.T) {
	c, m := given(t)
	m = on(t, helen, m.Today)
	why := "It is about a colleague"
	refusedAll(t, c, m,
		no{Protect{Confidential: true, Access: []int64{2, 3}}, "no-reason", "why"},
		no{Protect{Confidential: true, Why: why}, "no-access", "access"},
		no{Protect{Confidential: true, Access: []int64{2}, Why: why}, "locked-out", "access"},
		no{Protect{Confidential: true, Access: []int64{2}, HandOver: true, Why: why}, "no-manager", "access"},
		no{Protect{Confidential: true, Access: []int64{3}, Why: why}, "handler", "access"},
		no{Protect{Confidential: true, Access: []int64{2, 3, gone.ID}, Why: why}, "no-officer", "access"},
		no{Protect{Confidential: true, Access: []int64{2, 3, board.ID}, Why: why}, "no-officer", "access"},
		no{Protect{Confidential: true, Access: []int64{2, 3}, Barred: []int64{2}, Why: why}, "barred-access", "access"},
		no{Protect{Barred: []int64{3}, Why: why}, "yourself", "barred"},
		no{Protect{Barred: []int64{99}, Why: why}, "no-officer", "barred"},
	)
	refused(t, c, Protect{Confidential: true, Access: []int64{2, 3}, Why: why}, on(t, dan, m.Today), "not-yours")
	kept := must(t, c, Protect{Confidential: true, Access: []int64{3, 2, 3}, Barred: []int64{priya.ID}, Why: why}, m)
	if !slices.Equal(kept.Access, []int64{2, 3}) || kept.Current().Handler != dan.ID || Visible(priya, kept) || !Visible(dan, kept) {
		t.Errorf("Dan and Helen see it: %v", kept.Access)
	}
	if n := kept.Notes; len(n) != 1 || !strings.Contains(n[0].Text, why) {
		t.Errorf("the reason is kept as a note: %v", n)
	}
	refused(t, kept, AddNote{Text: "x"}, on(t, priya, m.Today), "not-seen")
	refusedAll(t, kept, m, no{Assign{To: priya.ID}, "not-theirs", "to"})

	covered := must(t, c, CoverFor{Officer: priya.ID, From: m.Today, Until: day("2026-11-20")}, on(t, dan, m.Today))
	refusedAll(t, covered, m, no{Protect{Confidential: true, Access: []int64{2, 3}, Why: why}, "handler", "access"})

	// The case turns out to be about Dan: he is barred and has it no more.
	about := must(t, c, Protect{Barred: []int64{dan.ID}, Why: why}, m)
	if about.Current().Handler != 0 || Visible(dan, about) || !Visible(priya, about) {
		t.Errorf("Dan is off the case: %+v", about.Current())
	}
	opened := must(t, kept, Protect{Why: "It was not about her"}, m)
	if opened.Confidential || opened.Access != nil || opened.Barred != nil || !Visible(priya, opened) {
		t.Errorf("open again: %v %v", opened.Access, opened.Barred)
	}
}
