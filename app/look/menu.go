package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
)

// MenuLine is one line of a [Menu].
type MenuLine struct{ Words, Second string }

// Menu is a list that hangs below a field. The field keeps the focus and tells
// it where the cursor is; a click chooses.
type Menu struct {
	widget.BaseWidget
	lines  []MenuLine
	at     int
	choose func(place int)
}

// menuRows is how many lines a menu shows at once.
const menuRows = 8

// NewMenu has no line marked.
func NewMenu(lines []MenuLine, choose func(place int)) *Menu {
	m := &Menu{lines: lines, at: -1, choose: choose}
	m.ExtendBaseWidget(m)
	return m
}

// At marks a line and brings it into sight.
func (m *Menu) At(place int) {
	m.at = place
	m.Refresh()
}

// first is the place of the topmost line in sight.
func (m *Menu) first() int { return max(0, m.at-menuRows+1) }

// MouseDown chooses the line under the pointer. It is not Tapped, because by
// then the field has lost the focus and taken its list away.
func (m *Menu) MouseDown(ev *desktop.MouseEvent) {
	place := m.first() + int((ev.Position.Y-4)/m.rowHeight())
	if place >= 0 && place < len(m.lines) {
		m.choose(place)
	}
}

// MouseUp is part of desktop.Mouseable.
func (m *Menu) MouseUp(*desktop.MouseEvent) {}

func (m *Menu) rowHeight() float32 { return Px(34) }

// CreateRenderer is part of fyne.Widget.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer {
	ground := NewRect(Surface, 6)
	ground.Edge, ground.EdgeWidth = FieldEdge, 1
	n := min(len(m.lines), menuRows)
	objs := []fyne.CanvasObject{ground}
	rows := make([]*Rect, n)
	words, seconds := make([]*Txt, n), make([]*Txt, n)
	for i := range n {
		rows[i] = NewRect(Nothing, 4)
		words[i] = NewCut("", SizeBody, Text, false)
		seconds[i] = NewCut("", SizeSmall, Muted, false).Right()
		objs = append(objs, rows[i], words[i], seconds[i])
	}
	lay := func(s fyne.Size) {
		ground.Resize(s)
		for i := range n {
			line := m.first() + i
			y, h := 4+float32(i)*m.rowHeight(), m.rowHeight()
			fill, edge := Nothing, Nothing
			if line == m.at {
				fill, edge = AccentTint, Accent
			}
			rows[i].Paint(fill, edge, 2)
			words[i].Say(m.lines[line].Words, Text)
			seconds[i].Say(m.lines[line].Second, Muted)
			place(rows[i], 4, y, s.Width-8, h)
			w := min(words[i].Width(), s.Width-28)
			place(words[i], 13, y, w, h)
			place(seconds[i], 13+w+12, y, max(0, s.Width-w-38), h)
		}
	}
	return &drawn{
		of:     m,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(100, float32(n)*m.rowHeight()+8) },
		layout: lay,
		reread: func() { lay(m.Size()) },
	}
}

// SelectBox is the box of a field that opens a list: the answer and a mark
// that says there are more.
type SelectBox struct {
	press
	words string
	bad   bool
	// Opened is called when the list should open or close.
	Opened func()
	// Keys is asked first with every key.
	Keys func(fyne.KeyName) bool
	// Letter is asked with every character.
	Letter func(rune) bool
	// Left is called when the focus goes elsewhere.
	Left func()
}

// NewSelectBox shows no answer yet.
func NewSelectBox() *SelectBox {
	s := &SelectBox{}
	s.do = func() { s.Opened() }
	s.also = func(k fyne.KeyName) bool { return s.Keys(k) }
	s.extend(s)
	return s
}

// Say shows an answer.
func (s *SelectBox) Say(words string) { s.words = words; s.Refresh() }

// Mark draws the red edge of a field that needs another answer.
func (s *SelectBox) Mark(bad bool) { s.bad = bad; s.Refresh() }

// TypedRune goes to an answer by its first letter.
func (s *SelectBox) TypedRune(r rune) {
	if !s.Letter(r) {
		keys.Rune(s, r)
	}
}

// FocusLost closes the list.
func (s *SelectBox) FocusLost() {
	s.press.FocusLost()
	s.Left()
}

// CreateRenderer is part of fyne.Widget.
func (s *SelectBox) CreateRenderer() fyne.WidgetRenderer {
	box, words, down := NewRect(Surface, 6), NewCut("", SizeBody, Text, false), NewIco(IconDown, Text, 16)
	around := ring(6)
	lay := func(size fyne.Size) {
		box.Resize(size)
		place(words, 13, 0, max(0, size.Width-13-Px(16)-20), size.Height)
		place(down, size.Width-Px(16)-14, 0, Px(16), size.Height)
		setRing(around, size, s.focused)
	}
	reread := func() {
		edge, width := FieldEdge, float32(1)
		if s.bad {
			edge, width = Red, 2
		}
		box.Paint(Surface, edge, width)
		words.Say(s.words, Text)
		lay(s.Size())
	}
	reread()
	return &drawn{
		of:     s,
		objs:   []fyne.CanvasObject{box, words, down, around},
		min:    func() fyne.Size { return fyne.NewSize(Px(80), Px(36)) },
		layout: lay,
		reread: reread,
	}
}

// IconButton is a button that is only an icon, 28 square; its name is for
// those who cannot see it.
type IconButton struct {
	press
	icon Icon
	name string
}

// NewIconButton is a button with an icon and a name.
func NewIconButton(i Icon, name string, do func()) *IconButton {
	b := &IconButton{icon: i, name: name}
	b.do = do
	b.extend(b)
	return b
}

// OnPress sets what the button does.
func (b *IconButton) OnPress(do func()) { b.do = do }

// CreateRenderer is part of fyne.Widget.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	icon, around := NewIco(b.icon, Text, 18), NewFrame(Nothing, 2, 6)
	reread := func() {
		edge := Nothing
		if b.focused {
			edge = Accent
		}
		around.Paint(Nothing, edge, 2)
	}
	reread()
	return &drawn{
		of:     b,
		objs:   []fyne.CanvasObject{icon, around},
		min:    func() fyne.Size { return fyne.NewSquareSize(Px(28)) },
		layout: func(s fyne.Size) { icon.Resize(s); around.Resize(s) },
		reread: func() { reread(); icon.Refresh() },
	}
}
