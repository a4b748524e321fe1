package policy

import (
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
)

func shipped(t testing.TB) *Set {
	t.Helper()
	set, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func named(t testing.TB, name string) *Policy {
	t.Helper()
	p, ok := shipped(t).Named(name)
	if !ok {
		t.Fatalf("there is no policy %q", name)
	}
	return p
}

func TestACaseTakesThePolicyOfTheDayItWasReceived(t *testing.T) {
	set := shipped(t)
	for day, want := range map[calendar.Date]string{
		calendar.On(1999, time.May, 1):    "earlier",
		calendar.On(2024, time.March, 31): "earlier",
		calendar.On(2024, time.April, 1):  "current",
		calendar.On(2026, time.May, 1):    "current",
	} {
		if got := set.InForceOn(day).Name; got != want {
			t.Errorf("on %s the %s policy is in force, want %s", day, got, want)
		}
	}
	moved := set.WithStart("current", calendar.On(2023, time.April, 1))
	if got := moved.InForceOn(calendar.On(2023, time.April, 1)).Name; got != "current" {
		t.Errorf("the office's own date is not used: %s", got)
	}
	if got := set.InForceOn(calendar.On(2023, time.April, 1)).Name; got != "earlier" {
		t.Errorf("one office's date changed the shipped set: %s", got)
	}
}

func TestThePolicyHoldsEverythingThePageSays(t *testing.T) {
	p := named(t, "current")
	reRoutes, refusals := 0, 0
	for _, e := range p.Exclusions {
		if e.Refuses() {
			refusals++
			if len(e.Evidence) == 0 {
				t.Errorf("%s may refuse without anything recorded", e.ID)
			}
		} else {
			reRoutes++
		}
	}
	for what, got := range map[string][2]int{
		"re-routes":     {reRoutes, 6},
		"refusals":      {refusals, 5},
		"outcomes":      {len(p.Outcomes), 2},
		"remedies":      {len(p.Remedies), 8},
		"bands":         {len(p.Bands), 4},
		"loss heads":    {len(p.LossHeads), 5},
		"reasons":       {len(p.InconvenienceReasons), 9},
		"ombudsmen":     {len(p.Ombudsmen), 4},
		"stages":        {len(p.Stages), 2},
		"earlier ways":  {len(named(t, "earlier").Remedies), 5},
		"earlier stage": {len(named(t, "earlier").Stages), 1},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %d, want %d", what, got[0], got[1])
		}
	}
	const fixed = "an expression of dissatisfaction, however made, about the standard of service, actions or lack of action " +
		"by the organisation, its own staff, or those acting on its behalf, affecting an individual resident or group of residents."
	if p.Definition.Text != fixed {
		t.Errorf("the definition is not the Code's: %q", p.Definition.Text)
	}
	if never := found[Exclusion](t)(p.Exclusion("not-ours")).Never; !slices.Contains(never, "building-safety") {
		t.Error("building safety may be refused for want of a relationship")
	}
}

func TestTheStatutoryResponseNeedsSevenThings(t *testing.T) {
	p := named(t, "current")
	for _, kind := range []string{Response, Stage2Response} {
		var letters []string
		for _, o := range p.Obligations(kind) {
			if i := strings.IndexByte(o.Source.Code, '('); i > 0 && o.Must {
				letters = append(letters, o.Source.Code[i:i+3])
			}
		}
		slices.Sort(letters)
		if got := strings.Join(letters, ""); got != "(a)(b)(c)(d)(e)(f)(g)" {
			t.Errorf("a %s must say %s", kind, got)
		}
	}
	for _, kind := range []string{Acknowledgement, Response, Extension, RefusalLetter, EscalationRefusal, ServiceRequestLetter, HoldingUpdate, Receipt} {
		all := p.Obligations(kind)
		if len(all) <= len(p.Obligations(AnyLetter)) || !slices.ContainsFunc(all, func(o Obligation) bool { return o.ID == "ombudsman" && o.Must }) {
			t.Errorf("a %s may leave without the Housing Ombudsman", kind)
		}
	}
}

