//go:build cgo

package register

import (
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// sqliteVersion is the number of the library that is built in.
func sqliteVersion() int {
	_, version, _ := sqlite3.Version()
	return version
}

// plainSQLite puts SQLite's own complaint into a sentence; nil where there is
// none for it.
func plainSQLite(err error) error {
	var lite sqlite3.Error
	if !errors.As(err, &lite) {
		return nil
	}
	switch lite.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return trouble(err, "Another desk is still writing to the register. Wait a moment, then try again")
	case sqlite3.ErrFull:
		return trouble(err, "The disk is full, so nothing was saved. Free some space, then try again")
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return trouble(err, "The register cannot be written to. Ask for the right to change files in its folder")
	case sqlite3.ErrCantOpen:
		return trouble(err, "The register cannot be opened. Check that its folder is there and may be written to")
	case sqlite3.ErrIoErr:
		return trouble(err, "The disk did not take what was written. Check the disk, then try again")
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return trouble(err, "The register's file is damaged. Keep it as it is and restore the last copy")
	}
	return nil
}

// damaged says whether an error means that the register's pages cannot be read
// or do not hold what their columns say.
func damaged(err error) bool {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		return lite.Code == sqlite3.ErrCorrupt || lite.Code == sqlite3.ErrNotADB || lite.Code == sqlite3.ErrIoErr
	}
	return strings.Contains(err.Error(), "Scan error") // database/sql has no type for it
}
