package casework

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// clockAt is an instant written as London's clock shows it.
func clockAt(text string) time.Time {
	at, err := time.ParseInLocation("2006-01-02 15:04", text, calendar.London())
	if err != nil {
		panic(err)
	}
	return at.UTC()
}

// at is on with the minute.
func at(t testing.TB, by Officer, text string) Moment {
	t.Helper()
	m := on(t, by, calendar.Of(clockAt(text)))
	m.Now = clockAt(text)
	return m
}

// mouldy is a complaint about mould, told at the counter at 10:40 on Thursday
// 12 November 2026.
func mouldy() Record {
	r := walkIn("2026-11-12")
	r.Story, r.Subject = "Black mould over the cot and nobody came.", "damp-and-mould"
	r.Points = []string{"Black mould in the small bedroom."}
	r.ToldAt, r.ToldTo = clockAt("2026-11-12 10:40"), "Priya Nair"
	return r
}

func steps(h Hazard) map[policy.Act]string {
	all := map[policy.Act]string{}
	for _, k := range h.Clocks {
		all[k.Step] = k.By.In(calendar.London()).Format("2006-01-02 15:04")
		if k.Deadline.Provisional {
			all[k.Step] += "?"
		}
	}
	return all
}

func sameSteps(t *testing.T, what string, h Hazard, want map[policy.Act]string) {
	t.Helper()
	got := steps(h)
	if len(got) != len(want) {
		t.Errorf("%s: %v", what, got)
	}
	for step, by := range want {
		if got[step] != by {
			t.Errorf("%s: %s by %s, want %s", what, step, got[step], by)
		}
	}
}

// Told Thursday 12 November 2026: 13=1 16=2 17=3 18=4 19=5 20=6 23=7 24=8 25=9
// 26=10. From there 27=1 30=2 1=3 2=4 3=5, and twelve weeks end on Thursday 18
// February 2027. Looked at on Tuesday 17 November: 18=1 19=2 20=3 23=4 24=5,
// and twelve weeks end on Tuesday 9 February.
func TestMouldStartsItsOwnClocks(t *testing.T) {
	m := at(t, priya, "2026-11-12 10:55")
	c := must(t, Case{}, mouldy(), m)
	if len(c.Hazards) != 1 {
		t.Fatalf("%d hazards", len(c.Hazards))
	}
	h := c.Hazards[0]
	if h.Kind != "damp-mould" || h.By != 0 || h.Rough || !h.Told.Equal(clockAt("2026-11-12 10:40")) || h.ToldTo != "Priya Nair" ||
		h.Started != m.Today || !strings.Contains(h.What, "mould") || !h.Running() {
		t.Errorf("%+v", h)
	}
	sameSteps(t, "not looked at", h, map[policy.Act]string{
		policy.HazardInvestigate: "2026-11-26 23:59", policy.HazardSummary: "2026-12-01 23:59?",
		policy.HazardMakeSafe: "2026-12-03 23:59?", policy.HazardWorks: "2027-02-18 23:59?",
	})
	if todo := HazardToDo(c); len(todo) != 2 {
		t.Errorf("the job and who was told are asked for at once: %v", todo)
	}
	c = must(t, c, HazardJob{Hazard: 1, Job: "R-4471", Told: "Repairs desk"}, m)
	if todo := HazardToDo(c); len(todo) != 0 || c.Hazards[0].Job != "R-4471" || c.Hazards[0].JobTold != "Repairs desk" {
		t.Errorf("to do %v", todo)
	}
	if again := must(t, c, HazardJob{Hazard: 1, Told: "Asif, repairs"}, m); again.Hazards[0].Job != "R-4471" || again.Hazards[0].JobTold != "Asif, repairs" {
		t.Errorf("%+v", again.Hazards[0])
	}
	refused(t, c, HazardJob{Hazard: 1, Job: " "}, m, "no-job")
	refused(t, c, HazardJob{Hazard: 2, Job: "R"}, m, "no-hazard")

	later := at(t, dan, "2026-11-18 09:00")
	step := HazardStep{Hazard: 1, Step: policy.HazardSummary, Done: clockAt("2026-11-17 16:00")}
	refused(t, c, step, later, "not-investigated")
	step.Step, step.Done = policy.HazardInvestigate, clockAt("2026-11-12 10:39")
	refused(t, c, step, later, "too-early")
	step.Done = clockAt("2026-11-18 09:01")
	refused(t, c, step, later, "future")
	step.Done = time.Time{}
	refused(t, c, step, later, "no-time")
	step.Done = clockAt("2026-11-17 15:30")
	refused(t, c, step, at(t, priya, "2026-11-18 09:00"), "not-yours")
	wrong := step
	wrong.Step = policy.HazardEmergency
	refused(t, c, wrong, later, "no-step")
	before := c.Hazards[0].Clocks[0]
	c = must(t, c, step, later)
	if k := c.Hazards[0].Clocks[0]; k.By != before.By || k.Late(later.Now) {
		t.Errorf("the investigation was in time and its own date stays: %+v", k)
	}
	sameSteps(t, "looked at", c.Hazards[0], map[policy.Act]string{
		policy.HazardInvestigate: "2026-11-26 23:59", policy.HazardSummary: "2026-11-20 23:59",
		policy.HazardMakeSafe: "2026-11-24 23:59", policy.HazardWorks: "2027-02-09 23:59",
	})
	refused(t, c, step, later, "done")
	early := HazardStep{Hazard: 1, Step: policy.HazardSummary, Done: clockAt("2026-11-17 15:29")}
	refused(t, c, early, later, "too-early")
	for _, s := range []policy.Act{policy.HazardSummary, policy.HazardMakeSafe} {
		c = must(t, c, HazardStep{Hazard: 1, Step: s, Done: clockAt("2026-11-17 17:00")}, later)
	}
	owed := slices.DeleteFunc(Duties(c), func(d Duty) bool { return d.Kind != DutyHazard })
	if len(owed) != 1 || owed[0].Due != day("2027-02-09") || !owed[0].At.Equal(clockAt("2027-02-09 23:59")) {
		t.Errorf("the works are left, and %v is owed", owed)
	}
	works := HazardStep{Hazard: 1, Step: policy.HazardWorks, Done: clockAt("2027-02-10 08:00"), Note: "Vent fitted."}
	c = must(t, c, works, at(t, dan, "2027-02-10 12:00"))
	if h := c.Hazards[0]; h.Running() || !h.Clocks[3].Late(works.Done) {
		t.Errorf("every step is taken, the last a day late: %+v", h)
	}
}

