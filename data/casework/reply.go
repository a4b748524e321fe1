package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
)

// AnswerOffer records what the resident says to an offer: all of it, some of
// its lines, or none. Whatever the answer, stage 2 and the Ombudsman stay open:
// an offer is never full and final. A resident may change their mind until all
// of it is accepted.
type AnswerOffer struct {
	On     calendar.Date
	Answer OfferAnswer
	Lines  []int // the lines accepted, where not all
	Said   string
	Offer  int // the offer's number; 0: the last one told
}

// Name is the act's name in history.
func (a AnswerOffer) Name() ActName { return ActAnswerOffer }

func (a AnswerOffer) happened() calendar.Date { return a.On }

func (a AnswerOffer) summary(Case, Moment) string { return "Offer " + string(a.Answer) }

func (a AnswerOffer) decide(c *Case, m Moment) error {
	o, err := c.toAnswer(a.Offer)
	if err != nil {
		return err
	}
	if err := past(a.On, o.Told, m); err != nil {
		return err
	}
	lines, answer, err := a.accepted(c.within(o))
	if err != nil {
		return err
	}
	o.Replied, o.Answer, o.Accepted, o.Said = a.On, answer, lines, a.Said
	c.owe(o, a.On, m)
	for id := range c.paid() {
		if slices.Contains(c.within(o), id) && !c.accepts(id) && !c.Line(id).Head.Outright() {
			return refuse("paid", "ruling 16", "%s was accepted and money has been paid for it", c.Line(id).Title)
		}
	}
	return nil
}

// toAnswer is the offer that an answer is to.
func (c *Case) toAnswer(id int) (*Offer, error) {
	if !c.Void.IsZero() {
		return nil, refuse("void", "", "%s was recorded in error on %s", c.Reference, c.Void.Letter())
	}
	var o *Offer
	last := 0
	for i := range c.Offers {
		offer := &c.Offers[i]
		if offer.Told.IsZero() {
			continue
		}
		last = max(last, offer.Stage)
		if id == 0 && (o == nil || !offer.Told.Before(o.Told)) || id == offer.ID {
			o = offer
		}
	}
	switch {
	case o == nil:
		return nil, refuse("not-told", "ruling 7", "No offer has gone to the resident. Send its letter first")
	case o.Stage != 0 && o.Stage < last:
		return nil, refuse("superseded", "ruling 21", "The stage %d offer holds what stage %d had offered. Record the answer to that", last, o.Stage)
	case o.Answer == AcceptedAll:
		return nil, refuse("answered", "", "This offer was accepted on %s", o.Replied.Letter())
	}
	return o, nil
}

// within are the lines that an offer holds: a stage 2 offer is the new total,
// with what stage 1 had offered within it (ruling 21).
func (c *Case) within(o *Offer) []int {
	if o.Stage < 2 {
		return o.Lines
	}
	var lines []int
	for _, earlier := range c.Offers {
		if earlier.Stage > 0 && earlier.Stage <= o.Stage && !earlier.Told.IsZero() {
			lines = append(lines, earlier.Lines...)
		}
	}
	return lines
}

// accepted are the lines that an answer accepts, of those it may.
func (a AnswerOffer) accepted(within []int) ([]int, OfferAnswer, error) {
	switch a.Answer {
	case AcceptedAll:
		return slices.Clone(within), AcceptedAll, nil
	case DeclinedAll:
		return nil, DeclinedAll, nil
	case AcceptedPart:
	default:
		return nil, "", &Refusal{Code: "no-answer", Field: "answer", Reason: "Choose accepted, accepted in part or declined"}
	}
	lines := slices.Compact(slices.Sorted(slices.Values(a.Lines)))
	for _, id := range lines {
		if !slices.Contains(within, id) {
			return nil, "", &Refusal{Code: "no-line", Field: "lines", Reason: fmt.Sprintf("Sum %d is not part of this offer", id)}
		}
	}
	switch len(lines) {
	case 0:
		return nil, "", &Refusal{Code: "no-line", Field: "lines", Reason: "Choose the sums that the resident accepts"}
	case len(within):
		return lines, AcceptedAll, nil
	}
	return lines, AcceptedPart, nil
}

// accepts says whether the resident has accepted a line.
func (c *Case) accepts(line int) bool { return !c.acceptedOn(line).IsZero() }

// acceptedOn is the day a line was first accepted. A line accepted at stage 1
// stays accepted whatever is said to the stage 2 offer.
func (c *Case) acceptedOn(line int) calendar.Date {
	var on calendar.Date
	for _, o := range c.Offers {
		if slices.Contains(o.Accepted, line) && (on.IsZero() || o.Replied.Before(on)) {
			on = o.Replied
		}
	}
	return on
}
