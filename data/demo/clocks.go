package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// reasons for an extension, as the resident is told them.
var reasons = []string{
	"We are waiting for the survey of the wall.", "The officer who made the visit is away and we want to hear from them.",
	"The contractor has to look for its records of last winter.",
}

// extend sometimes moves the date, told in time and with its letter; now and
// then a second time (ruling 8).
func (l *life) extend() error {
	s := l.c.Current()
	if s.Latest.Act == "" || !s.Beyond.Expected.IsZero() || !l.chance(14) {
		return nil
	}
	days := 2 + l.rng.IntN(6)
	if err := l.extendTo(days); err != nil {
		return err
	}
	if len(l.c.Current().Extensions) > 0 && l.chance(25) {
		return l.extendTo(days + 2 + l.rng.IntN(2))
	}
	return nil
}

// extendTo moves the date to so many working days after the first, a few days
// before the date that stands.
func (l *life) extendTo(days int) error {
	told := l.Holidays.Add(l.c.Current().Due().Due, -l.rng.IntN(3))
	if told.Before(l.day) {
		return nil // it is too late by now, and the answer is late
	}
	if err := l.do(told, l.handler(), casework.Extend{Days: days, Reason: pick(l.maker, reasons)}); err != nil {
		return err
	}
	return l.send(told, l.handler(), casework.ExtensionNotice)
}

// beyond is an answer that will come later than any extension allows, with
// updates on days agreed with the resident (Code 5.9).
func (l *life) beyond() error {
	s := l.c.Current()
	if s.Latest.Act == "" {
		return nil
	}
	if err := l.extendTo(10); err != nil {
		return err
	}
	on := l.Holidays.Add(l.c.Current().Due().Due, -1)
	if on.Before(l.day) {
		return nil
	}
	first := l.Holidays.Add(on, 5)
	second := l.Holidays.Add(first, 5)
	if err := l.do(on, l.manager, casework.AgreeUpdates{Days: []calendar.Date{first, second}, Expected: l.Holidays.Add(second, 5),
		Reason: "The wall has to dry before the damage behind it can be seen."}); err != nil {
		return err
	}
	for range 2 {
		next, _ := l.c.Current().NextUpdate()
		if err := l.sendAbout(next.Due, l.handler(), casework.HoldingUpdate, next.ID); err != nil {
			return err
		}
	}
	return nil
}

// withdraw has the resident withdraw, with the letter that confirms it.
func (l *life) withdraw() (over bool, err error) {
	on, err := l.step(1 + l.rng.IntN(2))
	if err != nil {
		return false, err
	}
	if err := l.do(on, l.counter(), casework.Withdraw{On: on, Why: "It was put right the day after I came in."}); err != nil {
		return false, err
	}
	if err := l.send(on, l.counter(), casework.WithdrawalLetter); err != nil {
		return false, err
	}
	on, err = l.step(1)
	if err != nil {
		return false, err
	}
	return true, l.do(on, l.handler(), casework.Close{On: on})
}

// withdrawnAndBack is a resident who withdraws and comes back: the clock ran
// on meanwhile (ruling 9).
func (l *life) withdrawnAndBack() (over bool, err error) {
	if _, err := l.withdraw(); err != nil {
		return false, err
	}
	on, err := l.step(2)
	if err != nil {
		return false, err
	}
	return false, l.do(on, l.handler(), casework.Reopen{Why: "It has failed again and the resident wants an answer after all."})
}

// mistaken marks the record as made in error.
func (l *life) mistaken() (over bool, err error) {
	on, err := l.step(1)
	if err != nil {
		return false, err
	}
	return true, l.do(on, l.manager, casework.Void{Why: "The same contact was recorded twice, at the counter and from the web form."})
}

// wronglySent is an acknowledgement with something wrong in it. The clock keeps
// its start, and a right one follows (ruling 16).
func (l *life) wronglySent() error {
	if len(l.c.Letters) == 0 {
		return nil
	}
	first := l.c.Letters[len(l.c.Letters)-1]
	on, err := l.step(1)
	if err != nil {
		return err
	}
	if err := l.do(on, l.handler(), casework.SentInError{Letter: first.ID, What: "It named the house next door."}); err != nil {
		return err
	}
	return l.send(on, l.handler(), casework.Acknowledgement)
}

// takenUpAgain is a case that was answered and closed, and opened again.
func (l *life) takenUpAgain() error {
	on, err := l.step(8 + l.rng.IntN(10))
	if err != nil {
		return err
	}
	if err := l.do(on, l.manager, casework.Reopen{Why: "The resident brought a letter of ours that was not in the file."}); err != nil {
		return err
	}
	if err := l.do(on, l.manager, casework.AddNote{Text: "The letter changes nothing in the answer. The resident was rung and told so."}); err != nil {
		return err
	}
	on, err = l.step(2)
	if err != nil {
		return err
	}
	return l.do(on, l.manager, casework.Close{On: on})
}

// promises plans how each promise of a stage's answer ends: kept, mostly in time; explained and
// kept on a new day; or, of the newest, still open.
func (l *life) promises(stage int) {
	for _, p := range l.c.Promises {
		if p.Stage != stage {
			continue
		}
		kept := l.Holidays.Add(p.Due, l.rng.IntN(4)-2)
		if kept.Before(p.Made) {
			kept = p.Made
		}
		switch draw := l.rng.IntN(100); {
		case draw < 12:
			l.then(p.Due, func(on calendar.Date) error { return l.explain(on, p.ID) })
		case p.Due.AddDays(recent).Before(l.Today) || draw < 72:
			l.then(kept, func(on calendar.Date) error { return l.keepPromise(on, p.ID, draw < 35) })
		}
	}
}

// recent is how long ago a promise may have fallen due and still be broken.
const recent = 45

// explain gives a promise a new day, and the resident the reason (Code 7.3).
func (l *life) explain(on calendar.Date, id int) error {
	to := l.Holidays.Add(on, 10)
	if err := l.act(on, l.handler(), casework.ExplainPromise{Promise: id, To: to, Why: "The part came in the wrong size and had to be ordered again."}); err != nil {
		return err
	}
	l.then(l.Holidays.Add(to, -1), func(on calendar.Date) error { return l.keepPromise(on, id, true) })
	return nil
}

// keepPromise records that a promise was kept, often with the letter that says
// so (Code 6.6).
func (l *life) keepPromise(on calendar.Date, id int, write bool) error {
	if err := l.act(on, l.handler(), casework.KeepPromise{Promise: id, On: on, Note: "Seen by the inspector."}); err != nil {
		return err
	}
	if !write {
		return nil
	}
	return l.sendAbout(on, l.handler(), casework.ActionLetter, id)
}
