package today

import (
	"context"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

var (
	dan   = casework.Officer{ID: 2, Name: "Dan Okafor", Role: casework.Investigator, Office: 1}
	sam   = casework.Officer{ID: 3, Name: "Sam Pryce", Role: casework.Investigator, Office: 1}
	priya = casework.Officer{ID: 4, Name: "Priya Nair", Role: casework.FrontDesk, Office: 1}
	helen = casework.Officer{ID: 5, Name: "Helen Marsh", Role: casework.Manager, Office: 1, AllOffices: true}
)

// friday is the day on which every test looks.
var friday = day("2026-11-13")

// noon is the minute at which they look; London's clocks stand at UTC.
func noon() time.Time { return time.Date(2026, 11, 13, 12, 0, 0, 0, time.UTC) }

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

// office answers for a register with the lists it is given.
type office struct {
	lists  register.TodayLists
	scopes []register.Scope // as asked for
	fails  error
}

func (o *office) Today(_ context.Context, _ casework.Officer, _ calendar.Date, scope register.Scope) (register.TodayLists, error) {
	o.scopes = append(o.scopes, scope)
	return o.lists, o.fails
}

func (o *office) Moment(_ context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error) {
	policies, err := policy.Shipped()
	return casework.Moment{Today: today, By: by, Policies: policies, Holidays: calendar.England(),
		Officer: func(id int64) (casework.Officer, bool) {
			for _, known := range []casework.Officer{dan, sam, priya, helen} {
				if known.ID == id {
					return known, true
				}
			}
			return casework.Officer{}, false
		}}, err
}

// owed is something owed on the case of a resident.
func owed(id int64, resident string, kind casework.DutyKind, stage int, due string, handler casework.Officer) register.DutyRow {
	return register.DutyRow{
		Row: register.Row{ID: id, Reference: casework.NewReference(casework.Complaint, 2026, int(id)), Resident: resident,
			Handler: handler.ID, HandlerName: handler.Name, Received: day("2026-10-28"), Subject: "repairs", Stage: stage},
		Duty: casework.Duty{Kind: kind, Stage: stage, Due: day(due), Handler: handler.ID},
	}
}

func promised(id int64, resident, text, owner, due string) register.DutyRow {
	d := owed(id, resident, casework.DutyPromise, 0, due, dan)
	d.Duty.Text, d.Duty.Owner, d.Duty.Promise = text, owner, 1
	return d
}

// about is a duty that says what it is about.
func about(d register.DutyRow, text string) register.DutyRow {
	d.Duty.Text = text
	return d
}

// ofKind is a duty on a record of another kind than a complaint.
func ofKind(d register.DutyRow, kind casework.Kind) register.DutyRow {
	d.Row.Kind, d.Reference = kind, casework.NewReference(kind, 2026, int(d.ID))
	return d
}

// asked is something that somebody else owes us.
func asked(id int64, resident, whom, what, due string) register.DutyRow {
	d := about(owed(id, resident, casework.DutyWaiting, 0, due, dan), what)
	d.Duty.Owner, d.Duty.Item = whom, 1
	return d
}

func listOf(rows ...register.DutyRow) register.DutyList {
	return register.DutyList{Total: len(rows), Rows: rows}
}

// busy is a morning with something in every list.
func busy() *office {
	aneta := owed(372, "Aneta Kowalska", casework.DutyRespond, 1, "2026-11-13", dan)
	return &office{lists: register.TodayLists{
		Overdue: listOf(
			owed(361, "Leon Brackley", casework.DutyRespond, 1, "2026-11-05", sam),
			owed(298, "Nasreen Akhtar", casework.DutyRespond, 2, "2026-11-10", helen),
			owed(391, "Oliver Finch", casework.DutyAcknowledge, 1, "2026-11-12", priya)),
		DueToday: listOf(aneta,
			owed(392, "Samuel Idowu", casework.DutyAcknowledge, 1, "2026-11-13", priya),
			owed(393, "Beth Rowson", casework.DutyAcknowledge, 1, "2026-11-13", priya),
			owed(394, "", casework.DutyAcknowledge, 2, "2026-11-13", sam)),
		DueSoon: listOf(
			owed(375, "Imran Sadiq", casework.DutyRespond, 1, "2026-11-16", helen),
			owed(396, "Kayleigh Marsden", casework.DutyAcknowledge, 1, "2026-11-16", priya),
			owed(377, "Maureen Tilley", casework.DutyRespond, 1, "2026-11-17", dan),
			owed(398, "Desmond Clarke", casework.DutyAcknowledge, 1, "2026-11-17", priya)),
		Promises: listOf(
			promised(310, "Joan Pickard", "Refit kitchen window", "Repairs", "2026-11-11"),
			promised(377, "Maureen Tilley", "Ring before the response goes", "Dan Okafor", "2026-11-13"),
			about(owed(322, "Paul Everett", casework.DutyPay, 0, "2026-11-16", dan), "£85.00")),
		Mine: listOf(aneta,
			owed(287, "Winston Grant", casework.DutyRespond, 2, "2026-12-31", dan)),
		Unassigned: listOf(
			owed(401, "Hannah Voss", casework.DutyRespond, 1, "2026-11-19", casework.Officer{}),
			owed(402, "Marlon Pryor", casework.DutyRespond, 1, "2026-11-20", casework.Officer{}),
			ofKind(about(owed(403, "Ivy Bains", casework.DutyPetition, 0, "2026-11-20", casework.Officer{}), "Acknowledge the petition"), casework.PetitionKind)),
		Waiting: listOf(asked(372, "Aneta Kowalska", "Peak Roofing", "What the roof needs", "2026-11-11"),
			asked(375, "Imran Sadiq", "Derby City Council", "When the bins are emptied", "2026-11-17")),
		Reviews: listOf(about(owed(377, "Maureen Tilley", casework.DutyReview, 0, "2026-11-16", dan), "Review the adjustment: large print")),
		Letters: listOf(owed(380, "Owen Marsh", casework.DutyWithdrawal, 1, "2026-11-12", sam)),
	}}
}

func loaded(t *testing.T, o *office, by casework.Officer) *Model {
	t.Helper()
	m := NewModel(o, by, "Alvaston", func() calendar.Date { return friday }, noon)
	l, err := m.Loading()(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	m.Show(l)
	return m
}

func (m *Model) sentence() string {
	var b strings.Builder
	for _, r := range m.Headline {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestARowSaysWhoWhatWhenAndWhoHasIt(t *testing.T) {
	m := loaded(t, busy(), dan)
	for _, c := range []struct {
		list                List
		place               int
		name, second, right string
		left                string
		tone                casework.Tone
	}{
		{Overdue, 0, "Leon Brackley", "Stage 1 response, was due Thu 5 Nov", "S. Pryce", "6 working days late", casework.Late},
		{Overdue, 1, "Nasreen Akhtar", "Stage 2 response, was due Tue 10 Nov", "H. Marsh", "3 working days late", casework.Late},
		{Overdue, 2, "Oliver Finch", "Acknowledgement, was due Thu 12 Nov", "P. Nair", "1 working day late", casework.Late},
		{DueToday, 0, "Aneta Kowalska", "Stage 1 response", "You", "Today", casework.Due},
		{DueToday, 3, "Name not given", "Stage 2 acknowledgement", "S. Pryce", "Today", casework.Due},
		{DueSoon, 2, "Maureen Tilley", "Stage 1 response, due Tue 17 Nov", "You", "2 working days left", casework.Soon},
		{Promises, 0, "Refit kitchen window", "To Joan Pickard, was due Wed 11 Nov", "Repairs", "2 working days late", casework.Late},
		{Promises, 1, "Ring before the response goes", "To Maureen Tilley", "Dan Okafor", "Today", casework.Due},
		{Promises, 2, "Pay £85.00", "To Paul Everett, due Mon 16 Nov", "You", "1 working day left", casework.Soon},
		{Waiting, 1, "Winston Grant", "Stage 2 response, due Thu 31 Dec", "Since Wed 28 Oct", "32 working days left", casework.Fine},
		{Unassigned, 0, "Hannah Voss", "Repairs. Stage 1 response, due Thu 19 Nov", "", "4 working days left", casework.Fine},
		{Unassigned, 2, "Ivy Bains", "Petition. Acknowledge the petition, due Fri 20 Nov", "", "5 working days left", casework.Fine},
		{Others, 0, "Peak Roofing", "What the roof needs, for Aneta Kowalska, was due Wed 11 Nov", "You", "2 working days late", casework.Late},
		{Reviews, 0, "Maureen Tilley", "Review the adjustment: large print, due Mon 16 Nov", "You", "1 working day left", casework.Soon},
		{Letters, 0, "Owen Marsh", "Letter that confirms the withdrawal", "S. Pryce", "Withdrawn Thu 12 Nov", casework.Soon},
	} {
		r, ok := m.At(c.list, c.place)
		if !ok || r.Name != c.name || r.Second != c.second || r.Right != c.right || r.Left != c.left || r.Tone != c.tone {
			t.Errorf("%s, row %d: %+v", c.list.Title(), c.place+1, r)
		}
	}
	if _, ok := m.At(Waiting, 2); ok {
		t.Error("a row is found beyond the last")
	}
}

func TestTheHeadlineSaysHowTheDayStandsAndWhereToStart(t *testing.T) {
	for _, c := range []struct {
		name  string
		quiet func(*register.TodayLists)
		want  string
	}{
		{"busy", func(*register.TodayLists) {}, "3 overdue, 4 due today. Start with Leon Brackley."},
		{"nothing today", func(l *register.TodayLists) { l.DueToday = listOf() }, "3 overdue. Start with Leon Brackley."},
		{"nothing overdue", func(l *register.TodayLists) { l.Overdue = listOf() }, "Nothing overdue, 4 due today. Start with Aneta Kowalska."},
		{"only soon", func(l *register.TodayLists) { l.Overdue, l.DueToday = listOf(), listOf() },
			"Nothing overdue. Next: Imran Sadiq, 1 working day left."},
		{"nothing", func(l *register.TodayLists) { *l = register.TodayLists{} }, "Nothing is due in the next two working days."},
	} {
		o := busy()
		c.quiet(&o.lists)
		if got := loaded(t, o, dan).sentence(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAnEmptyListSaysWhyAndWhatComesNext(t *testing.T) {
	o := busy()
	o.lists.Overdue, o.lists.Promises = listOf(), listOf()
	m := loaded(t, o, dan)
	if got := m.Lists[Overdue].Empty; got != "Nothing overdue. Next: Aneta Kowalska, due today." {
		t.Errorf("overdue says %q", got)
	}
	o.lists.Overdue, o.lists.DueToday = busy().lists.Overdue, listOf()
	if got := loaded(t, o, dan).Lists[DueToday].Empty; got != "Nothing is due today. Start with what is overdue (1)." {
		t.Errorf("due today says %q", got)
	}
	if m.Lists[Promises].Empty == "" || m.Lists[DueToday].Empty != "" {
		t.Error("only a list without rows says that it is empty")
	}
}

func TestTheCountInTheHeadIsThatOfTheListHoweverManyRowsAreRead(t *testing.T) {
	o := busy()
	o.lists.Overdue.Total = 62
	m := loaded(t, o, dan)
	if m.Lists[Overdue].Total != 62 {
		t.Errorf("the count is %d", m.Lists[Overdue].Total)
	}
	last, _ := m.At(Overdue, 3)
	if last.Name != "59 more" || last.Case != 0 {
		t.Errorf("the last row is %+v", last)
	}
	if !strings.HasPrefix(m.sentence(), "62 overdue") {
		t.Errorf("the headline counts otherwise: %q", m.sentence())
	}
}

func TestOnlyThoseWhoMaySeeAllOfficesAreOfferedThem(t *testing.T) {
	for _, c := range []struct {
		by   casework.Officer
		want string
	}{{dan, "Just me, Alvaston"}, {priya, "Just me, Alvaston"}, {helen, "Just me, Alvaston, All offices"}} {
		var labels []string
		for _, s := range NewModel(busy(), c.by, "Alvaston", nil, nil).Scopes() {
			labels = append(labels, s.Label)
		}
		if got := strings.Join(labels, ", "); got != c.want {
			t.Errorf("%s is offered %s", c.by.Name, got)
		}
	}
}

func TestTheScopeChosenIsTheOneRead(t *testing.T) {
	o := busy()
	m := loaded(t, o, dan)
	m.SetScope(0)
	if _, err := m.Loading()(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(o.scopes) != 2 || o.scopes[0] != register.Everybody || o.scopes[1] != register.OnlyMine {
		t.Errorf("read %v", o.scopes)
	}
}

func TestAFrontDeskMayNotAssign(t *testing.T) {
	if NewModel(busy(), priya, "", nil, nil).MayAssign() || !NewModel(busy(), sam, "", nil, nil).MayAssign() {
		t.Error("assigning belongs to those who answer complaints")
	}
}

func TestADutyIsFoundAgainWhereverItWent(t *testing.T) {
	o := busy()
	m := loaded(t, o, dan)
	was, _ := m.At(DueSoon, 2)
	rows := o.lists.DueSoon.Rows
	o.lists.DueSoon = listOf(rows[2], rows[0])
	l, _ := m.Loading()(context.Background())
	m.Show(l)
	if got := m.Find(DueSoon, was); got != 0 {
		t.Errorf("Maureen's response is at %d", got)
	}
	if got := m.Find(Overdue, was); got != -1 {
		t.Errorf("it is also found among the overdue, at %d", got)
	}
}

func TestTheHuddleSheetHoldsEveryListOnceAndNamesEachOfficer(t *testing.T) {
	h := loaded(t, busy(), dan).Huddle()
	if h.Office != "Alvaston" || h.Today != friday || len(h.Groups) != 8 {
		t.Fatalf("%s, %s, %d groups", h.Office, h.Today, len(h.Groups))
	}
	for _, g := range h.Groups {
		if len(g.Rows) == 0 {
			t.Errorf("%s is empty", g.Title)
		}
		if g.Title == Waiting.Title() {
			t.Error("what waits for one officer is on the sheet for all")
		}
		for _, r := range g.Rows {
			if r.Officer == "You" {
				t.Errorf("on paper %q has no meaning for %s", r.Officer, r.Who)
			}
		}
	}
	if r := h.Groups[1].Rows[0]; r.Who != "Aneta Kowalska" || r.Officer != "D. Okafor" || r.Left != "Today" {
		t.Errorf("the first row due today is %+v", r)
	}
	mine := loaded(t, busy(), dan)
	mine.SetScope(0)
	if got := mine.Huddle().Office; got != "Dan Okafor" {
		t.Errorf("a sheet of one officer's own work is headed %q", got)
	}
}
