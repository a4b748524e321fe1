package register

import (
	"context"
	"database/sql"

	"casebook/data/casework"

	"github.com/pressly/goose/v3"
)

// projections are the numbers of the schema at which every case is projected
// again, because what is kept beside its body is different from there on. Only
// the last one works: it does what those before it did, with today's columns.
// A migration that changes those columns is followed by a new number here.
var projections = []int64{5, 8, 10, 12, 13, 15, 17, 18}

// steps are the projections among the migrations, each in the transaction in
// which its number is kept: a register is either projected or not.
func (e *engine) steps() []*goose.Migration {
	last := len(projections) - 1
	all := make([]*goose.Migration, len(projections))
	for i, number := range projections {
		all[i] = goose.NewGoMigration(number, nil, nil)
		if i == last {
			all[i] = goose.NewGoMigration(number, &goose.GoFunc{RunTx: e.projectAll}, nil)
		}
	}
	return all
}

// projectAll brings every row beside the cases to what their bodies project,
// and leaves alone what is so already. A body that cannot be read keeps its
// rows: Check tells of it, and nobody is locked out of the others.
func (e *engine) projectAll(ctx context.Context, tx *sql.Tx) error {
	w := &work{ctx: ctx, q: tx}
	c := newChecker(w, &Report{}, e.progress)
	if err := w.one(`SELECT count(*) FROM cases`, nil, &c.total); err != nil {
		return err
	}
	last := int64(0)
	return pages(c, casePage, func(values *arguments) string { return caseRowsAfter(last, values) }, scanCaseRow, func(page []caseRow) error {
		b, err := w.besides(last, page[len(page)-1].id)
		if err != nil {
			return err
		}
		for _, row := range page {
			last = row.id
			k, err := decode[casework.Case](row.body)
			if err != nil {
				continue
			}
			if err := w.projectAgain(row, k, b); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
}

// projectAgain writes a case's rows again where they differ from what its body
// projects.
func (w *work) projectAgain(row caseRow, k casework.Case, b beside) error {
	p, err := project(k)
	if err != nil || len(p.differs(row, k, b)) == 0 {
		return err
	}
	if err := w.setColumns(row.id, nil, p.columns); err != nil {
		return err
	}
	for _, table := range besideTables {
		if table.name == "words" {
			continue // few of many differ: they are brought from the old list to the new one
		}
		if err := w.exec(`DELETE FROM `+table.name+` WHERE case_id = $1`, row.id); err != nil {
			return err
		}
	}
	return w.writeBeside(k, projection{words: b["words"][row.id]}, p)
}
