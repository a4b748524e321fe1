// Package casefile is the case on one screen: how it stands in one sentence,
// the one thing to do next, its points, promises and letters, and everything
// that happened to it.
package casefile

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/data/register"
)

// Page is what the screen shows of a case on a day.
type Page struct {
	Name      string // of the resident, or "Name not given"
	About     string
	Reference string
	Case      casework.Case
	Status    casework.Status
	With      string // "with you", "with Dan Okafor", "with nobody yet"
	Clock     Clock
	Points    []Point
	Answered  string // "3 of 4 answered"
	Promises  []Promise
	Kept      string // "1 kept"
	Letters   []Letter
	Redress   redress.Pence
	Offer     string // how the sum stands, in words
	Contact   Contact
	ToDo      []string // what is "not yet" before acknowledging
	Timeline  []Event
}

// Clock is the stage's card: its days and its dates.
type Clock struct {
	Title string // "Stage 1, day 8 of 10"
	Day   int    // working days gone
	Of    int    // working days there are
	First int    // of them before an extension; equal to Of without one
	Dates []Fact
}

// Fact is a labelled line.
type Fact struct {
	Label  string
	Text   string
	Strong bool
}

// Point is one complaint point with its finding.
type Point struct {
	ID      int
	Text    string
	Finding casework.Outcome
	NotOurs bool
	Reasons string
	Open    bool // the current stage has still to answer it
}

// Promise is one dated commitment.
type Promise struct {
	ID    int
	Text  string
	Owner string
	Left  string
	Tone  casework.Tone
	Kept  bool
}

// Letter is one letter made for the case.
type Letter struct {
	ID    int
	Kind  casework.LetterKind
	Title string
	How   string // "Sent Tue 3 Nov", "Handed to the printer", "Draft"
	Sent  bool
}

// Contact is where the resident is and how they may be reached.
type Contact struct {
	Address   string
	Telephone string
	Email     string
	DoNot     string
	Needs     []string
	Tenure    string
	Rep       string
}

// Event is one line of the timeline. Recorded is filled in only where it was
// put in the register on a later day than it happened.
type Event struct {
	Day      string
	What     string
	Who      string
	Recorded string
	Key      bool // a mark of the case, not a detail
}

// Build makes the page of a case.
func Build(c casework.Case, history []register.Entry, m casework.Moment) Page {
	p := Page{
		Name: orNot(c.Resident.Name, "Name not given"), About: about(c, m), Reference: string(c.Reference), Case: c,
		Status: casework.StatusOf(c, m.Today, m.Holidays), Redress: c.Redress.Total(),
		Contact: contact(c), ToDo: toDo(c),
	}
	if s := c.Current(); s != nil {
		p.With = with(s.Handler, m)
		p.Clock = clock(c, s, m)
		p.Points, p.Answered = points(c, s)
		p.Offer = offer(c, s)
	}
	p.Promises, p.Kept = promises(c, m)
	p.Letters = letters(c)
	p.Timeline = timeline(history)
	return p
}

