// Package app is the window: it opens the register, signs the officer in, and
// wires every screen to what it needs. Each screen is a package of its own;
// nothing here decides anything.
package app

import (
	"context"
	"fmt"
	"io"

	"casebook/app/board"
	"casebook/app/casefile"
	"casebook/app/cases"
	"casebook/app/command"
	"casebook/app/intake"
	"casebook/app/letters"
	"casebook/app/month"
	"casebook/app/news"
	"casebook/app/redress"
	"casebook/app/settings"
	"casebook/app/shell"
	"casebook/app/signin"
	"casebook/app/task"
	"casebook/app/today"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// The names of the screens, as routes know them.
const (
	screenToday    = "today"
	screenMonth    = "month"
	screenNew      = "new"
	screenCases    = "cases"
	screenCase     = "case"
	screenLetter   = "letter"
	screenRedress  = "redress"
	screenBoard    = "board"
	screenSettings = "settings"
)

// office is a signed-in officer at an open register, in the frame of the
// window.
type office struct {
	program *program
	reg     *register.Register
	by      casework.Officer
	name    string // of the officer's own office
	shell   *shell.Shell
	news    *news.Desk
	unsaved map[string]error // by screen: why what is typed there is not on this computer's disk
	intake  *intake.View
	unkept  *redress.Unkept // typed into ledgers, and not in them
	in      signin.In
	last    cases.Last // the list as it was left
	unheard func()     // ends what the office hears of its settings
}

// screensFor lists the screens of a role: a front desk has New, Today, Cases
// and Help; bands, figures and settings belong to others (ruling 29).
func screensFor(o casework.Officer) []string {
	var some []string
	if casework.MayDo(o, casework.SeeCases) == nil {
		some = append(some, screenToday, screenNew, screenCases)
	}
	if casework.MayDo(o, casework.SeeFigures) == nil {
		some = append(some, screenBoard)
	}
	if casework.MayDo(o, casework.ChangeSettings) == nil {
		some = append(some, screenSettings)
	}
	return append(some, "help")
}

// enter builds the frame for an officer and shows the first screen.
func (p *program) enter(in signin.In) error {
	reg, by := in.Register, in.Officer
	moment, err := reg.Moment(p.ctx, by, p.today())
	if err != nil {
		return err
	}
	o := &office{program: p, reg: reg, by: by, name: p.officeName(reg, by), news: &news.Desk{}, unsaved: map[string]error{}, in: in}
	where := o.name
	if in.Practice {
		where += " (practice)"
	}
	o.shell = shell.New(shell.Config{
		Window: p.window, Tasks: p.tasks, Theme: p.theme, Items: shell.ItemsFor(screensFor(by)...),
		Today: p.today().Long(), Office: where, Officer: by.Name, Role: capital(string(by.Role)),
		Search: o.search, Definition: moment.Policies.InForceOn(p.today()).Definition.Text,
		LookChanged: p.keepLook, Log: p.log,
		Commands: o.commands(), Guide: o.guide(), WhatIf: o.whatIf,
	})
	o.register()
	o.showBackup()
	o.unheard = o.news.Settings.Subscribe(func(string) { o.showBackup() })
	first := screensFor(by)[0]
	o.shell.Go(shell.Route{Screen: first})
	return nil
}

func (p *program) officeName(reg *register.Register, by casework.Officer) string {
	offices, err := reg.Offices(p.ctx, by)
	if err != nil {
		return ""
	}
	for _, o := range offices {
		if o.ID == by.Office {
			return o.Name
		}
	}
	return ""
}

// register names every screen and how it is made.
func (o *office) register() {
	p := o.program
	o.intake = intake.NewView(intake.New(intake.Deps{
		By: o.by, Register: o.reg, Desk: p.desk, Paper: o, Ways: o, Tasks: p.tasks, News: o.news, Today: p.today, Now: p.session.Now,
	}), o.shell)
	o.news.Kept.Subscribe(o.keptTyping) // for as long as the officer is in
	o.unkept = redress.NewUnkept(p.desk, p.tasks, p.session.Now, place(o.in.Address), o.by,
		func(trouble error) { o.news.Kept.Publish(news.Kept{Screen: screenRedress, Trouble: trouble}) })
	p.keepAll, p.problem, p.asked = o.keepAll, o.shell.Problem, false
	o.shell.Register(screenNew, o.intake.Page)
	o.shell.Register(screenToday, func(any) shell.Page {
		return today.New(today.Deps{By: o.by, Office: o.name, Register: o.reg, Today: p.today, Now: p.session.Now, Tasks: p.tasks, News: o.news, Frame: o.shell, Ways: o, Print: o.huddle, Away: o.away()})
	})
	o.shell.Register(screenMonth, func(any) shell.Page {
		return month.New(month.Deps{By: o.by, Office: o.name, Register: o.reg, Today: p.today, Now: p.session.Now, Tasks: p.tasks, News: o.news, Problem: o.shell.Problem, Ways: o})
	})
	o.shell.Register(screenCases, func(arg any) shell.Page {
		return cases.New(cases.Deps{By: o.by, Register: o.reg, Today: p.today, Tasks: p.tasks, News: o.news, Frame: o.shell, Ways: o, Last: &o.last}, arg)
	})
	o.shell.Register(screenCase, func(arg any) shell.Page {
		open, _ := arg.(casefile.Open)
		return casefile.NewView(casefile.Deps{Shell: o.shell, Register: o.reg, By: o.by, Today: p.today, News: o.news, Letter: o.openLetter, Redress: o.openRedress, PrintSlip: o.printSlip, Complain: o.Complain, OpenClaim: o.openClaim, ReadFile: readFile, PrintWhy: o.printWhy,
			OpenCase: o.OpenCase, OpenPaper: o.openPaper, OpenFile: paper.Open, Folder: p.documents(), WriteFile: writeFile}, open)
	})
	o.shell.Register(screenLetter, func(arg any) shell.Page {
		open, _ := arg.(letters.Open)
		return letters.NewView(letters.Deps{Shell: o.shell, Register: o.reg, Printer: o, By: o.by, Today: p.today, News: o.news,
			Folder: p.documents(), Office: o.name, Fix: o.fix, Write: writeFile}, open)
	})
	o.shell.Register(screenRedress, func(arg any) shell.Page {
		open, _ := arg.(redress.Open)
		return redress.NewView(redress.Deps{Shell: o.shell, Register: o.reg, Others: o.others(), By: o.by, Today: p.today, News: o.news, Unkept: o.unkept, Letter: o.openLetter}, open)
	})
	o.shell.Register(screenSettings, func(any) shell.Page {
		return settings.NewView(settings.Deps{Shell: o.shell, Theme: p.theme, Register: o.reg, By: o.by, Today: p.today, News: o.news,
			Address: o.in.Address, BackupWords: o.backupWords, PrintSheet: o.printSheet,
			OpenCase: o.OpenCase, PrintTold: o.printTold, Switch: o.switchOfficer})
	})
	o.shell.Register(screenBoard, func(any) shell.Page {
		return board.NewView(board.Deps{Shell: o.shell, Register: o.reg, By: o.by, Today: p.today, Office: o.name, Folder: p.documents(), OpenCase: o.OpenCase, Write: command.SaveWhole})
	})
}

// showBackup says in the status bar how the office stands with its copies. The
// folder may lie on a file server that does not answer, so it is read away from
// the interface.
func (o *office) showBackup() {
	task.Run(o.program.tasks, func(ctx context.Context) (string, error) {
		s, err := o.reg.Settings(ctx, o.by)
		words, _ := o.backupWords(s.BackupFolder)
		return words, err
	}, func(words string, err error) {
		if err != nil {
			o.program.log(err)
			return
		}
		o.shell.Backup(words)
	})
}

func (o *office) backupWords(folder string) (words string, well bool) {
	return settings.BackupWords(folder, o.program.session.Now())
}

// switchOfficer lets another officer sign in to the register that is open.
func (o *office) switchOfficer() {
	if err := o.keepAll(); err != nil {
		o.shell.Problem(err)
		return
	}
	o.unheard()
	o.program.keepAll = nil
	o.program.gate.Switch(signin.In{Register: o.reg, Address: o.in.Address, Practice: o.in.Practice})
}

// OpenCase shows a case.
func (o *office) OpenCase(id int64) {
	o.shell.Go(shell.Route{Screen: screenCase, Arg: casefile.Open{ID: id}})
}

// Complain begins a contact that comes from a case: a service request that
// becomes a complaint, or new matters raised at stage 2. kind is what the case
// is to the new one.
func (o *office) Complain(id int64, kind casework.LinkKind) {
	o.shell.Go(shell.Route{Screen: screenNew, Arg: intake.Begin{Case: id, Kind: kind}})
}

// openClaim begins the insurance claim that a point of a case asks for.
func (o *office) openClaim(id int64) {
	o.shell.Go(shell.Route{Screen: screenNew, Arg: intake.Begin{Case: id, Kind: casework.CameFrom, What: casework.ClaimKind}})
}

// WriteLetter shows the letter of a kind for the case's current stage.
func (o *office) WriteLetter(id int64, kind casework.LetterKind) { o.openLetter(id, kind, 0, 0) }

// Leave goes back to where the officer came from.
func (o *office) Leave() {
	if !o.shell.Back() {
		o.shell.Go(shell.Route{Screen: screenToday})
	}
}

func (o *office) openLetter(caseID int64, kind casework.LetterKind, id, about int) {
	o.shell.Go(shell.Route{Screen: screenLetter, Arg: letters.Open{Case: caseID, Kind: kind, ID: id, About: about}})
}

// fix goes to where a finding on a letter is mended.
func (o *office) fix(caseID int64, f letter.Fix) {
	switch {
	case f.Act != "":
		o.shell.Go(shell.Route{Screen: screenCase, Arg: casefile.Open{ID: caseID, Act: f.Act, Point: f.Point}})
	case f.Page == letter.PageSettings || f.Page == letter.PageOfficers:
		if err := casework.MayDo(o.by, casework.ChangeSettings); err != nil {
			o.shell.Problem(err)
			return
		}
		o.shell.Go(shell.Route{Screen: screenSettings, Arg: string(f.Page)})
	default:
		o.shell.Reload()
	}
}

// searchRows is how many results the search of the top bar shows.
const searchRows = 12

// search finds cases as the officer types.
func (o *office) search(ctx context.Context, text string) ([]shell.Hit, error) {
	found, err := o.reg.Search(ctx, o.by, text, searchRows)
	if err != nil {
		return nil, err
	}
	var hits []shell.Hit
	for _, r := range found.Rows {
		name := r.Resident
		if name == "" {
			name = "Name not given"
		}
		hits = append(hits, shell.Hit{
			Words: name, Second: fmt.Sprintf("%s, %s, %s", r.Reference, standing(r), r.Address),
			Route: shell.Route{Screen: screenCase, Arg: casefile.Open{ID: r.ID}},
		})
	}
	return hits, nil
}

// standing says where a case is, or what it is where it has no stages.
func standing(r register.Row) string {
	what := fmt.Sprintf("stage %d", r.Stage)
	if r.Stage == 0 {
		what = r.Kind.Noun()
	}
	switch {
	case r.Closed.IsZero():
		return what
	case r.Stage == 0:
		return what + ", closed"
	}
	return "closed"
}

// Print hands a page to the printer of this desk.
func (o *office) Print(ctx context.Context, pdf []byte, size paper.Size) (paper.Result, error) {
	return o.program.print(ctx, pdf, size)
}

// Open shows a page in the computer's own viewer.
func (o *office) Open(ctx context.Context, pdf []byte) error {
	path, err := o.program.spool.Put(pdf)
	if err != nil {
		return err
	}
	return paper.Open(ctx, path)
}

// openPaper shows a kept paper or picture in the computer's own viewer.
func (o *office) openPaper(ctx context.Context, content []byte, mediaType string) error {
	path, err := o.program.spool.PutShown(content, mediaType)
	if err != nil {
		return err
	}
	return paper.Open(ctx, path)
}

// writeFile keeps bytes under a name, whole or not at all.
func writeFile(path string, data []byte) error {
	return command.SaveWhole(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}, nil)
}
