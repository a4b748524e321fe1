package casework

import (
	"fmt"
	"slices"
)

// Assign gives the current stage, or a record without stages, to an officer.
type Assign struct{ To int64 }

// Name is the act's name in history.
func (a Assign) Name() ActName { return ActAssign }

func (a Assign) summary(c Case, m Moment) string {
	if o, ok := m.Officer(a.To); ok {
		if c.Current() == nil {
			return "Given to " + o.Name
		}
		return fmt.Sprintf("Stage %d given to %s", c.StageNumber(), o.Name)
	}
	return "Given to nobody"
}

func (a Assign) decide(c *Case, m Moment) error {
	s, err := held(c)
	if err != nil {
		return err
	}
	if err := mayHandle(c, s, a.To, "to", m); err != nil {
		return err
	}
	handler, covers := c.post()
	if a.To != *handler {
		endCovers(covers, 0, m.Today) // it was cover for the one who had it
	}
	if s == nil {
		c.Handler = a.To
		return nil
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

// fresh refuses an officer who has a conflict of interest (Code 5.8), and
// refuses stage 2 to anybody who had a hand in stage 1: who handled, covered,
// decided, wrote or reviewed it (Code 6.13, ruling 14).
func fresh(c *Case, s *Stage, officer int64) error {
	if officer == 0 {
		return nil
	}
	if c.Conflicted(officer) {
		return refuse("conflict", "Code 5.8", "This officer has declared a conflict of interest. Choose somebody else")
	}
	for i := range c.Stages {
		if earlier := &c.Stages[i]; s != nil && earlier.Number < s.Number {
			if did := c.part(earlier, officer); did != "" {
				return refuse("same-person", "Code 6.13", "Stage 2 goes to somebody who had no part in stage 1. This officer %s", did)
			}
		}
	}
	return nil
}

// part says what an officer had to do with a stage, or nothing.
func (c *Case) part(s *Stage, officer int64) string {
	switch {
	case slices.Contains(s.Handlers, officer):
		return "handled it"
	case slices.ContainsFunc(s.Covers, func(v Cover) bool { return v.Officer == officer }):
		return "covered for its handler"
	case slices.ContainsFunc(s.Reviews, func(v Review) bool { return v.By == officer }):
		return "reviewed its answer"
	case slices.ContainsFunc(s.Extensions, func(v Extension) bool { return v.By == officer }), s.Beyond.By == officer:
		return "decided when it would be answered"
	}
	for _, p := range c.Points {
		if p.At(s.Number).By == officer {
			return fmt.Sprintf("answered point %d", p.ID)
		}
		if p.Excluded.By == officer { // only stage 1 leaves points out
			return fmt.Sprintf("left point %d out", p.ID)
		}
	}
	for _, r := range c.Remedies {
		if r.Stage == s.Number && r.By == officer {
			return "decided a remedy"
		}
	}
	if did := c.moneyPart(s.Number, officer); did != "" {
		return did
	}
	for _, l := range c.Letters {
		if l.Stage == s.Number && l.Kind == Response && (l.By == officer || l.SentBy == officer) {
			return "wrote the response"
		}
	}
	return ""
}

// decidedMoney are the officers who had something to do with the money of a
// stage, some of them more than once.
func (c *Case) decidedMoney(stage int) []int64 {
	var who []int64
	for _, l := range c.Redress {
		if l.Stage == stage {
			who = append(append(who, l.By), l.Changed...)
		}
	}
	for _, o := range c.Offers {
		if o.Stage != stage {
			continue
		}
		who = append(who, o.ProposedBy, o.ApprovedBy)
		for _, b := range o.SentBack {
			who = append(who, b.By)
		}
	}
	return who
}

// moneyPart says what an officer had to do with the money of a stage, or
// nothing: who put a sum in, proposed, approved or sent the offer back decided
// (ruling 14), and so did who decided that our lateness needs none.
func (c *Case) moneyPart(stage int, officer int64) string {
	for _, l := range c.Redress {
		if l.Stage == stage && (l.By == officer || slices.Contains(l.Changed, officer)) {
			return "put a sum of money in its answer"
		}
	}
	for _, o := range c.Offers {
		switch {
		case o.Stage != stage:
		case o.ProposedBy == officer:
			return "proposed its offer"
		case o.ApprovedBy == officer:
			return "approved its offer"
		case slices.ContainsFunc(o.SentBack, func(b SentBack) bool { return b.By == officer }):
			return "sent its offer back"
		}
	}
	for _, w := range c.Waived {
		if w.At == stage && w.By == officer {
			return "decided about its lateness"
		}
	}
	return ""
}
