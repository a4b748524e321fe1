package register

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"casebook/data/casework"
)

// sentence expects an error that an officer can read and act on.
func sentence(t *testing.T, err error, words string) {
	t.Helper()
	var said *Trouble
	if !errors.As(err, &said) {
		t.Errorf("got %v, want a sentence with %q", err, words)
		return
	}
	if !strings.Contains(said.Say, words) || strings.Contains(said.Say, "\n") {
		t.Errorf("said %q, want %q in it", said.Say, words)
	}
}

func TestOpenSaysWhyAFileIsNotOpened(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(folder, "other.db")
	pool, err := sql.Open("sqlite3", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(`CREATE TABLE cases (id INTEGER)`); err != nil {
		t.Fatal(err)
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	o := newOffice(t, filepath.Join(folder, "register.db"))
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(o.address)
	if err != nil {
		t.Fatal(err)
	}
	for path, words := range map[string]string{
		filepath.Join(folder, "missing.db"):          "There is no register at",
		filepath.Join(folder, "missing", "x.db"):     "There is no folder",
		folder:                                       "cannot be read",
		write("empty.db", ""):                        "is not a Casebook register",
		write("letter.db", "Dear tenant"):            "is not a Casebook register",
		write("sheet.db", strings.Repeat("PK", 200)): "is not a Casebook register",
		other: "is not a Casebook register",
		write("cut.db", string(whole[:len(whole)/3])): "damaged",
		"/proc/register.db":                           "",
	} {
		r, err := Open(t.Context(), path, o.clock.options())
		if err == nil {
			t.Errorf("%s opened", path)
			_ = r.Close()
			continue
		}
		sentence(t, err, words)
	}
}

func TestCreateNeverWritesOverAnything(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.record(o.walkIn("Ann Patel"))
		_, err := Create(o.ctx, o.address, firstStart(), o.clock.options())
		sentence(t, err, "already")
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 1 {
			t.Errorf("%d cases, %v", n, err)
		}
	})
}

func TestAFailedCreateLeavesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	first := firstStart()
	first.Officer.Name = ""
	clock := &clock{}
	clock.set(day0)
	var refusal *casework.Refusal
	if _, err := Create(t.Context(), path, first, clock.options()); !errors.As(err, &refusal) {
		t.Errorf("got %v, want a refusal", err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}

func TestARegisterOpensAgainAsItWas(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		again := o.desks(1)[0]
		read, err := again.Case(o.ctx, o.manager, c.ID)
		if err != nil || read.Reference != c.Reference {
			t.Errorf("%s, %v", read.Reference, err)
		}
	})
}

