package cases

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/register"
)

// wide is the least width, at 100 %, at which the day of receipt has a column
// of its own.
const wide = 1080

// sortOf are the orders by the column that names them.
type sortColumn struct {
	by     register.Sort
	column int
}

// table is the list in one set of columns.
type table struct {
	*look.Table[register.Row]
	sorts []sortColumn
}

// newTable makes the columns. About takes what is left over.
func (p *Page) newTable(isWide bool) *table {
	t := &table{}
	cols := []look.ColumnOf[register.Row]{
		{Name: "Reference", Width: 124, Sorts: true, Cell: func(r register.Row) look.Cell {
			return look.Cell{Words: string(r.Reference), Ink: look.Muted}
		}},
		{Name: "Resident", Width: 146, Cell: func(r register.Row) look.Cell { return look.Cell{Words: resident(r), Bold: true} }},
		{Name: "About", Width: 92, Grow: true, Cell: func(r register.Row) look.Cell { return look.Cell{Words: aboutAt(r)} }},
		{Name: "Stage, next", Width: 124, Cell: func(r register.Row) look.Cell { return look.Cell{Words: stageAndNext(r)} }},
		{Name: "Time left", Width: 178, Cell: p.leftCell},
		{Name: "Due", Width: 92, Sorts: true, Cell: func(r register.Row) look.Cell { return look.Cell{Words: r.Due.Short()} }},
		{Name: "Officer", Width: 86, Cell: officerCell},
	}
	t.sorts = []sortColumn{{register.ByReference, 0}, {register.ByDue, 5}}
	if isWide {
		cols = append(cols[:6:6], look.ColumnOf[register.Row]{Name: "Received", Width: 98, Sorts: true,
			Cell: func(r register.Row) look.Cell { return look.Cell{Words: r.Received.Short(), Ink: look.Muted} }}, cols[6])
		cols[5].Width = 132 // room for its order in words
		t.sorts = append(t.sorts, sortColumn{register.ByReceived, 6})
	}
	for i := range cols {
		cols[i].Sorted = map[string]string{"Due": "soonest first", "Reference": "newest first", "Received": "newest first"}[cols[i].Name]
	}
	t.Table = look.NewTable(true, cols...)
	t.OnOpen = func(r register.Row) { p.deps.Ways.OpenCase(r.ID) }
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
// no column. Each order has one direction.
func (t *table) showSort(by register.Sort) {
	at := -1
	for _, s := range t.sorts {
		if s.by == by {
			at = s.column
		}
	}
	t.ShowSort(at, false)
}

// fill gives the table the model's rows and ticks, and puts the cursor.
func (p *Page) fill(cursor int) {
	p.filling = true
	defer func() { p.filling = false }()
	p.table.SetRows(p.model.Rows())
	for i, r := range p.model.Rows() {
		if p.model.IsSelected(r.ID) {
			p.table.Select(i)
		}
	}
	p.table.GoTo(cursor)
	p.cursor = p.table.Cursor()
	p.table.showSort(p.model.Sort())
}

// fits is the room of the table: it makes the columns anew where the room has
// become wide or narrow.
type fits struct{ page *Page }

// MinSize is that of what it holds.
func (f *fits) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout chooses the columns before it lays them out.
func (f *fits) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	refocus := f.page.fit(size.Width >= look.Px(wide))
	objs[0].Move(fyne.Position{})
	objs[0].Resize(size)
	if refocus { // only what has been laid out can have the focus
		look.Focus(f.page.table.List)
	}
}

// fit makes the table anew when its columns should be others. Rows, ticks,
// order and cursor stay; refocus says that the table that went had the focus.
func (p *Page) fit(isWide bool) (refocus bool) {
	if p.table != nil && p.wide == isWide {
		return false
	}
	cursor := 0
	if p.table != nil {
		cursor, refocus = p.table.Cursor(), p.table.Focused()
	}
	p.wide = isWide
	p.table = p.newTable(isWide)
	p.room.Objects = []fyne.CanvasObject{look.Framed(p.table.Object())}
	p.fill(cursor)
	return refocus
}
