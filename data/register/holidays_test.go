package register

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// longVariable asks for the long proofs.
const longVariable = "CASEBOOK_LONG"

// openAndClosed records n cases over so many days up to today: those of the
// last forty days stand everywhere on their way, nearly all the others are
// closed.
func (o *office) openAndClosed(n, days int, ben casework.Officer) {
	o.t.Helper()
	today := o.clock.Today()
	const chunk = 500
	for from := 0; from < n; from += chunk {
		err := o.Batch(o.ctx, o.manager, func(b *Batch) error {
			for i := from; i < min(from+chunk, n); i++ {
				received := today.AddDays(-(n - 1 - i) * days / n)
				act := o.walkIn(fmt.Sprintf("Resident %d", i))
				act.Received, act.Handler = received, ben.ID
				way := i % 7
				if received.Before(today.AddDays(-40)) && i%100 != 0 {
					way = 4
				}
				if way == 5 {
					act.Answer, act.Handler = casework.ServiceOnly, 0
				}
				out, err := b.Record(today, act)
				if err != nil {
					return err
				}
				for _, next := range onItsWay(way, received) {
					if _, err := b.DoAs(ben, today, out.Case.ID, next); err != nil {
						return fmt.Errorf("case %d, %s: %w", i, next.Name(), err)
					}
				}
			}
			return nil
		})
		if err != nil {
			o.t.Fatal(err)
		}
	}
}

// onItsWay takes a complaint some way: 0 and 6 have just come, 1 is
// acknowledged, 2 is extended too, 3 is answered, 4 is closed.
func onItsWay(way int, day calendar.Date) []casework.Act {
	acknowledged := casework.SentElsewhere{Kind: casework.Acknowledgement, On: day, How: casework.Posted, To: "the resident"}
	answered := []casework.Act{acknowledged,
		casework.LogCall{On: day, Reached: true, Note: "Explained"},
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "The visit was missed"},
		casework.SentElsewhere{Kind: casework.Response, On: day, How: casework.Posted, To: "the resident"}}
	switch way {
	case 1:
		return []casework.Act{acknowledged}
	case 2:
		return []casework.Act{acknowledged, casework.Extend{Days: 4, Reason: "The surveyor comes next week", Told: day, How: casework.Posted}}
	case 3:
		return answered
	case 4:
		return append(answered, casework.Close{On: day})
	}
	return nil
}

// plainDays counts working days from nothing but a list of closed days, day by
// day: it shares no code with the calendar's own sums.
type plainDays map[calendar.Date]bool

func newPlainDays(exceptions []calendar.Exception) plainDays {
	closed := plainDays{}
	for year := 2015; year <= 2030; year++ {
		for _, h := range calendar.England().In(year) {
			closed[h.Date] = true
		}
	}
	for _, e := range exceptions {
		closed[e.Date] = !e.Removed
	}
	return closed
}

func (p plainDays) after(from calendar.Date, n int) calendar.Date {
	for n > 0 {
		from = from.AddDays(1)
		if day := from.Weekday(); day != time.Saturday && day != time.Sunday && !p[from] {
			n--
		}
	}
	return from
}

// foretold is what should become of one complaint's dates under other days
// than there were, each with whether it was told: then it stays, and is named
// only where these days make it another.
func (p plainDays) foretold(was plainDays, c casework.Case) (lines []string) {
	s := c.Current()
	if s == nil || !c.Closed.IsZero() || !s.Responded.IsZero() {
		return nil
	}
	says := func(act string, old, from calendar.Date, n int, told bool) calendar.Date {
		now := p.after(from, n)
		if old != now && (!told || now != was.after(from, n)) {
			lines = append(lines, fmt.Sprint(c.Reference, act, old, now, told))
		}
		if told {
			return old
		}
		return now
	}
	// The current page: 5 working days, then 10, and at most 10 more.
	from, known := s.Acknowledged, !s.Acknowledged.IsZero()
	if !known {
		from = says("acknowledge", s.AcknowledgeBy.Due, s.Asked, 5, false)
	}
	respond := says("respond", s.RespondBy.Due, from, 10, known)
	for _, e := range s.Extensions {
		says("respond-extended", e.Due.Due, respond, e.Days, true)
		return lines
	}
	says("respond-extended", s.Latest.Due, respond, 10, false)
	return lines
}

