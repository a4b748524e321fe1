package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Toggle is an answer that is on or off. As a chip it stands among others; as
// a box it stands before a sentence.
type Toggle struct {
	press
	Words string
	on    bool
	box   bool
	// Changed is called when the officer changes it, never by [Toggle.Set].
	Changed func(on bool)
}

// NewToggle is a chip that toggles: "Large print".
func NewToggle(words string, changed func(on bool)) *Toggle {
	t := &Toggle{Words: words, Changed: changed}
	t.do = func() {
		t.Set(!t.on)
		if t.Changed != nil {
			t.Changed(t.on)
		}
	}
	t.extend(t)
	return t
}

// NewTick is a tick box with words at its right.
func NewTick(words string, changed func(on bool)) *Toggle {
	t := NewToggle(words, changed)
	t.box = true
	return t
}

// On reports whether it is on.
func (t *Toggle) On() bool { return t.on }

// Set turns it on or off without telling Changed.
func (t *Toggle) Set(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	if t.box {
		return t.boxRenderer()
	}
	ground := NewRect(Surface, 6)
	tick := NewIco(IconCheck, Accent, 14)
	words := NewTxt(t.Words, SizeBody, Text, false)
	row := Line(4, tick, words)
	around := ring(6)
	place := func(s fyne.Size) {
		ground.Resize(s)
		m := row.MinSize()
		row.Move(fyne.NewPos((s.Width-m.Width)/2, 0))
		row.Resize(fyne.NewSize(m.Width, s.Height))
		setRing(around, s, t.focused)
	}
	reread := func() {
		fill, edge, ink := Surface, FieldEdge, Text
		if t.on {
			fill, edge, ink = AccentTint, Accent, Accent
		}
		ground.Paint(fill, edge, 1)
		tick.Hidden = !t.on
		words.Bold = t.on
		words.Say(t.Words, ink)
		words.Refresh()
		place(t.Size())
	}
	reread()
	return &drawn{
		of:   t,
		objs: []fyne.CanvasObject{ground, row, around},
		min: func() fyne.Size { // as wide on as off, so that nothing jumps
			return fyne.NewSize(Measure(t.Words, SizeBody, true).Width+tick.MinSize().Width+4+Px(20), Px(36))
		},
		layout: place,
		reread: func() { reread(); row.Refresh() },
	}
}

func (t *Toggle) boxRenderer() fyne.WidgetRenderer {
	box := newTickBox()
	words := NewCut(t.Words, SizeBody, Text, false)
	around := ring(4)
	place := func(s fyne.Size) {
		side := box.MinSize().Width
		y := (s.Height - side) / 2
		box.Move(fyne.NewPos(0, y))
		box.Resize(box.MinSize())
		words.Move(fyne.NewPos(side+10, 0))
		words.Resize(fyne.NewSize(max(0, s.Width-side-10), s.Height))
		setRing(around, box.MinSize(), t.focused)
		around.Move(fyne.NewPos(-4, y-4))
	}
	reread := func() {
		box.on = t.on
		box.Refresh() // in the present palette, even where nothing else has changed
		words.Text = t.Words
		words.Refresh()
		place(t.Size())
	}
	reread()
	return &drawn{
		of:   t,
		objs: []fyne.CanvasObject{box, words, around},
		min: func() fyne.Size {
			return fyne.NewSize(box.MinSize().Width+10+words.Width(), Px(28))
		},
		layout: place,
		reread: reread,
	}
}

// tickBox is the picture of a tick box. By itself it never takes the focus,
// so that a table of a hundred of them is one stop for Tab.
type tickBox struct {
	widget.BaseWidget
	on bool
}

func newTickBox() *tickBox {
	b := &tickBox{}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tickBox) set(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	box, tick := NewRect(Surface, 4), NewIco(IconCheck, OnFill, 14)
	reread := func() {
		if b.on {
			box.Paint(Fill, Fill, 2)
		} else {
			box.Paint(Surface, FieldEdge, 2)
		}
		tick.Hidden = !b.on
	}
	reread()
	return &drawn{
		of:   b,
		objs: []fyne.CanvasObject{box, tick},
		min:  func() fyne.Size { return fyne.NewSquareSize(Px(18)) },
		layout: func(s fyne.Size) {
			side := Px(18)
			place(box, 0, (s.Height-side)/2, side, side)
			place(tick, 2, (s.Height-side)/2+2, side-4, side-4)
		},
		reread: func() { reread(); box.Refresh(); tick.Refresh() },
	}
}
