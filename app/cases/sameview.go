package cases

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/register"
)

// sameDialog joins two records of one person, or parts them again, and shows
// beforehand what moves.
type sameDialog struct {
	page     *Page
	sheet    *look.Sheet
	form     *field.Form
	keep     *field.Picker
	drop     *field.Picker
	why      *field.Text
	preview  *fyne.Container
	do       *look.Button
	all      fyne.CanvasObject
	kept     register.Known
	dropped  register.Known
	now      *Joining // what the button would do
	lane     *task.Latest
	asking   *task.Latest
	finished bool
}

// openSame asks which two records are the same person's.
func (p *Page) openSame() {
	if p.model.MayJoin() != nil {
		return
	}
	d := &sameDialog{page: p, form: field.NewForm(), lane: task.NewLatest(p.deps.Tasks), asking: task.NewLatest(p.deps.Tasks)}
	d.keep, d.drop = d.form.Picker("keep", "The record to keep", d.ask), d.form.Picker("resident", "The other record of the same person", d.ask)
	d.keep.Hint("Type a name, an address or a reference, then choose.")
	d.keep.Chosen = func(s field.Suggestion) {
		d.kept = s.Value.(register.Known)
		d.keep.Echo(recordWords(d.kept))
		d.look()
	}
	d.drop.Chosen = func(s field.Suggestion) {
		d.dropped = s.Value.(register.Known)
		d.drop.Echo(recordWords(d.dropped))
		d.look()
	}
	d.keep.Changed = func(string) { d.kept = register.Known{}; d.look() }
	d.drop.Changed = func(string) { d.dropped = register.Known{}; d.look() }
	d.why = d.form.Notes("why", "How you know", 2)
	d.preview = look.Column(6)
	d.do = look.NewPrimary("Join them", d.run).With("", "Ctrl+Enter")
	d.form.Default = func() {}
	content := look.Column(12, d.keep.Object(), d.drop.Object(), d.preview, d.why.Object())
	d.all = look.Edges(look.Pad(0, 0, 12, 0, look.Column(8, look.NewTxt("Same person", look.SizeSection, look.Text, true),
		look.Hint("Two records of one resident become one. It can be taken apart again here."), d.form.Summary())), nil,
		look.AtLeast(0, 360, look.Scroll(content)), nil,
		look.Pad(12, 0, 0, 0, look.Line(10, look.Gap(), look.NewButton("Not now", func() { d.sheet.Close() }).With("", "Esc"), d.do)))
	d.form.Relay = func() { d.sheet.Refit() }
	d.sheet = look.OpenDialog(p.deps.Frame.Window().Canvas(), dialogWidth, d.all,
		keys.NewBlocking().On("Ctrl+Enter", func() { d.do.Press() }), d.keep.Focusable())
	d.sheet.Closed = func() { d.lane.Drop(); d.asking.Drop() }
	p.same = d
	d.show(nil)
}

func (d *sameDialog) ask(text string, show func([]field.Suggestion)) {
	if strings.TrimSpace(text) == "" {
		d.asking.Drop()
		show(nil)
		return
	}
	task.RunLatest(d.asking, d.page.model.People(text), func(found []field.Suggestion, err error) {
		if err == nil {
			show(found)
		}
	})
}

// look reads what would move with the records chosen so far.
func (d *sameDialog) look() {
	d.now = nil
	kept, dropped, model := d.kept, d.dropped, d.page.model
	if kept.Resident.ID == 0 {
		d.lane.Drop()
		d.show(nil)
		return
	}
	task.RunLatest(d.lane, func(ctx context.Context) ([]Joining, error) {
		all, err := model.Apart(kept)(ctx)
		if err != nil || dropped.Resident.ID == 0 {
			return all, err
		}
		join, err := model.Trying(kept, dropped)(ctx)
		return append([]Joining{join}, all...), err
	}, func(all []Joining, err error) {
		if err != nil {
			d.page.deps.Frame.Problem(err)
			return
		}
		if len(all) > 0 && !all[0].Part {
			d.now = &all[0]
		}
		d.show(all)
	})
}

// show says what the button would do, and offers to part what was joined.
func (d *sameDialog) show(all []Joining) {
	d.preview.Objects = nil
	if d.now != nil {
		d.preview.Objects = append(d.preview.Objects, look.NewSentence(look.Bold(d.now.Sentence())))
		for _, r := range d.now.Moves {
			d.preview.Objects = append(d.preview.Objects, look.Hint(movedLine(r)))
		}
		if more := d.now.Count - len(d.now.Moves); more > 0 {
			d.preview.Objects = append(d.preview.Objects, look.Hint(fmt.Sprintf("and %d more", more)))
		}
	}
	for _, j := range all {
		if j.Part && (d.now == nil || !d.now.Part || d.now.Drop.Resident.ID != j.Drop.Resident.ID) {
			d.preview.Objects = append(d.preview.Objects,
				look.NewSentence(look.Words("Joined to it: "+j.Drop.Resident.Person.Name+", "+recordWords(j.Drop)+".")),
				look.Line(0, look.NewLink("Part "+j.Drop.Resident.Person.Name+" from it again", func() {
					d.now = &j
					d.show(all)
					d.why.Focus()
				})))
		}
	}
	switch {
	case d.now == nil:
		d.do.Say("Join them")
		d.do.Shut("Choose the records first")
	case d.now.Part:
		d.do.Open()
		d.do.Say("Part them")
	default:
		d.do.Open()
		d.do.Say("Join them")
	}
	d.preview.Refresh()
	d.all.Refresh()
}

// run does it and says what was done.
func (d *sameDialog) run() {
	if d.now == nil || d.finished {
		return
	}
	p := d.page
	d.finished = true // one press is one act
	task.Run(p.deps.Tasks, p.model.Doing(*d.now, d.why.Value()), func(words string, err error) {
		d.finished = false
		if wrong := fieldWrong(err); wrong != nil {
			d.form.ShowErrors(wrong)
			return
		}
		d.sheet.Close()
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.deps.Frame.Toast(words, nil)
		p.Refresh()
	})
}
