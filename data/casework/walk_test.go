package casework

import (
	"casebook/data/redress"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestNoWalkBreaksARule tries random acts by random officers on random days
// and holds every case it reaches to what must always be true. The number of
// walks is the -rapid.checks flag.
func TestNoWalkBreaksARule(t *testing.T) {
	first := day("2024-03-20") // both policies, two Easters
	rapid.Check(t, func(rt *rapid.T) {
		today := first.AddDays(rapid.IntRange(0, 30).Draw(rt, "received"))
		record := walkIn(today.String())
		c := Case{}
		replayed := map[string]string{}
		step := func(act Act, by Officer) {
			m := on(t, by, today)
			out, err := Apply(c, act, m)
			if err != nil {
				return // a refusal is always allowed; what is accepted must hold
			}
			for _, change := range out.Changes {
				if replayed[change.Field] != change.Old {
					rt.Fatalf("%s says %s was %q, it was %q", act.Name(), change.Field, change.Old, replayed[change.Field])
				}
				replayed[change.Field] = change.New
				if change.New == "" {
					delete(replayed, change.Field)
				}
			}
			out.Case.Version = c.Version + 1
			c = out.Case
			hold(rt, c, replayed, act)
		}
		step(record, priya)
		for range rapid.IntRange(1, 40).Draw(rt, "acts") {
			today = today.AddDays(rapid.SampledFrom([]int{0, 0, 1, 2, 7}).Draw(rt, "days"))
			step(anyAct(rt, c, today.String()), rapid.SampledFrom(staff).Draw(rt, "by"))
		}
	})
}

func anyAct(rt *rapid.T, c Case, today string) Act {
	switch rapid.IntRange(0, 7).Draw(rt, "handling first") {
	case 0:
		return anyHandling(rt, today)
	case 1:
		return anyWayIn(rt, today)
	case 2:
		return anyBeyond(rt, today)
	case 3:
		return anyPromised(rt, today)
	case 4:
		return anyMoney(rt, today)
	}
	kind := rapid.SampledFrom([]LetterKind{Acknowledgement, Response, Receipt}).Draw(rt, "kind")
	n := rapid.IntRange(1, 3).Draw(rt, "n")
	to := rapid.SampledFrom(staff).Draw(rt, "to").ID
	dated := day(today).AddDays(-rapid.IntRange(-1, 4).Draw(rt, "back"))
	acts := []Act{
		Assign{To: to},
		AnswerPoint{Point: n, Finding: rapid.SampledFrom([]Outcome{Upheld, NotUpheld, ""}).Draw(rt, "finding"), Reasons: "Reasons."},
		AnswerPoint{Point: n, Finding: Upheld, Reasons: "Reasons."},
		Describe{Points: []PointText{{ID: 1, Text: "One"}, {ID: n, Text: "Two"}}, Subject: "repairs"},
		MakeLetter{Kind: kind, Dated: day(today), Document: fmt.Sprint(n), Pages: 1},
		HandToPrinter{Kind: kind, Letter: n, Result: HandedToPrinter},
		DispatchLetter{Kind: kind, Letter: n, On: day(today), How: Posted, To: "Grace"},
		SentElsewhere{Kind: kind, On: dated, How: Emailed, To: "Grace"},
		Extend{Days: rapid.IntRange(0, 25).Draw(rt, "extend"), Reason: "Survey", Told: dated, How: Posted},
		AskStage2{On: dated, Handler: to},
		OfferRedress{Input: redress.Judge("delay", "", 100, "x")}, DropRedress{Line: n},
		MakePromise{Text: "Paint", Owner: "Repairs", Due: day(today)}, KeepPromise{Promise: n, On: dated},
		LogCall{On: dated, Note: "x"}, AddNote{Text: "x"}, Close{On: dated}, walkIn(today),
	}
	return rapid.SampledFrom(acts).Draw(rt, "act")
}

// hold checks what must always be true of a case.
func hold(rt *rapid.T, c Case, replayed map[string]string, act Act) {
	fail := func(format string, args ...any) {
		rt.Fatalf("after %s: %s", act.Name(), fmt.Sprintf(format, args...))
	}
	flat := Flatten(c)
	if len(flat) != len(replayed) {
		fail("history gives %d fields, the case has %d", len(replayed), len(flat))
	}
	for field, value := range flat {
		if replayed[field] != value.Text {
			fail("history gives %s = %q, the case has %q", field, replayed[field], value.Text)
		}
	}
	if len(c.Stages) > 2 {
		fail("there are %d stages (Code 5.3)", len(c.Stages))
	}
	for i, s := range c.Stages {
		holdStage(fail, c, s)
		if i == 1 && s.Handler != 0 && slices.Contains(c.Stages[0].Handlers, s.Handler) {
			fail("officer %d has both stages (Code 6.13)", s.Handler)
		}
	}
	holdHandling(fail, c)
	holdWayIn(fail, c)
	if last := c.Current(); last != nil && !c.Closed.IsZero() && c.Ended == Answered && last.Responded.IsZero() {
		fail("closed as answered without an answer (Code 6.7)")
	}
}

func holdStage(fail func(string, ...any), c Case, s Stage) {
	if len(s.AcknowledgeBy.Working.Steps) == 0 || len(s.RespondBy.Working.Steps) == 0 {
		fail("stage %d has a date without its working", s.Number)
	}
	for _, e := range s.Extensions {
		if e.Due.Due.After(s.Latest.Due) || len(e.Due.Working.Steps) == 0 {
			fail("extended to %s, beyond %s", e.Due.Due, s.Latest.Due)
		}
	}
	if !s.Responded.IsZero() {
		if s.Outcome == "" {
			fail("stage %d answered without an outcome", s.Number)
		}
		sent := false
		for _, l := range c.Letters {
			sent = sent || l.Kind == Response && l.Stage == s.Number && l.Sent == s.Responded
		}
		if !sent {
			fail("stage %d counts as answered and no letter went (ruling 7)", s.Number)
		}
	}
	if !s.Acknowledged.IsZero() && s.RespondBy.Provisional {
		fail("acknowledged and the response date is still provisional (ruling 6)")
	}
}
