package cases

import (
	"context"
	"fmt"
	"strconv"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Tab is one of the standing views.
type Tab int

// The standing views, in their order on screen.
const (
	AllOpen Tab = iota
	Overdue
	Mine
	Stage2
	Unassigned
	Requests
	Everything
	tabCount
)

var tabNames = [tabCount]string{"All open", "Overdue", "Mine", "Stage 2", "Unassigned", "Service requests", "All"}

// Name is the view's name on screen.
func (t Tab) Name() string { return tabNames[t] }

// view is the standing view as the register reads it: open cases, but for
// the last.
func (t Tab) view(today calendar.Date) register.View {
	v := register.View{Open: t != Everything}
	switch t {
	case Overdue:
		v.Overdue = today
	case Mine:
		v.Mine = true
	case Stage2:
		v.Stage = 2
	case Unassigned:
		v.Nobody = true
	case Requests:
		v.Kind = casework.ServiceRequest
	}
	return v
}

// Nobody stands in a filter for cases that no officer has.
const Nobody = -1

// Filter narrows a standing view. A zero field asks for nothing.
type Filter struct {
	Stage    int
	Officer  int64 // or Nobody
	Subject  string
	Received Period
}

// IsZero says that nothing is narrowed.
func (f Filter) IsZero() bool { return f == Filter{} }

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

// view is what is read: the standing view, narrowed, in its order.
func (m *Model) view() register.View {
	v := m.tab.view(m.today())
	if m.filter.Stage != 0 {
		v.Stage = m.filter.Stage
	}
	switch {
	case m.filter.Officer == Nobody:
		v.Nobody = true
	case m.filter.Officer != 0:
		v.Handler = m.filter.Officer
	}
	v.Subject = m.filter.Subject
	v.ReceivedFrom, v.ReceivedTo = m.filter.Received.days(m.today())
	v.Sort = m.sort
	return v
}

// Counts are how many cases there are: of each standing view, of the list as
// it is narrowed, and in the register.
type Counts struct {
	Tabs  [tabCount]int
	Shown int
	All   int
}

// Counting counts. It is kept apart from Loading, because in a large office
// the rows are there sooner.
func (m *Model) Counting() func(context.Context) (Counts, error) {
	reg, by, view, today := m.reg, m.by, m.view(), m.today()
	return func(ctx context.Context) (Counts, error) {
		var c Counts
		var err error
		for t := range tabCount {
			if c.Tabs[t], err = reg.Count(ctx, by, t.view(today)); err != nil {
				return c, err
			}
		}
		if c.Shown, err = reg.Count(ctx, by, view); err != nil {
			return c, err
		}
		c.All, err = reg.Count(ctx, by, register.View{})
		return c, err
	}
}

// ShowCounts takes over what was counted.
func (m *Model) ShowCounts(c Counts) { m.counts = c }

// TabCount is how many cases a standing view has.
func (m *Model) TabCount(t Tab) int { return m.counts.Tabs[t] }

// CountLine is "71 of 48,316 records".
func (m *Model) CountLine() string {
	return fmt.Sprintf("%s of %s records", grouped(m.counts.Shown), grouped(m.counts.All))
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// Choice is one answer of a filter; the first of each asks for nothing.
type Choice struct {
	Words string
	Set   func(*Filter)
}

// StageChoices are the two stages.
func (m *Model) StageChoices() []Choice {
	all := []Choice{{"Any stage", func(f *Filter) { f.Stage = 0 }}}
	for n := 1; n <= 2; n++ {
		all = append(all, Choice{fmt.Sprintf("Stage %d", n), func(f *Filter) { f.Stage = n }})
	}
	return all
}

// OfficerChoices are everybody who may have a case.
func (m *Model) OfficerChoices() []Choice {
	all := []Choice{{"Any officer", func(f *Filter) { f.Officer = 0 }}, {"Nobody", func(f *Filter) { f.Officer = Nobody }}}
	for _, o := range m.Handlers() {
		all = append(all, Choice{o.Name, func(f *Filter) { f.Officer = o.ID }})
	}
	return all
}

// SubjectChoices are what the policy in force knows complaints to be about.
func (m *Model) SubjectChoices() []Choice {
	all := []Choice{{"About anything", func(f *Filter) { f.Subject = "" }}}
	if m.moment.Policies == nil {
		return all
	}
	for _, s := range m.moment.Policies.InForceOn(m.today()).Subjects {
		all = append(all, Choice{s.Title, func(f *Filter) { f.Subject = s.ID }})
	}
	return all
}

// ReceivedChoices are the periods.
func (m *Model) ReceivedChoices() []Choice {
	all := []Choice{{"Received any day", func(f *Filter) { f.Received = AnyDay }}}
	for _, p := range periods() {
		all = append(all, Choice{string(p), func(f *Filter) { f.Received = p }})
	}
	return all
}
