package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// AppealHasNoTime is what the program says beside the day that an officer types
// for the answer to an appeal (ruling 3).
const AppealHasNoTime = "The earlier page gives no time for the answer to an appeal. The day is ours, and the resident is told it."

// AskAppeal opens the one appeal of a policy that has no stage 2: with reasons,
// heard by a manager appointed for it. A case that was open when the current
// policy began gets stage 2 instead, without reasons (ruling 3).
type AskAppeal struct {
	On          calendar.Date
	Reasons     string // why the complaint was not fully investigated
	AppointedBy string // one of Appointers
	Manager     int64
	AnswerBy    calendar.Date // typed: the page has none
}

// Name is the act's name in history.
func (a AskAppeal) Name() ActName { return ActAskAppeal }

func (a AskAppeal) happened() calendar.Date { return a.On }

func (a AskAppeal) summary(_ Case, m Moment) string {
	if o, ok := m.Officer(a.Manager); ok {
		return fmt.Sprintf("Appeal asked for, given to %s", o.Name)
	}
	return "Appeal asked for"
}

// Appointers are those who may name the manager that hears an appeal, as the
// policy lists them: "the Head of Service or the ... Manager".
func Appointers(a policy.Appeal) []string {
	names := strings.Split(a.AppointedBy, " or ")
	for i := range names {
		names[i] = strings.TrimPrefix(names[i], "the ")
	}
	return names
}

func (a AskAppeal) decide(c *Case, m Moment) error {
	s, err := furtherAnswer(c)
	if err != nil {
		return err
	}
	p, err := appealPolicy(c, a.On, m)
	if err != nil {
		return err
	}
	if err := past(a.On, s.Responded, m); err != nil {
		return err
	}
	if err := a.check(p); err != nil {
		return err
	}
	next := Stage{Number: 2, Asked: a.On, Reason: a.Reasons, Appeal: true, AppointedBy: a.AppointedBy}
	if err := a.checkManager(c, &next, m); err != nil {
		return err
	}
	give(&next, a.Manager)
	next.RespondBy, err = a.deadline(p, m)
	if err != nil {
		return err
	}
	c.Stages = append(c.Stages, next)
	c.Closed, c.Ended = calendar.Date{}, ""
	return nil
}

// appealPolicy is the policy of a case that has an appeal and nothing kinder.
func appealPolicy(c *Case, on calendar.Date, m Moment) (*policy.Policy, error) {
	p, err := PolicyOf(*c, 1, c.Received, m.Policies)
	if err != nil {
		return nil, err
	}
	if p.Appeal == nil {
		return nil, refuse("no-appeal", "ruling 3", "The policy of this case has stage 2, not an appeal. The resident need give no reasons for it")
	}
	if _, ok := m.Policies.SecondStage(p, c.Closed, on); ok {
		return nil, refuse("stage-2-open", "ruling 3", "This case was open when the current policy began, so the resident has stage 2 and need give no reasons. Record that stage 2 was asked for")
	}
	return p, nil
}

func (a AskAppeal) check(p *policy.Policy) error {
	switch {
	case p.Appeal.NeedsReasons && strings.TrimSpace(Tidy(a.Reasons)) == "":
		return &Refusal{Code: "no-reasons", Field: "reasons", Source: "ruling 3", Reason: "Write why the resident says that the complaint was not fully investigated"}
	case !slices.Contains(Appointers(*p.Appeal), a.AppointedBy):
		return &Refusal{Code: "no-appointer", Field: "appointed by", Source: "ruling 3",
			Reason: "Choose who appointed the manager: " + p.Appeal.AppointedBy}
	case !a.AnswerBy.After(a.On):
		return &Refusal{Code: "no-answer-by", Field: "answer by", Source: "ruling 3",
			Reason: "Enter the day by which the appeal will be answered, after the day it was asked for. The page gives none"}
	}
	return nil
}

// checkManager wants somebody who may answer. Being a manager of the service is
// what the appointment says; it is no role in Casebook.
func (a AskAppeal) checkManager(c *Case, next *Stage, m Moment) error {
	o, ok := m.Officer(a.Manager)
	if !ok || May(o, ActAnswer, *c) != nil {
		return &Refusal{Code: "no-manager", Field: "manager", Source: "ruling 3", Reason: "Choose the manager who was appointed to hear the appeal and may answer it here"}
	}
	return mayHandle(c, next, a.Manager, "manager", m)
}

// deadline explains the typed day as so many days from the asking, so that it
// is kept with a working like every other date.
func (a AskAppeal) deadline(p *policy.Policy, m Moment) (policy.Deadline, error) {
	working, err := m.Holidays.CountIn(calendar.CalendarDays, a.On, a.On.DaysUntil(a.AnswerBy))
	return policy.Deadline{Act: policy.AnswerAppeal, Due: a.AnswerBy, Policy: p.ID(), Source: p.Appeal.Source, Working: working}, err
}
