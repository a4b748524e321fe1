package register

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// tablesOf lists a file's tables in the order in which they were made, so that
// a row's owner is always copied before it.
func tablesOf(ctx context.Context, file queries) ([]string, error) {
	rows, err := file.QueryContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'table'
		AND name NOT LIKE 'sqlite_%' AND name <> 'casebook_schema' ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// copyRows is how many rows one statement writes at most: a server is asked
// that many times less often. copyBytes ends a statement sooner: evidence may
// be large, and a hundred pieces of it are more than a computer has room for.
const (
	copyRows  = 100
	copyBytes = 4 << 20
)

// copyTable copies every row of a table from one engine to the same empty
// table of another, and tells how many there are as it goes.
func copyTable(ctx context.Context, from, to queries, table string, copied func(rows int)) error {
	rows, err := from.QueryContext(ctx, `SELECT * FROM `+table)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	var pending []any
	var size int
	flush := func() error {
		n := len(pending) / len(columns)
		if n == 0 {
			return nil
		}
		if _, err := to.ExecContext(ctx, insertInto(table, columns, n), pending...); err != nil {
			return fmt.Errorf("register: copying %s: %w", table, err)
		}
		if pending, size = pending[:0], 0; copied != nil {
			copied(n)
		}
		return nil
	}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for _, value := range values {
			size += sizeOf(value)
		}
		if pending = append(pending, values...); len(pending) == copyRows*len(columns) || size >= copyBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return flush()
}

// sizeOf is how many bytes a value takes that may be long.
func sizeOf(value any) int {
	switch value := value.(type) {
	case []byte:
		return len(value)
	case string:
		return len(value)
	}
	return 0
}

// insertInto writes so many rows of so many columns in one statement.
func insertInto(table string, columns []string, rows int) string {
	var values arguments
	places := make([]string, rows)
	for i := range places {
		row := make([]string, len(columns))
		for j := range row {
			row[j] = values.add(nil)
		}
		places[i] = "(" + strings.Join(row, ", ") + ")"
	}
	return `INSERT INTO ` + table + ` (` + strings.Join(columns, ", ") + `) VALUES ` + strings.Join(places, ", ")
}

// sameContent says in a sentence how a copy differs from what it is a copy of:
// in the number of any table's rows, or in the head of any chain.
func sameContent(ctx context.Context, from, to queries, tables []string) error {
	for _, table := range tables {
		var here, there int64
		query := `SELECT count(*) FROM ` + table
		if err := from.QueryRowContext(ctx, query).Scan(&here); err != nil {
			return err
		}
		if err := to.QueryRowContext(ctx, query).Scan(&there); err != nil {
			return err
		}
		if here != there {
			return fmt.Errorf("register: the copy has %d rows of %s, not %d", there, table, here)
		}
	}
	here, err := (&work{ctx: ctx, q: from}).seal()
	if err != nil {
		return err
	}
	there, err := (&work{ctx: ctx, q: to}).seal()
	if err == nil && here != there {
		err = fmt.Errorf("register: the copy's history is not the register's")
	}
	return err
}

// reader is a snapshot of an engine, outside any register.
func (e *engine) reader(ctx context.Context) (*sql.Tx, error) {
	return e.read.BeginTx(ctx, e.snapshot())
}
