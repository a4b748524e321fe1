package field_test

import (
	"errors"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

func show(t *testing.T, height float32, o fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	app := test.NewTempApp(t)
	look.NewTheme().Set(app, look.Light, 1)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	c := w.Canvas()
	keys.Attach(c)
	t.Cleanup(func() { keys.Detach(c) })
	w.SetContent(look.Root(c, o))
	w.Resize(fyne.NewSize(600, height))
	return c
}

// intake is a form with one field of every kind.
type intake struct {
	form    *field.Form
	name    *field.Text
	where   *field.Picker
	what    *field.Text
	when    *field.Date
	before  *field.Select
	reply   *field.Choice
	choice  *field.Options
	adjust  *field.Toggles
	sum     *field.Money
	code    *field.Text
	secret  *field.Secret
	text    *field.Check
	object  fyne.CanvasObject
	changes []string
}

func newIntake() *intake {
	f := field.NewForm()
	in := &intake{form: f}
	in.name = f.Text("name", "Full name")
	in.where = f.Picker("where", "Where", func(text string, show func([]field.Suggestion)) {
		show([]field.Suggestion{{Words: "31 Harebell Court", Value: 31}, {Words: "27 Harebell Court", Value: 27}})
	})
	in.what = f.Notes("what", "What happened", 4)
	in.when = f.Date("when", "When did it start?", func(text string) (string, error) {
		if text == "last fri" {
			return "Friday 6 November 2026", nil
		}
		return "", errors.New("Enter a day, like 27 3 2026")
	})
	in.before = f.Select("before", "Told us before?", "No", "By phone", "By letter")
	in.reply = f.Choice("reply", "How to reply", "Letter", "Email", "Collect")
	in.choice = f.Options("choice", "Is it a complaint?", look.Option{Word: "Yes"}, look.Option{Word: "Not today"})
	in.adjust = f.Toggles("adjust", "Adjustments", "Large print", "Interpreter")
	in.sum = f.Money("sum", "Sum")
	in.code = f.Postcode("code", "Postcode")
	in.secret = f.Secret("secret", "Password")
	in.text = f.Check("text", "Send a text message")
	in.name.Changed = func(s string) { in.changes = append(in.changes, "name "+s) }
	in.where.Changed = func(s string) { in.changes = append(in.changes, "where "+s) }
	in.when.Changed = func(s string) { in.changes = append(in.changes, "when "+s) }
	in.before.Changed = func(s string) { in.changes = append(in.changes, "before "+s) }
	in.reply.Changed = func(s string) { in.changes = append(in.changes, "reply "+s) }
	in.choice.Changed = func(i int) { in.changes = append(in.changes, "choice "+strconv.Itoa(i)) }
	in.adjust.Changed = func([]string) { in.changes = append(in.changes, "adjust") }
	in.text.Changed = func(bool) { in.changes = append(in.changes, "text") }
	in.object = f.In(look.Column(12, f.Summary(), in.name.Object(), in.where.Object(), in.what.Object(), in.when.Object(),
		in.before.Object(), in.reply.Object(), in.choice.Object(), in.adjust.Object(), in.sum.Object(),
		in.code.Object(), in.secret.Object(), in.text.Object()))
	return in
}

// order is the fields in the order in which Tab should stop at them.
func (in *intake) order() []fyne.Focusable {
	return []fyne.Focusable{
		in.name.Focusable(), in.where.Focusable(), in.what.Focusable(), in.when.Focusable(),
		in.before.Focusable(), in.reply.Focusable(), in.choice.Focusable(), in.adjust.Focusable(),
	}
}

func TestTabAndShiftTabLeaveEveryField(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.form.First()
	for i, want := range in.order() {
		if c.Focused() != want {
			t.Fatalf("stop %d is %v, want %v", i, c.Focused(), want)
		}
		keys.Press(c, "Tab")
	}
	// The second toggle, the sum, the postcode, the password and its eye, the tick.
	for range 6 {
		if c.Focused() == nil {
			t.Fatal("Tab lost the focus before the last field")
		}
		keys.Press(c, "Tab")
	}
	if c.Focused() != in.name.Focusable() {
		t.Errorf("after the last field Tab comes to %v, not to the first again", c.Focused())
	}
	in.form.Focus("when")
	for _, want := range []fyne.Focusable{in.what.Focusable(), in.where.Focusable(), in.name.Focusable()} {
		keys.Press(c, "Shift+Tab")
		if c.Focused() != want {
			t.Fatalf("Shift+Tab comes to %v, want %v", c.Focused(), want)
		}
	}
	if in.what.Value() != "" {
		t.Errorf("Tab typed %q into the notes", in.what.Value())
	}
}

func TestEnterGoesOnAndInTheLastFieldDoesTheDefault(t *testing.T) {
	f := field.NewForm()
	first, hidden, notes, last := f.Text("a", "A"), f.Text("b", "B"), f.Notes("c", "C", 3), f.Text("d", "D")
	saved := 0
	f.Default = func() { saved++ }
	c := show(t, 600, look.Column(8, first.Object(), hidden.Object(), notes.Object(), last.Object()))
	hidden.Hide()
	first.Focus()
	keys.Press(c, "Enter")
	if c.Focused() != notes.Focusable() {
		t.Fatalf("Enter came to %v, want the next field that shows", c.Focused())
	}
	keys.Type(c, "one")
	keys.Press(c, "Enter")
	keys.Type(c, "two")
	if notes.Value() != "one\ntwo" {
		t.Errorf("the notes hold %q", notes.Value())
	}
	last.Focus()
	keys.Press(c, "Enter")
	if saved != 1 {
		t.Errorf("the default was done %d times", saved)
	}
}

func TestKeysThatDoNotEditReachTheRouterFromEveryField(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	heard := 0
	chords := []keys.Chord{"F1", "F4", "F8", "Esc", "Ctrl+S", "Ctrl+Enter", "Alt+1", "Alt+R", "Ctrl+1"}
	for _, k := range chords {
		keys.Attach(c).Global().On(k, func() { heard++ })
	}
	for _, f := range in.order() {
		c.Focus(f)
		heard = 0
		for _, k := range chords {
			keys.Press(c, k)
		}
		if heard != len(chords) {
			t.Errorf("from %T the router heard %d of %d", f, heard, len(chords))
		}
	}
}

func TestEditingKeysStayInTheField(t *testing.T) {
	f := field.NewForm()
	name := f.Text("name", "Full name")
	c := show(t, 200, name.Object())
	for _, k := range []keys.Chord{"Ctrl+Z", "Ctrl+A", "Ctrl+C", "Ctrl+V", "1", "Left", "Home", "Del"} {
		keys.Attach(c).Global().On(k, func() { t.Errorf("%s left the field", k) })
	}
	name.Focus()
	keys.Type(c, "Grace 1")
	for _, k := range []keys.Chord{"Left", "Home", "Del", "Ctrl+A", "Ctrl+C"} {
		keys.Press(c, k)
	}
	if name.Value() != "race 1" {
		t.Errorf("the field holds %q", name.Value())
	}
	keys.Press(c, "Ctrl+V")
	if name.Value() != "race 1" {
		t.Errorf("after pasting over all it holds %q", name.Value())
	}
	keys.Press(c, "Ctrl+Z")
	keys.Press(c, "1")
	if name.Value() == "race 1" {
		t.Error("neither undo nor the digit reached the field")
	}
}

func TestFillingAFormInTellsNobody(t *testing.T) {
	in := newIntake()
	show(t, 1200, in.object)
	in.name.Set("Grace Adeyemi")
	in.where.Set("31 Harebell Court")
	in.when.Set("last fri")
	in.before.Set("By phone")
	in.reply.Set("Email")
	in.choice.Set(1)
	in.adjust.Set([]string{"Interpreter"})
	in.text.Set(true)
	if len(in.changes) != 0 {
		t.Errorf("the screen was told %v", in.changes)
	}
	if in.when.Message() != "Friday 6 November 2026" {
		t.Errorf("a draft's date echoes %q", in.when.Message())
	}
	in.name.Focus()
	keys.Type(fyne.CurrentApp().Driver().CanvasForObject(in.object), "!")
	if len(in.changes) != 1 || in.changes[0] != "name Grace Adeyemi!" {
		t.Errorf("typing told %v", in.changes)
	}
}

func TestNothingIsJudgedWhileTypingOrOnLeaving(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.when.Hint("Like 27 3 2026")
	in.when.Focus()
	keys.Type(c, "foo")
	keys.Press(c, "Tab")
	if in.when.Message() != "Like 27 3 2026" || len(in.form.Errors()) != 0 {
		t.Errorf("leaving shows %q and %v", in.when.Message(), in.form.Errors())
	}
}

func TestErrorsStandUnderTheirFieldsAndInASummaryThatLeadsThere(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.name.Set("typed")
	in.form.ShowErrors(map[string]string{
		"when": "Enter the day it started – it cannot be after today",
		"name": "Enter a name, or not given",
		"":     "Choose an office in Settings",
	})
	if !in.form.Summary().Visible() {
		t.Fatal("there is no summary")
	}
	link, ok := c.Focused().(*look.Link)
	if !ok || link.Words != "Enter a name, or not given" {
		t.Fatalf("the focus is on %v, not on the first line of the summary", c.Focused())
	}
	keys.Press(c, "Tab")
	keys.Press(c, "Enter")
	if c.Focused() != in.when.Focusable() {
		t.Errorf("the second line leads to %v", c.Focused())
	}
	if in.when.Message() != "Enter the day it started – it cannot be after today" || in.name.Value() != "typed" {
		t.Errorf("the date says %q and the name holds %q", in.when.Message(), in.name.Value())
	}
	in.form.ShowErrors(nil)
	if in.form.Summary().Visible() || len(in.form.Errors()) != 0 || in.when.Message() != "" {
		t.Error("the errors did not go")
	}
}

func TestAMessageNeverCoversTheFieldBelow(t *testing.T) {
	in := newIntake()
	show(t, 1400, in.object)
	in.name.Err("Enter a name, or not given")
	below := in.where.Object()
	above := in.name.Object()
	if gap := below.Position().Y - above.Position().Y - above.MinSize().Height; gap < 8 {
		t.Errorf("the next field begins %v after the message", gap)
	}
}

func TestAScrolledFormFollowsTheFocus(t *testing.T) {
	f := field.NewForm()
	var rows []fyne.CanvasObject
	var last *field.Text
	for i := range 30 {
		last = f.Text("field"+strconv.Itoa(i), "Field")
		rows = append(rows, last.Object())
	}
	scroll := look.Scroll(f.In(look.Card(look.Column(12, rows...))))
	c := show(t, 400, scroll)
	scroller := scroll.Objects[0].(*container.Scroll)
	f.First()
	for range 29 {
		keys.Press(c, "Enter")
	}
	if c.Focused() != last.Focusable() {
		t.Fatal("29 times Enter did not come to the last field")
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject))
	if scroller.Offset.Y < 1000 || at.Y < 0 || at.Y > 400 {
		t.Errorf("the last field stands at %v with the scroll at %v", at.Y, scroller.Offset.Y)
	}
	f.Focus("field0")
	if scroller.Offset.Y > 40 {
		t.Errorf("back at the first field the scroll is at %v", scroller.Offset.Y)
	}
}

