// Package demotest gives tests a demonstration office of their own.
package demotest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"casebook/app/command"
	"casebook/data/calendar"
)

// Friday is the day on which the office stands: Friday 13 November 2026.
var Friday = calendar.On(2026, 11, 13)

// User is the computer's user whom its complaints manager is tied to.
const User = "helen"

// cases are enough for something of everything.
const cases = 80

var (
	mu   sync.Mutex
	made []byte // the register's file, made once for all tests of a package
)

// Register answers the path of a demonstration register that only this test
// has.
func Register(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.db")
	if err := os.WriteFile(path, bytes(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func bytes(t testing.TB) []byte {
	mu.Lock()
	defer mu.Unlock()
	if made != nil {
		return made
	}
	path := filepath.Join(t.TempDir(), "first.db")
	err := command.DemoOffice{Path: path, Cases: cases, Seed: 1, Today: Friday, User: User}.Make(context.Background(), nil)
	if err == nil {
		made, err = os.ReadFile(path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return made
}
