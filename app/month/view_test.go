package month

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// screen is the window with the month in it, and what the officer did there.
type screen struct {
	*Page
	canvas fyne.Canvas
	shell  *shell.Shell
	news   *news.Desk
	opened []int64
	said   []error
}

func (s *screen) OpenCase(id int64) { s.opened = append(s.opened, id) }

func show(t *testing.T, reg Register, by casework.Officer, mode look.Mode) *screen {
	t.Helper()
	s := &screen{shell: shelltest.Open(t, by, mode), news: &news.Desk{}}
	s.canvas = shelltest.Show(s.shell, "month", func() shell.Page {
		s.Page = New(Deps{By: by, Office: "Alvaston", Register: reg, Today: func() calendar.Date { return friday }, Now: noon,
			Tasks: task.Inline(), News: s.news, Problem: func(err error) { s.said = append(s.said, err) }, Ways: s})
		return s.Page
	})
	return s
}

func (s *screen) press(all ...keys.Chord) {
	for _, c := range all {
		keys.Press(s.canvas, c)
	}
}

func TestArrowsPagesAndHomeMoveTheDay(t *testing.T) {
	s := show(t, busy(), dan, look.Light)
	for _, c := range []struct {
		keys []keys.Chord
		want string
	}{
		{nil, "2026-11-13"}, {[]keys.Chord{"Right"}, "2026-11-14"}, {[]keys.Chord{"Down"}, "2026-11-21"}, {[]keys.Chord{"Left", "Up"}, "2026-11-13"},
		{[]keys.Chord{"PgDn"}, "2026-12-13"}, {[]keys.Chord{"Home"}, "2026-12-01"}, {[]keys.Chord{"Left"}, "2026-11-30"},
		{[]keys.Chord{"PgUp", "End"}, "2026-10-31"},
	} {
		s.press(c.keys...)
		if got := s.model.Day(); got != day(c.want) || s.model.Days[s.grid.At()].Date != got {
			t.Errorf("%v: %s, drawn on %s", c.keys, got, s.model.Days[s.grid.At()].Date)
		}
	}
	keys.Type(s.canvas, "t")
	if s.model.Day() != friday {
		t.Errorf("T goes to %s", s.model.Day())
	}
}

func TestOnlyAnotherMonthIsReadAgain(t *testing.T) {
	o := busy()
	s := show(t, o, dan, look.Light)
	s.press("Right", "Right", "Down")
	if o.months != 1 {
		t.Errorf("read %d times", o.months)
	}
	s.press("PgDn")
	if o.months != 2 {
		t.Errorf("read %d times", o.months)
	}
}

func TestEnterGoesToTheDaysListThereToTheCaseAndEscBackToTheDay(t *testing.T) {
	s := show(t, busy(), dan, look.Light)
	s.press("Enter", "Down", "Enter")
	if fmt.Sprint(s.opened) != "[392]" {
		t.Fatalf("opened %v", s.opened)
	}
	s.press("Esc")
	if !s.grid.Focused() || s.model.Day() != friday {
		t.Error("Esc does not lead back to the day")
	}
	s.press("Right", "Enter") // Saturday has nothing
	if !s.grid.Focused() || s.empty.Hidden || s.none.Text() == "" {
		t.Error("an empty day says nothing, or takes the cursor")
	}
}

func TestAClickChoosesADay(t *testing.T) {
	s := show(t, busy(), dan, look.Light)
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.grid)
	size := s.grid.Size()
	test.TapCanvas(s.canvas, pos.AddXY(size.Width*1.5/7, size.Height-10)) // the last week's Tuesday
	if s.model.Day() != day("2026-12-01") {
		t.Errorf("the cursor is on %s", s.model.Day())
	}
}

func TestTheLoadIsAManagersOnly(t *testing.T) {
	if s := show(t, busy(), dan, look.Light); s.tabs != nil {
		t.Error("an officer is offered the load")
	}
	s := show(t, busy(), helen, look.Light)
	s.press("Alt+O")
	if s.tabs.Chosen() != 1 {
		t.Error("Alt+O does not show the load")
	}
	s.press("Enter")
	if s.tabs.Chosen() != 0 || !s.rows.Focused() {
		t.Error("Enter on a day does not show its list")
	}
}

func TestNewsReadsAgainAndAFailureLeavesWhatIsShown(t *testing.T) {
	o := busy()
	s := show(t, o, dan, look.Light)
	s.press("Right")
	o.owe(500, "Jo Dean", casework.DutyPromise, "2026-11-14", dan)
	s.news.Case.Publish(news.CaseChanged{})
	if len(s.model.Rows) != 1 || s.model.Day() != day("2026-11-14") {
		t.Errorf("%d rows on %s", len(s.model.Rows), s.model.Day())
	}
	o.fails = errors.New("the register's server does not answer")
	s.press("F5")
	if len(s.said) != 1 || len(s.model.Rows) != 1 {
		t.Errorf("said %v with %d rows", s.said, len(s.model.Rows))
	}
	s.Close()
	if s.news.Case.Count()+s.news.Settings.Count() != 0 {
		t.Error("a page that is left still listens")
	}
}

func TestTabVisitsTheMonthAndItsList(t *testing.T) {
	s := show(t, busy(), helen, look.Light)
	seen := map[fyne.Focusable]bool{}
	for _, f := range shelltest.Walk(s.canvas) {
		seen[f] = true
	}
	if !seen[s.grid] || !seen[s.tabs] || !seen[s.rows] {
		t.Errorf("Tab misses the month, its tabs or its list")
	}
}

// TestPicture draws the screen in every look, to be looked at.
func TestPicture(t *testing.T) {
	for _, c := range []struct {
		name string
		by   casework.Officer
		mode look.Mode
		text float32
		keys []keys.Chord
	}{
		{"month", dan, look.Light, 1, nil}, {"month-dark", helen, look.Dark, 1, []keys.Chord{"Enter"}},
		{"month-load", helen, look.Light, 1, []keys.Chord{"Alt+O"}}, {"month-200", helen, look.Light, 2, nil},
		{"month-holidays", priya, look.Light, 1, []keys.Chord{"PgDn"}}, {"month-contrast", dan, look.Contrast, 1, []keys.Chord{"PgDn"}},
	} {
		s := show(t, busy(), c.by, c.mode)
		s.shell.SetLook(c.mode, c.text)
		s.press(c.keys...)
		shelltest.Picture(t, s.canvas, c.name)
	}
}
