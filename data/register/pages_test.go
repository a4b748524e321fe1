package register

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// vary is an office with cases of every state, channel and officer, recorded
// and changed on several days.
func (o *office) vary(n int) (ben, carol casework.Officer) {
	o.t.Helper()
	ben, carol = o.officer("Ben Shaw", casework.Investigator), o.officer("Carol Dean", casework.Investigator)
	handlers := []int64{0, carol.ID, ben.ID, 0, ben.ID}
	channels := casework.Channels()
	for i := range n {
		o.clock.set(day0.AddDays(i / 4))
		act := o.walkIn(fmt.Sprintf("Resident %d", i))
		act.Received = o.clock.Today().AddDays(-(i * 7 % 5))
		act.Handler, act.Channel = handlers[i%len(handlers)], channels[i%len(channels)]
		if i%6 == 5 {
			act.Answer, act.Handler = casework.ServiceOnly, 0
		}
		c := o.record(act)
		for _, next := range o.fates(c, i, carol) {
			o.do(c.ID, next)
		}
	}
	return ben, carol
}

// fates are the acts that take one case of vary somewhere.
func (o *office) fates(c casework.Case, i int, carol casework.Officer) []casework.Act {
	today := o.clock.Today()
	switch {
	case c.Kind != casework.Complaint:
		if i%12 == 5 {
			return []casework.Act{casework.Close{On: today}}
		}
		return nil
	case i%7 == 1:
		return []casework.Act{casework.AskOthers{Whom: "Repairs", What: "The job's history", Due: today.AddDays(5)}}
	case i%7 == 2:
		return []casework.Act{casework.Withdraw{On: today}}
	case i%7 == 3:
		return []casework.Act{casework.Refer{Body: "housing", On: today, What: "The whole complaint"}}
	case i%7 == 4:
		return []casework.Act{casework.StartHazard{Kind: "damp-mould", What: "Mould in the bedroom", Told: o.clock.Now(), ToldTo: "Aisha Khan"}}
	case i%7 == 6 && c.Current().Handler != 0 && c.Current().Handler != carol.ID:
		return []casework.Act{casework.CoverFor{Officer: carol.ID, From: today, Until: today.AddDays(60)}}
	}
	return nil
}

// whole reads every case that an officer sees, from the bodies.
func (o *office) whole(by casework.Officer) map[int64]casework.Case {
	o.t.Helper()
	all := map[int64]casework.Case{}
	for _, row := range o.pages(by, View{Sort: ByReference}, 500) {
		c, err := o.Case(o.ctx, by, row.ID)
		if err != nil {
			o.t.Fatal(err)
		}
		all[c.ID] = c
	}
	return all
}

