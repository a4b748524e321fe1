package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// office stands for the register, the desk's file, the printer and the ways
// out. What is recorded is decided by casework, as in the real register.
type office struct {
	t        *testing.T
	today    calendar.Date
	now      time.Time
	policies *policy.Set
	holidays *calendar.Holidays

	known     []register.Known
	earlier   []register.AlikeCase
	elsewhere []register.AlikeCase // at other homes
	asked     []register.Likeness
	officers  []casework.Officer
	cases     []casework.Case
	stuck     error // Do and Link answer with it
	refuse    error // Record answers with it
	silent    error // Moment answers with it
	away      error // the housing list answers with it

	drafts   map[string]desk.Draft
	full     error // the desk's disk answers with it
	receipts []casework.Reference
	slips    []casework.Reference
	jam      error // the printer answers with it
	forms    int
	went     []string // where the officer went
}

var (
	priya = casework.Officer{ID: 1, Name: "Priya Nair", Role: casework.FrontDesk, Office: 1}
	dan   = casework.Officer{ID: 2, Name: "Dan Okafor", Role: casework.Investigator, Office: 1}
)

// grace is a known resident of a flat in a block.
func grace() register.Known {
	home := casework.Home{
		Reference: "H31", Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Block: "Harebell Court",
		Storeys: 5, Tenure: casework.Secure,
	}
	person := casework.Person{
		Name: "Grace Adeyemi", Telephones: []string{"07700 900142"}, Email: "grace@example.org", Tenancy: "T-20417",
	}
	return register.Known{
		Resident: casework.Resident{ID: 7, Reference: "P7", HomeID: 9, Person: person},
		Dwelling: casework.Dwelling{ID: 9, Office: 1, Home: home},
	}
}

func newOffice(t *testing.T) *office {
	t.Helper()
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return &office{
		t: t, today: calendar.On(2026, time.November, 13), now: time.Date(2026, 11, 13, 10, 0, 0, 0, time.UTC),
		policies: policies, holidays: calendar.England(), known: []register.Known{grace()},
		officers: []casework.Officer{priya, dan}, drafts: map[string]desk.Draft{},
	}
}

// model is a screen for an officer, started, with work running straight through.
func (o *office) model(by casework.Officer) *Model { return o.modelOn(by, task.Inline()) }

func (o *office) modelOn(by casework.Officer, tasks *task.Runner) *Model {
	m := New(Deps{
		By: by, Register: o, Desk: o, Paper: o, Ways: o, Tasks: tasks, News: &news.Desk{},
		Today: func() calendar.Date { return o.today }, Now: func() time.Time { return o.now },
	})
	m.Start()
	return m
}

func (o *office) Moment(_ context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error) {
	if o.silent != nil {
		return casework.Moment{}, o.silent
	}
	return casework.Moment{Today: today, Now: o.now, By: by, Policies: o.policies, Holidays: o.holidays,
		Officer: func(id int64) (casework.Officer, bool) {
			i := slices.IndexFunc(o.officers, func(c casework.Officer) bool { return c.ID == id })
			if i < 0 {
				return casework.Officer{}, false
			}
			return o.officers[i], true
		}}, nil
}

func (o *office) Officers(context.Context, casework.Officer) ([]casework.Officer, error) {
	return o.officers, nil
}

func (o *office) Residents(_ context.Context, _ casework.Officer, text string, limit int) ([]register.Known, error) {
	var found []register.Known
	for _, k := range o.known {
		if like(k.Resident.Person.Name, text) && len(found) < limit {
			found = append(found, k)
		}
	}
	return found, o.away
}

func (o *office) Dwellings(_ context.Context, _ casework.Officer, text string, limit int) ([]casework.Dwelling, error) {
	var found []casework.Dwelling
	for _, k := range o.known {
		if like(place(k.Dwelling.Home), text) && len(found) < limit {
			found = append(found, k.Dwelling)
		}
	}
	return found, o.away
}

func like(text, typed string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(typed))
}

// Alike leaves a front desk the number of what is at other homes.
func (o *office) Alike(_ context.Context, by casework.Officer, l register.Likeness, _ int) ([]register.AlikeCase, error) {
	o.asked = append(o.asked, l)
	var found []register.AlikeCase
	if l.ResidentID == 7 || l.HomeID == 9 {
		found = slices.Clone(o.earlier)
	}
	switch {
	case len(o.elsewhere) == 0 || l.Block == "":
	case by.Role == casework.FrontDesk && !l.Others:
		found = append(found, register.AlikeCase{Why: []register.Why{register.SameBlock}, Count: len(o.elsewhere)})
	default:
		found = append(found, o.elsewhere...)
	}
	return found, o.away
}

func (o *office) Case(_ context.Context, _ casework.Officer, id int64) (casework.Case, error) {
	for _, c := range o.cases {
		if c.ID == id {
			return c, nil
		}
	}
	return casework.Case{}, register.ErrNotFound
}