// A step that was taken before the investigation's end is recorded is held to
// the date that it then turns out to have.
func TestMadeSafeBeforeTheInvestigationWasWrittenDown(t *testing.T) {
	c := must(t, Case{}, mouldy(), at(t, priya, "2026-11-12 10:55"))
	m := at(t, dan, "2026-12-01 12:00")
	c = must(t, c, HazardStep{Hazard: 1, Step: policy.HazardMakeSafe, Done: clockAt("2026-12-01 11:00")}, m)
	if k := c.Hazards[0].Clocks[2]; k.Late(m.Now) || !k.Deadline.Provisional {
		t.Errorf("1 December is before the provisional 3 December: %+v", k)
	}
	// Looked at on Friday 20 November: 23=1 24=2 25=3 26=4 27=5.
	c = must(t, c, HazardStep{Hazard: 1, Step: policy.HazardInvestigate, Done: clockAt("2026-11-20 10:00")}, m)
	if k := c.Hazards[0].Clocks[2]; k.Deadline.Due != day("2026-11-27") || !k.Late(m.Now) {
		t.Errorf("it was due on 27 November: %+v", k.Deadline)
	}
}

func TestAnEmergencyIsCountedInHoursThatPass(t *testing.T) {
	for _, c := range []struct{ name, told, now, by string }{
		{"a Friday evening", "2026-12-11 18:20", "2026-12-14 09:10", "2026-12-12 18:20"},
		{"the clocks go forward on 29 March", "2026-03-28 14:30", "2026-03-28 14:40", "2026-03-29 15:30"},
		{"the clocks go back on 25 October", "2026-10-24 14:30", "2026-10-24 14:40", "2026-10-25 13:30"},
	} {
		m := at(t, priya, c.now)
		r := walkIn(calendar.Of(clockAt(c.told)).String())
		r.Story, r.Points, r.ToldAt, r.ToldTo = "There is a smell of gas.", nil, clockAt(c.told), "the plumber"
		got := must(t, Case{}, r, m).Hazards
		if len(got) != 1 || steps(got[0])[policy.HazardEmergency] != c.by {
			t.Errorf("%s: %v, want %s", c.name, got, c.by)
			continue
		}
		k := got[0].Clocks[0]
		if k.By.Sub(got[0].Told) != 24*time.Hour || len(k.Deadline.Working.Steps) != 24 {
			t.Errorf("%s: %+v", c.name, k)
		}
		if k.Late(k.By.Add(59*time.Second)) || !k.Late(k.By.Add(time.Minute)) {
			t.Errorf("%s: in time until the end of the minute", c.name)
		}
	}
}

