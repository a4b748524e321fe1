package look

import (
	"fyne.io/fyne/v2"
)

// ColumnOf declares one column of a [Table]: once, for head, rows and sorting.
type ColumnOf[T any] struct {
	Name   string
	Width  float32 // at 100 %; the least of one that stretches
	Grow   bool    // takes what is left over
	Right  bool    // figures stand at the right
	Yields bool    // left out where there is no room for all; words, not a chip
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
	t.whole = Edges(t.head.shown(), nil, t.List, nil, nil)
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
		w[i] = colWidth{c.Width, c.Grow, c.Right, c.Yields}
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
