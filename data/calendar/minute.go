package calendar

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// errMinute says how a time of day is typed.
var errMinute = errors.New("enter a time such as 18:20 or 6.20 pm")

// ParseMinute reads a time of day as people write it, in minutes from midnight:
// "18:20", "18.20", "1820", "6.20pm", "6 pm", "noon". A number alone needs "am"
// or "pm": six may be either.
func ParseMinute(text string) (int, error) {
	typed := strings.ReplaceAll(strings.ReplaceAll(tidy(text), " ", ""), "a.m", "am")
	typed = strings.TrimSuffix(strings.ReplaceAll(typed, "p.m", "pm"), ".")
	switch typed {
	case "noon", "midday", "12noon":
		return 12 * 60, nil
	case "midnight":
		return 0, nil
	}
	digits, half := typed, ""
	for _, h := range []string{"am", "pm"} {
		if rest, ok := strings.CutSuffix(typed, h); ok {
			digits, half = rest, h
		}
	}
	hours, minutes, apart := strings.Cut(strings.ReplaceAll(digits, ".", ":"), ":")
	if n := len(digits); !apart && (n == 3 || n == 4) {
		hours, minutes, apart = digits[:n-2], digits[n-2:], true
	}
	if !apart && half == "" || apart && len(minutes) != 2 {
		return 0, errMinute
	}
	hour, err := strconv.ParseUint(hours, 10, 8)
	past := uint64(0)
	if apart && err == nil {
		past, err = strconv.ParseUint(minutes, 10, 8)
	}
	if err != nil || hour > 23 || past > 59 || half != "" && (hour < 1 || hour > 12) {
		return 0, errMinute
	}
	if half != "" {
		hour %= 12
	}
	if half == "pm" {
		hour += 12
	}
	return int(hour*60 + past), nil
}

// MinuteOn is a minute of a civil day in England. The hour that the clocks leave
// out in spring is not there.
func MinuteOn(d Date, minutes int) (time.Time, error) {
	at := time.Date(d.Year(), d.Month(), d.Day(), 0, minutes, 0, 0, London())
	if local := at.Hour()*60 + at.Minute(); Of(at) != d || local != minutes {
		return time.Time{}, errors.New("the clocks went forward that night: enter a time that there was")
	}
	return at.UTC(), nil
}
