package register

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"casebook/data/casework"
)

// dialect names one of the two engines.
type dialect string

const (
	sqlite   dialect = "sqlite"
	postgres dialect = "postgres"
)

// engine is an open database. On SQLite one connection writes and others read
// beside it; on PostgreSQL both are the same pool.
type engine struct {
	dialect dialect
	address string
	write   *sql.DB
	read    *sql.DB

	progress func(done, total int) // of an upgrade; may be nil
}

func openEngine(ctx context.Context, address string) (*engine, error) {
	if isServer(address) {
		return openPostgres(ctx, address, true)
	}
	return openSQLite(ctx, address)
}

// createEngine opens a place where no register is yet.
func createEngine(ctx context.Context, address string) (*engine, error) {
	if isServer(address) {
		return openPostgres(ctx, address, false)
	}
	return connectSQLite(ctx, address)
}

func (e *engine) close() error {
	if e.read == e.write {
		return e.write.Close()
	}
	return errors.Join(e.read.Close(), e.write.Close())
}

// queries is what a pool and a transaction have in common.
type queries interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// work is one transaction. Everything done in it has the same instant.
type work struct {
	ctx context.Context
	q   queries
	r   *Register
	now time.Time

	fault error // of a read made on casework's behalf

	// What this transaction has read or written already. Nobody else can have
	// changed it: a batch does not read it again for every act.
	people map[int64]casework.Officer
	made   *rules
	last   casework.Case // the case of the last act, as it became
	head   head          // of its chain

	undo bool // the act of this transaction may be taken back by itself
}

// writing runs f in one writing transaction, which is kept whole or not at
// all. It refuses when another desk has brought the register to a newer
// schema since this one opened it.
func (r *Register) writing(ctx context.Context, f func(w *work) error) error {
	return r.transaction(ctx, shared, f)
}

// ruling is writing for what changes the settings: it waits until every act
// that was decided under the old ones is kept, and lets no other begin.
func (r *Register) ruling(ctx context.Context, f func(w *work) error) error {
	return r.transaction(ctx, apart, f)
}

func (r *Register) transaction(ctx context.Context, rules sharing, f func(w *work) error) error {
	tx, err := r.engine.write.BeginTx(ctx, nil)
	if err != nil {
		return cancelled(ctx, err)
	}
	w := &work{ctx: ctx, q: tx, r: r, now: instant(r.now())}
	if err = r.engine.checkSchema(ctx, tx, rules); err == nil {
		err = f(w)
	}
	if err != nil {
		if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			err = errors.Join(err, undo)
		}
		return cancelled(ctx, err)
	}
	return plain(tx.Commit())
}

// instant is how history keeps a moment: in UTC, to the second.
func instant(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// reading runs f on one snapshot: all that it reads is of the same moment.
func (r *Register) reading(ctx context.Context, f func(w *work) error) error {
	tx, err := r.engine.read.BeginTx(ctx, r.engine.snapshot())
	if err != nil {
		return cancelled(ctx, err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written, so nothing can be lost
	return cancelled(ctx, f(&work{ctx: ctx, q: tx, r: r, now: instant(r.now())}))
}

// snapshot is how a reading transaction sees one moment. On SQLite every
// transaction does; its driver takes no other options.
func (e *engine) snapshot() *sql.TxOptions {
	if e.dialect == sqlite {
		return nil
	}
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
}

// inspect sees every statement before it runs. The tests read them there: in
// the program it does nothing.
var inspect = func(query string, args []any) {}

// exec runs a statement and passes its error on.
func (w *work) exec(query string, args ...any) error {
	inspect(query, args)
	_, err := w.q.ExecContext(w.ctx, query, args...)
	return err
}

// changeOne runs a statement that must change exactly one row.
func (w *work) changeOne(query string, args ...any) error {
	inspect(query, args)
	result, err := w.q.ExecContext(w.ctx, query, args...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("register: %d rows changed where one was expected", n)
	}
	return err
}

// one reads a single row; sql.ErrNoRows when there is none.
func (w *work) one(query string, args []any, into ...any) error {
	inspect(query, args)
	return w.q.QueryRowContext(w.ctx, query, args...).Scan(into...)
}

// each calls f for every row.
func (w *work) each(query string, args []any, f func(rows *sql.Rows) error) error {
	inspect(query, args)
	rows, err := w.q.QueryContext(w.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// next gives the next number of a counter. Its row stays taken until the
// transaction ends, so that numbers have no gaps and none comes twice.
func (w *work) next(counter string) (int64, error) {
	var n int64
	err := w.one(`INSERT INTO counters (name, value) VALUES ($1, 1)
		ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`, []any{counter}, &n)
	return n, err
}

// hold takes a counter's row until the transaction ends, without a number.
func (w *work) hold(counter string) error {
	return w.exec(`INSERT INTO counters (name, value) VALUES ($1, 0)
		ON CONFLICT (name) DO UPDATE SET value = counters.value`, counter)
}

// forUpdate takes a row until the transaction ends. A writing transaction on
// SQLite holds the whole file already.
func (w *work) forUpdate() string {
	if w.r.engine.dialect == postgres {
		return " FOR UPDATE"
	}
	return ""
}

// arguments collects the values of a statement built in pieces. Numbers are
// given in order of first appearance, because SQLite's driver binds by
// position and PostgreSQL's by number.
type arguments struct{ values []any }

// add takes a value and returns its place: "$3".
func (a *arguments) add(value any) string {
	a.values = append(a.values, value)
	return fmt.Sprintf("$%d", len(a.values))
}

// atMost ends a statement after so many rows. The number stands in its text:
// given as a value, SQLite would plan the statement anew on every run.
func atMost(rows int) string { return fmt.Sprintf(" LIMIT %d", rows) }

// ids reads a statement that gives one number a row.
func (w *work) ids(query string, values arguments) ([]int64, error) {
	var found []int64
	err := w.each(query, values.values, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		found = append(found, id)
		return err
	})
	return found, err
}
