package payments

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

func day(d int) calendar.Date { return calendar.On(2026, time.November, d) }

// some is a book of two sums to pay and three payments, one of them in error.
func some() Book {
	return Book{
		Landlord: "Elm Homes", Today: day(20), From: day(1), To: day(20),
		Owed: []Owed{
			{Reference: "C-2026-0001-E", Resident: "Ann Patel", PayTo: "Rosa Bell", For: "Inconvenience", Head: redress.Inconvenience, Sum: 22001, Since: day(10), Due: day(10), Days: 10, Officer: "Ben Shaw"},
			{Reference: "C-2026-0002-X", Resident: `=HYPERLINK("http://x","y")`, For: "+1", Head: redress.Award, Sum: 7999, Since: day(18), Due: day(30), Days: 2},
		},
		Paid: []Paid{
			{Reference: "C-2026-0003-K", Resident: "@SUM(A1)", For: []string{"Landing carpet", "-2"}, Sum: 29400, On: day(3), Method: casework.BankTransfer, Theirs: "BACS 117", Officer: "Ben Shaw"},
			{Reference: "C-2026-0004-K", For: []string{"Missed visit"}, Sum: 1000, On: day(4), Method: casework.Cheque, Theirs: "=1+1", Officer: "Ben Shaw"},
			{Reference: "C-2026-0005-K", For: []string{"Dehumidifier"}, Sum: 2268, On: day(5), Method: casework.BankTransfer, Theirs: "BACS 118", Officer: "Ben Shaw", Error: "=the wrong account", Erred: day(6)},
		},
	}
}

// drawn is a book as somebody opens it.
func drawn(t *testing.T, b Book) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := Workbook(b, &out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestTheTotalsAreFormulasThatComeToTheirSums(t *testing.T) {
	f := drawn(t, some())
	for _, cell := range []struct{ sheet, at, formula, value string }{
		{toPaySheet, "D3", "SUM(F6:F7)", "300"},                                           // 220.01 + 79.99
		{paidSheet, "D3", `SUMIFS(D12:D14,I12:I14,"Yes")`, "304"},                         // 294.00 + 10.00
		{paidSheet, "D4", `SUMIFS(D12:D14,I12:I14,"Yes",F12:F14,"bank transfer")`, "294"}, // the first
		{paidSheet, "D5", `SUMIFS(D12:D14,I12:I14,"Yes",F12:F14,"cheque")`, "10"},         // the second
		{paidSheet, "D9", `SUMIFS(D12:D14,I12:I14,"No")`, "22.68"},                        // the third
	} {
		formula, err := f.GetCellFormula(cell.sheet, cell.at)
		if err != nil || formula != cell.formula {
			t.Errorf("%s %s has the formula %q, want %q, %v", cell.sheet, cell.at, formula, cell.formula, err)
		}
		kept, err := f.GetCellValue(cell.sheet, cell.at, excelize.Options{RawCellValue: true})
		if err != nil || kept != cell.value {
			t.Errorf("%s %s is kept as %s, want %s, %v", cell.sheet, cell.at, kept, cell.value, err)
		}
		worked, err := f.CalcCellValue(cell.sheet, cell.at, excelize.Options{RawCellValue: true})
		if err != nil || worked != cell.value {
			t.Errorf("%s %s works out as %s, want %s, %v", cell.sheet, cell.at, worked, cell.value, err)
		}
	}
}

// TestNoFormulaComesFromTypedText: formulas stand among the totals, and nowhere
// else.
func TestNoFormulaComesFromTypedText(t *testing.T) {
	f := drawn(t, some())
	texts := 0
	for sheet, head := range map[string]int{toPaySheet: headRow(1), paidSheet: headRow(7)} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y := head; y <= len(rows); y++ {
			for x := range rows[y-1] {
				name, err := excelize.CoordinatesToCellName(x+1, y)
				if err != nil {
					t.Fatal(err)
				}
				if formula, err := f.GetCellFormula(sheet, name); err != nil || formula != "" {
					t.Errorf("%s %s has the formula %q, %v", sheet, name, formula, err)
				}
				if strings.HasPrefix(rows[y-1][x], "=") {
					texts++
				}
			}
		}
	}
	if texts != 3 {
		t.Errorf("%d texts begin as a formula does, and three were typed", texts)
	}
}

func TestAnEmptyBookSaysNothingIsOwed(t *testing.T) {
	f := drawn(t, Book{Landlord: "Elm Homes", Today: day(20), From: day(1), To: day(20)})
	for _, sheet := range []string{toPaySheet, paidSheet} {
		value, err := f.GetCellValue(sheet, "D3")
		formula, _ := f.GetCellFormula(sheet, "D3")
		if err != nil || value != "£0.00" || formula != "" {
			t.Errorf("%s: %q, formula %q, %v", sheet, value, formula, err)
		}
	}
}

func BenchmarkWorkbook(b *testing.B) {
	book := some()
	for len(book.Paid) < 10000 {
		book.Paid = append(book.Paid, book.Paid[0])
	}
	for b.Loop() {
		var out bytes.Buffer
		if err := Workbook(book, &out); err != nil {
			b.Fatal(err)
		}
	}
}
