package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Wheel lies over a list that stands within a page and takes the mouse wheel
// alone: it scrolls the list, and the page where the list is at its end. The
// toolkit's lists keep the wheel to themselves, and the page would stand still.
type Wheel struct {
	widget.BaseWidget
	list *List
}

// NewWheel is to be stacked over the list.
func NewWheel(l *List) *Wheel {
	w := &Wheel{list: l}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled is part of fyne.Scrollable.
func (w *Wheel) Scrolled(ev *fyne.ScrollEvent) {
	before := w.list.GetScrollOffset()
	w.list.ScrollToOffset(before - ev.Scrolled.DY)
	if w.list.GetScrollOffset() != before {
		return
	}
	if root := rootOf(w); root != nil {
		if above := scrollsAbove(root, w); len(above) > 0 {
			above[0].Scrolled(ev)
		}
	}
}

// CreateRenderer is part of fyne.Widget: there is nothing to see.
func (w *Wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(NewRect(Nothing, 0))
}
