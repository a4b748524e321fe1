package register

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"casebook/data/casework"
)

// TestAnActIsKeptUnderTheHolidaysItWasDecidedUnder lets one desk change the
// bank holidays again and again while another opens second stages. Such a case
// owes nothing by a day before its act, so no look for dates that move finds it.
func TestAnActIsKeptUnderTheHolidaysItWasDecidedUnder(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		const acts = 60
		ben := o.officer("Ben Shaw", casework.Investigator)
		carol := o.officer("Carol Dean", casework.Investigator)
		o.answeredBy(ben, acts)
		desks := o.desks(2)
		acted, changed := make(chan struct{}), make(chan struct{})
		applied := 0
		errs := together(2, func(i int) error {
			if i == 0 {
				defer close(acted)
				for id := int64(1); id <= acts; id++ {
					act := casework.AskStage2{On: day0, Points: []int{1}, Handler: carol.ID}
					if _, err := desks[0].Do(o.ctx, o.manager, id, 0, act); err != nil {
						return fmt.Errorf("case %d: %w", id, err)
					}
					if id%15 == 0 {
						<-changed // or the other desk would look again and again until all is done
					}
				}
				return nil
			}
			defer close(changed)
			for {
				if err := o.applyAt(desks[1], applied); err != nil {
					return err
				}
				applied++
				select {
				case <-acted:
					return nil
				case changed <- struct{}{}:
				default:
				}
			}
		})
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		if applied < acts/15 {
			t.Fatalf("the holidays changed %d times: the test has lost its point", applied)
		}
		o.recountChangesNothing()
		o.sound()
	})
}

// answeredBy records complaints that are answered and not closed.
func (o *office) answeredBy(ben casework.Officer, n int) {
	o.t.Helper()
	err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
		for i := range n {
			act := o.walkIn(fmt.Sprintf("Resident %d", i))
			act.Handler = ben.ID
			out, err := b.Record(day0, act)
			if err != nil {
				return err
			}
			for _, next := range onItsWay(3, day0) {
				if _, err := b.DoAs(ben, day0, out.Case.ID, next); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		o.t.Fatal(err)
	}
}

// applyAt looks at the next list at a desk and applies it. An act in between
// may change what would move; then the desk looks again.
func (o *office) applyAt(desk *Register, i int) error {
	set := holidaySets[i%2*3] // a day a week ahead, and two others
	for {
		change, err := desk.TryHolidays(o.ctx, o.manager, set)
		if err != nil {
			return err
		}
		_, err = desk.ApplyHolidays(o.ctx, o.manager, set, change.Seen)
		var refused *casework.Refusal
		if !errors.As(err, &refused) || refused.Code != "changed-since" {
			return err
		}
	}
}

// recountChangesNothing counts every open date again by the holidays there are.
func (o *office) recountChangesNothing() {
	o.t.Helper()
	err := o.reading(o.ctx, func(w *work) error {
		now, err := w.ruled()
		if err != nil {
			return err
		}
		cases := o.whole(o.manager)
		stages := 0
		for _, c := range cases {
			stages += len(c.Stages)
			moves := casework.Moves(c, w.recounting(o.manager, now))
			if slices.ContainsFunc(moves, func(d casework.DateMove) bool { return !d.Promised }) {
				o.t.Errorf("%s was counted by other holidays: %+v", c.Reference, moves)
			}
		}
		if stages != 2*len(cases) {
			o.t.Errorf("%d cases have %d stages", len(cases), stages)
		}
		return nil
	})
	if err != nil {
		o.t.Fatal(err)
	}
}
