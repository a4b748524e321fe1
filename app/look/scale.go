package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Scale is a track between two ends, on which a part is filled and a mark
// stands: a band, the middle half of what was given before, and the sum now. It
// informs and sets nothing.
type Scale struct {
	widget.BaseWidget
	from, to, mark float32 // parts of the track, 0 to 1; from equal to to fills nothing
}

// NewScale is an empty track without a mark.
func NewScale() *Scale {
	s := &Scale{mark: -1}
	s.ExtendBaseWidget(s)
	return s
}

// Set fills the part between two places and stands the mark at a third; a
// negative mark takes it away.
func (s *Scale) Set(from, to, mark float32) {
	s.from, s.to, s.mark = clamp(from), clamp(to), mark
	if mark > 1 {
		s.mark = 1
	}
	s.Refresh()
}

func clamp(part float32) float32 { return max(0, min(part, 1)) }

// CreateRenderer is part of fyne.Widget.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	track, half, mark := NewRect(Sunken, 4), NewRect(ChartPast, 0), NewRect(Fill, 2)
	track.Edge, track.EdgeWidth = FieldEdge, 1
	lay := func(size fyne.Size) {
		h := Px(8)
		y := (size.Height - h) / 2
		place(track, 0, y, size.Width, h)
		half.Hidden = s.to <= s.from
		place(half, size.Width*s.from, y, max(2, size.Width*(s.to-s.from)), h)
		mark.Hidden = s.mark < 0
		place(mark, max(0, size.Width*s.mark-2), y-Px(6), 4, h+Px(12))
	}
	return &drawn{
		of:     s,
		objs:   []fyne.CanvasObject{track, half, mark},
		min:    func() fyne.Size { return fyne.NewSize(Px(120), Px(22)) },
		layout: lay,
		reread: func() { lay(s.Size()); track.Refresh(); half.Refresh(); mark.Refresh() },
	}
}
