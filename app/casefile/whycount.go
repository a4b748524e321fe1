package casefile

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

func step(text string, d policy.Deadline) WhyStep {
	return WhyStep{Text: text, Source: d.Source.String(), Date: d.Due.Short()}
}

// length is how long a working is: "10 working days".
func length(w calendar.Working) string {
	unit := w.Unit
	if w.Days == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return fmt.Sprintf("%d %s", w.Days, unit)
}

// count sets out the stored working of a date, and of the extension that moved
// it, if one did.
func (m *Model) count(base policy.Deadline, more *policy.Deadline, since string) Why {
	w := count(base, more, since, m.moment.Today)
	if m.Page.Case.Kind.Promised() { // nothing of a promise is extended
		w.Foot = strings.Replace(w.Foot, casework.NoPause, "The promise has no pause: the clock keeps running whoever we wait for.", 1)
	}
	return w
}

func count(base policy.Deadline, more *policy.Deadline, since string, today calendar.Date) Why {
	due, days := base.Due, base.Working
	w := Why{Deadline: base}
	if base.Working.Unit == calendar.Hours {
		w.Hours = hoursOf(base.Working)
		w.Answer = fmt.Sprintf("%s after %s, at %s on %s.", length(days), since, base.Working.At, base.Working.From.Long())
	} else {
		cells := map[calendar.Date]Cell{base.Working.From: {Date: base.Working.From, Kind: DayZero, Label: "Day 0"}}
		lay(cells, base.Working, Counted, 0)
		if more != nil {
			due = more.Due
			days.Days += more.Working.Days
			lay(cells, more.Working, Extension, base.Working.Days)
		}
		last := cells[due]
		last.Date, last.Kind, last.Label = due, DueDay, fmt.Sprintf("Due %d", days.Days)
		cells[due] = last
		w.Weeks = weeks(cells, base.Working.From, due, today)
		w.Answer = fmt.Sprintf("%s after %s on %s.", length(days), since, base.Working.From.Long())
	}
	w.Question, w.Due, w.Foot = "Why "+due.Long()+"?", due, foot(base)
	return w
}

// foot says which list of holidays was used, and that nothing stops a clock
// (ruling 9).
func foot(d policy.Deadline) string {
	text := "The day after is day 1. "
	switch d.Working.Unit {
	case calendar.WorkingDays:
		text += "Bank holidays of England, list " + d.Working.Holidays + ". "
	case calendar.Hours:
		text = "Hours are counted as they pass, day and night. "
	default:
		text += "Every day counts, also weekends and bank holidays. "
	}
	if d.Policy != "" {
		text += "Policy " + d.Policy + ". "
	}
	if d.Working.Warning != "" {
		text += d.Working.Warning + " "
	}
	return text + casework.NoPause
}

// limit shows how far an extension may go, where that day is in sight.
func (w *Why) limit(latest policy.Deadline) {
	n := len(w.Weeks)
	if n == 0 || latest.Due.IsZero() || !latest.Due.After(w.Due) {
		return
	}
	for i, c := range w.Weeks[n-1].Days {
		if c.Date == latest.Due {
			w.Weeks[n-1].Days[i].Kind, w.Weeks[n-1].Days[i].Label = Limit, "Limit"
		}
	}
}

// hoursOf are the hours of a working, each with what the clocks show at its end.
func hoursOf(w calendar.Working) []Hour {
	var all []Hour
	day := w.From
	for _, s := range w.Steps {
		h := Hour{Number: s.Number, At: s.At}
		if s.Date != day {
			day, h.Day = s.Date, s.Date.Short()
		}
		all = append(all, h)
	}
	return all
}
