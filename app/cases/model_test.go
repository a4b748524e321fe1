package cases

import (
	"context"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

var background = context.Background()

func (o *office) list(by casework.Officer, tab Tab) *Model {
	o.t.Helper()
	m := NewModel(o, by, func() calendar.Date { return o.today }, tab)
	o.load(m)
	return m
}

func (o *office) load(m *Model) {
	o.t.Helper()
	l, err := m.Loading(0)(background)
	if err != nil {
		o.t.Fatal(err)
	}
	m.Show(l)
	c, err := m.Counting()(background)
	if err != nil {
		o.t.Fatal(err)
	}
	m.ShowCounts(c)
}

func names(rows []register.Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, resident(r))
	}
	return strings.Join(all, ", ")
}

func TestEachStandingViewHasItsCasesAndItsCountIsThatOfTheList(t *testing.T) {
	o := newOffice(t)
	o.street()
	for tab, want := range map[Tab]string{
		AllOpen:    "Nasreen Akhtar, Leon Brackley, Aneta Kowalska, Oliver Finch, Samuel Idowu, Paweł Zieliński, Hannah Voss, Name not given, Joan Pickard",
		Overdue:    "Nasreen Akhtar, Leon Brackley, Aneta Kowalska, Oliver Finch",
		Mine:       "Aneta Kowalska",
		Stage2:     "Nasreen Akhtar",
		Unassigned: "Hannah Voss, Name not given",
		Requests:   "Joan Pickard",
	} {
		m := o.list(o.dan, tab)
		if got := names(m.Rows()); got != want {
			t.Errorf("%s: %s\nwant %s", tab.Name(), got, want)
		}
		if m.TabCount(tab) != len(m.Rows()) {
			t.Errorf("%s counts %d for %d rows", tab.Name(), m.TabCount(tab), len(m.Rows()))
		}
	}
}

func TestOnlyTheLastViewHoldsClosedCases(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	o.do(o.sam, all["Joan Pickard"], "2026-11-13", casework.Close{On: o.today})
	if got := names(o.list(o.dan, AllOpen).Rows()); strings.Contains(got, "Joan") {
		t.Errorf("a closed case is among the open: %s", got)
	}
	m := o.list(o.dan, Everything)
	r := m.Rows()[m.Place(all["Joan Pickard"].ID)]
	if left, tone := m.Left(r); left != "Closed Fri 13 Nov" || tone != casework.Ended {
		t.Errorf("it says %q in tone %q", left, tone)
	}
}

func TestAFilterNarrowsWhatIsShownAndTheCountFollows(t *testing.T) {
	o := newOffice(t)
	o.street()
	for _, c := range []struct {
		filter Filter
		want   string
		line   string
	}{
		{Filter{Stage: 2}, "Nasreen Akhtar", "1 of 9 records"},
		{Filter{Handler: o.ros.ID}, "Nasreen Akhtar, Paweł Zieliński", "2 of 9 records"},
		{Filter{Nobody: true}, "Hannah Voss, Name not given", "2 of 9 records"},
		{Filter{Subject: "allocations"}, "", "0 of 9 records"},
		{Filter{ReceivedWithin: 7, Stage: 1}, "Paweł Zieliński, Hannah Voss, Name not given", "3 of 9 records"},
	} {
		m := o.list(o.helen, AllOpen)
		m.SetFilter(c.filter)
		o.load(m)
		if got := names(m.Rows()); got != c.want || m.CountLine() != c.line {
			t.Errorf("%+v: %s, %s", c.filter, got, m.CountLine())
		}
		if m.Empty() != (c.want == "") {
			t.Errorf("%+v: empty is %v", c.filter, m.Empty())
		}
	}
}

func TestThePeriodsAreThoseTheirNamesSay(t *testing.T) {
	for _, c := range []struct {
		p        Period
		today    string
		from, to string
	}{
		{AnyDay, "2026-11-13", "", ""},
		{LastWeek, "2026-11-13", "2026-11-07", ""},
		{LastMonth, "2026-11-13", "2026-10-15", ""},
		{ThisQuarter, "2026-11-13", "2026-10-01", ""},
		{LastQuarter, "2026-11-13", "2026-07-01", "2026-09-30"},
		{LastQuarter, "2026-02-28", "2025-10-01", "2025-12-31"},
		{ThisYear, "2026-11-13", "2026-04-01", ""},
		{ThisYear, "2026-03-31", "2025-04-01", ""},
		{ThisYear, "2026-04-01", "2026-04-01", ""},
	} {
		from, to := c.p.days(day(c.today))
		if from.String() != c.from || to.String() != c.to {
			t.Errorf("%q on %s: %s to %s", c.p, c.today, from, to)
		}
	}
}

