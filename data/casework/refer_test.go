package casework

import (
	"strings"
	"testing"
)

// referred is an answered case before the Housing Ombudsman since Monday 7
// December 2026.
func referred(t *testing.T) Case {
	t.Helper()
	m := on(t, dan, day("2026-12-07"))
	return must(t, answered(t), Refer{Body: "housing", On: m.Today, Theirs: "202612345", What: "The delay"}, m)
}

// decided is the same case with a determination of Monday 1 March 2027.
func decided(t *testing.T) Case {
	t.Helper()
	return must(t, referred(t), Determine{Referral: 1, On: day("2027-03-01"),
		Findings: []OmbudsmanFinding{{Matter: "The heating", Finding: Severe}, {Matter: "How the complaint was handled", Finding: ServiceFailure}},
		Orders: []Order{
			{Text: "Pay £600.00", Sum: 60000, Due: day("2027-03-29")},
			{Text: "Review the repairs policy", Due: day("2027-05-24")},
			{Text: "Train the desk", Recommended: true},
		}}, on(t, helen, day("2027-03-02")))
}

func TestAnyoneMayBeAskedAtAnyStage(t *testing.T) {
	// The body decides whether it may look; the register only records.
	m := on(t, dan, day("2026-12-07"))
	closed := must(t, answered(t), Close{On: m.Today}, m)
	request := walkIn("2026-11-13")
	request.Answer = ServiceOnly
	for name, c := range map[string]Case{
		"just recorded": must(t, Case{}, walkIn("2026-11-13"), m), "answered": answered(t), "closed": closed,
		"a service request": must(t, Case{}, request, m),
	} {
		for _, body := range []string{"housing", "lgsco", "bsr", "fos"} {
			got := must(t, c, Refer{Body: body, On: m.Today}, m)
			if r := got.Referral(1); r == nil || r.Body != body || r.On != m.Today {
				t.Errorf("%s, %s: %+v", name, body, got.Referrals)
			}
		}
	}
	c := referred(t)
	refused(t, c, Refer{Body: "housing", On: m.Today, Theirs: "202612345 "}, m, "referred")
	refused(t, c, Refer{Body: "the King", On: m.Today}, m, "no-body")
	refused(t, c, Refer{Body: "fos", On: day("2026-11-12")}, m, "too-early")
	refused(t, c, Refer{Body: "fos", On: day("2026-12-08")}, m, "future")
	refused(t, c, Refer{Body: "fos", On: m.Today}, on(t, priya, m.Today), "not-yours")
	if c = must(t, c, Refer{Body: "fos", On: m.Today}, m); c.Referrals[1].ID != 2 {
		t.Errorf("%+v", c.Referrals)
	}
	c.Void = m.Today
	refused(t, c, Refer{Body: "bsr", On: m.Today}, m, "void")
	refused(t, c, ReportProgress{Referral: 1, On: m.Today, Text: "x"}, m, "void")
}

func TestEvidenceIsOwedUntilItGoes(t *testing.T) {
	c := referred(t)
	m := on(t, dan, day("2026-12-09"))
	ask := AskedForEvidence{Referral: 1, What: "The repairs log", Asked: day("2026-12-08"), Due: day("2026-12-22")}
	for code, spoil := range map[string]func(*AskedForEvidence){
		"no-referral": func(a *AskedForEvidence) { a.Referral = 2 },
		"no-words":    func(a *AskedForEvidence) { a.What = " " },
		"future":      func(a *AskedForEvidence) { a.Asked = day("2026-12-10") },
		"too-early":   func(a *AskedForEvidence) { a.Asked = day("2026-12-06") },
		"no-due":      func(a *AskedForEvidence) { a.Due = day("2026-12-07") },
	} {
		bad := ask
		spoil(&bad)
		refused(t, c, bad, m, code)
	}
	c = must(t, c, ask, m)
	c = must(t, c, Close{On: m.Today}, m) // the case may be closed and the evidence is owed all the same
	owed := func() (n int) {
		for _, d := range Duties(c) {
			if d.Kind == DutyEvidence && d.Due == day("2026-12-22") && d.Handler == dan.ID {
				n++
			}
		}
		return n
	}
	if owed() != 1 {
		t.Errorf("%v", Duties(c))
	}
	refused(t, c, SendEvidence{Referral: 1, Ask: 2, On: m.Today}, m, "no-ask")
	refused(t, c, SendEvidence{Referral: 1, Ask: 1, On: day("2026-12-07")}, m, "too-early")
	c = must(t, c, SendEvidence{Referral: 1, Ask: 1, On: m.Today}, m)
	refused(t, c, SendEvidence{Referral: 1, Ask: 1, On: m.Today}, m, "sent")
	if owed() != 0 {
		t.Errorf("%v", Duties(c))
	}
}

