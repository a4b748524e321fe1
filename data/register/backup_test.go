package register

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/data/casework"
)

// letters gives a case a kept letter.
func (o *office) letter(t *testing.T) casework.Case {
	t.Helper()
	c := o.record(o.walkIn("Ann Patel"))
	out, err := o.KeepLetter(o.ctx, o.manager, c.ID, c.Version, []byte("%PDF-1.4 the receipt"),
		casework.MakeLetter{Kind: casework.Receipt, Dated: o.clock.Today(), Pages: 1})
	if err != nil {
		t.Fatal(err)
	}
	return out.Case
}

func TestABackupRestoresToEitherEngine(t *testing.T) {
	forEachEngine(t, func(t *testing.T, from *office) {
		from.busy(t, 9)
		kept := from.letter(t)
		dir := t.TempDir()
		last := 0
		backup, err := from.Backup(from.ctx, filepath.Join(dir, "copy.db"), func(done, total int) {
			if done < last || done > total {
				t.Errorf("%d of %d after %d", done, total, last)
			}
			last = done
		})
		if err != nil {
			t.Fatal(err)
		}
		seal, err := from.Seal(from.ctx)
		if err != nil || backup.Seal != seal || backup.Cases != 10 || backup.Documents != 1 || backup.Bytes == 0 {
			t.Errorf("%+v, seal %s, %v", backup, seal, err)
		}
		forEachEngine(t, func(t *testing.T, to *office) { // an empty register gives way
			to.Register.Close()
			report, err := Restore(to.ctx, backup.File, to.address, to.clock.options(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if report.Seal != seal || report.Cases != 10 {
				t.Errorf("%+v", report)
			}
			there, err := Open(to.ctx, to.address, to.clock.options())
			if err != nil {
				t.Fatal(err)
			}
			defer there.Close()
			clean(t, there)
			content, err := there.Document(to.ctx, from.manager, kept.ID, kept.Letters[0].Document)
			if err != nil || string(content) != "%PDF-1.4 the receipt" {
				t.Errorf("the letter reads %q, %v", content, err)
			}
			if _, err := there.Do(to.ctx, from.manager, kept.ID, 0, casework.AddNote{Text: "Goes on"}); err != nil {
				t.Errorf("work does not go on: %v", err)
			}
			clean(t, there)
		})
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
			t.Errorf("files are left beside the copy: %v, %v", entries, err)
		}
	})
}

func TestABackupIsOfOneMomentWhileOthersWork(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 6)
		seal, err := o.Seal(o.ctx)
		if err != nil {
			t.Fatal(err)
		}
		wrote := false
		report, err := o.Backup(o.ctx, t.TempDir(), func(int, int) {
			if !wrote {
				wrote = true
				o.record(o.walkIn("While you work"))
			}
		})
		if err != nil || !wrote || report.Seal != seal || report.Cases != 6 {
			t.Errorf("%+v, %v", report, err)
		}
	})
}

func TestABackupOverwritesNothing(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		path := filepath.Join(t.TempDir(), "photos.db")
		if err := os.WriteFile(path, []byte("holiday"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := o.Backup(o.ctx, path, nil)
		refusedFor(t, err, "already a file")
		if content, _ := os.ReadFile(path); string(content) != "holiday" {
			t.Errorf("the file reads %q", content)
		}
		_, err = o.Backup(o.ctx, filepath.Join(t.TempDir(), "nowhere", "copy.db"), nil)
		refusedFor(t, err, "There is no folder")
	})
}

func TestABackupThatIsStoppedLeavesNothing(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 3)
		dir := t.TempDir()
		ctx, stop := context.WithCancel(o.ctx)
		_, err := o.Backup(ctx, dir, func(int, int) { stop() })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
			t.Errorf("left behind: %v, %v", entries, err)
		}
		o.clean(t)
	})
}

