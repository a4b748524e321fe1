package register

import (
	"strings"
	"testing"

	"casebook/data/casework"
)

// clean expects that Check finds nothing wrong.
func (o *office) clean(t *testing.T) Report {
	t.Helper()
	return clean(t, o.Register)
}

func clean(t *testing.T, r *Register) Report {
	t.Helper()
	report, err := r.Check(t.Context(), nil)
	if err != nil {
		t.Fatalf("checking: %v", err)
	}
	for _, p := range report.Problems {
		t.Errorf("%s (%d): %s", p.Kind, p.Count, p.First)
	}
	return report
}

// busy gives an office something of everything: cases at every stage, letters,
// a housing list loaded twice, people, erased values, a sealed report.
func (o *office) busy(t *testing.T, cases int) {
	t.Helper()
	ben := o.officer("Ben Shaw", casework.Investigator)
	o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Bob Ray", "H2", "2 Elm St")))
	o.load(lines(housed1("P1", "Ann Lee", "H2", "2 Elm St"), housed1("P3", "Cat Day", "H3", "3 Elm St")))
	for i := range cases {
		act := o.walkIn([]string{"Łukasz Nguyễn", "Zoë O'Neill", "", "Ann Patel"}[i%4])
		act.Points = []string{"The ceiling leaks", "Nobody came"}
		if i%3 == 0 {
			act.Answer = casework.ServiceOnly
		}
		c := o.record(act)
		if _, err := o.Do(o.ctx, ben, c.ID, c.Version, casework.AddNote{Text: "Rang the surveyor"}); err != nil {
			t.Fatal(err)
		}
		if c.Kind != casework.Complaint {
			continue
		}
		if i%2 == 0 {
			o.do(c.ID, casework.MakePromise{Text: "Mend the ceiling", Owner: "Repairs", Due: o.clock.Today().AddDays(20)})
		}
	}
}

func TestABusyRegisterChecksClean(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 12)
		report := o.clean(t)
		if report.Cases != 12 || report.Entries < 30 || len(report.Seal) != 64 {
			t.Errorf("%+v", report)
		}
		steps, last := 0, 0
		_, err := o.Check(o.ctx, func(done, total int) {
			if done < last || done > total {
				t.Errorf("%d of %d after %d", done, total, last)
			}
			steps, last = steps+1, done
		})
		if err != nil || steps == 0 {
			t.Errorf("%d steps of progress, %v", steps, err)
		}
	})
}

func TestReportsSavedOneAfterAnotherCheckCleanAndCopy(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, quarter := range []string{"2025-26Q4", "2026-27Q1", "2026-27Q1"} {
			o.record(o.walkIn("Ann Patel"))
			snapshot, err := o.Facts(o.ctx, o.manager, day0.AddMonths(-12), day0)
			if err != nil {
				t.Fatal(err)
			}
			if err := o.KeepSeal(o.ctx, o.manager, snapshot, "Board report, "+quarter); err != nil {
				t.Fatal(err)
			}
		}
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St")))
		o.clean(t)
		if _, err := o.Backup(o.ctx, t.TempDir(), nil); err != nil {
			t.Errorf("a copy: %v", err)
		}
	})
}

// said expects that a report has a problem of a kind whose sentence holds the
// given words.
func said(t *testing.T, report Report, kind, words string) {
	t.Helper()
	for _, p := range report.Problems {
		if p.Kind == kind && strings.Contains(p.First, words) {
			return
		}
	}
	t.Errorf("no problem of kind %s says %q: %v", kind, words, report.Problems)
}

func TestANameInAnotherCaseIsNoticed(t *testing.T) {
	type part struct {
		Date string `json:"date"`
		Kept string `json:"kept,omitempty"`
	}
	type whole struct {
		Parts []part `json:"parts"`
		Later string `json:"later"`
	}
	for text, sound := range map[string]bool{
		`{"parts":[{"date":"2026-04-19"}],"later":""}`: true,
		`{"parts":[{"date":"2026-04-19"}]}`:            true, // from before "later" came to be
		`{"parts":[{"dAte":"2026-04-19"}],"later":""}`: false,
		`{"Parts":[{"date":"2026-04-19"}],"later":""}`: false,
		`{"parts":[{"day":"2026-04-19"}],"later":""}`:  false,
	} {
		var w whole
		if err := strictly(text, &w); (err == nil) != sound {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestWhatCanNeverBeTrueOfACaseIsTold(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		o.alter(c.ID, func(c *casework.Case) { c.Closed, c.Ended = day0, casework.Answered }) // and not answered
		report, err := o.Check(o.ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		said(t, report, "case", string(c.Reference))
	})
}
