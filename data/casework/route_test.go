package casework

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The ways a complaint of Friday 13 November 2026 can stand. Its twelve weeks
// end on Friday 5 February 2027 and its eight on Friday 8 January.
func standings(t *testing.T) map[string]Case {
	open := must(t, Case{}, walkIn("2026-11-13"), on(t, priya, day("2026-11-13")))
	one := answered(t)
	asked := must(t, one, AskStage2{On: day("2026-12-01")}, on(t, priya, day("2026-12-01")))
	two, refusedTwo, untold := clone(asked), clone(asked), clone(asked)
	two.Stages[1].Responded = day("2026-12-10")
	untold.Stages[1].Refused = Exclusion{Reason: "already-investigated", On: day("2026-12-02")}
	refusedTwo.Stages[1].Refused = Exclusion{Reason: "already-investigated", On: day("2026-12-02"), Told: day("2026-12-03")}
	out := clone(open)
	for i := range out.Points {
		out.Points[i].Excluded = Exclusion{Reason: "over-12-months", Told: day("2026-11-18").AddDays(i)}
	}
	half := clone(out)
	half.Points[1].Excluded = Exclusion{}
	request := walkIn("2026-11-13")
	request.Answer = ServiceOnly
	return map[string]Case{
		"open": open, "stage 1 answered": one, "stage 2 asked for": asked, "stage 2 answered": two,
		"stage 2 refused": refusedTwo, "stage 2 refused, not told": untold, "refused": out, "half refused": half,
		"a service request": must(t, Case{}, request, on(t, priya, day("2026-11-13"))),
	}
}

