package register

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// OwedRow is a sum that a resident is owed and has not been paid.
type OwedRow struct {
	Case        int64
	Reference   casework.Reference
	Resident    string // empty: not given
	PayTo       string // the resident, or who deals with the affairs of one who has died; empty: nobody is known
	Line        int
	Title       string
	Head        redress.Head
	Sum         redress.Pence // what is left to pay
	Since       calendar.Date
	Due         calendar.Date // an order's own day; for the rest what the letters promise
	Handler     int64
	HandlerName string
}

// PaidRow is one payment, made or set against arrears, also one that was
// marked as made in error.
type PaidRow struct {
	Case      int64
	Reference casework.Reference
	Resident  string
	Payment   int
	Titles    []string // what it was for
	Sum       redress.Pence
	On        calendar.Date
	Method    casework.PayMethod
	Theirs    string // finance's reference
	By        int64
	ByName    string
	Error     string // what was wrong with it
	Erred     calendar.Date
}

// Owed lists every sum that is owed, the longest first. Cases that the officer
// may not see are absent.
func (r *Register) Owed(ctx context.Context, by casework.Officer) ([]OwedRow, error) {
	var found []OwedRow
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		query := `SELECT DISTINCT d.case_id FROM duties d WHERE d.kind = ` + values.add(string(casework.DutyPay)) +
			` AND ` + visible(by, "d", &values) + ` ORDER BY d.case_id`
		return w.eachFound(query, values, func(c casework.Case) error {
			handler, _, err := w.officer(c.HandledBy())
			for _, o := range casework.Owed(c) {
				found = append(found, OwedRow{
					Case: c.ID, Reference: c.Reference, Resident: c.Resident.Name, PayTo: c.PaidTo(), Line: o.Line, Title: o.Title, Head: o.Head,
					Sum: o.Sum, Since: o.Since, Due: o.Due, Handler: handler.ID, HandlerName: handler.Name,
				})
			}
			return err
		})
	})
	slices.SortStableFunc(found, func(a, b OwedRow) int { return a.Since.Compare(b.Since) })
	return settled(found, err)
}

// Payments lists every payment of the days from one to another, both included,
// in the order of their days. Cases that the officer may not see are absent.
func (r *Register) Payments(ctx context.Context, by casework.Officer, from, to calendar.Date) ([]PaidRow, error) {
	var found []PaidRow
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		query := `SELECT DISTINCT p.case_id FROM payments p WHERE p.paid >= ` + values.add(from.String()) + ` AND p.paid <= ` + values.add(to.String()) +
			` AND ` + visible(by, "p", &values) + ` ORDER BY p.case_id`
		return w.eachFound(query, values, func(c casework.Case) error {
			for _, p := range c.Payments {
				if p.On.Before(from) || p.On.After(to) {
					continue
				}
				row, err := w.paidRow(c, p)
				if err != nil {
					return err
				}
				found = append(found, row)
			}
			return nil
		})
	})
	slices.SortStableFunc(found, func(a, b PaidRow) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Payment, b.Payment))
	})
	return settled(found, err)
}

func (w *work) paidRow(c casework.Case, p casework.Payment) (PaidRow, error) {
	officer, _, err := w.officer(p.By)
	row := PaidRow{
		Case: c.ID, Reference: c.Reference, Resident: c.Resident.Name, Payment: p.ID, Sum: p.Sum, On: p.On,
		Method: p.Method, Theirs: p.Reference, By: p.By, ByName: officer.Name, Error: p.Error, Erred: p.Erred,
	}
	for _, s := range p.Shares {
		if l := c.Line(s.ID); l != nil {
			row.Titles = append(row.Titles, l.Title)
		}
	}
	return row, err
}

// eachFound calls f for every case that a statement gives the number of.
func (w *work) eachFound(query string, values arguments, f func(c casework.Case) error) error {
	ids, err := w.ids(query, values)
	if err != nil {
		return err
	}
	return w.eachOf(ids, f)
}

// eachOf calls f for every one of some cases, whoever may see them.
func (w *work) eachOf(ids []int64, f func(c casework.Case) error) error {
	for chunk := range slices.Chunk(ids, casePage) {
		var places arguments
		var bodies []casework.Case
		query := `SELECT body FROM bodies WHERE case_id IN (` + list(chunk, &places) + `) ORDER BY case_id`
		if err := w.each(query, places.values, func(rows *sql.Rows) error { return scanBody(rows, &bodies) }); err != nil {
			return err
		}
		for _, c := range bodies {
			if err := f(c); err != nil {
				return err
			}
		}
	}
	return nil
}
