package register

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// schemaTable is where goose keeps the number of the schema.
const schemaTable = "casebook_schema"

// PostgreSQL's advisory locks. Migrations take upgradeLock alone, and every
// writing transaction a share in it; upgradingLock is held by the one program
// that upgrades. Whoever changes the settings takes rulesLock alone, and every
// other writing transaction a share in it: an act is kept under the policies and
// holidays that it was decided under, or decided after they changed.
const (
	upgradeLock   = applicationID
	upgradingLock = applicationID + 1
	rulesLock     = applicationID + 2
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations are the embedded files, without their folder.
func migrations() fs.FS {
	files, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return files
}

// migrator reads one set of files for both engines: those named for the other
// engine are left out.
func (e *engine) migrator(files fs.FS) (*goose.Provider, error) {
	others := map[dialect]string{sqlite: string(postgres), postgres: string(sqlite)}
	var leaveOut []string
	err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, "."+others[e.dialect]+".sql") {
			leaveOut = append(leaveOut, path.Base(name))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	options := []goose.ProviderOption{
		goose.WithTableName(schemaTable), goose.WithExcludeNames(leaveOut),
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()), goose.WithGoMigrations(e.steps()...),
	}
	if e.dialect == sqlite {
		return goose.NewProvider(goose.DialectSQLite3, e.write, files, options...)
	}
	alone, err := lock.NewPostgresSessionLocker(lock.WithLockID(upgradeLock), lock.WithLockTimeout(1, 120))
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, e.write, files, append(options, goose.WithSessionLocker(alone))...)
}

// upgrade brings the schema up to the newest of files. An older register is
// copied first; a newer one is refused.
func (e *engine) upgrade(ctx context.Context, files fs.FS, now time.Time) error {
	m, err := e.migrator(files)
	if err != nil {
		return err
	}
	current, target, err := m.GetVersions(ctx)
	switch {
	case err != nil || current == target:
		return cancelled(ctx, err)
	case current > target:
		return errNewer(current)
	case current == 0:
		_, err := m.Up(ctx) // nobody else knows of it yet
		return cancelled(ctx, err)
	}
	unlock, err := e.lockUpgrade(ctx)
	if err != nil {
		return cancelled(ctx, err)
	}
	if current, _, err = m.GetVersions(ctx); err == nil && current < target {
		if err = e.copyBeforeUpgrade(ctx, files, current, now); err == nil {
			_, err = m.Up(ctx)
		}
	}
	return errors.Join(cancelled(ctx, err), unlock())
}

// lockUpgrade keeps two programs from upgrading one register at once, from
// before the copy until the end. It ends with the program, however that ends.
func (e *engine) lockUpgrade(ctx context.Context) (unlock func() error, err error) {
	if e.dialect == sqlite {
		return e.lockBeside(ctx)
	}
	conn, err := e.write.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(upgradingLock)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return func() error {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, int64(upgradingLock))
		return errors.Join(err, conn.Close())
	}, nil
}

// lockBeside is a transaction on an empty file beside the register. The file
// stays: another program may be waiting on it.
func (e *engine) lockBeside(ctx context.Context) (unlock func() error, err error) {
	address, err := fileURL(e.address+"-upgrade", map[string][]string{"_busy_timeout": {"120000"}, "_txlock": {"immediate"}})
	if err != nil {
		return nil, err
	}
	pool, err := sql.Open("sqlite3", address)
	if err != nil {
		return nil, err
	}
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return func() error { return errors.Join(tx.Rollback(), pool.Close()) }, nil
}

// checkSchema stops a desk that still runs an older program after another one
// upgraded the register, and keeps both the schema and the rules as they are
// until the transaction ends. A transaction on SQLite has the file to itself.
func (e *engine) checkSchema(ctx context.Context, q queries, rules sharing) error {
	if e.dialect == postgres {
		if _, err := q.ExecContext(ctx, `SELECT pg_advisory_xact_lock_shared($1), `+string(rules)+`($2)`, int64(upgradeLock), int64(rulesLock)); err != nil {
			return err
		}
	}
	var version int64
	if err := q.QueryRowContext(ctx, `SELECT max(version_id) FROM casebook_schema`).Scan(&version); err != nil {
		return err
	}
	if version != newestSchema {
		return errNewer(version)
	}
	return nil
}

// sharing is how a writing transaction takes the rules: one that changes them
// takes them from the beginning, because a share cannot be made more of while
// another has one too.
type sharing string

const (
	shared sharing = "pg_advisory_xact_lock_shared"
	apart  sharing = "pg_advisory_xact_lock"
)

// newestSchema is the number of the last migration or projection in this program.
var newestSchema = func() int64 {
	names, err := fs.Glob(migrations(), "*.sql")
	if err != nil || len(names) == 0 {
		panic("register: no migrations are embedded")
	}
	newest := slices.Max(projections)
	for _, name := range names {
		number, err := goose.NumericComponent(name)
		if err != nil {
			panic(err) // the names are our own
		}
		newest = max(newest, number)
	}
	return newest
}()

func errNewer(version int64) error {
	return trouble(fmt.Errorf("schema %d, program %d", version, newestSchema),
		"This register was brought up to date by a newer Casebook. Close this one and install the newer version")
}