func TestEveryFilterShowsWhatTheCasesThemselvesSay(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben, carol := o.vary(56)
		o.hide(3, o.manager.ID)
		today := o.clock.Today()
		all := o.whole(o.manager)
		owes := func(c casework.Case, kind casework.DutyKind) bool {
			return slices.ContainsFunc(casework.Duties(c), func(d casework.Duty) bool { return d.Kind == kind })
		}
		due := func(c casework.Case) calendar.Date { return soonest(casework.Duties(c)).Due }
		handler := func(c casework.Case) int64 {
			if s := c.Current(); s != nil {
				return s.Handler
			}
			return 0
		}
		for name, at := range map[string]struct {
			v     View
			shows func(c casework.Case) bool
		}{
			"open":      {View{State: IsOpen}, func(c casework.Case) bool { return c.Closed.IsZero() && c.Withdrawn.IsZero() }},
			"closed":    {View{State: IsClosed}, func(c casework.Case) bool { return !c.Closed.IsZero() && c.Withdrawn.IsZero() }},
			"withdrawn": {View{State: IsWithdrawn}, func(c casework.Case) bool { return !c.Withdrawn.IsZero() }},
			"waiting":   {View{State: IsWaiting}, func(c casework.Case) bool { return owes(c, casework.DutyWaiting) }},
			"hazard":    {View{Hazard: true}, func(c casework.Case) bool { return owes(c, casework.DutyHazard) }},
			"ombudsman": {View{Ombudsman: true}, func(c casework.Case) bool { return len(c.Referrals) > 0 }},
			"channel":   {View{Channel: casework.ByEmail}, func(c casework.Case) bool { return c.Channel == casework.ByEmail }},
			"handler":   {View{Handler: ben.ID}, func(c casework.Case) bool { return handler(c) == ben.ID }},
			"nobody": {View{Nobody: true}, func(c casework.Case) bool {
				return c.Closed.IsZero() && c.Withdrawn.IsZero() && c.HandledBy() == 0 && len(casework.Duties(c)) > 0
			}},
			"confidential": {View{Confidential: true}, func(c casework.Case) bool { return c.Confidential }},
			"office":       {View{Office: o.manager.Office}, func(casework.Case) bool { return true }},
			"due": {View{DueFrom: today, DueTo: today.AddDays(3)}, func(c casework.Case) bool {
				return !due(c).IsZero() && !due(c).Before(today) && !due(c).After(today.AddDays(3))
			}},
			"late": {View{Late: true}, func(c casework.Case) bool { return !due(c).IsZero() && due(c).Before(today) }},
			"this week": {View{ReceivedWithin: 7}, func(c casework.Case) bool {
				return c.Received.After(today.AddDays(-7))
			}},
			"within 2 days": {View{DueWithin: 2}, func(c casework.Case) bool {
				return !due(c).IsZero() && !due(c).After(calendar.England().Add(today, 2))
			}},
			"stage 1 by the phone": {View{Stage: 1, Channel: casework.Telephone, Open: true}, func(c casework.Case) bool {
				return c.StageNumber() == 1 && c.Channel == casework.Telephone && c.Closed.IsZero()
			}},
		} {
			var want, got []int64
			for id, c := range all {
				if at.shows(c) {
					want = append(want, id)
				}
			}
			for _, row := range o.pages(o.manager, at.v, 5) {
				got = append(got, row.ID)
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) || len(want) == 0 {
				t.Errorf("%s shows %v, and should show %v", name, got, want)
			}
			if n, err := o.Count(o.ctx, o.manager, at.v); err != nil || n != len(want) {
				t.Errorf("%s counts %d, %v, and has %d", name, n, err, len(want))
			}
		}
		covered := o.pages(carol, View{Covered: true}, 50)
		for _, row := range covered {
			c := all[row.ID]
			if s := c.Current(); row.Handler == carol.ID || len(s.Covers) == 0 {
				t.Errorf("Carol does not look after %+v for anybody", row)
			}
		}
		if len(covered) == 0 || len(o.pages(ben, View{Covered: true}, 50)) != 0 {
			t.Errorf("%d are covered by Carol", len(covered))
		}
		if rows := o.pages(ben, View{Confidential: true}, 50); len(rows) != 0 {
			t.Errorf("Ben is not on the confidential case and lists %+v", rows)
		}
	})
}

// inOrder says whether one row may stand before another, written a second time.
func inOrder(v View, a, b Row) bool {
	by := map[Sort]int{
		ByDue:      cmp.Compare(dueText(a.Due), dueText(b.Due)),
		ByReceived: b.Received.Compare(a.Received), ByReference: cmp.Compare(b.ID, a.ID), ByChange: b.Changed.Compare(a.Changed),
		ByHandler: cmp.Compare(name(a), name(b)),
	}[v.Sort]
	if v.Reversed {
		by = -by
	}
	return by <= 0
}

// name is what sorts a row by its officer; those without one come last.
func name(r Row) string {
	if r.Handler == 0 {
		return "~"
	}
	return strings.ToLower(r.HandlerName)
}

func TestPagesGoBothWaysInEveryOrder(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.vary(37)
		for _, v := range []View{{}, {Open: true}, {Channel: casework.Counter}, {Hazard: true}, {Stage: 2}} {
			for _, v.Sort = range []Sort{ByDue, ByReceived, ByReference, ByHandler, ByChange} {
				for _, v.Reversed = range []bool{false, true} {
					whole := o.pages(o.manager, v, 500)
					if n, err := o.Count(o.ctx, o.manager, v); err != nil || n != len(whole) {
						t.Errorf("%+v lists %d of %d, %v", v, len(whole), n, err)
					}
					for i := 1; i < len(whole); i++ {
						if !inOrder(v, whole[i-1], whole[i]) {
							t.Fatalf("%+v has %+v before %+v", v, whole[i-1], whole[i])
						}
					}
					for _, size := range []int{1, 4, 10} {
						forth, last := o.walk(v, size)
						if !slices.Equal(forth, whole) {
							t.Errorf("%+v in pages of %d has %d rows, not %d", v, size, len(forth), len(whole))
						}
						if back := o.walkBack(v, last, size); !slices.Equal(back, whole) {
							t.Errorf("%+v read back in pages of %d has %d rows, not %d", v, size, len(back), len(whole))
						}
					}
				}
			}
		}
	})
}