func inLines(change HolidayChange) (all []string) {
	for _, m := range change.Moved {
		all = append(all, fmt.Sprint(m.Reference, m.Act, m.Old, m.New, false))
	}
	for _, m := range change.Promised {
		all = append(all, fmt.Sprint(m.Reference, m.Act, m.Told, m.Would, true))
	}
	slices.Sort(all)
	return all
}

// holidaySets are lists to go through one after the other, from a Friday in
// the week before Easter 2026.
var holidaySets = [][]calendar.Exception{
	{{Date: calendar.On(2026, time.April, 2), Name: "Day of mourning"}},                                                                     // a week ahead
	{{Date: calendar.On(2026, time.April, 2), Name: "Day of mourning"}, {Date: calendar.On(2026, time.April, 4), Name: "On a Saturday"}},    // moves nothing more
	{{Date: calendar.On(2026, time.April, 6), Name: "Easter Monday", Removed: true}},                                                        // one back, another gone
	{{Date: calendar.On(2026, time.March, 24), Name: "Proclaimed too late"}, {Date: calendar.On(2026, time.April, 14), Name: "Coronation"}}, // one is past already
	nil,
}

func TestLateHolidaysMoveOpenDatesAndNothingElse(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		ben := o.officer("Ben Shaw", casework.Investigator)
		o.openAndClosed(300, 60, ben)
		o.holidaysHold(ben)
	})
}

// holidaysHold goes through the lists and compares every case with what was
// foretold of it.
func (o *office) holidaysHold(ben casework.Officer) {
	t := o.t
	t.Helper()
	promised := 0
	was := newPlainDays(nil)
	before := o.asKept()
	for i, set := range holidaySets {
		days := newPlainDays(set)
		want := o.foretold(days, was, before)
		change, err := o.TryHolidays(o.ctx, o.manager, set)
		if err != nil {
			t.Fatal(err)
		}
		if got := inLines(change); !slices.Equal(got, want) {
			t.Fatalf("list %d moves %d dates, and should %d:\n%.1000q\n%.1000q", i, len(got), len(want), got, want)
		}
		if i != 1 && len(change.Moved) == 0 || i == 1 && len(change.Moved) > 0 {
			t.Errorf("list %d moves %d dates", i, len(change.Moved))
		}
		promised += len(change.Promised)
		applied, err := o.ApplyHolidays(o.ctx, o.manager, set, change.Seen)
		if err != nil || !slices.Equal(inLines(applied), want) {
			t.Fatalf("list %d: %v", i, err)
		}
		moved := map[int64]bool{}
		for _, m := range change.Moved {
			moved[m.Case] = true
		}
		if len(moved) != change.Cases {
			t.Errorf("%d cases are said to move, and %d do", change.Cases, len(moved))
		}
		after := o.asKept()
		if len(after) != len(before) {
			t.Fatalf("%d cases became %d", len(before), len(after))
		}
		for id, now := range after {
			if !moved[id] && now != before[id] {
				t.Fatalf("case %d was not to be touched, and is %s, was %s", id, now.open, before[id].open)
			}
		}
		for id := range moved {
			if left := days.foretold(days, o.read(after[id].open)); len(left) > 0 {
				t.Errorf("after list %d there is still: %s", i, left)
			}
		}
		was, before = days, after
		again, err := o.TryHolidays(o.ctx, o.manager, set)
		if err != nil || len(again.Moved) != 0 {
			t.Errorf("applied, list %d would move %+v again, %v", i, again.Moved, err)
		}
	}
	if promised == 0 {
		t.Error("no promised date was flagged: the test has lost its point")
	}
	o.sound()
}

