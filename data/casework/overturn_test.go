package casework

import (
	"testing"

	"pgregory.net/rapid"
)

// declined is a complaint of one point, received on one day and refused on
// another as not ours.
func declined(t *testing.T, received, decided string) Case {
	t.Helper()
	act := grounds()["not-ours"]
	act.Point, act.Reason = 1, "not-ours"
	return must(t, onePoint(t, received, nil), act, on(t, dan, day(decided)))
}

func TestAnOverturnedRefusalKeepsItsDayOfReceipt(t *testing.T) {
	c := declined(t, "2026-11-13", "2026-11-16")
	m := on(t, helen, day("2026-12-21"))
	aside := Overturn{Point: 1, On: m.Today, Who: "the Housing Ombudsman", Why: "The drain is ours."}
	for code, change := range map[string]func(*Overturn){
		"too-early":   func(a *Overturn) { a.On = day("2026-11-15") },
		"future":      func(a *Overturn) { a.On = day("2026-12-22") },
		"no-who":      func(a *Overturn) { a.Who = "" },
		"no-reason":   func(a *Overturn) { a.Why = " " },
		"no-point":    func(a *Overturn) { a.Point = 3 },
		"not-refused": func(a *Overturn) { a.Point = 0 },
	} {
		broken := aside
		change(&broken)
		refused(t, c, broken, m, code)
	}
	refused(t, c, aside, on(t, dan, m.Today), "not-yours")

	c = must(t, c, aside, m)
	s := c.Current()
	if e := c.Points[0].Excluded; e.Stands() || e.Reason != "not-ours" || e.Overturned != m.Today || e.Overturner != aside.Who {
		t.Errorf("the refusal stays, set aside: %+v", e)
	}
	if c.Received != day("2026-11-13") || s.Asked != c.Received {
		t.Errorf("received %s", c.Received)
	}
	// Overturned Monday 21 December 2026: 22=1 23=2 24=3, Christmas, Boxing Day
	// on Monday 28 for Saturday 26, 29=4 30=5. From there 31=1, New Year's Day,
	// 4=2 5=3 6=4 7=5 8=6 11=7 12=8 13=9 14=10, and ten more to 28 January.
	want := map[string]string{
		"first acknowledgement": "2026-11-20", "acknowledgement": "2026-12-30", "response": "2027-01-14", "latest": "2027-01-28",
	}
	got := map[string]string{
		"first acknowledgement": s.FirstAcknowledgeBy.Due.String(), "acknowledgement": s.AcknowledgeBy.Due.String(),
		"response": s.RespondBy.Due.String(), "latest": s.Latest.Due.String(),
	}
	for what, date := range want {
		if got[what] != date {
			t.Errorf("the %s is due %s, want %s", what, got[what], date)
		}
	}
	if !s.RespondBy.Provisional || !s.Latest.Provisional || s.AcknowledgeBy.Provisional {
		t.Error("until it is acknowledged the response date is provisional")
	}
	refused(t, c, aside, m, "not-refused")
	again := grounds()["not-ours"]
	again.Point, again.Reason = 1, "not-ours"
	refused(t, c, again, m, "overturned")

	// Acknowledged Tuesday 29 December: 30=1 31=2 4=3 5=4 6=5 7=6 8=7 11=8 12=9 13=10.
	m = on(t, dan, day("2026-12-29"))
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m)
	s = c.Current()
	if s.AcknowledgeBy.Due != day("2026-12-30") || s.FirstAcknowledgeBy.Due != day("2026-11-20") ||
		s.RespondBy.Due != day("2027-01-13") || s.RespondBy.Provisional {
		t.Errorf("acknowledged, it is due %s after %s", s.RespondBy.Due, s.AcknowledgeBy.Due)
	}
}

