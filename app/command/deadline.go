package command

import (
	"errors"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Deadline is a calculator for any day, past or future: the dates that a
// complaint, petition, insurance claim or letter would have, and how each was
// reached. It needs no register; where one is named, its own settings are used.
type Deadline struct {
	Received     string `required:"" placeholder:"DATE" help:"The day it was received; with --stage 2 the day stage 2 was asked for."`
	Acknowledged string `placeholder:"DATE" help:"The day it was acknowledged. Without it, later dates are provisional."`
	Stage        int    `enum:"1,2" default:"1" help:"The stage of the complaint: ${enum}."`
	Extended     *int   `placeholder:"WORKING_DAYS" help:"By how much the answer was extended. Without it, the latest that the policy allows."`
	Kind         string `enum:"complaint,petition,insurance,letter" default:"complaint" help:"What was received: ${enum}."`
	Policy       string `placeholder:"NAME" help:"Use this policy instead of the one in force on the day of receipt."`
}

// question is what was asked, read and found possible.
type question struct {
	received, acknowledged calendar.Date
	extended               int // 0 for as far as the policy allows
	policy                 *policy.Policy
	policies               *policy.Set
	holidays               *calendar.Holidays
}

// Run prints the dates with their day-by-day working.
func (c Deadline) Run(s *Session) error {
	q, err := c.read(s)
	if err != nil {
		return err
	}
	if c.Kind != "complaint" {
		return c.answer(s, q, q.policies.PromisesName(), q.policies.PromiseDeadlines(c.Kind, q.received, q.holidays))
	}
	if err := c.possible(q); err != nil {
		return err
	}
	deadlines := q.policy.StageDeadlines(c.Stage, q.received, q.acknowledged, q.extended, q.holidays)
	return c.answer(s, q, q.policy.Name, deadlines)
}

func (c Deadline) read(s *Session) (question, error) {
	var q question
	var err error
	if q.policies, q.holidays, err = s.rules(); err != nil {
		return q, err
	}
	if q.received, err = calendar.Parse(c.Received, s.Today, q.holidays); err != nil {
		return q, usage("--received: %v", err)
	}
	if c.Acknowledged != "" {
		if q.acknowledged, err = calendar.Parse(c.Acknowledged, s.Today, q.holidays); err != nil {
			return q, usage("--acknowledged: %v", err)
		}
	}
	if c.Kind != "complaint" && (c.Acknowledged != "" || c.Extended != nil || c.Stage != 1) {
		return q, usage("--acknowledged, --extended and --stage belong to a complaint: leave them out for --kind %s", c.Kind)
	}
	q.policy = q.policies.InForceOn(q.received)
	if c.Policy != "" {
		named, ok := q.policies.Named(c.Policy)
		if !ok {
			return q, usage("there is no policy %q: use %s", c.Policy, strings.Join(policyNames(q.policies), " or "))
		}
		q.policy = named
	}
	if c.Extended != nil {
		q.extended = *c.Extended
	}
	return q, nil
}

// possible refuses what cannot be, or what the policy does not allow.
func (c Deadline) possible(q question) error {
	if err := q.policy.CheckStage(c.Stage); err != nil {
		return err
	}
	if !q.acknowledged.IsZero() && q.acknowledged.Before(q.received) {
		return fmt.Errorf("it cannot have been acknowledged on %s, before it was received on %s: correct one of the two dates",
			q.acknowledged.Letter(), q.received.Letter())
	}
	if c.Extended != nil {
		return q.policy.CheckExtension(c.Stage, q.extended)
	}
	return nil
}

func policyNames(set *policy.Set) []string {
	var names []string
	for _, p := range set.Policies() {
		names = append(names, p.Name)
	}
	return names
}

// The JSON of deadline; its names are an interface.
type (
	deadlineAnswer struct {
		Policy    string         `json:"policy"`
		Kind      string         `json:"kind"`
		Deadlines []deadlineJSON `json:"deadlines"`
	}
	deadlineJSON struct {
		Act         policy.Act    `json:"act"`
		Due         calendar.Date `json:"due"`
		Provisional bool          `json:"provisional"`
		Working     []dayJSON     `json:"working"`
	}
	dayJSON struct {
		Date   calendar.Date `json:"date"`
		Counts bool          `json:"counts"`
		Why    string        `json:"why"`
	}
)

func (c Deadline) answer(s *Session, q question, rules string, deadlines []policy.Deadline) error {
	if len(deadlines) == 0 {
		return errors.New("the dates run past the calendar: type an earlier day of receipt")
	}
	if !s.JSON {
		return c.explain(s, q, rules, deadlines)
	}
	answer := deadlineAnswer{Policy: rules, Kind: c.Kind}
	for _, d := range deadlines {
		days := make([]dayJSON, 0, len(d.Working.Steps))
		for _, step := range d.Working.Steps {
			days = append(days, dayJSON{Date: step.Date, Counts: step.Counts(), Why: step.Why})
		}
		answer.Deadlines = append(answer.Deadlines, deadlineJSON{Act: d.Act, Due: d.Due, Provisional: d.Provisional, Working: days})
	}
	return s.WriteJSON(answer)
}
