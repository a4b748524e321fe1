package casework

import (
	"reflect"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
	"casebook/data/redress"
)

// leak starts a repair of a leaking pipe, one working day, in a complaint
// received Thursday 24 September 2026.
func leak(t *testing.T) Case {
	t.Helper()
	c := must(t, Case{}, walkIn("2026-09-24"), on(t, priya, day("2026-09-24")))
	return must(t, c, StartRepair{Defect: "leaking-pipe", What: "Pipe under the sink", Cost: 9000, Reported: day("2026-09-24"), Contractor: "Alder Plumbing"},
		on(t, priya, day("2026-09-24")))
}

// TestTheTwoPeriodsOfARepair: told on Thursday 24 September 2026, the first
// contractor has Friday 25. The tenant asks on Monday 28: the second one has
// Tuesday 29. It is done on Wednesday 14 October, so the law pays.
func TestTheTwoPeriodsOfARepair(t *testing.T) {
	c := leak(t)
	at := func(today string) Moment { return on(t, priya, day(today)) }
	duty := func(want string) {
		t.Helper()
		got := ""
		for _, d := range Duties(c) {
			if d.Kind == DutyRepair {
				got += d.Due.String() + " " + d.Owner + " " + d.Text
			}
		}
		if got != want {
			t.Errorf("owes %q, want %q", got, want)
		}
	}
	duty("2026-09-25 Alder Plumbing Right to Repair, first period: Pipe under the sink")
	second := AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch and Son"}
	early := second
	early.On = day("2026-09-25")
	refused(t, c, early, at("2026-09-25"), "in-time")
	early.On = day("2026-09-26") // the day after, though a Saturday
	must(t, c, early, at("2026-09-26"))
	for _, name := range []string{"Alder Plumbing", "ALDER  plumbing", " "} {
		same := second
		same.Contractor = name
		refused(t, c, same, at("2026-09-28"), "no-contractor")
	}
	refused(t, c, AskSecond{Repair: 2, On: day("2026-09-28"), Contractor: "x"}, at("2026-09-28"), "no-repair")

	c = must(t, c, second, at("2026-09-28"))
	r := c.Repair(1)
	if r.FirstBy.Due != day("2026-09-25") || r.SecondBy.Due != day("2026-09-29") || !explained(r.FirstBy) || !explained(r.SecondBy) {
		t.Errorf("first by %s, second by %s", r.FirstBy.Due, r.SecondBy.Due)
	}
	refused(t, c, second, at("2026-09-29"), "asked")
	duty("2026-09-29 Birch and Son Right to Repair, second period: Pipe under the sink")

	refused(t, c, RepairDone{Repair: 1, On: day("2026-09-27")}, at("2026-10-14"), "too-early")
	c = must(t, c, RepairDone{Repair: 1, On: day("2026-10-14")}, at("2026-10-14"))
	refused(t, c, RepairDone{Repair: 1, On: day("2026-10-14")}, at("2026-10-14"), "done")
	refused(t, c, EndRepair{Repair: 1, On: day("2026-10-14"), Why: "x"}, on(t, dan, day("2026-10-14")), "done")
	duty("2026-10-14  Right to Repair, work out the payment: Pipe under the sink")
	if faults := Faults(c); len(faults) > 0 {
		t.Error(faults)
	}
	want := redress.Repair{ID: 1, Defect: "leaking-pipe", Right: true, Cost: 9000, Reported: day("2026-09-24"), Asked: day("2026-09-28"), Done: day("2026-10-14"),
		FirstBy: r.FirstBy, SecondBy: r.SecondBy}
	if got := RepairInput(*c.Repair(1), c); got.Kind != redress.Repaired || !reflect.DeepEqual(got.Repair, want) || got.Title != "Pipe under the sink" {
		t.Errorf("%+v", got)
	}
}

// TestARepairIsStartedOnce: the same defect of the same day would be paid for
// twice; another pipe is another repair, and so is the same one once it leaks
// again.
func TestARepairIsStartedOnce(t *testing.T) {
	m := on(t, priya, day("2026-09-28"))
	again := StartRepair{Defect: "leaking-pipe", What: "pipe under the  sink", Cost: 9000, Reported: day("2026-09-24"), Contractor: "Alder Plumbing"}
	refused(t, leak(t), again, m, "same")
	bath := again
	bath.What = "Pipe under the bath"
	must(t, leak(t), bath, m)
	again.Reported = day("2026-09-28")
	must(t, leak(t), again, m)
}

