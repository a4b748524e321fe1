package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Bar is a track that is filled so far, with an optional mark on it.
type Bar struct {
	widget.BaseWidget
	part, mark float32
	width      float32
}

// NewBar is an empty track at least that wide at 100 %.
func NewBar(width float32) *Bar {
	b := &Bar{width: width, mark: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Set fills a part of the track, 0 to 1.
func (b *Bar) Set(part float32) { b.part = max(0, min(part, 1)); b.Refresh() }

// Mark stands a mark at a part of the track; a negative one takes it away.
func (b *Bar) Mark(part float32) { b.mark = part; b.Refresh() }

// CreateRenderer is part of fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	track, fill, mark := NewRect(Sunken, 6), NewRect(Fill, 6), NewRect(Text, 0)
	lay := func(s fyne.Size) {
		h := Px(12)
		y := (s.Height - h) / 2
		place(track, 0, y, s.Width, h)
		fill.Hidden = b.part == 0
		place(fill, 0, y, max(h, s.Width*b.part), h)
		mark.Hidden = b.mark < 0
		place(mark, s.Width*b.mark-1, 0, 2, s.Height)
	}
	return &drawn{
		of:     b,
		objs:   []fyne.CanvasObject{track, fill, mark},
		min:    func() fyne.Size { return fyne.NewSize(Px(b.width), Px(20)) },
		layout: lay,
		reread: func() { lay(b.Size()); fill.Refresh(); mark.Refresh() },
	}
}
