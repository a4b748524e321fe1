package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
)

// AskStage2 takes a case to stage 2: asked for by mouth, to anyone, for some
// points or all, without reasons and without a time limit (ruling 14; Code
// 6.10 to 6.12). New matters in the request become a new stage 1 case, linked
// to this one (Code 6.8).
type AskStage2 struct {
	On      calendar.Date
	Points  []int
	Still   []StillText // what is unresolved, point by point (Code 6.11)
	Wanted  string      // what would put it right now
	Reason  string      // welcome, never needed
	Handler int64
}

// StillText is what is still unresolved about one point, in the resident's
// words.
type StillText struct {
	Point int
	Text  string
}

// Name is the act's name in history.
func (a AskStage2) Name() ActName { return ActAskStage2 }

func (a AskStage2) happened() calendar.Date { return a.On }

func (a AskStage2) summary(Case, Moment) string {
	if len(a.Points) > 0 {
		return fmt.Sprintf("Stage 2 asked for, for %s", count(len(a.Points), "point", "points"))
	}
	return "Stage 2 asked for"
}

func (a AskStage2) decide(c *Case, m Moment) error {
	s, err := furtherAnswer(c)
	if err != nil {
		return err
	}
	if err := past(a.On, s.Responded, m); err != nil {
		return err
	}
	if err := a.checkPoints(c); err != nil {
		return err
	}
	next := Stage{Number: 2, Asked: a.On, Reason: a.Reason, Wanted: a.Wanted, Points: a.Points}
	if err := setClocks(*c, &next, m); err != nil {
		return err
	}
	if err := a.handler(c, &next, m); err != nil {
		return err
	}
	give(&next, a.Handler)
	for _, still := range a.Still {
		c.Point(still.Point).Still = still.Text
	}
	c.Stages = append(c.Stages, next)
	c.Closed, c.Ended = calendar.Date{}, ""
	return nil
}

// handler refuses whoever may not have stage 2; it may wait for somebody.
func (a AskStage2) handler(c *Case, next *Stage, m Moment) error {
	if a.Handler == 0 {
		return nil
	}
	return mayHandle(c, next, a.Handler, "handler", m)
}

func (a AskStage2) checkPoints(c *Case) error {
	seen := map[int]bool{}
	for _, id := range a.Points {
		if c.Point(id) == nil || seen[id] {
			return refuse("no-point", "", "There is no point %d, or it is named twice", id)
		}
		if c.Point(id).Excluded.Stands() {
			return refuse("not-accepted", "Code 2.4", "Point %d was left out of the complaint, so it has no answer to take to stage 2. The resident can take that to the Housing Ombudsman at any time, or a manager can set it aside", id)
		}
		seen[id] = true
	}
	for _, still := range a.Still {
		if c.Point(still.Point) == nil || len(a.Points) > 0 && !slices.Contains(a.Points, still.Point) {
			return refuse("no-point", "", "Point %d is not among those taken to stage 2", still.Point)
		}
	}
	return nil
}

// furtherAnswer is the answered stage 1 that stage 2, or the earlier policy's
// appeal, follows; or a refusal.
func furtherAnswer(c *Case) (*Stage, error) {
	s := c.Current()
	switch {
	case !c.Void.IsZero():
		return nil, refuse("void", "", "%s was recorded in error", c.Reference)
	case s == nil:
		return nil, refuse("no-stage", "Code 1.5", "This is %s, which has no stages. Record a complaint", c.Kind.one())
	case s.Appeal:
		return nil, refuse("appealed", "ruling 3", "The appeal was asked for on %s. It is the last answer; the Ombudsman is next", s.Asked.Letter())
	case s.Number >= 2:
		return nil, refuse("stage-2", "Code 6.10", "Stage 2 was asked for on %s. It is the last stage; the Ombudsman is next", s.Asked.Letter())
	case s.Responded.IsZero() && c.refused(s):
		return nil, refuse("not-answered", "Code 2.4", "This was not accepted as a complaint, so there is no answer to take to stage 2. The resident can take the refusal to the Housing Ombudsman at any time, or a manager can set it aside")
	case s.Responded.IsZero():
		return nil, refuse("not-answered", "Code 6.10", "Stage 1 has not been answered yet. The resident can ask the Housing Ombudsman at any time")
	}
	return s, nil
}
