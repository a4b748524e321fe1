package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// NavItem is a place on the rail: an icon over a word, 72 by 64.
type NavItem struct {
	press
	word     string
	icon     Icon
	selected bool
}

// NewNavItem is a place that is not the one shown.
func NewNavItem(word string, i Icon, do func()) *NavItem {
	n := &NavItem{word: word, icon: i}
	n.do = do
	n.extend(n)
	return n
}

// Select marks the place as the one shown, or not.
func (n *NavItem) Select(on bool) {
	if n.selected != on {
		n.selected = on
		n.Refresh()
	}
}

// Selected reports whether it is the place shown.
func (n *NavItem) Selected() bool { return n.selected }

// CreateRenderer is part of fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	ground, bar, ring := NewRect(Nothing, 8), NewRect(Nothing, 2), NewFrame(Nothing, 2, 8)
	icon, word := NewIco(n.icon, OnRail, 22), NewCut(n.word, SizeSmall, OnRail, false).Centre()
	reread := func() {
		fill, mark, ink, edge := Nothing, Nothing, OnRail, Nothing
		if n.selected {
			fill, mark, ink = RailSel, RailMark, OnRailSel
		}
		if n.focused {
			edge = RailMark
		}
		ground.Paint(fill, Nothing, 0)
		bar.Paint(mark, Nothing, 0)
		ring.Paint(Nothing, edge, 2)
		icon.Set(n.icon, ink)
		word.Bold = n.selected
		word.Say(n.word, ink)
		word.Refresh()
	}
	reread()
	return &drawn{
		of:   n,
		objs: []fyne.CanvasObject{ground, bar, icon, word, ring},
		min:  func() fyne.Size { return fyne.NewSize(Px(72), 20+Px(44)) },
		layout: func(s fyne.Size) {
			ground.Resize(s)
			ring.Resize(s)
			place(bar, 0, s.Height/4, 4, s.Height/2)
			side := Px(22)
			place(icon, (s.Width-side)/2, s.Height/2-side+2, side, side)
			h := word.MinSize().Height
			place(word, 2, s.Height/2+Px(4), s.Width-4, h)
		},
		reread: reread,
	}
}

// Initials is an officer's initials in a circle.
func Initials(letters string) fyne.CanvasObject {
	return AtLeast(32, 32, Stack(NewRect(AccentTint, canvas.RadiusMaximum), NewTxt(letters, SizeSmall, Accent, true).Centre()))
}

// ScrollNarrow is a scroll downwards without room for focus rings, for what
// draws its ring inside.
func ScrollNarrow(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(content)
}

// Shrinking sets lead at the left and rest at the right. Where there is too
// little room lead shrinks from most to least wide, and then the objects of
// drop go, one after another.
func Shrinking(most, least, gap float32, lead fyne.CanvasObject, rest, drop []fyne.CanvasObject) *fyne.Container {
	l := &shrinkLayout{most: most, least: least, gap: gap, lead: lead, rest: rest, drop: drop}
	return container.New(l, append([]fyne.CanvasObject{lead}, rest...)...)
}

type shrinkLayout struct {
	most, least, gap float32
	lead             fyne.CanvasObject
	rest, drop       []fyne.CanvasObject
}

func (l *shrinkLayout) mayGo(o fyne.CanvasObject) bool {
	for _, d := range l.drop {
		if d == o {
			return true
		}
	}
	return false
}

func (l *shrinkLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(Px(l.least), l.lead.MinSize().Height)
	for _, o := range l.rest {
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		if !l.mayGo(o) {
			size.Width += m.Width + l.gap
		}
	}
	return size
}

func (l *shrinkLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	need := func() float32 {
		w := float32(0)
		for _, o := range l.rest {
			if o.Visible() {
				w += o.MinSize().Width + l.gap
			}
		}
		return w
	}
	for _, o := range l.drop {
		o.Show()
	}
	for _, o := range l.drop {
		if need()+Px(l.least) <= s.Width {
			break
		}
		o.Hide()
	}
	h := l.lead.MinSize().Height
	place(l.lead, 0, (s.Height-h)/2, min(Px(l.most), s.Width-need()), h)
	x := s.Width
	for i := len(l.rest) - 1; i >= 0; i-- {
		if o := l.rest[i]; o.Visible() {
			m := o.MinSize()
			x -= m.Width
			place(o, x, (s.Height-m.Height)/2, m.Width, m.Height)
			x -= l.gap
		}
	}
}

// Dropping sets objects at the right, as many of the last ones as fit.
func Dropping(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&dropLayout{gap: gap}, objs...)
}

type dropLayout struct{ gap float32 }

func (l *dropLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objs {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

func (l *dropLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	x := s.Width
	for i := len(objs) - 1; i >= 0; i-- {
		o := objs[i]
		m := o.MinSize()
		o.Show()
		if x -= m.Width; x < 0 {
			o.Hide()
			continue
		}
		place(o, x, (s.Height-m.Height)/2, m.Width, m.Height)
		if m.Width > 0 {
			x -= l.gap
		}
	}
}

// Cover hides the whole window from the public until it is taken away. What
// lies beneath is untouched.
type Cover struct {
	canvas fyne.Canvas
	over   fyne.CanvasObject
	opener fyne.Focusable
	gone   func()
}

// NewCover covers the window. Enter, Esc or a click takes it away; gone is
// called then.
func NewCover(c fyne.Canvas, name, words string, gone func()) *Cover {
	v := &Cover{canvas: c, opener: c.Focused(), gone: gone}
	b := &coverFace{}
	b.do = v.Remove
	b.also = func(k fyne.KeyName) bool {
		if k == fyne.KeyEscape {
			v.Remove()
		}
		return k == fyne.KeyEscape
	}
	b.inner = Stack(NewRect(Rail, 0), container.NewCenter(Column(8,
		NewTxt(name, SizeFigure, OnRailSel, true).Centre(), NewTxt(words, SizeBody, OnRail, false).Centre())))
	b.extend(b)
	v.over = b
	c.Overlays().Add(b)
	b.Resize(c.Size())
	c.Focus(b)
	return v
}

// Remove shows the window again and gives the focus back.
func (v *Cover) Remove() {
	v.canvas.Overlays().Remove(v.over)
	if v.opener != nil {
		v.canvas.Focus(v.opener)
	}
	v.gone()
}

type coverFace struct {
	press
	inner fyne.CanvasObject
}

// TypedRune keeps every character from what lies beneath.
func (*coverFace) TypedRune(rune) {}

// TypedShortcut keeps every shortcut from what lies beneath.
func (*coverFace) TypedShortcut(fyne.Shortcut) {}

func (b *coverFace) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		of:   b,
		objs: []fyne.CanvasObject{b.inner}, min: b.inner.MinSize,
		layout: func(s fyne.Size) { b.inner.Resize(s) }, reread: b.inner.Refresh,
	}
}
