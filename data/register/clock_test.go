package register

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/casework"
)

func TestHistoryIsInOrderOfNumbersWhereTheClockWasSetBack(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		notes := []string{"on the day", "with the clock set back", "with the clock set right"}
		for i, day := range []int{1, -400, 2} {
			o.clock.set(day0.AddDays(day))
			if _, err := o.Do(o.ctx, o.manager, c.ID, 0, casework.AddNote{Text: notes[i]}); err != nil {
				t.Fatal(err)
			}
		}
		entries, err := o.History(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		var numbers []int
		for _, e := range entries {
			numbers = append(numbers, e.Number)
		}
		if !slices.Equal(numbers, []int{1, 2, 3, 4}) {
			t.Errorf("the entries come in the order %v", numbers)
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil || len(read.Notes) != len(notes) {
			t.Fatalf("%d notes, %v", len(read.Notes), err)
		}
		for i, n := range read.Notes {
			if n.Text != notes[i] {
				t.Errorf("note %d is %q", i+1, n.Text)
			}
		}
		o.clean(t)
	})
}

func TestAClockThatIsBehindIsNamedAndNothingIsKept(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		now := o.walkIn("Tom Wolny")
		o.clock.set(day0.AddDays(-3))
		_, err := o.Record(o.ctx, o.manager, now)
		refused(t, err, "future")
		if !strings.Contains(err.Error(), "cannot be after today, "+day0.AddDays(-3).Long()) {
			t.Errorf("a contact of the right day: %v", err)
		}
		for _, on := range []int{0, -3} {
			_, err := o.Do(o.ctx, o.manager, c.ID, 0, casework.SentElsewhere{
				Kind: casework.Acknowledgement, On: day0.AddDays(on), How: casework.Posted, To: "Ann Patel"})
			refused(t, err, "clock")
			for _, words := range []string{"clock says that today is " + day0.AddDays(-3).Long(), day0.Long(), "Set the clock right"} {
				if !strings.Contains(err.Error(), words) {
					t.Errorf("an acknowledgement of day %d: %q lacks %q", on, err, words)
				}
			}
		}
		if n, err := o.Count(o.ctx, o.manager, View{}); err != nil || n != 1 {
			t.Errorf("%d cases, %v", n, err)
		}
		o.clock.set(day0)
		next := o.record(now)
		if !strings.HasPrefix(string(next.Reference), "C-"+day0.String()[:4]+"-0002-") {
			t.Errorf("the refused contact took a number: the next is %s", next.Reference)
		}
		o.clean(t)
	})
}

func TestAReferenceIsNeverIssuedTwiceWhereTheClockGoesBackOverNewYear(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		given := map[casework.Reference]bool{}
		for _, years := range []int{0, -1, 0, -1, 0} {
			day := day0.AddMonths(12 * years)
			o.clock.set(day)
			act := o.walkIn("Ann Patel")
			act.Received = day
			c := o.record(act)
			if given[c.Reference] {
				t.Errorf("%s was issued twice", c.Reference)
			}
			given[c.Reference] = true
		}
		o.clean(t)
	})
}
