// Package desk keeps what belongs to one desk and to no register: the drafts
// being typed, the parked ones, and the few preferences of this computer. They
// live in a small SQLite file of their own, so that typing never waits for the
// register, and so that a draft outlives a crash, a lost network and a register
// that cannot be opened.
package desk

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID stands in the header of every desk file ("Cask").
const applicationID = 0x4361736B

// Desk is an open desk file. Its methods may be called from any goroutine.
type Desk struct {
	db   *sql.DB
	path string
}

// Open opens the desk file at path and makes it, with its folder, when there
// is none. It refuses a file that is not a desk and one made by a newer
// Casebook; every error is a *Trouble with a sentence for the officer.
func Open(path string) (*Desk, error) {
	if err := prepare(path); err != nil {
		return nil, trouble("Casebook cannot keep drafts on this computer", path, err)
	}
	db, err := sql.Open("sqlite3", dsn(path))
	if err != nil {
		return nil, trouble("Casebook cannot open this desk's file", path, err)
	}
	// One connection: a desk has one typist, and its settings then hold for all.
	db.SetMaxOpenConns(1)
	d := &Desk{db: db, path: path}
	if err := d.patiently(d.bringUpToDate); err != nil {
		db.Close()
		return nil, trouble("Casebook cannot open this desk's file", path, err)
	}
	return d, nil
}

// Path is where the desk file lies.
func (d *Desk) Path() string { return d.path }

// Close closes the desk file. Everything kept is already on the disk.
func (d *Desk) Close() error { return d.db.Close() }

// prepare makes the folder and an empty file that only its owner can read;
// SQLite gives its side files the same rights.
func prepare(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDONLY|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// dsn holds every setting, because a PRAGMA sent once reaches only one
// connection. FULL makes each commit reach the disk before it returns.
func dsn(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… becomes file:///C:/…
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath() +
		"?_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_txlock=immediate&_fk=on"
}

// How often and at what distance a new file is tried again while another
// window makes it: turning on the log answers "busy" at once, whatever the
// driver was told to wait.
const (
	mostTries = 60
	between   = 50 * time.Millisecond
)

func (d *Desk) patiently(do func(context.Context) error) error {
	for try := 1; ; try++ {
		err := do(context.Background())
		if err == nil || !busy(err) || try == mostTries {
			return err
		}
		time.Sleep(between)
	}
}

func (d *Desk) bringUpToDate(ctx context.Context) error {
	if err := d.isDesk(ctx); err != nil {
		return err
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	steps, err := goose.NewProvider(goose.DialectSQLite3, d.db, files,
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	has, knows, err := steps.GetVersions(ctx)
	if err != nil {
		return err
	}
	if has > knows {
		return errNewer
	}
	if _, err = steps.Up(ctx); err != nil {
		// Two windows started at once: the other one may have done it.
		if has, knows, again := steps.GetVersions(ctx); again == nil && has == knows {
			return nil
		}
	}
	return err
}

// isDesk refuses a database that something else made. A new file has no
// tables yet, and no mark. Two windows may start at once: one statement sees the
// mark and the tables as of one moment, and the other window may have made its
// version table and not yet the desk's own.
func (d *Desk) isDesk(ctx context.Context) error {
	var id, others int
	err := d.db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_master WHERE tbl_name NOT IN ('goose_db_version', 'sqlite_sequence'))`).Scan(&id, &others)
	if err != nil {
		return err
	}
	if others > 0 && id != applicationID {
		return errNotDesk
	}
	return nil
}

// one says that a statement changed exactly one row, or what went wrong.
func one(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("%d rows changed instead of one", n)
	}
	return err
}

var (
	errNewer   = errors.New("the desk file is from a newer version")
	errNotDesk = errors.New("the file is not a Casebook desk")
)

// Default is where the desk file of this computer's user lies.
func Default() (string, error) {
	folder, err := Folder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "desk.db"), nil
}
