package letters

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Deps are what the screen needs of the program round it.
type Deps struct {
	Shell    *shell.Shell
	Register Register
	Printer  Printer
	By       casework.Officer
	Today    func() calendar.Date
	News     *news.Desk
	// Folder is where a letter is saved unless the officer says otherwise.
	Folder string
	// Office is the housing office of this desk, as a slip names it.
	Office string
	// Fix goes to where a finding is mended.
	Fix func(caseID int64, fix letter.Fix)
	// Write keeps a file; it is the program's only way to the disk from here.
	Write func(path string, data []byte) error
}

// View is one letter on the screen.
type View struct {
	deps   Deps
	model  *Model
	latest *task.Latest
	layer  *keys.Layer
	whole  *fyne.Container
	first  fyne.Focusable
	page   int
	scroll *container.Scroll
	say    *dispatchForm
	busy   bool // a print or a save is under way; a second press waits for it
	behind bool // it is done, and the screen does not show yet what became of it
}

// NewView is a letter of a case: one made before, or a draft.
func NewView(deps Deps, open Open) *View {
	v := &View{
		deps: deps, model: New(deps.Register, deps.Printer, deps.By, deps.Today, open),
		latest: task.NewLatest(deps.Shell.Tasks()), whole: look.Stack(),
	}
	v.model.Office = deps.Office
	v.layer = keys.NewLayer().
		On("Ctrl+P", v.print).On("F2", v.fix).On("Ctrl+S", v.save).On("Ctrl+O", v.open).
		On("Ctrl+Enter", v.next).On("PageDown", func() { v.turn(1) }).On("PageUp", func() { v.turn(-1) })
	v.Refresh()
	return v
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title is part of shell.Titled.
func (v *View) Title() string {
	if v.model.Now.Case.ID == 0 {
		return "" // not read yet
	}
	title := string(v.model.Now.Case.Reference) + " letter"
	switch v.model.Standing() {
	case Made:
		title += ", made"
	case Sent:
		title += ", sent"
	}
	return title
}

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Close is part of shell.Closer.
func (v *View) Close() { v.latest.Drop() }

// Hints is part of shell.Hinted.
func (v *View) Hints() []shell.Hint {
	switch v.model.Standing() {
	case Made:
		return []shell.Hint{{Key: "Ctrl+Enter", Words: "It went"}, {Key: "Ctrl+P", Words: "Print again"}, {Key: "Ctrl+O", Words: "Open"}, {Key: "Esc", Words: "Back to case"}}
	case Sent:
		return []shell.Hint{{Key: "Ctrl+O", Words: "Open"}, {Key: "Ctrl+S", Words: "Save as"}, {Key: "Esc", Words: "Back to case"}}
	}
	if v.model.none() {
		return []shell.Hint{{Key: "Esc", Words: "Back to case"}}
	}
	if v.model.Shut() {
		return []shell.Hint{{Key: "F2", Words: "Fix"}, {Key: "PgDn", Words: "Next page"}, {Key: "Esc", Words: "Back to case"}}
	}
	return []shell.Hint{{Key: "Ctrl+P", Words: "Print"}, {Key: "Ctrl+S", Words: "Save as"}, {Key: "Ctrl+O", Words: "Open"}, {Key: "Esc", Words: "Back to case"}}
}

// FocusFirst puts the cursor on what there is to do.
func (v *View) FocusFirst() {
	if v.first != nil {
		look.Focus(v.first)
	}
}

// Refresh fills and checks the letter again.
func (v *View) Refresh() {
	task.RunLatest(v.latest, v.model.Load, func(s Shown, err error) {
		v.behind = false
		if err != nil {
			v.drawNone(err)
			return
		}
		v.model.Show(s)
		mine := look.Holds(v.deps.Shell.Window().Canvas(), v.whole)
		v.draw()
		if mine {
			v.FocusFirst()
		}
	})
}

// drawNone says why there is no such letter, where the screen shows none yet.
func (v *View) drawNone(err error) {
	if len(v.whole.Objects) > 0 {
		v.deps.Shell.Problem(err)
		return
	}
	back := look.NewPrimary("Back to the case", func() { v.deps.Shell.Back() }).With("", "Esc")
	v.first = back
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Card(look.EmptyState(capital(err.Error())+".", back)))}
	v.whole.Refresh()
	v.deps.Shell.ShowHints()
	v.FocusFirst()
}

