// Package command is Casebook's command line. Each command is one file with one
// struct; the struct is listed once, in commands. Nothing here draws a window or
// reads a clock: main hands in the world.
package command

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"casebook/data/calendar"
)

// World is what a command may touch outside itself. main supplies the real one
// and tests their own.
type World struct {
	Now      func() time.Time
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(name string) string
	User     string // the computer's own user, whom an officer may be tied to
	FullName string // that user's name as the computer knows it; may be empty
	Build    Build
	// OpenWindow opens the window and returns when it is closed. It is nil in a
	// program built without one.
	OpenWindow func(context.Context, *Session) error
	// HasDisplay says whether a window could be seen. It is nil where OpenWindow
	// is.
	HasDisplay func() bool
}

// Build says which program this is.
type Build struct {
	Version  string `json:"version"`
	Number   int    `json:"build"`
	Revision string `json:"revision,omitempty"` // of the source, where the build recorded it
	Go       string `json:"go"`
}

// Session is one run of one command: the world, and the flags that every command
// takes.
type Session struct {
	World
	Context  context.Context
	Register string        // a path or a postgres:// address; "" where none was named
	Officer  string        // "" means the officer tied to User
	Today    calendar.Date // the day the command works on
	Fixed    bool          // Today was named, and does not move on at midnight
	JSON     bool          // write figures as JSON
}

// Say writes one line for people.
func (s *Session) Say(format string, args ...any) error {
	_, err := fmt.Fprintf(s.Out, format+"\n", args...)
	return err
}

// WriteJSON writes a value for other programs. The names in it are part of the
// interface described in the README, and stay.
func (s *Session) WriteJSON(v any) error {
	out := json.NewEncoder(s.Out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(v)
}

// WrongUsage is an error in how a command was called rather than in what it was
// asked to do. Run answers it with status 2.
type WrongUsage struct{ Problem string }

func (w WrongUsage) Error() string { return w.Problem }

// usage makes a WrongUsage of one plain sentence.
func usage(format string, args ...any) error {
	return WrongUsage{Problem: fmt.Sprintf(format, args...)}
}
