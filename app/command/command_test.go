package command

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// counter is a world for tests: Saturday 21 November 2026, half an hour
// before midnight.
type counter struct {
	world    World
	out, err bytes.Buffer
	env      map[string]string
}

func newCounter() *counter {
	d := &counter{env: map[string]string{}}
	d.world = World{
		Now:    func() time.Time { return time.Date(2026, time.November, 21, 23, 30, 0, 0, time.UTC) },
		In:     strings.NewReader(""),
		Out:    &d.out,
		Err:    &d.err,
		Getenv: func(name string) string { return d.env[name] },
		User:   "grace",
		Build:  Build{Version: "0.1.0", Number: 1, Revision: "abc123", Go: "go1.26"},
	}
	return d
}

// run carries out one command line and returns its status.
func (d *counter) run(args ...string) int {
	d.out.Reset()
	d.err.Reset()
	return Run(context.Background(), d.world, args)
}

func TestWithoutACommandTheWindowOpens(t *testing.T) {
	d := newCounter()
	var opened *Session
	d.world.OpenWindow = func(_ context.Context, s *Session) error { opened = s; return nil }
	d.env["CASEBOOK_REGISTER"] = "office.db"
	if status := d.run(); status != 0 || opened == nil {
		t.Fatalf("status %d, window %v: %s", status, opened, &d.err)
	}
	if opened.Register != "office.db" || opened.Today.String() != "2026-11-21" || opened.User != "grace" {
		t.Errorf("the window got %+v", opened)
	}
	if status := d.run("--register", "other.db", "--today", "yesterday"); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if opened.Register != "other.db" || opened.Today.String() != "2026-11-20" {
		t.Errorf("with flags the window got %+v", opened)
	}
	d.world.OpenWindow = func(context.Context, *Session) error { return errors.New("there is no display") }
	if status := d.run(); status != 1 || d.err.String() != "casebook: there is no display\n" {
		t.Errorf("status %d: %s", status, &d.err)
	}
}

// TestTheWindowTakesNobodysNameFromOutside: not a colleague's, whose password
// only the window asks for, nor the computer's own user's.
func TestTheWindowTakesNobodysNameFromOutside(t *testing.T) {
	d := newCounter()
	d.world.OpenWindow = func(context.Context, *Session) error { t.Error("a window was opened"); return nil }
	d.env[passwordVariable] = "correct horse battery"
	for _, args := range [][]string{{"--officer", "ada"}, {"--officer", "grace"}, {"window", "--officer", "ada"}} {
		if status := d.run(args...); status != 2 || !strings.Contains(d.err.String(), "Switch officer") || strings.Count(d.err.String(), "\n") != 1 {
			t.Errorf("%v: status %d: %q", args, status, &d.err)
		}
	}
}

func TestAProgramWithoutAWindowSaysSo(t *testing.T) {
	d := newCounter()
	if status := d.run(); status != 1 || !strings.Contains(d.err.String(), "built without a window") || d.out.Len() != 0 {
		t.Errorf("status %d, %q, %q", status, &d.out, &d.err)
	}
}

func TestTheDayIsLondonsEvenWhereUTCIsBehind(t *testing.T) {
	d := newCounter()
	d.world.Now = func() time.Time { return time.Date(2026, time.July, 1, 23, 30, 0, 0, time.UTC) }
	if status := d.run("deadline", "--received", "today", "--json"); status != 0 || !strings.Contains(d.out.String(), `"date": "2026-07-03"`) ||
		strings.Contains(d.out.String(), `"2026-07-02"`) {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}

func TestTheVersionIsSaidForPeopleAndPrograms(t *testing.T) {
	d := newCounter()
	if status := d.run("version"); status != 0 || d.out.String() != "Casebook 0.1.0 (build 1, go1.26) from abc123\n" {
		t.Errorf("status %d: %q", status, &d.out)
	}
	if status := d.run("version", "--json"); status != 0 || !strings.Contains(d.out.String(), `"version": "0.1.0"`) {
		t.Errorf("status %d: %q", status, &d.out)
	}
}

func TestWrongUsageIsOneSentenceAndStatusTwo(t *testing.T) {
	d := newCounter()
	for _, args := range [][]string{
		{"dance"},
		{"deadline"},
		{"deadline", "--received", "2026-11-23", "--nonsense"},
		{"deadline", "--received", "2026-11-23", "--stage", "3"},
		{"deadline", "--received", "2026-11-23", "--kind", "grumble"},
		{"deadline", "--received", "2026-11-23", "--extended", "many"},
		{"deadline", "--received", "31 2 2026"},
		{"deadline", "--received", "2026-11-23", "--acknowledged", "soon"},
		{"deadline", "--received", "2026-11-23", "--policy", "future"},
		{"deadline", "--received", "2026-11-23", "--kind", "petition", "--acknowledged", "2026-11-24"},
		{"deadline", "--received", "2026-11-23", "--kind", "letter", "--stage", "2"},
		{"version", "--today", "whenever"},
	} {
		if status := d.run(args...); status != 2 {
			t.Errorf("%v: status %d", args, status)
		}
		said := d.err.String()
		if d.out.Len() != 0 || !strings.HasPrefix(said, "casebook: ") || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: said %q and %q", args, said, &d.out)
		}
	}
}

func TestHelpIsPrintedAndIsNoError(t *testing.T) {
	d := newCounter()
	for _, args := range [][]string{{"--help"}, {"deadline", "--help"}} {
		if status := d.run(args...); status != 0 || !strings.Contains(d.out.String(), "Usage: casebook") || d.err.Len() != 0 {
			t.Errorf("%v: status %d, %q", args, status, &d.err)
		}
	}
}
