package register

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// HolidayChange is what another list of bank holidays does to the dates there
// are already: those that move, and those that residents were told, which stay.
// Cases that are closed are not touched.
type HolidayChange struct {
	Moved    []MovedDate    // the soonest new day first
	Promised []PromisedDate // residents to write to, the soonest told day first
	Cases    int            // how many of the cases shown have a date that moves
	Seen     string         // a digest of all that would happen, for ApplyHolidays
}

// MovedDate is an open date that another list of bank holidays moves.
type MovedDate struct {
	Case      int64
	Reference casework.Reference
	Stage     int
	Act       policy.Act // what is due then
	Old, New  calendar.Date
}

// PromisedDate is a date that a letter told the resident: it stays, though it
// would be another under the new list.
type PromisedDate struct {
	Case      int64
	Reference casework.Reference
	Stage     int
	Act       policy.Act
	Name      string // whom to write to; empty: not given
	Told      calendar.Date
	Would     calendar.Date
}

// TryHolidays says what a list of the office's own additions and removals would
// do in place of the present one, and changes nothing. Cases that the officer
// may not see are absent from the lists; Seen speaks for them too, since their
// dates move as well.
func (r *Register) TryHolidays(ctx context.Context, by casework.Officer, exceptions []calendar.Exception) (HolidayChange, error) {
	var change HolidayChange
	err := r.reading(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeSettings)
		if err != nil {
			return err
		}
		change, err = w.tryHolidays(by, exceptions)
		return err
	})
	return settled(change, err)
}

// ApplyHolidays keeps a list of the office's own additions and removals and
// moves every open date, all in one transaction or not at all. seen is what
// TryHolidays gave: where something else would happen by now it refuses, so
// that nothing moves that nobody looked at.
func (r *Register) ApplyHolidays(ctx context.Context, by casework.Officer, exceptions []calendar.Exception, seen string) (HolidayChange, error) {
	var change HolidayChange
	err := r.writing(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeSettings)
		if err != nil {
			return err
		}
		h, err := w.take(settingsSubject) // before the look, so that nobody saves others meanwhile
		if err != nil {
			return err
		}
		if change, err = w.tryHolidays(by, exceptions); err != nil {
			return err
		}
		if change.Seen != seen {
			return &casework.Refusal{Code: "changed-since",
				Reason: "What these days would move has changed since you looked. Look at it again, then apply it"}
		}
		s, err := w.settings()
		if err != nil {
			return err
		}
		s.Version, s.Holidays = h.number, exceptions
		_, err = w.saveSettings(by, s)
		return err
	})
	return settled(change, err)
}

// tryHolidays reads the cases whose dates may move and says which do.
func (w *work) tryHolidays(by casework.Officer, exceptions []calendar.Exception) (HolidayChange, error) {
	was, err := w.ruled()
	if err != nil {
		return HolidayChange{}, err
	}
	s := was.settings
	s.Holidays = slices.Clone(exceptions)
	for i := range s.Holidays {
		s.Holidays[i].Name = casework.Tidy(s.Holidays[i].Name) // as it would be kept
	}
	now := w.r.rulesOf(s)
	var change HolidayChange
	sum := sha256.New()
	fmt.Fprintln(sum, was.settings.Version, now.holidays.Version(), w.r.today())
	for _, e := range s.Holidays {
		fmt.Fprintln(sum, e.Date, e.Name, e.Removed)
	}
	err = w.eachThatMayMove(was, now, func(c casework.Case) error {
		seen, moves := casework.Visible(by, c), false
		for _, d := range w.moves(c, by, was, now) {
			fmt.Fprintln(sum, c.ID, d.Stage, d.Act, d.Old, d.New, d.Promised)
			switch {
			case !seen:
			case d.Promised:
				change.Promised = append(change.Promised, PromisedDate{Case: c.ID, Reference: c.Reference, Stage: d.Stage, Act: d.Act,
					Name: c.Resident.Name, Told: d.Old, Would: d.New})
			default:
				moves = true
				change.Moved = append(change.Moved, MovedDate{Case: c.ID, Reference: c.Reference, Stage: d.Stage, Act: d.Act, Old: d.Old, New: d.New})
			}
		}
		if moves {
			change.Cases++
		}
		return nil
	})
	slices.SortStableFunc(change.Moved, func(a, b MovedDate) int { return a.New.Compare(b.New) })
	slices.SortStableFunc(change.Promised, func(a, b PromisedDate) int { return a.Told.Compare(b.Told) })
	change.Seen = hex.EncodeToString(sum.Sum(nil))
	return change, err
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

// eachThatMayMove calls f for every case that still owes something by a day
// that one of the changed days may move, the lowest number first. A date that
// is counted before the first changed day stays; the furthest that an
// extension may go lies beyond what is owed now, so the look begins that much
// earlier.
func (w *work) eachThatMayMove(was, now rules, f func(c casework.Case) error) error {
	first, any := firstChange(was.holidays, now.holidays)
	if !any {
		return nil
	}
	from := first
	for _, h := range []*calendar.Holidays{was.holidays, now.holidays} {
		if back := h.Add(first, -longestExtension(was.policies)); back.Before(from) {
			from = back
		}
	}
	var values arguments
	ids, err := w.ids(`SELECT DISTINCT d.case_id FROM duties d WHERE d.clock = 1 AND d.due >= `+values.add(from.String())+` ORDER BY d.case_id`, values)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(ids, casePage) {
		var values arguments
		var bodies []casework.Case
		query := `SELECT c.body FROM cases c WHERE c.case_id IN (` + list(chunk, &values) + `) ORDER BY c.case_id`
		if err := w.each(query, values.values, func(rows *sql.Rows) error { return scanBody(rows, &bodies) }); err != nil {
			return err
		}
		for _, c := range bodies {
			if err := f(c); err != nil {
				return err
			}
		}
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
		if !slices.ContainsFunc(casework.Moves(c, m), func(d casework.DateMove) bool { return !d.Promised }) {
			return nil
		}
		h, err := w.take(caseSubject(c.ID))
		if err != nil {
			return err
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
