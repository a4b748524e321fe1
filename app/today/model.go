package today

import (
	"context"
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/letter"
)

// Register is what the screen asks of the register.
type Register interface {
	Today(ctx context.Context, by casework.Officer, day calendar.Date, scope register.Scope) (register.TodayLists, error)
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
}

// List names one of the lists, in the order of their keys 1 to 9.
type List int

// The lists.
const (
	Overdue List = iota
	DueToday
	DueSoon
	Promises
	Waiting
	Unassigned
	Reviews
	Others
	Letters
	listCount
)

// titles name the lists on screen and on the huddle sheet.
var titles = [listCount]string{"Overdue", "Due today", "Due in 2 working days", "Promises due", "Waiting for me", "Unassigned",
	"Reviews", "Waiting for others", "Letters to send"}

// Title is the list's name on screen.
func (l List) Title() string { return titles[l] }

// tab is the list's name on a tab, where another stands beside it.
func (l List) tab() string {
	switch l {
	case Others:
		return "For others"
	case Letters:
		return "Letters"
	}
	return l.Title()
}

// Shown is one list as the screen shows it.
type Shown struct {
	Total int // how many there are; Rows holds the first of them
	Rows  []Row
	Empty string // why there is nothing, in one line; empty where there is something
}

// Row is one thing owed.
type Row struct {
	Case   int64 // 0 for the line that says how many more there are
	Number int   // of the promise in its case
	Item   int   // of the hazard, request or order in its case
	Kind   casework.DutyKind
	Stage  int
	Name   string // the resident, or what was promised
	Ref    string
	Left   string // "6 working days late"
	Tone   casework.Tone
	Second string // "Stage 1 response, was due Thu 5 Nov"
	Right  string // who has it
}

// sameDuty says whether two rows are about the same thing owed, however its
// day or its officer have changed.
func (r Row) sameDuty(o Row) bool {
	return r.Case == o.Case && r.Kind == o.Kind && r.Stage == o.Stage && r.Number == o.Number && r.Item == o.Item
}

// Run is a part of the headline; one without a tone is plain.
type Run struct {
	Text string
	Tone casework.Tone
}

// Scope is one choice of whose work is shown.
type Scope struct {
	Label string
	Of    register.Scope
}

// Model is what the screen shows. Load may run away from the interface; the
// rest only reads what Show took over.
type Model struct {
	reg    Register
	by     casework.Officer
	today  func() calendar.Date
	now    func() time.Time
	scopes []Scope
	scope  int

	Lists    [listCount]Shown
	Headline []Run
	day      calendar.Date
	soon     calendar.Date // the last of the days that are soon
}

// NewModel is the screen before anything is read. office is the name of the
// officer's own office.
func NewModel(reg Register, by casework.Officer, office string, today func() calendar.Date, now func() time.Time) *Model {
	return &Model{reg: reg, by: by, today: today, now: now, scope: 1, scopes: ScopesFor(by, office)}
}

// ScopesFor are the choices of whose work an officer is shown; the second is
// their office's.
func ScopesFor(by casework.Officer, office string) []Scope {
	if office == "" {
		office = "My office"
	}
	own := Scope{office, register.Everybody} // all that may be seen is the office's own
	if !by.AllOffices {
		return []Scope{{"Just me", register.OnlyMine}, own}
	}
	own.Of = register.OwnOffice
	return []Scope{{"Just me", register.OnlyMine}, own, {"All offices", register.Everybody}}
}

// Scopes are the choices of whose work is shown; Scope is the place of the one
// in use. Nobody is offered what they may not see.
func (m *Model) Scopes() []Scope { return m.scopes }

// Scope is the place of the scope in use.
func (m *Model) Scope() int { return m.scope }

// Of is whose work is shown.
func (m *Model) Of() register.Scope { return m.scopes[m.scope].Of }

// SetScope chooses whose work the next Load reads.
func (m *Model) SetScope(place int) { m.scope = place }

// MayAssign says whether the officer may give cases to somebody.
func (m *Model) MayAssign() bool {
	return casework.May(m.by, casework.ActAssign, casework.Case{}) == nil
}

// Loaded is what Load read.
type Loaded struct {
	lists  register.TodayLists
	moment casework.Moment
}

// Loading copies what a load needs, so that it may run while the officer goes
// on.
func (m *Model) Loading() func(context.Context) (Loaded, error) {
	reg, by, day, scope := m.reg, m.by, m.today(), m.scopes[m.scope].Of
	return func(ctx context.Context) (Loaded, error) {
		moment, err := reg.Moment(ctx, by, day)
		if err != nil {
			return Loaded{}, err
		}
		lists, err := reg.Today(ctx, by, day, scope)
		return Loaded{lists, moment}, err
	}
}

