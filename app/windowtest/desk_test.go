//go:build windowtest

package windowtest

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	draft "casebook/data/register/desk"
)

// desk is an officer at a window, and what can be known of it from outside:
// its title, its picture, the desk's own file, the register and the printer.
type desk struct {
	t        *testing.T
	machine  machine
	office   *office
	data     string      // the folder of the desk's own file
	window   string      // the window's number
	bare     color.NRGBA // of the top bar with nothing before the window
	began    time.Time
	keys     int // pressed so far besides text
	letters  int // of text
	pictures int
	log      *bytes.Buffer
	process  *os.Process
	over     chan error
}

// opens starts the program on the office's register, and waits for its window.
func (o *office) opens() *desk {
	o.t.Helper()
	return o.opensOn(today)
}

// opensOn is opens on a day of its own.
func (o *office) opensOn(day calendar.Date) *desk {
	t := o.t
	t.Helper()
	d := &desk{t: t, machine: theMachine(t), office: o, data: filepath.Join(o.folder, "desk"), began: time.Now(), log: &bytes.Buffer{}, over: make(chan error, 1)}
	command := exec.Command(builtProgram(t), "--register", o.path, "--today", day.String())
	command.Env = d.machine.environment("XDG_DATA_HOME="+d.data, "XDG_CONFIG_HOME="+filepath.Join(o.folder, "config"), "LPDEST="+d.machine.queue)
	command.Stdout, command.Stderr = d.log, d.log
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	d.process = command.Process
	go func() { d.over <- command.Wait() }()
	t.Cleanup(func() {
		d.ends()
		if t.Failed() {
			t.Logf("the program wrote: %s", d.log)
		}
	})
	d.waits("the window is open", func() bool {
		out, err := d.machine.run("xdotool", "search", "--onlyvisible", "--name", "Casebook")
		d.window, _, _ = strings.Cut(strings.TrimSpace(out), "\n")
		return err == nil && d.window != ""
	})
	d.x("windowactivate", "--sync", d.window)
	d.sees("Today")
	d.rests()
	d.bare = d.bar()
	return d
}

// ends ends the program as the computer does when it shuts down. It may be asked
// to more than once.
func (d *desk) ends() {
	_ = d.process.Signal(os.Interrupt)
	var err error
	select {
	case err = <-d.over:
	case <-time.After(10 * time.Second):
		_ = d.process.Kill()
		err = <-d.over
	}
	d.over <- err
}

// bar is the colour of the top bar between the search and the date, which
// changes while a dialog or a drawer dims the window.
func (d *desk) bar() color.NRGBA {
	s, err := d.machine.look()
	if err != nil {
		d.t.Fatal(err)
	}
	var x, y, width, height int
	out, err := d.machine.run("xdotool", "getwindowgeometry", "--shell", d.window)
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := fmt.Sscanf(out, "WINDOW="+d.window+"\nX=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d", &x, &y, &width, &height); err != nil {
		d.t.Fatalf("%v: %s", err, out)
	}
	return s.at(x+width/2, y+28)
}

// closes waits until no dialog stands before the window.
func (d *desk) closes() {
	d.t.Helper()
	d.waits("the dialog is gone", func() bool { return d.bar() == d.bare })
}

// x sends something through xdotool.
func (d *desk) x(arguments ...string) {
	d.t.Helper()
	if out, err := d.machine.run("xdotool", arguments...); err != nil {
		d.t.Fatalf("xdotool %s: %v: %s", arguments[0], err, out)
	}
}

// signs are the names that X has for keys.
var signs = strings.NewReplacer("Ctrl+", "ctrl+", "Alt+", "alt+", "Shift+", "shift+", "Enter", "Return", "Esc", "Escape",
	"Space", "space", "Ins", "Insert", "Del", "Delete", "PageDown", "Next", "PageUp", "Prior")

// presses sends keys and counts each: a chord is one.
func (d *desk) presses(chords ...string) {
	d.t.Helper()
	for _, chord := range chords {
		name := signs.Replace(chord)
		if at := strings.LastIndex(name, "+"); at >= 0 && len(name) == at+2 {
			name = name[:at+1] + strings.ToLower(name[at+1:]) // Ctrl+S is s, without Shift
		}
		d.keys++
		d.x("key", "--delay", "20", name)
	}
}

// types sends text, which is not counted as keys.
func (d *desk) types(text string) {
	d.t.Helper()
	d.letters += len([]rune(text))
	d.x("type", "--delay", "8", "--", text)
}

// pastes puts text that the keyboard has no keys for into the field: one key.
func (d *desk) pastes(text string) {
	d.t.Helper()
	d.letters += len([]rune(text))
	clip := exec.Command("xclip", "-selection", "clipboard")
	clip.Env, clip.Stdin = d.machine.environment(), strings.NewReader(text)
	if err := clip.Run(); err != nil {
		d.t.Fatalf("xclip: %v", err)
	}
	d.presses("Ctrl+V")
}

