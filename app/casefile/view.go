package casefile

import (
	"context"

	"fyne.io/fyne/v2"

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
	// one of the kind when id is 0.
	Letter func(caseID int64, kind casework.LetterKind, id int)
	// PrintWhy prints the account of the date for the resident.
	PrintWhy func(ctx context.Context, m *Model) (words string, err error)
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
	latest *task.Latest
	layer  *keys.Layer
	whole  *fyne.Container
	next   *look.Button
	points *look.List
	drop   func()
	begin  Open        // its form has still to be opened
	asking *field.Form // the form that is open, or nil
}

// NewView is the file of one case; it loads when it is shown.
func NewView(deps Deps, open Open) *View {
	v := &View{
		deps: deps, model: New(deps.Register, deps.By, deps.Today, open.ID), begin: open,
		latest: task.NewLatest(deps.Shell.Tasks()), whole: look.Stack(),
	}
	v.layer = keys.NewLayer().
		On("Ctrl+Enter", v.doNext).On("F4", v.openWhy).On("Alt+N", v.addNote).
		On("Alt+L", v.lettersKey).On("Alt+A", v.assign).On("Alt+P", v.makePromise).On("Alt+R", v.offerRedress).
		On("Alt+C", v.logCall).On("Alt+D", v.describe).On("F2", v.describe)
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
func (v *View) Close() { v.drop(); v.latest.Drop() }

// Hints is part of shell.Hinted.
func (v *View) Hints() []shell.Hint {
	return []shell.Hint{{Key: "Ctrl+Enter", Words: "Next action"}, {Key: "F4", Words: "Why this date?"}, {Key: "Alt+N", Words: "Add note"}, {Key: "Ctrl+K", Words: "All actions"}}
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
		v.openForm()
	})
}

// openForm opens the form that the case was opened for, once.
func (v *View) openForm() {
	begin := v.begin
	v.begin = Open{}
	if begin.Act == casework.ActAnswer {
		v.answer(begin.Point)
		return
	}
	for _, a := range v.actions() {
		if begin.Act != "" && a.act == begin.Act {
			a.do()
		}
	}
}

// Commands is part of shell.Commander: everything that can be done here.
func (v *View) Commands() []shell.Command {
	var all []shell.Command
	for _, a := range v.actions() {
		if v.model.May(a.act) == nil {
			all = append(all, shell.Command{Words: a.words, Key: a.key, Do: a.do})
		}
	}
	copied := func(what, text string) {
		if text != "" {
			all = append(all, shell.Command{Words: "Copy the " + what, Do: func() {
				fyne.CurrentApp().Clipboard().SetContent(text)
				v.deps.Shell.Toast("Copied.", nil)
			}})
		}
	}
	copied("reference", v.model.Page.Reference)
	copied("telephone number", v.model.Page.Contact.Telephone)
	copied("address", v.model.Page.Contact.Address)
	return all
}

// action is one thing to do to the case.
type action struct {
	act   casework.ActName
	words string
	key   keys.Chord
	do    func()
}

func (v *View) actions() []action {
	return []action{
		{casework.ActDescribe, "Set out the complaint", "F2", v.describe},
		{casework.ActAssign, "Give the case to an officer", "Alt+A", v.assign},
		{casework.ActLogCall, "Record a call to the resident", "Alt+C", v.logCall},
		{casework.ActNote, "Add a note", "Alt+N", v.addNote},
		{casework.ActAddRemedy, "Add a remedy", "", v.addRemedy},
		{casework.ActOfferRedress, "Offer money", "Alt+R", v.offerRedress},
		{casework.ActPromise, "Promise something by a day", "Alt+P", v.makePromise},
		{casework.ActExtend, "Extend the response date", "", v.extend},
		{casework.ActChangeContact, "Change contact details", "", v.changeContact},
		{casework.ActMakeAck, "Write the acknowledgement", "", func() { v.write(casework.Acknowledgement) }},
		{casework.ActMakeResponse, "Write the response", "", func() { v.write(casework.Response) }},
		{casework.ActRecordAck, "Record an acknowledgement sent outside Casebook", "", func() { v.sentElsewhere(casework.Acknowledgement) }},
		{casework.ActRecordResponse, "Record a response sent outside Casebook", "", func() { v.sentElsewhere(casework.Response) }},
		{casework.ActAskStage2, "The resident asks for stage 2", "", v.askStage2},
		{casework.ActClose, "Close the case", "", v.closeCase},
	}
}

// write opens a new letter. There is no text for the letters of stage 2: they
// are written outside Casebook, and how they went is recorded.
func (v *View) write(kind casework.LetterKind) {
	if v.model.Page.Case.StageNumber() > 1 {
		v.sentElsewhere(kind)
		return
	}
	v.deps.Letter(v.model.id, kind, 0)
}

// lettersKey opens the letter that has still to go, or begins the next one. A
// receipt is in the resident's hands and waits for nothing.
func (v *View) lettersKey() {
	for _, l := range v.model.Page.Case.Letters {
		if l.Sent.IsZero() && !l.Elsewhere && l.Kind != casework.Receipt {
			v.deps.Letter(v.model.id, l.Kind, l.ID)
			return
		}
	}
	kind := casework.Acknowledgement
	if s := v.model.Page.Case.Current(); s != nil && !s.Acknowledged.IsZero() {
		kind = casework.Response
	}
	v.write(kind)
}

// doNext does the one next action of the case (Ctrl+Enter).
func (v *View) doNext() {
	next := v.model.Page.Status.Next
	if next.Act == "" {
		return
	}
	if err := v.model.May(next.Act); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	switch next.Act {
	case casework.ActAnswer:
		v.answer(next.Point)
	case casework.ActMakeAck:
		v.write(casework.Acknowledgement)
	case casework.ActMakeResponse:
		v.write(casework.Response)
	case casework.ActSendAck, casework.ActSendResponse:
		v.lettersKey()
	case casework.ActClose:
		v.closeCase()
	}
}

// do decides one act away from the interface, then shows what became of the
// case. done is told of a refusal by field; nil when the act was done.
func (v *View) do(act casework.Act, said string, done func(wrong map[string]string)) {
	m := v.model
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, m.Do(ctx, act)
	}, func(_ struct{}, err error) {
		if err != nil {
			wrong, theirs := Problems(err)
			if !theirs || done == nil {
				v.deps.Shell.Problem(err)
				return
			}
			done(wrong)
			return
		}
		if done != nil {
			done(nil)
		}
		v.deps.Shell.Toast(said, nil)
		v.deps.News.Case.Publish(news.CaseChanged{Reference: m.Page.Reference, Act: string(act.Name())})
	})
}
