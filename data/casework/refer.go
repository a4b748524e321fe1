package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// Refer records that a case is before an ombudsman or a regulator. Whether it
// may look at the case is for that body to decide, so none is ever refused
// because of the subject or the stage (Code 3.7; ruling 17).
type Refer struct {
	Body   string // the policy's id of the ombudsman
	On     calendar.Date
	Theirs string // their reference
	What   string
}

// Name is the act's name in history.
func (a Refer) Name() ActName { return ActRefer }

func (a Refer) happened() calendar.Date { return a.On }

func (a Refer) summary(c Case, m Moment) string { return "Taken to the " + bodyName(c, a.Body, m) }

func (a Refer) decide(c *Case, m Moment) error {
	if err := genuine(c); err != nil {
		return err
	}
	p, err := PolicyOf(*c, 1, c.Received, m.Policies)
	if err != nil {
		return err
	}
	if _, ok := p.Ombudsman(a.Body); !ok {
		return &Refusal{Code: "no-body", Field: "body", Reason: "Choose the ombudsman or the regulator"}
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	id := 1
	for _, r := range c.Referrals {
		id = max(id, r.ID+1)
		if r.Body == a.Body && r.Determined.IsZero() && r.Theirs == Tidy(a.Theirs) {
			return refuse("referred", "", "This is already recorded as taken to the %s on %s", bodyName(*c, a.Body, m), r.On.Letter())
		}
	}
	c.Referrals = append(c.Referrals, Referral{ID: id, Body: a.Body, On: a.On, Theirs: a.Theirs, What: a.What})
	return nil
}

// AskedForEvidence records what an ombudsman asks us for and by when.
type AskedForEvidence struct {
	Referral   int
	What       string
	Asked, Due calendar.Date
}

// Name is the act's name in history.
func (a AskedForEvidence) Name() ActName { return ActEvidenceAsked }

func (a AskedForEvidence) happened() calendar.Date { return a.Asked }

func (a AskedForEvidence) summary(c Case, m Moment) string {
	return fmt.Sprintf("The %s asked for evidence by %s", bodyName(c, c.Referral(a.Referral).Body, m), a.Due.Letter())
}

func (a AskedForEvidence) decide(c *Case, m Moment) error {
	r, err := theReferral(c, a.Referral)
	if err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.What)) == "" {
		return &Refusal{Code: "no-words", Field: "what", Reason: "Write what they ask for"}
	}
	if err := past(a.Asked, r.On, m); err != nil {
		return err
	}
	if a.Due.IsZero() || a.Due.Before(a.Asked) {
		return &Refusal{Code: "no-due", Field: "due", Reason: "Enter the day by which they want it, on or after the day they asked"}
	}
	id := 1
	for _, e := range r.Asks {
		id = max(id, e.ID+1)
	}
	r.Asks = append(r.Asks, EvidenceAsk{ID: id, What: a.What, Asked: a.Asked, Due: a.Due})
	return nil
}

// SendEvidence records that the evidence an ombudsman asked for went.
type SendEvidence struct {
	Referral, Ask int
	On            calendar.Date
}

// Name is the act's name in history.
func (a SendEvidence) Name() ActName { return ActEvidenceSent }

func (a SendEvidence) happened() calendar.Date { return a.On }

func (a SendEvidence) summary(c Case, m Moment) string {
	return fmt.Sprintf("Evidence sent to the %s", bodyName(c, c.Referral(a.Referral).Body, m))
}

func (a SendEvidence) decide(c *Case, m Moment) error {
	r, err := theReferral(c, a.Referral)
	if err != nil {
		return err
	}
	for i := range r.Asks {
		e := &r.Asks[i]
		switch {
		case e.ID != a.Ask:
			continue
		case !e.Sent.IsZero():
			return refuse("sent", "", "This evidence went on %s", e.Sent.Letter())
		}
		if err := past(a.On, e.Asked, m); err != nil {
			return err
		}
		e.Sent = a.On
		return nil
	}
	return refuse("no-ask", "", "There is no request for evidence %d", a.Ask)
}

// Referral finds a referral of the case by its number.
func (c *Case) Referral(id int) *Referral {
	for i := range c.Referrals {
		if c.Referrals[i].ID == id {
			return &c.Referrals[i]
		}
	}
	return nil
}

func theReferral(c *Case, id int) (*Referral, error) {
	if err := genuine(c); err != nil {
		return nil, err
	}
	if r := c.Referral(id); r != nil {
		return r, nil
	}
	return nil, refuse("no-referral", "", "There is no referral %d. Record first that the case was taken to an ombudsman", id)
}

// genuine refuses acts on a record that was made in error.
func genuine(c *Case) error {
	if !c.Void.IsZero() {
		return refuse("void", "", "%s was recorded in error on %s and is no case", c.Reference, c.Void.Letter())
	}
	return nil
}

// bodyName is an ombudsman's short name.
func bodyName(c Case, body string, m Moment) string {
	if p, err := PolicyOf(c, 1, c.Received, m.Policies); err == nil {
		if o, ok := p.Ombudsman(body); ok {
			return o.Short
		}
	}
	return body
}
