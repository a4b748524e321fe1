package casework

import (
	"testing"

	"casebook/data/redress"
)

// The officers who agree to money in the tests. Helen decides up to £1,000.00
// and Dan up to £250.00, as shipped.
var (
	jo  = Officer{ID: 7, Name: "Jo Marsh", Role: Manager, Office: 1}
	sam = Officer{ID: 8, Name: "Sam Reyes", Role: Investigator, Office: 1}
)

// money is a moment at which those two are known as well.
func money(t testing.TB, by Officer, date string) Moment {
	m := on(t, by, day(date))
	known := m.Officer
	m.Officer = func(id int64) (Officer, bool) {
		for _, o := range []Officer{jo, sam} {
			if o.ID == id {
				return o, true
			}
		}
		return known(id)
	}
	return m
}

// found is a complaint received and acknowledged on Friday 13 November 2026,
// due Friday 27 November, with every point answered on Friday 20 November.
func found(t *testing.T, sums ...redress.Input) Case {
	c := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	c = must(t, c, Assign{To: dan.ID}, on(t, dan, day("2026-11-13")))
	c = must(t, c, SentElsewhere{Kind: Acknowledgement, On: day("2026-11-13"), How: Posted, To: "Grace"}, on(t, dan, day("2026-11-13")))
	m := money(t, dan, "2026-11-20")
	for p := range c.Points {
		c = must(t, c, AnswerPoint{Point: p + 1, Finding: Upheld, Reasons: "We took nine days."}, m)
	}
	for _, in := range sums {
		c = must(t, c, OfferRedress{Input: in}, m)
	}
	return c
}

// Sums of the tests: an inconvenience, a loss, and two missed appointments at
// the page's £10.00.
func harm(sum redress.Pence) redress.Input {
	bands := map[bool]string{true: "serious", false: "service-failure"}
	return redress.Judge("delay", bands[sum > 10000], sum, "Nine days without heating.")
}

func heater(sum redress.Pence) redress.Input {
	return redress.Input{Kind: redress.Spent, Title: "Fan heater", Reason: "utilities", Cost: redress.Cost{Sum: sum, On: day("2026-11-09")}}
}

func visit(date string) redress.Input {
	return redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day(date), Slot: redress.Morning}}}
}

// late is a repair whose second contractor was late: reported Monday 5 October
// 2026 as without heating before November (3 working days), due Thursday 8; the
// second asked for on Friday 9, due Wednesday 14; done Saturday 17: £10.00 and
// three further days at £2.00.
func lateHeating() redress.Input {
	return redress.Input{Kind: redress.Repaired, Repair: redress.Repair{Defect: redress.HeatingLoss, Right: true, Cost: 15000,
		Reported: day("2026-10-05"), Asked: day("2026-10-09"), Done: day("2026-10-17")}}
}

func response(t *testing.T, c Case, m Moment) Case {
	t.Helper()
	c = must(t, c, MakeLetter{Kind: Response, Dated: m.Today, Document: "bb", Pages: 2}, m)
	return must(t, c, send(c, Response, m.Today.String()), m)
}

func TestASumIsWorkedOutAndKeepsWhoAddedIt(t *testing.T) {
	c := found(t, harm(12000), heater(2268), visit("2026-11-16"))
	for i, want := range []struct {
		head redress.Head
		sum  redress.Pence
	}{{redress.Inconvenience, 12000}, {redress.FinancialLoss, 2268}, {redress.FixedPayment, 1000}} {
		l := c.Redress[i]
		if l.ID != i+1 || l.Head != want.head || l.Sum != want.sum || l.Stage != 1 || l.By != dan.ID || l.Working == "" || l.Version == "" {
			t.Errorf("line %d: %+v", i+1, l)
		}
	}
	if c.Whole() != 15268 {
		t.Errorf("£120.00 + £22.68 + £10.00 = £152.68, not %s", c.Whole())
	}
	m := money(t, sam, "2026-11-20")
	refused(t, c, OfferRedress{}, m, "no-kind")
	refused(t, c, OfferRedress{Input: redress.Judge("delay", "serious", 9999, "x")}, m, "out-of-band")
	refused(t, c, OfferRedress{Input: visit("2026-11-16")}, m, "same-event")
	refused(t, c, ChangeRedress{Line: 1, Input: redress.Judge("", "serious", 12000, "x")}, m, "no-reason")
	refused(t, c, ChangeRedress{Line: 9, Input: harm(5000)}, m, "no-line")
	c = must(t, c, ChangeRedress{Line: 1, Input: harm(20000)}, m)
	if l := c.Redress[0]; l.ID != 1 || l.Sum != 20000 || l.By != dan.ID || len(l.Changed) != 1 || l.Changed[0] != sam.ID {
		t.Errorf("changed by Sam: %+v", l)
	}
	c = must(t, c, DropRedress{Line: 2}, m)
	if len(c.Redress) != 2 || c.Whole() != 21000 {
		t.Errorf("£200.00 and £10.00 are left: %+v", c.Redress)
	}
}

