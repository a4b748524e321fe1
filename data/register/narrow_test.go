package register

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// widely reads a list by walking its order, and nothing else: what a list that
// finds few cases first must give too.
//
// most is how many cases are few: none where nothing is to be found first, and
// below 0 where no column is set aside either.
func (o *office) widely(by casework.Officer, v View, most int) (ids []int64) {
	o.t.Helper()
	err := o.reading(o.ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if v, err = w.dated(v); err != nil {
			return err
		}
		if most >= 0 {
			if v, err = w.narrowed(by, v, most); err != nil {
				return err
			}
		}
		if v.Sort != ByHandler {
			ids, err = w.walked(by, v)
			return err
		}
		officers, err := w.handlersInOrder(v.Reversed)
		for i := range officers {
			v.only = &officers[i]
			own, err := w.walked(by, v)
			if err != nil {
				return err
			}
			ids = append(ids, own...)
		}
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return ids
}

func (w *work) walked(by casework.Officer, v View) ([]int64, error) {
	var values arguments
	query := pageQuery(by, v, Cursor{}, mostRows, &values)
	rows, err := w.rowsOf(query, values)
	var ids []int64
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids, err
}

func oneOf[T any](source *rand.Rand, from ...T) T { return from[source.IntN(len(from))] }

// anyView asks for one to four things at random, some of which nothing has.
func anyView(source *rand.Rand, today calendar.Date, officers []int64, elsewhere int64) View {
	v := View{Sort: oneOf(source, ByDue, ByReceived, ByReference, ByHandler, ByChange, ""), Reversed: source.IntN(2) == 0}
	asks := []func(){
		func() { v.Channel = oneOf(source, append(casework.Channels(), "pigeon")...) },
		func() { v.Subject = oneOf(source, "repairs", "damp", "noise", "nothing") },
		func() { v.Office = oneOf(source, 1, elsewhere, 99) },
		func() { v.Kind = oneOf(source, casework.Complaint, casework.ServiceRequest, casework.Information) },
		func() { v.Stage = 1 + source.IntN(2) },
		func() { v.State = oneOf(source, append(States(), "lost")...) },
		func() { v.Block = oneOf(source, "Elm Court", "Oak  Court", "No Court") },
		func() { v.Resident, v.Home = source.Int64N(3), source.Int64N(3) },
		func() { v.Handler = oneOf(source, officers...) },
		func() { v.Mine = true },
		func() { v.Nobody = true },
		func() { v.Open = true },
		func() { v.Late = true },
		func() { v.Hazard = true },
		func() { v.Confidential = true },
		func() { v.Covered = true },
		func() { v.Owing = Owing{Timed: true, Mine: source.IntN(2) == 0} },
		func() { v.Overdue = today.AddDays(source.IntN(20) - 5) },
		func() { v.DueFrom, v.DueTo = today.AddDays(-source.IntN(9)), today.AddDays(source.IntN(9)) },
		func() { v.ReceivedFrom, v.ReceivedTo = today.AddDays(-source.IntN(25)), today.AddDays(-source.IntN(5)) },
		func() { v.ReceivedWithin = 1 + source.IntN(20) },
	}
	for range 1 + source.IntN(4) {
		oneOf(source, asks...)()
	}
	return v
}

func TestWhatIsFoundFirstIsWhatTheWalkFinds(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		elsewhere, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Elsewhere"})
		if err != nil {
			t.Fatal(err)
		}
		ben, carol := o.vary(56)
		for i, subject := range []string{"damp", "noise", "damp", "damp"} {
			act := o.walkIn(fmt.Sprintf("Tenant %d", i))
			act.Subject, act.Home.Block, act.ResidentID, act.HomeID = subject, oneOf(rand.New(rand.NewPCG(1, uint64(i))), "Elm Court", "Oak Court"), int64(i%3), int64(i%2)
			if i%2 == 0 {
				act.Office = elsewhere.ID
			}
			c := o.record(act)
			if i == 2 {
				o.hide(c.ID, ben.ID, o.manager.ID)
			}
		}
		o.hide(3, o.manager.ID)
		there, err := o.SaveOfficer(o.ctx, o.manager, casework.Officer{Name: "Erin Moss", Role: casework.Investigator, Office: elsewhere.ID, Login: "erin"}, "")
		if err != nil {
			t.Fatal(err)
		}
		officers := []casework.Officer{o.manager, ben, carol, there}
		source := rand.New(rand.NewPCG(6, 7))
		shown := 0
		for range 600 {
			v := anyView(source, o.clock.Today(), []int64{ben.ID, carol.ID, 99}, elsewhere.ID)
			by := oneOf(source, officers...)
			want := o.widely(by, v, -1)
			for _, most := range []int{0, 3} {
				if got := o.widely(by, v, most); !slices.Equal(got, want) {
					t.Fatalf("where %d are few, %s sees %+v as %v, and should as %v", most, by.Name, v, got, want)
				}
			}
			var got []int64
			for _, row := range o.pages(by, v, oneOf(source, 3, 500)) {
				got = append(got, row.ID)
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%s sees %+v as %v, and should as %v", by.Name, v, got, want)
			}
			if n, err := o.Count(o.ctx, by, v); err != nil || n != len(want) {
				t.Fatalf("%s counts %d of %+v, and should %d, %v", by.Name, n, v, len(want), err)
			}
			shown += len(want)
		}
		if shown < 600 {
			t.Errorf("600 views show %d cases: the test has lost its point", shown)
		}
	})
}
