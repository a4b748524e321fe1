package cases

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// sheetText is all that the dialog says.
func (s *screen) sheetText() string {
	top := s.canvas.Overlays().Top()
	if top == nil {
		return ""
	}
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *container.Scroll:
			walk(o.Content)
		case *look.Sentence:
			all = append(all, o.Text())
		case *look.Txt:
			all = append(all, o.Text)
		case *look.Button:
			all = append(all, "["+o.Words()+"]")
		}
	}
	walk(top)
	return strings.Join(all, "\n")
}

func TestSelectedCasesAreAssignedByKeysAloneWithAPreviewThatNamesTheRefusal(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.helen, nil)
	s.press("Space", "End", "Up", "Up", "Space") // Nasreen, Hannah
	if s.note != "2 selected" {
		t.Fatalf("the status bar says %q at %s", s.note, s.at())
	}
	s.press("Alt+A")
	if got := s.sheetText(); !strings.Contains(got, "Assign 2 cases") || !strings.Contains(got, "[Choose an officer]") {
		t.Fatalf("the dialog says\n%s", got)
	}
	s.write("s") // the first name that begins so is Sam's
	got := s.sheetText()
	for _, want := range []string{"From nobody to S. Pryce", "Stays with R. Castell.", "Code 6.13", "[Give 1 case to S. Pryce]"} {
		if !strings.Contains(got, want) {
			t.Errorf("the preview does not say %q:\n%s", want, got)
		}
	}
	s.press("Ctrl+Enter")
	s.hand.Pass(newsPause)
	s.settle()
	if s.sheetText() != "" || o.handlerOf(all["Hannah Voss"]) != o.sam.ID || o.handlerOf(all["Nasreen Akhtar"]) != o.ros.ID {
		t.Fatalf("the dialog still says %q, or the cases went astray", s.sheetText())
	}
	want := "S. Pryce now has " + string(all["Hannah Voss"].Reference) + ". Not given: " + string(all["Nasreen Akhtar"].Reference) + "."
	if len(s.said) != 1 || s.said[0] != want || s.undo != nil {
		t.Errorf("it says %q", s.said)
	}
	if s.note != "" || !s.table.Focused() {
		t.Errorf("the status bar says %q, the list has the cursor: %v", s.note, s.table.Focused())
	}
	if r := s.model.Rows()[s.model.Place(all["Hannah Voss"].ID)]; r.Handler != o.sam.ID {
		t.Error("the list still shows who had it before")
	}
}

func TestWithoutASelectionTheCaseAtTheCursorIsAssignedAndUndone(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.helen, nil)
	s.write("oliver")
	s.press("Alt+A")
	if !strings.Contains(s.sheetText(), "Assign "+string(all["Oliver Finch"].Reference)) {
		t.Fatalf("the dialog says\n%s", s.sheetText())
	}
	s.write("d")
	s.press("Ctrl+Enter")
	if o.handlerOf(all["Oliver Finch"]) != o.dan.ID || s.undo == nil {
		t.Fatal("Oliver's case is not Dan's, or cannot be given back")
	}
	s.undo()
	s.settle()
	if o.handlerOf(all["Oliver Finch"]) != o.priya.ID {
		t.Error("the case did not go back")
	}
}

func TestEscInTheDialogAssignsNothing(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	s := show(t, o, o.helen, Unassigned)
	s.press("Alt+A")
	s.write("s")
	s.press("Esc")
	if s.sheetText() != "" || o.handlerOf(all["Hannah Voss"]) != 0 || len(s.said) != 0 {
		t.Errorf("the dialog says %q, said %v", s.sheetText(), s.said)
	}
	if !s.table.Focused() {
		t.Error("the list has lost the cursor")
	}
}

func TestAtTheCounterAssignIsShutWithTheReasonAndItsKeyDoesNothing(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.priya, Unassigned)
	if !s.assign.IsShut() || s.assign.Words() == "Assign" {
		t.Errorf("the button says %q", s.assign.Words())
	}
	s.press("Alt+A")
	if s.sheetText() != "" {
		t.Error("the dialog opens all the same")
	}
}
