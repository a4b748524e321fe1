package register

import (
	"errors"
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// like asks what was given before for inconvenience about repairs in a band.
func (o *office) like(by casework.Officer, band string, except int64) (redress.Spread, bool) {
	o.t.Helper()
	spread, ok, err := o.Like(o.ctx, by, redress.Inconvenience, band, "repairs", except)
	if err != nil {
		o.t.Fatal(err)
	}
	return spread, ok
}

func TestAlikeIsComparedFromFiveCasesOn(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		var cases []casework.Case
		for _, sum := range []redress.Pence{6000, 5000, 9000, 8000} {
			cases = append(cases, o.offered(o.walkIn("Ann Patel"), harm(sum)))
		}
		// What does not count: another band, subject or head, and what nobody was told.
		o.offered(o.walkIn("Bob Ray"), harm(22000))
		noise := o.walkIn("Bob Ray")
		noise.Subject = "noise"
		o.offered(noise, harm(7000))
		o.offered(o.walkIn("Bob Ray"), redress.Input{Kind: redress.Spent, Title: "Fan heater", Reason: "utilities", Cost: redress.Cost{Sum: 7000, On: day0}})
		untold := o.answering(o.walkIn("Bob Ray"))
		o.do(untold.ID, casework.OfferRedress{Input: harm(7000)})
		if _, ok := o.like(o.manager, "service-failure", 0); ok {
			t.Error("four cases are compared with")
		}
		// A second sum of one of the four makes five sums, and four cases still.
		twice := o.offered(o.walkIn("Cat Day"), harm(7000))
		o.alter(twice.ID, func(c *casework.Case) { c.Void = day0 })
		if _, ok := o.like(o.manager, "service-failure", 0); ok {
			t.Error("a case recorded in error is compared with")
		}

		// £50, £60, £70, £80, £90: the middle one is £70, the halves' £55 and £85.
		fifth := o.offered(o.walkIn("Cat Day"), harm(7000))
		spread, ok := o.like(o.manager, "service-failure", untold.ID)
		if want := (redress.Spread{Count: 5, Least: 5000, Lower: 5500, Median: 7000, Upper: 8500, Most: 9000}); !ok || spread != want {
			t.Errorf("%+v, %v, want %+v", spread, ok, want)
		}
		if _, ok := o.like(o.manager, "service-failure", fifth.ID); ok {
			t.Error("a sum is compared with itself")
		}

		// What an officer may not see is not compared with either.
		ben := o.officer("Ben Shaw", casework.Investigator)
		if _, ok := o.like(ben, "service-failure", 0); !ok {
			t.Error("the investigator compares with nothing")
		}
		o.hide(cases[0].ID, o.manager.ID)
		if _, ok := o.like(ben, "service-failure", 0); ok {
			t.Error("a confidential case is compared with")
		}
		desk := o.officer("Fay Cole", casework.FrontDesk)
		var refusal *casework.Refusal
		if _, _, err := o.Like(o.ctx, desk, redress.Inconvenience, "service-failure", "repairs", 0); !errors.As(err, &refusal) {
			t.Errorf("the front desk compares: %v", err)
		}
		o.wellKept()
	})
}

// TestABandOfOldIsInferred: £100.00 points to the second band, £99.99 to the
// first (ruling 18).
func TestABandOfOldIsInferred(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		for _, sum := range []redress.Pence{5000, 6000, 7000, 8000} {
			o.offered(o.walkIn("Ann Patel"), harm(sum))
		}
		old := o.offered(o.walkIn("Bob Ray"), harm(9000))
		before := func(sum redress.Pence) {
			o.alter(old.ID, func(c *casework.Case) {
				c.Redress = redress.Ledger{{ID: 1, Head: redress.Inconvenience, Stage: 1, Sum: sum}}
			})
		}
		before(9999)
		if spread, ok := o.like(o.manager, "service-failure", 0); !ok || spread.Count != 5 || spread.Inferred != 1 || spread.Most != 9999 {
			t.Errorf("£99.99 of old: %+v, %v", spread, ok)
		}
		before(10000)
		if spread, ok := o.like(o.manager, "service-failure", 0); ok {
			t.Errorf("£100.00 of old is in the first band: %+v", spread)
		}
	})
}
