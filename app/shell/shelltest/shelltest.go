// Package shelltest opens the window's frame without a screen, for the tests of
// the screens within it.
package shelltest

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/casework"
)

// Size is the window of a screen of 1366 by 768 below its title and task bar.
var Size = fyne.NewSize(1366, 741)

// Open makes a frame for an officer, on Friday 13 November 2026 at the Alvaston
// office, in which all work runs straight through.
func Open(t *testing.T, by casework.Officer, mode look.Mode) *shell.Shell {
	t.Helper()
	app := test.NewTempApp(t)
	theme := look.NewTheme()
	theme.Set(app, mode, 1)
	w := test.NewTempWindow(t, look.Stack())
	w.Resize(Size)
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	return shell.New(shell.Config{
		Window: w, Tasks: task.Inline(), Theme: theme, Items: shell.ItemsFor("today", "new", "cases", "board", "settings", "help"),
		Today: "Friday 13 November 2026", Office: "Alvaston", Officer: by.Name, Role: string(by.Role),
	})
}

// Show registers one screen, goes to it, and answers the canvas it is on.
func Show(s *shell.Shell, name string, make func() shell.Page) fyne.Canvas {
	s.Register(name, func(any) shell.Page { return make() })
	s.Go(shell.Route{Screen: name})
	s.Window().Resize(Size)
	return s.Window().Canvas()
}

// Picture keeps a picture of the window in the folder that CASEBOOK_PICTURES
// names, to be looked at; without it nothing is drawn.
func Picture(t *testing.T, c fyne.Canvas, name string) {
	t.Helper()
	dir := os.Getenv("CASEBOOK_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
}

// Walk presses Tab until it comes round again, and answers the stops in order.
// A field that keeps Tab for itself makes it end with that field.
func Walk(c fyne.Canvas) []fyne.Focusable {
	const most = 200 // no screen has so many stops
	var stops []fyne.Focusable
	seen := map[fyne.Focusable]bool{}
	for range most {
		before := c.Focused()
		keys.Press(c, "Tab")
		now := c.Focused()
		if now == nil || now == before || seen[now] {
			break
		}
		seen[now] = true
		stops = append(stops, now)
	}
	return stops
}
