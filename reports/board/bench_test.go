package board

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
)

// office is facts of about n cases over three years up to the cut-off.
func office(b *testing.B, n int) Input {
	facts := anyOffice(seeded(7), n, calendar.On(2023, 10, 1), calendar.On(2026, 10, 1))
	return inputOf(b, "2026-27Q2", calendar.On(2026, 11, 13), facts)
}

var sizes = []int{10_000, 50_000, 200_000}

func BenchmarkFigures(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("cases=%d", n), func(b *testing.B) {
			in := office(b, n)
			b.ReportAllocs()
			for b.Loop() {
				Make(in)
			}
		})
	}
}

// BenchmarkWorkbook times figures and workbook together, beside the library
// alone writing the data sheet's cells.
func BenchmarkWorkbook(b *testing.B) {
	for _, n := range sizes {
		in := office(b, n)
		b.Run(fmt.Sprintf("casebook/cases=%d", n), func(b *testing.B) {
			for b.Loop() {
				if err := Workbook(Make(in), io.Discard, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
		cells := dataCells(in)
		b.Run(fmt.Sprintf("excelize/cases=%d", n), func(b *testing.B) {
			for b.Loop() {
				if err := plainly(cells); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// dataCells are the values of the data sheet's cells.
func dataCells(in Input) [][]any {
	book := &book{report: Make(in)}
	columns := book.columns()
	var cells [][]any
	for i := range book.report.rows {
		line := make([]any, len(columns))
		for j, c := range columns {
			if cell, ok := book.cell(c.value(&book.report.rows[i])).(excelize.Cell); ok {
				cell.StyleID = 1
				line[j] = cell
			}
		}
		cells = append(cells, line)
	}
	return cells
}

// plainly writes cells with the library's stream writer and nothing else.
func plainly(cells [][]any) error {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for i, line := range cells {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := w.SetRow(cell, line); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Write(io.Discard)
}