// TestALateHolidayNeverTakesMoneyFromATenant: the second contractor was told
// Tuesday 29 September. That day is proclaimed a holiday when the notice has
// gone: the period ends as it was told, and the sum stays forty pounds. Counted
// again it would end on Wednesday 30 and pay two pounds less.
func TestALateHolidayNeverTakesMoneyFromATenant(t *testing.T) {
	c := must(t, leak(t), AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, on(t, priya, day("2026-09-28")))
	c = sent(t, c, SecondNotice, on(t, priya, day("2026-09-28")), "Grace Adeyemi")
	c = must(t, c, RepairDone{Repair: 1, On: day("2026-10-14")}, on(t, priya, day("2026-10-14")))
	m := on(t, dan, day("2026-10-14"))
	m.Holidays = calendar.England(calendar.Exception{Date: day("2026-09-29"), Name: "Proclaimed late"})
	c = must(t, c, OfferRedress{Repair: 1, Input: RepairInput(c.Repairs[0], c)}, m)
	if line := c.Redress[0]; line.Sum != 4000 || line.Dates[1].Due != day("2026-09-29") || c.Repairs[0].Line != line.ID {
		t.Errorf("%s, second by %s", line.Sum, line.Dates[1].Due)
	}
	// The same from a form that knows the repair by its number alone.
	in := RepairInput(c.Repairs[0], c)
	in.Repair.FirstBy, in.Repair.SecondBy = policy.Deadline{}, policy.Deadline{}
	if line, err := c.work(in, 0, m); err != nil || line.Sum != 4000 {
		t.Errorf("%s, %v", line.Sum, err)
	}
}

