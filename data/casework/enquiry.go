package casework

import (
	"casebook/data/calendar"
)

// Enquire records that the resident asked how their case stands, open or
// closed: the commonest walk-in, so a note is welcome and never needed
// (ruling 28).
type Enquire struct {
	On   calendar.Date
	Way  Channel
	Note string
}

// Name is the act's name in history.
func (a Enquire) Name() ActName { return ActEnquire }

func (a Enquire) happened() calendar.Date { return a.On }

func (a Enquire) summary(Case, Moment) string { return "Asked for progress, " + channelWords[a.Way] }

func (a Enquire) decide(c *Case, m Moment) error {
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if channelWords[a.Way] == "" {
		return &Refusal{Code: "no-channel", Field: "way", Reason: "Choose how the resident asked"}
	}
	c.Enquiries = append(c.Enquiries, Enquiry{
		ID: nextID(c.Enquiries, func(e Enquiry) int { return e.ID }),
		On: a.On, Way: a.Way, Note: a.Note, By: m.By.ID,
	})
	return nil
}
