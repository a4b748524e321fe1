package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// ends sets one object at the left and the others at the right. Where they
// have no room beside one another, with large text or in a narrow window, the
// others go on below, as words do: nothing is hidden and nothing sticks out.
func ends(left fyne.CanvasObject, right ...fyne.CanvasObject) *fyne.Container {
	return container.New(&endsLayout{}, append([]fyne.CanvasObject{left}, look.Flow(endsGap, endsGap, right...))...)
}

// endsGap is the room between the parts.
const endsGap = 8

type endsLayout struct {
	width float32 // of the last layout: the height depends on it
}

// natural is the size of the objects at the right in one line, whatever width
// they were given before.
func natural(right fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range right.(*fyne.Container).Objects {
		if m := o.MinSize(); o.Visible() {
			size.Width += m.Width + endsGap
			size.Height = max(size.Height, m.Height)
		}
	}
	size.Width = max(0, size.Width-endsGap)
	return size
}

func (l *endsLayout) beside(objs []fyne.CanvasObject, width float32) bool {
	return objs[0].MinSize().Width+2*endsGap+natural(objs[1]).Width <= width
}

// MinSize is part of fyne.Layout.
func (l *endsLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	a, b := objs[0].MinSize(), objs[1].MinSize()
	line := natural(objs[1])
	if l.width > 0 && line.Width > 0 && !l.beside(objs, l.width) {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+endsGap+b.Height)
	}
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, line.Height))
}

// Layout is part of fyne.Layout.
func (l *endsLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	a, line := objs[0].MinSize(), natural(objs[1])
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	if l.beside(objs, size.Width) {
		put(objs[0], 0, (size.Height-a.Height)/2, a.Width, a.Height)
		put(objs[1], size.Width-line.Width, (size.Height-line.Height)/2, line.Width, line.Height)
		return
	}
	put(objs[0], 0, 0, min(a.Width, size.Width), a.Height)
	put(objs[1], 0, a.Height+endsGap, size.Width, max(0, size.Height-a.Height-endsGap))
}
