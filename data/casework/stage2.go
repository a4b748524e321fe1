package casework

import (
	"casebook/data/calendar"
)

// AskStage2 takes a case to stage 2: asked for by mouth, to anyone, for some
// points or all, without reasons and without a time limit (ruling 14; Code
// 6.10 to 6.12).
type AskStage2 struct {
	On      calendar.Date
	Points  []int
	Reason  string // welcome, never needed
	Handler int64
}

// Name is the act's name in history.
func (a AskStage2) Name() ActName { return ActAskStage2 }

func (a AskStage2) happened() calendar.Date { return a.On }

func (a AskStage2) summary(Case, Moment) string { return "Stage 2 asked for" }

func (a AskStage2) decide(c *Case, m Moment) error {
	s := c.Current()
	switch {
	case s == nil:
		return refuse("no-stage", "Code 1.5", "A service request has no stages. Record a complaint")
	case s.Number >= 2:
		return refuse("stage-2", "Code 6.10", "Stage 2 was asked for on %s. It is the last stage; the Ombudsman is next", s.Asked.Letter())
	case s.Responded.IsZero():
		return refuse("not-answered", "Code 6.10", "Stage 1 has not been answered yet")
	}
	if err := past(a.On, s.Responded, m); err != nil {
		return err
	}
	for _, id := range a.Points {
		if c.Point(id) == nil {
			return refuse("no-point", "", "There is no point %d", id)
		}
	}
	next := Stage{Number: 2, Asked: a.On, Reason: a.Reason, Points: a.Points}
	if err := fresh(c, &next, a.Handler); err != nil {
		return err
	}
	give(&next, a.Handler)
	if err := setClocks(*c, &next, m); err != nil {
		return err
	}
	c.Stages = append(c.Stages, next)
	c.Closed = calendar.Date{}
	return nil
}
