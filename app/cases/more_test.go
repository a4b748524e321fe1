package cases

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// hospital is the street with a hazard, a case that waits for others, one
// withdrawn, one kept as information and one confidential.
func (o *office) hospital() map[string]casework.Case {
	o.t.Helper()
	all := o.street()
	all["Oliver Finch"] = o.do(o.sam, all["Oliver Finch"], "2026-11-13", casework.StartHazard{
		Kind: "damp-mould", What: "Mould in the bedroom", Told: time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC), ToldTo: "Priya Nair"})
	all["Samuel Idowu"] = o.do(o.sam, all["Samuel Idowu"], "2026-11-13", casework.AskOthers{Whom: "Repairs", What: "The job's notes", Due: day("2026-11-18")})
	all["Hannah Voss"] = o.do(o.sam, all["Hannah Voss"], "2026-11-13", casework.Withdraw{On: o.today, Why: "She rang: it was explained."})
	all["Leon Brackley"] = o.do(o.helen, all["Leon Brackley"], "2026-11-13", casework.Protect{Confidential: true, Access: []int64{o.helen.ID, o.sam.ID}, Why: "A neighbour works here."})
	anonymous := contact("", "Lights out on the stair", "71 Harebell Court", "2026-11-12", casework.Officer{})
	anonymous.Anonymous, anonymous.Answer = true, ""
	all["information"] = o.record(anonymous)[0]
	return all
}

func (o *office) narrowed(by casework.Officer, tab Tab, f Filter) string {
	o.t.Helper()
	m := o.list(by, tab)
	m.SetFilter(f)
	o.load(m)
	return names(m.Rows())
}

