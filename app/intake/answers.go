package intake

import (
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Channel is how the contact came.
func (m *Model) Channel() casework.Channel { return m.form.Channel }

// SetChannel says how the contact came.
func (m *Model) SetChannel(c casework.Channel) { m.form.Channel = c; m.touched() }

// ReceivedOn is the day we were told; zero while the words make no day.
func (m *Model) ReceivedOn() calendar.Date { return m.form.Received }

// Answer is the resident's choice, "" until it is marked.
func (m *Model) Answer() casework.Answer { return m.form.Answer }

// SetAnswer marks the resident's choice. One that is not offered is ignored.
func (m *Model) SetAnswer(a casework.Answer) {
	if slices.Contains(m.Answers(), a) {
		m.form.Answer = a
		m.touched()
	}
}

// Reply is how the resident wants to hear from us.
func (m *Model) Reply() casework.Reply { return m.form.Reply }

// SetReply says how the resident wants to hear from us.
func (m *Model) SetReply(r casework.Reply) { m.form.Reply = r; m.touched() }

// Needs reports whether an adjustment is asked for; NoNeeds asks for "none".
func (m *Model) Needs(kind string) bool {
	if kind == NoNeeds {
		return m.form.NoNeeds
	}
	return slices.Contains(m.form.Needs, kind)
}

// NoNeeds is the answer that no adjustment is needed, which is not the same as
// not having asked.
const NoNeeds = "none"

// SetNeed adds or takes away an adjustment. "None" takes all away, and any
// other takes "none" away.
func (m *Model) SetNeed(kind string, on bool) {
	if kind == NoNeeds {
		m.form.NoNeeds = on
		if on {
			m.form.Needs = nil
		}
		m.touched()
		return
	}
	m.form.Needs = slices.DeleteFunc(slices.Clone(m.form.Needs), func(k string) bool { return k == kind })
	if on {
		m.form.Needs, m.form.NoNeeds = append(m.form.Needs, kind), false
	}
	m.touched()
}

// NeedsWords reports whether an adjustment is on that wants explaining.
func (m *Model) NeedsWords() bool { return slices.ContainsFunc(m.form.Needs, explained) }

// Subjects lists what a complaint may be about, under the policy of the day it
// was received.
func (m *Model) Subjects() []policy.Subject {
	if p := m.policy(); p != nil {
		return p.Subjects
	}
	return nil
}

// SubjectsLike lists the subjects whose title has a word that begins with each
// word typed.
func (m *Model) SubjectsLike(text string) []policy.Subject {
	var like []policy.Subject
	for _, s := range m.Subjects() {
		title := words(s.Title)
		all := true
		for _, typed := range words(text) {
			all = all && slices.ContainsFunc(title, func(w string) bool { return strings.HasPrefix(w, typed) })
		}
		if all {
			like = append(like, s)
		}
	}
	return like
}

// subjectMeant is the id of the only subject that the words fit, or "".
func (m *Model) subjectMeant(text string) string {
	if len(words(text)) == 0 {
		return ""
	}
	like := m.SubjectsLike(text)
	for _, s := range like {
		if len(like) == 1 || sameWords(s.Title, text) {
			return s.ID
		}
	}
	return ""
}

// SubjectLine echoes the subject that the words stand for.
func (m *Model) SubjectLine() string { return m.subjectTitle() }

// Handler is who is to handle a complaint; 0 is nobody yet.
func (m *Model) Handler() int64 { return m.form.Handler }

// SetHandler gives the complaint to an officer.
func (m *Model) SetHandler(id int64) { m.form.Handler = id; m.touched() }

// Handlers lists who may handle a complaint here, the officer first.
func (m *Model) Handlers() []casework.Officer {
	var able []casework.Officer
	for _, o := range m.people {
		may := casework.May(o, casework.ActAnswer, casework.Case{}) == nil
		if may && (o.AllOffices || o.Office == m.deps.By.Office || m.deps.By.AllOffices) {
			if o.ID == m.deps.By.ID {
				able = append([]casework.Officer{o}, able...)
			} else {
				able = append(able, o)
			}
		}
	}
	return able
}
