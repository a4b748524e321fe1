package intake

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// minuteOf reads a time of day as it is said at a counter, in minutes from
// midnight: "about 6.20pm", "at noon".
func minuteOf(text string) (minute int, ok bool) {
	typed := strings.ToLower(strings.Join(strings.Fields(casework.Tidy(text)), " "))
	typed = strings.TrimPrefix(strings.TrimPrefix(typed, "about "), "at ")
	minute, err := calendar.ParseMinute(typed)
	return minute, err == nil
}

// minuteOn is a minute of a civil day in London; no time for one that the
// clocks left out.
func minuteOn(day calendar.Date, minute int) time.Time {
	at, err := calendar.MinuteOn(day, minute)
	if err != nil {
		return time.Time{}
	}
	return at
}

func minuteWords(at time.Time) string { return at.In(calendar.London()).Format("15:04") }

// toldAt is the minute we were told. Where none is typed it is the minute the
// contact began, for somebody who tells us here and now; for anything else only
// the day is known, and a hazard counts from its first minute (ruling 10).
func (m *Model) toldAt() time.Time {
	day := m.form.Received
	if day.IsZero() {
		return time.Time{}
	}
	if m.form.line(ToldAt) != "" {
		if minute, ok := minuteOf(m.form.Text[ToldAt]); ok {
			return minuteOn(day, minute)
		}
		return time.Time{} // "in the evening": the day is what is known
	}
	if began := m.draft.Started; m.hereAndNow() {
		return began.UTC().Truncate(time.Minute)
	}
	return time.Time{}
}

// hereAndNow reports that the contact is told to the officer while it is typed.
func (m *Model) hereAndNow() bool {
	byMouth := m.form.Channel == casework.Counter || m.form.Channel == casework.Telephone
	return byMouth && m.form.line(ToldTo) == "" && !m.draft.Started.IsZero() && calendar.Of(m.draft.Started) == m.form.Received
}

// toldTo is who of ours was told.
func (m *Model) toldTo() string {
	if m.hereAndNow() {
		return m.deps.By.Name
	}
	return m.form.line(ToldTo)
}

// AsksTold reports that it matters to whom and when it was told: the day is not
// today, or the words name a hazard.
func (m *Model) AsksTold() bool {
	earlier := !m.form.Received.IsZero() && m.form.Received != m.deps.Today()
	return earlier || len(m.Hazards()) > 0 || m.form.line(ToldAt) != "" || m.form.line(ToldTo) != ""
}

// ToldLine echoes the minute we were told; good is false for a time of day that
// the clock does not have.
func (m *Model) ToldLine() (line string, good bool) {
	typed := m.form.line(ToldAt)
	at := m.toldAt()
	switch {
	case typed == "" && !at.IsZero():
		return "When this contact began, " + minuteWords(at), true
	case typed == "":
		return "", true
	case !at.IsZero():
		return minuteWords(at) + " on " + m.form.Received.Long(), true
	case !strings.ContainsFunc(typed, unicode.IsLetter): // meant as a time, and none
		return "", false
	}
	return "Only the day is known, so a hazard counts from its first minute", true
}

// dayParts are words for a part of a day: what is left of the text is the day.
var dayParts = regexp.MustCompile(`(?i)^(.*?)[\s,]*\b(?:in the |at )?(morning|afternoon|evening|night|lunchtime|lunch time|tea ?time)$`)

// toldOn is the day we were told, as typed. "Friday evening" is the Friday
// before today, and stays a day.
func (m *Model) toldOn(text string) calendar.Date {
	if d := m.understood(text); !d.IsZero() {
		return d
	}
	parts := dayParts.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return calendar.Date{}
	}
	switch day := strings.ToLower(strings.TrimSpace(parts[1])); {
	case day == "this", day == "":
		return m.deps.Today()
	case day == "last" && strings.EqualFold(parts[2], "night"):
		return m.deps.Today().AddDays(-1)
	default:
		if last := m.understood("last " + strings.TrimPrefix(day, "on ")); !last.IsZero() {
			return last
		}
		return m.understood(day)
	}
}
