package redress

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
	"casebook/data/redress"
)

// sideWidth is the width of the ledger beside the lines at 100 %.
const sideWidth = 430

// redraw lays the whole screen out again from the model. The cursor goes into
// the field with a name, or stays where it was.
func (v *View) redraw(field string) {
	canvas := v.deps.Shell.Window().Canvas()
	mine, at := look.Holds(canvas, v.whole) && canvas.Focused() != nil, v.where(canvas.Focused())
	v.lines, v.side, v.editor = look.Column(12), look.Column(12), nil
	v.openers, v.order = map[int]*look.Opener{}, nil
	v.drawLines()
	beside := look.Sticky(v.side)
	scroll := look.Scroll(look.Beside(16, sideWidth, v.lines, beside))
	v.scroll, _ = scroll.Objects[0].(*container.Scroll)
	look.Stick(v.scroll, beside)
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Edges(look.Pad(0, 0, 12, 0, v.head()), nil, scroll, nil, nil))}
	if v.editor != nil {
		v.editor.form.Relay = v.whole.Refresh
	}
	v.shown()
	v.whole.Refresh()
	v.compare()
	v.deps.Shell.ShowHints()
	switch {
	case field != "" && v.editor != nil:
		v.editor.form.Focus(field)
	case mine:
		v.goBack(at)
	}
}

// toOpen scrolls the card of the open line to the top, so that as much of it as
// can be is in sight, and goes into its first field.
func (v *View) toOpen() {
	if v.editor != nil {
		most := max(0, v.scroll.Content.MinSize().Height-v.scroll.Size().Height)
		look.ScrollTo(v.scroll, fyne.NewPos(0, min(v.editor.card.Position().Y, most)))
	}
	v.FocusFirst()
}

// place is where the cursor was: in a field, on a card, or on a button.
type place struct {
	field string
	line  int
	next  bool
}

func (v *View) where(f fyne.Focusable) place {
	if v.editor != nil {
		if name := v.editor.form.At(f); name != "" {
			return place{field: name}
		}
	}
	for id, o := range v.openers {
		if fyne.Focusable(o) == f {
			return place{line: id}
		}
	}
	return place{next: v.next != nil && fyne.Focusable(v.next) == f}
}

// goBack puts the cursor where it was before the screen was drawn again, or to
// the nearest thing there is.
func (v *View) goBack(at place) {
	switch o := v.openers[at.line]; {
	case v.editor != nil && v.editor.form.Row(at.field) != nil:
		v.editor.form.Focus(at.field)
	case at.line != 0 && o != nil:
		look.Focus(o)
	case at.next && v.next != nil:
		look.Focus(v.next)
	default:
		v.FocusFirst()
	}
}

func (v *View) head() fyne.CanvasObject {
	m := v.model
	row := []fyne.CanvasObject{}
	if name := m.Name(); name != "" {
		back := look.NewLink(shortName(name), func() { v.deps.Shell.Back() })
		row = append(row, look.Line(4, look.NewIco(look.IconLeft, look.Accent, 18), back))
	}
	title := "Redress"
	if m.Alone() {
		title = "What would it be?"
	}
	v.add = look.NewButton("Add a line", v.choose).With(look.IconPlus, "Ins")
	if m.MayChange() != nil {
		v.add.Shut("Not for " + string(v.deps.By.Role))
	}
	below := look.NewSentence(look.Words(m.Below()).In(look.Muted))
	return look.Line(12, append(row, look.Stretch(1, look.Titled(title, look.Stretch(1, below), v.add)))...)
}

// mostName is how much of a name stands on the way back.
const mostName = 28

func shortName(name string) string {
	runes := []rune(name)
	if len(runes) > mostName {
		return string(runes[:mostName-1]) + "…"
	}
	return name
}

// drawLines makes the card of every line, and the fields of the one that is
// open.
func (v *View) drawLines() {
	m := v.model
	if m.Alone() {
		v.lines.Add(v.dayCard())
	}
	rows := m.Rows()
	for _, r := range rows {
		if d := m.Draft(); d != nil && r.ID == m.open {
			v.editor = newEditor(v, d)
			v.lines.Add(v.editor.card)
			continue
		}
		v.openers[r.ID] = v.closed(r)
		v.order = append(v.order, r.ID)
		v.lines.Add(v.openers[r.ID])
	}
	for _, s := range m.Suggestions() {
		v.lines.Add(v.suggestion(s))
	}
	if len(rows) == 0 {
		words := "No sum yet. Add a line for each loss and for the inconvenience: they add up."
		if m.MayChange() != nil {
			words = "No sum is offered on this case."
		}
		v.lines.Add(look.Card(look.Hint(words)))
	}
}

// typedWords say of a line that it is only typed. The calculator keeps nothing.
func typedWords(m *Model) string {
	if m.Alone() {
		return "Not added yet"
	}
	return "Not kept yet"
}

