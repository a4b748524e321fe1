package command

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// oneCase keeps the acts on one complaint, each on its day.
type oneCase struct {
	t      *testing.T
	office *office
	c      casework.Case
}

// complaint records a complaint in a new office of 12,500 homes.
func (d *counter) complaint(t *testing.T, received calendar.Date) *oneCase {
	t.Helper()
	own := plainSettings()
	own.Homes = 12500
	d.withRegister(t, own, "")
	opened, err := d.session(t, globals{Today: received.String()}).open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = opened.Close() })
	made, err := opened.Record(context.Background(), opened.officer, complaintOn(received))
	if err != nil {
		t.Fatal(err)
	}
	return &oneCase{t, opened, made.Case}
}

// on does one act on a day, as a desk of that day would.
func (o *oneCase) on(d *counter, day calendar.Date, act casework.Act) error {
	o.t.Helper()
	opened, err := d.session(o.t, globals{Today: day.String()}).open()
	if err != nil {
		o.t.Fatal(err)
	}
	defer opened.Close()
	done, err := opened.Do(context.Background(), opened.officer, o.c.ID, 0, act)
	if err == nil {
		o.c = done.Case
	}
	return err
}

// goes is on for an act that must be done.
func (o *oneCase) goes(d *counter, day calendar.Date, acts ...casework.Act) {
	o.t.Helper()
	for _, act := range acts {
		if err := o.on(d, day, act); err != nil {
			o.t.Fatalf("%s on %s: %v", act.Name(), day, err)
		}
	}
}

func sent(kind casework.LetterKind, on calendar.Date) casework.Act {
	return casework.SentElsewhere{Kind: kind, On: on, How: casework.Posted, To: "Asha Bell"}
}

// answers are the acts that answer a complaint of two points.
func answers(on calendar.Date) []casework.Act {
	return []casework.Act{
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "We were late."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "We came."},
		sent(casework.Response, on),
	}
}

// values compares figures with what they must be; nothing stands for null.
func (d *counter) values(t *testing.T, want map[string]any, args ...string) {
	t.Helper()
	_, figures := d.figures(t, args...)
	for id, w := range want {
		f, there := figures[id]
		number, isNumber := w.(float64)
		switch {
		case !there:
			t.Errorf("%v: there is no figure %s", args, id)
		case w == nothing && f.Value != nil:
			t.Errorf("%v: %s is %v; want null", args, id, *f.Value)
		case isNumber && (f.Value == nil || *f.Value < number-1e-9 || *f.Value > number+1e-9):
			t.Errorf("%v: %s is %v; want %v", args, id, f.Value, number)
		}
	}
}

// nothing is the value of a figure with nothing below its line.
const nothing = "nothing"

func TestASyntheticStockOf12500ThroughTheActsGivesItsRates(t *testing.T) {
	d := newCounter()
	d.published(t, reported{from: calendar.On(2025, 4, 1), over: 190,
		stage1: went{inTime: 400, late: 13, upheld: 250}, stage2: went{inTime: 61, upheld: 30}})
	d.shows(t, map[string]figureOf{"ch01.stage1": {33.04, 2}, "ch01.stage2": {4.88, 2}, "stage1.received.ytd": {413, 0}},
		"--quarter", "2025-26Q4", "--homes", "12500", "--today", "2026-04-20")
}

func TestAnOfficeWithoutComplaintsHasNotAvailableAndNeverAllOrNone(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	d.values(t, map[string]any{
		"stage1.received": 0.0, "ch02.stage1": nothing, "ch02.stage2": nothing, "stage1.upheld": nothing, "escalation": nothing,
		"stage1.acknowledged_in_time": nothing, "stage1.average_from_receipt": nothing, "redress.average": nothing, "ch01.stage1": nothing,
	}, "--quarter", "2026-27Q2")
	d.values(t, map[string]any{"ch01.stage1": 0.0, "ch02.stage1": nothing}, "--quarter", "2026-27Q2", "--homes", "12500")
	out := filepath.Join(t.TempDir(), "board.xlsx")
	if status := d.run("board", "--quarter", "2026-27Q2", "--out", out); status != 0 || !strings.Contains(d.out.String(), "extensions included: n/a") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}

