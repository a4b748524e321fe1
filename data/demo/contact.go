package demo

import (
	"errors"
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// contact is somebody who tells us something on a day.
type contact struct {
	*maker
	received, recorded calendar.Date
	by                 casework.Officer // who records it
	real               bool             // its letters are made
	lately             bool             // its letters are made where they are of a kind that few have
	turn               *turn            // what makes it unlike the others, or nil
	story              story
	row                casework.HousingRow
}

// oneCase records one contact and lives its life up to today.
func (m *maker) oneCase(i int, received calendar.Date) error {
	m.made = i
	k := contact{maker: m, received: received, recorded: received, by: pick(m, m.desk), real: i >= m.Cases-m.LastReal, lately: i >= m.Cases-4*m.LastReal}
	if !m.Holidays.IsWorking(received) || m.chance(6) {
		if next, come := m.later(received, 1); come {
			k.recorded = next // told on a Saturday or to a plumber, recorded on Monday
		}
	}
	err := k.come()
	if errors.Is(err, errNotYet) {
		return nil
	}
	return err
}

// come draws what kind of contact it is: of a hundred about three in four
// complain.
func (k contact) come() error {
	if n, asks := k.asksPromised(); asks {
		return k.promise(n)
	}
	if old, ok := k.maker.comesBack(k.received); ok {
		return k.complainAfter(old)
	}
	switch draw := k.rng.IntN(100); {
	case draw < 2:
		return k.report()
	case draw < 8:
		return k.decline()
	case draw < 22:
		return k.request()
	}
	return k.complain()
}

// record is the contact as it is put in the register.
func (k contact) record() casework.Record {
	r := casework.Record{
		Office: k.by.Office, Received: k.received, Channel: pick(k.maker, channels), Resident: k.row.Given, Home: k.row.Home,
		Answer: casework.Complain, Story: k.story.told, Wanted: k.story.wanted, Subject: k.story.subject, Points: k.story.points,
		Grievance: k.story.about, Contact: casework.Contact{Reply: pick(k.maker, replies)},
	}
	if r.Contact.Reply == casework.ReplyEmail && k.row.Given.Email == "" {
		r.Contact.Reply = casework.ReplyLetter
	}
	if k.chance(9) {
		need := casework.Adjustment{Kind: pick(k.maker, casework.AdjustmentKinds())}
		if k.chance(40) {
			need.Review = k.received.AddMonths(6)
		}
		r.Contact.Adjustments = []casework.Adjustment{need}
	}
	if k.chance(6) {
		r.Contact.DoNot = "Not before 10 am"
	}
	if k.recorded != k.received {
		r.ToldTo = pick(k.maker, toldOutside)
	}
	return r
}

var channels = []casework.Channel{
	casework.Counter, casework.Counter, casework.Counter, casework.Telephone, casework.Telephone, casework.Telephone,
	casework.ByEmail, casework.ByEmail, casework.WebForm, casework.WebForm, casework.ByLetter, casework.SocialMedia,
	casework.Councillor, casework.Survey, casework.ThirdParty,
}

var replies = []casework.Reply{casework.RingThenLetter, casework.ReplyLetter, casework.ReplyLetter, casework.ReplyEmail, casework.ReplyCollect}

// toldOutside are those who hear of things while the office is shut.
var toldOutside = []string{"the caretaker", "the contractor's plumber", "the out of hours line"}

// complain records a complaint and lives it.
func (k contact) complain() error {
	k.turn = k.maker.nextTurn(k.received)
	k.story, k.row = k.maker.story(k.received), k.maker.resident()
	k.real = k.real || k.lately && k.turn != nil && k.turn.paper
	if k.turn != nil && k.turn.tale != nil {
		k.story = *k.turn.tale
	}
	if k.turn != nil && k.turn.lives != nil {
		k.row = k.maker.somebody(k.turn.lives)
	}
	r := k.record()
	if k.chance(92) || k.turn != nil {
		r.Handler = pick(k.maker, k.answer).ID
	}
	if k.turn != nil && k.turn.record != nil {
		k.turn.record(&k, &r)
	}
	c, err := k.keep.Record(k.recorded, k.by, r)
	if err != nil {
		return err
	}
	return k.live(c)
}

// live lives a complaint from the day it was recorded.
func (k contact) live(c casework.Case) error {
	l := &life{contact: k, c: c, day: k.recorded}
	err := l.run()
	if err != nil && k.turn != nil {
		return fmt.Errorf("%s: %w", k.turn.name, err)
	}
	return err
}

// story draws a story that is told at this time of the year.
func (m *maker) story(d calendar.Date) story {
	return m.storyWhere(func(s story) bool { return s.toldIn(d) })
}

// storyWhere draws a story, the commonest most often.
func (m *maker) storyWhere(fits func(story) bool) story {
	total := 0
	for _, s := range stories {
		if fits(s) {
			total += s.weight
		}
	}
	n := m.rng.IntN(total)
	for _, s := range stories {
		if fits(s) {
			if n -= s.weight; n < 0 {
				return s
			}
		}
	}
	return stories[0]
}

// resident draws somebody: one in eight has complained before.
func (m *maker) resident() casework.HousingRow {
	if len(m.repeat) > 0 && m.chance(12) {
		return pick(m, m.repeat)
	}
	row := pick(m, m.Homes)
	if m.chance(20) {
		m.repeat = append(m.repeat, row)
	}
	return row
}

// somebody draws a resident of a certain kind of home; anybody, where the list
// has none.
func (m *maker) somebody(fits func(casework.HousingRow) bool) casework.HousingRow {
	var some []casework.HousingRow
	for _, row := range m.Homes {
		if fits(row) {
			some = append(some, row)
		}
	}
	if len(some) == 0 {
		return m.resident()
	}
	return pick(m, some)
}
