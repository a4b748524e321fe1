package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
)

// formWidth is how wide a section's form gets at 100 %.
const formWidth = 720

// page sets a section: its name, what it is for, its content, and the button
// that saves it.
func page(name, about string, width float32, content []fyne.CanvasObject, save fyne.CanvasObject) fyne.CanvasObject {
	head := look.Column(2, look.NewTxt(name, look.SizeSection, look.Text, true), look.NewSentence(look.Words(about).In(look.Muted)))
	body := look.Pad(0, 12, 12, 0, look.AtMost(width, look.Column(16, append([]fyne.CanvasObject{head}, content...)...)))
	var foot fyne.CanvasObject
	if save != nil {
		foot = look.Pad(10, 0, 4, 0, look.Line(12, save))
	}
	return look.Edges(nil, nil, look.Scroll(body), nil, foot)
}

// saveButton saves the section it stands in; it is shut for those who may not.
func (v *View) saveButton(words string, do func()) *look.Button {
	b := look.NewPrimary(words, do).With("", "Ctrl+S")
	if err := v.model.May(casework.ChangeSettings); err != nil {
		b.Shut("Only a complaints manager may change this")
	}
	return b
}

// text ties a text field to the settings, and lets only those type who may.
func (v *View) text(s *sheet, t *field.Text, get func(casework.Settings) string) *field.Text {
	t.ReadOnly(v.model.May(casework.ChangeSettings) != nil)
	s.bounds = append(s.bounds, bound{get: get, value: t.Value, set: t.Set})
	return t
}

// long runs long work of this screen with progress and Stop; only one at a
// time.
func long[T any](v *View, words string, do func(ctx context.Context, progress func(done, total int)) (T, error), show func(T, error)) {
	if v.busy {
		v.deps.Shell.Toast("Something is still being done. Wait for it, or stop it.", nil)
		return
	}
	v.busy = true
	task.Long(v.deps.Shell.Tasks(), v.deps.Shell.Progress(), words, func(ctx context.Context, report func(task.Progress)) (T, error) {
		return do(ctx, func(done, total int) { report(task.Progress{Words: words, Done: done, Total: total}) })
	}, func(value T, err error) {
		v.busy = false
		show(value, err)
	})
}

// verdict is a sentence in green or amber with its icon.
func verdict(well bool, words string) fyne.CanvasObject {
	icon, ink := look.IconOnTrack, look.Green
	if !well {
		icon, ink = look.IconWarn, look.Amber
	}
	return look.TopLine(8, look.Column(0, look.NewIco(icon, ink, 20)), look.Stretch(1, look.NewSentence(look.Words(words))))
}

// wordsOf are lines of small text, at most some of them, and how many more.
func wordsOf(lines []string, most int) []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for i, line := range lines {
		if i == most {
			objs = append(objs, look.Hint(fmt.Sprintf("and %d more", len(lines)-most)))
			break
		}
		objs = append(objs, look.Hint(line))
	}
	return objs
}

// rows stacks fields.
func rows(all ...*field.Row) []fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(all))
	for i, r := range all {
		objs[i] = r.Object()
	}
	return objs
}

// dialog asks for something in a dialog with its own form. save answers false
// while there is something to mend.
func (v *View) dialog(title, yes string, f *field.Form, content fyne.CanvasObject, save func(shut func())) {
	sheet := &look.Sheet{}
	do := func() { save(sheet.Close) }
	f.Default = do
	f.Relay = func() { sheet.Refit() }
	buttons := look.Line(10, look.Gap(), look.NewPrimary(yes, do).With("", "Ctrl+S"), look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	all := look.Edges(look.Pad(0, 0, 12, 0, look.Column(12, look.NewTxt(title, look.SizeSection, look.Text, true), f.Summary())), nil,
		content, nil, look.Pad(12, 0, 0, 0, buttons))
	sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, all, keys.NewBlocking().On("Ctrl+S", do).On("Ctrl+Enter", do), nil)
	f.First()
}
