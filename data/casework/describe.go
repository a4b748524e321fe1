package casework

import (
	"fmt"
	"slices"
)

// Describe sets out what we understand the complaint to be and the outcome
// sought, after the resident was heard (Code 5.6). Points already there keep
// their numbers and findings; a point left out is taken away unless something
// was decided of it. New points join stage 1 until its response goes; what
// comes up later is a new complaint (Code 6.8, ruling 14).
type Describe struct {
	Points  []PointText
	Wanted  string
	Subject string
}

// PointText is one complaint point as the officer writes it; ID 0 is new.
type PointText struct {
	ID      int
	Text    string
	NotOurs string // why we are not responsible for it (Code 5.7)
	Still   string // at stage 2: what is unresolved, in the resident's words; empty keeps what was said
}

// Name is the act's name in history.
func (d Describe) Name() ActName { return ActDescribe }

func (d Describe) summary(c Case, _ Moment) string {
	what := upperFirst(c.Kind.Noun()) + " set out"
	if len(c.Points) == 0 {
		return what // only a complaint needs points
	}
	return fmt.Sprintf("%s in %s", what, count(len(c.Points), "point", "points"))
}

func (d Describe) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	if c.Kind.Promised() {
		return refuse("no-stage", "ruling 24", "This is %s, and has no points to set out", c.Kind.one())
	}
	if s := c.Current(); s != nil && !s.Responded.IsZero() {
		return refuse("answered", "Code 6.8", "The stage %d response has gone. New matters go into a new complaint linked to this one", s.Number)
	}
	points, err := d.points(c, m)
	if err != nil {
		return err
	}
	for _, p := range c.Points {
		if slices.ContainsFunc(points, func(kept Point) bool { return kept.ID == p.ID }) {
			continue
		}
		if err := mayDrop(c, p); err != nil {
			return err
		}
	}
	if c.Kind == Complaint && len(points) == 0 {
		return refuse("no-points", "Code 5.6", "A complaint needs at least one point. Write what we understand it to be")
	}
	first := nextPoint(c)
	c.Points, c.Wanted, c.Subject = points, d.Wanted, d.Subject
	startAdded(c, m, first)
	return nil
}

// points are the case's points as they are to be, each at most once.
func (d Describe) points(c *Case, m Moment) ([]Point, error) {
	var points []Point
	next := nextPoint(c)
	for i, text := range d.Points {
		field := fmt.Sprintf("point %d", i+1)
		if blank(text.Text) {
			return nil, &Refusal{Code: "no-point", Field: field, Source: "Code 5.6",
				Reason: fmt.Sprintf("Write what point %d is, or take it away", i+1)}
		}
		p := Point{ID: next, Added: m.Today}
		if old := c.Point(text.ID); old != nil {
			p = *old
		} else if c.StageNumber() > 1 {
			return nil, &Refusal{Code: "new-matters", Field: field, Source: "Code 6.8, ruling 14",
				Reason: "The stage 1 response has gone. New matters go into a new complaint linked to this one"}
		} else {
			next++
		}
		if slices.ContainsFunc(points, func(other Point) bool { return other.ID == p.ID }) {
			return nil, &Refusal{Code: "twice", Field: field, Reason: fmt.Sprintf("Point %d is there twice. Take one away", p.ID)}
		}
		p.Text, p.NotOurs = text.Text, text.NotOurs
		if text.Still != "" && c.reviewed(p.ID) {
			p.Still = text.Still
		}
		points = append(points, p)
	}
	return points, nil
}

// reviewed says whether a point was taken to stage 2, where the resident says
// what of it is unresolved.
func (c *Case) reviewed(point int) bool {
	s := c.Current()
	return s != nil && s.Number > 1 && slices.ContainsFunc(c.StagePoints(s), func(p *Point) bool { return p.ID == point })
}

// nextPoint is the number of a new point. One that evidence or a letter speaks
// of is never given again, though its point was taken away.
func nextPoint(c *Case) int {
	next := nextID(c.Points, func(p Point) int { return p.ID })
	for _, e := range c.Evidence {
		next = max(next, e.Point+1)
	}
	for _, l := range c.Letters {
		for _, point := range l.Points {
			next = max(next, point+1)
		}
	}
	return next
}

// mayDrop refuses to take a point away of which something was decided.
func mayDrop(c *Case, p Point) error {
	switch {
	case p.Finding != "", c.StageNumber() > 1:
		return refuse("answered-point", "Code 6.7", "Point %d has been answered and cannot be taken away", p.ID)
	case p.Excluded.Reason != "":
		return refuse("excluded-point", "Code 2.4", "Point %d was left out with its reason on %s and cannot be taken away", p.ID, p.Excluded.On.Letter())
	case !p.Passed.On.IsZero():
		return refuse("passed-point", "Code 5.7", "Point %d was passed on to %s and cannot be taken away", p.ID, p.Passed.To)
	}
	return nil
}
