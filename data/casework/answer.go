package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// AnswerPoint gives one point its finding and the reasons for it (Code 6.7).
type AnswerPoint struct {
	Point   int
	Finding Outcome
	Reasons string
}

// Name is the act's name in history.
func (a AnswerPoint) Name() ActName { return ActAnswer }

func (a AnswerPoint) summary(Case, Moment) string {
	return fmt.Sprintf("Point %d answered: %s", a.Point, a.Finding)
}

func (a AnswerPoint) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	p := c.Point(a.Point)
	switch {
	case p == nil:
		return refuse("no-point", "", "There is no point %d", a.Point)
	case a.Finding != Upheld && a.Finding != NotUpheld:
		return &Refusal{Code: "no-finding", Field: "finding", Reason: "Choose upheld or not upheld"}
	case strings.TrimSpace(Tidy(a.Reasons)) == "":
		return &Refusal{Code: "no-reasons", Field: "reasons", Source: "Code 6.7", Reason: "Write the reasons for this finding, in words the resident can follow"}
	}
	if err := fresh(c, s, m.By.ID); err != nil {
		return err
	}
	p.Finding, p.Reasons, p.Answered, p.By, p.Stage = a.Finding, a.Reasons, m.Today, m.By.ID, s.Number
	return nil
}

// answering is the stage that is being answered, or a refusal.
func answering(c *Case) (*Stage, error) {
	if err := open(c); err != nil {
		return nil, err
	}
	s := c.Current()
	switch {
	case s == nil:
		return nil, refuse("no-stage", "Code 1.4", "A service request has no stage to answer")
	case !s.Responded.IsZero():
		return nil, refuse("answered", "ruling 16", "The stage %d response has gone. Correct it with a new letter, not by changing what it answered", s.Number)
	}
	return s, nil
}

// AddRemedy adds one way of putting things right (Code 7.1).
type AddRemedy struct {
	Kind string // the policy's id of the remedy
	Text string // what exactly we will do or have done
}

// Name is the act's name in history.
func (a AddRemedy) Name() ActName { return ActAddRemedy }

func (a AddRemedy) summary(Case, Moment) string { return "Remedy added: " + a.Text }

func (a AddRemedy) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.Text)) == "" {
		return &Refusal{Code: "no-remedy", Field: "remedy", Source: "Code 7.3", Reason: "Write what we will do to put it right"}
	}
	p, err := PolicyOf(*c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(p.Remedies, func(r policy.Remedy) bool { return r.ID == a.Kind }) {
		return &Refusal{Code: "no-such-remedy", Field: "kind", Reason: "Choose one of the policy's remedies"}
	}
	id := 1
	for _, r := range c.Remedies {
		id = max(id, r.ID+1)
	}
	c.Remedies = append(c.Remedies, Remedy{ID: id, Kind: a.Kind, Text: a.Text, Stage: s.Number})
	return nil
}

// DropRemedy takes back a remedy that has not been told to the resident.
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
			return nil
		}
	}
	return refuse("told", "ruling 16", "That remedy is not in the stage %d answer being written", s.Number)
}

// OfferRedress adds one sum of money to the answer, with its working.
type OfferRedress struct {
	Head    string // "financial loss" or "inconvenience" (ruling 18)
	Reason  string
	Working string
	Sum     redress.Pence
}

// Name is the act's name in history.
func (a OfferRedress) Name() ActName { return ActOfferRedress }

func (a OfferRedress) summary(Case, Moment) string {
	return fmt.Sprintf("Redress of %s added", a.Sum)
}

func (a OfferRedress) decide(c *Case, _ Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	switch {
	case a.Head != redress.FinancialLoss && a.Head != redress.Inconvenience:
		return &Refusal{Code: "no-head", Field: "head", Source: "ruling 18", Reason: "Choose financial loss or inconvenience"}
	case a.Sum <= 0 || a.Sum > redress.Most:
		return &Refusal{Code: "no-sum", Field: "sum", Reason: "Enter the sum to offer, such as £75 or £294.00"}
	case strings.TrimSpace(Tidy(a.Working)) == "":
		return &Refusal{Code: "no-working", Field: "working", Reason: "Write how the sum was reached. Every sum keeps its working"}
	}
	id := 1
	for _, l := range c.Redress {
		id = max(id, l.ID+1)
	}
	c.Redress = append(c.Redress, redress.Line{ID: id, Head: a.Head, Reason: a.Reason, Working: a.Working, Sum: a.Sum, Stage: s.Number})
	return nil
}

// DropRedress takes back a sum that has not been told to the resident.
type DropRedress struct{ Line int }

// Name is the act's name in history.
func (a DropRedress) Name() ActName { return ActDropRedress }

func (a DropRedress) summary(Case, Moment) string { return "Redress taken back" }

func (a DropRedress) decide(c *Case, _ Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	for i, l := range c.Redress {
		if l.ID == a.Line && l.Stage == s.Number {
			c.Redress = append(c.Redress[:i], c.Redress[i+1:]...)
			return nil
		}
	}
	return refuse("told", "ruling 16", "That sum is not in the stage %d answer being written", s.Number)
}

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

// past refuses a day that is missing, after today or before a first day. Where
// no day would do, the computer's clock is wrong and it says so.
func past(on, first calendar.Date, m Moment) error {
	switch {
	case first.After(m.Today):
		return &Refusal{Code: "clock", Field: "on", Reason: fmt.Sprintf(
			"This computer's clock says that today is %s, and the register has %s for what came before this. Set the clock right, then do it again",
			m.Today.Long(), first.Long())}
	case on.IsZero():
		return &Refusal{Code: "no-day", Field: "on", Reason: "Enter the day, such as today or 27 3 2026"}
	case on.After(m.Today):
		return &Refusal{Code: "future", Field: "on", Reason: "Enter the day. It cannot be after today, " + m.Today.Long()}
	case on.Before(first):
		return &Refusal{Code: "too-early", Field: "on", Reason: "Enter the day. It cannot be before " + first.Long()}
	}
	return nil
}
