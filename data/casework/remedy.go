package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
	"slices"
)

// Remedy is one way of putting things right (Code 7.1), by the policy's id.
type Remedy struct {
	ID    int    `json:"id"`
	Kind  string `json:"kind"`
	Text  string `json:"text" history:"personal"`
	Stage int    `json:"stage"`
	By    int64  `json:"by,omitempty"` // who decided it
}

// Promise is a dated commitment. It outlives the closing of its case
// (Code 6.6, 7.3).
type Promise struct {
	ID    int           `json:"id"`
	Text  string        `json:"text" history:"personal"`
	Owner string        `json:"owner"`
	Due   calendar.Date `json:"due"`
	Made  calendar.Date `json:"made"`
	Kept  calendar.Date `json:"kept"`
	Note  string        `json:"note" history:"personal"`

	Stage  int           `json:"stage,omitempty"`  // whose answer promised it
	Remedy int           `json:"remedy,omitempty"` // the remedy it carries out
	By     int64         `json:"by,omitempty"`     // who made it
	Moved  []PromiseMove `json:"moved,omitempty"`  // each time it was not kept and the resident was told why
}

// PromiseMove is a promise that was not kept by its day, with the explanation that
// the resident was given (Code 6.6, 7.3).
type PromiseMove struct {
	ID   int           `json:"id"`
	From calendar.Date `json:"from"`
	To   calendar.Date `json:"to"`
	Why  string        `json:"why" history:"personal"`
	On   calendar.Date `json:"on"`
	By   int64         `json:"by"`
}

// AddRemedy adds one way of putting things right (Code 7.1). One with a day
// says who will see to it and is a promise as well (Code 7.3).
type AddRemedy struct {
	Kind  string // the policy's id of the remedy
	Text  string // what exactly we will do or have done
	Due   calendar.Date
	Owner string
}

// Name is the act's name in history.
func (a AddRemedy) Name() ActName { return ActAddRemedy }

func (a AddRemedy) summary(Case, Moment) string { return "Remedy added: " + a.Text }

func (a AddRemedy) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	if blank(a.Text) {
		return &Refusal{Code: "no-remedy", Field: "remedy", Source: "Code 7.3", Reason: "Write what we will do to put it right"}
	}
	if err := fresh(c, s, m.By.ID); err != nil {
		return err
	}
	p, err := PolicyOf(*c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(p.Remedies, func(r policy.Remedy) bool { return r.ID == a.Kind }) {
		return &Refusal{Code: "no-such-remedy", Field: "kind", Reason: "Choose one of the policy's remedies"}
	}
	id := nextID(c.Remedies, func(r Remedy) int { return r.ID })
	c.Remedies = append(c.Remedies, Remedy{ID: id, Kind: a.Kind, Text: a.Text, Stage: s.Number, By: m.By.ID})
	if a.Due.IsZero() && blank(a.Owner) {
		return nil
	}
	return promise(c, Promise{Text: a.Text, Owner: a.Owner, Due: a.Due, Remedy: id}, m)
}

// DropRemedy takes back a remedy that has not been told to the resident, and
// its promise with it unless that has been kept already.
type DropRemedy struct{ Remedy int }

// Name is the act's name in history.
func (a DropRemedy) Name() ActName { return ActDropRemedy }

func (a DropRemedy) summary(Case, Moment) string { return "Remedy taken back" }

func (a DropRemedy) decide(c *Case, _ Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	for i, r := range c.Remedies {
		if r.ID == a.Remedy && r.Stage == s.Number {
			c.Remedies = append(c.Remedies[:i], c.Remedies[i+1:]...)
			c.Promises = slices.DeleteFunc(c.Promises, func(p Promise) bool { return p.Remedy == a.Remedy && p.Kept.IsZero() })
			for i := range c.Promises {
				if c.Promises[i].Remedy == a.Remedy {
					c.Promises[i].Remedy = 0 // kept: it stands by itself
				}
			}
			return nil
		}
	}
	return refuse("told", "ruling 16", "That remedy is not in the stage %d answer being written", s.Number)
}