func TestStageTwoAndAFilterForAnotherStageNeverHoldTogether(t *testing.T) {
	o := newOffice(t)
	m := o.list(o.helen, Stage2)
	m.SetFilter(Filter{Stage: 1})
	if m.Tab() != AllOpen || m.Filter().Stage != 1 {
		t.Errorf("asking for stage 1 leads to %s with %+v", m.Tab().Name(), m.Filter())
	}
	m.SetTab(Stage2)
	if m.Filter().Stage != 0 {
		t.Error("the stage 2 view is still narrowed to stage 1")
	}
}

func TestALongListIsReadAPageAtATimeWithoutGapsInEveryOrder(t *testing.T) {
	o := newOffice(t)
	o.many(2*pageRows + 37)
	for _, sort := range []register.Sort{register.ByDue, register.ByReceived, register.ByReference, register.ByHandler, register.ByChange} {
		m := NewModel(o, o.helen, func() calendar.Date { return o.today }, AllOpen)
		if m.Sort() != sort {
			m.SetSort(sort)
		}
		o.load(m)
		if len(m.Rows()) != pageRows {
			t.Fatalf("by %s the first page has %d rows", sort, len(m.Rows()))
		}
		for m.More() {
			f, err := m.LoadingMore()(background)
			if err != nil {
				t.Fatal(err)
			}
			m.ShowMore(f)
		}
		seen := map[int64]bool{}
		for i, r := range m.Rows() {
			seen[r.ID] = true
			if i > 0 && !inOrder(m.Rows()[i-1], r, sort) {
				t.Fatalf("by %s row %d stands wrong", sort, i)
			}
		}
		if len(seen) != 2*pageRows+37 || len(m.Rows()) != len(seen) {
			t.Errorf("by %s: %d rows, %d of them different", sort, len(m.Rows()), len(seen))
		}
	}
}

func inOrder(a, b register.Row, by register.Sort) bool {
	switch by {
	case register.ByReceived:
		return !a.Received.Before(b.Received)
	case register.ByReference:
		return a.ID > b.ID
	case register.ByHandler:
		return a.HandlerName <= b.HandlerName
	case register.ByChange:
		return !a.Changed.Before(b.Changed)
	}
	return !a.Due.After(b.Due)
}

func TestReadingAgainReachesToWhereTheCursorWas(t *testing.T) {
	o := newOffice(t)
	o.many(3 * pageRows)
	m := o.list(o.helen, AllOpen)
	l, err := m.Loading(2 * pageRows)(background)
	if err != nil {
		t.Fatal(err)
	}
	if m.Show(l); len(m.Rows()) < 2*pageRows+1 {
		t.Errorf("only %d rows are there", len(m.Rows()))
	}
}

func TestReadingUntilARowIsFoundStopsThereAndReports(t *testing.T) {
	o := newOffice(t)
	all := o.many(pageRows + largePage + 20)
	m := o.list(o.helen, AllOpen)
	last := all[len(all)-1]
	reported := 0
	f, err := m.LoadingUntil(func(r register.Row) bool { return r.ID == last.ID })(background, func(rows int) { reported = rows })
	if err != nil {
		t.Fatal(err)
	}
	m.ShowMore(f)
	if f.Found < 0 || m.Rows()[f.Found].ID != last.ID || reported != len(all) {
		t.Errorf("found at %d, reported %d of %d", f.Found, reported, len(all))
	}
	stopped, cancel := context.WithCancel(background)
	cancel()
	again := o.list(o.helen, AllOpen)
	if _, err := again.LoadingUntil(func(register.Row) bool { return false })(stopped, func(int) {}); err == nil {
		t.Error("reading went on after Stop")
	}
}

func TestASelectionOutlivesAReadingButNotAnotherList(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	m.Select([]int64{all["Hannah Voss"].ID, all["Joan Pickard"].ID})
	m.SetSort(register.ByReceived)
	o.do(o.sam, all["Joan Pickard"], "2026-11-13", casework.Close{On: o.today})
	o.load(m)
	if m.Selected() != 1 || !m.IsSelected(all["Hannah Voss"].ID) {
		t.Errorf("%d are selected", m.Selected())
	}
	m.SetFilter(Filter{Stage: 1})
	if m.Selected() != 0 {
		t.Error("what cannot be seen is still selected")
	}
}

