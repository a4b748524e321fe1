package casework

import (
	"slices"

	"casebook/data/calendar"
)

// Close closes a case whose last stage has been answered, refused or withdrawn
// with its letter, or a record that is dealt with. Promises stay open
// (Code 6.6).
type Close struct{ On calendar.Date }

// Name is the act's name in history.
func (a Close) Name() ActName { return ActClose }

func (a Close) happened() calendar.Date { return a.On }

func (a Close) summary(c Case, _ Moment) string {
	switch c.Ended {
	case NotAccepted, WithdrawnEnding:
		return "Case closed: " + string(c.Ended)
	}
	return "Case closed"
}

func (a Close) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	ending, first, err := ended(c)
	if err != nil {
		return err
	}
	if drafts := c.ToOffer(); len(drafts) > 0 {
		return refuse("money-untold", "ruling 7", "The resident has not been told of %s. Send its letter first, or take the sum back", drafts[0].Sum)
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	c.Closed, c.Ended = a.On, ending
	return nil
}

// ended is how a case has come to its end and the first day that it may be
// closed, or why it has not.
func ended(c *Case) (Ending, calendar.Date, error) {
	s := c.Current()
	switch {
	case !c.Withdrawn.IsZero():
		if !confirmed(*c) {
			return "", c.Withdrawn, refuse("not-confirmed", "", "Send the letter that confirms the withdrawal first")
		}
		return WithdrawnEnding, c.Withdrawn, nil
	case c.Kind.Promised():
		first, err := promiseEnded(c)
		return DealtWith, first, err
	case s == nil:
		return DealtWith, c.Received, nil
	case c.refused(s):
		if !c.toldOfRefusal(s) {
			return "", s.Asked, refuse("not-told", "Code 2.4", "The resident has not been told that this is not accepted. Send the letter first")
		}
		return NotAccepted, c.lastTold(s), nil
	case s.Responded.IsZero():
		return "", s.Asked, refuse("not-answered", "Code 6.7", "Stage %d has not been answered. Send the response first", s.Number)
	case !c.toldOfRefusal(s):
		return "", s.Responded, refuse("not-told", "Code 2.4", "A point was left out and the resident has not been told. Send its letter first")
	}
	return Answered, later(s.Responded, c.lastTold(s)), nil
}

// promiseEnded is the first day on which a record of the pages' other promises
// may be closed, or why it may not: a petition once its outcome was told, a claim
// once it was decided, a fixed payment once nothing of it is owed.
func promiseEnded(c *Case) (calendar.Date, error) {
	switch {
	case c.Kind == PetitionKind && c.Petition.OutcomeTold.IsZero():
		return c.Received, refuse("not-told", "earlier page, petitions", "The lead petitioner has not been told the outcome. Send the letter on it first")
	case c.Kind == PetitionKind:
		return c.Petition.OutcomeTold, nil
	case c.Kind == ClaimKind && c.Claim.Decided.IsZero():
		return c.Received, refuse("not-decided", "", "The claim has not been decided. Record the insurer's decision first")
	case c.Kind == ClaimKind:
		return c.Claim.Decided, nil
	case slices.ContainsFunc(c.Repairs, RepairRight.Running):
		return c.Received, refuse("repair-runs", "SI 1994/133", "A repair under the Right to Repair is not done. Record that it is done, or what ended the right, first")
	case c.repairUnpaid():
		return c.Received, refuse("owed", "SI 1994/133", "A repair was done after the second period too, and nothing is worked out for it. Add its sum first")
	case len(c.ToOffer()) > 0:
		return c.Received, refuse("not-told", "", "The resident has not been told of the payment. Send its letter, or take the sum back, first")
	case len(Owed(*c)) > 0:
		return c.Received, refuse("not-paid", "", "The payment has not been made. Record it first")
	}
	return c.Received, nil
}

// toldOfRefusal says whether the resident was told of everything in a stage
// that is not dealt with as a complaint.
func (c *Case) toldOfRefusal(s *Stage) bool {
	if s.Refused.Stands() {
		return !s.Refused.Told.IsZero()
	}
	for _, p := range c.StagePoints(s) {
		if p.Excluded.Stands() && p.Excluded.Told.IsZero() {
			return false
		}
	}
	return true
}

// lastTold is the last day on which a refusal in a stage was told.
func (c *Case) lastTold(s *Stage) calendar.Date {
	if s.Refused.Stands() {
		return s.Refused.Told
	}
	var last calendar.Date
	for _, p := range c.StagePoints(s) {
		if p.Excluded.Stands() {
			last = later(last, p.Excluded.Told)
		}
	}
	return last
}

func later(a, b calendar.Date) calendar.Date {
	if b.After(a) {
		return b
	}
	return a
}

// open refuses acts on a case that is closed.
func open(c *Case) error {
	if !c.Closed.IsZero() {
		return refuse("closed", "", "%s was closed on %s. Reopen it first", c.Reference, c.Closed.Letter())
	}
	return nil
}
