package app

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"casebook/app/command"
	"casebook/app/command/demotest"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/app/signin"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/data/register/desk"
	"casebook/reports/paper"
)

// opened is the whole program on a demonstration office, in a window without a
// screen.
func opened(t *testing.T, role casework.Role, mode look.Mode) (*program, *register.Register, casework.Officer) {
	t.Helper()
	return openedAt(t, t.TempDir(), demotest.Register(t), role, mode)
}

// openedAt opens the program on a desk's folder and a register that were there
// before.
func openedAt(t *testing.T, dir, path string, role casework.Role, mode look.Mode) (*program, *register.Register, casework.Officer) {
	t.Helper()
	d, err := desk.Open(filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	spool, err := paper.SpoolDir(dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 11, 13, 10, 42, 0, 0, calendar.London()) }
	toolkit := test.NewTempApp(t)
	session := &command.Session{World: command.World{Now: now, User: demotest.User}, Context: context.Background(), Register: path, Today: demotest.Friday, Fixed: true}
	p := &program{ctx: context.Background(), session: session, app: toolkit, theme: look.NewTheme(), tasks: task.Inline(), desk: d, spool: spool}
	p.theme.Set(toolkit, mode, 1)
	p.window = test.NewTempWindow(t, look.Stack())
	p.window.Resize(shelltest.Size)
	reg, err := register.Open(context.Background(), path, p.options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { keys.Detach(p.window.Canvas()); _ = reg.Close(); _ = d.Close() })
	by := officer(t, reg, role)
	if err := p.enter(signin.In{Register: reg, Address: path, Officer: by}); err != nil {
		t.Fatal(err)
	}
	p.window.Resize(shelltest.Size)
	return p, reg, by
}

func officer(t *testing.T, reg *register.Register, role casework.Role) casework.Officer {
	t.Helper()
	manager, err := reg.SignIn(context.Background(), demotest.User, "")
	if err != nil {
		t.Fatal(err)
	}
	all, err := reg.Officers(context.Background(), manager)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		if o.Role == role {
			return o
		}
	}
	t.Fatalf("nobody is %s", role)
	return casework.Officer{}
}

func (p *program) picture(t *testing.T, name string) {
	t.Helper()
	shelltest.Picture(t, p.window.Canvas(), name)
}

func (p *program) title() string { return p.window.Title() }

func TestEveryScreenOpensByKey(t *testing.T) {
	for name, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		p, _, _ := opened(t, casework.Manager, mode)
		c := p.window.Canvas()
		p.picture(t, "all-today-"+name)
		for _, step := range []struct{ chord, title string }{
			{"Ctrl+2", "New contact"}, {"Ctrl+7", "Settings"}, {"Ctrl+3", "Cases"}, {"Ctrl+6", "Board report"}, {"Ctrl+1", "Today"},
		} {
			keys.Press(c, keys.Chord(step.chord))
			p.picture(t, "all-"+strings.ToLower(strings.ReplaceAll(step.title, " ", "-"))+"-"+name)
			if !strings.HasPrefix(p.title(), step.title) {
				t.Errorf("%s shows %q, want %s", step.chord, p.title(), step.title)
			}
		}
		keys.Press(c, "F1")
		p.picture(t, "all-help-"+name)
		if len(c.Overlays().List()) != 1 {
			t.Error("F1 opens no help")
		}
		keys.Press(c, "Esc")
	}
}

func TestFromTodayToTheCaseItsLetterAndBack(t *testing.T) {
	p, reg, by := opened(t, casework.Manager, look.Light)
	c := p.window.Canvas()
	page, err := reg.Cases(context.Background(), by, register.View{Open: true, Stage: 1}, register.Cursor{}, 1)
	if err != nil || len(page.Rows) == 0 {
		t.Fatal(err)
	}
	keys.Press(c, "Ctrl+3")
	keys.Type(c, string(page.Rows[0].Reference)) // a list finds what is typed
	keys.Press(c, "Enter")
	if !strings.HasPrefix(p.title(), string(page.Rows[0].Reference)) {
		t.Fatalf("Enter on %s shows %q", page.Rows[0].Reference, p.title())
	}
	p.picture(t, "all-case-light")
	reference := p.title()
	keys.Press(c, "Alt+L")
	if !strings.Contains(p.title(), "letter") {
		t.Fatalf("Alt+L shows %q", p.title())
	}
	p.picture(t, "all-letter-light")
	keys.Press(c, "Esc")
	if p.title() != reference {
		t.Errorf("Esc leads from the letter to %q, not back to %q", p.title(), reference)
	}
	keys.Press(c, "Esc")
	if !strings.HasPrefix(p.title(), "Cases") {
		t.Errorf("Esc leads from the case to %q", p.title())
	}
}

func TestTheSearchOfTheTopBarOpensACase(t *testing.T) {
	p, reg, by := opened(t, casework.Manager, look.Light)
	page, err := reg.Cases(context.Background(), by, register.View{Kind: casework.Complaint}, register.Cursor{}, 1)
	if err != nil || len(page.Rows) == 0 {
		t.Fatal(err)
	}
	want := page.Rows[0]
	c := p.window.Canvas()
	keys.Press(c, "Ctrl+F")
	keys.Type(c, string(want.Reference))
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if !strings.HasPrefix(p.title(), string(want.Reference)) {
		t.Errorf("searching for %s opened %q", want.Reference, p.title())
	}
}

func TestEachRoleHasItsScreensAndNoOthers(t *testing.T) {
	for role, want := range map[casework.Role]string{
		casework.FrontDesk:    "today new cases help",
		casework.Investigator: "today new cases board help",
		casework.Manager:      "today new cases board settings help",
		casework.BoardReader:  "board help",
	} {
		if got := strings.Join(screensFor(casework.Officer{Role: role}), " "); got != want {
			t.Errorf("%s has %s, want %s (ruling 29)", role, got, want)
		}
	}
	p, _, _ := opened(t, casework.BoardReader, look.Light)
	if !strings.HasPrefix(p.title(), "Board report") {
		t.Errorf("a board reader begins with %q", p.title())
	}
	keys.Press(p.window.Canvas(), "Ctrl+3")
	if !strings.HasPrefix(p.title(), "Board report") {
		t.Errorf("a board reader comes to %q", p.title())
	}
}

func TestADisplayHasToAnswer(t *testing.T) {
	for _, env := range []map[string]string{
		{}, {"DISPLAY": ":4095"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": t.TempDir()},
	} {
		if HasDisplay(func(name string) string { return env[name] }) {
			t.Errorf("%v has a display", env)
		}
	}
}

func TestAnotherOfficerSitsDown(t *testing.T) {
	p, _, _ := opened(t, casework.FrontDesk, look.Light)
	if err := p.start(); err != nil { // the gate, as at the start of the program
		t.Fatal(err)
	}
	if !strings.HasPrefix(p.title(), "Today") {
		t.Fatalf("the computer's user comes in to %q", p.title())
	}
	c := p.window.Canvas()
	keys.Press(c, "Ctrl+K")
	keys.Type(c, "switch")
	keys.Press(c, "Enter")
	if p.title() != "Casebook" {
		t.Fatalf("switching shows %q", p.title())
	}
	p.picture(t, "all-switch-light")
}
