package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// The policies' ids of the inconvenience that our own lateness is: the current
// page's poor handling of the complaint, and the earlier page's having to pursue
// it.
const (
	complaintHandling = "complaint-handling"
	pursuing          = "pursuing"
)

// Suggestion is a line that our own lateness asks for: poor complaint handling
// (current page, Other financial redress).
type Suggestion struct {
	Stage  int           `json:"stage"`
	What   LateHandling  `json:"what"`
	Due    calendar.Date `json:"due"`
	Done   calendar.Date `json:"done,omitzero"` // none: not yet
	Reason string        `json:"reason"`        // the policy's id of the inconvenience
}

// Words say what was late.
func (s Suggestion) Words() string {
	words := "acknowledgement"
	if s.What == LateResponse {
		words = "response"
	}
	if s.Done.IsZero() {
		return fmt.Sprintf("The stage %d %s was due on %s and has not gone", s.Stage, words, s.Due.Letter())
	}
	return fmt.Sprintf("The stage %d %s was due on %s and went on %s", s.Stage, words, s.Due.Letter(), s.Done.Letter())
}

// Input begins the line that is suggested: its band and sum are for an officer
// to judge.
func (s Suggestion) Input() redress.Input {
	return redress.Input{Kind: redress.Judged, Reason: s.Reason, Harm: redress.Harm{Impact: s.Words() + "."}}
}

// Suggestions are the latenesses that ask for a line while an answer is being
// written: of its own stage and of the one before. One stands until there is a
// line for poor complaint handling at its stage or a later one, or somebody
// decided against it with a reason.
func Suggestions(c Case, today calendar.Date) []Suggestion {
	if _, err := answering(&c); err != nil || !c.Void.IsZero() {
		return nil
	}
	var all []Suggestion
	for i := range c.Stages {
		s := &c.Stages[i]
		if c.refused(s) {
			continue
		}
		suggest := func(what LateHandling, due, done calendar.Date) {
			if due.IsZero() || !overdue(due, done, today) || c.handled(s.Number, what) {
				return
			}
			all = append(all, Suggestion{Stage: s.Number, What: what, Due: due, Done: done, Reason: c.lateReason()})
		}
		if s.AcknowledgeBy.Act != "" {
			suggest(LateAcknowledgement, s.AcknowledgeBy.Due, s.Acknowledged)
		}
		suggest(LateResponse, s.Due().Due, s.Responded)
	}
	return all
}

// lateReason is the reason of the policy that the answer is given under.
func (c *Case) lateReason() string {
	if name, _, _ := strings.Cut(c.Current().RespondBy.Policy, "@"); name == "earlier" {
		return pursuing
	}
	return complaintHandling
}

// overdue says whether something was done after its day, or is not done and its
// day has passed.
func overdue(due, done, today calendar.Date) bool {
	if done.IsZero() {
		done = today
	}
	return done.After(due)
}

// handled says whether a lateness has its line or was decided against.
func (c *Case) handled(stage int, what LateHandling) bool {
	return slices.ContainsFunc(c.Redress, func(l redress.Line) bool {
		return (l.Reason == complaintHandling || l.Reason == pursuing) && l.Stage >= stage
	}) || slices.ContainsFunc(c.Waived, func(w Waiver) bool { return w.Stage == stage && w.What == what })
}

// suggested refuses an offer while our own lateness asks for a line.
func suggested(c *Case, on calendar.Date) error {
	if all := Suggestions(*c, on); len(all) > 0 {
		return refuse("suggestion", "current page, Other financial redress",
			"%s. Add a sum for poor complaint handling, or say why none is due", all[0].Words())
	}
	return nil
}

// WaiveLate decides that our own lateness needs no sum. The decision keeps the
// officer's name and the reason.
type WaiveLate struct {
	Stage int
	What  LateHandling
	Why   string
}

// Name is the act's name in history.
func (a WaiveLate) Name() ActName { return ActWaiveLate }

func (a WaiveLate) summary(Case, Moment) string {
	return fmt.Sprintf("No sum for the stage %d %s: %s", a.Stage, a.What, a.Why)
}

func (a WaiveLate) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	if err := fresh(c, s, m.By.ID); err != nil {
		return err
	}
	if !slices.ContainsFunc(Suggestions(*c, m.Today), func(s Suggestion) bool { return s.Stage == a.Stage && s.What == a.What }) {
		return refuse("no-suggestion", "", "No sum is suggested for this")
	}
	if blank(a.Why) {
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why no sum is due for our own lateness"}
	}
	c.Waived = append(c.Waived, Waiver{ID: nextID(c.Waived, func(w Waiver) int { return w.ID }),
		Stage: a.Stage, At: s.Number, What: a.What, Why: a.Why, By: m.By.ID, On: m.Today})
	return nil
}
