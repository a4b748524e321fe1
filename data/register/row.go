package register

import (
	"database/sql"
	"time"

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
	Office      int64
	State       State
	Changed     time.Time // the instant of its last act

	Confidential bool
	Hazard       bool          // it has a hazard with steps to take (ruling 10)
	Risk         casework.Risk // of a building safety matter that still owes something
}

// rowColumns are what rowsOf reads, from cases c.
const rowColumns = `c.case_id, c.reference, c.kind, c.resident, c.about, c.address, c.stage, c.due, c.due_kind,
	c.handler, c.received, c.closed, c.subject, c.office, c.state, c.changed, c.confidential,
	c.hazard, c.risk`

// scanRow reads a row of rowColumns; more follow where a list needs them.
func scanRow(rows *sql.Rows, more ...any) (Row, error) {
	var r Row
	var due, received, closed, changed string
	into := []any{&r.ID, &r.Reference, &r.Kind, &r.Resident, &r.About, &r.Address, &r.Stage, &due, &r.DueKind,
		&r.Handler, &received, &closed, &r.Subject, &r.Office, &r.State, &changed, &r.Confidential, &r.Hazard, &r.Risk}
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
	var err error
	if changed != "" {
		r.Changed, err = time.Parse(time.RFC3339, changed)
	}
	return r, err
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
