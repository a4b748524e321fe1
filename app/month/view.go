package month

import (
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// Ways are the ways out of the screen.
type Ways interface {
	// OpenCase shows a case.
	OpenCase(id int64)
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
	Problem  func(error)
	Ways     Ways
}

// newsPause gathers the news of a change to many cases.
const newsPause = 60 * time.Millisecond

// rowHeight is that of a row of the day's list, and sideWidth the room beside
// the month.
const (
	rowHeight = 54
	leastRows = 4
	sideWidth = 392
)

// Page is the screen.
type Page struct {
	deps   Deps
	model  *Model
	lane   *task.Latest
	days   *task.Latest   // one day's list
	soon   *task.Debounce // many pieces of news are one reading
	line   *look.Sentence
	warn   *look.Sentence
	banner *fyne.Container
	grid   *look.MonthGrid
	tabs   *look.Tabs // the day's list or the load; nil for those who may not see it
	title  *look.Txt
	about  *look.Sentence
	rows   *look.List
	none   *look.Sentence
	empty  *fyne.Container
	side   *fyne.Container
	whole  fyne.CanvasObject
	cancel []func()
}

// New makes the screen and reads the month of today.
func New(d Deps) *Page {
	p := &Page{deps: d, model: NewModel(d.Register, d.By, d.Office, d.Today, d.Now), lane: task.NewLatest(d.Tasks),
		days: task.NewLatest(d.Tasks), soon: task.NewDebounce(d.Tasks, newsPause)}
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
	p.line, p.warn = look.NewSentence(), look.NewSentence()
	var labels []string
	for _, s := range p.model.Scopes() {
		labels = append(labels, s.Label)
	}
	scope := look.NewSegmented(labels, func(place int) {
		p.model.SetScope(place)
		p.Refresh()
	})
	scope.Set(p.model.Scope())
	p.title = look.NewTxt("", look.SizeTitle, look.Text, true)
	head := look.Titled("Month", look.Stretch(1, p.line), scope,
		look.NewSmall("Earlier", func() { p.goTo(p.model.ByMonths(-1)) }).With(look.IconLeft, "PgUp"),
		look.NewSmall("Today", p.toToday).With("", "T"),
		look.NewSmall("Later", func() { p.goTo(p.model.ByMonths(1)) }).With(look.IconRight, "PgDn"))
	p.banner = look.Pad(0, 0, 10, 0, look.Banner(look.Soon.As(look.IconInfo), p.warn, nil))
	p.banner.Hide()
	p.grid = look.NewMonthGrid(p.toList)
	p.grid.Lead = p.lead
	p.grid.Pick = func(place int) { p.goTo(p.model.first().AddDays(place)) }
	p.buildSide()
	p.whole = look.Screen(look.Edges(look.Column(0, look.Pad(0, 0, 12, 0, head), p.banner), nil,
		look.Scroll(look.Beside(16, sideWidth, p.grid, p.side)), nil, nil))
}

func (p *Page) buildSide() {
	p.about, p.none = look.NewSentence(), look.NewSentence()
	p.rows = look.NewList(rowHeight, func() int { return len(p.model.Rows) },
		func() fyne.CanvasObject { return look.NewTwoLines() },
		func(place int, o fyne.CanvasObject) { o.(*look.TwoLines).Say(p.model.Rows[place].Words()) })
	p.rows.Open = p.open
	p.empty = look.Pad(14, 16, 14, 16, look.Column(0, p.none))
	if p.model.MaySeeLoad() {
		p.tabs = look.NewTabs([]string{"This day", "Load by officer"}, func(int) { p.drawSide() })
	}
	p.side = look.Stack()
	p.drawSide()
}

// lead moves the cursor of the month.
func (p *Page) lead(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyLeft:
		p.goTo(p.model.ByDays(-1))
	case fyne.KeyRight:
		p.goTo(p.model.ByDays(1))
	case fyne.KeyUp:
		p.goTo(p.model.ByDays(-7))
	case fyne.KeyDown:
		p.goTo(p.model.ByDays(7))
	case fyne.KeyPageUp:
		p.goTo(p.model.ByMonths(-1))
	case fyne.KeyPageDown:
		p.goTo(p.model.ByMonths(1))
	case fyne.KeyHome:
		p.goTo(p.model.Begin())
	case fyne.KeyEnd:
		p.goTo(p.model.End())
	default:
		return false
	}
	return true
}

func (p *Page) toToday() { p.goTo(p.model.Today()) }

// goTo moves to a day. The days of another month are read first; those shown
// until then stay.
func (p *Page) goTo(day calendar.Date) {
	if p.model.GoTo(day) {
		p.Refresh()
		return
	}
	p.showDays()
	look.Reveal(p.grid)
	task.RunLatest(p.days, p.model.LoadingDay(), p.took)
}

// Refresh reads everything again. What is shown stays until the answer is
// there, and stays too when there is none.
func (p *Page) Refresh() {
	p.days.Drop()
	task.RunLatest(p.lane, p.model.Loading(), p.took)
}

func (p *Page) took(l Loaded, err error) {
	if err != nil {
		p.deps.Problem(err)
		return
	}
	focused := p.rows.Focused()
	p.model.Show(l)
	p.rows.GoTo(0)
	p.rows.Reload()
	p.showDays()
	p.drawSide()
	if focused && len(p.model.Rows) == 0 { // what has gone cannot keep the cursor
		look.Focus(p.grid)
	}
	p.whole.Refresh()
}

