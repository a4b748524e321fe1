package register

import (
	"context"
	"database/sql"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Scope says whose work Today shows.
type Scope int

// The scopes.
const (
	Everybody Scope = iota // all that the officer may see
	OnlyMine               // what the officer handles
	OwnOffice              // the officer's own office, for one who may see all
)

// todayRows is how many rows of each list Today reads; Total says how many
// there are.
const todayRows = 50

// DutyRow is something owed, with the case it is owed on.
type DutyRow struct {
	Row
	Duty casework.Duty
}

// DutyList is one list of Today.
type DutyList struct {
	Total int
	Rows  []DutyRow // the first fifty, the soonest first
}

// TodayLists are what an officer sees first in the morning.
type TodayLists struct {
	Overdue    DutyList // acknowledgements and responses due before the day
	DueToday   DutyList
	DueSoon    DutyList // within the next two working days
	Promises   DutyList // promises due by then, the broken ones first
	Mine       DutyList // all that waits for the officer who asks
	Unassigned DutyList // responses that nobody has been given
}

// Today reads every list of the Today screen from one moment.
func (r *Register) Today(ctx context.Context, by casework.Officer, day calendar.Date, scope Scope) (TodayLists, error) {
	var lists TodayLists
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if scope == OwnOffice {
			by.AllOffices = false
		}
		made, err := w.ruled()
		if err != nil {
			return err
		}
		today, soon := day.String(), made.holidays.Add(day, casework.SoonDays).String()
		for _, part := range []struct {
			into *DutyList
			what dutyFilter
		}{
			{&lists.Overdue, dutyFilter{clock: "1", before: today}},
			{&lists.DueToday, dutyFilter{clock: "1", from: today, to: today}},
			{&lists.DueSoon, dutyFilter{clock: "1", after: today, to: soon}},
			{&lists.Promises, dutyFilter{clock: "0", to: soon}},
			{&lists.Mine, dutyFilter{handler: &by.ID}},
			{&lists.Unassigned, dutyFilter{clock: "1", answer: true, handler: new(int64)}},
		} {
			if scope == OnlyMine && part.what.handler == nil {
				part.what.handler = &by.ID
			}
			if err := w.dutyList(by, part.what, part.into); err != nil {
				return err
			}
		}
		return nil
	})
	return lists, err
}

// dutyFilter says which duties a list has. Days are bounds on the due day.
type dutyFilter struct {
	clock                   string // "1" timed by the policy, "0" promises, "" both
	answer                  bool   // responses only
	handler                 *int64
	before, after, from, to string
}

func (f dutyFilter) conditions(by casework.Officer, values *arguments) string {
	var parts []string
	if f.clock != "" {
		parts = append(parts, "d.clock = "+f.clock)
	}
	if f.answer {
		parts = append(parts, "d.answer = 1")
	}
	if f.handler != nil {
		parts = append(parts, "d.handler = "+values.add(*f.handler))
	}
	for _, bound := range []struct{ sign, day string }{{"<", f.before}, {">", f.after}, {">=", f.from}, {"<=", f.to}} {
		if bound.day != "" {
			parts = append(parts, "d.due "+bound.sign+" "+values.add(bound.day))
		}
	}
	return strings.Join(append(parts, visible(by, "d", values)), " AND ")
}

// dutyList reads the first rows of a list, and counts the rest only where
// there are more.
func (w *work) dutyList(by casework.Officer, f dutyFilter, into *DutyList) error {
	var values arguments
	query := `SELECT ` + rowColumns + `, d.duty FROM
		(SELECT d.case_id, d.number, d.due, d.duty FROM duties d WHERE ` + f.conditions(by, &values) + `
		ORDER BY d.due, d.case_id, d.number LIMIT ` + values.add(todayRows+1) + `) d
		JOIN cases c ON c.case_id = d.case_id ORDER BY d.due, d.case_id, d.number`
	err := w.each(query, values.values, func(rows *sql.Rows) error {
		var body string
		row, err := scanRow(rows, &body)
		if err != nil {
			return err
		}
		duty, err := decode[casework.Duty](body)
		into.Rows = append(into.Rows, DutyRow{Row: row, Duty: duty})
		return err
	})
	if err != nil {
		return err
	}
	into.Total = len(into.Rows)
	if into.Total > todayRows {
		into.Rows = into.Rows[:todayRows]
		var values arguments
		err = w.one(`SELECT count(*) FROM duties d WHERE `+f.conditions(by, &values), values.values, &into.Total)
		if err != nil {
			return err
		}
	}
	return w.nameHandlers(len(into.Rows), func(i int) *Row { return &into.Rows[i].Row })
}
