package register

import (
	"testing"
)

func TestWhatWouldGoBackIsWhatGoesBack(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.load(lines(housed1("P1", "Ann Lee", "H1", "1 Elm St"), housed1("P2", "Anne Leigh", "H1", "1 Elm St")))
		keep, drop := o.residentID("P1"), o.residentID("P2")
		own, others := o.recordFor(keep), o.recordFor(drop)
		none, err := o.Joined(o.ctx, o.manager, keep)
		if err != nil || len(none) != 0 {
			t.Fatalf("nothing is joined, but %v, %v", none, err)
		}
		if err := o.MergeResidents(o.ctx, o.manager, keep, drop, "She told us"); err != nil {
			t.Fatal(err)
		}
		later := o.recordFor(keep)
		joined, err := o.Joined(o.ctx, o.manager, keep)
		if err != nil || len(joined) != 1 || joined[0].Resident.Person.Name != "Anne Leigh" || len(joined[0].Cases) != 1 || joined[0].Cases[0].ID != others.ID {
			t.Fatalf("joined: %+v, %v", joined, err)
		}
		if err := o.UnmergeResidents(o.ctx, o.manager, keep, drop, "Two sisters"); err != nil {
			t.Fatal(err)
		}
		if held := o.holders(); held[own.ID] != keep || held[later.ID] != keep || held[others.ID] != drop {
			t.Errorf("parted: %v", held)
		}
		if after, err := o.Joined(o.ctx, o.manager, keep); err != nil || len(after) != 0 {
			t.Errorf("still joined: %v, %v", after, err)
		}
	})
}
