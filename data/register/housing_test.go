package register

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"casebook/data/casework"

	"github.com/google/go-cmp/cmp"
)

func housed1(person, name, property, street string) casework.HousingRow {
	row := casework.HousingRow{Person: person}
	if person != "" {
		row.Given = casework.Person{Name: name, Telephones: []string{"01632 960001"}, Tenancy: "T" + person}
	}
	if property != "" {
		row.Home = casework.Home{Reference: property, Lines: []string{street, "Derby"}, Postcode: "DE1 1AA", Tenure: casework.Secure}
	}
	return row
}

func lines(rows ...casework.HousingRow) []casework.HousingRow {
	for i := range rows {
		rows[i].Line = i + 2
	}
	return rows
}

func (o *office) load(rows []casework.HousingRow) HousingReport {
	o.t.Helper()
	report, err := o.LoadHousing(o.ctx, o.manager, rows, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	return report
}

// verdicts are the report's, in short: "P1 new".
func verdicts(report HousingReport) []string {
	var short []string
	for _, v := range report.Verdicts {
		short = append(short, fmt.Sprint(v.Reference, " ", v.Verdict, " ", v.Why))
	}
	return short
}

func TestAListLoadedTwiceIsTheSame(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		rows := lines(housed1("P1", "Zoë O'Neill", "H1", "1 Elm St"), housed1("P2", "Łukasz Nguyễn", "H1", "1 Elm St"), housed1("", "", "H2", "2 Elm St"))
		first := o.load(rows)
		if first.New != 3 || first.Changed+first.Same+first.Gone != 0 {
			t.Errorf("first: %+v", first)
		}
		seal, err := o.Seal(o.ctx)
		if err != nil {
			t.Fatal(err)
		}
		trial, err := o.TryHousing(o.ctx, o.manager, rows, nil)
		if err != nil || trial.Same != 3 || trial.New+trial.Changed+trial.Gone != 0 {
			t.Errorf("trial: %+v, %v", trial, err)
		}
		if after, err := o.Seal(o.ctx); err != nil || after != seal {
			t.Errorf("a trial changed the register: %v", err)
		}
		if second := o.load(rows); second.Same != 3 || second.New+second.Changed+second.Gone != 0 {
			t.Errorf("second: %+v", second)
		}
		for _, typed := range []string{"oneill", "lukasz", "de11aa elm", "P2", "960001 zoe"} {
			known, err := o.Residents(o.ctx, o.manager, typed, 10)
			if err != nil || len(known) == 0 || known[0].Dwelling.Home.Reference != "H1" {
				t.Errorf("%q finds %v, %v", typed, known, err)
			}
		}
	})
}

func TestAReloadFollowsPeopleAndKeepsThoseWhoLeft(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Bob Ray", "H2", "2 Elm St"), housed1("P3", "Cat Day", "H3", "3 Elm St")))
		rows := lines(housed1("P1", "Ann Lee-Ray", "H2", "2 Elm St"), housed1("P3", "Cat Day", "H3", "3 Oak Road"), housed1("P4", "Dee Fox", "H4", "4 Elm St"))
		trial, err := o.TryHousing(o.ctx, o.manager, rows, nil)
		if err != nil {
			t.Fatal(err)
		}
		report := o.load(rows)
		want := []string{
			"P1 changed [Moved Changed: name]",
			"P3 changed [Changed: lines]",
			"P4 new []",
		}
		if diff := cmp.Diff(want, verdicts(report)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(report, trial); diff != "" {
			t.Errorf("the trial promised otherwise:\n%s", diff)
		}
		if report.Moved != 1 || report.Gone != 2 { // Bob, and his and Ann's old home H1
			t.Errorf("%+v", report)
		}
		if known, err := o.Residents(o.ctx, o.manager, "bob", 10); err != nil || len(known) != 0 {
			t.Errorf("somebody who left is offered: %v, %v", known, err)
		}
		if known, err := o.Residents(o.ctx, o.manager, "oak cat", 10); err != nil || len(known) != 1 {
			t.Errorf("the home's new address does not find who lives there: %v, %v", known, err)
		}
		back := o.load(append(rows, lines(housed1("P2", "Bob Ray", "H2", "2 Elm St"))...))
		if got := verdicts(back)[3]; got != "P2 changed [Back on the list]" {
			t.Errorf("got %s", got)
		}
		o.clean(t)
	})
}

