package cases

import (
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
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// screen is the whole window with Cases in it. Its work waits until settle.
type screen struct {
	*Page
	t      *testing.T
	office *office
	shell  *shell.Shell
	canvas fyne.Canvas
	theme  *look.Theme
	hand   *task.Hand
	news   *news.Desk
	opened []int64
	said   []string
	note   string
	undo   func()
	last   Last
}

func shellRoute(screen string) shell.Route { return shell.Route{Screen: screen} }

func shellRouteTo(screen string, arg any) shell.Route { return shell.Route{Screen: screen, Arg: arg} }

func (s *screen) OpenCase(id int64) {
	s.opened = append(s.opened, id)
	s.shell.Go(shell.Route{Screen: "case", Arg: id})
}
func (s *screen) Toast(words string, undo func()) { s.said, s.undo = append(s.said, words), undo }
func (s *screen) Problem(err error)               { s.said = append(s.said, "Problem: "+err.Error()) }
func (s *screen) Note(words string)               { s.note = words; s.shell.Note(words) }
func (s *screen) Progress() task.Panel            { return s.shell.Progress() }
func (s *screen) Window() fyne.Window             { return s.shell.Window() }

// caseFile stands for the screen that a case opens.
type caseFile struct{ object fyne.CanvasObject }

func (c caseFile) Object() fyne.CanvasObject { return c.object }

func show(t *testing.T, o *office, by casework.Officer, arg any) *screen {
	t.Helper()
	a := test.NewTempApp(t)
	s := &screen{t: t, office: o, theme: look.NewTheme(), news: &news.Desk{}, hand: task.ByHand()}
	a.Settings().SetTheme(s.theme)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	s.canvas = w.Canvas()
	t.Cleanup(func() { keys.Detach(s.canvas) })
	s.shell = shell.New(shell.Config{Window: w, Tasks: s.hand.Runner, Theme: s.theme, Today: o.today.Long(),
		Items:  shell.ItemsFor("today", "new", "cases", "promises", "letters", "board", "settings", "help"),
		Office: "Alvaston office", Officer: by.Name, Role: string(by.Role)})
	s.shell.Register("case", func(any) shell.Page { return caseFile{look.NewButton("Case", nil)} })
	s.shell.Register("cases", func(arg any) shell.Page {
		s.Page = New(Deps{By: by, Register: o, Today: func() calendar.Date { return o.today },
			Tasks: s.hand.Runner, News: s.news, Frame: s, Ways: s, Last: &s.last}, arg)
		return s.Page
	})
	w.Resize(fyne.NewSize(1366, 741))
	s.shell.Go(shell.Route{Screen: "cases", Arg: arg})
	s.settle()
	return s
}

// settle lets all waiting work be done.
func (s *screen) settle() {
	s.t.Helper()
	for range 200 {
		if s.hand.Waiting() == 0 {
			return
		}
		s.hand.Step(0)
	}
	s.t.Fatal("the work never ends")
}

func (s *screen) press(chords ...keys.Chord) {
	s.t.Helper()
	for _, c := range chords {
		keys.Press(s.canvas, c)
		s.settle()
	}
}

func (s *screen) write(text string) {
	s.t.Helper()
	keys.Type(s.canvas, text)
	s.settle()
}

// at is the resident under the cursor.
func (s *screen) at() string {
	r, ok := s.table.Current()
	if !ok {
		return ""
	}
	return resident(r)
}

// focus presses Tab until an object has the focus.
func (s *screen) focus(is func(fyne.Focusable) bool) {
	s.t.Helper()
	for range 40 {
		if is(s.canvas.Focused()) {
			return
		}
		s.press("Tab")
	}
	s.t.Fatal("Tab never comes there")
}

func TestTheCursorBeginsInTheListAndEnterOpensTheCase(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.dan, nil)
	if !s.table.Focused() || s.at() != "Nasreen Akhtar" {
		t.Fatalf("the cursor is at %q", s.at())
	}
	s.press("Down", "Enter")
	if len(s.opened) != 1 || s.opened[0] != all["Leon Brackley"].ID {
		t.Errorf("opened %v", s.opened)
	}
}

func TestComingBackFromACaseFindsTheListAsItWasLeft(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.helen, nil)
	s.setFilter(Filter{Stage: 1})
	s.settle()
	s.press("Alt+R", "Down", "Down", "Space")
	was := s.at()
	s.press("Enter")
	o.do(o.dan, all["Leon Brackley"], "2026-11-13", casework.AddNote{Text: "Rang him."})
	s.press("Esc")
	if s.at() != was || !s.table.Focused() || s.model.Selected() != 1 || s.model.Filter().Stage != 1 || s.model.Sort() != register.ByReceived {
		t.Errorf("at %q, was %q; %d selected, %+v, by %s", s.at(), was, s.model.Selected(), s.model.Filter(), s.model.Sort())
	}
	if ticked := s.table.Selected(); len(ticked) != 1 || resident(ticked[0]) != was {
		t.Errorf("%d rows are drawn with a tick", len(ticked))
	}
}

