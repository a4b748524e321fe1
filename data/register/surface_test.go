package register

import (
	"reflect"
	"testing"

	"casebook/data/casework"
)

// withoutOfficer are the verbs that take no officer, each with its reason.
// What is not here and takes none fails the test below.
var withoutOfficer = map[string]string{
	"SignIn":      "it is how one becomes an officer",
	"SignInNames": "names to pick oneself from, before anybody is an officer",
	"Policies":    "the landlord's published pages, the same for everybody",
	"Holidays":    "published days, the same for everybody",
	"Seal":        "one digest, from which nothing can be read",
	"Check":       "a program's care for the file; it gives counts and references, no names",
	"Backup":      "a program's care for the file; who may start it is the caller's to ask",
	"Close":       "it shows nothing",
}

func TestEveryVerbTakesTheOfficerWhoAsks(t *testing.T) {
	register, officer := reflect.TypeFor[*Register](), reflect.TypeFor[casework.Officer]()
	seen := map[string]bool{}
	for i := range register.NumMethod() {
		verb := register.Method(i)
		seen[verb.Name] = true
		takes := false
		for p := range verb.Type.NumIn() {
			takes = takes || verb.Type.In(p) == officer
		}
		_, excused := withoutOfficer[verb.Name]
		switch {
		case !takes && !excused:
			t.Errorf("%s takes no officer: what an officer may not see must be absent from every read and count", verb.Name)
		case takes && excused:
			t.Errorf("%s takes an officer and needs no excuse", verb.Name)
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d verbs were found; the test looks at the wrong type", len(seen))
	}
}
