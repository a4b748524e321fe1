package cases

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// savedDialog lists the officer's saved views and keeps the one shown.
type savedDialog struct {
	page  *Page
	sheet *look.Sheet
	form  *field.Form
	name  *field.Text
	views []register.SavedView
	list  *look.List
	none  *look.Sentence
	keys  *fyne.Container // what can be done with a view
	all   fyne.CanvasObject
	lane  *task.Latest
}

// openSaved shows the saved views. Enter opens the one under the cursor and
// Delete forgets it; naming begins in the field.
func (p *Page) openSaved(naming bool) {
	d := &savedDialog{page: p, form: field.NewForm(), lane: task.NewLatest(p.deps.Tasks)}
	d.name = d.form.Text("name", "Save the list as it is now under")
	d.name.Hint(p.model.Describe(p.model.view()) + ".")
	d.name.Set(p.model.Name())
	d.list = look.NewList(57, func() int { return len(d.views) }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, row fyne.CanvasObject) {
			v := d.views[place]
			row.(*look.TwoLines).Say(look.RowWords{Name: v.Name, Second: p.model.Describe(v.View)})
		})
	d.list.Words = func(place int) string { return d.views[place].Name }
	d.list.Open = func(place int) { d.open(d.views[place]) }
	d.none = look.NewSentence(look.Words("You have saved no view yet.").In(look.Muted))
	d.none.Hide()
	d.form.Default = d.save
	d.keys = look.Flow(16, 6, keyed("Enter", "Open it"), keyed("Del", "Forget it"))
	buttons := look.Line(10, look.Gap(), look.NewButton("Close", func() { d.sheet.Close() }).With("", "Esc"), look.NewPrimary("Save this view", d.save).With("", "Ctrl+S"))
	d.all = look.Edges(look.Pad(0, 0, 12, 0, look.NewTxt("Saved views", look.SizeSection, look.Text, true)), nil,
		look.AtLeast(0, 57*4, look.Framed(look.Stack(d.list, look.Edges(look.Pad(14, 16, 14, 16, look.Column(0, d.none)), nil, nil, nil, nil)))), nil,
		look.Pad(12, 0, 0, 0, look.Column(12, d.keys, d.form.Summary(), d.name.Object(), buttons)))
	d.form.Relay = func() { d.sheet.Refit() }
	first := fyne.Focusable(d.list)
	if naming {
		first = d.name.Focusable()
	}
	d.sheet = look.OpenDialog(p.deps.Frame.Window().Canvas(), dialogWidth, d.all,
		keys.NewBlocking().On("Ctrl+S", d.save).On("Ctrl+Enter", d.save).On("Del", d.drop), first)
	d.sheet.Closed = d.lane.Drop
	d.read(p.model.Views(), nil)
}

// keyed is a key with what it does.
func keyed(key keys.Chord, words string) fyne.CanvasObject {
	return look.Line(7, look.NewKeycap(key), look.NewTxt(words, look.SizeSmall, look.Muted, false))
}

// read shows what the register has after work, and says what was done.
func (d *savedDialog) read(work func(context.Context) ([]register.SavedView, error), done func()) {
	task.RunLatest(d.lane, work, func(views []register.SavedView, err error) {
		var no *casework.Refusal
		switch {
		case errors.As(err, &no):
			d.form.ShowErrors(map[string]string{"name": no.Error()})
			return
		case err != nil:
			d.sheet.Close()
			d.page.deps.Frame.Problem(err)
			return
		}
		d.views = views
		d.list.Hidden, d.none.Hidden, d.keys.Hidden = len(views) == 0, len(views) > 0, len(views) == 0
		if d.list.Hidden && d.list.Focused() {
			d.name.Focus() // the keys must not go to a list that does not show
		}
		d.list.Reload()
		d.all.Refresh()
		if done != nil {
			done()
		}
	})
}

func (d *savedDialog) open(v register.SavedView) {
	d.sheet.Close()
	d.page.model.Turn(v)
	d.page.fromStart()
	d.page.focusRows()
}

// save keeps the list as it is now and goes back to it.
func (d *savedDialog) save() {
	name := d.name.Value()
	d.read(d.page.model.Saving(name), func() {
		d.sheet.Close()
		for _, v := range d.views {
			if v.View == d.page.model.view() {
				name = v.Name // as it was kept
			}
		}
		d.page.model.name = name
		d.page.showNarrowing()
		d.page.deps.Frame.Toast("The view “"+name+"” is saved. Alt+V lists your views.", nil)
	})
}

// drop forgets the view under the cursor; saving it again brings it back.
func (d *savedDialog) drop() {
	if d.list.Cursor() >= len(d.views) || !d.list.Focused() {
		return
	}
	v, p := d.views[d.list.Cursor()], d.page
	d.read(p.model.Dropping(v.Name), func() {
		p.deps.Frame.Toast("The view “"+v.Name+"” is forgotten.", func() {
			task.Run(p.deps.Tasks, p.model.restoring(v), func(_ []register.SavedView, err error) {
				if err != nil {
					p.deps.Frame.Problem(err)
				}
			})
		})
	})
}
