package redress

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The standing promises worked out a second way: day by day, from the pages and
// the schedule as they were read by eye, with the bank holidays of the days that
// are drawn.
var promisedOracles = map[Kind]oracle{
	Visits:   {drawVisits, visitsByHand},
	Letters:  {drawLetters, lettersByHand},
	DoorOut:  {drawDoor, doorByHand},
	Repaired: {drawRepair, repairByHand},
}

var holidays = map[calendar.Date]bool{
	date("2025-08-25"): true, date("2025-12-25"): true, date("2025-12-26"): true, date("2026-01-01"): true,
	date("2026-04-03"): true, date("2026-04-06"): true, date("2026-05-04"): true, date("2026-05-25"): true,
	date("2026-08-31"): true, date("2026-12-25"): true, date("2026-12-28"): true,
}

// schedule is the law's list without heating, which goes by the season.
var schedule = map[string]int{
	"total-power": 1, "partial-power": 3, "unsafe-electrics": 1, "total-water": 1, "partial-water": 3, "gas": 1, "flue": 1,
	"foul-drain": 1, "toilet-flush": 1, "blocked-sink": 3, "tap": 3, "leaking-pipe": 1, "roof": 7, "insecure": 1,
	"banister": 3, "timber": 3, "entryphone": 7, "extractor-fan": 7,
}

// defects are those and the loss of heating, which is drawn more often.
var defects = slices.Sorted(maps.Keys(schedule))

func drawDefect(r *rand.Rand) string {
	if r.IntN(5) == 0 {
		return HeatingLoss
	}
	return pick(r, defects...)
}

// walk goes so many working days on, one day after the other.
func walk(from calendar.Date, n int) calendar.Date {
	for n > 0 {
		from = from.AddDays(1)
		weekend := from.Weekday() == time.Saturday || from.Weekday() == time.Sunday
		if !weekend && !holidays[from] {
			n--
		}
	}
	return from
}

func drawVisits(r *rand.Rand) Input {
	in := Input{Kind: Visits}
	for range 1 + r.IntN(4) {
		v := Visit{On: friday.AddDays(-r.IntN(400)), Slot: pick(r, Morning, Afternoon, AllDay), Contractor: r.IntN(2) == 0}
		switch r.IntN(4) {
		case 0:
			v.Told, v.ToldAt = true, pick(r, policy.Minute(0), 479, 480, 481, 719, 720, 721, 1439)
			if r.IntN(3) == 0 {
				v.ToldOn = v.On.AddDays(-r.IntN(2))
			}
		case 1:
			v.Came, v.Late, v.Contact = true, pick(r, 0, 1, 29, 30, 31, 90), r.IntN(3) == 0
		}
		if r.IntN(8) == 0 {
			v.Excluded = "access refused"
		}
		in.Visits = append(in.Visits, v)
	}
	return in
}

func visitsByHand(in Input) *big.Rat {
	var sum int64
	for _, v := range in.Visits {
		by := policy.Minute(8 * 60)
		if v.Slot == Afternoon {
			by = 12 * 60
		}
		before := !v.ToldOn.IsZero() && v.ToldOn.Before(v.On)
		missed := !v.Came && (!v.Told || !before && v.ToldAt > by) || v.Came && v.Late > 30 && !v.Contact
		if missed && v.Excluded == "" {
			sum += 1000
		}
	}
	return big.NewRat(sum, 1)
}

func drawLetters(r *rand.Rand) Input {
	in := Input{Kind: Letters}
	for range 1 + r.IntN(4) {
		u := Unheard{Received: friday.AddDays(-r.IntN(400)), Paper: r.IntN(8) != 0, Delivered: r.IntN(8) != 0, OwnMatter: r.IntN(8) != 0}
		if day := u.Received.AddDays(r.IntN(9)); r.IntN(3) != 0 && !day.After(friday) {
			u.Acknowledged = day
		}
		if r.IntN(8) == 0 {
			u.Excluded = "a third party"
		}
		in.Letters = append(in.Letters, u)
	}
	return in
}

