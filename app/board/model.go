// Package board is the quarter's figures on the screen, the cases behind each,
// and the workbook that the board receives.
package board

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/reports/board"
)

// Register is what the board's screen asks of the register.
type Register interface {
	Facts(ctx context.Context, by casework.Officer, from, to calendar.Date) (register.Snapshot, error)
	Declined(ctx context.Context, by casework.Officer, from, to calendar.Date) ([]register.DeclinedCount, error)
	KeepSeal(ctx context.Context, by casework.Officer, s register.Snapshot, about string) error
	Settings(ctx context.Context, by casework.Officer) (casework.Settings, error)
	Policies(ctx context.Context) (*policy.Set, error)
	Holidays(ctx context.Context) (*calendar.Holidays, error)
	CaseByReference(ctx context.Context, by casework.Officer, ref casework.Reference) (casework.Case, error)
}

// Model is the report of one quarter.
type Model struct {
	reg    Register
	by     casework.Officer
	today  func() calendar.Date
	office string

	Period board.Period
	Made   Made
}

// Made is a report with the read of the register that it was made from.
type Made struct {
	Report   board.Report
	snapshot register.Snapshot
}

// New begins with the last quarter that has ended.
func New(reg Register, by casework.Officer, today func() calendar.Date, office string) *Model {
	return &Model{reg: reg, by: by, today: today, office: office, Period: board.PeriodOf(today()).Previous()}
}

// Quarters are the quarters that may be chosen, the newest first: the current
// one and the eight before it.
func (m *Model) Quarters() []board.Period {
	now := board.PeriodOf(m.today())
	all := []board.Period{now}
	for i := 1; i <= board.Quarters; i++ {
		all = append(all, now.Back(i))
	}
	return all
}

// Load counts the quarter from one read of the register.
func (m *Model) Load(ctx context.Context) (Made, error) {
	return m.make(ctx, m.Period)
}

func (m *Model) make(ctx context.Context, period board.Period) (Made, error) {
	snapshot, err := m.reg.Facts(ctx, m.by, period.FactsFrom(), m.today())
	if err != nil {
		return Made{}, err
	}
	settings, errSettings := m.reg.Settings(ctx, m.by)
	policies, errPolicies := m.reg.Policies(ctx)
	holidays, errHolidays := m.reg.Holidays(ctx)
	if err := errors.Join(errSettings, errPolicies, errHolidays); err != nil {
		return Made{}, err
	}
	in := board.Input{
		Period: period, Facts: snapshot.Facts, Homes: snapshot.Homes, Holidays: holidays, Policies: policies,
		CutOff: snapshot.CutOff, Today: m.today(), Seal: snapshot.Seal, Landlord: settings.Landlord,
	}
	if !m.by.AllOffices {
		in.Office = m.office
	}
	return Made{Report: board.Make(in), snapshot: snapshot}, nil
}

// Show takes over what was counted.
func (m *Model) Show(made Made) { m.Made = made }

// Key is one of the figures that the board looks at first.
type Key struct {
	ID     string
	Title  string
	Value  string
	MadeOf string
	Change string // against the quarter before, in words; no direction is better (Code 3.3)
	Before string
	Year   string
}

// first are the four figures in the largest type.
var first = []struct{ id, title string }{
	{"stage1.received", "Stage 1 received"}, {"stage1.responded_in_time_with_extension", "Stage 1 in time"},
	{"stage2.received", "Stage 2 received"}, {"stage2.responded_in_time_with_extension", "Stage 2 in time"},
}

// Keys are the four figures with what they were before.
func (m *Model) Keys() []Key {
	var all []Key
	for _, k := range first {
		f, _ := m.Made.Report.Figure(k.id)
		before, _ := m.Made.Report.Before(k.id)
		year, _ := m.Made.Report.YearBefore(k.id)
		all = append(all, Key{ID: k.id, Title: k.title, Value: f.Text(), MadeOf: f.MadeOf(), Change: change(f, before),
			Before: "Last quarter " + before.Text(), Year: "Last year " + year.Text()})
	}
	return all
}

// change compares two counts in words.
func change(now, before board.Figure) string {
	if now.Unit != board.Count || !now.Known() || !before.Known() {
		return ""
	}
	switch d := now.Numerator - before.Numerator; {
	case d > 0:
		return fmt.Sprintf("%d more than last time", d)
	case d < 0:
		return fmt.Sprintf("%d fewer than last time", -d)
	}
	return "As many as last time"
}

