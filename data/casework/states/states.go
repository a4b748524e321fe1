// Package states holds what an officer can do in each state that a case can be
// in, worked out by the acts themselves: for each state an example case, for
// each act an example of it, and what comes of the one on the other. The table
// is printed for officers and held to what was written down.
package states

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// State is one state of a case with an example that was brought there by acts.
type State struct {
	Name  string
	Words string // for officers, in one sentence
	Case  casework.Case
	Today calendar.Date
}

// Cell is what comes of one act in one state.
type Cell struct {
	Act    casework.ActName
	Done   string // the act's line in the timeline, where it was done
	Code   string // the refusal's name, where it was refused
	Reason string // and its sentence
}

// Row is a state with what comes of every act in it.
type Row struct {
	State State
	Cells []Cell // in the order of casework.ActNames
}

// The officers of the examples. Which role may do what is another table: here
// the manager acts, and where stage 2 needs somebody new, so is she.
var (
	counter = casework.Officer{ID: 2, Name: "Priya Nair", Role: casework.FrontDesk, Office: 1}
	dan     = casework.Officer{ID: 3, Name: "Dan Okafor", Role: casework.Investigator, Office: 1}
	sam     = casework.Officer{ID: 4, Name: "Sam Reyes", Role: casework.Investigator, Office: 1}
	helen   = casework.Officer{ID: 5, Name: "Helen Marsh", Role: casework.Manager, Office: 1}
	kit     = casework.Officer{ID: 6, Name: "Kit Ashe", Role: casework.Manager, Office: 1}
)

func officer(id int64) (casework.Officer, bool) {
	for _, o := range Officers() {
		if o.ID == id {
			return o, true
		}
	}
	return casework.Officer{}, false
}

// world is what every example knows.
type world struct {
	policies *policy.Set
	holidays *calendar.Holidays
}

func (w world) moment(by casework.Officer, today calendar.Date) casework.Moment {
	return casework.Moment{Today: today, Now: noon(today), By: by, Policies: w.policies, Holidays: w.holidays, Officer: officer}
}

// noon is an instant of a day for acts that need one.
func noon(d calendar.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 12, 0, 0, 0, time.UTC)
}

// Table works the whole table out. The error is a fault of the examples: one
// that could not be brought to its state.
func Table(policies *policy.Set, holidays *calendar.Holidays) ([]Row, error) {
	w := world{policies, holidays}
	var rows []Row
	for _, make := range slices.Concat(examples, moneyExamples, promisedExamples) {
		s, err := make(w)
		if err != nil {
			return nil, err
		}
		row := Row{State: s}
		for _, act := range casework.ActNames() {
			row.Cells = append(row.Cells, w.cell(s, act))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// cell tries one act on a state.
func (w world) cell(s State, name casework.ActName) Cell {
	m := w.moment(helen, s.Today)
	out, err := w.try(s, name, m)
	var r *casework.Refusal
	switch {
	case err == nil:
		return Cell{Act: name, Done: out.Summary}
	case errors.As(err, &r):
		return Cell{Act: name, Code: r.Code, Reason: r.Error()}
	}
	return Cell{Act: name, Code: "?", Reason: err.Error()}
}

// try applies the example of an act. A letter is made before it is printed or
// dispatched, where it may be made at all.
func (w world) try(s State, name casework.ActName, m casework.Moment) (casework.Result, error) {
	c := s.Case
	for _, k := range casework.LetterKinds() {
		if name != casework.PrintAct(k) && name != casework.SendAct(k) {
			continue
		}
		made, err := casework.Apply(c, letterMade(k, m), m)
		if err != nil {
			return casework.Result{}, err
		}
		c = made.Case
	}
	act, by := w.example(c, name, m)
	if act == nil {
		return casework.Result{}, fmt.Errorf("there is no example of %q", name)
	}
	m.By = by
	return casework.Apply(c, act, m)
}

// Text writes the table as it is kept beside the tests: one line for each
// state and act.
func Text(rows []Row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "# %s\n", r.State.Name)
		for _, c := range r.Cells {
			if c.Done != "" {
				fmt.Fprintf(&b, "%s: done: %s\n", c.Act, c.Done)
			} else {
				fmt.Fprintf(&b, "%s: refused: %s\n", c.Act, c.Code)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
