package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
)

// List shows rows, however many, and draws only those in sight. It is one
// stop for Tab with a cursor of its own: arrows, PgUp, PgDn, Home and End move
// it, letters find a row, Space selects, Enter opens, a click moves it and a
// double click opens. Every other key goes to the router.
type List struct {
	widget.List
	count   func() int
	fill    func(place int, row fyne.CanvasObject)
	height  float32
	cursor  int
	focused bool
	typed   string

	// Words is what a row begins with, for finding it by typing; nil means that
	// letters find nothing.
	Words func(place int) string
	// Open is called with Enter or a double click.
	Open func(place int)
	// Select is called with Space.
	Select func(place int)
	// Moved is called when the cursor comes to another row.
	Moved func(place int)
	// Chosen reports which rows are drawn as selected; nil means none.
	Chosen func(place int) bool
	// Keys is asked before the router with a key that is none of the list's own:
	// Del, F2.
	Keys func(fyne.KeyName) bool
	// NearEnd is called when the cursor or a drawn row comes within a page of the
	// last one, to fetch the next page.
	NearEnd func()
}

// NewList shows count rows of the given height at 100 %: make makes an empty
// row once for each in sight, fill puts the row with a place into it.
func NewList(height float32, count func() int, make func() fyne.CanvasObject, fill func(place int, row fyne.CanvasObject)) *List {
	l := &List{count: count, fill: fill, height: height}
	l.Length = count
	l.HideSeparators = true
	l.CreateItem = func() fyne.CanvasObject { return newRow(height, make()) }
	l.UpdateItem = l.draw
	l.OnSelected = l.clicked
	l.ExtendBaseWidget(l)
	return l
}

// draw fills a row. The toolkit may ask for a place beyond the last while rows
// are going away.
func (l *List) draw(place int, o fyne.CanvasObject) {
	if place < 0 || place >= l.count() {
		return
	}
	r := o.(*row)
	r.tapTwice = func() {
		if l.Open != nil {
			l.Open(place)
		}
	}
	r.tap = func() { l.clicked(place) }
	chosen := l.Chosen != nil && l.Chosen(place)
	r.paint(chosen || (l.focused && place == l.cursor), l.focused && place == l.cursor)
	l.fill(place, r.inner)
	if l.NearEnd != nil && place >= l.count()-nearEnd {
		l.NearEnd()
	}
}

// nearEnd is how many rows before the last the next page is asked for.
const nearEnd = 25

// Cursor is the place of the cursor; it may be 0 with no rows at all.
func (l *List) Cursor() int { return l.cursor }

// GoTo moves the cursor, keeping it within the rows.
func (l *List) GoTo(place int) {
	place = max(0, min(place, l.count()-1))
	if place == l.cursor {
		l.RefreshItem(place)
		return
	}
	old := l.cursor
	l.cursor = place
	if l.count() > 0 {
		l.ScrollTo(place)
	}
	l.RefreshItem(old)
	l.RefreshItem(place)
	if l.focused {
		Reveal(l)
	}
	if l.Moved != nil {
		l.Moved(place)
	}
}

// Part is where the cursor's row stands within the list.
func (l *List) Part() (top, height float32) {
	return max(0, float32(l.cursor)*Px(l.height)-l.GetScrollOffset()), Px(l.height)
}

// Reload draws again after the rows have changed; the cursor stays at its
// place, or at the last row when there are fewer.
func (l *List) Reload() {
	l.cursor = max(0, min(l.cursor, l.count()-1))
	l.Refresh()
}

// Focused reports whether the list has the focus.
func (l *List) Focused() bool { return l.focused }

func (l *List) clicked(place int) {
	l.UnselectAll()
	l.GoTo(place)
	Focus(l)
}

// FocusGained shows the cursor. The stock list's own highlight is not used.
func (l *List) FocusGained() {
	l.focused = true
	l.RefreshItem(l.cursor)
	reveal(l, 0, l.Size().Height, true) // a short one with all its rows
	Reveal(l)
}

// FocusLost hides the cursor.
func (l *List) FocusLost() {
	l.focused = false
	l.RefreshItem(l.cursor)
}

