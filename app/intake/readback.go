package intake

import (
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// NotProvided stands for an answer that was not given.
const NotProvided = "Not provided"

// Part is one section of the read-back page.
type Part struct {
	Title string
	Field string // where Change goes
	Lines []Line
}

// Line is one answer of a section.
type Line struct{ Label, Value string }

// Parts is the read-back, in the order of the conversation.
func (m *Model) Parts() []Part {
	r := m.form.record(m.draft.ID, m.deps.By)
	who := []Line{
		{"Full name", given(r.Resident.Name)},
		{"Phone", given(strings.Join(r.Resident.Telephones, ", "))},
		{"E-mail", given(r.Resident.Email)},
	}
	if m.form.Behalf {
		who = append(who,
			Line{"Spoken for by", joined(r.Representative.Name, r.Representative.Relation)},
			Line{"Their authority", given(r.Representative.Authority)})
	}
	where := []Line{{"Address", given(place(r.Home))}}
	if facts, _ := m.HomeLine(); m.form.Dwelling.ID != 0 {
		where = append(where, Line{"The home", facts})
	}
	return []Part{
		{"Who", Name, who},
		{"Where", Address, where},
		{"What happened", Story, []Line{
			{"In their words", given(r.Story)},
			{"It started", m.started(r.Happened)},
			{"Told us before", given(r.Before)},
		}},
		{"What would put it right", Wanted, []Line{{"They want", given(r.Wanted)}, {"It is about", given(m.subjectTitle())}}},
		{"How we reach them", Adjustments, []Line{
			{"Adjustments", m.needsLine(r.Contact)},
			{"Reply by", given(ReplyWords(r.Contact.Reply))},
			{"Do not", given(r.Contact.DoNot)},
		}},
		{"Their choice", Choice, []Line{{"Treat it as a complaint?", AnswerLine(r.Answer)}}},
		{"How it came", Channel, []Line{
			{"Came", channelWords[r.Channel]},
			{"Received", calendar.Echo(r.Received, m.deps.Today(), m.holidays())},
			{"Handled by", m.handlerName(r)},
		}},
	}
}

func given(text string) string {
	if text == "" {
		return NotProvided
	}
	return text
}

func joined(parts ...string) string {
	return given(strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", "))
}

func (m *Model) started(d casework.Day) string {
	if d.Date.IsZero() {
		return given(d.Rough)
	}
	return calendar.Echo(d.Date, m.deps.Today(), m.holidays())
}

func (m *Model) needsLine(c casework.Contact) string {
	if m.form.NoNeeds {
		return "Asked, none needed"
	}
	var all []string
	for _, a := range c.Adjustments {
		words := a.Kind
		if a.Note != "" {
			words += " (" + a.Note + ")"
		}
		all = append(all, words)
	}
	if len(all) == 0 {
		return NotProvided
	}
	return sentenceOf(strings.Join(all, ", "))
}

func (m *Model) subjectTitle() string {
	for _, s := range m.Subjects() {
		if s.ID == m.form.Subject {
			return s.Title
		}
	}
	return ""
}

func (m *Model) handlerName(r casework.Record) string {
	if r.Answer != casework.Complain {
		return "Nobody: it is not a complaint"
	}
	for _, o := range m.people {
		if o.ID == r.Handler {
			return o.Name
		}
	}
	return "Not given to anybody yet"
}

// AnswerLine is the choice as one sentence.
func AnswerLine(a casework.Answer) string {
	if a == "" {
		return NotProvided
	}
	bold, rest := AnswerWords(a)
	return bold + rest
}

// ReplyWords is a way to reply as it stands on the screen.
func ReplyWords(r casework.Reply) string {
	switch r {
	case casework.RingThenLetter:
		return "Ring, then letter"
	case casework.ReplyLetter:
		return "Letter"
	case casework.ReplyEmail:
		return "Email"
	case casework.ReplyCollect:
		return "Collect"
	}
	return ""
}

// Replies lists the ways to reply in the order of the screen.
func Replies() []casework.Reply {
	return []casework.Reply{casework.RingThenLetter, casework.ReplyLetter, casework.ReplyEmail, casework.ReplyCollect}
}

// RecordWords is what the button of the read-back page says: the act by name.
func (m *Model) RecordWords() string {
	switch m.form.Answer {
	case casework.NotToday:
		return "Record and print the slip"
	case casework.ServiceOnly:
		return "Record service request and print receipt"
	}
	return "Record complaint and print receipt"
}

// Change goes back from the read-back page to the form; the view puts the
// cursor into the field of the section. Reading back again returns here.
func (m *Model) Change() {
	if m.page == ReadBack && !m.busy {
		m.page = Asking
		m.Changed()
	}
}
