package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// offerAt is the offer of a stage; stage 0 is that of a record without stages.
func (c *Case) offerAt(stage int) *Offer {
	for i := range c.Offers {
		if c.Offers[i].Stage == stage {
			return &c.Offers[i]
		}
	}
	return nil
}

// readyToOffer wants an offer that was approved as it stands, and that the
// resident has not been told of (rulings 7, 21).
func readyToOffer(c *Case, l *Letter, on calendar.Date) error {
	if err := open(c); err != nil {
		return err
	}
	o := c.offerAt(l.Stage)
	switch {
	case c.Redress.Stage(l.Stage) == 0:
		return refuse("no-money", "", "No money is offered here. Put the sums together first")
	case o == nil || o.Approved.IsZero() || o.Sum != c.Redress.Stage(l.Stage):
		return refuse("not-approved", "ruling 21", "The offer has not been approved as it stands. No sum is told to a resident before that")
	case !o.Told.IsZero():
		return refuse("told", "ruling 16", "The resident was told of this offer on %s", o.Told.Letter())
	case on.Before(o.Approved):
		return early(o.Approved, "the approval of the offer")
	}
	return nil
}

// readyToPay is for a letter about one head of money alone: a fixed payment, or
// the Right to Repair. An offer with other sums in it is told whole.
func readyToPay(head redress.Head) func(c *Case, l *Letter, on calendar.Date) error {
	return func(c *Case, l *Letter, on calendar.Date) error {
		if err := readyToOffer(c, l, on); err != nil {
			return err
		}
		for _, line := range c.Redress {
			if line.Stage == l.Stage && line.Head != head {
				return refuse("other-money", "", "Other sums are offered too. Write the offer letter, which tells of all of them")
			}
		}
		return nil
	}
}
