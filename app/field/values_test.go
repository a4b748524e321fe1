package field_test

import (
	"bytes"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

func TestWhatIsTypedIsNeverChanged(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	for _, try := range []struct {
		row  *field.Row
		get  func() string
		text string
	}{
		{&in.code.Row, in.code.Value, "de24 7qh "}, {&in.sum.Row, in.sum.Value, "£1,250.5"},
		{&in.name.Row, in.name.Value, "O’Łukasz  Nguyễn"}, {&in.when.Row, in.when.Value, "last fri"},
	} {
		try.row.Focus()
		keys.Type(c, try.text)
		keys.Press(c, "Tab")
		if try.get() != try.text {
			t.Errorf("%q became %q", try.text, try.get())
		}
	}
	if in.code.Message() != "DE24 7QH" || in.sum.Message() != "£1,250.50" || in.when.Message() != "Friday 6 November 2026" {
		t.Errorf("the echoes are %q, %q, %q", in.code.Message(), in.sum.Message(), in.when.Message())
	}
}

func TestAPickerTakesKeysThatComeBeforeItsList(t *testing.T) {
	var answers []func([]field.Suggestion)
	var chosen []field.Suggestion
	f := field.NewForm()
	p := f.Picker("who", "Who", func(_ string, show func([]field.Suggestion)) { answers = append(answers, show) })
	p.Chosen = func(s field.Suggestion) { chosen = append(chosen, s) }
	next := f.Text("next", "Next")
	c := show(t, 400, look.Column(8, p.Object(), next.Object()))
	people := []field.Suggestion{{Words: "Ada Lovelace"}, {Words: "Adam Smith"}}

	p.Focus()
	keys.Type(c, "ad")
	keys.Press(c, "Down")
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if len(chosen) != 0 || c.Focused() != p.Focusable() {
		t.Fatal("something is chosen before there is a list")
	}
	answers[len(answers)-1](people)
	if len(chosen) != 1 || p.Value() != "Adam Smith" || len(p.Suggestions()) != 0 {
		t.Errorf("chosen is %v, and the field holds %q", chosen, p.Value())
	}

	p.Set("")
	keys.Type(c, "ad")
	keys.Press(c, "Down")
	keys.Type(c, "a")
	answers[len(answers)-1](people)
	if len(chosen) != 1 || len(p.Suggestions()) != 2 {
		t.Errorf("keys pressed for an older text count: %v", chosen)
	}

	keys.Type(c, "m") // the list of "ada" still hangs there
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	answers[len(answers)-1](people[1:])
	if len(chosen) != 2 || chosen[1].Words != "Adam Smith" {
		t.Errorf("a line of the list before is taken: %v", chosen)
	}

	p.Set("")
	keys.Type(c, "ad")
	keys.Press(c, "Enter")
	if c.Focused() != next.Focusable() {
		t.Error("Enter alone waits for the list")
	}
	answers[len(answers)-1](people)
	if len(p.Suggestions()) != 0 {
		t.Error("a list opens under a field that was left")
	}
}

func TestAPickerIsChosenFromByKeys(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	var chosen field.Suggestion
	in.where.Chosen = func(s field.Suggestion) { chosen = s }
	in.where.Focus()
	keys.Type(c, "har")
	keys.Press(c, "Down")
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if chosen.Value != 27 || in.where.Value() != "27 Harebell Court" {
		t.Errorf("chose %v, the field holds %q", chosen, in.where.Value())
	}
	if last := in.changes[len(in.changes)-1]; last != "where 27 Harebell Court" {
		t.Errorf("the screen was last told %q", last)
	}
	if c.Focused() != in.where.Focusable() {
		t.Error("choosing moved the focus")
	}
}

func TestEscapePutsTheListAwayAndKeepsWhatWasTyped(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	left := 0
	keys.Attach(c).Global().On("Esc", func() { left++ })
	in.where.Focus()
	keys.Type(c, "har")
	keys.Press(c, "Down")
	keys.Press(c, "Esc")
	if in.where.Value() != "har" || len(in.where.Suggestions()) != 0 || left != 0 {
		t.Errorf("holds %q, %d suggestions, the router heard Esc %d times", in.where.Value(), len(in.where.Suggestions()), left)
	}
	keys.Press(c, "Esc")
	if left != 1 {
		t.Error("the second Esc did not reach the router")
	}
}

func TestEnterWithNothingMarkedGoesOnToTheNextField(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.where.Focus()
	keys.Type(c, "har")
	keys.Press(c, "Enter")
	if in.where.Value() != "har" || c.Focused() != in.what.Focusable() {
		t.Errorf("holds %q with the focus on %v", in.where.Value(), c.Focused())
	}
}

func TestAnAnswerToAnOlderTextIsNotShown(t *testing.T) {
	var answers []func([]field.Suggestion)
	f := field.NewForm()
	p := f.Picker("who", "Who", func(_ string, show func([]field.Suggestion)) { answers = append(answers, show) })
	c := show(t, 400, p.Object())
	p.Focus()
	keys.Type(c, "ab")
	answers[1]([]field.Suggestion{{Words: "abc"}})
	answers[0]([]field.Suggestion{{Words: "a"}, {Words: "aa"}})
	if got := p.Suggestions(); len(got) != 1 || got[0].Words != "abc" {
		t.Errorf("shows %v", got)
	}
}

func TestASelectChangesOnlyWhenAnAnswerIsTaken(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.before.Set("No")
	in.before.Focus()
	for _, k := range []keys.Chord{"Left", "Right", "Down", "Down", "Esc"} {
		keys.Press(c, k)
	}
	if in.before.Value() != "No" || len(in.changes) != 0 {
		t.Fatalf("passing through changed it to %q", in.before.Value())
	}
	for _, k := range []keys.Chord{"Space", "Down", "Down", "Enter"} {
		keys.Press(c, k)
	}
	if in.before.Value() != "By letter" {
		t.Errorf("took %q", in.before.Value())
	}
	keys.Type(c, "b")
	if in.before.Value() != "By phone" {
		t.Errorf("b went to %q", in.before.Value())
	}
	in.before.SetOptions("No", "By email")
	if in.before.Value() != "" {
		t.Errorf("%q is no longer offered", in.before.Value())
	}
}

// Somebody who types the word they look for comes to it, and not to whatever
// begins with its last letter; the same letter again goes on to the next.
func TestTypingIntoASelectFindsTheWord(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.before.SetOptions("Another, as typed", "Carpet", "Cooker", "By phone", "By post")
	for _, try := range []struct{ typed, want string }{
		{"carpet", "Carpet"}, {"coo", "Cooker"}, {"cc", "Carpet"}, {"by", "By phone"}, {"by po", "By post"}, {"z", "Carpet"},
	} {
		in.before.Set("Carpet")
		in.reply.Focus() // what was typed before counts no more
		in.before.Focus()
		for _, r := range try.typed {
			if r == ' ' {
				keys.Press(c, "Space")
			}
			keys.Type(c, string(r))
		}
		if got := in.before.Value(); got != try.want {
			t.Errorf("%q goes to %q, not %q", try.typed, got, try.want)
		}
	}
}

func TestTogglesKeepTheirOrder(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.adjust.Focus()
	keys.Press(c, "Tab")
	keys.Press(c, "Space")
	keys.Press(c, "Shift+Tab")
	keys.Press(c, "Space")
	if got := strings.Join(in.adjust.Value(), ", "); got != "Large print, Interpreter" {
		t.Errorf("on are %q", got)
	}
}

func picture(c fyne.Canvas) []byte { return c.Capture().(*image.NRGBA).Pix }

func TestAFieldShowsWhereTheFocusIs(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	for _, f := range in.order() {
		c.Unfocus()
		before := picture(c)
		c.Focus(f)
		if bytes.Equal(picture(c), before) {
			t.Errorf("nothing shows that %T has the focus", f)
		}
	}
}

func TestTheScreenReadsTheSameWithMessagesSideBySide(t *testing.T) {
	f := field.NewForm()
	a, b := f.Text("a", "Full name"), f.Text("b", "Phone")
	o := field.Beside([]float32{2, 1}, &a.Row, &b.Row)
	show(t, 300, f.In(look.Column(0, o)))
	a.Echo("Known: tenant since March 2021, no markers")
	driver := fyne.CurrentApp().Driver()
	ay, by := driver.AbsolutePositionForObject(a.Focusable().(fyne.CanvasObject)).Y, driver.AbsolutePositionForObject(b.Focusable().(fyne.CanvasObject)).Y
	if ay != by {
		t.Errorf("one box stands at %v, the other at %v", ay, by)
	}
}

func TestDownOffersTheDaysCloseBy(t *testing.T) {
	in := newIntake()
	c := show(t, 1200, in.object)
	in.when.Near = func() []field.Suggestion {
		return []field.Suggestion{{Words: "yesterday", Second: "Thursday 12 November"}, {Words: "last fri", Second: "Friday 6 November"}}
	}
	in.when.Focus()
	for _, k := range []keys.Chord{"Down", "Down", "Down", "Enter"} {
		keys.Press(c, k)
	}
	if in.when.Value() != "last fri" || in.when.Message() != "Friday 6 November 2026" || len(in.changes) != 1 {
		t.Errorf("holds %q, echoes %q, told %v", in.when.Value(), in.when.Message(), in.changes)
	}
}