func (o *office) Do(ctx context.Context, by casework.Officer, id int64, _ int, act casework.Act) (casework.Result, error) {
	if o.stuck != nil {
		return casework.Result{}, o.stuck
	}
	for i, c := range o.cases {
		if c.ID == id {
			moment, _ := o.Moment(ctx, by, o.today)
			result, err := casework.Apply(c, act, moment)
			if err == nil {
				o.cases[i] = result.Case
			}
			return result, err
		}
	}
	return casework.Result{}, register.ErrNotFound
}

func (o *office) Link(ctx context.Context, by casework.Officer, one, other int64, kind casework.LinkKind) (casework.Result, error) {
	to, err := o.Case(ctx, by, other)
	if err != nil {
		return casework.Result{}, err
	}
	return o.Do(ctx, by, one, 0, casework.LinkTo{Case: other, Reference: to.Reference, Kind: kind})
}

func (o *office) RecordLinked(ctx context.Context, by casework.Officer, act casework.Record, from int64, kind casework.LinkKind) (casework.Result, error) {
	c, err := o.Case(ctx, by, from)
	if err != nil {
		return casework.Result{}, err
	}
	act.From = casework.Link{Case: from, Reference: c.Reference, Kind: kind}
	result, err := o.Record(ctx, by, act)
	if err == nil {
		_, err = o.Do(ctx, by, from, 0, casework.LinkTo{Case: result.Case.ID, Reference: result.Case.Reference, Kind: casework.Opposite(kind)})
	}
	return result, err
}

func (o *office) RecordPromised(ctx context.Context, by casework.Officer, act casework.Recording, from int64, _ casework.LinkKind) (casework.Result, error) {
	r := act.Common()
	r.ID = int64(len(o.cases) + 1)
	r.Reference = casework.NewReference(act.Kind(), 2026, 376+int(r.ID))
	moment, _ := o.Moment(ctx, by, o.today)
	result, err := casework.Apply(casework.Case{}, act.WithCommon(r), moment)
	if err == nil {
		o.cases = append(o.cases, result.Case)
	}
	return result, err
}

func (o *office) Record(ctx context.Context, by casework.Officer, act casework.Record) (casework.Result, error) {
	if o.refuse != nil {
		return casework.Result{}, o.refuse
	}
	for _, c := range o.cases {
		if c.Draft == act.Draft {
			return casework.Result{Case: c}, nil
		}
	}
	act.ID = int64(len(o.cases) + 1)
	act.Reference = casework.NewReference(act.Kind(), 2026, 376+int(act.ID))
	moment, _ := o.Moment(ctx, by, o.today)
	result, err := casework.Apply(casework.Case{}, act, moment)
	if err == nil {
		o.cases = append(o.cases, result.Case)
	}
	return result, err
}

func (o *office) Keep(d desk.Draft) error {
	if o.full == nil {
		o.drafts[d.ID] = d
	}
	return o.full
}

func (o *office) Drafts() ([]desk.Draft, error) {
	var all []desk.Draft
	for _, d := range o.drafts {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b desk.Draft) int {
		return strings.Compare(a.Started.String()+a.ID, b.Started.String()+b.ID)
	})
	return all, nil
}

func (o *office) Drop(id string) error {
	if o.full == nil {
		delete(o.drafts, id)
	}
	return o.full
}

func (o *office) Receipt(_ context.Context, c casework.Case) error {
	if o.jam == nil {
		o.receipts = append(o.receipts, c.Reference)
	}
	return o.jam
}

func (o *office) ComplaintSlip(_ context.Context, c casework.Case) error {
	if o.jam == nil {
		o.slips = append(o.slips, c.Reference)
	}
	return o.jam
}

func (o *office) BlankForm(context.Context) error { o.forms++; return o.jam }

func (o *office) OpenCase(id int64) { o.went = append(o.went, fmt.Sprintf("case %d", id)) }

func (o *office) WriteLetter(id int64, kind casework.LetterKind) {
	o.went = append(o.went, fmt.Sprintf("%s of case %d", kind, id))
}

func (o *office) Leave() { o.went = append(o.went, "back") }

// filled is a screen on which a known resident has told everything that is
// needed.
func (o *office) filled(by casework.Officer) *Model {
	m := o.model(by)
	choose(o.t, m, Name, "adeyemi")
	m.Type(Story, "Heating and hot water off since last Friday. Nobody came on Saturday.")
	m.SetAnswer(casework.Complain)
	return m
}

// choose types into a look-up and takes its first line.
func choose(t *testing.T, m *Model, field, text string) {
	t.Helper()
	m.Type(field, text)
	var lines []Found
	m.Find(field, func(found []Found) { lines = found })
	if len(lines) == 0 {
		t.Fatalf("nothing is found for %q", text)
	}
	m.Choose(field, 0)
}

var errFull = errors.New("what you typed is not saved yet and stays on the screen: the disk is full. Free some space")
