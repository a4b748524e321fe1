package board

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

var theShipped = func() *policy.Set {
	set, err := policy.Shipped()
	if err != nil {
		panic(err)
	}
	return set
}()

// published makes a quarter's or a year's facts: so many received, so many of
// them in time, upheld and mixed; each answered within the period.
func published(n int, first calendar.Date, stage, received, inTime, upheld, mixed int) []casework.StageFact {
	var facts []casework.StageFact
	for i := range received {
		f := complaint(n+i, first.AddDays(i%20))
		f.Stage = stage
		f = acknowledged(f, england.Add(f.Received, 2))
		days := 5 * stage
		if i >= inTime {
			days = 12 * stage
		}
		outcome := casework.NotUpheld
		if (i*7)%received < upheld {
			outcome = casework.Upheld
		}
		f = answeredOn(f, england.Add(f.Acknowledged, days), outcome)
		f.Mixed = (i*7)%received < mixed
		facts = append(facts, f)
	}
	return facts
}

// shows compares a figure with the number as it was published, to its decimal
// places.
func shows(t *testing.T, r Report, id string, want float64, places int) {
	t.Helper()
	value := need(t, r, id).Value()
	if value == nil || math.Abs(*value-want) > 0.5*math.Pow10(-places)+1e-9 {
		t.Errorf("%s is %v; published as %v", id, need(t, r, id).Text(), want)
	}
}

func TestWestLancashire202324GivesItsPublishedFigures(t *testing.T) {
	facts := slices.Concat(published(1, calendar.On(2023, 4, 3), 1, 293, 230, 167, 0), published(1, calendar.On(2023, 10, 2), 2, 32, 22, 19, 0))
	for homes := 5831; homes <= 5842; homes++ {
		in := inputOf(t, "2023-24Q4", calendar.On(2024, 5, 1), facts)
		in.Homes = homes
		r := Make(in)
		shows(t, r, "ch01.stage1", 50.2, 1)
		shows(t, r, "ch01.stage2", 5.5, 1)
		shows(t, r, "ch02.stage1", 78.5, 1)
		shows(t, r, "ch02.stage2", 69, 0)
		shows(t, r, "stage1.responded_in_time_with_extension.ytd", 78.5, 1)
		shows(t, r, "stage1.upheld.ytd", 57, 0)
		shows(t, r, "stage2.upheld.ytd", 59, 0)
		shows(t, r, "escalation.ytd", 10.9, 1)
	}
}

func TestWestLancashireQuarterGivesItsPublishedFigures(t *testing.T) {
	facts := slices.Concat(published(1, calendar.On(2024, 4, 2), 1, 74, 68, 57, 0), published(1, calendar.On(2024, 4, 15), 2, 11, 11, 9, 0))
	r := Make(inputOf(t, "2024-25Q1", calendar.On(2024, 7, 20), facts))
	shows(t, r, "stage1.received", 74, 0)
	shows(t, r, "stage2.received", 11, 0)
	shows(t, r, "stage1.responded_in_time", 92, 0)
	shows(t, r, "stage2.responded_in_time", 100, 0)
	shows(t, r, "stage1.upheld", 77, 0)
	shows(t, r, "stage2.upheld", 82, 0)
}

func TestCCHAHalfYearGivesItsPublishedFigures(t *testing.T) {
	facts := slices.Concat(
		published(1, calendar.On(2025, 4, 1), 1, 61, 60, 49, 17),
		published(100, calendar.On(2025, 7, 1), 1, 66, 66, 53, 19),
		published(1, calendar.On(2025, 5, 6), 2, 10, 10, 5, 0), published(100, calendar.On(2025, 8, 5), 2, 11, 11, 5, 0))
	for homes := 7471; homes <= 7478; homes++ {
		in := inputOf(t, "2025-26Q2", calendar.On(2025, 11, 1), facts)
		in.Homes = homes
		r := Make(in)
		shows(t, r, "stage1.per_1000", 8.83, 2)
		shows(t, r, "stage1.per_1000.ytd", 17, 0)
		shows(t, r, "escalation.ytd", 16.5, 1)
		shows(t, r, "stage1.responded_in_time_with_extension.ytd", 99, 0)
		shows(t, r, "stage1.upheld_all_points.ytd", 52, 0)
		shows(t, r, "stage1.upheld_some_points_not.ytd", 28, 0)
		shows(t, r, "stage1.not_upheld.ytd", 20, 0)
		before, _ := r.Before("stage1.per_1000")
		if value := before.Value(); value == nil || math.Abs(*value-8.16) > 0.005 {
			t.Errorf("the quarter before is %s per 1,000; published as 8.16", before.Text())
		}
	}
}

