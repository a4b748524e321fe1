package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// NoPause is what the program says where an officer looks for a way to stop
// the clock (ruling 9). No act stops one: time runs while we wait for a
// contractor, for the resident or for a court.
const NoPause = "The Code has no pause: the clock keeps running whoever we wait for. Extend the response date in time, or agree days for updates with the resident."

// Extend decides that the response date moves, by working days from the
// original due date, in one or more steps, up to the policy's limit. It moves
// nothing until the resident has been told, with the reason, on or before the
// date that stands now; told later it is not an extension (ruling 8; Code 6.4,
// 6.5, 6.15, 6.16). Told is no date where Casebook's own letter will tell it.
type Extend struct {
	Days   int // working days after the original due date, in all
	Reason string
	Told   calendar.Date // told outside Casebook, that day
	How    Dispatch
}

// Name is the act's name in history.
func (a Extend) Name() ActName { return ActExtend }

func (a Extend) happened() calendar.Date { return a.Told }

func (a Extend) summary(c Case, _ Moment) string {
	s := c.Current()
	last := s.Extensions[len(s.Extensions)-1]
	if last.Told.IsZero() {
		return fmt.Sprintf("Extension of the stage %d response to %s decided, not yet told", s.Number, last.Due.Due.Letter())
	}
	return fmt.Sprintf("Stage %d response extended to %s", s.Number, last.Due.Due.Letter())
}

func (a Extend) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	p, err := PolicyOf(*c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return err
	}
	rule, _ := p.Stage(s.Number)
	if err := a.allowed(c, s, p, rule); err != nil {
		return err
	}
	if err := a.inTime(s, m); err != nil {
		return err
	}
	for _, d := range p.StageDeadlines(s.Number, s.Asked, s.Acknowledged, a.Days, m.Holidays) {
		if d.Act == rule.Extended {
			s.Extensions = append(s.Extensions, Extension{
				ID: nextExtension(s), Days: a.Days, Due: d, Reason: a.Reason, Told: a.Told, How: a.How, By: m.By.ID,
			})
		}
	}
	return nil
}

// allowed refuses an extension that the policy or the stage has no room for.
func (a Extend) allowed(c *Case, s *Stage, p *policy.Policy, rule policy.StageRule) error {
	given := 0
	for _, e := range s.Extensions {
		given = max(given, e.Days)
	}
	switch {
	case rule.Extended == "" || s.Appeal:
		return refuse("no-extension", "", "The policy of this case has no extension")
	case c.refused(s):
		return refuse("not-accepted", "ruling 13", "Nothing of this is dealt with as a complaint, so there is no response to extend")
	case s.Acknowledged.IsZero():
		return refuse("not-acknowledged", "Code 6.3", "Acknowledge the complaint first. The response date, and so an extension of it, counts from there")
	case s.pending() != nil:
		return refuse("pending", "ruling 8", "An extension to %s is decided and the resident has not been told. Send its letter first or take it back", s.pending().Due.Due.Letter())
	case strings.TrimSpace(Tidy(a.Reason)) == "":
		return &Refusal{Code: "no-reason", Field: "reason", Source: "Code 6.4", Reason: "Write the reason, as the resident is told it"}
	case a.Days <= given:
		return &Refusal{Code: "no-days", Field: "days", Reason: fmt.Sprintf("Enter more than %d working days: that many are given already", given)}
	}
	if err := p.CheckExtension(s.Number, a.Days); err != nil {
		return &Refusal{Code: "over-limit", Field: "days", Source: "ruling 8", Reason: sentence(err)}
	}
	return nil
}

// inTime refuses an extension that was not, or can no longer be, told on or
// before the date that stands.
func (a Extend) inTime(s *Stage, m Moment) error {
	on := m.Today
	if !a.Told.IsZero() {
		if err := past(a.Told, s.Acknowledged, m); err != nil {
			return err
		}
		if err := howTo(a.How, "resident"); err != nil {
			return err
		}
		on = a.Told
	}
	return stillInTime(s, on)
}

// stillInTime refuses to tell of an extension after the date that stands.
func stillInTime(s *Stage, on calendar.Date) error {
	if due := s.Due().Due; on.After(due) {
		return &Refusal{Code: "too-late", Field: "on", Source: "ruling 8",
			Reason: fmt.Sprintf("The response was due on %s. An extension told after that day is not an extension, and the answer counts as late", due.Letter())}
	}
	return nil
}

// pending is the extension that was decided and not told, or nil.
func (s *Stage) pending() *Extension {
	for i := len(s.Extensions) - 1; i >= 0; i-- {
		if s.Extensions[i].Told.IsZero() {
			return &s.Extensions[i]
		}
	}
	return nil
}

func nextExtension(s *Stage) int {
	id := 1
	for _, e := range s.Extensions {
		id = max(id, e.ID+1)
	}
	return id
}
