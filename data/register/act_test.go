package register

import (
	"errors"
	"testing"

	"casebook/data/casework"

	"github.com/google/go-cmp/cmp"
)

func TestARecordedCaseReadsBackAsItWasDecided(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Łukasz Nguyễn"))
		if c.Reference != casework.NewReference(casework.Complaint, 2026, 1) || c.Version != 1 {
			t.Errorf("recorded as %s version %d", c.Reference, c.Version)
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(casework.Flatten(c), casework.Flatten(read)); diff != "" {
			t.Errorf("read back with a difference:\n%s", diff)
		}
		byReference, err := o.CaseByReference(o.ctx, o.manager, c.Reference)
		if err != nil || byReference.ID != c.ID {
			t.Errorf("by reference: case %d, %v", byReference.ID, err)
		}
	})
}

func TestAnActOnAnOldVersionSaysWhoChangedWhat(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		ben := o.officer("Ben Shaw", casework.Investigator)
		if _, err := o.Do(o.ctx, ben, c.ID, c.Version, casework.AddNote{Text: "Rang the surveyor"}); err != nil {
			t.Fatal(err)
		}
		_, err := o.Do(o.ctx, o.manager, c.ID, c.Version, casework.AddNote{Text: "Mine"})
		var conflict *Conflict
		if !errors.As(err, &conflict) {
			t.Fatalf("got %v, want a conflict", err)
		}
		if conflict.Who != "Ben Shaw" || conflict.Version != 2 || len(conflict.Fields) == 0 {
			t.Errorf("the conflict says %+v", conflict)
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil || len(read.Notes) != 1 {
			t.Errorf("the case has %d notes, %v", len(read.Notes), err)
		}
	})
}
