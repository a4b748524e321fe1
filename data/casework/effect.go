package casework

import (
	"slices"

	"casebook/data/calendar"
)

// takesEffect sets what a letter sets when it has left us (ruling 7). One that
// corrects a letter sent in error sets nothing: the first one did.
func takesEffect(c *Case, l Letter, on calendar.Date, how Dispatch, m Moment) error {
	if err := c.saysCorrected(l); err != nil {
		return err
	}
	if !l.Kind.SetsDate() || l.Kind == WithdrawalLetter {
		return nil
	}
	if tell := tells[l.Kind]; tell != nil {
		return takesTold(c, l, on, tell, m)
	}
	s := c.Current()
	if l.Kind == PassOnLetter && s == nil {
		return tellPoints(c, l, on)
	}
	if s == nil || s.Number != l.Stage {
		return refuse("other-stage", "", "This letter belongs to stage %d, which is over", l.Stage)
	}
	if l.Kind == Acknowledgement {
		return acknowledge(c, s, on, m)
	}
	again := Letter{Kind: l.Kind, Stage: l.Stage, About: l.About, By: l.By}
	rule := readiness[l.Kind]
	if err := rule(c, &again, on); err != nil {
		if erred(c, &l) != nil {
			return nil
		}
		return err
	}
	switch l.Kind {
	case Response:
		c.tell(s.Number, on, m) // before the answer counts as gone
		s.Responded = on
		s.Outcome, s.Mixed = c.finding(s)
	case ExtensionNotice:
		if on.Before(s.Acknowledged) {
			return early(s.Acknowledged, "the acknowledgement that the response is counted from")
		}
		e := s.pending()
		e.Told, e.How = on, how
	case EscalationRefusal:
		if on.Before(s.Refused.On) {
			return early(s.Refused.On, decision)
		}
		s.Refused.Told = on
	case HoldingUpdate:
		s.give(l.About, on)
	case RefusalLetter, PassOnLetter:
		return tellPoints(c, l, on)
	}
	return nil
}

// acknowledge starts the response's clock. A second acknowledgement changes
// nothing: the first one started it. A late one is a breach of its own
// (ruling 6).
func acknowledge(c *Case, s *Stage, on calendar.Date, m Moment) error {
	if !s.Acknowledged.IsZero() {
		return nil
	}
	if err := open(c); err != nil {
		return err
	}
	s.Acknowledged = on
	if s.Appeal {
		return nil // its page gives no time for either letter (ruling 3)
	}
	return setClocks(*c, s, m)
}

// give marks an agreed update as given, and with it those before it that were
// missed: one letter tells how it stands now.
func (s *Stage) give(id int, on calendar.Date) {
	var due calendar.Date
	for _, u := range s.Updates {
		if u.ID == id {
			due = u.Due
		}
	}
	for i := range s.Updates {
		if u := &s.Updates[i]; u.Given.IsZero() && !u.Due.After(due) {
			u.Given = on
		}
	}
}

// tellPoints marks the points of a refusal or pass-on as told. A letter that
// tells of a point which is no longer left out is made again.
func tellPoints(c *Case, l Letter, on calendar.Date) error {
	again := Letter{Kind: l.Kind, Stage: l.Stage}
	if err := readiness[l.Kind](c, &again, on); err != nil {
		if erred(c, &l) != nil {
			return nil
		}
		return err
	}
	for _, id := range l.Points {
		if !slices.Contains(again.Points, id) {
			return refuse("changed", "ruling 13", "Point %d has changed since this letter was made. Make it again", id)
		}
	}
	for _, id := range l.Points {
		p := c.Point(id)
		if p.Excluded.Stands() && p.Excluded.Told.IsZero() {
			if on.Before(p.Excluded.On) {
				return early(p.Excluded.On, decision)
			}
			p.Excluded.Told = on
		}
		if l.Kind == PassOnLetter && !p.Passed.On.IsZero() && p.Passed.Told.IsZero() {
			if on.Before(p.Passed.On) {
				return early(p.Passed.On, decision)
			}
			p.Passed.Told = on
		}
	}
	return nil
}

// decision is what most letters tell of.
const decision = "the decision it tells of"

// early refuses a letter that would have gone before what it rests on.
func early(first calendar.Date, what string) error {
	return &Refusal{Code: "too-early", Field: "on", Source: "ruling 13",
		Reason: "Enter the day it went. It cannot be before " + first.Long() + ", the day of " + what}
}
