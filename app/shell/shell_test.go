package shell_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
)

// page is a screen with a field, which remembers what the shell asked of it.
type page struct {
	name      string
	field     *field.Text
	form      *field.Form
	stay      bool
	refreshed int
	closed    int
	escaped   bool
	f4        int
}

func newPage(name string) *page {
	p := &page{name: name, form: field.NewForm()}
	p.field = p.form.Text("text", "Text")
	return p
}

func (p *page) Object() fyne.CanvasObject { return look.Screen(look.Column(0, p.field.Object())) }
func (p *page) Title() string             { return p.name }
func (p *page) CanLeave() bool            { return !p.stay }
func (p *page) Refresh()                  { p.refreshed++ }
func (p *page) Close()                    { p.closed++ }
func (p *page) FocusFirst()               { p.form.First() }
func (p *page) Escape() bool              { return p.escaped }
func (p *page) Keys() *keys.Layer         { return keys.NewLayer().On("F4", func() { p.f4++ }) }
func (p *page) Hints() []shell.Hint {
	return []shell.Hint{{Key: "F4", Words: "Why this date?"}, {Key: "Esc", Words: "Back"}}
}

func (p *page) Commands() []shell.Command {
	return []shell.Command{{Words: "Explain " + p.name, Do: func() { p.f4 += 100 }}}
}

type desk struct {
	*shell.Shell
	canvas fyne.Canvas
	window fyne.Window
	pages  map[string][]*page
	looks  []float32
	hits   []shell.Hit
	fails  error
	asked  []string
}

// newDesk is a window of 1366 by 741 on the first of its pages.
func newDesk(t *testing.T) *desk {
	t.Helper()
	return newDeskOn(t, task.Inline())
}

func newDeskOn(t *testing.T, tasks *task.Runner) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	theme := look.NewTheme()
	theme.Set(app, look.Light, 1)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	d := &desk{canvas: w.Canvas(), window: w, pages: map[string][]*page{}}
	t.Cleanup(func() { keys.Detach(d.canvas) })
	d.Shell = shell.New(shell.Config{
		Window: w, Tasks: tasks, Theme: theme,
		Items: shell.ItemsFor("today", "new", "cases", "help"),
		Today: "Friday 13 November 2026", Office: "Alvaston office", Officer: "Priya Nair", Role: "Front desk",
		Search: func(_ context.Context, text string) ([]shell.Hit, error) {
			d.asked = append(d.asked, text)
			return d.hits, d.fails
		},
		LookChanged: func(_ look.Mode, size float32) { d.looks = append(d.looks, size) },
	})
	for _, name := range []string{"today", "new", "cases", "case"} {
		d.Register(name, func(any) shell.Page {
			p := newPage(name)
			d.pages[name] = append(d.pages[name], p)
			return p
		})
	}
	w.Resize(fyne.NewSize(1366, 741))
	d.Go(shell.Route{Screen: "today"})
	return d
}

func (d *desk) at(t *testing.T, screen string) {
	t.Helper()
	if got := d.Route().Screen; got != screen {
		t.Fatalf("the window shows %q, want %q", got, screen)
	}
}

func TestTheKeysOfTheProgramWorkWithTheCursorInAField(t *testing.T) {
	d := newDesk(t)
	if d.canvas.Focused() != d.pages["today"][0].field.Focusable() {
		t.Fatal("the first field has not the cursor")
	}
	for _, step := range []struct {
		key    keys.Chord
		screen string
	}{{"Ctrl+N", "new"}, {"Ctrl+3", "cases"}, {"Ctrl+1", "today"}, {"Ctrl+2", "new"}} {
		keys.Press(d.canvas, step.key)
		d.at(t, step.screen)
	}
	keys.Press(d.canvas, "F4")
	if d.pages["new"][1].f4 != 1 {
		t.Error("the screen's own key did not reach it")
	}
}

func TestGoingBackFindsTheScreenAsItWasLeft(t *testing.T) {
	d := newDesk(t)
	keys.Type(d.canvas, "typed")
	d.Go(shell.Route{Screen: "case", Arg: "C-2026-0377K"})
	keys.Press(d.canvas, "Esc")
	d.at(t, "today")
	first := d.pages["today"][0]
	if len(d.pages["today"]) != 1 || first.field.Value() != "typed" || first.refreshed != 1 {
		t.Errorf("%d pages were made, the first holds %q and was read %d times", len(d.pages["today"]), first.field.Value(), first.refreshed)
	}
	if gone := d.pages["case"][0]; gone.closed != 1 {
		t.Errorf("the page left behind was closed %d times", gone.closed)
	}
	if d.Back() {
		t.Error("there is nothing before the first screen")
	}
}

