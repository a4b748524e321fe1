package today

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// Frame is what the screen asks of the frame round it.
type Frame interface {
	Toast(words string, undo func())
	Problem(err error)
}

// Ways are the ways out of the screen.
type Ways interface {
	// OpenCase shows a case.
	OpenCase(id int64)
	// OpenList shows the whole of a list where it can be worked on: among the
	// cases, or among the promises.
	OpenList(l List)
}

// Deps is what the screen is wired to. All of it is needed but News.
type Deps struct {
	By       casework.Officer
	Office   string // the name of the officer's own office
	Register Register
	Today    func() calendar.Date
	Tasks    *task.Runner
	News     *news.Desk // may be nil
	Frame    Frame
	Ways     Ways
	// Print prints the huddle sheet. It is called away from the interface's
	// goroutine.
	Print func(ctx context.Context, h letter.Huddle) error
}

// newsPause gathers the news of a change to many cases.
const newsPause = 60 * time.Millisecond

// Page is the screen.
type Page struct {
	deps   Deps
	model  *Model
	lane   *task.Latest
	soon   *task.Debounce // many pieces of news are one reading
	line   *look.Sentence
	cards  [listCount]*card
	whole  fyne.CanvasObject
	cancel []func()
	wanted bool // the focus goes to the first row once there is one
	last   List // where a case was last opened
}

// New makes the screen and reads it.
func New(d Deps) *Page {
	p := &Page{deps: d, model: NewModel(d.Register, d.By, d.Office, d.Today), lane: task.NewLatest(d.Tasks),
		soon: task.NewDebounce(d.Tasks, newsPause)}
	p.build()
	if d.News != nil {
		p.cancel = append(p.cancel,
			d.News.Case.Subscribe(func(news.CaseChanged) { p.soon.Call(p.Refresh) }),
			d.News.Settings.Subscribe(func(string) { p.soon.Call(p.Refresh) }))
	}
	p.Refresh()
	return p
}

func (p *Page) build() {
	p.line = look.NewSentence()
	var labels []string
	for _, s := range p.model.Scopes() {
		labels = append(labels, s.Label)
	}
	scope := look.NewSegmented(labels, func(place int) {
		p.model.SetScope(place)
		p.Refresh()
	})
	scope.Set(p.model.Scope())
	head := look.Titled("Today", look.Stretch(1, p.line), scope,
		look.NewPrimary("Print huddle sheet", p.print).With(look.IconPrint, "Ctrl+P"))
	cards := make([]fyne.CanvasObject, listCount)
	for l := range listCount {
		p.cards[l] = newCard(p, l)
		cards[l] = p.cards[l].holder
	}
	p.whole = look.Screen(look.Edges(look.Pad(0, 0, 14, 0, head), nil,
		look.Scroll(look.Grid(3, 330, 16, cards...)), nil, nil))
}

// Refresh reads everything again. What is shown stays until the answer is
// there, and stays too when there is none.
func (p *Page) Refresh() {
	task.RunLatest(p.lane, p.model.Loading(), func(l Loaded, err error) {
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.show(l)
	})
}

// show takes over what was read; each cursor stays on its duty, or at its
// place when that has gone.
func (p *Page) show(l Loaded) {
	var at [listCount]Row
	for i, c := range p.cards {
		at[i], _ = p.model.At(List(i), c.list.Cursor())
	}
	p.model.Show(l)
	p.line.Say(runs(p.model.Headline)...)
	for i, c := range p.cards {
		c.show(at[i])
	}
	p.whole.Refresh()
	if p.wanted {
		p.FocusFirst()
	}
}

func runs(parts []Run) []look.Part {
	all := make([]look.Part, len(parts))
	for i, r := range parts {
		all[i] = look.Words(r.Text).In(look.Muted)
		if r.Tone != "" {
			all[i] = look.Bold(r.Text).In(look.OnTime(r.Tone).Ink)
		}
	}
	return all
}

func (p *Page) open(l List, place int) {
	r, ok := p.model.At(l, place)
	p.last = l
	switch {
	case !ok:
	case r.Case == 0:
		p.deps.Ways.OpenList(l)
	default:
		p.deps.Ways.OpenCase(r.Case)
	}
}

func (p *Page) print() {
	h := p.model.Huddle()
	task.Run(p.deps.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.deps.Print(ctx, h)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.deps.Frame.Toast("Huddle sheet handed to the printer.", nil)
	})
}

// Object is part of shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.whole }

// Title is part of shell.Titled.
func (p *Page) Title() string { return "Today" }

// Hints name the keys of the screen.
func (p *Page) Hints() []shell.Hint {
	return []shell.Hint{{Key: "1–6", Words: "Go to a list"}, {Key: "Enter", Words: "Open"},
		{Key: "Ctrl+N", Words: "New"}, {Key: "F1", Words: "Help"}}
}

// Keys are 1 to 6 for the lists, and Ctrl+P.
func (p *Page) Keys() *keys.Layer {
	layer := keys.NewLayer().On("Ctrl+P", p.print)
	for l := range listCount {
		layer.On(keys.Chord(fmt.Sprint(int(l)+1)), func() { p.goTo(l) })
	}
	return layer
}

// goTo moves the cursor to a list. One that is empty has no row to stand on.
func (p *Page) goTo(l List) {
	if p.cards[l].list.Visible() {
		look.Focus(p.cards[l].list)
	}
}

// FocusFirst puts the cursor back in the list from which a case was opened, or
// into the first that has a row.
func (p *Page) FocusFirst() {
	p.wanted = true
	for i := range listCount {
		if l := (p.last + i) % listCount; p.cards[l].list.Visible() {
			p.wanted = false
			p.goTo(l)
			return
		}
	}
}

// Commands are the lists, for the palette.
func (p *Page) Commands() []shell.Command {
	all := []shell.Command{{Words: "Print huddle sheet", Key: "Ctrl+P", Do: p.print}}
	for l := range listCount {
		all = append(all, shell.Command{Words: "Go to " + l.Title(), Key: keys.Chord(fmt.Sprint(int(l) + 1)), Do: func() { p.goTo(l) }})
	}
	return all
}

// Close gives up the news and whatever is still being read.
func (p *Page) Close() {
	p.lane.Drop()
	p.soon.Stop()
	for _, c := range p.cancel {
		c()
	}
}
