// Package calendar is the office's calendar: the civil day, England's bank
// holidays, sums of working days with their day-by-day account, and the dates
// that officers type. It knows nothing of cases or storage and never reads a
// clock: today is always handed in.
package calendar

import (
	"cmp"
	"fmt"
	"time"

	_ "time/tzdata" // Windows has no time zone files, and the day is London's everywhere.
)

// Date is a civil day without a time or a time zone. Dates compare with ==;
// the zero value is "no date".
type Date struct {
	day int32 // days since 31 December of the year 0, so that 0 is no date
}

const secondsPerDay = 24 * 60 * 60

// epoch is the number of a Date on 1 January 1970.
var epoch = int32(-time.Date(0, time.December, 31, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)

var london = mustLoad("Europe/London")

func mustLoad(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(fmt.Sprintf("calendar: the embedded time zone %s is missing: %v", name, err))
	}
	return zone
}

// On returns the given day. Values outside their range carry over as in
// time.Date, so 31 April is 1 May; Parse is the one that refuses such a day.
// A day before the year 1 is no date.
func On(year int, month time.Month, day int) Date {
	return fromUnixDays(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// Of returns the civil day in Europe/London at the instant t, whatever zone the
// computer is set to.
func Of(t time.Time) Date {
	return On(t.In(london).Date())
}

// London returns the zone in which the office's days begin and end.
func London() *time.Location { return london }

func fromUnixDays(days int64) Date {
	n := days + int64(epoch)
	if n <= 0 || n > 1<<30 {
		return Date{}
	}
	return Date{day: int32(n)}
}

// ParseISO reads a day written 2026-03-27, and only that. The error is one
// sentence that says what to type.
func ParseISO(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%q is not a date: write it as year-month-day, for example 2026-03-27", s)
	}
	return On(t.Date()), nil
}

func (d Date) time() time.Time {
	return time.Unix(int64(d.day-epoch)*secondsPerDay, 0).UTC()
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.day == 0 }

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.day < other.day }

// After reports whether d is a later day than other.
func (d Date) After(other Date) bool { return d.day > other.day }

// Equal reports whether both are the same day. It is ==, for callers that need
// a method.
func (d Date) Equal(other Date) bool { return d == other }

// Compare returns -1, 0 or +1 as d is before, on or after other; no date comes
// before every date.
func (d Date) Compare(other Date) int { return cmp.Compare(d.day, other.day) }

// AddDays returns the day n calendar days later, or earlier when n is negative.
// No date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return fromUnixDays(int64(d.day) - int64(epoch) + int64(n))
}

// AddMonths returns the same day of the month n months later. A month too short
// to have that day gives its last one: a year after 29 February is 28 February.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return On(first.Year(), first.Month(), min(d.Day(), daysIn(first.Year(), first.Month())))
}

// DaysUntil returns the calendar days from d to other, negative when other is
// earlier.
func (d Date) DaysUntil(other Date) int { return int(other.day) - int(d.day) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.day % 7) }

// Year returns the year, for example 2026.
func (d Date) Year() int { return d.time().Year() }

// Month returns the month of the year.
func (d Date) Month() time.Month { return d.time().Month() }

// Day returns the day of the month.
func (d Date) Day() int { return d.time().Day() }

func (d Date) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.time().Format(layout)
}

// String returns the day as "2026-11-06", and "" for no date.
func (d Date) String() string { return d.format(time.DateOnly) }

// Long returns the day as "Friday 6 November 2026", and "" for no date.
func (d Date) Long() string { return d.format("Monday 2 January 2006") }

// Letter returns the day as "6 November 2026", and "" for no date.
func (d Date) Letter() string { return d.format("2 January 2006") }

// Short returns the day as "Fri 6 Nov", and "" for no date.
func (d Date) Short() string { return d.format("Mon 2 Jan") }

// MarshalText writes the day as String does, for JSON and TOML.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseISO(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
