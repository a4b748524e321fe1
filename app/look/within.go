package look

import "fyne.io/fyne/v2"

// Within is as high as its content, up to a height; what is higher scrolls. The
// fields of a dialog stand in one, so that its buttons stay in sight.
func Within(most func() float32, content fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &withinLayout{most: most, content: content}, Objects: []fyne.CanvasObject{Scroll(content)}}
}

type withinLayout struct {
	most    func() float32
	content fyne.CanvasObject
}

func (l *withinLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(Px(60), min(l.most(), l.content.MinSize().Height+ringRoom)))
}

func (l *withinLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) { objs[0].Resize(s) }
