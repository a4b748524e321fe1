package redress

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"casebook/app/drafts"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/redress"
	file "casebook/data/register/desk"
)

// onDisk is the desk's own file, in a folder of the test.
func onDisk(t *testing.T, path string) *file.Desk {
	t.Helper()
	f, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func (d *desk) sits(f drafts.Desk, by casework.Officer) {
	d.unkept = NewUnkept(f, task.Inline(), func() time.Time { return d.now }, "/office/register.db", by, func(error) {})
}

func draftsOn(t *testing.T, f drafts.Desk) []drafts.Draft {
	t.Helper()
	all, err := f.Drafts()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// typesACarpet begins a damaged item and types what a new one costs.
func typesACarpet(t *testing.T, d *desk, by casework.Officer) *View {
	t.Helper()
	v, c := d.shown(by, Open{Case: 9, Add: redress.Damaged}, look.Light)
	keys.Type(c, "420")
	return v
}

// The window is closed while a line is typed, and nothing is asked; the next day
// the line is open again as it was left, and it is in no ledger.
func TestWhatIsTypedComesBackAfterTheWindowWasClosed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	f := onDisk(t, path)
	d := maureen(t)
	d.sits(f, dan)
	typesACarpet(t, d, dan)
	if err := f.Close(); err != nil { // and the program with it
		t.Fatal(err)
	}
	d.goTo("2026-11-14")
	d.sits(onDisk(t, path), dan)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	if v.editor == nil || v.editor.draft.Said["replacement"] != "420" || len(d.c.Redress) != 0 {
		t.Fatalf("back is %+v", v.model.Draft())
	}
	pictured(t, c, v, "typed-before")
	v.editor.form.Focus("age")
	keys.Type(c, "3")
	press(c, "Tab", "Down", "Enter", "Tab")
	keys.Type(c, "g")
	press(c, "Ctrl+S")
	if len(d.c.Redress) != 1 || d.c.Redress[0].Sum != 29400 || len(draftsOn(t, d.unkept.desk)) != 0 {
		t.Errorf("kept is %+v, with %d drafts left", d.c.Redress, len(draftsOn(t, d.unkept.desk)))
	}
	if v, _ := d.shown(dan, Open{Case: 9}, look.Light); v.model.Typing() {
		t.Error("what is in the ledger is typed again")
	}
}

// A sum in the making comes back to nobody but the officer who typed it, in no
// other case and at no other register of this desk.
func TestWhatIsTypedIsItsOfficersOwn(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := maureen(t)
	d.sits(f, dan)
	typesACarpet(t, d, dan)
	for name, other := range map[string]func(){
		"another officer": func() { d.sits(f, helen) },
		"another register": func() {
			d.unkept = NewUnkept(f, task.Inline(), func() time.Time { return d.now }, "/practice/register.db", dan, func(error) {})
		},
		"another case under the same number": func() { d.sits(f, dan); d.c.Reference = "C-2026-0378-N" },
	} {
		was := d.c.Reference
		other()
		v, _ := d.shown(dan, Open{Case: 9}, look.Light)
		if v.model.Typing() || v.editor != nil {
			t.Errorf("%s is shown %+v", name, v.model.Draft())
		}
		d.c.Reference = was
	}
	d.sits(f, dan)
	d.c.ID = 10
	if v, _ := d.shown(dan, Open{Case: 10}, look.Light); v.model.Typing() {
		t.Error("another case has it too")
	}
	d.c.ID = 9
	if v, _ := d.shown(dan, Open{Case: 9}, look.Light); !v.model.Typing() {
		t.Error("it is gone for its officer")
	}
}

func TestWhatWouldItBeIsOnNoDisk(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := maureen(t)
	d.sits(f, dan)
	v, c := d.shown(dan, Open{Add: redress.Damaged}, look.Light)
	keys.Type(c, "420")
	v.CanLeave()
	v.Close()
	if err := d.unkept.KeepAll(); err != nil || len(draftsOn(t, f)) != 0 || v.model.unkept != nil {
		t.Errorf("kept are %+v, %v", draftsOn(t, f), err)
	}
}

// Words are days from when they are typed (ruling 5): yesterday of Friday 13
// November is the 12th on Monday too.
func TestYesterdayNeverMovesHoweverLongTheLineSleeps(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := maureen(t)
	d.sits(f, dan)
	v, c := d.shown(dan, Open{Case: 9, Add: redress.Spent}, look.Light)
	v.editor.form.Focus("on")
	keys.Type(c, "yesterday")
	d.goTo("2026-11-16")
	d.sits(f, dan)
	v, _ = d.shown(dan, Open{Case: 9}, look.Light)
	if got := v.model.Draft(); got == nil || got.Said["on"] != "12 November 2026" {
		t.Errorf("back is %+v", got)
	}
}

// The program ends between the case and the desk's file: the line is in the
// ledger once, and its draft is forgotten.
func TestALineKeptBeforeACrashIsNotTypedTwice(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := maureen(t)
	d.act(dan, casework.OfferRedress{Input: carpet}) // one like it was there before
	d.sits(f, dan)
	v, _ := d.shown(dan, Open{Case: 9}, look.Light)
	typed := DraftOf(d.c.Redress[0])
	typed.Line, typed.Said["also"] = 0, "Two carpets were lost."
	v.model.drafts[0] = &typed
	v.open(0)
	left := draftsOn(t, f)
	if len(left) != 1 {
		t.Fatalf("%d drafts are kept", len(left))
	}
	d.sits(f, dan)
	if v, _ := d.shown(dan, Open{Case: 9}, look.Light); !v.model.Typing() {
		t.Error("a second line like one of before is taken for it")
	}
	v.keep()
	if len(d.c.Redress) != 2 || len(draftsOn(t, f)) != 0 {
		t.Fatalf("the ledger has %+v", d.c.Redress)
	}
	if err := f.Keep(left[0]); err != nil { // the program stopped before the draft went
		t.Fatal(err)
	}
	d.sits(f, dan)
	if v, _ := d.shown(dan, Open{Case: 9}, look.Light); v.model.Typing() || len(v.model.Rows()) != 2 {
		t.Errorf("the screen has %+v", v.model.Rows())
	}
}

// What can not be kept as the case stands is not shown, and not lost.
func TestWhatCannotBeKeptSleepsOn(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := losses(t)
	d.sits(f, dan)
	v, c := d.shown(dan, Open{Case: 9, Line: 1}, look.Light)
	v.editor.form.Focus("replacement")
	keys.Type(c, "1")
	v, _ = d.shown(dan, Open{Case: 9, Line: 3}, look.Light)
	v.editor.form.Focus("impact")
	before := d.c
	d.c.Closed = d.today
	d.sits(f, dan)
	v, _ = d.shown(dan, Open{Case: 9}, look.Light)
	if v.model.Typing() || v.editor != nil {
		t.Error("a closed case shows a change of its ledger")
	}
	if v.CanLeave(); len(draftsOn(t, f)) != 1 {
		t.Error("what was typed is lost")
	}
	d.c = before
	d.sits(f, dan)
	if v, _ = d.shown(dan, Open{Case: 9}, look.Light); !v.model.Typing() {
		t.Error("the open case does not show it again")
	}
	d.act(dan, casework.DropRedress{Line: 1})
	d.sits(f, dan)
	if v, _ = d.shown(dan, Open{Case: 9}, look.Light); v.model.Typing() {
		t.Error("a line that is gone is changed")
	}
	if v.CanLeave(); len(draftsOn(t, f)) != 0 {
		t.Error("a change of a line that is gone is kept for ever")
	}
}

// full is a disk without room.
type full struct{ drafts.Desk }

func (full) Keep(drafts.Draft) error { return errors.New("the disk is full") }

func TestAFullDiskIsSaidAndTheTypingStays(t *testing.T) {
	d := maureen(t)
	var trouble error
	d.unkept = NewUnkept(full{onDisk(t, filepath.Join(t.TempDir(), "desk.db"))}, task.Inline(), func() time.Time { return d.now }, "here", dan, func(err error) { trouble = err })
	v := typesACarpet(t, d, dan)
	if trouble == nil || d.unkept.KeepAll() == nil || !v.CanLeave() {
		t.Errorf("the trouble is %v", trouble)
	}
	v.Close()
	if v, _ := d.shown(dan, Open{Case: 9}, look.Light); !v.model.Typing() {
		t.Error("what was typed is gone with the screen")
	}
}

// The window closes between two keys: what has not rested yet is kept too.
func TestWhatHasNotRestedIsKeptWhenTheWindowCloses(t *testing.T) {
	f := onDisk(t, filepath.Join(t.TempDir(), "desk.db"))
	d := maureen(t)
	hand := task.ByHand()
	d.unkept = NewUnkept(f, hand.Runner, func() time.Time { return d.now }, "here", dan, func(error) {})
	typesACarpet(t, d, dan)
	if err := d.unkept.KeepAll(); err != nil || len(draftsOn(t, f)) != 1 {
		t.Errorf("%d drafts are kept, %v", len(draftsOn(t, f)), err)
	}
}

// Two screens of one case in the history of the window: the older one shows what
// was typed in the newer when the officer comes back to it.
func TestAnOlderScreenOfTheCaseTakesUpWhatWasTypedSince(t *testing.T) {
	d := maureen(t)
	d.sits(onDisk(t, filepath.Join(t.TempDir(), "desk.db")), dan)
	older := typesACarpet(t, d, dan)
	newer, c := d.shown(dan, Open{Case: 9}, look.Light)
	keys.Type(c, "9")
	if newer.CanLeave(); newer.model.Draft().Said["replacement"] != "4209" {
		t.Fatalf("typed is %+v", newer.model.Draft())
	}
	newer.Close()
	older.Refresh()
	if got := older.model.Draft(); got == nil || got.Said["replacement"] != "4209" {
		t.Errorf("the older screen shows %+v", got)
	}
}
