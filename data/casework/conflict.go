package casework

import (
	"fmt"
	"slices"
)

// DeclareConflict records an interest that keeps an officer from handling a
// case (Code 5.8). Everybody declares their own; a manager may record another's.
// A stage that the officer has, or looks after now, is left without a handler.
type DeclareConflict struct {
	Officer int64 // 0 is whoever declares it
	What    string
}

// Name is the act's name in history.
func (a DeclareConflict) Name() ActName { return ActConflict }

func (a DeclareConflict) summary(c Case, m Moment) string {
	text := "Conflict of interest declared"
	if o, ok := m.Officer(a.officer(m)); ok {
		text += " for " + o.Name
	}
	return text + unheld(c)
}

// unheld says that nobody has the stage now, for the line of an act that may
// have taken it from somebody.
func unheld(c Case) string {
	switch s := c.Current(); {
	case s == nil && c.Handler == 0 && c.Kind.Promised() && c.Closed.IsZero():
		return "; nobody has it"
	case s != nil && s.Handler == 0 && s.Responded.IsZero():
		return fmt.Sprintf("; nobody has stage %d", s.Number)
	}
	return ""
}

func (a DeclareConflict) officer(m Moment) int64 {
	if a.Officer == 0 {
		return m.By.ID
	}
	return a.Officer
}

func (a DeclareConflict) decide(c *Case, m Moment) error {
	officer := a.officer(m)
	o, ok := m.Officer(officer)
	switch {
	case !ok:
		return &Refusal{Code: "no-officer", Field: "officer", Reason: "Choose whose conflict of interest it is"}
	case officer != m.By.ID && m.By.Role != Manager:
		return refuse("not-yours", "Code 5.8", "Declare your own conflict of interest. A complaints manager may record another officer's")
	case blank(a.What):
		return &Refusal{Code: "no-conflict", Field: "what", Source: "Code 5.8",
			Reason: "Write what the interest is, such as a relation to the resident or a part in what is complained of"}
	case c.Conflicted(officer):
		return refuse("declared", "Code 5.8", "%s has already declared a conflict of interest in this case", o.Name)
	}
	c.Conflicts = append(c.Conflicts, Conflict{
		ID:      nextID(c.Conflicts, func(v Conflict) int { return v.ID }),
		Officer: officer, What: a.What, On: m.Today,
	})
	standDown(c, officer, m)
	return nil
}

// Conflicted says whether an officer has a conflict of interest in the case.
func (c *Case) Conflicted(officer int64) bool {
	return slices.ContainsFunc(c.Conflicts, func(v Conflict) bool { return v.Officer == officer })
}

// standDown takes an officer off a stage that is not answered yet: they stop
// handling and covering it. Where they looked after it for a colleague who is
// away, nobody would, so it is left for somebody to give out again.
func standDown(c *Case, officer int64, m Moment) {
	if s := c.Current(); s != nil && !s.Responded.IsZero() {
		return
	}
	handler, covers := c.post()
	if endCovers(covers, officer, m.Today) || *handler == officer {
		*handler = 0
	}
}
