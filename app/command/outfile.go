package command

import (
	"errors"
	"fmt"
	"io"
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
		return fmt.Errorf("cannot write in %s: choose another folder (%w)", filepath.Dir(path), err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if before != nil {
		if err := before(); err != nil {
			return err
		}
	}
	return os.Rename(f.Name(), path)
}
