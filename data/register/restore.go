package register

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// RestoreReport is what a restored register holds.
type RestoreReport struct {
	Cases     int     `json:"cases"`
	Entries   int     `json:"entries"`
	Documents int     `json:"documents"`
	Seal      string  `json:"seal"`
	Seconds   float64 `json:"seconds"`
}

// Restore fills the register at address, on either engine, from a copy that
// Backup made, and verifies it as Backup does before it counts. A copy from an
// older version is brought up to date on the way. It refuses an address where
// cases or a housing list are kept; a register with neither gives way. This is
// also how an office moves from a file to a server and back.
func Restore(ctx context.Context, file, address string, o Options, progress func(done, total int)) (RestoreReport, error) {
	r, err := newRegister(o)
	if err != nil {
		return RestoreReport{}, err
	}
	began := r.now()
	if err := checkFile(file); err != nil {
		return RestoreReport{}, err
	}
	if err := givesWay(ctx, address); err != nil {
		return RestoreReport{}, err
	}
	from, tidyUp, err := readableCopy(ctx, file)
	if err != nil {
		return RestoreReport{}, err
	}
	r.engine = from
	report, err := r.restoreTo(ctx, address, progress)
	if err := errors.Join(err, from.close(), tidyUp()); err != nil {
		return RestoreReport{}, err
	}
	return RestoreReport{Cases: report.Cases, Entries: report.Entries, Documents: report.Documents, Seal: report.Seal,
		Seconds: r.now().Sub(began).Seconds()}, nil
}

func (r *Register) restoreTo(ctx context.Context, address string, progress func(done, total int)) (Report, error) {
	if isServer(address) {
		return r.restoreToServer(ctx, address, progress)
	}
	draft := address + ".new"
	if err := removeFile(draft); err != nil {
		return Report{}, err
	}
	report, err := r.backupTo(ctx, draft, progress)
	if err == nil {
		err = flush(draft)
	}
	if err == nil {
		err = removeFile(address) // it gives way
	}
	if err == nil {
		err = publishFile(draft, address)
	}
	if err != nil {
		return Report{}, errors.Join(cancelled(ctx, err), removeFile(draft))
	}
	return report, flushFolder(filepath.Dir(address))
}

// restoreToServer fills the database of a server. Whatever goes wrong, it is
// left as empty as it was found.
func (r *Register) restoreToServer(ctx context.Context, address string, progress func(done, total int)) (Report, error) {
	to, err := openPostgres(ctx, address, false)
	if err != nil {
		return Report{}, err
	}
	if err = to.fill(ctx); err == nil {
		var report Report
		if report, err = r.transfer(ctx, r.engine, to, nil, progress); err == nil {
			return report, to.close()
		}
	}
	return Report{}, errors.Join(unverified(ctx, err), to.empty(), to.close())
}

// givesWay refuses a place where something is kept that a restore would
// replace, and empties a server's register that keeps nothing.
func givesWay(ctx context.Context, address string) error {
	if !isServer(address) {
		if _, err := os.Lstat(address); errors.Is(err, fs.ErrNotExist) {
			return checkFolder(address)
		}
		there, err := openSQLite(ctx, address)
		if err != nil {
			return err
		}
		return errors.Join(there.keepsNothing(ctx, address), there.close())
	}
	if there, err := openPostgres(ctx, address, true); err == nil {
		err := there.keepsNothing(ctx, "this database")
		if err == nil {
			err = there.empty()
		}
		return errors.Join(err, there.close())
	}
	free, err := openPostgres(ctx, address, false)
	if err != nil {
		return err
	}
	return free.close()
}

func (e *engine) keepsNothing(ctx context.Context, where string) error {
	var cases, people int
	err := e.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM residents)`).Scan(&cases, &people)
	if err != nil {
		return trouble(err, "There is something in %s that is not a whole register. Choose another place to restore to", where)
	}
	if cases+people > 0 {
		return trouble(nil, "There is a register in %s already, with %d cases and %d residents, and a restore never replaces one. Choose another place", where, cases, people)
	}
	return nil
}

// empty takes a register's tables out of a server's database, whatever the
// caller's context says by now.
func (e *engine) empty() error {
	ctx := context.Background()
	m, err := e.migrator(migrations())
	if err != nil {
		return err
	}
	if _, err := m.DownTo(ctx, 0); err != nil {
		return err
	}
	_, err = e.write.ExecContext(ctx, `DROP TABLE `+schemaTable)
	return err
}

// readableCopy opens a copy to read it. One from an older version is first
// copied into a temporary file and brought up to date there; tidyUp removes it.
func readableCopy(ctx context.Context, file string) (from *engine, tidyUp func() error, err error) {
	// Not immutable: somebody may restore from a register that was not closed,
	// whose last entries are still in its log.
	pool, err := openPool(ctx, file, url.Values{"mode": {"ro"}, "_busy_timeout": {"20000"}}, 1)
	if err != nil {
		return nil, nil, err
	}
	from = &engine{dialect: sqlite, address: file, write: pool, read: pool}
	var version int64
	err = pool.QueryRowContext(ctx, `SELECT max(version_id) FROM `+schemaTable).Scan(&version)
	switch {
	case err != nil:
		return nil, nil, errors.Join(trouble(err, "%s is not a whole Casebook register. Choose another copy", file), from.close())
	case version > newestSchema:
		return nil, nil, errors.Join(errNewer(version), from.close())
	case version == newestSchema:
		return from, func() error { return nil }, nil
	}
	folder, err := os.MkdirTemp("", "casebook-*")
	if err != nil {
		return nil, nil, errors.Join(err, from.close())
	}
	tidyUp = func() error { return os.RemoveAll(folder) }
	from, err = upToDate(ctx, from, folder)
	if err != nil {
		return nil, nil, errors.Join(err, tidyUp())
	}
	return from, tidyUp, nil
}

// upToDate copies an older register into a folder, closes it, and brings the
// copy to the newest schema.
func upToDate(ctx context.Context, old *engine, folder string) (*engine, error) {
	path := filepath.Join(folder, "register.db")
	_, err := old.read.ExecContext(ctx, `VACUUM INTO $1`, path)
	if err := errors.Join(cancelled(ctx, err), old.close()); err != nil {
		return nil, err
	}
	pool, err := openPool(ctx, path, url.Values{"_foreign_keys": {"on"}}, 1)
	if err != nil {
		return nil, err
	}
	e := &engine{dialect: sqlite, address: path, write: pool, read: pool}
	if err := e.fill(ctx); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}
