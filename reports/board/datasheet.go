package board

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// tableName is the data sheet's table, which the checks' formulas name.
const tableName = "Cases"

// column is one column of the data sheet, under the name that the formulas
// use.
type column struct {
	name  string
	width float64
	right bool
	value func(r *row) any // a string, a number, a day, money; nil for an empty cell
}

// pounds is money in a cell.
type pounds int64

// columns lists the data sheet's columns. No column holds a name, an address
// or the words of anybody.
func (b *book) columns() []column {
	area := areas{b.report.rows, map[Period]map[string]bool{}}
	words := func(name string, width float64, value func(r *row) string) column {
		return column{name, width, false, func(r *row) any { return value(r) }}
	}
	day := func(name string, value func(r *row) calendar.Date) column {
		return column{name, 13, true, func(r *row) any { return value(r) }}
	}
	number := func(name string, width float64, value func(r *row) any) column {
		return column{name, width, true, value}
	}
	staged := func(value func(r *row) any) func(r *row) any {
		return func(r *row) any {
			if r.Stage == 0 || r.Responded.IsZero() {
				return nil
			}
			return value(r)
		}
	}
	return []column{
		words("Reference", 16, func(r *row) string { return string(r.Reference) }),
		words("Kind", 15, func(r *row) string { return string(r.Kind) }),
		number("Stage", 7, func(r *row) any { return r.Stage }),
		words("Standing", 13, func(r *row) string { return string(r.standing()) }),
		words("Policy", 12, func(r *row) string { return r.Policy }),
		words("Channel", 17, func(r *row) string { return r.channel }),
		words("Subject", 20, func(r *row) string { return r.subject }),
		words("Area", 16, area.shown),
		words("In the measures", 10, func(r *row) string { return yes(r.Measured) }),
		day("Received", func(r *row) calendar.Date { return r.Received }),
		day("Acknowledge by", func(r *row) calendar.Date { return r.AcknowledgeBy }),
		day("Acknowledged", func(r *row) calendar.Date { return r.Acknowledged }),
		day("Answer by", func(r *row) calendar.Date { return r.RespondBy }),
		day("Extended to", func(r *row) calendar.Date { return r.ExtendedTo }),
		day("Whole time to", func(r *row) calendar.Date { return r.whole }),
		day("Answered", func(r *row) calendar.Date { return r.Responded }),
		day("Reported", func(r *row) calendar.Date { return r.Reported }),
		day("Closed", func(r *row) calendar.Date { return r.Closed }),
		number("Days from receipt", 10, staged(func(r *row) any { return r.fromReceipt })),
		number("Days from acknowledgement", 16, staged(func(r *row) any {
			if r.Acknowledged.IsZero() {
				return nil
			}
			return r.fromAck
		})),
		words("Outcome", 12, func(r *row) string { return string(r.Outcome) }),
		words("Some points not", 10, func(r *row) string { return yes(r.Mixed) }),
		words("Choice", 13, func(r *row) string { return string(r.Choice) }),
		number("Offered", 13, func(r *row) any {
			if r.Responded.IsZero() || r.Stage == 0 && r.Kind != casework.FixedSum {
				return nil
			}
			return pounds(r.Offered)
		}),
		day("Stage 1 answered", func(r *row) calendar.Date { return r.stage1().Responded }),
		number("Stage 1 offered", 13, func(r *row) any {
			if r.first == nil {
				return nil
			}
			return pounds(r.first.Offered)
		}),
	}
}

// stage1 is stage 1 of a stage 2 row, or an empty row.
func (r *row) stage1() *row {
	if r.first == nil {
		return &row{}
	}
	return r.first
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// serial is a day as Excel counts them, from the end of 1899.
func serial(d calendar.Date) int { return calendar.On(1899, 12, 30).DaysUntil(d) }

// data streams the data sheet: one row for each stage of each case, as a named
// table.
func (b *book) data() {
	if b.err != nil {
		return
	}
	w, err := b.file.NewStreamWriter(dataSheet)
	if err != nil {
		b.try(err)
		return
	}
	columns := b.columns()
	for i, c := range columns {
		b.try(w.SetColWidth(i+1, i+1, c.width))
	}
	b.try(w.SetPanes(frozen(headRow)))
	for i, line := range b.heading(dataSheet) {
		style := []int{b.style.title, b.style.subtitle, b.style.note, b.style.note}[i]
		b.try(w.SetRow(fmt.Sprintf("A%d", i+1), []any{excelize.Cell{StyleID: style, Value: line}}))
	}
	cells := make([]any, len(columns))
	for i, c := range columns {
		style := b.style.headAside
		if c.right {
			style = b.style.headRight
		}
		cells[i] = excelize.Cell{StyleID: style, Value: c.name}
	}
	b.try(w.SetRow(fmt.Sprintf("A%d", headRow), cells, excelize.RowOpts{Height: 42}))
	b.rows(w, columns, cells)
	b.try(w.AddTable(&excelize.Table{Range: b.tableRange(len(columns)), Name: tableName, StyleName: "TableStyleLight1"}))
	b.try(w.Flush())
}

func (b *book) rows(w *excelize.StreamWriter, columns []column, cells []any) {
	rows := b.report.rows
	for i := range rows {
		if i%500 == 0 {
			b.try(b.progress(i, len(rows)))
		}
		if b.err != nil {
			return
		}
		for j, c := range columns {
			cells[j] = b.cell(c.value(&rows[i]))
		}
		cell, err := excelize.CoordinatesToCellName(1, headRow+1+i)
		b.try(err)
		b.try(w.SetRow(cell, cells))
	}
	b.try(b.progress(len(rows), len(rows)))
}

// cell is a value with its style, as the stream writer takes it.
func (b *book) cell(value any) any {
	switch v := value.(type) {
	case string:
		if v == "" {
			return nil
		}
		return excelize.Cell{StyleID: b.style.word, Value: v}
	case calendar.Date:
		if v.IsZero() {
			return nil
		}
		return excelize.Cell{StyleID: b.style.date, Value: serial(v)}
	case pounds:
		return excelize.Cell{StyleID: b.style.number[Pence], Value: float64(v) / 100}
	case int:
		return excelize.Cell{StyleID: b.style.number[Count], Value: v}
	}
	return nil
}

// tableRange is the table with its heads. A table has at least one row, which
// is empty where there is no case.
func (b *book) tableRange(columns int) string {
	last, err := excelize.CoordinatesToCellName(columns, headRow+max(1, len(b.report.rows)))
	b.try(err)
	return fmt.Sprintf("A%d:%s", headRow, last)
}
