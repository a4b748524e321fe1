package demo

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// turn is what makes one complaint unlike the others. Each is taken in its
// share, so that even a small office has most of them.
type turn struct {
	name   string
	weight int
	every  int // instead of a weight: one of so many cases, as soon as it fits
	days   int // how long ago a complaint must have come for this to have happened
	fits   func(m *maker, received calendar.Date) bool
	tale   *story
	lives  func(casework.HousingRow) bool // who it happens to
	record func(k *contact, r *casework.Record)

	early   func(l *life) (over bool, err error) // before the acknowledgement
	working func(l *life) error                  // between the acknowledgement and the answer of stage 1
	after   func(l *life) (over bool, err error) // after the answer of stage 1
	closed  func(l *life) error

	paper    bool // its letters are of kinds that few cases have: they are made for more than the last cases
	noHazard bool // a hazard that the words start is found to be none
}

// turns are in the order in which a case may take them; the commonest have the
// largest share.
var turns = []turn{
	{name: "spoken for", weight: 5, record: spokenFor},
	{name: "authority lapsed", weight: 2, days: 25, record: lapses},
	{name: "authority asked for", paper: true, weight: 2, days: 4, record: unsure, early: (*life).consent},
	{name: "group", paper: true, weight: 3, record: grouped},
	{name: "withdrawn", paper: true, weight: 4, days: 8, early: (*life).withdraw},
	{name: "withdrawn and back", weight: 1, days: 25, early: (*life).withdrawnAndBack},
	{name: "injury", paper: true, weight: 2, days: 5, tale: &fallStory, fits: (*maker).current, early: (*life).injured},
	{name: "the council's", paper: true, weight: 3, days: 5, tale: &bandStory, fits: (*maker).current, early: (*life).councils},
	{name: "too old", paper: true, weight: 2, days: 12, tale: &shedStory, fits: (*maker).current, early: (*life).old},
	{name: "in court", paper: true, weight: 1, days: 12, fits: (*maker).current, early: (*life).inCourt},
	{name: "investigated before", weight: 1, days: 12, fits: (*maker).hasAnswered, early: (*life).investigated},
	{name: "refusal set aside", paper: true, weight: 1, days: 75, tale: &shedStory, fits: (*maker).current, early: (*life).setAside},
	{name: "stage 2", paper: true, weight: 6, days: 70, after: (*life).wantsMore},
	{name: "stage 2 refused", paper: true, weight: 1, days: 60, fits: (*maker).current, after: (*life).refused2},
	{name: "appeal", every: 60, days: 60, fits: (*maker).wasEarlier, after: (*life).appealed},
	{name: "beyond the limit", paper: true, weight: 2, days: 70, fits: (*maker).current, working: (*life).beyond},
	{name: "cover", weight: 3, days: 12, working: (*life).cover},
	{name: "conflict", weight: 1, days: 4, early: (*life).conflict},
	{name: "confidential", weight: 2, days: 2, tale: &deskStory, early: (*life).confide},
	{name: "restricted", paper: true, weight: 1, days: 45, fits: (*maker).current, after: (*life).restrict},
	{name: "sent in error", paper: true, weight: 1, days: 12, working: (*life).wronglySent},
	{name: "reopened", weight: 1, days: 80, closed: (*life).takenUpAgain},
	{name: "recorded in error", weight: 1, days: 2, early: (*life).mistaken},
	{name: "moved", weight: 2, days: 12, working: (*life).leaves},
	{name: "renamed", weight: 1, days: 12, working: (*life).marries},
	{name: "died", weight: 1, days: 20, working: (*life).dies},
	{name: "emergency", weight: 2, tale: &ceilingStory, fits: (*maker).hazardsHold, lives: covered, record: toldAt},
	{name: "no hazard", weight: 2, days: 6, tale: &stainStory, fits: (*maker).hazardsHold, lives: covered, noHazard: true},
	{name: "high-rise", weight: 2, tale: &doorStory, fits: (*maker).current, lives: high, early: (*life).risky},
	{name: "visitor", weight: 1, tale: &doorStory, fits: (*maker).current, lives: high, record: visitor, early: (*life).risky},
	{name: "money advice", weight: 2, tale: &budgetStory},
	{name: "with the Ombudsman", weight: 2, days: 80, fits: (*maker).current, closed: (*life).asksOmbudsman},
	{name: "determined", weight: 2, days: 320, fits: (*maker).current, closed: (*life).determined},
	{name: "severe", every: 400, days: 420, fits: (*maker).current, tale: &stories[mouldStory], closed: (*life).severe},
}

// mouldStory is where the story about mould stands.
var mouldStory = slices.IndexFunc(stories, func(s story) bool { return s.subject == "damp-and-mould" })

// turnShare is how many of a hundred complaints take a turn.
const turnShare = 42

// nextTurn draws whether a complaint takes a turn, and gives it the one that
// is most wanting.
func (m *maker) nextTurn(received calendar.Date) *turn {
	if !m.chance(turnShare) {
		return nil
	}
	best := -1
	for i, t := range turns {
		switch {
		case received.AddDays(t.days).After(m.Today) || t.fits != nil && !t.fits(m, received):
			continue
		case t.every > 0 && m.taken[i] <= m.made/t.every:
			m.taken[i]++
			return &turns[i]
		case t.every > 0:
			continue
		}
		if best < 0 || (m.taken[i]+1)*turns[best].weight < (m.taken[best]+1)*t.weight {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	m.taken[best]++
	return &turns[best]
}

// covered are homes for which the law times hazards.
func covered(row casework.HousingRow) bool {
	return row.Home.Tenure == casework.Secure || row.Home.Tenure == casework.Introductory
}

func high(row casework.HousingRow) bool { return row.Home.HighRise }

// reply is a case that was answered in full by a day.
type reply struct {
	by        calendar.Date
	reference casework.Reference
}

// hasAnswered says whether there is an answered case that one received on a
// day may be about.
func (m *maker) hasAnswered(received calendar.Date) bool {
	return m.current(received) && m.answeredBefore(received) != ""
}

func (m *maker) answeredBefore(received calendar.Date) casework.Reference {
	for i := len(m.answered) - 1; i >= 0; i-- {
		if m.answered[i].by.Before(received) {
			return m.answered[i].reference
		}
	}
	return ""
}
