package register

import (
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// noteMoney remembers the days on which a case's sums were changed, and the
// last on which the office changed what sums are worked out by.
func (c *checker) noteMoney(entry kept) {
	about := func(names ...string) bool {
		return slices.ContainsFunc(entry.Changes, func(k keptChange) bool {
			return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(k.Field, name) })
		})
	}
	days := []calendar.Date{entry.Happened}
	if at, err := time.Parse(time.RFC3339, entry.Recorded); err == nil {
		days = append(days, calendar.Of(at))
	}
	if of, found := strings.CutPrefix(string(entry.Subject), "case/"); found {
		if about("redress.") {
			c.worked[of] = append(c.worked[of], days...)
		}
	} else if entry.Subject == settingsSubject && entry.Number > 1 && about("redress.", "promise_dates") {
		c.ruled = slices.MaxFunc(append(days, c.ruled), calendar.Date.Compare)
	}
}

// sums works every sum out again from what it was worked out from, by the rules
// of its day. One whose rule, holidays or office's own rates have changed since
// is explained by its own working and is left alone.
func (c *checker) sums(k casework.Case, now rules) {
	days := c.worked[caseNumber(k)]
	for _, l := range k.Redress {
		if l.Input.Kind == "" || c.byOthers(l, days, now) {
			continue // from before inputs were kept, or by other rules
		}
		gives := func(on calendar.Date) (right, other bool) {
			again, err := redress.Work(l.Input, casework.RulesOf(k, l.Stage, casework.Moment{
				Today: on, Policies: now.policies, Holidays: now.holidays, Settings: now.settings}))
			return err == nil && again.Sum == l.Sum, err == nil && again.Version != l.Version
		}
		// Without a day, what has ended; with each, what was counted up to it.
		if !slices.ContainsFunc(append([]calendar.Date{{}}, days...), func(on calendar.Date) bool {
			right, other := gives(on)
			return right || other
		}) {
			c.found("sum", "Case %s, sum %d: the working does not give the sum of %s", k.Reference, l.ID, l.Sum)
		}
	}
}

// byOthers says whether a sum was, or may have been, worked out by another list
// of holidays or by what the office has changed since.
func (c *checker) byOthers(l redress.Line, days []calendar.Date, now rules) bool {
	for _, d := range l.Dates {
		if d.Working.Holidays != now.holidays.Version() {
			return true
		}
	}
	switch l.Input.Kind {
	case redress.Damaged, redress.Visits, redress.Letters, redress.DoorOut, redress.Repaired:
		return !c.ruled.IsZero() && slices.ContainsFunc(days, func(on calendar.Date) bool { return !on.After(c.ruled) })
	}
	return false
}

// caseNumber is a case's number as its history is named.
func caseNumber(k casework.Case) string {
	return strings.TrimPrefix(string(caseSubject(k.ID)), "case/")
}
