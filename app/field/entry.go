package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
	"casebook/app/look"
)

// entry is the stock Entry with the program's manners: Tab leaves it, keys it
// does not edit with go to the router, Enter in one line goes on, and setting
// its text is not news.
type entry struct {
	widget.Entry
	box     *box
	row     *Row
	quiet   bool
	changed func(string)
	// first is asked before anything else, by fields with a list of suggestions.
	first func(fyne.KeyName) bool
	// left is told when the field loses the focus.
	left func()
}

func newEntry(rows int) *entry {
	e := &entry{}
	e.MultiLine = rows > 1
	if e.MultiLine {
		e.Wrapping = fyne.TextWrapWord
	}
	e.OnChanged = func(s string) {
		if !e.quiet && e.changed != nil {
			e.changed(s)
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer leaves out the frame and the ground that the stock Entry
// draws: the box draws its own, and a theme that hides them hides the cursor.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	return &frameless{e.Entry.CreateRenderer()}
}

type frameless struct{ fyne.WidgetRenderer }

// Objects is all but the rectangles, asked each time because the stock
// renderer changes its list.
func (f *frameless) Objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, o := range f.WidgetRenderer.Objects() {
		if _, frame := o.(*canvas.Rectangle); !frame {
			objs = append(objs, o)
		}
	}
	return objs
}

// put sets the text without telling anyone.
func (e *entry) put(text string) {
	if e.Text == text {
		return
	}
	e.quiet = true
	e.SetText(text)
	e.quiet = false
	if !e.MultiLine {
		e.CursorColumn = len([]rune(text))
		e.Refresh()
	}
}

// AccessibilityLabel is the field's label, what it holds, and its message.
func (e *entry) AccessibilityLabel() string {
	held := e.Text
	if e.Password {
		held = "hidden"
	}
	return strings.Join([]string{e.row.Label(), held, e.row.Message()}, ", ")
}

// AccessibilityRole is part of fyne.Accessible.
func (*entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AcceptsTab lets Tab and Shift+Tab leave, from several lines too.
func (e *entry) AcceptsTab() bool { return false }

// FocusGained shows the ring and scrolls the field into sight.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.box.set(e.box.bad, true)
	look.Reveal(e.box)
}

// FocusLost takes the ring away; nothing is checked here.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.box.set(e.box.bad, false)
	if e.left != nil {
		e.left()
	}
}

// TypedKey offers to the router every key that does not edit.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.first != nil && e.first(ev.Name) {
		return
	}
	if e.Disabled() || !e.edits(ev.Name) {
		if keys.Key(e, ev) {
			return
		}
	}
	if !e.MultiLine && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) {
		e.row.entered()
		return
	}
	e.Entry.TypedKey(ev)
}

func (e *entry) edits(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		return true
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		return e.MultiLine
	}
	return false
}

// TypedShortcut keeps undo, copy, cut, paste and select all for the text and
// offers every other shortcut to the router first.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutCopy, *fyne.ShortcutCut,
		*fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
	default:
		if keys.Shortcut(e, s) {
			return
		}
	}
	e.Entry.TypedShortcut(s)
}
