package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// AgreeUpdates keeps the days on which the resident hears how it stands. An
// answer that will come later than any extension allows needs a manager, a good
// reason and such days, and counts as late all the same (ruling 8; Code 5.9).
type AgreeUpdates struct {
	Days     []calendar.Date
	Expected calendar.Date // when the answer is expected, where it will be late
	Reason   string
}

// Name is the act's name in history.
func (a AgreeUpdates) Name() ActName { return ActAgreeUpdates }

func (a AgreeUpdates) summary(Case, Moment) string {
	days := make([]string, len(a.Days))
	for i, d := range a.Days {
		days[i] = d.Letter()
	}
	text := "Updates agreed for " + strings.Join(days, ", ")
	if !a.Expected.IsZero() {
		text += "; the answer is expected on " + a.Expected.Letter()
	}
	return text
}

func (a AgreeUpdates) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	if c.refused(s) {
		return refuse("not-accepted", "ruling 13", "Nothing of this is dealt with as a complaint, so there is no answer to wait for")
	}
	expected := a.Expected
	if expected.IsZero() {
		expected = s.Beyond.Expected
	}
	if err := a.checkDays(expected, m); err != nil {
		return err
	}
	if !a.Expected.IsZero() {
		if err := a.checkExpected(s, m); err != nil {
			return err
		}
		s.Beyond = Beyond{Expected: a.Expected, Reason: a.Reason, On: m.Today, By: m.By.ID}
	}
	s.agree(a.Days, m.Today)
	return nil
}

func (a AgreeUpdates) checkDays(expected calendar.Date, m Moment) error {
	if len(a.Days) == 0 {
		return &Refusal{Code: "no-days", Field: "days", Source: "Code 5.9", Reason: "Enter the days agreed with the resident, such as each Friday until the answer"}
	}
	last := m.Today.AddDays(-1)
	for _, d := range a.Days {
		if !d.After(last) {
			return &Refusal{Code: "wrong-days", Field: "days", Source: "Code 5.9",
				Reason: "Enter the days in their order, each once, today or later"}
		}
		last = d
	}
	if !expected.IsZero() && !last.Before(expected) {
		return &Refusal{Code: "wrong-days", Field: "days", Source: "Code 5.9",
			Reason: fmt.Sprintf("The last update comes before the answer, which is expected on %s", expected.Letter())}
	}
	return nil
}

// checkExpected refuses a day for the answer that is no later than what stands,
// that an extension would give, or that only a manager may give.
func (a AgreeUpdates) checkExpected(s *Stage, m Moment) error {
	due := s.Due().Due
	switch {
	case s.Acknowledged.IsZero() && !s.Appeal:
		return refuse("not-acknowledged", "Code 6.3", "Acknowledge the complaint first. The response date, and how far it can be extended, counts from there")
	case !a.Expected.After(due):
		return &Refusal{Code: "in-time", Field: "expected", Source: "ruling 8",
			Reason: fmt.Sprintf("The response is due on %s. Leave the expected day empty unless the answer will come later", due.Letter())}
	case strings.TrimSpace(Tidy(a.Reason)) == "":
		return &Refusal{Code: "no-reason", Field: "reason", Source: "ruling 8", Reason: "Write the good reason for the delay, as the resident is told it"}
	case a.Expected.After(s.limit()) && m.By.Role != Manager:
		return &Refusal{Code: "managers-only", Field: "expected", Source: "ruling 8",
			Reason: fmt.Sprintf("%s is later than any extension allows, which is %s. Ask a complaints manager", a.Expected.Letter(), s.limit().Letter())}
	case !a.Expected.After(s.limit()) && !m.Today.After(due):
		return &Refusal{Code: "extend", Field: "expected", Source: "ruling 8",
			Reason: fmt.Sprintf("An extension reaches %s. Extend the response date, and the answer is in time", a.Expected.Letter())}
	}
	return nil
}

// limit is the last day for an answer in time: as far as an extension may go,
// or the due date where there is none.
func (s *Stage) limit() calendar.Date {
	if s.Latest.Due.IsZero() {
		return s.Due().Due
	}
	return s.Latest.Due
}

// agree puts new days in place of those agreed before that are still to come.
// One that was missed stays until the resident has heard.
func (s *Stage) agree(days []calendar.Date, today calendar.Date) {
	id := 1
	var kept []Update
	for _, u := range s.Updates {
		id = max(id, u.ID+1)
		if !u.Given.IsZero() || u.Due.Before(today) {
			kept = append(kept, u)
		}
	}
	for i, d := range days {
		kept = append(kept, Update{ID: id + i, Due: d})
	}
	s.Updates = kept
}

// NextUpdate is the first agreed update that has not been given.
func (s *Stage) NextUpdate() (Update, bool) {
	for _, u := range s.Updates {
		if u.Given.IsZero() {
			return u, true
		}
	}
	return Update{}, false
}