func TestTabVisitsEveryPartOfTheScreenInOrder(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	s.setFilter(Filter{Stage: 1})
	s.settle()
	s.canvas.Unfocus()
	var stops []string
	seen := map[fyne.Focusable]bool{}
	for s.press("Tab"); !seen[s.canvas.Focused()]; s.press("Tab") {
		seen[s.canvas.Focused()] = true
		stops = append(stops, s.stopName(s.canvas.Focused()))
	}
	if got := strings.Join(stops, ", "); !strings.Contains(got,
		"views, Views, Assign, Stage 1, Any officer, About anything, Received any day, More, Sort: due, soonest first, Clear filters, columns, list") {
		t.Errorf("Tab visits %s", got)
	}
}

func (s *screen) stopName(f fyne.Focusable) string {
	switch f := f.(type) {
	case *look.Tabs:
		return "views"
	case *look.Button:
		return f.Words()
	case *look.SelectBox:
		return strings.TrimSuffix(f.AccessibilityLabel(), ", chosen")
	case *look.List:
		return "list"
	}
	if strings.Contains(fmt.Sprintf("%T", f), "tableHead") {
		return "columns"
	}
	return fmt.Sprintf("%T", f)
}

func TestTheViewsAreChangedByArrowsAndByCtrlPageDown(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, Unassigned)
	if s.model.Tab() != Unassigned || s.at() != "Hannah Voss" {
		t.Fatalf("it opened %s at %q", s.model.Tab().Name(), s.at())
	}
	s.press("Ctrl+PgUp")
	if s.model.Tab() != Stage2 || s.at() != "Nasreen Akhtar" {
		t.Errorf("%s at %q", s.model.Tab().Name(), s.at())
	}
	s.focus(func(f fyne.Focusable) bool { return f == s.tabs })
	s.press("Home", "Right")
	if s.model.Tab() != Overdue {
		t.Errorf("it shows %s", s.model.Tab().Name())
	}
	if got := s.tabs.AccessibilityLabel(); got != "Overdue 4, shown" {
		t.Errorf("the view says %q", got)
	}
}

func TestAFilterIsChosenByKeysAndEscTakesItBack(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	s.focus(func(f fyne.Focusable) bool { return f == s.filters[1].box })
	s.press("Down") // opens
	s.write("r")    // Ros
	s.press("Enter")
	if s.model.Filter().Handler != o.ros.ID || s.counted.Text != "2 of 9 records" {
		t.Fatalf("filter %+v, %s", s.model.Filter(), s.counted.Text)
	}
	if s.clear.Hidden {
		t.Error("nothing says how to clear the filter")
	}
	s.press("Esc")
	if s.model.IsNarrowed() || s.counted.Text != "9 of 9 records" {
		t.Errorf("filter %+v, %s", s.model.Filter(), s.counted.Text)
	}
	s.press("Down", "Down", "Esc")
	if s.model.IsNarrowed() || s.filters[1].menu != nil {
		t.Error("Esc in an open filter shuts it and changes nothing")
	}
}

func TestWhereNothingMatchesTheScreenSaysSoAndOneKeyClearsTheFilters(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, Unassigned)
	s.setFilter(Filter{Stage: 2})
	s.settle()
	if s.empty.Hidden || s.none.Text() != "No cases match." || s.canvas.Focused() != s.again {
		t.Fatalf("empty is hidden: %v, it says %q, focus on %s", s.empty.Hidden, s.none.Text(), s.stopName(s.canvas.Focused()))
	}
	s.press("Enter")
	if !s.empty.Hidden || s.at() != "Hannah Voss" || !s.table.Focused() {
		t.Errorf("after clearing the cursor is at %q", s.at())
	}
}

