package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/data/policy"
)

// TableRow is a row of a table as typed.
type TableRow struct {
	ID            string // "" for a new one
	Title         string
	Number, Least string // Least is the shortest of a life, and may be empty
	Source        string
	Head          string // the head of loss by its title
	Unverified    bool
}

// RowOf is what the fields begin with.
func (m *Model) RowOf(k TableKind, e Entry) TableRow {
	r := TableRow{ID: e.ID, Title: e.Title, Source: e.Source, Unverified: e.Unverified}
	switch {
	case e.ID == "":
	case k == ConditionsTable:
		r.Number = strconv.Itoa(e.Number)
	default:
		r.Number = yearsText(e.Number)
		if e.Least != 0 {
			r.Least = yearsText(e.Least)
		}
	}
	r.Head = askHead
	for _, h := range m.lossHeads() {
		if h.ID == e.Head {
			r.Head = h.Title
		}
	}
	return r
}

// yearsText is a length of time for its field: "10", or "30 months".
func yearsText(months int) string {
	if months%yearMonths == 0 {
		return strconv.Itoa(months / yearMonths)
	}
	return lasting(months)
}

// lossHeads are the heads of loss of the policy in force, where it has any.
func (m *Model) lossHeads() []policy.Reason {
	if m.Policies == nil {
		return nil
	}
	return m.Policies.InForceOn(m.today()).LossHeads
}

// askHead is the answer for a thing that may be lost under any head.
const askHead = "Asked for each loss"

// HeadWords are the heads of loss by their titles, to choose from; none where
// the policy has none.
func (m *Model) HeadWords() []string {
	all := []string{askHead}
	if len(m.lossHeads()) == 0 {
		return nil
	}
	for _, h := range m.lossHeads() {
		all = append(all, h.Title)
	}
	return all
}

// Entry reads a row as typed and says by field what to mend. A number is named
// with what it is the number of.
func (m *Model) Entry(k TableKind, typed TableRow) (e Entry, wrong map[string]string) {
	wrong = map[string]string{}
	rows := k.Entries(m.Settings, m.Policies)
	if i := placeOf(rows, typed.ID); i >= 0 {
		e = rows[i] // what is not on the form stays: its head under a policy that has none
	}
	e.ID, e.Title, e.Source, e.Unverified = typed.ID, oneLine(typed.Title), oneLine(typed.Source), typed.Unverified
	called := "it"
	if e.Title != "" {
		called = "“" + e.Title + "”"
	}
	twin := slices.IndexFunc(rows, func(o Entry) bool { return o.ID != typed.ID && strings.EqualFold(oneLine(o.Title), e.Title) })
	switch {
	case e.Title == "" && k == LivesTable:
		wrong["title"] = "Enter what it is, such as Carpet"
	case e.Title == "":
		wrong["title"] = "Enter the condition, such as Fair"
	case twin >= 0:
		wrong["title"] = fmt.Sprintf("%s is in the table already, with %s. Change that row, or give this one another name", called, k.Words(rows[twin]))
	}
	if e.Source == "" {
		wrong["source"] = fmt.Sprintf("Say where the number for %s comes from, such as our own records, 2026", called)
	}
	if k == ConditionsTable {
		m.readPercent(&e, typed, called, wrong)
	} else {
		m.readLife(&e, typed, called, wrong)
	}
	if e.ID == "" {
		e.ID = newID(e.Title, rows)
	}
	return e, wrong
}

func (m *Model) readPercent(e *Entry, typed TableRow, called string, wrong map[string]string) {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(typed.Number), "%")))
	if err != nil || n < 0 || n > 100 {
		wrong["number"] = fmt.Sprintf("Enter what is left of the worth of a thing in the condition %s: a whole number from 0 to 100", called)
		if called == "it" {
			wrong["number"] = "Enter what is left of the worth: a whole number from 0 to 100"
		}
		return
	}
	e.Number = n
}

// longestYears is the longest that a thing can last, as the register has it.
const longestYears = 100

func (m *Model) readLife(e *Entry, typed TableRow, called string, wrong map[string]string) {
	var ok bool
	if e.Number, ok = months(typed.Number); !ok {
		wrong["number"] = fmt.Sprintf("Enter how many years %s usually lasts: a whole number from 1 to %d, or months such as 18 months", called, longestYears)
	}
	e.Least = 0
	if strings.TrimSpace(typed.Least) != "" {
		switch e.Least, ok = months(typed.Least); {
		case !ok:
			wrong["least"] = fmt.Sprintf("Enter the fewest years that %s usually lasts: a whole number from 1, or leave it empty", called)
		case wrong["number"] == "" && e.Least > e.Number:
			wrong["least"] = fmt.Sprintf("%s cannot last at least %s and at most %s. Put the shorter second", sentence(called), lasting(e.Least), lasting(e.Number))
		}
	}
	for _, h := range m.lossHeads() {
		switch {
		case h.Title == typed.Head:
			e.Head = h.ID
			return
		case h.ID == e.Head:
			e.Head = "" // another answer was chosen; a head of another policy stays
		}
	}
}

// months reads a length of time: whole years where nothing else is said, or
// whole months.
func months(text string) (n int, ok bool) {
	words := strings.Fields(strings.ToLower(text))
	by := yearMonths
	switch {
	case len(words) == 2 && strings.HasPrefix(words[1], "month"):
		by = 1
	case len(words) == 2 && strings.HasPrefix(words[1], "year"), len(words) == 1:
	default:
		return 0, false
	}
	n, err := strconv.Atoi(words[0])
	if err != nil || n < 1 || n*by > longestYears*yearMonths {
		return 0, false
	}
	return n * by, true
}

// oneLine keeps a text to its line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
