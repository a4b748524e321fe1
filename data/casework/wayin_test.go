package casework

import (
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
)

func TestTheChoiceDecidesWhatAContactIs(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	for name, w := range map[string]struct {
		answer    Answer
		grievance Grievance
		anonymous bool
		kind      Kind
		code      string
	}{
		"chose to complain":               {Complain, OtherGrievance, false, Complaint, ""},
		"chose to complain of conduct":    {Complain, Conduct, false, Complaint, ""},
		"not today":                       {NotToday, NoGrievance, false, ServiceRequest, ""},
		"not today, something else":       {NotToday, OtherGrievance, false, ServiceRequest, ""},
		"not today, conduct":              {NotToday, Conduct, false, Information, ""},
		"not today, a delay":              {NotToday, Delay, false, Information, ""},
		"not today, a decision":           {NotToday, Decision, false, Information, ""},
		"only a service":                  {ServiceOnly, NoGrievance, false, ServiceRequest, ""},
		"conduct as a service":            {ServiceOnly, Conduct, false, "", "never-request"},
		"a delay as a service":            {ServiceOnly, Delay, false, "", "never-request"},
		"a decision as a service":         {ServiceOnly, Decision, false, "", "never-request"},
		"dissatisfied, as a service":      {ServiceOnly, OtherGrievance, false, "", "has-choice"},
		"not asked":                       {"", NoGrievance, false, "", "no-choice"},
		"a grievance that is none":        {Complain, "weather", false, "", "no-grievance"},
		"anonymous":                       {"", NoGrievance, true, Information, ""},
		"anonymous, of conduct":           {"", Conduct, true, Information, ""},
		"anonymous, only a service":       {ServiceOnly, NoGrievance, true, Information, ""},
		"anonymous, not today":            {NotToday, Delay, true, Information, ""},
		"anonymous and wants a complaint": {Complain, Delay, true, "", "anonymous"},
	} {
		t.Run(name, func(t *testing.T) {
			r := walkIn("2026-11-13")
			r.Answer, r.Grievance, r.Anonymous = w.answer, w.grievance, w.anonymous
			if w.anonymous {
				r.Resident = Person{}
			}
			if w.code != "" {
				refused(t, Case{}, r, m, w.code)
				return
			}
			c := must(t, Case{}, r, m)
			if c.Kind != w.kind || (c.Kind == Complaint) != (c.Current() != nil) {
				t.Errorf("it is a %s with %d stages, want a %s", c.Kind, len(c.Stages), w.kind)
			}
			if c.Choice.Answer != w.answer || (w.answer != "") != (c.Choice.By == priya.ID) {
				t.Errorf("the choice is kept as %+v", c.Choice)
			}
			if len(c.Points) != 2 {
				t.Errorf("the points that were typed are kept, got %d", len(c.Points))
			}
		})
	}
}

func TestAnAnonymousReportNamesNobody(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	report := walkIn("2026-11-13")
	report.Anonymous, report.Answer, report.Resident = true, "", Person{}
	for name, change := range map[string]func(*Record){
		"a name":           func(r *Record) { r.Resident.Name = "Grace Adeyemi" },
		"a resident":       func(r *Record) { r.ResidentID = 4 },
		"a group":          func(r *Record) { r.Group = []Member{{Person: Person{Name: "Ann Lee"}}} },
		"a representative": func(r *Record) { r.Representative.Name = "Jo Marsh" },
	} {
		r := report
		change(&r)
		t.Run(name, func(t *testing.T) { refused(t, Case{}, r, m, "anonymous-name") })
	}
	c := must(t, Case{}, report, m)
	refused(t, c, AddMember{Person: Person{Name: "Ann Lee"}}, m, "anonymous-name")
}