func TestASyntheticStockOf12500GivesItsRates(t *testing.T) {
	facts := slices.Concat(published(1, calendar.On(2025, 4, 1), 1, 413, 400, 200, 0), published(1, calendar.On(2025, 9, 1), 2, 61, 60, 30, 0))
	r := Make(inputOf(t, "2025-26Q4", calendar.On(2026, 5, 1), facts))
	shows(t, r, "ch01.stage1", 33.04, 2)
	shows(t, r, "ch01.stage2", 4.88, 2)
	if text := need(t, r, "ch01.stage1").Text(); text != "33.0" {
		t.Errorf("CH01 is shown as %s", text)
	}
}

func TestAComplaintOf31MarchCountsInTheOldYear(t *testing.T) {
	f := acknowledged(complaint(1, calendar.On(2026, 3, 31)), calendar.On(2026, 4, 7))
	f = answeredOn(f, calendar.On(2026, 4, 21), casework.Upheld)
	before := Make(inputOf(t, "2025-26Q4", calendar.On(2026, 4, 10), []casework.StageFact{f}))
	if f := need(t, before, "ch01.stage1.counted"); f.Numerator != 1 {
		t.Errorf("CH01 of the old year counts %d", f.Numerator)
	}
	if f := need(t, before, "ch02.stage1"); f.Value() != nil {
		t.Errorf("CH02 is %s while the only answer is not yet due", f.Text())
	}
	if f := need(t, before, "ch02.stage1.not_yet_due"); f.Numerator != 1 {
		t.Errorf("%d not yet due", f.Numerator)
	}
	after := Make(inputOf(t, "2025-26Q4", calendar.On(2026, 5, 10), []casework.StageFact{f}))
	shows(t, after, "ch02.stage1", 100, 1)
	next := Make(inputOf(t, "2026-27Q1", calendar.On(2026, 5, 10), []casework.StageFact{f}))
	if f := need(t, next, "ch01.stage1.counted"); f.Numerator != 0 {
		t.Errorf("CH01 of the new year counts %d", f.Numerator)
	}
	if f := need(t, next, "stage1.upheld"); f.MadeOf() != "1 of 1" {
		t.Errorf("its outcome is counted as %q in the quarter of its answer", f.MadeOf())
	}
}

func TestALateAcknowledgementBuysNoTimeInSilence(t *testing.T) {
	received := calendar.On(2026, 7, 6)
	f := acknowledged(complaint(1, received), england.Add(received, 6))
	f = answeredOn(f, england.Add(f.Acknowledged, 10), casework.Upheld)
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{f}))
	for id, want := range map[string]string{
		"stage1.responded_in_time":                            "100.0%",
		"stage1.responded_in_time_with_extension":             "100.0%",
		"stage1.acknowledged_in_time":                         "0.0%",
		"stage1.acknowledged_late":                            "1",
		"stage1.responded_in_time_from_receipt":               "0.0%",
		"stage1.responded_in_time_after_late_acknowledgement": "1",
		"stage1.acknowledged_and_responded_in_time":           "0.0%",
		"ch02.stage1":                   "100.0%",
		"ch02.stage1.both_in_time":      "0.0%",
		"ch02.stage1.acknowledged_late": "1",
	} {
		if got := need(t, r, id).Text(); got != want {
			t.Errorf("%s is %s; want %s", id, got, want)
		}
	}
	if label := need(t, r, "stage1.responded_in_time_from_receipt").Label; label != "Stage 1 answered within 15 working days of receipt" {
		t.Errorf("the figure from receipt is called %q", label)
	}
}

