package month

import (
	"context"
	"strings"
	"testing"
	"time"

	"casebook/app/today"
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

// friday is the day on which every test looks, at noon.
var friday = day("2026-11-13")

func noon() time.Time { return time.Date(2026, 11, 13, 12, 0, 0, 0, time.UTC) }

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

// office answers for a register from a list of duties.
type office struct {
	duties []register.DutyRow
	today  calendar.Date
	asked  []register.Scope
	months int // how often a month was read
	fails  error
}

func (o *office) Month(_ context.Context, by casework.Officer, scope register.Scope, first, last calendar.Date) ([]register.DayLoad, error) {
	o.asked = append(o.asked, scope)
	o.months++
	var days []register.DayLoad
	for d := first; !d.After(last); d = d.AddDays(1) {
		load := register.DayLoad{Day: d, Kinds: map[casework.DutyKind]int{}}
		shares := map[int64]int{}
		for _, r := range o.duties {
			if r.Duty.Due == d {
				load.Total++
				load.Kinds[r.Duty.Kind]++
				shares[r.Duty.Handler]++
			}
		}
		for _, who := range []casework.Officer{{}, dan, sam, priya} {
			if n := shares[who.ID]; n > 0 && by.Role == casework.Manager {
				load.Officers = append(load.Officers, register.OfficerLoad{Officer: who.ID, Name: who.Name, Total: n})
			}
		}
		days = append(days, load)
	}
	return days, o.fails
}

func (o *office) DueOn(_ context.Context, _ casework.Officer, _ register.Scope, on calendar.Date) (register.DutyList, error) {
	var list register.DutyList
	for _, r := range o.duties {
		if r.Duty.Due == on {
			list.Rows = append(list.Rows, r)
		}
	}
	list.Total = len(list.Rows)
	return list, o.fails
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

func (o *office) owe(id int64, resident string, kind casework.DutyKind, due string, handler casework.Officer) {
	o.duties = append(o.duties, register.DutyRow{
		Row: register.Row{ID: id, Reference: casework.NewReference(casework.Complaint, 2026, int(id)), Resident: resident,
			Handler: handler.ID, HandlerName: handler.Name, Subject: "repairs", Stage: 1},
		Duty: casework.Duty{Kind: kind, Stage: 1, Due: day(due), Handler: handler.ID, Text: "Fit a fan", Owner: "Repairs"},
	})
}

// busy has two things late, three due today, a heavy week for Sam from Monday
// 16 November, and something on a Saturday and on Boxing Day's day off.
func busy() *office {
	o := &office{today: friday}
	o.owe(361, "Leon Brackley", casework.DutyRespond, "2026-11-05", sam)
	o.owe(391, "Oliver Finch", casework.DutyAcknowledge, "2026-11-12", priya)
	o.owe(372, "Aneta Kowalska", casework.DutyRespond, "2026-11-13", dan)
	o.owe(392, "Samuel Idowu", casework.DutyAcknowledge, "2026-11-13", priya)
	o.owe(372, "Aneta Kowalska", casework.DutyPromise, "2026-11-13", dan)
	for id := range int64(9) {
		o.owe(400+id, "Kayleigh Marsden", casework.DutyRespond, []string{"2026-11-16", "2026-11-17", "2026-11-18"}[id%3], sam)
	}
	o.owe(420, "Imran Sadiq", casework.DutyUpdate, "2026-11-17", dan)
	o.owe(421, "Ruth Pell", casework.DutyHazard, "2026-11-21", dan)
	o.owe(422, "Paul Everett", casework.DutyPromise, "2026-12-28", dan)
	o.owe(423, "Hannah Voss", casework.DutyRespond, "2026-11-27", casework.Officer{})
	return o
}

func opened(o *office, by casework.Officer) *Model {
	return NewModel(o, by, "Alvaston", func() calendar.Date { return o.today }, noon)
}

func loaded(t *testing.T, o *office, by casework.Officer) *Model {
	t.Helper()
	m := opened(o, by)
	read(t, m)
	return m
}

func read(t *testing.T, m *Model) {
	t.Helper()
	l, err := m.Loading()(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m.Show(l)
}

func (m *Model) at(on string) Day { return m.Days[m.first().DaysUntil(day(on))] }

// 1 November 2026 is a Sunday and the 30th a Monday: six weeks, from Monday 26
// October to Sunday 6 December.
func TestAMonthIsItsWholeWeeks(t *testing.T) {
	m := loaded(t, busy(), dan)
	if len(m.Days) != 42 || m.Days[0].Date != day("2026-10-26") || m.Days[41].Date != day("2026-12-06") {
		t.Fatalf("%d days from %s", len(m.Days), m.Days[0].Date)
	}
	if m.Days[m.Place()].Date != friday || m.Title() != "November 2026" {
		t.Errorf("the cursor of %s is on %s", m.Title(), m.Days[m.Place()].Date)
	}
	// 1 February 2027 is a Monday and the 28th a Sunday: four weeks and no more.
	m.GoTo(day("2027-02-10"))
	read(t, m)
	if len(m.Days) != 28 || m.Days[0].Date != day("2027-02-01") {
		t.Errorf("February has %d days from %s", len(m.Days), m.Days[0].Date)
	}
}

func TestADaySaysHowMuchIsDueAndWhat(t *testing.T) {
	m := loaded(t, busy(), dan)
	for _, c := range []struct {
		on, number, count, lines string
		late, rest, out, today   bool
	}{
		{"2026-10-31", "31", "", "", false, true, true, false},
		{"2026-11-01", "1 Nov", "", "", false, true, false, false},
		{"2026-11-05", "5", "1 late", "1 response", true, false, false, false},
		{"2026-11-13", "13", "3 due", "1 response, 1 acknowledge, 1 promise", false, false, false, true},
		{"2026-11-17", "17", "4 due", "3 responses, 1 update", false, false, false, false},
		{"2026-11-21", "21", "1 due", "1 hazard step", false, true, false, false},
		{"2026-12-01", "1 Dec", "", "", false, false, true, false},
	} {
		d := m.at(c.on)
		if d.Number != c.number || d.Count != c.count || strings.Join(d.Lines, ", ") != c.lines ||
			d.Late != c.late || d.Rest != c.rest || d.Out != c.out || d.Today != c.today {
			t.Errorf("%s: %+v", c.on, d)
		}
	}
	if got := m.at("2026-11-13").Label(); got != "Friday 13 November 2026, today, 3 due: 1 response, 1 acknowledge, 1 promise" {
		t.Errorf("in words: %q", got)
	}
	if late, rest := m.Sentence(); late != "2 late" || rest != ", 15 still to come." {
		t.Errorf("the month: %q%q", late, rest)
	}
}

// Christmas Day 2026 is a Friday; Boxing Day falls on Saturday and is kept on
// Monday 28 December.
func TestHolidaysAreNamed(t *testing.T) {
	m := opened(busy(), dan)
	m.GoTo(day("2026-12-28"))
	read(t, m)
	if d := m.at("2026-12-25"); d.Holiday != "Christmas Day" || !d.Rest {
		t.Errorf("%+v", d)
	}
	if got := m.at("2026-12-28").ShortHoliday(); got != "Boxing Day" {
		t.Errorf("in its square it is %q", got)
	}
	if got := m.DayWords(); !strings.HasPrefix(got, "Boxing Day") || !strings.HasSuffix(got, "not a working day. 1 due.") {
		t.Errorf("28 December: %q", got)
	}
}

func TestBeyondTheProclaimedHolidaysTheMonthAndTheDaySaySo(t *testing.T) {
	m := opened(busy(), dan)
	m.GoTo(day("2028-12-31"))
	read(t, m)
	if m.Warning() != "" {
		t.Errorf("within the list: %q", m.Warning())
	}
	m.GoTo(day("2029-01-02"))
	read(t, m)
	if !strings.Contains(m.Warning(), "proclaimed only to 31 December 2028") || !strings.Contains(m.DayWords(), "not proclaimed") {
		t.Errorf("beyond: %q, %q", m.Warning(), m.DayWords())
	}
}

func TestTheCursorMovesByDaysWeeksAndMonths(t *testing.T) {
	m := opened(busy(), dan)
	for _, c := range []struct {
		name    string
		to      calendar.Date
		want    string
		another bool
	}{
		{"a day on", m.ByDays(1), "2026-11-14", false},
		{"three weeks on", day("2026-11-14").AddDays(21), "2026-12-05", true},
		{"back to the 31st of October", day("2026-10-31"), "2026-10-31", true},
	} {
		if got := m.GoTo(c.to); got != c.another || m.Day() != day(c.want) {
			t.Errorf("%s: %s, another month %t", c.name, m.Day(), got)
		}
	}
	if got := m.ByMonths(1); got != day("2026-11-30") {
		t.Errorf("a month after 31 October is %s", got)
	}
	if m.Begin() != day("2026-10-01") || m.End() != day("2026-10-31") {
		t.Errorf("from %s to %s", m.Begin(), m.End())
	}
}

func TestTheDaysListIsThatOfItsSquareAndAListOfAnotherDayIsLeft(t *testing.T) {
	m := loaded(t, busy(), dan)
	if len(m.Rows) != 3 || m.Rows[0].Name != "Aneta Kowalska" || m.Rows[0].Right != "You" || m.Rows[1].Right != "P. Nair" {
		t.Errorf("%+v", m.Rows)
	}
	slow := m.LoadingDay()
	m.GoTo(day("2026-11-17"))
	l, _ := m.LoadingDay()(t.Context())
	m.Show(l)
	late, _ := slow(t.Context())
	m.Show(late)
	if len(m.Rows) != 4 || m.DayWords() != "4 due." {
		t.Errorf("on 17 November: %d rows, %q", len(m.Rows), m.DayWords())
	}
}

func TestAnEmptyDaySaysWhatComesNext(t *testing.T) {
	m := loaded(t, busy(), dan)
	m.GoTo(day("2026-11-19"))
	if got := m.WhyEmpty(); got != "Nothing falls due on this day. Next: Sat 21 Nov, 1 due." {
		t.Errorf("%q", got)
	}
	m.GoTo(day("2026-11-30"))
	if got := m.WhyEmpty(); !strings.Contains(got, "PgDn") {
		t.Errorf("after the last: %q", got)
	}
}

// In the week of 16 November Sam has 9, Dan 2 and Priya none: the average of
// three officers is 11 / 3, rounded 4; 9 is more than five working days and
// more than twice that. Nobody has one thing on the 27th, which is nobody's load.
func TestOnlyAManagerSeesTheLoadAndOverloadIsSaid(t *testing.T) {
	for _, by := range []casework.Officer{dan, priya} {
		if m := loaded(t, busy(), by); m.MaySeeLoad() || len(m.Load.Rows) != 0 || len(m.Load.Heavy) != 0 {
			t.Errorf("%s sees %+v", by.Name, m.Load)
		}
	}
	m := loaded(t, busy(), helen)
	if !m.MaySeeLoad() || strings.Join(m.Load.Weeks, " ") != "26 2 9 16 23 30" {
		t.Fatalf("weeks %v", m.Load.Weeks)
	}
	if first := m.Load.Rows[0]; first.Name != "Sam Pryce" || first.Total != 10 || first.Weeks[3] != 9 || !first.Heavy[3] || first.Heavy[1] {
		t.Errorf("%+v", first)
	}
	want := "Sam Pryce has too much in the week of 16 November 2026: 9, and the average is 4."
	if len(m.Load.Heavy) != 1 || m.Load.Heavy[0] != want {
		t.Errorf("%v", m.Load.Heavy)
	}
	sum := 0
	for _, o := range m.Load.Rows {
		sum += o.Total
	}
	if sum != 17 { // all but the one due on 28 December
		t.Errorf("the officers have %d", sum)
	}
}

func TestTheScopesAreThoseOfToday(t *testing.T) {
	o := busy()
	m := opened(o, helen)
	m.SetScope(0)
	read(t, m)
	if len(o.asked) != 1 || o.asked[0] != register.OnlyMine || len(m.Scopes()) != len(today.ScopesFor(helen, "Alvaston")) {
		t.Errorf("asked for %v of %v", o.asked, m.Scopes())
	}
}
