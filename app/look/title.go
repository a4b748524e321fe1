package look

import "fyne.io/fyne/v2"

// titleLayout sets its first object at the left and the others at the right,
// or below in as many lines as they need.
type titleLayout struct{ gap, width float32 }

// besideRoom is what a sentence beside a title should have at the least, at
// 100 %, before the buttons go below it.
const besideRoom = 150

func (l *titleLayout) natural(right []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range right {
		w += o.MinSize().Width + l.gap
	}
	return w
}

func (l *titleLayout) oneLine(left fyne.CanvasObject, right []fyne.CanvasObject, width float32) bool {
	need := left.MinSize().Width
	for _, o := range left.(*fyne.Container).Objects {
		if lineShare(o) > 0 {
			need += Px(besideRoom)
		}
	}
	return need+l.natural(right) <= width
}

func (l *titleLayout) flow(right []fyne.CanvasObject, width float32, each func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	return (&flowLayout{gap: l.gap, lineGap: 8}).walk(right, width, each)
}

// MinSize is as high as the objects are at the width of the last layout.
func (l *titleLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	left, right := objs[0], shown(objs[1:])
	size := left.MinSize()
	wide := size.Height
	for _, o := range right {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		wide = max(wide, m.Height)
	}
	if l.width == 0 || l.oneLine(left, right, l.width) {
		size.Height = wide
	} else {
		size.Height += 8 + l.flow(right, l.width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
	}
	return size
}

func (l *titleLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	left, right := objs[0], shown(objs[1:])
	if !l.oneLine(left, right, s.Width) {
		h := settle(left, s.Width)
		place(left, 0, 0, s.Width, h)
		l.flow(right, s.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
			place(o, x, h+8+y, min(m.Width, s.Width), m.Height)
		})
		return
	}
	x := s.Width
	for i := len(right) - 1; i >= 0; i-- {
		m := right[i].MinSize()
		x -= m.Width
		place(right[i], x, (s.Height-m.Height)/2, m.Width, m.Height)
		x -= l.gap
	}
	h := settle(left, x)
	place(left, 0, (s.Height-h)/2, x, h)
}
