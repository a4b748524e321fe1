package register

import (
	"fmt"
	"slices"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// fill records cases on several days, some for Ben, some closed.
func (o *office) fill(n int, ben casework.Officer) {
	o.t.Helper()
	err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
		for i := range n {
			act := o.walkIn(fmt.Sprintf("Resident %d", i))
			act.Received = day0.AddDays(-(i * 7 % 20))
			if i%3 == 0 {
				act.Handler = ben.ID
			}
			if i%5 == 0 {
				act.Answer = casework.ServiceOnly
			}
			out, err := b.Record(day0, act)
			if err != nil {
				return err
			}
			if i%10 == 0 {
				if _, err := b.Do(day0, out.Case.ID, casework.Close{On: day0}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		o.t.Fatal(err)
	}
}

// pages reads a whole list, a page at a time.
func (o *office) pages(by casework.Officer, v View, size int) []Row {
	o.t.Helper()
	var all []Row
	for cursor := (Cursor{}); ; {
		page, err := o.Cases(o.ctx, by, v, cursor, size)
		if err != nil {
			o.t.Fatal(err)
		}
		all = append(all, page.Rows...)
		if cursor = page.Next; cursor.IsZero() {
			return all
		}
	}
}

func TestPagesTogetherAreTheListInItsOrder(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		o.fill(47, ben)
		for _, v := range []View{
			{}, {Open: true}, {Mine: true}, {Stage: 1}, {Handler: ben.ID}, {Nobody: true}, {Subject: "repairs"},
			{Kind: casework.ServiceRequest}, {Overdue: day0.AddDays(5)}, {ReceivedFrom: day0.AddDays(-10), ReceivedTo: day0.AddDays(-3)},
		} {
			for _, v.Sort = range []Sort{ByDue, ByReceived, ByReference} {
				whole := o.pages(ben, v, 200)
				for _, size := range []int{1, 7, 200} {
					if got := o.pages(ben, v, size); !slices.Equal(got, whole) {
						t.Errorf("%+v in pages of %d: %d rows, at once %d", v, size, len(got), len(whole))
					}
				}
				n, err := o.Count(o.ctx, ben, v)
				if err != nil || n != len(whole) || n == 0 {
					t.Errorf("%+v: %d rows, %d counted, %v", v, len(whole), n, err)
				}
				if !slices.IsSortedFunc(whole, func(a, b Row) int { return order(v.Sort, a, b) }) {
					t.Errorf("%+v is not in its order", v)
				}
				for _, row := range whole {
					if !shows(v, ben, row) {
						t.Errorf("%+v shows %+v", v, row)
					}
				}
			}
		}
	})
}

// order compares rows as a list should have them, written a second time.
func order(by Sort, a, b Row) int {
	far := func(d calendar.Date) calendar.Date {
		if d.IsZero() {
			return calendar.On(9999, 12, 31)
		}
		return d
	}
	switch by {
	case ByReceived:
		return b.Received.Compare(a.Received)
	case ByReference:
		return int(b.ID - a.ID)
	}
	return far(a.Due).Compare(far(b.Due))
}

// shows says of one row whether a view should have it, written a second time.
func shows(v View, by casework.Officer, row Row) bool {
	switch {
	case v.Open && !row.Closed.IsZero(), v.Mine && row.Handler != by.ID, v.Stage != 0 && row.Stage != v.Stage,
		v.Handler != 0 && row.Handler != v.Handler, v.Subject != "" && row.Subject != v.Subject,
		v.Nobody && (row.Handler != 0 || !row.Closed.IsZero()), v.Kind != "" && row.Kind != v.Kind,
		!v.Overdue.IsZero() && (row.Due.IsZero() || !row.Due.Before(v.Overdue) || row.DueKind.Ages()),
		!v.ReceivedFrom.IsZero() && row.Received.Before(v.ReceivedFrom),
		!v.ReceivedTo.IsZero() && row.Received.After(v.ReceivedTo):
		return false
	}
	return row.Handler == 0 || row.HandlerName != ""
}

func TestARowSaysWhatTheCaseIsAbout(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		act := o.walkIn("Ann Patel")
		act.Handler = ben.ID
		c := o.record(act)
		page, err := o.Cases(o.ctx, o.manager, View{}, Cursor{}, 10)
		if err != nil || len(page.Rows) != 1 {
			t.Fatalf("%d rows, %v", len(page.Rows), err)
		}
		want := Row{ID: c.ID, Reference: c.Reference, Kind: casework.Complaint, Resident: "Ann Patel",
			About: "The kitchen ceiling leaks and nobody came on Tuesday.", Address: "12 High Street, Derby, DE22 1AB", Stage: 1,
			Due: c.Stages[0].AcknowledgeBy.Due, DueKind: casework.DutyAcknowledge, Handler: ben.ID, HandlerName: "Ben Shaw",
			Received: day0, Subject: "repairs", Office: c.Office, State: IsOpen, Changed: o.clock.Now()}
		if page.Rows[0] != want {
			t.Errorf("got  %+v\nwant %+v", page.Rows[0], want)
		}
	})
}