func TestAHazardInAnAnonymousReportIsActedOn(t *testing.T) {
	// Told on Friday 13 November 2026 at 16:30; 24 hours end on Saturday at 16:30.
	m := on(t, priya, day("2026-11-13"))
	r := walkIn("2026-11-13")
	r.Anonymous, r.Answer, r.Resident, r.Story, r.Points = true, "", Person{}, "There is a smell of gas on the stairs.", nil
	r.ToldAt, r.ToldTo = time.Date(2026, 11, 13, 16, 30, 0, 0, time.UTC), "a plumber"
	c := must(t, Case{}, r, m)
	if len(c.Hazards) != 1 || c.Hazards[0].ToldTo != "a plumber" || c.Hazards[0].Told != r.ToldAt {
		t.Fatalf("the hazard runs from the minute we were told: %+v", c.Hazards)
	}
	if by := c.Hazards[0].Clocks[0].By; by != r.ToldAt.Add(24*time.Hour) {
		t.Errorf("the first step is due by %s", by)
	}
}

func TestTheMinuteWeWereToldIsOnTheDayOfReceipt(t *testing.T) {
	// 13 July 2026 23:30 UTC is 14 July 00:30 in England.
	m := on(t, priya, day("2026-07-14"))
	m.Now = time.Date(2026, 7, 14, 9, 0, 0, 0, time.UTC)
	r := walkIn("2026-07-14")
	r.ToldAt = time.Date(2026, 7, 13, 23, 30, 0, 0, time.UTC)
	must(t, Case{}, r, m)
	r.ToldAt = time.Date(2026, 7, 13, 22, 30, 0, 0, time.UTC)
	refused(t, Case{}, r, m, "told-at")
	r.ToldAt = time.Date(2026, 7, 14, 9, 1, 0, 0, time.UTC)
	refused(t, Case{}, r, m, "future")
}

func TestAGroupHasEverybodyOnce(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	r := walkIn("2026-11-13")
	r.ResidentID = 4
	r.Group = []Member{{ResidentID: 5, Person: Person{Name: "Ann Lee"}}, {Person: Person{Name: "Bob Ray"}, Postcode: "DE24 7LN"}}
	c := must(t, Case{}, r, m)
	if len(c.Group) != 2 || c.Group[1].ID != 2 || c.Group[0].Joined != r.Received {
		t.Fatalf("the group is %+v", c.Group)
	}
	refused(t, c, AddMember{ResidentID: 4, Person: Person{Name: "G. Adeyemi"}}, m, "member")
	refused(t, c, AddMember{Person: Person{Name: "  grace  ADEYEMI"}, Postcode: "de24 7ln"}, m, "member")
	refused(t, c, AddMember{ResidentID: 5, Person: Person{Name: "A. Lee"}}, m, "member")
	refused(t, c, AddMember{Person: Person{Name: "bob ray"}, Postcode: "DE24  7LN"}, m, "member")
	refused(t, c, AddMember{Person: Person{Name: " "}}, m, "no-name")
	c = must(t, c, AddMember{Person: Person{Name: "Bob Ray"}, Postcode: "DE1 1AA"}, m) // his namesake elsewhere
	refused(t, c, DropMember{Member: 2}, m, "no-reason")
	refused(t, c, DropMember{Member: 9, Why: "x"}, m, "no-member")
	c = must(t, c, DropMember{Member: 2, Why: "Moved away"}, m)
	c = must(t, c, AddMember{Person: Person{Name: "Cy Dee"}}, m)
	if len(c.Group) != 3 || c.Group[2].ID != 4 || c.Notes[0].Text != "Bob Ray left the group: Moved away" {
		t.Errorf("the group is %+v, the notes %+v", c.Group, c.Notes)
	}
	refused(t, Case{}, Record{
		Received: r.Received, Channel: Counter, Answer: Complain, Story: "x", Group: []Member{{Postcode: "DE1 1AA"}},
	}, m, "no-name")
}

