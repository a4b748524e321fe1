package casework

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The exclusions with rules of their own (rulings 12 and 13; Code 2.1 to 2.3).
// Every other one is what the policy says of it.
const (
	FirstReport         = "first-report"
	AnonymousReport     = "anonymous"
	AlreadyInvestigated = "already-investigated"
	OurLegalAction      = "our-legal-action"
	TheirLegalAction    = "their-legal-action"
)

// Exclude leaves one point out of the complaint: passed to whoever deals with
// such matters, or refused with its reason. The rest goes on (ruling 13).
type Exclude struct {
	Point      int
	Reason     string // the policy's id of the exclusion
	Evidence   []QuestionAnswer
	Filed      calendar.Date // the claim form at court
	Court      string
	Happened   calendar.Date
	Aware      calendar.Date // when the resident became aware of it
	Discretion string        // what was considered, and by whom
	Merits     string        // the circumstances of this case (Code 2.5)
}

// Name is the act's name in history.
func (a Exclude) Name() ActName { return ActExclude }

func (a Exclude) summary(c Case, m Moment) string {
	e := exclusionOf(c, a.Reason, m)
	if e.Refuses() {
		return fmt.Sprintf("Point %d refused: %s", a.Point, e.Title)
	}
	return fmt.Sprintf("Point %d goes to %s", a.Point, e.To)
}

func (a Exclude) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	p := c.Point(a.Point)
	switch {
	case p == nil:
		return refuse("no-point", "", "There is no point %d", a.Point)
	case s.Number > 1:
		return refuse("stage-2", "Code 5.11", "Stage 1 answered the points. If the complaint may not go to stage 2, refuse stage 2 as a whole")
	case p.Excluded.Stands():
		return refuse("excluded", "ruling 13", "Point %d was left out on %s", p.ID, p.Excluded.On.Letter())
	case p.Excluded.Reason != "":
		return refuse("overturned", "Code 2.4", "The refusal of point %d was set aside on %s. It is answered as a complaint", p.ID, p.Excluded.Overturned.Letter())
	case p.Finding != "":
		return refuse("answered-point", "Code 6.7", "Point %d has been answered. It cannot be left out any more", p.ID)
	case !p.Passed.On.IsZero():
		return refuse("passed-point", "Code 5.7", "Point %d was passed to %s on %s", p.ID, p.Passed.To, p.Passed.On.Letter())
	}
	e, err := ground(a).exclusion(c, s, m)
	if err != nil {
		return err
	}
	p.Excluded = e
	if c.refused(s) {
		c.owedAlone(s)
	}
	return nil
}

// RefuseStage2 refuses to open the stage 2 that was asked for. Only what may
// refuse a complaint at all may do so (Code 5.11).
type RefuseStage2 struct {
	Reason     string
	Evidence   []QuestionAnswer
	Filed      calendar.Date
	Court      string
	Happened   calendar.Date
	Aware      calendar.Date
	Discretion string
	Merits     string
}

// Name is the act's name in history.
func (a RefuseStage2) Name() ActName { return ActRefuseStage2 }

func (a RefuseStage2) summary(c Case, m Moment) string {
	return "Stage 2 refused: " + exclusionOf(c, a.Reason, m).Title
}

func (a RefuseStage2) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	switch {
	case s.Number < 2:
		return refuse("no-stage-2", "Code 5.11", "Stage 2 has not been asked for")
	case s.Appeal:
		return refuse("appeal", "ruling 3", "This is the appeal of the earlier policy. Answer it")
	case s.Refused.Stands():
		return refuse("excluded", "Code 5.11", "Stage 2 was refused on %s", s.Refused.On.Letter())
	case s.Refused.Reason != "":
		return refuse("overturned", "Code 2.4", "The refusal of stage 2 was set aside on %s. Answer it", s.Refused.Overturned.Letter())
	}
	e, err := ground{
		Reason: a.Reason, Evidence: a.Evidence, Filed: a.Filed, Court: a.Court,
		Happened: a.Happened, Aware: a.Aware, Discretion: a.Discretion, Merits: a.Merits,
	}.exclusion(c, s, m)
	if err != nil {
		return err
	}
	s.Refused = e
	c.owedAlone(s)
	return nil
}

// TellBy is the last day for the letter that would say so, if a point of the
// case were left out now or its stage 2 refused (ruling 13).
func TellBy(c Case, m Moment) (policy.Deadline, bool) {
	s := c.Current()
	if s == nil {
		return policy.Deadline{}, false
	}
	p, err := PolicyOf(c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return policy.Deadline{}, false
	}
	d := tellBy(p, s, m)
	return d, !d.Due.IsZero()
}

// exclusionOf is the policy's own account of what a case's stage was left out
// for.
func exclusionOf(c Case, reason string, m Moment) policy.Exclusion {
	var e policy.Exclusion
	if s := c.Current(); s != nil {
		if p, err := PolicyOf(c, s.Number, s.Asked, m.Policies); err == nil {
			e, _ = p.Exclusion(reason)
		}
	}
	return e
}
