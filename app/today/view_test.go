package today

import (
	"context"
	"errors"
	"fmt"
	"strings"
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
	"casebook/data/register"
	"casebook/reports/letter"
)

// screen is the whole window with Today in it, and what the officer did there.
type screen struct {
	*Page
	office  *office
	shell   *shell.Shell
	canvas  fyne.Canvas
	theme   *look.Theme
	news    *news.Desk
	opened  []int64
	lists   []List
	forms   []string
	months  int
	aways   int
	whose   []register.Scope
	printed []letter.Huddle
	broken  error // what printing says
	said    []string
}

func (s *screen) OpenCase(id int64) {
	s.opened = append(s.opened, id)
	s.shell.Go(shell.Route{Screen: "case", Arg: id})
}
func (s *screen) OpenForm(id int64, act casework.ActName, item int) {
	s.forms = append(s.forms, fmt.Sprint(act, " ", id, " ", item))
}
func (s *screen) OpenList(l List, _ register.Owing, whose register.Scope) {
	s.lists, s.whose = append(s.lists, l), append(s.whose, whose)
}
func (s *screen) OpenMonth() { s.months++ }

func (s *screen) Toast(words string, _ func()) { s.said = append(s.said, words) }
func (s *screen) Problem(err error)            { s.said = append(s.said, "Problem: "+err.Error()) }

func show(t *testing.T, o *office, by casework.Officer) *screen {
	t.Helper()
	a := test.NewTempApp(t)
	s := &screen{office: o, theme: look.NewTheme(), news: &news.Desk{}}
	a.Settings().SetTheme(s.theme)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	s.canvas = w.Canvas()
	t.Cleanup(func() { keys.Detach(s.canvas) })
	tasks := task.Inline()
	s.shell = shell.New(shell.Config{Window: w, Tasks: tasks, Theme: s.theme, Today: friday.Long(),
		Items:  shell.ItemsFor("today", "new", "cases", "promises", "letters", "board", "settings", "help"),
		Office: "Alvaston office", Officer: by.Name, Role: "Investigating officer"})
	s.shell.Register("case", func(any) shell.Page { return caseFile{look.NewButton("Case", nil)} })
	s.shell.Register("today", func(any) shell.Page {
		s.Page = New(Deps{By: by, Office: "Alvaston", Register: o, Today: func() calendar.Date { return friday }, Now: noon,
			Tasks: tasks, News: s.news, Frame: s, Ways: s, Away: func() { s.aways++ },
			Print: func(_ context.Context, h letter.Huddle) error {
				s.printed = append(s.printed, h)
				return s.broken
			}})
		return s.Page
	})
	w.Resize(fyne.NewSize(1366, 741))
	s.shell.Go(shell.Route{Screen: "today"})
	return s
}

// caseFile stands for the screen that a case opens.
type caseFile struct{ object fyne.CanvasObject }

func (c caseFile) Object() fyne.CanvasObject { return c.object }

// at names the list that has the cursor, and its row.
func (s *screen) at() string {
	for _, c := range s.cards {
		if c.rows.Focused() {
			r, _ := s.model.At(c.list, c.rows.Cursor())
			return c.list.Title() + ": " + r.Name
		}
		if c.tabs != nil && c.tabs.Focused() {
			return c.list.Title() + ": its tab"
		}
	}
	return ""
}

func TestTheScreenOpensOnTheFirstOverdueCaseAndEnterOpensIt(t *testing.T) {
	s := show(t, busy(), dan)
	if got := s.at(); got != "Overdue: Leon Brackley" {
		t.Fatalf("the cursor is at %q", got)
	}
	keys.Press(s.canvas, "Down")
	keys.Press(s.canvas, "Enter")
	if fmt.Sprint(s.opened) != "[298]" {
		t.Errorf("opened %v", s.opened)
	}
}

func TestComingBackFromACaseFindsTheCursorWhereItWas(t *testing.T) {
	s := show(t, busy(), dan)
	keys.Type(s.canvas, "3")
	keys.Press(s.canvas, "Down")
	keys.Press(s.canvas, "Enter")
	if s.at() != "" {
		t.Fatalf("the case does not show: the cursor is at %q", s.at())
	}
	keys.Press(s.canvas, "Esc")
	if got := s.at(); got != "Due in 2 working days: Kayleigh Marsden" {
		t.Errorf("the cursor is at %q", got)
	}
}

