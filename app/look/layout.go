package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Column stacks objects with a gap, each as wide as the column and as high as
// it needs at that width. One made with [Stretch] takes the height left over.
func Column(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objs...)
}

type columnLayout struct{ gap float32 }

func (l *columnLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range shown(objs) {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height + l.gap
	}
	size.Height = max(0, size.Height-l.gap)
	return size
}

// Layout gives a child its width before asking how high it is, because text
// that wraps knows its height only then.
func (l *columnLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs = shown(objs)
	left := size.Height
	var shares float32
	heights := make([]float32, len(objs))
	for i, o := range objs {
		heights[i] = settle(o, size.Width)
		left -= heights[i]
		shares += share(o)
	}
	left -= l.gap * float32(max(0, len(objs)-1))
	y := float32(0)
	for i, o := range objs {
		h := heights[i]
		if s := share(o); s > 0 {
			h = max(0, h+left*s/shares)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + l.gap
	}
}

// settle gives o the width and returns the least height it then has.
func settle(o fyne.CanvasObject, width float32) float32 {
	h := o.MinSize().Height
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(h, o.Size().Height)))
		h = o.MinSize().Height
	}
	return h
}

// Line sets objects side by side at their least width, centred on one another.
// What is left over goes to those made with [Stretch], to a [Sentence], and to
// texts that give way ([NewCut]); a [Gap] pushes what follows to the right.
func Line(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&lineLayout{gap: gap}, objs...)
}

// TopLine is [Line] with every object as high as the line.
func TopLine(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&lineLayout{gap: gap, fill: true}, objs...)
}

type lineLayout struct {
	gap  float32
	fill bool
}

func (l *lineLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range shown(objs) {
		m := o.MinSize()
		size.Width += m.Width + l.gap
		size.Height = max(size.Height, m.Height)
	}
	size.Width = max(0, size.Width-l.gap)
	return size
}

func (l *lineLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs = shown(objs)
	left := size.Width - l.gap*float32(max(0, len(objs)-1))
	widths := make([]float32, len(objs))
	var shares float32
	for i, o := range objs {
		widths[i] = o.MinSize().Width
		if s := lineShare(o); s > 0 {
			widths[i] = 0 // shares are of the whole, so that columns align
			shares += s
		}
		left -= widths[i]
	}
	if shares == 0 {
		left = l.giveWay(objs, widths, left)
	}
	x := float32(0)
	for i, o := range objs {
		w := widths[i]
		if s := lineShare(o); s > 0 {
			w = max(0, left*s/shares)
		}
		h := min(size.Height, o.MinSize().Height)
		if l.fill {
			h = size.Height
		}
		o.Resize(fyne.NewSize(w, h))
		if now := min(size.Height, o.MinSize().Height); now != h && !l.fill {
			h = now
			o.Resize(fyne.NewSize(w, h))
		}
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + l.gap
	}
}

// giveWay lets texts that may be shortened take what is left, first come.
func (l *lineLayout) giveWay(objs []fyne.CanvasObject, widths []float32, left float32) float32 {
	for i, o := range objs {
		if t, ok := o.(*Txt); ok && t.Cut && left > 0 {
			more := min(left, max(0, t.Width()-widths[i]))
			widths[i] += more
			left -= more
		}
	}
	for i, o := range objs {
		if t, ok := o.(*Txt); ok && t.Cut && t.Align != fyne.TextAlignLeading && left > 0 {
			widths[i] += left
			left = 0
		}
	}
	return left
}

// Stretch lets o take a share of what is left over in a [Column] or [Line];
// a share of 2 gets twice what a share of 1 gets.
func Stretch(share float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&stretchLayout{share: share}, o)
}

// Gap is empty room that takes all that is left over.
func Gap() *fyne.Container { return container.New(&stretchLayout{share: 1}) }

// Space is empty room of a fixed size.
func Space(width, height float32) *Rect {
	r := NewRect(Nothing, 0)
	r.Least = fyne.NewSize(width, height)
	return r
}

type stretchLayout struct{ share float32 }

func (l *stretchLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objs {
		size = size.Max(o.MinSize())
	}
	return size
}

func (l *stretchLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func share(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(*stretchLayout); ok {
			return l.share
		}
	}
	return 0
}

// lineShare counts text that wraps as stretching too: it has no width of its
// own.
func lineShare(o fyne.CanvasObject) float32 {
	if _, wraps := o.(*Sentence); wraps {
		return 1
	}
	return share(o)
}

func shown(objs []fyne.CanvasObject) []fyne.CanvasObject {
	visible := make([]fyne.CanvasObject, 0, len(objs))
	for _, o := range objs {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return visible
}

// Pad keeps room round o: above, right, below and left.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{top, right, bottom, left}, o)
}

type padLayout struct{ top, right, bottom, left float32 }

func (l *padLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return objs[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l *padLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs[0].Move(fyne.NewPos(l.left, l.top))
	objs[0].Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
}

// Edges sets bars at the edges and a centre between them, without gaps. Tab
// visits them in the order of the arguments. Any of them may be nil.
func Edges(top, left, centre, right, bottom fyne.CanvasObject) *fyne.Container {
	l := &edgesLayout{top: top, left: left, centre: centre, right: right, bottom: bottom}
	c := container.New(l)
	for _, o := range []fyne.CanvasObject{top, left, centre, right, bottom} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

type edgesLayout struct{ top, left, centre, right, bottom fyne.CanvasObject }

func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

func (l *edgesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, c := least(l.top), least(l.bottom), least(l.centre)
	lf, r := least(l.left), least(l.right)
	return fyne.NewSize(
		max(t.Width, b.Width, lf.Width+c.Width+r.Width),
		t.Height+b.Height+max(lf.Height, c.Height, r.Height))
}

func (l *edgesLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	height := func(o fyne.CanvasObject) float32 {
		if o == nil || !o.Visible() {
			return 0
		}
		return settle(o, size.Width)
	}
	t, b := height(l.top), height(l.bottom)
	lf, r := least(l.left).Width, least(l.right).Width
	middle := max(0, size.Height-t-b)
	place(l.top, 0, 0, size.Width, t)
	place(l.left, 0, t, lf, middle)
	place(l.centre, lf, t, max(0, size.Width-lf-r), middle)
	place(l.right, size.Width-r, t, r, middle)
	place(l.bottom, 0, size.Height-b, size.Width, b)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	if o != nil {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
}
