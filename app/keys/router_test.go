package keys_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
)

// heard collects the names of what was pressed.
type heard []string

func (h *heard) note(name string) func() { return func() { *h = append(*h, name) } }

func canvas(t *testing.T) fyne.Canvas {
	t.Helper()
	test.NewTempApp(t)
	c := test.NewTempWindow(t, nil).Canvas()
	t.Cleanup(func() { keys.Detach(c) })
	return c
}

func same(t *testing.T, got heard, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("heard %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("heard %v, want %v", got, want)
		}
	}
}

func TestTheScreenAnswersBeforeTheProgram(t *testing.T) {
	c := canvas(t)
	r := keys.Attach(c)
	var h heard
	r.Global().On("F4", h.note("program")).On("F5", h.note("reload"))
	r.SetScreen(keys.NewLayer().On("F4", h.note("screen")))
	keys.Press(c, "F4")
	keys.Press(c, "F5")
	same(t, h, "screen", "reload")

	r.SetScreen(nil)
	keys.Press(c, "F4")
	same(t, h, "screen", "reload", "program")
}

func TestADialogBlocksWhatLiesBeneathUntilItGoes(t *testing.T) {
	c := canvas(t)
	r := keys.Attach(c)
	var h heard
	r.Global().On("Ctrl+N", h.note("new")).On("1", h.note("first")).Always("F9", h.note("blank"))
	pop := r.Push(keys.NewBlocking().On("Esc", h.note("close")))
	if !r.Blocked() {
		t.Error("the router does not know that a dialog is up")
	}
	for _, k := range []keys.Chord{"Ctrl+N", "1", "Esc", "F9"} {
		keys.Press(c, k)
	}
	same(t, h, "close", "blank")

	pop()
	pop() // twice is harmless
	keys.Press(c, "Ctrl+N")
	keys.Press(c, "1")
	same(t, h, "close", "blank", "new", "first")
}

func TestTheUpperOfTwoDialogsAnswers(t *testing.T) {
	c := canvas(t)
	r := keys.Attach(c)
	var h heard
	r.Push(keys.NewBlocking().On("Esc", h.note("lower")))
	pop := r.Push(keys.NewBlocking().On("Esc", h.note("upper")))
	keys.Press(c, "Esc")
	pop()
	keys.Press(c, "Esc")
	same(t, h, "upper", "lower")
}

func TestTheKeypadsEnterIsEnter(t *testing.T) {
	c := canvas(t)
	r := keys.Attach(c)
	var h heard
	r.Global().On("Ctrl+Enter", h.note("next"))
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		keys.Shortcut(c.Content(), &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl})
	}
	same(t, h, "next", "next")
}

func TestEveryChordWithAModifierReachesTheRouterWithNothingFocused(t *testing.T) {
	for _, chord := range []keys.Chord{
		"Ctrl+A", "Ctrl+C", "Ctrl+K", "Ctrl+S", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z",
		"Ctrl+1", "Ctrl+6", "Ctrl+Enter", "Alt+1", "Alt+9", "Alt+R", "Ctrl+Shift+S",
	} {
		c := canvas(t)
		var h heard
		keys.Attach(c).Global().On(chord, h.note("yes"))
		keys.Press(c, chord)
		if len(h) != 1 {
			t.Errorf("%s was heard %d times", chord, len(h))
		}
	}
}

func TestADigitIsHeardOnceAndSpaceNever(t *testing.T) {
	c := canvas(t)
	var h heard
	keys.Attach(c).Global().On("3", h.note("three")).On(" ", h.note("space"))
	keys.Press(c, "3")
	keys.Type(c, " ")
	same(t, h, "three")
}

func TestWhatWasTakenAwayIsSilent(t *testing.T) {
	c := canvas(t)
	r := keys.Attach(c)
	var h heard
	l := keys.NewLayer().On("F2", h.note("edit"))
	r.SetScreen(l)
	l.Off("F2")
	if r.Act("F2") {
		t.Error("a key without a binding was taken")
	}
	same(t, h)
}

func TestAttachTwiceIsOneRouter(t *testing.T) {
	c := canvas(t)
	first := keys.Attach(c)
	if keys.Attach(c) != first {
		t.Error("one canvas has two routers")
	}
}
