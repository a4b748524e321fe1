package casework

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Overturn sets a refusal aside: the office itself, or the Ombudsman who may
// make us accept the complaint (Code 2.4). The day of receipt stays, and the
// acknowledgement is due from the day of the overturning; both are shown
// (ruling 13).
type Overturn struct {
	Point int // 0: stage 2, which was refused as a whole
	On    calendar.Date
	Who   string
	Why   string
}

// Name is the act's name in history.
func (a Overturn) Name() ActName { return ActOverturn }

func (a Overturn) happened() calendar.Date { return a.On }

func (a Overturn) summary(c Case, _ Moment) string {
	if a.Point == 0 {
		return "Refusal of stage 2 set aside by " + a.Who
	}
	return fmt.Sprintf("Refusal of point %d set aside by %s", a.Point, a.Who)
}

func (a Overturn) decide(c *Case, m Moment) error {
	s, e, err := a.standing(c)
	if err != nil {
		return err
	}
	if err := past(a.On, e.On, m); err != nil {
		return err
	}
	switch {
	case blank(a.Who):
		return &Refusal{Code: "no-who", Field: "who", Reason: "Enter who set the refusal aside: an officer, or the Ombudsman"}
	case blank(a.Why):
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why the refusal was set aside"}
	}
	nothing := c.refused(s)
	e.Overturned, e.Overturner, e.Why = a.On, a.Who, a.Why
	if !c.Closed.IsZero() {
		id := nextID(c.Reopenings, func(r Reopening) int { return r.ID })
		c.Reopenings = append(c.Reopenings, Reopening{ID: id, On: m.Today, Closed: c.Closed, Ended: c.Ended, Why: a.Why, By: m.By.ID})
		c.Closed, c.Ended = calendar.Date{}, ""
	}
	// Where other points went on, their acknowledgement stays due when it was:
	// no refusal buys time for what was never refused.
	if nothing && s.Acknowledged.IsZero() {
		return countFromOverturning(*c, s, a.On, m)
	}
	return nil
}

// standing finds the refusal that is to be set aside, and its stage.
func (a Overturn) standing(c *Case) (*Stage, *Exclusion, error) {
	s := c.Current()
	switch {
	case s == nil:
		return nil, nil, refuse("no-stage", "Code 1.4", "Nothing was refused here: there is no complaint")
	case !c.Withdrawn.IsZero():
		return nil, nil, refuse("withdrawn", "", "The resident withdrew the complaint on %s. Reopen it first", c.Withdrawn.Letter())
	case !c.Closed.IsZero() && c.Ended != NotAccepted:
		return nil, nil, a.answered(c, "was closed")
	case !s.Responded.IsZero():
		return nil, nil, a.answered(c, "has been answered")
	}
	if a.Point == 0 {
		if !s.Refused.Stands() {
			return nil, nil, refuse("not-refused", "ruling 13", "Stage %d was not refused", s.Number)
		}
		return s, &s.Refused, nil
	}
	p := c.Point(a.Point)
	switch {
	case p == nil:
		return nil, nil, refuse("no-point", "", "There is no point %d", a.Point)
	case !p.Excluded.Stands():
		return nil, nil, refuse("not-refused", "ruling 13", "Point %d was not refused", a.Point)
	case s.Number > 1:
		return nil, nil, a.answered(c, "has been answered at stage 1")
	}
	return s, &p.Excluded, nil
}

// answered tells what to do when the rest of the case is over: its letters and
// dates stay as they were, and the point gets a case of its own.
func (a Overturn) answered(c *Case, how string) error {
	return refuse("answered", "ruling 13", "The case %s. Record the point as a new complaint linked to this one, received on %s, with the day the refusal was set aside",
		how, c.Received.Letter())
}

// countFromOverturning makes the acknowledgement of a stage due from the day
// its refusal was set aside, and what is counted from it (ruling 13). The date
// that stood first is kept beside it.
func countFromOverturning(c Case, s *Stage, on calendar.Date, m Moment) error {
	p, err := PolicyOf(c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	by, ok := p.Due(policy.AcknowledgeOverturned, on, m.Holidays)
	if !ok {
		rule, _ := p.Stage(s.Number)
		if by, ok = p.Due(rule.Acknowledge, on, m.Holidays); !ok {
			return refuse("no-clock", "ruling 13", "The policy of this case has no time for an acknowledgement")
		}
	}
	if s.FirstAcknowledgeBy.Due.IsZero() {
		s.FirstAcknowledgeBy = s.AcknowledgeBy
	}
	s.AcknowledgeBy = by
	return setClocks(c, s, m)
}
