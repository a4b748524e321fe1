package command

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// TestEveryKindOfLetterCanBeMade makes the papers of one complaint that can go
// at any time, each by the word that is typed for it.
func TestEveryKindOfLetterCanBeMade(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(r *casework.Record) {
		r.Representative = casework.Representative{Name: "Rosa Bell", Relation: "sister"}
	})
	day := calendar.On(2026, time.November, 20)
	d.act(t, reference, day,
		casework.MakePromise{Text: "Bleed the radiators", Owner: "Repairs", Due: day}, casework.KeepPromise{Promise: 1, On: day},
		casework.MakePromise{Text: "Ring you", Owner: "Repairs", Due: day.AddDays(7)},
		casework.PassOn{Point: 2, To: "the council's Corporate Complaints Officer", On: day, How: "by e-mail"},
		casework.Restrict{What: "Please write.", Why: "You shouted at two people on 18 November.", Equality: "No need is known.", From: day, Review: day.AddMonths(3)})
	for _, kind := range []string{"receipt", "acknowledgement", "pass-on", "consent-form", "progress-slip", "action-completed", "restriction"} {
		out := filepath.Join(t.TempDir(), kind+".pdf")
		if status := d.run("--today", "2026-11-20", "letter", reference, "--kind", kind, "--out", out); status != 0 {
			t.Errorf("%s: status %d: %s", kind, status, &d.err)
		}
	}
	out := filepath.Join(t.TempDir(), "action.pdf")
	if status := d.run("--today", "2026-11-20", "letter", reference, "--kind", "action-completed", "--about", "2", "--out", out); status != 1 || !strings.Contains(d.err.String(), "kept") {
		t.Errorf("a promise that is open: status %d: %s", status, &d.err)
	}
	d.act(t, reference, day, casework.Withdraw{On: day})
	if status := d.run("--today", "2026-11-20", "letter", reference, "--kind", "withdrawal", "--out", out); status != 0 {
		t.Errorf("withdrawal: status %d: %s", status, &d.err)
	}
	_, c := d.caseOf(t, d.session(t, globals{}), reference)
	about := map[casework.LetterKind]int{}
	for _, l := range c.Letters {
		about[l.Kind] = l.About
	}
	if len(c.Letters) != 8 || about[casework.ActionLetter] != 1 || about[casework.RestrictionLetter] != 1 {
		t.Errorf("kept %+v", c.Letters)
	}
}

func TestTheLettersOfARequestCanBeMade(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(r *casework.Record) { r.Answer, r.Handler, r.Points = casework.ServiceOnly, 0, nil })
	day := calendar.On(2026, time.November, 20)
	d.act(t, reference, day, casework.MakePromise{Text: "Look at the boiler", Owner: "Repairs", Due: day.AddDays(4)})
	for _, kind := range []string{"service-request", "complaint-slip", "progress-slip"} {
		out := filepath.Join(t.TempDir(), kind+".pdf")
		if status := d.run("--today", "2026-11-20", "letter", reference, "--kind", kind, "--out", out); status != 0 {
			t.Errorf("%s: status %d: %s", kind, status, &d.err)
		}
	}
}

// act does acts on a case on a day.
func (d *counter) act(t *testing.T, reference string, day calendar.Date, acts ...casework.Act) {
	t.Helper()
	s := d.session(t, globals{})
	opened, err := s.open()
	if err != nil {
		t.Fatal(err)
	}
	c, err := opened.CaseByReference(s.Context, opened.officer, casework.Reference(reference))
	if err != nil {
		t.Fatal(err)
	}
	err = opened.Batch(s.Context, opened.officer, func(b *register.Batch) error {
		for _, act := range acts {
			if _, err := b.DoAs(opened.officer, day, c.ID, act); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
}
