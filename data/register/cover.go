package register

import (
	"context"
	"database/sql"
	"errors"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Covered is one case of an officer who will be away: what falls due by the
// last day of the absence, and why the colleague cannot look after it, if so.
type Covered struct {
	Row
	Due     []casework.Duty // by the last day, the soonest first
	Refusal string          // empty: the colleague looks after it
}

// Cover has a colleague look after every open stage of an officer who is away
// from one day to another, in one transaction. It lists what falls due
// meanwhile. A stage that the colleague may not have (they took part in stage 1,
// or declared a conflict of interest) is listed with the reason and left as it
// is, for somebody else (Code 6.13, ruling 14).
func (r *Register) Cover(ctx context.Context, by casework.Officer, officer, cover int64, from, until calendar.Date) ([]Covered, error) {
	var found []Covered
	err := r.writing(ctx, func(w *work) error {
		var err error
		found, err = w.cover(by, officer, until, func(by casework.Officer, id int64) error {
			_, err := w.do(by, r.today(), id, 0, casework.CoverFor{Officer: cover, From: from, Until: until})
			return err
		})
		return err
	})
	return settled(found, err)
}

// TryCover says what Cover would do, and changes nothing.
func (r *Register) TryCover(ctx context.Context, by casework.Officer, officer, cover int64, from, until calendar.Date) ([]Covered, error) {
	var found []Covered
	err := r.reading(ctx, func(w *work) error {
		var err error
		found, err = w.cover(by, officer, until, func(by casework.Officer, id int64) error {
			c, err := w.seen(by, id)
			if err == nil {
				_, err = w.apply(c, casework.CoverFor{Officer: cover, From: from, Until: until}, by, r.today())
			}
			return err
		})
		return err
	})
	return settled(found, err)
}

// cover lists the open cases that an officer has, as far as by sees them, and
// does try with each. What is refused is told with the case.
func (w *work) cover(by casework.Officer, officer int64, until calendar.Date, try func(by casework.Officer, id int64) error) ([]Covered, error) {
	by, err := w.current(by)
	if err != nil {
		return nil, err
	}
	if err := casework.May(by, casework.ActCover, casework.Case{}); err != nil {
		return nil, err
	}
	var values arguments
	rows, err := w.rowsOf(`SELECT `+rowColumns+` FROM cases c WHERE c.handler = `+values.add(officer)+
		` AND c.closed = '' AND `+visible(by, "c", &values)+` ORDER BY c.due, c.case_id`, values)
	if err != nil {
		return nil, err
	}
	found := make([]Covered, len(rows))
	for i, row := range rows {
		found[i].Row = row
		if found[i].Due, err = w.dueBy(row.ID, officer, until); err != nil {
			return nil, err
		}
		err := try(by, row.ID)
		var refusal *casework.Refusal
		switch {
		case errors.As(err, &refusal):
			found[i].Refusal = refusal.Error()
		case err != nil:
			return nil, err
		}
	}
	return found, nil
}

// dueBy reads what an officer owes on a case by a day, the soonest first.
func (w *work) dueBy(id, officer int64, until calendar.Date) ([]casework.Duty, error) {
	var duties []casework.Duty
	err := w.each(`SELECT duty FROM duties WHERE case_id = $1 AND handler = $2 AND due <= $3 ORDER BY due, number`,
		[]any{id, officer, until.String()}, func(rows *sql.Rows) error { return scanBody(rows, &duties) })
	return duties, err
}