func TestTodaySortsWhatIsOwed(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		mine := o.walkIn("Ann Patel")
		mine.Handler = ben.ID
		first, second := o.record(mine), o.record(o.walkIn("Cy Dunn"))
		acknowledge := first.Stages[0].AcknowledgeBy.Due
		respond := first.Stages[0].RespondBy.Due
		for _, step := range []struct {
			day                            calendar.Date
			overdue, today, soon, my, none int
		}{
			{day0, 0, 0, 0, 1, 1},
			{acknowledge.AddDays(-1), 0, 0, 2, 1, 1},
			{acknowledge, 0, 2, 0, 1, 1},
			{acknowledge.AddDays(1), 2, 0, 0, 1, 1},
			{respond, 2, 2, 0, 1, 1},
			{respond.AddDays(1), 4, 0, 0, 1, 1},
		} {
			lists, err := o.Today(o.ctx, ben, step.day, Everybody)
			if err != nil {
				t.Fatal(err)
			}
			got := []int{lists.Overdue.Total, lists.DueToday.Total, lists.DueSoon.Total, lists.Mine.Total, lists.Unassigned.Total}
			if want := []int{step.overdue, step.today, step.soon, step.my, step.none}; !slices.Equal(got, want) {
				t.Errorf("on %s: overdue, today, soon, mine, unassigned are %v, want %v", step.day, got, want)
			}
			if lists.Unassigned.Rows[0].ID != second.ID || lists.Mine.Rows[0].Duty.Kind != casework.DutyAcknowledge {
				t.Errorf("on %s: unassigned %+v, mine %+v", step.day, lists.Unassigned.Rows, lists.Mine.Rows)
			}
		}
		only, err := o.Today(o.ctx, ben, respond.AddDays(1), OnlyMine)
		if err != nil || only.Overdue.Total != 2 {
			t.Errorf("of his own %d are overdue, %v", only.Overdue.Total, err)
		}
		for _, row := range only.Overdue.Rows {
			if row.Handler != ben.ID || row.HandlerName != "Ben Shaw" {
				t.Errorf("among his own is %+v", row)
			}
		}
	})
}

func TestTodayCountsBeyondTheRowsItShows(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		o.fill(90, ben)
		lists, err := o.Today(o.ctx, o.manager, day0.AddDays(90), Everybody)
		if err != nil || len(lists.Overdue.Rows) != todayRows || lists.Overdue.Total != 2*72 {
			t.Errorf("%d rows of %d overdue, %v", len(lists.Overdue.Rows), lists.Overdue.Total, err)
		}
	})
}

func TestFactsAreThoseThatAPeriodTouches(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		open := o.record(o.walkIn("Ann Patel"))
		before := o.closed("Cy Dunn")
		o.clock.set(day0.AddDays(100))
		later := o.record(o.walkIn("Di Evans"))
		for _, period := range []struct {
			from, to calendar.Date
			want     []int64
		}{
			{day0.AddDays(-9), day0.AddDays(-1), nil},
			{day0, day0, []int64{open.ID, before.ID}},
			{day0.AddDays(1), day0.AddDays(50), []int64{open.ID}},
			{day0.AddDays(1), day0.AddDays(100), []int64{open.ID, later.ID}},
		} {
			s, err := o.Facts(o.ctx, o.manager, period.from, period.to)
			if err != nil {
				t.Fatal(err)
			}
			var got []int64
			for _, f := range s.Facts {
				got = append(got, f.Case)
			}
			if !slices.Equal(got, period.want) {
				t.Errorf("from %s to %s: cases %v, want %v", period.from, period.to, got, period.want)
			}
			if seal, err := o.Seal(o.ctx); err != nil || s.Seal != seal || s.CutOff != o.clock.Now() {
				t.Errorf("seal %q cut off %s, %v", s.Seal, s.CutOff, err)
			}
		}
	})
}

func TestMatchesShowThePersonAndTheHomeAndOnlyCountTheBlock(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		at := func(name string, resident, home int64, block string) casework.Case {
			act := o.walkIn(name)
			act.ResidentID, act.HomeID, act.Home.Block = resident, home, block
			return o.record(act)
		}
		own := at("Ann Patel", 1, 10, "Elm Court")
		house := at("Bob Patel", 2, 10, "Elm Court")
		at("Cy Dunn", 3, 11, "Elm Court")
		at("Di Evans", 4, 12, "Oak Court")
		at("Ed Fox", 0, 0, "")
		matches, err := o.Matches(o.ctx, o.manager, 1, 10, "Elm Court", 10)
		if err != nil || len(matches) != 3 {
			t.Fatalf("%+v, %v", matches, err)
		}
		if matches[0].Why != SameResident || matches[0].Row.ID != own.ID || matches[1].Why != SameHome || matches[1].Row.ID != house.ID {
			t.Errorf("got %+v", matches[:2])
		}
		if want := (Match{Why: SameBlock, Open: 1}); matches[2] != want {
			t.Errorf("the block is %+v, want %+v", matches[2], want)
		}
		if none, err := o.Matches(o.ctx, o.manager, 0, 0, "", 10); err != nil || len(none) != 0 {
			t.Errorf("nobody in particular matches %+v, %v", none, err)
		}
	})
}

func TestTodayOfOnesOwnOfficeLeavesTheOthersOut(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		elsewhere, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Elsewhere"})
		if err != nil {
			t.Fatal(err)
		}
		there := o.walkIn("Cy Dunn")
		there.Office = elsewhere.ID
		here, _ := o.record(o.walkIn("Ann Patel")), o.record(there)
		for scope, want := range map[Scope]int{Everybody: 2, OwnOffice: 1} {
			lists, err := o.Today(o.ctx, o.manager, day0, scope)
			if err != nil || lists.Unassigned.Total != want {
				t.Errorf("in scope %d %d are unassigned, %v", scope, lists.Unassigned.Total, err)
			}
			if scope == OwnOffice && want == 1 && lists.Unassigned.Rows[0].ID != here.ID {
				t.Errorf("of the own office is %+v", lists.Unassigned.Rows[0])
			}
		}
	})
}
