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
	Question string // "Why Tuesday 17 November 2026?"
	Answer   string // "10 working days after we acknowledged the complaint on Tuesday 3 November 2026."
	Steps    []WhyStep
	Weeks    []Week
	Foot     string // which list of holidays, and its warning
	Due      calendar.Date
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
)

// Cell is one day of the ledger.
type Cell struct {
	Date  calendar.Date
	Kind  CellKind
	Label string // the number counted, "Day 0", the holiday's short name
	Today bool
}

// Why explains the date that the case waits for now, or waited for last.
func (m *Model) Why() (Why, bool) {
	s := m.Page.Case.Current()
	if s == nil {
		return Why{}, false
	}
	if s.Acknowledged.IsZero() && s.Responded.IsZero() {
		return m.explain(s.AcknowledgeBy, nil, []WhyStep{
			step(fmt.Sprintf("%d %s to acknowledge", s.AcknowledgeBy.Working.Days, s.AcknowledgeBy.Working.Unit), s.AcknowledgeBy),
			step(fmt.Sprintf("%d more to answer, at the latest", s.RespondBy.Working.Days), s.RespondBy),
		}, "we received the complaint"), true
	}
	first := "the complaint was received"
	if s.RespondBy.Working.From == s.Acknowledged {
		first = "we acknowledged the complaint"
	}
	var steps []WhyStep
	if !s.Acknowledged.IsZero() {
		steps = append(steps, WhyStep{
			Text:   fmt.Sprintf("Acknowledged on day %d of %d", m.moment.Holidays.Between(s.Asked, s.Acknowledged), s.AcknowledgeBy.Working.Days),
			Source: s.AcknowledgeBy.Source.String(), Date: s.Acknowledged.Short(),
		})
	}
	steps = append(steps, step(fmt.Sprintf("%d %s to answer", s.RespondBy.Working.Days, s.RespondBy.Working.Unit), s.RespondBy))
	var more *policy.Deadline
	for i := range s.Extensions {
		e := &s.Extensions[i]
		steps = append(steps, step(fmt.Sprintf("%d more: %s", e.Due.Working.Days, e.Reason), e.Due))
		more = &e.Due
	}
	return m.explain(s.RespondBy, more, steps, first), true
}

func step(text string, d policy.Deadline) WhyStep {
	return WhyStep{Text: text, Source: d.Source.String(), Date: d.Due.Short()}
}

func (m *Model) explain(base policy.Deadline, more *policy.Deadline, steps []WhyStep, since string) Why {
	due, days := base.Due, base.Working.Days
	cells := map[calendar.Date]Cell{base.Working.From: {Date: base.Working.From, Kind: DayZero, Label: "Day 0"}}
	lay(cells, base.Working, Counted, 0)
	if more != nil {
		due, days = more.Due, base.Working.Days+more.Working.Days
		lay(cells, more.Working, Extension, base.Working.Days)
	}
	last := cells[due]
	last.Kind, last.Label = DueDay, fmt.Sprintf("Due %d", days)
	cells[due] = last
	foot := "The day after is day 1. Bank holidays of England, list " + base.Working.Holidays + ", policy " + base.Policy + "."
	if w := base.Working.Warning; w != "" {
		foot += " " + w
	}
	return Why{
		Question: "Why " + due.Long() + "?",
		Answer:   fmt.Sprintf("%d %s after %s on %s.", days, base.Working.Unit, since, base.Working.From.Long()),
		Steps:    steps, Weeks: weeks(cells, base.Working.From, due, m.moment.Today), Foot: foot, Due: due,
	}
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

// Text is the explanation as plain text, to copy or to send.
func (w Why) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", w.Question, w.Answer)
	for _, s := range w.Steps {
		fmt.Fprintf(&b, "%s: %s (%s)\n", s.Date, s.Text, s.Source)
	}
	b.WriteString("\n")
	for _, week := range w.Weeks {
		for _, c := range week.Days {
			switch c.Kind {
			case Outside:
			case Weekend:
				fmt.Fprintf(&b, "%s: weekend, not counted\n", c.Date.Short())
			case BankHoliday:
				fmt.Fprintf(&b, "%s: %s, not counted\n", c.Date.Short(), c.Label)
			default:
				fmt.Fprintf(&b, "%s: %s\n", c.Date.Short(), c.Label)
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", w.Foot)
	return b.String()
}

// Deadlines are the stored dates of the current stage, for the printed page.
func (m *Model) Deadlines() []policy.Deadline {
	s := m.Page.Case.Current()
	if s == nil {
		return nil
	}
	all := []policy.Deadline{s.AcknowledgeBy, s.RespondBy}
	for _, e := range s.Extensions {
		all = append(all, e.Due)
	}
	return all
}
