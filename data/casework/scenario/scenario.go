// Package scenario holds written scenarios: what happens to one case from day
// to day, with the dates that a person worked out on a calendar before the
// program did. The same scenarios run through the acts alone, through the
// register on each engine, and some of them through the window.
package scenario

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Who is an officer of every scenario.
type Who string

// The officers: one at the counter, two who investigate, one more for stage 2,
// and the complaints manager.
const (
	Priya Who = "Priya Nair"  // front desk
	Dan   Who = "Dan Okafor"  // investigating officer
	Sam   Who = "Sam Reyes"   // investigating officer
	Ros   Who = "Ros Castell" // investigating officer, has no part in stage 1
	Helen Who = "Helen Marsh" // complaints manager
)

// Roles says what each officer is.
func Roles() map[Who]casework.Role {
	return map[Who]casework.Role{Priya: casework.FrontDesk, Dan: casework.Investigator, Sam: casework.Investigator,
		Ros: casework.Investigator, Helen: casework.Manager}
}

// Desk is where a scenario happens: the acts alone, or a register.
type Desk interface {
	// Officer is one of the scenario's officers as the desk knows them.
	Officer(Who) casework.Officer
	// Do decides one act on the scenario's case at an instant. The first act
	// records the case.
	Do(at time.Time, by casework.Officer, act casework.Act) (casework.Case, error)
	// Moment is what an act of this officer would know at an instant.
	Moment(at time.Time, by casework.Officer) casework.Moment
}

// Scenario is one story told step by step.
type Scenario struct {
	Name  string
	Story string
	Steps []Step
}

// Step is what one officer does at one minute, and what is expected then.
type Step struct {
	At      string // "Mon 21 Dec 2026 10:15", in England; a wrong weekday fails
	By      Who
	Do      func(*Telling) error
	Refused string // the code of the refusal, where the act has to be refused
	Then    []Expect
}

// Telling is a scenario as far as it has come.
type Telling struct {
	Case casework.Case
	desk Desk
	at   time.Time
	by   casework.Officer
}

// Expect is one thing that must be so after a step.
type Expect struct {
	What  string
	Check func(*Telling) error
}

// id is the number by which the desk knows an officer.
func (t *Telling) id(w Who) int64 { return t.desk.Officer(w).ID }

// today is the civil day of the step.
func (t *Telling) today() calendar.Date { return calendar.Of(t.at) }

// do decides one act on the case.
func (t *Telling) do(act casework.Act) error {
	c, err := t.desk.Do(t.at, t.by, act)
	if err == nil {
		t.Case = c
	}
	return err
}

// Run tells a scenario on a desk. Whatever happened, the case must break no
// rule after any step.
func (s Scenario) Run(tb testing.TB, d Desk) casework.Case {
	tb.Helper()
	telling := &Telling{desk: d}
	for _, step := range s.Steps {
		at, err := Minute(step.At)
		if err != nil {
			tb.Fatalf("%s: %v", s.Name, err)
		}
		telling.at, telling.by = at, d.Officer(step.By)
		err = step.Do(telling)
		if wrong := step.judge(err); wrong != nil {
			tb.Fatalf("%s, %s, %s: %v", s.Name, step.At, step.By, wrong)
		}
		for _, e := range step.Then {
			if err := e.Check(telling); err != nil {
				tb.Errorf("%s, %s: %s: %v", s.Name, step.At, e.What, err)
			}
		}
		if telling.Case.Version == 0 {
			continue // nothing is recorded yet
		}
		for _, fault := range casework.Faults(telling.Case) {
			tb.Errorf("%s, %s: %s", s.Name, step.At, fault)
		}
	}
	return telling.Case
}

// judge says what is wrong with how an act ended.
func (s Step) judge(err error) error {
	if s.Refused == "" {
		return err
	}
	var r *casework.Refusal
	if !errors.As(err, &r) || r.Code != s.Refused {
		return fmt.Errorf("got %v, want a refusal %q", err, s.Refused)
	}
	return nil
}

// minuteForm is how a scenario writes a minute, and dayForm a day.
const (
	minuteForm = "Mon 2 Jan 2006 15:04"
	dayForm    = "Mon 2 Jan 2006"
)

// Minute reads a minute in England; a day that is not that weekday is an error.
func Minute(text string) (time.Time, error) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		return time.Time{}, err
	}
	at, err := time.ParseInLocation(minuteForm, text, london)
	if err == nil && at.Format(minuteForm) != text {
		err = fmt.Errorf("%q is a %s", text, at.Weekday())
	}
	return at.UTC(), err
}

// Day reads a day that names its weekday; it panics on a wrong one, since a
// scenario is written, not computed.
func Day(text string) calendar.Date {
	at, err := time.Parse(dayForm, text)
	if err != nil || at.Format(dayForm) != text {
		panic(fmt.Sprintf("scenario: %q is no such day (%v)", text, err))
	}
	d, err := calendar.ParseISO(at.Format("2006-01-02"))
	if err != nil {
		panic(err)
	}
	return d
}

// deadline expects a date with the working that was done by hand: "22=1 23=2
// 24=3 29=4 30=5" says which days of the month were counted as which. An empty
// hand leaves the working to the oracle of the policy's own tests.
func deadline(what, day, hand string, of func(*Telling) policy.Deadline) Expect {
	return Expect{What: what, Check: func(t *Telling) error {
		got, want := of(t), Day(day)
		if got.Due != want {
			return fmt.Errorf("is %s, by hand it is %s", got.Due.Long(), want.Long())
		}
		return byHand(got.Working, hand)
	}}
}

// byHand compares a stored working with the one written down.
func byHand(w calendar.Working, hand string) error {
	if hand == "" {
		return nil
	}
	var counted []string
	for _, s := range w.Steps {
		if s.Counts() {
			counted = append(counted, strconv.Itoa(s.Date.Day())+"="+strconv.Itoa(s.Number))
		}
	}
	if got := strings.Join(counted, " "); got != hand {
		return fmt.Errorf("counts %s, by hand it is %s", got, hand)
	}
	return nil
}
