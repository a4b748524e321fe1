package casework

import (
	"fmt"
	"slices"
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
	if err := mayHandle(c, s, a.To, "to", m); err != nil {
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
