package board

import (
	"fmt"
	"strings"

	"casebook/reports/paper"
)

// Page lays the report out on both sides of one sheet of A4 for people who want
// it in their hands: the key figures with their comparisons and the regulator's
// measures, and the eight quarters over the page. The workbook has the rest.
func Page(r Report) paper.Document {
	b := book{report: r}
	heading := b.heading(summarySheet)
	counted, seal, _ := strings.Cut(heading[2], " Register seal: ")
	return paper.Lay(paper.Sheet{
		Title:   "Complaints report to the board, " + r.Period.Name(),
		Running: "Complaints report to the board, " + r.Period.Name(),
		Footer:  []string{counted, "Register seal: " + seal},
	}, []paper.Block{
		paper.Heading{Tag: "title", Text: "Complaints report to the board"},
		paper.Paragraph{Tag: "period", Text: heading[1]},
		paper.Heading{Tag: "key figures", Level: 1, Text: "Key figures"},
		r.keyFigures(),
		paper.Heading{Tag: "measures", Level: 1, Text: "Tenant satisfaction measures, since 1 April"},
		r.measuresTable(),
		paper.PageBreak{},
		paper.Heading{Tag: "trend", Level: 1, Text: "Eight quarters"},
		r.trendTable(),
		paper.Paragraph{Tag: "how", Text: heading[3]},
	})
}

// pageFigures are the figures on the page, in its order.
var pageFigures = []string{
	"stage1.received", "stage1.acknowledged_in_time", "stage1.responded_in_time", "stage1.responded_in_time_with_extension",
	"stage1.median_from_receipt", "stage1.upheld",
	"stage2.received", "stage2.responded_in_time_with_extension", "stage2.upheld", "escalation", "redress.offered",
}

func (r Report) keyFigures() paper.Table {
	table := paper.Table{Tag: "key figures", Columns: []paper.Column{
		{Title: ""}, {Title: r.Period.Short(), Width: 27, Right: true}, {Title: r.Period.Previous().Short(), Width: 27, Right: true},
		{Title: r.Period.LastYear().Short(), Width: 27, Right: true}, {Title: "Year to date", Width: 27, Right: true},
	}}
	for _, id := range pageFigures {
		now, _ := r.Figure(id)
		before, _ := r.Before(id)
		lastYear, _ := r.YearBefore(id)
		year, _ := r.Figure(id + YearToDate)
		table.Rows = append(table.Rows, paper.Row{Tag: id, Cells: paper.Cells(now.Label, now.brief(), before.brief(), lastYear.brief(), year.brief())})
	}
	return table
}

// brief is a figure's text where its label already says the unit.
func (f Figure) brief() string {
	if f.Unit == WorkingDays && f.Known() {
		return fmt.Sprintf("%s days", f.exact().FloatString(1))
	}
	return f.Text()
}

func (r Report) measuresTable() paper.Table {
	table := paper.Table{Tag: "measures", Columns: []paper.Column{{Title: ""}, {Title: "Figure", Width: 27, Right: true}, {Title: "Made of", Width: 50, Right: true}}}
	for _, id := range []string{"ch01.stage1", "ch01.stage2", "ch02.stage1", "ch02.stage2"} {
		f, _ := r.Figure(id)
		table.Rows = append(table.Rows, paper.Row{Tag: id, Cells: paper.Cells(f.Label, f.Text(), f.MadeOf())})
	}
	return table
}

func (r Report) trendTable() paper.Table {
	table := paper.Table{Tag: "trend", Columns: []paper.Column{{Title: "Quarter"}}}
	for _, title := range []string{"Stage 1 received", "Stage 1 in time", "Stage 2 received", "Stage 2 in time"} {
		table.Columns = append(table.Columns, paper.Column{Title: title, Width: 34, Right: true})
	}
	for _, q := range r.Trend {
		cells := []string{q.Period.Short()}
		for _, id := range []string{"stage1.received", "stage1.responded_in_time_with_extension", "stage2.received", "stage2.responded_in_time_with_extension"} {
			f, _ := q.Figure(id)
			cells = append(cells, f.Text())
		}
		table.Rows = append(table.Rows, paper.Row{Tag: q.Period.String(), Cells: paper.Cells(cells...)})
	}
	return table
}
