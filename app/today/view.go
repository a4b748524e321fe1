package today

import (
	"context"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
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
	// OpenForm shows a case with the form of an act on one of its requests.
	OpenForm(id int64, act casework.ActName, item int)
	// OpenList shows the whole of a list where it can be worked on: among the
	// cases.
	OpenList(l List, owing register.Owing, whose register.Scope)
	// OpenMonth shows what falls due day by day.
	OpenMonth()
}

// Deps is what the screen is wired to. All of it is needed but News.
type Deps struct {
	By       casework.Officer
	Office   string // the name of the officer's own office
	Register Register
	Today    func() calendar.Date
	Now      func() time.Time // for what is due by the minute
	Tasks    *task.Runner
	News     *news.Desk // may be nil
	Frame    Frame
	Ways     Ways
	// Print prints the huddle sheet. It is called away from the interface's
	// goroutine.
	Print func(ctx context.Context, h letter.Huddle) error
	// Away asks who covers during an absence; nil for an officer who may not.
	Away func()
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
	cards  []*card
	whole  fyne.CanvasObject
	cancel []func()
	wanted bool // the focus goes to the first row once there is one
	last   List // where a case was last opened
}

// New makes the screen and reads it.
func New(d Deps) *Page {
	p := &Page{deps: d, model: NewModel(d.Register, d.By, d.Office, d.Today, d.Now), lane: task.NewLatest(d.Tasks),
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
	buttons := []fyne.CanvasObject{scope}
	if p.deps.Away != nil {
		buttons = append(buttons, look.NewButton("Away", p.deps.Away).With("", "Alt+W"))
	}
	head := look.Titled("Today", look.Stretch(1, p.line), append(buttons, look.NewButton("Month", p.deps.Ways.OpenMonth).With("", "Alt+M"),
		look.NewPrimary("Print huddle sheet", p.print).With(look.IconPrint, "Ctrl+P"))...)
	var cards []fyne.CanvasObject
	for _, of := range [][]List{{Overdue}, {DueToday}, {DueSoon}, {Promises, Reviews}, {Waiting, Others}, {Unassigned, Letters}} {
		c := newCard(p, of)
		p.cards, cards = append(p.cards, c), append(cards, c.holder)
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
	at := make([]Row, len(p.cards))
	for i, c := range p.cards {
		at[i], _ = p.model.At(c.list, c.rows.Cursor())
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
		p.openList(l)
	default:
		p.deps.Ways.OpenCase(r.Case)
	}
}

func (p *Page) openList(l List) { p.deps.Ways.OpenList(l, p.model.Owing(l), p.model.Of()) }

// onRequest opens the form of an act on the request under the cursor, while the
// list of what others owe us has it.
func (p *Page) onRequest(act casework.ActName) {
	c := p.cardOf(Others)
	if c.list != Others || !c.rows.Focused() {
		return
	}
	if r, ok := p.model.At(Others, c.rows.Cursor()); ok && r.Case != 0 {
		p.last = Others
		p.deps.Ways.OpenForm(r.Case, act, r.Item)
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
	hints := []shell.Hint{{Key: "1–9", Words: "Go to a list"}, {Key: "Enter", Words: "Open"},
		{Key: "Ctrl+N", Words: "New"}, {Key: "F1", Words: "Help"},
		{Key: "Alt+M", Words: "The month, day by day"}, {Key: "Alt+L", Words: "All of this list, among the cases"},
		{Key: "R", Words: "Remind those we wait for; A when they answered"}, {Key: "Ctrl+P", Words: "Print the huddle sheet"}}
	if p.deps.Away != nil {
		hints = append(hints, shell.Hint{Key: "Alt+W", Words: "Away: who covers"})
	}
	return hints
}

// Keys are 1 to 9 for the lists, Alt+L for all of the list with the cursor, and
// in what we wait for R to remind and A for an answer.
func (p *Page) Keys() *keys.Layer {
	layer := keys.NewLayer().On("Ctrl+P", p.print).On("Alt+M", p.deps.Ways.OpenMonth).On("Alt+L", p.allOfIt)
	for _, c := range []struct {
		letters [2]keys.Chord
		act     casework.ActName
	}{{[2]keys.Chord{"r", "R"}, casework.ActRemind}, {[2]keys.Chord{"a", "A"}, casework.ActGotAnswer}} {
		for _, letter := range c.letters {
			layer.On(letter, func() { p.onRequest(c.act) })
		}
	}
	for l := range listCount {
		layer.On(l.key(), func() { p.goTo(l) })
	}
	if p.deps.Away != nil {
		layer.On("Alt+W", p.deps.Away)
	}
	return layer
}

func (l List) key() keys.Chord { return keys.Chord(fmt.Sprint(int(l) + 1)) }

// allOfIt shows the list that has the cursor among the cases.
func (p *Page) allOfIt() {
	for _, c := range p.cards {
		if c.rows.Focused() {
			p.last = c.list
			p.openList(c.list)
		}
	}
}

func (p *Page) cardOf(l List) *card {
	for _, c := range p.cards {
		if slices.Contains(c.of, l) {
			return c
		}
	}
	return nil
}

// goTo moves the cursor to a list. One that is empty has no row to stand on:
// then its tab has the focus, where it has one.
func (p *Page) goTo(l List) {
	c := p.cardOf(l)
	c.turn(l)
	switch {
	case c.rows.Visible():
		look.Focus(c.rows)
	case c.tabs != nil:
		look.Focus(c.tabs)
	}
}

// FocusFirst puts the cursor back in the list from which a case was opened, or
// into the first that has a row.
func (p *Page) FocusFirst() {
	p.wanted = true
	for i := range listCount {
		if l := (p.last + i) % listCount; p.model.Lists[l].Total > 0 {
			p.wanted = false
			p.goTo(l)
			return
		}
	}
}

// Commands are the lists, for the palette.
func (p *Page) Commands() []shell.Command {
	all := []shell.Command{{Words: "Print huddle sheet", Key: "Ctrl+P", Do: p.print}}
	if p.deps.Away != nil {
		all = append(all, shell.Command{Words: "Away: who covers for whom", Key: "Alt+W", Do: p.deps.Away})
	}
	for l := range listCount {
		all = append(all, shell.Command{Words: "Go to " + l.Title(), Key: l.key(), Do: func() { p.goTo(l) }})
	}
	for l := range listCount {
		all = append(all, shell.Command{Words: l.Title() + " among the cases", Do: func() { p.openList(l) }})
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
