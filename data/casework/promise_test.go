package casework

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/redress"
)

func TestAPromiseIsKeptOrExplained(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m,
		no{MakePromise{Owner: "Repairs", Due: m.Today}, "no-promise", "promise"},
		no{MakePromise{Text: "Paint", Due: m.Today}, "no-owner", "owner"},
		no{MakePromise{Text: "Paint", Owner: "Repairs"}, "no-due", "due"},
		no{MakePromise{Text: "Paint", Owner: "Repairs", Due: day("2026-11-15")}, "no-due", "due"},
	)
	c = must(t, c, MakePromise{Text: "Paint the wall", Owner: "Repairs", Due: day("2026-11-20")}, m)
	if p := c.Promises[0]; p.Stage != 1 || p.By != dan.ID || p.Made != m.Today {
		t.Errorf("the promise is %+v", p)
	}
	// On Monday 23 November the wall is not painted.
	m = on(t, dan, day("2026-11-23"))
	refusedAll(t, c, m,
		no{ExplainPromise{Promise: 2, To: day("2026-12-01"), Why: "x"}, "no-promise", ""},
		no{ExplainPromise{Promise: 1, To: day("2026-12-01")}, "no-reason", "why"},
		no{ExplainPromise{Promise: 1, Why: "x"}, "no-due", "to"},
		no{ExplainPromise{Promise: 1, To: day("2026-11-22"), Why: "x"}, "no-due", "to"}, // after the old day, before today
	)
	early := on(t, dan, day("2026-11-18"))
	refusedAll(t, c, early, no{ExplainPromise{Promise: 1, To: day("2026-11-20"), Why: "x"}, "no-due", "to"}) // the day it has
	c = must(t, c, ExplainPromise{Promise: 1, To: day("2026-12-01"), Why: "The wall has to dry first"}, m)
	c = must(t, c, ExplainPromise{Promise: 1, To: day("2026-12-08"), Why: "It is still wet"}, m)
	want := []PromiseMove{
		{ID: 1, From: day("2026-11-20"), To: day("2026-12-01"), Why: "The wall has to dry first", On: m.Today, By: dan.ID},
		{ID: 2, From: day("2026-12-01"), To: day("2026-12-08"), Why: "It is still wet", On: m.Today, By: dan.ID},
	}
	if p := c.Promises[0]; p.Due != day("2026-12-08") || !slices.Equal(p.Moved, want) || !p.Kept.IsZero() {
		t.Errorf("the promise stays, with every day it had: %+v", p)
	}
	c = must(t, c, KeepPromise{Promise: 1, On: m.Today, Note: "Two coats"}, on(t, priya, m.Today))
	refused(t, c, ExplainPromise{Promise: 1, To: day("2026-12-20"), Why: "x"}, m, "no-promise")
	refused(t, c, KeepPromise{Promise: 1, On: m.Today}, m, "no-promise")

	after := must(t, answered(t), MakePromise{Text: "Ring in March", Owner: "Dan", Due: day("2027-03-01")}, on(t, dan, day("2026-11-30")))
	if p := after.Promises[1]; p.Stage != 0 {
		t.Errorf("made after the answer, it is no part of it: %+v", p)
	}
}

func TestADatedRemedyIsAPromise(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m,
		no{AddRemedy{Kind: "apology"}, "no-remedy", "remedy"},
		no{AddRemedy{Kind: "flowers", Text: "x"}, "no-such-remedy", "kind"},
		no{AddRemedy{Kind: "apology", Text: "x", Due: m.Today}, "no-owner", "owner"},
		no{AddRemedy{Kind: "apology", Text: "x", Owner: "Dan"}, "no-due", "due"},
		no{AddRemedy{Kind: "apology", Text: "x", Owner: "Dan", Due: day("2026-11-15")}, "no-due", "due"},
	)
	c = must(t, c, AddRemedy{Kind: "apology", Text: "We are sorry."}, m)
	if len(c.Promises) != 0 || c.Remedies[0].By != dan.ID {
		t.Errorf("without a day it promises nothing: %v", c.Promises)
	}
	c = must(t, c, AddRemedy{Kind: "carry-out-service", Text: "Mend the boiler.", Owner: "Repairs", Due: day("2026-11-20")}, m)
	want := Promise{ID: 1, Text: "Mend the boiler.", Owner: "Repairs", Due: day("2026-11-20"), Made: m.Today, Stage: 1, Remedy: 2, By: dan.ID}
	if p := c.Promises[0]; p.Remedy != want.Remedy || p.Text != want.Text || p.Due != want.Due || p.Stage != 1 || p.By != dan.ID {
		t.Errorf("the promise is %+v, want %+v", p, want)
	}
	c = must(t, c, MakePromise{Text: "Ring", Owner: "Dan", Due: m.Today}, m)
	if d := must(t, c, DropRemedy{Remedy: 2}, m); len(d.Promises) != 1 || d.Promises[0].Text != "Ring" || len(d.Remedies) != 1 {
		t.Errorf("taken back with its promise: %v %v", d.Remedies, d.Promises)
	}
	kept := must(t, c, KeepPromise{Promise: 1, On: m.Today}, m)
	if d := must(t, kept, DropRemedy{Remedy: 2}, m); len(d.Promises) != 2 || d.Promises[0].Remedy != 0 {
		t.Errorf("what is done already stays by itself: %v", d.Promises)
	}
	refused(t, answered(t), AddRemedy{Kind: "apology", Text: "x"}, on(t, dan, day("2026-11-30")), "answered")
}

