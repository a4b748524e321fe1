package register

import (
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/data/casework"

	"github.com/google/go-cmp/cmp"
)

// later moves the clock on within the day.
func (o *office) later(by time.Duration) {
	o.clock.mu.Lock()
	defer o.clock.mu.Unlock()
	o.clock.at = o.clock.at.Add(by)
}

func TestTheLastActIsTakenBackAndStaysInHistory(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		before := o.do(c.ID, casework.AddNote{Text: "Rang the surveyor"})
		o.do(c.ID, casework.Describe{Points: []casework.PointText{{ID: 1, Text: "The wrong words"}, {Text: "Another"}}, Subject: "repairs"})
		o.later(10 * time.Minute)
		summary, until, ok := o.Undoable(o.ctx, o.manager, c.ID)
		if !ok || summary == "" || !until.Equal(o.clock.Now()) {
			t.Errorf("offered %q until %s, %v", summary, until, ok)
		}
		out, err := o.Undo(o.ctx, o.manager, c.ID, before.Version+1)
		if err != nil {
			t.Fatal(err)
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for name, is := range map[string]casework.Case{"gives": out.Case, "keeps": read} {
			if diff := cmp.Diff(casework.Flatten(before), casework.Flatten(is)); diff != "" {
				t.Errorf("taking back %s another case:\n%s", name, diff)
			}
		}
		if read.Version != before.Version+2 {
			t.Errorf("version %d after %d", read.Version, before.Version)
		}
		entries, err := o.History(o.ctx, o.manager, c.ID)
		if err != nil || len(entries) != read.Version || !strings.Contains(entries[len(entries)-1].Summary, summary) {
			t.Errorf("%d entries, the last is %+v, %v", len(entries), entries[len(entries)-1], err)
		}
		if _, _, ok := o.Undoable(o.ctx, o.manager, c.ID); ok {
			t.Error("taking back can be taken back")
		}
		o.clean(t)
		if _, err := o.Backup(o.ctx, t.TempDir(), nil); err != nil {
			t.Error(err)
		}
	})
}

func TestWhatIsNotTakenBack(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		note := casework.AddNote{Text: "Rang the surveyor"}
		for name, try := range map[string]struct {
			do   func(id int64)
			code string
		}{
			"the recording": {func(int64) {}, "not-undoable"},
			"another's":     {func(id int64) { _, _ = o.Do(o.ctx, ben, id, 0, note) }, "another"},
			"too old":       {func(id int64) { o.do(id, note); o.later(10*time.Minute + time.Second) }, "too-late"},
			"a letter that went": {func(id int64) {
				o.do(id, casework.SentElsewhere{Kind: casework.Acknowledgement, On: day0, How: casework.Posted, To: "Ann Patel"})
			}, "not-undoable"},
			"one of many": {func(id int64) {
				err := o.Batch(o.ctx, o.manager, func(b *Batch) error { _, err := b.Do(day0, id, note); return err })
				if err != nil {
					t.Fatal(err)
				}
			}, "not-alone"},
		} {
			c := o.record(o.walkIn("Ann Patel"))
			try.do(c.ID)
			if summary, _, ok := o.Undoable(o.ctx, o.manager, c.ID); ok {
				t.Errorf("%s: offered to take back %q", name, summary)
			}
			_, err := o.Undo(o.ctx, o.manager, c.ID, 0)
			refused(t, err, try.code)
		}
		o.clean(t)
	})
}

func TestAnActIsNotTakenBackOverAnothersWork(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		c := o.record(o.walkIn("Ann Patel"))
		mine := o.do(c.ID, casework.AddNote{Text: "Mine"})
		if _, err := o.Do(o.ctx, ben, c.ID, 0, casework.AddNote{Text: "Ben's"}); err != nil {
			t.Fatal(err)
		}
		if _, err := o.Undo(o.ctx, o.manager, c.ID, mine.Version); err == nil {
			t.Error("Ben's note was taken back with mine")
		}
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil || len(read.Notes) != 2 {
			t.Errorf("%d notes, %v", len(read.Notes), err)
		}
	})
}

func TestTwoDesksTakeAnActBackOnce(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		o.do(c.ID, casework.AddNote{Text: "Rang the surveyor"})
		desks := o.desks(2)
		var mu sync.Mutex
		undone := 0
		together(len(desks), func(i int) error {
			_, err := desks[i].Undo(o.ctx, o.manager, c.ID, 0)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				undone++
			}
			return err
		})
		read, err := o.Case(o.ctx, o.manager, c.ID)
		if err != nil || undone != 1 || read.Version != 3 {
			t.Errorf("taken back %d times, version %d, %v", undone, read.Version, err)
		}
		o.clean(t)
	})
}

func TestWhatWasKeptToTakeBackIsHeldAgainstHistory(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		o.do(c.ID, casework.AddNote{Text: "Rang the surveyor"})
		o.tamper(t, `UPDATE bodies SET undo = replace(undo, 'kitchen', 'bathroom')`)
		_, err := o.Undo(o.ctx, o.manager, c.ID, 0)
		sentence(t, err, "damaged")
		o.clean(t)
	})
}
