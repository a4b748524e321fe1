//go:build windowtest

package windowtest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// savesTheWorkbook saves the running quarter's workbook by keys and compares
// it with the case, with the day it was answered, and with the figures that
// the command line gives.
func (d *desk) savesTheWorkbook(c casework.Case) {
	t := d.t
	t.Helper()
	path := filepath.Join(d.office.folder, "board.xlsx")
	d.presses("Ctrl+6")
	d.sees("Board report")
	d.rests()
	d.presses("Alt+Q", "Space", "Up", "Enter") // from the quarter that has ended to the one that runs
	d.photographs("board")
	d.presses("Ctrl+S", "Ctrl+A")
	d.types(path)
	d.photographs("save the workbook")
	d.presses("Ctrl+S")
	d.waits("the workbook is saved", func() bool { _, err := os.Stat(path); return err == nil })
	d.photographs("board, saved")

	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	row := dataRow(d, book, string(c.Reference))
	for column, want := range map[string]string{
		"Kind": "complaint", "Stage": "1", "Channel": "counter", "Received": "2026-11-13", "Acknowledge by": "2026-11-20",
		"Acknowledged": "2026-11-13", "Answer by": "2026-11-27", "Answered": "2026-11-13", "Days from receipt": "0", "Outcome": "upheld",
	} {
		if !strings.EqualFold(row[column], want) {
			t.Errorf("the workbook's %s of %s is %q, want %q", column, c.Reference, row[column], want)
		}
	}
	d.tellsNobodysName(book)
	d.agrees(book, string(c.Reference))
}

// dataRow is the row of a case on the data sheet, by column; days as ISO dates.
func dataRow(d *desk, book *excelize.File, reference string) map[string]string {
	d.t.Helper()
	rows, err := book.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		d.t.Fatal(err)
	}
	var heads []string
	for _, cells := range rows {
		switch {
		case len(cells) > 0 && cells[0] == "Reference":
			heads = cells
		case len(cells) > 0 && cells[0] == reference:
			row := map[string]string{}
			for i, cell := range cells {
				row[heads[i]] = cell
				if serial, err := strconv.ParseFloat(cell, 64); err == nil && serial > 40000 {
					day, err := excelize.ExcelDateToTime(serial, false)
					if err != nil {
						d.t.Fatal(err)
					}
					row[heads[i]] = calendar.On(day.Year(), day.Month(), day.Day()).String()
				}
			}
			return row
		}
	}
	d.t.Fatalf("%s is not on the data sheet", reference)
	return nil
}

// tellsNobodysName reads every cell of the workbook for what was typed about
// the resident.
func (d *desk) tellsNobodysName(book *excelize.File) {
	d.t.Helper()
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			d.t.Fatal(err)
		}
		for _, cells := range rows {
			for _, cell := range cells {
				for _, private := range []string{"Nguyễn", "Ladywell", "DE24", "01632 960201", "a baby", "three calls"} {
					if strings.Contains(cell, private) {
						d.t.Errorf("the sheet %s says %q", name, cell)
					}
				}
			}
		}
	}
}

// agrees compares the summary's first figure with the command line's, which
// lists the cases behind it.
func (d *desk) agrees(book *excelize.File, reference string) {
	t := d.t
	t.Helper()
	var report struct {
		Figures []struct {
			ID    string   `json:"id"`
			Label string   `json:"label"`
			Value float64  `json:"value"`
			Cases []string `json:"cases"`
		} `json:"figures"`
	}
	if err := json.Unmarshal([]byte(d.office.commands("board", "--quarter", "2026-27Q3", "--json")), &report); err != nil {
		t.Fatal(err)
	}
	received := report.Figures[0]
	if received.ID != "stage1.received" || !slices.Contains(received.Cases, reference) {
		t.Fatalf("%s is not among %+v", reference, received)
	}
	rows, err := book.GetRows("Summary", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range rows {
		if len(cells) > 1 && cells[0] == received.Label {
			if n, err := strconv.ParseFloat(cells[1], 64); err != nil || n != received.Value || int(n) != len(received.Cases) {
				t.Errorf("the workbook has %q received, and the command line %v", cells[1], received.Value)
			}
			return
		}
	}
	t.Errorf("the summary has no row %q: %v", received.Label, rows)
}

// balances has the program check its register, which must be whole.
func (d *desk) balances() {
	d.t.Helper()
	if said := d.office.commands("check"); !strings.Contains(said, "The register is sound") {
		d.t.Errorf("check says %q", said)
	}
}
