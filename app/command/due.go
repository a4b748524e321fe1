package command

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Due lists what is owed: overdue, today and within two working days, and what
// others owe us, reviews and letters that no clock asks for.
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
	Hazards  dueList       `json:"hazards"`
	Waiting  dueList       `json:"waiting"`
	Reviews  dueList       `json:"reviews"`
	Letters  dueList       `json:"letters"`
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
	What      string             `json:"what,omitempty"` // the step, the request, the order or the review
	From      string             `json:"from,omitempty"` // who owes us an answer
	At        string             `json:"at,omitempty"`   // the minute, where the law counts hours
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
		Soon: dueRows(lists.DueSoon, on, h), Promises: dueRows(lists.Promises, on, h), Hazards: dueRows(lists.Hazards, on, h),
		Waiting: dueRows(lists.Waiting, on, h), Reviews: dueRows(lists.Reviews, on, h), Letters: dueRows(lists.Letters, on, h)}
	if s.JSON {
		return s.WriteJSON(out)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", on.Long())
	for _, part := range []struct {
		title string
		list  dueList
	}{{"Overdue", out.Overdue}, {"Due today", out.Today}, {"Due within 2 working days", out.Soon}, {"Promises", out.Promises},
		{"Hazards", out.Hazards}, {"Waiting for others", out.Waiting}, {"Reviews", out.Reviews}, {"Letters to send", out.Letters}} {
		part.list.write(&b, part.title)
	}
	return s.Say("%s", strings.TrimRight(b.String(), "\n"))
}

func dueRows(list register.DutyList, on calendar.Date, h *calendar.Holidays) dueList {
	out := dueList{Count: list.Total, Rows: []dueRow{}}
	for _, r := range list.Rows {
		left, _ := casework.LeftOf(r.Duty.Kind, r.Duty.Due, on, h)
		row := dueRow{Reference: r.Reference, Owed: r.Duty.Kind, Stage: r.Duty.Stage, Due: r.Duty.Due, Left: left, Officer: r.HandlerName, What: r.Duty.Text}
		switch r.Duty.Kind {
		case casework.DutyPromise:
			row.Promise, row.What = r.Duty.Text, ""
		case casework.DutyWaiting:
			row.From = r.Duty.Owner
		}
		if !r.Duty.At.IsZero() {
			row.At = r.Duty.At.UTC().Format(time.RFC3339)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// words say what is owed: the promise, the step or the request itself, or which
// act of which stage.
func (r dueRow) words() string {
	switch {
	case r.Promise != "":
		return r.Promise
	case r.From != "":
		return r.From + ": " + r.What
	case r.What != "":
		return string(r.Owed) + ": " + r.What
	case r.Stage == 0:
		return string(r.Owed)
	}
	return fmt.Sprintf("stage %d, %s", r.Stage, r.Owed)
}

func (l dueList) write(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s: %d\n", title, l.Count)
	for _, r := range l.Rows {
		officer := r.Officer
		if officer == "" {
			officer = "nobody yet"
		}
		fmt.Fprintf(b, "  %-16s %-22s %s, %s (%s)\n", r.Reference, r.Left, r.Due.Short(), r.words(), officer)
	}
	if more := l.Count - len(l.Rows); more > 0 {
		fmt.Fprintf(b, "  and %d more\n", more)
	}
}
