package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// MonthDay is one cell of a [MonthGrid].
type MonthDay struct {
	Date  string // "13"; the first of a month with its name
	Count string // at the right of the date: "5 due"
	Tone  Tone   // of the count
	Note  string // the holiday's name
	Lines []string
	Label string // the whole cell in words, for a screen reader
	Rest  bool   // nobody works: shaded
	Bank  bool   // a bank holiday: shaded more
	Out   bool   // of another month
	Today bool
}

// MonthGrid is a calendar of whole weeks, Monday first. It is one stop for Tab;
// arrows, PgUp, PgDn, Home and End are told to Lead, Enter and Space to Open.
// A click chooses a day, a double click opens it.
type MonthGrid struct {
	press
	days []MonthDay
	at   int
	// Lead is called with a key that leads to another day; true means it did.
	Lead func(fyne.KeyName) bool
	// Pick is called when a day is clicked.
	Pick func(place int)
}

// NewMonthGrid has no days yet.
func NewMonthGrid(open func()) *MonthGrid {
	g := &MonthGrid{}
	g.do = open
	g.also = func(k fyne.KeyName) bool { return g.Lead != nil && g.Lead(k) }
	g.extend(g)
	return g
}

// Set shows days, seven for each week, with the cursor on one.
func (g *MonthGrid) Set(days []MonthDay, at int) {
	g.days, g.at = days, at
	g.Refresh()
}

// At is the place of the cursor.
func (g *MonthGrid) At() int { return g.at }

// Tapped chooses the day under the pointer.
func (g *MonthGrid) Tapped(ev *fyne.PointEvent) {
	Focus(g)
	if place := g.under(ev); place >= 0 && g.Pick != nil {
		g.Pick(place)
	}
}

// DoubleTapped opens the day under the pointer.
func (g *MonthGrid) DoubleTapped(ev *fyne.PointEvent) {
	g.Tapped(ev)
	g.Press()
}

func (g *MonthGrid) under(ev *fyne.PointEvent) int {
	for i := range g.days {
		pos, size := g.cell(i, g.Size())
		in := ev.Position.Subtract(pos)
		if in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height {
			return i
		}
	}
	return -1
}

// Part is where the cursor's week stands.
func (g *MonthGrid) Part() (top, height float32) {
	pos, size := g.cell(g.at, g.Size())
	return pos.Y, size.Height
}

const (
	monthHead = 24
	monthCell = 84 // least height of a day
	monthWide = 78 // least width of a day
	monthGap  = 3
)

func (g *MonthGrid) weeks() int { return max(1, (len(g.days)+6)/7) }

func (g *MonthGrid) cell(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	w := (s.Width - 6*monthGap) / 7
	h := (s.Height - Px(monthHead) - float32(g.weeks()-1)*monthGap) / float32(g.weeks())
	return fyne.NewPos(float32(i%7)*(w+monthGap), Px(monthHead)+float32(i/7)*(h+monthGap)), fyne.NewSize(w, h)
}

// AccessibilityLabel is the day under the cursor.
func (g *MonthGrid) AccessibilityLabel() string {
	if g.at < len(g.days) {
		return g.days[g.at].Label
	}
	return ""
}

// AccessibilityRole is part of fyne.Accessible.
func (*MonthGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget. It keeps the cells of six weeks.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	var objs []fyne.CanvasObject
	var heads [7]*Txt
	for i, w := range weekdays {
		heads[i] = NewTxt(w, SizeSmall, Muted, true)
		objs = append(objs, heads[i])
	}
	cells := make([]*monthCellView, 6*7)
	for i := range cells {
		cells[i] = newMonthCell()
		objs = append(objs, cells[i])
	}
	lay := func(s fyne.Size) {
		for i, h := range heads {
			pos, size := g.cell(i, s)
			place(h, pos.X+8, 0, size.Width-8, Px(monthHead))
		}
		for i, c := range cells {
			c.Hidden = i >= len(g.days)
			if !c.Hidden {
				pos, size := g.cell(i, s)
				c.Move(pos)
				c.Resize(size)
			}
		}
	}
	reread := func() {
		for i, c := range cells {
			if i < len(g.days) {
				c.show(g.days[i], i == g.at, g.focused)
			}
		}
		lay(g.Size())
	}
	reread()
	return &drawn{
		of:   g,
		objs: objs,
		min: func() fyne.Size {
			return fyne.NewSize(7*Px(monthWide), Px(monthHead)+float32(g.weeks())*(Px(monthCell)+monthGap))
		},
		layout: lay,
		reread: func() {
			reread()
			for _, h := range heads {
				h.Refresh()
			}
		},
	}
}

