package casework

import (
	"errors"
	"fmt"
	"slices"

	"casebook/data/redress"
)

// RulesOf are the rules that a sum of a stage is worked out by at a moment: the
// policy that the stage is answered under, and the office's own settings. For no
// case at all, as at a counter's calculator, they are those in force today.
func RulesOf(c Case, stage int, m Moment) redress.Rules {
	r := redress.Rules{Set: m.Policies, Holidays: m.Holidays, Today: m.Today, Office: m.Settings.Redress}
	asked := c.Received
	if stage > 0 && stage <= len(c.Stages) {
		asked = c.Stages[stage-1].Asked
	}
	p, err := PolicyOf(c, stage, asked, m.Policies)
	if err != nil {
		p = m.Policies.InForceOn(m.Today)
	}
	r.Policy = p
	return r
}

// OfferRedress adds one sum to the ledger, worked out from what the officer
// gave. In a complaint it is part of the answer being written. What a page
// promises whatever is complained of and what the Right to Repair gives may also
// be added to any open record that has no answer being written: it stands at
// stage 0. What an ombudsman ordered may be added at any time after the
// determination, also to a closed case: it stands at stage 0 too and is no offer.
type OfferRedress struct {
	Input  redress.Input
	Repair int // the case's repair that it pays for, where there is one
}

// Name is the act's name in history.
func (a OfferRedress) Name() ActName { return ActOfferRedress }

func (a OfferRedress) summary(c Case, _ Moment) string {
	return "Redress of " + c.Redress[len(c.Redress)-1].Sum.String() + " added"
}

func (a OfferRedress) decide(c *Case, m Moment) error {
	stage, err := c.place(a.Input.Kind, m)
	if err != nil {
		return err
	}
	line, err := c.work(a.Input, stage, m)
	if err != nil {
		return err
	}
	line.ID, line.Stage, line.By = nextID(c.Redress, func(l redress.Line) int { return l.ID }), stage, m.By.ID
	if err := c.fits(line); err != nil {
		return err
	}
	if err := c.pays(a.Repair, line); err != nil {
		return err
	}
	c.Redress = append(c.Redress, line)
	c.changed(line)
	return nil
}

// standsAlone says whether a kind of line is owed outside any answer: promised
// on a page, or given by the law.
func standsAlone(k redress.Kind) bool {
	switch k {
	case redress.Visits, redress.Letters, redress.DoorOut, redress.Repaired:
		return true
	}
	return false
}

// owedAlone takes out of an answer that is not to be given what is owed without
// it: a promise of the pages and the Right to Repair hold whether or not anybody
// complains (ruling 1). It is told and paid by itself.
func (c *Case) owedAlone(s *Stage) {
	moved := false
	for i := range c.Redress {
		if l := &c.Redress[i]; l.Stage == s.Number && l.Head.Outright() && !c.told(l.ID) {
			l.Stage, moved = 0, true
		}
	}
	if moved {
		c.unsettle()
	}
}

// place is the stage at which a new line stands.
func (c *Case) place(kind redress.Kind, m Moment) (int, error) {
	if !c.Void.IsZero() {
		return 0, refuse("void", "", "%s was recorded in error on %s. Nothing is offered on it", c.Reference, c.Void.Letter())
	}
	if kind == redress.Ordered {
		return 0, nil
	}
	if err := open(c); err != nil {
		return 0, err
	}
	s, err := answering(c)
	switch {
	case err == nil && !c.refused(s):
		return s.Number, fresh(c, s, m.By.ID)
	case standsAlone(kind):
		return 0, fresh(c, nil, m.By.ID)
	case err != nil && c.Current() != nil:
		return 0, err
	case err == nil:
		return 0, refuse("not-accepted", "ruling 13", "Nothing of this is dealt with as a complaint, so there is no answer to offer money in")
	}
	return 0, refuse("no-stage", "ruling 18", "Money for a loss or an inconvenience is part of the answer to a complaint. This is a %s. Record the complaint first", c.Kind)
}

// work works a line out, with what is to be mended as a refusal. That a tenancy
// has the Right to Repair is how its home is marked, not a tick beside the sum
// (ruling 20).
func (c *Case) work(in redress.Input, stage int, m Moment) (redress.Line, error) {
	if in.Kind == redress.Repaired {
		if err := c.repairable(); err != nil {
			return redress.Line{}, err
		}
	}
	line, err := redress.Work(c.asTold(in), RulesOf(*c, stage, m))
	return line, problem(err)
}

// problem makes a refusal of an input that cannot be worked out.
func problem(err error) error {
	var p *redress.Problem
	if errors.As(err, &p) {
		return &Refusal{Code: p.Code, Field: p.Field, Reason: p.Reason, Source: p.Source}
	}
	return err
}

