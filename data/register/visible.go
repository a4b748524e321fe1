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
// Few officers are barred from anything: that is asked once in a statement, and
// only for those who are of every case.
func counted(by casework.Officer, table string, values *arguments) string {
	open := table + ".confidential = 0"
	if !by.AllOffices {
		open += fmt.Sprintf(" AND %s.office = %s", table, values.add(by.Office))
	}
	return fmt.Sprintf(`((%[1]s OR %[2]s.confidential = 1 AND EXISTS
		(SELECT 1 FROM case_access x WHERE x.case_id = %[2]s.case_id AND x.officer = %[3]s))
		AND (NOT EXISTS (SELECT 1 FROM case_barred a WHERE a.officer = %[3]s)
		OR NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.case_id = %[2]s.case_id AND b.officer = %[3]s)))`,
		open, table, values.add(by.ID))
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

// bodyOf begins a statement that reads the body of a case c, or nothing where
// that is lost. It is no join: SQLite plans a join anew on every run where a
// condition has a value.
const bodyOf = `SELECT COALESCE((SELECT k.body FROM bodies k WHERE k.case_id = c.case_id), '') FROM cases c WHERE `

// mustSee is ErrNotFound for a case that the officer may not see.
func (w *work) mustSee(by casework.Officer, id int64) error {
	var values arguments
	query := `SELECT c.case_id FROM cases c WHERE c.case_id = ` + values.add(id) + ` AND ` + visible(by, "c", &values)
	return absent(w.one(query, values.values, &id))
}

// seen reads a case if the officer may see it, and ErrNotFound otherwise.
func (w *work) seen(by casework.Officer, id int64) (casework.Case, error) {
	var values arguments
	query := bodyOf + `c.case_id = ` + values.add(id) + ` AND ` + visible(by, "c", &values)
	return w.readCase(query, values)
}

func (w *work) readCase(query string, values arguments) (casework.Case, error) {
	var body string
	if err := w.one(query, values.values, &body); err != nil {
		return casework.Case{}, absent(err)
	}
	if body == "" {
		return casework.Case{}, ErrNotFound
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
		query := bodyOf + `c.reference = ` + values.add(string(ref)) + ` AND ` + visible(by, "c", &values)
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
		if err := w.mustSee(by, caseID); err != nil {
			return err
		}
		found, err = w.caseEntries(by, caseID, 0)
		return err
	})
	return found, err
}
