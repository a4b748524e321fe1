package board

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// drawnBook makes a workbook, keeps it in a file of its own and opens it
// again.
func drawnBook(t *testing.T, r Report) (path string, f *excelize.File) {
	t.Helper()
	var buffer bytes.Buffer
	if err := Workbook(r, &buffer, nil); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "board.xlsx")
	if err := os.WriteFile(path, buffer.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return path, f
}

func TestAnEmptyRegisterGivesNothingButNoughtsAndNotAvailable(t *testing.T) {
	in := inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), nil)
	r := Make(in)
	for _, f := range r.Figures {
		value := f.Value()
		switch f.Unit {
		case Percent, WorkingDays:
			if value != nil || f.Text() != NotKnown {
				t.Errorf("%s of nothing is %s", f.ID, f.Text())
			}
		case PerThousand, Count:
			if value == nil || *value != 0 {
				t.Errorf("%s of nothing is %s", f.ID, f.Text())
			}
		}
	}
	if f := need(t, r, "redress.average"); f.Value() != nil {
		t.Errorf("the average of no award is %s", f.Text())
	}
	path, book := drawnBook(t, r)
	if agree, differ, _ := verdicts(t, recalculated(t, path)); len(differ) > 0 || agree < 250 {
		t.Errorf("%d agree; these differ: %s", agree, strings.Join(differ, "\n"))
	}
	if text, err := book.GetCellValue(summarySheet, cellOf(t, book, summarySheet, "CH02 stage 1, answered in Code time", "F")); err != nil || text != NotKnown {
		t.Errorf("CH02 of nothing is shown as %q, %v", text, err)
	}
}

// cellOf finds the cell in a column beside a label.
func cellOf(t *testing.T, f *excelize.File, sheet, label, column string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == label {
			return fmt.Sprintf("%s%d", column, i+1)
		}
	}
	t.Fatalf("%s has no line %q", sheet, label)
	return ""
}

func TestEveryCellOfTheFigureSheetsIsItsFigure(t *testing.T) {
	facts := anyOffice(seeded(3), 400, calendar.On(2024, 10, 1), calendar.On(2026, 10, 30))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 10, 1), facts))
	_, book := drawnBook(t, r)
	seen := map[string]bool{}
	for _, sheet := range []string{summarySheet, timelinessSheet, outcomesSheet, operationalSheet} {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[headRow:] {
			if len(row) < 8 || row[7] == "" {
				continue // a section's title
			}
			for column, f := range shownBeside(t, r, row[0]) {
				at := sheet + " " + row[0] + " column " + fmt.Sprint(column+1)
				if got, want := row[column], rawText(f); got != want {
					t.Errorf("row %d, %s shows %q; the figure %s is %q", i+headRow+1, at, got, f.ID, want)
				}
				seen[f.ID] = true
			}
		}
	}
	for _, f := range r.Figures {
		if f.group == "" && !seen[f.ID] {
			t.Errorf("%s stands on no sheet", f.ID)
		}
	}
}

// shownBeside gives the figures that belong in the columns of a line, found by
// its label.
func shownBeside(t *testing.T, r Report, label string) map[int]Figure {
	t.Helper()
	for _, f := range r.Figures {
		if f.Label != label {
			continue
		}
		if strings.HasPrefix(f.ID, "ch0") {
			return map[int]Figure{5: f}
		}
		columns := map[int]Figure{1: f}
		if before, ok := r.Before(f.ID); ok {
			columns[3] = before
			columns[4], _ = r.YearBefore(f.ID)
			columns[5], _ = r.Figure(f.ID + ".ytd")
		}
		return columns
	}
	t.Fatalf("no figure is called %q", label)
	return nil
}

// rawText is a figure as a cell keeps it.
func rawText(f Figure) string {
	value := f.Value()
	if value == nil {
		return f.Text()
	}
	shown := *value
	if f.Unit == Percent || f.Unit == Pence {
		shown /= 100
	}
	if f.Unit == Percent {
		shown = float64(f.Numerator) / float64(f.Denominator)
	}
	return strconv.FormatFloat(shown, 'f', -1, 64)
}

