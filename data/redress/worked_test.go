package redress

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// ten are cases as a caseworker would tell them. Every date, line and total was
// worked out by hand, on a paper calendar with the bank holidays of 2026 and
// 2027, before there was anything to work them out with:
//
//	2026: 1 January, 3 and 6 April, 4 and 25 May, 31 August, 25 and 28 December
//	2027: 1 January, 26 and 29 March, 3 and 31 May
var ten = []tale{
	// 1. Maureen's landing. A pipe leaked onto the landing carpet. The carpet cost
	// £420.00 and was 3 of 10 years old, in good condition: 7 of 10 years were
	// left, 420.00 × 7 ÷ 10 = 294.00. The dehumidifier ran from 23 October to
	// 5 November: 9 days in October and 5 in November are 14, at £1.62: 22.68.
	// Nobody came on Thursday 24 September; on Thursday 15 October she was told at
	// 12:40 that the afternoon was off, 40 minutes after noon: 2 × 10.00 = 20.00.
	// The pipe was reported on Monday 21 September, 1 working day: Tuesday 22. On
	// Monday 28 she asked for another contractor, 1 working day: Tuesday 29. It was
	// done on Wednesday 14 October. 30 September is 1 day, 1 to 14 October are 14:
	// 15 days. 10.00 + 15 × 2.00 = 40.00. Inconvenience: 220.00.
	// 294.00 + 22.68 + 20.00 + 40.00 + 220.00 = 596.68.
	{name: "a leaking pipe and the landing carpet", today: "2026-11-13", total: 59668, lines: []owed{
		{in: Input{Kind: Damaged, Title: "Landing carpet", Reason: "flooring", Item: Item{Replacement: 42000, Age: 36, Life: "carpet", Condition: "good"}}, sum: 29400},
		{in: Input{Kind: Rated, Title: "Dehumidifier", Reason: "utilities", Rate: Rate{Unit: "day", Each: 162, From: date("2026-10-23"), Until: date("2026-11-05")}}, sum: 2268},
		{in: appointments(nobody("2026-09-24", Morning), toldOf("2026-10-15", Afternoon, "12:40")), sum: 2000, guidance: 3000},
		{in: repair("leaking-pipe", "2026-09-21", "2026-09-28", "2026-10-14"), sum: 4000, dates: "2026-09-22 2026-09-29"},
		{in: Judge("delay", "serious", 22000, "No bath for 23 days, and she rang four times"), sum: 22000},
	}},

	// 2. No boiler over Christmas. Reported on Wednesday 23 December 2026. The
	// working day after is Thursday 24, which is in the winter: 1 working day, so
	// Thursday 24. Friday 25 is Christmas Day, 26 and 27 the weekend, Monday 28
	// the substitute day. He asks for another contractor on Tuesday 29: Wednesday
	// 30. Done on Friday 8 January 2027: 31 December is 1 day, 1 to 8 January are
	// 8: 9 days. 10.00 + 9 × 2.00 = 28.00. The fan heater, 2,000 watts for 8 hours
	// a day from 25 December to 8 January, 7 + 8 = 15 days: 2 × 8 × 15 = 240
	// kilowatt-hours at 27p: 64.80. Inconvenience 750.00, for the 15 days without
	// heating or hot water; the guidance names 15 × 15.00 = 225.00.
	// 28.00 + 64.80 + 750.00 = 842.80.
	{name: "no boiler over Christmas", today: "2027-01-11", total: 84280, lines: []owed{
		{in: repair(HeatingLoss, "2026-12-23", "2026-12-29", "2027-01-08"), sum: 2800, dates: "2026-12-24 2026-12-30"},
		{in: Input{Kind: Powered, Title: "Fan heater", Power: Power{Watts: 2000, Hours: 8, Price: 2700, From: date("2026-12-25"), Until: date("2027-01-08")}}, sum: 6480},
		{in: Input{Kind: Judged, Reason: "facility", Also: "The Right to Repair pays for the second contractor, this for living without heat.",
			Harm: Harm{Band: "significant", Sum: 75000, Impact: "Two small children and no heat at Christmas", Lost: "heating-and-hot-water", From: date("2026-12-25"), Until: date("2027-01-08")}},
			sum: 75000, guidance: 22500},
	}},

	// 3. The clocks of autumn. Heating lost, reported on Friday 30 October 2026,
	// still in the summer's time. The working day after is Monday 2 November, in
	// the winter: 1 working day, Monday 2. She asks on Tuesday 3: Wednesday 4. It is
	// done on Wednesday 4, the last day: nothing. The heater she bought: 34.99.
	// Inconvenience 100.00, the upper end of the first band, both ends included.
	// 0.00 + 34.99 + 100.00 = 134.99.
	{name: "heating at the end of October", today: "2026-11-13", total: 13499, lines: []owed{
		{in: repair(HeatingLoss, "2026-10-30", "2026-11-03", "2026-11-04"), sum: 0, dates: "2026-11-02 2026-11-04"},
		{in: Input{Kind: Spent, Title: "Oil heater", Reason: "utilities", Cost: Cost{Sum: 3499, On: date("2026-10-31")}}, sum: 3499},
		{in: Judge("response-times", "service-failure", 10000, "Five cold days"), sum: 10000},
	}},

	// 4. Six visits in three years, and an office that ended the earlier page's
	// promise with 30 June 2026.
	//   Thursday 21 March 2024, a contractor came 31 minutes late and rang nobody:
	//   the earlier page, more than 30: 10.00.
	//   Friday 22 March 2024, 30 minutes late: not more than 30: nothing.
	//   Tuesday 2 June 2026, afternoon, told at 12:00 exactly: in time: nothing.
	//   Tuesday 30 June 2026, 45 minutes late, no word: the promise's last day: 10.00.
	//   Wednesday 1 July 2026, the same: only the current page stands, and somebody
	//   came: nothing.
	//   Thursday 2 July 2026, morning, told at 8:01: a minute too late: 10.00.
	// 3 × 10.00 = 30.00. The guidance looks at 30 June and 2 July: 30.00, for
	// which 20.00 is paid.
	{name: "six visits and a promise that ended", today: "2026-11-13", total: 3000, set: func(s *policy.Set) *policy.Set {
		return s.WithPromise("missed-visit", calendar.Date{}, date("2026-06-30"))
	}, lines: []owed{
		{in: appointments(lateBy("2024-03-21", 31, true), lateBy("2024-03-22", 30, false), toldOf("2026-06-02", Afternoon, "12:00"),
			lateBy("2026-06-30", 45, false), lateBy("2026-07-01", 45, false), toldOf("2026-07-02", Morning, "08:01")), sum: 3000, guidance: 3000},
	}},

	// 5. Letters at Christmas. Received on Wednesday 23 December 2026: Thursday 24
	// is 1; Friday 25, the weekend and Monday 28 are not counted; Tuesday 29 is 2,
	// Wednesday 30 is 3. Acknowledged on that Wednesday: in time. Received on
	// Thursday 24: Tuesday 29, Wednesday 30, Thursday 31. Acknowledged on Monday 4
	// January: 10.00. An e-mail of Monday 4 January (Tuesday 5, 6, Thursday 7) is
	// no letter. Received on Tuesday 5 January: 6, 7, Friday 8; on Monday 11 there
	// is still no word: 10.00. 2 × 10.00 = 20.00. A gesture of 25.00 below the
	// bands. 20.00 + 25.00 = 45.00.
	{name: "letters over Christmas", today: "2027-01-11", total: 4500, lines: []owed{
		{in: Input{Kind: Letters, Letters: []Unheard{
			paper("2026-12-23", "2026-12-30"), paper("2026-12-24", "2027-01-04"),
			{Received: date("2027-01-04"), Delivered: true, OwnMatter: true}, paper("2027-01-05", ""),
		}}, sum: 2000, dates: "2026-12-30 2026-12-31 2027-01-07 2027-01-08"},
		{in: Judge("delay", "", 2500, "One wasted walk to the office; a small gesture is right"), sum: 2500},
	}},

	// 6. The door to the stairs. It failed on Monday 24 August 2026 and worked
	// again on Monday 26 October: 24 to 31 August are 8 days, September 30, 1 to 25
	// October 25: 63 days, and the 26th is not counted. 63 ÷ 28 is 2 and 7 days
	// over: 2 × 5.00 = 10.00. Inconvenience 50.00, the lower end of the first band.
	// 10.00 + 50.00 = 60.00.
	{name: "the door to the stairs", today: "2026-11-13", total: 6000, lines: []owed{
		{in: Input{Kind: DoorOut, Door: Door{From: date("2026-08-24"), Until: date("2026-10-26")}}, sum: 1000},
		{in: Judge("facility", "service-failure", 5000, "Strangers on the stairs"), sum: 5000},
	}},

	// 7. Two entry systems. The communal one has not worked since Friday 18
	// September 2026: 18 to 30 September are 13 days, October 31, 1 to 12 November
	// 12: 56 days up to Friday 13 November, exactly 2 × 28: 10.00. The entryphone
	// in the flat, 7 working days, was reported on Tuesday 1 September: 2, 3, 4, 7,
	// 8, 9, Thursday 10. Another contractor is asked for on Friday 11: 14, 15, 16,
	// 17, 18, 21, Tuesday 22. Done on Monday 12 October: 23 to 30 September are 8
	// days, 1 to 12 October 12: 20 days. 10.00 + 20 × 2.00 = 50.00, just the most.
	// 10.00 + 50.00 = 60.00.
	{name: "two entry systems", today: "2026-11-13", total: 6000, lines: []owed{
		{in: Input{Kind: DoorOut, Door: Door{From: date("2026-09-18")}}, sum: 1000},
		{in: func() Input {
			in := repair("entryphone", "2026-09-01", "2026-09-11", "2026-10-12")
			in.Also = "The door to the stairs and the handset in the flat are two systems, each broken for itself."
			return in
		}(), sum: 5000, dates: "2026-09-10 2026-09-22"},
	}},

	// 8. The roof over Easter. 7 working days, reported on Wednesday 25 March 2026:
	// Thursday 26, 27, 30, 31 March, 1 April, Thursday 2 April is 6; Good Friday 3,
	// the weekend and Easter Monday 6 are not counted; Tuesday 7 April is 7. He asks
	// on Thursday 23 April: 24, 27, 28, 29, 30 April, Friday 1 May is 6; Monday 4
	// May is a bank holiday; Tuesday 5 May is 7. Done on Wednesday 27 May: 6 to 27
	// May are 22 days. 10.00 + 22 × 2.00 = 54.00, and the most is 50.00. The
	// bedroom's paper and paint, 300.00, 2 of 5 years old, fair (75%): 300.00 × 36 ÷
	// 60 = 180.00, × 75% = 135.00. The mattress, 349.99, 50 of 96 months old, fair:
	// 34,999 × 46 × 75 ÷ 9,600 = 12,577.77 pence: 125.78. Inconvenience 600.00, the
	// lower end of its band. 50.00 + 135.00 + 125.78 + 600.00 = 910.78.
	{name: "the roof over Easter", today: "2026-06-05", total: 91078, lines: []owed{
		{in: repair("roof", "2026-03-25", "2026-04-23", "2026-05-27"), sum: 5000, dates: "2026-04-07 2026-05-05"},
		{in: Input{Kind: Damaged, Title: "Bedroom decorations", Reason: "possessions", Item: Item{Replacement: 30000, Age: 24, Life: "decorations", Condition: "fair"}}, sum: 13500},
		{in: Input{Kind: Damaged, Title: "Mattress", Reason: "possessions", Item: Item{Replacement: 34999, Age: 50, Life: "mattress", Condition: "fair"}}, sum: 12578},
		{in: Judge("part-of-home", "significant", 60000, "The bedroom could not be used for two months"), sum: 60000},
	}},

	// 9. No cooker, and an office that pays £15.00 for a missed appointment. 22
	// ready meals at 6.25: 137.50. On Monday 5 October 2026 nobody came in the
	// morning; on Tuesday 6, for all day, he was told at 8:00: in time; on Wednesday
	// 7, for all day, at 8:01: missed. 2 × 15.00 = 30.00. The tap that does not
	// turn, 3 working days, reported on Friday 2 October: 5, 6, Wednesday 7. Done on
	// Monday 12, and nobody asked for another contractor: nothing for the first
	// period alone. Inconvenience 100.00, this time as the lower end of the second
	// band. 137.50 + 30.00 + 0.00 + 100.00 = 267.50.
	{name: "no cooker, and the office's own rate", today: "2026-11-13", total: 26750,
		office: Settings{Missed: 1500, MissedWhy: "As the Ombudsman's guidance has it"}, lines: []owed{
			{in: Input{Kind: Rated, Title: "Ready meals", Reason: "meals", Rate: Rate{Count: 22, Unit: "meal", Each: 625}}, sum: 13750},
			{in: appointments(nobody("2026-10-05", Morning), toldOf("2026-10-06", AllDay, "08:00"), toldOf("2026-10-07", AllDay, "08:01")), sum: 3000, guidance: 3000},
			{in: repair("tap", "2026-10-02", "", "2026-10-12"), sum: 0, dates: "2026-10-07"},
			{in: Judge("delay", "serious", 10000, "No hot meal for eleven days"), sum: 10000},
		}},

	// 10. No power over the August bank holiday, and an award. Reported on Thursday
	// 27 August 2026: Friday 28. Asked on Saturday 29; Monday 31 is a bank holiday;
	// the working day after is Tuesday 1 September. On Monday 7 September it is
	// still not done: 2 to 7 September are 6 days. 10.00 + 6 × 2.00 = 22.00 so far.
	// The freezer's food: 86.40. Inconvenience 1,000.00, severe, no legal route;
	// without power from 27 August to 7 September, 5 + 7 = 12 days: the guidance
	// names 120.00. The Ombudsman ordered 350.00 for an earlier matter.
	// 22.00 + 86.40 + 1,000.00 + 350.00 = 1,458.40.
	{name: "no power over a bank holiday", today: "2026-09-07", total: 145840, lines: []owed{
		{in: repair("total-power", "2026-08-27", "2026-08-29", ""), sum: 2200, dates: "2026-08-28 2026-09-01"},
		{in: Input{Kind: Spent, Title: "Freezer food", Reason: "possessions", Cost: Cost{Sum: 8640, On: date("2026-08-29")}}, sum: 8640},
		{in: Input{Kind: Judged, Reason: "facility", Also: "The Right to Repair pays for the second contractor, this for what it did to him.",
			Harm: Harm{Band: "severe", Sum: 100000, Impact: "His oxygen machine could not run and he was taken to hospital", Route: RouteNo, RouteWhy: "He does not want to claim",
				Lost: "power", From: date("2026-08-27"), Until: date("2026-09-07")}}, sum: 100000, guidance: 12000},
		{in: Input{Kind: Ordered, Award: AwardedSum{Body: "housing", Referral: 1, Order: 1, Sum: 35000}}, sum: 35000},
	}},
}

