package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
)

// AnswerOffer records what the resident says to an offer: all of it, some of
// its lines, or none. Whatever the answer, stage 2 and the Ombudsman stay open:
// an offer is never full and final. A resident may change their mind, and an
// officer may have recorded it wrongly: another answer takes the place of the
// last one, in history beside it, as long as it leaves accepted what money has
// gone for. The same answer again says nothing new, unless it came on an earlier
// day.
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
	lines, answer, err := a.accepted(c, c.within(o))
	switch {
	case err != nil:
		return err
	case answer == o.Answer && slices.Equal(slices.Sorted(slices.Values(lines)), slices.Sorted(slices.Values(o.Accepted))) && !a.On.Before(o.Replied):
		return refuse("answered", "", "This is the answer that was recorded on %s: %s. Choose another one, or an earlier day", o.Replied.Letter(), o.Answer)
	}
	o.Replied, o.Answer, o.Accepted, o.Said = a.On, answer, lines, a.Said
	c.owe(o, a.On, m)
	for id := range c.paid() {
		if slices.Contains(c.within(o), id) && !c.accepts(id) && !c.Line(id).Head.Outright() {
			return refuse("paid", "ruling 16", "%s was accepted and money has been paid for it. It stays accepted", c.Line(id).Title)
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
	case o.Stage < last && c.Superseded(*o):
		return nil, refuse("superseded", "ruling 21", "The stage %d offer holds what stage %d had offered. Record the answer to that", last, o.Stage)
	case c.Superseded(*o):
		return nil, refuse("superseded", "ruling 21", "The answer that went on %s offers this too. Record what was said to that", c.Stages[o.Stage-1].Responded.Letter())
	}
	return o, nil
}

// within are the lines that an offer holds: a stage 2 offer is the new total,
// with what stage 1 had offered within it (ruling 21), and an answer offers all
// that its stage had offered before it too.
func (c *Case) within(o *Offer) []int {
	var lines []int
	for _, earlier := range c.Offers {
		if earlier.ID == o.ID || c.holds(o, earlier) {
			lines = append(lines, earlier.Lines...)
		}
	}
	return lines
}

// holds says whether an offer has another one within it, that the resident was
// told of before.
func (c *Case) holds(o *Offer, earlier Offer) bool {
	if o.Stage == 0 || earlier.Stage == 0 || earlier.Told.IsZero() {
		return false
	}
	return earlier.Stage < o.Stage || earlier.Stage == o.Stage && earlier.ID < o.ID && c.inAnswer(o)
}

// inAnswer says whether the answer of its stage told of an offer, and not a
// letter before it.
func (c *Case) inAnswer(o *Offer) bool {
	return o.Stage <= len(c.Stages) && !o.Told.IsZero() && o.Told == c.Stages[o.Stage-1].Responded &&
		!slices.ContainsFunc(c.Offers, func(later Offer) bool { return later.Stage == o.Stage && later.ID > o.ID && !later.Told.IsZero() })
}

// Superseded says whether a later offer that the resident was told of holds what
// this one had offered: what they say is said to that one.
func (c *Case) Superseded(o Offer) bool {
	return slices.ContainsFunc(c.Offers, func(later Offer) bool { return !later.Told.IsZero() && later.ID != o.ID && c.holds(&later, o) })
}

// OfferLines are the lines that an answer to an offer is about.
func (c *Case) OfferLines(id int) []int {
	for i := range c.Offers {
		if c.Offers[i].ID == id {
			return c.within(&c.Offers[i])
		}
	}
	return nil
}

// AnswersTo are the answers to an offer between which every other lies: nothing
// of it, all of it, and only what money has gone for. Where none of them can be
// recorded, none can.
func AnswersTo(c Case, offer int, on calendar.Date) []Act {
	acts := []Act{AnswerOffer{On: on, Answer: DeclinedAll, Offer: offer}, AnswerOffer{On: on, Answer: AcceptedAll, Offer: offer}}
	o, err := c.toAnswer(offer)
	if err != nil {
		return acts
	}
	paid := c.paid()
	gone := slices.DeleteFunc(c.ToAccept(c.within(o)), func(id int) bool { return paid[id] == 0 })
	if len(gone) > 0 {
		acts = append(acts, AnswerOffer{On: on, Answer: AcceptedPart, Lines: gone, Offer: offer})
	}
	return acts
}

// ToAccept are those of some lines that are owed only once the resident accepts
// them: what they are asked about.
func (c *Case) ToAccept(lines []int) []int {
	return slices.DeleteFunc(slices.Clone(lines), func(id int) bool { l := c.Line(id); return l == nil || l.Head.Outright() })
}

// accepted are the lines that an answer accepts, of those it may. Whoever takes
// all that waits for an answer takes all of it: the rest is theirs.
func (a AnswerOffer) accepted(c *Case, within []int) ([]int, OfferAnswer, error) {
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
	asks := c.ToAccept(within)
	switch {
	case len(lines) == 0:
		return nil, "", &Refusal{Code: "no-line", Field: "lines", Reason: "Choose the sums that the resident accepts"}
	case len(lines) == len(within), len(asks) > 0 && !slices.ContainsFunc(asks, func(id int) bool { return !slices.Contains(lines, id) }):
		return slices.Clone(within), AcceptedAll, nil
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
