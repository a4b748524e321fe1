package redress

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// closed are the bank holidays of England from 2025 to 2027, typed from the
// published list and not worked out by anything of ours.
var closed = strings.Fields(`
	2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
	2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
	2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28`)

// lawList is the law's list, typed from it; heating by season stands apart.
var lawList = map[string]int{
	"total-power": 1, "partial-power": 3, "unsafe-electrics": 1, "total-water": 1, "partial-water": 3, "gas": 1, "flue": 1,
	"foul-drain": 1, "toilet-flush": 1, "blocked-sink": 3, "tap": 3, "leaking-pipe": 1, "roof": 7, "insecure": 1, "banister": 3,
	"timber": 3, "entryphone": 7, "extractor-fan": 7, "heating-winter": 0, "heating-summer": 0,
}

// countOut counts the period of a defect one day after the other.
func countOut(defect string, from time.Time) time.Time {
	day, left := from, -1
	for left != 0 {
		day = day.AddDate(0, 0, 1)
		open := day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
		for _, c := range closed {
			open = open && day.Format(time.DateOnly) != c
		}
		if !open {
			continue
		}
		if left < 0 {
			left = lawList[defect]
			if strings.HasPrefix(defect, HeatingLoss) { // the season of the day it starts
				left = 3
				if m := day.Month(); m >= time.November || m <= time.April {
					left = 1
				}
			}
		}
		left--
	}
	return day
}

// further pays for the second contractor by adding up one day after the other.
func further(due, end time.Time, finishDay bool) Pence {
	if !end.After(due) {
		return 0
	}
	sum := Pence(1000)
	for day := due.AddDate(0, 0, 1); !day.After(end); day = day.AddDate(0, 0, 1) {
		if (finishDay || day.Before(end)) && sum < 5000 {
			sum += 200
		}
	}
	return sum
}

func clockDay(iso string) time.Time {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		panic(err)
	}
	return d
}

func iso(t time.Time) string { return t.Format(time.DateOnly) }

// Every defect, reported on each of the days around the seasons' edges, Easter,
// both bank holidays of May, August and Christmas; asked for on several days
// after the first period; done before, on and after the last day of the second,
// and about the day on which the most is reached.
func TestEveryDefectThroughEverySeasonAndHoliday(t *testing.T) {
	r := under(t, "current")
	tried := 0
	for defect := range lawList {
		for _, span := range [][2]string{{"2025-10-27", "2025-11-04"}, {"2026-10-26", "2026-11-04"}, {"2027-10-28", "2027-11-02"}, {"2026-04-27", "2026-05-06"},
			{"2027-04-26", "2027-05-05"}, {"2026-12-21", "2027-01-05"}, {"2026-03-31", "2026-04-08"}, {"2026-05-20", "2026-05-27"}, {"2026-08-27", "2026-09-01"}} {
			for reported := clockDay(span[0]); !reported.After(clockDay(span[1])); reported = reported.AddDate(0, 0, 1) {
				first := countOut(defect, reported)
				for _, wait := range []int{1, 2, 3, 8} {
					asked := first.AddDate(0, 0, wait)
					second := countOut(defect, asked)
					for _, n := range []int{-1, 0, 1, 2, 18, 19, 20, 21, 22, 60} {
						done := second.AddDate(0, 0, n)
						if done.Before(asked) {
							continue
						}
						r.Today = date(iso(done))
						r.Office.NoFinishDay = n%2 == 0
						line := worked(t, repair(defect, iso(reported), iso(asked), iso(done)), r)
						if want := further(second, done, n%2 != 0); line.Sum != want || lastDays(line) != iso(first)+" "+iso(second) {
							t.Fatalf("%s reported %s, asked %s, done %s: %s by %s, and counted by days %s by %s %s", defect, iso(reported), iso(asked), iso(done),
								line.Sum, lastDays(line), want, iso(first), iso(second))
						}
						tried++
					}
				}
			}
		}
	}
	if tried < 50_000 {
		t.Errorf("only %d were tried", tried)
	}
}

