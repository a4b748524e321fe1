package register

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
)

// transfer copies the whole register into an empty one, and verifies that the
// other holds the same: as many rows in every table, the same seal, every chain
// whole and true to its rows, every document. file is whichever of the two is
// SQLite. reopen, when given, opens the other again from the disk before it is
// verified. The register is read in one transaction, so that all of it is of
// the same moment while other desks go on working.
func (r *Register) transfer(ctx context.Context, file, to *engine, reopen func() (*engine, error), progress func(done, total int)) (Report, error) {
	tables, err := tablesOf(ctx, file.read)
	if err != nil {
		return Report{}, err
	}
	var report Report
	err = r.reading(ctx, func(w *work) error {
		rows, err := w.countRows(tables)
		if err != nil {
			return err
		}
		p := &twofold{progress: progress, rows: rows}
		if err := w.copyInto(to, tables, p.copied); err != nil {
			return err
		}
		if reopen != nil {
			if err := to.close(); err != nil {
				return err
			}
			if to, err = reopen(); err != nil {
				return err
			}
			defer to.close() //nolint:errcheck // it only reads
		}
		if err := sameContent(ctx, w.q, to.read, tables); err != nil {
			return err
		}
		report, err = r.verify(ctx, to, p.verified)
		return err
	})
	return report, err
}

func (w *work) countRows(tables []string) (total int, err error) {
	for _, table := range tables {
		var n int
		if err := w.one(`SELECT count(*) FROM `+table, nil, &n); err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

// copyInto writes every row into an empty register, in one transaction there.
func (w *work) copyInto(to *engine, tables []string, copied func(rows int)) error {
	tx, err := to.write.BeginTx(w.ctx, nil)
	if err != nil {
		return err
	}
	for _, table := range tables {
		if err := copyTable(w.ctx, w.q, tx, table, copied); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	return tx.Commit()
}

// verify checks a copy's file, history and documents. What is projected from
// its cases is as good as in the register, since every row is the same.
func (r *Register) verify(ctx context.Context, copied *engine, progress func(done int)) (Report, error) {
	other := &Register{engine: copied, now: r.now, today: r.today, random: r.random, shipped: r.shipped}
	var report Report
	err := other.reading(ctx, func(w *work) error {
		c := newChecker(w, &report, func(done, _ int) { progress(done) })
		if err := c.count(); err != nil {
			return err
		}
		return c.all(c.structure, c.locks, c.chains, c.seals, c.documents)
	})
	if err == nil && len(report.Problems) > 0 {
		err = errors.New(report.Problems[0].First)
	}
	return report, err
}

// unverified says that a copy is not the same as its register. A cancelled one
// and one that the disk refused have sentences of their own.
func unverified(ctx context.Context, err error) error {
	var said *Trouble
	if err == nil || ctx.Err() != nil {
		return cancelled(ctx, err)
	}
	if err = plain(err); errors.As(err, &said) {
		return err
	}
	return trouble(err, "The copy was not kept, because it could not be verified: %v. Run casebook check", err)
}

// twofold tells the progress of a copy that is made and then read again, as
// one way from 0 to twice its rows.
type twofold struct {
	progress func(done, total int)
	rows     int
	done     int
}

func (t *twofold) copied(rows int) { t.tell(t.done + rows) }

func (t *twofold) verified(done int) { t.tell(max(t.done, min(t.rows+done, 2*t.rows))) }

func (t *twofold) tell(done int) {
	if t.done = done; t.progress != nil {
		t.progress(done, 2*t.rows)
	}
}

// newCopy makes an empty register in a file that nobody else knows of yet. It
// keeps no journal: until it is whole, verified and on the disk it counts for
// nothing.
func newCopy(ctx context.Context, path string) (*engine, error) {
	pool, err := openPool(ctx, path, url.Values{"_journal_mode": {"OFF"}, "_synchronous": {"OFF"}, "_foreign_keys": {"off"}}, 1)
	if err != nil {
		return nil, err
	}
	e := &engine{dialect: sqlite, address: path, write: pool, read: pool}
	if err := e.fill(ctx); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

// fill gives an empty database the newest schema.
func (e *engine) fill(ctx context.Context) error {
	m, err := e.migrator(migrations())
	if err != nil {
		return err
	}
	_, err = m.Up(ctx)
	return cancelled(ctx, err)
}

// openCopy opens a finished file to read it. immutable keeps SQLite from making
// its side files, which a folder on a network may not bear.
func openCopy(ctx context.Context, path string) (*engine, error) {
	pool, err := openPool(ctx, path, url.Values{"mode": {"ro"}, "immutable": {"1"}}, 1)
	if err != nil {
		return nil, err
	}
	return &engine{dialect: sqlite, address: path, write: pool, read: pool}, nil
}

// flush brings a finished file and its name to the disk.
func flush(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return err
	}
	return flushFolder(filepath.Dir(path))
}
