package cases

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/register"
)

// Filter narrows a standing view. A zero field asks for nothing.
type Filter = register.View

// Period is a span of days of receipt, as named on the filter.
type Period string

// The periods. Quarters are those of the financial year, which begins in
// April; its last quarter and ours end on the same days.
const (
	AnyDay      Period = ""
	LastWeek    Period = "Last 7 days"
	LastMonth   Period = "Last 30 days"
	ThisQuarter Period = "This quarter"
	LastQuarter Period = "Last quarter"
	ThisYear    Period = "Since 1 April"
)

// periods are the choices of the filter in their order.
func periods() []Period { return []Period{LastWeek, LastMonth, ThisQuarter, LastQuarter, ThisYear} }

// days are the first and last day of a period, both included; the last is no
// day where the period reaches to today.
func (p Period) days(today calendar.Date) (from, to calendar.Date) {
	quarter := calendar.On(today.Year(), today.Month()-(today.Month()-1)%3, 1)
	switch p {
	case LastWeek:
		return today.AddDays(-6), to
	case LastMonth:
		return today.AddDays(-29), to
	case ThisQuarter:
		return quarter, to
	case LastQuarter:
		return quarter.AddMonths(-3), quarter.AddDays(-1)
	case ThisYear:
		from = calendar.On(today.Year(), 4, 1)
		if from.After(today) {
			from = calendar.On(today.Year()-1, 4, 1)
		}
		return from, to
	}
	return from, to
}

// set asks for the cases received in a period. One that ends today goes by the
// day on which the list is read, so that a saved view moves with the days; a
// quarter stays that quarter.
func (p Period) set(f *Filter, today calendar.Date) {
	f.ReceivedWithin, f.ReceivedFrom, f.ReceivedTo = 0, calendar.Date{}, calendar.Date{}
	switch p {
	case LastWeek, LastMonth:
		from, _ := p.days(today)
		f.ReceivedWithin = from.DaysUntil(today) + 1
	default:
		f.ReceivedFrom, f.ReceivedTo = p.days(today)
	}
}

// Choice is one answer of a filter; the first of each asks for nothing.
type Choice struct {
	Words string
	Set   func(*Filter)
	Key   string // that does the same, if there is one
}

// StageChoices are the two stages.
func (m *Model) StageChoices() []Choice {
	all := []Choice{{Words: "Any stage", Set: func(f *Filter) { f.Stage = 0 }}}
	for n := 1; n <= 2; n++ {
		all = append(all, Choice{Words: fmt.Sprintf("Stage %d", n), Set: func(f *Filter) { f.Stage = n }})
	}
	return all
}

// OfficerChoices are everybody who may have a case.
func (m *Model) OfficerChoices() []Choice {
	set := func(officer int64, nobody bool) func(*Filter) {
		return func(f *Filter) { f.Handler, f.Nobody = officer, nobody }
	}
	all := []Choice{{Words: "Any officer", Set: set(0, false)}, {Words: "Nobody", Set: set(0, true)}}
	for _, o := range m.Handlers() {
		all = append(all, Choice{Words: o.Name, Set: set(o.ID, false)})
	}
	return all
}

// SubjectChoices are what the policy in force knows complaints to be about.
func (m *Model) SubjectChoices() []Choice {
	all := []Choice{{Words: "About anything", Set: func(f *Filter) { f.Subject = "" }}}
	if m.moment.Policies == nil {
		return all
	}
	for _, s := range m.moment.Policies.InForceOn(m.today()).Subjects {
		all = append(all, Choice{Words: s.Title, Set: func(f *Filter) { f.Subject = s.ID }})
	}
	return all
}

// ReceivedChoices are the periods.
func (m *Model) ReceivedChoices() []Choice {
	today := m.today()
	all := []Choice{{Words: "Received any day", Set: func(f *Filter) { AnyDay.set(f, today) }}}
	for _, p := range periods() {
		all = append(all, Choice{Words: string(p), Set: func(f *Filter) { p.set(f, today) }})
	}
	return all
}

// said is what a filter's box says: the choice in force, or other words where
// none of them is.
func said(choices []Choice, now Filter, other string) string {
	for _, c := range choices {
		if with := now; c.sets(&with) == now {
			return c.Words
		}
	}
	return other
}

// sets is the filter after the choice.
func (c Choice) sets(f *Filter) Filter {
	c.Set(f)
	return *f
}

// between says a span of days in words: "1 November 2026 to 13 November 2026".
func between(from, to calendar.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return "from " + from.Letter()
	case from.IsZero():
		return "by " + to.Letter()
	case from == to:
		return "on " + from.Letter()
	}
	return from.Letter() + " to " + to.Letter()
}

// Sorting is one order with its key.
type Sorting struct {
	By    register.Sort
	Words string // what it goes by
	Key   string
	Order [2]string // what comes first, and when it is reversed
}

// Sortings are the orders of the list.
func Sortings() []Sorting {
	return []Sorting{
		{register.ByDue, "Due", "Alt+D", [2]string{"soonest first", "latest first"}},
		{register.ByReceived, "Received", "Alt+R", [2]string{"newest first", "oldest first"}},
		{register.ByReference, "Reference", "Alt+N", [2]string{"newest first", "oldest first"}},
		{register.ByHandler, "Officer", "Alt+O", [2]string{"A to Z", "Z to A"}},
		{register.ByChange, "Last change", "Alt+C", [2]string{"newest first", "oldest first"}},
	}
}

// SortWords say the order of the list: "Due, soonest first".
func (m *Model) SortWords() string {
	for _, s := range Sortings() {
		if s.By == m.sort {
			return s.Words + ", " + s.order(m.reversed)
		}
	}
	return ""
}

func (s Sorting) order(reversed bool) string {
	if reversed {
		return s.Order[1]
	}
	return s.Order[0]
}
