package casework

import (
	"slices"
	"testing"

	"casebook/data/policy"

	"pgregory.net/rapid"
)

// anyWayIn draws one of the acts that say what a case is, who is in it and what
// of it is not dealt with.
func anyWayIn(rt *rapid.T, today string) Act {
	n := rapid.IntRange(0, 3).Draw(rt, "item")
	near := day(today).AddDays(rapid.IntRange(-9, 1).Draw(rt, "near"))
	text := rapid.SampledFrom([]string{"", "Words.", "Other words."}).Draw(rt, "text")
	reasons := []string{
		"weather", FirstReport, "anti-social-behaviour", "information-request", "personal-injury", "own-appeal", AnonymousReport,
		AlreadyInvestigated, OurLegalAction, TheirLegalAction, "not-ours", "over-12-months",
	}
	ground := grounds()[rapid.SampledFrom(reasons).Draw(rt, "ground")]
	ground.Reason, ground.Point, ground.Filed, ground.Happened, ground.Aware = rapid.SampledFrom(reasons).Draw(rt, "reason"), n, near, near.AddDays(-365), near.AddDays(-380)
	if rapid.Bool().Draw(rt, "right") {
		ground = grounds()["not-ours"]
		ground.Reason, ground.Point = "not-ours", n
	}
	rep := Representative{Name: text, WriteToRep: n > 1, Authority: "said so", Given: near}
	kind := rapid.SampledFrom([]LinkKind{Related, CameFrom, Became, Repeat, "cousin"}).Draw(rt, "link")
	return rapid.SampledFrom([]Act{
		ground, ground, Overturn{Point: n, On: near, Who: text, Why: text}, Overturn{Point: n, On: day(today), Who: "the Ombudsman", Why: "x"},
		RefuseStage2{
			Reason: ground.Reason, Evidence: ground.Evidence, Filed: near, Court: text, Happened: ground.Happened,
			Discretion: text, Merits: text,
		},
		Authority{Given: near, How: text, Scope: text, Until: near.AddDays(n * 9)}, EndAuthority{On: near, Why: text},
		ChangeContact{Resident: Person{Name: "Grace Adeyemi"}, Representative: rep},
		AddMember{ResidentID: int64(n), Person: Person{Name: text}}, DropMember{Member: n, Why: text},
		LinkTo{Case: int64(7 + n), Reference: NewReference(Complaint, 2026, 7+n), Kind: kind}, Unlink{Link: n, Why: text},
		Describe{Points: []PointText{{ID: n, Text: text, Still: text}, {ID: 1, Text: "One"}}, Subject: "building-safety"},
		SentElsewhere{Kind: RefusalLetter, On: near, How: Posted, To: "Grace Adeyemi"}, Close{On: near},
	}).Draw(rt, "way in")
}

// TestWhatIsLeftOutIsNeverLost tries random acts of the way in on cases at
// every point of their way.
func TestWhatIsLeftOutIsNeverLost(t *testing.T) {
	received := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	declined := declined(t, "2026-11-13", "2026-11-16")
	done := answered(t)
	second := must(t, done, AskStage2{On: day("2026-11-30"), Points: []int{1}}, on(t, helen, day("2026-11-30")))
	r := walkIn("2026-11-13")
	r.Anonymous, r.Answer, r.Resident = true, "", Person{}
	anonymous := must(t, Case{}, r, on(t, priya, day("2026-11-13")))
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom([]Case{received, declined, done, second, anonymous}).Draw(rt, "case")
		today := day("2026-11-30")
		for range rapid.IntRange(1, 30).Draw(rt, "acts") {
			today = today.AddDays(rapid.IntRange(0, 2).Draw(rt, "days"))
			act, by := anyWayIn(rt, today.String()), rapid.SampledFrom(staff).Draw(rt, "by")
			out, err := Apply(c, act, on(t, by, today))
			if err != nil {
				continue
			}
			next := out.Case
			for _, p := range c.Points {
				if q := next.Point(p.ID); p.Excluded.Reason != "" && (q == nil || q.Excluded.Reason != p.Excluded.Reason || q.Excluded.On != p.Excluded.On) {
					rt.Fatalf("%s lost why point %d was left out", act.Name(), p.ID)
				}
			}
			if next.Received != c.Received || next.Kind != c.Kind || next.Choice != c.Choice {
				rt.Fatalf("%s changed the day of receipt or the choice", act.Name())
			}
			for i, s := range c.Stages {
				if was, is := s.AcknowledgeBy, next.Stages[i].AcknowledgeBy; is.Due.Before(was.Due) {
					rt.Fatalf("%s moved the acknowledgement from %s to %s", act.Name(), was.Due, is.Due)
				}
			}
			c = next
			holdWayIn(func(format string, args ...any) { rt.Fatalf("after "+string(act.Name())+": "+format, args...) }, c)
		}
	})
}

// holdWayIn checks what must always be true of what a case is and of what was
// left out of it.
func holdWayIn(fail func(string, ...any), c Case) {
	unique := map[[2]int64]bool{}
	once := func(list, id int64) {
		if unique[[2]int64{list, id}] || id == 0 {
			fail("number %d is there twice or is none", id)
		}
		unique[[2]int64{list, id}] = true
	}
	for _, p := range c.Points {
		once(1, int64(p.ID))
		holdExclusion(fail, p.Excluded)
	}
	for _, m := range c.Group {
		once(2, int64(m.ID))
	}
	for _, l := range c.Links {
		once(3, int64(l.ID))
		once(4, l.Case)
		if l.Case == c.ID || Opposite(l.Kind) == "" {
			fail("there is a link to case %d, %q", l.Case, l.Kind)
		}
	}
	if c.Anonymous && (c.Kind != Information || c.Resident.Name != "" || len(c.Group) > 0) {
		fail("an anonymous report is a %s that names somebody", c.Kind)
	}
	if c.Representative.Authority != "" && c.Representative.Name == "" {
		fail("somebody without a name has authority")
	}
	for i, s := range c.Stages {
		holdExclusion(fail, s.Refused)
		if i == 0 && s.Asked != c.Received {
			fail("received %s, and stage 1 runs from %s (ruling 13)", c.Received, s.Asked)
		}
		if by := s.AcknowledgeBy; !s.FirstAcknowledgeBy.Due.IsZero() &&
			(by.Act != policy.AcknowledgeOverturned || by.Due.Before(england.Add(by.Working.From, 5))) {
			fail("overturned on %s, and to be acknowledged by %s", by.Working.From, by.Due)
		}
	}
}

func holdExclusion(fail func(string, ...any), e Exclusion) {
	switch {
	case e.Reason == "":
		return
	case e.On.IsZero() || len(e.TellBy.Working.Steps) == 0:
		fail("left out as %s without the day or the letter's date", e.Reason)
	case slices.ContainsFunc(e.Evidence, func(q QuestionAnswer) bool { return blank(q.Answer) }):
		fail("left out as %s with a question open", e.Reason)
	case !e.Overturned.IsZero() && (e.Overturner == "" || e.Why == "" || e.Overturned.Before(e.On)):
		fail("%s was set aside by %q for %q", e.Reason, e.Overturner, e.Why)
	}
}