func TestTheClosingNoteNamesOfficersOnly(t *testing.T) {
	// Answered by Dan on Friday 27 November 2026 with £120.00 and a promise.
	c := must(t, answered(t), Close{On: day("2026-11-30")}, on(t, dan, day("2026-11-30")))
	m := on(t, dan, day("2026-12-01"))
	want := `C-2026-0009-K, complaint
About: Repairs, 2 points. Received on 13 November 2026.
Stage 1: upheld, some points not. Answered on 27 November 2026 by Dan Okafor.
Promised:
- Service the boiler: Repairs, by 4 December 2026
Money offered: £120.00 in all (£120.00 at stage 1).
The resident has not answered the offer of £120.00.
Letters:
- Acknowledgement, posted on 13 November 2026
- Response, posted on 27 November 2026
Closed on 30 November 2026, answered.
From Casebook on 1 December 2026.
`
	want = strings.Replace(want, "C-2026-0009-K", string(c.Reference), 1)
	if got := ClosingNote(c, m); got != want {
		t.Errorf("the note is\n%s\nwant\n%s", got, want)
	}

	c.Resident = Person{Name: "Will May Adeyemi", Telephones: []string{"07700 900142"}, Email: "will@example.org", Address: "Dr Adeyemi"}
	c.Representative = Representative{Name: "Joy Bell", Telephone: "01332 555"}
	c.Remedies = []Remedy{{ID: 1, Text: "We will ring Will on 07700 900142\nby May, or WILL@EXAMPLE.ORG"}}
	c.Promises = []Promise{
		{ID: 1, Text: "Dr Adeyemi's door at 31 Harebell Court", Owner: "Joy Bell", Due: day("2027-05-04")},
		{ID: 2, Text: "Joyful paint", Owner: "Dan Okafor", Due: day("2027-05-04"), Kept: day("2026-12-01")},
	}
	note := ClosingNote(c, m)
	for _, line := range []string{
		"- We will ring [left out] on [left out] by May, or [left out]\n",
		"- [left out]'s door at [left out]: [left out], by 4 May 2027\n",
		"- Joyful paint: Dan Okafor, done on 1 December 2026\n",
	} {
		if !strings.Contains(note, line) {
			t.Errorf("want %q in\n%s", line, note)
		}
	}
	for _, personal := range []string{"Adeyemi", "07700", "Harebell", "DE24", "Bell", "example.org", c.Story} {
		if strings.Contains(note, personal) {
			t.Errorf("%q is in\n%s", personal, note)
		}
	}

	c.Confidential = true
	if got := ClosingNote(c, m); strings.Count(got, "\n") != 2 || !strings.Contains(got, "Confidential") || strings.Contains(got, "Repairs") {
		t.Errorf("of a confidential case it says nothing:\n%s", got)
	}
}

func TestTheClosingNoteSaysHowEachStageStands(t *testing.T) {
	c, m := given(t)
	for _, s := range []struct {
		want   string
		change func(*Case)
	}{
		{"Stage 1: not answered yet, due on 4 December 2026, with Dan Okafor.", func(*Case) {}},
		{"Stage 1: withdrawn on 16 November 2026.", func(c *Case) { c.Withdrawn = m.Today }},
		{"Stage 1: not accepted as a complaint.", func(c *Case) {
			for i := range c.Points {
				c.Points[i].Excluded = Exclusion{Reason: "legal"}
			}
		}},
		{"Stage 2: asked for on 30 November 2026, not opened.", func(c *Case) {
			*c = answered(t)
			c.Stages = append(c.Stages, Stage{Number: 2, Asked: day("2026-11-30"), Refused: Exclusion{Reason: "legal"}})
		}},
		{"Money offered: none.", func(c *Case) { c.Redress = redress.Ledger{} }},
		{"- Response, posted on 27 November 2026, sent in error", func(c *Case) { *c = answered(t); c.Letters[1].Error = "wrong sum" }},
		{"About: subject not set, 2 points.", func(c *Case) { c.Subject = "" }},
	} {
		next := clone(c)
		s.change(&next)
		if got := ClosingNote(next, m); !strings.Contains(got, s.want) {
			t.Errorf("want %q in\n%s", s.want, got)
		}
	}
}
