package register

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

func TestTodayHasEveryKindOfDutyOnceAndOneRowOfEachCaseForMe(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.vary(56)
		for _, day := range []calendar.Date{o.clock.Today(), o.clock.Today().AddDays(12), o.clock.Today().AddDays(40)} {
			soon := calendar.England().Add(day, casework.SoonDays)
			for _, by := range []casework.Officer{o.manager, ben, carol} {
				for _, scope := range []Scope{Everybody, OnlyMine} {
					lists, err := o.Today(o.ctx, by, day, scope)
					if err != nil {
						t.Fatal(err)
					}
					want := o.owed(by, day, soon, scope)
					for name, got := range map[string]DutyList{"hazards": lists.Hazards, "overdue": lists.Overdue, "today": lists.DueToday,
						"soon": lists.DueSoon, "waiting": lists.Waiting, "mine": lists.Mine, "letters": lists.Letters, "unassigned": lists.Unassigned,
						"promises": lists.Promises, "reviews": lists.Reviews} {
						if got.Total != want[name] || len(got.Rows) != min(got.Total, todayRows) {
							t.Errorf("%s on %s in scope %d: %s has %d and shows %d, and should have %d", by.Name, day, scope, name, got.Total, len(got.Rows), want[name])
						}
					}
				}
			}
		}
	})
}

// owed counts what each list of Today should have, from the cases themselves.
func (o *office) owed(by casework.Officer, day, soon calendar.Date, scope Scope) map[string]int {
	o.t.Helper()
	n := map[string]int{}
	for _, c := range o.whole(by) {
		duties := casework.Duties(c)
		next := soonest(duties)
		if c.Closed.IsZero() && c.Withdrawn.IsZero() && c.Void.IsZero() && c.HandledBy() == 0 && len(duties) > 0 {
			n["unassigned"]++
		}
		for _, d := range duties {
			mine := d.Handler == by.ID || d.Cover == by.ID && !day.Before(d.From) && !day.After(d.Until)
			if mine && d == next {
				n["mine"]++
			}
			if scope == OnlyMine && !mine {
				continue
			}
			for name, is := range map[string]bool{
				"hazards": d.Kind == casework.DutyHazard, "waiting": d.Kind == casework.DutyWaiting, "letters": d.Kind == casework.DutyWithdrawal,
				"promises": (d.Kind == casework.DutyPromise || d.Kind == casework.DutyPay) && !d.Due.After(soon), "reviews": d.Kind == casework.DutyReview && !d.Due.After(soon),
				"overdue": d.Kind.Timed() && d.Due.Before(day), "today": d.Kind.Timed() && d.Due == day,
				"soon": d.Kind.Timed() && d.Due.After(day) && !d.Due.After(soon),
			} {
				if is {
					n[name]++
				}
			}
		}
	}
	return n
}

func TestAHazardStandsFirstByItsMinute(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		late := o.record(o.walkIn("Ann Patel"))
		early := o.record(o.walkIn("Cy Dunn"))
		start := func(c casework.Case, hour int) {
			o.do(c.ID, casework.StartHazard{Kind: "emergency", What: "Bare wires in the hall", ToldTo: "Aisha Khan",
				Told: time.Date(2026, time.March, 27, hour, 0, 0, 0, time.UTC)})
		}
		start(late, 8)
		start(early, 7)
		lists, err := o.Today(o.ctx, o.manager, day0.AddDays(1), Everybody)
		if err != nil || len(lists.Hazards.Rows) == 0 || len(lists.DueToday.Rows) == 0 {
			t.Fatalf("%+v, %v", lists.Hazards, err)
		}
		// Told on Friday at 7:00 and at 8:00, due by Saturday at 7:00 and at 8:00.
		for _, list := range []DutyList{lists.Hazards, lists.DueToday} {
			if first := list.Rows[0]; first.ID != early.ID || !first.Duty.At.Equal(time.Date(2026, time.March, 28, 7, 0, 0, 0, time.UTC)) {
				t.Errorf("the first is %+v", first)
			}
			if !slices.IsSortedFunc(list.Rows, func(a, b DutyRow) int { return a.Duty.At.Compare(b.Duty.At) }) {
				t.Errorf("not by the minute: %+v", list.Rows)
			}
		}
	})
}