// TypedRune offers the character to the router, and otherwise goes to the next
// row that begins with what has been typed.
func (l *List) TypedRune(r rune) {
	if keys.Rune(l, r) || l.Words == nil || r == ' ' && l.typed == "" {
		return
	}
	if place, found := l.beginning(l.typed+string(r), l.cursor); found {
		l.typed += string(r)
		l.GoTo(place)
	} else if place, found := l.beginning(string(r), l.cursor+1); found {
		l.typed = string(r)
		l.GoTo(place)
	}
}

// beginning is the first row from a place on, and then from the top, whose
// words begin with text, in either case.
func (l *List) beginning(text string, from int) (place int, found bool) {
	n := l.count()
	for i := range n {
		place = (from + i) % n
		words := []rune(l.Words(place))
		want := []rune(text)
		if len(words) >= len(want) && strings.EqualFold(string(words[:len(want)]), text) {
			return place, true
		}
	}
	return 0, false
}

// TypedShortcut offers the shortcut to the router.
func (l *List) TypedShortcut(s fyne.Shortcut) { keys.Shortcut(l, s) }

// TypedKey moves the cursor, selects and opens.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeySpace && len(ev.Name) > 1 {
		l.typed = ""
	}
	page := max(1, int(l.Size().Height/Px(l.height))-1)
	switch ev.Name {
	case fyne.KeyDown:
		l.GoTo(l.cursor + 1)
	case fyne.KeyUp:
		l.GoTo(l.cursor - 1)
	case fyne.KeyPageDown:
		l.GoTo(l.cursor + page)
	case fyne.KeyPageUp:
		l.GoTo(l.cursor - page)
	case fyne.KeyHome:
		l.GoTo(0)
	case fyne.KeyEnd:
		l.GoTo(l.count() - 1)
	case fyne.KeySpace:
		if l.typed == "" { // otherwise it is a space within a name
			l.call(l.Select)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		l.call(l.Open)
	default:
		if l.Keys == nil || !l.Keys(ev.Name) {
			keys.Key(l, ev)
		}
	}
}

func (l *List) call(f func(int)) {
	if f != nil && l.cursor < l.count() {
		f(l.cursor)
		l.RefreshItem(l.cursor)
	}
}

// row is a list's row: a ground, its content, a line below and the cursor's
// edge, which lies inside because a list cuts what lies outside.
type row struct {
	widget.BaseWidget
	inner         fyne.CanvasObject
	height        float32
	chosen, at    bool
	tap, tapTwice func()
}

func newRow(height float32, inner fyne.CanvasObject) *row {
	r := &row{inner: inner, height: height}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) paint(chosen, at bool) {
	if r.chosen != chosen || r.at != at {
		r.chosen, r.at = chosen, at
		r.Refresh()
	}
}

// Tapped moves the cursor here.
func (r *row) Tapped(*fyne.PointEvent) { r.tap() }

// DoubleTapped opens the row.
func (r *row) DoubleTapped(*fyne.PointEvent) { r.tapTwice() }

func (r *row) CreateRenderer() fyne.WidgetRenderer {
	ground, rule, edge := NewRect(Nothing, 0), NewRule(Border), NewFrame(Nothing, 2, 4)
	reread := func() {
		fill, line := Nothing, Nothing
		if r.chosen {
			fill = AccentTint
		}
		if r.at {
			line = Accent
		}
		ground.Paint(fill, Nothing, 0)
		edge.Paint(Nothing, line, 2)
	}
	reread()
	return &drawn{
		of:   r,
		objs: []fyne.CanvasObject{ground, r.inner, rule, edge},
		min: func() fyne.Size {
			return fyne.NewSize(r.inner.MinSize().Width, Px(r.height))
		},
		layout: func(s fyne.Size) {
			ground.Resize(s.SubtractWidthHeight(0, 1))
			r.inner.Resize(s.SubtractWidthHeight(0, 1))
			place(rule, 0, s.Height-1, s.Width, 1)
			place(edge, 2, 2, s.Width-4, s.Height-5)
		},
		reread: func() { reread(); r.inner.Refresh() },
	}
}
