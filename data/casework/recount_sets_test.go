package casework

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
)

// closedDays are all that the model knows of a calendar: the days on which the
// office is shut. It counts one day at a time and shares no sum with calendar.
type closedDays map[calendar.Date]bool

func (shut closedDays) after(from calendar.Date, n int) calendar.Date {
	for n > 0 {
		from = from.AddDays(1)
		if day := from.Weekday(); day != time.Saturday && day != time.Sunday && !shut[from] {
			n--
		}
	}
	return from
}

// foretold is what a list of days makes of one complaint under the current
// page: 5 working days, 10 from the acknowledgement, at most 10 more.
func (shut closedDays) foretold(c Case) (moves []string) {
	if !c.Closed.IsZero() || !c.Withdrawn.IsZero() {
		return nil
	}
	says := func(old, now calendar.Date, told bool) calendar.Date {
		if old != now {
			moves = append(moves, fmt.Sprint(old, now, told))
		}
		if told {
			return old
		}
		return now
	}
	for i := range c.Stages {
		s := &c.Stages[i]
		if !s.Responded.IsZero() {
			continue
		}
		respondDays := 10
		if s.Number == 2 {
			respondDays = 20
		}
		from, known := s.Acknowledged, !s.Acknowledged.IsZero()
		if !known {
			from = says(s.AcknowledgeBy.Due, shut.after(s.Asked, 5), false)
		}
		respond := says(s.RespondBy.Due, shut.after(from, respondDays), known)
		told := false
		for _, e := range s.Extensions {
			says(e.Due.Due, shut.after(respond, e.Days), !e.Told.IsZero())
			told = told || !e.Told.IsZero()
		}
		if !told {
			says(s.Latest.Due, shut.after(respond, respondDays), false)
		}
	}
	return moves
}

// onTheirWay are cases at every place between receipt and closing, received on
// each day of a spring with Easter in it.
func onTheirWay(t *testing.T) []Case {
	t.Helper()
	var all []Case
	for received := day("2026-03-09"); received.Before(day("2026-04-20")); received = received.AddDays(1) {
		c := must(t, Case{}, walkIn(received.String()), on(t, priya, received))
		way := len(all)
		c.ID = int64(way + 1)
		later := on(t, dan, received.AddDays(way%4))
		sent := func(kind LetterKind) SentElsewhere {
			return SentElsewhere{Kind: kind, On: later.Today, How: Posted, To: "Grace Adeyemi"}
		}
		if way%6 > 0 {
			c = must(t, c, sent(Acknowledgement), later)
		}
		switch way % 6 {
		case 2:
			c = must(t, c, Extend{Days: 1 + way%10, Reason: "The surveyor comes next week", Told: later.Today, How: Posted}, later)
		case 3, 4, 5:
			for _, p := range c.Points {
				c = must(t, c, AnswerPoint{Point: p.ID, Finding: Upheld, Reasons: "The visit was missed"}, later)
			}
			c = must(t, c, LogCall{On: later.Today, Reached: true, Note: "Explained"}, later)
			c = must(t, c, sent(Response), later)
			if way%6 == 4 {
				c = must(t, c, Close{On: later.Today}, later)
			}
			if way%6 == 5 {
				c = must(t, c, AskStage2{On: later.Today.AddDays(1)}, on(t, dan, later.Today.AddDays(1)))
			}
		}
		all = append(all, c)
	}
	return all
}

// randomDays adds and removes a few days around that spring.
func randomDays(source *rand.Rand) []calendar.Exception {
	standing := calendar.England().In(2026)
	var set []calendar.Exception
	for range 1 + source.IntN(4) {
		e := calendar.Exception{Date: day("2026-03-01").AddDays(source.IntN(120)), Name: "Proclaimed"}
		if source.IntN(3) == 0 {
			e = calendar.Exception{Date: standing[source.IntN(len(standing))].Date, Removed: true}
		}
		if !slices.ContainsFunc(set, func(other calendar.Exception) bool { return other.Date == e.Date }) {
			set = append(set, e)
		}
	}
	return set
}

// Ten thousand lists of bank holidays with CASEBOOK_LONG, or some hundreds: of
// every open case exactly the dates move that were not told, to the day that
// counting one by one gives; a closed case never changes.
func TestRandomHolidaysMoveOpenDatesAndClosedCasesNever(t *testing.T) {
	sets := 400
	if os.Getenv("CASEBOOK_LONG") != "" {
		sets = 10000
	}
	all := onTheirWay(t)
	source := rand.New(rand.NewPCG(10, 10))
	moved, promised, still := 0, 0, 0
	for range sets {
		set := randomDays(source)
		m := on(t, helen, day("2026-04-22"))
		m.Holidays = calendar.England(set...)
		shut := closedDays{}
		for _, h := range england.In(2026) {
			shut[h.Date] = true
		}
		for _, e := range set {
			shut[e.Date] = !e.Removed
		}
		for _, c := range all {
			want, got, open := shut.foretold(c), []string(nil), 0
			for _, move := range Moves(c, m) {
				got = append(got, fmt.Sprint(move.Old, move.New, move.Promised))
				if move.Promised {
					promised++
				} else {
					open++
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%+v moves %s from %v, and should %v", set, c.Received, got, want)
			}
			out, err := Apply(c, Recount{}, m)
			if (err == nil) != (open > 0) {
				t.Fatalf("%+v: %d dates of the case received %s move, and counting again says %v", set, open, c.Received, err)
			}
			if err != nil {
				still++
				continue
			}
			moved++
			if left := shut.foretold(out.Case); len(left) != len(want)-open {
				t.Fatalf("%+v: after counting again the case received %s would still move %v", set, c.Received, left)
			}
			if !reflect.DeepEqual(out.Case.Letters, c.Letters) || out.Case.Closed != c.Closed {
				t.Fatalf("%+v changes more than dates", set)
			}
		}
	}
	t.Logf("%d lists: %d cases moved, %d stayed, %d promised dates were flagged", sets, moved, still, promised)
	if moved == 0 || promised == 0 || still == 0 {
		t.Error("the lists do not reach what they are to prove")
	}
}
