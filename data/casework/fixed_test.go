package casework

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// askedFor is a fixed payment asked for at the counter, under a promise.
func askedFor(promise, received string) RecordFixed {
	r := walkIn(received)
	r.Answer, r.Points, r.Reference, r.Story = "", nil, NewReference(FixedSum, 2026, 9), "Nobody came on Thursday morning."
	return RecordFixed{Record: r, Promise: promise}
}

// TestAFixedPaymentGoesByTheDayOfTheFailing: the office ended its promises on 30
// November 2026. A failing on that day is within them whenever it is told, one
// on the next day is not (ruling 1). The current page pays for missed
// appointments by itself and Right to Repair is law: neither ends.
func TestAFixedPaymentGoesByTheDayOfTheFailing(t *testing.T) {
	m := on(t, priya, day("2026-12-04"))
	for _, id := range FixedPromises() {
		m.Policies = m.Policies.WithPromise(id, calendar.Date{}, day("2026-11-30"))
	}
	for _, id := range FixedPromises() {
		act := askedFor(id, "2026-12-04")
		act.Happened.Date = day("2026-11-30")
		c := must(t, Case{}, act, m)
		if c.Kind != FixedSum || c.Promised != id || len(Faults(c)) > 0 {
			t.Errorf("%s: %+v %v", id, c, Faults(c))
		}
		act.Happened.Date = day("2026-12-01")
		switch id {
		case missedPromise, repairPromise:
			must(t, Case{}, act, m)
		default:
			refused(t, Case{}, act, m, "ended")
		}
	}
	refused(t, Case{}, askedFor("petition", "2026-12-04"), m, "no-promise")
	refused(t, Case{}, askedFor("", "2026-12-04"), m, "no-promise")
}

// TestAFixedPaymentStaysOpenWhileAnythingOfItIsOpen: a Right to Repair payment
// is closed after the repair, and one done in time owes nothing.
func TestAFixedPaymentStaysOpenWhileAnythingOfItIsOpen(t *testing.T) {
	h := calendar.England()
	at := func(by Officer, today string) Moment { return on(t, by, day(today)) }
	c := must(t, Case{}, askedFor("right-to-repair", "2026-09-24"), at(priya, "2026-09-24"))
	stands := func(today, sentence string, next ActName) {
		t.Helper()
		if got := StatusOf(c, day(today), h); got.Sentence != sentence || got.Next.Act != next {
			t.Errorf("%q, next %q; want %q, %q", got.Sentence, got.Next.Act, sentence, next)
		}
	}
	stands("2026-09-24", "Fixed payment for the Right to Repair: the repair has to be entered.", ActStartRepair)
	waits := func(c Case, want string) {
		t.Helper()
		got := ""
		for _, d := range Duties(c) {
			if d.Kind == DutyFixed && d.Due == day("2026-09-24") { // from the day it was asked for
				got = d.Text
			}
		}
		if got != want {
			t.Errorf("it waits for %q, not %q", got, want)
		}
	}
	waits(c, "Enter the repair")
	c = must(t, c, StartRepair{Defect: "leaking-pipe", What: "Pipe under the sink", Cost: 9000, Reported: day("2026-09-24"), Contractor: "Alder"}, at(priya, "2026-09-24"))
	stands("2026-09-25", "Pipe under the sink is due to be repaired by Friday 25 September 2026.", ActRepairDone)
	refused(t, c, Close{On: day("2026-09-25")}, at(dan, "2026-09-25"), "repair-runs")
	stands("2026-09-28", "Pipe under the sink was due to be repaired by Friday 25 September 2026; a second contractor may be asked for.", ActAskSecond)
	c = must(t, c, AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, at(priya, "2026-09-28"))
	stands("2026-09-28", "Pipe under the sink is due to be repaired by Tuesday 29 September 2026.", ActRepairDone)

	inTime := must(t, c, RepairDone{Repair: 1, On: day("2026-09-29")}, at(priya, "2026-09-29"))
	c, inTime = inTime, c
	stands("2026-09-29", "Fixed payment for the Right to Repair: nothing is owed under it.", ActClose)
	must(t, c, Close{On: day("2026-09-29")}, at(dan, "2026-09-29"))

	c = must(t, inTime, RepairDone{Repair: 1, On: day("2026-10-14")}, at(priya, "2026-10-14"))
	stands("2026-10-14", "Fixed payment for the Right to Repair: its sum has to be worked out.", ActOfferRedress)
	refused(t, c, Close{On: day("2026-10-14")}, at(dan, "2026-10-14"), "owed")
	waits(c, "") // its repair has the duty
	c = must(t, c, Assign{To: dan.ID}, at(dan, "2026-10-14"))
	c = must(t, c, OfferRedress{Repair: 1, Input: RepairInput(c.Repairs[0], c)}, at(dan, "2026-10-14"))
	waits(c, "Tell the resident of the payment of £40.00")
}

