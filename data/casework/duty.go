package casework

import (
	"fmt"
	"slices"
	"time"

	"casebook/data/calendar"
)

// DutyKind is what has to be done by a day.
type DutyKind string

// The duties that Today lists.
const (
	DutyAcknowledge DutyKind = "acknowledge"
	DutyRespond     DutyKind = "respond"
	DutyRefuse      DutyKind = "refuse"     // a refusal's or pass-on's letter (ruling 13)
	DutyUpdate      DutyKind = "update"     // a day agreed with the resident (Code 5.9)
	DutyHazard      DutyKind = "hazard"     // a step that the law times (ruling 10)
	DutyEvidence    DutyKind = "evidence"   // an ombudsman asked for it
	DutyOrder       DutyKind = "order"      // an ombudsman ordered it
	DutyPromise     DutyKind = "promise"    // Code 6.6, 7.3
	DutyWaiting     DutyKind = "waiting"    // somebody else owes us an answer
	DutyReview      DutyKind = "review"     // of an adjustment, a restriction or an authority
	DutyWithdrawal  DutyKind = "withdrawal" // the letter that confirms it
	DutyPetition    DutyKind = "petition"   // what the page promises for one (rulings 1, 11)
	DutyClaim       DutyKind = "claim"      // the visit and the form of an insurance claim
	DutyRepair      DutyKind = "repair"     // a period of the Right to Repair
	DutyFixed       DutyKind = "fixed"      // a fixed payment is to be worked out, or told
	DutyApprove     DutyKind = "approve"    // an offer of money waits for somebody's agreement (ruling 21)
	DutyPay         DutyKind = "pay"        // money is owed and has not been paid
)

// Timed says whether the policy, the law or an ombudsman sets the day, rather
// than ourselves.
func (k DutyKind) Timed() bool {
	switch k {
	case DutyPromise, DutyWaiting, DutyReview, DutyWithdrawal, DutyFixed, DutyApprove, DutyPay:
		return false
	}
	return true
}

// Aging are the kinds for which no page and no promise gives a day: Due is the day
// from which they wait.
func Aging() []DutyKind { return []DutyKind{DutyFixed, DutyApprove} }

// Ages says whether it only waits, and is never late.
func (k DutyKind) Ages() bool { return slices.Contains(Aging(), k) }

// Duty is something owed on a case by a day.
type Duty struct {
	Kind    DutyKind      `json:"kind"`
	Stage   int           `json:"stage"`
	Due     calendar.Date `json:"due"`
	Handler int64         `json:"handler"` // 0 when nobody has it
	Text    string        `json:"text"`    // what it is about, where that needs words
	Owner   string        `json:"owner"`   // a promise's owner, or who owes us an answer
	Promise int           `json:"promise"` // a promise's number in its case

	Item  int           `json:"item,omitempty"` // the number of the hazard, request or order
	At    time.Time     `json:"at,omitzero"`    // the minute, where the law counts hours
	Cover int64         `json:"cover,omitempty"`
	From  calendar.Date `json:"from,omitzero"` // the cover's days
	Until calendar.Date `json:"until,omitzero"`

	Risk Risk `json:"risk,omitempty"` // of a building safety matter, which goes before the date
}

// Duties lists what a case still owes, soonest first in each stage. Promises,
// orders and hazards outlive the closing of their case (Code 6.6, 7.3).
func Duties(c Case) []Duty {
	if !c.Void.IsZero() {
		return nil
	}
	var duties []Duty
	if c.Closed.IsZero() {
		for i := range c.Stages {
			duties = append(duties, stageDuties(c, &c.Stages[i])...)
		}
		duties = append(duties, waitingDuties(c)...)
		duties = append(duties, passedDuties(c)...)
		duties = append(duties, promisedDuties(c)...)
	}
	duties = append(duties, repairDuties(c)...)
	duties = append(duties, promiseDuties(c)...)
	duties = append(duties, hazardDuties(c)...)
	duties = append(duties, ombudsmanDuties(c)...)
	duties = append(duties, approveDuties(c)...)
	duties = append(duties, payDuties(c)...)
	duties = append(duties, reviewDuties(c)...)
	for i := range duties {
		duties[i].Risk = c.Risk
	}
	return covered(c, duties)
}

// stageDuties are what a stage owes the resident.
func stageDuties(c Case, s *Stage) []Duty {
	var duties []Duty
	owe := func(kind DutyKind, due calendar.Date) {
		duties = append(duties, Duty{Kind: kind, Stage: s.Number, Due: due, Handler: s.Handler})
	}
	switch {
	case !s.Responded.IsZero():
		return append(duties, leftOutDuties(c, s)...)
	case !c.Withdrawn.IsZero():
		if !confirmed(c) {
			owe(DutyWithdrawal, c.Withdrawn)
		}
		return duties
	case s.Refused.Stands():
		if s.Refused.Told.IsZero() {
			owe(DutyRefuse, s.Refused.TellBy.Due)
		}
		return duties
	}
	duties = append(duties, leftOutDuties(c, s)...)
	if c.refused(s) {
		return duties
	}
	if s.Acknowledged.IsZero() && s.AcknowledgeBy.Act != "" {
		owe(DutyAcknowledge, s.AcknowledgeBy.Due)
	}
	owe(DutyRespond, s.Due().Due)
	for _, u := range s.Updates {
		if u.Given.IsZero() {
			owe(DutyUpdate, u.Due)
			break // the next one only
		}
	}
	return duties
}

