package command

import (
	"context"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// shape writes the names in a JSON value and nothing else: "{name [{name}]}",
// in the order of the alphabet. The elements of a list count together.
func shape(v any) string {
	switch v := v.(type) {
	case map[string]any:
		var names []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if inner := shape(v[name]); inner != "" {
				name += " " + inner
			}
			names = append(names, name)
		}
		return "{" + strings.Join(names, ", ") + "}"
	case []any:
		all := map[string]any{}
		for _, element := range v {
			if object, ok := element.(map[string]any); ok {
				maps.Copy(all, object)
			}
		}
		if len(all) > 0 {
			return "[" + shape(all) + "]"
		}
	}
	return ""
}

// hasNames runs a command with --json and compares the names of its answer.
func (d *counter) hasNames(t *testing.T, status int, want string, args ...string) {
	t.Helper()
	if got := d.run(append(args, "--json")...); got != status {
		t.Fatalf("%v: status %d: %s", args, got, &d.err)
	}
	var answer any
	if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %v in %s", args, err, &d.out)
	}
	if got := shape(answer); got != want {
		t.Errorf("casebook %s --json has the names\n%s\nand other programs lean on\n%s", args[0], got, want)
	}
}

func TestTheNamesThatOtherProgramsLeanOnStay(t *testing.T) {
	d := newCounter()
	d.hasNames(t, 0, "{build, go, revision, version}", "version")
	d.hasNames(t, 0, "{deadlines [{act, due, provisional, working [{counts, date, why}]}], kind, policy}", "deadline", "--received", "2026-11-23")
	for _, kind := range []string{"petition", "insurance", "letter"} {
		d.hasNames(t, 0, "{deadlines [{act, due, provisional, working [{counts, date, why}]}], kind, policy}", "deadline", "--received", "2026-11-23", "--kind", kind)
	}
	d.withOwedWork(t)
	d.hasNames(t, 0, "{due_soon {count, rows}, due_today {count, rows}, hazards {count, rows}, letters {count, rows}, on, "+
		"overdue {count, rows [{due, left, officer, owed, reference, stage}]}, promises {count, rows [{due, left, officer, owed, promise, reference}]}, "+
		"reviews {count, rows}, waiting {count, rows}}",
		"due", "--on", "2027-01-15")
	d.hasNames(t, 0, "{cut_off, figures [{cases, definition, denominator, hidden, id, label, numerator, unit, value}], from, homes, quarter, seal, to}",
		"board", "--quarter", "2026-27Q3")
	d.hasNames(t, 0, "{changed, columns [{field, heading, why}], dry_run, file, gone, lines, moved, new, same, verdicts [{line, notes, reference, verdict, why}]}",
		"import", list(t, housingList))
	folder := t.TempDir()
	d.hasNames(t, 0, "{bytes, cases, documents, entries, file, seal, seconds}", "backup", filepath.Join(folder, "copy.db"))
	d.hasNames(t, 0, "{cases, documents, entries, seal, seconds}", "restore", filepath.Join(folder, "copy.db"), "--register", filepath.Join(folder, "again.db"))
	d.hasNames(t, 0, "{cases, documents, entries, problems, seal, sound}", "check")
	d.damage(t)
	d.hasNames(t, 1, "{cases, documents, entries, problems [{count, first, kind}], seal, sound}", "check")
}

// withOwedWork makes a register with an answer and a promise that are owed.
func (d *counter) withOwedWork(t *testing.T) {
	t.Helper()
	reference := d.withOneComplaint(t, func(*casework.Record) {})
	s := d.session(t, globals{})
	opened, c := d.caseOf(t, s, reference)
	_, err := opened.Do(context.Background(), opened.officer, c.ID, 0,
		casework.MakePromise{Text: "Look at the boiler again", Owner: "Repairs", Due: calendar.On(2026, 12, 1)})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheActsAndUnitsThatOtherProgramsLeanOnStay(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	acts := map[string]string{
		"--stage 1":        "acknowledge respond respond-extended",
		"--stage 2":        "acknowledge-stage-2 respond-stage-2 respond-stage-2-extended",
		"--kind petition":  "acknowledge-petition investigate-petition",
		"--kind insurance": "send-insurance-claim",
		"--kind letter":    "acknowledge-letter",
	}
	for flags, want := range acts {
		d.run(append([]string{"deadline", "--received", "2026-11-23", "--json"}, strings.Fields(flags)...)...)
		var answer struct{ Deadlines []struct{ Act string } }
		if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
			t.Fatalf("%s: %v", flags, err)
		}
		var got []string
		for _, a := range answer.Deadlines {
			got = append(got, a.Act)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("deadline %s has the acts %v, and other programs lean on %s", flags, got, want)
		}
	}
	_, figures := d.figures(t, "--quarter", "2026-27Q2")
	units := map[string]string{}
	for _, f := range figures {
		units[f.Unit] = f.ID
	}
	if got := slices.Sorted(maps.Keys(units)); !slices.Equal(got, []string{"count", "pence", "per_1000", "percent", "working_days"}) {
		t.Errorf("the board's units are %v", got)
	}
	for _, id := range []string{
		"stage1.received", "stage1.acknowledged_in_time", "stage1.responded_in_time", "stage1.responded_in_time_with_extension",
		"stage2.received", "stage2.responded_in_time", "ch01.stage1", "ch01.stage2", "ch02.stage1", "ch02.stage2", "stage1.upheld", "stage2.upheld",
		"escalation", "redress.offered",
	} {
		_, quarter := figures[id]
		_, year := figures[id+".ytd"]
		if always := strings.HasPrefix(id, "ch0"); !quarter || year == always {
			t.Errorf("%s is there for the quarter: %v, for the year to date: %v", id, quarter, year)
		}
	}
}
