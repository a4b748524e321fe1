package casefile

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/data/register"
)

var (
	priya = casework.Officer{ID: 1, Name: "Priya Nair", Role: casework.FrontDesk, Office: 1}
	dan   = casework.Officer{ID: 2, Name: "Dan Okafor", Role: casework.Investigator, Office: 1}
	helen = casework.Officer{ID: 3, Name: "Helen Marsh", Role: casework.Manager, AllOffices: true}
	ros   = casework.Officer{ID: 4, Name: "Ros Castell", Role: casework.Investigator, Office: 2}
)

// desk keeps one case in memory and decides every act for real.
type desk struct {
	t       *testing.T
	c       casework.Case
	entries []register.Entry
	today   calendar.Date
	now     time.Time
	err     error
	opened  string
	kept
}

func (d *desk) moment(by casework.Officer) casework.Moment {
	policies, err := policy.Shipped()
	if err != nil {
		d.t.Fatal(err)
	}
	return casework.Moment{Today: d.today, Now: d.now, By: by, Policies: policies, Holidays: calendar.England(),
		Officer: func(id int64) (casework.Officer, bool) {
			for _, o := range d.officers() {
				if o.ID == id {
					return o, true
				}
			}
			return casework.Officer{}, false
		}}
}

func (d *desk) Case(_ context.Context, _ casework.Officer, id int64) (casework.Case, error) {
	if d.err == nil && id != d.c.ID && id != 9 {
		if c, ok := d.linked[id]; ok {
			return c, nil
		}
		return casework.Case{}, register.ErrNotFound
	}
	return d.c, d.err
}
func (d *desk) History(context.Context, casework.Officer, int64) ([]register.Entry, error) {
	return d.entries, nil
}
func (d *desk) Moment(_ context.Context, by casework.Officer, _ calendar.Date) (casework.Moment, error) {
	return d.moment(by), nil
}
func (d *desk) Officers(context.Context, casework.Officer) ([]casework.Officer, error) {
	return d.officers(), nil
}

func (d *desk) officers() []casework.Officer {
	if d.team != nil {
		return d.team
	}
	return []casework.Officer{priya, dan, helen, ros}
}

func (d *desk) Do(_ context.Context, by casework.Officer, _ int64, version int, act casework.Act) (casework.Result, error) {
	if version != 0 && version != d.c.Version {
		return casework.Result{}, &register.Conflict{Version: d.c.Version, Who: "Ros Castell", When: d.now}
	}
	out, err := casework.Apply(d.c, act, d.moment(by))
	if err != nil {
		return out, err
	}
	d.before, d.last, d.by, d.at = d.c, out, by.ID, d.now
	version = d.c.Version
	d.c = out.Case
	d.c.Version = version + 1
	out.Case.Version = d.c.Version
	d.entries = append(d.entries, register.Entry{Number: d.c.Version, Act: out.Act, Summary: out.Summary,
		Happened: out.Happened, Recorded: d.now, OfficerID: by.ID, Officer: by.Name})
	return out, nil
}

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

// goTo moves the desk to a day.
func (d *desk) goTo(text string) {
	d.today = day(text)
	d.now = time.Date(d.today.Year(), d.today.Month(), d.today.Day(), 10, 0, 0, 0, time.UTC)
}

// open is Maureen's case: received Wednesday 28 October 2026, acknowledged
// Tuesday 3 November, so due Tuesday 17 November and at the latest 1 December.
func open(t *testing.T, by casework.Officer) (*desk, *Model) {
	d := &desk{t: t}
	m := New(d, by, func() calendar.Date { return d.today }, 9)
	d.goTo("2026-10-28")
	d.act(priya, casework.Record{
		ID: 9, Reference: "C-2026-0377-Q", Office: 1, Received: d.today, Channel: casework.Counter, Handler: dan.ID,
		Resident: casework.Person{Name: "Maureen Tilley", Telephones: []string{"01632 960 217"}},
		Home:     casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.RingThenLetter, DoNot: "Not before 10 am", Adjustments: []casework.Adjustment{{Kind: casework.ExtraTime, Note: "Allow time to answer the door"}}},
		Answer:   casework.Complain, Story: "A leak under the bath.", Wanted: "The carpet paid for.", Subject: "repairs",
		Points: []string{"The leak took 23 days to mend.", "Two appointments were missed."},
	})
	d.goTo("2026-11-03")
	d.act(dan, casework.SentElsewhere{Kind: casework.Acknowledgement, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	d.goTo("2026-11-13")
	d.act(dan, casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "It took too long."})
	load(t, m)
	return d, m
}

func (d *desk) act(by casework.Officer, act casework.Act) {
	d.t.Helper()
	if _, err := d.Do(context.Background(), by, 9, d.c.Version, act); err != nil {
		d.t.Fatal(err)
	}
}

func load(t *testing.T, m *Model) {
	t.Helper()
	l, err := m.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	m.Show(l)
}

func TestThePageSaysHowTheCaseStands(t *testing.T) {
	_, m := open(t, dan)
	p := m.Page
	for name, got := range map[string][2]string{
		"sentence":  {p.Status.Sentence, "Stage 1 response is due Tuesday 17 November 2026."},
		"left":      {p.Status.Left, "2 working days left"},
		"with":      {p.With, "with you"},
		"next":      {p.Status.Next.Label, "Answer point 2"},
		"clock":     {p.Clock.Title, "Stage 1, day 8 of 10"},
		"answered":  {p.Answered, "1 of 2 answered"},
		"about":     {p.About, "repairs"},
		"address":   {p.Contact.Address, "14 Ladywell Rise, Derby, DE24 7QH"},
		"do not":    {p.Contact.DoNot, "Not before 10 am"},
		"needs":     {strings.Join(p.Contact.Needs, "; "), "Allow time to answer the door"},
		"letter":    {p.Letters[0].How, "Posted Tue 3 Nov"},
		"extended":  {p.Clock.Dates[3].Text, "Up to Tue 1 Dec"},
		"ack":       {p.Clock.Dates[1].Text, "Tue 3 Nov, in time"},
		"last line": {p.Timeline[2].What, "Complaint made, at the counter"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %q, want %q", name, got[0], got[1])
		}
	}
	if p.Clock.Day != 8 || p.Clock.Of != 10 || p.Clock.First != 10 {
		t.Errorf("the clock is %+v", p.Clock)
	}
}

