package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const housingList = `Person ref,Name,Telephone,Property ref,Address 1,Postcode,Storeys
P1,Ann Lee,01632 960001,H1,1 Elm St,DE1 1AA,2
P2,Bob Ray,nine,H2,2 Elm St,DE1 1AA,2
P2,Bob Ray,nine,H2,2 Elm St,DE1 1AA,2
`

// list writes a housing list and returns its name.
func list(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "homes.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportMakesTheRegisterWhenThereIsNone(t *testing.T) {
	d := newCounter()
	path := filepath.Join(t.TempDir(), "office.db")
	d.env["CASEBOOK_REGISTER"] = path
	file := list(t, housingList)
	if status := d.run("import", file, "--dry-run"); status != 0 || !strings.Contains(d.out.String(), "Would load 2 lines: 2 new") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Fatal("a trial made a register")
	}
	if status := d.run("import", file); status != 0 || !strings.Contains(d.out.String(), "grace as its complaints manager") ||
		!strings.Contains(d.out.String(), "Loaded 2 lines: 2 new") || !strings.Contains(d.out.String(), `line 3, P2: new. "nine" does not look`) ||
		!strings.Contains(d.out.String(), "line 4, P2: duplicate in file") || !strings.Contains(d.out.String(), "Left out: 1.") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("import", file, "--json"); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	var said struct {
		Lines, New, Same int
		Columns          []struct{ Heading, Field, Why string }
		Verdicts         []struct {
			Line    int
			Verdict string
		}
	}
	if err := json.Unmarshal(d.out.Bytes(), &said); err != nil {
		t.Fatal(err)
	}
	if said.Same != 2 || said.New != 0 || len(said.Columns) != 7 || len(said.Verdicts) != 3 || said.Verdicts[0].Verdict != "same" {
		t.Errorf("%+v", said)
	}
}

func TestAListThatCannotBeReadMakesNoRegister(t *testing.T) {
	d := newCounter()
	path := filepath.Join(t.TempDir(), "office.db")
	d.env["CASEBOOK_REGISTER"] = path
	for _, args := range [][]string{
		{"import", list(t, "Dear tenant,\n")},
		{"import", filepath.Join(t.TempDir(), "none.csv")},
		{"import", list(t, housingList), "--map", filepath.Join(t.TempDir(), "none.toml")},
		{"import", list(t, housingList), "--sheet", "Homes"},
	} {
		if status := d.run(args...); status != 1 || strings.Count(d.err.String(), "\n") != 1 || d.out.Len() > 0 {
			t.Errorf("%v: status %d: %s%s", args, status, &d.out, &d.err)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a register was made")
	}
}

func TestARegisterIsCheckedCopiedAndRestored(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	if status := d.run("import", list(t, housingList)); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if status := d.run("check"); status != 0 || !strings.Contains(d.out.String(), "The register is sound") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	folder := t.TempDir()
	copied := filepath.Join(folder, "copy.db")
	if status := d.run("backup", copied); status != 0 || !strings.Contains(d.out.String(), "the same in everything") {
		t.Fatalf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("backup", copied); status != 1 || !strings.Contains(d.err.String(), "already a file") {
		t.Errorf("over a copy: status %d: %s", status, &d.err)
	}
	if status := d.run("restore", copied); status != 1 || !strings.Contains(d.err.String(), "never replaces one") {
		t.Errorf("over a register: status %d: %s", status, &d.err)
	}
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	if status := d.run("restore", copied, "--register", fresh); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if status := d.run("check", "--register", fresh, "--json"); status != 0 || !strings.Contains(d.out.String(), `"sound": true`) {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}

// damage changes the office's name in the register's file behind its back.
func (d *counter) damage(t *testing.T) {
	t.Helper()
	path := d.env["CASEBOOK_REGISTER"]
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged := strings.ReplaceAll(string(content), "Stockbrook Street", "Stockbrook Strand")
	if damaged == string(content) {
		t.Fatal("the office's name is not where the test looks for it")
	}
	if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestARegisterThatIsNotSoundIsARefusal(t *testing.T) {
	d := newCounter()
	d.withRegister(t, plainSettings(), "")
	d.damage(t)
	if status := d.run("check"); status != 1 || !strings.Contains(d.out.String(), "office 1") || !strings.Contains(d.err.String(), "not sound") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("check", "--json"); status != 1 || !strings.Contains(d.out.String(), `"sound": false`) {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("backup", t.TempDir()); status != 1 || !strings.Contains(d.err.String(), "could not be verified") {
		t.Errorf("status %d: %s", status, &d.err)
	}
}

func TestOnlyImportMakesARegister(t *testing.T) {
	d := newCounter()
	missing := filepath.Join(t.TempDir(), "none.db")
	for _, args := range [][]string{{"check"}, {"backup", t.TempDir()}, {"restore", missing}, {"due"}} {
		if status := d.run(append(args, "--register", missing)...); status != 1 || strings.Count(d.err.String(), "\n") != 1 {
			t.Errorf("%v: status %d: %s", args, status, &d.err)
		}
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("a register was made")
	}
}
