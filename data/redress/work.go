package redress

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// works are the rules by kind, each in the file of its name.
var works = map[Kind]func(Input, Rules) (Line, error){
	Damaged:  damaged,
	Spent:    spent,
	Rated:    rated,
	Powered:  powered,
	Judged:   judged,
	Visits:   missedAppointments,
	Letters:  letters,
	DoorOut:  doorOut,
	Repaired: repaired,
	Ordered:  ordered,
}

// Work works one line out from what an officer gave: its head, its sum in
// pence, the rule with its source and version, every date with its working, and
// the working in words. An input that cannot be worked out gives a *Problem
// with the field to mend. The same input under the same rules always gives the
// same line.
func Work(in Input, r Rules) (Line, error) {
	work, ok := works[in.Kind]
	if !ok {
		return Line{}, refuse("no-kind", "kind", "", "Choose what the sum is for")
	}
	if r.Set == nil || r.Policy == nil {
		return Line{}, refuse("no-policy", "", "", "There is no policy to work the sum out by")
	}
	line, err := work(in, r)
	if err != nil {
		return Line{}, err
	}
	if line.Sum < 0 || line.Sum > Most {
		return Line{}, refuse("too-much", "", "", "That comes to more than %s: look at the figures again", Most)
	}
	line.Input, line.Also = in.only(), in.Also
	if !blank(in.Title) {
		line.Title = in.Title
	}
	return line, nil
}

// refuse makes a *Problem with a sentence for the officer.
func refuse(code, field, source, format string, parts ...any) error {
	return &Problem{Code: code, Field: field, Source: source, Reason: fmt.Sprintf(format, parts...)}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// sum refuses a sum that is nothing, below nothing or a slip of the finger.
func sum(p Pence, field string) error {
	switch {
	case p <= 0:
		return refuse("no-sum", field, "", "Enter the sum, such as £75 or £294.00")
	case p > Most:
		return refuse("too-much", field, "", "The most that can be typed is %s", Most)
	}
	return nil
}

// halfUp divides once, at the end of a line, half a penny up (ruling 22), and
// says whether nothing was left over. Both are whole and the divisor is more
// than nothing.
func halfUp(n, by int64) (p Pence, exact bool) {
	return Pence((2*n + by) / (2 * by)), n%by == 0
}

// rounded says in a working that a sum is not exact.
func rounded(exact bool) string {
	if exact {
		return ""
	}
	return ", to the nearest penny"
}

// period is the days between which something happened, both counted.
type period struct{ from, until calendar.Date }

// check refuses half a period, one that ends before it starts and one that is
// not over: what is lost later is worked out later.
func (p period) check(today calendar.Date) error {
	switch {
	case p.from.IsZero() && !p.until.IsZero():
		return refuse("no-date", "from", "", "Enter the first day too, or neither day")
	case p.until.IsZero() && !p.from.IsZero():
		return refuse("no-date", "until", "", "Enter the last day too, or neither day")
	case p.until.Before(p.from):
		return refuse("dates", "until", "", "The last day is before the first: %s is before %s", p.until.Letter(), p.from.Letter())
	case !today.IsZero() && p.until.After(today):
		return refuse("dates", "until", "", "%s has not come yet: enter the last day up to today", p.until.Letter())
	}
	return nil
}

// days is how many days there are: those of the period, or as many as were
// typed where there is none.
func (p period) days(typed int, today calendar.Date, field string) (int, error) {
	if err := p.check(today); err != nil {
		return 0, err
	}
	if p.from.IsZero() {
		if typed < 1 {
			return 0, refuse("no-count", field, "", "Enter how many, from 1 up, or the first and the last day")
		}
		return typed, nil
	}
	n := p.from.DaysUntil(p.until) + 1
	if typed != 0 && typed != n {
		return 0, refuse("count", field, "", "%s to %s is %s, not %d: mend the number or the days", p.from.Letter(), p.until.Letter(), many(n, "day"), typed)
	}
	return n, nil
}

// words says the period at the end of a working.
func (p period) words() string {
	switch {
	case p.from.IsZero():
		return ""
	case p.from == p.until:
		return " On " + p.from.Letter() + "."
	}
	return " " + p.from.Letter() + " to " + p.until.Letter() + ", both days counted."
}

// many is a number of things: "1 day", "14 days".
func many(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// lowered is a title within a sentence; one that starts with capitals, such as
// "TV", stays.
func lowered(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):]
}

// compensation is where a policy says that money may put things right.
func compensation(p *policy.Policy) policy.Source {
	for _, m := range p.Remedies {
		if m.Money {
			return m.Source
		}
	}
	return policy.Source{}
}

// rule is that in words or, where a policy says nothing of money, the policy.
func (r Rules) rule() string {
	if source := compensation(r.Policy).Full(); source != "" {
		return source
	}
	return r.Policy.Title
}