// TestWhatTheBoardCountsOfAFixedPaymentWasTold: of two visits, £10.00 each, the
// first is told and paid; the second is worked out and nobody has been told of
// it. The board counts £10.00, and what was paid is not withdrawn (ruling 16).
func TestWhatTheBoardCountsOfAFixedPaymentWasTold(t *testing.T) {
	at := func(today string) Moment { return on(t, dan, day(today)) }
	missed := func(visit string) OfferRedress {
		return OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day(visit), Slot: redress.Morning}}}}
	}
	c := must(t, Case{}, askedFor(missedPromise, "2026-12-01"), at("2026-12-01"))
	c = must(t, c, missed("2026-11-27"), at("2026-12-01"))
	if f := Facts(c)[0]; f.Offered != 0 {
		t.Errorf("%s is counted before its letter went", f.Offered)
	}
	c = must(t, c, Propose{}, at("2026-12-01"))
	c = sent(t, c, FixedPaymentLetter, at("2026-12-01"), "Grace Adeyemi")
	must(t, c, Withdraw{On: day("2026-12-02")}, at("2026-12-02"))
	c = must(t, c, Pay{Lines: []int{1}, Sum: 1000, On: day("2026-12-02"), Method: PayMethods()[0], Reference: "BACS 1"}, at("2026-12-02"))
	refused(t, c, Withdraw{On: day("2026-12-02")}, at("2026-12-02"), "answered")
	c = must(t, c, missed("2026-12-03"), at("2026-12-04"))
	if f := Facts(c)[0]; f.Offered != 1000 || f.Responded != day("2026-12-01") {
		t.Errorf("%s told on %s", f.Offered, f.Responded)
	}
	mistaken := must(t, c, PaidInError{Payment: 1, What: "The wrong account."}, at("2026-12-04"))
	must(t, mistaken, Withdraw{On: day("2026-12-04")}, at("2026-12-04"))
}

// TestAFixedPaymentOfNothingIsToldAndClosed: from Thursday 1 October to
// Wednesday 28 October 2026, when it worked again, are 27 days, a day short of a
// period.
func TestAFixedPaymentOfNothingIsToldAndClosed(t *testing.T) {
	m := on(t, dan, day("2026-12-01"))
	c := must(t, Case{}, askedFor(doorPromise, "2026-12-01"), m)
	c = must(t, c, OfferRedress{Input: redress.Input{Kind: redress.DoorOut, Door: redress.Door{From: day("2026-10-01"), Until: day("2026-10-28")}}}, m)
	stands := func(want string) {
		t.Helper()
		if got := StatusOf(c, m.Today, m.Holidays).Sentence; got != "Fixed payment for the communal door entry: "+want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	stands("nothing is payable, and the resident has to be told.")
	if ds := Duties(c); len(ds) != 1 || ds[0].Text != "Tell the resident that nothing is payable" {
		t.Errorf("%+v", ds)
	}
	refused(t, c, Close{On: m.Today}, m, "not-told")
	c = sent(t, must(t, c, Propose{}, m), FixedPaymentLetter, m, "Grace Adeyemi")
	stands("nothing is payable, and the resident knows.")
	if ds := Duties(c); len(ds) > 0 {
		t.Errorf("%+v", ds)
	}
	must(t, c, Close{On: m.Today}, m)
}

// TestARepairOfNothingHasNoLetter: done on the second period's last day, the law
// pays nothing and has no letter for it. The line comes out, and the record is
// closed.
func TestARepairOfNothingHasNoLetter(t *testing.T) {
	m := on(t, dan, day("2026-09-29"))
	c := must(t, Case{}, askedFor(repairPromise, "2026-09-24"), m)
	c = must(t, c, StartRepair{Defect: "leaking-pipe", What: "Pipe under the sink", Cost: 9000, Reported: day("2026-09-24"), Contractor: "Alder"}, m)
	c = must(t, c, AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, m)
	running := must(t, c, OfferRedress{Repair: 1, Input: RepairInput(c.Repairs[0], c)}, m)
	if ds := Duties(running); len(ds) != 1 || ds[0].Kind != DutyRepair {
		t.Errorf("%+v", ds)
	}
	c = must(t, c, RepairDone{Repair: 1, On: day("2026-09-29")}, m)
	c = must(t, c, OfferRedress{Repair: 1, Input: RepairInput(c.Repairs[0], c)}, m)
	if got := StatusOf(c, m.Today, m.Holidays); got.Next.Act != ActDropRedress || got.Sentence != "Fixed payment for the Right to Repair: nothing is owed under it, and its line can be taken out." {
		t.Errorf("%+v", got)
	}
	if ds := Duties(c); len(ds) != 1 || ds[0].Text != "Take the sum of nothing back" {
		t.Errorf("%+v", ds)
	}
	refused(t, c, Close{On: m.Today}, m, "not-told")
	c = must(t, c, DropRedress{Line: 1}, m)
	must(t, c, Close{On: m.Today}, m)
}