func lettersByHand(in Input) *big.Rat {
	var sum int64
	for _, u := range in.Letters {
		heard := u.Acknowledged
		if heard.IsZero() {
			heard = friday // and still not
		}
		if u.Paper && u.Delivered && u.OwnMatter && u.Excluded == "" && heard.After(walk(u.Received, 3)) {
			sum += 1000
		}
	}
	return big.NewRat(sum, 1)
}

func drawDoor(r *rand.Rand) Input {
	d := Door{From: friday.AddDays(-r.IntN(200))}
	if day := d.From.AddDays(28*r.IntN(4) + r.IntN(3)); r.IntN(3) != 0 && !day.After(friday) {
		d.Until = day
	}
	if r.IntN(8) == 0 {
		d.Excluded = "a third party"
	}
	return Input{Kind: DoorOut, Door: d}
}

func doorByHand(in Input) *big.Rat {
	again := in.Door.Until
	if again.IsZero() {
		again = friday
	}
	var sum int64
	for end := in.Door.From.AddDays(28); in.Door.Excluded == "" && !end.After(again); end = end.AddDays(28) {
		sum += 500
	}
	return big.NewRat(sum, 1)
}

// lawful is how many working days the law gives a defect whose period starts on
// the working day after one.
func lawful(defect string, after calendar.Date) int {
	if n, ok := schedule[defect]; ok {
		return n
	}
	if starts := walk(after, 1); starts.Month() >= time.May && starts.Month() <= time.October {
		return 3
	}
	return 1
}

func drawRepair(r *rand.Rand) Input {
	one := Repair{Defect: drawDefect(r), Right: true, Cost: 1 + Pence(r.IntN(25000)), Reported: friday.AddDays(-r.IntN(400))}
	first := walk(one.Reported, lawful(one.Defect, one.Reported))
	if day := first.AddDays(1 + r.IntN(10)); r.IntN(4) != 0 && !day.After(friday) {
		one.Asked = day
	}
	start := one.Asked
	if start.IsZero() {
		start = one.Reported
	}
	if day := start.AddDays(r.IntN(45)); r.IntN(4) != 0 && !day.After(friday) {
		one.Done = day
	}
	if r.IntN(10) == 0 {
		one.Ended = "access refused"
	}
	return Input{Kind: Repaired, Repair: one}
}

func repairByHand(in Input) *big.Rat {
	one, sum := in.Repair, int64(0)
	if one.Asked.IsZero() || one.Ended != "" {
		return new(big.Rat)
	}
	done := one.Done
	if done.IsZero() {
		done = friday
	}
	due := walk(one.Asked, lawful(one.Defect, one.Asked))
	if done.After(due) {
		sum = 1000
	}
	for day := due.AddDays(1); !day.After(done); day = day.AddDays(1) {
		sum += 200
	}
	return big.NewRat(min(sum, 5000), 1)
}

// A further appointment or letter, a day more without the door or the repair:
// no failing makes the sum smaller.
func TestAFurtherFailingNeverLowersThePayment(t *testing.T) {
	r, random := under(t, "current"), rand.New(rand.NewPCG(2026, 12))
	for range 5000 {
		more := map[Kind]func(Input) Input{
			Visits:  func(in Input) Input { in.Visits = slices.Concat(in.Visits, drawVisits(random).Visits); return in },
			Letters: func(in Input) Input { in.Letters = slices.Concat(in.Letters, drawLetters(random).Letters); return in },
			DoorOut: func(in Input) Input { in.Door.From = in.Door.From.AddDays(-1); return in },
			Repaired: func(in Input) Input {
				if in.Repair.Done.Before(friday) && !in.Repair.Done.IsZero() {
					in.Repair.Done = in.Repair.Done.AddDays(1)
				}
				return in
			},
		}
		for kind, change := range more {
			in := promisedOracles[kind].draw(random)
			if less, longer := worked(t, in, r), worked(t, change(in), r); longer.Sum < less.Sum {
				t.Fatalf("%s became %s\n%s\n%s", less.Sum, longer.Sum, less.Working, longer.Working)
			}
		}
	}
}