func TestAMonthAddsUpToWhatIsOwed(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.vary(56)
		o.hide(5, carol.ID)
		first, last := day0.AddDays(-10), day0.AddDays(50)
		for _, by := range []casework.Officer{o.manager, ben, carol} {
			days, err := o.Month(o.ctx, by, Everybody, first, last)
			if err != nil || len(days) != 61 || days[0].Day != first || days[60].Day != last {
				t.Fatalf("%d days, %v", len(days), err)
			}
			want := map[string]int{}
			for _, c := range o.whole(by) {
				for _, d := range casework.Duties(c) {
					want[d.Due.String()]++
					want[d.Due.String()+string(d.Kind)]++
					who := d.Handler
					if d.Cover != 0 && !d.Due.Before(d.From) && !d.Due.After(d.Until) {
						who = d.Cover
					}
					want[fmt.Sprint(d.Due, who)]++
				}
			}
			for _, load := range days {
				if load.Total != want[load.Day.String()] {
					t.Errorf("%s sees %d due on %s, not %d", by.Name, load.Total, load.Day, want[load.Day.String()])
				}
				for kind, n := range load.Kinds {
					if n != want[load.Day.String()+string(kind)] {
						t.Errorf("%s sees %d to %s on %s", by.Name, n, kind, load.Day)
					}
				}
				shared := 0
				for _, share := range load.Officers {
					shared += share.Total
					if share.Total != want[fmt.Sprint(load.Day, share.Officer)] {
						t.Errorf("on %s %s has %d", load.Day, share.Name, share.Total)
					}
				}
				if manager := by.Role == casework.Manager; manager && shared != load.Total || !manager && load.Officers != nil {
					t.Errorf("%s sees the officers' load as %+v of %d", by.Name, load.Officers, load.Total)
				}
			}
		}
		mine, err := o.Month(o.ctx, carol, OnlyMine, first, last)
		all, err2 := o.Month(o.ctx, carol, Everybody, first, last)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		sum := func(days []DayLoad) (n int) {
			for _, d := range days {
				n += d.Total
			}
			return n
		}
		if sum(mine) == 0 || sum(mine) >= sum(all) {
			t.Errorf("Carol's own are %d of %d", sum(mine), sum(all))
		}
	})
}

func TestDeclinedChoicesAreCountedByOfficeAndOfficer(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		fay := o.officer("Fay Ross", casework.FrontDesk)
		ask := func(by casework.Officer, answer casework.Answer) casework.Case {
			act := o.walkIn("Ann Patel")
			act.Answer = answer
			if answer == casework.NotToday {
				act.Grievance = casework.OtherGrievance
			}
			out, err := o.Record(o.ctx, by, act)
			if err != nil {
				t.Fatal(err)
			}
			return out.Case
		}
		for _, answer := range []casework.Answer{casework.NotToday, casework.NotToday, casework.Complain, casework.ServiceOnly} {
			ask(ben, answer)
		}
		o.clock.set(day0.AddDays(3))
		ask(fay, casework.NotToday)
		hidden := ask(ben, casework.NotToday)
		o.hide(hidden.ID, o.manager.ID)
		at := o.manager.Office
		for _, period := range []struct {
			by       casework.Officer
			from, to calendar.Date
			want     []DeclinedCount
		}{
			{o.manager, day0, day0, []DeclinedCount{{at, "Cathedral Road", ben.ID, "Ben Shaw", 3, 2}}},
			{o.manager, day0, day0.AddDays(3), []DeclinedCount{{at, "Cathedral Road", ben.ID, "Ben Shaw", 4, 3}, {at, "Cathedral Road", fay.ID, "Fay Ross", 1, 1}}},
			{ben, day0.AddDays(3), day0.AddDays(9), []DeclinedCount{{at, "Cathedral Road", fay.ID, "Fay Ross", 1, 1}}},
			{o.manager, day0.AddDays(4), day0.AddDays(9), nil},
		} {
			got, err := o.Declined(o.ctx, period.by, period.from, period.to)
			if err != nil || !slices.Equal(got, period.want) {
				t.Errorf("%s from %s to %s: %+v, %v, want %+v", period.by.Name, period.from, period.to, got, err, period.want)
			}
		}
		var refused *casework.Refusal
		if _, err := o.Declined(o.ctx, fay, day0, day0); !errors.As(err, &refused) {
			t.Errorf("a front desk sees the figures: %v", err)
		}
	})
}