func TestAComplaintOfTheLastDayOfTheYearStaysInItsYear(t *testing.T) {
	d := newCounter()
	received, acknowledged, answered := calendar.On(2026, 3, 31), calendar.On(2026, 4, 7), calendar.On(2026, 4, 21)
	o := d.complaint(t, received)
	o.goes(d, acknowledged, sent(casework.Acknowledgement, acknowledged))
	old := []string{"--quarter", "2025-26Q4", "--homes", "12500", "--today"}
	undecided := map[string]any{"ch01.stage1": 0.08, "ch02.stage1": nothing, "ch02.stage1.not_yet_due": 1.0, "ch02.stage1.acknowledged_late": 0.0}
	d.values(t, undecided, append(old, "2026-04-10")...)
	o.goes(d, answered, answers(answered)...)
	d.values(t, map[string]any{"ch01.stage1": 0.08, "ch02.stage1": 100.0, "ch02.stage1.not_yet_due": 0.0}, append(old, "2026-05-01")...)
	d.values(t, map[string]any{"ch01.stage1": 0.0, "ch02.stage1": nothing, "stage1.received": 0.0, "stage1.answered": 1.0, "stage1.upheld_some_points_not": 100.0},
		"--quarter", "2026-27Q1", "--homes", "12500", "--today", "2026-05-01")
	d.values(t, undecided, append(old, "2026-04-10")...) // the report of that day, made again, says what it said
}

func TestAnAcknowledgementOnTheSixthDayIsLateWhereverTheAnswerIsInTime(t *testing.T) {
	d := newCounter()
	h := calendar.England()
	received := calendar.On(2026, 7, 6)
	acknowledged := h.Add(received, 6)
	answered := h.Add(acknowledged, 10)
	o := d.complaint(t, received)
	o.goes(d, acknowledged, sent(casework.Acknowledgement, acknowledged))
	o.goes(d, answered, answers(answered)...)
	d.values(t, map[string]any{
		"stage1.responded_in_time": 100.0, "ch02.stage1": 100.0,
		"stage1.acknowledged_in_time": 0.0, "stage1.acknowledged_late": 1.0, "ch02.stage1.acknowledged_late": 1.0, "ch02.stage1.both_in_time": 0.0,
		"stage1.responded_in_time_from_receipt": 0.0, "stage1.responded_in_time_after_late_acknowledgement": 1.0, "stage1.acknowledged_and_responded_in_time": 0.0,
	}, "--quarter", "2026-27Q2", "--today", "2026-09-30")
}

func TestAnExtensionToldAfterTheDueDateIsNone(t *testing.T) {
	d := newCounter()
	h := calendar.England()
	received := calendar.On(2026, 7, 6)
	acknowledged := h.Add(received, 2)
	o := d.complaint(t, received)
	o.goes(d, acknowledged, sent(casework.Acknowledgement, acknowledged))
	due := o.c.Stages[0].RespondBy.Due
	late := h.Add(due, 1)
	err := o.on(d, late, casework.Extend{Days: 10, Reason: "A part is on order.", Told: late, How: casework.Posted})
	if err == nil || !strings.Contains(err.Error(), "is not an extension, and the answer counts as late") {
		t.Errorf("an extension after the due date: %v", err)
	}
	o.goes(d, h.Add(due, 5), answers(h.Add(due, 5))...)
	quarter := []string{"--quarter", "2026-27Q2", "--today", "2026-09-30"}
	d.values(t, map[string]any{"stage1.extended": 0.0, "stage1.responded_late": 1.0, "stage1.responded_in_time_with_extension": 0.0, "ch02.stage1": 0.0}, quarter...)

	o = d.complaint(t, received)
	o.goes(d, acknowledged, sent(casework.Acknowledgement, acknowledged))
	o.goes(d, due, casework.Extend{Days: 10, Reason: "A part is on order.", Told: due, How: casework.Posted})
	o.goes(d, h.Add(due, 5), answers(h.Add(due, 5))...)
	d.values(t, map[string]any{"stage1.extended": 1.0, "stage1.responded_in_time": 0.0, "stage1.responded_in_time_with_extension": 100.0, "ch02.stage1": 100.0}, quarter...)
}
