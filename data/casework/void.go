package casework

import "strings"

// Void marks a record that should never have been made: the same contact twice,
// the wrong person, a trial. It is kept, counted nowhere and owes nothing. Once
// a letter that sets a date has gone it is too late: the resident holds it, and
// the case is answered or withdrawn (ruling 16).
type Void struct{ Why string }

// Name is the act's name in history.
func (a Void) Name() ActName { return ActVoid }

func (a Void) summary(Case, Moment) string { return "Recorded in error" }

func (a Void) decide(c *Case, m Moment) error {
	switch {
	case !c.Void.IsZero():
		return refuse("void", "", "%s was marked as recorded in error on %s", c.Reference, c.Void.Letter())
	case strings.TrimSpace(Tidy(a.Why)) == "":
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why this record should not have been made"}
	case told(c):
		return refuse("sent", "ruling 16", "A letter or a form about this has gone. It is corrected, not undone")
	}
	c.Void, c.VoidWhy, c.Ended = m.Today, a.Why, RecordedInError
	if c.Closed.IsZero() {
		c.Closed = m.Today
	}
	return nil
}

// told says whether the resident holds anything that set a date.
func told(c *Case) bool {
	if len(c.Payments) > 0 {
		return true // so is money, whether or not it was right
	}
	if !c.Claim.Sent.IsZero() {
		return true // the form is in the insurer's hands
	}
	for _, l := range c.Letters {
		if l.Kind.SetsDate() && !l.Sent.IsZero() {
			return true
		}
	}
	for _, s := range c.Stages {
		for _, e := range s.Extensions {
			if !e.Told.IsZero() {
				return true
			}
		}
	}
	return false
}
