package board

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// trendFigures are the trend's columns, each with its column of "x of y" where
// it is a percentage.
var trendFigures = []struct {
	id     string
	column int
}{
	{"stage1.received", 4},
	{"stage2.received", 5},
	{"stage1.responded_in_time_with_extension", 6},
	{"stage2.responded_in_time_with_extension", 8},
}

// drawn is the first of the two columns that the line is drawn from. Excel
// draws words as nought, so a quarter without a value is left empty there.
const drawn = 11

// trend draws the eight quarters, as a table and as two charts of its cells.
func (b *book) trend() {
	b.begin(trendSheet, []float64{14, 13, 13, 12, 12, 12, 14, 12, 14, 3, 14, 14},
		"Quarter", ">From", ">To", ">Stage 1 received", ">Stage 2 received", ">Stage 1 in time", "|Made of", ">Stage 2 in time", "|Made of")
	b.put(trendSheet, drawn, headRow, "Stage 1 in time", b.style.note)
	b.put(trendSheet, drawn+1, headRow, "Stage 2 in time", b.style.note)
	b.put(trendSheet, drawn, headRow-1, "The line is drawn from here", b.style.note)
	first := headRow + 1
	for i, q := range b.report.Trend {
		row := first + i
		b.put(trendSheet, 1, row, q.Period.Short(), b.style.text)
		b.put(trendSheet, 2, row, serial(q.Period.From()), b.style.date)
		b.put(trendSheet, 3, row, serial(q.Period.To()), b.style.date)
		next := drawn
		for _, column := range trendFigures {
			f, _ := q.Figure(column.id)
			cell := b.figure(trendSheet, column.column, row, f)
			b.show(shown{showing: showing{f.ID, q.Period}, sheet: trendSheet, cell: cell, figure: f, from: q.Period.From(), to: q.Period.To()})
			if f.Unit != Percent {
				continue
			}
			b.put(trendSheet, column.column+1, row, f.MadeOf(), b.style.quiet)
			if value, ok := f.cell().(float64); ok {
				b.put(trendSheet, next, row, value, b.style.number[Percent])
			}
			next++
		}
	}
	last := first + len(b.report.Trend) - 1
	b.chart("A17", b.receivedChart(first, last))
	b.chart("A34", b.inTimeChart(first, last))
	b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: trendSheet + "!$A$1:$I$50", Scope: trendSheet}))
}

func (b *book) chart(cell string, c *excelize.Chart) {
	c.Dimension = excelize.ChartDimension{Width: 860, Height: 310}
	c.Legend = excelize.ChartLegend{Position: "bottom"}
	c.YAxis.MajorGridLines = true
	axis := excelize.Font{Size: 10, Color: quietColour, Family: fontFamily}
	c.XAxis.Font, c.YAxis.Font, c.Legend.Font = axis, axis, &axis
	b.try(b.file.AddChart(trendSheet, cell, c))
}

func (b *book) receivedChart(first, last int) *excelize.Chart {
	return &excelize.Chart{
		Type:     excelize.Col,
		Series:   []excelize.ChartSeries{series(4, first, last, accentColour), series(5, first, last, inkColour)},
		Title:    title("Complaints received in eight quarters, by stage"),
		Format:   excelize.GraphicOptions{Name: "Received", AltText: "Columns: " + b.inWords("stage1.received", "stage2.received")},
		YAxis:    excelize.ChartAxis{NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		PlotArea: excelize.ChartPlotArea{ShowVal: true},
	}
}

func (b *book) inTimeChart(first, last int) *excelize.Chart {
	return &excelize.Chart{
		Type:         excelize.Line,
		Series:       []excelize.ChartSeries{series(drawn, first, last, accentColour), series(drawn+1, first, last, inkColour)},
		Title:        title("Answered in time in eight quarters, extensions included"),
		Format:       excelize.GraphicOptions{Name: "In time", AltText: "Lines: " + b.inWords("stage1.responded_in_time_with_extension", "stage2.responded_in_time_with_extension")},
		YAxis:        excelize.ChartAxis{Minimum: ptr(0.0), Maximum: ptr(1.0), NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}},
		ShowBlanksAs: "gap",
	}
}

func title(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: 12, Bold: true, Color: inkColour}}}}
}

// series is one column of the sheet as a chart's series. The two stages differ
// in shade, so that they are told apart in grey.
func series(column, first, last int, colour string) excelize.ChartSeries {
	letter, _ := excelize.ColumnNumberToName(column)
	paint := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	return excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$%s$%d", trendSheet, letter, headRow),
		Categories: fmt.Sprintf("%s!$A$%d:$A$%d", trendSheet, first, last),
		Values:     fmt.Sprintf("%s!$%s$%d:$%s$%d", trendSheet, letter, first, letter, last),
		Fill:       paint,
		Line:       excelize.LineOptions{Fill: paint, Width: 2.25},
		Marker:     excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: paint},
	}
}

// inWords tells a chart to somebody who cannot see it.
func (b *book) inWords(stage1, stage2 string) string {
	var quarters []string
	for _, q := range b.report.Trend {
		one, _ := q.Figure(stage1)
		two, _ := q.Figure(stage2)
		quarters = append(quarters, fmt.Sprintf("%s: stage 1 %s, stage 2 %s", q.Period.Short(), one.Text(), two.Text()))
	}
	return strings.Join(quarters, "; ") + "."
}
