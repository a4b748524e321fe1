package board

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

var england = calendar.England()

func shipped(t testing.TB) *policy.Set {
	t.Helper()
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// complaint is a stage 1 fact under the current policy with its due dates
// worked out; the test changes what matters to it.
func complaint(n int, received calendar.Date) casework.StageFact {
	return casework.StageFact{
		Case: int64(n), Reference: casework.NewReference(casework.Complaint, received.Year(), n), Kind: casework.Complaint,
		Stage: 1, Policy: "current@1", Channel: casework.Counter, Subject: "repairs", Area: "Alvaston", Measured: true,
		Received: received, AcknowledgeBy: england.Add(received, 5), RespondBy: england.Add(received, 15), Choice: casework.Complain,
	}
}

// acknowledged sets the acknowledgement, from which the answer is due.
func acknowledged(f casework.StageFact, on calendar.Date) casework.StageFact {
	f.Acknowledged = on
	f.RespondBy = england.Add(on, 10*f.Stage)
	return f
}

// answeredOn sets the answer and its outcome.
func answeredOn(f casework.StageFact, on calendar.Date, outcome casework.Outcome) casework.StageFact {
	f.Responded, f.Outcome = on, outcome
	return f
}

// quarterOf reads a quarter that the test has typed.
func quarterOf(t testing.TB, text string) Period {
	t.Helper()
	p, err := ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// inputOf is a report's input over facts, counted on a day.
func inputOf(t testing.TB, quarter string, today calendar.Date, facts []casework.StageFact) Input {
	t.Helper()
	return Input{
		Period: quarterOf(t, quarter), Facts: facts, Homes: 12500, Holidays: england, Policies: shipped(t),
		CutOff: time.Date(today.Year(), today.Month(), today.Day(), 10, 42, 0, 0, calendar.London()), Today: today,
		Seal: "3f9a1c2b7d", Landlord: "Derby Homes",
	}
}

// need finds a figure or fails.
func need(t testing.TB, r Report, id string) Figure {
	t.Helper()
	f, ok := r.Figure(id)
	if !ok {
		t.Fatalf("there is no figure %s", id)
	}
	return f
}

var someAreas = []string{"Alvaston", "Mackworth", "Chaddesden", "Sinfin", "Spondon", "Allenton", "Littleover", "", "Darley"}
var someSubjects = []string{"repairs", "allocations", "money advice", "staff conduct", "", "=HYPERLINK(\"http://example.org\")"}

// anyOffice makes an office's facts at random, with everything that can go
// well or badly: late, extended, unanswered, withdrawn, without a due date.
func anyOffice(random *rand.Rand, cases int, from, to calendar.Date) []casework.StageFact {
	var facts []casework.StageFact
	days := from.DaysUntil(to)
	pick := func(list []string) string { return list[min(random.IntN(len(list)), random.IntN(len(list)))] }
	for n := 1; n <= cases; n++ {
		f := complaint(n, from.AddDays(random.IntN(days+1)))
		f.Channel = casework.Channels()[random.IntN(5)]
		f.Subject, f.Area, f.Measured = pick(someSubjects), pick(someAreas), random.IntN(8) > 0
		if random.IntN(7) == 0 {
			facts = append(facts, anyPromise(random, f))
			continue
		}
		if random.IntN(9) == 0 {
			f.Kind, f.Stage, f.AcknowledgeBy, f.RespondBy = casework.ServiceRequest, 0, calendar.Date{}, calendar.Date{}
			f.Choice = []casework.Answer{casework.NotToday, casework.ServiceOnly}[random.IntN(2)]
			if random.IntN(4) == 0 {
				f.Kind, f.Choice = casework.Information, []casework.Answer{casework.NotToday, ""}[random.IntN(2)]
			}
			facts = append(facts, f)
			continue
		}
		f = anyCourse(random, f)
		facts = append(facts, f)
		if !f.Responded.IsZero() && random.IntN(5) == 0 {
			second := complaint(n, f.Responded.AddDays(random.IntN(40)))
			second.Reference, second.Stage = f.Reference, 2
			second.Subject, second.Area, second.Measured, second.Channel = f.Subject, f.Area, f.Measured, f.Channel
			second.RespondBy = england.Add(second.Received, 25)
			second = anyCourse(random, second)
			second.Appeal = random.IntN(8) == 0
			facts = append(facts, second)
		}
	}
	return facts
}

// anyPromise makes a petition, a claim or a fixed payment of a fact.
func anyPromise(random *rand.Rand, f casework.StageFact) casework.StageFact {
	f.Stage, f.Choice = 0, ""
	switch random.IntN(3) {
	case 0:
		f.Kind, f.RespondBy = casework.PetitionKind, f.Received.AddDays(15)
		if random.IntN(4) > 0 {
			f.Acknowledged = england.Add(f.Received, random.IntN(8))
		}
		if random.IntN(3) > 0 {
			f.Responded = f.Received.AddDays(random.IntN(25))
			f.Reported = f.Responded.AddDays(random.IntN(60))
		}
	case 1:
		f.Kind, f.AcknowledgeBy, f.RespondBy = casework.ClaimKind, calendar.Date{}, england.Add(f.Received, 10)
		if random.IntN(4) > 0 {
			f.Responded = england.Add(f.Received, random.IntN(16))
		}
	default:
		f.Kind, f.AcknowledgeBy, f.RespondBy = casework.FixedSum, calendar.Date{}, calendar.Date{}
		if f.Offered = redress.Pence(1000 * random.IntN(6)); random.IntN(3) > 0 {
			f.Responded = f.Received.AddDays(random.IntN(30))
		}
	}
	switch random.IntN(9) {
	case 0:
		f.Withdrawn = f.Received.AddDays(random.IntN(20))
	case 1, 2:
		f.Closed = f.Received.AddDays(20 + random.IntN(60))
	}
	return f
}

func anyCourse(random *rand.Rand, f casework.StageFact) casework.StageFact {
	if random.IntN(12) > 0 {
		f = acknowledged(f, england.Add(f.Received, random.IntN(8)))
	}
	if random.IntN(30) == 0 {
		f.RespondBy = calendar.Date{}
		f.Policy = "earlier@1"
	} else if random.IntN(6) == 0 {
		f.ExtendedTo = england.Add(f.RespondBy, 1+random.IntN(10*f.Stage))
	}
	if random.IntN(10) > 0 {
		f = answeredOn(f, england.Add(f.Received, 1+random.IntN(14*f.Stage+6)), []casework.Outcome{casework.Upheld, casework.NotUpheld, casework.Upheld, ""}[random.IntN(4)])
		f.Mixed = f.Outcome == casework.Upheld && random.IntN(3) == 0
		if random.IntN(3) == 0 {
			f.Offered = redress.Pence(random.IntN(100_000))
		}
	}
	if f.Responded.IsZero() {
		ended := f.Received.AddDays(random.IntN(20))
		switch random.IntN(6) {
		case 0:
			f.Withdrawn = ended
		case 1:
			f.Refused = ended
		case 2:
			f.Void = random.IntN(3) == 0
		}
	}
	if random.IntN(7) == 0 {
		f.Closed = f.Received.AddDays(30 + random.IntN(30))
	}
	return f
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed^0x9e3779b9)) }

// allShown lists a report's figures as lines, to compare two reports by.
func allShown(r Report) []string {
	var lines []string
	for _, f := range r.Figures {
		lines = append(lines, fmt.Sprintf("%s = %s (%s) %v", f.ID, f.Text(), f.MadeOf(), f.Cases))
	}
	return lines
}
