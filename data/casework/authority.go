package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// Speaks says whether a representative may be told about the case on a day:
// the resident gave the authority, and it has not ended. Without it nothing is
// disclosed (Code 1.3, 3.6).
func (r Representative) Speaks(on calendar.Date) bool {
	return r.Name != "" && r.Authority != "" && !on.Before(r.Given) && (r.Until.IsZero() || !on.After(r.Until))
}

// Authority records that the resident let the representative speak for them:
// how and when it was given, what for, and until when.
type Authority struct {
	Given calendar.Date
	How   string // a signed form, said at the counter
	Scope string // what they may be told and decide; empty means everything
	Until calendar.Date
}

// Name is the act's name in history.
func (a Authority) Name() ActName { return ActAuthority }

func (a Authority) happened() calendar.Date { return a.Given }

func (a Authority) summary(c Case, _ Moment) string {
	if a.Until.IsZero() {
		return "Authority of the representative recorded"
	}
	return "Authority of the representative recorded, until " + a.Until.Letter()
}

func (a Authority) decide(c *Case, m Moment) error {
	rep := &c.Representative
	if blank(rep.Name) {
		return &Refusal{Code: "no-representative", Field: "representative", Reason: "Enter who speaks for the resident first"}
	}
	if err := past(a.Given, calendar.Date{}, m); err != nil {
		return err
	}
	if blank(a.How) {
		return &Refusal{Code: "no-authority", Field: "how", Source: "Code 3.6",
			Reason: "Write how the resident gave the authority, such as a signed form or in person at the counter"}
	}
	rep.Authority, rep.Given, rep.Scope, rep.Until = a.How, a.Given, a.Scope, a.Until
	return rep.checkAuthority(a.Given, m)
}

// EndAuthority records that the resident took the authority back. From that
// day the representative is told nothing, and letters go to the resident.
type EndAuthority struct {
	On  calendar.Date
	Why string
}

// Name is the act's name in history.
func (a EndAuthority) Name() ActName { return ActEndAuthority }

func (a EndAuthority) happened() calendar.Date { return a.On }

func (a EndAuthority) summary(Case, Moment) string { return "Authority of the representative ended" }

func (a EndAuthority) decide(c *Case, m Moment) error {
	rep := &c.Representative
	if !rep.Speaks(m.Today) {
		return refuse("no-authority", "", "There is no authority to end")
	}
	if err := past(a.On, rep.Given, m); err != nil {
		return err
	}
	if blank(a.Why) {
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why the authority ended"}
	}
	rep.Until, rep.WriteToRep = a.On.AddDays(-1), false
	remark(c, m, fmt.Sprintf("The authority of %s ended on %s: %s", rep.Name, a.On.Letter(), a.Why))
	return nil
}

// checkAuthority refuses days of an authority, recorded with the contact, that
// cannot be. Given is the day of receipt where no other day is named.
func (r Representative) checkAuthority(received calendar.Date, m Moment) error {
	given := r.Given
	if given.IsZero() {
		given = received
	}
	switch {
	case given.After(m.Today):
		return &Refusal{Code: "future", Field: "given", Reason: "Enter the day the authority was given. It cannot be after today, " + m.Today.Long()}
	case !r.Until.IsZero() && r.Until.Before(given):
		return &Refusal{Code: "until", Field: "until", Reason: "Enter the last day of the authority. It cannot be before " + given.Long()}
	}
	return nil
}

// mayTell refuses a letter to a representative whom the resident has not let
// us tell (Code 3.6). A letter to the resident is never held up by it.
func mayTell(c *Case, to string, on calendar.Date) error {
	rep := c.Representative
	reaches := samePerson(to, rep.Name) || rep.WriteToRep && !samePerson(to, c.Resident.Name)
	if rep.Name == "" || !reaches || rep.Speaks(on) {
		return nil
	}
	reason := fmt.Sprintf("The resident has not let us tell %s about the case on %s. Record the authority, or write to the resident", rep.Name, on.Letter())
	if !c.Died.IsZero() {
		reason = fmt.Sprintf("Record first how %s may deal with the resident's affairs, such as the will or the grant", rep.Name)
	}
	return &Refusal{Code: "no-authority", Field: "to", Source: "Code 3.6", Reason: reason}
}

// samePerson compares two names as typed: case and spaces do not matter.
func samePerson(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(Tidy(a)), " "), strings.Join(strings.Fields(Tidy(b)), " "))
}