func TestAlikeSaysWhyAndKeepsOtherHomesFromTheFrontDesk(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		fay := o.officer("Fay Ross", casework.FrontDesk)
		at := func(name string, resident, home int64, block, story string) casework.Case {
			act := o.walkIn(name)
			act.ResidentID, act.HomeID, act.Home.Block, act.Story = resident, home, block, story
			return o.record(act)
		}
		for i := range 60 { // so that it can be seen which words everybody uses
			at(fmt.Sprintf("Other %d", i), 0, 0, "", fmt.Sprintf("The repair was never finished and nobody came about number %d", i))
		}
		own := at("Ann Patel", 1, 10, "Elm Court", "The boiler has no pressure")
		house := at("Bob Patel", 2, 10, "Elm Court", "Noise at night")
		block := at("Cy Dunn", 3, 11, "Elm Court", "Black mould behind the wardrobe")
		name := at("ann PATEL", 0, 0, "", "The rent account is wrong")
		words := at("Di Evans", 4, 12, "Oak Court", "Mould grows behind a wardrobe in the back bedroom and nobody came")
		hidden := at("Ed Fox", 5, 10, "Elm Court", "Mould behind the wardrobe")
		o.hide(hidden.ID)
		l := Likeness{ResidentID: 1, HomeID: 10, Name: "Ann Patel", Block: "Elm Court", Words: "There is mouldy paper behind my wardrobe and nobody came about the repair"}

		got, err := o.Alike(o.ctx, ben, l, 20)
		if err != nil {
			t.Fatal(err)
		}
		want := []struct {
			id    int64
			why   []Why
			words []string
		}{
			{own.ID, []Why{SameResident, SameHome, SameName, SameBlock}, nil},
			{house.ID, []Why{SameHome, SameBlock}, nil},
			{name.ID, []Why{SameName}, nil},
			{words.ID, []Why{LikeWords}, []string{"behind", "mould", "wardrobe"}},
			{block.ID, []Why{LikeWords, SameBlock}, []string{"behind", "mould", "wardrobe"}},
		}
		if len(got) != len(want) {
			t.Fatalf("%d are alike: %+v", len(got), got)
		}
		for i, w := range want {
			if g := got[i]; g.Row.ID != w.id || !slices.Equal(g.Why, w.why) || !slices.Equal(g.Words, w.words) || g.Count != 0 {
				t.Errorf("%d is %+v, want %+v", i, g, w)
			}
		}
		front, err := o.Alike(o.ctx, fay, l, 20)
		if err != nil || len(front) != 5 || front[0].Row.ID != own.ID || front[1].Row.ID != house.ID {
			t.Fatalf("the front desk sees %+v, %v", front, err)
		}
		for i, why := range []Why{SameName, LikeWords, SameBlock} {
			if g := front[2+i]; g.Count != 1 || g.Row != (Row{}) || g.Words != nil || !slices.Equal(g.Why, []Why{why}) {
				t.Errorf("the front desk sees %+v", g)
			}
		}
		l.Others = true
		if asked, err := o.Alike(o.ctx, fay, l, 20); err != nil || len(asked) != len(want) {
			t.Errorf("asked by hand the front desk sees %+v, %v", asked, err)
		}
		o.clock.set(day0.AddDays(400))
		if old, err := o.Alike(o.ctx, ben, Likeness{Words: l.Words}, 20); err != nil || len(old) != 0 {
			t.Errorf("words of more than a year ago are like: %+v, %v", old, err)
		}
		if none, err := o.Alike(o.ctx, ben, Likeness{}, 20); err != nil || len(none) != 0 {
			t.Errorf("nothing typed is like %+v, %v", none, err)
		}
	})
}
