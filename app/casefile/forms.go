package casefile

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// formWidth is the width of a form's dialog at 100 %.
const formWidth = 640

// filled makes the act of a filled form, or says by field what is wrong.
type filled func() (act casework.Act, wrong map[string]string)

// asks are what a form asks: its fields on the screen, and the act they make.
type asks func(f *field.Form) (fyne.CanvasObject, filled)

// form asks for what an act needs. Typed text stays when the act is refused;
// each refusal stands under its field.
func (v *View) form(title, yes, said string, act casework.ActName, build asks) {
	v.ask(title, yes, act, build, func(act casework.Act, done func(map[string]string)) { v.acts.Do(act, said, done) })
}

// ask is form with something else to do with what was filled in.
func (v *View) ask(title, yes string, act casework.ActName, build asks, do func(act casework.Act, done func(wrong map[string]string))) {
	if err := v.model.May(act); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	f := field.NewForm()
	body, fill := build(f)
	sheet := &look.Sheet{}
	save := func() {
		act, wrong := fill()
		if len(wrong) > 0 {
			f.ShowErrors(wrong)
			return
		}
		do(act, func(wrong map[string]string) {
			if wrong != nil {
				f.ShowErrors(wrong)
				return
			}
			sheet.Close()
		})
	}
	f.Default = save
	window := v.deps.Shell.Window().Canvas()
	buttons := look.Line(10, look.Gap(), look.NewPrimary(yes, save).With("", "Ctrl+Enter"), look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	content := look.Column(12, look.NewTxt(title, look.SizeSection, look.Text, true),
		look.Within(func() float32 { return window.Size().Height - aroundForm - buttons.MinSize().Height }, look.Column(12, f.Summary(), body)), buttons)
	f.Relay = func() { sheet.Refit() }
	layer := keys.NewBlocking().On("Ctrl+Enter", save).On("Ctrl+S", save)
	sheet = look.OpenDialog(window, formWidth, content, layer, nil)
	v.asking = f
	sheet.Closed = func() {
		v.asking = nil
		if window.Focused() == nil {
			v.FocusFirst() // what had the focus was drawn anew meanwhile
		}
	}
	f.First()
}

// aroundForm is the height that a dialog needs round its fields: the edges, the
// title and the gaps.
const aroundForm = 150

// said is a sentence above the fields of a form.
func said(words string) fyne.CanvasObject { return look.NewSentence(look.Words(words).In(look.Muted)) }

// rows stacks fields.
func rows(all ...*field.Row) fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(all))
	for i, r := range all {
		objs[i] = r.Object()
	}
	return look.Column(12, objs...)
}

// dayField is a date that says how it was understood; it begins as today.
func (v *View) dayField(f *field.Form, name, label string) *field.Date {
	d := f.Date(name, label, v.model.EchoDay)
	d.Set("today")
	d.Again()
	return d
}

// comingDay is a date ahead of us, empty to begin with.
func (v *View) comingDay(f *field.Form, name, label string) *field.Date {
	d := f.Date(name, label, v.model.EchoAhead)
	d.Hint("A day such as 27 11 2026, or +10wd for ten working days from today.")
	return d
}

// day reads a date field into a day, or says what to type. An empty field is no
// day: the act knows whether it needs one.
func (v *View) day(d *field.Date, wrong map[string]string) calendar.Date {
	if strings.TrimSpace(d.Value()) == "" {
		return calendar.Date{}
	}
	on, err := v.model.Day(d.Value())
	if err != nil {
		wrong[d.Name()] = capital(err.Error())
	}
	return on
}

// optional marks fields that may stay empty.
func optional(fields ...interface{ Optional() }) {
	for _, f := range fields {
		f.Optional()
	}
}

// pick is a field for one of the things a case has.
type pick[T any] struct {
	*field.Select
	items []T
	words []string
}

// picks adds a list of things by what they are called. Where there is one only,
// it is chosen.
func picks[T any](f *field.Form, name, label string, items []T, words func(T) string) *pick[T] {
	p := &pick[T]{items: items}
	for _, item := range items {
		p.words = append(p.words, apart(words(item), p.words))
	}
	p.Select = f.Select(name, label, p.words...)
	if len(p.words) == 1 {
		p.Set(p.words[0])
	}
	return p
}

// apart makes words that stand in the list already different from them.
func apart(words string, have []string) string {
	for _, other := range have {
		if other == words {
			return apart(words+" (another)", have)
		}
	}
	return words
}

// chosen is the thing chosen; its zero where none is.
func (p *pick[T]) chosen() (item T, ok bool) {
	for i, words := range p.words {
		if words == p.Value() {
			return p.items[i], true
		}
	}
	return item, false
}

// must is chosen, or says under the field what to choose.
func (p *pick[T]) must(wrong map[string]string, what string) T {
	item, ok := p.chosen()
	if !ok {
		wrong[p.Name()] = what
	}
	return item
}

// set chooses the first thing that fits.
func (p *pick[T]) set(fits func(T) bool) {
	for i, item := range p.items {
		if fits(item) {
			p.Set(p.words[i])
			return
		}
	}
}

// officers adds a list of colleagues.
func officers(f *field.Form, name, label string, from []casework.Officer) *pick[casework.Officer] {
	return picks(f, name, label, from, func(o casework.Officer) string { return o.Name })
}

// points adds a list of complaint points.
func points(f *field.Form, name, label string, from []casework.Point) *pick[casework.Point] {
	return picks(f, name, label, from, pointWord)
}

// ways adds a choice of how somebody reached us.
func ways(f *field.Form, label string) *pick[casework.Channel] {
	return picks(f, "way", label, casework.Channels(), func(c casework.Channel) string { return capital(string(c)) })
}

func dispatches() []string {
	var all []string
	for _, d := range casework.Dispatches() {
		all = append(all, capital(string(d)))
	}
	return all
}

func dispatch(word string) casework.Dispatch { return casework.Dispatch(strings.ToLower(word)) }

// tells makes an act that is complete as it is.
func tells(act casework.Act) filled {
	return func() (casework.Act, map[string]string) { return act, nil }
}
