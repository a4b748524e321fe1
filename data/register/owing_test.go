package register

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

func TestADayListsWhatTheMonthCountsOnIt(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.vary(56)
		first, last := day0.AddDays(-10), day0.AddDays(40)
		for _, by := range []casework.Officer{o.manager, ben, carol} {
			for _, scope := range []Scope{Everybody, OnlyMine, OwnOffice} {
				days, err := o.Month(o.ctx, by, scope, first, last)
				if err != nil {
					t.Fatal(err)
				}
				for _, load := range days {
					list, err := o.DueOn(o.ctx, by, scope, load.Day)
					if err != nil || list.Total != load.Total || len(list.Rows) != load.Total {
						t.Fatalf("%s on %s in scope %d: %d listed, %d counted, %v", by.Name, load.Day, scope, list.Total, load.Total, err)
					}
					kinds := map[casework.DutyKind]int{}
					for _, r := range list.Rows {
						kinds[r.Duty.Kind]++
						if r.Duty.Due != load.Day {
							t.Errorf("%s is due on %s and listed on %s", r.Reference, r.Duty.Due, load.Day)
						}
					}
					for kind, n := range load.Kinds {
						if kinds[kind] != n {
							t.Errorf("%s: %d of %s listed, %d counted", load.Day, kinds[kind], kind, n)
						}
					}
				}
			}
		}
	})
}

func TestAListOfCasesThatOweSomethingHasThoseOfToday(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		_, carol := o.vary(56)
		today := o.clock.Today()
		soon := calendar.England().Add(today, casework.SoonDays)
		for _, by := range []casework.Officer{o.manager, carol} {
			for _, scope := range []Scope{Everybody, OnlyMine} {
				lists, err := o.Today(o.ctx, by, today, scope)
				if err != nil {
					t.Fatal(err)
				}
				for name, c := range map[string]struct {
					list  DutyList
					owing Owing
				}{
					"overdue":   {lists.Overdue, Owing{Timed: true, To: today.AddDays(-1)}},
					"due today": {lists.DueToday, Owing{Timed: true, From: today, To: today}},
					"due soon":  {lists.DueSoon, Owing{Timed: true, From: today.AddDays(1), To: soon}},
					"promises":  {lists.Promises, Owing{Promised: true, To: soon}},
					"waiting":   {lists.Waiting, Owing{Kind: casework.DutyWaiting}},
				} {
					want := map[int64]bool{}
					for _, r := range c.list.Rows {
						want[r.ID] = true
					}
					if c.list.Total > len(c.list.Rows) {
						continue // not all are read
					}
					c.owing.Mine = scope == OnlyMine
					page, err := o.Cases(o.ctx, by, View{Owing: c.owing}, Cursor{}, mostRows)
					if err != nil {
						t.Fatal(err)
					}
					if len(page.Rows) != len(want) {
						t.Errorf("%s, %s in scope %d: %d cases, should be %d", name, by.Name, scope, len(page.Rows), len(want))
					}
					for _, r := range page.Rows {
						if !want[r.ID] {
							t.Errorf("%s: %s is not on Today", name, r.Reference)
						}
					}
				}
			}
		}
	})
}
