package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"casebook/app/command/demotest"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/register"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestTheMoneyOfACaseIsReachedFromItsFile(t *testing.T) {
	p, reg, by := opened(t, casework.Manager, look.Light)
	c := p.window.Canvas()
	page, err := reg.Cases(context.Background(), by, register.View{Open: true, Stage: 1}, register.Cursor{}, 1)
	if err != nil || len(page.Rows) == 0 {
		t.Fatal(err)
	}
	keys.Press(c, "Ctrl+3")
	keys.Type(c, string(page.Rows[0].Reference))
	keys.Press(c, "Enter")
	file := p.title()
	keys.Press(c, "Alt+R")
	if !strings.HasPrefix(p.title(), "Redress "+string(page.Rows[0].Reference)) {
		t.Fatalf("Alt+R shows %q", p.title())
	}
	p.picture(t, "all-redress-light")
	keys.Press(c, "Esc")
	if p.title() != file {
		t.Errorf("Esc leads to %q, not back to %q", p.title(), file)
	}
}

// openCase opens the file of the first open case without money that is at stage
// 1, and says which it is.
func openCase(t *testing.T, p *program, reg *register.Register, by casework.Officer) casework.Case {
	t.Helper()
	page, err := reg.Cases(context.Background(), by, register.View{Open: true, Stage: 1}, register.Cursor{}, 50)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Rows {
		one, err := reg.Case(context.Background(), by, row.ID)
		if err != nil {
			t.Fatal(err)
		}
		if s := one.Current(); s != nil && s.Number == 1 && s.Responded.IsZero() && len(one.Redress) == 0 && one.PolicyName() == "current" {
			p.presses("Ctrl+F")
			keys.Type(p.window.Canvas(), string(one.Reference))
			p.presses("Down", "Enter")
			return one
		}
	}
	t.Fatal("no open case without money")
	return casework.Case{}
}

func (p *program) presses(chords ...keys.Chord) {
	for _, k := range chords {
		keys.Press(p.window.Canvas(), k)
	}
}

// The window is closed over a line that is typed, and opened again on the same
// desk and register: the line is open as it was left, for its officer alone.
func TestALineBeingTypedOutlivesTheWindow(t *testing.T) {
	dir, path := t.TempDir(), demotest.Register(t)
	p, reg, by := openedAt(t, dir, path, casework.Manager, look.Light)
	c := openCase(t, p, reg, by)
	p.presses("Alt+R", "Ins", "Enter")
	keys.Type(p.window.Canvas(), "420")
	restart := func(role casework.Role) {
		t.Helper()
		if err := p.keepAll(); err != nil { // as the window does when it closes
			t.Fatal(err)
		}
		_ = p.desk.Close()
		_ = reg.Close()
		keys.Detach(p.window.Canvas())
		p, reg, by = openedAt(t, dir, path, role, look.Light)
		if again := openCase(t, p, reg, by); again.ID != c.ID {
			t.Fatalf("%s is opened, not %s", again.Reference, c.Reference)
		}
		p.presses("Alt+R")
	}
	restart(casework.Investigator)
	p.presses("Ctrl+S") // what nobody typed is not there to be kept
	if now, err := reg.Case(context.Background(), by, c.ID); err != nil || len(now.Redress) != 0 || len(p.window.Canvas().Overlays().List()) != 0 {
		t.Fatalf("another officer keeps %+v, %v", now.Redress, err)
	}
	restart(casework.Manager)
	p.picture(t, "all-redress-typed-before")
	p.presses("Tab")
	keys.Type(p.window.Canvas(), "3")
	p.presses("Tab", "Down", "Enter", "Tab")
	keys.Type(p.window.Canvas(), "g")
	p.presses("Ctrl+S")
	if kept, err := reg.Case(context.Background(), by, c.ID); err != nil || len(kept.Redress) != 1 || kept.Redress[0].Sum != 29400 {
		t.Fatalf("kept is %+v, %v", kept.Redress, err)
	}
	if left, err := p.desk.Drafts(); err != nil || len(left) != 0 {
		t.Errorf("the desk still has %d drafts, %v", len(left), err)
	}
}

