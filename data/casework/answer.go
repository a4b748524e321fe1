package casework

import (
	"fmt"
	"slices"
	"strings"
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
	case s.Refused.Stands():
		return refuse("not-accepted", "Code 5.11", "Stage 2 was not opened, so there is nothing to answer")
	case len(s.Points) > 0 && !slices.Contains(s.Points, a.Point):
		return refuse("other-stage", "ruling 14", "Point %d was not taken to stage %d. What stage 1 found of it stands", a.Point, s.Number)
	case p.Excluded.Stands():
		return refuse("excluded", "ruling 13", "Point %d was left out of the complaint and has its own letter", a.Point)
	case a.Finding != Upheld && a.Finding != NotUpheld:
		return &Refusal{Code: "no-finding", Field: "finding", Reason: "Choose upheld or not upheld"}
	case strings.TrimSpace(Tidy(a.Reasons)) == "":
		return &Refusal{Code: "no-reasons", Field: "reasons", Source: "Code 6.7", Reason: "Write the reasons for this finding, in words the resident can follow"}
	}
	if err := fresh(c, s, m.By.ID); err != nil {
		return err
	}
	if p.Finding != "" && p.Stage < s.Number {
		p.Earlier = append(p.Earlier, p.last())
	}
	p.Finding, p.Reasons, p.Answered, p.By, p.Stage = a.Finding, a.Reasons, m.Today, m.By.ID, s.Number
	return nil
}

// last is the point's last finding.
func (p Point) last() Finding {
	return Finding{Stage: p.Stage, Outcome: p.Finding, Reasons: p.Reasons, Answered: p.Answered, By: p.By}
}

// At is what a stage found of the point; the zero Finding where it found
// nothing.
func (p Point) At(stage int) Finding {
	if p.Finding != "" && p.Stage == stage {
		return p.last()
	}
	for _, f := range p.Earlier {
		if f.Stage == stage {
			return f
		}
	}
	return Finding{}
}

// answering is the stage that is being answered, or a refusal.
func answering(c *Case) (*Stage, error) {
	if err := open(c); err != nil {
		return nil, err
	}
	s := c.Current()
	switch {
	case s == nil:
		return nil, refuse("no-stage", "Code 1.4", "This is %s, and has no stage to answer", c.Kind.one())
	case !c.Withdrawn.IsZero():
		return nil, refuse("withdrawn", "", "The resident withdrew this on %s. Reopen it first", c.Withdrawn.Letter())
	case !s.Responded.IsZero():
		return nil, refuse("answered", "ruling 16", "The stage %d response has gone. Correct it with a new letter, not by changing what it answered", s.Number)
	}
	return s, nil
}
