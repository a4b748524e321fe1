//go:build !windows && !darwin

package desk

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheDefaultPlaceIsThisComputersOwn(t *testing.T) {
	t.Setenv("HOME", "/home/pat")
	for data, want := range map[string]string{
		"/data":        "/data/casebook/desk.db",
		"":             "/home/pat/.local/share/casebook/desk.db",
		"not/absolute": "/home/pat/.local/share/casebook/desk.db",
	} {
		t.Setenv("XDG_DATA_HOME", data)
		if got, err := Default(); got != want || err != nil {
			t.Errorf("XDG_DATA_HOME=%q: %q, %v", data, got, err)
		}
	}
}

func TestOnlyTheOwnerMayReadADesk(t *testing.T) {
	d := openDesk(t)
	if err := d.Keep(draftOf("one", "x")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{d.path, d.path + "-wal"} {
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", filepath.Base(name), info.Mode(), err)
		}
	}
}
