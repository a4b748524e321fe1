package settings

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// Deps are what the screen needs of the program round it.
type Deps struct {
	Shell    *shell.Shell
	Theme    *look.Theme
	Register Register
	By       casework.Officer
	Today    func() calendar.Date
	News     *news.Desk
	Address  string // of the open register, to judge the folder for backups by
	// BackupWords says how the office stands with its copies. It is called away
	// from the interface.
	BackupWords func(folder string) (words string, well bool)
	// PrintSheet prints the test sheet for an envelope and says what became of it.
	PrintSheet func(ctx context.Context, envelope string) (words string, err error)
	// OpenCase shows a case.
	OpenCase func(id int64)
	// PrintTold prints the residents to write to and says what became of it.
	PrintTold func(ctx context.Context, l letter.ToldList) (words string, err error)
	// Switch lets another officer sign in.
	Switch func()
}

// View is the settings on the screen: a list of sections and the one chosen.
type View struct {
	deps     Deps
	model    *Model
	lane     *task.Latest
	layer    *keys.Layer
	whole    *fyne.Container
	area     *fyne.Container
	list     *look.List
	sections []section
	sheets   map[string]*sheet
	at       int
	loaded   bool
	warned   bool // said once that something is not saved
	busy     bool
	open     *awayDialog // the last one opened
}

// section is one line of the list.
type section struct {
	name string
	news string // what a save changes, for the other screens
	icon look.Icon
	deed casework.Deed // "" for everybody
	make func() *sheet
}

// sheet is one section on the screen.
type sheet struct {
	object fyne.CanvasObject
	form   *field.Form
	news   string
	base   casework.Settings // as the fields were filled from
	bounds []bound
	save   func()
	first  fyne.Focusable // where F6 goes when it is not the form's first field
	// renew shows again what the register says, after a save anywhere.
	renew func()
	// escape goes back one step within the section, where there is one.
	escape func() bool
	// keys work while the section shows.
	keys map[keys.Chord]func()
}

// bound ties a field to its place in the settings.
type bound struct {
	get   func(casework.Settings) string
	value func() string
	set   func(string)
}

// NewView reads the settings and shows the first section.
func NewView(deps Deps) *View {
	v := &View{
		deps: deps, model: New(deps.Register, deps.By, deps.Today), lane: task.NewLatest(deps.Shell.Tasks()),
		whole: look.Stack(), area: look.Stack(), sheets: map[string]*sheet{},
	}
	for _, s := range v.all() {
		if s.deed == "" || v.model.May(s.deed) == nil {
			v.sections = append(v.sections, s)
		}
	}
	v.layer = keys.NewLayer().On("Ctrl+S", v.save).On("Ctrl+Enter", v.save).On("F6", v.nextPane)
	for _, key := range []keys.Chord{"Ctrl+P", "Alt+C", "Alt+N", "Alt+W"} {
		v.layer.On(key, v.pressed(key))
	}
	v.build()
	v.Refresh()
	return v
}

// all are the sections in their order. Those without a deed may be seen by
// everybody and changed by nobody but a manager.
func (v *View) all() []section {
	return []section{
		{"Office", "office", look.IconVisit, "", v.officeSheet},
		{"Homes", "homes", look.IconHome, casework.LoadHousing, v.homesSheet},
		{"Bank holidays", "holidays", look.IconCalendar, "", v.holidaysSheet},
		{"Policy", "policy", look.IconInfo, "", v.policySheet},
		{"Money", "money", look.IconPound, casework.ChangeSettings, v.moneySheet},
		{"Envelope", "envelope", look.IconLetter, casework.ChangeSettings, v.envelopeSheet},
		{"Officers", "officers", look.IconUsers, casework.ChangeOfficers, v.officersSheet},
		{"Backup", "backup", look.IconStore, casework.CareForRecords, v.backupSheet},
		{"Register check", "", look.IconOnTrack, casework.CareForRecords, v.checkSheet},
		{"Appearance", "", look.IconEye, "", v.lookSheet},
	}
}

func (v *View) build() {
	v.list = look.NewList(44, func() int { return len(v.sections) },
		func() fyne.CanvasObject {
			return look.Pad(0, 8, 0, 12, look.Line(10, look.NewIco(look.IconInfo, look.Accent, 20),
				look.Stretch(1, look.NewCut("", look.SizeBody, look.Text, false))))
		},
		func(place int, row fyne.CanvasObject) {
			parts := row.(*fyne.Container).Objects[0].(*fyne.Container).Objects
			parts[0].(*look.Ico).Set(v.sections[place].icon, look.Accent)
			parts[1].(*fyne.Container).Objects[0].(*look.Txt).Say(v.sections[place].name, look.Text)
		})
	v.list.Chosen = func(place int) bool { return place == v.at }
	v.list.Moved = v.show
	v.list.Open = func(int) { v.nextPane() }
	out := look.NewButton("Switch officer", func() {
		if v.CanLeave() {
			v.deps.Switch()
		}
	}).With(look.IconUser, "")
	side := look.Edges(nil, nil, look.Framed(v.list), nil, look.Pad(12, 0, 0, 0, out))
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Edges(look.Pad(0, 0, 12, 0, look.Titled("Settings", nil)),
		look.Pad(0, 20, 0, 0, look.AtLeast(190, 0, side)), v.area, nil, nil))}
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title is part of shell.Titled.
func (v *View) Title() string { return "Settings" }

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Close is part of shell.Closer.
func (v *View) Close() { v.lane.Drop() }