// A carpet of £420.00, 3 of 10 years old, good: £294.00, in the register and out
// again.
func TestALineIsKeptInTheRegisterAndTakenBack(t *testing.T) {
	p, reg, by := opened(t, casework.Manager, look.Light)
	c := p.window.Canvas()
	id := openCase(t, p, reg, by).ID
	keys.Press(c, "Alt+R")
	keys.Press(c, "Ins")
	keys.Press(c, "Enter")
	keys.Type(c, "420")
	keys.Press(c, "Tab")
	keys.Type(c, "3")
	for _, k := range []keys.Chord{"Tab", "Down", "Enter", "Tab"} {
		keys.Press(c, k)
	}
	keys.Type(c, "g")
	keys.Press(c, "Ctrl+S")
	kept, err := reg.Case(context.Background(), by, id)
	if err != nil || len(kept.Redress) != 1 || kept.Redress[0].Sum != 29400 {
		t.Fatalf("kept %+v, %v", kept.Redress, err)
	}
	keys.Press(c, "Ctrl+Z")
	if back, err := reg.Case(context.Background(), by, id); err != nil || len(back.Redress) != 0 {
		t.Errorf("Undo leaves %+v, %v", back.Redress, err)
	}
}

func TestWhatWouldItBeIsReachedByEveryRole(t *testing.T) {
	for _, role := range casework.Roles() {
		p, _, _ := opened(t, role, look.Light)
		c := p.window.Canvas()
		before := p.title()
		keys.Press(c, "Ctrl+R")
		byKey := strings.HasPrefix(p.title(), "What would it be?")
		if want := role != casework.FrontDesk; byKey != want {
			t.Errorf("%s: Ctrl+R shows %q", role, p.title())
		}
		if byKey {
			keys.Press(c, "Esc")
		}
		if p.title() != before {
			t.Errorf("%s: Esc leads to %q", role, p.title())
		}
		keys.Press(c, "Ctrl+K")
		keys.Type(c, "what would it be")
		keys.Press(c, "Enter")
		if !strings.HasPrefix(p.title(), "What would it be?") {
			t.Errorf("%s: the list of commands leads to %q", role, p.title())
		}
		keys.Press(c, "Esc")
		keys.Press(c, "F1")
		p.picture(t, "all-help-"+string(role))
		keys.Press(c, "Tab")
		keys.Press(c, "Space") // the first button of Help
		if !strings.HasPrefix(p.title(), "What would it be?") || len(c.Overlays().List()) != 0 {
			t.Errorf("%s: Help leads to %q", role, p.title())
		}
	}
}

// What the register answers is asked as the officer, and the front desk is shown
// nothing of what was given before (ruling 29).
func TestTheFrontDeskIsNotShownWhatWasGivenBefore(t *testing.T) {
	for role, may := range map[casework.Role]bool{casework.FrontDesk: false, casework.Investigator: true, casework.Manager: true} {
		o := &office{by: casework.Officer{Role: role}}
		if got := casework.MayDo(o.by, casework.SeeFigures) == nil; got != may {
			t.Errorf("%s sees figures: %v", role, got)
		}
		if role == casework.FrontDesk && o.others() != nil {
			t.Error("a front desk compares sums")
		}
	}
}

// The status bar does not say that all is saved while the desk's own file takes
// nothing.
func TestTheStatusBarSaysWhatIsNotKept(t *testing.T) {
	p, _, _ := opened(t, casework.Manager, look.Light)
	saved := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(p.window.Content()), func(o fyne.CanvasObject) bool {
			words, ok := o.(*canvas.Text)
			return ok && words.Visible() && words.Text == "All work saved"
		})
	}
	if !saved() {
		t.Fatal("nothing is typed, and it is not saved")
	}
	_ = p.desk.Close()
	p.presses("Ctrl+N")
	keys.Type(p.window.Canvas(), "Nasreen")
	if saved() {
		t.Error("what is typed cannot be kept, and all work is said to be saved")
	}
}
