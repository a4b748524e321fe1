package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Grid sets cards in as many equal columns as fit, at most the given number
// and each at least least wide at 100 %. Cards of one row are equally high.
// Inside a scroll it becomes two columns, then one, and scrolls down only.
func Grid(most int, least, gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{most: most, least: least, gap: gap}, objs...)
}

type gridLayout struct {
	most       int
	least, gap float32
	width      float32 // of the last layout: the height depends on it
}

func (g *gridLayout) columns(width float32) int {
	n := int((width + g.gap) / (Px(g.least) + g.gap))
	return max(1, min(n, g.most))
}

func (g *gridLayout) rowHeight(row []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range row {
		h = max(h, settle(o, width))
	}
	return h
}

func (g *gridLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	objs = shown(objs)
	n := 1
	if g.width > 0 {
		n = g.columns(g.width)
	}
	size := fyne.NewSize(0, 0)
	for _, o := range objs {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	for i := 0; i < len(objs); i += n {
		h := float32(0)
		for _, o := range objs[i:min(i+n, len(objs))] {
			h = max(h, o.MinSize().Height)
		}
		size.Height += h + g.gap
	}
	size.Height = max(0, size.Height-g.gap)
	return size
}

func (g *gridLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs = shown(objs)
	g.width = size.Width
	if len(objs) == 0 {
		return
	}
	n := g.columns(size.Width)
	w := (size.Width - g.gap*float32(n-1)) / float32(n)
	rows := (len(objs) + n - 1) / n
	heights := make([]float32, rows)
	left := size.Height - g.gap*float32(rows-1)
	for r := range heights {
		heights[r] = g.rowHeight(objs[r*n:min((r+1)*n, len(objs))], w)
		left -= heights[r]
	}
	y := float32(0)
	for r, h := range heights {
		h += max(0, left) / float32(rows)
		for i, o := range objs[r*n : min((r+1)*n, len(objs))] {
			place(o, float32(i)*(w+g.gap), y, w, h)
		}
		y += h + g.gap
	}
}

// Flow sets objects side by side and goes on in a new line where one is full,
// as words do. Chips that toggle and lists of buttons use it.
func Flow(gap, lineGap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, lineGap: lineGap}, objs...)
}

type flowLayout struct{ gap, lineGap, width float32 }

func (f *flowLayout) walk(objs []fyne.CanvasObject, width float32, each func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range shown(objs) {
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, line = 0, y+line+f.lineGap, 0
		}
		each(o, x, y, m)
		x += m.Width + f.gap
		line = max(line, m.Height)
	}
	return y + line
}

func (f *flowLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	width := f.width
	if width == 0 {
		width = 1e6
	}
	size.Height = f.walk(objs, width, func(_ fyne.CanvasObject, _, _ float32, m fyne.Size) {
		size.Width = max(size.Width, m.Width)
	})
	return size
}

func (f *flowLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.walk(objs, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		place(o, x, y, min(m.Width, size.Width), m.Height)
	})
}

// AtLeast lets o be no smaller than the given size at 100 %.
func AtLeast(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atLeastLayout{width, height}, o)
}

type atLeastLayout struct{ width, height float32 }

func (l *atLeastLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return objs[0].MinSize().Max(fyne.NewSize(Px(l.width), Px(l.height)))
}

func (l *atLeastLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	place(objs[0], 0, 0, size.Width, size.Height)
}

// AtMost keeps o no wider than the given width at 100 %, at the left.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atMostLayout{width}, o)
}

type atMostLayout struct{ width float32 }

func (l *atMostLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

func (l *atMostLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	place(objs[0], 0, 0, min(size.Width, Px(l.width)), size.Height)
}
