package intake

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Why is the account of the dates under "What happens next": each sum in
// words, and every day of them on a calendar.
type Why struct {
	Question string
	Sums     []string
	Weeks    []Week
	Foot     string
}

// Week is Monday to Sunday; Month is named where one begins.
type Week struct {
	Month string
	Days  [7]Day
}

// Day is one day of the account.
type Day struct {
	Date  calendar.Date
	Words string // the number counted, or the holiday's name
	Part  Place
	Today bool
}

// Place is what a day is in the account.
type Place int

// The places of a day.
const (
	Outside Place = iota // not part of a sum
	Start                // counted from
	Counts
	AckDue // the last day to acknowledge
	Due    // the last day to respond
	Weekend
	Holiday
)

// Why explains the dates shown now; false while there are none.
func (m *Model) Why() (Why, bool) {
	if m.Promised() {
		return m.promisedWhy()
	}
	p := m.policy()
	if p == nil || !m.complains() || len(m.clocks(p)) == 0 {
		return Why{}, false
	}
	rule, _ := p.Stage(1)
	sums := p.StageDeadlines(1, m.form.Received, calendar.Date{}, 0, m.world.Holidays)
	acknowledge, respond := find(sums, rule.Acknowledge), find(sums, rule.Respond)
	today := m.deps.Today()
	w := Why{
		Question: "Why these dates?",
		Sums:     []string{account("to acknowledge", acknowledge), account("to respond at the latest", respond)},
		Foot: fmt.Sprintf("The day after is day 1. Weekends and bank holidays of England are not counted (list %s, policy %s).",
			respond.Working.Holidays, respond.Policy),
	}
	if respond.Working.From == m.form.Received {
		w.Sums[1] = account("to respond", respond)
	} else if earliest := find(p.StageDeadlines(1, m.form.Received, today, 0, m.world.Holidays), rule.Respond); earliest.Due.Before(respond.Due) {
		w.Sums = append(w.Sums, account("to respond, if acknowledged today", earliest))
	}
	for _, h := range m.Hazards() {
		w.Sums = append(w.Sums, fmt.Sprintf("%s. %s: %s.", h.Title, h.First, h.Sum))
	}
	days := map[calendar.Date]Day{m.form.Received: {Words: "Day 0", Part: Start}}
	count(days, respond.Working)
	count(days, acknowledge.Working)
	mark(days, acknowledge, AckDue, "Ackn.")
	mark(days, respond, Due, "Due")
	w.Weeks = calendarOf(days, m.form.Received, respond.Due, today)
	return w, true
}

// account is one sum in words, with the rule it comes from.
func account(what string, d policy.Deadline) string {
	words := fmt.Sprintf("%s %s: %d %s after %s", d.Due.Long(), what, d.Working.Days, d.Working.Unit, d.Working.From.Long())
	if source := d.Source.String(); source != "" {
		words += " (" + source + ")"
	}
	return words + "."
}

// count enters the days of a sum.
func count(days map[calendar.Date]Day, w calendar.Working) {
	for _, s := range w.Steps {
		d := Day{Words: fmt.Sprint(s.Number), Part: Counts}
		if s.Number == 0 {
			d = Day{Words: strings.TrimRight(fmt.Sprintf("%.9s", s.Why), " '’("), Part: Holiday} // as much as fits a cell
			if day := s.Date.Weekday(); day == time.Saturday || day == time.Sunday {
				d = Day{Part: Weekend}
			}
		}
		days[s.Date] = d
	}
}

func mark(days map[calendar.Date]Day, d policy.Deadline, part Place, word string) {
	days[d.Due] = Day{Words: fmt.Sprintf("%s %d", word, d.Working.Days), Part: part}
}

// calendarOf lays whole weeks from the first day to the last.
func calendarOf(days map[calendar.Date]Day, from, to, today calendar.Date) []Week {
	var weeks []Week
	monday := from.AddDays(-(int(from.Weekday()+6) % 7))
	for at := monday; !at.After(to); at = at.AddDays(7) {
		var w Week
		for i := range w.Days {
			date := at.AddDays(i)
			d := days[date]
			d.Date, d.Today = date, date == today
			w.Days[i] = d
			if date.Day() == 1 || date == monday {
				w.Month = date.Month().String()[:3]
			}
		}
		weeks = append(weeks, w)
	}
	return weeks
}
