package casework

import (
	"strings"

	"casebook/data/calendar"
)

// LogCall records an attempt to speak to the resident before the response, or
// why there was none. The page promises to try.
type LogCall struct {
	On      calendar.Date
	Reached bool
	Note    string
}

// Name is the act's name in history.
func (a LogCall) Name() ActName { return ActLogCall }

func (a LogCall) happened() calendar.Date { return a.On }

func (a LogCall) summary(Case, Moment) string {
	if a.Reached {
		return "Spoke to the resident"
	}
	return "Tried to speak to the resident"
}

func (a LogCall) decide(c *Case, m Moment) error {
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.Note)) == "" {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write what was said, or why the resident was not reached"}
	}
	c.Calls = append(c.Calls, Call{ID: len(c.Calls) + 1, On: a.On, Reached: a.Reached, Note: a.Note, By: m.By.ID, Stage: c.StageNumber()})
	return nil
}

// AddNote adds an internal note.
type AddNote struct{ Text string }

// Name is the act's name in history.
func (a AddNote) Name() ActName { return ActNote }

func (a AddNote) summary(Case, Moment) string { return "Note added" }

func (a AddNote) decide(c *Case, m Moment) error {
	if strings.TrimSpace(Tidy(a.Text)) == "" {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write the note"}
	}
	c.Notes = append(c.Notes, Note{ID: len(c.Notes) + 1, Text: a.Text, On: m.Today, By: m.By.ID})
	return nil
}

// ChangeContact changes who the resident is, where, how to reach them and who
// speaks for them; what was there before stays in history.
type ChangeContact struct {
	Resident       Person
	Home           Home
	Representative Representative
	Contact        Contact
}

// Name is the act's name in history.
func (a ChangeContact) Name() ActName { return ActChangeContact }

func (a ChangeContact) summary(Case, Moment) string { return "Contact details changed" }

func (a ChangeContact) decide(c *Case, _ Moment) error {
	c.Resident, c.Home, c.Representative, c.Contact = a.Resident, a.Home, a.Representative, a.Contact
	return nil
}
