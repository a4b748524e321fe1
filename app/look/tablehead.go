package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tableHead names the columns; those that sort can be pressed. It is one stop
// for Tab: Left and Right go from name to name, Space or Enter sorts.
type tableHead struct {
	press
	names  []string
	sorts  []bool
	said   []string
	cols   []colWidth
	ticks  bool
	state  func() (column int, down bool)
	at     int
	choose func(int)
}

func newTableHead[T any](t *Table[T]) *tableHead {
	h := &tableHead{cols: t.widths(), ticks: t.ticks, choose: t.sort, at: -1}
	for i, c := range t.cols {
		h.names, h.sorts, h.said = append(h.names, c.Name), append(h.sorts, c.Sorts), append(h.said, c.Sorted)
		if c.Sorts && h.at < 0 {
			h.at = i
		}
	}
	h.state = func() (int, bool) { return t.sortBy, t.down }
	h.also = h.arrow
	h.do = func() {
		if h.at >= 0 {
			h.choose(h.at)
		}
	}
	h.extend(h)
	return h
}

// shown is the head as it stands on the screen: where no column sorts it only
// names them, and is no stop for Tab.
func (h *tableHead) shown() fyne.CanvasObject {
	if h.at >= 0 {
		return h
	}
	s := &stillHead{head: h}
	s.ExtendBaseWidget(s)
	return s
}

// stillHead is a head that nothing can be done with.
type stillHead struct {
	widget.BaseWidget
	head *tableHead
}

func (s *stillHead) CreateRenderer() fyne.WidgetRenderer { return s.head.renderer(s) }

func (h *tableHead) arrow(k fyne.KeyName) bool {
	step := 0
	switch k {
	case fyne.KeyRight:
		step = 1
	case fyne.KeyLeft:
		step = -1
	default:
		return false
	}
	for i := h.at + step; i >= 0 && i < len(h.names); i += step {
		if h.sorts[i] {
			h.at = i
			h.Refresh()
			break
		}
	}
	return true
}

// Tapped sorts by the column under the pointer.
func (h *tableHead) Tapped(ev *fyne.PointEvent) {
	spread(h.cols, h.ticks, h.Size().Width, func(i int, x, w float32) {
		if ev.Position.X >= x && ev.Position.X < x+w && h.sorts[i] {
			h.at = i
			h.choose(i)
		}
	})
}

func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return h.renderer(h) }

func (h *tableHead) renderer(of fyne.Widget) fyne.WidgetRenderer {
	ground, rule, edge := NewRect(Sunken, 0), NewRule(Border), NewFrame(Nothing, 2, 4)
	mark := NewIco(IconSort, Accent, 14)
	objs := []fyne.CanvasObject{ground}
	words := make([]*Txt, len(h.names))
	for i, n := range h.names {
		words[i] = NewCut(n, SizeSmall, Text, true)
		if h.cols[i].right {
			words[i].Right()
		}
		objs = append(objs, words[i])
	}
	objs = append(objs, mark, rule, edge)
	lay := func(s fyne.Size) {
		ground.Resize(s)
		place(rule, 0, s.Height-1, s.Width, 1)
		by, down := h.state()
		mark.Hidden = by < 0
		ringed := Nothing
		spread(h.cols, h.ticks, s.Width, func(i int, x, w float32) {
			name, ink := h.names[i], Text
			if i == by {
				ink = Accent
				if long := name + ", " + h.said[i]; h.said[i] != "" && !down && Measure(long, SizeSmall, true).Width <= w-18 {
					name = long
				}
				m := Measure(name, SizeSmall, true).Width
				mark.Icon = IconSort
				if down {
					mark.Icon = IconDown
				}
				if h.cols[i].right {
					place(mark, x+w-min(m, w)-18, 0, 14, s.Height)
				} else {
					place(mark, x+min(m, w-18)+4, 0, 14, s.Height)
					w -= 18
				}
			}
			words[i].Say(name, ink)
			words[i].Hidden = w == 0
			place(words[i], x, 0, w, s.Height)
			if h.focused && i == h.at {
				ringed = Accent
				place(edge, x-6, 5, w+10, s.Height-11)
			}
		})
		edge.Paint(Nothing, ringed, 2)
		mark.Refresh()
	}
	return &drawn{
		of:     of,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(200, Px(40)) },
		layout: lay,
		reread: func() { lay(of.Size()) },
	}
}