func TestALetterGoesToTheOmbudsmanOfItsSubject(t *testing.T) {
	p := named(t, "current")
	for _, c := range []struct {
		subject  string
		highRise bool
		want     string
	}{
		{"repairs", false, "housing"},
		{"repairs", true, "housing"},
		{"allocations", false, "lgsco"},
		{"money-advice", false, "fos"},
		{"building-safety", true, "bsr"},
		{"building-safety", false, "housing"},
		{"the weather", false, ""},
	} {
		var got []string
		for _, o := range p.Route(c.subject, c.highRise) {
			got = append(got, o.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s (high-rise %t) goes to %v, want %s", c.subject, c.highRise, got, c.want)
		}
	}
	if !p.HousingLine("money-advice", true) || p.HousingLine("money-advice", false) || !p.HousingLine("allocations", false) {
		t.Error("the Housing Ombudsman's line is left out for the wrong people")
	}
	for _, o := range p.Ombudsmen {
		if o.Telephone == "" || len(o.Address) < 3 || o.When == "" || len(o.Facts) == 0 {
			t.Errorf("%s cannot be reached: %+v", o.Name, o)
		}
	}
}

func TestBandsTouchAndHoldBothEnds(t *testing.T) {
	p := named(t, "current")
	low, second := found[Band](t)(p.Band("service-failure")), found[Band](t)(p.Band("serious"))
	if !low.Holds(5000) || !low.Holds(10000) || !second.Holds(10000) || low.Holds(4999) || low.Holds(10001) {
		t.Error("a band does not hold both of its ends")
	}
	for sum, want := range map[Pence]string{5000: "service-failure", 9999: "service-failure", 10000: "serious",
		60000: "significant", 99999: "significant", 100000: "severe", 9900000: "severe"} {
		if got, _ := p.InferBand(sum); got.ID != want {
			t.Errorf("%s is taken for %q, want %q", sum, got.ID, want)
		}
	}
	if got, ok := p.InferBand(4999); ok {
		t.Errorf("£49.99 is taken for %q", got.ID)
	}
}

func TestAnAppointmentIsMissedByTheMinute(t *testing.T) {
	now := named(t, "current").MissedAppointment
	for _, c := range []struct {
		afternoon, told bool
		at              string
		missed          bool
	}{
		{false, true, "08:00", false}, {false, true, "08:01", true}, {true, true, "12:00", false},
		{true, true, "12:01", true}, {true, true, "09:00", false}, {false, false, "07:00", true},
	} {
		var at Minute
		if err := at.UnmarshalText([]byte(c.at)); err != nil {
			t.Fatal(err)
		}
		if got := now.Missed(c.afternoon, c.told, at); got != c.missed {
			t.Errorf("told %t at %s (afternoon %t): missed %t", c.told, at, c.afternoon, got)
		}
	}
	visit := found[Promise](t)(shipped(t).Promise("missed-visit")).Missed
	if visit.TooLate(30) || !visit.TooLate(31) || now.TooLate(500) {
		t.Error("lateness is counted wrongly")
	}
	var m Minute
	for _, bad := range []string{"8", "24:00", "08:60", "x:y", ""} {
		if m.UnmarshalText([]byte(bad)) == nil {
			t.Errorf("%q was read as a time of day", bad)
		}
	}
}

func TestPromisesStandUntilTheOfficeEndsThem(t *testing.T) {
	set, last := shipped(t), calendar.On(2026, time.June, 30)
	ended := found[Promise](t)(set.WithPromise("door-entry", calendar.Date{}, last).Promise("door-entry"))
	if !ended.InForceOn(last) || ended.InForceOn(last.AddDays(1)) || !ended.InForceOn(calendar.On(2001, time.May, 1)) {
		t.Error("an ended promise does not stop on its last day")
	}
	if !found[Promise](t)(set.Promise("door-entry")).InForceOn(last.AddDays(1)) {
		t.Error("one office's date changed the shipped set")
	}
	law := found[Promise](t)(set.WithPromise("right-to-repair", calendar.Date{}, last).Promise("right-to-repair"))
	if !law.InForceOn(last.AddDays(1)) || law.InForceOn(calendar.On(1994, time.March, 31)) {
		t.Error("law was ended by an office")
	}
}

func TestTheRightToRepairHasItsTwentyRows(t *testing.T) {
	scheme := found[Promise](t)(shipped(t).Promise("right-to-repair")).Repair
	if len(scheme.Repairs) != 20 {
		t.Fatalf("%d rows, want 20", len(scheme.Repairs))
	}
	days := map[int]int{}
	for _, r := range scheme.Repairs {
		days[r.Days]++
	}
	if days[1] != 10 || days[3] != 7 || days[7] != 3 {
		t.Errorf("rows by days: %v", days)
	}
	for day, winter := range map[calendar.Date]bool{
		calendar.On(2026, time.October, 31): false, calendar.On(2026, time.November, 1): true,
		calendar.On(2027, time.April, 30): true, calendar.On(2027, time.May, 1): false, calendar.On(2027, time.January, 5): true,
	} {
		if scheme.Winter(day) != winter {
			t.Errorf("%s: winter is %t", day, !winter)
		}
	}
	if scheme.First != 1000 || scheme.Daily != 200 || scheme.Most != 5000 || scheme.CostLimit != 25000 {
		t.Errorf("the scheme's sums are %+v", *scheme)
	}
}

func TestHeatingTakesTheRowOfItsSeason(t *testing.T) {
	scheme := found[Promise](t)(shipped(t).Promise("right-to-repair")).Repair
	for _, c := range []struct {
		defect string
		starts calendar.Date
		row    string
	}{
		{HeatingLoss, calendar.On(2026, time.October, 31), "heating-summer"}, {HeatingLoss, calendar.On(2026, time.November, 1), "heating-winter"},
		{HeatingLoss, calendar.On(2027, time.April, 30), "heating-winter"}, {HeatingLoss, calendar.On(2027, time.May, 1), "heating-summer"},
		{"heating-summer", calendar.On(2027, time.January, 5), "heating-winter"}, {"heating-winter", calendar.On(2026, time.July, 1), "heating-summer"},
		{"tap", calendar.On(2027, time.January, 5), "tap"}, {"tap", calendar.On(2026, time.July, 1), "tap"},
	} {
		if row, ok := scheme.Row(c.defect, c.starts); !ok || row.ID != c.row {
			t.Errorf("%s from %s is %q", c.defect, c.starts, row.ID)
		}
	}
	if row, ok := scheme.Row("door-entry", calendar.On(2026, time.July, 1)); ok {
		t.Errorf("the communal system is %q", row.ID)
	}
	if len(scheme.Readings) != 3 {
		t.Errorf("%d readings are marked", len(scheme.Readings))
	}
}

func TestAnAppointmentForAllDayGoesByTheMorning(t *testing.T) {
	now := named(t, "current").MissedAppointment
	before := found[Promise](t)(shipped(t).Promise("missed-visit")).Missed
	for _, m := range []*MissedAppointment{now, before} {
		if m.AllDayBy != m.MorningBy || m.MorningBy != 8*60 || m.AfternoonBy != 12*60 || m.Note == "" {
			t.Errorf("%+v", *m)
		}
	}
}

func TestTheGuidanceIsHigherThanTheOfficesRate(t *testing.T) {
	set := shipped(t)
	if got := set.Tariffs(calendar.On(2026, time.March, 31)); len(got) != 0 {
		t.Errorf("guidance of April 2026 is used in March: %+v", got)
	}
	tariffs := set.Tariffs(calendar.On(2026, time.April, 1))
	missed, ok := find(tariffs, func(t Tariff) bool { return t.ID == "missed-appointment" })
	if !ok || missed.Sum <= named(t, "current").MissedAppointment.Payment {
		t.Errorf("the missed appointment of the guidance is %s", missed.Sum)
	}
	if named(t, "current").MissedAppointment.Warning == "" {
		t.Error("the lower rate stands without its warning")
	}
}

func TestAnOpenEarlierCaseGetsStageTwo(t *testing.T) {
	set, earlier := shipped(t), named(t, "earlier")
	start := named(t, "current").From
	for _, c := range []struct {
		closed, today calendar.Date
		want          bool
	}{
		{calendar.Date{}, start, true},
		{calendar.Date{}, start.AddDays(-1), false},
		{start.AddDays(-1), start.AddDays(30), false},
		{start, start.AddDays(30), true},
	} {
		p, ok := set.SecondStage(earlier, c.closed, c.today)
		if ok != c.want || (ok && p.Name != "current") {
			t.Errorf("closed %s, today %s: stage 2 %t", c.closed, c.today, ok)
		}
	}
	if p, ok := set.SecondStage(named(t, "current"), start, start); !ok || p.Name != "current" {
		t.Error("a current case has no stage 2")
	}
	if earlier.Appeal == nil || !earlier.Appeal.NeedsReasons || !earlier.Appeal.NoTime {
		t.Error("the earlier policy lost its appeal")
	}
}

func TestTheDesignatedPersonEndedInLaw(t *testing.T) {
	for _, r := range named(t, "earlier").Retired {
		if r.Ended != calendar.On(2022, time.October, 1) {
			t.Errorf("%s ended on %s", r.ID, r.Ended)
		}
	}
	if n := len(named(t, "earlier").Retired); n != 2 {
		t.Errorf("%d retired provisions, want 2", n)
	}
}

func TestASourceIsPrintedSmall(t *testing.T) {
	for _, c := range []struct {
		source Source
		want   string
	}{
		{Source{Code: "6.3", Page: "current page, Stage one", Ruling: "6"}, "Code 6.3"},
		{Source{Page: "earlier page", Ruling: "1"}, "earlier page"},
		{Source{Ruling: "12"}, "ruling 12"},
		{Source{Law: "SI 1994/133", Ruling: "20"}, "SI 1994/133"},
		{Source{}, ""},
	} {
		if got := c.source.String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := (Source{Code: "6.3", Page: "current page", Ruling: "6"}).Full(); got != "Code 6.3; current page; ruling 6" {
		t.Errorf("in full: %q", got)
	}
}

func TestMoneyIsWrittenInPoundsAndPence(t *testing.T) {
	for sum, want := range map[Pence]string{0: "£0.00", 5: "£0.05", 1000: "£10.00", 100000: "£1,000.00",
		123456789: "£1,234,567.89", -1050: "-£10.50"} {
		if got := sum.String(); got != want {
			t.Errorf("%d pence is %q, want %q", int64(sum), got, want)
		}
	}
}

// found unwraps a lookup that has to find something.
func found[T any](t testing.TB) func(T, bool) T {
	return func(entry T, ok bool) T {
		t.Helper()
		if !ok {
			t.Fatalf("no such %T", entry)
		}
		return entry
	}
}
