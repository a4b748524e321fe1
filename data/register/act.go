package register

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Do decides one act on a case and keeps what becomes of it, in one
// transaction. version is the version that the officer had before their eyes;
// 0 means whatever it is now. A *Conflict says who changed what since, a
// *casework.Refusal why the act may not happen, ErrNotFound that the officer
// sees no such case.
func (r *Register) Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error) {
	if err := alone(act); err != nil {
		return casework.Result{}, err
	}
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		w.undo = true
		return w.do(by, r.today(), id, version, act)
	})
}

// Record puts a new contact in the register and gives it its number and its
// reference. A draft that was recorded before, by a desk that stopped before
// it could forget the draft, returns the case it became.
func (r *Register) Record(ctx context.Context, by casework.Officer, act casework.Record) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) { return w.record(by, r.today(), act) })
}

// RecordPromised is Record for a petition, an insurance claim or a fixed
// payment; from is the case that it comes from, or 0, and kind what that case is
// to the new one, as for RecordLinked.
func (r *Register) RecordPromised(ctx context.Context, by casework.Officer, act casework.Recording, from int64, kind casework.LinkKind) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		if from != 0 {
			return w.recordLinked(by, r.today(), act, from, kind)
		}
		return w.record(by, r.today(), act)
	})
}

// acting does what f does in one transaction, and drops from the case that
// comes out what the officer may not see.
func (r *Register) acting(ctx context.Context, by casework.Officer, f func(w *work) (casework.Result, error)) (casework.Result, error) {
	var out casework.Result
	err := r.writing(ctx, func(w *work) error {
		var err error
		if out, err = f(w); err != nil {
			return err
		}
		return w.dropLinks(by, &out.Case)
	})
	return settled(out, err)
}

// verbs are the acts that are part of something larger, each with the verb
// that does all of it.
var verbs = map[casework.ActName]string{
	casework.ActRecord: "Record", casework.ActRecordPetition: "RecordPromised", casework.ActRecordClaim: "RecordPromised",
	casework.ActRecordFixed: "RecordPromised", casework.ActLink: "Link", casework.ActUnlink: "Unlink",
	casework.ActSamePerson: "MergeResidents", casework.ActTakeBack: "Undo",
}

// alone refuses an act that may not be done by itself.
func alone(act casework.Act) error {
	if verb := verbs[act.Name()]; verb != "" {
		return fmt.Errorf("register: %q is not done by itself; use the verb %s", act.Name(), verb)
	}
	return nil
}

// settled gives nothing with an error: what was decided was not kept.
func settled[T any](value T, err error) (T, error) {
	if err != nil {
		var nothing T
		return nothing, err
	}
	return value, nil
}

func (w *work) do(by casework.Officer, today calendar.Date, id int64, version int, act casework.Act) (casework.Result, error) {
	by, err := w.current(by)
	if err != nil {
		return casework.Result{}, err
	}
	h, before, err := w.takeCase(by, id)
	if err != nil {
		return casework.Result{}, err
	}
	if version != 0 && version != h.number {
		return casework.Result{}, w.caseConflict(by, id, version)
	}
	out, err := w.apply(before, act, by, today)
	if err != nil {
		return out, err
	}
	out.Case.Version, err = w.append(h, caseEvent(out, by))
	if err != nil {
		return out, err
	}
	undo := `''`
	if w.undo && casework.Undoable(out.Act) {
		undo = `body`
	}
	if err := w.keepCase(out.Case, w.replaceCase(before, out.Case, undo)); err != nil {
		return out, err
	}
	return out, w.relink(by, before, &out.Case)
}

// takeCase takes a case's chain and reads the case, unless the act before in
// this transaction left it here.
func (w *work) takeCase(by casework.Officer, id int64) (head, casework.Case, error) {
	if w.last.ID == id && casework.Visible(by, w.last) {
		return w.head, w.last, nil
	}
	h, err := w.take(caseSubject(id))
	if err != nil {
		return head{}, casework.Case{}, err
	}
	c, err := w.seen(by, id)
	return h, c, err
}

// keepCase remembers a case that was written for the next act on it.
func (w *work) keepCase(c casework.Case, err error) error {
	if err != nil {
		return err
	}
	w.last = c
	return nil
}

// apply lets casework decide, and passes on what went wrong in a read that was
// made for it.
func (w *work) apply(before casework.Case, act casework.Act, by casework.Officer, today calendar.Date) (casework.Result, error) {
	m, err := w.moment(by, today)
	if err != nil {
		return casework.Result{}, err
	}
	out, err := casework.Apply(before, act, m)
	if w.fault != nil {
		return out, w.fault
	}
	return out, err
}

func (w *work) record(by casework.Officer, today calendar.Date, act casework.Recording) (casework.Result, error) {
	return w.recordLike(by, today, act, casework.Case{})
}

// recordLike records a case that is seen by whoever sees another one.
func (w *work) recordLike(by casework.Officer, today calendar.Date, recording casework.Recording, other casework.Case) (casework.Result, error) {
	by, err := w.current(by)
	if err != nil {
		return casework.Result{}, err
	}
	act := recording.Common()
	if act.Office == 0 {
		act.Office = by.Office
	}
	if _, err := w.office(act.Office); err != nil {
		return casework.Result{}, fmt.Errorf("register: office %d: %w", act.Office, err)
	}
	if known, err := w.recorded(by, act.Draft); err != nil || known.ID != 0 {
		return casework.Result{Case: known}, err
	}
	if act.ResidentID, err = w.samePerson(act.ResidentID); err != nil {
		return casework.Result{}, err
	}
	if act.ID, err = w.next(caseCounter); err != nil {
		return casework.Result{}, err
	}
	year := today.Year()
	number, err := w.next(fmt.Sprintf("reference %s %d", recording.Kind(), year))
	if err != nil {
		return casework.Result{}, err
	}
	act.Reference = casework.NewReference(recording.Kind(), year, int(number))
	out, err := w.apply(casework.Case{}, recording.WithCommon(act), by, today)
	if err != nil {
		return out, err
	}
	if err := w.protectLike(&out, other); err != nil {
		return out, err
	}
	if out.Case.Version, err = w.append(head{}, caseEvent(out, by)); err != nil {
		return out, err
	}
	return out, w.keepCase(out.Case, w.insertCase(out.Case))
}

// caseCounter numbers the cases.
const caseCounter = "case"

// recorded is the case that a desk's draft became already, or the zero Case.
// The counter's row is taken first, so that two desks that send one draft come
// here one after the other.
func (w *work) recorded(by casework.Officer, draft string) (casework.Case, error) {
	if draft == "" {
		return casework.Case{}, nil
	}
	if err := w.hold(caseCounter); err != nil {
		return casework.Case{}, err
	}
	var id int64
	err := w.one(`SELECT case_id FROM cases WHERE draft = $1 AND draft <> ''`, []any{draft}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return casework.Case{}, nil
	}
	if err != nil {
		return casework.Case{}, err
	}
	return w.seen(by, id)
}

func caseEvent(out casework.Result, by casework.Officer) event {
	return event{subject: caseSubject(out.Case.ID), act: out.Act, by: by.ID,
		happened: out.Happened, summary: out.Summary, changes: out.Changes}
}
