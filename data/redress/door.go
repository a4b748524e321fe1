package redress

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// doorEntry names the promise of the earlier page about the communal system.
const doorEntry = "door-entry"

// doorOut pays for each whole period of four weeks in which the communal door entry
// did not work, counted to today while it does not (earlier page, Communal Door
// Entry system). Only days on which the promise stood count (ruling 1).
func doorOut(in Input, r Rules) (Line, error) {
	p, line, err := r.promised(doorEntry, "Communal door entry")
	if err != nil {
		return Line{}, err
	}
	d := in.Door
	if err := d.check(r); err != nil {
		return Line{}, err
	}
	if !blank(d.Excluded) {
		line.Working = "Nothing is payable: " + sentence(d.Excluded)
		return line, nil
	}
	days := d.days(p, r.Today)
	periods := days / p.Payment.Period
	line.Sum = Pence(periods) * p.Payment.Sum
	line.Working = fmt.Sprintf("%s in all, %s of %d days. %s%s", many(days, "day"), wholePeriods(periods), p.Payment.Period,
		times(periods, "period", p.Payment.Sum), d.words(p, r.Today))
	return line, nil
}

func (d Door) check(r Rules) error {
	switch {
	case d.From.IsZero():
		return refuse("no-date", "from", "", "Enter the first day on which it did not work")
	case r.Today.IsZero() && d.Until.IsZero():
		return refuse("no-date", "until", "", "Enter the day on which it worked again")
	case !r.Today.IsZero() && d.From.After(r.Today):
		return refuse("dates", "from", "", "%s has not come yet", d.From.Letter())
	case d.Until.IsZero():
	case d.Until.Before(d.From):
		return refuse("dates", "until", "", "It cannot have worked again before it failed, on %s", d.From.Letter())
	case !r.Today.IsZero() && d.Until.After(r.Today):
		return refuse("dates", "until", "", "%s has not come yet: leave it empty until it works again", d.Until.Letter())
	}
	return nil
}

// span is the first day counted and the first that is not any more.
func (d Door) span(p policy.Promise, today calendar.Date) (from, until calendar.Date) {
	from, until = d.From, d.Until
	if until.IsZero() {
		until = today
	}
	if from.Before(p.From) {
		from = p.From
	}
	if after := p.Until.AddDays(1); !p.Until.IsZero() && until.After(after) {
		until = after
	}
	return from, until
}

// days are the days of not working on which the promise stood. The day it worked
// again is not one.
func (d Door) days(p policy.Promise, today calendar.Date) int {
	from, until := d.span(p, today)
	return max(0, from.DaysUntil(until))
}

func wholePeriods(n int) string {
	switch n {
	case 0:
		return "no whole period"
	case 1:
		return "1 whole period"
	}
	return fmt.Sprintf("%d whole periods", n)
}

// words say what was counted.
func (d Door) words(p policy.Promise, today calendar.Date) string {
	parts := []string{" Not working from " + d.From.Long()}
	if d.Until.IsZero() {
		parts = append(parts, fmt.Sprintf(" and not yet again on %s, which is not counted.", today.Long()))
	} else {
		parts = append(parts, fmt.Sprintf(" to %s, when it worked again, which is not counted.", d.Until.Long()))
	}
	if from, until := d.span(p, today); from != d.From {
		parts = append(parts, fmt.Sprintf(" The promise stood from %s.", from.Long()))
	} else if !p.Until.IsZero() && until == p.Until.AddDays(1) {
		parts = append(parts, fmt.Sprintf(" The promise ended with %s.", p.Until.Long()))
	}
	return strings.Join(parts, "")
}
