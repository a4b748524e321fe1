package register

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Scope says whose work Today shows.
type Scope int

// The scopes.
const (
	Everybody Scope = iota // all that the officer may see
	OnlyMine               // what the officer handles, and what they look after that day for somebody away
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
	Rows  []DutyRow // the first of them, the soonest first
}

// TodayLists are what an officer sees first in the morning. What the policy,
// the law or an ombudsman times is in Overdue, DueToday or DueSoon, on each day
// first what is due by the minute.
type TodayLists struct {
	Hazards    DutyList // steps that the law times (ruling 10), the first minute first, however far off
	Overdue    DutyList // due before the day
	DueToday   DutyList
	DueSoon    DutyList // within the next two working days
	Promises   DutyList // promises due by then, the broken ones first, and money that is to be paid by then
	Waiting    DutyList // what others owe us
	Mine       DutyList // of each case that the officer who asks has or looks after, what is next
	Reviews    DutyList // adjustments, restrictions and authorities to look at by then
	Letters    DutyList // withdrawals whose letter has not gone
	Unassigned DutyList // of each open record that nobody has been given, what is next
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
		soon := made.holidays.Add(day, casework.SoonDays)
		for _, part := range lists.parts(day, soon) {
			part.what.day, part.what.mine = day, part.what.mine || scope == OnlyMine && !part.what.nobody
			if err := w.dutyList(by, part.what, part.into); err != nil {
				return err
			}
		}
		return nil
	})
	return settled(lists, err)
}

// todayPart is one list and what it has.
type todayPart struct {
	into *DutyList
	what dutyFilter
}

func (l *TodayLists) parts(day, soon calendar.Date) []todayPart {
	return []todayPart{
		{&l.Hazards, dutyFilter{kind: casework.DutyHazard, byMinute: true}},
		{&l.Overdue, dutyFilter{timed: true, before: day}},
		{&l.DueToday, dutyFilter{timed: true, from: day, to: day}},
		{&l.DueSoon, dutyFilter{timed: true, after: day, to: soon}},
		{&l.Promises, dutyFilter{promised: true, to: soon}},
		{&l.Waiting, dutyFilter{kind: casework.DutyWaiting}},
		{&l.Mine, dutyFilter{mine: true, next: true}},
		{&l.Reviews, dutyFilter{kind: casework.DutyReview, to: soon}},
		{&l.Letters, dutyFilter{kind: casework.DutyWithdrawal}},
		{&l.Unassigned, dutyFilter{nobody: true}},
	}
}

// dutyFilter says which duties a list has. Days are bounds on the due day.
type dutyFilter struct {
	timed                   bool              // by the policy, the law or an ombudsman
	ours                    bool              // whatever sets the day
	most                    int               // rows to read; 0 stands for Today's
	kind                    casework.DutyKind // one kind only
	promised                bool              // what we promised, and what we owe
	next                    bool              // only what is next on its case
	nobody                  bool              // only what is next on each open record that nobody has
	mine                    bool              // only of the officer who asks, for themselves or for somebody away
	byMinute                bool              // in the order of the minute, not of the day
	day                     calendar.Date     // the day that is looked at
	before, after, from, to calendar.Date
}

// conditions is the filter as SQL on duties d, those of visible cases only.
// own picks one half of what an officer has: their own cases, or covered ones.
// What a column must equal stands in the text: given as a value, SQLite would
// plan the statement anew on every run.
func (f dutyFilter) conditions(by casework.Officer, own bool, values *arguments) string {
	var parts []string
	if f.timed {
		parts = append(parts, "d.clock = 1")
	}
	if f.ours {
		parts = append(parts, "d.clock IN (0, 1)") // an index begins with it
	}
	if f.next {
		parts = append(parts, "d.soonest = 1")
	}
	if f.nobody {
		parts = append(parts, "d.soonest = 1", "d.case_id IN (SELECT n.case_id FROM cases n WHERE "+
			unassigned(func(column string) string { return "n." + column })+")")
	}
	if f.kind != "" {
		parts = append(parts, "d.kind = '"+string(f.kind)+"'")
	}
	switch {
	case f.mine && own:
		parts = append(parts, fmt.Sprintf("d.handler = %d", by.ID))
	case f.mine:
		parts = append(parts, covers("d", by.ID, f.day, values), fmt.Sprintf("d.handler <> %d", by.ID))
	}
	for _, bound := range []struct {
		sign string
		day  calendar.Date
	}{{"<", f.before}, {">", f.after}, {">=", f.from}, {"<=", f.to}} {
		if !bound.day.IsZero() {
			parts = append(parts, "d.due "+bound.sign+" "+values.add(bound.day.String()))
		}
	}
	return strings.Join(append(parts, visible(by, "d", values)), " AND ")
}

// chosen selects columns of the filtered duties, each with one index: an
// officer's own and those covered are two reads put together.
func (f dutyFilter) chosen(columns string, by casework.Officer, most int, values *arguments) string {
	order := " ORDER BY d.due, d.minute, d.case_id, d.number"
	if f.byMinute {
		order = " ORDER BY d.minute, d.due, d.case_id, d.number"
	}
	one := func(own bool) string {
		query := `SELECT ` + columns + ` FROM duties d WHERE ` + f.conditions(by, own, values)
		if most > 0 {
			query += order + atMost(most)
		}
		return query
	}
	if f.promised { // each kind has its own stretch of the index
		promise, pay := f, f
		promise.promised, promise.kind = false, casework.DutyPromise
		pay.promised, pay.kind = false, casework.DutyPay
		return `SELECT * FROM (` + promise.chosen(columns, by, most, values) + `) promises UNION ALL SELECT * FROM (` + pay.chosen(columns, by, most, values) + `) sums`
	}
	if !f.mine {
		return one(true)
	}
	return `SELECT * FROM (` + one(true) + `) own UNION ALL SELECT * FROM (` + one(false) + `) covered`
}

// dutyList reads the first rows of a list, and counts the rest only where
// there are more.
func (w *work) dutyList(by casework.Officer, f dutyFilter, into *DutyList) error {
	order, most := "d.due, d.minute, d.case_id, d.number", f.most
	if f.byMinute {
		order = "d.minute, d.due, d.case_id, d.number"
	}
	if most == 0 {
		most = todayRows
	}
	var values arguments
	query := `SELECT ` + rowColumns + `, d.duty FROM
		(` + f.chosen("d.case_id, d.number, d.due, d.minute, d.duty", by, most+1, &values) + `) d
		JOIN cases c ON c.case_id = d.case_id ORDER BY ` + order + atMost(most+1)
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
	if into.Total > most {
		into.Rows = into.Rows[:most]
		var values arguments
		err = w.one(`SELECT count(*) FROM (`+f.chosen("d.case_id", by, 0, &values)+`) d`, values.values, &into.Total)
		if err != nil {
			return err
		}
	}
	return w.nameHandlers(len(into.Rows), func(i int) *Row { return &into.Rows[i].Row })
}
