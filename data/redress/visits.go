package redress

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/policy"
)

// missedVisit names the promise of the earlier page about home visits.
const missedVisit = "missed-visit"

// pageRule is what one page says of a missed appointment.
type pageRule struct {
	policy.MissedAppointment
	id string // name@version of its file
}

// visited is what became of one appointment.
type visited struct {
	visit Visit
	sum   Pence // nothing where it does not count
	why   string
	rules []pageRule // those by which it was missed
}

// missedAppointments pays each appointment that was missed by a page that stood on its own
// day (rulings 1 and 19). Where two stand, the one kinder to the resident
// decides, and the appointment is paid once. Those that do not count are said
// with the reason.
func missedAppointments(in Input, r Rules) (Line, error) {
	if len(in.Visits) == 0 {
		return Line{}, refuse("no-visit", "visits", "", "Add the appointment that was missed")
	}
	line := Line{Head: FixedPayment, Reason: missedVisit, Title: "Missed appointments"}
	var all []visited
	var rules []pageRule
	for i, v := range in.Visits {
		if err := v.check(r, fmt.Sprintf("visit.%d.", i+1)); err != nil {
			return Line{}, err
		}
		one := r.visited(v)
		line.Sum += one.sum
		rules = append(rules, one.rules...)
		all = append(all, one)
	}
	if len(rules) == 0 {
		rules = r.missedRules(in.Visits[0])
	}
	line.Rule, line.Version = cite(rules, r)
	line.Working = visitsWorking(all, line.Sum)
	if r.Office.Missed > 0 && line.Sum > 0 {
		line.Working += " The office's own rate: " + sentence(r.Office.MissedWhy)
	}
	return line, nil
}

// check refuses an appointment that cannot be looked at.
func (v Visit) check(r Rules, at string) error {
	switch {
	case v.On.IsZero():
		return refuse("no-date", at+"on", "", "Enter the day of the appointment")
	case !r.Today.IsZero() && v.On.After(r.Today):
		return refuse("dates", at+"on", "", "%s has not come yet, so nobody has missed it", v.On.Letter())
	case !slices.Contains([]Slot{Morning, Afternoon, AllDay}, v.Slot):
		return refuse("no-slot", at+"slot", "", "Choose whether it was for the morning, the afternoon or all day")
	case v.Told && v.ToldOn.After(v.On):
		return refuse("dates", at+"told_on", "", "That is after the appointment. Who was told afterwards was not told: say that nobody came")
	case v.Told && (v.ToldAt < 0 || v.ToldAt > lastMinute):
		return refuse("no-time", at+"told_at", "", "Enter the time of day when the resident was told, such as 8:00")
	case v.Came && v.Late < 0:
		return refuse("no-minutes", at+"late", "", "Enter how many minutes late they came, from 0")
	}
	return nil
}

// lastMinute is the last of a day.
const lastMinute policy.Minute = 24*60 - 1

// missedRules are what the pages that stood on the day of an appointment say:
// the complaints policy of that day, and the earlier page's promise until the
// office ended it (ruling 1).
func (r Rules) missedRules(v Visit) []pageRule {
	var all []pageRule
	if p := r.Set.InForceOn(v.On); p.MissedAppointment != nil {
		all = append(all, pageRule{*p.MissedAppointment, p.ID()})
	}
	if p, ok := r.Set.Promise(missedVisit); ok && p.Missed != nil && p.InForceOn(v.On) {
		all = append(all, pageRule{*p.Missed, r.Set.PromisesID()})
	}
	return slices.DeleteFunc(all, func(rule pageRule) bool { return v.Contractor && !rule.Contractors })
}

// visited looks at one appointment under every page that stood on its day.
func (r Rules) visited(v Visit) visited {
	one := visited{visit: v}
	rules := r.missedRules(v)
	switch {
	case !blank(v.Excluded):
		one.why = "not paid: " + strings.Trim(v.Excluded, " .")
		return one
	case len(rules) == 0:
		one.why = "not paid: no page promised anything for it on that day"
		return one
	}
	for _, rule := range rules {
		missed, why := rule.missed(v)
		if missed {
			one.sum, one.rules = max(one.sum, r.rate(rule)), append(one.rules, rule)
		}
		if missed || one.sum == 0 {
			one.why = why
		}
	}
	if one.sum == 0 {
		one.why = "not missed: " + one.why
	}
	return one
}

// rate is what a missed appointment pays: the office's setting, or what the page
// says (ruling 19).
func (r Rules) rate(rule pageRule) Pence {
	if r.Office.Missed > 0 {
		return r.Office.Missed
	}
	return rule.Payment
}

// missed says whether a page calls an appointment missed, and why.
func (rule pageRule) missed(v Visit) (bool, string) {
	switch {
	case v.Came:
		return rule.cameTooLate(v)
	case !v.Told:
		return true, "nobody came"
	}
	told := fmt.Sprintf("told at %s", v.ToldAt)
	if !v.ToldOn.IsZero() && v.ToldOn.Before(v.On) {
		return false, fmt.Sprintf("told on %s, before the day", v.ToldOn.Long())
	}
	by := rule.by(v.Slot)
	if v.ToldAt > by {
		return true, fmt.Sprintf("%s, after %s", told, by)
	}
	return false, fmt.Sprintf("%s, in time until %s", told, by)
}

// cameTooLate goes by the minutes where a page speaks of them and nobody got in
// touch.
func (rule pageRule) cameTooLate(v Visit) (bool, string) {
	late := "came " + many(v.Late, "minute") + " late"
	switch {
	case v.Late == 0:
		return false, "came in time"
	case rule.LateOver == 0:
		return false, late + ", and the page in force speaks only of not coming"
	case v.Contact || v.Told:
		return false, late + " and got in touch"
	case rule.TooLate(v.Late):
		return true, fmt.Sprintf("%s without getting in touch, more than %d", late, rule.LateOver)
	}
	return false, fmt.Sprintf("%s, not more than %d", late, rule.LateOver)
}

// by is the last minute of the day for telling the resident.
func (rule pageRule) by(s Slot) policy.Minute {
	switch s {
	case Afternoon:
		return rule.AfternoonBy
	case AllDay:
		return rule.AllDayBy
	}
	return rule.MorningBy
}

// visitsWorking is the sum, then each appointment with its day and why.
func visitsWorking(all []visited, total Pence) string {
	var sums []Pence
	count := map[Pence]int{}
	for _, one := range all {
		if one.sum > 0 {
			if count[one.sum] == 0 {
				sums = append(sums, one.sum)
			}
			count[one.sum]++
		}
	}
	var products []string
	for _, sum := range sums {
		products = append(products, fmt.Sprintf("%s × %s", many(count[sum], "missed appointment"), sum))
	}
	parts := []string{"Nothing is payable."}
	if len(products) > 0 {
		parts[0] = fmt.Sprintf("%s = %s.", strings.Join(products, " + "), total)
	}
	for _, one := range all {
		parts = append(parts, fmt.Sprintf("%s, %s: %s.", one.visit.On.Long(), one.visit.Slot, one.why))
	}
	return strings.Join(parts, " ")
}

// cite names the pages and the files that some rules are from, each once.
func cite(rules []pageRule, r Rules) (source, version string) {
	var sources, versions []string
	for _, rule := range rules {
		if full := rule.Source.Full(); !slices.Contains(sources, full) {
			sources, versions = append(sources, full), append(versions, rule.id)
		}
	}
	if len(sources) == 0 {
		return r.rule(), r.Policy.ID()
	}
	return strings.Join(sources, "; "), strings.Join(slices.Compact(versions), "; ")
}
