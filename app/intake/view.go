package intake

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
)

// Frame is what the view asks of the window's frame.
type Frame interface {
	Toast(words string, undo func())
	ShowHints()
	Drawer(title string, content fyne.CanvasObject, layer *keys.Layer, first fyne.Focusable) *look.Sheet
}

// View is the New contact screen. There is one for the program, so that a
// draft is found as it was left.
type View struct {
	m      *Model
	frame  Frame
	object *fyne.Container
	asking *asking
	back   *readBack
	done   *recorded
	shown  Page
	layer  *keys.Layer
	stop   func() // stops the clock of the ages
}

// NewView lays the model out.
func NewView(m *Model, frame Frame) *View {
	v := &View{m: m, frame: frame}
	v.asking = newAsking(v)
	v.back = newReadBack(v)
	v.done = newRecorded(v)
	v.object = look.Stack(v.asking.object, v.back.object, v.done.object)
	v.layer = v.bind()
	v.show(Asking)
	m.Changed = v.refresh
	v.refresh()
	return v
}

// Page is the screen for the frame, each time an officer goes to it: a contact
// that was recorded makes room for the next one. With a Begin the next contact
// comes from a case.
func (v *View) Page(arg any) shell.Page {
	v.m.Another()
	v.m.Start()
	v.tick()
	if b, ok := arg.(Begin); ok {
		v.m.Begin(b, v.FocusFirst)
	}
	return v
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Title is part of shell.Titled.
func (v *View) Title() string { return "New contact" }

// Refresh is part of shell.Refresher.
func (v *View) Refresh() { v.m.Start() }

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Escape is part of shell.Backer: from the read-back page Esc goes back to the
// form, from there away, with the draft kept.
func (v *View) Escape() bool {
	v.m.Leave()
	return true
}

// CanLeave is part of shell.Leaver: the draft is kept, and the screen is left
// whether or not the disk takes it, since the draft stays in memory.
func (v *View) CanLeave() bool {
	v.m.Keep()
	return !v.m.Busy()
}

// FocusFirst is part of shell.FocusFirst.
func (v *View) FocusFirst() {
	switch v.m.Page() {
	case ReadBack:
		look.Focus(v.back.record)
	case Recorded:
		v.done.focus()
	default:
		v.asking.first()
	}
}

// Hints is part of shell.Hinted.
func (v *View) Hints() []shell.Hint {
	switch v.m.Page() {
	case ReadBack:
		return []shell.Hint{{Key: "Ctrl+S", Words: "Record"}, {Key: "Esc", Words: "Back to the form"}}
	case Recorded:
		return []shell.Hint{{Key: "Ctrl+N", Words: "Another"}, {Key: "Ctrl+P", Words: "Print again"}}
	}
	return []shell.Hint{
		{Key: "Ctrl+Down", Words: "Next part"}, {Key: "F6", Words: "Matches"},
		{Key: "F8", Words: "Park"}, {Key: "Esc", Words: "Leave, draft kept"},
		{Key: "Ctrl+Up", Words: "The part before"}, {Key: "F4", Words: "Why these dates"}, {Key: "F2", Words: "How it came, the day, who handles it"},
		{Key: "F3", Words: "What came in: a complaint, a petition, a claim, a fixed payment"},
		{Key: "Alt+G", Words: "Others complain too"}, {Key: "Alt+P", Words: "Add them to the group"},
		{Key: "Alt+A", Words: "Same matter: add to that case"}, {Key: "Alt+L", Words: "Link to that case"}, {Key: "Alt+X", Words: "Not the same"},
		{Key: "Ctrl+Del", Words: "Discard the draft"}, {Key: "Ctrl+P", Words: "Print a blank form"},
	}
}

// Commands is part of shell.Commander.
func (v *View) Commands() []shell.Command {
	if v.m.Page() != Asking {
		return nil
	}
	return []shell.Command{
		{Words: "Print a blank form", Key: "Ctrl+P", Do: v.print},
		{Words: "What came in: a petition, an insurance claim, a fixed payment", Key: "F3", Do: v.asking.toWhat},
		{Words: "Park this contact", Key: "F8", Do: v.park},
		{Words: "Others complain too", Key: "Alt+G", Do: v.asking.others.toggle},
		{Words: "Discard this draft", Key: "Ctrl+Del", Do: v.discard},
	}
}

// KeepAll keeps at once whatever is not kept yet, for when the window closes.
// The error says what could not be kept.
func (v *View) KeepAll() error { return v.m.Close() }

func (v *View) bind() *keys.Layer {
	l := keys.NewLayer().
		On("Ctrl+S", v.next).On("Ctrl+Enter", v.next).
		On("Ctrl+N", v.another).
		On("Ctrl+P", v.print).
		On("F8", v.park).
		On("F6", v.asking.toMatches).
		On("F2", v.asking.toCame).On("F3", v.asking.toWhat).
		On("Alt+G", v.asking.others.toggle).On("Alt+P", v.asking.others.add).
		On("Alt+A", v.onMatch(v.m.AddToMatch)).On("Alt+L", v.onMatch(v.m.LinkMatch)).On("Alt+X", v.onMatch(v.m.NotTheSame)).
		On("F4", v.why).
		On("Ctrl+Down", func() { v.asking.jump(1) }).
		On("Ctrl+Up", func() { v.asking.jump(-1) }).
		On("Ctrl+Del", v.discard)
	for n := 1; n <= 9; n++ {
		l.On(keys.Chord(fmt.Sprintf("Alt+%d", n)), func() {
			if v.m.Bring(n) {
				v.FocusFirst()
			}
		})
	}
	return l
}

// onMatch does something with the match under the list's cursor.
func (v *View) onMatch(do func(place int)) func() {
	return func() {
		if v.m.Page() == Asking {
			do(v.asking.side.list.Cursor())
		}
	}
}

// next is the one next act of each page.
func (v *View) next() {
	switch v.m.Page() {
	case Asking:
		if !v.m.ReadBack() {
			v.asking.showWrong()
		}
	case ReadBack:
		v.m.Record()
	case Recorded:
		v.m.Acknowledge()
	}
}

func (v *View) another() {
	v.m.Another()
	v.FocusFirst()
}

func (v *View) print() {
	switch v.m.Page() {
	case Recorded:
		v.m.PrintReceipt()
	case Asking:
		v.m.BlankForm(func(said string) { v.frame.Toast(said, nil) })
	}
}

func (v *View) park() {
	if v.m.Page() == ReadBack {
		v.m.Change()
	}
	if v.m.Park() {
		v.FocusFirst()
	}
}

func (v *View) discard() {
	if undo := v.m.Discard(); undo != nil {
		v.frame.Toast("Draft discarded", func() {
			undo()
			v.FocusFirst()
		})
		v.FocusFirst()
	}
}

// show puts one of the pages in front.
func (v *View) show(p Page) {
	v.shown = p
	for i, o := range v.object.Objects {
		o.(*fyne.Container).Hidden = Page(i) != p
	}
	v.object.Refresh()
}

// refresh shows what the model holds now.
func (v *View) refresh() {
	page := v.m.Page()
	switch page {
	case Asking:
		v.asking.refresh()
	case ReadBack:
		v.back.refresh()
	case Recorded:
		v.done.refresh()
	}
	if page != v.shown {
		v.show(page)
		v.frame.ShowHints()
		if page == Asking && len(v.m.Wrong()) > 0 {
			v.asking.showWrong() // the register knew better
		} else {
			v.FocusFirst()
		}
	}
}

// tick lets the ages of the drafts grow while the screen lives.
func (v *View) tick() {
	if v.stop == nil {
		v.again()
	}
}

func (v *View) again() {
	v.stop = v.m.deps.Tasks.After(time.Second, func() {
		v.asking.ages()
		v.again()
	})
}