func TestADeterminationHasSeveralFindingsAndOrders(t *testing.T) {
	c := referred(t)
	m := on(t, helen, day("2027-03-02"))
	good := Determine{Referral: 1, On: day("2027-03-01"), Findings: []OmbudsmanFinding{{Matter: "Heating", Finding: Maladmin}},
		Orders: []Order{{Text: "Apologise", Due: day("2027-03-29")}}}
	for code, spoil := range map[string]func(*Determine){
		"no-referral": func(a *Determine) { a.Referral = 3 },
		"future":      func(a *Determine) { a.On = day("2027-03-03") },
		"too-early":   func(a *Determine) { a.On = day("2026-12-06") },
		"no-finding":  func(a *Determine) { a.Findings = []OmbudsmanFinding{{Matter: "Heating", Finding: "shameful"}} },
		"no-matter":   func(a *Determine) { a.Findings = []OmbudsmanFinding{{Finding: Maladmin}} },
		"no-order":    func(a *Determine) { a.Orders = []Order{{Due: day("2027-03-29")}} },
		"no-sum":      func(a *Determine) { a.Orders = []Order{{Text: "Pay", Sum: -1, Due: day("2027-03-29")}} },
		"no-due":      func(a *Determine) { a.Orders = []Order{{Text: "Pay", Due: day("2027-02-28")}} },
	} {
		bad := good
		spoil(&bad)
		refused(t, c, bad, m, code)
	}
	refused(t, c, Determine{Referral: 1, On: good.On}, m, "no-finding")
	refused(t, c, good, on(t, dan, m.Today), "not-yours")
	for _, found := range Maladministrations() {
		each := good
		each.Findings = []OmbudsmanFinding{{Matter: "Heating", Finding: found}}
		if got := must(t, c, each, m); got.Referrals[0].Severe() != (found == Severe) {
			t.Errorf("%s is severe: %v", found, found != Severe)
		}
	}
	nothing := good
	nothing.Findings, nothing.Orders = []OmbudsmanFinding{{Matter: "Heating", Finding: NoMaladmin}}, nil
	if got := must(t, c, nothing, m); got.Referrals[0].Closed != good.On {
		t.Errorf("nothing is left to do after a decision without orders: %+v", got.Referrals[0])
	}
	c = decided(t)
	r := c.Referral(1)
	if len(r.Findings) != 2 || r.Findings[1].ID != 2 || len(r.Orders) != 3 || r.Orders[2].ID != 3 || !r.Closed.IsZero() {
		t.Errorf("%+v", r)
	}
	refused(t, c, good, m, "determined")
}

