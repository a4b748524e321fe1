package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// SaveWhole writes a file so that its name never stands for half of one: it is
// written beside its place and put there once it is whole and on the disk, and
// once before, which may be nil, has been done. A file of that name from
// before is replaced.
func SaveWhole(path string, write func(io.Writer) error, before func() error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".casebook-*")
	if err != nil {
		return unwritable(filepath.Dir(path), err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = errors.Join(write(f), f.Sync(), f.Close())
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return fmt.Errorf("%s could not be saved: free some space on its disk, or choose another place (%v)", path, disk.Err)
	}
	if err != nil {
		return err
	}
	if before != nil {
		if err := before(); err != nil {
			return err
		}
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("%s cannot be replaced: close it where it is open, or choose another name", path)
	}
	return nil
}

// unwritable says why nothing can be made in a folder, and what to do.
func unwritable(folder string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no folder %s: make it first, or choose another folder", folder)
	}
	return fmt.Errorf("the folder %s cannot be written to: choose another folder, or ask for the right to change files there", folder)
}
