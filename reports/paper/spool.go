package paper

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Spool is a private folder for the PDFs that a printer or viewer is reading.
// Its files cannot be removed right after handing over, because a viewer reads
// them later; they go at a later start.
type Spool struct{ dir string }

// spoolKeep is how long a file stays safe from cleaning: a second window of the
// same user may just have handed it to the printer.
const spoolKeep = time.Hour

// SpoolDir makes the folder "spool" in parent, readable by this user alone, and
// removes the files of earlier starts. A file that another program still holds
// open stays for the next start.
func SpoolDir(parent string, now time.Time) (*Spool, error) {
	dir := filepath.Join(parent, "spool")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("the folder for pages to print cannot be made: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil { // it may be there from before, open to others
		return nil, fmt.Errorf("the folder for pages to print cannot be closed to others: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("the folder for pages to print cannot be read: %w", err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) || err == nil && now.Sub(info.ModTime()) < spoolKeep {
			continue
		}
		_ = os.Remove(filepath.Join(dir, entry.Name())) // in use: the next start tries again
	}
	return &Spool{dir}, nil
}

// Put writes a PDF and returns its full path. The name says nothing about whom
// the page is for, since print queues and recent-file lists show names.
func (s *Spool) Put(pdf []byte) (string, error) { return s.put(pdf, "page-*.pdf") }

func (s *Spool) put(content []byte, name string) (string, error) {
	file, err := os.CreateTemp(s.dir, name)
	if err != nil {
		return "", fmt.Errorf("the page to print cannot be written: %w", err)
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return "", fmt.Errorf("the page to print cannot be written: %w", err)
	}
	return filepath.Abs(file.Name())
}
