package casework

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// OwedSum is money of one line that is owed and has not been paid.
type OwedSum struct {
	Line  int           `json:"line"`
	Title string        `json:"title"`
	Head  redress.Head  `json:"head"`
	Sum   redress.Pence `json:"sum"`   // what is left of the line
	Since calendar.Date `json:"since"` // it ages from here
	Due   calendar.Date `json:"due"`   // an order's own day; for the rest the time that the letters promise

	By policy.Deadline `json:"by,omitzero"` // how Due was counted; zero for an order's day
}

// Owed lists what a case owes line by line: what was accepted, and what is owed
// outright once the resident has been told or it is ordered. It outlives the closing of the case.
func Owed(c Case) []OwedSum {
	if !c.Void.IsZero() {
		return nil
	}
	var owed []OwedSum
	paid := c.paid()
	for _, l := range c.Redress {
		since, due := c.owedSince(l)
		if left := l.Sum - paid[l.ID]; !since.IsZero() && left > 0 {
			sum := OwedSum{Line: l.ID, Title: l.Title, Head: l.Head, Sum: left, Since: since, Due: due}
			if by := c.payBy(l.ID); by != nil {
				sum.By = by.By
			}
			owed = append(owed, sum)
		}
	}
	return owed
}

// owedSince is the day from which a line is owed and the day it is to be paid
// by; no day while it is not owed.
func (c *Case) owedSince(l redress.Line) (since, due calendar.Date) {
	switch {
	case l.Head == redress.Award:
		if r, o := c.order(l.Input.Award); o != nil {
			return r.Determined, o.Due
		}
	case c.payBy(l.ID) != nil:
		by := c.payBy(l.ID).By
		return by.Working.From, by.Due
	case l.Head.Outright():
		// Offers kept before their days to pay were are due on the day they were owed.
		if o := c.OfferOf(l.ID); o != nil {
			return o.Told, o.Told
		}
	default:
		on := c.acceptedOn(l.ID)
		return on, on
	}
	return since, due
}

// payBy is the first day by which a line was to be paid, or nil. What was
// accepted at stage 1 is not owed anew by what is said to stage 2.
func (c *Case) payBy(line int) *PayBy {
	var first *PayBy
	for i := range c.Offers {
		for j := range c.Offers[i].PayBy {
			if p := &c.Offers[i].PayBy[j]; p.ID == line && (first == nil || p.By.Due.Before(first.By.Due)) {
				first = p
			}
		}
	}
	return first
}

// owe keeps the day by which each of an offer's lines is to be paid that is owed
// from a day on, and forgets those that no longer are. The day of one that was
// owed already stays: a resident who then accepts the rest as well does not
// wait longer for the first part, unless their answer turns out to have come
// before it. A bank holiday proclaimed later does not move them either.
func (c *Case) owe(o *Offer, on calendar.Date, m Moment) {
	o.PayBy = slices.DeleteFunc(o.PayBy, func(p PayBy) bool {
		return !c.Line(p.ID).Head.Outright() && (!slices.Contains(o.Accepted, p.ID) || p.By.Working.From.After(on))
	})
	for _, id := range c.within(o) {
		if (c.Line(id).Head.Outright() || slices.Contains(o.Accepted, id)) && c.payBy(id) == nil {
			o.PayBy = append(o.PayBy, PayBy{ID: id, By: m.Policies.PayBy(on, m.Holidays)})
		}
	}
}

// paid is what was paid of each line. A payment recorded in error paid nothing.
func (c *Case) paid() map[int]redress.Pence {
	paid := map[int]redress.Pence{}
	for _, p := range c.Payments {
		if !p.Erred.IsZero() {
			continue
		}
		for _, s := range p.Shares {
			paid[s.ID] += s.Sum
		}
	}
	return paid
}

// PaidTo is who gets what a case owes: the resident, or who deals with the affairs
// of one who has died; empty while nobody is known.
func (c Case) PaidTo() string {
	switch {
	case c.Died.IsZero():
		return c.Resident.Name
	case c.ActsForDead():
		return c.Representative.Name
	}
	return ""
}

// Paid is what has been paid of a line.
func (c *Case) Paid(line int) redress.Pence { return c.paid()[line] }

// order finds the order that an award pays, with its referral.
func (c *Case) order(a redress.AwardedSum) (*Referral, *Order) {
	for i := range c.Referrals {
		r := &c.Referrals[i]
		for j := range r.Orders {
			if r.ID == a.Referral && r.Orders[j].ID == a.Order && !r.Determined.IsZero() {
				return r, &r.Orders[j]
			}
		}
	}
	return nil, nil
}

// toPay is all that a case owes, and the first day by which some of it is to be
// paid.
func toPay(c Case) (sum redress.Pence, due calendar.Date) {
	for _, o := range Owed(c) {
		sum += o.Sum
		if due.IsZero() || o.Due.Before(due) {
			due = o.Due
		}
	}
	return sum, due
}

// payDuties are the days from which money is owed, and how much from each.
func payDuties(c Case) []Duty {
	var duties []Duty
	sums := map[calendar.Date]redress.Pence{}
	for _, o := range Owed(c) {
		if sums[o.Due] == 0 {
			duties = append(duties, Duty{Kind: DutyPay, Due: o.Due, Handler: c.HandledBy(), Item: o.Line})
		}
		sums[o.Due] += o.Sum
	}
	for i := range duties {
		duties[i].Text = sums[duties[i].Due].String()
	}
	return duties
}

// approveDuties is an offer that waits for somebody's agreement: theirs to do.
func approveDuties(c Case) []Duty {
	for _, o := range c.ToOffer() {
		if o.Waiting() && c.Closed.IsZero() {
			return []Duty{{Kind: DutyApprove, Stage: o.Stage, Due: o.Proposed, Handler: o.SentTo, Text: o.Whole.String(), Item: o.ID}}
		}
	}
	return nil
}
