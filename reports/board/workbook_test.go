package board

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

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

// recalculated has LibreOffice work every formula out and opens the result.
func recalculated(t *testing.T, path string) *excelize.File {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is needed to work the checks out: install the package libreoffice-calc")
	}
	out := t.TempDir()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	command := exec.Command(soffice, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path)
	if text, err := command.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, text)
	}
	f, err := excelize.OpenFile(filepath.Join(out, filepath.Base(path)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// verdicts counts the verdicts on the checks sheet, and lists what differs.
func verdicts(t *testing.T, f *excelize.File) (agree int, differ []string, top string) {
	t.Helper()
	rows, err := f.GetRows(checksSheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if i == 4 {
			top = row[0]
		}
		if i < headRow || len(row) < 9 {
			continue
		}
		if row[8] == agrees {
			agree++
		} else {
			differ = append(differ, strings.Join(row, " | "))
		}
	}
	return agree, differ, top
}

func TestTheRecountOfARandomOfficeAgreesWithEveryFigureShown(t *testing.T) {
	facts := anyOffice(seeded(1), 900, calendar.On(2024, 8, 1), calendar.On(2026, 11, 10))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 10, 9), facts))
	path, _ := drawnBook(t, r)
	if keep := os.Getenv("KEEP"); keep != "" {
		b, _ := os.ReadFile(path)
		os.WriteFile(keep, b, 0o600)
	}
	agree, differ, top := verdicts(t, recalculated(t, path))
	if len(differ) > 0 || agree < 300 {
		t.Errorf("%d agree, %d differ:\n%s", agree, len(differ), strings.Join(differ, "\n"))
	}
	if !strings.HasPrefix(top, "All ") {
		t.Errorf("the line at the top says %q", top)
	}
}

var _ = errors.New
var _ = casework.Complain