// keptCase is a case as it is kept: a digest of all of it, and what it says
// where it may still owe something.
type keptCase struct {
	digest [sha256.Size]byte
	open   string
}

// asKept are all cases, from one statement. Of a closed case it is enough to know
// that nothing touched it.
func (o *office) asKept() map[int64]keptCase {
	o.t.Helper()
	rows, err := o.engine.read.QueryContext(o.ctx, `SELECT c.case_id, c.closed, k.body FROM cases c JOIN bodies k ON k.case_id = c.case_id`)
	if err != nil {
		o.t.Fatal(err)
	}
	defer rows.Close()
	all := map[int64]keptCase{}
	for rows.Next() {
		var id int64
		var closed, body string
		if err := rows.Scan(&id, &closed, &body); err != nil {
			o.t.Fatal(err)
		}
		k := keptCase{digest: sha256.Sum256([]byte(body))}
		if closed == "" {
			k.open = body
		}
		all[id] = k
	}
	if err := rows.Err(); err != nil {
		o.t.Fatal(err)
	}
	return all
}

// foretold is what other days should make of every open case.
func (o *office) foretold(days, was plainDays, kept map[int64]keptCase) (lines []string) {
	for _, k := range kept {
		if k.open != "" {
			lines = append(lines, days.foretold(was, o.read(k.open))...)
		}
	}
	slices.Sort(lines)
	return lines
}

func (o *office) read(body string) casework.Case {
	o.t.Helper()
	c, err := decode[casework.Case](body)
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

func TestHolidaysAreRefusedWhereSomethingElseWouldHappenByNow(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		first := o.record(o.walkIn("Ann Patel"))
		set := holidaySets[0]
		seen, err := o.TryHolidays(o.ctx, o.manager, set)
		if err != nil || len(seen.Moved) != 3 {
			t.Fatalf("%+v, %v", seen, err)
		}
		second := o.record(o.walkIn("Cy Dunn"))
		var refused *casework.Refusal
		if _, err = o.ApplyHolidays(o.ctx, o.manager, set, seen.Seen); !errors.As(err, &refused) || refused.Code != "changed-since" {
			t.Errorf("what nobody looked at is applied: %v", err)
		}
		if s, err := o.Settings(o.ctx, o.manager); err != nil || len(s.Holidays) != 0 {
			t.Errorf("a refused list is kept: %+v, %v", s.Holidays, err)
		}
		for _, id := range []int64{first.ID, second.ID} {
			if c, err := o.Case(o.ctx, o.manager, id); err != nil || c.Version != 1 {
				t.Errorf("case %d is at version %d, %v", id, c.Version, err)
			}
		}
		if seen, err = o.TryHolidays(o.ctx, o.manager, set); err != nil || seen.Cases != 2 {
			t.Fatalf("%+v, %v", seen, err)
		}
		if _, err := o.ApplyHolidays(o.ctx, o.manager, set, seen.Seen); err != nil {
			t.Fatal(err)
		}
		fay := o.officer("Fay Ross", casework.FrontDesk)
		if _, err := o.TryHolidays(o.ctx, fay, set); !errors.As(err, &refused) {
			t.Errorf("a front desk tries holidays: %v", err)
		}
		if _, err := o.ApplyHolidays(o.ctx, fay, set, seen.Seen); !errors.As(err, &refused) {
			t.Errorf("a front desk applies holidays: %v", err)
		}
	})
}

