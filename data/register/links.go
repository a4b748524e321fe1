package register

import (
	"context"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// RecordLinked records a contact that comes from a case: a service request
// became this complaint (casework.CameFrom), new matters were raised in it
// (RaisedIn), it happened again (Repeat). kind is what the earlier case is to
// the new one. Both get their end of the link in one transaction (Code 1.5,
// 6.8). What comes from a confidential case is confidential to the same
// officers, until a manager says otherwise.
func (r *Register) RecordLinked(ctx context.Context, by casework.Officer, act casework.Record, from int64, kind casework.LinkKind) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		return w.recordLinked(by, r.today(), act, from, kind)
	})
}

func (w *work) recordLinked(by casework.Officer, today calendar.Date, act casework.Recording, from int64, kind casework.LinkKind) (casework.Result, error) {
	by, err := w.current(by)
	if err != nil {
		return casework.Result{}, err
	}
	_, other, err := w.takeCase(by, from)
	if err != nil {
		return casework.Result{}, err
	}
	common := act.Common()
	common.From = casework.Link{Case: from, Reference: other.Reference, Kind: kind}
	out, err := w.recordLike(by, today, act.WithCommon(common), other)
	if err != nil || out.Act == "" { // a draft that was recorded, and linked, before
		return out, err
	}
	_, err = w.do(by, today, from, 0, casework.LinkTo{Case: out.Case.ID, Reference: out.Case.Reference, Kind: casework.Opposite(kind)})
	return out, err
}

// protectLike gives a case that was just decided the protection of the one it
// comes from.
func (w *work) protectLike(out *casework.Result, other casework.Case) error {
	if other.ID == 0 {
		return nil
	}
	c := &out.Case
	c.Confidential, c.Access, c.Barred = other.Confidential, slices.Clone(other.Access), slices.Clone(other.Barred)
	if handler := c.HandledBy(); handler != 0 {
		o, _, err := w.officer(handler)
		if err != nil {
			return err
		}
		if !casework.Visible(o, *c) && (c.Confidential || len(c.Barred) > 0) {
			return &casework.Refusal{Code: "not-theirs", Field: "handler",
				Reason: "This officer may not see the case that it comes from. Choose somebody who may"}
		}
	}
	out.Changes = casework.Diff(casework.Case{}, *c)
	return nil
}

// Link joins two cases in one transaction; kind is what other is to one. A
// case gets its end of the link only where everybody who sees the case may also
// see the one it names: a link to a confidential case is kept on the
// confidential case alone. The result is that of one, without an act where
// only other got its end.
func (r *Register) Link(ctx context.Context, by casework.Officer, one, other int64, kind casework.LinkKind) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) { return w.link(by, r.today(), one, other, kind) })
}

func (w *work) link(by casework.Officer, today calendar.Date, one, other int64, kind casework.LinkKind) (casework.Result, error) {
	a, b, err := w.takeTwo(by, one, other)
	if err != nil {
		return casework.Result{}, err
	}
	onA, onB := mayName(a, b), mayName(b, a)
	if !onA && !onB {
		return casework.Result{}, &casework.Refusal{Code: "confidential", Field: "case",
			Reason: "Each of these cases is kept from officers who see the other, so neither may name the other"}
	}
	out := casework.Result{Case: a}
	if onB {
		if _, err := w.do(by, today, other, 0, casework.LinkTo{Case: one, Reference: a.Reference, Kind: casework.Opposite(kind)}); err != nil {
			return out, err
		}
	}
	if onA {
		out, err = w.do(by, today, one, 0, casework.LinkTo{Case: other, Reference: b.Reference, Kind: kind})
	}
	return out, err
}

// Unlink takes a link between two cases away, at both its ends. The result is
// that of one, without an act where only other had its end.
func (r *Register) Unlink(ctx context.Context, by casework.Officer, one, other int64, why string) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		a, b, err := w.takeTwo(by, one, other)
		if err != nil {
			return casework.Result{}, err
		}
		out := casework.Result{Case: a}
		onA, onB := endTo(a, other).ID, endTo(b, one).ID
		if onA == 0 && onB == 0 {
			return out, &casework.Refusal{Code: "no-link", Reason: "These two cases are not linked"}
		}
		if onB != 0 {
			if _, err := w.do(by, r.today(), other, 0, casework.Unlink{Link: onB, Why: why}); err != nil {
				return out, err
			}
		}
		if onA != 0 {
			out, err = w.do(by, r.today(), one, 0, casework.Unlink{Link: onA, Why: why})
		}
		return out, err
	})
}

// takeTwo takes the chains of two cases, always in the same order, so that two
// desks do not wait for each other, and reads both cases.
func (w *work) takeTwo(by casework.Officer, one, other int64) (a, b casework.Case, err error) {
	if by, err = w.current(by); err != nil {
		return a, b, err
	}
	for _, id := range []int64{min(one, other), max(one, other)} {
		if _, err := w.take(caseSubject(id)); err != nil {
			return a, b, err
		}
	}
	if a, err = w.seen(by, one); err != nil {
		return a, b, err
	}
	b, err = w.seen(by, other)
	return a, b, err
}

// endTo is a case's end of its link to another; the zero Link when there is
// none.
func endTo(c casework.Case, other int64) casework.Link {
	for _, l := range c.Links {
		if l.Case == other {
			return l
		}
	}
	return casework.Link{}
}

// mayName says whether a case may name another: whether all who see the one by
// being named on it, or for want of being barred, may also see the other.
// Offices are not asked: a case of another office is dropped when it is read.
func mayName(c, other casework.Case) bool {
	sees := func(officer int64) bool {
		return !slices.Contains(c.Barred, officer) && (!c.Confidential || slices.Contains(c.Access, officer))
	}
	if slices.ContainsFunc(other.Barred, sees) {
		return false
	}
	return !other.Confidential || c.Confidential && !slices.ContainsFunc(c.Access, func(officer int64) bool {
		return sees(officer) && !slices.Contains(other.Access, officer)
	})
}
