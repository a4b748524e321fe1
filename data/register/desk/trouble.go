package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// Trouble is why the desk file cannot be used, as a sentence with what to do.
type Trouble struct {
	Sentence string
	Cause    error // for the log
}

// Error is the sentence.
func (t *Trouble) Error() string { return t.Sentence }

// Unwrap is the cause.
func (t *Trouble) Unwrap() error { return t.Cause }

func trouble(what, path string, cause error) error {
	return &Trouble{
		Sentence: fmt.Sprintf("%s: %s.", what, reason(filepath.ToSlash(path), cause)),
		Cause:    cause,
	}
}

// reason says what is wrong with the file and what to do about it.
func reason(path string, cause error) string {
	if why := engineReason(cause); why != "" {
		return fmt.Sprintf(why, path)
	}
	switch {
	case errors.Is(cause, errNewer):
		return path + " was made by a newer version of Casebook; install that version here"
	case errors.Is(cause, errNotDesk):
		return path + " is not a Casebook desk; move it away, and a new one is made"
	case errors.Is(cause, syscall.ENOSPC):
		return "the disk is full; make room on it"
	case errors.Is(cause, fs.ErrPermission):
		return path + " may not be written; ask for the right to write to its folder"
	}
	return cause.Error()
}
