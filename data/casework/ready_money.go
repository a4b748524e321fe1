package casework

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// readyToOffer wants an offer that was approved as it stands, and that the
// resident has not been told of (rulings 7, 21). The letter is about that offer
// and its lines.
func readyToOffer(c *Case, l *Letter, on calendar.Date) error {
	if err := open(c); err != nil {
		return err
	}
	for _, o := range c.ToOffer() {
		if o.Stage != l.Stage {
			continue
		}
		if err := approved(c, o.Stage, on); err != nil {
			return err
		}
		if on.Before(o.Approved) {
			return early(o.Approved, "the approval of the offer")
		}
		l.About = o.ID
		return nil
	}
	for _, o := range c.Offers {
		if o.Stage == l.Stage && !o.Told.IsZero() {
			return refuse("told", "ruling 16", "The resident was told of this offer on %s", o.Told.Letter())
		}
	}
	return refuse("no-money", "", "No money is offered here. Put the sums together first")
}

// readyToPay is for a letter about one head of money alone: a fixed payment, or
// the Right to Repair. An offer with other sums in it is told whole.
func readyToPay(head redress.Head) func(c *Case, l *Letter, on calendar.Date) error {
	return func(c *Case, l *Letter, on calendar.Date) error {
		if err := readyToOffer(c, l, on); err != nil {
			return err
		}
		for _, o := range c.ToOffer() {
			if o.ID == l.About && slices.ContainsFunc(o.Lines, func(id int) bool { return c.Line(id).Head != head }) {
				return refuse("other-money", "", "Other sums are offered too. Write the offer letter, which tells of all of them")
			}
		}
		return nil
	}
}
