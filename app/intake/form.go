package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// The names of the fields, as the form, the errors and the register's refusals
// know them.
const (
	Name        = "name"
	Phone       = "phone"
	Email       = "email"
	RepName     = "rep name"
	RepRelation = "rep relation"
	RepPaper    = "rep authority"
	Address     = "address"
	Postcode    = "postcode"
	Story       = "story"
	Happened    = "happened"
	Before      = "before"
	Wanted      = "wanted"
	Subject     = "subject"
	Adjustments = "adjustments"
	NeedNote    = "need note"
	Reply       = "reply"
	DoNot       = "do not"
	Choice      = "choice"
	Channel     = "channel"
	Received    = "received"
	Handler     = "handler"
)

// form is everything that has been typed or chosen. It is the body of the
// draft in the desk's file, so its names stay.
//
// A day is kept as the day it was understood as when it was typed, beside the
// words: "yesterday" never moves, however long the draft sleeps (ruling 5).
type form struct {
	Text     map[string]string `json:"text"` // what stands in each text field
	Received calendar.Date     `json:"received"`
	Happened casework.Day      `json:"happened"`

	Channel  casework.Channel  `json:"channel"`
	Handler  int64             `json:"handler"`
	Behalf   bool              `json:"behalf"`
	Subject  string            `json:"subject"`
	Needs    []string          `json:"needs"`    // of casework.AdjustmentKinds
	NoNeeds  bool              `json:"no_needs"` // asked, and none
	Reply    casework.Reply    `json:"reply"`
	Answer   casework.Answer   `json:"answer"`
	Unhappy  bool              `json:"unhappy"` // ticked by the officer
	Settled  map[string]string `json:"settled"` // doubts answered: field, and what stood there
	Resident casework.Resident `json:"resident"`
	Dwelling casework.Dwelling `json:"dwelling"`
}

// blank is the form that fits a walk-in: at the counter, today.
func blank(today calendar.Date, by casework.Officer) form {
	f := form{
		Text: map[string]string{Received: today.Letter()}, Received: today,
		Channel: casework.Counter, Reply: casework.RingThenLetter,
	}
	if casework.May(by, casework.ActAnswer, casework.Case{}) == nil {
		f.Handler = by.ID
	}
	return f
}

// empty reports that nothing has been put into the form, so that nothing is
// worth keeping. What a blank form starts with does not count.
func (f form) empty() bool {
	for name, text := range f.Text {
		if name != Received && strings.TrimSpace(text) != "" {
			return false
		}
	}
	return f.Answer == "" && len(f.Needs) == 0 && !f.Behalf && f.Resident.ID == 0 && f.Dwelling.ID == 0
}

func (f form) encode() ([]byte, error) { return json.Marshal(f) }

// decode reads a form back. The words of a day that was understood give way to
// the day itself, so that reading them again tomorrow finds the same day.
func decode(body []byte) (form, error) {
	f := form{}
	if err := json.Unmarshal(body, &f); err != nil {
		return form{}, fmt.Errorf("this draft cannot be read: %w", err)
	}
	if f.Text == nil {
		f.Text = map[string]string{}
	}
	if f.Text[Received] != "" && !f.Received.IsZero() {
		f.Text[Received] = f.Received.Letter()
	}
	if !f.Happened.Date.IsZero() {
		f.Text[Happened] = f.Happened.Date.Letter()
	}
	return f, nil
}

// record makes the act. Texts are tidied here, once; the form keeps them as
// typed.
func (f form) record(draft string, by casework.Officer) casework.Record {
	r := casework.Record{
		Draft: draft, Office: by.Office, Received: f.Received, Channel: f.Channel,
		ResidentID: f.Resident.ID, HomeID: f.Dwelling.ID,
		Resident: f.person(), Home: f.home(),
		Contact: casework.Contact{Reply: f.Reply, DoNot: f.line(DoNot), Adjustments: f.adjustments()},
		Answer:  f.Answer, Story: f.text(Story), Wanted: f.text(Wanted),
		Happened: f.Happened, Before: f.text(Before), Subject: f.Subject,
	}
	if by.AllOffices && f.Dwelling.Office != 0 {
		r.Office = f.Dwelling.Office // the home's own office answers for it
	}
	if r.Answer == casework.Complain {
		r.Handler = f.Handler
	}
	if f.Behalf {
		r.Representative = casework.Representative{
			Name: f.line(RepName), Relation: f.line(RepRelation), Authority: f.line(RepPaper),
		}
	}
	return r
}

// text is what a field of several lines holds, tidied.
func (f form) text(name string) string { return strings.TrimSpace(casework.Tidy(f.Text[name])) }

// line is what a field of one line holds: pasted line breaks become spaces.
func (f form) line(name string) string {
	return strings.Join(strings.Fields(casework.Tidy(f.Text[name])), " ")
}

// person is the resident as given now. What only the housing list knows stays.
func (f form) person() casework.Person {
	p := f.Resident.Person
	p.Name, p.Email = f.line(Name), f.line(Email)
	p.Telephones = nil
	for _, number := range strings.FieldsFunc(f.Text[Phone], func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if number = strings.Join(strings.Fields(casework.Tidy(number)), " "); number != "" {
			p.Telephones = append(p.Telephones, number) // as given: never put into another shape
		}
	}
	return p
}

// home is the address as given now, with what the housing list knows of it.
func (f form) home() casework.Home {
	h := f.Dwelling.Home
	lines, postcode := splitAddress(f.Text[Address], f.Text[Postcode])
	h.Lines, h.Postcode = lines, postcode
	return h
}

func (f form) adjustments() []casework.Adjustment {
	var needs []casework.Adjustment
	for _, kind := range casework.AdjustmentKinds() {
		if !slices.Contains(f.Needs, kind) {
			continue
		}
		a := casework.Adjustment{Kind: kind}
		if explained(kind) {
			a.Note = f.line(NeedNote)
		}
		needs = append(needs, a)
	}
	return needs
}

// explained says that a need is of no use without words: which language, what
// other need.
func explained(kind string) bool { return kind == casework.Interpreter || kind == casework.OtherNeed }
