package register

import (
	"context"
	"crypto/sha256"
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
// that nothing moves that nobody looked at. No other desk keeps anything
// meanwhile, so what is looked at is what is done.
func (r *Register) ApplyHolidays(ctx context.Context, by casework.Officer, exceptions []calendar.Exception, seen string) (HolidayChange, error) {
	var change HolidayChange
	err := r.ruling(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeSettings)
		if err != nil {
			return err
		}
		h, err := w.take(settingsSubject)
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
	was, now, err := w.wasAndNow(exceptions)
	if err != nil {
		return HolidayChange{}, err
	}
	var change HolidayChange
	sum := sha256.New()
	fmt.Fprintln(sum, was.settings.Version, now.holidays.Version(), w.r.today())
	for _, e := range now.settings.Holidays {
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
