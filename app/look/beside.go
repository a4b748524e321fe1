package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leastMain is the least width of a main part beside another at 100 %: words that
// wrap would go on to one letter a line.
const leastMain = 320

// Beside sets a narrow part of a fixed width at the right of a main part. Where
// the main part would be narrower than it needs, the narrow one goes below it.
func Beside(gap, side float32, main, aside fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{gap: gap, side: side}, main, aside)
}

type besideLayout struct {
	gap, side float32
	width     float32 // of the last layout: the height depends on it
}

func (l *besideLayout) fits(objs []fyne.CanvasObject) bool {
	return l.width == 0 || max(objs[0].MinSize().Width, Px(leastMain))+l.gap+Px(l.side) <= l.width
}

func (l *besideLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	a, b := objs[0].MinSize(), objs[1].MinSize()
	if l.fits(objs) {
		return fyne.NewSize(a.Width, max(a.Height, b.Height))
	}
	return fyne.NewSize(a.Width, a.Height+l.gap+b.Height)
}

func (l *besideLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	if l.fits(objs) {
		side := Px(l.side)
		place(objs[0], 0, 0, s.Width-side-l.gap, s.Height)
		place(objs[1], s.Width-side, 0, side, s.Height)
		return
	}
	h := objs[0].MinSize().Height
	place(objs[0], 0, 0, s.Width, h)
	place(objs[1], 0, h+l.gap, s.Width, max(0, s.Height-h-l.gap))
}

// Pair is [TopLine] while each of its objects gets the width that it needs, and a
// column where one would not, as in large text.
func Pair(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&pairLayout{lineLayout: lineLayout{gap: gap, fill: true}}, objs...)
}

type pairLayout struct {
	lineLayout
	width float32 // of the last layout: the height depends on it
}

func (l *pairLayout) fits(objs []fyne.CanvasObject) bool {
	if l.width == 0 {
		return true
	}
	var shares float32
	for _, o := range objs {
		shares += lineShare(o)
	}
	room := l.width - l.gap*float32(len(objs)-1)
	for _, o := range objs {
		if o.MinSize().Width > room*lineShare(o)/shares {
			return false
		}
	}
	return true
}

func (l *pairLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	objs = shown(objs)
	size, below := l.lineLayout.MinSize(objs), float32(0)
	size.Width = 0
	for _, o := range objs {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		below += m.Height + l.gap
	}
	if !l.fits(objs) {
		size.Height = below - l.gap
	}
	return size
}

func (l *pairLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs = shown(objs)
	l.width = size.Width
	if l.fits(objs) {
		l.lineLayout.Layout(objs, size)
		return
	}
	y := float32(0)
	for _, o := range objs {
		h := o.MinSize().Height
		place(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}
