package look_test

import (
	"image/color"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

// show puts objects into a window of the given size under the light theme.
func show(t *testing.T, width, height float32, objs ...fyne.CanvasObject) (fyne.Canvas, *look.Theme) {
	t.Helper()
	app := test.NewTempApp(t)
	theme := look.NewTheme()
	theme.Set(app, look.Light, 1)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	c := w.Canvas()
	keys.Attach(c)
	t.Cleanup(func() { keys.Detach(c) })
	w.SetContent(look.Root(c, look.NewRect(look.Bg, 0), look.Column(0, objs...)))
	w.Resize(fyne.NewSize(width, height))
	return c, theme
}

func TestSpaceAndEnterPressAButton(t *testing.T) {
	pressed := 0
	b := look.NewPrimary("Record complaint", func() { pressed++ })
	c, _ := show(t, 400, 200, b)
	look.Focus(b)
	for _, k := range []keys.Chord{"Space", "Enter"} {
		keys.Press(c, k)
	}
	test.Tap(b)
	if pressed != 3 {
		t.Errorf("pressed %d times by Space, Enter and a click", pressed)
	}
}

func TestAShutButtonSaysWhyAndDoesNothing(t *testing.T) {
	b := look.NewPrimary("Print", func() { t.Error("a shut button was pressed") })
	c, _ := show(t, 400, 200, b)
	b.Shut("Print is shut")
	look.Focus(b)
	keys.Press(c, "Enter")
	if b.Words() != "Print is shut" {
		t.Errorf("it says %q", b.Words())
	}
	b.Open()
	if b.Words() != "Print" || b.IsShut() {
		t.Errorf("opened again it says %q", b.Words())
	}
}

func TestAFocusedButtonPassesOtherKeysOn(t *testing.T) {
	b := look.NewButton("Park", nil)
	c, _ := show(t, 400, 200, b)
	heard := ""
	for _, k := range []keys.Chord{"F8", "Ctrl+S", "2"} {
		keys.Attach(c).Global().On(k, func() { heard += string(k) + " " })
	}
	look.Focus(b)
	for _, k := range []keys.Chord{"F8", "Ctrl+S", "2"} {
		keys.Press(c, k)
	}
	if heard != "F8 Ctrl+S 2 " {
		t.Errorf("the router heard %q", heard)
	}
}

func TestArrowsMoveASegmentedChoiceAndSettingItIsSilent(t *testing.T) {
	var told []int
	s := look.NewSegmented([]string{"Letter", "Email", "Collect"}, func(i int) { told = append(told, i) })
	c, _ := show(t, 500, 200, s)
	s.Set(1)
	if len(told) != 0 {
		t.Error("setting it told the screen")
	}
	look.Focus(s)
	for _, k := range []keys.Chord{"Right", "Right", "Home", "End", "Left"} {
		keys.Press(c, k)
	}
	if s.Chosen() != 1 || len(told) != 4 {
		t.Errorf("chosen %d after %v", s.Chosen(), told)
	}
}

func TestSpaceTogglesAndEnterTogglesBack(t *testing.T) {
	var told []bool
	g := look.NewToggle("Large print", func(on bool) { told = append(told, on) })
	c, _ := show(t, 500, 200, g)
	wide := g.MinSize().Width
	look.Focus(g)
	keys.Press(c, "Space")
	if !g.On() || g.MinSize().Width != wide {
		t.Errorf("on %v, width went from %v to %v", g.On(), wide, g.MinSize().Width)
	}
	keys.Press(c, "Enter")
	if g.On() || len(told) != 2 {
		t.Errorf("on %v after being told %v", g.On(), told)
	}
}

func numbers(n int) (*look.List, *[]int) {
	var opened []int
	l := look.NewList(36, func() int { return n },
		func() fyne.CanvasObject { return look.NewTxt("", look.SizeBody, look.Text, false) },
		func(i int, o fyne.CanvasObject) { o.(*look.Txt).Say(strconv.Itoa(i), look.Text) })
	l.Open = func(i int) { opened = append(opened, i) }
	return l, &opened
}

func TestEveryKeyOfAListGoesWhereItSays(t *testing.T) {
	l, opened := numbers(1000)
	c, _ := show(t, 400, 400, look.AtLeast(0, 360, l))
	look.Focus(l)
	for _, step := range []struct {
		key keys.Chord
		at  int
	}{
		{"Up", 0}, {"Down", 1}, {"Down", 2}, {"PgDn", 11}, {"PgUp", 2}, {"End", 999}, {"Down", 999}, {"Home", 0},
	} {
		keys.Press(c, step.key)
		if l.Cursor() != step.at {
			t.Fatalf("after %s the cursor is at %d, want %d", step.key, l.Cursor(), step.at)
		}
	}
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if len(*opened) != 1 || (*opened)[0] != 1 {
		t.Errorf("opened %v", *opened)
	}
}

func TestAnEmptyListOpensNothing(t *testing.T) {
	l, opened := numbers(0)
	c, _ := show(t, 400, 400, look.AtLeast(0, 360, l))
	look.Focus(l)
	for _, k := range []keys.Chord{"Enter", "Down", "End", "PgDn", "Space"} {
		keys.Press(c, k)
	}
	if len(*opened) != 0 || l.Cursor() != 0 {
		t.Errorf("opened %v, cursor at %d", *opened, l.Cursor())
	}
}

func TestAListAsksForMoreBeforeItsEndOnly(t *testing.T) {
	l, _ := numbers(500)
	asked := 0
	l.NearEnd = func() { asked++ }
	c, _ := show(t, 400, 400, look.AtLeast(0, 360, l))
	look.Focus(l)
	c.Capture()
	if asked != 0 {
		t.Fatal("asked for more at the top of 500 rows")
	}
	keys.Press(c, "End")
	if asked == 0 {
		t.Error("did not ask for more at the end")
	}
}

type person struct{ name, ref string }

func people(ticks bool) *look.Table[person] {
	return look.NewTable(ticks,
		look.ColumnOf[person]{Name: "Reference", Width: 120, Sorts: true, Cell: func(p person) look.Cell { return look.Cell{Words: p.ref} }},
		look.ColumnOf[person]{Name: "Stage", Width: 80, Cell: func(person) look.Cell { return look.Cell{Words: "Stage 1"} }},
		look.ColumnOf[person]{Name: "Resident", Width: 160, Grow: true, Sorts: true, Cell: func(p person) look.Cell { return look.Cell{Words: p.name} }},
	)
}

func TestATableSelectsOpensAndForgetsWithNewRows(t *testing.T) {
	tb := people(true)
	tb.SetRows([]person{{"Maureen", "1"}, {"Leon", "2"}, {"Aneta", "3"}})
	c, _ := show(t, 700, 400, look.AtLeast(0, 300, tb.Object()))
	var opened []person
	tb.OnOpen = func(p person) { opened = append(opened, p) }
	look.Focus(tb.List)
	for _, k := range []keys.Chord{"Space", "Down", "Down", "Space", "Enter"} {
		keys.Press(c, k)
	}
	if got := tb.Selected(); len(got) != 2 || got[0].name != "Maureen" || got[1].name != "Aneta" {
		t.Errorf("selected %v", got)
	}
	if len(opened) != 1 || opened[0].name != "Aneta" {
		t.Errorf("opened %v", opened)
	}
	tb.SetRows([]person{{"Oliver", "4"}})
	if p, ok := tb.Current(); len(tb.Selected()) != 0 || !ok || p.name != "Oliver" {
		t.Errorf("after new rows %v is selected and the cursor is on %v", tb.Selected(), p)
	}
}

func TestTheHeadSortsByKeysAndSkipsWhatDoesNotSort(t *testing.T) {
	tb := people(false)
	c, _ := show(t, 700, 400, look.AtLeast(0, 300, tb.Object()))
	type order struct {
		column int
		down   bool
	}
	var asked []order
	tb.OnSort = func(column int, down bool) { asked = append(asked, order{column, down}) }
	c.FocusNext() // the head is the first stop
	for _, k := range []keys.Chord{"Enter", "Enter", "Right", "Space"} {
		keys.Press(c, k)
	}
	want := []order{{0, false}, {0, true}, {2, false}}
	if len(asked) != 3 || asked[0] != want[0] || asked[1] != want[1] || asked[2] != want[2] {
		t.Errorf("asked for %v, want %v", asked, want)
	}
}

func TestADrawerKeepsTheFocusInsideAndGivesItBack(t *testing.T) {
	opener, other := look.NewButton("Why this date?", nil), look.NewButton("Other", nil)
	c, _ := show(t, 1366, 741, opener, other)
	look.Focus(opener)
	inside := look.NewButton("Print for the resident", nil)
	closed := false
	d := look.OpenDrawer(c, "Why Tuesday 5 January 2027?", inside, nil, nil)
	d.Closed = func() { closed = true }
	for range 5 {
		keys.Press(c, "Tab")
		if f := c.Focused(); f == fyne.Focusable(opener) || f == fyne.Focusable(other) || f == nil {
			t.Fatalf("Tab left the drawer for %v", f)
		}
	}
	look.Focus(other) // as a late answer to the screen beneath might ask
	if c.Focused() == fyne.Focusable(other) {
		t.Error("the focus went beneath the drawer")
	}
	keys.Press(c, "Esc")
	if !closed || c.Overlays().Top() != nil {
		t.Error("Esc did not close the drawer")
	}
	if c.Focused() != fyne.Focusable(opener) {
		t.Errorf("the focus came back to %v", c.Focused())
	}
}

func TestARowFarDownIsScrolledIntoSight(t *testing.T) {
	var all []fyne.CanvasObject
	var last *look.Button
	for i := range 40 {
		last = look.NewButton("Button "+strconv.Itoa(i), nil)
		all = append(all, last)
	}
	scroll := look.Scroll(look.Card(look.Column(8, all...)))
	c, _ := show(t, 400, 300, look.AtLeast(0, 280, scroll))
	scroller := scroll.Objects[0].(*container.Scroll)
	for range 40 {
		keys.Press(c, "Tab")
	}
	if c.Focused() != fyne.Focusable(last) {
		t.Fatal("forty Tabs did not come to the fortieth button")
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	if pos.Y < 0 || pos.Y+last.Size().Height > scroller.Size().Height {
		t.Errorf("the focused button stands at %v of a scroll %v high", pos.Y, scroller.Size().Height)
	}
	look.Focus(all[0].(*look.Button))
	if scroller.Offset.Y > 20 {
		t.Errorf("going back to the first button leaves the scroll at %v", scroller.Offset.Y)
	}
}

func TestTheMessageGoesAfterItsTimeUnlessItsButtonIsFocused(t *testing.T) {
	h := task.ByHand()
	toaster := look.NewToaster(h.Runner)
	c, _ := show(t, 800, 400, look.NewButton("Other", nil), look.AtLeast(0, 300, toaster.Object()))
	toaster.Say("R. Castell now has C-2026-0375.", func() {})
	c.FocusNext()
	c.FocusNext() // Undo
	h.Pass(look.ToastTime)
	if toaster.Words() == "" {
		t.Fatal("the message went while its button was focused")
	}
	c.FocusPrevious()
	h.Pass(look.ToastTime)
	if toaster.Words() != "" {
		t.Error("the message stayed")
	}
}

func TestUndoTakesBackOnce(t *testing.T) {
	undone := 0
	toaster := look.NewToaster(task.ByHand().Runner)
	show(t, 800, 400, look.AtLeast(0, 300, toaster.Object()))
	toaster.Say("Stage set to 2.", func() { undone++ })
	if !toaster.Undo() || toaster.Undo() || undone != 1 {
		t.Errorf("undone %d times", undone)
	}
}

func TestAChangeOfThemeReachesWhatIsShown(t *testing.T) {
	r := look.NewRect(look.Surface, 0)
	r.Least = fyne.NewSize(100, 100)
	c, theme := show(t, 100, 100, r)
	at := func() color.NRGBA { return color.NRGBAModel.Convert(c.Capture().At(50, 50)).(color.NRGBA) }
	if got := at(); got != (color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
		t.Fatalf("light surface is %v", got)
	}
	theme.Set(fyne.CurrentApp(), look.Dark, 1)
	c.Content().Refresh()
	if got := at(); got != (color.NRGBA{0x19, 0x23, 0x29, 0xFF}) {
		t.Errorf("dark surface is %v", got)
	}
}

func TestTextGrowsWithTheTextSize(t *testing.T) {
	b := look.NewButton("Park", nil)
	_, theme := show(t, 400, 200, b)
	before := b.MinSize()
	theme.Set(fyne.CurrentApp(), look.Light, 2)
	if after := b.MinSize(); after.Height != before.Height*2 || after.Width < before.Width*1.5 {
		t.Errorf("at 200%% a button went from %v to %v", before, after)
	}
}

func TestAShortenedTextFitsAndIsTheLongestThatDoes(t *testing.T) {
	show(t, 100, 100)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[A-Za-z ŁłŵÉé,]{1,60}`).Draw(t, "text")
		width := rapid.Float32Range(20, 300).Draw(t, "width")
		got := look.Shorten(text, look.SizeBody, false, width)
		if got == text {
			return
		}
		if w := look.Measure(got, look.SizeBody, false).Width; w > width && got != "…" {
			t.Fatalf("%q is %v wide, more than %v", got, w, width)
		}
		kept := []rune(strings.TrimSuffix(got, "…"))
		if !strings.HasPrefix(text, string(kept)) {
			t.Fatalf("%q is no beginning of %q", got, text)
		}
	})
}

func TestAGridBecomesTwoColumnsThenOne(t *testing.T) {
	cards := make([]fyne.CanvasObject, 3)
	for i := range cards {
		cards[i] = look.NewRect(look.Surface, 0)
	}
	grid := look.Grid(3, 330, 16, cards...)
	show(t, 1366, 741, grid)
	for width, columns := range map[float32]int{1230: 3, 900: 2, 500: 1} {
		grid.Resize(fyne.NewSize(width, 700))
		first := 0
		for _, o := range cards {
			if o.Position().Y == 0 {
				first++
			}
		}
		if first != columns {
			t.Errorf("%v wide there are %d columns, want %d", width, first, columns)
		}
	}
}

func TestTextThatWrapsIsAsHighAsItsLinesAndPushesDownWhatFollows(t *testing.T) {
	long := look.NewSentence(look.Words(strings.Repeat("The drain has been cleared three times. ", 6)))
	below := look.NewButton("Park", nil)
	show(t, 300, 600, look.Line(8, look.NewIco(look.IconInfo, look.Muted, 16), long), below)
	line := look.Measure("A", look.SizeBody, false).Height
	if long.Size().Width < 250 || long.Size().Height < 5*line {
		t.Errorf("the sentence is %v", long.Size())
	}
	if below.Position().Y < long.Size().Height {
		t.Errorf("the button at %v is covered by text %v high", below.Position().Y, long.Size().Height)
	}
}

func TestLettersFindARowAndSpaceWithinANameDoesNotSelect(t *testing.T) {
	names := []string{"Leon Brackley", "Łukasz Wolny", "Maureen Idowu", "Maureen Tilley", "Nasreen Akhtar"}
	l := look.NewList(36, func() int { return len(names) },
		func() fyne.CanvasObject { return look.NewTxt("", look.SizeBody, look.Text, false) },
		func(i int, o fyne.CanvasObject) { o.(*look.Txt).Say(names[i], look.Text) })
	selected := 0
	l.Select = func(int) { selected++ }
	c, _ := show(t, 400, 400, look.AtLeast(0, 300, l))
	look.Focus(l)
	keys.Type(c, "m")
	if l.Cursor() != 0 {
		t.Fatal("a list without words was searched")
	}
	l.Words = func(i int) string { return names[i] }
	for _, step := range []struct {
		text string
		at   int
	}{{"m", 2}, {"x", 2}, {"N", 4}, {"ł", 1}} {
		keys.Type(c, step.text)
		if l.Cursor() != step.at {
			t.Fatalf("%q went to %q", step.text, names[l.Cursor()])
		}
	}
	keys.Press(c, "Home")
	for _, r := range "maureen t" {
		if r == ' ' {
			keys.Press(c, "Space")
		}
		keys.Type(c, string(r))
	}
	if l.Cursor() != 3 || selected != 0 {
		t.Errorf("found %q and selected %d rows", names[l.Cursor()], selected)
	}
	keys.Press(c, "Home")
	keys.Press(c, "Space")
	if selected != 1 {
		t.Errorf("Space selected %d rows", selected)
	}
}

func TestTheButtonsOfATitleGoBelowWhereTheyDoNotFit(t *testing.T) {
	b := look.NewPrimary("Print huddle sheet", nil).With(look.IconPrint, "Ctrl+P")
	top := look.Titled("Today", look.NewSentence(look.Words("3 overdue, 4 due today.")), b)
	c, theme := show(t, 700, 400, top)
	driver := fyne.CurrentApp().Driver()
	if at := driver.AbsolutePositionForObject(b); at.Y > 5 || at.X+b.Size().Width < 695 {
		t.Errorf("in 700 the button stands at %v", at)
	}
	theme.Set(fyne.CurrentApp(), look.Light, 2)
	c.Content().Refresh()
	if at := driver.AbsolutePositionForObject(b); at.Y < 40 || at.X+b.Size().Width > 700 {
		t.Errorf("in 700 with double text the button stands at %v, %v wide", at, b.Size().Width)
	}
}

func TestAPageFollowsTheCursorThroughATallListAndKeepsItsHeadInSight(t *testing.T) {
	l, _ := numbers(40)
	head := look.NewTxt("Overdue", look.SizeCard, look.Red, true)
	scroll := look.Scroll(look.Column(0, head, look.AtLeast(0, 40*36, l)))
	c, _ := show(t, 400, 300, look.AtLeast(0, 300, scroll))
	scroller := scroll.Objects[0].(*container.Scroll)
	look.Focus(l)
	if scroller.Offset.Y != 0 {
		t.Errorf("focusing the list scrolled its head away by %v", scroller.Offset.Y)
	}
	keys.Press(c, "End")
	if scroller.Offset.Y < 1000 {
		t.Errorf("the last row is out of sight: the page is at %v", scroller.Offset.Y)
	}
	keys.Press(c, "Home")
	if scroller.Offset.Y > 20 {
		t.Errorf("back at the first row the page is at %v", scroller.Offset.Y)
	}
}

func TestWhatIsInNoWindowFollowsThePaletteWhenItComesBack(t *testing.T) {
	for name, make := range map[string]func() fyne.CanvasObject{
		"button":   func() fyne.CanvasObject { return look.NewButton("Park", func() {}) },
		"tick box": func() fyne.CanvasObject { return look.NewTick("Somebody speaks for them", func(bool) {}) },
		"toggle":   func() fyne.CanvasObject { return look.NewToggle("Large print", func(bool) {}) },
		"options": func() fyne.CanvasObject {
			return look.NewOptions([]look.Option{{Word: "Yes"}, {Word: "No"}}, func(int) {})
		},
		"segments": func() fyne.CanvasObject { return look.NewSegmented([]string{"One", "Two"}, func(int) {}) },
	} {
		app := test.NewTempApp(t)
		theme := look.NewTheme()
		theme.Set(app, look.Light, 1)
		w := test.NewTempWindow(t, nil)
		away := look.Stack(make())
		w.SetContent(away)
		w.Resize(fyne.NewSize(300, 100))
		w.SetContent(look.Stack())
		theme.Set(app, look.Dark, 1)
		w.SetContent(away)
		away.Refresh()
		back := test.RenderToMarkup(w.Canvas())
		w.SetContent(look.Stack(make()))
		if want := test.RenderToMarkup(w.Canvas()); back != want {
			t.Errorf("the %s that was away is drawn as\n%s\nand a new one as\n%s", name, back, want)
		}
	}
}
