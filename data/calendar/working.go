package calendar

import "fmt"

// The units in which a sum of days is made.
const (
	WorkingDays  = "working days"
	CalendarDays = "days"
	Weeks        = "weeks"
	Hours        = "hours" // counted from a minute, by CountHours
)

// Working is the account of one sum of days: where it began, every day passed,
// and which list of holidays was used. It is stored with the date it explains
// and never worked out again.
type Working struct {
	From     Date   `json:"from"`
	At       string `json:"at,omitempty"` // London's time of day where it began, for Hours
	Days     int    `json:"days"`         // how many of Unit
	Unit     string `json:"unit"`         // WorkingDays, CalendarDays, Weeks or Hours
	Due      Date   `json:"due"`
	Steps    []Step `json:"steps"`             // the days after From, up to and including Due
	Holidays string `json:"holidays"`          // the version of the list
	Warning  string `json:"warning,omitempty"` // one sentence, when the list does not reach so far
}

// Step is one day of a Working (one week or hour, where those are counted).
type Step struct {
	Date   Date   `json:"date"`
	At     string `json:"at,omitempty"`  // London's time of day at the end of the hour
	Number int    `json:"n,omitempty"`   // 1 for the first that counts; 0 for a day not counted
	Why    string `json:"why,omitempty"` // why a day was not counted: "Saturday", "Boxing Day (substitute)"
}

// Counts reports whether the day was counted.
func (s Step) Counts() bool { return s.Number > 0 }

// Add returns the nth working day after from, or before it when n is negative.
// The day itself is day 0 whether or not it is a working day, so adding 0
// returns from.
func (h *Holidays) Add(from Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 && !from.IsZero() {
		from = from.AddDays(step)
		if h.IsWorking(from) {
			n--
		}
	}
	return from
}

// Between returns the working days after from up to and including to; negative
// when to is the earlier day, so that Between(a, b) is -Between(b, a). It is 0
// when either is no date.
func (h *Holidays) Between(from, to Date) int {
	if from.IsZero() || to.IsZero() {
		return 0
	}
	if to.Before(from) {
		return -h.Between(to, from)
	}
	start, end := from.time(), to.time()
	first, last := start.Year(), end.Year()
	count := int(h.year(last).passed[end.YearDay()]) - int(h.year(first).passed[start.YearDay()])
	for year := first; year < last; year++ {
		count += int(h.year(year).total)
	}
	return count
}

// Count adds n working days to from and accounts for every day on the way. n is
// not negative.
func (h *Holidays) Count(from Date, n int) Working {
	return h.account(from, n, WorkingDays)
}

// CountIn adds n of a unit (WorkingDays, CalendarDays or Weeks) to from with
// its account. An unknown unit is an error, as is a negative n.
func (h *Holidays) CountIn(unit string, from Date, n int) (Working, error) {
	switch {
	case unit != WorkingDays && unit != CalendarDays && unit != Weeks:
		return Working{}, fmt.Errorf("%q is not a unit of time: use %q, %q or %q", unit, WorkingDays, CalendarDays, Weeks)
	case n < 0:
		return Working{}, fmt.Errorf("%d %s is not a length of time", n, unit)
	}
	return h.account(from, n, unit), nil
}

func (h *Holidays) account(from Date, n int, unit string) Working {
	w := Working{From: from, Days: n, Unit: unit, Due: from, Holidays: h.version}
	if from.IsZero() {
		return w
	}
	stride := 1
	if unit == Weeks {
		stride = 7
	}
	for counted := 0; counted < n; {
		w.Due = w.Due.AddDays(stride)
		step := Step{Date: w.Due}
		if why := h.notWorking(w.Due); unit == WorkingDays && why != "" {
			step.Why = why
		} else {
			counted++
			step.Number = counted
		}
		w.Steps = append(w.Steps, step)
	}
	if unit == WorkingDays {
		w.Warning = h.WarningFor(w.Due)
	}
	return w
}

// WarningFor returns one sentence when d lies beyond the proclaimed bank
// holidays, and "" when it does not.
func (h *Holidays) WarningFor(d Date) string {
	if !d.After(proclaimedTo) {
		return ""
	}
	return fmt.Sprintf("Bank holidays are proclaimed only to %s: after that day this date may still move.", proclaimedTo.Letter())
}

// notWorking says why d is not a working day, or "" when it is one.
func (h *Holidays) notWorking(d Date) string {
	if isWeekend(d) {
		return d.Weekday().String()
	}
	name, _ := h.Name(d)
	return name
}