func TestTheDateIsExplainedDayByDay(t *testing.T) {
	d, m := open(t, dan)
	w, ok := m.Why()
	if !ok || w.Question != "Why Tuesday 17 November 2026?" || w.Answer != "10 working days after we acknowledged the complaint on Tuesday 3 November 2026." {
		t.Fatalf("%q %q", w.Question, w.Answer)
	}
	if len(w.Weeks) != 3 || w.Weeks[0].Days[1].Kind != DayZero || w.Weeks[2].Days[1].Kind != DueDay || w.Weeks[2].Days[1].Label != "Due 10" {
		t.Errorf("the calendar is %+v", w.Weeks)
	}
	if !w.Weeks[1].Days[4].Today || w.Weeks[0].Days[5].Kind != Weekend {
		t.Errorf("the second week is %+v", w.Weeks[1])
	}
	d.act(dan, casework.Extend{Days: 6, Reason: "Survey on Friday", Told: d.today, How: casework.Posted})
	load(t, m)
	w, _ = m.Why()
	if w.Due != day("2026-11-25") || !strings.HasPrefix(w.Answer, "16 working days after") || len(w.Steps) != 3 || w.Steps[2].Text != "6 more: Survey on Friday" {
		t.Errorf("extended: %s %q %+v", w.Due, w.Answer, w.Steps)
	}
	if c := w.Weeks[2].Days[2]; c.Kind != Extension || c.Label != "11" {
		t.Errorf("18 November is %+v", c)
	}
	if !strings.Contains(w.Text(), "Wed 25 Nov: Due 16") || !strings.Contains(w.Text(), "weekend, not counted") {
		t.Errorf("as text:\n%s", w.Text())
	}
}

func TestHolidaysAreNamedInTheLedger(t *testing.T) {
	d, m := open(t, dan)
	d.c = casework.Case{}
	d.goTo("2026-12-21")
	d.act(priya, casework.Record{ID: 9, Reference: "C-2026-0400-A", Office: 1, Received: d.today, Channel: casework.Counter,
		Answer: casework.Complain, Story: "x", Points: []string{"x"}})
	load(t, m)
	w, _ := m.Why()
	// Received Monday 21 December: 22, 23, 24, then 29 and Wednesday 30.
	if w.Due != day("2026-12-30") || w.Weeks[0].Days[4].Label != "Christmas" || w.Weeks[1].Days[0].Label != "Boxing" {
		t.Errorf("due %s: %+v", w.Due, w.Weeks)
	}
}

func TestOnlyThoseWhoMayAreOfferedTheCase(t *testing.T) {
	d, m := open(t, priya)
	if got := names(m.Handlers()); got != "Priya Nair, Dan Okafor, Helen Marsh" {
		t.Errorf("stage 1 may be given to %s", got)
	}
	if m.May(casework.ActAnswer) == nil || m.May(casework.ActNote) != nil {
		t.Error("a front desk notes and does not answer")
	}
	d.act(dan, casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "They were kept."})
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	d.act(priya, casework.AskStage2{On: d.today})
	load(t, m)
	if got := names(m.Handlers()); got != "Priya Nair, Helen Marsh" {
		t.Errorf("stage 2 may be given to %s; Dan had stage 1 (Code 6.13)", got)
	}
}

func names(officers []casework.Officer) string {
	var all []string
	for _, o := range officers {
		all = append(all, o.Name)
	}
	return strings.Join(all, ", ")
}

func TestAnotherDesksChangeIsNotOverwritten(t *testing.T) {
	d, m := open(t, dan)
	d.act(ros2(), casework.AddNote{Text: "Rang."})
	_, err := m.Do(context.Background(), casework.OfferRedress{Input: redress.Judge("delay", "", 100, "x")})
	problems, mine := Problems(err)
	if !mine || !strings.Contains(problems[""], "Ros Castell changed this case at 10:00") {
		t.Errorf("%v, %v", problems, err)
	}
	if _, mine := Problems(errors.New("disk")); mine {
		t.Error("a fault of the disk is not the officer's to mend")
	}
}

func ros2() casework.Officer { o := ros; o.Office = 1; return o }

func TestARefusalNamesItsField(t *testing.T) {
	_, m := open(t, dan)
	_, err := m.Do(context.Background(), casework.AnswerPoint{Point: 2, Finding: casework.Upheld})
	if problems, mine := Problems(err); !mine || problems["reasons"] == "" {
		t.Errorf("%v", err)
	}
}

func (d *desk) day() calendar.Date { return d.today }

func TestALongPointGoesOnBelowItself(t *testing.T) {
	for text, want := range map[string][2]string{
		"":           {"", ""},
		"The fence.": {"The fence.", ""},
		"The leak took 23 days to mend and ruined the landing carpet.": {"The leak took 23 days to mend", "and ruined the landing carpet."},
		"Donaudampfschifffahrtsgesellschaftskapitän came":              {"Donaudampfschifffahrtsgesellschaftskapitän", "came"},
	} {
		if first, rest := twoParts(text); first != want[0] || rest != want[1] {
			t.Errorf("%q is %q and %q", text, first, rest)
		}
	}
}
