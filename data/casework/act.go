package casework

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Moment is all that an act may know of the world outside its case.
type Moment struct {
	Today    calendar.Date // the civil day in England
	Now      time.Time     // the instant, for history only
	By       Officer       // who acts
	Policies *policy.Set
	Holidays *calendar.Holidays
	Settings Settings
	Officer  func(id int64) (Officer, bool) // a colleague by id
}

// ahead says whether an instant is still to come. Where the office works on
// another day than the clock's, only its day can tell.
func (m Moment) ahead(at time.Time) bool {
	return calendar.Of(at).After(m.Today) || calendar.Of(m.Now) == m.Today && at.After(m.Now)
}

// ActName is the name of an act as kept in history.
type ActName string

// Act is one thing that may happen to a case. An act whose day may lie before
// the day it is recorded also has a method happened.
type Act interface {
	// Name is the act's name in history.
	Name() ActName
	// decide changes the copy of the case it is given, or refuses.
	decide(c *Case, m Moment) error
	// summary says in one line for the timeline what happened.
	summary(c Case, m Moment) string
}

// Result is a decided act: the case as it becomes and what history keeps.
type Result struct {
	Case     Case
	Act      ActName
	Summary  string
	Happened calendar.Date
	Changes  []Change
}

// Refusal is an act that may not happen, with the reason as a sentence for
// the officer. Code is stable and names the reason; Field, when not empty,
// names the field to mend; Source cites the rule.
type Refusal struct {
	Code   string
	Reason string
	Field  string
	Source string
}

// Error is the reason and, in brackets, the rule it comes from.
func (r *Refusal) Error() string {
	if r.Source == "" {
		return r.Reason
	}
	return fmt.Sprintf("%s (%s)", r.Reason, r.Source)
}

// refuse makes a refusal without a field.
func refuse(code, source, format string, args ...any) error {
	return &Refusal{Code: code, Reason: fmt.Sprintf(format, args...), Source: source}
}

// Apply decides one act on a case. The case given is never changed. A new
// record is made by applying Record to the zero Case. Every text is tidied
// (valid UTF-8, NFC, no control characters) before it is compared or kept.
func Apply(c Case, act Act, m Moment) (Result, error) {
	if err := May(m.By, act.Name(), c); err != nil {
		return Result{}, err
	}
	next := clone(c)
	if err := act.decide(&next, m); err != nil {
		return Result{}, err
	}
	tidy(&next)
	return Result{
		Case:     next,
		Act:      act.Name(),
		Summary:  Tidy(act.summary(next, m)),
		Happened: happened(act, m),
		Changes:  Diff(c, next),
	}, nil
}

// happened is the day an act happened: its own, or today.
func happened(act Act, m Moment) calendar.Date {
	if dated, ok := act.(interface{ happened() calendar.Date }); ok && !dated.happened().IsZero() {
		return dated.happened()
	}
	return m.Today
}

// sentence makes an error's words begin with a capital letter.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:]
}