func TestAClosedRefusalIsOpenedAgain(t *testing.T) {
	c := declined(t, "2026-11-13", "2026-11-16")
	m := on(t, dan, day("2026-11-17"))
	c = must(t, c, SentElsewhere{Kind: RefusalLetter, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m)
	c = must(t, c, Close{On: m.Today}, m)
	if c.Ended != NotAccepted || c.Points[0].Excluded.Told != m.Today {
		t.Fatalf("closed as %q", c.Ended)
	}
	m = on(t, helen, day("2026-12-21"))
	aside := Overturn{Point: 1, On: m.Today, Who: "the Housing Ombudsman", Why: "The drain is ours."}
	withdrawn := c
	withdrawn.Withdrawn = day("2026-11-18")
	refused(t, withdrawn, aside, m, "withdrawn")
	other := c
	other.Ended = RecordedInError
	refused(t, other, aside, m, "answered")
	c = must(t, c, aside, m)
	if !c.Closed.IsZero() || c.Ended != "" || len(c.Reopenings) != 1 || c.Reopenings[0].Ended != NotAccepted || c.Reopenings[0].Closed != day("2026-11-17") {
		t.Errorf("it is open again, and keeps that it was closed: %+v", c.Reopenings)
	}
	if due := c.Current().AcknowledgeBy.Due; due != day("2026-12-30") { // as worked out above
		t.Errorf("to be acknowledged by %s", due)
	}
}

func TestARefusalBuysNoTimeForTheRest(t *testing.T) {
	act := grounds()["not-ours"]
	act.Point, act.Reason = 2, "not-ours"
	m := on(t, helen, day("2026-11-16"))
	c := onePoint(t, "2026-11-13", func(r *Record) { r.Points = append(r.Points, "The drain smells.") })
	c = must(t, c, act, m)
	c = must(t, c, Overturn{Point: 2, On: day("2026-11-16"), Who: "Helen Marsh", Why: "The drain is ours."}, m)
	if s := c.Current(); s.AcknowledgeBy.Due != day("2026-11-20") || !s.FirstAcknowledgeBy.Due.IsZero() {
		t.Errorf("the point that went on is still acknowledged by 20 November, not %s", s.AcknowledgeBy.Due)
	}
}

func TestAnOverturnedStage2IsAnsweredAfterAll(t *testing.T) {
	m := on(t, helen, day("2026-12-01"))
	c := must(t, answered(t), AskStage2{On: day("2026-11-30")}, m)
	refused(t, c, Overturn{On: m.Today, Who: "x", Why: "x"}, m, "not-refused")
	c = must(t, c, RefuseStage2{
		Reason: OurLegalAction, Filed: day("2026-11-30"), Court: "M00DE1", Merits: "The court decides the same.",
	}, m)
	m = on(t, helen, day("2026-12-11"))
	c = must(t, c, Overturn{On: m.Today, Who: "Helen Marsh", Why: "The claim was struck out."}, m)
	// Overturned Friday 11 December 2026: 14=1 15=2 16=3 17=4 18=5. Twenty from
	// there: 21=1 22=2 23=3 24=4 29=5 30=6 31=7 4=8 5=9 6=10 7=11 8=12 11=13
	// 12=14 13=15 14=16 15=17 18=18 19=19 20=20.
	s := c.Current()
	if s.Refused.Stands() || s.FirstAcknowledgeBy.Due != day("2026-12-07") || s.AcknowledgeBy.Due != day("2026-12-18") ||
		s.RespondBy.Due != day("2027-01-20") || s.Asked != day("2026-11-30") {
		t.Errorf("acknowledge by %s (first %s), answer by %s", s.AcknowledgeBy.Due, s.FirstAcknowledgeBy.Due, s.RespondBy.Due)
	}
	refused(t, c, RefuseStage2{Reason: OurLegalAction, Filed: m.Today, Court: "M00DE1", Merits: "x"}, m, "overturned")
}

func TestARefusalOverturnedAfterTheAnswerGetsACaseOfItsOwn(t *testing.T) {
	act := grounds()["not-ours"]
	act.Point, act.Reason = 2, "not-ours"
	m := on(t, helen, day("2026-11-16"))
	c := onePoint(t, "2026-11-13", func(r *Record) { r.Points = append(r.Points, "The drain smells.") })
	c = must(t, c, act, m)
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m)
	c = must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "It was late."}, m)
	c = must(t, c, SentElsewhere{Kind: Response, On: m.Today, How: Posted, To: "Grace"}, m)
	m = on(t, helen, day("2026-12-21"))
	refused(t, c, Overturn{Point: 2, On: m.Today, Who: "the Housing Ombudsman", Why: "The drain is ours."}, m, "answered")

	r := walkIn("2026-11-13")
	r.ID, r.Overturned = 10, m.Today
	refused(t, Case{}, r, m, "overturned")
	r.From = Link{Case: c.ID, Reference: c.Reference, Kind: CameFrom}
	late := r
	late.Overturned = day("2026-12-22")
	refused(t, Case{}, late, m, "overturned")
	// As worked out above: by receipt 20 November, from the overturning 30 December.
	c = must(t, Case{}, r, m)
	s := c.Current()
	if s.FirstAcknowledgeBy.Due != day("2026-11-20") || s.AcknowledgeBy.Due != day("2026-12-30") || s.Asked != day("2026-11-13") {
		t.Errorf("acknowledge by %s (first %s)", s.AcknowledgeBy.Due, s.FirstAcknowledgeBy.Due)
	}
}

func TestAnOverturningNeverMovesTheDayOfReceipt(t *testing.T) {
	first := day("2024-04-01")
	rapid.Check(t, func(rt *rapid.T) {
		days := func(from int, to int, what string) int { return rapid.IntRange(from, to).Draw(rt, what) }
		received := first.AddDays(days(0, 900, "received"))
		decided := received.AddDays(days(0, 30, "decided"))
		set := decided.AddDays(days(0, 200, "overturned"))
		acknowledged := set.AddDays(days(0, 20, "acknowledged"))
		c := declined(t, received.String(), decided.String())
		before := *c.Current()
		c = must(t, c, Overturn{Point: 1, On: set, Who: "the Ombudsman", Why: "x"}, on(t, helen, set))
		open := *c.Current()
		c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: acknowledged, How: Posted, To: "Grace"}, on(t, dan, acknowledged))
		for _, s := range []Stage{open, *c.Current()} {
			switch {
			case c.Received != received || s.Asked != received:
				rt.Fatalf("received %s became %s", received, s.Asked)
			case s.FirstAcknowledgeBy.Due != before.AcknowledgeBy.Due:
				rt.Fatalf("the first date was %s, kept is %s", before.AcknowledgeBy.Due, s.FirstAcknowledgeBy.Due)
			case s.AcknowledgeBy.Due.Before(england.Add(set, 5)) || len(s.AcknowledgeBy.Working.Steps) == 0:
				rt.Fatalf("overturned %s, to be acknowledged by %s", set, s.AcknowledgeBy.Due)
			}
		}
		if s := c.Current(); s.RespondBy.Due != england.Add(acknowledged, 10) {
			rt.Fatalf("acknowledged %s, to be answered by %s", acknowledged, s.RespondBy.Due)
		}
	})
}
