package cases

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
)

// showSelection says at the right of the status bar how many are selected.
func (p *Page) showSelection() {
	if p.typed.text != "" {
		return
	}
	words := ""
	if n := p.model.Selected(); n > 0 {
		words = fmt.Sprintf("%d selected", n)
	}
	p.deps.Frame.Note(words)
}

// dialogWidth is wide enough for a name, a reference and a refusal.
const dialogWidth = 640

// assignDialog asks to whom the selected cases go and shows beforehand who
// gets what.
type assignDialog struct {
	page      *Page
	cursor    int
	sheet     *look.Sheet
	to        *field.Select
	content   *fyne.Container
	preview   *fyne.Container
	do        *look.Button
	officer   casework.Officer
	proposals []Proposal
	lane      *task.Latest
}

// openAssign begins with the selected cases, or with the one at the cursor.
func (p *Page) openAssign() {
	rows := p.model.chosen(p.table.Cursor())
	if p.model.MayAssign() != nil || len(rows) == 0 {
		return
	}
	d := &assignDialog{page: p, cursor: p.table.Cursor(), lane: task.NewLatest(p.deps.Tasks)}
	title := "Assign " + string(rows[0].Reference)
	if len(rows) > 1 {
		title = fmt.Sprintf("Assign %d cases", len(rows))
	}
	var names []string
	for _, o := range p.model.Handlers() {
		names = append(names, o.Name)
	}
	form := field.NewForm()
	d.to = form.Select("to", "Give to", names...)
	d.to.Changed = d.chosen
	d.preview = look.Column(8, look.NewSentence(look.Words("Choose an officer to see who gets what.").In(look.Muted)))
	d.do = look.NewPrimary("Assign", d.run).With("", "Ctrl+Enter")
	d.do.Shut("Choose an officer")
	d.content = look.Column(14, look.NewTxt(title, look.SizeSection, look.Text, true), form.In(look.Column(0, d.to.Object())),
		look.AtLeast(0, 210, look.Scroll(d.preview)),
		look.Line(10, look.Gap(), look.NewButton("Not now", func() { d.sheet.Close() }).With("", "Esc"), d.do))
	d.sheet = look.OpenDialog(p.deps.Frame.Window().Canvas(), dialogWidth, d.content,
		keys.NewBlocking().On("Ctrl+Enter", func() { d.do.Press() }), d.to.Focusable())
	d.sheet.Closed = d.lane.Drop
}

// chosen asks what giving the cases to the officer would do.
func (d *assignDialog) chosen(name string) {
	for _, o := range d.page.model.Handlers() {
		if o.Name == name {
			d.officer = o
		}
	}
	d.do.Shut("Looking at each case")
	task.RunLatest(d.lane, d.page.model.Proposing(d.cursor, d.officer.ID), func(all []Proposal, err error) {
		if err != nil {
			d.sheet.Close()
			d.page.deps.Frame.Problem(err)
			return
		}
		d.proposals = all
		d.show()
	})
}

// show names every case with who has it now, or with the reason against it.
func (d *assignDialog) show() {
	may := 0
	lines := make([]fyne.CanvasObject, len(d.proposals))
	for i, p := range d.proposals {
		if p.Refused == "" {
			may++
		}
		lines[i] = d.line(p)
	}
	d.preview.Objects = lines
	d.preview.Refresh()
	name := casework.ShortName(d.officer.Name)
	switch may {
	case 0:
		d.do.Shut("None can go to " + name)
	case 1:
		d.do.Open()
		d.do.Say("Give 1 case to " + name)
	default:
		d.do.Open()
		d.do.Say(fmt.Sprintf("Give %d cases to %s", may, name))
	}
	d.content.Refresh() // the button's words have another width
}

func (d *assignDialog) line(p Proposal) fyne.CanvasObject {
	who := look.NewSentence(look.Bold(resident(p.Row)), look.Words("  "+string(p.Row.Reference)).In(look.Muted).At(look.SizeSmall))
	icon, what := look.NewIco(look.IconOnTrack, look.Green, 18),
		look.Words("From "+p.From+" to "+casework.ShortName(d.officer.Name)).In(look.Muted).At(look.SizeSmall)
	if p.Refused != "" {
		icon = look.NewIco(look.IconWarn, look.Red, 18)
		what = look.Words("Stays with " + p.From + ". " + p.Refused + ".").In(look.Red).At(look.SizeSmall)
	}
	return look.TopLine(10, look.Column(0, icon), look.Stretch(1, look.Column(0, who, look.NewSentence(what))))
}

// run does it, closes the dialog, tells the other screens and says what became
// of it.
func (d *assignDialog) run() {
	p := d.page
	work := p.model.Assigning(d.officer.ID, d.proposals)
	total := len(d.proposals)
	d.sheet.Close()
	task.Long(p.deps.Tasks, p.deps.Frame.Progress(), "Assigning",
		func(ctx context.Context, report func(task.Progress)) (Assigned, error) {
			return work(ctx, func(done int) { report(task.Progress{Words: "Assigning", Done: done, Total: total}) })
		},
		func(out Assigned, err error) {
			p.model.Select(nil)
			p.tell(out)
			if err != nil && err != context.Canceled {
				p.deps.Frame.Problem(err)
				return
			}
			var undo func()
			if out.CanUndo() {
				undo = func() { p.undo(out) }
			}
			p.deps.Frame.Toast(out.Sentence(), undo)
		})
}

func (p *Page) undo(out Assigned) {
	task.Run(p.deps.Tasks, p.model.Undoing(out), func(n int, err error) {
		p.tell(Assigned{Done: out.Done[:n]})
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.deps.Frame.Toast("Given back to the officers who had them.", nil)
	})
}

// tell publishes what changed, after it was kept. Where nobody listens the
// list is read again all the same.
func (p *Page) tell(out Assigned) {
	if p.deps.News == nil {
		p.Refresh()
		return
	}
	for _, done := range out.Done {
		p.deps.News.Case.Publish(news.CaseChanged{Reference: string(done.Row.Reference), Act: string(casework.ActAssign)})
	}
	if len(out.Done) == 0 {
		p.Refresh()
	}
}
