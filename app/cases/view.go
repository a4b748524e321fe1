package cases

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Frame is what the screen asks of the frame round it.
type Frame interface {
	Toast(words string, undo func())
	Problem(err error)
	Note(words string)
	Progress() task.Panel
	Window() fyne.Window
}

// Ways are the ways out of the screen.
type Ways interface {
	// OpenCase shows a case; coming back finds the list as it was left.
	OpenCase(id int64)
}

// Deps is what the screen is wired to. All of it is needed but News.
type Deps struct {
	By       casework.Officer
	Register Register
	Today    func() calendar.Date
	Tasks    *task.Runner
	News     *news.Desk // may be nil
	Frame    Frame
	Ways     Ways
	Last     *Last // where the list was left; may be nil
}

// leastHeight keeps a few rows in sight with large text: then the whole screen
// scrolls.
const leastHeight = 200

// newsPause gathers the news of a change to many cases.
const newsPause = 60 * time.Millisecond

// Page is the screen.
type Page struct {
	deps     Deps
	model    *Model
	reading  *task.Latest // of the list from its start
	further  *task.Latest // of what follows
	count    *task.Latest
	soon     *task.Debounce // many pieces of news are one reading
	stop     func()         // stops the long reading that is under way
	list     int            // number of the list shown: what was read for another is dropped
	busy     bool           // the next page is on its way
	filling  bool           // ticks are being drawn, not made
	in       room
	byChange bool // the columns are those of the order by last change
	cursor   int  // where the table's cursor was last
	typed    finder
	same     *sameDialog // the last one opened

	tabs    *look.Tabs
	filters []*filter
	order   *filter
	clear   *look.Button
	chips   *fyne.Container
	chipped string // what the chips say
	assign  *look.Button
	counted *look.Txt
	table   *table
	holder  *fyne.Container // of the table
	empty   *fyne.Container
	again   *look.Button // clears the filters from the empty state
	none    *look.Sentence
	whole   fyne.CanvasObject
	cancel  []func()
}

// New makes the screen and reads it. arg is the [Tab] to begin with, an [Open],
// or nil for the list as it was left.
func New(d Deps, arg any) *Page {
	p := &Page{deps: d, model: NewModel(d.Register, d.By, d.Today, AllOpen),
		reading: task.NewLatest(d.Tasks), further: task.NewLatest(d.Tasks), count: task.NewLatest(d.Tasks),
		soon: task.NewDebounce(d.Tasks, newsPause)}
	place, id := p.model.Begin(arg, d.Last)
	p.typed.page = p
	p.build()
	if d.News != nil {
		p.cancel = append(p.cancel,
			d.News.Case.Subscribe(func(news.CaseChanged) { p.soon.Call(p.Refresh) }),
			d.News.Settings.Subscribe(func(string) { p.soon.Call(p.Refresh) }))
	}
	p.read(place, id)
	return p
}

func (p *Page) build() {
	p.tabs = look.NewTabs(tabNames[:], func(place int) { p.setTab(Tab(place)) })
	p.tabs.Set(int(p.model.Tab()))
	p.assign = look.NewSmall("Assign", p.openAssign).With(look.IconUser, "Alt+A")
	if p.model.MayAssign() != nil {
		p.assign.Shut("Investigating officers assign")
	}
	saved := look.NewSmall("Views", func() { p.openSaved(false) }).With(look.IconCases, "Alt+V")
	head := look.Titled("Cases", look.Stretch(1, p.tabs), saved, p.assign)
	p.counted = look.NewTxt("", look.SizeBody, look.Muted, false).Right()
	filters := p.newFilters()
	narrowing := look.Column(8, look.TopLine(12, look.Stretch(1, filters), look.AtLeast(0, 36, p.counted)), p.chips)
	p.holder = look.Stack()
	p.fit(wide)
	p.none = look.NewSentence()
	p.again = look.NewButton("Clear filters", func() { p.setFilter(Filter{}) }).With("", "Esc")
	p.empty = look.Stack(look.Framed(look.Column(0, look.Pad(16, 16, 16, 16, look.Column(12, p.none, look.Line(0, p.again))))))
	p.empty.Hide()
	p.whole = look.Screen(look.Scroll(look.Edges(look.Pad(0, 0, 12, 0, look.Column(10, head, narrowing)), nil,
		look.AtLeast(0, leastHeight, look.Stack(container.New(&fits{p}, p.holder), p.empty)), nil, nil)))
}

