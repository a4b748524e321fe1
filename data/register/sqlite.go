package register

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// applicationID stands in the header of every register's file: "CsBk". The
// first migration writes it.
const applicationID = 0x4373426b

// oldestSQLite is the first version that has everything the statements use
// (RETURNING). A program built against the system's library may have less.
const oldestSQLite = 3035000

// readers is how many connections read beside the writer.
const readers = 4

// openSQLite opens an existing register's file, and says plainly what the
// file is when it is not one.
func openSQLite(ctx context.Context, path string) (*engine, error) {
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	return connectSQLite(ctx, path)
}

func connectSQLite(ctx context.Context, path string) (*engine, error) {
	if sqliteVersion() < oldestSQLite {
		return nil, trouble(nil, "This Casebook was built with an SQLite that is too old. Install a newer build")
	}
	write, err := openPool(ctx, path, url.Values{
		"_foreign_keys": {"on"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"},
		"_busy_timeout": {"20000"}, "_txlock": {"immediate"}, "_stmt_cache_size": {"64"},
	}, 1)
	if err != nil {
		return nil, err
	}
	read, err := openPool(ctx, path, url.Values{
		"mode": {"ro"}, "_foreign_keys": {"on"}, "_busy_timeout": {"20000"}, "_stmt_cache_size": {"64"},
	}, readers)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	return &engine{dialect: sqlite, address: path, write: write, read: read}, nil
}

// openPool opens the file with settings that hold for every connection of the
// pool, which a PRAGMA would not.
func openPool(ctx context.Context, path string, settings url.Values, most int) (*sql.DB, error) {
	address, err := fileURL(path, settings)
	if err != nil {
		return nil, err
	}
	pool, err := sql.Open("sqlite3", address)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(most)
	pool.SetMaxIdleConns(most)
	if err := pool.PingContext(ctx); err != nil {
		_ = pool.Close() // the reason to stop is the better sentence
		return nil, cancelled(ctx, err)
	}
	return pool, nil
}

// fileURL writes a path as SQLite wants it, on Windows too.
func fileURL(path string, settings url.Values) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") {
		full = "/" + full
	}
	return (&url.URL{Scheme: "file", Path: full, RawQuery: settings.Encode()}).String(), nil
}

// checkFile reads the file's header before SQLite sees it.
func checkFile(path string) error {
	header, err := readHeader(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return trouble(err, "There is no register at %s. Check the place, or make a new register there", path)
	case errors.Is(err, fs.ErrPermission):
		return trouble(err, "You may not open %s. Ask for the right to read and change it", path)
	case err != nil:
		return trouble(err, "%s cannot be read. Check that it is a file and not a folder", path)
	case !bytes.HasPrefix(header, []byte("SQLite format 3\x00")),
		binary.BigEndian.Uint32(header[68:72]) != applicationID:
		return trouble(nil, "%s is not a Casebook register. Choose another file", path)
	}
	return nil
}

// readHeader reads the first 100 bytes, padded with zeros when there are fewer.
func readHeader(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	header := make([]byte, 100)
	if _, err := io.ReadFull(file, header); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return header, nil
}

// newFile names the draft in which a new register is made, and refuses to
// make one over anything.
func newFile(path string) (string, error) {
	if _, err := os.Lstat(path); err == nil {
		return "", trouble(nil, "There is already a file at %s. Open it, or choose another name", path)
	}
	draft := path + ".new"
	if err := removeFile(draft); err != nil {
		return "", err
	}
	return draft, private(draft)
}

// private makes an empty file that only this user may read. SQLite fills it,
// and gives the files beside it the same rights.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return trouble(err, "The folder %s cannot be written to. Ask for the right to change files there", filepath.Dir(path))
	}
	return f.Close()
}

// publishFile gives a finished draft its name without replacing anything.
func publishFile(draft, path string) error {
	if err := os.Link(draft, path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return trouble(err, "There is already a file at %s. Open it, or choose another name", path)
		}
		return os.Rename(draft, path) // a file system without links
	}
	return removeFile(draft)
}

// removeFile removes a database file and what SQLite keeps beside it.
func removeFile(path string) error {
	var problems []error
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}
