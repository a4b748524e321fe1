package register

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// DayLoad is what falls due on one day.
type DayLoad struct {
	Day      calendar.Date
	Total    int
	Kinds    map[casework.DutyKind]int
	Officers []OfficerLoad // the most first; nil for those who may not see it
}

// OfficerLoad is how much of a day is one officer's: whoever has the case, or
// looks after it on that day.
type OfficerLoad struct {
	Officer int64 // 0 for what nobody has
	Name    string
	Total   int
}

// Month says for every day from first to last, both included, what falls due
// on it, and to a manager by officer. Days without anything are there too.
func (r *Register) Month(ctx context.Context, by casework.Officer, scope Scope, first, last calendar.Date) ([]DayLoad, error) {
	var days []DayLoad
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if scope == OwnOffice {
			by.AllOffices = false
		}
		m := month{of: map[string]*DayLoad{}, officers: map[string]map[int64]int{}}
		for d := first; !d.After(last) && len(days) < mostDays; d = d.AddDays(1) {
			days = append(days, DayLoad{Day: d, Kinds: map[casework.DutyKind]int{}})
		}
		for i := range days {
			m.of[days[i].Day.String()] = &days[i]
		}
		if err := m.read(w, by, scope, first, last); err != nil {
			return err
		}
		if casework.MayDo(by, casework.SeeLoad) != nil {
			return nil
		}
		return m.share(w)
	})
	return settled(days, err)
}

// DueOn lists what falls due on one day, what is due by the minute first: what
// Month counts on it.
func (r *Register) DueOn(ctx context.Context, by casework.Officer, scope Scope, day calendar.Date) (DutyList, error) {
	var list DutyList
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if scope == OwnOffice {
			by.AllOffices = false
		}
		return w.dutyList(by, dutyFilter{ours: true, most: mostRows, mine: scope == OnlyMine, day: day, from: day, to: day}, &list)
	})
	return settled(list, err)
}

// mostDays is how many days one calendar shows at the most: a year and a day.
const mostDays = 366

// month is a calendar while it is read.
type month struct {
	of       map[string]*DayLoad
	officers map[string]map[int64]int // by day, each officer's share
}

// read counts what is due on each day. What is covered that day counts for the
// officer who looks after it.
func (m month) read(w *work, by casework.Officer, scope Scope, first, last calendar.Date) error {
	var values arguments
	query := `SELECT d.due, d.kind, CASE WHEN d.cover <> 0 AND d.cover_from <= d.due AND d.cover_until >= d.due
		THEN d.cover ELSE d.handler END AS officer, count(*) FROM duties d
		WHERE d.clock IN (0, 1) AND d.due >= ` + values.add(first.String()) + ` AND d.due <= ` + values.add(last.String())
	if scope == OnlyMine {
		query += ` AND (d.handler = ` + values.add(by.ID) + ` OR d.cover = ` + values.add(by.ID) +
			` AND d.cover_from <= d.due AND d.cover_until >= d.due)`
	}
	query += ` AND ` + visible(by, "d", &values) + ` GROUP BY d.due, d.kind, officer`
	return w.each(query, values.values, func(rows *sql.Rows) error {
		var due string
		var kind casework.DutyKind
		var officer int64
		var n int
		if err := rows.Scan(&due, &kind, &officer, &n); err != nil {
			return err
		}
		load, shown := m.of[due]
		if !shown {
			return nil // beyond the most days
		}
		load.Total += n
		load.Kinds[kind] += n
		if m.officers[due] == nil {
			m.officers[due] = map[int64]int{}
		}
		m.officers[due][officer] += n
		return nil
	})
}

// share puts each day's officers beside it, the most loaded first.
func (m month) share(w *work) error {
	for due, shares := range m.officers {
		for id, n := range shares {
			o, _, err := w.officer(id)
			if err != nil {
				return err
			}
			m.of[due].Officers = append(m.of[due].Officers, OfficerLoad{Officer: id, Name: o.Name, Total: n})
		}
		slices.SortFunc(m.of[due].Officers, func(a, b OfficerLoad) int {
			return cmp.Or(b.Total-a.Total, strings.Compare(fold(a.Name), fold(b.Name)), int(a.Officer-b.Officer))
		})
	}
	return nil
}
