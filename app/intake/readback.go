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
	r := m.act()
	parts := []Part{m.whoPart(r), m.wherePart(r), m.whatPart(r)}
	parts = append(parts, m.hazardParts()...)
	if m.Promised() {
		parts = append([]Part{m.promisedPart()}, parts...)
		return append(parts, Part{m.AboutHead(), Subject, []Line{{"It is about", given(m.subjectTitle())}}}, m.reachPart(r), m.camePart(r))
	}
	return append(parts,
		Part{"What would put it right", Wanted, []Line{{"They want", given(r.Wanted)}, {"It is about", given(m.subjectTitle())}}},
		m.reachPart(r), m.choicePart(r), m.camePart(r))
}

func (m *Model) reachPart(r casework.Record) Part {
	return Part{"How we reach them", Adjustments, []Line{
		{"Adjustments", m.needsLine(r.Contact)},
		{"Reply by", given(ReplyWords(r.Contact.Reply))},
		{"Do not", given(r.Contact.DoNot)},
	}}
}

func (m *Model) whoPart(r casework.Record) Part {
	name := given(r.Resident.Name)
	if r.Anonymous {
		name = "Gives no name and wants none"
	}
	lines := []Line{{"Full name", name}, {"Phone", given(strings.Join(r.Resident.Telephones, ", "))}, {"E-mail", given(r.Resident.Email)}}
	lines = append(lines, m.repLines(r.Representative)...)
	if len(r.Group) > 0 {
		lines = append(lines, Line{"Complaining with them", groupLine(r.Group)})
	}
	return Part{m.WhoHead(), Name, lines}
}

func (m *Model) wherePart(r casework.Record) Part {
	where := []Line{{"Address", given(place(r.Home))}}
	if facts, _ := m.HomeLine(); m.form.Dwelling.ID != 0 {
		where = append(where, Line{"The home", facts})
	}
	return Part{"Where", Address, where}
}

func (m *Model) whatPart(r casework.Record) Part {
	if m.form.Kind == casework.PetitionKind {
		return Part{m.StoryHead(), Story, []Line{{"It asks for", given(r.Story)}}}
	}
	if m.Promised() {
		return Part{m.StoryHead(), Story, []Line{{"In their words", given(r.Story)}, {"It happened", m.started(r.Happened)}}}
	}
	lines := []Line{
		{"In their words", given(r.Story)},
		{"It started", m.started(r.Happened)},
		{"Told us before", given(r.Before)},
	}
	if m.AsksTold() && len(m.Hazards()) == 0 && !r.ToldAt.IsZero() {
		lines = append(lines, Line{"Told us at", minuteWords(r.ToldAt)})
	}
	return Part{"What happened", Story, lines}
}

func (m *Model) choicePart(r casework.Record) Part {
	if r.Anonymous {
		return Part{"Their choice", Grievance, []Line{{"Treat it as a complaint?", "Nobody to ask: kept as information"}}}
	}
	with := m.GrievanceAnswer()
	return Part{"Their choice", Choice, []Line{{"Unhappy with", given(with)}, {"Treat it as a complaint?", AnswerLine(r.Answer)}}}
}

func (m *Model) camePart(r casework.Record) Part {
	lines := []Line{
		{"Came", channelWords[r.Channel]},
		{"Received", calendar.Echo(r.Received, m.deps.Today(), m.holidays())},
		{"Handled by", m.handlerName(r)},
	}
	links := m.form.Links
	if r.From.Case != 0 {
		links = append([]casework.Link{r.From}, links...)
	}
	for _, l := range links {
		lines = append(lines, Line{"Linked", linkWords(l)})
	}
	return Part{"How it came", Channel, lines}
}

// linkWords say a link in a few words: what this contact is to the other.
func linkWords(l casework.Link) string {
	switch l.Kind {
	case casework.CameFrom:
		return "Comes from " + string(l.Reference)
	case casework.RaisedIn:
		return "New matters raised in " + string(l.Reference)
	case casework.Repeat:
		return "Happened again after " + string(l.Reference)
	}
	return "Belongs with " + string(l.Reference)
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
	if r.Answer != casework.Complain && !m.Promised() {
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
	switch {
	case m.Promised():
		return "Record " + promisedWords(m.form.Kind) + " and print receipt"
	case m.form.Anonymous:
		return "Record anonymous report"
	case m.form.Answer == casework.NotToday:
		return "Record and print the slip"
	case m.form.Answer == casework.ServiceOnly:
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