// monthCellView draws a day.
type monthCellView struct {
	widget.BaseWidget
	day         MonthDay
	at, focused bool
}

func newMonthCell() *monthCellView {
	c := &monthCellView{}
	c.ExtendBaseWidget(c)
	return c
}

func (c *monthCellView) show(d MonthDay, at, focused bool) {
	c.day, c.at, c.focused = d, at, focused
	c.Refresh()
}

// monthLines is how many lines a cell can say below its date.
const monthLines = 6

func (c *monthCellView) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := NewRect(Surface, 4), NewFrame(Nothing, 3, 4)
	date, count := NewTxt("", SizeBody, Text, true), NewTxt("", SizeSmall, Text, true)
	today := NewRect(Fill, 4)
	objs := []fyne.CanvasObject{ground, today, date, count}
	var lines [monthLines]*Txt
	for i := range lines {
		lines[i] = NewCut("", SizeSmall, Text, false)
		objs = append(objs, lines[i])
	}
	objs = append(objs, edge)
	lay := func(s fyne.Size) {
		ground.Resize(s)
		edge.Resize(s)
		const pad = 7
		w := date.Width()
		place(date, pad, 4, w, Px(20))
		today.Hidden = !c.day.Today
		place(today, pad-4, 4, w+8, Px(20))
		n := count.Width()
		count.Hidden = pad+w+6+n+pad > s.Width
		place(count, s.Width-pad-n, 4, n, Px(20))
		c.say(lines[:], s, Px(26), count.Hidden)
	}
	reread := func() {
		fill, rim, ink := c.colours()
		ground.Paint(fill, rim, 1)
		over := Nothing
		if c.at {
			over = FieldEdge
			if c.focused {
				over = Accent
			}
		}
		edge.Paint(Nothing, over, 3)
		if c.day.Today {
			ink = OnFill
		}
		date.Say(c.day.Date, ink)
		count.Say(c.day.Count, c.day.Tone.Ink)
		lay(c.Size())
	}
	reread()
	return &drawn{
		of:     c,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(Px(monthWide), Px(monthCell)) },
		layout: lay,
		reread: func() {
			reread()
			for _, o := range objs {
				o.Refresh()
			}
		},
	}
}

func (c *monthCellView) colours() (fill, rim, ink Token) {
	fill, rim, ink = Surface, Border, Text
	switch {
	case c.day.Bank:
		fill, rim = LedgerHol, LedgerHol
	case c.day.Rest:
		fill, rim, ink = Sunken, Sunken, Muted
	case c.day.Out:
		fill, ink = Bg, Muted
	}
	return fill, rim, ink
}

// say writes the holiday's name and the lines that there is room for; the last
// says how many more there are. Where the count has no room beside the date it
// stands first.
func (c *monthCellView) say(lines []*Txt, s fyne.Size, top float32, countBelow bool) {
	var all []string
	if countBelow && c.day.Count != "" {
		all = append(all, c.day.Count)
	}
	if c.day.Note != "" {
		all = append(all, c.day.Note)
	}
	named := len(all)
	all = append(all, c.day.Lines...)
	room := min(len(lines), max(0, int((s.Height-top-3)/Px(17))))
	for i, l := range lines {
		words, ink := "", Text
		switch {
		case i >= min(room, len(all)):
		case i == room-1 && len(all) > room:
			words = "and more"
		default:
			words = all[i]
		}
		l.Bold = i < named && words != ""
		if c.day.Out && !c.day.Bank {
			ink = Muted
		}
		l.Hidden = words == ""
		l.Say(words, ink)
		place(l, 7, top+float32(i)*Px(17), s.Width-12, Px(17))
	}
}