// tale is one of the cases, and owed a line of it.
type tale struct {
	name   string
	today  string
	set    func(*policy.Set) *policy.Set
	office Settings
	lines  []owed
	total  Pence
}

type owed struct {
	in       Input
	sum      Pence
	dates    string // the last days in it
	guidance Pence  // what the Ombudsman's guidance names; 0 where it names nothing
}

func date(iso string) calendar.Date {
	if iso == "" {
		return calendar.Date{}
	}
	d, err := calendar.ParseISO(iso)
	if err != nil {
		panic(err)
	}
	return d
}

func appointments(all ...Visit) Input { return Input{Kind: Visits, Visits: all} }

func nobody(on string, slot Slot) Visit { return Visit{On: date(on), Slot: slot} }

func toldOf(on string, slot Slot, at string) Visit {
	var minute policy.Minute
	if err := minute.UnmarshalText([]byte(at)); err != nil {
		panic(err)
	}
	return Visit{On: date(on), Slot: slot, Told: true, ToldAt: minute}
}

func lateBy(on string, minutes int, contractor bool) Visit {
	return Visit{On: date(on), Slot: Morning, Came: true, Late: minutes, Contractor: contractor}
}

func paper(received, acknowledged string) Unheard {
	return Unheard{Received: date(received), Acknowledged: date(acknowledged), Paper: true, Delivered: true, OwnMatter: true}
}

