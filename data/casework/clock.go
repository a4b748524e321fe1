package casework

import (
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// PolicyName is the name within a case's policy, without its version.
func (c Case) PolicyName() string {
	name, _, _ := strings.Cut(c.Policy, "@")
	return name
}

// PolicyOf finds the policy whose rules hold for a stage of a case: the one it
// was received under and keeps (ruling 1), but stage 2 of a case that was open
// when the current policy began follows the current one (ruling 3). The earlier
// policy's own appeal stays under it.
func PolicyOf(c Case, stage int, asked calendar.Date, policies *policy.Set) (*policy.Policy, error) {
	p, ok := policies.Named(c.PolicyName())
	if !ok {
		return nil, refuse("no-policy", "", "The policy %q of this case is not among the office's policies", c.Policy)
	}
	if stage < 2 || c.appealed() {
		return p, nil
	}
	second, ok := policies.SecondStage(p, c.Closed, asked)
	if !ok {
		return nil, refuse("no-stage", "ruling 3", "The policy of this case has an appeal and no stage 2, and the case closed before the current policy began")
	}
	return second, nil
}

// appealed says whether the case is at the earlier policy's appeal.
func (c Case) appealed() bool { return len(c.Stages) > 1 && c.Stages[1].Appeal }

// setClocks works out a stage's dates with their workings.
func setClocks(c Case, s *Stage, m Moment) error {
	all, err := Deadlines(c, *s, m.Policies, m.Holidays)
	if err != nil {
		return err
	}
	p, err := PolicyOf(c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	rule, _ := p.Stage(s.Number)
	for _, d := range all {
		switch d.Act {
		case rule.Respond:
			s.RespondBy = d
		case rule.Extended:
			s.Latest = d
		default:
			s.AcknowledgeBy = d
		}
	}
	return nil
}

// Deadlines counts the dates of a stage as it stands: the acknowledgement from
// the day it was asked for, the response from the actual acknowledgement or,
// until there is one, from the last day for it (ruling 6; Code 6.2, 6.3, 6.11,
// 6.14). Where a refusal of the stage was overturned, the acknowledgement counts
// from that day (ruling 13).
func Deadlines(c Case, s Stage, policies *policy.Set, h *calendar.Holidays) ([]policy.Deadline, error) {
	p, err := PolicyOf(c, s.Number, s.Asked, policies)
	if err != nil {
		return nil, err
	}
	if s.FirstAcknowledgeBy.Due.IsZero() {
		return p.StageDeadlines(s.Number, s.Asked, s.Acknowledged, 0, h), nil
	}
	by, ok := p.Due(s.AcknowledgeBy.Act, s.AcknowledgeBy.Working.From, h)
	if !ok {
		by = s.AcknowledgeBy
	}
	from := s.Acknowledged
	if from.IsZero() {
		from = by.Due
	}
	rule, _ := p.Stage(s.Number)
	clock, _ := p.Clock(rule.Respond)
	all := p.StageDeadlines(s.Number, s.Asked, from, 0, h)
	for i := range all {
		if all[i].Act == rule.Acknowledge {
			all[i] = by
		} else {
			all[i].Provisional = s.Acknowledged.IsZero() && clock.From == policy.FromAcknowledgement
		}
	}
	return all, nil
}

// Due is when the response is owed now: the last extension that was told to
// the resident in time, or the original date (ruling 8).
func (s Stage) Due() policy.Deadline {
	due := s.RespondBy
	for _, e := range s.Extensions {
		if e.holds(due.Due) {
			due = e.Due
		}
	}
	return due
}

// holds says whether an extension was told on or before the date that stood
// until then; otherwise it is none.
func (e Extension) holds(due calendar.Date) bool { return !e.Told.IsZero() && !e.Told.After(due) }

// refused says whether nothing of a stage is dealt with as a complaint.
func (c *Case) refused(s *Stage) bool {
	if s.Refused.Stands() {
		return true
	}
	points := c.StagePoints(s)
	for _, p := range points {
		if !p.Excluded.Stands() {
			return false
		}
	}
	return len(points) > 0
}

// refusedOn is the day from which nothing of a stage was dealt with as a
// complaint; no day where something of it is.
func (c *Case) refusedOn(s *Stage) calendar.Date {
	if !c.refused(s) {
		return calendar.Date{}
	}
	on := s.Refused.On
	for _, p := range c.StagePoints(s) {
		if p.Excluded.Stands() && p.Excluded.On.After(on) {
			on = p.Excluded.On
		}
	}
	return on
}

// Current is the stage the case is at, or nil for a service request.
func (c *Case) Current() *Stage {
	if len(c.Stages) == 0 {
		return nil
	}
	return &c.Stages[len(c.Stages)-1]
}

// StageNumber is the number of the stage the case is at; 0 for a service
// request.
func (c *Case) StageNumber() int {
	if s := c.Current(); s != nil {
		return s.Number
	}
	return 0
}

// StagePoints are the points that a stage has to answer: those taken to it, or
// all when none are named.
func (c *Case) StagePoints(s *Stage) []*Point {
	var points []*Point
	for i := range c.Points {
		if len(s.Points) == 0 || slices.Contains(s.Points, c.Points[i].ID) {
			points = append(points, &c.Points[i])
		}
	}
	return points
}

// Unanswered are the points that a stage has still to answer. A point that is
// not ours needs its reason, not a finding (Code 5.7, 6.7), and one that was
// excluded has its own letter (ruling 13).
func (c *Case) Unanswered(s *Stage) []*Point {
	var open []*Point
	for _, p := range c.StagePoints(s) {
		if p.NotOurs == "" && !p.Excluded.Stands() && (p.Finding == "" || p.Stage != s.Number) {
			open = append(open, p)
		}
	}
	return open
}

// finding is a stage's outcome: upheld if any point is upheld; mixed when
// some were not (ruling 15).
func (c *Case) finding(s *Stage) (outcome Outcome, mixed bool) {
	var upheld, not int
	for _, p := range c.StagePoints(s) {
		switch {
		case p.NotOurs != "", p.Excluded.Stands():
		case p.Finding == Upheld:
			upheld++
		default:
			not++
		}
	}
	if upheld > 0 {
		return Upheld, not > 0
	}
	return NotUpheld, false
}

// Letter finds a letter of the case by its number.
func (c *Case) Letter(id int) *Letter {
	for i := range c.Letters {
		if c.Letters[i].ID == id {
			return &c.Letters[i]
		}
	}
	return nil
}

// Point finds a complaint point by its number.
func (c *Case) Point(id int) *Point {
	for i := range c.Points {
		if c.Points[i].ID == id {
			return &c.Points[i]
		}
	}
	return nil
}