func TestFurtherFiltersFindWhatTheySay(t *testing.T) {
	o := newOffice(t)
	o.hospital()
	for _, c := range []struct {
		name string
		f    Filter
		want string
	}{
		{"hazard", Filter{Hazard: true}, "Oliver Finch"},
		{"waiting", Filter{State: register.IsWaiting}, "Samuel Idowu"},
		{"withdrawn", Filter{State: register.IsWithdrawn}, "Hannah Voss"},
		{"information", Filter{Kind: casework.Information}, "Name not given"},
		{"confidential", Filter{Confidential: true}, "Leon Brackley"},
		{"channel", Filter{Channel: casework.Survey}, ""},
		{"due", Filter{DueFrom: day("2026-11-13"), DueTo: day("2026-11-13")}, "Samuel Idowu, Hannah Voss"},
		{"received", Filter{ReceivedFrom: day("2026-09-01"), ReceivedTo: day("2026-10-13")}, "Nasreen Akhtar, Leon Brackley"},
	} {
		if got := o.narrowed(o.helen, AllOpen, c.f); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := o.narrowed(o.dan, AllOpen, Filter{Confidential: true}); got != "" {
		t.Errorf("an officer without access is shown %q", got)
	}
}

func TestCasesOfSomebodyAwayAreFoundByWhoeverCovers(t *testing.T) {
	o := newOffice(t)
	o.street()
	if _, err := o.Cover(background, o.helen, o.ros.ID, o.dan.ID, day("2026-11-12"), day("2026-11-20")); err != nil {
		t.Fatal(err)
	}
	if got := o.narrowed(o.dan, AllOpen, Filter{Covered: true}); got != "Nasreen Akhtar, Paweł Zieliński" {
		t.Errorf("dan covers %s", got)
	}
}

func TestAFilterForClosedCasesLeadsToTheViewThatHasThem(t *testing.T) {
	o := newOffice(t)
	m := o.list(o.helen, Overdue)
	m.SetFilter(Filter{State: register.IsClosed})
	if m.Tab() != Everything {
		t.Errorf("closed cases are looked for in %s", m.Tab().Name())
	}
	m.SetTab(Mine)
	if m.Filter().State != "" {
		t.Error("an open view still asks for closed cases")
	}
}

func TestTheFormGivesTheFilterBackThatItWasFilledFrom(t *testing.T) {
	o := newOffice(t)
	m := o.list(o.helen, AllOpen)
	for _, f := range []Filter{
		{}, {State: register.IsNotAccepted, Kind: casework.Complaint, Channel: casework.ByLetter, Office: o.helen.Office},
		{Late: true}, {DueWithin: 5}, {DueFrom: day("2026-11-01"), DueTo: day("2026-12-24")},
		{ReceivedWithin: 7, Covered: true, Hazard: true}, {ReceivedFrom: day("2026-02-01"), Ombudsman: true, Confidential: true, Stage: 2},
	} {
		if got, wrong := m.Filtered(f, m.TypedOf(f)); got != f || len(wrong) > 0 {
			t.Errorf("%+v came back as %+v, %v", f, got, wrong)
		}
	}
	_, wrong := m.Filtered(Filter{}, Typed{DueFrom: "13 11 2026", DueTo: "12 11 2026", ReceivedFrom: "yesterdat"})
	if len(wrong) != 2 || wrong["due_to"] == "" || wrong["received_from"] == "" {
		t.Errorf("wrong: %v", wrong)
	}
}

func TestEachNarrowingIsSaidAndCanBeDroppedAlone(t *testing.T) {
	o := newOffice(t)
	m := o.list(o.helen, AllOpen)
	m.SetFilter(Filter{Hazard: true, Late: true, State: register.IsOpen, Owing: register.Owing{Kind: casework.DutyPromise, To: day("2026-11-17"), Mine: true}})
	var words []string
	for _, n := range m.Narrowings() {
		words = append(words, n.Words)
		if n.Without == m.Filter() {
			t.Errorf("%s drops nothing", n.Words)
		}
	}
	if got := strings.Join(words, " | "); got != "Open | Hazard running | Late | A promise is owed by 17 November 2026, by me or for whom I cover" {
		t.Errorf("it says %s", got)
	}
}

func TestAViewTakenApartIsTheSameViewAgain(t *testing.T) {
	for _, v := range []register.View{
		{}, {Open: true}, {Open: true, Late: true}, {Open: true, Mine: true, Late: true}, {Open: true, Stage: 2, Hazard: true},
		{Open: true, Nobody: true}, {Open: true, Kind: casework.ServiceRequest, ReceivedWithin: 30}, {Mine: true, State: register.IsClosed},
		{Open: true, Owing: register.Owing{Timed: true, To: calendar.On(2026, 11, 12)}},
	} {
		tab, f := apart(v)
		if got := tab.narrowed(f); got != v {
			t.Errorf("%+v became %s with %+v: %+v", v, tab.Name(), f, got)
		}
	}
	if tab, _ := apart(register.View{Open: true, Stage: 2}); tab != Stage2 {
		t.Errorf("stage 2 opens as %s", tab.Name())
	}
}

func TestAViewIsSavedOpenedAndForgottenByKeys(t *testing.T) {
	o := newOffice(t)
	o.hospital()
	s := show(t, o, o.helen, nil)
	s.press("Alt+M")
	s.focus(func(f fyne.Focusable) bool { return strings.Contains(stopWords(f), "hazard") })
	s.press("Space", "Ctrl+Enter")
	if got := names(s.model.Rows()); got != "Oliver Finch" {
		t.Fatalf("the filter shows %s", got)
	}
	s.press("Alt+R", "Alt+S")
	s.write("Mould")
	s.press("Ctrl+S")
	views, err := o.Views(background, o.helen)
	if err != nil || len(views) != 1 || views[0].Name != "Mould" || views[0].View != (register.View{Open: true, Hazard: true, Sort: register.ByReceived}) {
		t.Fatalf("kept %+v, %v", views, err)
	}
	if s.counted.Text != "1 of 10 records" || s.model.Name() != "Mould" {
		t.Errorf("the list says %q of %q", s.counted.Text, s.model.Name())
	}
	s.press("Esc", "Alt+D") // the filters are cleared
	if len(s.model.Rows()) < 5 || s.model.Name() != "" {
		t.Fatalf("%s is left of it", names(s.model.Rows()))
	}
	s.press("Alt+V", "Enter")
	if got := names(s.model.Rows()); got != "Oliver Finch" || s.model.Sort() != register.ByReceived {
		t.Errorf("the view opens with %s by %s", got, s.model.Sort())
	}
	s.press("Alt+V", "Del")
	if views, _ := o.Views(background, o.helen); len(views) != 0 {
		t.Errorf("still there: %v", views)
	}
	if s.undo == nil {
		t.Fatal("it cannot be taken back")
	}
	s.undo()
	s.settle()
	if views, _ := o.Views(background, o.helen); len(views) != 1 {
		t.Error("taking it back kept nothing")
	}
}

func stopWords(f fyne.Focusable) string {
	if named, ok := f.(interface{ AccessibilityLabel() string }); ok {
		return strings.ToLower(named.AccessibilityLabel())
	}
	return ""
}

func TestAHazardARiskAndSecrecyAreSaidInWords(t *testing.T) {
	o := newOffice(t)
	all := o.hospital()
	m := o.list(o.helen, AllOpen)
	for name, want := range map[string]string{
		"Oliver Finch":  "Hazard: Bins not emptied, 3 Ladywell Rise",
		"Leon Brackley": "Confidential: Fence down since the July storm, 8 Tannery Row",
	} {
		if got := aboutAt(m.Rows()[m.Place(all[name].ID)]); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := warnings(register.Row{Hazard: true, Risk: casework.RiskDanger, Confidential: true}); got != "Hazard, Danger now, Confidential" {
		t.Errorf("it says %q", got)
	}
	for want, r := range map[string]register.Row{
		"Withdrawn Fri 13 Nov":    {State: register.IsWithdrawn, Closed: day("2026-11-13")},
		"Not accepted Fri 13 Nov": {State: register.IsNotAccepted, Closed: day("2026-11-13")},
		"Closed Fri 13 Nov":       {State: register.IsClosed, Closed: day("2026-11-13")},
	} {
		if left, tone := m.Left(r); left != want || tone != casework.Ended {
			t.Errorf("%q, %s", left, tone)
		}
	}
}

func TestTheListIsFoundAsItWasLeftByAnyWay(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.helen, nil)
	s.setFilter(Filter{Stage: 1})
	s.settle()
	s.press("Alt+R", "Down", "Down")
	was := s.at()
	s.shell.Go(shellRoute("help"))
	s.shell.Go(shellRoute("cases"))
	s.settle()
	if s.at() != was || s.model.Filter().Stage != 1 || s.model.Sort() != register.ByReceived {
		t.Errorf("at %q, was %q; %+v by %s", s.at(), was, s.model.Filter(), s.model.Sort())
	}
	s.shell.Go(shellRouteTo("cases", Overdue))
	s.settle()
	if s.model.Tab() != Overdue || s.model.IsNarrowed() {
		t.Error("a standing view asked for is not shown whole")
	}
}

func TestOneOfTodaysListsOpensWithItsOwnFilter(t *testing.T) {
	o := newOffice(t)
	o.hospital()
	s := show(t, o, o.helen, Open{Name: "Waiting for others", View: register.View{Open: true, Owing: register.Owing{Kind: casework.DutyWaiting}}})
	if got := names(s.model.Rows()); got != "Samuel Idowu" || s.model.Name() != "Waiting for others" {
		t.Errorf("%s, %q", got, s.counted.Text)
	}
	if s.chips.Hidden || len(s.chips.Objects) != 3 {
		t.Error("nothing says what the list is narrowed by")
	}
	s.press("Esc")
	if len(s.model.Rows()) < 5 || !s.chips.Hidden {
		t.Error("Esc does not widen it")
	}
}
