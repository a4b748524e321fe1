package command

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestTheReadmeNamesEveryCommandAndLetter: what it leaves out nobody finds.
func TestTheReadmeNamesEveryCommandAndLetter(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	for _, kind := range letterArguments() {
		if !strings.Contains(readme, "`"+kind+"`") {
			t.Errorf("README does not name the letter %q", kind)
		}
	}
	for f := range reflect.TypeFor[commands]().Fields() {
		name := strings.ToLower(f.Name)
		if f.Anonymous || name == "window" { // what every command takes, and what comes without a command
			continue
		}
		if !strings.Contains(readme, "`casebook "+name+" ") && !strings.Contains(readme, "`casebook "+name+"`") {
			t.Errorf("README does not name the command %q", name)
		}
	}
}