func TestADamagedRegisterIsNotPassedOffAsABackup(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 3)
		o.tamper(t, `UPDATE entries SET entry = replace(entry, '"number":1', '"number":1 ') WHERE subject = 'case/2' AND number = 1`)
		dir := t.TempDir()
		_, err := o.Backup(o.ctx, dir, nil)
		refusedFor(t, err, "could not be verified")
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
			t.Errorf("left behind: %v, %v", entries, err)
		}
	})
}

func TestARestoreReplacesNoRegisterWithCases(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.busy(t, 2)
		copied, err := o.Backup(o.ctx, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Restore(o.ctx, copied.File, o.address, o.clock.options(), nil)
		refusedFor(t, err, "a restore never replaces one")
		o.clean(t)
	})
}

func TestARestoreThatIsStoppedLeavesThePlaceEmpty(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		from := newOffice(t, filepath.Join(t.TempDir(), "from.db"))
		from.busy(t, 3)
		copied, err := from.Backup(o.ctx, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.Register.Close(); err != nil {
			t.Fatal(err)
		}
		for _, after := range []int{0, 1000} { // in the middle of copying, and of verifying
			ctx, stop := context.WithCancel(o.ctx)
			calls := 0
			_, err := Restore(ctx, copied.File, o.address, o.clock.options(), func(done, total int) {
				if calls++; after == 0 || done >= total {
					stop()
				}
			})
			if after == 0 && !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			if after == 0 {
				if _, err := Restore(o.ctx, copied.File, o.address, o.clock.options(), nil); err != nil {
					t.Errorf("again: %v", err)
				}
			}
		}
	})
}

func TestOnlyARegisterOfThisVersionOrOlderIsRestored(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("Dear Sir, ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	o := newOffice(t, filepath.Join(dir, "newer.db"))
	o.tamper(t, `INSERT INTO casebook_schema (version_id, is_applied) VALUES (999, 1)`)
	if err := o.Register.Close(); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		text:                           "is not a Casebook register",
		filepath.Join(dir, "none.db"):  "There is no register at",
		filepath.Join(dir, "newer.db"): "newer",
	} {
		_, err := Restore(t.Context(), file, filepath.Join(dir, "new.db"), o.clock.options(), nil)
		refusedFor(t, err, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "new.db")); err == nil {
		t.Error("a register was made")
	}
}

// refusedFor expects a plain sentence that holds the given words.
func refusedFor(t *testing.T, err error, want string) {
	t.Helper()
	var said *Trouble
	if !errors.As(err, &said) || !strings.Contains(said.Say, want) {
		t.Errorf("got %v, want a sentence with %q", err, want)
	}
}

// weighed passes statements on and remembers the heaviest.
type weighed struct {
	queries
	most int
}

func (w *weighed) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	size := 0
	for _, value := range args {
		size += sizeOf(value)
	}
	w.most = max(w.most, size)
	return w.queries.ExecContext(ctx, query, args...)
}

func TestLargeEvidenceIsCopiedAFewAtATime(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		const each = 1 << 20
		for i := range 12 {
			paper := append(bytes.Clone(scan), bytes.Repeat([]byte{byte(i), 7}, each/2)...)
			act := casework.AddEvidence{File: fmt.Sprintf("paper %d.pdf", i), Received: day0}
			if _, err := o.KeepEvidence(o.ctx, o.manager, c.ID, 0, act, paper); err != nil {
				t.Fatal(err)
			}
		}
		to, err := newCopy(o.ctx, filepath.Join(t.TempDir(), "copy.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer to.close()
		weight := &weighed{queries: to.write}
		rows := 0
		if err := copyTable(o.ctx, o.engine.read, weight, "documents", func(n int) { rows += n }); err != nil {
			t.Fatal(err)
		}
		if rows != 12 || weight.most > copyBytes+2*each || weight.most < each {
			t.Errorf("%d rows, the heaviest statement %d bytes", rows, weight.most)
		}
		o.clean(t)
	})
}
