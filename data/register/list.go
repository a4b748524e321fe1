package register

import (
	"context"
	"database/sql"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Row is a case as lists show it.
type Row struct {
	ID          int64
	Reference   casework.Reference
	Kind        casework.Kind
	Resident    string // empty: not given
	About       string // the first complaint point, or the start of the story
	Address     string
	Stage       int
	Due         calendar.Date // of the next duty; zero when nothing is owed
	DueKind     casework.DutyKind
	Handler     int64
	HandlerName string
	Received    calendar.Date
	Closed      calendar.Date
	Subject     string
}

// rowColumns are what rowsOf reads, from cases c.
const rowColumns = `c.case_id, c.reference, c.kind, c.resident, c.about, c.address, c.stage, c.due, c.due_kind,
	c.handler, c.received, c.closed, c.subject`

// scanRow reads a row of rowColumns; more follow where a list needs them.
func scanRow(rows *sql.Rows, more ...any) (Row, error) {
	var r Row
	var due, received, closed string
	into := []any{&r.ID, &r.Reference, &r.Kind, &r.Resident, &r.About, &r.Address, &r.Stage, &due, &r.DueKind,
		&r.Handler, &received, &closed, &r.Subject}
	if err := rows.Scan(append(into, more...)...); err != nil {
		return r, err
	}
	for _, d := range []struct {
		into *calendar.Date
		text string
	}{{&r.Due, due}, {&r.Received, received}, {&r.Closed, closed}} {
		var err error
		if *d.into, err = day(d.text); err != nil {
			return r, err
		}
	}
	return r, nil
}

// rowsOf reads the rows of a statement that begins with rowColumns.
func (w *work) rowsOf(query string, values arguments) ([]Row, error) {
	var found []Row
	err := w.each(query, values.values, func(rows *sql.Rows) error {
		r, err := scanRow(rows)
		found = append(found, r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, w.nameHandlers(len(found), func(i int) *Row { return &found[i] })
}

// nameHandlers fills in the names of the officers who have the cases.
func (w *work) nameHandlers(n int, row func(i int) *Row) error {
	for i := range n {
		r := row(i)
		if r.Handler == 0 {
			continue
		}
		o, _, err := w.officer(r.Handler)
		if err != nil {
			return err
		}
		r.HandlerName = o.Name
	}
	return nil
}

// Sort is the order of a list.
type Sort string

// The orders. A list without one goes by what is due.
const (
	ByDue       Sort = "due"       // the soonest first; what owes nothing comes last
	ByReceived  Sort = "received"  // the newest first
	ByReference Sort = "reference" // the newest first
)

// View says which cases a list shows. A zero field asks for nothing.
type View struct {
	Open     bool
	Overdue  calendar.Date // only cases whose next duty was due before this day
	Mine     bool          // only those of the officer who asks
	Stage    int
	Handler  int64
	Nobody   bool // only open complaints that nobody has
	Subject  string
	Kind     casework.Kind
	Block    string
	Resident int64 // by id on the housing list
	Home     int64

	ReceivedFrom, ReceivedTo calendar.Date // both days included
	Sort                     Sort
}

// conditions are the view as SQL on cases c, visible ones only.
func (v View) conditions(by casework.Officer, values *arguments) string {
	parts := []string{visible(by, "c", values)}
	also := func(holds bool, condition string, value any) {
		if holds {
			parts = append(parts, condition+values.add(value))
		}
	}
	if v.Open {
		parts = append(parts, "c.closed = ''")
	}
	if v.Nobody {
		parts = append(parts, "c.closed = '' AND c.handler = 0 AND c.stage > 0")
	}
	also(!v.Overdue.IsZero(), "c.due < ", v.Overdue.String())
	also(v.Mine, "c.handler = ", by.ID)
	also(v.Stage != 0, "c.stage = ", v.Stage)
	also(v.Handler != 0, "c.handler = ", v.Handler)
	also(v.Subject != "", "c.subject = ", v.Subject)
	also(v.Kind != "", "c.kind = ", string(v.Kind))
	also(v.Block != "", "c.block = ", clip(casework.Tidy(v.Block), longest))
	also(v.Resident != 0, "c.resident_id = ", v.Resident)
	also(v.Home != 0, "c.home_id = ", v.Home)
	also(!v.ReceivedFrom.IsZero(), "c.received >= ", v.ReceivedFrom.String())
	also(!v.ReceivedTo.IsZero(), "c.received <= ", v.ReceivedTo.String())
	return strings.Join(parts, " AND ")
}

// Cursor is the place after the last row of a page. The zero Cursor is the
// start of the list.
type Cursor struct {
	key string
	id  int64
}

// IsZero says that there is nothing to go on from: at the start, or because
// the last page has been read.
func (c Cursor) IsZero() bool { return c == Cursor{} }

// Page is one page of a list.
type Page struct {
	Rows []Row
	Next Cursor // where the next page starts; zero when this was the last
}

// mostRows is how many rows a list gives at once, whatever is asked for.
const mostRows = 500

// Cases lists the cases of a view, a page at a time. A page costs the same
// wherever it stands in the list; a case that changes its place while pages
// are read is neither hidden nor shown twice by a changed count before it.
func (r *Register) Cases(ctx context.Context, by casework.Officer, v View, after Cursor, limit int) (Page, error) {
	limit = bounded(limit)
	var page Page
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		query := pageQuery(by, v, after, limit, &values)
		page.Rows, err = w.rowsOf(query, values)
		return err
	})
	if len(page.Rows) > limit {
		page.Rows = page.Rows[:limit]
		page.Next = v.cursor(page.Rows[limit-1])
	}
	return page, err
}

func bounded(limit int) int { return min(max(limit, 1), mostRows) }

// pageQuery asks for one row more than a page has, to know whether another
// page follows.
func pageQuery(by casework.Officer, v View, after Cursor, limit int, values *arguments) string {
	var q strings.Builder
	q.WriteString(`SELECT ` + rowColumns + ` FROM cases c WHERE ` + v.conditions(by, values))
	order, direction, beyond := "c.due, c.case_id", "", ">"
	switch v.Sort {
	case ByReceived:
		order, direction, beyond = "c.received, c.case_id", " DESC", "<"
	case ByReference:
		order, direction, beyond = "c.case_id", " DESC", "<" // references are given in the order of ids
	}
	if !after.IsZero() {
		if v.Sort == ByReference {
			q.WriteString(` AND c.case_id < ` + values.add(after.id))
		} else {
			q.WriteString(` AND (` + order + `) ` + beyond + ` (` + values.add(after.key) + `, ` + values.add(after.id) + `)`)
		}
	}
	q.WriteString(` ORDER BY ` + strings.ReplaceAll(order, ",", direction+",") + direction + ` LIMIT ` + values.add(limit+1))
	return q.String()
}

func (v View) cursor(last Row) Cursor {
	switch v.Sort {
	case ByReceived:
		return Cursor{last.Received.String(), last.ID}
	case ByReference:
		return Cursor{"", last.ID}
	}
	return Cursor{dueText(last.Due), last.ID}
}

// Count says how many cases a view has.
func (r *Register) Count(ctx context.Context, by casework.Officer, v View) (int, error) {
	var n int
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		return w.one(`SELECT count(*) FROM cases c WHERE `+v.conditions(by, &values), values.values, &n)
	})
	return n, err
}