// The season is that of the day on which a period starts, worked by hand.
//
//	Thursday 30 October 2025: starts Friday 31, summer: 31, 3, Tuesday 4 November.
//	Friday 29 October 2027: starts Monday 1 November, winter: that day.
//	Friday 30 and Saturday 31 October and Sunday 1 November 2026: start Monday 2.
//	Thursday 29 April 2027: starts Friday 30, winter: that day.
//	Friday 30 April 2027: starts Tuesday 4 May (3 is a bank holiday): 4, 5, 6.
//	Thursday 30 April 2026: starts Friday 1 May, summer: 1, 5 (4 is a holiday), 6.
//	Friday 1 May 2026: starts Tuesday 5: 5, 6, Thursday 7.
func TestTheSeasonIsThatOfTheDayAPeriodStarts(t *testing.T) {
	r := under(t, "current")
	for reported, due := range map[string]string{
		"2025-10-30": "2025-11-04", "2027-10-29": "2027-11-01", "2026-10-30": "2026-11-02", "2026-10-31": "2026-11-02", "2026-11-01": "2026-11-02",
		"2027-04-29": "2027-04-30", "2027-04-30": "2027-05-06", "2026-04-30": "2026-05-06", "2026-05-01": "2026-05-07",
	} {
		for _, defect := range []string{HeatingLoss, "heating-winter", "heating-summer"} {
			if got, err := RepairDeadline(defect, date(reported), r); err != nil || got.Due != date(due) || got.Act != "repair-first" {
				t.Errorf("%s reported %s is due %s, by hand %s: %v", defect, reported, got.Due, due, err)
			}
		}
	}
	// Each period takes its own: Monday 26 October 2026, summer: 27, 28, Thursday
	// 29. Asked on Friday 30: winter, Monday 2 November.
	r.Today = date("2026-11-30")
	if got := lastDays(worked(t, repair(HeatingLoss, "2026-10-26", "2026-10-30", "2026-11-01"), r)); got != "2026-10-29 2026-11-02" {
		t.Errorf("the two periods end on %s", got)
	}
}

// Reported Monday 21 September 2026, due Tuesday 22; asked Monday 28, due Tuesday
// 29 September. 1 day late is Wednesday 30; 19 days are Sunday 18 October, 20
// Monday 19, 21 Tuesday 20.
func TestTheEdgesOfARepair(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		done                string
		sum, without, soFar Pence
	}{
		{"2026-09-28", 0, 0, 0}, {"2026-09-29", 0, 0, 0}, {"2026-09-30", 1200, 1000, 1200}, {"2026-10-01", 1400, 1200, 1400},
		{"2026-10-18", 4800, 4600, 4800}, {"2026-10-19", 5000, 4800, 5000}, {"2026-10-20", 5000, 5000, 5000}, {"2026-11-13", 5000, 5000, 5000},
	} {
		in := repair("leaking-pipe", "2026-09-21", "2026-09-28", c.done)
		if got := worked(t, in, r).Sum; got != c.sum {
			t.Errorf("done %s pays %s, by hand %s", c.done, got, c.sum)
		}
		other := r
		other.Office.NoFinishDay = true
		if got := worked(t, in, other).Sum; got != c.without {
			t.Errorf("done %s without the finishing day pays %s, by hand %s", c.done, got, c.without)
		}
		now := r
		now.Today, in.Repair.Done = date(c.done), date("")
		if got := worked(t, in, now); got.Sum != c.soFar {
			t.Errorf("so far on %s: %s, by hand %s", c.done, got.Sum, c.soFar)
		} else if grows := got.Sum > 0 && got.Sum < 5000; grows != strings.Contains(got.Working, "so far") {
			t.Errorf("on %s it grows still: %v, and it says %q", c.done, grows, got.Working)
		}
	}
}

func TestWhatTheRightToRepairDoesNotPayFor(t *testing.T) {
	r := under(t, "current")
	good := func(change func(*Repair)) Input {
		in := repair("leaking-pipe", "2026-09-21", "2026-09-28", "2026-10-14")
		change(&in.Repair)
		return in
	}
	for _, c := range []struct {
		name, code, field string
		change            func(*Repair)
	}{
		{"a tenancy without it", "no-right", "right", func(p *Repair) { p.Right = false }},
		{"a penny over the limit", "too-dear", "cost", func(p *Repair) { p.Cost = 25001 }},
		{"no estimate", "no-cost", "cost", func(p *Repair) { p.Cost = 0 }},
		{"the communal system", "no-defect", "defect", func(p *Repair) { p.Defect = "door-entry" }},
		{"no day", "no-date", "reported", func(p *Repair) { p.Reported = date("") }},
		{"asked on the last day of the first period", "too-early", "asked", func(p *Repair) { p.Asked = date("2026-09-22") }},
		{"done before it was asked for", "dates", "asked", func(p *Repair) { p.Done = date("2026-09-27") }},
		{"done before it was reported", "dates", "done", func(p *Repair) { p.Asked, p.Done = date(""), date("2026-09-20") }},
		{"done tomorrow", "dates", "done", func(p *Repair) { p.Done = friday.AddDays(1) }},
		{"before the law", "not-in-force", "reported", func(p *Repair) { p.Reported = date("1994-03-31") }},
	} {
		if code, field := refusal(t, good(c.change), r); code != c.code || field != c.field {
			t.Errorf("%s: %s of %s", c.name, code, field)
		}
	}
	for name, c := range map[string]struct {
		want   Pence
		change func(*Repair)
	}{
		"as it is":               {4000, func(*Repair) {}},
		"just the limit":         {4000, func(p *Repair) { p.Cost = 25000 }},
		"a penny under it":       {4000, func(p *Repair) { p.Cost = 24999 }},
		"asked on the day after": {5000, func(p *Repair) { p.Asked = date("2026-09-23") }}, // due Thursday 24; 20 days to 14 October
		"access refused":         {0, func(p *Repair) { p.Ended = "Access was refused" }},
		"the first period alone": {0, func(p *Repair) { p.Asked = date("") }},
		"the first day of the law, with no second contractor": {0, func(p *Repair) { p.Reported, p.Asked = date("1994-04-01"), date("") }},
	} {
		line := worked(t, good(c.change), r)
		if line.Sum != c.want || line.Sum == 0 && !strings.Contains(line.Working, "Nothing is payable") {
			t.Errorf("%s: %s, by hand %s: %s", name, line.Sum, c.want, line.Working)
		}
	}
	if _, err := RepairDeadline("door-entry", friday, r); !errors.As(err, new(*Problem)) {
		t.Errorf("the communal system has a period: %v", err)
	}
}

