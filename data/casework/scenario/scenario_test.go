package scenario_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/scenario"
	"casebook/data/policy"
)

// TestEveryScenarioThroughTheActs tells every scenario to the acts alone.
func TestEveryScenarioThroughTheActs(t *testing.T) {
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	all := scenario.All()
	if len(all) < 20 {
		t.Errorf("there are %d scenarios, want twenty at least", len(all))
	}
	for _, s := range all {
		t.Run(s.Name, func(t *testing.T) {
			s.Run(t, &acts{policies: policies, holidays: calendar.England()})
		})
	}
}

// acts is a desk without a register: it keeps the one case.
type acts struct {
	policies *policy.Set
	holidays *calendar.Holidays
	now      casework.Case
	made     int64
}

var people = []scenario.Who{scenario.Priya, scenario.Dan, scenario.Sam, scenario.Ros, scenario.Helen}

func (a *acts) Officer(w scenario.Who) casework.Officer {
	return casework.Officer{ID: int64(slices.Index(people, w) + 1), Name: string(w), Role: scenario.Roles()[w], Office: 1}
}

func (a *acts) Moment(at time.Time, by casework.Officer) casework.Moment {
	return casework.Moment{Today: calendar.Of(at), Now: at, By: by, Policies: a.policies, Holidays: a.holidays,
		Officer: func(id int64) (casework.Officer, bool) {
			if id < 1 || id > int64(len(people)) {
				return casework.Officer{}, false
			}
			return a.Officer(people[id-1]), true
		}}
}

func (a *acts) Do(at time.Time, by casework.Officer, act casework.Act) (casework.Case, error) {
	if act == nil {
		return casework.Case{}, errors.New("no act")
	}
	before := a.now
	if recording, ok := act.(casework.Recording); ok {
		a.made++
		r := recording.Common()
		r.ID, r.Office = a.made, 1
		r.Reference = casework.NewReference(recording.Kind(), calendar.Of(at).Year(), int(a.made))
		act, before = recording.WithCommon(r), casework.Case{}
	}
	out, err := casework.Apply(before, act, a.Moment(at, by))
	if err != nil {
		return a.now, err
	}
	out.Case.Version = before.Version + 1
	a.now = out.Case
	return a.now, nil
}
