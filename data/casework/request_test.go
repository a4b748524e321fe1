package casework

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
)

func TestOthersAreAskedRemindedAndAnswer(t *testing.T) {
	c, m := given(t)
	refusedAll(t, c, m,
		no{AskOthers{What: "x", Due: m.Today}, "no-whom", "whom"},
		no{AskOthers{Whom: "Repairs", Due: m.Today}, "no-question", "what"},
		no{AskOthers{Whom: "Repairs", What: "x"}, "no-due", "due"},
		no{AskOthers{Whom: "Repairs", What: "x", Due: day("2026-11-15")}, "no-due", "due"},
		no{Remind{Request: 1, On: m.Today}, "no-request", ""},
		no{GotAnswer{Request: 1, On: m.Today, Answer: "x"}, "no-request", ""},
	)
	respond := c.Current().RespondBy
	c = must(t, c, AskOthers{Whom: "Repairs", What: "When was the boiler seen?", Due: day("2026-11-18")}, m)
	waiting := func() (all []Duty) {
		for _, d := range Duties(c) {
			if d.Kind == DutyWaiting {
				all = append(all, d)
			}
		}
		return all
	}
	if w := waiting(); len(w) != 1 || w[0].Owner != "Repairs" || w[0].Due != day("2026-11-18") {
		t.Errorf("Today says who owes us an answer: %+v", w)
	}
	if c.Current().RespondBy.Due != respond.Due {
		t.Error("waiting for others is no pause (ruling 9)")
	}
	late := on(t, priya, day("2026-11-19"))
	refusedAll(t, c, late,
		no{Remind{Request: 1, On: day("2026-11-13")}, "too-early", "on"},
		no{Remind{Request: 1}, "no-day", "on"},
		no{GotAnswer{Request: 1, On: day("2026-11-13"), Answer: "x"}, "too-early", "on"},
		no{GotAnswer{Request: 1, On: late.Today}, "no-answer", "answer"},
	)
	c = must(t, c, Remind{Request: 1, On: late.Today}, late)
	c = must(t, c, GotAnswer{Request: 1, On: late.Today, Answer: "On Saturday 7 November."}, late)
	r := c.Requests[0]
	if !slices.Equal(r.Reminded, []calendar.Date{late.Today}) || r.Answered != late.Today || r.Answer != "On Saturday 7 November." || len(waiting()) != 0 {
		t.Errorf("the request is %+v, waiting for %v", r, waiting())
	}
	refusedAll(t, c, late, no{Remind{Request: 1, On: late.Today}, "answered-request", ""}, no{GotAnswer{Request: 1, On: late.Today, Answer: "x"}, "answered-request", ""})
	closed := must(t, answered(t), Close{On: day("2026-11-27")}, on(t, dan, day("2026-11-27")))
	refused(t, closed, AskOthers{Whom: "Repairs", What: "x", Due: day("2026-11-30")}, on(t, dan, day("2026-11-30")), "closed")
}

func TestWhatIsNotOursIsPassedOn(t *testing.T) {
	c, m := given(t)
	pass := PassOn{Point: 2, To: "The council's Corporate Complaints Officer", On: m.Today, How: "e-mail"}
	with := func(change func(*PassOn)) PassOn {
		a := pass
		change(&a)
		return a
	}
	refusedAll(t, c, m,
		no{with(func(a *PassOn) { a.Point = 0 }), "no-point", "point"},
		no{with(func(a *PassOn) { a.Point = 9 }), "no-point", "point"},
		no{with(func(a *PassOn) { a.To = "" }), "no-recipient", "to"},
		no{with(func(a *PassOn) { a.How = "" }), "no-way", "how"},
		no{with(func(a *PassOn) { a.On = calendar.Date{} }), "no-day", "on"},
	)
	next := must(t, c, pass, m)
	p := next.Point(2)
	if p.Passed.To != pass.To || p.Passed.On != m.Today || p.Passed.How != "e-mail" || p.Passed.By != dan.ID || !p.Passed.Told.IsZero() ||
		!strings.HasPrefix(p.NotOurs, pass.To) {
		t.Errorf("point 2 is %+v", p)
	}
	if open := next.Unanswered(next.Current()); len(open) != 1 || open[0].ID != 1 {
		t.Errorf("the rest goes on: %v", open)
	}
	refused(t, next, pass, m, "passed")
	why := must(t, c, with(func(a *PassOn) { a.Why = "The street lamps are the council's" }), m)
	if got := why.Point(2).NotOurs; got != "The street lamps are the council's" {
		t.Errorf("the reason is %q", got)
	}
	refused(t, answered(t), pass, on(t, dan, day("2026-11-30")), "answered")

	request := walkIn("2026-11-13")
	request.Answer = ServiceOnly
	request.Reference = NewReference(ServiceRequest, 2026, 9)
	r := must(t, Case{}, request, on(t, priya, m.Today))
	r = must(t, r, PassOn{To: "The council", On: m.Today, How: "telephone"}, on(t, priya, m.Today))
	if len(r.Points) == 0 || r.Points[0].Passed.To != "The council" {
		t.Errorf("the whole of a service request is passed on: %+v", r.Points)
	}
}

