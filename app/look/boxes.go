package look

import "fyne.io/fyne/v2"

// Boxes is a choice among a few short answers, each in a box of its own, as many
// beside one another as there is room for. It is one stop for Tab; arrows, Home
// and End move the choice.
type Boxes struct {
	press
	options []string
	chosen  int
	bad     bool
	// Changed is called when the officer changes the choice, never by [Boxes.Set].
	Changed func(place int)
}

// boxGap lies between two boxes, and boxHeight is how high one is at 100 %.
const (
	boxGap    = 4
	boxHeight = 36
)

// NewBoxes has nothing chosen: -1.
func NewBoxes(options []string, changed func(place int)) *Boxes {
	b := &Boxes{options: options, chosen: -1, Changed: changed}
	b.also = b.arrow
	b.do = func() { b.choose(max(0, b.chosen)) }
	b.extend(b)
	return b
}

// Chosen is the place of the choice, or -1.
func (b *Boxes) Chosen() int { return b.chosen }

// Set chooses without telling Changed.
func (b *Boxes) Set(place int) {
	if place >= -1 && place < len(b.options) && place != b.chosen {
		b.chosen = place
		b.Refresh()
	}
}

// Mark draws the red edge of a field that needs another answer.
func (b *Boxes) Mark(bad bool) { b.bad = bad; b.Refresh() }

func (b *Boxes) choose(place int) {
	place = max(0, min(place, len(b.options)-1))
	if place != b.chosen {
		b.Set(place)
		if b.Changed != nil {
			b.Changed(place)
		}
	}
}

func (b *Boxes) arrow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyRight, fyne.KeyDown:
		b.choose(b.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		b.choose(b.chosen - 1)
	case fyne.KeyHome:
		b.choose(0)
	case fyne.KeyEnd:
		b.choose(len(b.options) - 1)
	default:
		return false
	}
	return true
}

// AccessibilityLabel is the answer chosen.
func (b *Boxes) AccessibilityLabel() string {
	if b.chosen < 0 {
		return "nothing chosen"
	}
	return b.options[b.chosen] + ", chosen"
}

// AccessibilityRole is part of fyne.Accessible.
func (*Boxes) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// columns is how many boxes stand beside one another at a width: all of them,
// half of them, or one.
func (b *Boxes) columns(width float32) int {
	n := len(b.options)
	for _, columns := range []int{n, (n + 1) / 2} {
		if width == 0 || (width-boxGap*float32(columns-1))/float32(columns) >= b.widest() {
			return max(1, columns)
		}
	}
	return 1
}

func (b *Boxes) widest() float32 {
	w := float32(0)
	for _, o := range b.options {
		w = max(w, Measure(o, SizeBody, true).Width+Px(20))
	}
	return w
}

// box is where the box of an answer stands in a widget of a width.
func (b *Boxes) box(place int, width float32) (fyne.Position, fyne.Size) {
	n := b.columns(width)
	w, h := (width-boxGap*float32(n-1))/float32(n), Px(boxHeight)
	return fyne.NewPos(float32(place%n)*(w+boxGap), float32(place/n)*(h+boxGap)), fyne.NewSize(w, h)
}

// Tapped chooses what lies under the pointer.
func (b *Boxes) Tapped(ev *fyne.PointEvent) {
	Focus(b)
	for i := range b.options {
		at, size := b.box(i, b.Size().Width)
		in := ev.Position.Subtract(at)
		if in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height {
			b.choose(i)
			return
		}
	}
}

// CreateRenderer is part of fyne.Widget.
func (b *Boxes) CreateRenderer() fyne.WidgetRenderer {
	n := len(b.options)
	grounds, words := make([]*Rect, n), make([]*Txt, n)
	around := ring(6)
	var objs []fyne.CanvasObject
	for i, o := range b.options {
		grounds[i], words[i] = NewRect(Surface, 6), NewCut(o, SizeBody, Text, false).Centre()
		objs = append(objs, grounds[i], words[i])
	}
	objs = append(objs, around)
	lay := func(s fyne.Size) {
		for i := range n {
			at, size := b.box(i, s.Width)
			place(grounds[i], at.X, at.Y, size.Width, size.Height)
			place(words[i], at.X+4, at.Y, max(0, size.Width-8), size.Height)
		}
		setRing(around, s, b.focused)
	}
	reread := func() {
		for i := range n {
			fill, edge, ink, width := Surface, FieldEdge, Text, float32(1)
			if b.bad {
				edge, width = Red, 2
			}
			if i == b.chosen {
				fill, edge, ink = Fill, Fill, OnFill
			}
			grounds[i].Paint(fill, edge, width)
			words[i].Bold = i == b.chosen
			words[i].Say(b.options[i], ink)
			words[i].Refresh()
		}
		lay(b.Size())
	}
	reread()
	return &drawn{
		of:   b,
		objs: objs,
		min: func() fyne.Size {
			columns := b.columns(b.Size().Width)
			rows := (n + columns - 1) / columns
			return fyne.NewSize(b.widest(), float32(rows)*(Px(boxHeight)+boxGap)-boxGap)
		},
		layout: lay,
		reread: reread,
	}
}
