package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// colWidth is what head and rows share of a column.
type colWidth struct {
	width               float32
	grow, right, yields bool
}

// tickRoom is the room before the first column where rows have tick boxes.
func tickRoom(ticks bool) float32 {
	if ticks {
		return 14 + Px(26)
	}
	return 16
}

// spread calls each with the place and width of every column. Where they do
// not all fit, those that yield are left out, with no width; then each of the
// others gives way by the same part.
func spread(cols []colWidth, ticks bool, total float32, each func(i int, x, w float32)) {
	x := tickRoom(ticks)
	left, all := total-x-8, float32(0)
	for _, c := range cols {
		all += Px(c.width)
	}
	out := func(c colWidth) bool { return false }
	if all > left {
		out = func(c colWidth) bool { return c.yields }
	}
	grows := 0
	for _, c := range cols {
		switch {
		case out(c):
			all -= Px(c.width)
		case c.grow:
			grows++
		}
	}
	narrow := min(1, max(0, left)/all)
	left -= all
	for i, c := range cols {
		if out(c) {
			each(i, x, 0)
			continue
		}
		w := Px(c.width) * narrow
		if c.grow {
			w += max(0, left) / float32(grows)
		}
		each(i, x, max(0, w-12))
		x += w
	}
}

// cells is the content of a table's row.
type cells struct {
	widget.BaseWidget
	cols  []colWidth
	ticks bool
	tick  *tickZone
	words []*Txt
	chips []*Chip
}

func newCells(cols []colWidth, ticks bool) *cells {
	c := &cells{cols: cols, ticks: ticks, tick: newTickZone()}
	for _, col := range cols {
		w := NewCut("", SizeBody, Text, false)
		if col.right {
			w.Right()
		}
		chip := NewChip("", Plain)
		chip.Hide()
		c.words, c.chips = append(c.words, w), append(c.chips, chip)
	}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cells) show(i int, cell Cell) {
	ink := cell.Ink
	if ink == "" {
		ink = Text
	}
	if cell.Chip != nil {
		c.words[i].Say("", ink)
		c.chips[i].Say(cell.Words, *cell.Chip)
		c.chips[i].Show()
		return
	}
	c.chips[i].Hide()
	if c.words[i].Bold != cell.Bold {
		c.words[i].Bold = cell.Bold
		c.words[i].Text = ""
	}
	c.words[i].Say(cell.Words, ink)
}

func (c *cells) CreateRenderer() fyne.WidgetRenderer {
	var objs []fyne.CanvasObject
	if c.ticks {
		objs = append(objs, c.tick)
	}
	for i := range c.cols {
		objs = append(objs, c.words[i], c.chips[i])
	}
	lay := func(s fyne.Size) {
		place(c.tick, 14, 0, Px(24), s.Height)
		spread(c.cols, c.ticks, s.Width, func(i int, x, w float32) {
			c.words[i].Hidden = w == 0
			place(c.words[i], x, 0, w, s.Height)
			place(c.chips[i], x, 0, w, s.Height)
		})
	}
	return &drawn{
		of:     c,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(200, Px(35)) },
		layout: lay,
		reread: func() {
			lay(c.Size())
			for _, o := range objs {
				o.Refresh()
			}
		},
	}
}

// tickZone is a row's tick box: a click on it selects the row.
type tickZone struct {
	tickBox
	tap func()
}

func newTickZone() *tickZone {
	z := &tickZone{}
	z.ExtendBaseWidget(z)
	return z
}

// Tapped selects the row or takes its selection away.
func (z *tickZone) Tapped(*fyne.PointEvent) { z.tap() }