// setTab goes to a standing view.
func (p *Page) setTab(t Tab) {
	p.model.SetTab(t)
	p.fromStart()
}

func (p *Page) setFilter(f Filter) {
	p.model.SetFilter(f)
	p.fromStart()
}

func (p *Page) setSort(s register.Sort) {
	p.model.SetSort(s)
	p.fromStart()
}

// fromStart reads another list, with the cursor at its top.
func (p *Page) fromStart() {
	p.showNarrowing()
	p.keep()
	p.read(0, 0)
}

// Refresh reads the list again as far as the cursor has come. The cursor stays
// on its case, or at its place when that has gone.
func (p *Page) Refresh() {
	current, _ := p.table.Current()
	p.read(p.table.Cursor(), current.ID)
}

// keep remembers where the list is left.
func (p *Page) keep() {
	current, _ := p.table.Current()
	p.model.Keep(p.deps.Last, p.table.Cursor(), current.ID)
}

func (p *Page) read(place int, id int64) {
	p.dropFurther()
	task.RunLatest(p.reading, p.model.Loading(place), func(l Loaded, err error) {
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.model.Show(l)
		if at := p.model.Place(id); at >= 0 {
			place = at
		}
		p.showList(place)
	})
	task.RunLatest(p.count, p.model.Counting(), func(c Counts, err error) {
		if err == nil { // the list itself has said what is wrong
			p.model.ShowCounts(c)
			p.showCounts()
		}
	})
}

func (p *Page) showList(cursor int) {
	focused := p.table.Focused() || p.again.Focused()
	p.fit(p.in) // the order may have a column of its own
	p.fill(cursor)
	p.holder.Hidden, p.empty.Hidden = p.model.Empty(), !p.model.Empty()
	narrowed := p.model.IsNarrowed()
	p.again.Hidden = !narrowed
	switch {
	case narrowed:
		p.none.Say(look.Words("No cases match.").In(look.Muted))
	case p.model.Tab() == Everything:
		p.none.Say(look.Words("There are no cases yet. Record the first with Ctrl+N.").In(look.Muted))
	default:
		p.none.Say(look.Words("No cases here: " + p.model.Tab().Name() + " is empty.").In(look.Muted))
	}
	p.showNarrowing()
	p.showSelection()
	p.whole.Refresh()
	if focused {
		p.focusRows()
	}
}

// showNarrowing follows tab and filters.
func (p *Page) showNarrowing() {
	p.tabs.Set(int(p.model.Tab()))
	for _, f := range append(p.filters[:len(p.filters):len(p.filters)], p.order) {
		f.show(p.model.Filter())
	}
	p.showChips()
}

func (p *Page) showCounts() {
	for t := range tabCount {
		p.tabs.Count(int(t), grouped(p.model.TabCount(t)))
	}
	p.counted.Say(p.model.CountLine(), look.Muted)
	p.whole.Refresh() // the filters get the width that the count leaves them,
	p.whole.Refresh() // and the list what their lines then leave it
}

// fetchMore reads the next page when the rows in sight come near the last.
func (p *Page) fetchMore() {
	if p.busy || p.filling || !p.model.More() {
		return
	}
	p.busy = true
	task.RunLatest(p.further, p.model.LoadingMore(), func(f Further, err error) {
		p.busy = false
		if err != nil {
			p.deps.Frame.Problem(err)
			return
		}
		p.addRows(f)
	})
}

func (p *Page) addRows(f Further) {
	p.model.ShowMore(f)
	p.table.AddRows(f.rows)
}

// readUntil reads on until a row fits or the list ends, with Stop when it takes
// long, and then says where the row is.
func (p *Page) readUntil(words string, fits func(register.Row) bool, then func(place int)) {
	work, total := p.model.LoadingUntil(fits), p.model.counts.Shown
	p.dropFurther()
	p.busy = true
	list := p.list
	p.stop = task.Long(p.deps.Tasks, p.deps.Frame.Progress(), words,
		func(ctx context.Context, report func(task.Progress)) (Further, error) {
			return work(ctx, func(rows int) { report(task.Progress{Words: words, Done: rows, Total: total}) })
		},
		func(f Further, err error) {
			if list != p.list {
				return
			}
			p.busy = false
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				p.deps.Frame.Problem(err)
			default:
				p.addRows(f)
				then(f.Found)
			}
		})
}

