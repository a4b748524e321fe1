package command

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Due lists what is owed: overdue, today and within two working days.
type Due struct {
	On string `placeholder:"DATE" help:"As on this day instead of today."`
}

// dueJSON is what --json prints; its names are documented in the README.
type dueJSON struct {
	On       calendar.Date `json:"on"`
	Overdue  dueList       `json:"overdue"`
	Today    dueList       `json:"due_today"`
	Soon     dueList       `json:"due_soon"`
	Promises dueList       `json:"promises"`
}

// dueList is one list; count goes on where rows stop.
type dueList struct {
	Count int      `json:"count"`
	Rows  []dueRow `json:"rows"`
}

type dueRow struct {
	Reference casework.Reference `json:"reference"`
	Owed      casework.DutyKind  `json:"owed"`
	Stage     int                `json:"stage,omitempty"`
	Due       calendar.Date      `json:"due"`
	Left      string             `json:"left"`
	Officer   string             `json:"officer,omitempty"`
	Promise   string             `json:"promise,omitempty"`
}

// Run reads the lists that the window shows as Today.
func (c Due) Run(s *Session) error {
	on := s.Today
	if c.On != "" {
		var err error
		if on, err = calendar.ParseAhead(c.On, s.Today, calendar.England()); err != nil {
			return usage("--on: %v", err)
		}
	}
	opened, err := s.open()
	if err != nil {
		return err
	}
	defer opened.Close()
	lists, err := opened.Today(s.Context, opened.officer, on, register.Everybody)
	if err != nil {
		return err
	}
	h, err := opened.Holidays(s.Context)
	if err != nil {
		return err
	}
	out := dueJSON{On: on, Overdue: dueRows(lists.Overdue, on, h), Today: dueRows(lists.DueToday, on, h),
		Soon: dueRows(lists.DueSoon, on, h), Promises: dueRows(lists.Promises, on, h)}
	if s.JSON {
		return s.WriteJSON(out)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", on.Long())
	for _, part := range []struct {
		title string
		list  dueList
	}{{"Overdue", out.Overdue}, {"Due today", out.Today}, {"Due within 2 working days", out.Soon}, {"Promises", out.Promises}} {
		part.list.write(&b, part.title)
	}
	return s.Say("%s", strings.TrimRight(b.String(), "\n"))
}

func dueRows(list register.DutyList, on calendar.Date, h *calendar.Holidays) dueList {
	out := dueList{Count: list.Total, Rows: []dueRow{}}
	for _, r := range list.Rows {
		left, _ := casework.TimeLeft(r.Duty.Due, on, h)
		out.Rows = append(out.Rows, dueRow{Reference: r.Reference, Owed: r.Duty.Kind, Stage: r.Duty.Stage, Due: r.Duty.Due,
			Left: left, Officer: r.HandlerName, Promise: r.Duty.Text})
	}
	return out
}

func (l dueList) write(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s: %d\n", title, l.Count)
	for _, r := range l.Rows {
		what := fmt.Sprintf("stage %d, %s", r.Stage, r.Owed)
		if r.Owed == casework.DutyPromise {
			what = r.Promise
		}
		officer := r.Officer
		if officer == "" {
			officer = "nobody yet"
		}
		fmt.Fprintf(b, "  %-16s %-22s %s, %s (%s)\n", r.Reference, r.Left, r.Due.Short(), what, officer)
	}
	if more := l.Count - len(l.Rows); more > 0 {
		fmt.Fprintf(b, "  and %d more\n", more)
	}
}