// next is the one next action: print a draft, or say how the letter went.
func (v *View) next() {
	switch v.model.Standing() {
	case Draft:
		if v.model.Shut() {
			v.fix()
			return
		}
		v.print()
	case Made:
		if v.model.Stale() {
			v.again()
			return
		}
		v.say.save()
	}
}

func (v *View) print() {
	if v.model.Shut() {
		v.deps.Shell.Problem(ErrShut)
		return
	}
	if v.model.Stale() {
		v.again()
		return
	}
	m := v.model
	v.run(m.Print)
}

// run does one piece of work that ends with words for the officer; until it is
// done and shown nothing else of its kind begins, so that one press makes one
// letter.
func (v *View) run(work func(context.Context) (string, error)) {
	if v.busy || v.behind {
		return
	}
	v.busy = true
	task.Run(v.deps.Shell.Tasks(), work, func(words string, err error) {
		v.busy, v.behind = false, true
		if err != nil {
			v.deps.Shell.Problem(err)
		} else if words != "" {
			v.deps.Shell.Toast(words, nil)
		}
		v.changed()
	})
}

func (v *View) changed() {
	v.deps.News.Case.Publish(news.CaseChanged{Reference: string(v.model.Now.Case.Reference), Act: "letter"})
	v.Refresh()
}

func (v *View) open() {
	m := v.model
	v.run(func(ctx context.Context) (string, error) { return "", m.Open(ctx) })
}

func (v *View) save() {
	if v.model.Shut() {
		v.deps.Shell.Problem(ErrShut)
		return
	}
	m := v.model
	v.deps.Shell.SaveAs("Save the letter", filepath.Join(v.deps.Folder, m.FileName()), func(path string) string {
		v.run(func(ctx context.Context) (string, error) {
			pdf, err := m.Bytes(ctx)
			if err != nil {
				return "", err
			}
			return "Saved as " + path + ".", v.deps.Write(path, pdf)
		})
		return ""
	})
}

// again turns back to a draft with today's date.
func (v *View) again() {
	v.model.Again()
	v.Refresh()
	v.deps.Shell.Toast("Made again with today's date. Look it over and print it.", nil)
}

// fix goes to where the first finding that keeps Print shut is mended.
func (v *View) fix() {
	failing := letter.Failing(v.model.Now.Findings)
	if len(failing) == 0 || v.model.Standing() != Draft {
		return
	}
	v.deps.Fix(v.model.caseID, failing[0].Fix)
}

func (v *View) turn(by int) {
	pages := len(v.model.Now.Letter.Document.Pages)
	to := max(0, min(v.page+by, pages-1))
	if to != v.page {
		v.page = to
		v.draw()
	}
}

// draw lays the screen out again from the model.
func (v *View) draw() {
	m := v.model
	v.first = nil
	link := look.NewLink(nameOr(m.Now.Case.Resident.Name), func() { v.deps.Shell.Back() })
	resident, title := look.Line(12, look.NewIco(look.IconLeft, look.Accent, 18), link), look.NewTxt(m.Now.Letter.Title, look.SizeTitle, look.Text, true)
	var head, body fyne.CanvasObject
	if v.narrow() {
		head = look.Flow(12, 8, resident, title, v.standing(), v.saveButton(), v.printButton())
		body = look.Scroll(look.Column(16, look.AtLeast(0, leastPage, v.paper()), v.side()))
	} else {
		head = look.Line(12, resident, title, v.standing(), look.Gap(), v.saveButton(), v.printButton())
		body = look.Edges(nil, nil, v.paper(), look.Pad(0, 0, 0, 16, look.AtLeast(sideWidth, 200, look.Scroll(v.side()))), nil)
	}
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Edges(look.Pad(0, 0, 12, 0, head), nil, body, nil, nil))}
	v.whole.Refresh()
	v.deps.Shell.ShowHints()
}

func nameOr(name string) string {
	if name == "" {
		return "Name not given"
	}
	return name
}

