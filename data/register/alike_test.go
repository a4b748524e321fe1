package register

import (
	"slices"
	"testing"
)

func TestANameIsTheSameInWhicheverOrderItIsGiven(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, name := range []string{
			"Ann Patel", "PATEL, Ann", "Ann Patel Shah", "Ann", "Annpatel", "Anna Patel", "Zoë O'Brien-Hill", "Bob Patel",
			"Maria de la Cruz Gomez", "Gomez de la Cruz, Maria", "Maria de la Cruz",
		} {
			act := o.walkIn(name)
			act.Representative.Name = "Bob Patel" // whose words a case has too
			o.record(act)
		}
		for name, want := range map[string][]int64{
			"ann patel": {1, 2}, "Patel Ann": {1, 2}, "Shah Ann Patel": {3}, "Ann": nil, "hill zoe obrien": {7}, "Zoe OBrien": nil,
			"Bob Patel": {8}, "Maria Gomez de la Cruz": {9, 10}, "de la cruz maria": {11}, "Ann Nobody": nil,
		} {
			err := o.reading(o.ctx, func(w *work) error {
				got, err := w.named(o.manager, name)
				if slices.Sort(got); !slices.Equal(got, want) {
					t.Errorf("%q is the name in %v, want %v", name, got, want)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
