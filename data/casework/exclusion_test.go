package casework

import (
	"slices"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// onePoint is a complaint of one point received on a day.
func onePoint(t *testing.T, received string, change func(*Record)) Case {
	t.Helper()
	r := walkIn(received)
	r.Points, r.Subject = []string{"The fence was left down after the storm."}, "estate-services"
	if change != nil {
		change(&r)
	}
	return must(t, Case{}, r, on(t, priya, day(received)))
}

// grounds are one exclusion of each kind as it may be used for the point of
// onePoint received on 13 November 2026 and left out on the 16th.
func grounds() map[string]Exclude {
	said := func(pairs ...string) (all []QuestionAnswer) {
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, QuestionAnswer{Question: pairs[i], Answer: pairs[i+1]})
		}
		return all
	}
	merits := "She has had the answer twice and lives alone; a third would not help her."
	return map[string]Exclude{
		FirstReport: {Evidence: said("that nothing but a service is asked for", "She asks for the fence to be put up.",
			"that the choice to complain was offered", "Offered by Priya Nair on 13 November 2026.")},
		"anti-social-behaviour": {Evidence: said("the team and the day it was told", "The estates team, 16 November 2026.")},
		"information-request":   {Evidence: said("the answer given", "A copy of the policy.")},
		"personal-injury":       {Evidence: said("the day the claim was passed on", "16 November 2026")},
		"own-appeal":            {Evidence: said("the name of the appeal", "The allocations review", "how the resident uses it", "In writing within 21 days.")},
		AnonymousReport:         {},
		AlreadyInvestigated:     {Evidence: said("the case that investigated it", "C-2025-0101"), Merits: merits},
		OurLegalAction:          {Filed: day("2026-11-16"), Court: "M00DE123", Merits: merits},
		TheirLegalAction: {Evidence: said("that it is not a disrepair claim", "It is not about disrepair but the boundary."),
			Filed: day("2026-11-10"), Court: "M00DE124", Merits: merits},
		"not-ours": {Evidence: said("who is responsible, if known", "The water company"), Merits: merits},
		"over-12-months": {Happened: day("2025-06-01"), Aware: day("2025-11-12"),
			Discretion: "Considered by Dan Okafor: nothing kept her from telling us.", Merits: merits},
	}
}

func TestEachExclusionLeavesAPointOut(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	current, _ := m.Policies.Named("current")
	if len(current.Exclusions) != 11 {
		t.Fatalf("the page has eleven exclusions, the policy %d", len(current.Exclusions))
	}
	routes := 0
	for _, e := range current.Exclusions {
		t.Run(e.ID, func(t *testing.T) {
			c := onePoint(t, "2026-11-13", func(r *Record) {
				r.Points = append(r.Points, "Nobody answered.")
				if e.ID == AnonymousReport {
					r.Resident = Person{}
				}
			})
			act := grounds()[e.ID]
			act.Point, act.Reason = 1, e.ID
			c = must(t, c, act, m)
			x := c.Points[0].Excluded
			if !x.Stands() || x.On != m.Today || x.By != dan.ID || len(x.Evidence) != len(e.Evidence) {
				t.Errorf("kept as %+v", x)
			}
			// Received Friday 13 November 2026: 16=1 17=2 18=3 19=4 20=5.
			if x.TellBy.Due != day("2026-11-20") || len(x.TellBy.Working.Steps) == 0 {
				t.Errorf("the letter is due by %s", x.TellBy.Due)
			}
			if c.refused(c.Current()) {
				t.Error("the other point goes on")
			}
			refused(t, c, act, m, "excluded")
			for i := range act.Evidence {
				broken := act
				broken.Point, broken.Evidence = 2, slices.Clone(act.Evidence)
				broken.Evidence[i].Answer = " \n"
				refused(t, c, broken, m, "no-evidence")
			}
			if e.Refuses() {
				broken := act
				broken.Point, broken.Merits = 2, " "
				refused(t, c, broken, m, "no-merits")
			}
			act.Point = 2
			if c = must(t, c, act, m); !c.refused(c.Current()) {
				t.Error("nothing of it is dealt with as a complaint any more")
			}
		})
		if !e.Refuses() {
			routes++
		}
	}
	if routes != 6 {
		t.Errorf("six exclusions pass a matter on (ruling 13), the policy has %d", routes)
	}
}

