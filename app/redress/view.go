package redress

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/acts"
	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// Deps are what the screen needs of the program round it.
type Deps struct {
	Shell    *shell.Shell
	Register Register
	Others   Others // nil: nothing is known of what was given before
	By       casework.Officer
	Today    func() calendar.Date
	News     *news.Desk
	Unkept   *Unkept // what is typed outlives the screen in it; nil keeps nothing
	// Letter opens the letter screen with a new letter of the kind.
	Letter func(caseID int64, kind casework.LetterKind, id, about int)
}

// Open says whose money it is. Case 0 stands alone and keeps nothing. Line opens
// one of the lines, Add begins a new one of a kind, and Act opens the form of an
// act on the offer.
type Open struct {
	Case int64
	Line int
	Add  redress.Kind
	Act  casework.ActName
}

// View is the screen.
type View struct {
	deps   Deps
	model  *Model
	acts   acts.On
	begin  Open
	latest *task.Latest
	likes  *task.Latest
	layer  *keys.Layer
	drop   func()

	whole   *fyne.Container
	lines   *fyne.Container // the cards at the left
	side    *fyne.Container // the ledger and what is done with it
	scroll  *container.Scroll
	editor  *editor // of the line that is open, or nil
	openers map[int]*look.Opener
	order   []int // the closed lines from top to bottom
	add     *look.Button
	next    *look.Button
	dayForm *field.Form
	drawn   bool
}

// NewView is the money of a case, or what something would be; it loads when it
// is shown.
func NewView(deps Deps, open Open) *View {
	v := &View{deps: deps, model: New(deps.Register, deps.By, deps.Today, open.Case), begin: open,
		latest: task.NewLatest(deps.Shell.Tasks()), likes: task.NewLatest(deps.Shell.Tasks()), whole: look.Stack()}
	v.model.holds(deps.Unkept)
	v.acts = acts.On{Shell: deps.Shell, News: deps.News, Case: v.model, Problems: Problems}
	v.layer = keys.NewLayer().On("Ins", v.choose).On("Ctrl+S", v.keep).On("Ctrl+Enter", v.doNext).On("Ctrl+Del", v.removeOpen).
		On("F4", v.why).On("F6", v.across).On("F7", v.offerText).On(replyKey, v.replyNow).On("Ctrl+Down", func() { v.step(1) }).On("Ctrl+Up", func() { v.step(-1) })
	v.drop = func() {}
	if deps.News != nil && !v.model.Alone() {
		v.drop = deps.News.Case.Subscribe(func(c news.CaseChanged) {
			if c.Reference == string(v.model.Case.Reference) {
				v.Refresh()
			}
		})
	}
	v.Refresh()
	return v
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title is part of shell.Titled: no name, since a window's title can be read
// across the counter.
func (v *View) Title() string {
	if v.model.Alone() {
		return "What would it be?"
	}
	return "Redress " + string(v.model.Case.Reference)
}

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Close is part of shell.Closer.
func (v *View) Close() {
	v.drop()
	v.model.letsGo()
	v.latest.Drop()
	v.likes.Drop()
}

// Hints is part of shell.Hinted: the first four stand in the status bar, all of
// them in Help.
func (v *View) Hints() []shell.Hint {
	hints := []shell.Hint{{Key: "Ins", Words: "Add a line"}, {Key: "Del", Words: "Remove, with Undo"}, {Key: "F7", Words: "The offer in words"}, {Key: "Esc", Words: "Back to case"}}
	if v.model.Alone() {
		hints[3].Words = "Back"
	}
	if v.editor != nil {
		hints = []shell.Hint{{Key: "Ctrl+S", Words: v.keepWords()}, {Key: "F4", Words: "How is it made?"}, {Key: "F7", Words: "The offer in words"}, {Key: "Esc", Words: "Close the line"},
			{Key: "Ins", Words: "Add a line"}, {Key: "Ctrl+Del", Words: "Remove the line that is open"}}
	}
	if !v.model.Alone() {
		hints = append(hints, shell.Hint{Key: replyKey, Words: "The resident's answer to the offer"})
	}
	return append(hints, shell.Hint{Key: "Ctrl+Enter", Words: "The next action"}, shell.Hint{Key: "Ctrl+Down", Words: "The next line; Ctrl+Up the one before"},
		shell.Hint{Key: "F6", Words: "From the lines to the offer and back"}, shell.Hint{Key: "Enter", Words: "Open the line under the cursor"})
}

func (v *View) keepWords() string { return keepWords(v.model, *v.editor.draft) }

// CanLeave is part of shell.Leaver: what is typed stays typed on this computer,
// and nobody has to be asked. A line is kept in the ledger by the officer, never
// by going away, so that is said.
func (v *View) CanLeave() bool {
	v.model.KeepTyped()
	if !v.model.Alone() && v.model.Typing() {
		v.deps.Shell.Toast("Not in the ledger yet: "+v.typedNames()+". What you typed stays here for you.", nil)
	}
	return true
}

func (v *View) typedNames() string {
	var names []string
	for _, r := range v.model.Rows() {
		if r.Typed {
			names = append(names, r.Title)
		}
	}
	return strings.Join(names, " and ")
}

// Escape is part of shell.Backer: the line that is open closes first.
func (v *View) Escape() bool {
	if v.editor == nil {
		return false
	}
	v.fold()
	return true
}

// FocusFirst puts the cursor into the line that is open, else on what there is
// to do.
func (v *View) FocusFirst() {
	switch {
	case v.editor != nil:
		v.editor.form.First()
	case len(v.order) > 0:
		look.Focus(v.openers[v.order[0]])
	case v.add != nil:
		look.Focus(v.add)
	}
}

// Commands is part of shell.Commander.
func (v *View) Commands() []shell.Command {
	var all []shell.Command
	if v.model.MayChange() != nil {
		return nil
	}
	for _, k := range v.model.KindsHere() {
		all = append(all, shell.Command{Words: "Add a line: " + k.Name, Do: func() { v.addKind(k.Kind) }})
	}
	for _, p := range v.model.Case.Payments {
		if p.Erred.IsZero() {
			all = append(all, shell.Command{Words: fmt.Sprintf("The payment of %s on %s was recorded in error", p.Sum, p.On.Short()), Do: func() { v.paidInError(p) }})
		}
	}
	return all
}

// Refresh reads the case again. What is being typed stays.
func (v *View) Refresh() {
	task.RunLatest(v.latest, v.model.Load, func(l Loaded, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.model.Show(l)
		first := !v.drawn
		v.drawn = true
		if first {
			v.deps.Shell.Problem(l.unread)
			v.start()
		}
		v.redraw("")
		v.deps.Shell.ShowHints()
		if first {
			v.toOpen()
			v.doAct()
		}
	})
}

// start opens what the screen was opened for.
func (v *View) start() {
	switch {
	case v.begin.Add != "" && v.model.MayChange() == nil:
		v.model.Add(v.begin.Add)
	case v.begin.Line != 0:
		v.model.Open(v.begin.Line)
	}
}

// doAct opens the form of the act that the screen was opened for, where it can
// be done now.
func (v *View) doAct() {
	for _, deed := range []Deed{Reply, Pay} {
		if deed.act() != v.begin.Act {
			continue
		}
		if step, ok := v.model.step(deed); ok && v.model.shut(step) == "" {
			v.do(step)
		}
	}
}