func TestALinkHasTwoEndsAndOneOfEach(t *testing.T) {
	m := on(t, dan, day("2026-11-13"))
	other := NewReference(ServiceRequest, 2026, 3)
	r := walkIn("2026-11-13")
	r.From = Link{Case: 3, Reference: other, Kind: CameFrom}
	c := must(t, Case{}, r, m)
	if len(c.Links) != 1 || c.Links[0] != (Link{ID: 1, Case: 3, Reference: other, Kind: CameFrom, On: m.Today}) {
		t.Fatalf("the links are %+v", c.Links)
	}
	refused(t, c, LinkTo{Case: 3, Reference: other, Kind: Related}, m, "linked")
	refused(t, c, LinkTo{Case: 9, Reference: c.Reference, Kind: Related}, m, "itself")
	refused(t, c, LinkTo{Kind: Related}, m, "no-case")
	refused(t, c, LinkTo{Case: 4, Reference: other, Kind: "cousin"}, m, "no-kind")
	c = must(t, c, LinkTo{Case: 4, Reference: other, Kind: Repeat}, m)
	refused(t, c, Unlink{Link: 2}, m, "no-reason")
	refused(t, c, Unlink{Link: 7, Why: "x"}, m, "no-link")
	c = must(t, c, Unlink{Link: 2, Why: "Another Lee"}, m)
	c = must(t, c, LinkTo{Case: 4, Reference: other, Kind: Related}, m)
	if len(c.Links) != 2 || c.Links[1].Kind != Related {
		t.Errorf("the links are %+v", c.Links)
	}
	r.From.Kind = ""
	refused(t, Case{}, r, m, "no-kind")
	for kind, opposite := range map[LinkKind]LinkKind{
		Related: Related, CameFrom: Became, RaisedIn: NewMatters, Repeat: RepeatedBy,
	} {
		if Opposite(kind) != opposite || Opposite(opposite) != kind {
			t.Errorf("%q and %q are the two ends of one link", kind, opposite)
		}
	}
}

func TestARepresentativeSpeaksWhileTheAuthorityLasts(t *testing.T) {
	rep := Representative{Name: "Tunde Adeyemi", Authority: "signed form", Given: day("2026-11-03"), Until: day("2026-11-13")}
	for on, want := range map[string]bool{"2026-11-02": false, "2026-11-03": true, "2026-11-13": true, "2026-11-14": false} {
		if rep.Speaks(day(on)) != want {
			t.Errorf("speaks on %s: want %v", on, want)
		}
	}
	rep.Until = calendar.Date{}
	if !rep.Speaks(day("2030-01-01")) {
		t.Error("an authority without an end lasts")
	}
	rep.Authority = ""
	if rep.Speaks(day("2026-11-03")) {
		t.Error("nobody speaks without authority")
	}
}

func TestAuthorityMayComeWithTheContact(t *testing.T) {
	m := on(t, priya, day("2026-11-16"))
	r := walkIn("2026-11-13")
	r.Representative = Representative{Name: "Tunde Adeyemi", Authority: "signed form"}
	if rep := must(t, Case{}, r, m).Representative; rep.Given != r.Received || !rep.Speaks(m.Today) {
		t.Errorf("given on the day of receipt: %+v", rep)
	}
	r.Representative.Until = day("2026-11-12")
	refused(t, Case{}, r, m, "until")
	r.Representative.Given, r.Representative.Until = day("2026-11-17"), calendar.Date{}
	refused(t, Case{}, r, m, "future")
}