func TestAQuestionWithAFieldIsOneOfThePolicy(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	current, _ := m.Policies.Named("current")
	fields := map[string]bool{}
	for _, e := range current.Exclusions {
		for _, q := range e.Evidence {
			fields[QuestionField(q)] = true
		}
	}
	for _, field := range []string{"filed", "court", "happened", "aware", "discretion", "merits"} {
		if !fields[field] {
			t.Errorf("no question of the policy is answered by the field %q", field)
		}
	}
}

func TestTwelveMonthsRunFromTheLaterDay(t *testing.T) {
	for _, w := range []struct{ received, happened, aware, code string }{
		// Twelve months from 13 November 2025 end on 13 November 2026, in time.
		{"2026-11-13", "2025-11-13", "", "in-time"},
		{"2026-11-13", "2025-11-12", "", ""},
		// The later of the two days counts.
		{"2026-11-13", "2020-01-01", "2025-11-13", "in-time"},
		{"2026-11-13", "2020-01-01", "2025-11-12", ""},
		{"2026-11-13", "2025-11-13", "2020-01-01", "in-time"},
		// A year after 29 February 2024 is 28 February 2025.
		{"2025-02-28", "2024-02-29", "", "in-time"},
		{"2025-03-01", "2024-02-29", "", ""},
		{"2025-02-28", "2024-02-28", "", "in-time"},
		{"2026-11-13", "", "2025-01-01", "no-event"},
		{"2026-11-13", "2026-11-14", "", "future"},
		{"2026-11-13", "2025-01-01", "2026-11-14", "future"},
	} {
		c := onePoint(t, w.received, nil)
		act := Exclude{
			Point: 1, Reason: "over-12-months", Discretion: "Considered by Dan Okafor.", Merits: "The storm of that year.",
			Evidence: []QuestionAnswer{{"the day the resident became aware", "the same day"}},
		}
		if w.happened != "" {
			act.Happened = day(w.happened)
		}
		if w.aware != "" {
			act.Aware = day(w.aware)
		}
		m := on(t, dan, day(w.received).AddDays(30)) // counted to the day of receipt, whenever it is decided
		if w.code != "" {
			refused(t, c, act, m, w.code)
			continue
		}
		must(t, c, act, m)
		act.Discretion = ""
		refused(t, c, act, m, "no-discretion")
	}
}

func TestProceedingsCountOnceTheClaimFormIsFiled(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	c := onePoint(t, "2026-11-13", nil)
	for _, reason := range []string{OurLegalAction, TheirLegalAction} {
		act := grounds()[reason]
		act.Point, act.Reason = 1, reason
		for code, change := range map[string]func(*Exclude){
			"not-filed": func(a *Exclude) { a.Filed = calendar.Date{} },
			"future":    func(a *Exclude) { a.Filed = day("2026-11-17") },
			"no-court":  func(a *Exclude) { a.Court = " " },
		} {
			broken := act
			change(&broken)
			refused(t, c, broken, m, code)
		}
		must(t, c, act, m)
	}
}

func TestADisrepairClaimStaysAComplaint(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	c := onePoint(t, "2026-11-13", nil)
	for answer, takes := range map[string]bool{
		"It is not a disrepair claim.":          true,
		"It isn't about disrepair":              true,
		"It is about the boundary.":             true,
		"Yes":                                   true,
		"No disrepair in it: a boundary claim.": true,
		"No":                                    false,
		"No, it is a claim about disrepair":     false,
		"no.":                                   false,
		"It is a disrepair claim":               false,
		"DISREPAIR":                             false,
	} {
		act := grounds()[TheirLegalAction]
		act.Point, act.Reason, act.Evidence = 1, TheirLegalAction, []QuestionAnswer{{"that it is not a disrepair claim", answer}}
		if takes {
			must(t, c, act, m)
		} else {
			refused(t, c, act, m, "disrepair")
		}
	}
}

