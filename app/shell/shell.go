package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

// Config is what the frame shows and needs.
type Config struct {
	Window fyne.Window
	Tasks  *task.Runner
	Theme  *look.Theme
	Items  []Item

	Today   string // in words: "Friday 13 November 2026"
	Office  string
	Officer string
	Role    string

	// Search finds cases and people as the officer types; nil hides nothing but
	// finds nothing.
	Search func(ctx context.Context, text string) ([]Hit, error)
	// Definition is what counts as a complaint, shown in Help (Code 1.2).
	Definition string
	// Guide prints what can be done with a case, and when, from Help; nil where
	// it is of no use.
	Guide func(ctx context.Context) (words string, err error)
	// WhatIf opens the place where a sum is worked out and nothing kept; Help leads
	// there, for every role. Nil where there is none.
	WhatIf func()
	// LookChanged is told of a new palette or text size, to remember it.
	LookChanged func(m look.Mode, textSize float32)
	// Commands are the program's own lines of the palette.
	Commands []Command
	// Log is told of an error that was shown; it may be nil.
	Log func(error)
}

// Hit is one line of search results.
type Hit struct {
	Words  string // "Maureen Tilley"
	Second string // "C-2026-0377K, stage 1, 14 Ladywell Rise"
	Route  Route
}

// Shell is the frame of the window.
type Shell struct {
	cfg     Config
	router  *keys.Router
	screens map[string]func(arg any) Page
	history []visit
	area    *fyne.Container
	rail    *rail
	search  *searchBar
	status  *statusBar
	toast   *look.Toaster
	busy    *progress
	blank   *look.Cover
}

type visit struct {
	route Route
	page  Page
}

// historyDepth is how many screens Esc can go back through.
const historyDepth = 30

// New builds the frame and sets it as the window's content.
func New(cfg Config) *Shell {
	s := &Shell{
		cfg: cfg, screens: map[string]func(any) Page{},
		router: keys.Attach(cfg.Window.Canvas()),
		area:   look.Stack(),
		toast:  look.NewToaster(cfg.Tasks),
		busy:   newProgress(),
	}
	s.rail = newRail(cfg.Items, s.press)
	s.search = newSearchBar(s)
	s.status = newStatusBar()
	s.screens["help"] = func(any) Page { return newHelp(s) }
	frame := look.Edges(nil, s.rail.object,
		look.Edges(newTopBar(s.search.field, cfg), nil, s.area, nil, s.status.object), nil, nil)
	c := cfg.Window.Canvas()
	cfg.Window.SetContent(look.Root(c, look.NewRect(look.Bg, 0), frame, s.busy.layer, s.toast.Object()))
	s.bindKeys()
	return s
}

// press goes where an item of the rail leads.
func (s *Shell) press(it Item) { s.Go(Route{Screen: it.Screen}) }

func (s *Shell) bindKeys() {
	g := s.router.Global()
	for _, it := range s.cfg.Items {
		if it.Key != "" {
			g.On(it.Key, func() { s.press(it) })
		}
		if it.Screen == "new" {
			g.On("Ctrl+N", func() { s.press(it) })
		}
	}
	for _, c := range s.cfg.Commands {
		if c.Key != "" {
			g.On(c.Key, c.Do)
		}
	}
	g.On("Ctrl+F", s.search.focus)
	g.On("Ctrl+K", s.Palette)
	g.On("F1", s.Help)
	g.On("F5", s.Reload)
	g.On("Esc", s.escape)
	g.On("Ctrl+Z", func() { s.toast.Undo() })
	g.Always("F9", s.Blank)
	g.Always("Ctrl+L", s.Blank)
	g.Always("PgDn", func() { look.Page(s.cfg.Window.Canvas(), 1) })
	g.Always("PgUp", func() { look.Page(s.cfg.Window.Canvas(), -1) })
}

// Register names a screen and how it is made.
func (s *Shell) Register(name string, make func(arg any) Page) { s.screens[name] = make }

// Go shows a screen, unless the one shown may not be left. Its own name again
// with the same argument reads it again instead.
func (s *Shell) Go(r Route) {
	make := s.screens[r.Screen]
	if make == nil || !s.mayLeave() {
		return
	}
	if s.isAt(r) {
		s.Reload()
		s.focusFirst()
		return
	}
	s.history = append(s.history, visit{r, make(r.Arg)})
	if len(s.history) > historyDepth {
		closePage(s.history[0].page)
		s.history = s.history[1:]
	}
	s.showCurrent()
}

