package casefile

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// columns sets the three columns of the page side by side: the stage narrow, the
// points wide. Where the window is narrow or the text large the last goes below
// the other two, and then each below the one before. Inside a scroll they fill
// its height and need no less than their cards do.
func columns(left, middle, right fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{}, left, middle, right)
}

type columnsLayout struct{ width float32 }

const (
	columnsGap   = 16
	threeColumns = 1000 // the least width for three columns at 100 %, and for two
	twoColumns   = 620
)

// shares are how wide the three columns are, as parts of the whole.
var shares = [3]float32{0.268, 0.402, 0.33}

// rows says which columns stand beside one another at a width, and how wide they
// are.
func (l *columnsLayout) rows(width float32) [][]float32 {
	room := width - columnsGap
	switch {
	case width == 0 || width >= look.Px(threeColumns):
		room -= columnsGap
		return [][]float32{{room * shares[0], room * shares[1], room * shares[2]}}
	case width >= look.Px(twoColumns):
		return [][]float32{{room * 0.42, room * 0.58}, {width}}
	}
	return [][]float32{{width}, {width}, {width}}
}

// MinSize is as high as the columns are at the width of the last layout. It asks
// for no width of its own beyond the widest column's.
func (l *columnsLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -columnsGap)
	at := 0
	for _, row := range l.rows(l.width) {
		high := float32(0)
		for range row {
			m := objs[at].MinSize()
			size.Width, high = max(size.Width, m.Width), max(high, m.Height)
			at++
		}
		size.Height += high + columnsGap
	}
	return size
}

// Layout gives the height left over to the last row.
func (l *columnsLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	rows := l.rows(size.Width)
	at, y := 0, float32(0)
	for i, row := range rows {
		high := float32(0)
		for j, w := range row {
			o := objs[at+j]
			o.Resize(fyne.NewSize(w, max(o.Size().Height, o.MinSize().Height)))
			high = max(high, o.MinSize().Height) // wrapped text knows its height only now
		}
		if i == len(rows)-1 {
			high = max(high, size.Height-y)
		}
		x := float32(0)
		for j, w := range row {
			objs[at+j].Move(fyne.NewPos(x, y))
			objs[at+j].Resize(fyne.NewSize(w, high))
			x += w + columnsGap
		}
		at, y = at+len(row), y+high+columnsGap
	}
}
