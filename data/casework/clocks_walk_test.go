package casework

import (
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"

	"pgregory.net/rapid"
)

// someHolidays draws up to three days more that an office keeps, near a day.
func someHolidays(rt *rapid.T, near calendar.Date) *calendar.Holidays {
	var extra []calendar.Exception
	for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(-5, 60), 0, 3, rapid.ID[int]).Draw(rt, "holidays") {
		extra = append(extra, calendar.Exception{Date: near.AddDays(n), Name: "Proclaimed"})
	}
	return calendar.England(extra...)
}

// openCase draws a complaint that was received and, often, acknowledged.
func openCase(rt *rapid.T, t *testing.T) (Case, calendar.Date) {
	received := day("2024-04-02").AddDays(rapid.IntRange(0, 1200).Draw(rt, "received"))
	c := must(t, Case{}, walkIn(received.String()), when(t, dan, received.String()))
	today := received.AddDays(rapid.IntRange(0, 12).Draw(rt, "acknowledged after"))
	if rapid.Bool().Draw(rt, "acknowledged") {
		c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: today, How: Posted, To: "Grace"}, when(t, dan, today.String()))
	}
	return c, today
}

// TestAnExtensionNeverGoesBeyondThePolicy tries steps of every length on every
// day, told at once, later or never.
func TestAnExtensionNeverGoesBeyondThePolicy(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c, today := openCase(rt, t)
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			today = today.AddDays(rapid.IntRange(0, 6).Draw(rt, "later"))
			m := when(t, dan, today.String())
			before := c
			stood := c.Current().Due().Due
			act := rapid.SampledFrom([]Act{
				Extend{Days: rapid.IntRange(-1, 14).Draw(rt, "days"), Reason: "x"},
				Extend{Days: rapid.IntRange(1, 12).Draw(rt, "told days"), Reason: "x", Told: today.AddDays(-rapid.IntRange(0, 3).Draw(rt, "ago")), How: Posted},
				SentElsewhere{Kind: ExtensionNotice, On: today, How: Posted, To: "Grace"},
			}).Draw(rt, "act")
			out, err := Apply(c, act, m)
			if err != nil {
				continue
			}
			c = out.Case
			s := c.Current()
			due := s.Due().Due
			// What is allowed is counted afresh: ten working days at most after
			// the original due date, told by the date that stood.
			if most := m.Holidays.Add(s.RespondBy.Due, 10); due.After(most) || s.RespondBy.Due != before.Current().RespondBy.Due {
				rt.Fatalf("%+v: due %s, original %s, at most %s", act, due, s.RespondBy.Due, most)
			}
			if due != stood {
				last := s.Extensions[len(s.Extensions)-1]
				if last.Told.After(stood) || last.Told.IsZero() || due != last.Due.Due {
					rt.Fatalf("%+v moved %s to %s, told %s", act, stood, due, last.Told)
				}
			}
			if faults := Faults(c); len(faults) > 0 {
				rt.Fatalf("%+v: %v", act, faults)
			}
		}
	})
}

// TestRecountIsWhatMovesSaid applies any change of holidays to any open case.
func TestRecountIsWhatMovesSaid(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c, today := openCase(rt, t)
		if rapid.Bool().Draw(rt, "receipt") {
			c = goes(t, c, Receipt, when(t, dan, today.String()))
		}
		if !c.Current().Acknowledged.IsZero() && rapid.Bool().Draw(rt, "extended") {
			c = must(t, c, Extend{Days: rapid.IntRange(1, 10).Draw(rt, "days"), Reason: "x"}, when(t, dan, today.String()))
			if rapid.Bool().Draw(rt, "told") {
				c = goes(t, c, ExtensionNotice, when(t, dan, today.String()))
			}
		}
		m := when(t, helen, today.String())
		m.Holidays = someHolidays(rt, today)
		before := clone(c)
		moves := Moves(c, m)
		if len(Diff(before, c)) != 0 {
			rt.Fatal("a preview changed the case")
		}
		out, err := Apply(c, Recount{}, m)
		open := slices.ContainsFunc(moves, func(v DateMove) bool { return !v.Promised })
		if open != (err == nil) {
			rt.Fatalf("moves %+v, recount says %v", moves, err)
		}
		if err != nil {
			return
		}
		if faults := Faults(out.Case); len(faults) > 0 {
			rt.Fatalf("recounted: %v", faults)
		}
		old, now := c.Current(), out.Case.Current()
		if c.receiptWent(old.Number) && now.AcknowledgeBy.Due != old.AcknowledgeBy.Due ||
			!old.Acknowledged.IsZero() && now.RespondBy.Due != old.RespondBy.Due || now.Due().Due != old.Due().Due && !old.Acknowledged.IsZero() {
			rt.Fatalf("a promised date moved: %+v", moves)
		}
		for _, left := range Moves(out.Case, m) {
			if !left.Promised {
				rt.Fatalf("%+v still moves after the recount", left)
			}
		}
	})
}

// TestTakingBackLeavesTheCaseAsItWas takes back whatever may be.
func TestTakingBackLeavesTheCaseAsItWas(t *testing.T) {
	start := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom([]Case{answered(t), acknowledgedCase(t)}).Draw(rt, "case")
		c.Version = 5
		m := when(t, helen, "2026-11-27")
		act := anyAct(rt, c, "2026-11-27")
		out, err := Apply(c, act, m)
		if err != nil {
			return
		}
		out.Case.Version = 6
		m.Now = start.Add(time.Duration(rapid.IntRange(0, 700).Draw(rt, "seconds")) * time.Second)
		back, err := Apply(out.Case, TakeBack{Act: act.Name(), Summary: out.Summary, Before: c, By: helen.ID, At: start}, m)
		if err != nil {
			if Undoable(act.Name()) && m.Now.Sub(start) <= TakeBackTime && handedOver(&out.Case) == handedOver(&c) {
				rt.Fatalf("%s cannot be taken back: %v", act.Name(), err)
			}
			return
		}
		if !Undoable(act.Name()) || m.Now.Sub(start) > TakeBackTime || back.Case.Version != 6 || len(Diff(c, back.Case)) != 0 {
			rt.Fatalf("%s was taken back to %v", act.Name(), Diff(c, back.Case))
		}
	})
}