func TestEveryConnectionToAFileIsDurableAndKeepsForeignKeys(t *testing.T) {
	o := newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	pools := map[string]*sql.DB{"writer": o.engine.write, "reader": o.engine.read}
	for name, pool := range pools {
		var conns []*sql.Conn
		for range pool.Stats().MaxOpenConnections {
			conn, err := pool.Conn(o.ctx)
			if err != nil {
				t.Fatal(err)
			}
			conns = append(conns, conn)
			for pragma, want := range map[string]string{"foreign_keys": "1", "journal_mode": "wal", "busy_timeout": "20000"} {
				var got string
				if err := conn.QueryRowContext(o.ctx, "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s %s is %s, %v", name, pragma, got, err)
				}
			}
			var synchronous int
			if err := conn.QueryRowContext(o.ctx, "PRAGMA synchronous").Scan(&synchronous); err != nil || name == "writer" && synchronous != 2 {
				t.Errorf("%s synchronous is %d, %v", name, synchronous, err)
			}
		}
		for _, conn := range conns {
			if err := conn.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := o.engine.read.ExecContext(o.ctx, `DELETE FROM words`); err == nil {
		t.Error("a reader writes")
	}
}

// with is this program's migrations and some more.
func with(t *testing.T, more fstest.MapFS) fs.FS {
	t.Helper()
	all := maps.Clone(more)
	names, err := fs.Glob(migrations(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations(), name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: text}
	}
	return all
}

// tomorrow is a migration of a newer program.
var tomorrow = fstest.MapFS{"00099_tomorrow.sql": {Data: []byte("-- +goose Up\nALTER TABLE cases ADD COLUMN mood CTEXT NOT NULL DEFAULT '';\n-- +goose Down\n")}}

func TestAnUpgradeKeepsAVerifiedCopyFirst(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		c := o.record(o.walkIn("Ann Patel"))
		if _, err := o.KeepLetter(o.ctx, o.manager, c.ID, 0, []byte("%PDF-1 receipt"), casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1}); err != nil {
			t.Fatal(err)
		}
		seal, err := o.Seal(o.ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.engine.upgrade(o.ctx, with(t, tomorrow), o.clock.Now()); err != nil {
			t.Fatal(err)
		}
		name, err := o.engine.copyName(o.ctx, newestSchema, o.clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		kept, err := Open(o.ctx, name, o.clock.options())
		if err != nil {
			t.Fatalf("the copy does not open: %v", err)
		}
		defer kept.Close()
		if got, err := kept.Seal(o.ctx); err != nil || got != seal {
			t.Errorf("the copy's seal is another one, %v", err)
		}
		read, err := kept.Case(o.ctx, o.manager, c.ID)
		if err != nil || len(read.Letters) != 1 {
			t.Fatalf("%+v, %v", read.Letters, err)
		}
		if pdf, err := kept.Document(o.ctx, o.manager, c.ID, read.Letters[0].Document); err != nil || string(pdf) != "%PDF-1 receipt" {
			t.Errorf("the copy's letter is %q, %v", pdf, err)
		}
	})
}

func TestAnOlderProgramStopsOnceTheRegisterIsNewer(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		if err := o.engine.upgrade(o.ctx, with(t, tomorrow), o.clock.Now()); err != nil {
			t.Fatal(err)
		}
		_, err := o.Record(o.ctx, o.manager, o.walkIn("Ann Patel"))
		sentence(t, err, "newer Casebook")
		_, err = Open(o.ctx, o.address, o.clock.options())
		sentence(t, err, "newer Casebook")
	})
}

func TestAFailedUpgradeChangesNothing(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		wrong := fstest.MapFS{"00099_wrong.sql": {Data: []byte("-- +goose Up\nALTER TABLE cases ADD COLUMN mood CTEXT NOT NULL DEFAULT '';\nALTER TABLE nowhere ADD COLUMN x CTEXT;\n-- +goose Down\n")}}
		if err := o.engine.upgrade(o.ctx, with(t, wrong), o.clock.Now()); err == nil {
			t.Fatal("the upgrade went through")
		}
		o.record(o.walkIn("Ann Patel")) // still this program's register
	})
}

func TestTwoProgramsThatUpgradeAtOnceDoItOnce(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		t.Setenv("HOME", t.TempDir())
		desks := o.desks(3)
		files := with(t, fstest.MapFS{"00099_count.sql": {Data: []byte("-- +goose Up\nUPDATE counters SET value = value + 1000 WHERE name = 'office';\n-- +goose Down\n")}})
		errs := together(len(desks), func(i int) error { return desks[i].engine.upgrade(context.Background(), files, o.clock.Now()) })
		if err := errors.Join(errs...); err != nil {
			t.Error(err)
		}
		var value int
		if err := o.engine.read.QueryRowContext(o.ctx, `SELECT value FROM counters WHERE name = 'office'`).Scan(&value); err != nil || value != 1001 {
			t.Errorf("the counter stands at %d, %v", value, err)
		}
	})
}

func TestOnlyTheUserMayReadARegisterAndItsCopies(t *testing.T) {
	o := newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	o.record(o.walkIn("Ann Patel"))
	copied, err := o.Backup(o.ctx, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{o.address, o.address + "-wal", copied.File} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the rights %s", filepath.Base(path), info.Mode().Perm())
		}
	}
}
