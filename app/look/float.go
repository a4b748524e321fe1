package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// floats is the layer of a window, or of a sheet over it, in which lists hang
// below the field they belong to. Unlike a pop-up it leaves the focus where it
// is, so that typing goes on.
type floats struct {
	layer *fyne.Container
}

var floating = map[fyne.Canvas][]*floats{}

// Root is the content of a window with a layer for floating lists above it.
// Every window of the program sets its content through it.
func Root(c fyne.Canvas, content ...fyne.CanvasObject) fyne.CanvasObject {
	f := &floats{layer: container.NewWithoutLayout()}
	floating[c] = []*floats{f}
	return Stack(append(content, f.layer)...)
}

func pushFloats(c fyne.Canvas) (layer *fyne.Container, pop func()) {
	f := &floats{layer: container.NewWithoutLayout()}
	floating[c] = append(floating[c], f)
	return f.layer, func() {
		for i, other := range floating[c] {
			if other == f {
				floating[c] = append(floating[c][:i:i], floating[c][i+1:]...)
				return
			}
		}
	}
}

// FloatBelow hangs o below anchor, as wide as it, and returns what takes it
// away. Where there is no room below, it hangs above. Before the window has a
// [Root] nothing is shown.
func FloatBelow(anchor, o fyne.CanvasObject, height float32) (remove func()) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(anchor)
	if c == nil || len(floating[c]) == 0 {
		return func() {}
	}
	f := floating[c][len(floating[c])-1]
	at := driver.AbsolutePositionForObject(anchor).Subtract(driver.AbsolutePositionForObject(f.layer))
	o.Resize(fyne.NewSize(anchor.Size().Width, height))
	y := at.Y + anchor.Size().Height + 4
	if y+height > c.Size().Height && at.Y-height-4 > 0 {
		y = at.Y - height - 4
	}
	o.Move(fyne.NewPos(at.X, y))
	f.layer.Add(o)
	f.layer.Refresh() // adding alone paints nothing until something else changes
	return func() {
		f.layer.Remove(o)
		f.layer.Refresh()
	}
}