func TestARepairSaysItsWorkingAndWhatIsNotVerified(t *testing.T) {
	r := under(t, "current")
	for in, want := range map[string]string{
		"2026-10-14": "£10.00 + 15 days × £2.00 = £40.00. Second contractor due Tuesday 29 September 2026, finished Wednesday 14 October 2026. Most it can be: £50.00.",
		"2026-09-30": "£10.00 + 1 day × £2.00 = £12.00. Second contractor due Tuesday 29 September 2026, finished Wednesday 30 September 2026. Most it can be: £50.00.",
		"2026-10-20": "£10.00 + 21 days × £2.00 = £52.00, and the most it can be is £50.00. Second contractor due Tuesday 29 September 2026, finished Tuesday 20 October 2026.",
		"2026-09-29": "Nothing is payable: the second period was kept. Second contractor due Tuesday 29 September 2026, finished Tuesday 29 September 2026.",
	} {
		line := worked(t, repair("leaking-pipe", "2026-09-21", "2026-09-28", in), r)
		if line.Working != want {
			t.Errorf("%s", line.Working)
		}
		said := 0
		for _, w := range Warnings(line, r) {
			if w.Code == "not-verified" && strings.HasPrefix(w.Text, "Not verified:") && w.Source != "" {
				said++
			}
		}
		if said != 3 {
			t.Errorf("%d of the three readings are said", said)
		}
	}
}

// One more day, a dearer estimate within the limit or an earlier report never
// pays less, and nothing pays more than the most.
func TestALaterRepairNeverPaysLess(t *testing.T) {
	r := under(t, "current")
	rapid.Check(t, func(rt *rapid.T) {
		var defects []string
		for d := range lawList {
			defects = append(defects, d)
		}
		defect := rapid.SampledFrom(append(defects, HeatingLoss)).Draw(rt, "defect")
		reported := clockDay("2026-01-01").AddDate(0, 0, rapid.IntRange(0, 200).Draw(rt, "reported"))
		asked := countOut(defect, reported).AddDate(0, 0, rapid.IntRange(1, 20).Draw(rt, "asked"))
		done := asked.AddDate(0, 0, rapid.IntRange(0, 60).Draw(rt, "done"))
		r.Office.NoFinishDay = rapid.Bool().Draw(rt, "no finish day")
		less := worked(t, repair(defect, iso(reported), iso(asked), iso(done)), r).Sum
		more := worked(t, repair(defect, iso(reported), iso(asked), iso(done.AddDate(0, 0, 1))), r).Sum
		if more < less || more > 5000 {
			rt.Fatalf("%s for one day more than %s", more, less)
		}
	})
}

// FuzzRepair holds any repair that can be worked out to the day by day count.
func FuzzRepair(f *testing.F) {
	f.Add("leaking-pipe", 10, 7, 16, int64(12000), true, false)
	f.Add("heating-winter", 300, 1, 22, int64(25000), true, true)
	f.Add("roof", 83, 20, 60, int64(25001), true, false)
	f.Add("heating", 5, -3, -9, int64(0), false, false)
	f.Fuzz(func(t *testing.T, defect string, reported, asked, done int, cost int64, right, noFinish bool) {
		r := under(t, "current")
		r.Today, r.Office.NoFinishDay = date("2027-12-31"), noFinish
		start := clockDay("2026-01-01").AddDate(0, 0, reported%365)
		ask, end := start.AddDate(0, 0, asked%100), start.AddDate(0, 0, done%200)
		in := repair(defect, iso(start), iso(ask), iso(end))
		in.Repair.Cost, in.Repair.Right = Pence(cost), right
		line, err := Work(in, r)
		_, known := lawList[defect]
		fits := right && cost > 0 && cost <= 25000 && (known || defect == HeatingLoss) && !end.Before(ask) && !end.Before(start) && ask.After(countOutOr(defect, known, start))
		if (err == nil) != fits {
			t.Fatalf("%+v: %v", in.Repair, err)
		}
		if err == nil && line.Sum != further(countOut(defect, ask), end, !noFinish) {
			t.Fatalf("%+v pays %s", in.Repair, line.Sum)
		}
	})
}

func countOutOr(defect string, known bool, from time.Time) time.Time {
	if known || defect == HeatingLoss {
		return countOut(defect, from)
	}
	return from
}