func TestAScreenThatMayNotBeLeftIsNot(t *testing.T) {
	d := newDesk(t)
	d.pages["today"][0].stay = true
	keys.Press(d.canvas, "Ctrl+N")
	d.at(t, "today")
	d.pages["today"][0].stay = false
	keys.Press(d.canvas, "Ctrl+N")
	d.at(t, "new")
}

func TestTheSamePlaceAgainIsReadAgain(t *testing.T) {
	d := newDesk(t)
	keys.Press(d.canvas, "Ctrl+1")
	keys.Press(d.canvas, "F5")
	if p := d.pages["today"]; len(p) != 1 || p[0].refreshed != 2 {
		t.Errorf("%d pages, the first read %d times", len(p), p[0].refreshed)
	}
}

func TestReplacingLeavesNoWayBackToADraftThatIsACase(t *testing.T) {
	d := newDesk(t)
	d.Go(shell.Route{Screen: "new"})
	d.Replace(shell.Route{Screen: "case", Arg: "C-2026-0377K"})
	d.at(t, "case")
	d.Back()
	d.at(t, "today")
}

func TestEscapeBelongsToTheScreenFirst(t *testing.T) {
	d := newDesk(t)
	d.Go(shell.Route{Screen: "cases"})
	d.pages["cases"][0].escaped = true
	keys.Press(d.canvas, "Esc")
	d.at(t, "cases")
}

func TestAFrontDeskOfficersRailHoldsFourPlaces(t *testing.T) {
	var words []string
	for _, it := range shell.ItemsFor("help", "cases", "new", "today") {
		words = append(words, it.Word)
	}
	if got := strings.Join(words, " "); got != "Today New Cases Help" {
		t.Errorf("the rail holds %s", got)
	}
	d := newDesk(t)
	keys.Press(d.canvas, "Ctrl+6") // the board is not hers
	d.at(t, "today")
}

func TestSearchFindsWhileTypingAndOpensWithEnter(t *testing.T) {
	d := newDesk(t)
	d.hits = []shell.Hit{{Words: "Maureen Tilley", Route: shell.Route{Screen: "case", Arg: "1"}}, {Words: "Maureen Till", Route: shell.Route{Screen: "case", Arg: "2"}}}
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "mau")
	if got := strings.Join(d.asked, " "); got != "m ma mau" {
		t.Errorf("asked %q", got)
	}
	keys.Press(d.canvas, "Down")
	keys.Press(d.canvas, "Down")
	keys.Press(d.canvas, "Enter")
	d.at(t, "case")
	if d.Route().Arg != "2" {
		t.Errorf("opened %v", d.Route().Arg)
	}
}

func TestEscapeLeavesTheSearchForWhereTheCursorWas(t *testing.T) {
	d := newDesk(t)
	d.hits = []shell.Hit{{Words: "Maureen Tilley"}}
	was := d.canvas.Focused()
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "m")
	keys.Press(d.canvas, "Esc") // the results
	if d.canvas.Focused() == was {
		t.Fatal("the first Esc left the field")
	}
	keys.Press(d.canvas, "Esc")
	if d.canvas.Focused() != was {
		t.Errorf("the cursor came back to %v", d.canvas.Focused())
	}
	d.at(t, "today")
}

func TestNothingFoundOpensNothing(t *testing.T) {
	d := newDesk(t)
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "zzz")
	keys.Press(d.canvas, "Enter")
	d.at(t, "today")
}

func TestAProblemIsToldOnceAndTheCursorComesBack(t *testing.T) {
	d := newDesk(t)
	was := d.canvas.Focused()
	d.Problem(errors.New("the server does not answer"))
	keys.Press(d.canvas, "Ctrl+N") // beneath a dialog nothing is heard
	d.at(t, "today")
	keys.Press(d.canvas, "Enter")
	if d.canvas.Overlays().Top() != nil || d.canvas.Focused() != was {
		t.Error("Enter did not close it and give the cursor back")
	}
	d.Problem(nil)
	if d.canvas.Overlays().Top() != nil {
		t.Error("no error was told as one")
	}
}

func TestConfirmingNeedsMoreThanEnter(t *testing.T) {
	d := newDesk(t)
	done := 0
	ask := func() { d.Confirm("Close this case?", "The resident was told.", "Close the case", func() { done++ }) }
	ask()
	keys.Press(d.canvas, "Enter")
	ask()
	keys.Press(d.canvas, "Esc")
	if done != 0 {
		t.Fatal("Enter or Esc did what was to be confirmed")
	}
	ask()
	keys.Press(d.canvas, "Tab")
	keys.Press(d.canvas, "Enter")
	if done != 1 || d.canvas.Overlays().Top() != nil {
		t.Errorf("done %d times", done)
	}
}