// routesSaid writes routes as "housing now; lgsco from 2027-02-05".
func routesSaid(routes []Route) string {
	var all []string
	for _, r := range routes {
		text := r.Body.ID
		switch {
		case r.Open && r.From.IsZero():
			text += " now"
		case r.Open:
			text += " since " + r.From.String()
		case r.From.IsZero():
			text += " not yet"
		default:
			text += " from " + r.From.String()
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func TestTheRouteGoesBySubjectAndStage(t *testing.T) {
	cases := standings(t)
	m := on(t, dan, day("2026-12-14"))
	council := []string{"allocations", "homelessness", "housing-advice", "housing-benefit", "improvement-grants", "social-care"}
	for _, c := range []struct {
		standing string
		subjects []string
		want     string
	}{
		{"open", []string{"repairs", "damp-and-mould", "staff", "leasehold", "building-safety", ""}, "housing now"},
		{"open", council, "housing now; lgsco from 2027-02-05"},
		{"open", []string{"money-advice"}, "housing now; fos from 2027-01-08"},
		{"stage 1 answered", council, "housing now; lgsco from 2027-02-05"}, // stage 2 is still open to them
		{"stage 1 answered", []string{"money-advice"}, "housing now; fos since 2026-11-27"},
		{"stage 2 asked for", council, "housing now; lgsco from 2027-02-05"},
		{"stage 2 answered", council, "housing now; lgsco since 2026-12-10"},
		{"stage 2 answered", []string{"repairs"}, "housing now"},
		{"stage 2 refused", council, "housing now; lgsco since 2026-12-03"},
		{"stage 2 refused, not told", council, "housing now; lgsco from 2027-02-05"},
		{"refused", council, "housing now; lgsco since 2026-11-19"},
		{"refused", []string{"money-advice"}, "housing now; fos since 2026-11-19"},
		{"half refused", council, "housing now; lgsco from 2027-02-05"},
		{"a service request", council, "housing now; lgsco not yet"},
	} {
		for _, subject := range c.subjects {
			it := cases[c.standing]
			it.Subject = subject
			routes := Routes(it, m.Today, m.Policies, m.Holidays)
			if got := routesSaid(routes); got != c.want {
				t.Errorf("%s, %q: %s, want %s", c.standing, subject, got, c.want)
			}
			for _, r := range routes {
				if r.Why == "" || r.Body.Telephone == "" || len(r.History) != 0 {
					t.Errorf("%s, %q: %+v", c.standing, subject, r)
				}
			}
		}
	}
}

func TestTheOmbudsmanNoLongerWaitsAfterItsWeeks(t *testing.T) {
	c := standings(t)["open"]
	for _, want := range []struct{ subject, today, said string }{
		{"allocations", "2027-02-04", "housing now; lgsco from 2027-02-05"},
		{"allocations", "2027-02-05", "housing now; lgsco since 2027-02-05"},
		{"money-advice", "2027-01-07", "housing now; fos from 2027-01-08"},
		{"money-advice", "2027-01-08", "housing now; fos since 2027-01-08"},
	} {
		c.Subject = want.subject
		m := on(t, dan, day(want.today))
		if got := routesSaid(Routes(c, m.Today, m.Policies, m.Holidays)); got != want.said {
			t.Errorf("%s on %s: %s, want %s", want.subject, want.today, got, want.said)
		}
	}
	// An answer after the twelve weeks does not close the way again.
	late := standings(t)["stage 2 answered"]
	late.Subject, late.Stages[1].Responded = "allocations", day("2027-02-19")
	m := on(t, dan, day("2027-02-22"))
	if got := routesSaid(Routes(late, m.Today, m.Policies, m.Holidays)); got != "housing now; lgsco since 2027-02-05" {
		t.Errorf("answered after twelve weeks: %s", got)
	}
}

func TestTheRouteGoesByWhoAndWhere(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	for _, c := range []struct {
		name  string
		spoil func(*Record)
		want  string
	}{
		{"a tenant in a high-rise", func(r *Record) { r.Subject, r.Home.HighRise = "building-safety", true }, "housing now; bsr now"},
		{"a leaseholder in a high-rise", func(r *Record) { r.Subject, r.Home.HighRise, r.Home.Tenure = "building-safety", true, Leasehold }, "housing now; bsr now"},
		{"repairs in a high-rise", func(r *Record) { r.Home.HighRise = true }, "housing now"},
		{"a leaseholder", func(r *Record) { r.Home.Tenure = Leasehold }, "housing now"},
		{"a client of Money Advice", func(r *Record) { r.Subject, r.Home = "money-advice", Home{} }, "fos from 2027-01-08"},
		{"a client with a home of somebody else's", func(r *Record) { r.Subject, r.Home.Tenure = "money-advice", OtherTenure }, "fos from 2027-01-08"},
		{"a resident at Money Advice", func(r *Record) { r.Subject, r.Home, r.ResidentID = "money-advice", Home{}, 7 }, "housing now; fos from 2027-01-08"},
	} {
		r := walkIn("2026-11-13")
		c.spoil(&r)
		if got := routesSaid(Routes(must(t, Case{}, r, m), m.Today, m.Policies, m.Holidays)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	// The most dangerous goes first, whoever tells.
	r := walkIn("2026-11-13")
	r.Subject, r.Home = "building-safety", Home{HighRise: true, Block: "Rowan Tower"}
	c := must(t, Case{}, r, m)
	c = must(t, c, SetRisk{Risk: RiskDanger, Why: "The fire door is off"}, m)
	routes := Routes(c, m.Today, m.Policies, m.Holidays)
	i := slices.IndexFunc(routes, func(r Route) bool { return r.Body.ID == "bsr" })
	if i < 0 || !routes[i].Open || !strings.Contains(routes[i].Why, "danger now") {
		t.Errorf("a visitor tells of a danger: %+v", routes)
	}
}

// Received under the earlier policy, answered on Monday 4 July 2022: eight
// weeks from then end on Monday 29 August. From 1 October 2022 nothing stands
// before the Ombudsman (ruling 2).
func TestTheDesignatedPersonIsHistory(t *testing.T) {
	c := Case{Kind: Complaint, Policy: "earlier@1", Received: day("2022-06-20"), Home: Home{Tenure: Secure}, Subject: "repairs",
		Stages: []Stage{{Number: 1, Asked: day("2022-06-20"), Responded: day("2022-07-04")}}}
	unanswered := clone(c)
	unanswered.Stages[0].Responded = calendar.Date{}
	for _, want := range []struct {
		name    string
		c       Case
		today   string
		said    string
		history int
	}{
		{"within eight weeks", c, "2022-08-28", "housing from 2022-08-29", 2},
		{"after eight weeks", c, "2022-08-29", "housing since 2022-08-29", 2},
		{"not answered", unanswered, "2022-09-30", "housing not yet", 2},
		{"the law changed", unanswered, "2022-10-01", "housing now", 0},
		{"today", c, "2026-11-16", "housing now", 0},
	} {
		m := on(t, dan, day(want.today))
		routes := Routes(want.c, m.Today, m.Policies, m.Holidays)
		if len(routes) != 1 || routesSaid(routes) != want.said || len(routes[0].History) != want.history {
			t.Errorf("%s: %s, %+v", want.name, routesSaid(routes), routes)
		}
	}
}

func TestABodyWithoutWeeksWaitsForOurAnswer(t *testing.T) {
	cases := standings(t)
	m := on(t, dan, day("2027-06-01"))
	for standing, want := range map[string]string{"open": "x not yet", "stage 2 answered": "x since 2026-12-10"} {
		r := router{c: cases[standing], today: m.Today, policies: m.Policies, policy: m.Policies.InForceOn(m.Today), holidays: m.Holidays}
		if got := routesSaid([]Route{r.to(policy.Ombudsman{ID: "x"})}); got != want {
			t.Errorf("%s: %s, want %s", standing, got, want)
		}
	}
}
