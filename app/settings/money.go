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
	Lives, Conditions string            // a row on each line: what; months or hundredths; source
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

// LivesText sets out the table of lives, a row on each line.
func LivesText(s casework.Settings, set *policy.Set) string {
	var all []string
	for _, l := range s.Redress.LivesIn(set) {
		all = append(all, fmt.Sprintf("%s; %s; %s", l.Title, span(l.Least, l.Months), oneLine(l.Source)))
	}
	return strings.Join(all, "\n")
}

// ConditionsText sets out the table of conditions, a row on each line.
func ConditionsText(s casework.Settings, set *policy.Set) string {
	var all []string
	for _, c := range s.Redress.ConditionsIn(set) {
		all = append(all, fmt.Sprintf("%s; %d; %s", c.Title, c.Percent, oneLine(c.Source)))
	}
	return strings.Join(all, "\n")
}

// span is one number of months, or the shortest and the longest.
func span(least, most int) string {
	if least == 0 || least == most {
		return strconv.Itoa(most)
	}
	return fmt.Sprintf("%d-%d", least, most)
}

// oneLine keeps a source to its line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// row is a line of a table: what it is, its number or numbers, its source. A
// title may not have a semicolon; a source may.
func row(line string) (title string, least, most int, source string, err error) {
	parts := strings.SplitN(line, ";", 3)
	if len(parts) < 3 || strings.TrimSpace(parts[2]) == "" {
		return "", 0, 0, "", fmt.Errorf("“%s”: write what it is, a number and where that comes from, with ; between", strings.TrimSpace(line))
	}
	number, longest, two := strings.Cut(strings.TrimSpace(parts[1]), "-")
	if most, err = strconv.Atoi(strings.TrimSpace(number)); err == nil && two {
		least = most
		most, err = strconv.Atoi(strings.TrimSpace(longest))
	}
	if err != nil {
		return "", 0, 0, "", fmt.Errorf("“%s”: enter a whole number such as 96, or two such as 84-120", strings.TrimSpace(parts[1]))
	}
	return strings.TrimSpace(parts[0]), least, most, strings.TrimSpace(parts[2]), nil
}

// readLives reads the table. A row that is as it was keeps its id and its head;
// a new one gets an id from its title. The table as it was shipped is none of the
// office's own.
func readLives(text string, was casework.Settings, set *policy.Set) ([]redress.Life, error) {
	if text == LivesText(was, set) {
		return was.Redress.Lives, nil
	}
	old := was.Redress.LivesIn(set)
	var all []redress.Life
	for _, line := range lines(text) {
		title, least, most, source, err := row(line)
		if err != nil {
			return nil, err
		}
		l := redress.Life{ID: newID(title)}
		if i := slices.IndexFunc(old, func(o redress.Life) bool { return o.Title == title }); i >= 0 {
			l = old[i]
			l.Unverified = l.Unverified && source == oneLine(l.Source)
		}
		l.Title, l.Least, l.Months, l.Source = title, least, most, source
		all = append(all, l)
	}
	return all, nil
}

func readConditions(text string, was casework.Settings, set *policy.Set) ([]redress.Condition, error) {
	if text == ConditionsText(was, set) {
		return was.Redress.Conditions, nil
	}
	old := was.Redress.ConditionsIn(set)
	var all []redress.Condition
	for _, line := range lines(text) {
		title, _, percent, source, err := row(line)
		if err != nil {
			return nil, err
		}
		c := redress.Condition{ID: newID(title)}
		if i := slices.IndexFunc(old, func(o redress.Condition) bool { return o.Title == title }); i >= 0 {
			c = old[i]
			c.Unverified = c.Unverified && source == oneLine(c.Source)
		}
		c.Title, c.Percent, c.Source = title, percent, source
		all = append(all, c)
	}
	return all, nil
}

// newID is the id of a new row of a table.
func newID(title string) string { return strings.Join(strings.Fields(strings.ToLower(title)), "-") }

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
	r.Lives, err = readLives(m.Lives, was, set)
	note("lives", err)
	r.Conditions, err = readConditions(m.Conditions, was, set)
	note("conditions", err)
	if len(wrong) == 0 {
		if refused, theirs := Problems(asRefusal(r.Check())); theirs {
			wrong = refused
		}
	}
	return func(s *casework.Settings) { s.Redress, s.PetitionWorking = r, m.Working }, wrong
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
