// Package demo makes an invented housing office through the acts themselves, so
// that whatever it holds an office could have recorded: seasons, repeat
// complainants, late answers, refusals, hazards, cases before an ombudsman, both
// policies when the dates reach back. Nobody
// in it exists. Telephone numbers come from the ranges kept for drama, e-mail
// addresses from example.org, and streets and names from lists of its own.
package demo

import (
	"context"
	"fmt"
	"math/rand/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Keeper is where a demonstration office is kept: one batch of a register.
type Keeper interface {
	// Record keeps a new contact on a day.
	Record(on calendar.Date, by casework.Officer, act casework.Recording) (casework.Case, error)
	// Do keeps one act on a case on a day.
	Do(on calendar.Date, by casework.Officer, id int64, act casework.Act) (casework.Case, error)
	// RecordFrom keeps a contact that came from an earlier one; both get their
	// end of the link.
	RecordFrom(on calendar.Date, by casework.Officer, act casework.Record, from casework.Case, kind casework.LinkKind) (casework.Case, error)
	// Letter makes and keeps a real letter for a case on a day; the case comes
	// back with the letter on it. About is the number of what it tells of; 0
	// leaves that to the letter.
	Letter(on calendar.Date, by casework.Officer, c casework.Case, kind casework.LetterKind, about int) (casework.Case, error)
	// Evidence keeps a file with a case.
	Evidence(on calendar.Date, by casework.Officer, id int64, act casework.AddEvidence, content []byte) (casework.Case, error)
}

// Plan is what to make.
type Plan struct {
	Cases    int
	Seed     uint64
	Today    calendar.Date
	Policies *policy.Set
	Holidays *calendar.Holidays
	Officers []casework.Officer // as kept: a front desk, investigators and a manager
	Homes    []casework.HousingRow
	LastReal int // how many of the last cases get real letters; most others' are recorded as sent elsewhere
	// Batch keeps what do does, wholly or not at all.
	Batch    func(do func(Keeper) error) error
	Progress func(done, total int) // may be nil
}

// batchSize is how many cases are kept at once: large enough to be quick, small
// enough to stop soon and to keep the register's log short.
const batchSize = 250

// fewestYears is how far back the smallest office reaches: far enough for
// eight quarters and, with today's date, for both policies.
const fewestYears = 3

// mostYears keeps the largest office within the calendar's bank holidays as
// published.
const mostYears = 7

// casesPerYear is about what an office with twelve thousand homes records.
const casesPerYear = 800

// Make records the whole plan, oldest first. It stops between two cases when
// ctx ends. The same plan makes the same office.
func Make(ctx context.Context, p Plan) error {
	if p.Cases < 1 || len(p.Homes) == 0 {
		return fmt.Errorf("a demonstration office needs at least one case and one home")
	}
	m := &maker{Plan: p, rng: rand.New(rand.NewPCG(p.Seed, 1)), taken: make([]int, len(turns))}
	if err := m.sortOfficers(); err != nil {
		return err
	}
	days := m.days()
	for from := 0; from < len(days); from += batchSize {
		if err := ctx.Err(); err != nil {
			return err
		}
		to := min(from+batchSize, len(days))
		err := p.Batch(func(k Keeper) error {
			m.keep = k
			for i := from; i < to; i++ {
				if err := m.oneCase(i, days[i]); err != nil {
					return fmt.Errorf("case %d of %d on %s: %w", i+1, p.Cases, days[i], err)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		if p.Progress != nil {
			p.Progress(to, len(days))
		}
	}
	return nil
}

// maker is one making of an office.
type maker struct {
	Plan
	keep     Keeper // the batch under way
	rng      *rand.Rand
	desk     []casework.Officer
	answer   []casework.Officer
	manager  casework.Officer
	repeat   []casework.HousingRow // who has complained before
	gone     []earlier             // who asked or would not complain, and may come back
	made     int                   // cases so far
	taken    []int                 // how often each turn was taken
	answered []reply               // the cases that were answered and closed
}

func (m *maker) sortOfficers() error {
	for _, o := range m.Officers {
		switch o.Role {
		case casework.FrontDesk:
			m.desk = append(m.desk, o)
		case casework.Investigator:
			m.answer = append(m.answer, o)
		case casework.Manager:
			m.manager = o
		}
	}
	if len(m.desk) == 0 || len(m.answer) < 2 || m.manager.ID == 0 {
		return fmt.Errorf("a demonstration office needs a front desk, two investigating officers and a complaints manager")
	}
	return nil
}

// monthly is how busy each month is, January first: heating and damp fill the
// winter, grass and noise the summer.
var monthly = [12]int{12, 11, 9, 7, 7, 8, 8, 7, 8, 10, 12, 9}

// recentDays and recentShare put one case in five of a small office into its
// last three weeks, so that its Today has something of everything.
const (
	recentDays  = 21
	recentShare = 5
)

// days draws the day of receipt of every case, in order. Few arrive at a
// weekend; the last ones arrive today.
func (m *maker) days() []calendar.Date {
	years := min(mostYears, max(fewestYears, m.Cases/casesPerYear))
	first := m.Today.AddMonths(-12 * years)
	span := first.DaysUntil(m.Today)
	counts := make([]int, span+1)
	left := m.Cases
	if m.Cases <= fewestYears*casesPerYear {
		for range m.Cases / recentShare {
			counts[span-m.rng.IntN(recentDays)]++
			left--
		}
	}
	for left > 0 {
		at := m.rng.IntN(span + 1)
		d := first.AddDays(at)
		// A little growth over the years, a season, a week with a weekend.
		weight := monthly[int(d.Month())-1] * (span + at)
		if !m.Holidays.IsWorking(d) {
			weight /= 12
		}
		if m.rng.IntN(12*2*span) < weight {
			counts[at]++
			left--
		}
	}
	days := make([]calendar.Date, 0, m.Cases)
	for at, n := range counts {
		for range n {
			days = append(days, first.AddDays(at))
		}
	}
	return days
}

// pick draws one of a list.
func pick[T any](m *maker, list []T) T { return list[m.rng.IntN(len(list))] }

// chance is true so many times in a hundred.
func (m *maker) chance(percent int) bool { return m.rng.IntN(100) < percent }

// later is a day some working days on, or the last that has come.
func (m *maker) later(from calendar.Date, workingDays int) (calendar.Date, bool) {
	d := m.Holidays.Add(from, workingDays)
	return d, !d.After(m.Today)
}