// Hints is part of shell.Hinted.
func (v *View) Hints() []shell.Hint {
	return []shell.Hint{{Key: "Ctrl+S", Words: "Save"}, {Key: "F6", Words: "Sections or form"}, {Key: "F5", Words: "Read again"}}
}

// Escape is part of shell.Backer: it goes back within the section first.
func (v *View) Escape() bool {
	sh := v.sheets[v.sections[v.at].name]
	return sh != nil && sh.escape != nil && sh.escape()
}

// pressed is a key that means something in some sections only.
func (v *View) pressed(key keys.Chord) func() {
	return func() {
		if sh := v.sheets[v.sections[v.at].name]; sh != nil && sh.keys[key] != nil {
			sh.keys[key]()
		}
	}
}

// FocusFirst puts the cursor on the list of sections.
func (v *View) FocusFirst() { look.Focus(v.list) }

// CanLeave is part of shell.Leaver: what is not saved holds the officer back
// once, and says so.
func (v *View) CanLeave() bool {
	for _, s := range v.sections {
		if sh := v.sheets[s.name]; sh != nil && sh.dirty() && !v.warned {
			v.warned = true
			v.deps.Shell.Toast(s.name+" is not saved. Ctrl+S saves it; leave once more to let it go.", nil)
			return false
		}
	}
	return true
}

// Refresh is part of shell.Refresher. What is typed and not saved stays.
func (v *View) Refresh() {
	task.RunLatest(v.lane, v.model.Load, func(n *Model, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.model.Take(n)
		v.loaded = true
		for _, sh := range v.sheets {
			if !sh.dirty() {
				sh.fill(v.model.Settings)
			}
			if sh.renew != nil {
				sh.renew()
			}
		}
		v.show(v.at)
	})
}

// show shows one section; the others keep what was typed in them.
func (v *View) show(place int) {
	before := v.at
	v.at = place
	if place != before {
		v.warned = false // what is typed from here on is worth its own word
	}
	v.list.RefreshItem(before)
	v.list.RefreshItem(place)
	if !v.loaded {
		return
	}
	v.area.Objects = []fyne.CanvasObject{v.sheet(v.sections[place]).object}
	v.area.Refresh()
}

func (v *View) sheet(s section) *sheet {
	sh := v.sheets[s.name]
	if sh == nil {
		sh = s.make()
		sh.news = s.news
		sh.fill(v.model.Settings)
		v.sheets[s.name] = sh
	}
	return sh
}

// nextPane goes from the list into the form, and back.
func (v *View) nextPane() {
	sh := v.sheets[v.sections[v.at].name]
	switch {
	case v.list.Focused() && sh != nil && sh.first != nil:
		look.Focus(sh.first)
		return
	case v.list.Focused() && sh != nil && sh.form != nil:
		sh.form.First()
		return
	}
	look.Focus(v.list)
}

func (v *View) save() {
	if sh := v.sheets[v.sections[v.at].name]; sh != nil && sh.save != nil {
		sh.save()
	}
}

func (s *sheet) fill(from casework.Settings) {
	s.base = from
	for _, b := range s.bounds {
		b.set(b.get(from))
	}
}

func (s *sheet) dirty() bool {
	for _, b := range s.bounds {
		if b.value() != b.get(s.base) {
			return true
		}
	}
	return false
}

// theirs shows what others saved in the fields that the officer has not
// touched; what was typed stays, to be saved over theirs.
func (s *sheet) theirs(now casework.Settings) {
	for _, b := range s.bounds {
		if b.value() == b.get(s.base) {
			b.set(b.get(now))
		}
	}
	s.base = now
}

// keep saves an edit of the settings for a section.
func (v *View) keep(s *sheet, wrong map[string]string, edit func(*casework.Settings), said string, done func()) {
	s.form.ShowErrors(wrong)
	if len(wrong) > 0 {
		return
	}
	base := s.base
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (casework.Settings, error) {
		return v.model.Save(ctx, base, edit)
	}, func(saved casework.Settings, err error) {
		var clash *Clash
		if errors.As(err, &clash) {
			s.theirs(clash.Theirs)
		}
		if err != nil {
			v.failed(s.form, err)
			return
		}
		v.warned = false
		s.fill(saved)
		if done != nil {
			done()
		}
		v.told(s.news, said)
	})
}

// failed shows each message under its field, and what no field can mend as a
// problem.
func (v *View) failed(f *field.Form, err error) { failed(v.deps.Shell, f, err) }

func failed(frame *shell.Shell, f *field.Form, err error) {
	if wrong, theirs := Problems(err); theirs {
		f.ShowErrors(wrong)
		return
	}
	if !errors.Is(err, context.Canceled) {
		frame.Problem(err)
	}
}

// told says what was saved and lets every screen know what changed.
func (v *View) told(what, said string) {
	v.deps.Shell.Toast(said, nil)
	v.Refresh()
	v.deps.News.Settings.Publish(what)
}