func TestTwoFieldsOfOneNameAreAMistake(t *testing.T) {
	show(t, 100, look.Column(0))
	f := field.NewForm()
	f.Text("name", "Full name")
	defer func() {
		if recover() == nil {
			t.Error("nobody noticed")
		}
	}()
	f.Text("name", "Name")
}

func TestOneOfTwoFieldsBesideOneAnotherCanGo(t *testing.T) {
	f := field.NewForm()
	a, b, next := f.Text("a", "Full name"), f.Text("b", "Phone"), f.Text("c", "Where")
	b.Hint("Any form")
	b.Hide() // before it is placed, as a draft may ask
	pair := field.Beside([]float32{1, 1}, &a.Row, &b.Row)
	c := show(t, 300, f.In(look.Column(8, pair, next.Object())))
	a.Focus()
	keys.Press(c, "Enter")
	if c.Focused() != next.Focusable() || b.Message() != "" || !pair.Visible() {
		t.Errorf("Enter went to %v; the hidden field says %q", c.Focused(), b.Message())
	}
	if b.Object().Visible() || b.Visible() || !a.Visible() {
		t.Error("the one that went is said to show")
	}
	b.Show()
	if b.Message() != "Any form" {
		t.Errorf("shown again it says %q", b.Message())
	}
	keys.Press(c, "Shift+Tab")
	if c.Focused() != b.Focusable() {
		t.Errorf("shown again it is not a stop: %v", c.Focused())
	}
	a.Hide()
	b.Hide()
	if pair.Visible() {
		t.Error("with both gone their row still takes room")
	}
}
