package casework

import (
	"fmt"

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
	return promise(c, Promise{Text: a.Text, Owner: a.Owner, Due: a.Due}, m)
}

// promise keeps a dated commitment under the next number. Made while an answer
// is being written, it is that answer's promise.
func promise(c *Case, p Promise, m Moment) error {
	switch {
	case blank(p.Text):
		return &Refusal{Code: "no-promise", Field: "promise", Reason: "Write what we promise to do"}
	case blank(p.Owner):
		return &Refusal{Code: "no-owner", Field: "owner", Reason: "Enter who will see to it"}
	case p.Due.IsZero() || p.Due.Before(m.Today):
		return &Refusal{Code: "no-due", Field: "due", Source: "Code 7.3", Reason: "Enter the day by which it will be done, today or later"}
	}
	p.ID, p.Made, p.By = nextID(c.Promises, func(p Promise) int { return p.ID }), m.Today, m.By.ID
	if s := c.Current(); s != nil && s.Responded.IsZero() {
		p.Stage = s.Number
	}
	c.Promises = append(c.Promises, p)
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
	p, err := c.unkept(a.Promise)
	if err != nil {
		return err
	}
	p.Kept, p.Note = a.On, a.Note
	return nil
}

// unkept is a promise that has not been kept yet, or a refusal.
func (c *Case) unkept(id int) (*Promise, error) {
	for i := range c.Promises {
		if p := &c.Promises[i]; p.ID == id && p.Kept.IsZero() {
			return p, nil
		}
	}
	return nil, refuse("no-promise", "", "There is no open promise %d", id)
}

// ExplainPromise gives a promise that is not kept by its day a new one, with
// the explanation that the resident is owed (Code 6.6, 7.3). The days it had
// stay with it.
type ExplainPromise struct {
	Promise int
	To      calendar.Date
	Why     string
}

// Name is the act's name in history.
func (a ExplainPromise) Name() ActName { return ActExplainPromise }

func (a ExplainPromise) summary(Case, Moment) string {
	return fmt.Sprintf("Promise %d not kept in time, explained, now by %s", a.Promise, a.To.Letter())
}

func (a ExplainPromise) decide(c *Case, m Moment) error {
	p, err := c.unkept(a.Promise)
	if err != nil {
		return err
	}
	switch {
	case blank(a.Why):
		return &Refusal{Code: "no-reason", Field: "why", Source: "Code 7.3", Reason: "Write why it is not done by then, in words for the resident"}
	case !a.To.After(p.Due) || a.To.Before(m.Today):
		return &Refusal{Code: "no-due", Field: "to", Source: "Code 7.3",
			Reason: fmt.Sprintf("Enter the new day, today or later and after %s", p.Due.Letter())}
	}
	p.Moved = append(p.Moved, PromiseMove{
		ID: nextID(p.Moved, func(v PromiseMove) int { return v.ID }), From: p.Due, To: a.To, Why: a.Why, On: m.Today, By: m.By.ID,
	})
	p.Due = a.To
	return nil
}
