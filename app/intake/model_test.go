package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestWhatIsWrongStandsUnderItsFieldAndSaysWhatToDo(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(m *Model)
		want  map[string]string // field, and words that stand in the sentence
	}{
		{"all that is needed is there", func(*Model) {}, nil},
		{"no story", func(m *Model) { m.Type(Story, " \n ") }, map[string]string{Story: "Write what happened"}},
		{"no choice", func(m *Model) { m.form.Answer = "" }, map[string]string{Choice: "Ask the resident"}},
		{"received tomorrow", func(m *Model) { m.Type(Received, "tomorrow") }, map[string]string{Received: "cannot be after today, Friday 13 November 2026"}},
		{"no day of receipt", func(m *Model) { m.Type(Received, "") }, map[string]string{Received: "Enter the day we were told"}},
		{"a day that no month has", func(m *Model) { m.Type(Received, "31 6 2026") }, map[string]string{Received: "30"}},
		{"the American order", func(m *Model) { m.Type(Received, "11 13 2026") }, map[string]string{Received: "month"}},
		{"it starts tomorrow", func(m *Model) { m.Type(Happened, "+1") }, map[string]string{Happened: "cannot be after today"}},
		{"it started on no day", func(m *Model) { m.Type(Happened, "31/2/26") }, map[string]string{Happened: ""}},
		{"it started roughly", func(m *Model) { m.Type(Happened, "early March") }, nil},
		{"an e-mail address without @", func(m *Model) { m.Type(Email, "grace.example.org") }, map[string]string{Email: "needs an @"}},
		{"an e-mail address that ends at its @", func(m *Model) { m.Type(Email, "grace@") }, map[string]string{Email: "both sides"}},
		{"somebody speaks for them without a name", func(m *Model) { m.SetBehalf(true) }, map[string]string{RepName: "Write who speaks"}},
		{"a subject that is not on the list", func(m *Model) { m.Type(Subject, "spaceships") }, map[string]string{Subject: "from the list"}},
		{"a subject that fits several", func(m *Model) { m.Type(Subject, "h") }, map[string]string{Subject: "from the list"}},
		{"a page pasted into the telephone", func(m *Model) { m.Type(Phone, strings.Repeat("0", 301)) }, map[string]string{Phone: "300 characters: it has 301"}},
		{"several things at once", func(m *Model) { m.Type(Story, ""); m.Type(Received, "tomorrow"); m.form.Answer = "" },
			map[string]string{Story: "Write", Received: "after today", Choice: "Ask"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := newOffice(t).filled(priya)
			typed := maps.Clone(m.form.Text)
			c.spoil(m)
			for field := range c.want {
				typed[field] = m.Text(field)
			}
			passed := m.ReadBack()
			if passed != (len(c.want) == 0) || passed != (m.Page() == ReadBack) {
				t.Errorf("read back is %v on page %d, with %v wrong", passed, m.Page(), m.Wrong())
			}
			if len(m.Wrong()) != len(c.want) {
				t.Errorf("wrong are %v, want %d", m.Wrong(), len(c.want))
			}
			for field, words := range c.want {
				if got := m.Wrong()[field]; got == "" || !strings.Contains(got, words) {
					t.Errorf("%s says %q, want %q in it", field, got, words)
				}
				if m.Text(field) != typed[field] {
					t.Errorf("%s now holds %q, typed was %q", field, m.Text(field), typed[field])
				}
			}
		})
	}
}

