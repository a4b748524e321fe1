package register

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// BackupReport is what a verified copy holds.
type BackupReport struct {
	File      string  `json:"file"`
	Cases     int     `json:"cases"`
	Entries   int     `json:"entries"`
	Documents int     `json:"documents"`
	Seal      string  `json:"seal"`
	Bytes     int64   `json:"bytes"`
	Seconds   float64 `json:"seconds"`
}

// Backup copies the register, from either engine, into one SQLite register
// file at dest, which may be a folder. The copy is of one moment while other
// desks go on working. It gets its name only once it was opened again and
// verified (every table's rows, every chain, every document, the seal) and is on
// the disk; nothing is ever overwritten. Stopped through ctx it leaves nothing.
func (r *Register) Backup(ctx context.Context, dest string, progress func(done, total int)) (BackupReport, error) {
	began := r.now()
	dest, err := backupName(dest, began)
	if err != nil {
		return BackupReport{}, err
	}
	if err := writable(filepath.Dir(dest)); err != nil {
		return BackupReport{}, err // before SQLite, which would speak of the register
	}
	draft, err := newFile(dest)
	if err != nil {
		return BackupReport{}, err
	}
	report, err := r.backupTo(ctx, draft, progress)
	if err == nil {
		err = flush(draft)
	}
	if err == nil {
		err = publishFile(draft, dest)
	}
	if err != nil {
		return BackupReport{}, errors.Join(backupTrouble(ctx, dest, err), removeFile(draft))
	}
	info, err := os.Stat(dest)
	if err != nil {
		return BackupReport{}, err
	}
	return BackupReport{
		File: dest, Cases: report.Cases, Entries: report.Entries, Documents: report.Documents, Seal: report.Seal,
		Bytes: info.Size(), Seconds: r.now().Sub(began).Seconds(),
	}, flushFolder(filepath.Dir(dest))
}

// backupName is the file to make: for a folder, one named after the moment.
func backupName(dest string, now time.Time) (string, error) {
	info, err := os.Stat(dest)
	switch {
	case err == nil && info.IsDir():
		return filepath.Join(dest, "casebook-"+now.UTC().Format("20060102-150405")+".db"), nil
	case err == nil:
		return "", trouble(nil, "There is already a file at %s, and a copy never replaces one. Choose another name", dest)
	}
	if info, err := os.Stat(filepath.Dir(dest)); err != nil || !info.IsDir() {
		return "", trouble(err, "There is no folder %s for the copy. Make it first, or choose another place", filepath.Dir(dest))
	}
	return dest, nil
}

// backupTo makes a copy in a new file and verifies it.
func (r *Register) backupTo(ctx context.Context, draft string, progress func(done, total int)) (Report, error) {
	copied, err := newCopy(ctx, draft)
	if err != nil {
		return Report{}, err
	}
	report, err := r.transfer(ctx, copied, copied, func() (*engine, error) { return openCopy(ctx, draft) }, progress)
	return report, errors.Join(unverified(ctx, err), copied.close())
}

// backupTrouble puts what the place of a copy did not allow into a sentence
// about the copy, not about the register.
func backupTrouble(ctx context.Context, dest string, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, fs.ErrPermission):
		return trouble(err, "The copy cannot be written to %s. Choose another place for it", filepath.Dir(dest))
	}
	return plain(err)
}
