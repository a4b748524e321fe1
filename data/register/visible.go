package register

import (
	"context"
	"fmt"

	"casebook/data/casework"
)

// visible is the one condition that says which cases an officer may see, for
// any table that has case_id, office and confidential. It says in SQL what
// casework.Visible says of one case: their own office or all, of confidential
// cases only those they are named on, and never one they are barred from. It
// adds its values where it stands, so it must be called when the statement has
// reached that place.
func visible(by casework.Officer, table string, values *arguments) string {
	if casework.MayDo(by, casework.SeeCases) != nil {
		return "1 = 0"
	}
	return counted(by, table, values)
}

// counted is visible for figures without names, which board readers see too.
func counted(by casework.Officer, table string, values *arguments) string {
	open := table + ".confidential = 0"
	if !by.AllOffices {
		open += fmt.Sprintf(" AND %s.office = %s", table, values.add(by.Office))
	}
	own := values.add(by.ID)
	return fmt.Sprintf(`((%s OR %s.confidential = 1 AND EXISTS
		(SELECT 1 FROM case_access x WHERE x.case_id = %s.case_id AND x.officer = %s))
		AND %s.case_id NOT IN (SELECT b.case_id FROM case_barred b WHERE b.officer = %s))`,
		open, table, table, own, table, own)
}

// housed is the same for the housing list, whose rows have an office and are
// never confidential.
func housed(by casework.Officer, table string, values *arguments) string {
	switch {
	case casework.MayDo(by, casework.SeeCases) != nil:
		return "1 = 0"
	case by.AllOffices:
		return "1 = 1"
	}
	return fmt.Sprintf("%s.office = %s", table, values.add(by.Office))
}

// bodiesOf begins a statement that reads the bodies of some cases c.
const bodiesOf = `SELECT k.body FROM cases c JOIN bodies k ON k.case_id = c.case_id WHERE `

// seen reads a case if the officer may see it, and ErrNotFound otherwise.
func (w *work) seen(by casework.Officer, id int64) (casework.Case, error) {
	var values arguments
	query := bodiesOf + `c.case_id = ` + values.add(id) + ` AND ` + visible(by, "c", &values)
	return w.readCase(query, values)
}

func (w *work) readCase(query string, values arguments) (casework.Case, error) {
	var body string
	if err := w.one(query, values.values, &body); err != nil {
		return casework.Case{}, absent(err)
	}
	return decode[casework.Case](body)
}

// Case reads one case whole. ErrNotFound when there is none that the officer
// may see.
func (r *Register) Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error) {
	var c casework.Case
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if c, err = w.seen(by, id); err != nil {
			return err
		}
		return w.dropLinks(by, &c)
	})
	return c, err
}

// CaseByReference reads one case by the reference on its letters.
func (r *Register) CaseByReference(ctx context.Context, by casework.Officer, ref casework.Reference) (casework.Case, error) {
	var c casework.Case
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		var values arguments
		query := bodiesOf + `c.reference = ` + values.add(string(ref)) + ` AND ` + visible(by, "c", &values)
		if c, err = w.readCase(query, values); err != nil {
			return err
		}
		return w.dropLinks(by, &c)
	})
	return c, err
}

// History reads what happened to a case, the oldest entry first.
func (r *Register) History(ctx context.Context, by casework.Officer, caseID int64) ([]Entry, error) {
	var found []Entry
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if _, err := w.seen(by, caseID); err != nil {
			return err
		}
		found, err = w.caseEntries(by, caseID, 0)
		return err
	})
	return found, err
}