// showDays draws the month with its cursor.
func (p *Page) showDays() {
	days := make([]look.MonthDay, len(p.model.Days))
	for i, d := range p.model.Days {
		days[i] = look.MonthDay{Date: d.Number, Count: d.Count, Note: d.ShortHoliday(), Lines: d.Lines, Label: d.Label(),
			Rest: d.Rest, Bank: d.Holiday != "", Out: d.Out, Today: d.Today, Tone: look.Plain}
		if d.Late {
			days[i].Tone = look.Late
		}
	}
	p.grid.Set(days, p.model.Place())
	late, rest := p.model.Sentence()
	p.line.Say(look.Bold(p.model.Title()+". ").In(look.Text), look.Bold(late).In(look.Red), look.Words(rest).In(look.Muted))
	p.warn.Say(look.Words(p.model.Warning()))
	if was := p.banner.Hidden; was != (p.model.Warning() == "") {
		p.banner.Hidden = !was
		p.whole.Refresh()
	}
}

// drawSide shows the day's list or, to a manager who asks, the load.
func (p *Page) drawSide() {
	if p.tabs != nil && p.tabs.Chosen() == 1 {
		p.side.Objects = []fyne.CanvasObject{look.Headed(look.Plain, look.Line(6, look.Stretch(1, p.tabs), look.NewKeycap("Alt+O")), p.load())}
		p.side.Refresh()
		return
	}
	p.about.Say(look.Words(p.model.DayWords()).In(look.Muted))
	p.none.Say(look.Words(p.model.WhyEmpty()).In(look.Muted))
	p.rows.Hidden, p.empty.Hidden = len(p.model.Rows) == 0, len(p.model.Rows) > 0
	day := look.Pad(10, 16, 10, 16, look.Column(2, look.NewTxt(p.model.Day().Long(), look.SizeCard, look.Text, true), p.about))
	list := look.AtLeast(0, leastRows*rowHeight, look.Stack(p.rows, look.Edges(p.empty, nil, nil, nil, nil)))
	body := look.Edges(look.Column(0, day, look.NewRule(look.Border)), nil, list, nil, nil)
	head := look.Head("This day")
	if p.tabs != nil {
		head = look.Line(6, look.Stretch(1, p.tabs), look.NewKeycap("Alt+O"))
	}
	p.side.Objects = []fyne.CanvasObject{look.Headed(look.Plain, head, body)}
	p.side.Refresh()
}

// toList goes from the month to the list of its day.
func (p *Page) toList() {
	if p.tabs != nil && p.tabs.Chosen() != 0 {
		p.tabs.Choose(0)
	}
	if len(p.model.Rows) > 0 {
		look.Focus(p.rows)
	}
}

func (p *Page) open(place int) {
	if r := p.model.Rows[place]; r.Case != 0 {
		p.deps.Ways.OpenCase(r.Case)
	}
}

// turn shows the other side of the day: its list or the load.
func (p *Page) turn() {
	if p.tabs != nil {
		p.tabs.Choose(1 - p.tabs.Chosen())
	}
}

// Escape goes from the list back to the month before it leaves the screen.
func (p *Page) Escape() bool {
	if !p.rows.Focused() {
		return false
	}
	look.Focus(p.grid)
	return true
}

// Object is part of shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.whole }

// Title is part of shell.Titled.
func (p *Page) Title() string { return "Month" }

// FocusFirst puts the cursor on its day.
func (p *Page) FocusFirst() { look.Focus(p.grid) }

// Hints name the keys of the screen.
func (p *Page) Hints() []shell.Hint {
	return []shell.Hint{{Key: "PgUp", Words: "Month before"}, {Key: "PgDn", Words: "Month after"}, {Key: "T", Words: "Today"}, {Key: "Enter", Words: "The day's list"},
		{Key: "Home", Words: "First day of the month; End the last"}, {Key: "Alt+O", Words: "Load by officer, for a complaints manager"}}
}

// Keys are T for today, the pages for the months, and Alt+O for the load.
func (p *Page) Keys() *keys.Layer {
	return keys.NewLayer().On("T", p.toToday).On("t", p.toToday).On("Alt+O", p.turn).
		On("PgUp", func() { p.goTo(p.model.ByMonths(-1)) }).On("PgDn", func() { p.goTo(p.model.ByMonths(1)) })
}

// Commands are for the palette.
func (p *Page) Commands() []shell.Command {
	all := []shell.Command{{Words: "Go to today", Key: "T", Do: p.toToday},
		{Words: "The month before", Key: "PgUp", Do: func() { p.goTo(p.model.ByMonths(-1)) }},
		{Words: "The month after", Key: "PgDn", Do: func() { p.goTo(p.model.ByMonths(1)) }}}
	if p.tabs != nil {
		all = append(all, shell.Command{Words: "Load by officer", Key: "Alt+O", Do: p.turn})
	}
	return all
}

// Close gives up the news and whatever is still being read.
func (p *Page) Close() {
	p.lane.Drop()
	p.days.Drop()
	p.soon.Stop()
	for _, c := range p.cancel {
		c()
	}
}
