package casework

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
)

// Extend moves the response date by working days from the original due date,
// in one or more steps, up to the policy's limit. It has to be told to the
// resident, with the reason, on or before the date that stands now, or it is
// not an extension (ruling 8; Code 6.4, 6.5, 6.15, 6.16).
type Extend struct {
	Days   int // working days after the original due date, in all
	Reason string
	Told   calendar.Date
	How    Dispatch
}

// Name is the act's name in history.
func (a Extend) Name() ActName { return ActExtend }

func (a Extend) happened() calendar.Date { return a.Told }

func (a Extend) summary(c Case, _ Moment) string {
	return fmt.Sprintf("Stage %d response extended to %s", c.StageNumber(), c.Current().Due().Due.Letter())
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
	now := s.Due()
	given := 0
	if n := len(s.Extensions); n > 0 {
		given = s.Extensions[n-1].Days
	}
	switch {
	case rule.Extended == "":
		return refuse("no-extension", "", "The policy of this case has no extension")
	case s.Acknowledged.IsZero():
		return refuse("not-acknowledged", "Code 6.3", "Acknowledge the complaint first. The response date, and so an extension of it, counts from there")
	case strings.TrimSpace(Tidy(a.Reason)) == "":
		return &Refusal{Code: "no-reason", Field: "reason", Source: "Code 6.4", Reason: "Write the reason, as the resident is told it"}
	case a.Days <= given:
		return &Refusal{Code: "no-days", Field: "days", Reason: fmt.Sprintf("Enter more than %d working days: that many are given already", given)}
	}
	if err := p.CheckExtension(s.Number, a.Days); err != nil {
		return &Refusal{Code: "over-limit", Field: "days", Source: "ruling 8", Reason: sentence(err)}
	}
	if err := past(a.Told, s.Acknowledged, m); err != nil {
		return err
	}
	if a.Told.After(now.Due) {
		return &Refusal{Code: "too-late", Field: "on", Source: "ruling 8",
			Reason: fmt.Sprintf("The response was due on %s. An extension told after that day is not an extension, and the answer counts as late", now.Due.Letter())}
	}
	if err := howTo(a.How, "resident"); err != nil {
		return err
	}
	for _, d := range p.StageDeadlines(s.Number, s.Asked, s.Acknowledged, a.Days, m.Holidays) {
		if d.Act == rule.Extended {
			s.Extensions = append(s.Extensions, Extension{
				ID: len(s.Extensions) + 1, Days: a.Days, Due: d, Reason: a.Reason, Told: a.Told, How: a.How, By: m.By.ID,
			})
		}
	}
	return nil
}
