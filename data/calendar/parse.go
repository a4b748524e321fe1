package calendar

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const whatToType = "type the day first, for example 27 3 2026, 27 mar or yesterday"

// Years outside these are taken for a slip of the finger, and their working days
// are not kept ready.
const (
	firstYear = 1900
	lastYear  = 2199
)

// The longest jumps that -N and +N make: about a century of days, and the
// working days of about twenty years.
const (
	mostDays        = 36600
	mostWorkingDays = 5000
)

var (
	jump    = regexp.MustCompile(`^([+-])\s*(\d{1,6})\s*(wd|working days?|d|days?)?$`)
	iso     = regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$`)
	numeric = regexp.MustCompile(`^(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{2}|\d{4}))?$`)
	worded  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]{3,9})(?:[-/., ]*(\d{2}|\d{4}))?$`)
	turned  = regexp.MustCompile(`^([a-z]{3,9})[-/. ]*\d{1,2}(?:st|nd|rd|th)?(?:[-/., ]+\d{2,4})?$`)
)

// Parse reads a date as officers type it: "27 3 2026", "27/3/26", "27-3-2026",
// "27 mar", "27th March 2026", "2026-03-27", "today", "yesterday", "tomorrow",
// "tue" or "next tue" (the first Tuesday after today), "last tue" (the latest
// before today), "-3" and "+10" (calendar days from today), "-2wd" and "+10wd"
// (working days from today). The day comes before the month, never after it.
//
// A day and month without a year is the latest such day that is not after
// today, because nearly every date typed at the desk has happened; ParseAhead
// reads dates still to come. Two figures of a year are of this century unless
// that is more than twenty years ahead.
//
// An impossible day is refused with one sentence that says what to type.
func Parse(text string, today Date, h *Holidays) (Date, error) {
	return parse(text, today, h, false)
}

// ParseAhead reads what Parse reads, for dates still to come, such as the day a
// repair is promised for: a day and month without a year is the first such day
// that is not before today.
func ParseAhead(text string, today Date, h *Holidays) (Date, error) {
	return parse(text, today, h, true)
}

func parse(text string, today Date, h *Holidays, ahead bool) (Date, error) {
	typed := tidy(text)
	switch typed {
	case "":
		return Date{}, fmt.Errorf("there is no date here: %s", whatToType)
	case "today":
		return today, nil
	case "yesterday":
		return today.AddDays(-1), nil
	case "tomorrow":
		return today.AddDays(1), nil
	}
	if m := jump.FindStringSubmatch(typed); m != nil {
		return jumpFrom(today, m[1], m[2], strings.HasPrefix(m[3], "w"), h)
	}
	if m := iso.FindStringSubmatch(typed); m != nil {
		return exact(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := numeric.FindStringSubmatch(typed); m != nil {
		return dayMonth(number(m[1]), number(m[2]), m[3], today, ahead)
	}
	if m := worded.FindStringSubmatch(typed); m != nil {
		if month, ok := monthNamed(m[2]); ok {
			return dayMonth(number(m[1]), int(month), m[3], today, ahead)
		}
	}
	if m := turned.FindStringSubmatch(typed); m != nil {
		if month, ok := monthNamed(m[1]); ok {
			return Date{}, fmt.Errorf("put the day before the month, for example 27 %s", strings.ToLower(month.String()[:3]))
		}
	}
	if day, ok := dayOfWeek(typed, today); ok {
		return day, nil
	}
	return Date{}, fmt.Errorf("%q is not a date: %s", shorten(text), whatToType)
}

// tidy folds case, spaces, commas and the dashes that word processors put in
// place of a hyphen.
func tidy(text string) string {
	text = strings.NewReplacer("\u2212", "-", "\u2013", "-", "\u2010", "-", "\u2011", "-", ",", " ").Replace(text)
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

func jumpFrom(today Date, sign, digits string, working bool, h *Holidays) (Date, error) {
	n, most, unit := number(digits), mostDays, "days"
	if working {
		most, unit = mostWorkingDays, "working days"
	}
	if n > most {
		return Date{}, fmt.Errorf("%d %s is too far from today: type at most %d, or the date itself", n, unit, most)
	}
	if sign == "-" {
		n = -n
	}
	if working {
		return h.Add(today, n), nil
	}
	return today.AddDays(n), nil
}

// dayMonth makes the date of a day, a month and perhaps a year.
func dayMonth(day, month int, year string, today Date, ahead bool) (Date, error) {
	switch len(year) {
	case 4:
		return exact(number(year), month, day)
	case 2:
		full := number(year) + 2000
		if full > today.Year()+20 {
			full -= 100
		}
		return exact(full, month, day)
	}
	// 29 February may be up to eight years away (there was none in 1900).
	for away := range 9 {
		candidate := today.Year() - away
		if ahead {
			candidate = today.Year() + away
		}
		d, err := exact(candidate, month, day)
		if err != nil {
			if month == 2 && day == 29 {
				continue
			}
			return Date{}, err
		}
		if (ahead && !d.Before(today)) || (!ahead && !d.After(today)) {
			return d, nil
		}
	}
	return Date{}, fmt.Errorf("there is no such day near today: %s", whatToType)
}

// exact makes the date of a full year, month and day, or says which is wrong.
func exact(year, month, day int) (Date, error) {
	if month < 1 || month > 12 {
		return Date{}, fmt.Errorf("there is no month %d: %s", month, whatToType)
	}
	if year < firstYear || year > lastYear {
		return Date{}, fmt.Errorf("the year %d is too far away: type one from %d to %d", year, firstYear, lastYear)
	}
	if day < 1 {
		return Date{}, errors.New("there is no day 0: " + whatToType)
	}
	if last := daysIn(year, time.Month(month)); day > last {
		return Date{}, fmt.Errorf("%s %d has only %d days: type a day from 1 to %d", time.Month(month), year, last, last)
	}
	return On(year, time.Month(month), day), nil
}

func dayOfWeek(typed string, today Date) (Date, bool) {
	name, back := strings.CutPrefix(typed, "last ")
	name = strings.TrimPrefix(name, "next ")
	if back && strings.HasPrefix(typed, "last next ") {
		return Date{}, false
	}
	weekday, ok := weekdayNamed(name)
	if !ok || today.IsZero() {
		return Date{}, false
	}
	step := 1
	if back {
		step = -1
	}
	d := today.AddDays(step)
	for d.Weekday() != weekday {
		d = d.AddDays(step)
	}
	return d, true
}

// weekdayNamed and monthNamed take a full name or its start, of three letters
// or more: "tue", "tues", "sept".
func weekdayNamed(name string) (time.Weekday, bool) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if startsName(day.String(), name) {
			return day, true
		}
	}
	return 0, false
}

func monthNamed(name string) (time.Month, bool) {
	for month := time.January; month <= time.December; month++ {
		if startsName(month.String(), name) {
			return month, true
		}
	}
	return 0, false
}

func startsName(full, typed string) bool {
	return len(typed) >= 3 && strings.HasPrefix(strings.ToLower(full), typed)
}

// number reads digits that a pattern has already matched.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// shorten keeps an error readable when a whole letter was pasted into a date.
func shorten(text string) string {
	runes := []rune(strings.TrimSpace(text))
	if len(runes) > 30 {
		return string(runes[:30]) + "…"
	}
	return string(runes)
}
