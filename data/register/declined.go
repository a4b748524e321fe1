package register

import (
	"context"
	"database/sql"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// DeclinedCount is how often an officer of an office offered residents the
// choice to complain, and how often it was declined for that day (ruling 12).
type DeclinedCount struct {
	Office     int64
	OfficeName string
	Officer    int64
	Name       string
	Offered    int // to whoever was dissatisfied: taken up or declined
	Declined   int
}

// Declined counts the choices to complain that were offered from one day to
// another, both included, by office and officer. It names no resident; cases
// that the officer may not see are absent.
func (r *Register) Declined(ctx context.Context, by casework.Officer, from, to calendar.Date) ([]DeclinedCount, error) {
	var found []DeclinedCount
	err := r.reading(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.SeeFigures)
		if err != nil {
			return err
		}
		var values arguments
		query := `SELECT c.office, c.offered_by, count(*), sum(CASE WHEN c.choice = 'not today' THEN 1 ELSE 0 END)
			FROM cases c WHERE c.offered_on >= ` + values.add(from.String()) + ` AND c.offered_on <= ` + values.add(to.String()) +
			` AND c.choice <> 'service only' AND c.offered_by <> 0 AND c.state <> 'recorded in error' AND ` + counted(by, "c", &values) +
			` GROUP BY c.office, c.offered_by ORDER BY c.office, c.offered_by`
		err = w.each(query, values.values, func(rows *sql.Rows) error {
			var d DeclinedCount
			err := rows.Scan(&d.Office, &d.Officer, &d.Offered, &d.Declined)
			found = append(found, d)
			return err
		})
		for i := range found {
			if err == nil {
				err = w.nameCounted(&found[i])
			}
		}
		return err
	})
	return settled(found, err)
}

func (w *work) nameCounted(d *DeclinedCount) error {
	office, err := w.office(d.Office)
	if err != nil {
		return err
	}
	o, _, err := w.officer(d.Officer)
	d.OfficeName, d.Name = office.Name, o.Name
	return err
}
