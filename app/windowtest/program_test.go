//go:build windowtest

// Package windowtest drives the built program from outside, as a person at the
// desk would. .ci/run builds the program and gives it a screen.
package windowtest

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// builtProgram is the program under test; without it nothing here can pass.
func builtProgram(t *testing.T) string {
	t.Helper()
	program := os.Getenv("CASEBOOK_WINDOW_PROGRAM")
	if program == "" {
		t.Fatal("CASEBOOK_WINDOW_PROGRAM names no program: run .ci/run")
	}
	return program
}

func TestTheBuiltProgramStartsAndSaysItsVersion(t *testing.T) {
	out, err := exec.Command(builtProgram(t), "version").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	details, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(details), `Version = "`)
	version, _, _ := strings.Cut(after, `"`)
	if version == "" || !strings.HasPrefix(string(out), "Casebook "+version+" ") {
		t.Errorf("it says %q, and FyneApp.toml %q", out, version)
	}
}
