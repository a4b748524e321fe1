package app

import (
	"context"
	"strings"
	"testing"

	"casebook/app/command/demotest"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

func TestARequestOpensTheComplaintThatComesFromIt(t *testing.T) {
	p, reg, by := opened(t, casework.FrontDesk, look.Light)
	made, err := reg.Record(context.Background(), by, casework.Record{
		Draft: "request", Office: by.Office, Received: demotest.Friday, Channel: casework.Counter, Answer: casework.ServiceOnly,
		Resident: casework.Person{Name: "Zoë Žižek-Müller"}, Story: "The lamp on the second landing is out.",
	})
	if err != nil {
		t.Fatal(err)
	}
	c := p.window.Canvas()
	keys.Press(c, "Ctrl+F")
	keys.Type(c, string(made.Case.Reference))
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if !strings.HasPrefix(p.title(), string(made.Case.Reference)) {
		t.Fatalf("the request is not opened: %q", p.title())
	}
	keys.Press(c, "Alt+B")
	if !strings.HasPrefix(p.title(), "New contact") {
		t.Fatalf("its complaint begins at %q", p.title())
	}
	p.picture(t, "all-complaint-from-request")
	keys.Type(c, "There is still no light.")
	if err := p.keepAll(); err != nil {
		t.Fatal(err)
	}
	drafts, err := p.desk.Drafts()
	if err != nil || len(drafts) != 1 || drafts[0].Title != "ZM" {
		t.Fatalf("the desk has %v: %v", drafts, err)
	}
	for _, words := range []string{"still no light", string(made.Case.Reference), "came from", "second landing"} {
		if !strings.Contains(string(drafts[0].Body), words) {
			t.Errorf("the draft does not hold %q", words)
		}
	}
	keys.Press(c, "Esc")
	if !strings.HasPrefix(p.title(), string(made.Case.Reference)) {
		t.Errorf("Esc leads to %q, not back to the request", p.title())
	}
}
