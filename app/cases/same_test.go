package cases

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/casework"
)

// listed loads two records of one person and records a case for the second.
func (o *office) listed() casework.Case {
	o.t.Helper()
	row := func(reference, name string) casework.HousingRow {
		return casework.HousingRow{Person: reference, Given: casework.Person{Name: name},
			Home: casework.Home{Reference: "H1", Lines: []string{"1 Elm Street"}, Postcode: "DE24 7QH"}}
	}
	if _, err := o.LoadHousing(background, o.helen, []casework.HousingRow{row("P1", "Anna Leigh"), row("P2", "Anne Lee")}, nil); err != nil {
		o.t.Fatal(err)
	}
	found, err := o.Residents(background, o.helen, "Anne Lee", 5)
	if err != nil || len(found) != 1 {
		o.t.Fatalf("%v, %v", found, err)
	}
	act := contact("Anne Lee", "Gutter hangs down", "1 Elm Street", "2026-11-12", o.dan)
	act.ResidentID = found[0].Resident.ID
	return o.record(act)[0]
}

func (o *office) holder(c casework.Case) int64 {
	o.t.Helper()
	now, err := o.Case(background, o.helen, c.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return now.ResidentID
}

func TestTwoRecordsOfOnePersonAreJoinedAndPartedByKeys(t *testing.T) {
	o := newOffice(t)
	c := o.listed()
	before := o.holder(c)
	s := show(t, o, o.ros, nil)
	s.press("Alt+J")
	s.write("Anna")
	s.press("Down", "Enter", "Tab")
	s.write("Anne")
	s.press("Down", "Enter")
	if words := s.dialogWords(); !strings.Contains(words, "1 case of those you may see would stand under Anna Leigh.") || !strings.Contains(words, string(c.Reference)) {
		t.Fatalf("it says\n%s", words)
	}
	s.press("Ctrl+Enter") // no reason yet
	if o.holder(c) != before || !strings.Contains(s.dialogWords(), "Write how you know") {
		t.Errorf("without a reason it says\n%s", s.dialogWords())
	}
	s.same.why.Focus()
	s.write("She told us")
	s.press("Ctrl+Enter")
	if o.holder(c) == before {
		t.Fatal("the case did not move")
	}
	s.press("Alt+J")
	s.write("Anna")
	s.press("Down", "Enter")
	if words := s.dialogWords(); !strings.Contains(words, "Joined to it: Anne Lee") {
		t.Fatalf("it says\n%s", words)
	}
	s.focus(func(f fyne.Focusable) bool { l, ok := f.(*look.Link); return ok && strings.HasPrefix(l.Words, "Part") })
	s.press("Enter")
	if words := s.dialogWords(); !strings.Contains(words, "1 case of those you may see goes back to Anne Lee.") {
		t.Errorf("it says\n%s", words)
	}
	s.write("They are sisters")
	s.press("Ctrl+Enter")
	if o.holder(c) != before {
		t.Error("the case did not go back")
	}
}

func TestTheFrontDeskJoinsNobody(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.priya, nil)
	s.press("Alt+J")
	if s.same != nil {
		t.Error("the front desk may join records")
	}
	for _, c := range s.Commands() {
		if c.Key == "Alt+J" {
			t.Error("it is offered to the front desk")
		}
	}
}

// dialogWords is what the dialog of two records says.
func (s *screen) dialogWords() string {
	var b strings.Builder
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			if o.Visible() {
				for _, child := range o.Objects {
					walk(child)
				}
			}
		case *look.Sentence:
			b.WriteString(o.Text() + "\n")
		case *look.Link:
			b.WriteString(o.Words + "\n")
		}
	}
	walk(s.same.preview)
	walk(s.same.form.Summary())
	return b.String()
}