func TestTheDigitsGoToTheLists(t *testing.T) {
	s := show(t, busy(), dan)
	for _, c := range []struct {
		key  string
		want string
	}{
		{"4", "Promises due: Refit kitchen window"}, {"2", "Due today: Aneta Kowalska"}, {"6", "Unassigned: Hannah Voss"},
		{"3", "Due in 2 working days: Imran Sadiq"}, {"5", "Waiting for me: Aneta Kowalska"},
		{"7", "Reviews: Maureen Tilley"}, {"8", "Waiting for others: Peak Roofing"}, {"9", "Letters to send: Owen Marsh"},
		{"5", "Waiting for me: Aneta Kowalska"}, {"1", "Overdue: Leon Brackley"},
	} {
		keys.Type(s.canvas, c.key)
		if got := s.at(); got != c.want {
			t.Errorf("%s goes to %q, want %q", c.key, got, c.want)
		}
	}
}

func TestADigitInTheSearchIsTypedAndGoesNowhere(t *testing.T) {
	s := show(t, busy(), dan)
	keys.Press(s.canvas, "Ctrl+F")
	keys.Type(s.canvas, "4")
	if got := s.at(); got != "" {
		t.Errorf("the cursor went to %q", got)
	}
}

func TestTabVisitsEveryPartOfTheScreenInOrderAndEveryStopIsSeen(t *testing.T) {
	s := show(t, busy(), dan)
	s.canvas.Unfocus()
	var stops []string
	for range 40 {
		keys.Press(s.canvas, "Tab")
		name := stopName(s, s.canvas.Focused())
		if len(stops) > 0 && name == stops[0] {
			break
		}
		stops = append(stops, name)
	}
	got := strings.Join(stops, ", ")
	want := "scope, Away, Month, Print huddle sheet, Overdue, Due today, Due in 2 working days, tabs, Promises due, tabs, Waiting for me, tabs, Assign, Unassigned"
	if !strings.Contains(got, want) {
		t.Errorf("Tab visits %s", got)
	}
}

func stopName(s *screen, f fyne.Focusable) string {
	for _, c := range s.cards {
		if f == c.rows {
			return c.list.Title()
		}
		if c.tabs != nil && f == c.tabs {
			return "tabs"
		}
	}
	switch f := f.(type) {
	case *look.Button:
		return f.Words()
	case *look.Segmented:
		return "scope"
	}
	return fmt.Sprintf("%p", f)
}

func TestTheScopeIsChangedByArrowsAndReadAgain(t *testing.T) {
	s := show(t, busy(), helen)
	for range 40 {
		keys.Press(s.canvas, "Tab")
		if _, there := s.canvas.Focused().(*look.Segmented); there {
			break
		}
	}
	keys.Press(s.canvas, "Left")
	if n := len(s.office.scopes); n != 2 || s.office.scopes[1] != register.OnlyMine {
		t.Errorf("read %v", s.office.scopes)
	}
}

func TestCtrlPPrintsTheHuddleSheetAndSaysSo(t *testing.T) {
	s := show(t, busy(), dan)
	keys.Press(s.canvas, "Ctrl+P")
	if len(s.printed) != 1 || len(s.printed[0].Groups[0].Rows) != 3 {
		t.Fatalf("printed %+v", s.printed)
	}
	s.broken = errors.New("no printer is set up")
	keys.Press(s.canvas, "Ctrl+P")
	if got := strings.Join(s.said, "; "); got != "Huddle sheet handed to the printer.; Problem: no printer is set up" {
		t.Errorf("said %q", got)
	}
}

func TestNewsOfACaseReadsAgainAndLeavesTheCursorOnItsCase(t *testing.T) {
	o := busy()
	s := show(t, o, dan)
	keys.Press(s.canvas, "Down") // Nasreen
	o.lists.Overdue = listOf(o.lists.Overdue.Rows[1:]...)
	s.news.Case.Publish(news.CaseChanged{Reference: "C-2026-0361-A"})
	if got := s.at(); got != "Overdue: Nasreen Akhtar" {
		t.Errorf("the cursor is at %q", got)
	}
	if got := s.line.Text(); got != "2 overdue, 4 due today. Start with Nasreen Akhtar." {
		t.Errorf("the headline is %q", got)
	}
}

func TestWhenTheListOfTheCursorEmptiesTheCursorGoesToTheNext(t *testing.T) {
	o := busy()
	s := show(t, o, dan)
	o.lists.Overdue = listOf()
	keys.Press(s.canvas, "F5")
	if got := s.at(); got != "Due today: Aneta Kowalska" {
		t.Errorf("the cursor is at %q", got)
	}
	keys.Type(s.canvas, "1")
	if got := s.at(); got != "Due today: Aneta Kowalska" {
		t.Errorf("the cursor went to an empty list: %q", got)
	}
}

