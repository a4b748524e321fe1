package field

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// Row is what every field of a form has besides its box: a bold label above,
// "(optional)" where it is, and one message below, which is its hint, or what
// was understood, or what to put right.
type Row struct {
	name     string
	label    *look.Txt
	option   *look.Txt
	hint     string
	echo     string
	err      string
	icon     *look.Ico
	beside   *fyne.Container // keeps the icon beside the first of several lines
	message  *look.Sentence
	line     *fyne.Container
	object   *fyne.Container
	cell     *fyne.Container // what comes and goes with the row
	pair     func()          // tells the fields that stand beside this one
	hidden   bool
	top      *fyne.Container // label and control, without the message
	control  fyne.CanvasObject
	focus    fyne.Focusable
	mark     func(bad bool)
	form     *Form
	boldEcho bool
}

func (r *Row) build(name, label string, control fyne.CanvasObject, focus fyne.Focusable, mark func(bool)) {
	r.name, r.control, r.focus, r.mark = name, control, focus, mark
	r.label = look.NewTxt(label, look.SizeSmall, look.Text, true)
	r.option = look.NewTxt("(optional)", look.SizeSmall, look.Muted, false)
	r.option.Hide()
	r.icon = look.NewIco(look.IconCheck, look.Green, 16)
	r.beside = look.Column(0, r.icon)
	r.message = look.Hint("")
	r.line = look.TopLine(6, r.beside, look.Stretch(1, r.message))
	r.line.Hide()
	head := look.Line(5, r.label, r.option)
	r.top = look.Column(4, head, control)
	r.object = look.Column(4, r.top, r.line)
	r.cell = r.object
	if label == "" {
		head.Hide()
	}
}

// Object is the whole row, to be put on the screen. Of a row placed with
// [Beside] it is the part without the message.
func (r *Row) Object() fyne.CanvasObject { return r.cell }

// Name is the name under which the form knows the field.
func (r *Row) Name() string { return r.name }

// Label is the field's label.
func (r *Row) Label() string { return r.label.Text }

// Relabel changes the field's label, for a question that depends on another
// answer.
func (r *Row) Relabel(label string) {
	r.label.Say(label, look.Text)
	r.top.Refresh()
}

// Optional marks the field as one that may stay empty.
func (r *Row) Optional() { r.option.Show() }

// Hint is a line that says what is wanted; an echo or an error takes its place.
func (r *Row) Hint(words string) {
	r.hint = words
	r.show()
}

// Echo says what was understood, with a green tick; "" takes it away.
func (r *Row) Echo(words string) {
	r.echo = words
	r.show()
}

// Err says what to type instead, with a red triangle and a red edge; "" takes
// it away.
func (r *Row) Err(words string) {
	r.err = words
	r.mark(words != "")
	r.show()
}

// Message is the line now shown below the field.
func (r *Row) Message() string {
	if !r.line.Visible() {
		return ""
	}
	return r.message.Text()
}

// Focus puts the cursor here.
func (r *Row) Focus() { look.Focus(r.focus) }

// Focusable is what Tab stops at.
func (r *Row) Focusable() fyne.Focusable { return r.focus }

// Show brings back a row that was taken away.
func (r *Row) Show() { r.appear(true) }

// Hide takes the whole row away; what was typed stays.
func (r *Row) Hide() { r.appear(false) }

func (r *Row) appear(on bool) {
	if r.hidden != on {
		return
	}
	r.hidden = !on
	r.cell.Hidden = !on
	r.line.Hidden = !on || r.shown() == ""
	if r.pair != nil {
		r.pair()
	}
	r.relay()
}

// Visible reports whether the field shows and can be gone to.
func (r *Row) Visible() bool { return !r.hidden && r.object.Visible() }

// shown is the message that stands below the field.
func (r *Row) shown() string {
	switch {
	case r.err != "":
		return r.err
	case r.echo != "":
		return r.echo
	}
	return r.hint
}

func (r *Row) show() {
	words, ink, icon, bold := r.shown(), look.Muted, look.Icon(""), false
	switch {
	case r.err != "":
		ink, icon, bold = look.Red, look.IconWarn, true
	case r.echo != "":
		ink, icon, bold = look.Green, look.IconCheck, r.boldEcho
	}
	if words == r.message.Text() && r.icon.Icon == icon && (words != "") == r.line.Visible() {
		return
	}
	before := r.object.MinSize().Height
	r.beside.Hidden = icon == ""
	if icon != "" {
		r.icon.Set(icon, ink)
	}
	part := look.Words(words).In(ink).At(look.SizeSmall)
	if bold {
		part = part.Strong()
	}
	r.message.Say(part)
	r.line.Hidden = words == "" || r.hidden
	r.object.Refresh()
	if r.object.MinSize().Height != before {
		r.relay()
	}
}

// relay lets the form lay itself out again after a row has grown or shrunk.
func (r *Row) relay() {
	if r.form != nil {
		r.form.relay()
	}
}

// entered is Enter in a one-line field.
func (r *Row) entered() {
	if r.form != nil {
		r.form.entered(r)
	}
}

// Beside sets fields next to one another by share of the width, or one below the
// other where a label would not fit, and their
// messages below them across the whole width, where there is room for words.
func Beside(shares []float32, rows ...*Row) fyne.CanvasObject {
	boxes := make([]fyne.CanvasObject, len(rows))
	all := make([]fyne.CanvasObject, 1, len(rows)+1)
	for i, r := range rows {
		r.cell = look.Stretch(shares[i], r.top)
		boxes[i] = r.cell
		all = append(all, r.line)
	}
	all[0] = look.Pair(8, boxes...)
	whole := look.Column(4, all...)
	together := func() {
		whole.Hidden = true
		for _, r := range rows {
			whole.Hidden = whole.Hidden && r.hidden
		}
	}
	for _, r := range rows {
		r.object, r.pair = whole, together
		r.cell.Hidden = r.hidden
	}
	together()
	return whole
}
