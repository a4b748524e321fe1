package casework

import (
	"strings"

	"casebook/data/calendar"
)

// Reopening is a case opened again, and why.
type Reopening struct {
	ID     int           `json:"id"`
	On     calendar.Date `json:"on"`
	Closed calendar.Date `json:"closed,omitzero"` // the day it had been closed
	Ended  Ending        `json:"ended,omitempty"`
	Why    string        `json:"why" history:"personal"`
	By     int64         `json:"by"`
}

// Reopen opens a closed or withdrawn case again, with a reason. Its dates stay
// what they were: time ran on meanwhile (ruling 9).
type Reopen struct{ Why string }

// Name is the act's name in history.
func (a Reopen) Name() ActName { return ActReopen }

func (a Reopen) summary(Case, Moment) string { return "Case reopened" }

func (a Reopen) decide(c *Case, m Moment) error {
	switch {
	case c.Closed.IsZero() && c.Withdrawn.IsZero():
		return refuse("not-closed", "", "%s is open", c.Reference)
	case strings.TrimSpace(Tidy(a.Why)) == "":
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why the case is opened again"}
	case !c.Void.IsZero() && m.By.Role != Manager:
		return refuse("managers-only", "", "A manager marked this as recorded in error. Ask a complaints manager to open it again")
	}
	id := 1
	for _, r := range c.Reopenings {
		id = max(id, r.ID+1)
	}
	c.Reopenings = append(c.Reopenings, Reopening{ID: id, On: m.Today, Closed: c.Closed, Ended: c.Ended, Why: a.Why, By: m.By.ID})
	c.Closed, c.Ended = calendar.Date{}, ""
	c.Withdrawn, c.WithdrawnWhy = calendar.Date{}, ""
	c.Void, c.VoidWhy = calendar.Date{}, ""
	return nil
}