func TestOnlyTheDayIsKnown(t *testing.T) {
	// Counted from the first minute of the day, which is the latest it can be
	// held against us.
	r := mouldy()
	r.Story, r.ToldAt = "The ceiling has collapsed.", time.Time{}
	h := must(t, Case{}, r, at(t, priya, "2026-11-12 10:55")).Hazards
	if len(h) != 2 || h[0].Kind != "emergency" || !h[0].Rough || steps(h[0])[policy.HazardEmergency] != "2026-11-13 00:00" {
		t.Fatalf("%+v", h)
	}
	c := must(t, Case{}, walkIn("2026-11-12"), at(t, priya, "2026-11-12 10:00"))
	m := at(t, priya, "2026-11-12 10:55")
	c = must(t, c, StartHazard{Kind: "emergency", What: "Bare wires in the hall", Told: clockAt("2026-11-12 10:50"), Rough: true}, m)
	if h := c.Hazards[0]; !h.Told.Equal(clockAt("2026-11-12 00:00")) || h.By != priya.ID || !h.Rough {
		t.Errorf("%+v", h)
	}
}

func TestAHazardIsStartedByHand(t *testing.T) {
	c := must(t, Case{}, walkIn("2026-11-12"), at(t, priya, "2026-11-12 10:00"))
	m := at(t, priya, "2026-11-12 10:55")
	start := StartHazard{Kind: "emergency", What: "No heating, three weeks old", Told: clockAt("2026-11-12 10:50"), ToldTo: "Priya", Job: "R-1", JobTold: "Repairs"}
	spoil := func(change func(*StartHazard)) StartHazard {
		s := start
		change(&s)
		return s
	}
	refused(t, c, spoil(func(s *StartHazard) { s.Kind = "draught" }), m, "no-hazard")
	refused(t, c, spoil(func(s *StartHazard) { s.What = "\n" }), m, "no-words")
	refused(t, c, spoil(func(s *StartHazard) { s.Told = time.Time{} }), m, "no-time")
	refused(t, c, spoil(func(s *StartHazard) { s.Told = clockAt("2026-11-12 10:56") }), m, "future")
	refused(t, c, spoil(func(s *StartHazard) { s.Told, s.Rough = clockAt("2026-11-13 00:00"), true }), m, "future")
	refused(t, c, spoil(func(s *StartHazard) { s.Told = clockAt("2025-10-26 23:59") }), m, "before-law")
	for _, tenure := range []Tenure{Leasehold, SharedOwnership, Temporary} {
		other := c
		other.Home.Tenure = tenure
		refused(t, other, start, m, "other-tenure")
	}
	if doubts := spoil(func(s *StartHazard) { s.Told = clockAt("2026-01-12 10:00") }).Doubts(m); doubts["told"] == "" || start.Doubts(m)["told"] != "" {
		t.Errorf("a hazard told ten months ago is asked about, today's is not: %v", doubts)
	}
	must(t, c, spoil(func(s *StartHazard) { s.Told = clockAt("2025-10-27 00:00") }), m)
	c = must(t, c, start, m)
	if len(HazardToDo(c)) != 0 || c.Hazards[0].By != priya.ID {
		t.Errorf("%+v", c.Hazards)
	}
	refused(t, c, start, m, "started")
	c = must(t, c, spoil(func(s *StartHazard) { s.Kind = "damp-mould" }), m) // found while looking at the other
	if c.Hazards[1].ID != 2 {
		t.Errorf("%+v", c.Hazards)
	}
	void := c
	void.Void = m.Today
	refused(t, void, start, m, "void")
	closed := answered(t)
	closed = must(t, closed, Close{On: day("2026-11-30")}, on(t, dan, day("2026-11-30")))
	start.Told = clockAt("2026-11-30 09:00")
	if closed = must(t, closed, start, at(t, priya, "2026-11-30 10:00")); !closed.Hazards[0].Running() {
		t.Error("a closed case does not keep a home safe")
	}
}