func repair(defect, reported, asked, done string) Input {
	return Input{Kind: Repaired, Repair: Repair{Defect: defect, Right: true, Cost: 12000, Reported: date(reported), Asked: date(asked), Done: date(done)}}
}

func TestTheTenWorkedCases(t *testing.T) {
	if len(ten) != 10 {
		t.Fatalf("there are %d", len(ten))
	}
	for _, c := range ten {
		t.Run(c.name, func(t *testing.T) {
			r := under(t, "current")
			r.Today, r.Office = date(c.today), c.office
			if c.set != nil {
				r.Set = c.set(r.Set)
			}
			var ledger Ledger
			for i, o := range c.lines {
				line := worked(t, o.in, r)
				line.ID, line.Stage = i+1, 1
				if line.Sum != o.sum {
					t.Errorf("%s is %s, by hand %s:\n%s", line.Title, line.Sum, o.sum, line.Working)
				}
				if got := lastDays(line); got != o.dates {
					t.Errorf("%s ends on %s, by hand %s", line.Title, got, o.dates)
				}
				if got, ok := Guidance(line, r); got.Sum != o.guidance || ok != (o.guidance > 0) {
					t.Errorf("%s: the guidance names %s, by hand %s: %s", line.Title, got.Sum, o.guidance, got.Working)
				}
				if err := CheckAlso(ledger, line); err != nil {
					t.Error(err)
				}
				ledger = append(ledger, line)
			}
			if ledger.Total() != c.total {
				t.Errorf("the total is %s, by hand %s", ledger.Total(), c.total)
			}
			if text := ledger.Paragraph(1, ToStage2); !strings.Contains(text, (c.total - ledger.Head(Award)).String()) {
				t.Errorf("the letter says\n%s", text)
			}
		})
	}
}

// lastDays are the dates of a line.
func lastDays(l Line) string {
	var all []string
	for _, d := range l.Dates {
		all = append(all, d.Due.String())
	}
	return strings.Join(all, " ")
}

// What the guidance names above what is paid is said, and only there: of the ten
// the visits of the first and the fourth.
func TestTheGuidanceIsSaidWhereItNamesMore(t *testing.T) {
	var said []string
	for _, c := range ten {
		r := under(t, "current")
		r.Today, r.Office = date(c.today), c.office
		if c.set != nil {
			r.Set = c.set(r.Set)
		}
		for _, o := range c.lines {
			if slices.ContainsFunc(Warnings(worked(t, o.in, r), r), func(w Warning) bool { return w.Code == "guidance" }) {
				said = append(said, c.name)
			}
		}
	}
	if want := []string{ten[0].name, ten[3].name}; !slices.Equal(said, want) {
		t.Errorf("said in %q", said)
	}
}