// Replace shows a screen in place of the one shown, as after a draft became a
// case: Esc then goes to where the draft was begun.
func (s *Shell) Replace(r Route) {
	make := s.screens[r.Screen]
	if make == nil {
		return
	}
	if n := len(s.history); n > 0 {
		closePage(s.history[n-1].page)
		s.history = s.history[:n-1]
	}
	s.history = append(s.history, visit{r, make(r.Arg)})
	s.showCurrent()
}

func (s *Shell) isAt(r Route) bool {
	n := len(s.history)
	return n > 0 && s.history[n-1].route == r
}

// Back shows the screen before, as it was left, and reports whether there was
// one.
func (s *Shell) Back() bool {
	n := len(s.history)
	if n < 2 || !s.mayLeave() {
		return false
	}
	closePage(s.history[n-1].page)
	s.history = s.history[:n-1]
	s.showCurrent()
	if p, ok := s.Current().(Refresher); ok {
		p.Refresh()
	}
	return true
}

// Current is the page shown, or nil before the first.
func (s *Shell) Current() Page {
	if len(s.history) == 0 {
		return nil
	}
	return s.history[len(s.history)-1].page
}

// Route is where the window is now.
func (s *Shell) Route() Route {
	if len(s.history) == 0 {
		return Route{}
	}
	return s.history[len(s.history)-1].route
}

func (s *Shell) mayLeave() bool {
	p, ok := s.Current().(Leaver)
	return !ok || p.CanLeave()
}

func closePage(p Page) {
	if c, ok := p.(Closer); ok {
		c.Close()
	}
}

func (s *Shell) showCurrent() {
	p := s.Current()
	s.cfg.Window.Canvas().Unfocus()
	s.Note("") // was the screen before's
	s.area.Objects = []fyne.CanvasObject{p.Object()}
	s.area.Refresh()
	s.rail.sel(s.Route().Screen)
	var layer *keys.Layer
	if k, ok := p.(Keyed); ok {
		layer = k.Keys()
	}
	s.router.SetScreen(layer)
	s.ShowHints()
	s.focusFirst()
}

func (s *Shell) focusFirst() {
	if f, ok := s.Current().(FocusFirst); ok {
		f.FocusFirst()
	}
}

// ShowHints asks the page again what it is called and which keys work now: a
// page that reads its case first knows neither when it is made.
func (s *Shell) ShowHints() {
	title := "Casebook"
	if t, ok := s.Current().(Titled); ok && t.Title() != "" {
		title = t.Title() + " – Casebook"
	}
	s.cfg.Window.SetTitle(title)
	var hints []Hint
	if h, ok := s.Current().(Hinted); ok {
		hints = h.Hints()
	}
	s.status.hints(hints)
}

// Reload reads the screen again (F5).
func (s *Shell) Reload() {
	if p, ok := s.Current().(Refresher); ok {
		p.Refresh()
	}
}

func (s *Shell) escape() {
	if p, ok := s.Current().(Backer); ok && p.Escape() {
		return
	}
	s.Back()
}

// Toast says what changed, with Undo when it can be taken back.
func (s *Shell) Toast(words string, undo func()) { s.toast.Say(words, undo) }

// Drawer opens a drawer over the window.
func (s *Shell) Drawer(title string, content fyne.CanvasObject, layer *keys.Layer, first fyne.Focusable) *look.Sheet {
	return look.OpenDrawer(s.cfg.Window.Canvas(), title, content, layer, first)
}

// Saved shows at the left of the status bar whether all that was typed is
// kept: "All work saved".
func (s *Shell) Saved(words string, ok bool) { s.status.saved(words, ok) }

// Backup shows the last tested backup: "Backup tested today 08:55".
func (s *Shell) Backup(words string) { s.status.backup(words) }

// Note shows a line at the right of the status bar: "2 selected".
func (s *Shell) Note(words string) { s.status.note(words) }

// Tasks is the seam for work off the interface.
func (s *Shell) Tasks() *task.Runner { return s.cfg.Tasks }

// Progress shows long work with Stop, for [task.Long].
func (s *Shell) Progress() task.Panel { return s.busy }

// Window is the window of the frame.
func (s *Shell) Window() fyne.Window { return s.cfg.Window }

// Today is the day in words, as the top bar shows it.
func (s *Shell) Today() string { return s.cfg.Today }