func TestWordsStartNothingWhereTheLawDoesNotReach(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Record)
		want  int
	}{
		{"a tenant", func(*Record) {}, 1},
		{"a tenure not known", func(r *Record) { r.Home.Tenure = "" }, 1},
		{"a leaseholder", func(r *Record) { r.Home.Tenure = Leasehold }, 0},
		{"shared ownership", func(r *Record) { r.Home.Tenure = SharedOwnership }, 0},
		{"a place for the time being", func(r *Record) { r.Home.Tenure = Temporary }, 0},
		{"the day before the law", func(r *Record) { r.Received, r.ToldAt = day("2025-10-26"), time.Time{} }, 0},
		{"the law's first day", func(r *Record) { r.Received, r.ToldAt = day("2025-10-27"), time.Time{} }, 1},
		{"a service request", func(r *Record) { r.Answer = ServiceOnly }, 1},
		{"anonymous", func(r *Record) { r.Anonymous, r.Answer, r.Resident = true, "", Person{} }, 1},
		{"only in what is wanted", func(r *Record) { r.Story, r.Points, r.Wanted = "The wall.", nil, "Take the fungus away." }, 1},
		{"only in a point", func(r *Record) { r.Story, r.Points = "The wall.", []string{"Noise", "Mould in the hall"} }, 1},
		{"no hazard", func(r *Record) { r.Story, r.Points = "The gate squeaks.", nil }, 0},
	} {
		r := mouldy()
		c.spoil(&r)
		got := must(t, Case{}, r, at(t, priya, "2026-11-12 10:55"))
		if len(got.Hazards) != c.want {
			t.Errorf("%s: %d hazards, want %d", c.name, len(got.Hazards), c.want)
		}
	}
}

func TestAPointAddedLaterStartsAHazard(t *testing.T) {
	c := must(t, Case{}, walkIn("2026-11-12"), at(t, priya, "2026-11-12 10:55"))
	m := at(t, dan, "2026-11-16 15:00")
	describe := Describe{Points: []PointText{{ID: 1, Text: "No heating"}, {ID: 2, Text: "Nobody came"}, {Text: "Mould behind the bed"}}, Subject: "repairs"}
	c = must(t, c, describe, m)
	if len(c.Hazards) != 1 || !c.Hazards[0].Rough || !c.Hazards[0].Told.Equal(clockAt("2026-11-16 00:00")) {
		t.Fatalf("%+v", c.Hazards)
	}
	c = must(t, c, NotHazard{Hazard: 1, Why: "Dan looked: dust."}, m)
	describe.Points[2].ID = 3
	describe.Points = append(describe.Points, PointText{Text: "More mould"})
	if c = must(t, c, describe, m); len(c.Hazards) != 1 {
		t.Errorf("words start each kind once: %+v", c.Hazards)
	}
}

func TestOnlyAnAuthorisedOfficerSaysThatThereIsNoHazard(t *testing.T) {
	c := must(t, Case{}, mouldy(), at(t, priya, "2026-11-12 10:55"))
	complaint := len(Duties(c)) - 4
	refused(t, c, NotHazard{Hazard: 1, Why: "Only condensation"}, at(t, priya, "2026-11-12 11:00"), "not-yours")
	m := at(t, dan, "2026-11-13 11:00")
	refused(t, c, NotHazard{Hazard: 1, Why: " "}, m, "no-reason")
	refused(t, c, NotHazard{Hazard: 4, Why: "x"}, m, "no-hazard")
	c = must(t, c, NotHazard{Hazard: 1, Why: "Dan Okafor looked on 13 November: soot."}, m)
	h := c.Hazards[0]
	if h.Running() || h.NotOn != m.Today || h.NotBy != dan.ID || len(Duties(c)) != complaint || len(HazardToDo(c)) != 0 {
		t.Errorf("its duties go and the complaint's stay: %+v, %v", h, Duties(c))
	}
	refused(t, c, HazardStep{Hazard: 1, Step: policy.HazardInvestigate, Done: m.Now}, m, "not-hazard")
	refused(t, c, NotHazard{Hazard: 1, Why: "x"}, m, "not-hazard")
	again := StartHazard{Kind: "damp-mould", What: "It is mould after all", Told: clockAt("2026-11-13 10:00")}
	if c = must(t, c, again, m); !c.Hazards[1].Running() || c.Hazards[1].ID != 2 {
		t.Errorf("%+v", c.Hazards)
	}
}

