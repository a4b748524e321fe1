package casework

import (
	"casebook/data/calendar"
)

// Close closes a case whose last stage has been answered, or a service request
// that is dealt with. Promises stay open (Code 6.6).
type Close struct{ On calendar.Date }

// Name is the act's name in history.
func (a Close) Name() ActName { return ActClose }

func (a Close) happened() calendar.Date { return a.On }

func (a Close) summary(Case, Moment) string { return "Case closed" }

func (a Close) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	first := c.Received
	if s := c.Current(); s != nil {
		if s.Responded.IsZero() {
			return refuse("not-answered", "Code 6.7", "Stage %d has not been answered. Send the response first", s.Number)
		}
		first = s.Responded
	}
	if err := past(a.On, first, m); err != nil {
		return err
	}
	c.Closed = a.On
	return nil
}

// open refuses acts on a case that is closed.
func open(c *Case) error {
	if !c.Closed.IsZero() {
		return refuse("closed", "", "%s was closed on %s", c.Reference, c.Closed.Letter())
	}
	return nil
}