func TestAuthorityIsGivenAndEndedByItsOwnActs(t *testing.T) {
	m := on(t, priya, day("2026-11-13"))
	c := must(t, Case{}, walkIn("2026-11-13"), m)
	refused(t, c, Authority{Given: m.Today, How: "signed form"}, m, "no-representative")

	change := ChangeContact{Resident: c.Resident, Home: c.Home, Contact: c.Contact, Representative: Representative{
		Name: "Tunde Adeyemi", WriteToRep: true, Authority: "he says so", Given: m.Today, Scope: "everything", Until: day("2027-01-01"),
	}}
	c = must(t, c, change, m)
	if r := c.Representative; r.Authority != "" || !r.Given.IsZero() || r.Scope != "" || !r.Until.IsZero() {
		t.Fatalf("authority came in with the contact details: %+v", r)
	}
	refused(t, c, Authority{How: "signed form"}, m, "no-day")
	refused(t, c, Authority{Given: day("2026-11-14"), How: "signed form"}, m, "future")
	refused(t, c, Authority{Given: m.Today}, m, "no-authority")
	refused(t, c, Authority{Given: m.Today, How: "signed form", Until: day("2026-11-12")}, m, "until")
	refused(t, c, EndAuthority{On: m.Today, Why: "x"}, m, "no-authority")

	c = must(t, c, MakeLetter{Kind: Acknowledgement, Dated: m.Today, Document: "aa", Pages: 1}, m)
	toRep := DispatchLetter{Kind: Acknowledgement, Letter: 1, On: m.Today, How: Posted, To: "tunde adeyemi"}
	refused(t, c, toRep, m, "no-authority")
	must(t, c, send(c, Acknowledgement, "2026-11-13"), m) // to the resident it may go

	c = must(t, c, Authority{Given: day("2026-11-10"), How: "signed form", Scope: "the heating"}, m)
	must(t, c, toRep, m)
	c = must(t, c, change, m)
	if r := c.Representative; r.Authority != "signed form" || r.Given != day("2026-11-10") || r.Scope != "the heating" || !r.Until.IsZero() {
		t.Errorf("a change of contact details keeps the authority as it was: %+v", r)
	}
	other := change
	other.Representative.Name = "Ann Lee"
	if r := must(t, c, other, m).Representative; r.Authority != "" || r.Speaks(m.Today) {
		t.Errorf("another person has no authority yet: %+v", r)
	}
	refused(t, c, EndAuthority{On: day("2026-11-09"), Why: "x"}, m, "too-early")
	refused(t, c, EndAuthority{On: m.Today}, m, "no-reason")
	c = must(t, c, EndAuthority{On: m.Today, Why: "They fell out"}, m)
	if r := c.Representative; r.Speaks(m.Today) || !r.Speaks(day("2026-11-12")) || r.WriteToRep || len(c.Notes) != 1 {
		t.Errorf("from that day he is told nothing: %+v", r)
	}
	refused(t, c, toRep, m, "no-authority")
}

func TestPointsJoinUntilTheResponseGoes(t *testing.T) {
	m := on(t, dan, day("2026-11-13"))
	c := must(t, Case{}, walkIn("2026-11-13"), m)
	one, two := PointText{ID: 1, Text: "One"}, PointText{ID: 2, Text: "Two"}
	refused(t, c, Describe{Points: []PointText{one, one}}, m, "twice")
	c = must(t, c, Describe{Points: []PointText{one, two, {Text: "Three"}, {Text: "Four"}}}, m)
	c = must(t, c, AddEvidence{File: "a.pdf", Type: "application/pdf", Size: 10, Document: strings.Repeat("c", 64), From: "Grace", Received: m.Today, Point: 4}, m)
	c = must(t, c, Describe{Points: []PointText{one, two, {ID: 3, Text: "Three"}}}, m)
	c = must(t, c, Describe{Points: []PointText{one, two, {ID: 3, Text: "Three"}, {Text: "Five"}}}, m)
	if got := c.Points[3].ID; got != 5 {
		t.Errorf("the new point has number %d, and evidence speaks of a point 4 that was taken away", got)
	}
	c = must(t, c, Exclude{Point: 3, Reason: "information-request", Evidence: []QuestionAnswer{{"the answer given", "The policy was handed over."}}}, m)
	refused(t, c, Describe{Points: []PointText{one, two}}, m, "excluded-point")
	c = must(t, c, PassOn{Point: 2, To: "The council", On: m.Today, How: "by e-mail"}, m)
	refused(t, c, Describe{Points: []PointText{one, {ID: 3, Text: "Three"}}}, m, "passed-point")

	c = answered(t)
	m = on(t, helen, day("2026-11-30"))
	refused(t, c, Describe{Points: []PointText{one, two, {Text: "Later"}}}, m, "answered")
	c = must(t, c, AskStage2{On: m.Today, Points: []int{1}, Handler: helen.ID}, m)
	refused(t, c, Describe{Points: []PointText{one, two, {Text: "Later"}}}, m, "new-matters")
	refused(t, c, Describe{Points: []PointText{one}}, m, "answered-point")
	one.Still, two.Still = "It broke again.", "Nobody said sorry."
	c = must(t, c, Describe{Points: []PointText{one, two}}, m)
	if c.Points[0].Still != "It broke again." || c.Points[1].Still != "" {
		t.Errorf("only what was taken to stage 2 is still unresolved: %+v", c.Points)
	}
}
