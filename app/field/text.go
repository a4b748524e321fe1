package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

// Text is a field of one line. What is typed is never changed: no mask, no
// limit, pasting allowed.
type Text struct {
	Row
	entry *entry
	box   *box
	// Changed is called as the officer types, never by [Text.Set].
	Changed func(text string)
	echoOf  func(text string) string
}

// Text adds a field of one line.
func (f *Form) Text(name, label string) *Text {
	t := newText(name, label, 1)
	f.add(&t.Row)
	return t
}

func newText(name, label string, rows int) *Text {
	t := &Text{entry: newEntry(rows)}
	t.box = newBox(t.entry, rows)
	t.entry.row = &t.Row
	t.entry.changed = t.typed
	t.build(name, label, t.box, t.entry, func(bad bool) { t.box.set(bad, t.box.focused) })
	return t
}

func (t *Text) typed(text string) {
	if t.echoOf != nil {
		t.Echo(t.echoOf(text))
	}
	if t.Changed != nil {
		t.Changed(text)
	}
}

// Value is what is typed, as it is.
func (t *Text) Value() string { return t.entry.Text }

// Set puts text into the field without telling Changed.
func (t *Text) Set(text string) {
	t.entry.put(text)
	if t.echoOf != nil {
		t.Echo(t.echoOf(text))
	}
}

// Tall makes the box 40 high, as on the first start.
func (t *Text) Tall() {
	t.box.height = 40
	t.box.Refresh()
}

// ReadOnly sinks the field; its text can still be read and copied.
func (t *Text) ReadOnly(on bool) {
	if on {
		t.entry.Disable()
	} else {
		t.entry.Enable()
	}
	t.box.Refresh()
}

// EchoOf gives the field an echo that is made of what is typed; "" shows the
// hint instead.
func (t *Text) EchoOf(f func(text string) string) { t.echoOf = f }

// Notes adds a field of several lines. Tab leaves it; Enter makes a new line.
func (f *Form) Notes(name, label string, lines int) *Text {
	t := newText(name, label, max(2, lines))
	f.add(&t.Row)
	return t
}

// Postcode adds a field that takes a postcode in any case and spacing and
// echoes it tidied. A text that is no postcode is simply not echoed.
func (f *Form) Postcode(name, label string) *Text {
	t := f.Text(name, label)
	t.EchoOf(func(text string) string {
		tidy, usual := casework.TidyPostcode(text)
		if !usual || tidy == strings.TrimSpace(text) {
			return "" // nothing to tell
		}
		return tidy
	})
	return t
}

// Secret is a field for a password: dots, with a key to show them.
type Secret struct{ *Text }

// Secret adds a password field. Pasting is allowed.
func (f *Form) Secret(name, label string) *Secret {
	s := &Secret{newText(name, label, 1)}
	s.entry.Password = true
	s.entry.ActionItem = container.NewWithoutLayout() // the stock one would lie under the clip
	eye := look.NewIconButton(look.IconEye, "Show what is typed", nil)
	eye.OnPress(func() {
		s.entry.Password = !s.entry.Password
		s.entry.Refresh()
	})
	s.box.right = []fyne.CanvasObject{eye}
	f.add(&s.Row)
	return s
}

// Search is the field of the top bar: an icon, words that say what it finds, a
// keycap, and no label. It belongs to no form.
type Search struct {
	*Text
	// Keys is asked first with every key: arrows and Enter belong to the results.
	Keys func(fyne.KeyName) bool
	// Left is called when the focus goes elsewhere.
	Left func()
}

// NewSearch is a search field with the words shown while it is empty.
func NewSearch(words string, chord keys.Chord) *Search {
	s := &Search{Text: newText("search", "", 1)}
	s.entry.SetPlaceHolder(words)
	s.box.height = 40
	s.box.left = look.NewIco(look.IconSearch, look.Text, 20)
	if chord != "" {
		s.box.right = []fyne.CanvasObject{look.NewKeycap(chord)}
	}
	s.entry.first = func(k fyne.KeyName) bool { return s.Keys != nil && s.Keys(k) }
	s.entry.left = func() {
		if s.Left != nil {
			s.Left()
		}
	}
	return s
}

// Box is the field without a label or message line.
func (s *Search) Box() fyne.CanvasObject { return s.box }
