package policy

import (
	"strings"
	"testing"
)

func TestWhoDealsWithWhatIsNotOursIsKnownByAnyName(t *testing.T) {
	for _, name := range []string{"current", "earlier"} {
		p := named(t, name)
		for to, found := range map[string]bool{
			"the council's Corporate Complaints Officer": true, "Derby City COUNCIL": true, "Corporate complaints": true,
			"the water company": false, "": false,
		} {
			e, ok := p.Elsewhere(to)
			if ok != found || ok && !strings.HasSuffix(strings.Join(e.Address, ", "), "DE1 2FS") {
				t.Errorf("%s policy, %q: %v %q", name, to, ok, e.Address)
			}
		}
	}
}

func TestNobodyIsNamedWhoCannotBeRecognisedOrReached(t *testing.T) {
	good := Elsewhere{ID: "council", Name: "the council", Known: []string{"council"}, Address: []string{"Council House"}}
	for says, change := range map[string]func(*Elsewhere){
		"":                        func(*Elsewhere) {},
		"a telephone number or":   func(e *Elsewhere) { e.Address = nil },
		"words it is known by":    func(e *Elsewhere) { e.Known = nil },
		"needs a name":            func(e *Elsewhere) { e.Name = "" },
		"is not in small letters": func(e *Elsewhere) { e.Known = []string{"Council"} },
	} {
		e := good
		change(&e)
		err := (&Policy{Others: []Elsewhere{e}}).validOthers()
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}
