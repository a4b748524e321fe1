package register

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/scenario"
)

// TestEveryScenarioThroughTheRegister tells every written scenario to a
// register on each engine, and then lets the register check itself.
func TestEveryScenarioThroughTheRegister(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		desk := &scenarioDesk{office: o, known: map[scenario.Who]casework.Officer{}}
		for who, role := range scenario.Roles() {
			desk.known[who] = o.officer(string(who), role)
		}
		for _, s := range scenario.All() {
			t.Run(s.Name, func(t *testing.T) {
				told := s.Run(t, desk)
				for who, by := range desk.known {
					desk.sees(t, who, by, told)
				}
			})
		}
		report, err := o.Check(o.ctx, nil)
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("after the scenarios the register is not sound: %v %+v", err, report.Problems)
		}
	})
}

// scenarioDesk is a register as the desk of a scenario.
type scenarioDesk struct {
	*office
	known map[scenario.Who]casework.Officer
	now   casework.Case
	paper int
}

func (d *scenarioDesk) Officer(w scenario.Who) casework.Officer { return d.known[w] }

func (d *scenarioDesk) Moment(at time.Time, by casework.Officer) casework.Moment {
	d.at(at)
	m, err := d.Register.Moment(d.ctx, by, calendar.Of(at))
	if err != nil {
		d.t.Fatal(err)
	}
	m.Now = at
	return m
}

func (d *scenarioDesk) Do(at time.Time, by casework.Officer, act casework.Act) (casework.Case, error) {
	d.at(at)
	var out casework.Result
	var err error
	switch a := act.(type) {
	case casework.Record:
		out, err = d.Record(d.ctx, by, a)
	case casework.RecordClaim:
		out, err = d.RecordPromised(d.ctx, by, a, a.From.Case, a.From.Kind)
	case casework.Recording:
		out, err = d.RecordPromised(d.ctx, by, a, 0, "")
	case casework.MakeLetter:
		d.paper++
		a.Document = ""
		out, err = d.KeepLetter(d.ctx, by, d.now.ID, 0, fmt.Appendf(nil, "%%PDF letter %d", d.paper), a)
	default:
		out, err = d.Register.Do(d.ctx, by, d.now.ID, 0, act)
	}
	if errors.Is(err, ErrNotFound) {
		err = &casework.Refusal{Code: "not-seen", Reason: err.Error()}
	}
	if err != nil {
		return d.now, err
	}
	d.now = out.Case
	return d.now, nil
}

// at sets the register's clock.
func (d *scenarioDesk) at(at time.Time) {
	d.clock.mu.Lock()
	defer d.clock.mu.Unlock()
	d.clock.at, d.clock.day = at, calendar.Of(at)
}

// sees holds every read of a case to what casework says of who may see it.
func (d *scenarioDesk) sees(t *testing.T, who scenario.Who, by casework.Officer, c casework.Case) {
	t.Helper()
	want := casework.Visible(by, c)
	_, err := d.Case(d.ctx, by, c.ID)
	if got := err == nil; got != want {
		t.Errorf("%s reads the case: %v, want %v", who, got, want)
	}
	found, err := d.Search(d.ctx, by, string(c.Reference), 5)
	if err != nil {
		t.Fatal(err)
	}
	got := false
	for _, r := range found.Rows {
		got = got || r.ID == c.ID
	}
	if got != want {
		t.Errorf("%s finds the case by its reference: %v, want %v", who, got, want)
	}
}
