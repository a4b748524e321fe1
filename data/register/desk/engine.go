//go:build cgo

package desk

import (
	"errors"

	"github.com/mattn/go-sqlite3"
)

// engineReason puts SQLite's own complaint into words, with %[1]s for the
// path, or is "" when the trouble is not SQLite's.
func engineReason(cause error) string {
	var engine sqlite3.Error
	if !errors.As(cause, &engine) {
		return ""
	}
	switch engine.Code {
	case sqlite3.ErrFull:
		return "the disk of %[1]s is full; make room on it"
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return "%[1]s may only be read; ask for the right to write to it and to its folder"
	case sqlite3.ErrCantOpen:
		return "%[1]s cannot be opened; check that its folder exists and may be written to"
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return "%[1]s is held by another program; close it"
	case sqlite3.ErrNotADB:
		return "%[1]s is not a Casebook desk; move it away, and a new one is made"
	case sqlite3.ErrCorrupt:
		return "%[1]s is damaged; move it away, and a new one is made"
	case sqlite3.ErrIoErr:
		return "the disk refused %[1]s; check that it has room and is not failing"
	}
	return ""
}

// busy says that another window holds the file for a moment.
func busy(err error) bool {
	var engine sqlite3.Error
	return errors.As(err, &engine) && (engine.Code == sqlite3.ErrBusy || engine.Code == sqlite3.ErrLocked)
}
