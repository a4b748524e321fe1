package policy

import (
	"fmt"

	"casebook/data/calendar"
)

// Deadline is one date that the office owes, with all that explains it. It is
// kept with the case as it was reached.
type Deadline struct {
	Act         Act              `json:"act"`
	Due         calendar.Date    `json:"due"`                   // in time until the end of this day
	Provisional bool             `json:"provisional,omitempty"` // counted from the latest day the letter before may go
	Policy      string           `json:"policy"`                // name@version
	Source      Source           `json:"source"`
	Working     calendar.Working `json:"working"`
}

// deadline counts a clock from a day.
func (c Clock) deadline(from calendar.Date, days int, policy string, h *calendar.Holidays) Deadline {
	working, err := h.CountIn(c.Unit, from, days)
	if err != nil {
		// Units were checked when the files were read, lengths are never negative.
		panic(fmt.Sprintf("policy: clock %s of %s: %v", c.Act, policy, err))
	}
	return Deadline{Act: c.Act, Due: working.Due, Policy: policy, Source: c.Source, Working: working}
}

// Due counts the clock of an act from a day; false where the policy has no such
// clock or the day is no date.
func (p *Policy) Due(a Act, from calendar.Date, h *calendar.Holidays) (Deadline, bool) {
	c, ok := p.Clock(a)
	if !ok || from.IsZero() {
		return Deadline{}, false
	}
	return c.deadline(from, c.Days, p.ID(), h), true
}

// StageDeadlines returns the dates of one stage in order: acknowledge, respond
// and, where the policy allows one, the extended response. Received is the day
// the complaint was received, or stage 2 was asked for.
//
// While acknowledged is no date, whatever is counted from it is provisional: it
// is the latest that the promise allows. The extended date runs from the
// original due date by extendedBy working days (ruling 8), or by as many as the
// policy allows where extendedBy is 0; CheckExtension says whether more are
// asked for than it allows. A stage that the policy does not have has no dates.
func (p *Policy) StageDeadlines(stage int, received, acknowledged calendar.Date, extendedBy int, h *calendar.Holidays) []Deadline {
	rule, ok := p.Stage(stage)
	if !ok || received.IsZero() {
		return nil
	}
	acknowledge, _ := p.Due(rule.Acknowledge, received, h)
	clock, _ := p.Clock(rule.Respond)
	from, provisional := received, false
	if clock.From == FromAcknowledgement {
		from, provisional = acknowledged, acknowledged.IsZero()
		if provisional {
			from = acknowledge.Due
		}
	}
	respond, _ := p.Due(rule.Respond, from, h)
	respond.Provisional = provisional
	deadlines := []Deadline{acknowledge, respond}

	if extended, ok := p.Clock(rule.Extended); ok {
		days := extended.Days
		if extendedBy > 0 {
			days = extendedBy
		}
		last := extended.deadline(respond.Due, days, p.ID(), h)
		last.Provisional = provisional
		deadlines = append(deadlines, last)
	}
	return deadlines
}

// CheckExtension refuses an extension longer than the policy allows at a stage,
// or at a stage that has none, in one sentence. Beyond the limit only a
// manager's recorded good reason goes, and the answer then counts as late
// (ruling 8); that is for the act to decide, not for this sum.
func (p *Policy) CheckExtension(stage, days int) error {
	rule, ok := p.Stage(stage)
	if !ok {
		return p.noStage(stage)
	}
	clock, ok := p.Clock(rule.Extended)
	switch {
	case !ok:
		return fmt.Errorf("the %s policy has no extension: leave it out", p.Name)
	case days < 1:
		return fmt.Errorf("an extension is at least 1 working day: type a number from 1 to %d", clock.Days)
	case days > clock.Days:
		return fmt.Errorf("an extension at stage %d is at most %d %s (%s): type a number from 1 to %d",
			stage, clock.Days, clock.Unit, clock.Source, clock.Days)
	}
	return nil
}

// CheckStage refuses a stage that the policy does not have, in one sentence.
func (p *Policy) CheckStage(stage int) error {
	if _, ok := p.Stage(stage); ok {
		return nil
	}
	return p.noStage(stage)
}

func (p *Policy) noStage(stage int) error {
	if p.Appeal != nil && stage == 2 {
		return fmt.Errorf("the %s policy has no stage 2 but one appeal, and promises no time for its answer: use --stage 1 or another policy", p.Name)
	}
	return fmt.Errorf("the %s policy has no stage %d: use one of its stages", p.Name, stage)
}
