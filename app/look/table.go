package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// ColumnOf declares one column of a [Table]: once, for head, rows and sorting.
type ColumnOf[T any] struct {
	Name   string
	Width  float32 // at 100 %; the least of one that stretches
	Grow   bool    // takes what is left over
	Right  bool    // figures stand at the right
	Sorts  bool    // pressing its name sorts by it
	Sorted string  // said beside the name while sorted by it: "soonest first"
	Cell   func(T) Cell
}

// Cell is what one column shows of one row: words, or a chip when it has a tone.
type Cell struct {
	Words string
	Ink   Token // Text when empty
	Bold  bool
	Chip  *Tone
}

// Table is a [List] with columns and a head. Where rows can be selected each
// begins with a tick box.
type Table[T any] struct {
	*List
	cols   []ColumnOf[T]
	rows   []T
	ticks  bool
	ticked map[int]bool
	sortBy int
	down   bool
	head   *tableHead
	whole  *fyne.Container

	// OnOpen is called with the row that Enter or a double click opens.
	OnOpen func(T)
	// OnSort is called when another order is asked for.
	OnSort func(column int, descending bool)
	// OnTicks is called when the selection changes.
	OnTicks func(selected []T)
}

// NewTable has no rows yet; ticks says whether rows can be selected.
func NewTable[T any](ticks bool, cols ...ColumnOf[T]) *Table[T] {
	t := &Table[T]{cols: cols, ticks: ticks, ticked: map[int]bool{}, sortBy: -1}
	t.List = NewList(36, func() int { return len(t.rows) },
		func() fyne.CanvasObject { return newCells(t.widths(), ticks) },
		func(place int, row fyne.CanvasObject) { t.fillRow(row.(*cells), place) })
	t.List.Open = func(place int) {
		if t.OnOpen != nil && place < len(t.rows) {
			t.OnOpen(t.rows[place])
		}
	}
	if ticks {
		t.List.Select = t.toggle
		t.List.Chosen = func(place int) bool { return t.ticked[place] }
	}
	t.head = newTableHead(t)
	t.whole = Edges(t.head, nil, t.List, nil, nil)
	return t
}

// Object is the table with its head, to be put on the screen.
func (t *Table[T]) Object() fyne.CanvasObject { return t.whole }

// SetRows replaces the rows and forgets the selection.
func (t *Table[T]) SetRows(rows []T) {
	t.rows = rows
	t.ticked = map[int]bool{}
	t.Reload()
}

// AddRows puts the next page below the rows there are.
func (t *Table[T]) AddRows(rows []T) {
	t.rows = append(t.rows, rows...)
	t.Reload()
}

// Rows is what the table shows.
func (t *Table[T]) Rows() []T { return t.rows }

// Current is the row under the cursor.
func (t *Table[T]) Current() (row T, ok bool) {
	if c := t.Cursor(); c < len(t.rows) {
		return t.rows[c], true
	}
	return row, false
}

// Selected is the rows with a tick, in their order.
func (t *Table[T]) Selected() []T {
	var some []T
	for i, r := range t.rows {
		if t.ticked[i] {
			some = append(some, r)
		}
	}
	return some
}

// ShowSort draws by which column the rows are sorted; -1 is none.
func (t *Table[T]) ShowSort(column int, descending bool) {
	t.sortBy, t.down = column, descending
	t.head.Refresh()
}

func (t *Table[T]) toggle(place int) {
	if t.ticked[place] {
		delete(t.ticked, place)
	} else {
		t.ticked[place] = true
	}
	if t.OnTicks != nil {
		t.OnTicks(t.Selected())
	}
}

func (t *Table[T]) widths() []colWidth {
	w := make([]colWidth, len(t.cols))
	for i, c := range t.cols {
		w[i] = colWidth{c.Width, c.Grow, c.Right}
	}
	return w
}

func (t *Table[T]) fillRow(c *cells, place int) {
	for i, col := range t.cols {
		c.show(i, col.Cell(t.rows[place]))
	}
	if t.ticks {
		c.tick.set(t.ticked[place])
		c.tick.tap = func() {
			t.clicked(place)
			t.toggle(place)
			t.RefreshItem(place)
		}
	}
}

func (t *Table[T]) sort(column int) {
	if !t.cols[column].Sorts {
		return
	}
	down := t.sortBy == column && !t.down
	t.ShowSort(column, down)
	if t.OnSort != nil {
		t.OnSort(column, down)
	}
}

// colWidth is what head and rows share of a column.
type colWidth struct {
	width       float32
	grow, right bool
}

// tickRoom is the room before the first column where rows have tick boxes.
func tickRoom(ticks bool) float32 {
	if ticks {
		return 14 + Px(26)
	}
	return 16
}

// spread calls each with the place and width of every column. Where they do
// not all fit, each gives way by the same part.
func spread(cols []colWidth, ticks bool, total float32, each func(i int, x, w float32)) {
	x := tickRoom(ticks)
	left, grows, all := total-x-8, 0, float32(0)
	for _, c := range cols {
		all += Px(c.width)
		if c.grow {
			grows++
		}
	}
	narrow := min(1, max(0, left)/all)
	left -= all
	for i, c := range cols {
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
			place(c.words[i], x, 0, w, s.Height)
			place(c.chips[i], x, 0, w, s.Height)
		})
	}
	return &drawn{
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

func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
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
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(200, Px(40)) },
		layout: lay,
		reread: func() { lay(h.Size()) },
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
