package casework

import (
	"casebook/data/calendar"
)

// PassOn hands a point that is not ours to whoever deals with it, such as the
// council's Corporate Complaints Officer; the rest of the case goes on
// (Code 5.7). The resident is told by the letter that goes with it. Point 0 is
// the whole of a record that is no complaint.
type PassOn struct {
	Point int
	To    string
	On    calendar.Date
	How   string
	Why   string // why it is not ours; empty says who deals with it
}

// Name is the act's name in history.
func (a PassOn) Name() ActName { return ActPassOn }

func (a PassOn) happened() calendar.Date { return a.On }

func (a PassOn) summary(Case, Moment) string { return "Passed to " + a.To }

func (a PassOn) decide(c *Case, m Moment) error {
	points, err := a.points(c, m)
	if err != nil {
		return err
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	switch {
	case blank(a.To):
		return &Refusal{Code: "no-recipient", Field: "to", Source: "Code 5.7", Reason: "Enter who deals with it and was told, such as the council's Corporate Complaints Officer"}
	case blank(a.How):
		return &Refusal{Code: "no-way", Field: "how", Reason: "Enter how it was passed on, such as by e-mail"}
	}
	for _, p := range points {
		if err := a.pass(p, m); err != nil {
			return err
		}
	}
	return nil
}

// pass hands over one point.
func (a PassOn) pass(p *Point, m Moment) error {
	switch {
	case p.Excluded.Stands():
		return refuse("excluded", "ruling 13", "Point %d was left out of the complaint and has its own letter", p.ID)
	case !p.Passed.On.IsZero():
		return refuse("passed", "", "Point %d was passed to %s on %s", p.ID, p.Passed.To, p.Passed.On.Letter())
	}
	p.Passed = Passing{To: a.To, On: a.On, How: a.How, By: m.By.ID}
	if !blank(a.Why) {
		p.NotOurs = a.Why
	}
	if blank(p.NotOurs) {
		p.NotOurs = a.To + " deals with this"
	}
	return nil
}

// points are what is passed on: one point, or all of a record that is no
// complaint. Such a record may have none yet; its story, as told, is then one.
func (a PassOn) points(c *Case, m Moment) ([]*Point, error) {
	if c.Kind == Complaint {
		if _, err := answering(c); err != nil {
			return nil, err
		}
	} else if err := open(c); err != nil {
		return nil, err
	}
	if a.Point == 0 && c.Kind != Complaint {
		if len(c.Points) == 0 {
			c.Points = []Point{{ID: 1, Text: c.Story, Added: m.Today}}
		}
		var all []*Point
		for i := range c.Points {
			all = append(all, &c.Points[i])
		}
		return all, nil
	}
	if p := c.Point(a.Point); p != nil {
		return []*Point{p}, nil
	}
	return nil, &Refusal{Code: "no-point", Field: "point", Reason: "Choose the point that is not ours"}
}
