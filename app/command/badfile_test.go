package command

import (
	"archive/zip"
	"compress/flate"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// bomb writes an Excel file that unpacks to 300 MB.
func bomb(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "homes.xlsx")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	packed := zip.NewWriter(file)
	packed.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	sheet, err := packed.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		if _, err := sheet.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// endless makes a file that says it is far larger than this computer's memory.
func endless(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "homes.csv")
	if err := os.WriteFile(path, []byte(housingList), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAListThatIsABombMakesNoRegister(t *testing.T) {
	d := newCounter()
	office := filepath.Join(t.TempDir(), "office.db")
	d.env["CASEBOOK_REGISTER"] = office
	d.saying(t, []message{
		{1, "homes.xlsx unpacks to more than 256 MB, which no housing list does: it was not opened", []string{"import", bomb(t)}},
		{1, "homes.csv is larger than 64 MB: a housing list is smaller", []string{"import", endless(t)}},
	})
	if _, err := os.Stat(office); err == nil {
		t.Error("a register was made")
	}
}

func TestAFormulaInAListIsOnlyAName(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	name := `=HYPERLINK("http://example.org","Zebulon")`
	file := list(t, "Person ref,Name,Property ref,Address 1,Postcode\nP1,\""+strings.ReplaceAll(name, `"`, `""`)+"\",H1,1 Elm St,DE1 1AA\n")
	if status := d.run("import", file); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	found, err := opened.Residents(t.Context(), opened.officer, "zebulon", 5)
	if err != nil || len(found) != 1 || found[0].Resident.Person.Name != name {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestAFullDiskIsSaidAndTheOldFileStays(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "board.xlsx")
	if err := os.WriteFile(path, []byte("last quarter's"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := false
	err := SaveWhole(path, func(w io.Writer) error {
		if _, err := w.Write([]byte("half of th")); err != nil {
			return err
		}
		return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
	}, func() error { kept = true; return nil })
	if err == nil || !strings.Contains(err.Error(), "board.xlsx could not be saved: free some space on its disk, or choose another place") {
		t.Errorf("it says %v", err)
	}
	if old, err := os.ReadFile(path); err != nil || string(old) != "last quarter's" || kept {
		t.Errorf("the file holds %q, %v; on record: %v", old, err, kept)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("beside it stand %v, %v", left, err)
	}
}
