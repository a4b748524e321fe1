package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
)

// Assign gives the current stage to an officer.
type Assign struct{ To int64 }

// Name is the act's name in history.
func (a Assign) Name() ActName { return ActAssign }

func (a Assign) summary(c Case, m Moment) string {
	if o, ok := m.Officer(a.To); ok {
		return fmt.Sprintf("Stage %d given to %s", c.StageNumber(), o.Name)
	}
	return "Given to nobody"
}

func (a Assign) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	o, ok := m.Officer(a.To)
	if !ok || o.Left {
		return &Refusal{Code: "no-officer", Field: "to", Reason: "Choose an officer who still works here"}
	}
	if May(o, ActAnswer, *c) != nil && May(o, ActMakeAck, *c) != nil {
		return &Refusal{Code: "not-theirs", Field: "to", Reason: fmt.Sprintf("%s may not see or handle this case", o.Name)}
	}
	if err := fresh(c, s, a.To); err != nil {
		return err
	}
	give(s, a.To)
	return nil
}

// give makes an officer a stage's handler and remembers that they had it.
func give(s *Stage, to int64) {
	s.Handler = to
	if to != 0 && !slices.Contains(s.Handlers, to) {
		s.Handlers = append(s.Handlers, to)
	}
}

// fresh refuses stage 2 to anybody who had a hand in stage 1: handled, decided
// or wrote it (Code 6.13, ruling 14).
func fresh(c *Case, s *Stage, officer int64) error {
	if s.Number < 2 || officer == 0 {
		return nil
	}
	for _, earlier := range c.Stages {
		if earlier.Number < s.Number && slices.Contains(earlier.Handlers, officer) {
			return refuse("same-person", "Code 6.13", "Stage 2 goes to somebody who had no part in stage 1")
		}
	}
	for _, p := range c.Points {
		if p.By == officer && p.Stage < s.Number {
			return refuse("same-person", "Code 6.13", "Stage 2 goes to somebody who had no part in stage 1. This officer answered point %d", p.ID)
		}
	}
	for _, l := range c.Letters {
		if l.Stage < s.Number && l.Kind == Response && (l.By == officer || l.SentBy == officer) {
			return refuse("same-person", "Code 6.13", "Stage 2 goes to somebody who had no part in stage 1. This officer wrote the response")
		}
	}
	return nil
}

// Extend moves the response date by working days from the original due date,
// in one or more steps, up to the policy's limit. It has to be told to the
// resident, with the reason, on or before the date that stands now, or it is
// not an extension (ruling 8; Code 6.4, 6.5, 6.15, 6.16).
type Extend struct {
	Days   int // working days after the original due date, in all
	Reason string
	Told   calendar.Date
	How    Dispatch
}

// Name is the act's name in history.
func (a Extend) Name() ActName { return ActExtend }

func (a Extend) happened() calendar.Date { return a.Told }

func (a Extend) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Stage %d response extended to %s", c.StageNumber(), c.Current().Due().Due.Letter())
}

func (a Extend) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	p, err := PolicyOf(*c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	rule, _ := p.Stage(s.Number)
	now := s.Due()
	given := 0
	if n := len(s.Extensions); n > 0 {
		given = s.Extensions[n-1].Days
	}
	switch {
	case rule.Extended == "":
		return refuse("no-extension", "", "The policy of this case has no extension")
	case s.Acknowledged.IsZero():
		return refuse("not-acknowledged", "Code 6.3", "Acknowledge the complaint first. The response date, and so an extension of it, counts from there")
	case strings.TrimSpace(Tidy(a.Reason)) == "":
		return &Refusal{Code: "no-reason", Field: "reason", Source: "Code 6.4", Reason: "Write the reason, as the resident is told it"}
	case a.Days <= given:
		return &Refusal{Code: "no-days", Field: "days", Reason: fmt.Sprintf("Enter more than %d working days: that many are given already", given)}
	}
	if err := p.CheckExtension(s.Number, a.Days); err != nil {
		return &Refusal{Code: "over-limit", Field: "days", Source: "ruling 8", Reason: sentence(err)}
	}
	if err := past(a.Told, s.Acknowledged, m); err != nil {
		return err
	}
	if a.Told.After(now.Due) {
		return &Refusal{Code: "too-late", Field: "on", Source: "ruling 8",
			Reason: fmt.Sprintf("The response was due on %s. An extension told after that day is not an extension, and the answer counts as late", now.Due.Letter())}
	}
	if err := howTo(a.How, "resident"); err != nil {
		return err
	}
	for _, d := range p.StageDeadlines(s.Number, s.Asked, s.Acknowledged, a.Days, m.Holidays) {
		if d.Act == rule.Extended {
			s.Extensions = append(s.Extensions, Extension{
				ID: len(s.Extensions) + 1, Days: a.Days, Due: d, Reason: a.Reason, Told: a.Told, How: a.How, By: m.By.ID,
			})
		}
	}
	return nil
}

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

// LogCall records an attempt to speak to the resident before the response, or
// why there was none. The page promises to try.
type LogCall struct {
	On      calendar.Date
	Reached bool
	Note    string
}

// Name is the act's name in history.
func (a LogCall) Name() ActName { return ActLogCall }

func (a LogCall) happened() calendar.Date { return a.On }

func (a LogCall) summary(Case, Moment) string {
	if a.Reached {
		return "Spoke to the resident"
	}
	return "Tried to speak to the resident"
}

func (a LogCall) decide(c *Case, m Moment) error {
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.Note)) == "" {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write what was said, or why the resident was not reached"}
	}
	c.Calls = append(c.Calls, Call{ID: len(c.Calls) + 1, On: a.On, Reached: a.Reached, Note: a.Note, By: m.By.ID, Stage: c.StageNumber()})
	return nil
}

// AddNote adds an internal note.
type AddNote struct{ Text string }

// Name is the act's name in history.
func (a AddNote) Name() ActName { return ActNote }

func (a AddNote) summary(Case, Moment) string { return "Note added" }

func (a AddNote) decide(c *Case, m Moment) error {
	if strings.TrimSpace(Tidy(a.Text)) == "" {
		return &Refusal{Code: "no-note", Field: "note", Reason: "Write the note"}
	}
	c.Notes = append(c.Notes, Note{ID: len(c.Notes) + 1, Text: a.Text, On: m.Today, By: m.By.ID})
	return nil
}

// Close closes a case whose last stage has been answered, or a service request
// that is dealt with. Promises stay open (Code 6.6).
type Close struct{ On calendar.Date }

// Name is the act's name in history.
func (a Close) Name() ActName { return ActClose }

func (a Close) happened() calendar.Date { return a.On }

func (a Close) summary(Case, Moment) string { return "Case closed" }

func (a Close) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	first := c.Received
	if s := c.Current(); s != nil {
		if s.Responded.IsZero() {
			return refuse("not-answered", "Code 6.7", "Stage %d has not been answered. Send the response first", s.Number)
		}
		first = s.Responded
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	c.Closed = a.On
	return nil
}
