package register

import (
	"slices"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// TestMoneyOfAnotherRecordIsFound: of the same person by name, in whichever
// order; not of a stranger, not what was recorded in error, and not what the
// officer may not see.
func TestMoneyOfAnotherRecordIsFound(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		missed := redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day0, Slot: redress.Morning}}}
		first := o.promised(casework.RecordFixed{Record: o.contact("Patel, Ann", "Nobody came."), Promise: "missed-visit"})
		first = o.do(first.ID, casework.OfferRedress{Input: missed})
		c := o.record(o.walkIn("Ann Patel"))
		o.offered(o.walkIn("Bob Ray"), missed)
		empty := o.record(o.walkIn("Ann Patel")) // without money

		check := func(when string, by casework.Officer, id int64, want ...casework.Reference) {
			t.Helper()
			all, err := o.MoneyElse(o.ctx, by, id)
			var got []casework.Reference
			for _, e := range all {
				got = append(got, e.Reference)
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %v, want %v, %v", when, got, want, err)
			}
		}
		check("of the fixed payment", o.manager, c.ID, first.Reference)
		check("from its own side", o.manager, first.ID)
		all, err := o.MoneyElse(o.ctx, o.manager, empty.ID)
		if err != nil || len(all) != 1 || all[0].Lines[0].Input.Visits[0].On != day0 {
			t.Errorf("with what it is for: %+v, %v", all, err)
		}
		ben := o.officer("Ben Cole", casework.Investigator)
		check("a colleague", ben, c.ID, first.Reference)
		o.do(first.ID, casework.Protect{Confidential: true, Access: []int64{o.manager.ID}, Why: "A relative works here."})
		check("a colleague who may not see it", ben, c.ID)
		o.do(first.ID, casework.Protect{Access: nil, Why: "Not any more."})
		o.do(first.ID, casework.DropRedress{Line: 1})
		o.do(first.ID, casework.OfferRedress{Input: missed})
		o.do(first.ID, casework.Void{Why: "It was taken twice."})
		check("recorded in error", o.manager, c.ID)
	})
}
