package board

import (
	"context"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/reports/board"
)

// figures opens the drawer of every figure: Enter on one shows how it is made
// and the cases behind it (F4).
func (v *View) figures() {
	all := v.model.Figures("")
	list := look.NewList(57, func() int { return len(all) }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(i int, o fyne.CanvasObject) {
			f := all[i]
			o.(*look.TwoLines).Say(look.RowWords{Name: f.Label, Mark: f.Text(), Tone: look.Plain, Second: v.model.Span(f), Right: f.MadeOf()})
		})
	sheet := v.deps.Shell.Drawer("Figures and their cases", list, keys.NewBlocking(), list)
	list.Open = func(i int) {
		sheet.Close()
		v.figure(all[i])
	}
}

// figure shows one figure's definition and its cases; Enter opens a case.
func (v *View) figure(f board.Figure) {
	made := f.Text()
	if of := f.MadeOf(); of != "" {
		made += ", " + of
	}
	head := look.Column(6, look.NewSentence(look.Bold(made).At(look.SizeSection)), look.Hint(v.model.Span(f)), look.NewSentence(look.Words(f.Definition)))
	if len(f.Cases) == 0 {
		v.deps.Shell.Drawer(f.Label, look.Column(12, head, look.EmptyState("No case stands behind this figure.", nil)), keys.NewBlocking(), nil)
		return
	}
	list := look.NewList(40, func() int { return len(f.Cases) }, func() fyne.CanvasObject {
		return look.Pad(0, 16, 0, 16, look.NewTxt("", look.SizeBody, look.Text, false))
	}, func(i int, o fyne.CanvasObject) {
		o.(*fyne.Container).Objects[0].(*look.Txt).Say(string(f.Cases[i]), look.Text)
	})
	sheet := v.deps.Shell.Drawer(f.Label, look.Edges(look.Pad(0, 0, 12, 0, head), nil, list, nil, nil), keys.NewBlocking(), list)
	list.Open = func(i int) {
		ref := f.Cases[i]
		m := v.model
		task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (int64, error) { return m.CaseID(ctx, ref) }, func(id int64, err error) {
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			sheet.Close()
			v.deps.OpenCase(id)
		})
	}
}