func TestACellSaysWhichDateIsDueAndWhoHasIt(t *testing.T) {
	o := newOffice(t)
	all := o.street()
	m := o.list(o.helen, AllOpen)
	for name, want := range map[string][4]string{
		"Leon Brackley":  {"Fence down since the July storm, 8 Tannery Row", "1, respond", "3 working days late", "S. Pryce"},
		"Hannah Voss":    {"Service charge not explained, 15 Foundry Gate", "1, acknowledge", "4 working days left", "Nobody"},
		"Nasreen Akhtar": {"Moved with no notice of works, 52 Silkweaver Way", "2, acknowledge", "4 working days late", "R. Castell"},
		"Joan Pickard":   {"Wants a new bin, 1 Tannery Row", "Request", "", ""},
	} {
		r := m.Rows()[m.Place(all[name].ID)]
		left, _ := m.Left(r)
		officer, _ := handler(r)
		if got := [4]string{aboutAt(r), stageAndNext(r), left, officer}; got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestWhatOwesSomethingAndHasNobodyIsAGap, whatever it is; what owes nothing is
// none, and a closed one is none any more.
func TestWhatOwesSomethingAndHasNobodyIsAGap(t *testing.T) {
	for _, c := range []struct {
		row register.Row
		gap bool
	}{
		{register.Row{Kind: casework.ServiceRequest, DueKind: casework.DutyWaiting}, true},
		{register.Row{Kind: casework.Information, DueKind: casework.DutyHazard}, true},
		{register.Row{Kind: casework.FixedSum}, true}, // its sum has still to be worked out
		{register.Row{Kind: casework.ServiceRequest}, false},
		{register.Row{Kind: casework.Information, DueKind: casework.DutyHazard, Closed: day("2026-11-13")}, false},
	} {
		if name, gap := handler(c.row); gap != c.gap || gap != (name == "Nobody") {
			t.Errorf("%+v: %q, %v", c.row, name, gap)
		}
	}
}

func TestACaseThatOwesNothingSaysWhetherItIsAnsweredOrClosed(t *testing.T) {
	for want, r := range map[string]register.Row{
		"1, answered":      {Kind: casework.Complaint, Stage: 1},
		"2":                {Kind: casework.Complaint, Stage: 2, Closed: day("2026-11-13")},
		"1, promise":       {Kind: casework.Complaint, Stage: 1, Closed: day("2026-11-13"), DueKind: casework.DutyPromise},
		"Request, promise": {Kind: casework.ServiceRequest, DueKind: casework.DutyPromise},
	} {
		if got := stageAndNext(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTypingFindsANameByAnyOfItsWordsOrAReferenceByItsNumber(t *testing.T) {
	row := register.Row{Resident: "Paweł Zieliński-Okafor", Reference: casework.NewReference(casework.Complaint, 2026, 377)}
	for typed, want := range map[string]bool{
		"p": true, "PAWEL": true, "zielinski": true, "Zieliński": true, "okaf": true, "paweł z": true,
		"elin": false, "x": false, "": false,
		"c-2026-0377": true, "c20260377": true, "2026-03": true, "0377": true, "377": true, "0378": false, "c-2025": false, "r-2026": false,
	} {
		if got := Finding(typed)(row); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}

func TestFindGoesOnFromTheCursorAndAroundTheEnd(t *testing.T) {
	o := newOffice(t)
	o.street()
	m := o.list(o.helen, AllOpen)
	h := Finding("h")
	first := m.Find(h, 0)
	if first < 0 || m.Rows()[first].Resident != "Hannah Voss" {
		t.Fatalf("found row %d", first)
	}
	if m.Find(h, first) != first || m.Find(h, first+1) != first {
		t.Error("the only row is not found from itself and around the end")
	}
	if m.Find(Finding("zzz"), 0) != -1 {
		t.Error("something was found that is not there")
	}
}

func TestNumbersAreGroupedByThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 71: "71", 999: "999", 1000: "1,000", 48316: "48,316", 1234567: "1,234,567"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is written %s", n, got)
		}
	}
}
