package look

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Group is one place on the axis of a [Chart] with a bar for each series.
type Group struct {
	Name   string // "Q3"
	Second string // below it, "24/25"
	Counts []int  // one for each series; a negative one is not known
	Now    bool   // the period the report is about
}

// Chart shows counts side by side as bars, each with its number above it. No
// count is coloured good or bad (Code 3.3).
type Chart struct {
	widget.BaseWidget
	groups []Group
}

// NewChart shows the groups from left to right.
func NewChart(groups []Group) *Chart {
	c := &Chart{groups: groups}
	c.ExtendBaseWidget(c)
	return c
}

// seriesTokens are the colours of the series: those of earlier periods and of
// the period the report is about.
var seriesTokens = []struct{ past, now Token }{{ChartPast, Accent}, {ChartPast2, Text}}

// SeriesLegend says which colour is which series.
func SeriesLegend(names ...string) fyne.CanvasObject {
	row := make([]fyne.CanvasObject, len(names))
	for i, n := range names {
		box := NewRect(seriesTokens[i].now, 3)
		box.Least = fyne.NewSquareSize(Px(14))
		row[i] = Line(8, box, NewTxt(n, SizeSmall, Text, false))
	}
	return Line(16, row...)
}

// CreateRenderer is part of fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	type bar struct {
		rect   *Rect
		number *Txt
		group  int
		series int
	}
	var bars []bar
	var objs []fyne.CanvasObject
	names, seconds := make([]*Txt, len(c.groups)), make([]*Txt, len(c.groups))
	axes := make([]*Rect, len(c.groups))
	most, series := 1, 1
	for g, group := range c.groups {
		names[g] = NewTxt(group.Name, SizeSmall, Text, group.Now).Centre()
		seconds[g] = NewTxt(group.Second, SizeSmall, Muted, false).Centre()
		axes[g] = NewRect(FieldEdge, 0)
		objs = append(objs, names[g], seconds[g], axes[g])
		series = max(series, len(group.Counts))
		for s, n := range group.Counts {
			token, words := seriesTokens[s].past, "n/a"
			if group.Now {
				token = seriesTokens[s].now
			}
			if n >= 0 {
				words = strconv.Itoa(n)
			}
			most = max(most, n)
			b := bar{NewRect(token, 3), NewTxt(words, SizeSmall, Text, group.Now).Centre(), g, s}
			b.rect.TopOnly = true
			bars = append(bars, b)
			objs = append(objs, b.rect, b.number)
		}
	}
	lay := func(size fyne.Size) {
		if len(c.groups) == 0 {
			return
		}
		w := size.Width / float32(len(c.groups))
		foot := Px(40)
		high := size.Height - foot - Px(20)
		for g := range c.groups {
			x := float32(g) * w
			place(axes[g], x+2, size.Height-foot, w-4, 2)
			place(names[g], x, size.Height-foot+Px(4), w, Px(18))
			place(seconds[g], x, size.Height-foot+Px(20), w, Px(18))
		}
		slot := min((w-12)/float32(series), Px(34))
		inset := (w - slot*float32(series)) / 2
		for _, b := range bars {
			n := max(0, c.groups[b.group].Counts[b.series])
			h := high * float32(n) / float32(most)
			bw := min(slot-4, Px(30))
			x := float32(b.group)*w + inset + float32(b.series)*slot + (slot-bw)/2
			b.rect.Hidden = n == 0
			place(b.rect, x, size.Height-foot-h, bw, h)
			place(b.number, x-10, size.Height-foot-h-Px(19), bw+20, Px(18))
		}
	}
	return &drawn{
		of:     c,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(Px(44)*float32(len(c.groups)), Px(160)) },
		layout: lay,
		reread: func() {
			for _, o := range objs {
				o.Refresh()
			}
		},
	}
}
