package redress

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Compared is what the Ombudsman's guidance names for the same event as a line.
// It binds nobody and has to be taken into account (Code 7.4).
type Compared struct {
	Tariff  policy.Tariff
	Sum     Pence
	Paid    Pence  // what the line pays for the same event: of visits, those since the guidance began
	Working string // "2 appointments × £15.00 = £30.00"
}

// guidedVisit names the guidance's tariff for a missed appointment.
const guidedVisit = "missed-appointment"

// Guidance works out what the guidance names for the event of a line, false
// where it names nothing. It goes by the day of the failing: what happened before
// it began is left out (ruling 1).
func Guidance(l Line, r Rules) (Compared, bool) {
	if r.Set == nil {
		return Compared{}, false
	}
	switch l.Input.Kind {
	case Visits:
		return guidedVisits(l.Input.Visits, r)
	case Judged:
		h := l.Input.Harm
		c, ok := GuidedDays(h.Lost, h.From, h.Until, r)
		c.Paid = l.Sum
		return c, ok
	}
	return Compared{}, false
}

// guidedVisits counts the appointments that are paid for.
func guidedVisits(all []Visit, r Rules) (Compared, bool) {
	t, ok := r.Set.Tariff(guidedVisit)
	c, n := Compared{Tariff: t}, 0
	for _, v := range all {
		one := r.visited(v)
		if one.sum == 0 || v.On.Before(t.From) {
			continue
		}
		n++
		c.Paid += one.sum
	}
	if !ok || n == 0 {
		return Compared{}, false
	}
	c.Sum = Pence(n) * t.Sum
	c.Working = fmt.Sprintf("%s × %s = %s", many(n, t.Per), t.Sum, c.Sum)
	return c, true
}

// GuidedDays is what the guidance names for something lost from one day to
// another, both counted: only the days on which it stood. Where a tariff is for
// longer than a day, part of it counts by the day, rounded half up.
func GuidedDays(tariff string, from, until calendar.Date, r Rules) (Compared, bool) {
	t, ok := r.Set.Tariff(tariff)
	if !ok || from.IsZero() || until.IsZero() || until.Before(from) || t.Per != "day" && t.Days < 1 {
		return Compared{}, false
	}
	began := ""
	if from.Before(t.From) {
		from, began = t.From, ", from "+t.From.Letter()
	}
	days := from.DaysUntil(until) + 1
	if days < 1 {
		return Compared{}, false
	}
	c := Compared{Tariff: t}
	if t.Per == "day" {
		c.Sum = Pence(days) * t.Sum
		c.Working = fmt.Sprintf("%s × %s = %s%s", many(days, "day"), t.Sum, c.Sum, began)
		return c, true
	}
	sum, exact := halfUp(int64(days)*int64(t.Sum), int64(t.Days))
	c.Sum = sum
	c.Working = fmt.Sprintf("%s × %s ÷ %d = %s%s%s", many(days, "day"), t.Sum, t.Days, sum, rounded(exact), began)
	if days%t.Days != 0 {
		c.Working += " (" + lowered(strings.Trim(t.Note, " .")) + ")"
	}
	return c, true
}