// confirmed says whether the letter that confirms a withdrawal has gone.
func confirmed(c Case) bool {
	for _, l := range c.Letters {
		if l.Kind == WithdrawalLetter && l.Erred.IsZero() && !l.Sent.Before(c.Withdrawn) {
			return true
		}
	}
	return false
}

// untold is the day by which the first letter about an excluded or passed on
// point of a stage has to go, if one has. No page gives a pass-on a day: it goes
// with the acknowledgement, or at once where that has gone (Code 5.7).
func untold(c Case, s *Stage) (calendar.Date, bool) {
	var first calendar.Date
	by := func(due calendar.Date) {
		if first.IsZero() || due.Before(first) {
			first = due
		}
	}
	for _, p := range c.StagePoints(s) {
		if p.Excluded.untold() {
			by(p.Excluded.TellBy.Due)
		}
		switch pass := p.Passed; {
		case !pass.untold():
		case s.Acknowledged.IsZero() && s.AcknowledgeBy.Due.After(pass.On):
			by(s.AcknowledgeBy.Due)
		default:
			by(pass.On)
		}
	}
	return first, !first.IsZero()
}

// leftOutDuties is the first letter about points of a stage that are left out of
// it. What somebody else deals with is passed on, not refused, and says so.
func leftOutDuties(c Case, s *Stage) []Duty {
	due, ok := untold(c, s)
	if !ok {
		return nil
	}
	d := Duty{Kind: DutyRefuse, Stage: s.Number, Due: due, Handler: s.Handler}
	if leftOutLetter(c, s) == PassOnLetter {
		d.Text = PassOnLetter.Words()
	}
	return []Duty{d}
}

// passedDuties are the letters about what was passed on from a record that is
// no complaint.
func passedDuties(c Case) []Duty {
	if c.Current() != nil {
		return nil
	}
	var duties []Duty
	for _, p := range c.Points {
		if p.Passed.untold() {
			duties = append(duties, Duty{Kind: DutyRefuse, Due: p.Passed.On, Handler: c.Handler, Text: PassOnLetter.Words()})
		}
	}
	return duties
}

// HandledBy is who has the case now: its stage, or a record without stages.
func (c Case) HandledBy() int64 {
	if s := c.Current(); s != nil {
		return s.Handler
	}
	return c.Handler
}

func promiseDuties(c Case) []Duty {
	var duties []Duty
	for _, p := range c.Promises {
		if p.Kept.IsZero() {
			duties = append(duties, Duty{Kind: DutyPromise, Due: p.Due, Handler: c.HandledBy(), Text: p.Text, Owner: p.Owner, Promise: p.ID})
		}
	}
	return duties
}

func waitingDuties(c Case) []Duty {
	var duties []Duty
	for _, r := range c.Requests {
		if r.Answered.IsZero() {
			duties = append(duties, Duty{Kind: DutyWaiting, Due: r.Due, Handler: c.HandledBy(), Text: r.What, Owner: r.Whom, Item: r.ID})
		}
	}
	return duties
}

func hazardDuties(c Case) []Duty {
	var duties []Duty
	for _, h := range c.Hazards {
		if h.NotHazard != "" {
			continue
		}
		for _, k := range h.Clocks {
			if k.Done.IsZero() {
				duties = append(duties, Duty{Kind: DutyHazard, Due: k.Day(), At: k.By, Handler: c.HandledBy(), Text: k.Step.Title(), Item: h.ID})
			}
		}
	}
	return duties
}

func ombudsmanDuties(c Case) []Duty {
	var duties []Duty
	for _, r := range c.Referrals {
		for _, a := range r.Asks {
			if a.Sent.IsZero() {
				duties = append(duties, Duty{Kind: DutyEvidence, Due: a.Due, Handler: c.HandledBy(), Text: a.What, Item: r.ID})
			}
		}
		for _, o := range r.Orders {
			if o.Done.IsZero() && !o.Recommended {
				duties = append(duties, Duty{Kind: DutyOrder, Due: o.Due, Handler: c.HandledBy(), Text: o.Text, Item: r.ID})
			}
		}
	}
	return duties
}

// reviewDuties are the days on which something agreed is looked at again while
// the case is open; a restriction stands until it is ended (Code 5.10, 5.15).
func reviewDuties(c Case) []Duty {
	var duties []Duty
	owe := func(due calendar.Date, item int, format string, args ...any) {
		if !due.IsZero() {
			duties = append(duties, Duty{Kind: DutyReview, Due: due, Handler: c.HandledBy(), Text: fmt.Sprintf(format, args...), Item: item})
		}
	}
	for _, r := range c.Restrictions {
		if r.Ended.IsZero() {
			owe(r.Review, r.ID, "Review the restriction of contact")
		}
	}
	if !c.Closed.IsZero() {
		return duties
	}
	for _, a := range c.Contact.Adjustments {
		owe(a.Review, 0, "Review the adjustment: %s", a.Kind)
	}
	if r := c.Representative; r.Name != "" && r.Authority != "" {
		owe(r.Until, 0, "The representative's authority ends")
	}
	return duties
}

// covered names who looks after the duties of a handler who is away.
func covered(c Case, duties []Duty) []Duty {
	handler, covers := c.post()
	if len(*covers) == 0 {
		return duties
	}
	last := (*covers)[len(*covers)-1]
	for i := range duties {
		if duties[i].Handler == *handler {
			duties[i].Cover, duties[i].From, duties[i].Until = last.Officer, last.From, last.Until
		}
	}
	return duties
}
