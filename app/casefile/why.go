package casefile

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Why explains one date from the working stored with it, never from a sum made
// today.
type Why struct {
	Name     string // which of the case's dates: "Stage 1 response"
	Question string // "Why Tuesday 17 November 2026?"
	Answer   string // "10 working days after we acknowledged the complaint on Tuesday 3 November 2026."
	Steps    []WhyStep
	Weeks    []Week
	Hours    []Hour // in place of weeks, where the law counts hours
	Foot     string // which list of holidays, and its warning
	Due      calendar.Date

	What     string          // for the printed account: "our stage 1 answer"
	From     string          // and what it counts from: "you told us"
	Deadline policy.Deadline // the date itself; one that was agreed or chosen has no working
}

// WhyStep is one sum on the way to the date.
type WhyStep struct {
	Text   string
	Source string // "Code 6.3"
	Date   string
}

// Week is one row of the ledger's calendar, Monday first.
type Week struct {
	Month string // "Nov" in the first week of a month, else empty
	Days  [7]Cell
}

// CellKind says how a day counts.
type CellKind int

// The kinds of day in the ledger.
const (
	Outside   CellKind = iota // not part of the sum
	DayZero                   // the day counted from
	Counted                   // a working day
	Extension                 // a working day of an extension
	Weekend
	BankHoliday
	DueDay
	Limit // as far as an extension may go
)

// Hour is one hour of a working in hours.
type Hour struct {
	Number int
	At     string // what England's clocks show at its end: "18:40"
	Day    string // the day, where it is another than the hour before
}

// Cell is one day of the ledger.
type Cell struct {
	Date  calendar.Date
	Kind  CellKind
	Label string // the number counted, "Day 0", the holiday's short name
	Today bool
}

// lay puts the stored days of a working on the calendar.
func lay(cells map[calendar.Date]Cell, w calendar.Working, counted CellKind, before int) {
	for _, s := range w.Steps {
		c := Cell{Date: s.Date, Kind: counted, Label: fmt.Sprint(before + s.Number)}
		if !s.Counts() {
			c.Kind, c.Label = BankHoliday, shortHoliday(s.Why)
			if s.Why == s.Date.Weekday().String() {
				c.Kind, c.Label = Weekend, ""
			}
		}
		cells[s.Date] = c
	}
}

// shortHoliday fits a holiday's name into a cell of the calendar; the legend
// and the printed page give it whole.
func shortHoliday(name string) string {
	name, _, _ = strings.Cut(name, " (")
	for long, short := range map[string]string{
		"Boxing Day": "Boxing", "Christmas Day": "Christmas", "New Year's Day": "New Year", "Good Friday": "Good Fri",
		"Easter Monday": "Easter", "Early May bank holiday": "May Day", "Spring Bank Holiday": "Spring", "Summer Bank Holiday": "Summer",
		"Coronation of King Charles III": "Coronatn.", "Platinum Jubilee Bank Holiday": "Jubilee", "State Funeral of Queen Elizabeth II": "Funeral",
	} {
		if strings.EqualFold(name, long) {
			return short
		}
	}
	if runes := []rune(name); len(runes) > 9 {
		return string(runes[:9])
	}
	return name
}

// weeks lays whole weeks from the day counted from to the due day.
func weeks(cells map[calendar.Date]Cell, from, due, today calendar.Date) []Week {
	monday := from.AddDays(-((int(from.Weekday()) + 6) % 7))
	var all []Week
	for d := monday; !d.After(due); d = d.AddDays(7) {
		var w Week
		for i := range w.Days {
			day := d.AddDays(i)
			c, ok := cells[day]
			if !ok {
				c = Cell{Date: day}
			}
			c.Today = day == today
			w.Days[i] = c
			if day.Day() == 1 || d == monday && i == 0 {
				w.Month = day.Month().String()[:3]
			}
		}
		all = append(all, w)
	}
	return all
}