func TestAnExtensionCountsOnlyWhereItIsCountedIn(t *testing.T) {
	f := acknowledged(complaint(1, calendar.On(2026, 7, 6)), calendar.On(2026, 7, 7))
	f.ExtendedTo = england.Add(f.RespondBy, 5)
	late := answeredOn(f, england.Add(f.RespondBy, 5), casework.NotUpheld)
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{late}))
	if got := need(t, r, "stage1.responded_in_time").Text() + " " + need(t, r, "stage1.responded_in_time_with_extension").Text(); got != "0.0% 100.0%" {
		t.Errorf("without and with the extension: %s", got)
	}
	// One recorded after the due date is no extension: the facts have none.
	late.ExtendedTo = calendar.Date{}
	r = Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{late}))
	if got := need(t, r, "stage1.responded_in_time_with_extension").Text(); got != "0.0%" {
		t.Errorf("without a valid extension: %s", got)
	}
	// Between the two dates an unanswered one is late without it, not yet due with it.
	r = Make(inputOf(t, "2026-27Q2", england.Add(f.RespondBy, 2), []casework.StageFact{f}))
	if got := need(t, r, "stage1.responded_in_time").Text() + " " + need(t, r, "stage1.responded_in_time_with_extension").Text(); got != "0.0% "+NotKnown {
		t.Errorf("between the two dates: %s", got)
	}
}

func TestADueDateIsNotOverUntilItsDayIs(t *testing.T) {
	f := acknowledged(complaint(1, calendar.On(2026, 7, 6)), calendar.On(2026, 7, 7))
	for days, want := range map[int]string{-1: NotKnown, 0: NotKnown, 1: "0.0%"} {
		r := Make(inputOf(t, "2026-27Q2", f.RespondBy.AddDays(days), []casework.StageFact{f}))
		if got := need(t, r, "stage1.responded_in_time").Text(); got != want {
			t.Errorf("%d days after the due date: %s; want %s", days, got, want)
		}
	}
}

func TestServiceRequestsAreNeverStage1(t *testing.T) {
	f := complaint(1, calendar.On(2026, 7, 6))
	f.Kind, f.Stage, f.Choice = casework.ServiceRequest, 0, casework.NotToday
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{f}))
	if got := need(t, r, "stage1.received").Text() + need(t, r, "ch01.stage1.all").Text() + need(t, r, "service_requests.received").Text() + need(t, r, "service_requests.not_today").Text(); got != "0011" {
		t.Errorf("stage 1, all, requests, not today: %s", got)
	}
}

func TestACaseOfferedMoneyTwiceCountsOnce(t *testing.T) {
	first := answeredOn(acknowledged(complaint(7, calendar.On(2026, 7, 1)), calendar.On(2026, 7, 2)), calendar.On(2026, 7, 10), casework.Upheld)
	first.Offered = 10_001
	second := complaint(7, calendar.On(2026, 7, 14))
	second.Stage, second.RespondBy = 2, england.Add(second.Received, 25)
	second = answeredOn(second, calendar.On(2026, 8, 3), casework.Upheld)
	second.Offered = 5_000
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{second, first}))
	want := "£150.01 £100.01 £50.00 1 £150.01"
	if got := fmt.Sprint(need(t, r, "redress.offered").Text(), " ", need(t, r, "redress.stage1").Text(), " ", need(t, r, "redress.stage2").Text(), " ",
		need(t, r, "redress.cases").Text(), " ", need(t, r, "redress.average").Text()); got != want {
		t.Errorf("redress is %s; want %s", got, want)
	}
	if cases := need(t, r, "redress.offered").Cases; len(cases) != 1 || cases[0] != first.Reference {
		t.Errorf("the cases behind it are %v", cases)
	}
}