func TestOrdersAreCarriedOutWithProof(t *testing.T) {
	c := decided(t)
	m := on(t, dan, day("2027-03-10"))
	owed := func(c Case) (n int) {
		for _, d := range Duties(c) {
			if d.Kind == DutyOrder {
				n++
			}
		}
		return n
	}
	if owed(c) != 2 {
		t.Errorf("two orders bind us and a recommendation does not: %v", Duties(c))
	}
	pay := Comply{Referral: 1, Order: 1, On: day("2027-03-09"), Proof: "BACS 9 March, £600.00"}
	refused(t, c, Comply{Referral: 1, Order: 1, On: m.Today, Proof: " "}, m, "no-proof")
	refused(t, c, Comply{Referral: 1, Order: 1, On: m.Today, Evidence: 1}, m, "no-evidence")
	refused(t, c, Comply{Referral: 1, Order: 9, On: m.Today, Proof: "x"}, m, "no-order")
	refused(t, c, Comply{Referral: 2, Order: 1, On: m.Today, Proof: "x"}, m, "no-referral")
	refused(t, c, Comply{Referral: 1, Order: 1, On: day("2027-02-28"), Proof: "x"}, m, "too-early")
	c = must(t, c, pay, m)
	refused(t, c, pay, m, "done")
	if owed(c) != 1 || !c.Referrals[0].Closed.IsZero() {
		t.Errorf("the review is left: %v", Duties(c))
	}
	c.Evidence = []Evidence{{ID: 4, Name: "policy.pdf"}}
	c = must(t, c, Comply{Referral: 1, Order: 2, On: m.Today, Evidence: 4}, m)
	if owed(c) != 0 || c.Referrals[0].Closed != m.Today || c.Referrals[0].Orders[1].Evidence != 4 {
		t.Errorf("%+v", c.Referrals[0])
	}
	out, err := Apply(c, Comply{Referral: 1, Order: 3, On: m.Today, Proof: "Trained on 10 March"}, m)
	if err != nil || !strings.Contains(out.Summary, "Train the desk") || out.Happened != m.Today {
		t.Errorf("%+v, %v", out, err)
	}
}

func TestProgressIsReportedOnSevereMaladministration(t *testing.T) {
	c := decided(t)
	m := on(t, dan, day("2027-04-01"))
	refused(t, c, ReportProgress{Referral: 1, On: m.Today}, m, "no-words")
	refused(t, c, ReportProgress{Referral: 1, On: day("2027-02-01"), Text: "x"}, m, "too-early")
	c = must(t, c, ReportProgress{Referral: 1, On: m.Today, Text: "Half the boilers are checked."}, m)
	c = must(t, c, ReportProgress{Referral: 1, On: m.Today, Text: "All are."}, m)
	if p := c.Referrals[0].Progress; len(p) != 2 || p[1].ID != 2 || p[1].By != dan.ID {
		t.Errorf("%+v", p)
	}
	refused(t, referred(t), ReportProgress{Referral: 1, On: day("2026-12-07"), Text: "x"}, on(t, dan, day("2026-12-07")), "not-severe")
}

func TestRiskIsForBuildingSafety(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	r := walkIn("2026-11-13")
	refused(t, must(t, Case{}, r, m), SetRisk{Risk: RiskDanger, Why: "Gap round the pipe"}, m, "not-building-safety")
	safety, high := r, r
	safety.Subject, high.Home.HighRise = "building-safety", true
	for name, r := range map[string]Record{"the subject": safety, "a high-rise": high} {
		c := must(t, Case{}, r, m)
		refused(t, c, SetRisk{Risk: "meh", Why: "x"}, m, "no-risk")
		refused(t, c, SetRisk{Risk: RiskSerious, Why: " "}, m, "no-reason")
		for _, risk := range Risks() {
			c = must(t, c, SetRisk{Risk: risk, Why: "Gap round the pipe"}, m)
			if last := c.Notes[len(c.Notes)-1]; c.Risk != risk || !strings.Contains(last.Text, "Gap round the pipe") || last.By != priya.ID {
				t.Errorf("%s, %s: %s, %+v", name, risk, c.Risk, c.Notes)
			}
		}
		if len(c.Notes) != 3 || c.Notes[2].ID != 3 {
			t.Errorf("%+v", c.Notes)
		}
	}
}