func TestEverySheetSaysWhatItIsAndPrintsOnA4(t *testing.T) {
	in := inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), anyOffice(seeded(4), 50, calendar.On(2026, 1, 1), calendar.On(2026, 9, 30)))
	in.Landlord = "Smith & Sons Homes"
	_, book := drawnBook(t, Make(in))
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		top := rows[0][0] + rows[1][0] + rows[2][0] + rows[3][0]
		for _, want := range []string{strings.ToLower(sheet), "Smith & Sons Homes, all offices", "Quarter 2, 2026/27: 1 July to 30 September 2026",
			"Friday 13 November 2026", "10.42 am", "3f9a1c2b7d", notes[sheet]} {
			if !strings.Contains(top, want) {
				t.Errorf("the top of %s does not say %q:\n%s", sheet, want, top)
			}
		}
		page, err := book.GetPageLayout(sheet)
		if err != nil || *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 {
			t.Errorf("%s prints as %+v, %v", sheet, page, err)
		}
		merged, err := book.GetMergeCells(sheet)
		if err != nil || len(merged) > 0 {
			t.Errorf("%s has merged cells: %v, %v", sheet, merged, err)
		}
		foot, err := book.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(foot.OddFooter, "Smith && Sons") {
			t.Errorf("the foot of %s is %+v, %v", sheet, foot, err)
		}
	}
	titles := 0
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles++
		}
	}
	if titles != len(book.GetSheetList()) {
		t.Errorf("%d sheets repeat their head", titles)
	}
}

func TestTheDataSheetKeepsDatesAsDatesAndNamesNobody(t *testing.T) {
	f := answeredOn(acknowledged(complaint(377, calendar.On(2026, 7, 6)), calendar.On(2026, 7, 8)), calendar.On(2026, 7, 20), casework.Upheld)
	f.Offered = 12345
	_, book := drawnBook(t, Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{f})))
	rows, err := book.GetRows(dataSheet)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{string(f.Reference), "complaint", "1", "counted", "current@1", "Counter", "Repairs", HiddenText, "yes", "6 Jul 2026", "13 Jul 2026", "8 Jul 2026",
		"22 Jul 2026", "", "27 Jul 2026", "20 Jul 2026", "", "", "10", "8", "upheld", "no", "complain", "£123.45"}
	if diff := cmp.Diff(want, rows[headRow]); diff != "" {
		t.Errorf("the row differs:\n%s", diff)
	}
	tables, err := book.GetTables(dataSheet)
	if err != nil || len(tables) != 1 || tables[0].Name != tableName {
		t.Errorf("the tables are %v, %v", tables, err)
	}
	for _, head := range rows[headRow-1] {
		if head == "Name" || head == "Address" || head == "Resident" {
			t.Errorf("the data sheet has a column %s", head)
		}
	}
}

func TestTheTrendIsDrawnFromItsTableAndToldInWords(t *testing.T) {
	facts := anyOffice(seeded(5), 300, calendar.On(2024, 10, 1), calendar.On(2026, 9, 30))
	path, _ := drawnBook(t, Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts)))
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	charts, told := 0, 0
	for _, part := range archive.File {
		if !strings.HasPrefix(part.Name, "xl/charts/chart") && !strings.HasPrefix(part.Name, "xl/drawings/drawing") {
			continue
		}
		content, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "Trend!$A$7:$A$14") && strings.Contains(string(text), "in eight quarters") {
			charts++
		}
		told += strings.Count(string(text), "Q2 26/27: stage 1 ")
	}
	if charts != 2 || told != 2 {
		t.Errorf("%d charts with a title and %d told in words; want 2 and 2", charts, told)
	}
}

func TestSavingCanBeStopped(t *testing.T) {
	facts := anyOffice(seeded(6), 2000, calendar.On(2025, 10, 1), calendar.On(2026, 9, 30))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	stop := errors.New("stopped")
	var buffer bytes.Buffer
	err := Workbook(r, &buffer, func(done, total int) error {
		if total != len(r.rows) {
			t.Errorf("the total is %d; want %d", total, len(r.rows))
		}
		if done >= 1000 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || buffer.Len() > 0 {
		t.Errorf("stopping gives %v and %d bytes", err, buffer.Len())
	}
}