// TestNothingIsOwedWhereTheLawPaysNothing: the first period alone, a repair done
// on the second's last day, and a right that ended leave nothing to work out.
func TestNothingIsOwedWhereTheLawPaysNothing(t *testing.T) {
	at := func(by Officer, today string) Moment { return on(t, by, day(today)) }
	asked := must(t, leak(t), AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, at(priya, "2026-09-28"))
	for name, c := range map[string]Case{
		"late in the first period alone": must(t, leak(t), RepairDone{Repair: 1, On: day("2026-10-14")}, at(priya, "2026-10-14")),
		"on the second's last day":       must(t, asked, RepairDone{Repair: 1, On: day("2026-09-29")}, at(priya, "2026-09-29")),
		"access refused":                 must(t, asked, EndRepair{Repair: 1, On: day("2026-10-05"), Why: "Nobody let them in, twice."}, at(dan, "2026-10-05")),
	} {
		for _, d := range Duties(c) {
			if d.Kind == DutyRepair {
				t.Errorf("%s: %+v", name, d)
			}
		}
		if faults := Faults(c); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
	// One day later the law pays.
	late := must(t, asked, RepairDone{Repair: 1, On: day("2026-09-30")}, at(priya, "2026-09-30"))
	if !late.repairUnpaid() {
		t.Error("done on the day after the second period, nothing is owed")
	}
	ended := must(t, asked, EndRepair{Repair: 1, On: day("2026-10-05"), Why: "Not ours."}, at(dan, "2026-10-05"))
	refused(t, ended, RepairDone{Repair: 1, On: day("2026-10-14")}, at(priya, "2026-10-14"), "ended")
	refused(t, asked, EndRepair{Repair: 1, On: day("2026-10-05")}, at(dan, "2026-10-05"), "no-reason")
	refused(t, asked, EndRepair{Repair: 1, On: day("2026-10-05"), Why: "x"}, at(priya, "2026-10-05"), "not-yours")
}

// TestTheRightIsForSecureTenanciesAndSmallRepairs tries the limit at a penny
// either way, every tenure and the acts at the edges (ruling 20).
func TestTheRightIsForSecureTenanciesAndSmallRepairs(t *testing.T) {
	m := on(t, priya, day("2026-09-24"))
	start := StartRepair{Defect: "leaking-pipe", What: "Pipe", Cost: 25000, Reported: m.Today, Contractor: "Alder"}
	for _, tenure := range append(Tenures(), "") {
		r := walkIn("2026-09-24")
		r.Home.Tenure = tenure
		c := must(t, Case{}, r, m)
		if tenure == Secure {
			must(t, c, start, m)
			continue
		}
		refused(t, c, start, m, "no-right")
	}
	c := must(t, Case{}, walkIn("2026-09-24"), m)
	for _, bad := range []struct {
		code   string
		change func(*StartRepair)
	}{
		{"", func(a *StartRepair) { a.Cost = 24999 }},
		{"too-dear", func(a *StartRepair) { a.Cost = 25001 }},
		{"no-cost", func(a *StartRepair) { a.Cost = 0 }},
		{"no-what", func(a *StartRepair) { a.What = "" }},
		{"no-contractor", func(a *StartRepair) { a.Contractor = " " }},
		{"no-defect", func(a *StartRepair) { a.Defect = "dripping" }},
		{"future", func(a *StartRepair) { a.Reported = m.Today.AddDays(1) }},
		{"no-day", func(a *StartRepair) { a.Reported = calendar.Date{} }},
	} {
		a := start
		bad.change(&a)
		if bad.code == "" {
			must(t, c, a, m)
			continue
		}
		refused(t, c, a, m, bad.code)
	}
	// A home that is found not to be secure has no second contractor either.
	c = leak(t)
	c.Home.Tenure = Introductory
	refused(t, c, AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, on(t, priya, day("2026-09-28")), "no-right")
}

// TestHeatingHasTheTimeOfItsSeason: told on Thursday 29 October 2026 the period
// starts on Friday 30 October, in summer: three working days, 30 October, 2 and
// 3 November. Told on Monday 2 November it starts on the 3rd, in winter: one.
func TestHeatingHasTheTimeOfItsSeason(t *testing.T) {
	for _, c := range []struct{ reported, by string }{{"2026-10-29", "2026-11-03"}, {"2026-11-02", "2026-11-03"}, {"2027-04-29", "2027-04-30"}, {"2027-05-04", "2027-05-07"}} {
		m := on(t, priya, day(c.reported))
		got := must(t, must(t, Case{}, walkIn(c.reported), m),
			StartRepair{Defect: redress.HeatingLoss, What: "No heating", Cost: 9000, Reported: m.Today, Contractor: "Alder"}, m)
		if due := got.Repairs[0].FirstBy.Due; due != day(c.by) {
			t.Errorf("told on %s: by %s, want %s", c.reported, due, c.by)
		}
	}
}

// TestARepairGoesOnWhenItsCaseIsClosed: the law's periods do not wait for the
// complaint (SI 1994/133), and its notices promise their dates.
func TestARepairGoesOnWhenItsCaseIsClosed(t *testing.T) {
	last := on(t, dan, day("2026-11-27"))
	c := answered(t)
	c = must(t, c, StartRepair{Defect: "roof", What: "Roof over the landing", Cost: 20000, Reported: day("2026-11-27"), Contractor: "Alder"}, last)
	// Seven working days from Friday 27 November end on Tuesday 8 December.
	if due := c.Repairs[0].FirstBy.Due; due != day("2026-12-08") {
		t.Errorf("by %s", due)
	}
	late := on(t, helen, day("2026-11-30"))
	late.Holidays = calendar.England(calendar.Exception{Date: day("2026-12-03"), Name: "Proclaimed"})
	if moves := Moves(c, late); len(moves) != 1 || moves[0].New != day("2026-12-09") || moves[0].Promised {
		t.Errorf("%+v", moves)
	}
	told := sent(t, c, RepairNotice, last, "Grace Adeyemi")
	if told.Repairs[0].FirstTold != last.Today {
		t.Errorf("%+v", told.Repairs[0])
	}
	if moves := Moves(told, late); len(moves) != 1 || !moves[0].Promised {
		t.Errorf("a date in a notice that went stays: %+v", moves)
	}
	c = must(t, told, Close{On: last.Today}, last)
	refused(t, c, StartRepair{Defect: "roof", What: "x", Cost: 1, Reported: last.Today, Contractor: "x"}, last, "closed")
	c = must(t, c, AskSecond{Repair: 1, On: day("2026-12-09"), Contractor: "Birch"}, on(t, priya, day("2026-12-09")))
	if ds := Duties(c); ds[0].Kind != DutyRepair || ds[0].Due != day("2026-12-18") {
		t.Errorf("seven working days from Wednesday 9 December end on Friday 18: %+v", ds)
	}
	c = sent(t, c, SecondNotice, on(t, priya, day("2026-12-09")), "Grace Adeyemi") // of a closed case too
	if c.Repairs[0].SecondTold != day("2026-12-09") {
		t.Errorf("%+v", c.Repairs[0])
	}
	monday := on(t, dan, day("2026-12-21"))
	owed := must(t, c, RepairDone{Repair: 1, On: day("2026-12-19")}, monday)
	sum := OfferRedress{Repair: 1, Input: RepairInput(owed.Repairs[0], owed)}
	if _, err := Apply(owed, sum, monday); err == nil || !strings.Contains(err.Error(), "Reopen it first") {
		t.Errorf("a day late, it owes £12.00, and the way to it is %v", err)
	}
	owed = must(t, owed, Reopen{Why: "The second contractor was late."}, monday)
	if owed = must(t, owed, sum, monday); owed.Redress[len(owed.Redress)-1].Sum != 1200 {
		t.Errorf("%+v", owed.Redress)
	}
	c = must(t, c, RepairDone{Repair: 1, On: day("2026-12-10")}, on(t, priya, day("2026-12-10")))
	if faults := Faults(c); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestARepairIsPaidOnceItIsDone: asked for on Monday 28 September 2026, due
// Tuesday 29. On Friday 2 October £10.00 and three days at £2.00 are owed and the
// sum still grows: offered then, what Wednesday 14 October makes of it, £40.00,
// would never be. On Monday 19 October it is twenty days, £50.00, and grows no
// more.
func TestARepairIsPaidOnceItIsDone(t *testing.T) {
	at := func(today string) Moment { return on(t, dan, day(today)) }
	c := must(t, leak(t), AskSecond{Repair: 1, On: day("2026-09-28"), Contractor: "Birch"}, at("2026-09-28"))
	c = must(t, c, Assign{To: dan.ID}, at("2026-09-28"))
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2026-09-28"), How: Posted, To: "Grace"}, at("2026-09-28"))
	for p := range c.Points {
		c = must(t, c, AnswerPoint{Point: p + 1, Finding: Upheld, Reasons: "It dripped."}, at("2026-10-02"))
	}
	worked := func(c Case, today string) Case {
		t.Helper()
		return must(t, c, OfferRedress{Repair: 1, Input: RepairInput(c.Repairs[0], c)}, at(today))
	}
	write := func(today string) Act {
		return MakeLetter{Kind: Response, Dated: day(today), Document: "bb", Pages: 1}
	}
	running := worked(c, "2026-10-02")
	if sum := running.Redress[0].Sum; sum != 1600 {
		t.Errorf("£10.00 and three days, not %s", sum)
	}
	refused(t, running, Propose{}, at("2026-10-02"), "not-done")
	refused(t, running, write("2026-10-02"), at("2026-10-02"), "not-done")
	refused(t, running, SentElsewhere{Kind: Response, On: day("2026-10-02"), How: Posted, To: "Grace"}, at("2026-10-02"), "not-done")

	late := must(t, c, WaiveLate{Stage: 1, What: LateResponse, Why: "The resident asked for more time."}, at("2026-10-19"))
	most := must(t, worked(late, "2026-10-19"), Propose{}, at("2026-10-19"))
	if o := most.Offers[0]; o.Sum != 5000 || !o.Agreed() {
		t.Errorf("%+v", o)
	}
	// Done since: what was agreed to is worked out again from the day it was done.
	done := must(t, most, RepairDone{Repair: 1, On: day("2026-10-14")}, at("2026-10-19"))
	if len(done.Offers) != 0 {
		t.Errorf("agreed to for other days: %+v", done.Offers)
	}
	refused(t, done, write("2026-10-19"), at("2026-10-19"), "moved-on")
	done = must(t, done, ChangeRedress{Line: 1, Input: RepairInput(done.Repairs[0], done)}, at("2026-10-19"))
	if o := must(t, done, Propose{}, at("2026-10-19")).Offers[0]; o.Sum != 4000 {
		t.Errorf("£10.00 and fifteen days at £2.00: %+v", o)
	}
	ended := must(t, most, EndRepair{Repair: 1, On: day("2026-10-05"), Why: "Nobody let them in."}, at("2026-10-19"))
	refused(t, ended, Propose{}, at("2026-10-19"), "moved-on")

	// At a counter's calculator, without a repair of the case, it is the same.
	typed := running
	typed.Redress[0].Input.Repair.ID = 0
	refused(t, typed, Propose{}, at("2026-10-02"), "not-done")
}

// TestOnlyASecureHomeIsPaidUnderTheRightToRepair: whatever is ticked beside the
// sum.
func TestOnlyASecureHomeIsPaidUnderTheRightToRepair(t *testing.T) {
	m := on(t, dan, day("2026-11-20"))
	for _, held := range append(Tenures(), "") {
		c := found(t)
		c.Home.Tenure = held
		if held == Secure {
			must(t, c, OfferRedress{Input: lateHeating()}, m)
			continue
		}
		refused(t, c, OfferRedress{Input: lateHeating()}, m, "no-right")
	}
	c := found(t, lateHeating())
	c.Home.Tenure = Leasehold
	refused(t, c, ChangeRedress{Line: 1, Input: lateHeating()}, m, "no-right")
}
