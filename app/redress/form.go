package redress

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

// formWidth is the width of a form's dialog at 100 %.
const formWidth = 560

// aroundForm is the height that a dialog needs round its fields: the edges, the
// title and the gaps.
const aroundForm = 170

// filled makes the act of a filled form, or says by field what is wrong.
type filled func() (act casework.Act, wrong map[string]string)

// ask asks for what an act needs, in a dialog. Typed text stays when the act is
// refused; each refusal stands under its field.
func (v *View) ask(title, yes, said string, build func(f *field.Form) (fyne.CanvasObject, filled)) {
	f := field.NewForm()
	body, fill := build(f)
	sheet := &look.Sheet{}
	save := func() {
		act, wrong := fill()
		if len(wrong) > 0 {
			f.ShowErrors(wrong)
			return
		}
		v.acts.Do(act, said, func(wrong map[string]string) {
			if wrong != nil {
				f.ShowErrors(wrong)
				return
			}
			sheet.Close()
		})
	}
	f.Default = save
	buttons := look.Flow(10, 8, look.NewPrimary(yes, save).With("", "Ctrl+Enter"), look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	canvas := v.deps.Shell.Window().Canvas()
	content := look.Column(12, look.NewSentence(look.Bold(title).At(look.SizeSection)),
		look.Within(func() float32 { return canvas.Size().Height - aroundForm - buttons.MinSize().Height }, look.Column(12, f.Summary(), body)), buttons)
	f.Relay = func() {
		sheet.Refit()
		sheet.Refit() // what wraps knows its height only once it has its width
	}
	sheet = look.OpenDialog(canvas, formWidth, content, keys.NewBlocking().On("Ctrl+Enter", save).On("Ctrl+S", save), nil)
	sheet.Closed = func() {
		if canvas.Focused() == nil {
			v.FocusFirst() // what had the focus was drawn anew meanwhile
		}
	}
	f.First()
}