func TestAReadThatFailsIsSaidAndLeavesWhatIsShown(t *testing.T) {
	o := busy()
	s := show(t, o, dan)
	o.fails = errors.New("the register's server does not answer")
	keys.Press(s.canvas, "F5")
	if len(s.said) != 1 || len(s.model.Lists[Overdue].Rows) != 3 {
		t.Errorf("said %v, shows %d overdue", s.said, len(s.model.Lists[Overdue].Rows))
	}
}

func TestAssignLeadsToTheUnassignedCasesAndIsShutAtTheCounter(t *testing.T) {
	s := show(t, busy(), dan)
	s.cardOf(Unassigned).assign.Press()
	if len(s.lists) != 1 || s.lists[0] != Unassigned {
		t.Errorf("led to %v", s.lists)
	}
	counter := show(t, busy(), priya)
	if b := counter.cardOf(Unassigned).assign; !b.IsShut() || b.Words() == "Assign" {
		t.Errorf("at the counter the button says %q", b.Words())
	}
}

func TestTheLineBelowTheFirstFiftyLeadsToAllOfThem(t *testing.T) {
	o := busy()
	o.lists.Overdue.Total = 62
	s := show(t, o, dan)
	keys.Press(s.canvas, "End")
	keys.Press(s.canvas, "Enter")
	if len(s.lists) != 1 || s.lists[0] != Overdue || len(s.opened) != 0 {
		t.Errorf("led to lists %v and cases %v", s.lists, s.opened)
	}
}

func TestAPageThatIsLeftHearsNoMoreNews(t *testing.T) {
	s := show(t, busy(), dan)
	if s.news.Case.Count() != 1 || s.news.Settings.Count() != 1 {
		t.Fatal("it listens to changes while it is shown")
	}
	s.Close()
	if s.news.Case.Count()+s.news.Settings.Count() != 0 {
		t.Error("it still listens")
	}
}

func TestWhatWeWaitForIsRemindedOrAnsweredByOneKey(t *testing.T) {
	s := show(t, busy(), dan)
	keys.Type(s.canvas, "r") // in another list it means nothing
	keys.Type(s.canvas, "8")
	keys.Press(s.canvas, "Down")
	keys.Type(s.canvas, "r")
	keys.Type(s.canvas, "a")
	want := fmt.Sprintf("[%s 375 1 %s 375 1]", casework.ActRemind, casework.ActGotAnswer)
	if got := fmt.Sprint(s.forms); got != want {
		t.Errorf("opened %s, want %s", got, want)
	}
}

func TestAltLShowsTheListAmongTheCasesForWhomItIsShown(t *testing.T) {
	s := show(t, busy(), helen)
	keys.Type(s.canvas, "7")
	keys.Press(s.canvas, "Alt+L")
	if fmt.Sprint(s.lists, s.whose) != fmt.Sprint([]List{Reviews}, []register.Scope{register.OwnOffice}) {
		t.Errorf("led to %v of %v", s.lists, s.whose)
	}
}

func TestAnEmptyListBehindATabIsShownAndKeepsTheCursorOnItsTab(t *testing.T) {
	o := busy()
	o.lists.Reviews = listOf()
	s := show(t, o, dan)
	keys.Type(s.canvas, "7")
	if got := s.at(); got != "Reviews: its tab" {
		t.Errorf("the cursor is at %q", got)
	}
	if c := s.cardOf(Reviews); !c.none.Visible() || c.empty.Text() == "" {
		t.Error("it does not say why it is empty")
	}
}

func TestTheMonthIsOneKeyAway(t *testing.T) {
	s := show(t, busy(), priya)
	keys.Press(s.canvas, "Alt+W")
	if s.aways != 1 {
		t.Errorf("asked %d times who is away", s.aways)
	}
	keys.Press(s.canvas, "Alt+M")
	if s.months != 1 {
		t.Errorf("opened %d times", s.months)
	}
}

// TestPicture draws the screen in every look, to be looked at.
func TestPicture(t *testing.T) {
	for _, c := range []struct {
		name string
		mode look.Mode
		text float32
	}{{"today", look.Light, 1}, {"today-dark", look.Dark, 1}, {"today-200", look.Light, 2}} {
		o := busy()
		o.lists.DueToday = listOf(append(gasLeak(), o.lists.DueToday.Rows...)...)
		s := show(t, o, helen)
		s.theme.Set(fyne.CurrentApp(), c.mode, c.text)
		s.shell.Window().Content().Refresh()
		keys.Type(s.canvas, "8")
		shelltest.Picture(t, s.canvas, c.name)
	}
}
