package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// copyBeforeUpgrade keeps the register as it is in one SQLite file, with its
// old schema, and verifies that file before anything is changed.
func (e *engine) copyBeforeUpgrade(ctx context.Context, files fs.FS, schema int64, now time.Time) error {
	name, err := e.copyName(ctx, schema, now)
	if err == nil {
		err = e.copyAsIs(ctx, files, schema, name)
	}
	if err != nil {
		return trouble(errors.Join(err, removeFile(name)),
			"The register could not be copied before its upgrade, so nothing was changed. Free some space at %s, then try again", name)
	}
	return nil
}

// copyName is where the copy goes: beside a file; for a server in the office's
// backup folder where this computer has it, or else in the user's own.
func (e *engine) copyName(ctx context.Context, schema int64, now time.Time) (string, error) {
	ending := fmt.Sprintf("schema-%d.%s.db", schema, now.UTC().Format("20060102-150405"))
	if e.dialect == sqlite {
		return strings.TrimSuffix(e.address, ".db") + "." + ending, nil
	}
	folder, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	var body string
	err = e.read.QueryRowContext(ctx, `SELECT body FROM settings WHERE settings_id = 1`).Scan(&body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	var kept struct {
		Folder string `json:"backup_folder"`
	}
	if body != "" {
		if err := json.Unmarshal([]byte(body), &kept); err != nil {
			return "", err
		}
	}
	if info, err := os.Stat(kept.Folder); err == nil && info.IsDir() {
		folder = kept.Folder
	}
	return filepath.Join(folder, "casebook."+ending), nil
}

// copyAsIs makes a file with the register's own schema and copies every row.
// All that is read is of one moment.
func (e *engine) copyAsIs(ctx context.Context, files fs.FS, schema int64, name string) error {
	copied, err := connectSQLite(ctx, name)
	if err != nil {
		return err
	}
	err = e.copyInto(ctx, copied, files, schema)
	return errors.Join(err, copied.close())
}

func (e *engine) copyInto(ctx context.Context, copied *engine, files fs.FS, schema int64) error {
	m, err := copied.migrator(files)
	if err != nil {
		return err
	}
	if _, err := m.UpTo(ctx, schema); err != nil {
		return err
	}
	tables, err := tablesOf(ctx, copied.read)
	if err != nil {
		return err
	}
	from, err := e.reader(ctx)
	if err != nil {
		return err
	}
	defer from.Rollback() //nolint:errcheck // it only reads
	to, err := copied.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for _, table := range tables {
		if err := copyTable(ctx, from, to, table, nil); err != nil {
			return errors.Join(err, to.Rollback())
		}
	}
	if err := to.Commit(); err != nil {
		return err
	}
	return sameContent(ctx, from, copied.read, tables)
}
