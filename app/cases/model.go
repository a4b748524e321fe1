package cases

import (
	"context"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Register is what the screen asks of the register.
type Register interface {
	Cases(ctx context.Context, by casework.Officer, v register.View, after register.Cursor, limit int) (register.Page, error)
	Count(ctx context.Context, by casework.Officer, v register.View) (int, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
	Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error)
	Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error)
	Offices(ctx context.Context, by casework.Officer) ([]casework.Office, error)
	Views(ctx context.Context, by casework.Officer) ([]register.SavedView, error)
	SaveView(ctx context.Context, by casework.Officer, v register.SavedView) error
	DropView(ctx context.Context, by casework.Officer, name string) error
	Residents(ctx context.Context, by casework.Officer, text string, limit int) ([]register.Known, error)
	Joined(ctx context.Context, by casework.Officer, resident int64) ([]register.Joined, error)
	MergeResidents(ctx context.Context, by casework.Officer, keep, drop int64, why string) error
	UnmergeResidents(ctx context.Context, by casework.Officer, keep, drop int64, why string) error
}

// pageRows is how many rows are read at once: about five screens of them.
const pageRows = 100

// Model is the list and where the officer is in it. What reaches the register
// is given out as a function that holds copies of all it needs, so that it may
// run while the officer goes on; everything else stays on the interface.
type Model struct {
	reg   Register
	by    casework.Officer
	today func() calendar.Date

	tab      Tab
	filter   Filter
	sort     register.Sort
	reversed bool
	name     string // of the saved view shown, until it is changed
	rows     []register.Row
	next     register.Cursor
	selected map[int64]bool
	counts   Counts
	moment   casework.Moment
	officers []casework.Officer
	offices  []casework.Office
	read     bool // something has been read
}

// NewModel is the list before anything is read.
func NewModel(reg Register, by casework.Officer, today func() calendar.Date, tab Tab) *Model {
	return &Model{reg: reg, by: by, today: today, tab: tab, sort: register.ByDue, selected: map[int64]bool{}}
}

// Rows are those read so far.
func (m *Model) Rows() []register.Row { return m.rows }

// Tab is the standing view shown.
func (m *Model) Tab() Tab { return m.tab }

// Filter is what narrows it.
func (m *Model) Filter() Filter { return m.filter }

// IsNarrowed says that the standing view is not shown whole.
func (m *Model) IsNarrowed() bool { return m.filter != Filter{} }

// Sort is its order, and Reversed says that it begins at its other end.
func (m *Model) Sort() register.Sort { return m.sort }

// Reversed says that the order begins at its other end.
func (m *Model) Reversed() bool { return m.reversed }

// Empty says that the view has been read and has nothing.
func (m *Model) Empty() bool { return m.read && len(m.rows) == 0 }

// More says whether there are rows after those read so far.
func (m *Model) More() bool { return !m.next.IsZero() }

// SetTab goes to a standing view. A selection does not outlive the rows it was
// made among: what cannot be seen is not acted on.
func (m *Model) SetTab(t Tab) {
	m.tab, m.name = t, ""
	switch {
	case t == Stage2:
		m.filter.Stage = 0 // the view says it already
	case t == Requests:
		m.filter.Kind = ""
	case t == Unassigned:
		m.filter.Nobody = false
	}
	if t.fits(m.filter) != t {
		m.filter.State = "" // an open view has no closed cases to show
	}
	clear(m.selected)
}

// SetFilter narrows the view, or widens it again. What the standing view
// leaves out, such as another stage or closed cases, leads out of it.
func (m *Model) SetFilter(f Filter) {
	if m.tab == Stage2 && f.Stage == 2 {
		f.Stage = 0
	}
	m.tab, m.filter, m.name = m.tab.fits(f), f, ""
	clear(m.selected)
}

// SetSort changes the order, or turns round the one there is; the selection
// stays.
func (m *Model) SetSort(s register.Sort) {
	m.reversed = s == m.sort && !m.reversed
	m.sort = s
}

// Loaded is what was read from the start of the list.
type Loaded struct {
	rows     []register.Row
	next     register.Cursor
	moment   casework.Moment
	officers []casework.Officer
	offices  []casework.Office
}