// fits refuses a line about an event that another pays for already, and an award
// that is not what the ombudsman ordered.
func (c *Case) fits(line redress.Line) error {
	if err := problem(redress.CheckAlso(c.Redress, line)); err != nil {
		return err
	}
	if line.Head != redress.Award {
		return nil
	}
	award := line.Input.Award
	r, o := c.order(award)
	switch {
	case o == nil:
		return &Refusal{Code: "no-order", Field: "order", Reason: "Choose the order of the determination that this pays. Record the determination first"}
	case r.Body != award.Body:
		return &Refusal{Code: "no-order", Field: "body", Reason: "That order was made by another ombudsman. Choose the one who made it"}
	case o.Sum != award.Sum:
		return &Refusal{Code: "other-sum", Field: "sum", Reason: fmt.Sprintf("Enter %s, the sum that was ordered", o.Sum)}
	}
	for _, l := range c.Redress {
		if l.Head == redress.Award && l.ID != line.ID && l.Input.Award.Referral == award.Referral && l.Input.Award.Order == award.Order {
			return refuse("ordered", "", "The sum of this order is in the ledger already")
		}
	}
	return nil
}

// pays notes on a repair the line that pays for it.
func (c *Case) pays(repair int, line redress.Line) error {
	if repair == 0 {
		return nil
	}
	for i := range c.Repairs {
		if r := &c.Repairs[i]; r.ID == repair {
			if line.Head != redress.RightToRepair || r.Line != 0 && r.Line != line.ID {
				return refuse("other-line", "", "Repair %d is not paid for by this sum", repair)
			}
			r.Line = line.ID
			return nil
		}
	}
	return refuse("no-repair", "", "There is no repair %d on this case", repair)
}

// changed makes the offer one to be approved again, unless an ombudsman ordered
// the line: that needs nobody's agreement.
func (c *Case) changed(line redress.Line) {
	if line.Head != redress.Award {
		c.unsettle()
	}
}

// ChangeRedress works a sum out again from other inputs, before the resident is
// told of it.
type ChangeRedress struct {
	Line  int
	Input redress.Input
}

// Name is the act's name in history.
func (a ChangeRedress) Name() ActName { return ActChangeRedress }

func (a ChangeRedress) summary(c Case, _ Moment) string {
	return "Redress changed to " + c.Line(a.Line).Sum.String()
}

func (a ChangeRedress) decide(c *Case, m Moment) error {
	old, err := c.changeable(a.Line, m)
	if err != nil {
		return err
	}
	line, err := c.work(a.Input, old.Stage, m)
	if err != nil {
		return err
	}
	if (line.Head == redress.Award) != (old.Head == redress.Award) || old.Stage == 0 && !line.Head.Outright() {
		return &Refusal{Code: "other-kind", Field: "kind", Reason: "Take this sum back and add the other one. They do not stand in the same place"}
	}
	line.ID, line.Stage, line.By, line.Changed = old.ID, old.Stage, old.By, old.Changed
	if m.By.ID != line.By && !slices.Contains(line.Changed, m.By.ID) {
		line.Changed = append(line.Changed, m.By.ID)
	}
	if err := c.fits(line); err != nil {
		return err
	}
	*old = line
	if line.Head != redress.RightToRepair {
		c.unpays(line.ID)
	}
	c.changed(line)
	return nil
}

// unpays takes a line off the repair that it paid for.
func (c *Case) unpays(line int) {
	for i := range c.Repairs {
		if c.Repairs[i].Line == line {
			c.Repairs[i].Line = 0
		}
	}
}

// changeable is a line that the resident has not been told of and that nothing
// was paid for.
func (c *Case) changeable(id int, m Moment) (*redress.Line, error) {
	if !c.Void.IsZero() {
		return nil, refuse("void", "", "%s was recorded in error on %s", c.Reference, c.Void.Letter())
	}
	l := c.Line(id)
	switch {
	case l == nil:
		return nil, refuse("no-line", "", "There is no sum %d on this case", id)
	case slices.ContainsFunc(c.Payments, func(p Payment) bool {
		return slices.ContainsFunc(p.Shares, func(s Share) bool { return s.ID == id })
	}):
		return nil, refuse("paid", "ruling 16", "A payment of this sum is on the record")
	case c.told(id):
		return nil, refuse("told", "ruling 16", "The resident was told of this sum on %s", c.OfferOf(id).Told.Letter())
	case l.Head == redress.Award:
		return l, nil
	case l.Stage == 0:
		if err := open(c); err != nil {
			return nil, err
		}
		return l, fresh(c, nil, m.By.ID)
	}
	s, err := answering(c)
	if err != nil {
		return nil, err
	}
	if s.Number != l.Stage {
		return nil, refuse("told", "ruling 16", "That sum is not in the stage %d answer being written", s.Number)
	}
	return l, fresh(c, s, m.By.ID)
}

// DropRedress takes back a sum that has not been told to the resident.
type DropRedress struct{ Line int }

// Name is the act's name in history.
func (a DropRedress) Name() ActName { return ActDropRedress }

func (a DropRedress) summary(Case, Moment) string { return "Redress taken back" }

func (a DropRedress) decide(c *Case, m Moment) error {
	l, err := c.changeable(a.Line, m)
	if err != nil {
		return err
	}
	line := *l
	c.Redress = slices.DeleteFunc(c.Redress, func(l redress.Line) bool { return l.ID == line.ID })
	c.unpays(line.ID)
	c.changed(line)
	return nil
}
