package calendar

import "fmt"

// Echo says back what was understood: "Friday 6 November 2026 – 5 working days
// ago". It names a bank holiday, and is "" for no date.
func Echo(d, today Date, h *Holidays) string {
	if d.IsZero() {
		return ""
	}
	text := d.Long()
	if name, ok := h.Name(d); ok {
		text += ", " + name
	}
	if away := distance(d, today, h); away != "" {
		text += " – " + away
	}
	return text
}

// distance puts the way from today to d in the unit people think in: single
// days by name, working days for about two months, then whole months and years.
func distance(d, today Date, h *Holidays) string {
	if today.IsZero() {
		return ""
	}
	switch today.DaysUntil(d) {
	case 0:
		return "today"
	case -1:
		return "yesterday"
	case 1:
		return "tomorrow"
	}
	earlier, later := d, today
	if later.Before(earlier) {
		earlier, later = later, earlier
	}
	var length string
	working := h.Between(earlier, later)
	months := wholeMonths(earlier, later)
	switch {
	case months >= 24:
		length = plural(months/12, "year")
	case months >= 3:
		length = plural(months, "month")
	case working == 0:
		length = plural(earlier.DaysUntil(later), "day")
	default:
		length = plural(working, "working day")
	}
	if d.Before(today) {
		return length + " ago"
	}
	return "in " + length
}

func wholeMonths(earlier, later Date) int {
	months := (later.Year()-earlier.Year())*12 + int(later.Month()) - int(earlier.Month())
	if months > 0 && earlier.AddMonths(months).After(later) {
		months--
	}
	return months
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
