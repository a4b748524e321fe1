package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sticky holds what is to stay in sight while the rest of its row scrolls: it
// goes along as far as the row reaches. [Stick] names the scroll.
func Sticky(o fyne.CanvasObject) *fyne.Container {
	return container.New(&stickyLayout{}, o)
}

// Stick lets a [Sticky] part follow the scroll that holds it.
func Stick(scroll *container.Scroll, part *fyne.Container) {
	l := part.Layout.(*stickyLayout)
	l.scroll, l.part = scroll, part
	scroll.OnScrolled = func(fyne.Position) { l.Layout(part.Objects, part.Size()) }
}

type stickyLayout struct {
	scroll *container.Scroll
	part   *fyne.Container
}

// MinSize is part of fyne.Layout.
func (l *stickyLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout is part of fyne.Layout. What is taller than the window of the scroll
// goes along with its end.
func (l *stickyLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	height := objs[0].MinSize().Height
	y := float32(0)
	if l.scroll != nil {
		above, _ := depth(l.scroll.Content, l.part)
		over := max(0, height+2*ringRoom-l.scroll.Size().Height)
		y = min(l.scroll.Offset.Y-above-over, s.Height-height)
	}
	place(objs[0], 0, max(0, y), s.Width, height)
}

// ScrollTo moves a scroll, and what sticks to it.
func ScrollTo(s *container.Scroll, offset fyne.Position) {
	s.ScrollToOffset(offset)
	if s.OnScrolled != nil {
		s.OnScrolled(offset)
	}
}