func TestAskKeepsTheDialogUntilTheAnswerIsRight(t *testing.T) {
	d := newDesk(t)
	var got string
	d.Ask("Park this contact", "Initials", "", "Park it", func(text string) string {
		if text == "" {
			return "Enter initials"
		}
		got = text
		return ""
	})
	keys.Press(d.canvas, "Enter")
	if d.canvas.Overlays().Top() == nil {
		t.Fatal("the dialog went without an answer")
	}
	keys.Type(d.canvas, "TW")
	keys.Press(d.canvas, "Enter")
	if got != "TW" || d.canvas.Overlays().Top() != nil {
		t.Errorf("got %q", got)
	}
}

func TestOneKeyHidesTheScreenAndTheDraftStays(t *testing.T) {
	d := newDesk(t)
	keys.Type(d.canvas, "Grace")
	for _, hide := range []keys.Chord{"F9", "Ctrl+L"} {
		keys.Press(d.canvas, hide)
		if !d.Blanked() {
			t.Fatalf("%s did not hide the screen", hide)
		}
		keys.Type(d.canvas, "x")
		keys.Press(d.canvas, "Ctrl+N")
		keys.Press(d.canvas, "Tab")
		keys.Press(d.canvas, "Enter")
		if d.Blanked() {
			t.Fatal("Enter did not bring it back")
		}
	}
	d.at(t, "today")
	keys.Type(d.canvas, "!")
	if got := d.pages["today"][0].field.Value(); got != "Grace!" {
		t.Errorf("the draft holds %q", got)
	}
}

func TestADrawerCanBeHiddenFromThePublicToo(t *testing.T) {
	d := newDesk(t)
	keys.Press(d.canvas, "F1")
	keys.Press(d.canvas, "F9")
	if !d.Blanked() {
		t.Fatal("a drawer keeps the screen from being hidden")
	}
	keys.Press(d.canvas, "Enter")
	keys.Press(d.canvas, "Esc")
	if d.Blanked() || d.canvas.Overlays().Top() != nil {
		t.Error("what was beneath could not be closed")
	}
}

func TestThePaletteFindsACommandByAFewLetters(t *testing.T) {
	d := newDesk(t)
	keys.Press(d.canvas, "Ctrl+K")
	keys.Type(d.canvas, "gocas")
	keys.Press(d.canvas, "Enter")
	d.at(t, "cases")
	keys.Press(d.canvas, "Ctrl+K")
	keys.Type(d.canvas, "explain")
	keys.Press(d.canvas, "Enter")
	if d.pages["cases"][0].f4 != 100 {
		t.Error("the screen's own command was not found")
	}
	keys.Press(d.canvas, "Ctrl+K")
	keys.Type(d.canvas, "board")
	keys.Press(d.canvas, "Enter")
	keys.Press(d.canvas, "Esc")
	d.at(t, "cases") // a place that is not hers is not offered
}

func TestMatchPutsWordsThatBeginSoFirst(t *testing.T) {
	all := []shell.Command{{Words: "Print the huddle sheet"}, {Words: "Go to Promises"}, {Words: "New contact"}, {Words: "Text at 125%"}}
	for text, want := range map[string]string{"pro": "Go to Promises", "nc": "New contact", "phs": "Print the huddle sheet", "125": "Text at 125%"} {
		if got := shell.Match(text, all); len(got) == 0 || got[0].Words != want {
			t.Errorf("%q finds %v first, want %q", text, got, want)
		}
	}
	if got := shell.Match("zz", all); len(got) != 0 {
		t.Errorf("zz finds %v", got)
	}
	if got := shell.Match("", all); len(got) != len(all) {
		t.Errorf("nothing typed lists %d of %d", len(got), len(all))
	}
}

func TestTextSizeChangesWhileTheProgramRuns(t *testing.T) {
	d := newDesk(t)
	d.SetLook(look.Dark, 1.5)
	if len(d.looks) != 1 || d.looks[0] != 1.5 {
		t.Errorf("remembered %v", d.looks)
	}
	if min := d.canvas.Content().MinSize(); min.Width > 1366 || min.Height > 741 {
		t.Errorf("at 150%% the frame needs %v, more than the screen", min)
	}
}

