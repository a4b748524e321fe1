package command

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
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

// TestTheLettersOnMoneyAndPromisesCanBeMade makes each by the word that is typed
// for it. The pipe is reported on Monday 16 November 2026 and due on the 17th;
// the second contractor, asked for on Wednesday 18, has until the 19th and comes
// on Friday 20: £10.00 and one further day's £2.00.
func TestTheLettersOnMoneyAndPromisesCanBeMade(t *testing.T) {
	d := newCounter()
	visited := d.withOneComplaint(t, func(*casework.Record) {})
	november := func(day int) calendar.Date { return calendar.On(2026, time.November, day) }
	recorded := func(of func(casework.Record) casework.Recording) string {
		t.Helper()
		_, first := d.caseOf(t, d.session(t, globals{}), visited)
		opened, err := d.session(t, globals{}).open()
		if err != nil {
			t.Fatal(err)
		}
		return d.record(t, opened, of(casework.Record{
			Received: november(16), Channel: casework.Counter, Story: "Nobody came.", Resident: first.Resident, Home: first.Home, Contact: first.Contact, Handler: opened.officer.ID,
		}))
	}
	papers := map[string]string{}
	paper := func(today, reference, kind string) {
		t.Helper()
		out := filepath.Join(t.TempDir(), kind+".pdf")
		if status := d.run("--today", today, "letter", reference, "--kind", kind, "--out", out); status != 0 {
			t.Errorf("%s: status %d: %s", kind, status, &d.err)
		}
		papers[kind] = reference
	}
	fixed := recorded(func(r casework.Record) casework.Recording {
		return casework.RecordFixed{Record: r, Promise: "missed-visit"}
	})
	d.act(t, fixed, november(18), casework.OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: november(12), Slot: redress.Morning}}}})
	paper("2026-11-18", fixed, "offer")
	paper("2026-11-18", fixed, "fixed-payment")

	pipe := recorded(func(r casework.Record) casework.Recording {
		return casework.RecordFixed{Record: r, Promise: "right-to-repair"}
	})
	d.act(t, pipe, november(16), casework.StartRepair{Defect: "leaking-pipe", What: "The pipe leaks", Cost: 9000, Reported: november(16), Contractor: "Alder"})
	paper("2026-11-16", pipe, "right-to-repair-notice")
	d.act(t, pipe, november(18), casework.AskSecond{Repair: 1, On: november(18), Contractor: "Birch"})
	paper("2026-11-18", pipe, "second-contractor-notice")
	d.act(t, pipe, november(20), casework.RepairDone{Repair: 1, On: november(20)})
	_, c := d.caseOf(t, d.session(t, globals{}), pipe)
	d.act(t, pipe, november(20), casework.OfferRedress{Repair: 1, Input: casework.RepairInput(c.Repairs[0], c)})
	paper("2026-11-20", pipe, "right-to-repair-compensation")

	lights := recorded(func(r casework.Record) casework.Recording { return casework.RecordPetition{Record: r, Signatures: 40} })
	paper("2026-11-18", lights, "petition-acknowledgement")
	d.act(t, lights, november(20), casework.InvestigatePetition{On: november(19), Findings: "Three lamps are missing."}, casework.PetitionReported{On: november(20), Outcome: "They are put up by Easter."})
	paper("2026-11-20", lights, "petition-outcome")

	fall := recorded(func(r casework.Record) casework.Recording { return casework.RecordClaim{Record: r, Injury: true} })
	d.act(t, fall, november(18), casework.VisitClaim{On: november(18), Seen: "The step is loose."})
	paper("2026-11-18", fall, "insurance-claim-cover")

	if len(papers) != 8 {
		t.Errorf("made %v", papers)
	}
	_, c = d.caseOf(t, d.session(t, globals{}), pipe)
	if got := c.Redress.Total(); got != 1200 || !c.Offers[0].Agreed() || len(c.Letters) != 3 || c.Letters[2].About != c.Offers[0].ID {
		t.Errorf("%s, %+v, %+v", got, c.Offers, c.Letters)
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
