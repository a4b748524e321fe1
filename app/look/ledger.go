package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DayKind is how a day of a [Ledger] is drawn.
type DayKind int

// The kinds of day.
const (
	DayPlain     DayKind = iota // outside the sum
	DayStart                    // day 0: what the sum is counted from
	DayCounted                  // a working day that counts
	DayExtension                // a working day inside an extension
	DayFirstDue                 // the due date before an extension
	DayDue                      // the due date
	DayLimit                    // the latest the policy allows
	DayWeekend                  // not counted
	DayHoliday                  // not counted, and named
)

// Day is one cell of a [Ledger].
type Day struct {
	Date  string // the day of the month
	Words string // the counted number, "Due 38", or the holiday's name
	Kind  DayKind
	Today bool
}

// Week is Monday to Sunday; Month is named where one begins.
type Week struct {
	Month string
	Days  [7]Day
}

// Ledger is a calendar that shows, day by day, how a date was reached.
type Ledger struct {
	widget.BaseWidget
	weeks []Week
}

// NewLedger shows the weeks from the first day of the sum to the last.
func NewLedger(weeks []Week) *Ledger {
	l := &Ledger{weeks: weeks}
	l.ExtendBaseWidget(l)
	return l
}

const (
	ledgerMonth = 44 // the column that names months
	ledgerRow   = 44
	ledgerHead  = 24
	ledgerRest  = 45 // Saturday and Sunday
)

var weekdays = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}

// dayLook is fill, edge and its width, ink of the date, and ink of the words.
func dayLook(d Day) (fill, edge Token, width float32, ink, words Token) {
	switch d.Kind {
	case DayStart:
		fill, edge, width, ink, words = Surface, FieldEdge, 1, Text, Text
	case DayCounted:
		fill, edge, ink, words = AccentTint, Nothing, Text, Accent
	case DayExtension:
		fill, edge, ink, words = LedgerExt, Nothing, Text, Accent
	case DayFirstDue:
		fill, edge, width, ink, words = AccentTint, Accent, 2, Text, Accent
	case DayDue:
		fill, edge, ink, words = Fill, Nothing, OnFill, OnFill
	case DayLimit:
		fill, edge, width, ink, words = Surface, FieldEdge, 1, Text, Muted
	case DayWeekend:
		fill, edge, ink, words = Sunken, Nothing, Muted, Muted
	case DayHoliday:
		fill, edge, ink, words = LedgerHol, Nothing, Text, Text
	default:
		fill, edge, width, ink, words = Surface, Border, 1, Text, Muted
	}
	if d.Today {
		edge, width, words = Amber, 2, Amber
		if d.Kind == DayDue {
			words = OnFill
		}
	}
	return fill, edge, width, ink, words
}

// CreateRenderer is part of fyne.Widget.
func (l *Ledger) CreateRenderer() fyne.WidgetRenderer {
	var objs []fyne.CanvasObject
	heads := [7]*Txt{}
	for i, w := range weekdays {
		heads[i] = NewTxt(w, SizeSmall, Muted, false)
		objs = append(objs, heads[i])
	}
	months := make([]*Txt, len(l.weeks))
	cells := make([][7]*ledgerCell, len(l.weeks))
	for i, w := range l.weeks {
		months[i] = NewTxt(w.Month, SizeSmall, Text, true)
		objs = append(objs, months[i])
		for d, day := range w.Days {
			cells[i][d] = newLedgerCell(day)
			objs = append(objs, cells[i][d])
		}
	}
	lay := func(s fyne.Size) {
		wide := (s.Width - Px(ledgerMonth) - 2*(Px(ledgerRest)+4) - 4*4) / 5
		x := Px(ledgerMonth)
		for d := range weekdays {
			w := wide
			if d >= 5 {
				w = Px(ledgerRest)
			}
			place(heads[d], x+7, 0, w-7, Px(ledgerHead))
			for i := range l.weeks {
				place(cells[i][d], x, Px(ledgerHead)+float32(i)*Px(ledgerRow), w, Px(ledgerRow)-4)
			}
			x += w + 4
		}
		for i, m := range months {
			place(m, 0, Px(ledgerHead)+float32(i)*Px(ledgerRow), Px(ledgerMonth), Px(ledgerRow)-4)
		}
	}
	return &drawn{
		of:   l,
		objs: objs,
		min: func() fyne.Size {
			return fyne.NewSize(Px(440), Px(ledgerHead)+float32(len(l.weeks))*Px(ledgerRow))
		},
		layout: lay,
		reread: func() {
			for _, o := range objs {
				o.Refresh()
			}
		},
	}
}

type ledgerCell struct {
	widget.BaseWidget
	day Day
}

func newLedgerCell(d Day) *ledgerCell {
	c := &ledgerCell{day: d}
	c.ExtendBaseWidget(c)
	return c
}

func (c *ledgerCell) CreateRenderer() fyne.WidgetRenderer {
	fill, edge, width, ink, word := dayLook(c.day)
	ground := NewRect(fill, 3)
	ground.Edge, ground.EdgeWidth = edge, width
	strong := c.day.Kind == DayDue || c.day.Kind == DayHoliday || c.day.Kind == DayFirstDue
	date := NewTxt(c.day.Date, SizeBody, ink, strong)
	bold := c.day.Kind != DayHoliday && c.day.Kind != DayLimit && c.day.Kind != DayStart
	words := NewCut(c.day.Words, SizeSmall, word, bold).Right()
	return &drawn{
		of:   c,
		objs: []fyne.CanvasObject{ground, date, words},
		min:  func() fyne.Size { return fyne.NewSize(Px(ledgerRest), Px(ledgerRow)-4) },
		layout: func(s fyne.Size) {
			ground.Resize(s)
			w, left, right := date.Width(), float32(7), float32(7)
			if c.day.Kind == DayHoliday { // names need every bit of room
				left, right = 5, 4
			}
			place(date, left, 0, w, s.Height)
			place(words, left+w+3, 0, max(0, s.Width-left-w-3-right), s.Height)
		},
		reread: func() {
			for _, o := range []fyne.CanvasObject{ground, date, words} {
				o.Refresh()
			}
		},
	}
}

// LedgerLegend says what the fills of a [Ledger] mean.
func LedgerLegend() fyne.CanvasObject {
	entry := func(fill, edge Token, words string) fyne.CanvasObject {
		box := NewRect(fill, 3)
		box.Edge, box.EdgeWidth, box.Least = edge, 1, fyne.NewSquareSize(Px(16))
		return Line(6, box, NewTxt(words, SizeSmall, Muted, false))
	}
	return Flow(16, 4,
		entry(AccentTint, Accent, "Counted"),
		entry(LedgerExt, Accent, "Counted, extension"),
		entry(Sunken, Border, "Weekend, not counted"),
		entry(LedgerHol, LedgerHol, "Bank holiday, not counted"))
}