func (v *View) standing() fyne.CanvasObject {
	switch v.model.Standing() {
	case Made:
		return look.NewChip("Made "+v.model.Now.Kept.Dated.Short()+", not sent", look.Soon.As(look.IconPen))
	case Sent:
		return look.NewChip(fmt.Sprintf("%s %s", capital(string(v.model.Now.Kept.How)), v.model.Now.Kept.Sent.Short()), look.OnTrack.As(look.IconCheck))
	}
	return look.NewChip("Draft", look.Soon.As(look.IconPen))
}

func (v *View) saveButton() fyne.CanvasObject {
	b := look.NewButton("Save as", v.save).With(look.IconSave, "Ctrl+S")
	if v.model.Shut() {
		b.Shut("Save is shut")
	}
	return b
}

func (v *View) printButton() fyne.CanvasObject {
	label := "Print"
	if v.model.Standing() != Draft {
		label = "Print again"
	}
	b := look.NewButton(label, v.print).With(look.IconPrint, "Ctrl+P")
	if v.model.Standing() == Draft {
		b = look.NewPrimary(label, v.print).With(look.IconPrint, "Ctrl+P")
	}
	if v.model.Shut() {
		b.Shut("Print is shut")
	} else {
		v.first = b
	}
	return b
}

func (v *View) paper() fyne.CanvasObject {
	pages := v.model.Now.Letter.Document.Pages
	if len(pages) == 0 {
		return look.EmptyState("There is no page yet.", nil)
	}
	v.page = min(v.page, len(pages)-1)
	var marked []string
	if v.model.Standing() == Draft {
		for _, f := range letter.Failing(v.model.Now.Findings) {
			marked = append(marked, f.Block)
		}
	}
	thumbs := look.Column(10)
	for i, p := range pages {
		thumbs.Add(thumbnail(p, i == v.page))
		thumbs.Add(look.NewTxt(fmt.Sprintf("%d of %d", i+1, len(pages)), look.SizeSmall, look.Text, i == v.page).Centre())
	}
	sheet := NewSheet(pages[v.page], v.zoom(), marked...)
	if e, ok := paper.EnvelopeNamed(v.envelope()); ok && v.page == 0 && v.model.Enveloped() {
		sheet.Window(e.Safe)
	}
	v.scroll = container.NewScroll(container.NewCenter(look.Pad(14, 14, 14, 14, sheet)))
	sheets := look.Edges(nil, look.Pad(14, 6, 14, 14, thumbs), v.scroll, nil, nil)
	return look.Stack(look.NewRect(look.LedgerHol, 8), sheets)
}

// envelope is the envelope chosen for this letter, or the office's own.
func (v *View) envelope() string {
	if v.model.Envelope != "" {
		return v.model.Envelope
	}
	return v.model.Now.moment.Settings.Envelope
}

// thumbnail is a page in little: its lines of words as bars.
func thumbnail(p paper.Page, current bool) fyne.CanvasObject {
	const zoom = 0.34
	ground := look.NewRect(look.Surface, 0)
	if current {
		ground.Paint(look.Surface, look.Fill, 2)
	}
	objs := []fyne.CanvasObject{ground}
	for _, line := range textLines(p) {
		bar := look.NewRect(look.Border, 0)
		bar.Move(fyne.NewPos(float32(line.X)*zoom, float32(line.Y)*zoom))
		bar.Resize(fyne.NewSize(float32(line.Width)*zoom, 1.5))
		objs = append(objs, bar)
	}
	size := fyne.NewSize(float32(p.Width)*zoom, float32(p.Height)*zoom)
	ground.Resize(size)
	return look.AtLeast(size.Width, size.Height, container.NewWithoutLayout(objs...))
}

// textLines joins the words of each line of a page.
func textLines(p paper.Page) []paper.Zone {
	var lines []paper.Zone
	for _, w := range p.Words {
		n := len(lines) - 1
		if n >= 0 && lines[n].Y == w.Y && w.X-lines[n].Right() < 10 {
			lines[n].Width = w.X + w.Width - lines[n].X
			continue
		}
		lines = append(lines, paper.Zone{X: w.X, Y: w.Y, Width: w.Width})
	}
	return lines
}