func TestAReloadNeverChangesACase(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St")))
		known, err := o.Residents(o.ctx, o.manager, "ann", 1)
		if err != nil || len(known) != 1 {
			t.Fatal(known, err)
		}
		act := o.walkIn("Ann Lee")
		act.ResidentID, act.HomeID = known[0].Resident.ID, known[0].Dwelling.ID
		act.Resident, act.Home = known[0].Resident.Person, known[0].Dwelling.Home
		before := o.record(act)
		o.load(lines(housed1("P1", "Ann Ray", "H1", "9 Oak Road"), housed1("P2", "Bob", "H2", "2 Elm St")))
		after, err := o.Case(o.ctx, o.manager, before.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(casework.Flatten(before), casework.Flatten(after)); diff != "" || after.Version != before.Version {
			t.Error(diff)
		}
	})
}

func TestHowAResidentLikesToBeAddressedStays(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		row := housed1("P1", "Ann Lee", "H1", "1 Elm St")
		row.Given.Address = "Annie"
		o.load(lines(row))
		o.load(lines(housed1("P1", "Ann Ray", "H1", "1 Elm St")))
		known, err := o.Residents(o.ctx, o.manager, "ann", 1)
		if err != nil || len(known) != 1 || known[0].Resident.Person.Address != "Annie" {
			t.Errorf("got %v, %v", known, err)
		}
	})
}

func TestALoadThatIsStoppedKeepsWholeBatchesAndMayBeDoneAgain(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		var rows []casework.HousingRow
		for i := range 3*housingBatch + 7 {
			rows = append(rows, housed1(fmt.Sprint("P", i), fmt.Sprint("Person ", i), fmt.Sprint("H", i), fmt.Sprint(i, " Elm St")))
		}
		rows = lines(rows...)
		ctx, stop := context.WithCancel(o.ctx)
		report, err := o.LoadHousing(ctx, o.manager, rows, func(done, total int) {
			if done >= 2*housingBatch {
				stop()
			}
		})
		if !errors.Is(err, context.Canceled) || report.New != 2*housingBatch || len(report.Verdicts) != report.New {
			t.Fatalf("stopped with %d new and %d verdicts, %v", report.New, len(report.Verdicts), err)
		}
		again := o.load(rows)
		if again.Same != 2*housingBatch || again.New != housingBatch+7 || again.Gone != 0 {
			t.Errorf("again: %d same, %d new, %d gone", again.Same, again.New, again.Gone)
		}
		o.clean(t)
	})
}

func TestOnlyAManagerLoadsTheHousingList(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, role := range []casework.Role{casework.FrontDesk, casework.Investigator, casework.BoardReader} {
			by := o.officer(string(role)+" officer", role)
			for _, load := range []func(context.Context, casework.Officer, []casework.HousingRow, func(int, int)) (HousingReport, error){o.LoadHousing, o.TryHousing} {
				_, err := load(o.ctx, by, lines(housed1("P1", "Ann", "H1", "1 Elm St")), nil)
				var refusal *casework.Refusal
				if !errors.As(err, &refusal) {
					t.Errorf("%s: %v", role, err)
				}
			}
		}
		if known, err := o.Residents(o.ctx, o.manager, "ann", 1); err != nil || len(known) != 0 {
			t.Errorf("something was loaded: %v, %v", known, err)
		}
	})
}

func BenchmarkLoadHousing20000(b *testing.B) {
	var rows []casework.HousingRow
	for i := range 20_000 {
		rows = append(rows, housed1(fmt.Sprint("P", i), fmt.Sprint("Person Number ", i), fmt.Sprint("H", i), fmt.Sprint(i, " Elm Street")))
	}
	rows = lines(rows...)
	for b.Loop() {
		b.StopTimer()
		o := newOffice(b, b.TempDir()+"/register.db")
		b.StartTimer()
		if _, err := o.LoadHousing(o.ctx, o.manager, rows, nil); err != nil {
			b.Fatal(err)
		}
	}
}
