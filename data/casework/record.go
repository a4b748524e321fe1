package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// Record is the act that puts a contact in the register. Only what happened,
// the day and the resident's choice are needed; a missing name means "not
// given", and everything else is listed as to do before acknowledging
// (ruling 27).
type Record struct {
	ID        int64     // given by the register
	Reference Reference // given by the register, from the counter of its kind and year

	Draft          string
	Office         int64
	Received       calendar.Date
	Channel        Channel
	ResidentID     int64
	HomeID         int64
	Resident       Person
	Home           Home
	Representative Representative
	Contact        Contact
	Answer         Answer
	Story          string
	Wanted         string
	Happened       Day
	Before         string
	Subject        string
	Points         []string // empty: the story stands as the first point
	Handler        int64
}

// Kind is what the resident's answer makes of the contact. Only a resident who
// chose it makes a complaint; a choice not to complain today is kept with the
// record and counted (ruling 12; Code 1.3, 1.4).
func (r Record) Kind() Kind {
	if r.Answer == Complain {
		return Complaint
	}
	return ServiceRequest
}

// Name is the act's name in history.
func (r Record) Name() ActName { return ActRecord }

func (r Record) happened() calendar.Date { return r.Received }

func (r Record) summary(c Case, _ Moment) string {
	what := "Complaint made"
	if c.Kind == ServiceRequest {
		what = "Service request made"
		if r.Answer == NotToday {
			what = "Unhappy, offered the choice to complain, not today"
		}
	}
	return fmt.Sprintf("%s, %s", what, channelWords[r.Channel])
}

var channelWords = map[Channel]string{
	Counter: "at the counter", Telephone: "by telephone", ByLetter: "by letter", ByEmail: "by e-mail",
	WebForm: "by web form", SocialMedia: "on social media", Survey: "in a survey",
	Councillor: "through a councillor or MP", ThirdParty: "through a third party",
}

// longAgo is how old a receipt may be before the officer is asked whether the
// year is right. It is a question, never a refusal.
const longAgo = 6 // months

// Doubts are the answers that are possible but unlikely: asked about once,
// never refused. They go by field.
func (r Record) Doubts(m Moment) map[string]string {
	doubts := map[string]string{}
	if !r.Received.IsZero() && r.Received.AddMonths(longAgo).Before(m.Today) {
		doubts["received"] = fmt.Sprintf("%s is more than %d months ago. Is that the day we were told?", r.Received.Long(), longAgo)
	}
	if d := r.Happened.Date; !d.IsZero() && d.AddMonths(120).Before(m.Today) {
		doubts["happened"] = fmt.Sprintf("%s is more than ten years ago. Is that right?", d.Long())
	}
	return doubts
}

func (r Record) decide(c *Case, m Moment) error {
	if c.Version != 0 {
		return refuse("recorded", "", "This contact is already recorded as %s", c.Reference)
	}
	if err := r.check(m); err != nil {
		return err
	}
	*c = Case{
		ID: r.ID, Reference: r.Reference, Office: r.Office, Kind: r.Kind(), Draft: r.Draft,
		Received: r.Received, Recorded: m.Today, RecordedBy: m.By.ID, Channel: r.Channel,
		ResidentID: r.ResidentID, HomeID: r.HomeID, Resident: r.Resident, Home: r.Home,
		Representative: r.Representative, Contact: r.Contact,
		Choice: Choice{Answer: r.Answer, By: m.By.ID, On: m.Today},
		Story:  r.Story, Wanted: r.Wanted, Happened: r.Happened, Before: r.Before, Subject: r.Subject,
	}
	p := m.Policies.InForceOn(r.Received)
	c.Policy = p.ID()
	if c.Kind == ServiceRequest {
		return nil
	}
	texts := r.Points
	if len(texts) == 0 {
		texts = []string{r.Story}
	}
	for i, text := range texts {
		c.Points = append(c.Points, Point{ID: i + 1, Text: text, Added: m.Today})
	}
	stage := Stage{Number: 1, Asked: r.Received}
	give(&stage, r.Handler)
	if err := setClocks(*c, &stage, m); err != nil {
		return err
	}
	c.Stages = []Stage{stage}
	return nil
}

func (r Record) check(m Moment) error {
	switch {
	case strings.TrimSpace(Tidy(r.Story)) == "":
		return &Refusal{Code: "no-story", Field: "story", Reason: "Write what happened, in the resident's own words if you can"}
	case r.Received.IsZero():
		return &Refusal{Code: "no-day", Field: "received", Reason: "Enter the day we were told, such as today or 27 3 2026"}
	case r.Received.After(m.Today):
		return &Refusal{Code: "future", Field: "received",
			Reason: "Enter the day we were told. It cannot be after today, " + m.Today.Long()}
	case r.Happened.Date.After(m.Today):
		return &Refusal{Code: "future", Field: "happened",
			Reason: "Enter the day it started. It cannot be after today, " + m.Today.Long()}
	case r.Answer != Complain && r.Answer != NotToday && r.Answer != ServiceOnly:
		return &Refusal{Code: "no-choice", Field: "choice", Source: "Code 1.3",
			Reason: "Ask the resident whether to treat this as a complaint, and mark the answer"}
	case channelWords[r.Channel] == "":
		return &Refusal{Code: "no-channel", Field: "channel", Reason: "Choose how the contact came"}
	}
	return nil
}
