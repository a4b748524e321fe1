package casework

import "casebook/data/calendar"

// repairFor finds the repair that a notice tells of: the one asked for, or the
// newest of which it can be said. A repair that is done, or whose right has
// ended, needs no notice.
func repairFor(c *Case, about int, on calendar.Date, owes func(RepairRight) bool) *RepairRight {
	for i := len(c.Repairs) - 1; i >= 0; i-- {
		r := &c.Repairs[i]
		over := !r.Done.IsZero() && !r.Done.After(on) || !r.Ended.IsZero() && !r.Ended.After(on)
		if (about == 0 || about == r.ID) && !over && owes(*r) {
			return r
		}
	}
	return nil
}

// readyForFirst wants a repair under the Right to Repair that the tenant has
// not had the notice of (SI 1994/133). The law's periods run on whether the case
// is closed or not, and so do their notices.
func readyForFirst(c *Case, l *Letter, on calendar.Date) error {
	r := repairFor(c, l.About, on, func(r RepairRight) bool { return r.FirstTold.IsZero() && r.Asked.IsZero() })
	if r == nil {
		return refuse("no-repair", "SI 1994/133", "No repair under the Right to Repair waits for its notice. Start the repair's times first")
	}
	if on.Before(r.Reported) {
		return early(r.Reported, "the report of the repair")
	}
	l.About = r.ID
	return nil
}

// readyForSecond wants a repair for which the tenant has asked for a second
// contractor, and has not been told which (SI 1994/133).
func readyForSecond(c *Case, l *Letter, on calendar.Date) error {
	r := repairFor(c, l.About, on, func(r RepairRight) bool { return r.SecondTold.IsZero() && !r.Asked.IsZero() })
	if r == nil {
		return refuse("no-second", "SI 1994/133", "No second contractor has been asked for whom the tenant has still to be told of")
	}
	if on.Before(r.Asked) {
		return early(r.Asked, "the tenant's asking for a second contractor")
	}
	l.About = r.ID
	return nil
}

// readyToThank wants a petition that nobody has acknowledged.
func readyToThank(c *Case, _ *Letter, _ calendar.Date) error {
	if err := petitioned(c); err != nil {
		return err
	}
	if told := c.Petition.Acknowledged; !told.IsZero() {
		return refuse("sent", "ruling 16", "The petition was acknowledged on %s", told.Letter())
	}
	return nil
}

// readyToTellPetition wants a petition that the Operational Board has had, with
// what came of it.
func readyToTellPetition(c *Case, _ *Letter, on calendar.Date) error {
	if err := petitioned(c); err != nil {
		return err
	}
	p := c.Petition
	switch {
	case p.Reported.IsZero() || p.Outcome == "":
		return refuse("not-reported", "our earlier page, petitions", "The Operational Board has not had this petition. Record what it decided first")
	case !p.OutcomeTold.IsZero():
		return refuse("sent", "ruling 16", "The lead petitioner was told of the outcome on %s", p.OutcomeTold.Letter())
	case on.Before(p.Reported):
		return early(p.Reported, "the Operational Board")
	}
	return nil
}

func petitioned(c *Case) error {
	if c.Kind != PetitionKind {
		return refuse("no-petition", "", "This letter is about a petition. This is %s", c.Kind.one())
	}
	return goesOn(c)
}

// readyToSendClaim wants a claim whose form has not gone.
func readyToSendClaim(c *Case, _ *Letter, on calendar.Date) error {
	if c.Kind != ClaimKind {
		return refuse("no-claim", "", "This letter goes with the form of an insurance claim. This is %s", c.Kind.one())
	}
	if claim := c.Claim; !claim.Sent.IsZero() {
		return refuse("sent", "ruling 16", "The form went to %s on %s", claim.SentTo, claim.Sent.Letter())
	}
	return goesOn(c)
}
