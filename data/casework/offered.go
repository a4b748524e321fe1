package casework

import (
	"slices"

	"casebook/data/redress"
)

// Waiting says whether an offer waits for somebody's agreement.
func (o Offer) Waiting() bool {
	return !o.Proposed.IsZero() && o.Approved.IsZero() && o.Told.IsZero()
}

// Agreed says whether an offer was approved as it stands.
func (o Offer) Agreed() bool { return !o.Approved.IsZero() }

// Whole is all that the case offers: every line of every stage. What an
// ombudsman ordered is no offer of ours (ruling 21).
func (c *Case) Whole() redress.Pence { return c.Redress.Total() - c.Redress.Head(redress.Award) }

// Line finds a line of the case's ledger by its number.
func (c *Case) Line(id int) *redress.Line {
	for i := range c.Redress {
		if c.Redress[i].ID == id {
			return &c.Redress[i]
		}
	}
	return nil
}

// OfferOf is the offer that a line is part of, or nil while nobody has proposed
// it.
func (c *Case) OfferOf(line int) *Offer {
	for i := range c.Offers {
		if slices.Contains(c.Offers[i].Lines, line) {
			return &c.Offers[i]
		}
	}
	return nil
}

// told says whether the resident was told of a line.
func (c *Case) told(line int) bool {
	o := c.OfferOf(line)
	return o != nil && !o.Told.IsZero()
}

// ToOffer are the offers that the resident has still to be told of, as the
// ledger has them now: one for the answer that is being written, and one for
// what is owed outside it. Where nobody has proposed one it has its lines and
// sums alone.
func (c *Case) ToOffer() []Offer {
	var drafts []Offer
	for _, l := range c.Redress {
		if l.Head == redress.Award || c.told(l.ID) || !c.mayStillOffer(l.Stage) {
			continue
		}
		i := slices.IndexFunc(drafts, func(o Offer) bool { return o.Stage == l.Stage })
		if i < 0 {
			i = len(drafts)
			drafts = append(drafts, Offer{Stage: l.Stage})
		}
		drafts[i].Lines = append(drafts[i].Lines, l.ID)
		drafts[i].Sum += l.Sum
	}
	for i, d := range drafts {
		if o := c.OfferOf(d.Lines[0]); o != nil {
			drafts[i] = *o
			continue
		}
		drafts[i].Whole = c.Whole()
		if old := c.returned(d.Stage); old != nil {
			drafts[i].ID, drafts[i].SentBack = old.ID, old.SentBack
		}
	}
	return drafts
}

// mayStillOffer says whether lines of a stage can still be told of: its answer
// has not gone, and there is to be one. What is owed outside an answer has no
// such end.
func (c *Case) mayStillOffer(stage int) bool {
	if stage == 0 {
		return true
	}
	s := c.Current()
	return s != nil && s.Number == stage && s.Responded.IsZero() && c.Withdrawn.IsZero() && !c.refused(s)
}

// returned is the offer of a stage that was sent back and is to be proposed
// again.
func (c *Case) returned(stage int) *Offer {
	for i := range c.Offers {
		if o := &c.Offers[i]; o.Stage == stage && o.Told.IsZero() && len(o.Lines) == 0 {
			return o
		}
	}
	return nil
}

// unsettle takes every proposal and approval back that the resident has not
// been told of: limits go by the whole offer, so any change of a line makes all
// of it something else (ruling 21). What an approver wrote stays.
func (c *Case) unsettle() {
	c.Offers = slices.DeleteFunc(c.Offers, func(o Offer) bool { return o.Told.IsZero() && len(o.SentBack) == 0 })
	for i, o := range c.Offers {
		if o.Told.IsZero() {
			c.Offers[i] = Offer{ID: o.ID, Stage: o.Stage, SentBack: o.SentBack}
		}
	}
}

// AsksAnswer says whether any line of an offer waits for the resident to accept
// it, also one that an earlier stage had offered within it (ruling 21).
func (c *Case) AsksAnswer(o Offer) bool {
	return slices.ContainsFunc(c.ToAccept(c.OfferLines(o.ID)), func(id int) bool { return !c.accepts(id) })
}

// Unreplied is the newest offer that the resident was told of and has said
// nothing to; false where none waits for them. An offer of nothing but what is
// owed outright needs no answer, and a later stage's offer holds an earlier one
// (ruling 21).
func (c *Case) Unreplied() (Offer, bool) {
	for _, o := range slices.Backward(c.Offers) {
		if !o.Told.IsZero() && o.Answer == "" && c.AsksAnswer(o) && !c.Superseded(o) {
			return o, true
		}
	}
	return Offer{}, false
}
