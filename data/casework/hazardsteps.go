package casework

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// HazardJob records the repairs job of a hazard and who in repairs was told.
// What is left empty stays as it is.
type HazardJob struct {
	Hazard int
	Job    string
	Told   string
}

// Name is the act's name in history.
func (a HazardJob) Name() ActName { return ActHazardJob }

func (a HazardJob) summary(c Case, m Moment) string {
	h := c.Hazard(a.Hazard)
	return fmt.Sprintf("%s: repairs job %s", hazardTitle(h.Kind, m), orNotYet(h.Job))
}

func (a HazardJob) decide(c *Case, _ Moment) error {
	h, err := theHazard(c, a.Hazard)
	if err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.Job)) == "" && strings.TrimSpace(Tidy(a.Told)) == "" {
		return &Refusal{Code: "no-job", Field: "job", Reason: "Enter the repairs job number or who in repairs was told"}
	}
	if Tidy(a.Job) != "" {
		h.Job = a.Job
	}
	if Tidy(a.Told) != "" {
		h.JobTold = a.Told
	}
	return nil
}

// HazardStep records that a step of a hazard was taken, and when. The end of
// the investigation is what the later steps are counted from.
type HazardStep struct {
	Hazard int
	Step   policy.Act
	Done   time.Time
	Note   string // what was found or done; for works, also that none are needed
}

// Name is the act's name in history.
func (a HazardStep) Name() ActName { return ActHazardStep }

func (a HazardStep) happened() calendar.Date { return calendar.Of(a.Done) }

func (a HazardStep) summary(c Case, m Moment) string {
	return fmt.Sprintf("%s: %s, done", hazardTitle(c.Hazard(a.Hazard).Kind, m), lowerFirst(a.Step.Title()))
}

func (a HazardStep) decide(c *Case, m Moment) error {
	h, err := theHazard(c, a.Hazard)
	if err != nil {
		return err
	}
	k := h.clock(a.Step)
	if k == nil {
		return &Refusal{Code: "no-step", Field: "step", Reason: "Choose one of the steps that the law times for this hazard"}
	}
	done := a.Done.UTC().Truncate(time.Minute)
	investigated := h.investigation()
	switch {
	case !k.Done.IsZero():
		return refuse("done", "", "This step was taken at %s", clockTime(k.Done))
	case a.Done.IsZero():
		return &Refusal{Code: "no-time", Field: "done", Reason: "Enter the day and the time when it was done"}
	case m.ahead(done):
		return &Refusal{Code: "future", Field: "done", Reason: "Enter when it was done. It cannot be later than now"}
	case done.Before(h.Told):
		return &Refusal{Code: "too-early", Field: "done", Reason: "Enter when it was done. We were told of the hazard at " + clockTime(h.Told)}
	case a.Step == policy.HazardSummary && (investigated == nil || investigated.Done.IsZero()):
		return refuse("not-investigated", k.Deadline.Source.String(), "The summary says what the investigation found. Record the end of the investigation first")
	case a.Step == policy.HazardSummary && done.Before(investigated.Done):
		return &Refusal{Code: "too-early", Field: "done",
			Reason: "Enter when the summary was given. The investigation ended at " + clockTime(investigated.Done)}
	}
	k.Done, k.Note = done, a.Note
	if a.Step.Investigates() {
		recountHazard(h, m)
	}
	return nil
}

// NotHazard ends a hazard's clocks because an authorised officer finds that
// there is none, with the reason (ruling 10). The complaint goes on.
type NotHazard struct {
	Hazard int
	Why    string
}

// Name is the act's name in history.
func (a NotHazard) Name() ActName { return ActNotHazard }

func (a NotHazard) summary(c Case, m Moment) string {
	return fmt.Sprintf("%s: not a hazard", hazardTitle(c.Hazard(a.Hazard).Kind, m))
}

func (a NotHazard) decide(c *Case, m Moment) error {
	h, err := theHazard(c, a.Hazard)
	if err != nil {
		return err
	}
	if strings.TrimSpace(Tidy(a.Why)) == "" {
		return &Refusal{Code: "no-reason", Field: "why", Source: "ruling 10", Reason: "Write why there is no hazard, and who looked"}
	}
	h.NotHazard, h.NotOn, h.NotBy = a.Why, m.Today, m.By.ID
	return nil
}

// theHazard is a hazard of the case that nobody has found to be none.
func theHazard(c *Case, id int) (*Hazard, error) {
	h := c.Hazard(id)
	switch {
	case h == nil:
		return nil, refuse("no-hazard", "", "There is no hazard %d", id)
	case h.NotHazard != "":
		return nil, refuse("not-hazard", "ruling 10", "On %s an authorised officer found that this is no hazard. Start a new one if it is", h.NotOn.Letter())
	}
	return h, nil
}

func orNotYet(text string) string {
	if text == "" {
		return "not yet known"
	}
	return text
}
