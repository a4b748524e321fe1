package signin

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// Desk keeps which register was opened last and by whom.
type Desk interface {
	Preference(name string) (string, error)
	SetPreference(name, value string) error
}

// Deps are what the gate needs of the program round it. All of it is needed but
// Log.
type Deps struct {
	Window   fyne.Window
	Tasks    *task.Runner
	Desk     Desk
	Places   Places
	Policies *policy.Set
	Today    func() calendar.Date
	User     string // the computer's user; "" where it is not known
	FullName string // of that user, to begin with; may be ""
	Folder   string // offered for a register on this computer; it exists
	// Restore fills a new register from a copy.
	Restore func(ctx context.Context, file, address string, progress func(done, total int)) error
	// Practice makes the register with made-up cases for an officer, or finds the
	// one made before, and says where it is.
	Practice func(ctx context.Context, officer casework.Officer, progress func(done, total int)) (address string, err error)
	// Done is called with the open register and its officer; it shows the frame.
	Done func(In)
	// Log is told of errors that no field can show.
	Log func(error)
}

// In is who is in, and where.
type In struct {
	Register *register.Register
	Address  string
	Officer  casework.Officer
	Practice bool // made-up cases: the frame says so
}

// Gate is the window until an officer is in.
type Gate struct {
	deps  Deps
	area  *fyne.Container
	panel task.Panel
	layer *keys.Layer
	pop   func()
	busy  bool
	stop  func()
	done  bool // an officer is in, and the window is not the gate's
	in    In   // the register that is open, without its officer
}

// New shows nothing until [Gate.Start] or [Gate.Switch].
func New(d Deps) *Gate { return &Gate{deps: d, done: true} }

// Start opens the register at address and signs the computer's user in where
// it can. An empty address is the first start.
func (g *Gate) Start(address string) {
	g.take()
	if address == "" {
		g.showFirst()
		return
	}
	g.open(address, false, g.deps.User)
}

// Switch lets another officer sign in to the register that is open.
func (g *Gate) Switch(in In) {
	g.take()
	g.in = In{Register: in.Register, Address: in.Address, Practice: in.Practice}
	g.showNames()
}

// take makes the window the gate's own. Keys of a frame beneath are off.
func (g *Gate) take() {
	if !g.done {
		return
	}
	g.done = false
	c := g.deps.Window.Canvas()
	g.area = look.Stack()
	panel, over := shell.NewPanel()
	g.panel = panel
	router := keys.Attach(c)
	router.SetScreen(nil)
	g.layer = keys.NewBlocking()
	g.pop = router.Push(g.layer)
	above := look.Pad(0, 0, 64, 0, over) // the foot of the page stays in sight below it
	g.deps.Window.SetContent(look.Root(c, look.NewRect(look.Bg, 0), g.area, above))
	g.deps.Window.SetTitle("Casebook")
}

// leave gives the window to the frame.
func (g *Gate) leave(officer casework.Officer) {
	in := g.in
	in.Officer = officer
	if !in.Practice {
		g.remember(desk.Register, in.Address)
	}
	g.remember(desk.LastOfficer, officer.Login)
	g.in, g.done = In{}, true
	g.pop()
	g.deps.Window.Canvas().Unfocus()
	g.deps.Done(in)
}

func (g *Gate) remember(name, value string) {
	if err := g.deps.Desk.SetPreference(name, value); err != nil {
		g.log(err)
	}
}

func (g *Gate) log(err error) {
	if g.deps.Log != nil && err != nil {
		g.deps.Log(err)
	}
}

// page is one sheet of the gate.
type page struct {
	title  string
	second string
	form   *field.Form // of the body; may be nil
	body   fyne.CanvasObject
	foot   fyne.CanvasObject
	short  bool // the foot stands right below the body, not at the edge of the window
	keys   map[keys.Chord]func()
}

// show puts a page into the window. Its keys replace those of the page before.
func (g *Gate) show(p page) {
	for _, chord := range []keys.Chord{"Ctrl+Enter", "Ctrl+S", "F5", "1", "2", "3", "Esc"} {
		g.layer.Off(chord)
	}
	for chord, do := range p.keys {
		g.layer.On(chord, do)
	}
	back := p.keys["Esc"]
	g.layer.On("Esc", func() {
		switch {
		case g.stop != nil:
			g.stop()
		case back != nil:
			back()
		}
	})
	g.deps.Window.Canvas().Unfocus()
	g.area.Objects = []fyne.CanvasObject{framed(p)}
	g.area.Refresh()
	if p.form != nil { // the foot follows a body that grows
		p.form.Relay = g.area.Refresh
	}
}

// work runs something long with progress and Stop. While it runs no other can
// be started.
func work[T any](g *Gate, words string, do func(ctx context.Context, progress func(done, total int)) (T, error), show func(T, error)) {
	if g.busy {
		return
	}
	g.busy = true
	cancel := task.Long(g.deps.Tasks, g.panel, words, func(ctx context.Context, report func(task.Progress)) (T, error) {
		return do(ctx, func(done, total int) { report(task.Progress{Words: words, Done: done, Total: total}) })
	}, func(v T, err error) {
		g.busy, g.stop = false, nil
		show(v, err)
	})
	if g.busy {
		g.stop = cancel
	}
}

// open opens a register and lets in whoever signs in by login without a
// password, or shows why not.
func (g *Gate) open(address string, practice bool, login string) {
	work(g, "Opening the register", func(ctx context.Context, _ func(int, int)) (*register.Register, error) {
		return g.deps.Places.Open(ctx, address)
	}, func(r *register.Register, err error) {
		if err != nil {
			g.log(err)
			g.showTrouble(address, err)
			return
		}
		g.opened(In{Register: r, Address: address, Practice: practice}, login)
	})
}

// opened goes straight in where login is an officer without a password, and
// asks who is there otherwise.
func (g *Gate) opened(in In, login string) {
	g.in = in
	g.letIn(login, "", func(err error) {
		var refused *casework.Refusal
		if !errors.As(err, &refused) {
			g.showTrouble(in.Address, err)
			return
		}
		g.showNames()
	})
}

// letIn signs in and leaves the gate; refused is told when it may not.
func (g *Gate) letIn(login, password string, refused func(error)) {
	r := g.in.Register
	work(g, "Signing in", func(ctx context.Context, _ func(int, int)) (casework.Officer, error) {
		return r.SignIn(ctx, login, password)
	}, func(o casework.Officer, err error) {
		if err != nil {
			refused(err)
			return
		}
		g.leave(o)
	})
}

// forget closes the register that is open and goes to the first start, to
// choose another.
func (g *Gate) forget() {
	if r := g.in.Register; r != nil {
		g.in = In{}
		g.log(r.Close())
	}
	g.showFirst()
}

// said is an error in the words for a page: what was stopped by the officer
// says that nothing was changed.
func said(err error) string {
	if errors.Is(err, context.Canceled) {
		return "Stopped. Nothing was changed."
	}
	words := strings.TrimRight(strings.TrimSpace(err.Error()), ".")
	return strings.ToUpper(words[:1]) + words[1:] + "."
}
