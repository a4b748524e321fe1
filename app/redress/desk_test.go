package redress

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
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
	omar  = casework.Officer{ID: 5, Name: "Omar Reid", Role: casework.Manager, AllOffices: true}
)

// desk keeps one case in memory and decides every act for real.
type desk struct {
	t        *testing.T
	c        casework.Case
	before   casework.Case
	last     casework.Result
	settings casework.Settings
	today    calendar.Date
	now      time.Time
	clash    bool // another desk has changed the case meanwhile
	spread   redress.Spread
	others   []register.MoneyElse // of other records of the same person
	asked    []string             // what was compared with
	opened   casework.LetterKind
	unkept   *Unkept
}

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

func (d *desk) goTo(text string) {
	d.today = day(text)
	d.now = time.Date(d.today.Year(), d.today.Month(), d.today.Day(), 10, 0, 0, 0, time.UTC)
}

func (d *desk) team() []casework.Officer { return []casework.Officer{priya, dan, helen, ros, omar} }

func (d *desk) moment(by casework.Officer) casework.Moment {
	policies, err := policy.Shipped()
	if err != nil {
		d.t.Fatal(err)
	}
	return casework.Moment{Today: d.today, Now: d.now, By: by, Policies: policies, Holidays: calendar.England(), Settings: d.settings,
		Officer: func(id int64) (casework.Officer, bool) {
			for _, o := range d.team() {
				if o.ID == id {
					return o, true
				}
			}
			return casework.Officer{}, false
		}}
}

func (d *desk) Moment(_ context.Context, by casework.Officer, _ calendar.Date) (casework.Moment, error) {
	return d.moment(by), nil
}
func (d *desk) Case(context.Context, casework.Officer, int64) (casework.Case, error) { return d.c, nil }
func (d *desk) Officers(context.Context, casework.Officer) ([]casework.Officer, error) {
	return d.team(), nil
}

func (d *desk) Do(_ context.Context, by casework.Officer, _ int64, version int, act casework.Act) (casework.Result, error) {
	if d.clash || version != 0 && version != d.c.Version {
		return casework.Result{}, &register.Conflict{Version: d.c.Version, Who: "Ros Castell", When: d.now}
	}
	out, err := casework.Apply(d.c, act, d.moment(by))
	if err != nil {
		return out, err
	}
	d.before, d.last = d.c, out
	version = d.c.Version
	d.c = out.Case
	d.c.Version = version + 1
	out.Case.Version = d.c.Version
	return out, nil
}

func (d *desk) Undo(ctx context.Context, by casework.Officer, id int64, version int) (casework.Result, error) {
	return d.Do(ctx, by, id, version, casework.TakeBack{Act: d.last.Act, Summary: d.last.Summary, Before: d.before, By: by.ID, At: d.now})
}

// MoneyElse answers with what the test has of other records.
func (d *desk) MoneyElse(context.Context, casework.Officer, int64) ([]register.MoneyElse, error) {
	return d.others, nil
}

// Like answers with the same sums for everything, and notes what was asked.
func (d *desk) Like(_ context.Context, head redress.Head, band, subject string, _ int64) (redress.Spread, bool, error) {
	d.asked = append(d.asked, string(head)+"/"+band+"/"+subject)
	return d.spread, d.spread.Count >= 5, nil
}

func (d *desk) act(by casework.Officer, act casework.Act) {
	d.t.Helper()
	if _, err := d.Do(context.Background(), by, 9, d.c.Version, act); err != nil {
		d.t.Fatalf("%s: %v", act.Name(), err)
	}
}

