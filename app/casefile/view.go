package casefile

import (
	"context"

	"fyne.io/fyne/v2"

	"casebook/app/acts"
	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// Deps are what the screen needs of the program round it.
type Deps struct {
	Shell    *shell.Shell
	Register Register
	By       casework.Officer
	Today    func() calendar.Date
	News     *news.Desk
	// Letter opens the letter screen for a case: a letter made before, or a new
	// one of the kind when id is 0. About is the extension, update, promise or
	// restriction that a new one tells of; 0 is the one that waits for it.
	Letter func(caseID int64, kind casework.LetterKind, id, about int)
	// Redress opens the screen of a case's money; with an act, the form of that
	// act on it.
	Redress func(caseID int64, act casework.ActName)
	// PrintSlip makes, keeps and prints a slip for the resident to take away.
	PrintSlip func(ctx context.Context, caseID int64, kind casework.LetterKind) (words string, err error)
	// Complain begins a new contact that comes from this case; nil where no
	// contact can be recorded.
	Complain func(caseID int64, kind casework.LinkKind)
	// OpenClaim begins the insurance claim that a point of this case asks for;
	// nil where no contact can be recorded.
	OpenClaim func(caseID int64)
	// ReadFile reads a file of this computer, for evidence.
	ReadFile func(path string) ([]byte, error)
	// PrintWhy prints the account of one of the case's dates for the resident.
	PrintWhy func(ctx context.Context, c casework.Case, w Why) (words string, err error)
	// OpenCase shows another case.
	OpenCase func(id int64)
	// OpenPaper shows a kept paper or picture of a media type in the computer's
	// own viewer, and OpenFile a PDF that was saved.
	OpenPaper func(ctx context.Context, content []byte, mediaType string) error
	OpenFile  func(ctx context.Context, path string) error
	// Folder is where files are saved unless the officer says otherwise, and
	// WriteFile keeps one whole or not at all.
	Folder    string
	WriteFile func(path string, content []byte) error
}

// Open says which case to open and, where an act is named, its form to begin
// with: the letter screen sends the officer here to mend what is wrong.
type Open struct {
	ID    int64
	Act   casework.ActName
	Point int
}

// View is the case file on the screen.
type View struct {
	deps   Deps
	model  *Model
	acts   acts.On
	latest *task.Latest
	layer  *keys.Layer
	whole  *fyne.Container
	next   *look.Button
	points *look.List
	drop   func()
	begin  Open        // its form has still to be opened
	asking *field.Form // the form that is open, or nil

	stage     int // place of the stage whose card shows; -1 is the current one
	onlyMarks bool
	stages    *look.Segmented
	beside    *besideCard
	events    *look.List
	unwatch   func() // ends the waiting for the end of what can be taken back
}

// NewView is the file of one case; it loads when it is shown.
func NewView(deps Deps, open Open) *View {
	v := &View{
		deps: deps, model: New(deps.Register, deps.By, deps.Today, open.ID), begin: open,
		latest: task.NewLatest(deps.Shell.Tasks()), whole: look.Stack(), stage: -1,
	}
	v.acts = acts.On{Shell: deps.Shell, News: deps.News, Case: v.model, Problems: Problems, After: v.toLetter}
	v.beside, v.events = newBesideCard(v), newEvents(v)
	v.layer = keys.NewLayer().
		On("Ctrl+Enter", v.doNext).On("F4", v.openWhy).On("Alt+T", v.beside.focus).On("Alt+V", v.marksKey)
	v.bind(v.layer)
	v.drop = deps.News.Case.Subscribe(func(c news.CaseChanged) {
		if c.Reference == v.model.Page.Reference {
			v.Refresh()
		}
	})
	v.Refresh()
	return v
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title is part of shell.Titled: the reference alone, since a window's title
// can be read across the counter.
func (v *View) Title() string { return v.model.Page.Reference }

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Close is part of shell.Closer.
func (v *View) Close() {
	v.drop()
	v.latest.Drop()
	if v.unwatch != nil {
		v.unwatch()
	}
}

// Hints is part of shell.Hinted: the first four stand in the status bar, all of
// them in Help.
func (v *View) Hints() []shell.Hint {
	last := shell.Hint{Key: "Ctrl+K", Words: "All actions"}
	if what, _ := v.model.Undoable(); what != "" {
		last = shell.Hint{Key: "Ctrl+Z", Words: "Undo"}
	}
	return []shell.Hint{{Key: "Ctrl+Enter", Words: "Next action"}, {Key: "F4", Words: "Why this date?"}, {Key: "Alt+N", Words: "Add note"}, last,
		{Key: "Alt+M", Words: "Everything that can be done here"}, {Key: "Alt+T", Words: "To do, evidence, people, Ombudsman, log; arrows choose"},
		{Key: "Space", Words: "Read a row whole; Enter goes where it leads"}, {Key: "Alt+V", Words: "Only what changed where the case stands"},
		{Key: "Alt+F", Words: "Make the case file for the Ombudsman"},
		{Key: "Alt+Y", Words: "The resident's answer to the offer"}}
}

// FocusFirst puts the cursor on the one next action, or into the form that is
// open above it.
func (v *View) FocusFirst() {
	switch {
	case v.asking != nil:
		v.asking.First()
	case v.next != nil:
		look.Focus(v.next)
	}
}

// Refresh reads the case again.
func (v *View) Refresh() {
	task.RunLatest(v.latest, v.model.Load, func(l Loaded, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.model.Show(l)
		v.draw()
		v.watchUndo()
		v.openForm()
	})
}

// toLetter goes on to the letter that an act owes the resident, if it owes one.
func (v *View) toLetter(out casework.Result) {
	if kind, about := v.model.Owes(out); kind != "" {
		v.deps.Letter(v.model.id, kind, 0, about)
	}
}
