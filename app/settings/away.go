package settings

import (
	"context"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Absence is an officer who will be away, as typed.
type Absence struct {
	Officer      casework.Officer
	Cover        string // the colleague's name
	From, Until  string
	cover        casework.Officer
	first, until calendar.Date
}

// Covers are the officers who may look after somebody's cases.
func (m *Model) Covers(away casework.Officer) []casework.Officer {
	var may []casework.Officer
	for _, o := range m.Officers {
		if o.ID != away.ID && !o.Left && casework.May(o, casework.ActMakeAck, casework.Case{}) == nil {
			may = append(may, o)
		}
	}
	return may
}

// Absent reads what was typed, or says by field what to mend.
func (m *Model) Absent(a Absence) (Absence, map[string]string) {
	wrong := map[string]string{}
	if a.Officer.ID == 0 {
		wrong["who"] = "Choose who is away"
	}
	for _, o := range m.Covers(a.Officer) {
		if o.Name == a.Cover {
			a.cover = o
		}
	}
	if a.cover.ID == 0 {
		wrong["cover"] = "Choose who looks after the cases"
	}
	read := func(field, text, ask string) calendar.Date {
		d, err := calendar.ParseAhead(text, m.today(), m.Holidays)
		switch {
		case strings.TrimSpace(text) == "":
			wrong[field] = ask
		case err != nil:
			wrong[field] = sentence(err.Error())
		}
		return d
	}
	a.first, a.until = read("from", a.From, "Enter the first day away"), read("until", a.Until, "Enter the last day away")
	switch {
	case wrong["from"] != "" || wrong["until"] != "":
	case a.until.Before(a.first):
		wrong["until"] = "Enter a last day that is not before the first"
	case a.until.Before(m.today()):
		wrong["until"] = "That is over already. Enter a last day that is still to come"
	}
	return a, wrong
}

// DayAhead reads a typed day that may be to come; its echo says what was
// understood.
func (m *Model) DayAhead(text string) (string, error) {
	d, err := calendar.ParseAhead(text, m.today(), m.Holidays)
	if err != nil {
		return "", err
	}
	return calendar.Echo(d, m.today(), m.Holidays), nil
}

// TryAbsence says what the colleague would look after. Nothing is changed.
func (m *Model) TryAbsence(ctx context.Context, a Absence) ([]register.Covered, error) {
	return m.reg.TryCover(ctx, m.By, a.Officer.ID, a.cover.ID, a.first, a.until)
}

// Cover has the colleague look after the cases, in one transaction.
func (m *Model) Cover(ctx context.Context, a Absence) ([]register.Covered, error) {
	return m.reg.Cover(ctx, m.By, a.Officer.ID, a.cover.ID, a.first, a.until)
}

// CoverRow is one case in words: what falls due meanwhile, or why not.
type CoverRow struct {
	Name, Ref, Due string
	Refused        string
}

// CoverRows lists the cases, those that are refused first: somebody else has
// to be found for them.
func CoverRows(found []register.Covered) (rows []CoverRow, may int) {
	var others []CoverRow
	for _, c := range found {
		row := CoverRow{Name: nameOr(c.Resident), Ref: string(c.Reference), Due: fallsDue(c.Due), Refused: c.Refusal}
		if row.Refused != "" {
			rows = append(rows, row)
			continue
		}
		others = append(others, row)
	}
	return append(rows, others...), len(others)
}

// fallsDue names what falls due while the officer is away, the soonest first.
func fallsDue(duties []casework.Duty) string {
	if len(duties) == 0 {
		return "Nothing falls due meanwhile."
	}
	var all []string
	for _, d := range duties {
		what := string(d.Kind)
		if d.Kind == casework.DutyPromise && d.Text != "" {
			what = "promise: " + d.Text
		}
		all = append(all, what+" by "+d.Due.Short())
	}
	return sentence(strings.Join(all, "; ")) + "."
}

// CoverSentence says what was done: "S. Pryce looks after 3 cases".
func CoverSentence(a Absence, found []register.Covered) string {
	rows, may := CoverRows(found)
	words := fmt.Sprintf("%s looks after %s of %s from %s to %s.", casework.ShortName(a.cover.Name), plural(may, "case", "cases"),
		casework.ShortName(a.Officer.Name), a.first.Short(), a.until.Short())
	if refused := len(rows) - may; refused > 0 {
		words += " " + plural(refused, "case needs", "cases need") + " somebody else: give it to another officer in Cases."
	}
	return words
}