func TestEveryFigureHasItsOwnIdALabelAndADefinition(t *testing.T) {
	facts := anyOffice(seeded(11), 300, calendar.On(2025, 4, 1), calendar.On(2026, 9, 30))
	facts[0].Subject, facts[1].Subject, facts[2].Subject = "a b", "a-b", "A.B"
	r := Make(inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), facts))
	ids := map[string]bool{}
	for _, f := range r.Figures {
		if ids[f.ID] {
			t.Errorf("the id %s is used twice", f.ID)
		}
		ids[f.ID] = true
		if f.Label == "" || f.Definition == "" || !strings.Contains(f.ID, ".") && plain(f.ID) != "escalation" {
			t.Errorf("%s has label %q and definition %q", f.ID, f.Label, f.Definition)
		}
		if !f.Hidden && f.Unit != PerThousand && f.Unit != WorkingDays && f.Unit != Pence && f.Numerator != int64(len(f.Cases)) {
			t.Errorf("%s counts %d and lists %d cases", f.ID, f.Numerator, len(f.Cases))
		}
	}
	for _, id := range []string{"stage1.received", "stage1.acknowledged_in_time", "stage1.responded_in_time", "stage1.responded_in_time_with_extension",
		"stage2.received", "ch01.stage1", "ch01.stage2", "ch02.stage1", "ch02.stage2", "stage1.upheld", "escalation", "redress.offered"} {
		if !ids[id] || isYearOnly(id) == ids[id+YearToDate] {
			t.Errorf("%s is %v, and %s%s is %v", id, ids[id], id, YearToDate, ids[id+YearToDate])
		}
	}
}

func TestTheSameFactsGiveTheSameReportInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		facts := anyOffice(seeded(seed), rapid.IntRange(1, 80).Draw(t, "cases"), calendar.On(2025, 4, 1), calendar.On(2026, 9, 30))
		in := Input{Period: PeriodOf(calendar.On(2026, 8, 1)), Facts: facts, Homes: 900, Holidays: england, Policies: theShipped, Today: calendar.On(2026, 11, 13)}
		first := Make(in)
		if again := Make(in); again.Hash() != first.Hash() {
			t.Fatal("the same facts gave two reports")
		}
		in.Facts = slices.Clone(facts)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(in.Facts), func(i, j int) { in.Facts[i], in.Facts[j] = in.Facts[j], in.Facts[i] })
		other := Make(in)
		if diff := cmp.Diff(allShown(first), allShown(other)); diff != "" || other.Hash() != first.Hash() {
			t.Fatalf("another order gave another report:\n%s", diff)
		}
		in.Facts = append(in.Facts, complaint(5000, calendar.On(2026, 8, 3)))
		if Make(in).Hash() == first.Hash() {
			t.Fatal("one more complaint gave the same hash")
		}
	})
}

func TestWhatHappenedLaterDoesNotChangeAnEarlierReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyOffice(seeded(rapid.Uint64().Draw(t, "seed")), 60, calendar.On(2025, 4, 1), calendar.On(2026, 12, 31))
		today := calendar.On(2026, 7, 1).AddDays(rapid.IntRange(0, 150).Draw(t, "days"))
		in := Input{Period: PeriodOf(calendar.On(2026, 8, 1)), Facts: facts, Homes: 900, Holidays: england, Policies: theShipped, Today: today}
		then := Make(in)
		in.Facts = nil
		for _, f := range facts {
			if !f.Received.After(today) {
				in.Facts = append(in.Facts, asAt(f, today))
			}
		}
		if diff := cmp.Diff(allShown(Make(in)), allShown(then)); diff != "" {
			t.Fatalf("the report of %s differs when made later:\n%s", today, diff)
		}
	})
}

