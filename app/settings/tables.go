package settings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// TableKind is one of the two tables of what things are worth (ruling 22), by
// the name under which the register refuses it.
type TableKind string

// The tables.
const (
	LivesTable      TableKind = "lives"      // how long things last, in months
	ConditionsTable TableKind = "conditions" // what is left of the worth, in hundredths
)

// Entry is a row of either table.
type Entry struct {
	ID, Title  string
	Least      int // months: the shortest of what is usual; 0 where there is no range
	Number     int // months, or hundredths
	Source     string
	Head       string // the policy's head of loss, of a life
	Unverified bool
}

// Entries are the rows as the office has them: its own, or the shipped.
func (k TableKind) Entries(s casework.Settings, set *policy.Set) []Entry {
	var all []Entry
	if k == LivesTable {
		for _, l := range s.Redress.LivesIn(set) {
			all = append(all, Entry{l.ID, l.Title, l.Least, l.Months, l.Source, l.Head, l.Unverified})
		}
		return all
	}
	for _, c := range s.Redress.ConditionsIn(set) {
		all = append(all, Entry{ID: c.ID, Title: c.Title, Number: c.Percent, Source: c.Source, Unverified: c.Unverified})
	}
	return all
}

// Own says whether the office has a table of its own.
func (k TableKind) Own(s casework.Settings) bool {
	if k == LivesTable {
		return len(s.Redress.Lives) > 0
	}
	return len(s.Redress.Conditions) > 0
}

// Replace is an edit that makes rows the table. Rows as they were shipped are
// none of the office's own.
func (k TableKind) Replace(rows []Entry, set *policy.Set) func(*casework.Settings) {
	return func(s *casework.Settings) {
		own := !slices.Equal(rows, k.Entries(casework.Settings{}, set))
		if k == LivesTable {
			s.Redress.Lives = nil
			for _, e := range rows {
				if own {
					s.Redress.Lives = append(s.Redress.Lives, redress.Life{ID: e.ID, Title: e.Title, Months: e.Number, Least: e.Least, Source: e.Source, Head: e.Head, Unverified: e.Unverified})
				}
			}
			return
		}
		s.Redress.Conditions = nil
		for _, e := range rows {
			if own {
				s.Redress.Conditions = append(s.Redress.Conditions, redress.Condition{ID: e.ID, Title: e.Title, Percent: e.Number, Source: e.Source, Unverified: e.Unverified})
			}
		}
	}
}

// Put is an edit that changes the row with the entry's id, or adds it at a
// place: behind all others where there is none such.
func (k TableKind) Put(e Entry, place int, set *policy.Set) func(*casework.Settings) {
	return func(s *casework.Settings) {
		rows := k.Entries(*s, set)
		if i := placeOf(rows, e.ID); i >= 0 {
			rows[i] = e
		} else {
			if place < 0 || place > len(rows) {
				place = len(rows)
			}
			rows = slices.Insert(rows, place, e)
		}
		k.Replace(rows, set)(s)
	}
}

// Drop is an edit that takes a row off the table.
func (k TableKind) Drop(id string, set *policy.Set) func(*casework.Settings) {
	return func(s *casework.Settings) {
		rows := slices.DeleteFunc(k.Entries(*s, set), func(e Entry) bool { return e.ID == id })
		k.Replace(rows, set)(s)
	}
}

// AsShipped is an edit that lets the table be what comes with Casebook.
func (k TableKind) AsShipped(set *policy.Set) func(*casework.Settings) {
	return k.Replace(k.Entries(casework.Settings{}, set), set)
}

// MayDrop says why a row has to stay, or "".
func (k TableKind) MayDrop(rows []Entry, e Entry) string {
	if len(rows) > 1 {
		return ""
	}
	return fmt.Sprintf("“%s” is the only row. Add another before you take it away, or go back to the table as shipped", e.Title)
}

func placeOf(rows []Entry, id string) int {
	return slices.IndexFunc(rows, func(e Entry) bool { return e.ID == id })
}

