package desk

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func openDesk(t *testing.T) *Desk {
	t.Helper()
	d, err := Open(filepath.Join(t.TempDir(), "own folder #1 %41?", "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func draftOf(id, body string) Draft {
	at := time.Date(2026, 11, 6, 9, 30, 0, 123, time.UTC)
	return Draft{ID: id, Kind: "contact", Title: "S. N.", Started: at, Kept: at.Add(time.Second), Body: []byte(body)}
}

func TestADraftComesBackAsItWasKept(t *testing.T) {
	d := openDesk(t)
	first, second := draftOf("one", "damp\x00in the\nbathroom"), draftOf("two", "")
	second.Started, second.Parked, second.Body = first.Started.Add(time.Minute), true, []byte{}
	for _, draft := range []Draft{second, first} {
		if err := d.Keep(draft); err != nil {
			t.Fatal(err)
		}
	}
	again := reopen(t, d)
	got, err := again.Drafts()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Draft{first, second}, got); diff != "" {
		t.Error(diff)
	}
}

func TestKeepingADraftAgainReplacesIt(t *testing.T) {
	d := openDesk(t)
	for _, body := range []string{"The boi", "The boiler", "The boiler is out"} {
		if err := d.Keep(draftOf("one", body)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := d.Drafts()
	if err != nil || len(got) != 1 || string(got[0].Body) != "The boiler is out" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestADroppedDraftIsGoneAndMayBeDroppedAgain(t *testing.T) {
	d := openDesk(t)
	if err := d.Keep(draftOf("one", "x")); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := d.Drop("one"); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := d.Drafts(); err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestPreferencesAreKept(t *testing.T) {
	d := openDesk(t)
	if value, err := d.Preference(Printer); value != "" || err != nil {
		t.Errorf("before it is set: %q, %v", value, err)
	}
	for _, value := range []string{"front", "PDF"} {
		if err := d.SetPreference(Printer, value); err != nil {
			t.Fatal(err)
		}
	}
	if value, err := reopen(t, d).Preference(Printer); value != "PDF" || err != nil {
		t.Errorf("got %q, %v", value, err)
	}
}

func TestEveryCommitReachesTheDisk(t *testing.T) {
	d := openDesk(t)
	for pragma, want := range map[string]string{"synchronous": "2", "journal_mode": "wal"} {
		var got string
		if err := d.db.QueryRow(`PRAGMA ` + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", pragma, got, err, want)
		}
	}
}

func TestTwoWindowsMayOpenOneNewDeskAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	var wait sync.WaitGroup
	for i := range 6 {
		wait.Go(func() {
			d, err := Open(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer d.Close()
			if err := d.Keep(draftOf(fmt.Sprint("draft ", i), "x")); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	d, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if got, err := d.Drafts(); len(got) != 6 || err != nil {
		t.Errorf("%d drafts, %v", len(got), err)
	}
}

func TestAForeignFileIsRefusedAndLeftAsItIs(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "letter.db")
	words := bytes.Repeat([]byte("Dear Sir or Madam, "), 300)
	if err := os.WriteFile(text, words, 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	database(t, other, `CREATE TABLE recipes (name TEXT)`)
	for _, path := range []string{text, other} {
		before, _ := os.ReadFile(path)
		_, err := Open(path)
		refused(t, err, "is not a Casebook desk")
		if after, _ := os.ReadFile(path); path == text && !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
}

func TestADeskOfANewerVersionIsRefused(t *testing.T) {
	d := openDesk(t)
	if _, err := d.db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`); err != nil {
		t.Fatal(err)
	}
	d.Close()
	_, err := Open(d.path)
	refused(t, err, "newer version of Casebook")
}

func TestAFullDiskIsSaidAndTheOldDraftStays(t *testing.T) {
	d := openDesk(t)
	if err := d.Keep(draftOf("one", "as it was")); err != nil {
		t.Fatal(err)
	}
	if _, err := d.db.Exec(`PRAGMA max_page_count = 8`); err != nil {
		t.Fatal(err)
	}
	refused(t, d.Keep(draftOf("one", strings.Repeat("long ", 100_000))), "full")
	got, err := d.Drafts()
	if err != nil || len(got) != 1 || string(got[0].Body) != "as it was" {
		t.Errorf("got %d drafts, %v", len(got), err)
	}
	if err := d.Keep(draftOf("one", "short again")); err != nil {
		t.Errorf("after making room: %v", err)
	}
}

func TestADeskThatMayOnlyBeReadSaysSo(t *testing.T) {
	d := openDesk(t)
	if _, err := d.db.Exec(`PRAGMA query_only = ON`); err != nil {
		t.Fatal(err)
	}
	refused(t, d.Keep(draftOf("one", "x")), "may only be read")
	refused(t, d.SetPreference(Theme, "dark"), "may only be read")
}

func TestAFolderThatCannotBeMadeSaysSo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(filepath.Join(file, "desk.db"))
	refused(t, err, "cannot keep drafts")
}

func reopen(t *testing.T, d *Desk) *Desk {
	t.Helper()
	d.Close()
	again, err := Open(d.path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

// refused expects a *Trouble that says what is wanted in one plain sentence.
func refused(t *testing.T, err error, want string) {
	t.Helper()
	var trouble *Trouble
	if !errors.As(err, &trouble) {
		t.Fatalf("got %v, want a trouble that says %q", err, want)
	}
	if !strings.Contains(trouble.Sentence, want) || strings.Contains(trouble.Sentence, "SQL") {
		t.Errorf("got %q, want %q in plain words", trouble.Sentence, want)
	}
}

func database(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}
