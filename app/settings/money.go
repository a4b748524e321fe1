package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// Money is what the office decides about money, as typed. Empty fields are as
// the pages and the shipped tables say.
type Money struct {
	Missed, MissedWhy string
	Floor             string
	FinishDay, Offset bool
	Working           bool              // petitions in working days
	Limits            map[string]string // by role
}

// Sum reads a sum that may be empty.
func Sum(text string) (redress.Pence, error) {
	if strings.TrimSpace(text) == "" {
		return 0, nil
	}
	return redress.ParsePence(text)
}

// sumText is a sum for its field; none is empty.
func sumText(p redress.Pence) string {
	if p == 0 {
		return ""
	}
	return p.String()
}

// Edit reads what was typed and says by field what to mend. The edit is of the
// settings that was is.
func (m Money) Edit(was casework.Settings, set *policy.Set) (edit func(*casework.Settings), wrong map[string]string) {
	wrong = map[string]string{}
	r := was.Redress
	note := func(field string, err error) {
		if err != nil {
			wrong[field] = sentence(err.Error())
		}
	}
	var err error
	r.Missed, err = Sum(m.Missed)
	note("missed", err)
	r.MissedWhy = strings.TrimSpace(m.MissedWhy)
	if text := strings.TrimSuffix(strings.TrimSpace(m.Floor), "%"); text == "" {
		r.Floor = 0
	} else if r.Floor, err = strconv.Atoi(text); err != nil {
		wrong["floor"] = "Enter a percentage such as 10, or leave it empty"
	}
	r.NoFinishDay, r.Offset = !m.FinishDay, m.Offset
	limits := r.LimitsIn(set)
	for i, l := range limits {
		most, err := Sum(m.Limits[l.Role])
		note("limit "+l.Role, err)
		limits[i].Most = most
	}
	if !slices.Equal(limits, r.LimitsIn(set)) {
		r.Limits = limits
	}
	if len(wrong) == 0 {
		if refused, theirs := Problems(asRefusal(r.Check())); theirs {
			wrong = refused
		}
	}
	return func(s *casework.Settings) {
		r.Lives, r.Conditions = s.Redress.Lives, s.Redress.Conditions // changed row by row, at once
		s.Redress, s.PetitionWorking = r, m.Working
	}, wrong
}

// asRefusal is a problem with money as the register refuses it.
func asRefusal(err error) error {
	if p, ok := err.(*redress.Problem); ok {
		return &casework.Refusal{Code: p.Code, Field: p.Field, Reason: p.Reason, Source: p.Source}
	}
	return err
}

// Warning is what stands beside the rate where it is less than the Ombudsman's
// guidance names (ruling 19; Code 7.4); "" where it is not.
func (m *Model) Warning(rate redress.Pence) string {
	if m.Policies == nil {
		return ""
	}
	if page := m.Policies.InForceOn(m.today()).MissedAppointment; rate == 0 && page != nil {
		rate = page.Payment
	}
	for _, t := range m.Policies.Tariffs(m.today()) {
		if t.Per == "appointment" && rate < t.Sum {
			return fmt.Sprintf("The Housing Ombudsman's guidance names %s for a missed appointment from %s. It does not bind the office, and has to be taken into account (%s).",
				t.Sum, t.From.Letter(), t.Source.String())
		}
	}
	return ""
}

// Standing is one promise with the days it stands, as the office has them.
type Standing struct {
	policy.Promise
	Words string
}

// Promises are the standing promises with their days.
func (m *Model) Promises() []Standing {
	if m.Policies == nil {
		return nil
	}
	var all []Standing
	for _, p := range m.Policies.Promises() {
		s := Standing{Promise: p, Words: "Stands"}
		for _, own := range m.Settings.PromiseDates {
			if own.Promise == p.ID && !p.ByLaw {
				s.From, s.Until = own.From, own.Until
			}
		}
		if !s.From.IsZero() {
			s.Words += " from " + s.From.Letter()
		}
		switch {
		case p.ByLaw:
			s.Words = "Law. The office cannot end it"
		case !s.Until.IsZero() && s.Until.Before(m.today()):
			s.Words = "Ended on " + s.Until.Letter()
		case !s.Until.IsZero():
			s.Words += " until " + s.Until.Letter()
		}
		all = append(all, s)
	}
	return all
}

// DatePromise sets the days between which a promise stands.
func DatePromise(id string, from, until calendar.Date) func(*casework.Settings) {
	return func(s *casework.Settings) {
		all := slices.DeleteFunc(slices.Clone(s.PromiseDates), func(d casework.PromiseDates) bool { return d.Promise == id })
		s.PromiseDates = append(all, casework.PromiseDates{Promise: id, From: from, Until: until})
	}
}