func TestARestrictionIsEvidencedConsideredAndReviewed(t *testing.T) {
	c, m := given(t)
	m = on(t, helen, m.Today) // Monday 16 November 2026
	good := Restrict{What: "By letter only", Why: "Threats on 14 November", Equality: "No disability is known; asked", From: m.Today, Review: day("2027-05-17")}
	with := func(change func(*Restrict)) Restrict {
		a := good
		change(&a)
		return a
	}
	refusedAll(t, c, m,
		no{with(func(a *Restrict) { a.What = "" }), "no-restriction", "what"},
		no{with(func(a *Restrict) { a.Why = "" }), "no-reason", "why"},
		no{with(func(a *Restrict) { a.Equality = "" }), "no-equality", "equality"},
		no{with(func(a *Restrict) { a.From = calendar.Date{} }), "no-day", "from"},
		no{with(func(a *Restrict) { a.From = day("2026-11-17") }), "future", "from"},
		no{with(func(a *Restrict) { a.Review = calendar.Date{} }), "no-review", "review"},
		no{with(func(a *Restrict) { a.Review = m.Today }), "no-review", "review"},
		no{with(func(a *Restrict) { a.Review = day("2027-11-17") }), "no-review", "review"}, // a year and a day
		no{ReviewRestriction{Restriction: 1, On: m.Today, Why: "x"}, "no-restriction", ""},
	)
	must(t, c, with(func(a *Restrict) { a.Review = day("2027-11-16") }), m)
	refused(t, c, good, on(t, dan, m.Today), "not-yours")
	c = must(t, c, good, m)
	refused(t, c, good, m, "restricted")
	reviews := func() (all []calendar.Date) {
		for _, d := range Duties(c) {
			if d.Kind == DutyReview {
				all = append(all, d.Due)
			}
		}
		return all
	}
	if got := reviews(); !slices.Equal(got, []calendar.Date{day("2027-05-17")}) {
		t.Errorf("reviewed on %v", got)
	}
	m = on(t, helen, day("2027-05-14"))
	refusedAll(t, c, m,
		no{ReviewRestriction{Restriction: 1, On: m.Today}, "no-reason", "why"},
		no{ReviewRestriction{Restriction: 1, On: day("2026-11-15"), Why: "x"}, "too-early", "on"},
		no{ReviewRestriction{Restriction: 1, On: m.Today, Keep: true, Why: "x"}, "no-review", "review"},
	)
	c = must(t, c, ReviewRestriction{Restriction: 1, On: m.Today, Keep: true, Review: day("2027-08-02"), Why: "Again in April"}, m)
	refused(t, c, ReviewRestriction{Restriction: 1, On: day("2027-05-13"), Why: "x"}, m, "too-early") // before the last review
	c = must(t, c, ReviewRestriction{Restriction: 1, On: m.Today, Why: "Apologised"}, m)
	r := c.Restrictions[0]
	if r.Ended != m.Today || len(r.Reviews) != 2 || !r.Reviews[0].Keep || r.Reviews[1].Why != "Apologised" || len(reviews()) != 0 {
		t.Errorf("the restriction is %+v", r)
	}
	refused(t, c, ReviewRestriction{Restriction: 1, On: m.Today, Why: "x"}, m, "ended")
}
