package demo

import (
	"errors"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// errNotYet says that today has come before the next act.
var errNotYet = errors.New("demo: the day has not come")

// life is one record between its recording and today.
type life struct {
	contact
	c     casework.Case
	day   calendar.Date // the day of the last act
	ahead []event       // what will happen on days of its own
	fault error         // of an event
}

// event is an act that happens on its day, whatever else goes on.
type event struct {
	on  calendar.Date
	by  casework.Officer
	act casework.Act
	// do, where it is there, does more than one act; act is nil then.
	do func(on calendar.Date) error
}

// plan puts an act on the day on which it will happen.
func (l *life) plan(on calendar.Date, by casework.Officer, act casework.Act) {
	l.put(event{on: on, by: by, act: act})
}

// then plans something that takes more than one act.
func (l *life) then(on calendar.Date, do func(on calendar.Date) error) {
	l.put(event{on: on, do: do})
}

func (l *life) put(e event) {
	if e.on.Before(l.day) {
		e.on = l.day
	}
	at, _ := slices.BinarySearchFunc(l.ahead, e, func(a, b event) int {
		if a.on.After(b.on) {
			return 1
		}
		return -1 // those of one day in the order in which they were planned
	})
	l.ahead = slices.Insert(l.ahead, at, e)
}

// happen does what was planned up to a day.
func (l *life) happen(until calendar.Date) {
	for l.fault == nil && len(l.ahead) > 0 && !l.ahead[0].on.After(until) {
		e := l.ahead[0]
		l.ahead = l.ahead[1:]
		if e.do == nil {
			e.do = func(on calendar.Date) error { return l.act(on, e.by, e.act) }
		}
		if err := e.do(e.on); !errors.Is(err, errNotYet) {
			l.fault = err
		}
	}
}

// finish does what is still planned up to today.
func (l *life) finish() { l.happen(l.Today) }

// do does one act, after whatever happens before it.
func (l *life) do(on calendar.Date, by casework.Officer, act casework.Act) error {
	if err := l.reach(on); err != nil {
		return err
	}
	return l.act(on, by, act)
}

// reach lets everything happen up to a day, which has come.
func (l *life) reach(on calendar.Date) error {
	if on.After(l.Today) {
		return errNotYet
	}
	l.happen(on)
	return l.fault
}

// act keeps one act and remembers the case as it became.
func (l *life) act(on calendar.Date, by casework.Officer, act casework.Act) error {
	c, err := l.keep.Do(on, by, l.c.ID, act)
	if err != nil {
		return err
	}
	l.become(on, c)
	return nil
}

// become is the case after an act on a day.
func (l *life) become(on calendar.Date, c casework.Case) {
	l.c = c
	if on.After(l.day) {
		l.day = on
	}
}

// step is a day some working days after the last act; errNotYet where it has
// not come.
func (l *life) step(workingDays int) (calendar.Date, error) {
	on, come := l.later(l.day, workingDays)
	if !come {
		return on, errNotYet
	}
	return on, l.reach(on)
}

// open says whether the case still waits for an answer.
func (l *life) open() bool {
	s := l.c.Current()
	return l.c.Closed.IsZero() && l.c.Withdrawn.IsZero() && s != nil && s.Responded.IsZero()
}

// handler is the officer who has the current stage, or who looks after it.
func (l *life) handler() casework.Officer {
	if s := l.c.Current(); s != nil {
		for _, o := range l.Officers {
			if o.ID == s.Handler {
				return o
			}
		}
	}
	return l.manager
}

// counter is whoever stands at the front desk; of a confidential case, the
// manager.
func (l *life) counter() casework.Officer {
	if l.c.Confidential {
		return l.manager
	}
	return l.by
}

// colleague is an investigating officer who may still have a part in the
// current stage and does not handle it; the manager where there is nobody.
func (l *life) colleague() casework.Officer {
	first := l.rng.IntN(len(l.answer))
	for i := range l.answer {
		o := l.answer[(first+i)%len(l.answer)]
		if o.ID != l.c.Current().Handler && !l.c.Confidential && !l.c.Conflicted(o.ID) && !l.hadPart(o.ID) {
			return o
		}
	}
	return l.manager
}

// hadPart says whether an officer did anything in an earlier stage. It is
// stricter than the Code, which leaves those free who only wrote a note.
func (l *life) hadPart(officer int64) bool {
	for _, s := range l.c.Stages {
		if s.Number == l.c.StageNumber() && s.Responded.IsZero() {
			continue
		}
		if slices.Contains(s.Handlers, officer) || s.Beyond.By == officer ||
			slices.ContainsFunc(s.Covers, func(v casework.Cover) bool { return v.Officer == officer }) ||
			slices.ContainsFunc(s.Reviews, func(v casework.Review) bool { return v.By == officer }) ||
			slices.ContainsFunc(s.Extensions, func(v casework.Extension) bool { return v.By == officer }) {
			return true
		}
		for _, o := range l.c.Offers {
			if !o.Told.IsZero() && (o.ProposedBy == officer || o.ApprovedBy == officer) {
				return true
			}
		}
		for _, p := range l.c.Points {
			if p.By == officer || p.Excluded.By == officer || slices.ContainsFunc(p.Earlier, func(f casework.Finding) bool { return f.By == officer }) {
				return true
			}
		}
	}
	return false
}

// job is an invented number of a repairs job.
func (m *maker) job() string {
	const digits = "0123456789"
	b := []byte("R-DEMO-0000")
	for i := len(b) - 4; i < len(b); i++ {
		b[i] = digits[m.rng.IntN(len(digits))]
	}
	return string(b)
}
