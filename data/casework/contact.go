package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// LogCall records an attempt to speak to the resident before the response, or
// why there was none. The page promises to try.
type LogCall struct {
	On      calendar.Date
	Way     Channel // empty is by telephone
	With    string  // who, where not the resident
	Reached bool
	Note    string
}

// Name is the act's name in history.
func (a LogCall) Name() ActName { return ActLogCall }

func (a LogCall) happened() calendar.Date { return a.On }

func (a LogCall) summary(Case, Moment) string {
	who := "the resident"
	if !blank(a.With) {
		who = "somebody for the resident" // a name stays out of the timeline's line
	}
	if a.Reached {
		return "Spoke to " + who
	}
	return "Tried to speak to " + who
}

func (a LogCall) decide(c *Case, m Moment) error {
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if a.Way != "" && channelWords[a.Way] == "" {
		return &Refusal{Code: "no-channel", Field: "way", Reason: "Choose how you spoke or tried to"}
	}
	if blank(a.Note) {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write what was said, or why the resident was not reached"}
	}
	c.Calls = append(c.Calls, Call{
		ID: nextID(c.Calls, func(l Call) int { return l.ID }), On: a.On, Reached: a.Reached, Note: a.Note, By: m.By.ID,
		Stage: c.StageNumber(), Way: a.Way, With: a.With,
	})
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

// decide keeps the authority that the representative has, and gives none:
// authority is recorded by its own act. Another person starts without it.
func (a ChangeContact) decide(c *Case, m Moment) error {
	if c.Anonymous && !(blank(a.Resident.Name) && blank(a.Representative.Name)) {
		return &Refusal{Code: "anonymous-name", Field: "name", Source: "ruling 13",
			Reason: "An anonymous report names nobody. Record a new contact for whoever came forward, and link it to this one"}
	}
	if c.Kind == PetitionKind && !c.Died.IsZero() && !samePerson(a.Resident.Name, c.Resident.Name) {
		a.Representative = c.newLead(a.Representative, m)
	}
	was := c.Representative
	c.Resident, c.Home, c.Representative, c.Contact = a.Resident, a.Home, a.Representative, a.Contact
	rep := &c.Representative
	rep.Authority, rep.Given, rep.Scope, rep.Until = "", calendar.Date{}, "", calendar.Date{}
	if samePerson(rep.Name, was.Name) {
		rep.Authority, rep.Given, rep.Scope, rep.Until = was.Authority, was.Given, was.Scope, was.Until
	}
	return nil
}

// newLead lets somebody else who signed lead a petition whose lead petitioner
// died: it is everybody's who signed it, and no part of what the dead leave. Who
// speaks for the dead does not speak for the new lead.
func (c *Case) newLead(speaks Representative, m Moment) Representative {
	addNote(c, Note{Text: fmt.Sprintf("%s, who led the petition, died on %s. Somebody else who signed it leads it now.", orWords(c.Resident.Name, "The person"), c.Died.Letter())}, m)
	c.Died = calendar.Date{}
	if samePerson(speaks.Name, c.Representative.Name) {
		return Representative{}
	}
	return speaks
}
