package calendar

import "time"

// CountHours adds n hours to an instant, as they pass: a night on which the
// clocks change is an hour longer or shorter on the wall, not in the count. The
// account has one step an hour, each with what London's clock shows at its end.
// Working days and holidays play no part.
func CountHours(from time.Time, n int) (time.Time, Working) {
	by := from.Add(time.Duration(n) * time.Hour).UTC()
	w := Working{From: Of(from), At: timeOfDay(from), Days: n, Unit: Hours, Due: Of(by)}
	for hour := 1; hour <= n; hour++ {
		end := from.Add(time.Duration(hour) * time.Hour)
		w.Steps = append(w.Steps, Step{Date: Of(end), Number: hour, At: timeOfDay(end)})
	}
	return by, w
}

// timeOfDay is what London's clock shows at an instant: "18:40".
func timeOfDay(t time.Time) string { return t.In(london).Format("15:04") }

// FirstMinute is the instant at which a civil day begins in London, in UTC. No
// date has none.
func FirstMinute(d Date) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, london).UTC()
}

// LastMinute is the last whole minute of a civil day in London, in UTC. No date
// has none.
func LastMinute(d Date) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return FirstMinute(d.AddDays(1)).Add(-time.Minute)
}
