package board

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"casebook/app/command/demotest"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

var today = demotest.Friday

// office is a demonstration office and its people.
func office(t *testing.T) (*register.Register, map[casework.Role]casework.Officer) {
	t.Helper()
	path := demotest.Register(t)
	now := func() time.Time { return time.Date(2026, 11, 13, 10, 42, 0, 0, calendar.London()) }
	reg, err := register.Open(context.Background(), path, register.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = reg.Close() })
	manager, err := reg.SignIn(context.Background(), demotest.User, "")
	if err != nil {
		t.Fatal(err)
	}
	all, err := reg.Officers(context.Background(), manager)
	if err != nil {
		t.Fatal(err)
	}
	people := map[casework.Role]casework.Officer{}
	for _, o := range all {
		people[o.Role] = o
	}
	return reg, people
}

type screen struct {
	view   *View
	canvas fyne.Canvas
	saved  map[string][]byte
	opened int64
	broken error
}

func shown(t *testing.T, reg *register.Register, by casework.Officer, mode look.Mode) *screen {
	t.Helper()
	s := shelltest.Open(t, by, mode)
	got := &screen{saved: map[string][]byte{}}
	got.canvas = shelltest.Show(s, "board", func() shell.Page {
		got.view = NewView(Deps{Shell: s, Register: reg, By: by, Today: func() calendar.Date { return today }, Office: "Alvaston", Folder: t.TempDir(),
			Write: got.write, OpenCase: func(id int64) { got.opened = id }})
		return got.view
	})
	return got
}

// write keeps a file in memory.
func (s *screen) write(path string, draw func(io.Writer) error, before func() error) error {
	if s.broken != nil {
		return s.broken
	}
	var b bytes.Buffer
	if err := draw(&b); err != nil {
		return err
	}
	s.saved[path] = b.Bytes()
	return before()
}

func TestTheBoardIsSeenSavedAndTakenApart(t *testing.T) {
	reg, people := office(t)
	s := shown(t, reg, people[casework.Manager], look.Light)
	shelltest.Picture(t, s.canvas, "board")
	if got := s.view.model.Period.String(); got != "2026-27Q2" {
		t.Fatalf("on 13 November 2026 the board begins with %s, not the last whole quarter", got)
	}
	seal, err := reg.Seal(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	keys.Press(s.canvas, "Ctrl+S")
	shelltest.Picture(t, s.canvas, "board-save")
	keys.Press(s.canvas, "Ctrl+S")
	if len(s.saved) != 1 {
		t.Fatalf("saved %d workbooks", len(s.saved))
	}
	for path, data := range s.saved {
		if !strings.HasSuffix(path, "Complaints board report 2026-27Q2.xlsx") {
			t.Errorf("saved as %s", path)
		}
		book, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		_ = book.Close()
	}
	if now, err := reg.Seal(context.Background()); err != nil || now == seal {
		t.Errorf("the seal was not recorded with the report: %v", err)
	}
	keys.Press(s.canvas, "Alt+C")
	if s.canvas.Overlays().Top() == nil {
		t.Error("Alt+C does not show the choices declined")
	}
	shelltest.Picture(t, s.canvas, "board-choices")
	keys.Press(s.canvas, "Esc")
	keys.Press(s.canvas, "F4")
	shelltest.Picture(t, s.canvas, "board-figures")
	keys.Press(s.canvas, "Enter")
	shelltest.Picture(t, s.canvas, "board-figure")
	keys.Press(s.canvas, "Enter")
	if s.opened == 0 {
		t.Error("Enter on a case behind a figure opens nothing")
	}
}

func TestANewQuarterIsCountedWhenItIsChosen(t *testing.T) {
	reg, people := office(t)
	s := shown(t, reg, people[casework.Manager], look.Dark)
	shelltest.Picture(t, s.canvas, "board-dark")
	before := s.view.model.Keys()
	keys.Press(s.canvas, "Alt+Q")
	keys.Press(s.canvas, "Down")
	keys.Press(s.canvas, "Up")
	keys.Press(s.canvas, "Enter")
	if got := s.view.model.Period.String(); got != "2026-27Q3" {
		t.Fatalf("chosen %s", got)
	}
	after := s.view.model.Keys()
	if after[0].Value == before[0].Value && after[0].Before == before[0].Before {
		t.Error("the figures are those of the other quarter")
	}
	if n := s.view.model.Notes(); !n[0].Look || !strings.Contains(n[0].Words, "not over") {
		t.Errorf("a quarter under way is said to be so: %v", n)
	}
}

func TestOnlyThoseWhoMaySaveTheReport(t *testing.T) {
	reg, people := office(t)
	s := shown(t, reg, people[casework.Investigator], look.Light)
	if !s.view.save.IsShut() {
		t.Error("an investigating officer may press Save")
	}
	if err := s.view.model.Save(context.Background(), s.view.model.Made, nil, func(func(io.Writer) error, func() error) error { t.Error("written"); return nil }); err == nil {
		t.Error("the model saves for everybody")
	}
}

func TestAWorkbookThatCannotBeWrittenRecordsNoSeal(t *testing.T) {
	reg, people := office(t)
	s := shown(t, reg, people[casework.Manager], look.Light)
	before, err := reg.Seal(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	s.broken = errors.New("the disk is full")
	keys.Press(s.canvas, "Ctrl+S")
	keys.Press(s.canvas, "Ctrl+S")
	if after, err := reg.Seal(context.Background()); err != nil || after != before {
		t.Errorf("a report that was not saved is in the register: %v", err)
	}
}

func TestTabWalksThroughTheBoardAndBackToItsStart(t *testing.T) {
	reg, people := office(t)
	s := shown(t, reg, people[casework.Manager], look.Light)
	start := s.canvas.Focused()
	stops := shelltest.Walk(s.canvas)
	if start != fyne.Focusable(s.view.save) || len(stops) < 9 || stops[len(stops)-1] != start {
		t.Errorf("Tab makes %d stops and does not come back to Save", len(stops))
	}
	found := false
	for _, stop := range stops {
		found = found || stop == s.view.quarter.Focusable()
	}
	if !found {
		t.Error("Tab does not reach the choice of the quarter")
	}
}
