package register

import (
	"errors"
	"strings"
	"testing"

	"casebook/data/casework"

	"github.com/google/go-cmp/cmp"
)

// residentID is the number of a person on the housing list.
func (o *office) residentID(reference string) (id int64) {
	o.t.Helper()
	err := o.reading(o.ctx, func(w *work) error {
		p, _, err := listed[casework.Resident](w, `SELECT body, gone FROM residents WHERE reference = $1`, reference)
		id = p.ID
		return err
	})
	if err != nil || id == 0 {
		o.t.Fatalf("resident %s: %d, %v", reference, id, err)
	}
	return id
}

// recordFor records a complaint of a person on the housing list.
func (o *office) recordFor(resident int64) casework.Case {
	o.t.Helper()
	act := o.walkIn("Ann Lee")
	act.ResidentID = resident
	return o.record(act)
}

// holders are the residents that cases belong to, by case.
func (o *office) holders() map[int64]int64 {
	o.t.Helper()
	rows, err := o.engine.read.QueryContext(o.ctx, `SELECT case_id, resident_id FROM cases`)
	if err != nil {
		o.t.Fatal(err)
	}
	defer rows.Close()
	all := map[int64]int64{}
	for rows.Next() {
		var id, resident int64
		if err := rows.Scan(&id, &resident); err != nil {
			o.t.Fatal(err)
		}
		all[id] = resident
	}
	if err := rows.Err(); err != nil {
		o.t.Fatal(err)
	}
	return all
}

func TestTwoRecordsOfOnePersonAreJoinedAndTakenApartExactly(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Anne Leigh", "H1", "1 Elm St"), housed1("P3", "Bob Ray", "H2", "2 Elm St")))
		keep, drop := o.residentID("P1"), o.residentID("P2")
		o.recordFor(keep)
		second, hidden := o.recordFor(drop), o.recordFor(drop)
		o.record(o.walkIn("Somebody"))
		ben := o.officer("Ben Shaw", casework.Investigator)
		o.hide(hidden.ID, ben.ID) // the manager who joins them does not see it
		before := o.holders()
		for range 2 {
			if err := o.MergeResidents(o.ctx, o.manager, keep, drop, "Same date of birth and signature"); err != nil {
				t.Fatal(err)
			}
			if got := o.holders(); got[second.ID] != keep || got[hidden.ID] != keep {
				t.Errorf("joined, the cases belong to %v", got)
			}
			for _, typed := range []string{"Anne Leigh", "Ann Lee", "P2"} {
				found, err := o.Residents(o.ctx, o.manager, typed, 10)
				if err != nil || len(found) != 1 || found[0].Resident.ID != keep {
					t.Errorf("%s finds %+v, %v", typed, found, err)
				}
			}
			matches, err := o.Matches(o.ctx, o.manager, drop, 0, "", 10)
			if err != nil || len(matches) < 2 || matches[0].Why != SameResident {
				t.Errorf("the one given up matches %+v, %v", matches, err)
			}
			later := o.recordFor(drop) // a draft begun before they were joined
			if later.ResidentID != keep {
				t.Errorf("a record for the one given up belongs to %d", later.ResidentID)
			}
			before[later.ID] = keep
			o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Anne Leigh", "H3", "3 Elm St"), housed1("P3", "Bob Ray", "H2", "2 Elm St")))
			o.clean(t)
			if err := o.UnmergeResidents(o.ctx, o.manager, keep, drop, "They are twins"); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, o.holders()); diff != "" {
				t.Errorf("taken apart, cases belong to others than before:\n%s", diff)
			}
			found, err := o.Residents(o.ctx, o.manager, "Anne Leigh", 10)
			if err != nil || len(found) != 1 || found[0].Resident.ID != drop {
				t.Errorf("taken apart, she is found as %+v, %v", found, err)
			}
			o.clean(t)
		}
		o.saidOf(keep, "twins")
		o.saidOf(drop, "signature")
	})
}

// saidOf expects words in the history of a resident.
func (o *office) saidOf(resident int64, words string) {
	o.t.Helper()
	var entries []Entry
	err := o.reading(o.ctx, func(w *work) (err error) {
		entries, err = w.entries(residentSubject(resident), 0)
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Summary, words) && e.Officer == "Aisha Khan" {
			return
		}
	}
	o.t.Errorf("nothing in the history of resident %d says %q", resident, words)
}

func TestRecordsThatWouldNotComeApartAreNotJoined(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Anne Leigh", "H1", "1 Elm St"), housed1("P3", "A Lee", "H2", "2 Elm St")))
		one, two, three := o.residentID("P1"), o.residentID("P2"), o.residentID("P3")
		desk := o.officer("Priya Nair", casework.FrontDesk)
		refused(t, o.MergeResidents(o.ctx, desk, one, two, "The same"), "not-yours")
		refused(t, o.MergeResidents(o.ctx, o.manager, one, two, " "), "no-reason")
		refused(t, o.MergeResidents(o.ctx, o.manager, one, one, "The same"), "no-person")
		refused(t, o.UnmergeResidents(o.ctx, o.manager, one, two, "Twins"), "not-joined")
		if err := o.MergeResidents(o.ctx, o.manager, one, 999, "The same"); !errors.Is(err, ErrNotFound) {
			t.Errorf("joined to nobody: %v", err)
		}
		if err := o.MergeResidents(o.ctx, o.manager, one, two, "The same"); err != nil {
			t.Fatal(err)
		}
		refused(t, o.MergeResidents(o.ctx, o.manager, three, two, "The same"), "joined")
		refused(t, o.MergeResidents(o.ctx, o.manager, two, three, "The same"), "joined")
		refused(t, o.MergeResidents(o.ctx, o.manager, three, one, "The same"), "stands-for")
		if err := o.MergeResidents(o.ctx, o.manager, one, three, "The same"); err != nil {
			t.Errorf("a third record: %v", err)
		}
		away := o.officer("Erin Moss", casework.Investigator)
		second, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Brook Street"})
		if err != nil {
			t.Fatal(err)
		}
		away.Office = second.ID
		if away, err = o.SaveOfficer(o.ctx, o.manager, away, ""); err != nil {
			t.Fatal(err)
		}
		if err := o.UnmergeResidents(o.ctx, away, one, two, "Twins"); !errors.Is(err, ErrNotFound) {
			t.Errorf("another office takes them apart: %v", err)
		}
		o.clean(t)
	})
}

func TestAGroupThatHasBothRecordsComesApartAsItWas(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Anne Leigh", "H1", "1 Elm St")))
		keep, drop := o.residentID("P1"), o.residentID("P2")
		act := o.walkIn("Anne Leigh")
		act.ResidentID = drop
		act.Group = []casework.Member{{ResidentID: keep, Person: casework.Person{Name: "Ann Lee"}, Lines: []string{"1 Elm St"}, Postcode: "DE1 1AA"}}
		c := o.record(act)
		if err := o.MergeResidents(o.ctx, o.manager, keep, drop, "The same"); err != nil {
			t.Fatal(err)
		}
		if err := o.UnmergeResidents(o.ctx, o.manager, keep, drop, "Twins"); err != nil {
			t.Fatal(err)
		}
		again, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(casework.Flatten(c), casework.Flatten(again)); diff != "" {
			t.Errorf("joined and taken apart, the case differs:\n%s", diff)
		}
		o.clean(t)
	})
}