// walk reads a list to its end and returns its last page beside the rows.
func (o *office) walk(v View, size int) (all []Row, last Page) {
	o.t.Helper()
	var at Cursor
	for {
		page, err := o.Cases(o.ctx, o.manager, v, at, size)
		if err != nil {
			o.t.Fatal(err)
		}
		if page.Before.IsZero() != at.IsZero() {
			o.t.Fatalf("from %+v the way back is %+v", at, page.Before)
		}
		all, last = append(all, page.Rows...), page
		if at = page.Next; at.IsZero() {
			return all, last
		}
	}
}

// walkBack reads a list from its last page to its start.
func (o *office) walkBack(v View, page Page, size int) []Row {
	o.t.Helper()
	all := slices.Clone(page.Rows)
	for !page.Before.IsZero() {
		var err error
		if page, err = o.Cases(o.ctx, o.manager, v, page.Before, size); err != nil {
			o.t.Fatal(err)
		}
		if page.Next.IsZero() {
			o.t.Fatal("a page before another has none after it")
		}
		all = append(slices.Clone(page.Rows), all...)
	}
	return all
}

func TestAListByLastChangeBeginsWithTheCaseJustChanged(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		first := o.record(o.walkIn("Ann Patel"))
		o.clock.set(day0.AddDays(1))
		o.record(o.walkIn("Cy Dunn"))
		o.clock.set(day0.AddDays(2))
		o.do(first.ID, casework.AddNote{Text: "Rang the surveyor"})
		rows := o.pages(o.manager, View{Sort: ByChange}, 10)
		if len(rows) != 2 || rows[0].ID != first.ID || rows[0].Changed != o.clock.Now() {
			t.Errorf("%+v", rows)
		}
	})
}

func TestAnOfficersListsAreKeptWithTheirHistory(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		for i := range 3 {
			o.record(o.walkIn(fmt.Sprintf("Resident %d", i)))
		}
		late := SavedView{Name: "Late damp", View: View{Late: true, Subject: "damp", Open: true, Sort: ByHandler}}
		save := func(by casework.Officer, v SavedView) {
			t.Helper()
			if err := o.SaveView(o.ctx, by, v); err != nil {
				t.Fatal(err)
			}
		}
		save(ben, late)
		save(ben, SavedView{Name: "By e-mail", View: View{Channel: casework.ByEmail, ReceivedWithin: 30}})
		late.View.Subject = "repairs"
		save(ben, SavedView{Name: "  Late damp ", View: late.View})
		views, err := o.Views(o.ctx, ben)
		if err != nil || len(views) != 2 || views[0].Name != "Late damp" || views[0].View != late.View || views[1].ID != 2 {
			t.Errorf("%+v, %v", views, err)
		}
		if others, err := o.Views(o.ctx, o.manager); err != nil || len(others) != 0 {
			t.Errorf("the manager has %+v, %v", others, err)
		}
		o.clock.set(day0.AddDays(60)) // all are late by then
		if rows := o.pages(ben, views[0].View, 10); len(rows) != 3 {
			t.Errorf("a list saved weeks ago shows %d late cases, not 3", len(rows))
		}
		if err := o.DropView(o.ctx, ben, "Late damp"); err != nil {
			t.Fatal(err)
		}
		if err := o.DropView(o.ctx, ben, "Late damp"); !errors.Is(err, ErrNotFound) {
			t.Errorf("what is gone is removed again: %v", err)
		}
		var refused *casework.Refusal
		if err := o.SaveView(o.ctx, ben, SavedView{Name: " "}); !errors.As(err, &refused) || refused.Field != "name" {
			t.Errorf("a list without a name: %v", err)
		}
		if views, err = o.Views(o.ctx, ben); err != nil || len(views) != 1 || views[0].Name != "By e-mail" {
			t.Errorf("%+v, %v", views, err)
		}
		o.sound()
	})
}

// sound holds the register against itself.
func (o *office) sound() {
	o.t.Helper()
	report, err := o.Check(o.ctx, nil)
	if err != nil || len(report.Problems) > 0 {
		o.t.Errorf("the check finds %+v, %v", report.Problems, err)
	}
}