func TestOddTextIsKeptAndRecordedSafely(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Nobody came, again. ", 500)) // 10,000 characters
	cases := []struct{ field, typed, want string }{
		{Name, "Łukasz Nguyễn", "Łukasz Nguyễn"},
		{Name, "Siân O’Brien-D'Souza", "Siân O’Brien-D'Souza"},
		{Name, "佐藤 さくら", "佐藤 さくら"},
		{Name, "نور", "نور"},
		{Name, `=HYPERLINK("http://x","y")`, `=HYPERLINK("http://x","y")`},
		{Name, "Grace\x00\x07\u202e\nAdeyemi\t", "Grace Adeyemi"},
		{Name, "e\u0301 one", "é one"},
		{Story, long, long},
		{Story, "one\r\ntwo\x00", "one\ntwo"},
		{Wanted, "'; DROP TABLE cases; --", "'; DROP TABLE cases; --"},
	}
	for _, c := range cases {
		o := newOffice(t)
		m := o.filled(priya)
		m.Type(c.field, c.typed)
		if m.Text(c.field) != c.typed {
			t.Errorf("%q became %q on the screen", c.typed, m.Text(c.field))
		}
		record(t, m)
		got := map[string]string{Name: m.Done().Resident.Name, Story: m.Done().Story, Wanted: m.Done().Wanted}[c.field]
		if got != c.want {
			t.Errorf("%q is recorded as %q, want %q", short(c.typed, 40), short(got, 40), short(c.want, 40))
		}
	}
}

// record reads a contact back and records it, answering what is asked about.
func record(t *testing.T, m *Model) {
	t.Helper()
	sure := m.ReadBack() // and if not, the second press says that it is right
	if !sure && !m.ReadBack() {
		t.Fatalf("it is not read back: %v %v %s", m.Wrong(), m.Doubts(), m.Trouble())
	}
	m.Record()
	if m.Page() != Recorded {
		t.Fatalf("it is not recorded: %v %s", m.Wrong(), m.Trouble())
	}
}

func TestWhatIsUnlikelyIsAskedAboutOnce(t *testing.T) {
	m := newOffice(t).filled(priya)
	m.Type(Received, "13 9 2025") // fourteen months ago
	if m.ReadBack() || len(m.Doubts()) != 1 || m.Doubts()[0].Field != Received {
		t.Fatalf("doubts are %v", m.Doubts())
	}
	m.Type(Received, "12 9 2025")
	if m.ReadBack() {
		t.Error("another unlikely day was not asked about, because the first had been")
	}
	if !m.ReadBack() {
		t.Errorf("the answer is not taken: %v", m.Doubts())
	}
	m.Change()
	if !m.ReadBack() {
		t.Errorf("it is asked about twice: %v", m.Doubts())
	}
}

func TestAContactWithoutANameIsAskedAboutAndThenRecordedAsNotGiven(t *testing.T) {
	m := newOffice(t).model(priya)
	m.Type(Story, "The light in the bin store is out.")
	m.SetAnswer(casework.ServiceOnly)
	if m.ReadBack() {
		t.Error("a missing name was not asked about")
	}
	record(t, m)
	if m.Done().Resident.Name != "" || m.Done().Kind != casework.ServiceRequest {
		t.Errorf("recorded is %q, a %s", m.Done().Resident.Name, m.Done().Kind)
	}
}

func TestADayStaysTheDayItWasTyped(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.Type(Name, "Tomasz Wolny")
	m.Type(Received, "yesterday")
	m.Type(Happened, "last fri")
	m.Park()
	o.today, o.now = o.today.AddDays(3), o.now.Add(72*time.Hour)
	again := o.model(priya)
	if !again.Bring(1) {
		t.Fatal("the draft is gone")
	}
	if got := again.ReceivedOn(); got != calendar.On(2026, time.November, 12) {
		t.Errorf("received is now %s", got)
	}
	if got := again.form.Happened.Date; got != calendar.On(2026, time.November, 6) {
		t.Errorf("it now started on %s", got)
	}
	for _, field := range []string{Received, Happened} {
		words := again.Text(field)
		again.Type(field, words+" ")
		again.Type(field, words)
	}
	if again.ReceivedOn() != calendar.On(2026, time.November, 12) || again.form.Happened.Date != calendar.On(2026, time.November, 6) {
		t.Errorf("typed over with the same words the days are %s and %s", again.ReceivedOn(), again.form.Happened.Date)
	}
}

func TestABlankFormLeftOpenOvernightIsOfTheNewDay(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	o.today = o.today.AddDays(3)
	m.Start()
	if m.ReceivedOn() != o.today {
		t.Errorf("received on %s, today is %s", m.ReceivedOn(), o.today)
	}
}