// waits waits for a fact, and shows the screen when it does not come.
func (d *desk) waits(what string, fact func() bool) {
	d.t.Helper()
	err := until(what, func() bool {
		select {
		case err := <-d.over:
			d.over <- err
			d.t.Fatalf("the program ended while it was awaited that %s: %v\n%s", what, err, d.log)
		default:
		}
		return fact()
	})
	if err != nil {
		d.shows("failed")
		d.t.Fatalf("%v; the title is %q", err, d.title())
	}
}

// title is the window's.
func (d *desk) title() string {
	out, _ := d.machine.run("xdotool", "getwindowname", d.window)
	return strings.TrimSpace(out)
}

// sees waits for the window's title, which the frame sets for each screen.
func (d *desk) sees(title string) {
	d.t.Helper()
	d.waits(fmt.Sprintf("the title begins with %q", title), func() bool { return strings.HasPrefix(d.title(), title) })
}

// rests waits until the screen has stood still for a moment: nothing that was
// started is on its way to it.
func (d *desk) rests() {
	d.t.Helper()
	const moment = 600 * time.Millisecond
	last, since := d.machine.glance(), time.Now()
	d.waits("the screen stands still", func() bool {
		if now := d.machine.glance(); now != last {
			last, since = now, time.Now()
		}
		return time.Since(since) >= moment
	})
}

// photographs keeps the screen, once it has come to rest, for people to look
// at.
func (d *desk) photographs(name string) {
	d.t.Helper()
	if os.Getenv("CASEBOOK_PICTURES") != "" {
		d.rests()
		d.shows(name)
	}
}

// shows keeps the screen as it is now.
func (d *desk) shows(name string) {
	d.t.Helper()
	img, err := d.machine.photograph()
	if err != nil {
		d.t.Fatal(err)
	}
	d.saves(name, img)
}

// drafts are those in the desk's own file.
func (d *desk) drafts() []draft.Draft {
	kept, err := draft.Open(filepath.Join(d.data, "casebook", "desk.db"))
	if err != nil {
		return nil
	}
	defer kept.Close()
	all, err := kept.Drafts()
	if err != nil {
		return nil
	}
	return all
}

// keeps waits until a draft that has the words lies in the desk's own file:
// what was typed so far would outlast a power cut.
func (d *desk) keeps(words string) {
	d.t.Helper()
	d.waits(fmt.Sprintf("a draft with %q is kept", words), func() bool {
		for _, kept := range d.drafts() {
			if strings.Contains(string(kept.Body), words) {
				return true
			}
		}
		return false
	})
}

// counts prints how many keys something took, and starts counting again.
func (d *desk) counts(what string, most int) {
	d.t.Helper()
	d.t.Logf("%s: %d keys besides %d letters of text", what, d.keys, d.letters)
	if d.keys > most {
		d.t.Errorf("%s takes %d keys, and %d are the most it may take", what, d.keys, most)
	}
	d.keys, d.letters = 0, 0
}

// office is a demonstration office on the disk, with residents of our own.
type office struct {
	t      *testing.T
	folder string
	path   string
	reg    *register.Register
	me     casework.Officer
}

// today is the day that the program works on, a Friday.
var today = calendar.On(2026, time.November, 13)

// newOffice makes an office with the program's own commands.
func newOffice(t *testing.T, residents string) *office {
	t.Helper()
	return officeOf(t, residents, 60)
}

// officeOf is newOffice with so many cases of its own.
func officeOf(t *testing.T, residents string, cases int) *office {
	t.Helper()
	o := &office{t: t, folder: t.TempDir()}
	o.path = filepath.Join(o.folder, "office", "register.db")
	o.commands("demo", "--dir", filepath.Dir(o.path), "--cases", strconv.Itoa(cases))
	list := filepath.Join(o.folder, "homes.csv")
	if err := os.WriteFile(list, []byte(residents), 0o600); err != nil {
		t.Fatal(err)
	}
	o.commands("import", "--kind", "homes", list)
	var err error
	options := register.Options{Now: time.Now, Today: func() calendar.Date { return today }}
	if o.reg, err = register.Open(context.Background(), o.path, options); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.reg.Close() })
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if o.me, err = o.reg.SignIn(context.Background(), me.Username, ""); err != nil {
		t.Fatal(err)
	}
	return o
}

// commands runs the program's own command line on the office.
func (o *office) commands(arguments ...string) string {
	o.t.Helper()
	command := exec.Command(builtProgram(o.t), append([]string{"--register", o.path, "--today", today.String()}, arguments...)...)
	out, err := command.CombinedOutput()
	if err != nil {
		o.t.Fatalf("casebook %s: %v: %s", strings.Join(arguments, " "), err, out)
	}
	return string(out)
}

// finds is the case of a resident that was received last; false while there is
// none.
func (o *office) finds(resident string) (casework.Case, bool) {
	o.t.Helper()
	page, err := o.reg.Cases(context.Background(), o.me, register.View{Sort: register.ByReceived}, register.Cursor{}, 50)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, row := range page.Rows {
		if row.Resident == resident {
			c, err := o.reg.Case(context.Background(), o.me, row.ID)
			if err != nil {
				o.t.Fatal(err)
			}
			return c, true
		}
	}
	return casework.Case{}, false
}
