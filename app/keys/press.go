package keys

import "fyne.io/fyne/v2"

// Press does on a canvas what a driver does when the chord is pressed: Tab
// moves the focus, a key with a modifier is a shortcut, any other key goes to
// the focused widget or, when there is none, to the canvas. Screen tests drive
// the program with it.
func Press(c fyne.Canvas, chord Chord) {
	name, mod := chord.parts()
	focused := c.Focused()
	if name == fyne.KeyTab && mod&^fyne.KeyModifierShift == 0 {
		if t, ok := focused.(fyne.Tabbable); !ok || !t.AcceptsTab() {
			if mod == 0 {
				c.FocusNext()
			} else {
				c.FocusPrevious()
			}
			return
		}
	}
	if mod&^fyne.KeyModifierShift != 0 {
		s := shortcutFor(chord)
		if f, ok := focused.(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		} else if h, ok := c.(fyne.Shortcutable); ok {
			h.TypedShortcut(s)
		} else if r, ok := routers[c]; ok {
			r.shortcut(s)
		}
		return
	}
	ev := &fyne.KeyEvent{Name: name}
	if focused != nil {
		focused.TypedKey(ev)
	} else if h := c.OnTypedKey(); h != nil {
		h(ev)
	}
	if len(name) == 1 {
		typeRune(c, rune(name[0]))
	}
}

// Type sends text to whatever is focused, one character at a time.
func Type(c fyne.Canvas, text string) {
	for _, ch := range text {
		typeRune(c, ch)
	}
}

func typeRune(c fyne.Canvas, ch rune) {
	if f := c.Focused(); f != nil {
		f.TypedRune(ch)
	} else if h := c.OnTypedRune(); h != nil {
		h(ch)
	}
}
