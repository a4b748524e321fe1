package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// MakePromise makes a dated commitment with an owner (Code 6.6, 7.3).
type MakePromise struct {
	Text  string
	Owner string
	Due   calendar.Date
}

// Name is the act's name in history.
func (a MakePromise) Name() ActName { return ActPromise }

func (a MakePromise) summary(Case, Moment) string {
	return fmt.Sprintf("Promised by %s: %s", a.Due.Letter(), a.Text)
}

func (a MakePromise) decide(c *Case, m Moment) error {
	switch {
	case strings.TrimSpace(Tidy(a.Text)) == "":
		return &Refusal{Code: "no-promise", Field: "promise", Reason: "Write what we promise to do"}
	case strings.TrimSpace(Tidy(a.Owner)) == "":
		return &Refusal{Code: "no-owner", Field: "owner", Reason: "Enter who will see to it"}
	case a.Due.IsZero() || a.Due.Before(m.Today):
		return &Refusal{Code: "no-due", Field: "due", Source: "Code 7.3", Reason: "Enter the day by which it will be done, today or later"}
	}
	id := 1
	for _, p := range c.Promises {
		id = max(id, p.ID+1)
	}
	c.Promises = append(c.Promises, Promise{ID: id, Text: a.Text, Owner: a.Owner, Due: a.Due, Made: m.Today})
	return nil
}

// KeepPromise records that a promise was kept and when. It may be done after
// the case is closed.
type KeepPromise struct {
	Promise int
	On      calendar.Date
	Note    string
}

// Name is the act's name in history.
func (a KeepPromise) Name() ActName { return ActKeepPromise }

func (a KeepPromise) happened() calendar.Date { return a.On }

func (a KeepPromise) summary(c Case, _ Moment) string {
	for _, p := range c.Promises {
		if p.ID == a.Promise {
			return "Promise kept: " + p.Text
		}
	}
	return "Promise kept"
}

func (a KeepPromise) decide(c *Case, m Moment) error {
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	for i := range c.Promises {
		p := &c.Promises[i]
		if p.ID == a.Promise && p.Kept.IsZero() {
			p.Kept, p.Note = a.On, a.Note
			return nil
		}
	}
	return refuse("no-promise", "", "There is no open promise %d", a.Promise)
}
