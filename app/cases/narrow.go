package cases

import (
	"context"
	"fmt"
	"strconv"

	"casebook/data/casework"
	"casebook/data/register"
)

// Tab is one of the standing views.
type Tab int

// The standing views, in their order on screen.
const (
	AllOpen Tab = iota
	Overdue
	Mine
	Stage2
	Unassigned
	Requests
	Everything
	tabCount
)

var tabNames = [tabCount]string{"All open", "Overdue", "Mine", "Stage 2", "Unassigned", "Service requests", "All"}

// Name is the view's name on screen.
func (t Tab) Name() string { return tabNames[t] }

// standing is the view as the register reads it: open cases, but for the last.
func (t Tab) standing() register.View {
	v := register.View{Open: t != Everything}
	switch t {
	case Overdue:
		v.Late = true
	case Mine:
		v.Mine = true
	case Stage2:
		v.Stage = 2
	case Unassigned:
		v.Nobody = true
	case Requests:
		v.Kind = casework.ServiceRequest
	}
	return v
}

// narrowed is the standing view with a filter.
func (t Tab) narrowed(f Filter) register.View {
	v, s := f, t.standing()
	v.Open, v.Late, v.Mine, v.Nobody = f.Open || s.Open, f.Late || s.Late, f.Mine || s.Mine, f.Nobody || s.Nobody
	if v.Stage == 0 {
		v.Stage = s.Stage
	}
	if v.Kind == "" {
		v.Kind = s.Kind
	}
	return v
}

// apart finds the standing view in any view; what is left over is the filter.
func apart(v register.View) (Tab, Filter) {
	v.Sort, v.Reversed = "", false
	if !v.Open {
		return Everything, v
	}
	v.Open = false
	for _, t := range []Tab{Unassigned, Overdue, Mine, Stage2, Requests} {
		f, s := v, t.standing()
		f.Late, f.Mine, f.Nobody = f.Late && !s.Late, f.Mine && !s.Mine, f.Nobody && !s.Nobody
		if s.Stage == f.Stage {
			f.Stage = 0
		}
		if s.Kind == f.Kind {
			f.Kind = ""
		}
		if f != v && t.narrowed(f) == AllOpen.narrowed(v) {
			return t, f
		}
	}
	return AllOpen, v
}

// fits says whether a filter asks for something that the standing view leaves
// out, and gives the view that has both.
func (t Tab) fits(f Filter) Tab {
	s := t.standing()
	switch {
	case s.Open && (f.State != "" && f.State != register.IsOpen && f.State != register.IsWaiting):
		return Everything
	case s.Stage != 0 && f.Stage != 0 && f.Stage != s.Stage, s.Kind != "" && f.Kind != "" && f.Kind != s.Kind:
		return AllOpen
	}
	return t
}

// view is what is read: the standing view, narrowed, in its order.
func (m *Model) view() register.View {
	v := m.tab.narrowed(m.filter)
	v.Sort, v.Reversed = m.sort, m.reversed
	return v
}

// Counts are how many cases there are: of each standing view, of the list as
// it is narrowed, and in the register.
type Counts struct {
	Tabs  [tabCount]int
	Shown int
	All   int
}

// Counting counts. It is kept apart from Loading, because in a large office
// the rows are there sooner.
func (m *Model) Counting() func(context.Context) (Counts, error) {
	reg, by, view := m.reg, m.by, m.view()
	return func(ctx context.Context) (Counts, error) {
		var c Counts
		var err error
		for t := range tabCount {
			if c.Tabs[t], err = reg.Count(ctx, by, t.standing()); err != nil {
				return c, err
			}
		}
		if c.Shown, err = reg.Count(ctx, by, view); err != nil {
			return c, err
		}
		c.All, err = reg.Count(ctx, by, register.View{})
		return c, err
	}
}

// ShowCounts takes over what was counted.
func (m *Model) ShowCounts(c Counts) { m.counts = c }

// TabCount is how many cases a standing view has.
func (m *Model) TabCount(t Tab) int { return m.counts.Tabs[t] }

// CountLine is "71 of 48,316 records".
func (m *Model) CountLine() string {
	return fmt.Sprintf("%s of %s records", grouped(m.counts.Shown), grouped(m.counts.All))
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}