func TestEverythingTypedComesBackFromTheDraft(t *testing.T) {
	o := newOffice(t)
	m := o.filled(dan)
	for i, field := range order {
		if _, fixed := map[string]bool{Channel: true, Handler: true, Reply: true, Choice: true, Adjustments: true, Subject: true,
			Received: true, Happened: true, RepGiven: true, RepUntil: true, Name: true, Address: true, Postcode: true}[field]; !fixed {
			m.Type(field, "text "+strings.Repeat("x", i+1))
		}
	}
	m.Type(Subject, "heat")
	m.Type(Happened, "early March")
	m.SetChannel(casework.Councillor)
	m.SetHandler(2)
	m.SetBehalf(true)
	m.SetGrievance(casework.Delay)
	m.SetWriteToRep(true)
	m.Type(RepGiven, "12 November 2026")
	m.Type(RepUntil, "31 December 2026")
	m.Type(ToldAt, "18:20")
	m.AddMember()
	m.form.From = casework.Link{Case: 4, Reference: "R-2026-0004-X", Kind: casework.CameFrom}
	m.form.Links = []casework.Link{{Case: 5, Reference: "C-2026-0005-Y", Kind: casework.Repeat}}
	m.form.NotSame = []int64{6}
	m.SetNeed(casework.LargePrint, true)
	m.SetNeed(casework.Interpreter, true)
	m.SetReply(casework.ReplyCollect)
	m.form.Settled = map[string]string{Name: "?"}
	want := m.form
	m.Keep()

	again := newOffice(t)
	again.drafts = o.drafts
	got := again.model(dan).form
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(calendar.Date{})); diff != "" {
		t.Errorf("after a crash the form differs:\n%s", diff)
	}
}

func TestWhatHappensNextChangesAsOneTypes(t *testing.T) {
	m := newOffice(t).model(priya)
	dates := func() (all []string) {
		for _, c := range m.Next() {
			all = append(all, c.Date)
		}
		return all
	}
	if got := dates(); !slices.Equal(got, []string{"Fri 20 Nov 2026", "Fri 27 Nov 2026", "Fri 4 Dec 2026"}) {
		t.Errorf("a complaint of today has %v", got)
	}
	m.Type(Received, "2 11 2026")
	if got := dates(); got[0] != "Mon 9 Nov 2026" || !m.Next()[0].Late {
		t.Errorf("a complaint of last week has %v", m.Next())
	}
	m.Type(Received, "27 mar 2023")
	if got := dates(); len(got) != 2 || got[0] != "Wed 29 Mar 2023" || got[1] != "Wed 12 Apr 2023" {
		t.Errorf("under the earlier policy the dates are %v", got)
	}
	m.Type(Received, "today")
	m.SetAnswer(casework.NotToday)
	if got := m.Next(); len(got) != 2 || got[0].Date != "" || !strings.Contains(got[1].Words, "may complain") {
		t.Errorf("not today shows %v", got)
	}
	m.Type(Received, "rubbish")
	if m.Next() != nil {
		t.Errorf("no day has the dates %v", m.Next())
	}
}

func TestDatesBeyondTheProclaimedHolidaysAreSaidToBeSo(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	if m.Warning() != "" {
		t.Errorf("today's dates warn: %s", m.Warning())
	}
	o.today = o.holidays.ProclaimedTo()
	m.Type(Received, "-1")
	if m.Warning() == "" {
		t.Error("dates beyond the list do not warn")
	}
}

func TestTheHandlerIsTheOfficerWhoMayHandleIt(t *testing.T) {
	o := newOffice(t)
	if m := o.model(dan); m.Handler() != dan.ID {
		t.Errorf("an investigating officer's handler is %d", m.Handler())
	}
	m := o.model(priya)
	if m.Handler() != 0 {
		t.Errorf("a front desk's handler is %d", m.Handler())
	}
	if all := m.Handlers(); len(all) != 1 || all[0].ID != dan.ID {
		t.Errorf("those who may handle it are %v", all)
	}
}