func TestSettingsWithOtherHolidaysMoveTheDatesToo(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		s, err := o.Settings(o.ctx, o.manager)
		if err != nil {
			t.Fatal(err)
		}
		s.Homes, s.Holidays = 4000, holidaySets[0]
		if _, err := o.SaveSettings(o.ctx, o.manager, s); err != nil {
			t.Fatal(err)
		}
		after, err := o.Case(o.ctx, o.manager, c.ID)
		// Friday 27 March: 30, 31, 1, (2 added), (3 Good Friday), (6 Easter Monday), 7, 8.
		if want := calendar.On(2026, time.April, 8); err != nil || after.Stages[0].AcknowledgeBy.Due != want || after.Version != 2 {
			t.Errorf("due %s at version %d, %v, want %s", after.Stages[0].AcknowledgeBy.Due, after.Version, err, want)
		}
		// What is recorded from now on is counted with the new list.
		if next := o.record(o.walkIn("Cy Dunn")); next.Stages[0].AcknowledgeBy.Due != after.Stages[0].AcknowledgeBy.Due {
			t.Errorf("a new case is due on %s", next.Stages[0].AcknowledgeBy.Due)
		}
		o.sound()
	})
}

func TestHolidaysMoveUnseenCasesWithoutShowingThem(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		elsewhere, err := o.SaveOffice(o.ctx, o.manager, casework.Office{Name: "Elsewhere"})
		if err != nil {
			t.Fatal(err)
		}
		ben := o.officer("Ben Shaw", casework.Investigator)
		there := o.walkIn("Cy Dunn")
		there.Office = elsewhere.ID
		hidden, away := o.record(o.walkIn("Secretname")), o.record(there)
		o.hide(hidden.ID, ben.ID)
		local := o.officer("Carol Dean", casework.Manager)
		change, err := o.TryHolidays(o.ctx, local, holidaySets[0])
		if err != nil || change.Cases != 0 || len(change.Moved)+len(change.Promised) != 0 {
			t.Fatalf("a manager sees %+v, %v", change, err)
		}
		if _, err := o.ApplyHolidays(o.ctx, local, holidaySets[0], change.Seen); err != nil {
			t.Fatal(err)
		}
		for by, id := range map[int64]int64{ben.ID: hidden.ID, o.manager.ID: away.ID} {
			c, err := o.Case(o.ctx, casework.Officer{ID: by}, id)
			if err != nil || c.Stages[0].AcknowledgeBy.Due != calendar.On(2026, time.April, 8) || c.Confidential != (id == hidden.ID) {
				t.Errorf("%s is due %s, confidential %v, %v", c.Reference, c.Stages[0].AcknowledgeBy.Due, c.Confidential, err)
			}
		}
		o.sound()
	})
}

// TestLateHolidaysInAWholeOffice has 50,000 cases in the long proof and a
// hundredth of them otherwise.
func TestLateHolidaysInAWholeOffice(t *testing.T) {
	cases, open := 500, 70
	if os.Getenv(longVariable) != "" {
		cases, open = 50_000, 700
	}
	o := newOffice(t, filepath.Join(t.TempDir(), "register.db"))
	ben := o.officer("Ben Shaw", casework.Investigator)
	o.openAndClosed(cases, open, ben)
	for _, set := range holidaySets[:1] {
		began := time.Now()
		change, err := o.TryHolidays(o.ctx, o.manager, set)
		if err != nil {
			t.Fatal(err)
		}
		tried := time.Since(began)
		began = time.Now()
		if _, err := o.ApplyHolidays(o.ctx, o.manager, set, change.Seen); err != nil {
			t.Fatal(err)
		}
		if len(change.Moved) == 0 || len(change.Promised) == 0 {
			t.Errorf("nothing moves, or nobody was promised anything: %d and %d", len(change.Moved), len(change.Promised))
		}
		t.Logf("%d cases: %d dates of %d cases move, %d residents are to be written to; looked at in %s, applied in %s", cases, len(change.Moved),
			change.Cases, len(change.Promised), tried.Round(time.Millisecond), time.Since(began).Round(time.Millisecond))
	}
	back, err := o.TryHolidays(o.ctx, o.manager, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApplyHolidays(o.ctx, o.manager, nil, back.Seen); err != nil {
		t.Fatal(err)
	}
	o.holidaysHold(ben)
}
