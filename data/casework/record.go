package casework

import (
	"fmt"
	"time"

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

	Grievance Grievance // what the resident is dissatisfied with; empty means that only a service is asked for
	Anonymous bool      // nobody is named: kept as information (ruling 13)
	Group     []Member  // who complains together with the resident (Code 1.2)
	ToldAt    time.Time // the minute we were told; zero means that only the day is known (ruling 10)
	ToldTo    string    // who was told: an officer, a plumber
	From      Link      // the record that it came from; the zero value means none

	// Overturned is the day on which a refusal of this matter was set aside,
	// after the case it was raised in had been answered. The day of receipt
	// stays, and the acknowledgement is due from this one (ruling 13).
	Overturned calendar.Date
}

// Kind is what the contact is. Only a resident who chose it makes a complaint;
// a choice not to complain today is kept with the record and counted. Conduct,
// delay or a decision of ours is never a service request, whatever the answer
// (rulings 12 and 13; Code 1.3, 1.4).
func (r Record) Kind() Kind {
	switch {
	case r.Anonymous:
		return Information
	case r.Answer == Complain:
		return Complaint
	case r.Answer == NotToday && r.Grievance.ours():
		return Information
	}
	return ServiceRequest
}

// Name is the act's name in history.
func (r Record) Name() ActName { return ActRecord }

func (r Record) happened() calendar.Date { return r.Received }

func (r Record) summary(c Case, _ Moment) string {
	what := "Service request made"
	switch {
	case c.Anonymous:
		what = "Anonymous report made"
	case c.Kind == Complaint:
		what = "Complaint made"
	case r.Answer == NotToday:
		what = "Unhappy, offered the choice to complain, not today"
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

// Recording is an act that puts a new case in the register. Whatever its kind,
// it has the parts of Record, and the register gives it its numbers there.
type Recording interface {
	Act
	Kind() Kind
	Common() Record
	WithCommon(Record) Recording
}

// Common is the record itself.
func (r Record) Common() Record { return r }

// WithCommon is the other record.
func (r Record) WithCommon(other Record) Recording { return other }

func (r Record) decide(c *Case, m Moment) error {
	if err := r.check(*c, m); err != nil {
		return err
	}
	if err := r.checkKind(); err != nil {
		return err
	}
	return r.begin(c, r.Kind(), m, func() error {
		if c.Kind == Complaint {
			return r.open(c, m)
		}
		c.Handler = r.Handler
		return nil
	})
}

// begin makes the case that every kind of contact begins with; finish adds what
// its kind needs.
func (r Record) begin(c *Case, kind Kind, m Moment, finish func() error) error {
	*c = Case{
		ID: r.ID, Reference: r.Reference, Office: r.Office, Kind: kind, Draft: r.Draft,
		Received: r.Received, Recorded: m.Today, RecordedBy: m.By.ID, Channel: r.Channel,
		ResidentID: r.ResidentID, HomeID: r.HomeID, Resident: r.Resident, Home: r.Home,
		Representative: r.Representative, Contact: r.Contact, Grievance: r.Grievance, Anonymous: r.Anonymous,
		Story: r.Story, Wanted: r.Wanted, Happened: r.Happened, Before: r.Before, Subject: r.Subject,
	}
	if r.Answer != "" {
		c.Choice = Choice{Answer: r.Answer, By: m.By.ID, On: m.Today}
	}
	if rep := &c.Representative; !blank(rep.Authority) && rep.Given.IsZero() {
		rep.Given = r.Received
	}
	for _, other := range r.Group {
		if err := joinGroup(c, other, r.Received); err != nil {
			return err
		}
	}
	if r.From.Case != 0 {
		if err := (LinkTo{Case: r.From.Case, Reference: r.From.Reference, Kind: r.From.Kind}).decide(c, m); err != nil {
			return err
		}
	}
	for i, text := range r.Points {
		c.Points = append(c.Points, Point{ID: i + 1, Text: text, Added: m.Today})
	}
	c.Policy = m.Policies.InForceOn(r.Received).ID()
	if err := finish(); err != nil {
		return err
	}
	startHazards(c, m, r.ToldAt, false, r.ToldTo) // whatever the contact is, and whoever told us
	return nil
}

// open gives a complaint at least one point, and its first stage with its
// dates.
func (r Record) open(c *Case, m Moment) error {
	if len(c.Points) == 0 {
		c.Points = []Point{{ID: 1, Text: r.Story, Added: m.Today}}
	}
	stage := Stage{Number: 1, Asked: r.Received}
	give(&stage, r.Handler)
	if err := setClocks(*c, &stage, m); err != nil {
		return err
	}
	if !r.Overturned.IsZero() {
		if err := countFromOverturning(*c, &stage, r.Overturned, m); err != nil {
			return err
		}
	}
	c.Stages = []Stage{stage}
	return nil
}

// check refuses a contact that cannot be recorded, whatever its kind.
func (r Record) check(c Case, m Moment) error {
	switch {
	case c.Version != 0:
		return refuse("recorded", "", "This contact is already recorded as %s", c.Reference)
	case blank(r.Story):
		return &Refusal{Code: "no-story", Field: "story", Reason: "Write what happened, in the resident's own words if you can"}
	case channelWords[r.Channel] == "":
		return &Refusal{Code: "no-channel", Field: "channel", Reason: "Choose how the contact came"}
	}
	return r.checkDays(m)
}

// checkKind refuses a contact without an answer to what it is to be.
func (r Record) checkKind() error {
	if r.Anonymous {
		return r.checkAnonymous()
	}
	return r.checkChoice()
}

// checkDays refuses days that cannot be.
func (r Record) checkDays(m Moment) error {
	switch {
	case r.Received.IsZero():
		return &Refusal{Code: "no-day", Field: "received", Reason: "Enter the day we were told, such as today or 27 3 2026"}
	case r.Received.After(m.Today):
		return &Refusal{Code: "future", Field: "received",
			Reason: "Enter the day we were told. It cannot be after today, " + m.Today.Long()}
	case r.Happened.Date.After(m.Today):
		return &Refusal{Code: "future", Field: "happened",
			Reason: "Enter the day it started. It cannot be after today, " + m.Today.Long()}
	case !r.ToldAt.IsZero() && calendar.Of(r.ToldAt) != r.Received:
		return &Refusal{Code: "told-at", Field: "told at", Source: "ruling 10",
			Reason: "Enter the time we were told on " + r.Received.Long() + ", the day of receipt"}
	case !r.ToldAt.IsZero() && m.ahead(r.ToldAt):
		return &Refusal{Code: "future", Field: "told at", Reason: "Enter the time we were told. It cannot be later than now"}
	}
	if err := r.Representative.checkAuthority(r.Received, m); err != nil {
		return err
	}
	return r.checkOverturned(m)
}

// checkOverturned refuses a refusal set aside that was never one.
func (r Record) checkOverturned(m Moment) error {
	switch {
	case r.Overturned.IsZero():
		return nil
	case r.Answer != Complain || r.From.Case == 0:
		return refuse("overturned", "ruling 13", "Only a complaint that was refused in another case is recorded as overturned. Link it to that case")
	case r.Overturned.After(m.Today) || r.Overturned.Before(r.Received):
		return &Refusal{Code: "overturned", Field: "overturned", Source: "ruling 13",
			Reason: "Enter the day the refusal was set aside, between the day of receipt and today"}
	}
	return nil
}
