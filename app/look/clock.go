package look

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// StageClock shows how far a stage has come: numbered day boxes while they are
// ten or fewer, filled for days gone and edged in amber today; a bar with a
// mark at the first due date when there are more.
type StageClock struct {
	widget.BaseWidget
	days  int // to the due date
	today int // working days gone, today counted; more than days when late
	first int // the due date before extensions, 0 when not extended
}

// NewStageClock is empty.
func NewStageClock() *StageClock {
	c := &StageClock{}
	c.ExtendBaseWidget(c)
	return c
}

// mostBoxes is how many day boxes are shown one by one.
const mostBoxes = 10

// Set shows day today of days; first is the day of the first due date when the
// stage was extended, otherwise 0.
func (c *StageClock) Set(today, days, first int) {
	if c.today != today || c.days != days || c.first != first {
		c.today, c.days, c.first = today, days, first
		c.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget. It makes every box at once, because
// the number of days can change while the widget lives.
func (c *StageClock) CreateRenderer() fyne.WidgetRenderer {
	var boxes [mostBoxes]*Rect
	var words [mostBoxes]*Txt
	var objs []fyne.CanvasObject
	for i := range boxes {
		boxes[i] = NewRect(Sunken, 4)
		words[i] = NewTxt(strconv.Itoa(i+1), SizeSmall, Muted, false).Centre()
		objs = append(objs, boxes[i], words[i])
	}
	bar := NewBar(100)
	mark := NewFrame(Nothing, 2, 6)
	objs = append(objs, bar, mark)
	lay := func(s fyne.Size) {
		few := c.days > 0 && c.days <= mostBoxes
		bar.Hidden = few || c.days == 0
		mark.Hidden = true
		w := (s.Width - 4*float32(c.days-1)) / float32(max(1, c.days))
		for i := range boxes {
			boxes[i].Hidden = !few || i >= c.days
			words[i].Hidden = boxes[i].Hidden
			if boxes[i].Hidden {
				continue
			}
			x := float32(i) * (w + 4)
			fill, ink := Sunken, Muted
			if i < c.today {
				fill, ink = Fill, OnFill
			}
			boxes[i].Paint(fill, Nothing, 0)
			words[i].Bold = i == c.today-1
			words[i].Say(strconv.Itoa(i+1), ink)
			words[i].Refresh()
			place(boxes[i], x, 0, w, s.Height)
			place(words[i], x, 0, w, s.Height)
			if i == c.today-1 {
				mark.Hidden = false
				mark.Paint(Nothing, Amber, 2)
				place(mark, x-2, -2, w+4, s.Height+4)
			}
		}
		if !bar.Hidden {
			bar.Set(float32(c.today) / float32(c.days))
			if bar.Mark(-1); c.first > 0 {
				bar.Mark(float32(c.first) / float32(c.days))
			}
			place(bar, 0, 0, s.Width, s.Height)
		}
		for _, o := range objs {
			o.Refresh()
		}
	}
	return &drawn{
		of:     c,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(Px(160), Px(28)) },
		layout: lay,
		reread: func() { lay(c.Size()) },
	}
}

// BandScale shows where a sum lies in its band, with the middle half of past
// awards. It informs; it never sets the sum.
type BandScale struct {
	widget.BaseWidget
	low, high, sum float32 // parts of the band, 0 to 1
}

// NewBandScale is a band with nothing on it.
func NewBandScale() *BandScale {
	b := &BandScale{sum: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Set places the middle half of past awards and the sum, each as a part of
// the band; a negative sum shows no marker, and equal ends no past awards.
func (b *BandScale) Set(low, high, sum float32) {
	b.low, b.high, b.sum = low, high, sum
	b.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (b *BandScale) CreateRenderer() fyne.WidgetRenderer {
	track, past, marker := NewRect(Sunken, 0), NewRect(ChartPast, 0), NewRect(Accent, 2)
	track.Edge, track.EdgeWidth = Border, 1
	lay := func(s fyne.Size) {
		h := Px(8)
		y := (s.Height - h) / 2
		place(track, 0, y, s.Width, h)
		past.Hidden = b.high <= b.low
		place(past, s.Width*b.low, y, s.Width*(b.high-b.low), h)
		marker.Hidden = b.sum < 0
		place(marker, s.Width*min(b.sum, 1)-2, 0, 4, s.Height)
	}
	return &drawn{
		of:     b,
		objs:   []fyne.CanvasObject{track, past, marker},
		min:    func() fyne.Size { return fyne.NewSize(Px(120), Px(22)) },
		layout: lay,
		reread: func() { lay(b.Size()); past.Refresh(); marker.Refresh() },
	}
}