// Line is a row of the table: a figure in three quarters.
type Line struct {
	ID, Title, Now, Before, Year string
}

var lines = []struct{ id, title string }{
	{"stage1.acknowledged_in_time", "Acknowledged in time"},
	{"stage1.responded_in_time", "Stage 1 in time without extensions"},
	{"stage1.median_from_receipt", "Typical time to answer stage 1"},
	{"stage1.upheld", "Upheld at stage 1"},
	{"escalation", "Went on to stage 2"},
	{"redress.offered", "Redress offered"},
}

// Lines are the rows of the table.
func (m *Model) Lines() []Line {
	var all []Line
	for _, l := range lines {
		f, _ := m.Made.Report.Figure(l.id)
		before, _ := m.Made.Report.Before(l.id)
		year, _ := m.Made.Report.YearBefore(l.id)
		all = append(all, Line{ID: l.id, Title: l.title, Now: f.Text(), Before: before.Text(), Year: year.Text()})
	}
	return all
}

// Note is one line of "Before you save".
type Note struct {
	Words string
	Look  bool // something to look at first
}

// Notes say what to know before the workbook goes to the board.
func (m *Model) Notes() []Note {
	r := m.Made.Report
	var notes []Note
	add := func(look bool, words string) { notes = append(notes, Note{Words: words, Look: look}) }
	if r.SoFar() {
		add(true, "The quarter is not over: these are the figures so far")
	}
	if r.Homes == 0 {
		add(true, "The number of homes is not set, so nothing can be shown per 1,000 homes")
	}
	for _, missing := range []struct{ id, words string }{
		{"stage1.outcome_not_recorded", "answered without a recorded outcome"}, {"stage1.no_due_date", "without a due date"},
	} {
		if f, ok := r.Figure(missing.id); ok && f.Numerator > 0 {
			add(true, fmt.Sprintf("%d stage 1 %s", f.Numerator, missing.words))
		}
	}
	add(false, "Every figure opens its list of cases")
	add(false, "No names anywhere in the workbook")
	add(false, fmt.Sprintf("Groups under %d are hidden", board.Least))
	return notes
}

// FileName is what the workbook is called.
func (m *Model) FileName() string {
	return fmt.Sprintf("Complaints board report %s.xlsx", m.Made.Report.Period)
}

// MaySave says whether the officer may save the report.
func (m *Model) MaySave() error { return casework.MayDo(m.by, casework.SaveReport) }

// Save draws the workbook and records the register's seal with it, before the
// file stands under its name. write keeps the file whole or not at all.
// progress is called with sheets done; an end of ctx stops the work.
func (m *Model) Save(ctx context.Context, made Made, progress func(done, total int), write func(draw func(io.Writer) error, before func() error) error) error {
	if err := m.MaySave(); err != nil {
		return err
	}
	draw := func(w io.Writer) error {
		return board.Workbook(made.Report, w, func(done, total int) error {
			if progress != nil {
				progress(done, total)
			}
			return ctx.Err()
		})
	}
	return write(draw, func() error {
		return m.reg.KeepSeal(ctx, m.by, made.snapshot, "Board report, "+made.Report.Period.Name())
	})
}

// CaseID finds a case behind a figure; what may not be seen is not found.
func (m *Model) CaseID(ctx context.Context, ref casework.Reference) (int64, error) {
	c, err := m.reg.CaseByReference(ctx, m.by, ref)
	return c.ID, err
}

// Figures are every figure of the quarter and the year whose label or
// definition has the words, in the order of the report.
func (m *Model) Figures(words string) []board.Figure {
	var some []board.Figure
	for _, f := range m.Made.Report.Figures {
		if words == "" || strings.Contains(strings.ToLower(f.Label), strings.ToLower(words)) {
			some = append(some, f)
		}
	}
	return some
}

// Span says which time a figure is about.
func (m *Model) Span(f board.Figure) string {
	p := m.Made.Report.Period
	if strings.HasSuffix(f.ID, board.YearToDate) || strings.HasPrefix(f.ID, "ch0") {
		return p.YearLong()
	}
	return p.Long()
}