// newID is an id for a new row that no other has, made of its title.
func newID(title string, rows []Entry) string {
	parts := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	base := strings.Join(parts, "-")
	if base == "" {
		base = "row"
	}
	id := base
	for n := 2; placeOf(rows, id) >= 0; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

// The marks of a row.
const (
	markOwn        = "Office's own"
	markUnverified = "Not verified"
	markReading    = "Our reading"
)

// TableLine is a row as the screen shows it.
type TableLine struct {
	Entry
	Number string // with its unit
	Mark   string // whose reading it is, and whether anybody could check it
	About  string // all of it in a sentence or two
}

// TableLines are the rows for the screen.
func (m *Model) TableLines(k TableKind) []TableLine {
	if m.Policies == nil {
		return nil
	}
	shipped := k.Entries(casework.Settings{}, m.Policies)
	var all []TableLine
	for _, e := range k.Entries(m.Settings, m.Policies) {
		l := TableLine{Entry: e, Number: k.Words(e)}
		own := !slices.Contains(shipped, e)
		switch {
		case e.Unverified:
			l.Mark = markUnverified
		case own:
			l.Mark = markOwn
		case k.reading(e.ID, m.Policies):
			l.Mark = markReading
		}
		l.About = k.about(e, own, k.reading(e.ID, m.Policies))
		all = append(all, l)
	}
	return all
}

// reading says whether a shipped row rests on a ruling: on how we read a page
// that does not name the figure.
func (k TableKind) reading(id string, set *policy.Set) bool {
	if k == LivesTable {
		return slices.ContainsFunc(set.Lives(), func(l policy.Life) bool { return l.ID == id && l.Source.Ruling != "" })
	}
	return slices.ContainsFunc(set.Conditions(), func(c policy.Condition) bool { return c.ID == id && c.Source.Ruling != "" })
}

// about tells the whole of a row, for what a narrow column cuts.
func (k TableKind) about(e Entry, own, reading bool) string {
	words := fmt.Sprintf("%s: %s of its worth is left", e.Title, k.Words(e))
	if k == LivesTable {
		words = fmt.Sprintf("%s: usually lasts %s", e.Title, k.Words(e))
	}
	words += ". From: " + e.Source + "."
	switch {
	case e.Unverified && own:
		words += " This office's own, and not verified: no source could be checked."
	case e.Unverified:
		words += " Not verified: landlords commonly use it, and no source could be checked."
	case own:
		words += " This office's own."
	case reading:
		words += " Our reading: the page does not name the figure."
	}
	return words
}

// Words is a row's number with its unit: "8 to 10 years", "75%".
func (k TableKind) Words(e Entry) string {
	if k == ConditionsTable {
		return fmt.Sprintf("%d%%", e.Number)
	}
	if e.Least == 0 || e.Least == e.Number {
		return lasting(e.Number)
	}
	if e.Least%yearMonths == 0 && e.Number%yearMonths == 0 {
		return fmt.Sprintf("%d to %s", e.Least/yearMonths, lasting(e.Number))
	}
	return lasting(e.Least) + " to " + lasting(e.Number)
}

const yearMonths = 12

// lasting is a length of time in years where they are whole ones.
func lasting(months int) string {
	if months%yearMonths == 0 {
		return plural(months/yearMonths, "year", "years")
	}
	return plural(months, "month", "months")
}

// ClashWords tell what somebody else made of a row meanwhile.
func (m *Model) ClashWords(k TableKind, c *Clash, e Entry) string {
	rows := k.Entries(c.Theirs, m.Policies)
	if i := placeOf(rows, e.ID); i >= 0 {
		return fmt.Sprintf("%s changed this row meanwhile: %s, %s, from %s. Save again to keep yours", c.Who, rows[i].Title, k.Words(rows[i]), rows[i].Source)
	}
	return fmt.Sprintf("%s took “%s” off the table meanwhile. Save again to put it back as you typed it", c.Who, e.Title)
}
