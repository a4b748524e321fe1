package casework

import (
	"slices"

	"casebook/data/redress"
)

// repairsOver refuses to offer money for a repair that is not done, while its
// sum still grows: the tenant would be told of less than the law gives, and the
// rest would be lost. It also refuses a sum that was worked out from other days
// than the case has of the repair now (SI 1994/133, ruling 20).
func repairsOver(c *Case, drafts []Offer, m Moment) error {
	law, err := rightToRepair(m)
	if err != nil {
		return nil // without the law no line is under it
	}
	for _, l := range c.Redress {
		if l.Input.Kind != redress.Repaired || !slices.ContainsFunc(drafts, func(o Offer) bool { return slices.Contains(o.Lines, l.ID) }) {
			continue
		}
		switch p := l.Input.Repair; {
		case c.otherDays(p):
			return refuse("moved-on", "ruling 20", "The repair has moved on since its sum was worked out: %s. Open that sum, choose the repair again and keep it", l.Title)
		case p.Done.IsZero() && blank(p.Ended) && l.Sum < law.Most:
			return refuse("not-done", law.Source.String(), "The repair is not done, and its sum still grows: %s. Take it out of this offer, and add it when the repair is done or %s is reached",
				l.Title, law.Most)
		}
	}
	return nil
}

// repairsToTell refuses the same to a letter that would tell of it.
func repairsToTell(c *Case, l Letter, m Moment) error {
	if !l.Kind.Offers() {
		return nil
	}
	drafts := slices.DeleteFunc(c.ToOffer(), func(o Offer) bool { return o.Stage != l.Stage })
	return repairsOver(c, drafts, m)
}

// otherDays says whether the case knows something else of a repair than a sum was
// worked out from.
func (c *Case) otherDays(p redress.Repair) bool {
	r := c.Repair(p.ID)
	return r != nil && (p.Defect != r.Defect || p.Reported != r.Reported || p.Asked != r.Asked || p.Done != r.Done || p.Ended != r.EndedWhy)
}

// repairMoved makes an offer with money for a repair one to be proposed again,
// once the repair has moved on.
func (c *Case) repairMoved(id int) {
	for _, l := range c.Redress {
		if l.Input.Kind == redress.Repaired && l.Input.Repair.ID == id && !c.told(l.ID) {
			c.unsettle()
			return
		}
	}
}
