package register

import (
	"context"
	"database/sql"

	"casebook/data/casework"
)

// Joined is a record that was joined to another, with the cases that would go
// back to it if they were taken apart.
type Joined struct {
	Known
	Cases []Row // those that the officer may see, the soonest due first
}

// Joined lists the records that were joined to a resident. It tells what
// UnmergeResidents would do with each, and changes nothing.
func (r *Register) Joined(ctx context.Context, by casework.Officer, resident int64) ([]Joined, error) {
	var found []Joined
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		query := `SELECT o.body, COALESCE(h.body, '') FROM residents o LEFT JOIN dwellings h ON h.home_id = o.home_id
			WHERE o.same <> 0 AND o.same = ` + values.add(resident) + ` AND ` + housed(by, "o", &values) + ` ORDER BY o.resident_id`
		err = w.each(query, values.values, func(rows *sql.Rows) error {
			k, err := scanKnown(rows)
			found = append(found, Joined{Known: k})
			return err
		})
		if err != nil || len(found) == 0 {
			return err
		}
		return w.wouldGoBack(by, resident, found)
	})
	return settled(found, err)
}

// wouldGoBack finds for each record the cases that came from it.
func (w *work) wouldGoBack(by casework.Officer, keep int64, joined []Joined) error {
	var values arguments
	rows, err := w.rowsOf(`SELECT `+rowColumns+` FROM cases c WHERE c.resident_id = `+values.add(keep)+` AND `+visible(by, "c", &values)+
		` ORDER BY c.due, c.case_id`, values)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for i := range joined {
			fields, err := w.joinedFields(row.ID, keep, joined[i].Resident.ID)
			if err != nil {
				return err
			}
			if fields["resident_id"] {
				joined[i].Cases = append(joined[i].Cases, row)
			}
		}
	}
	return nil
}
