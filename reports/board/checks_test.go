package board

import (
	"archive/zip"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
)

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
	facts := anyOffice(seeded(1), 600, calendar.On(2024, 8, 1), calendar.On(2026, 11, 10))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 10, 9), facts))
	path, _ := drawnBook(t, r)
	agree, differ, top := verdicts(t, recalculated(t, path))
	if len(differ) > 0 || agree < 300 {
		t.Errorf("%d agree, %d differ:\n%s", agree, len(differ), strings.Join(differ, "\n"))
	}
	if !strings.HasPrefix(top, "All ") {
		t.Errorf("the line at the top says %q", top)
	}
}

func TestTheChecksNoticeAFigureThatIsWrong(t *testing.T) {
	facts := anyOffice(seeded(2), 200, calendar.On(2026, 4, 1), calendar.On(2026, 9, 30))
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	wrong := []string{"stage1.received", "stage1.responded_in_time_with_extension", "stage1.median_from_receipt", "redress.offered.ytd", "ch02.stage1"}
	for _, id := range wrong {
		r.Figures[r.byID[id]].Numerator++
	}
	path, _ := drawnBook(t, r)
	_, differ, top := verdicts(t, recalculated(t, path))
	if len(differ) != len(wrong) {
		t.Errorf("%d differ, want %d:\n%s", len(differ), len(wrong), strings.Join(differ, "\n"))
	}
	if !strings.HasPrefix(top, "5 of ") {
		t.Errorf("the line at the top says %q", top)
	}
}

// payloads are texts that a spreadsheet could take for a formula.
var payloads = []string{
	"=HYPERLINK(\"http://example.org\",\"click\")", "=1+1", "=cmd|'/c calc'!A0", "+cmd|'/c calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0",
	"@SUM(1+1)*cmd|' /C calc'!A0", "=WEBSERVICE(\"http://example.org\")", "=IMPORTXML(\"http://example.org\",\"//a\")", "\t=1+1", "\r=1+1", "\n=1+1",
	" =1+1", "\u00a0=1+1", "＝1+1", "'=1+1", "\"=1+1\"", "=Cases[Stage]", "=Summary!A1", "{=1+1}", "=DDE(\"cmd\";\"/C calc\";\"1\")", "+44 115 496 0000",
	"%0A=1+1", ";=1+1", ",=1+1", "|=1+1", "_x003D_1+1", "<f>1+1</f>", "]]>&<f>1+1</f>", "\x00=1+1",
}

func TestWhatPeopleTypedIsNeverAFormula(t *testing.T) {
	var facts []casework.StageFact
	for i, payload := range payloads {
		for j := range 5 {
			f := complaint(10*i+j+1, calendar.On(2026, 8, 3))
			f.Subject, f.Area, f.Channel, f.Policy = payload, payload, casework.Channel(payload), payload
			facts = append(facts, f)
		}
	}
	in := inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts)
	in.Landlord, in.Office, in.Seal = payloads[0], payloads[3], payloads[6]
	path, _ := drawnBook(t, Make(in))
	if agree, differ, _ := verdicts(t, recalculated(t, path)); len(differ) > 0 || agree < 300 {
		t.Errorf("%d agree; these differ: %s", agree, strings.Join(differ, "\n"))
	}
	formulas := map[string]int{}
	for name, text := range sheetParts(t, path) {
		if n := strings.Count(text, "<f>") + strings.Count(text, "<f "); n > 0 {
			formulas[name] = n
		}
	}
	if len(formulas) != 1 || formulas["xl/worksheets/sheet9.xml"] < 300 {
		t.Errorf("formulas stand in %v; want them on the checks sheet alone", formulas)
	}
}

// sheetParts reads the XML of every sheet.
func sheetParts(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	parts := map[string]string{}
	for _, part := range archive.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
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
		parts[part.Name] = string(text)
	}
	return parts
}

func TestEveryRecountFitsInACellOfExcel(t *testing.T) {
	const longest = 8192 // letters in one formula
	for id, r := range recounts {
		if n := max(len(r.over.at(100000)), len(r.below.at(100000))); n > longest/2 {
			t.Errorf("the recount of %s has %d letters", id, n)
		}
	}
}
