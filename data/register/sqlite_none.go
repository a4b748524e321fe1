//go:build !cgo

package register

import _ "github.com/mattn/go-sqlite3" // says at the first query that it is not built in

// A build without a C compiler has no SQLite. It opens registers on a server
// and says of a file that it cannot.

func sqliteVersion() int { return 0 }

func plainSQLite(error) error { return nil }

func damaged(error) bool { return false }
