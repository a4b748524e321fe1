package register

import (
	"context"
	"errors"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Batch does many acts in one transaction, each decided and kept as it would
// be alone. Demonstration offices and imports use it. An act that is refused
// leaves nothing of itself behind, and the batch may go on with the next.
type Batch struct {
	w  *work
	by casework.Officer
}

// Batch runs f in one transaction: when f returns an error nothing is kept.
func (r *Register) Batch(ctx context.Context, by casework.Officer, f func(b *Batch) error) error {
	return r.writing(ctx, func(w *work) error {
		if _, err := w.current(by); err != nil {
			return err
		}
		return f(&Batch{w: w, by: by})
	})
}

// Record puts a contact in the register as of a day.
func (b *Batch) Record(today calendar.Date, act casework.Recording) (casework.Result, error) {
	return b.RecordAs(b.by, today, act)
}

// RecordAs is Record by another officer.
func (b *Batch) RecordAs(by casework.Officer, today calendar.Date, act casework.Recording) (casework.Result, error) {
	return b.step(func() (casework.Result, error) { return b.w.record(by, today, act) })
}

// Do does an act on a case as of a day.
func (b *Batch) Do(today calendar.Date, id int64, act casework.Act) (casework.Result, error) {
	return b.DoAs(b.by, today, id, act)
}

// DoAs is Do by another officer.
func (b *Batch) DoAs(by casework.Officer, today calendar.Date, id int64, act casework.Act) (casework.Result, error) {
	if err := alone(act); err != nil {
		return casework.Result{}, err
	}
	return b.step(func() (casework.Result, error) { return b.w.do(by, today, id, 0, act) })
}

// RecordLinked is the verb RecordLinked by an officer, as of a day.
func (b *Batch) RecordLinked(by casework.Officer, today calendar.Date, act casework.Recording, from int64, kind casework.LinkKind) (casework.Result, error) {
	return b.step(func() (casework.Result, error) { return b.w.recordLinked(by, today, act, from, kind) })
}

// Link is the verb Link by an officer, as of a day.
func (b *Batch) Link(by casework.Officer, today calendar.Date, one, other int64, kind casework.LinkKind) (casework.Result, error) {
	return b.step(func() (casework.Result, error) { return b.w.link(by, today, one, other, kind) })
}

// KeepDocument keeps a letter's bytes and returns their SHA-256, to be named
// in the act that makes the letter.
func (b *Batch) KeepDocument(content []byte) (string, error) { return b.w.keepDocument(content) }

// step does one act, wholly or not at all, at the instant of the register's
// clock, which a demonstration office moves from day to day.
func (b *Batch) step(act func() (casework.Result, error)) (casework.Result, error) {
	b.w.now = instant(b.w.r.now())
	if err := b.w.exec(`SAVEPOINT act`); err != nil {
		return casework.Result{}, err
	}
	out, err := act()
	if err == nil {
		return out, b.w.exec(`RELEASE SAVEPOINT act`)
	}
	b.w.last, b.w.fault = casework.Case{}, nil
	return casework.Result{}, errors.Join(err, b.w.exec(`ROLLBACK TO SAVEPOINT act`))
}