func TestWhereASumStands(t *testing.T) {
	m := money(t, dan, "2026-11-20")
	request := walkIn("2026-11-13")
	request.Answer, request.Grievance, request.Points = ServiceOnly, NoGrievance, nil
	r := must(t, Case{}, request, m)
	refused(t, r, OfferRedress{Input: harm(5000)}, m, "no-stage")
	r = must(t, r, OfferRedress{Input: visit("2026-11-16")}, m)
	if r.Redress[0].Stage != 0 {
		t.Errorf("a fixed payment outside an answer stands at stage 0: %+v", r.Redress[0])
	}
	refused(t, r, ChangeRedress{Line: 1, Input: heater(2268)}, m, "other-kind")
	r = must(t, r, DropRedress{Line: 1}, m)
	r = must(t, r, Close{On: m.Today}, m)
	refused(t, r, OfferRedress{Input: visit("2026-11-16")}, m, "closed")

	// Once its answer has gone a complaint takes no more money for it, but what a
	// page promises and the law gives is owed all the same.
	c := response(t, found(t), m)
	refused(t, c, OfferRedress{Input: harm(5000)}, m, "answered")
	c = must(t, c, OfferRedress{Input: lateHeating()}, m)
	if l := c.Redress[0]; l.Stage != 0 || l.Sum != 1600 {
		t.Errorf("£10.00 and three days at £2.00 at stage 0: %+v", l)
	}
	refused(t, c, Close{On: m.Today}, m, "money-untold")
	c = must(t, c, MakeLetter{Kind: RepairPaymentLetter, Dated: m.Today, Document: "cc", Pages: 1}, m)
	c = must(t, c, send(c, RepairPaymentLetter, "2026-11-20"), m)
	if o := c.Offers[0]; o.Stage != 0 || o.Told != m.Today || o.ApprovedBy != dan.ID || c.Letters[len(c.Letters)-1].About != o.ID {
		t.Errorf("the letter tells of it and its writing approved it: %+v", o)
	}
	must(t, c, Close{On: m.Today}, m)
	c = must(t, c, OfferRedress{Input: visit("2026-11-16")}, m) // a second one, later
	if drafts := c.ToOffer(); len(drafts) != 1 || drafts[0].Sum != 1000 {
		t.Errorf("only the new one has still to be told: %+v", drafts)
	}
}