// Show takes over what was loaded.
func (m *Model) Show(l Loaded) {
	m.day = l.moment.Today
	m.soon = l.moment.Holidays.Add(m.day, casework.SoonDays)
	w := NewWriter(l.moment, m.now())
	lists := w.byUrgency(l.lists)
	for i, part := range []struct {
		from register.DutyList
		row  func(register.DutyRow) Row
	}{
		{lists.Overdue, w.Duty}, {lists.DueToday, w.Duty}, {lists.DueSoon, w.Duty},
		{lists.Promises, w.Promise}, {lists.Mine, w.waiting}, {lists.Unassigned, w.unassigned},
		{lists.Reviews, w.Duty}, {lists.Waiting, w.Others}, {lists.Letters, w.Letter},
	} {
		m.Lists[i] = shown(part.from, part.row)
	}
	m.Headline = m.headline()
	for i := range m.Lists {
		if m.Lists[i].Total == 0 {
			m.Lists[i].Empty = m.whyEmpty(List(i))
		}
	}
}

// shown writes the rows of a list, and below the first fifty a line that says
// how many more there are: the count in the head is always that of the list.
func shown(from register.DutyList, row func(register.DutyRow) Row) Shown {
	s := Shown{Total: from.Total}
	for _, d := range from.Rows {
		s.Rows = append(s.Rows, row(d))
	}
	if more := from.Total - len(from.Rows); more > 0 {
		s.Rows = append(s.Rows, Row{Name: fmt.Sprintf("%d more", more), Second: "Enter shows them all"})
	}
	return s
}

// first is the row to start with, and the day it is owed in words.
func (m *Model) first() (Row, string) {
	for _, l := range []List{Overdue, DueToday, DueSoon} {
		if rows := m.Lists[l].Rows; len(rows) > 0 {
			when := strings.ToLower(rows[0].Left[:1]) + rows[0].Left[1:]
			if when == "today" {
				when = "due today"
			}
			return rows[0], when
		}
	}
	return Row{}, ""
}

// headline says in one sentence how the day stands and where to start.
func (m *Model) headline() []Run {
	overdue, due := m.Lists[Overdue].Total, m.Lists[DueToday].Total
	next, when := m.first()
	switch {
	case overdue > 0 && due > 0:
		return []Run{{fmt.Sprintf("%d overdue", overdue), casework.Late}, {", ", ""},
			{fmt.Sprintf("%d due today", due), casework.Due}, {". Start with " + next.Name + ".", ""}}
	case overdue > 0:
		return []Run{{fmt.Sprintf("%d overdue", overdue), casework.Late}, {". Start with " + next.Name + ".", ""}}
	case due > 0:
		return []Run{{"Nothing overdue, ", ""}, {fmt.Sprintf("%d due today", due), casework.Due},
			{". Start with " + next.Name + ".", ""}}
	case next.Name != "":
		return []Run{{"Nothing overdue. Next: " + next.Name + ", " + when + ".", ""}}
	}
	return []Run{{"Nothing is due in the next two working days.", ""}}
}

// At is the row at a place of a list; false where there is none.
func (m *Model) At(l List, place int) (Row, bool) {
	if rows := m.Lists[l].Rows; place >= 0 && place < len(rows) {
		return rows[place], true
	}
	return Row{}, false
}

// Find is the place of the same duty in a list, or -1.
func (m *Model) Find(l List, was Row) int {
	for i, r := range m.Lists[l].Rows {
		if r.sameDuty(was) {
			return i
		}
	}
	return -1
}

// Huddle is the morning's sheet as the screen stands. What waits for whoever
// looks is left out: all of it stands under its day already.
func (m *Model) Huddle() letter.Huddle {
	h := letter.Huddle{Office: m.scopes[m.scope].Label, Today: m.day}
	if m.scopes[m.scope].Of == register.OnlyMine {
		h.Office = m.by.Name
	}
	for l := range m.Lists {
		if List(l) == Waiting {
			continue
		}
		g := letter.HuddleGroup{Title: titles[l]}
		for _, r := range m.Lists[l].Rows {
			g.Rows = append(g.Rows, m.onPaper(r))
		}
		h.Groups = append(h.Groups, g)
	}
	return h
}

// onPaper is a row for whoever reads the sheet: there "You" is nobody, and
// Enter shows nothing.
func (m *Model) onPaper(r Row) letter.HuddleRow {
	words := strings.Fields(r.Right)
	for i, w := range words {
		if w == "You" {
			words[i] = casework.ShortName(m.by.Name)
		}
	}
	row := letter.HuddleRow{Who: r.Name, Reference: r.Ref, What: r.Second, Left: r.Left, Officer: strings.Join(words, " ")}
	if r.Case == 0 {
		row.What = "They are in Casebook, not on this sheet."
	}
	return row
}
