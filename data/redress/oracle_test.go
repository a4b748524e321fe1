package redress

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"casebook/data/calendar"
)

// oracle works one kind of line out a second way: exact fractions of a penny,
// from tables written down here and not read from the files.
type oracle struct {
	draw func(*rand.Rand) Input
	sum  func(Input) *big.Rat
}

// oracles are the kinds that random ledgers are made of.
var oracles = map[Kind]oracle{
	Damaged: {drawDamaged, func(in Input) *big.Rat {
		left := max(0, months[in.Item.Life]-in.Item.Age)
		worth := new(big.Rat).Mul(pence(in.Item.Replacement), big.NewRat(int64(left), int64(months[in.Item.Life])))
		worth.Mul(worth, big.NewRat(percent[in.Item.Condition], 100))
		if worth.Cmp(pence(in.Item.Replacement)) > 0 {
			return pence(in.Item.Replacement)
		}
		return worth
	}},
	Spent: {drawSpent, func(in Input) *big.Rat { return pence(in.Cost.Sum) }},
	Rated: {drawRated, func(in Input) *big.Rat {
		n := int64(in.Rate.Count)
		if n == 0 {
			n = countDays(in.Rate.From, in.Rate.Until)
		}
		return new(big.Rat).Mul(big.NewRat(n, 1), pence(in.Rate.Each))
	}},
	Powered: {drawPowered, func(in Input) *big.Rat {
		p := in.Power
		n := int64(p.Days)
		if n == 0 {
			n = countDays(p.From, p.Until)
		}
		kilowatts := big.NewRat(int64(p.Watts), 1000)
		hours := big.NewRat(int64(p.Hours)*n, 1)
		return new(big.Rat).Mul(new(big.Rat).Mul(kilowatts, hours), big.NewRat(int64(p.Price), 100))
	}},
	Judged:  {drawJudged, func(in Input) *big.Rat { return pence(in.Harm.Sum) }},
	Ordered: {drawOrdered, func(in Input) *big.Rat { return pence(in.Award.Sum) }},
}

// The shipped tables, as they were read off the file by eye.
var (
	months  = map[string]int{"carpet": 120, "vinyl": 120, "mattress": 96, "white-goods": 120, "sofa": 120, "decorations": 60}
	percent = map[string]int64{"new": 100, "good": 100, "fair": 75, "poor": 50}
	reasons = []string{"cleaning", "flooring", "utilities", "meals", "possessions"}
	harms   = []string{"delay", "visits", "complaint-handling", "charged-service", "facility", "response-times", "part-of-home", "procedure", "misinformation"}
	bands   = []struct {
		id          string
		least, most int64
	}{{"", 1, 4999}, {"service-failure", 5000, 10000}, {"serious", 10000, 60000}, {"significant", 60000, 100000}, {"severe", 100000, 5_000_000}}
)

func pence(p Pence) *big.Rat { return big.NewRat(int64(p), 1) }

// countDays walks from the first day to the last and counts both.
func countDays(from, until calendar.Date) int64 {
	n := int64(0)
	for d := from; !d.After(until); d = d.AddDays(1) {
		n++
	}
	return n
}

