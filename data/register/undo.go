package register

import (
	"context"
	"time"

	"casebook/data/casework"
)

// Undo takes back the officer's own last act on a case within ten minutes
// (ruling 16). Nothing is erased: the act stays in history, and an entry after
// it gives the case the state it had before.
func (r *Register) Undo(ctx context.Context, by casework.Officer, id int64, version int) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		by, err := w.current(by)
		if err != nil {
			return casework.Result{}, err
		}
		_, c, err := w.takeCase(by, id)
		if err != nil {
			return casework.Result{}, err
		}
		if version != 0 && version != c.Version {
			return casework.Result{}, w.caseConflict(by, id, version)
		}
		back, err := w.takeBack(c)
		if err != nil {
			return casework.Result{}, err
		}
		return w.do(by, r.today(), id, version, back)
	})
}

// Undoable says what Undo would take back and until when; not ok when there
// is nothing, or it cannot be read.
func (r *Register) Undoable(ctx context.Context, by casework.Officer, id int64) (summary string, until time.Time, ok bool) {
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		c, err := w.seen(by, id)
		if err != nil {
			return err
		}
		back, err := w.takeBack(c)
		if err != nil {
			return err
		}
		summary, until = back.Summary, back.At.Add(casework.TakeBackTime)
		_, err = w.apply(c, back, by, r.today())
		return err
	})
	if err != nil {
		return "", time.Time{}, false
	}
	return summary, until, true
}

// takeBack is the act that takes a case's last act back. What was kept of the
// case before that act must be what history says it was. A backup carries it as
// it does every column; an erasure empties it.
func (w *work) takeBack(c casework.Case) (casework.TakeBack, error) {
	entries, err := w.entries(caseSubject(c.ID), c.Version-1)
	if err != nil || len(entries) != 1 {
		return casework.TakeBack{}, err
	}
	last := entries[0]
	back := casework.TakeBack{Act: last.Act, Summary: last.Summary, By: last.OfficerID, At: last.Recorded}
	var body string
	if err := w.one(`SELECT undo FROM bodies WHERE case_id = $1`, []any{c.ID}, &body); err != nil {
		return back, err
	}
	if body == "" {
		if casework.Undoable(last.Act) {
			err = &casework.Refusal{Code: "not-alone",
				Reason: "This was done to several cases at once and cannot be taken back here. Correct it with a new entry"}
		}
		return back, err
	}
	if back.Before, err = decode[casework.Case](body); err != nil {
		return back, err
	}
	if !sameChanges(casework.Diff(back.Before, c), last.Changes) {
		return back, trouble(nil, "What was kept of this case before its last act is damaged, so the act cannot be taken back. Run casebook check")
	}
	return back, nil
}

// sameChanges compares changes, whatever their order.
func sameChanges(a, b []casework.Change) bool {
	if len(a) != len(b) {
		return false
	}
	fields := map[string]casework.Change{}
	for _, c := range a {
		fields[c.Field] = c
	}
	for _, c := range b {
		if fields[c.Field] != c {
			return false
		}
	}
	return true
}