// Neither clock ever waits for the other, or knows of it (ruling 10).
func TestHazardAndComplaintClocksKnowNothingOfEachOther(t *testing.T) {
	first := day("2025-11-01")
	rapid.Check(t, func(rt *rapid.T) {
		told := calendar.FirstMinute(first.AddDays(rapid.IntRange(0, 500).Draw(rt, "day"))).
			Add(time.Duration(rapid.IntRange(0, 23*60-1).Draw(rt, "minute")) * time.Minute)
		today := calendar.Of(told).AddDays(rapid.IntRange(0, 40).Draw(rt, "later"))
		m := on(t, dan, today)
		r := walkIn(calendar.Of(told).String())
		plain := must(t, Case{}, r, m)
		r.Story, r.ToldAt = "Smell of gas, and mould.", told
		both := must(t, Case{}, r, m)
		same := func(when string) {
			a, b := plain.Current(), both.Current()
			if a.AcknowledgeBy.Due != b.AcknowledgeBy.Due || a.RespondBy.Due != b.RespondBy.Due || a.Latest.Due != b.Latest.Due {
				rt.Fatalf("%s: a hazard moved the complaint's dates: %+v, %+v", when, a, b)
			}
		}
		hazards := func() []map[policy.Act]string {
			return []map[policy.Act]string{steps(both.Hazards[0]), steps(both.Hazards[1])}
		}
		same("recorded")
		before := hazards()
		ack := SentElsewhere{Kind: Acknowledgement, On: calendar.Of(told).AddDays(rapid.IntRange(0, calendar.Of(told).DaysUntil(today)).Draw(rt, "ack")), How: Posted, To: "Grace"}
		plain, both = must(t, plain, ack, m), must(t, both, ack, m)
		same("acknowledged")
		for i, h := range hazards() {
			for step, by := range h {
				if before[i][step] != by {
					rt.Fatalf("the acknowledgement moved %s from %s to %s", step, before[i][step], by)
				}
			}
		}
		done := told.Add(time.Duration(rapid.IntRange(0, 24*60).Draw(rt, "looked")) * time.Minute)
		if calendar.Of(done).After(today) {
			done = told
		}
		both = must(t, both, HazardStep{Hazard: 1, Step: policy.HazardEmergency, Done: done}, m)
		both = must(t, both, HazardStep{Hazard: 2, Step: policy.HazardInvestigate, Done: done}, m)
		same("looked at")
		for _, h := range both.Hazards {
			for _, k := range h.Clocks {
				if len(k.Deadline.Working.Steps) == 0 || k.Deadline.Due != calendar.Of(k.By) || k.Deadline.Provisional {
					rt.Fatalf("%s has no working: %+v", k.Step, k)
				}
			}
		}
	})
}

// What is kept is what was decided: minutes in UTC come back the same.
func TestAHazardIsKeptAsItIs(t *testing.T) {
	told := time.Now() // with a zone and the computer's own clock reading, as a window hands it over
	m := on(t, dan, calendar.Of(told))
	m.Now = told
	c := must(t, Case{}, walkIn(m.Today.String()), m)
	c = must(t, c, StartHazard{Kind: "emergency", What: "Bare wires", Told: told}, m)
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var kept Case
	if err := json.Unmarshal(text, &kept); err != nil || len(Diff(c, kept)) != 0 || !reflect.DeepEqual(c.Hazards, kept.Hazards) {
		t.Errorf("%v: %v", err, Diff(c, kept))
	}
}

// TestTheMinuteOfAnotherDayIsNoFuture works on a day ahead of the clock, as a
// desk that was told its day does: its minutes are no future, the next day is.
func TestTheMinuteOfAnotherDayIsNoFuture(t *testing.T) {
	m := Moment{Today: calendar.On(2026, 12, 17), Now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	for at, want := range map[time.Time]bool{
		time.Date(2026, 12, 17, 10, 40, 0, 0, time.UTC): false,
		time.Date(2026, 12, 18, 0, 1, 0, 0, time.UTC):   true,
		time.Date(2026, 11, 22, 9, 1, 0, 0, time.UTC):   false,
	} {
		if got := m.ahead(at); got != want {
			t.Errorf("%s is ahead: %v", at, got)
		}
	}
	m.Now = time.Date(2026, 12, 17, 9, 0, 0, 0, time.UTC)
	if !m.ahead(time.Date(2026, 12, 17, 9, 1, 0, 0, time.UTC)) {
		t.Error("a minute to come on the clock's own day is no future")
	}
}
