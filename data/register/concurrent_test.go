package register

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"casebook/data/casework"
)

// together runs f so many times at once and returns the errors.
func together(n int, f func(i int) error) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = f(i) })
	}
	all.Wait()
	return errs
}

// desks opens the register so many times, each as a desk of its own would.
func (o *office) desks(n int) []*Register {
	o.t.Helper()
	desks := make([]*Register, n)
	for i := range desks {
		desk, err := Open(o.ctx, o.address, o.clock.options())
		if err != nil {
			o.t.Fatal(err)
		}
		desks[i] = desk
		o.t.Cleanup(func() {
			if err := desk.Close(); err != nil {
				o.t.Error(err)
			}
		})
	}
	return desks
}

func TestReferencesHaveNoGapsAndNoneComesTwiceHoweverManyDesksRecord(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		const each = 5
		desks := o.desks(4)
		refused := 0
		var mu sync.Mutex
		errs := together(len(desks), func(i int) error {
			for n := range each {
				act := o.walkIn("Ann Patel")
				if n == 2 {
					act.Story = "" // refused, after it has been given a number
				}
				_, err := desks[i].Record(o.ctx, o.manager, act)
				var refusal *casework.Refusal
				if errors.As(err, &refusal) {
					mu.Lock()
					refused++
					mu.Unlock()
				} else if err != nil {
					return err
				}
			}
			return nil
		})
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		if refused != len(desks) {
			t.Errorf("%d were refused, want %d", refused, len(desks))
		}
		page, err := o.Cases(o.ctx, o.manager, View{Sort: ByReference}, Cursor{}, 100)
		if err != nil {
			t.Fatal(err)
		}
		var got, want []casework.Reference
		for _, row := range page.Rows {
			got = append(got, row.Reference)
		}
		for n := len(desks) * (each - 1); n > 0; n-- {
			want = append(want, casework.NewReference(casework.Complaint, 2026, n))
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v\nwant %v", got, want)
		}
		if wrong := o.chains(); len(wrong) > 0 {
			t.Error(wrong)
		}
	})
}

func TestEachKindAndYearCountsItsOwnReferences(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		request := o.walkIn("Cy Dunn")
		request.Answer = casework.ServiceOnly
		for _, step := range []struct {
			act  casework.Record
			want casework.Reference
		}{
			{o.walkIn("Ann"), casework.NewReference(casework.Complaint, 2026, 1)},
			{request, casework.NewReference(casework.ServiceRequest, 2026, 1)},
			{o.walkIn("Ben"), casework.NewReference(casework.Complaint, 2026, 2)},
		} {
			if c := o.record(step.act); c.Reference != step.want {
				t.Errorf("got %s, want %s", c.Reference, step.want)
			}
		}
		o.clock.set(day0.AddMonths(12))
		if c := o.record(o.walkIn("Cy")); c.Reference != casework.NewReference(casework.Complaint, 2027, 1) {
			t.Errorf("the next year begins with %s", c.Reference)
		}
	})
}

func TestADraftRecordedTwiceIsOneCase(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		act := o.walkIn("Ann Patel")
		act.Draft = "desk-7/42"
		desks := o.desks(4)
		ids := make([]int64, len(desks))
		errs := together(len(desks), func(i int) error {
			out, err := desks[i].Record(o.ctx, o.manager, act)
			ids[i] = out.Case.ID
			return err
		})
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		if slices.Max(ids) != slices.Min(ids) || ids[0] == 0 {
			t.Errorf("one draft became cases %v", ids)
		}
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 1 {
			t.Errorf("%d cases, %v", n, err)
		}
		if next := o.record(o.walkIn("Cy Dunn")); next.Reference != casework.NewReference(casework.Complaint, 2026, 2) {
			t.Errorf("the next reference is %s", next.Reference)
		}
	})
}

func TestActsOfManyDesksOnOneCaseAllCountAndNoneIsLost(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		desks := o.desks(4)
		const each = 5
		errs := together(len(desks), func(i int) error {
			for range each {
				if _, err := desks[i].Do(o.ctx, o.manager, c.ID, 0, casework.AddNote{Text: "Rang"}); err != nil {
					return err
				}
			}
			return nil
		})
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil || len(read.Notes) != len(desks)*each || read.Version != 1+len(desks)*each {
			t.Errorf("%d notes at version %d, %v", len(read.Notes), read.Version, err)
		}
	})
}

func TestOfTwoDesksWithTheSameVersionOneGetsTheConflict(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		desks := o.desks(4)
		errs := together(len(desks), func(i int) error {
			_, err := desks[i].Do(o.ctx, o.manager, c.ID, c.Version, casework.AddNote{Text: "Rang"})
			return err
		})
		done := 0
		for _, err := range errs {
			var conflict *Conflict
			switch {
			case err == nil:
				done++
			case !errors.As(err, &conflict):
				t.Errorf("got %v, want a conflict", err)
			}
		}
		if done != 1 {
			t.Errorf("%d desks wrote over version %d, want one", done, c.Version)
		}
	})
}

func TestABatchIsKeptWholeOrNotAtAll(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		stop := errors.New("stop")
		err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
			if _, err := b.Record(day0, o.walkIn("Ann Patel")); err != nil {
				return err
			}
			return stop
		})
		if !errors.Is(err, stop) {
			t.Errorf("got %v", err)
		}
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 0 {
			t.Errorf("%d cases are left of it, %v", n, err)
		}
		earlier := day0.AddDays(-30)
		err = o.Batch(o.ctx, o.manager, func(b *Batch) error {
			act := o.walkIn("Ann Patel")
			act.Received = earlier
			out, err := b.Record(earlier, act)
			if err != nil {
				return err
			}
			_, err = b.Do(earlier.AddDays(1), out.Case.ID, casework.AddNote{Text: "Rang"})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		c, err := o.Case(o.ctx, o.manager, 1)
		if err != nil || c.Recorded != earlier || c.Notes[0].On != earlier.AddDays(1) {
			t.Errorf("recorded on %s, %v", c.Recorded, err)
		}
	})
}

func TestARefusedActInABatchLeavesNoGap(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
			untold := o.walkIn("Ann Patel")
			untold.Story = ""
			_, err := b.Record(day0, untold)
			refused(t, err, "no-story")
			out, err := b.Record(day0, o.walkIn("Cy Dunn"))
			if err != nil {
				return err
			}
			_, err = b.Do(day0, out.Case.ID, casework.AddNote{})
			var refusal *casework.Refusal
			if !errors.As(err, &refusal) {
				t.Errorf("an empty note: %v", err)
			}
			_, err = b.Do(day0, out.Case.ID, casework.AddNote{Text: "Rang"})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		c, err := o.Case(o.ctx, o.manager, 1)
		if err != nil || c.Reference != casework.NewReference(casework.Complaint, 2026, 1) || c.Version != 2 || len(c.Notes) != 1 {
			t.Errorf("%s at version %d, %v", c.Reference, c.Version, err)
		}
		if wrong := o.chains(); len(wrong) > 0 {
			t.Error(wrong)
		}
	})
}

func TestACallerWhoGivesUpLeavesNothingBehind(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ctx, cancel := context.WithCancel(o.ctx)
		cancel()
		if _, err := o.Record(ctx, o.manager, o.walkIn("Ann Patel")); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 0 {
			t.Errorf("%d cases, %v", n, err)
		}
	})
}
