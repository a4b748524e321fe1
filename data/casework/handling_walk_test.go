package casework

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyHandling draws one of the acts that handle a case and move no date.
func anyHandling(rt *rapid.T, today string) Act {
	n := rapid.IntRange(0, 3).Draw(rt, "item")
	who := rapid.SampledFrom(staff).Draw(rt, "who").ID
	some := rapid.SliceOfN(rapid.SampledFrom([]int64{1, 2, 3, 4, 5, 6}), 0, 4)
	near := day(today).AddDays(rapid.IntRange(-3, 9).Draw(rt, "near"))
	far := near.AddDays(rapid.IntRange(-2, 400).Draw(rt, "far"))
	text := rapid.SampledFrom([]string{"", "Words.", "Other words."}).Draw(rt, "text")
	way := rapid.SampledFrom([]Channel{"", Counter, Telephone}).Draw(rt, "way")
	return rapid.SampledFrom([]Act{
		CoverFor{Officer: who, From: near, Until: far}, DeclareConflict{Officer: who, What: text}, ReviewAnswer{Note: text},
		AddEvidence{File: "damp.jpg", Type: typeJPEG, Size: 900, Document: digest(n), From: text, Received: near, Point: n},
		AddNote{Text: text}, CorrectNote{Note: n, Text: text}, LogCall{On: near, Way: way, With: text, Reached: n > 1, Note: text},
		Protect{Confidential: n > 0, Access: some.Draw(rt, "access"), Barred: some.Draw(rt, "barred"), HandOver: n > 2, Why: text},
		Restrict{What: text, Why: text, Equality: text, From: near, Review: far},
		ReviewRestriction{Restriction: n, On: near, Keep: n > 1, Review: far, Why: text},
		AskOthers{Whom: text, What: text, Due: near}, Remind{Request: n, On: near}, GotAnswer{Request: n, On: near, Answer: text},
		Enquire{On: near, Way: way, Note: text}, PassOn{Point: n, To: text, On: near, How: text},
		Moved{On: near, Home: Home{Lines: strings.Fields(text), Tenure: Leasehold}, HomeID: 5},
		Died{On: near, Executor: Person{Name: text}, Relation: text}, Died{On: near, Mistaken: text},
		Renamed{On: near, NewName: text}, SamePerson{Resident: int64(n), Was: int64(3 - n)}, SetHousingRef{Reference: text},
		ExplainPromise{Promise: n, To: far, Why: text}, KeepPromise{Promise: n, On: near}, MakePromise{Text: text, Owner: text, Due: near},
		AddRemedy{Kind: "apology", Text: text, Due: near, Owner: text}, DropRemedy{Remedy: n},
	}).Draw(rt, "handling")
}

// digest is a document's name for tests: as long as a real one.
func digest(n int) string { return fmt.Sprintf("%064x", n) }

// TestHandlingMovesNoDateAndLosesNoNote tries random acts of handling on cases
// at every point of their way.
func TestHandlingMovesNoDateAndLosesNoNote(t *testing.T) {
	received := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	given := must(t, received, Assign{To: dan.ID}, on(t, dan, day("2026-11-13")))
	done := answered(t)
	second := must(t, done, AskStage2{On: day("2026-11-30"), Handler: helen.ID}, on(t, helen, day("2026-11-30")))
	closed := must(t, done, Close{On: day("2026-11-30")}, on(t, dan, day("2026-11-30")))
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom([]Case{received, given, done, second, closed}).Draw(rt, "case")
		today := day("2026-11-30")
		for range rapid.IntRange(1, 30).Draw(rt, "acts") {
			today = today.AddDays(rapid.IntRange(0, 2).Draw(rt, "days"))
			act, by := anyHandling(rt, today.String()), rapid.SampledFrom(staff).Draw(rt, "by")
			out, err := Apply(c, act, on(t, by, today))
			if err != nil {
				continue
			}
			if was, is := dates(t, c), dates(t, out.Case); was != is {
				rt.Fatalf("%s changed a date:\n%s\n%s", act.Name(), was, is)
			}
			for _, n := range c.Notes {
				if !slices.Contains(out.Case.Notes, n) {
					rt.Fatalf("%s lost or changed note %d", act.Name(), n.ID)
				}
			}
			c = out.Case
			holdHandling(func(format string, args ...any) {
				rt.Fatalf("after %s: %s", act.Name(), fmt.Sprintf(format, args...))
			}, c)
		}
	})
}

// dates are all the dates of a case that a rule sets.
func dates(t *testing.T, c Case) string {
	t.Helper()
	type clocks struct{ Received, Acknowledge, First, Respond, Latest, Extended, Acknowledged, Responded any }
	all := []any{c.Received, c.Closed}
	for _, s := range c.Stages {
		all = append(all, clocks{s.Asked, s.AcknowledgeBy, s.FirstAcknowledgeBy, s.RespondBy, s.Latest, s.Extensions, s.Acknowledged, s.Responded})
	}
	for _, h := range c.Hazards {
		all = append(all, h.Clocks)
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// holdHandling checks what the case alone cannot say: that its managers are
// still among those who see it, and that covers are by others than before.
func holdHandling(fail func(string, ...any), c Case) {
	for _, fault := range Faults(c) {
		fail("%s", fault)
	}
	if c.Confidential && !slices.Contains(c.Access, helen.ID) {
		fail("no manager may see the case: %v", c.Access)
	}
	for _, s := range c.Stages {
		for _, v := range s.Covers {
			if v.From.IsZero() || v.Until.Before(v.From) {
				fail("a cover from %s until %s", v.From, v.Until)
			}
			if s.Number > 1 && c.part(&c.Stages[0], v.Officer) != "" {
				fail("officer %d covers stage 2 and had a part in stage 1 (Code 6.13)", v.Officer)
			}
		}
	}
}
