package casework

import (
	"fmt"
	"strings"
)

// Describe sets out what we understand the complaint to be and the outcome
// sought, after the resident was heard (Code 5.6). Points already there keep
// their numbers and findings; a point left out is taken away unless it has
// been answered. New points join a stage that has not been answered yet
// (Code 6.8).
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
	Still   string // at stage 2: what is still unresolved, in the resident's words (Code 6.14)
}

// Name is the act's name in history.
func (d Describe) Name() ActName { return ActDescribe }

func (d Describe) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Complaint set out in %s", count(len(c.Points), "point", "points"))
}

func (d Describe) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	s := c.Current()
	if s != nil && !s.Responded.IsZero() {
		return refuse("answered", "Code 6.8", "The stage %d response has gone. New matters go into a new complaint linked to this one", s.Number)
	}
	kept := map[int]bool{}
	var points []Point
	next := 1
	for _, p := range c.Points {
		next = max(next, p.ID+1)
	}
	for i, text := range d.Points {
		if strings.TrimSpace(Tidy(text.Text)) == "" {
			return &Refusal{Code: "no-point", Field: fmt.Sprintf("point %d", i+1), Source: "Code 5.6",
				Reason: fmt.Sprintf("Write what point %d is, or take it away", i+1)}
		}
		if old := c.Point(text.ID); old != nil {
			p := *old
			p.Text, p.NotOurs = text.Text, text.NotOurs
			points, kept[p.ID] = append(points, p), true
			continue
		}
		points = append(points, Point{ID: next, Text: text.Text, NotOurs: text.NotOurs, Added: m.Today})
		next++
	}
	for _, p := range c.Points {
		if !kept[p.ID] && p.Finding != "" {
			return refuse("answered-point", "Code 6.7", "Point %d has been answered and cannot be taken away", p.ID)
		}
	}
	if c.Kind == Complaint && len(points) == 0 {
		return refuse("no-points", "Code 5.6", "A complaint needs at least one point. Write what we understand it to be")
	}
	c.Points, c.Wanted, c.Subject = points, d.Wanted, d.Subject
	return nil
}