// dropFurther gives up whatever is being read below the rows there are.
func (p *Page) dropFurther() {
	p.further.Drop()
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	p.list++
	p.busy = false
}

// Object is part of shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.whole }

// Title is part of shell.Titled.
func (p *Page) Title() string { return "Cases" }

// Hints name the keys of the screen.
func (p *Page) Hints() []shell.Hint {
	hints := []shell.Hint{
		{Key: "Space", Words: "Select"}, {Key: "Alt+A", Words: "Assign"}, {Key: "A–Z", Words: "Find in the list"}, {Key: "Enter", Words: "Open"},
		{Key: "Alt+M", Words: "More filters"}, {Key: "Alt+V", Words: "Saved views"}, {Key: "Alt+S", Words: "Save this view"},
		{Key: "Ctrl+PgDn", Words: "Next standing view; Ctrl+PgUp the one before"},
	}
	for _, s := range Sortings() {
		hints = append(hints, shell.Hint{Key: keys.Chord(s.Key), Words: "Sort by " + strings.ToLower(s.Words) + "; again turns the order round"})
	}
	if p.model.MayJoin() == nil {
		hints = append(hints, shell.Hint{Key: "Alt+J", Words: "Same person: join two residents, or part them"})
	}
	return hints
}

// FocusFirst puts the cursor in the list, where it was.
func (p *Page) FocusFirst() { p.focusRows() }

func (p *Page) focusRows() {
	if p.model.Empty() {
		if !p.again.Hidden {
			look.Focus(p.again)
			return
		}
		look.Focus(p.tabs)
		return
	}
	look.Focus(p.table.List)
}

// Escape takes back one thing at a time: what was typed to find, the
// selection, the filters.
func (p *Page) Escape() bool {
	switch {
	case p.typed.text != "":
		p.typed.stop()
	case p.model.Selected() > 0:
		p.model.Select(nil)
		p.fill(p.table.Cursor())
		p.showSelection()
	case p.model.IsNarrowed():
		p.setFilter(Filter{})
	default:
		return false
	}
	return true
}

// Close gives up the news and whatever is still being read.
func (p *Page) Close() {
	p.reading.Drop()
	p.dropFurther()
	p.count.Drop()
	p.soon.Stop()
	p.typed.stop()
	p.deps.Frame.Note("")
	for _, c := range p.cancel {
		c()
	}
}

// Commands are the acts of the screen, for the palette.
func (p *Page) Commands() []shell.Command {
	all := []shell.Command{
		{Words: "Assign the selected cases", Key: "Alt+A", Do: p.openAssign},
		{Words: "More filters", Key: "Alt+M", Do: p.openMore},
		{Words: "Saved views", Key: "Alt+V", Do: func() { p.openSaved(false) }},
		{Words: "Save this view", Key: "Alt+S", Do: func() { p.openSaved(true) }},
	}
	if p.model.MayJoin() == nil {
		all = append(all, shell.Command{Words: "Same person: join two residents, or part them", Key: "Alt+J", Do: p.openSame})
	}
	for _, s := range Sortings() {
		all = append(all, shell.Command{Words: "Sort by " + strings.ToLower(s.Words), Key: keys.Chord(s.Key), Do: func() { p.setSort(s.By) }})
	}
	for t := range tabCount {
		all = append(all, shell.Command{Words: "Show cases: " + t.Name(), Do: func() { p.setTab(t) }})
	}
	return all
}

// Keys sort, go from view to view, assign, and find as letters are typed.
func (p *Page) Keys() *keys.Layer {
	layer := keys.NewLayer().
		On("Alt+A", p.openAssign).
		On("Alt+M", p.openMore).
		On("Alt+V", func() { p.openSaved(false) }).
		On("Alt+S", func() { p.openSaved(true) }).
		On("Alt+J", p.openSame).
		On("Ctrl+PgDn", func() { p.tabs.Choose(p.tabs.Chosen() + 1) }).
		On("Ctrl+PgUp", func() { p.tabs.Choose(p.tabs.Chosen() - 1) }).
		On("BackSpace", p.typed.back)
	for _, s := range Sortings() {
		layer.On(keys.Chord(s.Key), func() { p.setSort(s.By) })
	}
	for _, r := range findable() {
		layer.On(keys.Chord(r), func() { p.typed.add(r) })
	}
	return layer
}