// Loading reads the list from its start down to and beyond the given place, so
// that a list read again still has the row that the cursor was on.
func (m *Model) Loading(place int) func(context.Context) (Loaded, error) {
	reg, by, view, today := m.reg, m.by, m.view(), m.today()
	return func(ctx context.Context) (Loaded, error) {
		var l Loaded
		var err error
		if l.moment, err = reg.Moment(ctx, by, today); err != nil {
			return l, err
		}
		if l.officers, err = reg.Officers(ctx, by); err != nil {
			return l, err
		}
		if l.offices, err = reg.Offices(ctx, by); err != nil {
			return l, err
		}
		l.rows, l.next, err = readTo(ctx, reg, by, view, place+pageRows)
		return l, err
	}
}

func readTo(ctx context.Context, reg Register, by casework.Officer, view register.View, want int) ([]register.Row, register.Cursor, error) {
	var rows []register.Row
	var next register.Cursor
	for {
		page, err := reg.Cases(ctx, by, view, next, max(pageRows, want-len(rows)))
		if err != nil {
			return nil, next, err
		}
		rows, next = append(rows, page.Rows...), page.Next
		if len(rows) >= want || next.IsZero() {
			return rows, next, nil
		}
	}
}

// Show takes over what Loading read. Cases that have left the list are no
// longer selected.
func (m *Model) Show(l Loaded) {
	m.rows, m.next, m.moment, m.officers, m.offices, m.read = l.rows, l.next, l.moment, l.officers, l.offices, true
	there := map[int64]bool{}
	for _, r := range m.rows {
		there[r.ID] = true
	}
	for id := range m.selected {
		if !there[id] {
			delete(m.selected, id)
		}
	}
}

// Further is what was read below the rows there were.
type Further struct {
	rows  []register.Row
	next  register.Cursor
	Found int // the place of the row that was looked for, or -1
}

// largePage is how many rows are read at once where nobody looks at each.
const largePage = 500

// LoadingMore reads the next page.
func (m *Model) LoadingMore() func(context.Context) (Further, error) {
	reg, by, view, next := m.reg, m.by, m.view(), m.next
	return func(ctx context.Context) (Further, error) {
		page, err := reg.Cases(ctx, by, view, next, pageRows)
		return Further{rows: page.Rows, next: page.Next, Found: -1}, err
	}
}

// LoadingUntil reads on until a row fits or the list ends. report is told after
// every page how many rows there are by then.
func (m *Model) LoadingUntil(fits func(register.Row) bool) func(ctx context.Context, report func(rows int)) (Further, error) {
	reg, by, view, next, have := m.reg, m.by, m.view(), m.next, len(m.rows)
	return func(ctx context.Context, report func(rows int)) (Further, error) {
		f := Further{next: next, Found: -1}
		for !f.next.IsZero() && f.Found < 0 {
			page, err := reg.Cases(ctx, by, view, f.next, largePage)
			if err != nil {
				return Further{}, err
			}
			for i, r := range page.Rows {
				if f.Found < 0 && fits(r) {
					f.Found = have + len(f.rows) + i
				}
			}
			f.rows, f.next = append(f.rows, page.Rows...), page.Next
			report(have + len(f.rows))
		}
		return f, nil
	}
}

// ShowMore takes over what was read further down.
func (m *Model) ShowMore(f Further) { m.rows, m.next = append(m.rows, f.rows...), f.next }

// Place is where a case stands among the rows, or -1.
func (m *Model) Place(id int64) int {
	for i, r := range m.rows {
		if r.ID == id {
			return i
		}
	}
	return -1
}

// Select says which cases are selected now.
func (m *Model) Select(ids []int64) {
	clear(m.selected)
	for _, id := range ids {
		m.selected[id] = true
	}
}

// IsSelected says whether a case is.
func (m *Model) IsSelected(id int64) bool { return m.selected[id] }

// Selected is how many cases are.
func (m *Model) Selected() int { return len(m.selected) }

// chosen are the selected rows in their order, or the row at the cursor where
// none is.
func (m *Model) chosen(cursor int) []register.Row {
	var some []register.Row
	for _, r := range m.rows {
		if m.selected[r.ID] {
			some = append(some, r)
		}
	}
	if len(some) == 0 && cursor >= 0 && cursor < len(m.rows) {
		some = m.rows[cursor : cursor+1]
	}
	return some
}