// maureen is the case of the picture: a leak under the bath, received Wednesday
// 28 October 2026, acknowledged on 3 November, at the desk on 13 November.
func maureen(t *testing.T) *desk {
	d := &desk{t: t, spread: redress.Spread{Count: 24, Least: 12000, Lower: 15000, Median: 20000, Upper: 27500, Most: 50000}}
	d.goTo("2026-10-28")
	d.act(priya, casework.Record{
		ID: 9, Reference: "C-2026-0377-Q", Office: 1, Received: d.today, Channel: casework.Counter, Handler: dan.ID,
		Resident: casework.Person{Name: "Maureen Tilley"},
		Home:     casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.ReplyLetter},
		Answer:   casework.Complain, Story: "A leak under the bath.", Wanted: "The carpet paid for.", Subject: "repairs",
		Points: []string{"The leak took 23 days to mend.", "Two appointments were missed."},
	})
	d.goTo("2026-11-03")
	d.act(dan, casework.SentElsewhere{Kind: casework.Acknowledgement, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	d.goTo("2026-11-13")
	return d
}

// answered gives both points their answers.
func (d *desk) answered() {
	for i := range d.c.Points {
		d.act(dan, casework.AnswerPoint{Point: i + 1, Finding: casework.Upheld, Reasons: "It took too long."})
	}
}

var (
	carpet = redress.Input{Kind: redress.Damaged, Title: "Landing carpet",
		Item:   redress.Item{Replacement: 42000, Age: 36, Life: "carpet", Condition: "good"},
		Proofs: []redress.ProofSeen{{What: "Quote", On: day("2026-11-12")}}}
	drying = redress.Input{Kind: redress.Rated, Title: "Dehumidifier electricity", Reason: "utilities",
		Rate: redress.Rate{Unit: "day", Each: 162, From: day("2026-10-23"), Until: day("2026-11-05")}}
	harm = redress.Input{Kind: redress.Judged, Reason: "facility",
		Harm: redress.Harm{Band: "serious", Sum: 22000, Impact: "No bath for 23 days.",
			Factors: []redress.Factor{{Factor: "chasing", Note: "Rang four times"}, {Factor: "health", Note: "Arthritis"}, {Factor: "duration", Note: "23 days"}}}}
	missed = redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day("2026-09-24"), Slot: redress.Morning},
		{On: day("2026-10-15"), Slot: redress.Afternoon, Told: true, ToldOn: day("2026-10-15"), ToldAt: 12*60 + 40}}}
	pipe = redress.Input{Kind: redress.Repaired, Repair: redress.Repair{Defect: "leaking-pipe", Right: true, Cost: 18000,
		Reported: day("2026-09-21"), Asked: day("2026-09-28"), Done: day("2026-10-14")}}
)

// offering puts the lines of the picture into the ledger.
func offering(t *testing.T) *desk {
	d := maureen(t)
	for _, in := range []redress.Input{carpet, drying, missed, pipe, harm} {
		d.act(dan, casework.OfferRedress{Input: in})
	}
	return d
}

// model is the screen's model of the case, loaded.
func (d *desk) model(by casework.Officer) *Model {
	d.t.Helper()
	m := New(d, by, func() calendar.Date { return d.today }, 9)
	d.load(m)
	return m
}

func (d *desk) load(m *Model) {
	d.t.Helper()
	l, err := m.Load(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	m.Show(l)
}

// alone is the model with no case.
func (d *desk) alone(by casework.Officer) *Model {
	d.t.Helper()
	m := New(d, by, func() calendar.Date { return d.today }, 0)
	d.load(m)
	return m
}

// shown opens the screen in a window.
func (d *desk) shown(by casework.Officer, open Open, mode look.Mode) (*View, fyne.Canvas) {
	d.t.Helper()
	s := shelltest.Open(d.t, by, mode)
	var v *View
	c := shelltest.Show(s, "redress", func() shell.Page {
		v = NewView(Deps{Shell: s, Register: d, Others: d, By: by, Today: func() calendar.Date { return d.today }, News: &news.Desk{}, Unkept: d.unkept,
			Letter: func(_ int64, kind casework.LetterKind, _, _ int) { d.opened = kind }}, open)
		return v
	})
	return v, c
}