func TestWhatMayNotBeLeftOut(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	use := func(reason string) Exclude {
		act := grounds()[reason]
		act.Point, act.Reason = 1, reason
		return act
	}
	safety := onePoint(t, "2026-11-13", func(r *Record) { r.Subject, r.Home.HighRise = "building-safety", true })
	refused(t, safety, use("not-ours"), m, "never")
	must(t, safety, use(AlreadyInvestigated), m)

	for _, g := range []Grievance{Conduct, Delay, Decision, OtherGrievance} {
		c := onePoint(t, "2026-11-13", func(r *Record) { r.Grievance = g })
		refused(t, c, use(FirstReport), m, "dissatisfied")
		must(t, c, use("personal-injury"), m)
	}
	c := onePoint(t, "2026-11-13", nil)
	refused(t, c, use(AnonymousReport), m, "named")
	same := use(AlreadyInvestigated)
	same.Evidence = []QuestionAnswer{{"the case that investigated it", "see " + string(c.Reference)}}
	refused(t, c, same, m, "same-case")
	refused(t, c, use("weather"), m, "no-exclusion")
	refused(t, c, use("first-report"), on(t, priya, day("2026-11-16")), "not-yours")
	other := use("not-ours")
	other.Point = 2
	refused(t, c, other, m, "no-point")

	passed := must(t, c, PassOn{Point: 1, To: "The council", On: m.Today, How: "by e-mail"}, m)
	refused(t, passed, use("not-ours"), m, "passed-point")
	found := must(t, c, AnswerPoint{Point: 1, Finding: Upheld, Reasons: "It was late."}, m)
	refused(t, found, use("not-ours"), m, "answered-point")
	refused(t, answered(t), use("not-ours"), on(t, dan, day("2026-11-30")), "answered")

	earlier := onePoint(t, "2024-03-01", nil)
	refused(t, earlier, use("not-ours"), on(t, dan, day("2024-03-04")), "no-exclusion")
	request := walkIn("2026-11-13")
	request.Answer = ServiceOnly
	refused(t, must(t, Case{}, request, m), use("not-ours"), m, "no-stage")
}

func TestAPolicyWithoutARefusalClockUsesTheAcknowledgements(t *testing.T) {
	m := on(t, dan, day("2026-11-16"))
	current, _ := m.Policies.Named("current")
	own := *current
	own.Clocks = slices.DeleteFunc(slices.Clone(own.Clocks), func(k policy.Clock) bool { return k.Act == policy.Refuse })
	// Asked Friday 13 November 2026: five working days end on Friday the 20th.
	s := Stage{Number: 1, Asked: day("2026-11-13")}
	if d := tellBy(&own, &s, m); d.Due != day("2026-11-20") || d.Act != policy.Acknowledge {
		t.Errorf("the letter is due by %s (%s)", d.Due, d.Act)
	}
}

func TestStage2IsRefusedForWhatMayRefuse(t *testing.T) {
	act := RefuseStage2{
		Reason: TheirLegalAction, Filed: day("2026-11-29"), Court: "M00DE124", Merits: "The court decides the same.",
		Evidence: []QuestionAnswer{{"that it is not a disrepair claim", "It is about the boundary."}},
	}
	c := answered(t)
	m := on(t, helen, day("2026-12-01"))
	refused(t, c, act, m, "answered")
	refused(t, onePoint(t, "2026-11-13", nil), act, m, "no-stage-2")
	c = must(t, c, AskStage2{On: day("2026-11-30")}, m)
	refused(t, c, act, on(t, dan, m.Today), "not-yours")
	route := act
	route.Reason = "personal-injury"
	refused(t, c, route, m, "not-a-refusal")
	unfiled := act
	unfiled.Filed = calendar.Date{}
	refused(t, c, unfiled, m, "not-filed")
	bare := act
	bare.Merits = ""
	refused(t, c, bare, m, "no-merits")
	// Asking for stage 2 has no time limit: the complaint was in time when it
	// came on 13 November 2026, and stays so.
	refused(t, c, RefuseStage2{
		Reason: "over-12-months", Happened: day("2025-11-20"), Discretion: "x", Merits: "x",
		Evidence: []QuestionAnswer{{"the day the resident became aware", "the same day"}},
	}, on(t, helen, day("2027-06-01")), "in-time")
	one := grounds()["not-ours"]
	one.Point, one.Reason = 1, "not-ours"
	refused(t, c, one, m, "stage-2")
	c = must(t, c, act, m)
	// Asked Monday 30 November 2026: 1=1 2=2 3=3 4=4 7=5.
	if x := c.Current().Refused; !x.Stands() || x.TellBy.Due != day("2026-12-07") || x.By != helen.ID {
		t.Errorf("kept as %+v", x)
	}
	refused(t, c, act, m, "excluded")
}