func TestAnAwardIsWhatWasOrdered(t *testing.T) {
	m := money(t, helen, "2026-12-14")
	c := response(t, found(t), money(t, dan, "2026-11-20"))
	c = must(t, c, Close{On: day("2026-11-20")}, m)
	award := redress.Input{Kind: redress.Ordered, Award: redress.AwardedSum{Body: "housing", Referral: 1, Order: 1, Sum: 15000}}
	refused(t, c, OfferRedress{Input: award}, m, "no-order")
	c = must(t, c, Refer{Body: "housing", On: day("2026-12-01"), What: "The delay"}, m)
	c = must(t, c, Determine{Referral: 1, On: day("2026-12-11"), Findings: []OmbudsmanFinding{{Matter: "The delay", Finding: Maladmin}},
		Orders: []Order{{Text: "Pay £150.00", Sum: 15000, Due: day("2027-01-08")}}}, m)
	for _, sum := range []redress.Pence{14999, 15001} {
		wrong := award
		wrong.Award.Sum = sum
		refused(t, c, OfferRedress{Input: wrong}, m, "other-sum")
	}
	other := award
	other.Award.Body = "lgsco"
	refused(t, c, OfferRedress{Input: other}, m, "no-order")
	c = must(t, c, OfferRedress{Input: award}, m)
	refused(t, c, OfferRedress{Input: award}, m, "same-event")
	if c.Whole() != 0 || len(c.ToOffer()) != 0 || Facts(c)[0].Offered != 0 {
		t.Errorf("what was ordered is no offer of ours: %s, %+v", c.Whole(), c.ToOffer())
	}
	owed := Owed(c)
	if len(owed) != 1 || owed[0].Sum != 15000 || owed[0].Since != day("2026-12-11") || owed[0].Due != day("2027-01-08") {
		t.Fatalf("owed since the determination, by the order's day: %+v", owed)
	}
	m.Settings.Redress.Offset = true
	for _, way := range []PayMethod{Arrears, RentAccount} { // both end on the rent account, in part as well as whole
		refused(t, c, Pay{Lines: []int{1}, Sum: 15000, On: m.Today, Method: way, Reference: "J 1"}, m, "no-offset")
		refused(t, c, Pay{Lines: []int{1}, Sum: 1, On: m.Today, Method: way, Reference: "J 1"}, m, "no-offset")
	}
	refused(t, c, Pay{Lines: []int{1}, Sum: 15000, On: day("2026-12-10"), Method: Cheque, Reference: "J 1"}, m, "too-early")
	c = must(t, c, Pay{Lines: []int{1}, Sum: 15000, On: m.Today, Method: Cheque, Reference: "J 1"}, m)
	refused(t, c, DropRedress{Line: 1}, m, "paid")
}

// TestWhatIsOwedOutrightOutlivesTheComplaint: a missed visit of £10.00 and £16.00
// under the Right to Repair were to go with an answer that is not given. They are
// told by themselves, and nothing is closed over them.
func TestWhatIsOwedOutrightOutlivesTheComplaint(t *testing.T) {
	m := money(t, dan, "2026-11-20")
	check := func(name string, c Case) {
		t.Helper()
		if drafts := c.ToOffer(); len(drafts) != 1 || drafts[0].Stage != 0 || drafts[0].Sum != 2600 {
			t.Fatalf("%s: %+v", name, drafts)
		}
		refused(t, c, Close{On: m.Today}, m, map[string]string{"withdrawn": "not-confirmed", "not accepted": "not-told"}[name])
		c = must(t, c, MakeLetter{Kind: OfferLetter, Dated: m.Today, Document: "dd", Pages: 1}, m)
		c = must(t, c, send(c, OfferLetter, "2026-11-20"), m)
		if owed := Owed(c); len(owed) != 2 || owed[0].Sum+owed[1].Sum != 2600 {
			t.Errorf("%s: owed %+v", name, owed)
		}
		if f := Faults(c); len(f) > 0 {
			t.Errorf("%s: %v", name, f)
		}
	}
	c := must(t, found(t, harm(12000), visit("2026-11-16"), lateHeating()), Propose{}, m)
	gone := must(t, c, Withdraw{On: m.Today}, m)
	if gone.Redress[0].Stage != 1 || Owed(gone) != nil {
		t.Errorf("what needs an answer stays with it: %+v", gone.Redress[0])
	}
	sure := must(t, gone, MakeLetter{Kind: WithdrawalLetter, Dated: m.Today, Document: "cc", Pages: 1}, m)
	refused(t, must(t, sure, send(sure, WithdrawalLetter, "2026-11-20"), m), Close{On: m.Today}, m, "money-untold")
	check("withdrawn", gone)

	// Both points turn out to ask for information alone.
	c = must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	for _, in := range []redress.Input{visit("2026-11-16"), lateHeating()} {
		c = must(t, c, OfferRedress{Input: in}, m)
	}
	for p := range c.Points {
		c = must(t, c, Exclude{Point: p + 1, Reason: "information-request", Evidence: []QuestionAnswer{{"the answer given", "The list was handed over."}}}, m)
	}
	check("not accepted", c)
}