// nearest is the whole penny nearest to a sum, half a penny up.
func nearest(r *big.Rat) *big.Int {
	up := new(big.Rat).Add(r, big.NewRat(1, 2))
	return new(big.Int).Div(up.Num(), up.Denom())
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// drawSum favours small sums and the ends of bands.
func drawSum(r *rand.Rand) Pence {
	switch r.IntN(4) {
	case 0:
		return 1 + Pence(r.IntN(300))
	case 1:
		return pick(r, Pence(4999), 5000, 10000, 60000, 100000) + Pence(r.IntN(3)) - 1
	}
	return 1 + Pence(r.IntN(500_000))
}

func drawDays(r *rand.Rand) (from, until calendar.Date) {
	until = friday.AddDays(-r.IntN(400))
	return until.AddDays(-r.IntN(60)), until
}

func drawDamaged(r *rand.Rand) Input {
	life := pick(r, "carpet", "vinyl", "mattress", "white-goods", "sofa", "decorations")
	return Input{Kind: Damaged, Reason: pick(r, reasons...), Item: Item{
		Replacement: drawSum(r), Age: r.IntN(150), Life: life, Condition: pick(r, "new", "good", "fair", "poor"),
	}}
}

func drawSpent(r *rand.Rand) Input {
	return Input{Kind: Spent, Reason: pick(r, reasons...), Cost: Cost{Sum: drawSum(r), On: friday.AddDays(-r.IntN(400))}}
}

func drawRated(r *rand.Rand) Input {
	rate := Rate{Unit: "day", Each: 1 + Pence(r.IntN(3000))}
	if r.IntN(2) == 0 {
		rate.From, rate.Until = drawDays(r)
	} else {
		rate.Unit, rate.Count = pick(r, "day", "week", "meal"), 1+r.IntN(90)
	}
	return Input{Kind: Rated, Reason: pick(r, reasons...), Rate: rate}
}

func drawPowered(r *rand.Rand) Input {
	p := Power{Watts: 1 + r.IntN(3000), Hours: 1 + r.IntN(24), Price: 1 + r.IntN(9999)}
	if r.IntN(2) == 0 {
		p.From, p.Until = drawDays(r)
	} else {
		p.Days = 1 + r.IntN(90)
	}
	return Input{Kind: Powered, Power: p}
}

func drawJudged(r *rand.Rand) Input {
	b := pick(r, bands...)
	sum := b.least + r.Int64N(b.most-b.least+1)
	if r.IntN(3) == 0 {
		sum = pick(r, b.least, b.most)
	}
	return Input{Kind: Judged, Reason: pick(r, harms...), Harm: Harm{
		Band: b.id, Sum: Pence(sum), Impact: "It was hard", Below: "A slip", Route: RouteNo, RouteWhy: "Nothing to claim",
	}}
}

func drawOrdered(r *rand.Rand) Input {
	return Input{Kind: Ordered, Award: AwardedSum{Body: "housing", Referral: 1, Order: 1 + r.IntN(9), Sum: drawSum(r)}}
}

// howMany ledgers are made: a million with CASEBOOK_LONG, otherwise one for
// each hundred of those; CASEBOOK_LEDGERS says another number.
func howMany(t *testing.T) int {
	if text := os.Getenv("CASEBOOK_LEDGERS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if os.Getenv("CASEBOOK_LONG") != "" {
		return 1_000_000
	}
	return 10_000
}

func TestRandomLedgersEqualAnIndependentSum(t *testing.T) {
	r, random := under(t, "current"), rand.New(rand.NewPCG(2026, 11))
	kinds, all := Kinds(), maps.Clone(oracles)
	maps.Copy(all, promisedOracles)
	n, lines := howMany(t), 0
	for i := range n {
		var ledger Ledger
		total, byStage, byHead := new(big.Int), [3]big.Int{}, map[Head]*big.Int{}
		for id := range 1 + random.IntN(7) {
			kind := pick(random, kinds...)
			in := all[kind].draw(random)
			line, err := Work(in, r)
			if err != nil {
				t.Fatalf("ledger %d: %+v: %v", i, in, err)
			}
			want := nearest(all[kind].sum(in))
			if want.Cmp(big.NewInt(int64(line.Sum))) != 0 {
				t.Fatalf("ledger %d: %+v is %s, and by the second way %s pence", i, in, line.Sum, want)
			}
			line.ID, line.Stage = id+1, 1+random.IntN(2)
			before := ledger.Total()
			ledger = append(ledger, line)
			if ledger.Total() < before {
				t.Fatalf("ledger %d: with one line more %s became %s", i, before, ledger.Total())
			}
			total.Add(total, want)
			byStage[line.Stage].Add(&byStage[line.Stage], want)
			if byHead[line.Head] == nil {
				byHead[line.Head] = new(big.Int)
			}
			byHead[line.Head].Add(byHead[line.Head], want)
			lines++
		}
		same := func(what string, got Pence, want *big.Int) {
			if want.Cmp(big.NewInt(int64(got))) != 0 {
				t.Fatalf("ledger %d: %s is %s, and by the second way %s pence", i, what, got, want)
			}
		}
		same("the total", ledger.Total(), total)
		same("stage 1", ledger.Stage(1), &byStage[1])
		same("stage 2", ledger.Stage(2), &byStage[2])
		for head, want := range byHead {
			same(string(head), ledger.Head(head), want)
		}
		if i%100 == 0 {
			sayTheSame(t, ledger)
		}
	}
	t.Logf("%d ledgers of %d lines", n, lines)
}

// sayTheSame holds that the letter's figures are the ledger's.
func sayTheSame(t *testing.T, l Ledger) {
	t.Helper()
	var offered Pence
	text := l.Paragraph(2, Nothing)
	for _, line := range l {
		if line.Head != Award {
			offered += line.Sum
		}
		if line.Sum > 0 && !strings.Contains(text, line.Sum.String()) {
			t.Fatalf("%s of %q is not in\n%s", line.Sum, line.Title, text)
		}
	}
	if offered > 0 && !strings.Contains(text, "offer you "+offered.String()) {
		t.Fatalf("the offer of %s is not in\n%s", offered, text)
	}
}
