package register

import (
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

func TestASumThatItsWorkingDoesNotGiveIsFound(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		heater := redress.Input{Kind: redress.Spent, Title: "Fan heater", Reason: "utilities", Cost: redress.Cost{Sum: 4500, On: day0}}
		visit := redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day0, Slot: redress.Morning}}}
		door := redress.Input{Kind: redress.DoorOut, Door: redress.Door{From: day0.AddDays(-60)}} // not mended: 61 days, two periods
		c := o.offered(o.walkIn("Ann Patel"), harm(7500), heater, visit, door)
		o.clock.set(day0.AddDays(400))
		o.clean(t)

		sums := func(when string, want int) {
			t.Helper()
			report, err := o.Check(o.ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			got := 0
			for _, p := range report.Problems {
				if p.Kind == "sum" {
					got = p.Count
				}
			}
			if got != want {
				t.Errorf("%s: %d sums are wrong, want %d: %+v", when, got, want, report.Problems)
			}
		}
		pence := func(by redress.Pence) {
			o.alter(c.ID, func(c *casework.Case) {
				for i := range c.Redress {
					c.Redress[i].Sum += by
				}
			})
		}
		pence(1)
		sums("a penny more", 4)
		pence(-2)
		sums("a penny less", 4)
		pence(1)
		sums("as it was", 0)

		// Another rule, or none that says what went in, is not held to this one.
		o.alter(c.ID, func(c *casework.Case) { c.Redress[0].Sum, c.Redress[0].Version = 7600, "current@0" })
		sums("by another version", 0)
		o.alter(c.ID, func(c *casework.Case) { c.Redress[0].Input = redress.Input{} })
		sums("from before inputs were kept", 0)

		// The office pays more from now on; what was given before stays right.
		s, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		s.Redress.Missed, s.Redress.MissedWhy = 1500, "As the guidance of April 2026"
		if _, err := o.SaveSettings(o.ctx, o.manager, s); err != nil {
			t.Fatal(err)
		}
		sums("after another rate", 0)
		o.clock.set(day0.AddDays(401))
		later := o.offered(o.walkIn("Bob Ray"), redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day0.AddDays(401), Slot: redress.Morning}}})
		sums("by the new rate", 0)
		o.alter(later.ID, func(c *casework.Case) { c.Redress[0].Sum = 1000 })
		sums("by the old rate after the new one", 1)
	})
}
