package register

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"casebook/data/casework"
)

// Cursor is a place between two rows of a list. The zero Cursor is the start of
// the list.
type Cursor struct {
	key     string
	officer int64 // in the list by officer: whose cases
	id      int64
	back    bool // the page before this place, not the one after
}

// IsZero says that there is nothing to go on from: at the start, or because
// the last page has been read.
func (c Cursor) IsZero() bool { return c == Cursor{} }

// Page is one page of a list.
type Page struct {
	Rows   []Row
	Next   Cursor // where the next page starts; zero when this was the last
	Before Cursor // where the page before ends; zero when this was the first
}

// mostRows is how many rows a list gives at once, whatever is asked for.
const mostRows = 500

func bounded(limit int) int { return min(max(limit, 1), mostRows) }

// Cases lists the cases of a view, a page at a time and either way. A page
// costs the same wherever it stands in the list; a case that changes its place
// while pages are read is neither hidden nor shown twice by a changed count
// before it.
func (r *Register) Cases(ctx context.Context, by casework.Officer, v View, from Cursor, limit int) (Page, error) {
	limit = bounded(limit)
	var page Page
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if v, err = w.dated(v); err != nil {
			return err
		}
		rows, err := w.pageOf(by, v, from, limit+1)
		page = v.page(rows, from, limit)
		return err
	})
	return settled(page, err)
}

// pageOf reads the rows beyond a place, the nearest first: where the way is
// back, that is from the bottom up.
func (w *work) pageOf(by casework.Officer, v View, from Cursor, want int) ([]Row, error) {
	v, err := w.narrowed(by, v, few)
	if err != nil {
		return nil, err
	}
	if v.Sort == ByHandler {
		return w.pageByHandler(by, v, from, want)
	}
	var values arguments
	query := pageQuery(by, v, from, want, &values)
	return w.rowsOf(query, values)
}

// page puts rows in the order of the list and says where it goes on. One row
// more than the page has was asked for, to know whether another page follows.
func (v View) page(rows []Row, from Cursor, limit int) Page {
	more := len(rows) > limit
	rows = rows[:min(len(rows), limit)]
	if from.back {
		slices.Reverse(rows)
	}
	page := Page{Rows: rows}
	if len(rows) == 0 {
		return page
	}
	if more || from.back {
		page.Next = v.cursor(rows[len(rows)-1], false)
	}
	if more && from.back || !from.back && !from.IsZero() {
		page.Before = v.cursor(rows[0], true)
	}
	return page
}

// cursor is the place beside a row.
func (v View) cursor(at Row, back bool) Cursor {
	c := Cursor{id: at.ID, back: back}
	switch v.Sort {
	case ByReference: // the id is the whole key
	case ByReceived:
		c.key = at.Received.String()
	case ByChange:
		c.key = at.Changed.Format(time.RFC3339)
	case ByHandler:
		c.key, c.officer = dueText(at.Due), at.Handler
	default:
		c.key = dueText(at.Due)
	}
	return c
}

// ordered is the columns of an order, and whether it begins with the greatest.
func (v View) ordered() (columns []string, down bool) {
	switch v.Sort {
	case ByReceived:
		columns, down = []string{"c.received", "c.case_id"}, true
	case ByChange:
		columns, down = []string{"c.changed", "c.case_id"}, true
	case ByReference:
		columns, down = []string{"c.case_id"}, true // references are given in the order of ids
	default:
		columns = []string{"c.due", "c.case_id"}
	}
	return columns, down != v.Reversed
}

// pageQuery reads rows from a place on.
func pageQuery(by casework.Officer, v View, from Cursor, want int, values *arguments) string {
	query := `SELECT ` + rowColumns + ` FROM cases c WHERE ` + v.conditions(by, values)
	columns, down := v.ordered()
	down = down != from.back
	direction, beyond := "", " > "
	if down {
		direction, beyond = " DESC", " < "
	}
	if from.id != 0 { // an end of the list is no place in it, whichever way is read
		if len(columns) == 1 {
			query += ` AND ` + columns[0] + beyond + values.add(from.id)
		} else {
			query += ` AND (` + strings.Join(columns, ", ") + `)` + beyond + `(` + values.add(from.key) + `, ` + values.add(from.id) + `)`
		}
	}
	return query + ` ORDER BY ` + strings.Join(columns, direction+", ") + direction + atMost(want)
}

// pageByHandler goes from officer to officer by name, those without one last:
// as many short reads as there are officers beside the page.
func (w *work) pageByHandler(by casework.Officer, v View, from Cursor, want int) ([]Row, error) {
	officers, err := w.handlersInOrder(v.Reversed != from.back)
	if err != nil {
		return nil, err
	}
	first := 0
	if !from.IsZero() { // the start of the list is not a place among nobody's
		first = max(0, slices.Index(officers, from.officer))
	}
	var found []Row
	for i := first; i < len(officers) && len(found) < want; i++ {
		if from.id == 0 || officers[i] != from.officer {
			from = Cursor{back: from.back}
		}
		var values arguments
		one := v
		one.only = &officers[i]
		query := pageQuery(by, one, from, want-len(found), &values)
		rows, err := w.rowsOf(query, values)
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// handlersInOrder are the officers by name, and 0 for nobody after them.
func (w *work) handlersInOrder(reversed bool) ([]int64, error) {
	var all []casework.Officer
	err := w.each(`SELECT body FROM officers ORDER BY officer`, nil, func(rows *sql.Rows) error { return scanBody(rows, &all) })
	slices.SortStableFunc(all, func(a, b casework.Officer) int { return strings.Compare(fold(a.Name), fold(b.Name)) })
	var ids []int64
	for _, o := range all {
		ids = append(ids, o.ID)
	}
	ids = append(ids, 0)
	if reversed {
		slices.Reverse(ids)
	}
	return ids, err
}

// Count says how many cases a view has.
func (r *Register) Count(ctx context.Context, by casework.Officer, v View) (int, error) {
	var n int
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if v, err = w.dated(v); err != nil {
			return err
		}
		if v, err = w.narrowed(by, v, few); err != nil {
			return err
		}
		var values arguments
		return w.one(`SELECT count(*) FROM cases c WHERE `+v.conditions(by, &values), values.values, &n)
	})
	return n, err
}
