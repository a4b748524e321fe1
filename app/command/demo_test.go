package command

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/data/register"

	"github.com/xuri/excelize/v2"
)

// demonstration makes a small demonstration office and returns its folder.
func demonstration(t *testing.T, d *counter, more ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	args := append([]string{"demo", "--dir", dir, "--cases", "36", "--today", "2026-11-13"}, more...)
	if status := d.run(args...); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	return dir
}

func TestADemonstrationHasItsRegisterLettersAndWorkbook(t *testing.T) {
	d := newCounter()
	dir := demonstration(t, d)
	if said := d.out.String(); !strings.Contains(said, "Among them: 1 petition, 0 insurance claims, 1 fixed payment, ") {
		t.Errorf("it says %s", said)
	}
	letters, err := filepath.Glob(filepath.Join(dir, "letters", "*.pdf"))
	if err != nil || len(letters) < 10 {
		t.Errorf("%d letters, %v", len(letters), err)
	}
	for _, kind := range []string{"stage 1 acknowledgement", "stage 1 response", "service request", "pass-on", "withdrawal"} {
		if !slices.ContainsFunc(letters, func(path string) bool { return strings.Contains(filepath.Base(path), kind) }) {
			t.Errorf("no %s among the letters", kind)
		}
	}
	books, err := filepath.Glob(filepath.Join(dir, "board", "*.xlsx"))
	if err != nil || len(books) != 1 {
		t.Fatalf("workbooks %v, %v", books, err)
	}
	book, err := excelize.OpenFile(books[0])
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if len(book.GetSheetList()) < 8 {
		t.Errorf("sheets %v", book.GetSheetList())
	}
	path := filepath.Join(dir, "register.db")
	opened, err := register.Open(context.Background(), path, d.session(t, globals{}).options())
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	manager, err := opened.SignIn(context.Background(), "grace", "")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := opened.Count(context.Background(), manager, register.View{}); err != nil || n != 36 {
		t.Errorf("%d cases, %v", n, err)
	}
	report, err := opened.Check(context.Background(), nil)
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("check says %v, %v", report.Problems, err)
	}
}

func TestTheSameArgumentsGiveTheSameRegister(t *testing.T) {
	d := newCounter()
	seal := func(dir string) string {
		opened, err := register.Open(context.Background(), filepath.Join(dir, "register.db"), d.session(t, globals{}).options())
		if err != nil {
			t.Fatal(err)
		}
		defer opened.Close()
		seal, err := opened.Seal(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return seal
	}
	first, again, other := seal(demonstration(t, d)), seal(demonstration(t, d)), seal(demonstration(t, d, "--random-seed", "2"))
	if first != again {
		t.Error("the same arguments made two registers")
	}
	if first == other {
		t.Error("another random seed made the same register")
	}
}

func TestADemonstrationIsNotMadeTwiceAndOpensWhereThereIsADisplay(t *testing.T) {
	d := newCounter()
	dir := demonstration(t, d)
	if status := d.run("demo", "--dir", dir); status != 1 || !strings.Contains(d.err.String(), "--open") {
		t.Errorf("status %d: %s", status, &d.err)
	}
	if status := d.run("demo", "--dir", dir, "--open"); status != 0 || !strings.Contains(d.out.String(), "There is no display here") {
		t.Errorf("status %d: %s", status, &d.out)
	}
	var at string
	d.world.OpenWindow = func(_ context.Context, s *Session) error { at = s.Register; return nil }
	d.world.HasDisplay = func() bool { return true }
	if status := d.run("demo", "--dir", dir, "--open"); status != 0 || at != filepath.Join(dir, "register.db") {
		t.Errorf("status %d, opened %q", status, at)
	}
	at = ""
	if status := d.run("demo", "--dir", dir, "--open", "--officer", "Helen Marsh"); status != 2 || at != "" || !strings.Contains(d.err.String(), "--officer is for commands") {
		t.Errorf("for an officer named outside: status %d, opened %q: %s", status, at, &d.err)
	}
	if status := d.run("demo", "--dir", filepath.Join(dir, "x"), "--cases", "0"); status != 2 {
		t.Errorf("no cases: status %d: %s", status, &d.err)
	}
	if _, err := os.Stat(filepath.Join(dir, "x", "register.db")); err == nil {
		t.Error("a refused demonstration left a register")
	}
}

func TestDueListsWhatTodayShows(t *testing.T) {
	d := newCounter()
	dir := demonstration(t, d)
	d.env["CASEBOOK_REGISTER"] = filepath.Join(dir, "register.db")
	if status := d.run("due", "--on", "20 11 2026", "--today", "2026-11-13", "--json"); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	var got dueJSON
	if err := json.Unmarshal(d.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.On.String() != "2026-11-20" || got.Overdue.Count == 0 || got.Overdue.Count != len(got.Overdue.Rows) {
		t.Errorf("%+v", got)
	}
	for _, r := range got.Overdue.Rows {
		if !r.Due.Before(got.On) || !strings.Contains(r.Left, "late") {
			t.Errorf("%+v is not overdue", r)
		}
	}
	if status := d.run("due", "--today", "2026-11-13"); status != 0 || !strings.Contains(d.out.String(), "Friday 13 November 2026") {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
	if status := d.run("due", "--on", "the 40th"); status != 2 {
		t.Errorf("a day that is none: status %d", status)
	}
}
