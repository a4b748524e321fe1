package today

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// byUrgency puts the timed lists in the order in which to work: what is due by
// the minute first, by its minute (ruling 10); then dangers, which go before
// their date (Building Safety Act 2022, s.93); then the oldest. A minute that
// is over is overdue on its own day already.
func (w Writer) byUrgency(l register.TodayLists) register.TodayLists {
	today := w.moment.Today
	soon := w.moment.Holidays.Add(today, casework.SoonDays)
	late := func(d casework.Duty) bool { return d.Due.Before(today) || d.Due == today && w.passed(d) }
	moved := 0
	for _, d := range l.Hazards.Rows {
		if d.Duty.Due == today && w.passed(d.Duty) {
			moved++
		}
	}
	hazards := l.Hazards.Rows
	l.Overdue = ahead(l.Overdue, hazards, late)
	l.DueToday.Rows = slices.DeleteFunc(slices.Clone(l.DueToday.Rows), func(d register.DutyRow) bool { return late(d.Duty) })
	l.Overdue.Total, l.DueToday.Total = l.Overdue.Total+moved, l.DueToday.Total-moved
	l.DueToday = ahead(l.DueToday, hazards, func(d casework.Duty) bool { return d.Due == today && !late(d) })
	l.DueSoon = ahead(l.DueSoon, hazards, func(d casework.Duty) bool { return within(d.Due, today.AddDays(1), soon) })
	return l
}

func within(d, from, to calendar.Date) bool { return !d.Before(from) && !d.After(to) }

// ahead puts the hazards that belong to a list before its other rows, each
// once. They may be beyond the rows that were read.
func ahead(list register.DutyList, hazards []register.DutyRow, belongs func(casework.Duty) bool) register.DutyList {
	var rows []register.DutyRow
	for _, d := range hazards {
		if ByMinute(d.Duty) && belongs(d.Duty) {
			rows = append(rows, d)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(list.Rows), func(d register.DutyRow) bool {
		return slices.ContainsFunc(rows, func(h register.DutyRow) bool { return h.ID == d.ID && h.Duty == d.Duty })
	})
	slices.SortStableFunc(rest, func(a, b register.DutyRow) int { return rank(a.Duty) - rank(b.Duty) })
	list.Rows = append(rows, rest...)
	return list
}

func rank(d casework.Duty) int {
	switch {
	case ByMinute(d):
		return 0
	case d.Risk == casework.RiskDanger:
		return 1
	}
	return 2
}

// Owing is what the cases behind a list owe, by the days of the list.
func (m *Model) Owing(l List) register.Owing {
	day, soon := m.day, m.soon
	owing := map[List]register.Owing{
		Overdue:  {Timed: true, To: day.AddDays(-1)},
		DueToday: {Timed: true, From: day, To: day},
		DueSoon:  {Timed: true, From: day.AddDays(1), To: soon},
		Promises: {Promised: true, To: soon},
		Reviews:  {Kind: casework.DutyReview, To: soon},
		Others:   {Kind: casework.DutyWaiting},
		Letters:  {Kind: casework.DutyWithdrawal},
	}[l]
	owing.Mine = m.Of() == register.OnlyMine || l == Waiting
	return owing
}