func TestTheListIsSortedFromItsHeadAndByKeys(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, Everything)
	for _, c := range []struct {
		key  keys.Chord
		want register.Sort
		top  string
	}{{"Alt+R", register.ByReceived, "Name not given"}, {"Alt+R", register.ByReceived, "Nasreen Akhtar"}, {"Alt+N", register.ByReference, "Joan Pickard"},
		{"Alt+O", register.ByHandler, "Aneta Kowalska"}, {"Alt+C", register.ByChange, "Joan Pickard"}, {"Alt+D", register.ByDue, "Nasreen Akhtar"}} {
		s.press(c.key)
		if s.model.Sort() != c.want || s.at() != c.top {
			t.Errorf("%s sorts by %s with %s at the top", c.key, s.model.Sort(), s.at())
		}
	}
	s.focus(func(f fyne.Focusable) bool { return s.stopName(f) == "columns" })
	s.press("Right", "Right", "Space")
	if s.model.Sort() != register.ByReceived || s.model.Reversed() {
		t.Errorf("the head sorts by %s, reversed %v", s.model.Sort(), s.model.Reversed())
	}
	s.press("Space") // again: from its other end
	if s.model.Sort() != register.ByReceived || !s.model.Reversed() || s.model.SortWords() != "Received, oldest first" {
		t.Errorf("the head sorts by %s", s.model.SortWords())
	}
}

func TestTypingGoesToARowAlsoFarBelowTheRowsReadSoFar(t *testing.T) {
	o := newOffice(t)
	o.many(2*pageRows + largePage)
	o.record(contact("Zoë Last", "Noise", "1 Tannery Row", "2026-11-12", o.dan))
	s := show(t, o, o.dan, nil)
	s.write("zoe")
	if s.at() != "Zoë Last" {
		t.Fatalf("the cursor is at %q", s.at())
	}
	s.hand.Pass(2 * findPause)
	if s.typed.text != "" || s.note != "" {
		t.Errorf("after the pause %q is still looked for, %q shown", s.typed.text, s.note)
	}
	s.write("zz")
	if s.at() != "Zoë Last" || s.note != "Not in this list: zz" {
		t.Errorf("at %q, %q", s.at(), s.note)
	}
	s.press("Esc")
	if s.typed.text != "" {
		t.Error("Esc does not forget what was typed")
	}
}

func TestWhatWasTypedEndsWithTheNextStep(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	for _, step := range []keys.Chord{"Space", "Down"} {
		s.write("oliver")
		s.press(step)
		s.write("hannah")
		if s.at() != "Hannah Voss" {
			t.Errorf("after %s the cursor is at %q, looking for %q", step, s.at(), s.typed.text)
		}
		s.press("Esc")
	}
}

func TestTheListGoesOnAsTheCursorComesNearItsEndAndEndGoesToTheLast(t *testing.T) {
	o := newOffice(t)
	all := o.many(3*pageRows + 9)
	s := show(t, o, o.dan, nil)
	for range pageRows/10 + 2 {
		s.press("PgDn")
	}
	if n := len(s.model.Rows()); n <= pageRows || n >= len(all) {
		t.Errorf("%d rows are read", n)
	}
	s.press("Home", "End")
	if s.table.Cursor() != len(all)-1 || len(s.table.Rows()) != len(all) {
		t.Errorf("the cursor is at %d of %d rows", s.table.Cursor(), len(s.table.Rows()))
	}
}

func TestAnAnswerForAListThatIsNoLongerShownIsDropped(t *testing.T) {
	o := newOffice(t)
	all := o.many(3 * pageRows)
	s := show(t, o, o.dan, nil)
	keys.Press(s.canvas, "End") // begins to read the rest
	s.setTab(Unassigned)
	s.settle()
	if n := len(s.table.Rows()); n != 0 || len(all) == 0 {
		t.Errorf("an empty list shows %d rows", n)
	}
}

func TestNewsReadsAgainOnceAndTheCursorStaysOnItsCase(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.dan, nil)
	s.press("Down", "Down")
	was, before := s.at(), len(o.asked)
	o.do(o.ros, all["Nasreen Akhtar"], "2026-11-13", casework.SentElsewhere{Kind: casework.Acknowledgement, On: o.today, How: casework.Posted, To: "Nasreen Akhtar"})
	for range 5 {
		s.news.Case.Publish(news.CaseChanged{Reference: string(all["Nasreen Akhtar"].Reference)})
	}
	s.hand.Pass(newsPause)
	s.settle()
	if s.at() != was || s.table.Cursor() != 1 || len(o.asked) != before+1 {
		t.Errorf("the cursor is at %q in row %d after %d readings", s.at(), s.table.Cursor(), len(o.asked)-before)
	}
	s.Close()
	if s.news.Case.Count()+s.news.Settings.Count() != 0 {
		t.Error("a page that is left still listens")
	}
}

func TestAReadThatFailsIsSaidAndLeavesTheList(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	o.fails = errors.New("the register's server does not answer")
	s.press("F5")
	if len(s.said) != 1 || len(s.table.Rows()) != 9 {
		t.Errorf("said %v, %d rows", s.said, len(s.table.Rows()))
	}
}