// closed is the card of a line that is not open: what it is, how it was made,
// and its sum.
func (v *View) closed(r Row) *look.Opener {
	head := look.Line(10, look.Stretch(1, look.NewSentence(look.Bold(r.Title).At(look.SizeCard), look.Words("   "+r.Small).In(look.Muted).At(look.SizeSmall))))
	if r.Typed {
		head.Add(look.NewChip(typedWords(v.model), look.Soon.As(look.IconPen)))
	}
	if words := v.model.paidWords(r.ID); words != "" {
		head.Add(look.NewChip(words, look.OnTrack.As(look.IconCheck)))
	}
	head.Add(look.NewTxt(sumWords(r.OK, r.Line.Sum), look.SizeSection, look.Text, true))
	body := look.Column(6, head, look.NewSentence(workingParts(Worked{Line: r.Line, OK: r.OK})...))
	if chips := proofChips(r.Line); len(chips) > 0 {
		body.Add(look.Flow(8, 6, chips...))
	}
	if r.Line.Also != "" {
		body.Add(look.Hint("Paid beside another line for the same: " + r.Line.Also))
	}
	for _, w := range briefly(warningsOf(r, v.model.rules)) {
		body.Add(warningLine(w))
	}
	id := r.ID
	words := r.Title + ", " + sumWords(r.OK, r.Line.Sum) + ", " + r.Line.Working
	return look.NewOpener(words, look.Card(body), func() { v.open(id) }, func(k fyne.KeyName) bool { return v.onCard(id, k) })
}

// onCard takes the keys of a closed card.
func (v *View) onCard(id int, k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDelete:
		v.remove(id)
	case fyne.KeyDown:
		v.beside(id, 1)
	case fyne.KeyUp:
		v.beside(id, -1)
	default:
		return false
	}
	return true
}

// beside moves the cursor from a card to the next or the one before.
func (v *View) beside(id, step int) {
	for i, other := range v.order {
		if other == id {
			look.Focus(v.openers[v.order[max(0, min(i+step, len(v.order)-1))]])
			return
		}
	}
}

func proofChips(l redress.Line) []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, p := range l.Input.Proofs {
		words := p.What
		if !p.On.IsZero() {
			words += ", " + p.On.Short()[4:]
		}
		chips = append(chips, look.NewChip(words, look.OnTrack.As(look.IconCheck)))
	}
	return chips
}

// warningsOf are the standing warnings of a line that has a sum.
func warningsOf(r Row, rules redress.Rules) []redress.Warning {
	if !r.OK {
		return nil
	}
	return redress.Warnings(r.Line, rules)
}

// notVerified is the code of a reading that no source could be found for.
const notVerified = "not-verified"

// briefly puts several readings that are not verified into one line, as the
// closed card has them; the account of the line names each.
func briefly(all []redress.Warning) []redress.Warning {
	var some []redress.Warning
	n := 0
	for _, w := range all {
		if w.Code == notVerified {
			n++
		} else {
			some = append(some, w)
		}
	}
	switch {
	case n == 0:
		return some
	case n == 1:
		return all
	}
	return append(some, redress.Warning{Code: notVerified, Text: fmt.Sprintf("Not verified: %d readings that this rests on. F4 names them.", n)})
}

func warningLine(w redress.Warning) fyne.CanvasObject {
	parts := []look.Part{look.Words(w.Text).In(look.Amber).At(look.SizeSmall)}
	if w.Source != "" {
		parts = append(parts, look.Words(" "+capital(w.Source)+".").In(look.Muted).At(look.SizeSmall))
	}
	return look.TopLine(8, look.Column(0, look.NewIco(look.IconInfo, look.Amber, 16)), look.Stretch(1, look.NewSentence(parts...)))
}

// notesOf are what stands below the open line: its warnings, what the guidance
// names for the same, and what was given before.
func (v *View) notesOf(d *Draft, w Worked) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	line := w.Line
	if !w.OK {
		line.Input, _ = input(*d, v.model.Day)
	}
	if c, ok := redress.Guidance(line, v.model.rules); ok {
		all = append(all, look.TopLine(8, look.Column(0, look.NewIco(look.IconInfo, look.Accent, 16)),
			look.Stretch(1, look.NewSentence(look.Words(guidanceWords(c)).At(look.SizeSmall)))))
	}
	if w.OK {
		for _, warning := range redress.Warnings(w.Line, v.model.rules) {
			all = append(all, warningLine(warning))
		}
	}
	if spread, known := v.model.Spread(); known && d.Kind != redress.Judged {
		all = append(all, look.Hint(spreadWords(spread, known)+"."))
	}
	return all
}

// typing follows a change of a field: the sum, the ledger and what they mean,
// while the fields stay as they are.
func (v *View) typing() {
	v.shown()
	v.compare()
}

// shown says again all that follows from the lines.
func (v *View) shown() {
	m := v.model
	m.touched()
	if d := m.Draft(); v.editor != nil && d != nil {
		for _, r := range m.Rows() {
			if r.ID == d.Line {
				v.editor.show(r, m.worked(*d))
			}
		}
	}
	v.drawSide()
	v.whole.Refresh()
}
