package app

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/command"
	"casebook/app/look"
	"casebook/app/signin"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/data/register/desk"
	"casebook/reports/paper"
)

// program is one running window: its desk, its printer, and the gate through
// which an officer comes in.
type program struct {
	ctx     context.Context
	session *command.Session
	app     fyne.App
	window  fyne.Window
	theme   *look.Theme
	tasks   *task.Runner
	desk    *desk.Desk
	spool   *paper.Spool
	gate    *signin.Gate
	open    *register.Register // what has to be closed at the end
	keepAll func() error       // keeps what is being typed; nil before an officer is in
	problem func(error)        // shows an error in the frame
	asked   bool               // closing was held back once, for a draft that could not be kept
}

// Run opens the window on the register that the command line names, or the one
// that was open last, or the first start, and returns when it is closed.
func Run(ctx context.Context, fyneApp fyne.App, s *command.Session) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := &program{ctx: ctx, session: s, app: fyneApp, theme: look.NewTheme(), tasks: task.Background(ctx)}
	if err := p.openDesk(); err != nil {
		return err
	}
	defer func() { _ = p.desk.Close() }() // drafts are durable when they are kept
	p.restoreLook()
	p.window = fyneApp.NewWindow("Casebook")
	p.window.SetMaster()
	p.restoreSize()
	p.window.SetCloseIntercept(p.quit)
	if err := p.start(); err != nil {
		return err
	}
	p.window.ShowAndRun()
	if p.open != nil {
		return p.open.Close()
	}
	return nil
}

// openDesk opens this desk's own file and the private folder of pages to
// print.
func (p *program) openDesk() error {
	path, err := desk.Default()
	if err != nil {
		return err
	}
	if p.desk, err = desk.Open(path); err != nil {
		return err
	}
	if p.spool, err = paper.SpoolDir(filepath.Dir(path), p.session.Now()); err != nil {
		return errors.Join(err, p.desk.Close())
	}
	return nil
}

// today is the day that the window works on: the one named on the command
// line, or the civil day in England, which may change while the window is open.
func (p *program) today() calendar.Date {
	if p.session.Fixed {
		return p.session.Today
	}
	return calendar.Of(p.session.Now())
}

func (p *program) options() register.Options {
	return register.Options{Now: p.session.Now, Today: p.today}
}

func (p *program) start() error {
	shipped, err := policy.Shipped()
	if err != nil {
		return err
	}
	folder, err := desk.Folder()
	if err != nil {
		return err
	}
	p.gate = signin.New(signin.Deps{
		Window: p.window, Tasks: p.tasks, Desk: p.desk, Places: places{p.options()}, Policies: shipped, Today: p.today,
		User: p.session.User, FullName: p.session.FullName, Folder: folder,
		Restore: func(ctx context.Context, file, address string, progress func(done, total int)) error {
			_, err := register.Restore(ctx, file, address, p.options(), progress)
			return err
		},
		Practice: p.practice, Done: p.enterAs, Log: p.log,
	})
	address := p.session.Register
	if address == "" {
		if address, err = p.desk.Preference(desk.Register); err != nil {
			return err
		}
	}
	p.gate.Start(address)
	return nil
}

// practice makes the register of made-up cases beside this desk's own file, or
// finds the one made before.
func (p *program) practice(ctx context.Context, officer casework.Officer, progress func(done, total int)) (string, error) {
	folder, err := desk.Folder()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "practice", "register.db")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("the folder for practising cannot be made: %w", err)
	}
	made := command.DemoOffice{Path: path, Cases: signin.PracticeCases, Seed: 1, Today: p.today(), User: officer.Login}
	if err := made.Make(ctx, progress); err != nil {
		_ = os.Remove(path) // half an office would be taken for a whole one
		return "", err
	}
	return path, nil
}

// enterAs shows the frame for the officer who came in.
func (p *program) enterAs(in signin.In) {
	p.open = in.Register
	if err := p.enter(in); err != nil {
		p.log(err)
		p.gate.Start(in.Address)
	}
}

// documents is where files are saved unless the officer says otherwise.
func (p *program) documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if folder := filepath.Join(home, "Documents"); isFolder(folder) {
		return folder
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// log keeps an error for those who look after the program. It holds no
// personal data: errors name rules and places, not people.
func (p *program) log(err error) { log.Printf("casebook: %v", err) }

// restoreLook takes over the palette and text size that this desk chose.
func (p *program) restoreLook() {
	mode, size := look.Light, float32(1)
	if kept, err := p.desk.Preference(desk.Theme); err == nil && kept != "" {
		modeText, sizeText, _ := strings.Cut(kept, " ")
		if n, err := strconv.Atoi(modeText); err == nil && n >= int(look.Light) && n <= int(look.Contrast) {
			mode = look.Mode(n)
		}
		if x, err := strconv.ParseFloat(sizeText, 32); err == nil && x >= 1 && x <= 2 {
			size = float32(x)
		}
	}
	p.theme.Set(p.app, mode, size)
}

func (p *program) keepLook(mode look.Mode, size float32) {
	if err := p.desk.SetPreference(desk.Theme, fmt.Sprintf("%d %g", mode, size)); err != nil {
		p.log(err)
	}
}

// The window's first size leaves room for a task bar on a small screen.
const (
	firstWidth  = 1280
	firstHeight = 690
)

func (p *program) restoreSize() {
	size := fyne.NewSize(firstWidth, firstHeight)
	if kept, err := p.desk.Preference(desk.WindowSize); err == nil {
		var w, h float32
		if n, err := fmt.Sscanf(kept, "%gx%g", &w, &h); err == nil && n == 2 && w >= 800 && h >= 500 && w <= 8000 && h <= 8000 {
			size = fyne.NewSize(w, h)
		}
	}
	p.window.Resize(size)
	p.window.CenterOnScreen()
}

// quit closes the window. Every draft is kept as it is typed, so nothing has to
// be asked. One that cannot be kept holds the window open once, so that it
// can be copied or recorded.
func (p *program) quit() {
	if p.keepAll != nil && !p.asked {
		if err := p.keepAll(); err != nil {
			p.asked = true
			p.problem(fmt.Errorf("what you typed could not be kept, so Casebook stays open: record it now, or close again to leave it (%w)", err))
			return
		}
	}
	size := p.window.Canvas().Size()
	if err := p.desk.SetPreference(desk.WindowSize, fmt.Sprintf("%gx%g", size.Width, size.Height)); err != nil {
		p.log(err)
	}
	p.window.Close()
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// places is the world outside as the gate sees it.
type places struct{ options register.Options }

func (p places) Visit(ctx context.Context, address string) (register.Place, error) {
	return register.Visit(ctx, address)
}

func (p places) Apart(address, folder string) (register.Distance, error) {
	return register.Apart(address, folder)
}

func (p places) Open(ctx context.Context, address string) (*register.Register, error) {
	return register.Open(ctx, address, p.options)
}

func (p places) Create(ctx context.Context, address string, first register.First) (*register.Register, error) {
	return register.Create(ctx, address, first, p.options)
}
