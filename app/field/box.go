package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"casebook/app/look"
)

// box draws the edge of a field round a stock Entry and cuts off the Entry's
// scroll bars, which would cover a line that is longer than its field.
type box struct {
	widget.BaseWidget
	entry   *entry
	left    fyne.CanvasObject
	right   []fyne.CanvasObject
	rows    int // lines of text to show; 1 is a one-line field
	height  float32
	bad     bool
	focused bool
}

func newBox(e *entry, rows int) *box {
	b := &box{entry: e, rows: rows, height: 36}
	e.box = b
	b.ExtendBaseWidget(b)
	return b
}

// Held is part of look.Holder.
func (b *box) Held() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{b.entry}, b.right...)
}

func (b *box) set(bad, focused bool) {
	if b.bad != bad || b.focused != focused {
		b.bad, b.focused = bad, focused
		b.Refresh()
	}
}

// side is the room between the edge of the field and its text. Of it the clip
// keeps textRoom, for the cursor before the first letter; that of several lines
// begins scrollRoom below the edge, so that a line that has scrolled away is cut
// inside the field and not by its edge.
const (
	side       = 13
	textRoom   = 3
	scrollRoom = 4
)

// CreateRenderer is part of fyne.Widget.
func (b *box) CreateRenderer() fyne.WidgetRenderer {
	ground := look.NewRect(look.Surface, 6)
	ring := look.NewFrame(look.Nothing, 2, 10)
	inner := container.New(&hang{box: b}, b.entry)
	clip := look.Clip(inner)
	objs := []fyne.CanvasObject{ground, clip}
	if b.left != nil {
		objs = append(objs, b.left)
	}
	objs = append(append(objs, b.right...), ring)
	r := &boxRenderer{b: b, ground: ground, ring: ring, clip: clip, inner: inner, objs: objs}
	r.paint()
	return r
}

type boxRenderer struct {
	b            *box
	ground, ring *look.Rect
	clip         *container.Clip
	inner        *fyne.Container
	objs         []fyne.CanvasObject
	placed       bool
}

func (r *boxRenderer) Destroy() {}

// Objects lays out a renderer that has taken another's place, which the toolkit
// does not always do.
func (r *boxRenderer) Objects() []fyne.CanvasObject {
	if size := r.b.Size(); !r.placed && !size.IsZero() {
		r.Layout(size)
	}
	return r.objs
}

func (r *boxRenderer) MinSize() fyne.Size {
	if r.b.rows <= 1 {
		return fyne.NewSize(look.Px(60), look.Px(r.b.height))
	}
	line := look.Measure("A", look.SizeBody, false).Height
	return fyne.NewSize(look.Px(60), line*float32(r.b.rows)+look.Px(16))
}

func (r *boxRenderer) Layout(s fyne.Size) {
	r.placed = true
	r.ground.Resize(s)
	r.ring.Move(fyne.NewPos(-4, -4))
	r.ring.Resize(s.AddWidthHeight(8, 8))
	cut, top := float32(side+1-textRoom), float32(1) // text that has scrolled away ends where the field's text may begin
	if r.b.rows > 1 {
		cut, top = 1, scrollRoom
	}
	left, right, beside := cut, s.Width-cut, s.Width-1
	if r.b.left != nil {
		m := r.b.left.MinSize()
		r.b.left.Move(fyne.NewPos(side, (s.Height-m.Height)/2))
		r.b.left.Resize(m)
		left = m.Width + 2*side - 4 - textRoom
	}
	for i := len(r.b.right) - 1; i >= 0; i-- {
		o := r.b.right[i]
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		beside -= m.Width + 8
		o.Move(fyne.NewPos(beside, (s.Height-m.Height)/2))
		o.Resize(m)
		right = beside - textRoom
	}
	r.clip.Move(fyne.NewPos(left, top))
	r.clip.Resize(fyne.NewSize(max(1, right-left), max(1, s.Height-2*top)))
	r.inner.Layout.Layout(r.inner.Objects, r.clip.Size())
}

func (r *boxRenderer) paint() {
	edge, width, ring := look.FieldEdge, float32(1), look.Nothing
	if r.b.bad {
		edge, width = look.Red, 2
	}
	if r.b.focused {
		ring = look.Accent
	}
	fill := look.Surface
	if r.b.entry.Disabled() {
		fill = look.Sunken
	}
	r.ground.Paint(fill, edge, width)
	r.ring.Paint(look.Nothing, ring, 2)
}

func (r *boxRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	r.clip.Refresh()
	for _, o := range r.b.right {
		o.Refresh()
	}
}

// hang places the Entry so that its text begins where the field's text should
// and the scroll bar of a single line lies outside the clip.
type hang struct{ box *box }

func (h *hang) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (h *hang) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	out := theme.InnerPadding() - side
	top := out + side + scrollRoom - 1 - look.Px(8)                        // several lines begin 8 below the edge
	width, height := s.Width+out, s.Height+2*top+2*theme.InputBorderSize() // the scroll bar of several lines stays in sight
	if h.box.rows <= 1 {
		line := look.Measure("A", look.SizeBody, false).Height
		out = theme.InnerPadding() - textRoom
		top = theme.InnerPadding() - (s.Height-line)/2
		width, height = s.Width+2*out, s.Height+top+theme.InnerPadding()
	}
	objs[0].Move(fyne.NewPos(-out, -top))
	objs[0].Resize(fyne.NewSize(width, height))
}
