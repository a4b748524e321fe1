package casework

import (
	"testing"

	"casebook/data/calendar"
)

// paid is one line's days: owed since, and to be paid by.
type paid struct{ since, by string }

func payDays(t *testing.T, c Case, want map[int]paid) {
	t.Helper()
	owed := Owed(c)
	if len(owed) != len(want) {
		t.Errorf("%d sums are owed, not %d: %+v", len(owed), len(want), owed)
	}
	for _, o := range owed {
		if w := want[o.Line]; o.Since != day(w.since) || o.Due != day(w.by) {
			t.Errorf("line %d is owed since %s and due on %s, not %s and %s", o.Line, o.Since, o.Due, w.since, w.by)
		}
	}
}

// TestEachSumHasItsOwnDayToBePaidBy: ten working days, over Christmas. The
// answer left on Friday 20 November 2026, and with it what is owed whatever the
// resident says: ten working days later is Friday 4 December. The heater was
// accepted on Monday 14 December; 25 and 28 December and 1 January are bank
// holidays, so the tenth working day is Wednesday 30 December: 15, 16, 17, 18,
// 21, 22, 23, 24, 29, 30.
func TestEachSumHasItsOwnDayToBePaidBy(t *testing.T) {
	outright := paid{"2026-11-20", "2026-12-04"}
	c := offered(t)
	payDays(t, c, map[int]paid{3: outright, 4: outright})

	heater := must(t, c, AnswerOffer{On: day("2026-12-14"), Answer: AcceptedPart, Lines: []int{2}}, money(t, priya, "2026-12-14"))
	first := paid{"2026-12-14", "2026-12-30"}
	payDays(t, heater, map[int]paid{2: first, 3: outright, 4: outright})

	// Who accepts the rest a week later does not wait longer for the first part.
	// From Monday 21 December: 22, 23, 24, 29, 30, 31, 4, 5, 6, 7 January.
	later := money(t, priya, "2026-12-21")
	rest := paid{"2026-12-21", "2027-01-07"}
	all := must(t, heater, AnswerOffer{On: later.Today, Answer: AcceptedAll}, later)
	payDays(t, all, map[int]paid{1: rest, 2: first, 3: outright, 4: outright})

	// Who says no after all is owed what was never theirs to refuse, and who
	// then says yes is owed it from that day.
	no := must(t, heater, AnswerOffer{On: later.Today, Answer: DeclinedAll}, later)
	payDays(t, no, map[int]paid{3: outright, 4: outright})
	yes := must(t, no, AnswerOffer{On: later.Today, Answer: AcceptedPart, Lines: []int{2}}, later)
	payDays(t, yes, map[int]paid{2: rest, 3: outright, 4: outright})
}

// TestAHolidayProclaimedLaterMovesNoPayment: the letter promised ten working
// days, and paying a day sooner breaks no promise.
func TestAHolidayProclaimedLaterMovesNoPayment(t *testing.T) {
	c, m := offered(t), money(t, dan, "2026-11-24")
	m.Holidays = calendar.England(calendar.Exception{Date: day("2026-11-30"), Name: "Day of Thanksgiving"})
	if moves := Moves(c, m); len(moves) != 0 {
		t.Errorf("%+v", moves)
	}
	payDays(t, c, map[int]paid{3: {"2026-11-20", "2026-12-04"}, 4: {"2026-11-20", "2026-12-04"}})
}

// TestAnOfferWithoutDaysToPayByIsStillOwed: an offer of before those days were
// kept is due on the day it was owed.
func TestAnOfferWithoutDaysToPayByIsStillOwed(t *testing.T) {
	c := must(t, offered(t), AnswerOffer{On: day("2026-11-23"), Answer: AcceptedAll}, money(t, priya, "2026-11-23"))
	c.Offers[0].PayBy = nil
	told, said := paid{"2026-11-20", "2026-11-20"}, paid{"2026-11-23", "2026-11-23"}
	payDays(t, c, map[int]paid{1: said, 2: said, 3: told, 4: told})
}

// TestMoneyGoesToWhoeverDealsWithTheEstate once a resident has died, and to
// nobody whose authority died with them.
func TestMoneyGoesToWhoeverDealsWithTheEstate(t *testing.T) {
	c := must(t, offered(t), AnswerOffer{On: day("2026-11-23"), Answer: AcceptedAll}, money(t, priya, "2026-11-23"))
	if c.PaidTo() != c.Resident.Name {
		t.Errorf("the living are paid themselves, not %q", c.PaidTo())
	}
	m := money(t, helen, "2026-12-01")
	dead := must(t, c, Died{On: day("2026-11-30")}, m)
	if got := dead.PaidTo(); got != "" {
		t.Errorf("nobody is known, and %q is paid", got)
	}
	known := must(t, c, Died{On: day("2026-11-30"), Executor: Person{Name: "Rosa Bell"}, Relation: "daughter"}, m)
	if got := known.PaidTo(); got != "Rosa Bell" {
		t.Errorf("%q is paid", got)
	}
}
