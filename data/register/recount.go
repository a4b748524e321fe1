package register

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// wasAndNow are the rules as they are and as they would be with another list.
func (w *work) wasAndNow(exceptions []calendar.Exception) (was, now rules, err error) {
	if was, err = w.ruled(); err != nil {
		return was, now, err
	}
	s := was.settings
	s.Holidays = slices.Clone(exceptions)
	for i := range s.Holidays {
		s.Holidays[i].Name = casework.Tidy(s.Holidays[i].Name) // as it would be kept
	}
	return was, w.r.rulesOf(s), nil
}

// moves are the dates of a case that the change of the list moves, and those
// that were promised and would be others by it. One that differed already was
// for the change before to tell.
func (w *work) moves(c casework.Case, by casework.Officer, was, now rules) []casework.DateMove {
	before := casework.Moves(c, w.recounting(by, was))
	return slices.DeleteFunc(casework.Moves(c, w.recounting(by, now)), func(d casework.DateMove) bool {
		return d.Promised && slices.Contains(before, d)
	})
}

// recounting is the world of an act that counts dates again.
func (w *work) recounting(by casework.Officer, now rules) casework.Moment {
	return casework.Moment{Today: w.r.today(), Now: w.now, By: by, Policies: now.policies, Holidays: now.holidays, Settings: now.settings,
		Officer: func(id int64) (casework.Officer, bool) { return casework.Officer{}, false }}
}

// movable are the cases that still owe something by a day that one of the
// changed days may move, in order. A date that is counted before the first
// changed day stays; the furthest that an extension may go lies beyond what is
// owed now, so the look begins that much earlier.
func (w *work) movable(was, now rules) ([]int64, error) {
	first, any := firstChange(was.holidays, now.holidays)
	if !any {
		return nil, nil
	}
	from := first
	for _, h := range []*calendar.Holidays{was.holidays, now.holidays} {
		if back := h.Add(first, -longestExtension(was.policies)); back.Before(from) {
			from = back
		}
	}
	var values arguments
	query := `SELECT DISTINCT d.case_id FROM duties d WHERE d.clock = 1 AND d.due >= ` + values.add(from.String()) + ` ORDER BY d.case_id`
	return w.ids(query, values)
}

// eachThatMayMove calls f for every movable case, the lowest number first.
func (w *work) eachThatMayMove(was, now rules, f func(c casework.Case) error) error {
	ids, err := w.movable(was, now)
	if err != nil {
		return err
	}
	if err := w.eachOf(ids, f); err != nil {
		return err
	}
	return w.ctx.Err()
}

// longestExtension is the most working days by which any policy lets an answer
// be extended.
func longestExtension(policies *policy.Set) int {
	longest := 0
	for _, p := range policies.Policies() {
		for stage := 1; p.CheckStage(stage) == nil; stage++ {
			rule, _ := p.Stage(stage)
			if clock, ok := p.Clock(rule.Extended); ok {
				longest = max(longest, clock.Days)
			}
		}
	}
	return longest
}

// firstChange is the first day that is a working day under one list and not
// under the other.
func firstChange(was, now *calendar.Holidays) (calendar.Date, bool) {
	var first calendar.Date
	for _, e := range append(was.Exceptions(), now.Exceptions()...) {
		if was.IsWorking(e.Date) != now.IsWorking(e.Date) && (first.IsZero() || e.Date.Before(first)) {
			first = e.Date
		}
	}
	return first, !first.IsZero()
}

// recount moves the dates of every case that the change of the list moves, in
// the transaction in which the list is kept.
func (w *work) recount(by casework.Officer, was, now rules) error {
	m := w.recounting(by, now)
	return w.eachThatMayMove(was, now, func(c casework.Case) error {
		h, err := w.take(caseSubject(c.ID))
		if err != nil {
			return err
		}
		if c, err = w.anyCase(c.ID); err != nil { // again, now that nobody else can change it
			return err
		}
		if !slices.ContainsFunc(casework.Moves(c, m), func(d casework.DateMove) bool { return !d.Promised }) {
			return nil
		}
		out, err := recounted(c, m)
		if err != nil {
			return err
		}
		if out.Case.Version, err = w.append(h, caseEvent(out, by)); err != nil {
			return err
		}
		return w.updateCase(c, out.Case)
	})
}

// recounted counts one case again. The law's days hold for every case of the
// landlord, also those that the officer who changed the list may not see: the
// act is done without showing them, and they are as closed as before.
func recounted(c casework.Case, m casework.Moment) (casework.Result, error) {
	open := c
	open.Confidential, open.Barred = false, nil
	m.By.AllOffices = true
	out, err := casework.Apply(open, casework.Recount{}, m)
	out.Case.Confidential, out.Case.Barred = c.Confidential, c.Barred
	return out, err
}
