package casework

import (
	"fmt"

	"casebook/data/redress"
)

// Propose puts what the case offers to somebody who may agree to it. Within
// one's own limit nobody else is needed, and To is 0. The limit goes by the
// whole offer, every line of both stages (ruling 21).
type Propose struct{ To int64 }

// Name is the act's name in history.
func (a Propose) Name() ActName { return ActPropose }

func (a Propose) summary(c Case, m Moment) string {
	if o, ok := m.Officer(a.To); ok {
		return fmt.Sprintf("%s of %s sent to %s for approval", c.Kind.offers(), c.Whole(), o.Name)
	}
	return fmt.Sprintf("%s of %s approved within the officer's own limit", c.Kind.offers(), c.Whole())
}

// offers names the money that a record of a kind comes to: what a page gives a
// price to is a payment and waits for nobody to accept it.
func (k Kind) offers() string {
	if k == FixedSum {
		return "Payment"
	}
	return "Offer"
}

func (a Propose) decide(c *Case, m Moment) error {
	drafts := c.ToOffer()
	if err := proposable(c, drafts, m); err != nil {
		return err
	}
	if err := a.goesTo(c, drafts, m); err != nil {
		return err
	}
	for _, o := range drafts {
		o.Whole, o.Proposed, o.ProposedBy, o.SentTo = c.Whole(), m.Today, m.By.ID, a.To
		if a.To == 0 {
			o.Approved, o.ApprovedBy = m.Today, m.By.ID
		}
		c.keepOffer(o)
	}
	return nil
}

// keepOffer puts an offer in the place of the one it continues, or after all.
func (c *Case) keepOffer(o Offer) {
	for i := range c.Offers {
		if o.ID != 0 && c.Offers[i].ID == o.ID {
			c.Offers[i] = o
			return
		}
	}
	o.ID = nextID(c.Offers, func(o Offer) int { return o.ID })
	c.Offers = append(c.Offers, o)
}

// proposable refuses a proposal of nothing, of what was agreed to already, of
// what leaves our own lateness out, and by whom it is not for.
func proposable(c *Case, drafts []Offer, m Moment) error {
	if !c.Void.IsZero() {
		return refuse("void", "", "%s was recorded in error on %s. Nothing is offered on it", c.Reference, c.Void.Letter())
	}
	if err := open(c); err != nil {
		return err
	}
	if len(drafts) == 0 {
		return refuse("no-lines", "", "There is no sum that the resident has still to be told of. Add one first")
	}
	agreed := true
	for _, o := range drafts {
		agreed = agreed && o.Agreed()
	}
	if agreed {
		return refuse("approved", "ruling 21", "This offer was approved on %s and nothing has changed since", drafts[0].Approved.Letter())
	}
	if err := suggested(c, m.Today); err != nil {
		return err
	}
	if err := repairsOver(c, drafts, m); err != nil {
		return err
	}
	return mayDecide(c, drafts, m.By.ID)
}

// mayDecide refuses an officer who may have no part in the stages of some
// offers: a conflict of interest, or a part in the stage before (Code 5.8, 6.13).
func mayDecide(c *Case, offers []Offer, officer int64) error {
	for _, o := range offers {
		if err := fresh(c, &Stage{Number: o.Stage}, officer); err != nil {
			return err
		}
	}
	return nil
}

// goesTo refuses to send an offer to somebody who could not agree to it.
func (a Propose) goesTo(c *Case, drafts []Offer, m Moment) error {
	whole := c.Whole()
	if a.To == 0 {
		if most := limitOf(m.By, m); whole > most {
			return &Refusal{Code: "over-limit", Field: "to", Source: "ruling 21",
				Reason: fmt.Sprintf("The whole offer is %s and you may approve up to %s. Choose who is to approve it", whole, most)}
		}
		return nil
	}
	to, ok := m.Officer(a.To)
	switch {
	case a.To == m.By.ID:
		return &Refusal{Code: "own-offer", Field: "to", Source: "ruling 21", Reason: "Choose a colleague. Nobody approves an offer that they proposed"}
	case !ok || to.Left:
		return &Refusal{Code: "no-officer", Field: "to", Reason: "Choose an officer who still works here"}
	case May(to, ActApprove, *c) != nil:
		return &Refusal{Code: "not-theirs", Field: "to", Reason: fmt.Sprintf("%s may not see this case or approve its offer", to.Name)}
	}
	if err := withinLimit(to, whole, m); err != nil && !recordsOutside(to, whole, m) {
		return &Refusal{Code: "over-limit", Field: "to", Source: "ruling 21",
			Reason: fmt.Sprintf("The whole offer is %s and %s may approve up to %s. Choose somebody else", whole, to.Name, limitOf(to, m))}
	}
	return mayDecide(c, drafts, a.To)
}

// limitOf is the largest whole offer that an officer may decide alone.
func limitOf(o Officer, m Moment) redress.Pence {
	return m.Settings.Redress.LimitOf(string(o.Role), m.Policies)
}

// withinLimit refuses an officer an offer that is above their limit.
func withinLimit(o Officer, whole redress.Pence, m Moment) error {
	if most := limitOf(o, m); whole > most {
		return refuse("over-limit", "ruling 21", "The whole offer is %s and you may approve up to %s. Somebody with a higher limit has to agree", whole, most)
	}
	return nil
}

// recordsOutside says whether an officer is to record who agreed outside
// Casebook: a manager, where the offer is above the limit of every role.
func recordsOutside(o Officer, whole redress.Pence, m Moment) bool {
	for _, r := range Roles() {
		if whole <= limitOf(Officer{Role: r}, m) {
			return false
		}
	}
	return o.Role == Manager
}

// MayApprove says whether an officer could agree to what a case offers now, so
// that a screen lists only those. The refusal says why not.
func MayApprove(c Case, o Officer, m Moment) error {
	m.By = Officer{} // nobody proposes: only whom it would go to is asked about
	return Propose{To: o.ID}.goesTo(&c, c.ToOffer(), m)
}