func TestTheLinesReconcileToAllThatWasReceived(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := anyOffice(seeded(rapid.Uint64().Draw(t, "seed")), 100, calendar.On(2026, 4, 1), calendar.On(2026, 9, 30))
		r := Make(Input{Period: PeriodOf(calendar.On(2026, 8, 1)), Facts: facts, Homes: 900, Holidays: england, Policies: theShipped,
			Today: calendar.On(2026, 9, 1).AddDays(rapid.IntRange(0, 60).Draw(t, "days"))})
		of := func(id string) int64 { f, _ := r.Figure(id); return f.Numerator }
		for n := 1; n <= 2; n++ {
			s := fmt.Sprintf("stage%d.", n)
			for _, at := range []string{"", YearToDate} {
				if all := of(s+"responded_in_time_with_extension"+at) + of(s+"responded_late"+at) + of(s+"not_yet_due_with_extension"+at) + of(s+"no_due_date"+at) + of(s+"withdrawn"+at); all != of(s+"received"+at) {
					t.Fatalf("stage %d%s: in time, late, not yet due, without a date and withdrawn add up to %d of %d", n, at, all, of(s+"received"+at))
				}
				if all := of(s+"upheld"+at) + of(s+"not_upheld"+at) + of(s+"outcome_not_recorded"+at); all != of(s+"answered"+at) {
					t.Fatalf("stage %d%s: the outcomes add up to %d of %d", n, at, all, of(s+"answered"+at))
				}
			}
			c := fmt.Sprintf("ch01.stage%d", n)
			if of(c+".counted")+of(c+".left_out") != of(c+".all") || of(c+".all") != of(s+"received.ytd") {
				t.Fatalf("CH01 stage %d does not reconcile", n)
			}
		}
	})
}

func TestFiguresAreWrittenUnderTheNamesOthersLeanOn(t *testing.T) {
	f := acknowledged(complaint(377, calendar.On(2026, 7, 6)), calendar.On(2026, 7, 7))
	in := inputOf(t, "2026-27Q2", calendar.On(2026, 11, 13), []casework.StageFact{f})
	in.Homes = 0
	text, err := json.Marshal(Make(in))
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Quarter, From, To, Seal string
		CutOff                  string `json:"cut_off"`
		Homes                   *int
		Figures                 []map[string]any
	}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(read.Quarter, read.From, read.To, read.Seal, read.CutOff, *read.Homes); got != "2026-27Q22026-07-012026-09-303f9a1c2b7d2026-11-13T10:42:00Z0" {
		t.Errorf("the head is %s", got)
	}
	found := 0
	for _, figure := range read.Figures {
		for _, name := range []string{"id", "label", "value", "unit", "numerator", "denominator", "definition", "cases"} {
			if _, ok := figure[name]; !ok {
				t.Fatalf("%v has no %s", figure["id"], name)
			}
		}
		switch figure["id"] {
		case "stage1.received":
			found++
			if fmt.Sprint(figure["value"], figure["unit"], figure["cases"]) != fmt.Sprint(1, "count", []any{string(f.Reference)}) {
				t.Errorf("stage 1 received is %v", figure)
			}
		case "ch01.stage1", "stage2.upheld.ytd":
			found++
			if figure["value"] != nil || figure["denominator"] != 0.0 {
				t.Errorf("%v is %v of %v; want null of 0", figure["id"], figure["value"], figure["denominator"])
			}
		}
	}
	if found != 3 {
		t.Errorf("%d of the three figures were found", found)
	}
}

func TestAFigureReadsAsPeopleWriteIt(t *testing.T) {
	for want, f := range map[string]Figure{
		"118":              {Unit: Count, Numerator: 118, Denominator: 1},
		"1,234,567":        {Unit: Count, Numerator: 1234567, Denominator: 1},
		"91.5%":            {Unit: Percent, Numerator: 108, Denominator: 118},
		"68.8%":            {Unit: Percent, Numerator: 22, Denominator: 32}, // 68.75 exactly
		"18.2":             {Unit: PerThousand, Numerator: 227, Denominator: 12500},
		"£9,184.50":        {Unit: Pence, Numerator: 918450, Denominator: 1},
		"£0.51":            {Unit: Pence, Numerator: 101, Denominator: 2}, // half a penny up
		"8 working days":   {Unit: WorkingDays, Numerator: 16, Denominator: 2},
		"8.5 working days": {Unit: WorkingDays, Numerator: 17, Denominator: 2},
		"1 working day":    {Unit: WorkingDays, Numerator: 1, Denominator: 1},
		NotKnown:           {Unit: Percent},
		HiddenText:         {Unit: Count, Hidden: true},
	} {
		if got := f.Text(); got != want {
			t.Errorf("%+v reads %q; want %q", f, got, want)
		}
	}
}