func orNot(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func about(c casework.Case, m casework.Moment) string {
	p, err := casework.PolicyOf(c, 1, c.Received, m.Policies)
	if err != nil {
		return ""
	}
	if s, ok := p.Subject(c.Subject); ok {
		return strings.ToLower(s.Title[:1]) + s.Title[1:]
	}
	return ""
}

func with(handler int64, m casework.Moment) string {
	if handler == m.By.ID {
		return "with you"
	}
	if o, ok := m.Officer(handler); ok {
		return "with " + o.Name
	}
	return "with nobody yet"
}

// clock counts the stage's working days from its acknowledgement, or from the
// day it was asked for until then.
func clock(c casework.Case, s *casework.Stage, m casework.Moment) Clock {
	due, from := s.AcknowledgeBy, s.Asked
	if !s.Acknowledged.IsZero() || !s.Responded.IsZero() {
		due, from = s.Due(), s.RespondBy.Working.From
	}
	k := Clock{Of: m.Holidays.Between(from, due.Due), First: m.Holidays.Between(from, due.Due)}
	if !s.Acknowledged.IsZero() {
		k.First = m.Holidays.Between(from, s.RespondBy.Due)
	}
	last := m.Today
	if !s.Responded.IsZero() {
		last = s.Responded
	}
	k.Day = max(0, m.Holidays.Between(from, last))
	k.Title = fmt.Sprintf("Stage %d, day %d of %d", s.Number, k.Day, k.Of)
	if !s.Responded.IsZero() {
		k.Title = fmt.Sprintf("Stage %d, answered on day %d of %d", s.Number, k.Day, k.Of)
	}
	first := "Received"
	if s.Number > 1 {
		first = "Asked"
	}
	k.add(first, s.Asked.Short(), false)
	if s.Acknowledged.IsZero() {
		k.add("Acknowledge by", s.AcknowledgeBy.Due.Short(), s.Responded.IsZero())
		k.add("Response due", s.RespondBy.Due.Short()+" at the latest", false)
	} else {
		k.add("Acknowledged", s.Acknowledged.Short()+", "+inTime(s.Acknowledged, s.AcknowledgeBy), false)
		k.add("Due", s.Due().Due.Short(), s.Responded.IsZero())
	}
	switch {
	case !s.Responded.IsZero():
		k.add("Answered", s.Responded.Short()+", "+inTime(s.Responded, s.Due()), true)
	case len(s.Extensions) > 0:
		k.add("First due", s.RespondBy.Due.Short(), false)
	case s.Latest.Act != "" && !s.Acknowledged.IsZero():
		k.add("If extended", "up to "+s.Latest.Due.Short(), false)
	}
	officer := "Nobody yet"
	if o, ok := m.Officer(s.Handler); ok {
		officer = o.Name
	}
	k.add("Officer", officer, false)
	return k
}

func (k *Clock) add(label, text string, strong bool) {
	k.Dates = append(k.Dates, Fact{Label: label, Text: text, Strong: strong})
}

func inTime(on calendar.Date, d policy.Deadline) string {
	if on.After(d.Due) {
		return "late"
	}
	return "in time"
}

func points(c casework.Case, s *casework.Stage) ([]Point, string) {
	unanswered := map[int]bool{}
	for _, p := range c.Unanswered(s) {
		unanswered[p.ID] = true
	}
	var all []Point
	for _, p := range c.Points {
		all = append(all, Point{ID: p.ID, Text: p.Text, Finding: p.Finding, NotOurs: p.NotOurs != "", Reasons: p.Reasons, Open: unanswered[p.ID]})
	}
	mine := len(c.StagePoints(s))
	return all, fmt.Sprintf("%d of %d answered", mine-len(unanswered), mine)
}

func offer(c casework.Case, s *casework.Stage) string {
	lines := fmt.Sprintf("%d lines", len(c.Redress))
	if len(c.Redress) == 1 {
		lines = "1 line"
	}
	switch {
	case len(c.Redress) == 0:
		return "No money offered."
	case s.Responded.IsZero():
		return "Draft, " + lines + "."
	}
	return "Offered, " + lines + "."
}

func promises(c casework.Case, m casework.Moment) ([]Promise, string) {
	var all []Promise
	kept := 0
	for _, p := range c.Promises {
		shown := Promise{ID: p.ID, Text: p.Text, Owner: p.Owner}
		if p.Kept.IsZero() {
			shown.Left, shown.Tone = casework.TimeLeft(p.Due, m.Today, m.Holidays)
			shown.Owner = fmt.Sprintf("%s, by %s", p.Owner, p.Due.Short())
		} else {
			shown.Left, shown.Tone, shown.Kept = "Kept "+p.Kept.Short(), casework.Ended, true
			kept++
		}
		all = append(all, shown)
	}
	if kept == 0 {
		return all, ""
	}
	return all, fmt.Sprintf("%d kept", kept)
}

func letters(c casework.Case) []Letter {
	var all []Letter
	for _, l := range c.Letters {
		shown := Letter{ID: l.ID, Kind: l.Kind, Title: letterTitle(l), How: "Made " + l.Dated.Short()}
		switch {
		case !l.Sent.IsZero():
			shown.How, shown.Sent = capital(string(l.How))+" "+l.Sent.Short(), true
		case l.Printer != "":
			shown.How = capital(l.Printer)
		}
		all = append(all, shown)
	}
	return all
}

func letterTitle(l casework.Letter) string {
	if l.Kind == casework.Receipt {
		return "Receipt"
	}
	return fmt.Sprintf("Stage %d %s", l.Stage, l.Kind)
}

func contact(c casework.Case) Contact {
	shown := Contact{
		Address: strings.Join(append(append([]string{}, c.Home.Lines...), c.Home.Postcode), ", "),
		Email:   c.Resident.Email, DoNot: c.Contact.DoNot, Tenure: string(c.Home.Tenure),
	}
	shown.Address = strings.Trim(shown.Address, ", ")
	if len(c.Resident.Telephones) > 0 {
		shown.Telephone = c.Resident.Telephones[0]
	}
	for _, a := range c.Contact.Adjustments {
		need := a.Kind
		if a.Note != "" {
			need = a.Note
		}
		shown.Needs = append(shown.Needs, capital(need))
	}
	if r := c.Representative; r.Name != "" {
		shown.Rep = r.Name
		if r.Relation != "" {
			shown.Rep += ", " + r.Relation
		}
		if r.Authority == "" {
			shown.Rep += ". Authority not yet recorded: tell them nothing about the case"
		}
	}
	return shown
}

// toDo lists what is missing until the complaint is acknowledged.
func toDo(c casework.Case) []string {
	if s := c.Current(); s == nil || !s.Acknowledged.IsZero() || !s.Responded.IsZero() {
		return nil
	}
	return casework.ToDo(c)
}

// marks are the acts that change where a case stands; the rest is detail.
var marks = map[casework.ActName]bool{
	casework.ActRecord: true, casework.ActSendAck: true, casework.ActSendResponse: true, casework.ActRecordAck: true,
	casework.ActRecordResponse: true, casework.ActExtend: true, casework.ActAskStage2: true, casework.ActClose: true,
}

// timeline shows the newest first. When something happened stands apart from
// when it was recorded.
func timeline(history []register.Entry) []Event {
	events := make([]Event, 0, len(history))
	for i := len(history) - 1; i >= 0; i-- {
		e := history[i]
		event := Event{Day: e.Happened.Short(), What: e.Summary, Who: e.Officer, Key: marks[e.Act]}
		if recorded := calendar.Of(e.Recorded); recorded != e.Happened {
			event.Recorded = "recorded " + recorded.Short()
		}
		events = append(events, event)
	}
	return events
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
