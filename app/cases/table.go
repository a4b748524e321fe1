package cases

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/register"
)

// room is how much the table can show side by side.
type room int

// The rooms, by their least width at 100 %: all columns; without the day of
// receipt; only what tells one case from another and which is urgent. Opening
// the case shows the rest.
const (
	tight  room = iota
	narrow      // from 760
	wide        // from 1080
)

func roomFor(width float32) room {
	switch {
	case width >= look.Px(1080):
		return wide
	case width >= look.Px(760):
		return narrow
	}
	return tight
}

// sortColumn is an order with the column that names it.
type sortColumn struct {
	by     register.Sort
	column int
}

// table is the list in one set of columns.
type table struct {
	*look.Table[register.Row]
	sorts []sortColumn
}

// newTable makes the columns that the room has place for. About takes what is
// left over.
func (p *Page) newTable(in room) *table {
	type column = look.ColumnOf[register.Row]
	reference := column{Name: "Reference", Width: 120, Sorts: true, Cell: func(r register.Row) look.Cell {
		return look.Cell{Words: string(r.Reference), Ink: look.Muted}
	}}
	name := column{Name: "Resident", Width: 126, Cell: func(r register.Row) look.Cell { return look.Cell{Words: resident(r), Bold: true} }}
	about := column{Name: "About", Width: 84, Grow: true, Cell: func(r register.Row) look.Cell { return look.Cell{Words: aboutAt(r)} }}
	next := column{Name: "Stage, next", Width: 122, Cell: func(r register.Row) look.Cell { return look.Cell{Words: stageAndNext(r)} }}
	left := column{Name: "Time left", Width: 190, Cell: p.leftCell}
	due := column{Name: "Due", Width: 100, Sorts: true, Sorted: "soonest", Cell: func(r register.Row) look.Cell { return look.Cell{Words: r.Due.Short()} }}
	received := column{Name: "Received", Width: 100, Sorts: true, Cell: func(r register.Row) look.Cell {
		return look.Cell{Words: r.Received.Short(), Ink: look.Muted}
	}}
	changed := column{Name: "Changed", Width: 100, Sorts: true, Cell: func(r register.Row) look.Cell {
		return look.Cell{Words: calendar.Of(r.Changed).Short(), Ink: look.Muted}
	}}
	officer := column{Name: "Officer", Width: 86, Sorts: true, Cell: officerCell}

	t := &table{}
	var cols []column
	switch in {
	case wide:
		name.Width, due.Width = 160, 126 // long names, and the order in words
		cols = []column{reference, name, about, next, left, due, received, officer}
		t.sorts = []sortColumn{{register.ByReference, 0}, {register.ByDue, 5}, {register.ByReceived, 6}, {register.ByHandler, 7}}
		if p.model.Sort() == register.ByChange { // in place of the day of receipt
			cols[6], t.sorts[2].by = changed, register.ByChange
		}
	case narrow:
		cols = []column{reference, name, about, next, left, due, officer}
		t.sorts = []sortColumn{{register.ByReference, 0}, {register.ByDue, 5}, {register.ByHandler, 6}}
	default:
		name.Grow = true
		name.Cell = func(r register.Row) look.Cell { // what the other columns would say first
			return look.Cell{Words: strings.TrimSuffix(resident(r)+", "+strings.ToLower(warnings(r)), ", "), Bold: true}
		}
		cols = []column{reference, name, left}
		t.sorts = []sortColumn{{register.ByReference, 0}}
	}
	t.Table = look.NewTable(true, cols...)
	t.OnOpen = func(r register.Row) {
		p.typed.stop()
		p.deps.Ways.OpenCase(r.ID)
	}
	t.OnSort = func(column int, _ bool) {
		for _, s := range t.sorts {
			if s.column == column {
				p.setSort(s.by)
			}
		}
	}
	t.OnTicks = func(rows []register.Row) {
		if p.filling {
			return
		}
		p.typed.stop()
		var ids []int64
		for _, r := range rows {
			ids = append(ids, r.ID)
		}
		p.model.Select(ids)
		p.showSelection()
	}
	t.NearEnd = p.fetchMore
	t.Moved = p.moved
	return t
}

func (p *Page) leftCell(r register.Row) look.Cell {
	words, tone := p.model.Left(r)
	if words == "" {
		return look.Cell{}
	}
	chip := look.OnTime(tone)
	return look.Cell{Words: words, Chip: &chip}
}

func officerCell(r register.Row) look.Cell {
	name, gap := handler(r)
	if gap {
		return look.Cell{Words: name, Ink: look.Amber}
	}
	return look.Cell{Words: name}
}

// showSort marks the column by which the list is sorted, or none where it has
// no column.
func (t *table) showSort(by register.Sort, reversed bool) {
	at := -1
	for _, s := range t.sorts {
		if s.by == by {
			at = s.column
		}
	}
	upwards := by == register.ByDue || by == register.ByHandler
	t.ShowSort(at, upwards == reversed)
}

// fill gives the table the model's rows and ticks, and puts the cursor.
func (p *Page) fill(cursor int) {
	p.filling = true
	defer func() { p.filling = false }()
	p.table.SetRows(slices.Clip(p.model.Rows()))
	for i, r := range p.model.Rows() {
		if p.model.IsSelected(r.ID) {
			p.table.Select(i)
		}
	}
	p.table.GoTo(cursor)
	p.cursor = p.table.Cursor()
	p.table.showSort(p.model.Sort(), p.model.Reversed())
}

// fits lays the table out and makes its columns anew where there is room for
// others.
type fits struct{ page *Page }

// MinSize is that of what it holds.
func (f *fits) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout chooses the columns before it lays them out.
func (f *fits) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	changed, refocus := f.page.fit(roomFor(size.Width))
	objs[0].Move(fyne.Position{})
	objs[0].Resize(size)
	if changed {
		objs[0].Refresh() // of the same size, it would not be laid out
	}
	if refocus { // only what has been laid out can have the focus
		look.Focus(f.page.table.List)
	}
}

// fit makes the table anew when its columns should be others. Rows, ticks,
// order and cursor stay; refocus says that the table that went had the focus.
func (p *Page) fit(in room) (changed, refocus bool) {
	byChange := p.model.Sort() == register.ByChange
	if p.table != nil && p.in == in && p.byChange == byChange {
		return false, false
	}
	cursor := 0
	if p.table != nil {
		cursor, refocus = p.table.Cursor(), p.table.Focused()
	}
	p.in, p.byChange = in, byChange
	p.table = p.newTable(in)
	p.holder.Objects = []fyne.CanvasObject{look.Framed(p.table.Object())}
	p.fill(cursor)
	return true, refocus
}
