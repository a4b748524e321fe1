package casework

import (
	"slices"

	"casebook/data/calendar"
)

// Withdraw records that the resident no longer wants the complaint, or its
// stage 2, to go on. It is not closed before the letter that confirms it has
// gone, so that nobody's complaint is withdrawn behind their back.
type Withdraw struct {
	On  calendar.Date
	Why string // welcome, never needed
}

// Name is the act's name in history.
func (a Withdraw) Name() ActName { return ActWithdraw }

func (a Withdraw) happened() calendar.Date { return a.On }

func (a Withdraw) summary(c Case, _ Moment) string {
	if c.StageNumber() > 1 {
		return "Stage 2 withdrawn by the resident"
	}
	if c.Kind == PetitionKind {
		return "Withdrawn by the lead petitioner"
	}
	return "Withdrawn by the resident"
}

func (a Withdraw) decide(c *Case, m Moment) error {
	if c.Kind.Promised() {
		return a.promised(c, m)
	}
	s, err := answering(c)
	if err != nil {
		return err
	}
	if c.refused(s) && c.toldOfRefusal(s) {
		return refuse("not-accepted", "ruling 13", "This was not accepted and the resident has been told. There is nothing to withdraw; close the case")
	}
	if err := past(a.On, s.Asked, m); err != nil {
		return err
	}
	c.Withdrawn, c.WithdrawnWhy = a.On, a.Why
	c.owedAlone(s)
	return nil
}

// promised withdraws a petition, a claim or a fixed payment: until the Board's
// outcome was told, the insurer decided or money was paid.
func (a Withdraw) promised(c *Case, m Moment) error {
	if err := goesOn(c); err != nil {
		return err
	}
	switch {
	case !c.Petition.OutcomeTold.IsZero():
		return refuse("answered", "ruling 16", "The lead petitioner was told the outcome on %s. Close the petition instead", c.Petition.OutcomeTold.Letter())
	case !c.Claim.Decided.IsZero():
		return refuse("answered", "", "The claim was decided on %s. Close it instead", c.Claim.Decided.Letter())
	case c.Kind == FixedSum && c.wasPaid():
		return refuse("answered", "ruling 16", "Money was paid on this. Close it once all of it is paid")
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	c.Withdrawn, c.WithdrawnWhy = a.On, a.Why
	return nil
}

// wasPaid says whether any money left us that was not paid in error.
func (c *Case) wasPaid() bool {
	return slices.ContainsFunc(c.Payments, func(p Payment) bool { return p.Erred.IsZero() })
}
