package register

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"casebook/data/casework"
)

// finish marks who is no longer on the list and says in the office's history
// that a list was loaded.
func (l *loading) finish(w *work, trial bool) error {
	by, err := w.mayDo(l.by, casework.LoadHousing)
	if err != nil {
		return err
	}
	l.by = by
	people, err := l.absent(w, `SELECT reference, body FROM residents WHERE gone = 0 AND office = $1 ORDER BY resident_id`,
		func(reference string) bool { return l.residents[reference] })
	if err != nil {
		return err
	}
	homes, err := l.absent(w, `SELECT reference, body FROM dwellings WHERE gone = 0 AND office = $1 ORDER BY home_id`,
		func(reference string) bool { _, met := l.homes[reference]; return met })
	if err != nil {
		return err
	}
	l.report.Gone = len(people) + len(homes)
	if trial {
		return nil
	}
	if err := mark(l, w, people, residentSubject, `UPDATE residents SET gone = 1, body = $1 WHERE resident_id = $2`,
		func(p *casework.Resident) (int64, *int) { return p.ID, &p.Version }); err != nil {
		return err
	}
	if err := mark(l, w, homes, homeSubject, `UPDATE dwellings SET gone = 1, body = $1 WHERE home_id = $2`,
		func(d *casework.Dwelling) (int64, *int) { return d.ID, &d.Version }); err != nil {
		return err
	}
	h, err := w.take(officeSubject)
	if err != nil {
		return err
	}
	_, err = w.append(h, event{subject: officeSubject, act: actLoadHousing, by: l.by.ID, happened: w.r.today(),
		summary: fmt.Sprintf("Housing list loaded: %d lines, %d new, %d changed, %d no longer on it",
			l.report.Lines, l.report.New, l.report.Changed, l.report.Gone)})
	return err
}

// absent reads the bodies of those the list does not name any more.
func (l *loading) absent(w *work, query string, named func(reference string) bool) ([]string, error) {
	var bodies []string
	err := w.each(query, []any{l.by.Office}, func(rows *sql.Rows) error {
		var reference, body string
		if err := rows.Scan(&reference, &body); err != nil {
			return err
		}
		if !named(reference) {
			bodies = append(bodies, body)
		}
		return nil
	})
	return bodies, err
}

// mark keeps in history and on the row that each is no longer on the list.
func mark[T any](l *loading, w *work, bodies []string, subjectOf func(int64) subject, update string, of func(*T) (id int64, version *int)) error {
	for _, body := range bodies {
		value, err := decode[T](body)
		if err != nil {
			return err
		}
		id, version := of(&value)
		gone := []casework.Change{{Field: goneField, New: "yes"}}
		if *version, err = l.append(w, subjectOf(id), false, actUnlisted, gone); err != nil {
			return err
		}
		text, err := json.Marshal(value)
		if err != nil {
			return err
		}
		if err := w.changeOne(update, string(text), id); err != nil {
			return err
		}
	}
	return nil
}