func TestTheFrameFitsASmallScreenAtEveryTextSize(t *testing.T) {
	d := newDesk(t)
	for _, size := range look.TextSizes {
		d.SetLook(look.Light, size)
		if min := d.canvas.Content().MinSize(); min.Width > 1024 || min.Height > 690 {
			t.Errorf("at %v the frame needs %v", size, min)
		}
	}
}

func TestUndoOutsideAFieldTakesBackWhatTheMessageTells(t *testing.T) {
	d := newDesk(t)
	undone := 0
	d.Toast("R. Castell now has C-2026-0375.", func() { undone++ })
	d.canvas.Unfocus()
	keys.Press(d.canvas, "Ctrl+Z")
	keys.Press(d.canvas, "Ctrl+Z")
	if undone != 1 {
		t.Errorf("undone %d times", undone)
	}
}

func TestTabVisitsTheRailTheSearchAndThenTheScreen(t *testing.T) {
	d := newDesk(t)
	d.canvas.Unfocus()
	var stops []string
	for range 6 {
		keys.Press(d.canvas, "Tab")
		switch f := d.canvas.Focused().(type) {
		case *look.NavItem:
			stops = append(stops, "rail")
		default:
			if f == d.pages["today"][0].field.Focusable() {
				stops = append(stops, "field")
			} else {
				stops = append(stops, "search")
			}
		}
	}
	if got := strings.Join(stops, " "); got != "rail rail rail rail search field" {
		t.Errorf("Tab visits %s", got)
	}
}

func TestTheWindowIsNamedAfterItsScreen(t *testing.T) {
	d := newDesk(t)
	if got := d.window.Title(); got != "today – Casebook" {
		t.Errorf("the window is called %q", got)
	}
	d.pages["today"][0].name = "C-2026-0001-A" // the page has read its case
	d.ShowHints()
	if got := d.window.Title(); got != "C-2026-0001-A – Casebook" {
		t.Errorf("once the page knows its case the window is called %q", got)
	}
}

func TestEnterBeforeTheResultsOpensTheBestOfThem(t *testing.T) {
	hand := task.ByHand()
	d := newDeskOn(t, hand.Runner)
	d.hits = []shell.Hit{{Words: "Maureen Tilley", Route: shell.Route{Screen: "case", Arg: "1"}}, {Words: "Maureen Till", Route: shell.Route{Screen: "case", Arg: "2"}}}
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "mau")
	keys.Press(d.canvas, "Enter")
	d.at(t, "today")
	hand.Pass(time.Second)
	hand.Step(0)
	d.at(t, "case")
	if d.Route().Arg != "1" {
		t.Errorf("opened %v", d.Route().Arg)
	}
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "mau")
	keys.Press(d.canvas, "Enter")
	keys.Type(d.canvas, "r") // not what was meant
	hand.Pass(time.Second)
	hand.Step(0)
	d.at(t, "case")
	if d.Route().Arg != "1" {
		t.Errorf("Enter for an older text opened %v", d.Route().Arg)
	}
	d.hits = d.hits[1:]
	keys.Type(d.canvas, "y") // the list of "maur" still hangs there
	keys.Press(d.canvas, "Enter")
	d.at(t, "case")
	if d.Route().Arg != "1" {
		t.Errorf("Enter opened %v of the list before", d.Route().Arg)
	}
	hand.Pass(time.Second)
	hand.Step(0)
	if d.Route().Arg != "2" {
		t.Errorf("Enter opened %v", d.Route().Arg)
	}
}

func TestAnAnswerToAnOlderTextOpensNothingAndHangsNowhere(t *testing.T) {
	hand := task.ByHand()
	d := newDeskOn(t, hand.Runner)
	d.hits = []shell.Hit{{Words: "Maureen Tilley", Route: shell.Route{Screen: "case", Arg: "1"}}}
	hangs := func() bool { return strings.Contains(test.RenderToMarkup(d.canvas), "Maureen Tilley") }
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "mau")
	hand.Pass(time.Second)
	keys.Type(d.canvas, "d") // the answer to "mau" is on its way
	keys.Press(d.canvas, "Enter")
	hand.Step(0)
	d.at(t, "today")
	hand.Pass(time.Second)
	hand.Step(0)
	d.at(t, "case")
	keys.Press(d.canvas, "Ctrl+F")
	keys.Type(d.canvas, "mau")
	hand.Pass(time.Second)
	hand.Step(0)
	if !hangs() {
		t.Fatal("the results do not show")
	}
	keys.Type(d.canvas, "r")
	hand.Pass(time.Second)
	d.Go(shell.Route{Screen: "new"})
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	if hangs() {
		t.Error("results hang over a screen that nobody searches any more")
	}
}
