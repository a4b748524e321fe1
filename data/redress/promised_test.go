package redress

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// fixed is one input, what it pays and some of the words that say why.
type fixed struct {
	name string
	in   Input
	sum  Pence
	says string
}

func tryFixed(t *testing.T, r Rules, all []fixed) {
	t.Helper()
	for _, c := range all {
		line := worked(t, c.in, r)
		if line.Sum != c.sum || !strings.Contains(line.Working, c.says) {
			t.Errorf("%s: %s, by hand %s: %s", c.name, line.Sum, c.sum, line.Working)
		}
	}
}

// Wednesday 7 October 2026: the current page and the earlier page's promise both
// stand. Where they differ the kinder decides, and an appointment is paid once.
func TestAMissedAppointmentByTheMinute(t *testing.T) {
	on := "2026-10-07"
	contacted := lateBy(on, 90, false)
	contacted.Contact = true
	before := toldOf(on, Morning, "23:59")
	before.ToldOn = date("2026-10-06")
	excluded := nobody(on, Morning)
	excluded.Excluded = "The water company was at fault."
	tryFixed(t, under(t, "current"), []fixed{
		{"nobody came", appointments(nobody(on, Morning)), 1000, "1 missed appointment × £10.00 = £10.00. Wednesday 7 October 2026, morning: nobody came."},
		{"told at 7:59", appointments(toldOf(on, Morning, "07:59")), 0, "not missed: told at 07:59, in time until 08:00."},
		{"told at 8:00", appointments(toldOf(on, Morning, "08:00")), 0, "in time until 08:00"},
		{"told at 8:01", appointments(toldOf(on, Morning, "08:01")), 1000, "told at 08:01, after 08:00"},
		{"afternoon, 11:59", appointments(toldOf(on, Afternoon, "11:59")), 0, "in time until 12:00"},
		{"afternoon, noon", appointments(toldOf(on, Afternoon, "12:00")), 0, "in time until 12:00"},
		{"afternoon, 12:01", appointments(toldOf(on, Afternoon, "12:01")), 1000, "told at 12:01, after 12:00"},
		{"all day, 8:00", appointments(toldOf(on, AllDay, "08:00")), 0, "in time until 08:00"},
		{"all day, 8:01", appointments(toldOf(on, AllDay, "08:01")), 1000, "after 08:00"},
		{"told at the end of the day before", appointments(before), 0, "told on Tuesday 6 October 2026, before the day"},
		{"29 minutes late", appointments(lateBy(on, 29, false)), 0, "came 29 minutes late, not more than 30"},
		{"30 minutes late", appointments(lateBy(on, 30, true)), 0, "not more than 30"},
		{"31 minutes late", appointments(lateBy(on, 31, true)), 1000, "came 31 minutes late without getting in touch, more than 30"},
		{"90 minutes late, and rang", appointments(contacted), 0, "got in touch"},
		{"came in time", appointments(lateBy(on, 0, false)), 0, "came in time"},
		{"an exclusion", appointments(excluded), 0, "not paid: The water company was at fault."},
		{"two, and one that does not count", appointments(nobody(on, Morning), nobody("2026-10-08", Afternoon), toldOf("2026-10-09", Morning, "08:00")), 2000,
			"2 missed appointments × £10.00 = £20.00. "},
	})
}

// The rules are those of the day: 31 March 2024 has only the earlier page's
// promise, 1 April 2024 both; after the promise's last day only the current page.
func TestAVisitGoesByTheRulesOfItsDay(t *testing.T) {
	r := under(t, "earlier")
	r.Set = r.Set.WithPromise("missed-visit", calendar.Date{}, date("2026-06-30"))
	for _, c := range []struct {
		on      string
		late    Pence // 31 minutes late without a word
		version string
	}{
		{"2024-03-31", 1000, "promises@1"}, {"2024-04-01", 1000, "promises@1"}, {"2026-06-30", 1000, "promises@1"}, {"2026-07-01", 0, "current@1"},
	} {
		line := worked(t, appointments(lateBy(c.on, 31, false)), r)
		if line.Sum != c.late || line.Version != c.version {
			t.Errorf("%s: %s by %s", c.on, line.Sum, line.Version)
		}
	}
	if line := worked(t, appointments(nobody("2026-06-30", Morning)), r); line.Version != "current@1; promises@1" || line.Sum != 1000 {
		t.Errorf("both pages: %s by %s", line.Sum, line.Version)
	}
	r.Set = r.Set.WithStart("current", date("2026-09-01"))
	line := worked(t, appointments(nobody("2026-07-01", Morning)), r)
	if line.Sum != 0 || !strings.Contains(line.Working, "no page promised anything") {
		t.Errorf("no page: %s: %s", line.Sum, line.Working)
	}
	r.Office = Settings{Missed: 1500, MissedWhy: "As the guidance has it"}
	line = worked(t, appointments(nobody("2024-03-31", Morning)), r)
	if line.Sum != 1500 || !strings.HasSuffix(line.Working, "The office's own rate: As the guidance has it.") {
		t.Errorf("the office's rate: %s: %s", line.Sum, line.Working)
	}
}

func TestAppointmentsAndLettersThatCannotBe(t *testing.T) {
	r := under(t, "current")
	with := func(change func(*Visit)) Input {
		v := nobody("2026-10-07", Morning)
		change(&v)
		return appointments(nobody("2026-10-06", Morning), v)
	}
	heard := func(received, acknowledged string) Input {
		return Input{Kind: Letters, Letters: []Unheard{paper(received, acknowledged)}}
	}
	door := func(from, until string) Input {
		return Input{Kind: DoorOut, Door: Door{From: date(from), Until: date(until)}}
	}
	for _, c := range []struct {
		in          Input
		code, field string
	}{
		{appointments(), "no-visit", "visits"},
		{with(func(v *Visit) { v.On = date("") }), "no-date", "visit.2.on"},
		{with(func(v *Visit) { v.On = friday.AddDays(1) }), "dates", "visit.2.on"},
		{with(func(v *Visit) { v.Slot = "" }), "no-slot", "visit.2.slot"},
		{with(func(v *Visit) { v.Told, v.ToldOn = true, v.On.AddDays(1) }), "dates", "visit.2.told_on"},
		{with(func(v *Visit) { v.Told, v.ToldAt = true, 24*60 }), "no-time", "visit.2.told_at"},
		{with(func(v *Visit) { v.Came, v.Late = true, -1 }), "no-minutes", "visit.2.late"},
		{Input{Kind: Letters}, "no-letter", "letters"},
		{heard("", ""), "no-date", "letter.1.received"},
		{heard("2026-11-14", ""), "dates", "letter.1.received"},
		{heard("2026-11-10", "2026-11-09"), "dates", "letter.1.acknowledged"},
		{heard("2026-11-10", "2026-11-14"), "dates", "letter.1.acknowledged"},
		{door("", ""), "no-date", "from"},
		{door("2026-11-14", ""), "dates", "from"},
		{door("2026-11-10", "2026-11-09"), "dates", "until"},
		{door("2026-11-10", "2026-11-14"), "dates", "until"},
	} {
		if code, field := refusal(t, c.in, r); code != c.code || field != c.field {
			t.Errorf("%+v: %s of %s, want %s of %s", c.in, code, field, c.code, c.field)
		}
	}
}

// Received on Monday 5 October 2026: 6, 7, Thursday 8. Received on Saturday 10:
// Monday 12, 13, Wednesday 14. Received on Tuesday 10 November: 11, 12 and today,
// Friday 13, which is in time.
func TestALetterByTheDay(t *testing.T) {
	one := func(received, acknowledged string, change func(*Unheard)) Input {
		u := paper(received, acknowledged)
		change(&u)
		return Input{Kind: Letters, Letters: []Unheard{u}}
	}
	as := func(*Unheard) {}
	tryFixed(t, under(t, "current"), []fixed{
		{"a day early", one("2026-10-05", "2026-10-07", as), 0, "acknowledged Wednesday 7 October 2026, in time until Thursday 8 October 2026"},
		{"on the day", one("2026-10-05", "2026-10-08", as), 0, "in time"},
		{"a day late", one("2026-10-05", "2026-10-09", as), 1000, "1 letter × £10.00 = £10.00. Received Monday 5 October 2026: due by Thursday 8 October 2026, acknowledged Friday 9 October 2026."},
		{"received on a Saturday", one("2026-10-10", "2026-10-14", as), 0, "in time"},
		{"and a day late", one("2026-10-10", "2026-10-15", as), 1000, "due by Wednesday 14 October 2026"},
		{"not yet, on the last day", one("2026-11-10", "", as), 0, "not late yet"},
		{"not yet, a day after it", one("2026-11-09", "", as), 1000, "not acknowledged yet on Friday 13 November 2026"},
		{"an e-mail", one("2026-10-05", "", func(u *Unheard) { u.Paper = false }), 0, "it was not on paper"},
		{"to no office", one("2026-10-05", "", func(u *Unheard) { u.Delivered = false }), 0, "delivered to one housing office"},
		{"about something else", one("2026-10-05", "", func(u *Unheard) { u.OwnMatter = false }), 0, "could settle"},
		{"an exclusion", one("2026-10-05", "", func(u *Unheard) { u.Excluded = "negligence" }), 0, "not paid: negligence"},
	})
	for last, sum := range map[string]Pence{"2026-10-07": 0, "2026-10-08": 1000} {
		r := under(t, "current")
		r.Set = r.Set.WithPromise("letter", calendar.Date{}, date(last))
		if got := worked(t, one("2026-10-05", "", as), r).Sum; got != sum {
			t.Errorf("the promise ended with %s: %s", last, got)
		}
	}
}

// From Monday 1 June 2026: 27 days are up to Sunday 28, 28 to Monday 29 June, 55
// to Sunday 26, 56 to Monday 27 July.
func TestTheDoorEntryByTheDay(t *testing.T) {
	r := under(t, "current")
	for until, want := range map[string]Pence{"2026-06-01": 0, "2026-06-28": 0, "2026-06-29": 500, "2026-06-30": 500, "2026-07-26": 500, "2026-07-27": 1000, "2026-07-28": 1000} {
		if got := worked(t, Input{Kind: DoorOut, Door: Door{From: date("2026-06-01"), Until: date(until)}}, r).Sum; got != want {
			t.Errorf("working again on %s: %s, by hand %s", until, got, want)
		}
		now := r
		now.Today = date(until)
		if got := worked(t, Input{Kind: DoorOut, Door: Door{From: date("2026-06-01")}}, now).Sum; got != want {
			t.Errorf("still not working on %s: %s, by hand %s", until, got, want)
		}
	}
	// Only the promise's own days: it ends with 27 June, 27 days, or with the 28th.
	for last, want := range map[string]Pence{"2026-06-27": 0, "2026-06-28": 500} {
		ended := r
		ended.Set = r.Set.WithPromise("door-entry", calendar.Date{}, date(last))
		line := worked(t, Input{Kind: DoorOut, Door: Door{From: date("2026-06-01"), Until: date("2026-10-01")}}, ended)
		if line.Sum != want || !strings.Contains(line.Working, "The promise ended with "+date(last).Long()) {
			t.Errorf("ended %s: %s: %s", last, line.Sum, line.Working)
		}
	}
	tryFixed(t, r, []fixed{
		{"two whole periods", Input{Kind: DoorOut, Door: Door{From: date("2026-08-24"), Until: date("2026-10-26")}}, 1000,
			"63 days in all, 2 whole periods of 28 days. 2 periods × £5.00 = £10.00. Not working from Monday 24 August 2026 to Monday 26 October 2026, when it worked again, which is not counted."},
		{"the electricity company", Input{Kind: DoorOut, Door: Door{From: date("2026-06-01"), Excluded: "The electricity company's fault"}}, 0, "Nothing is payable: The electricity company's fault."},
	})
}

// 30 March to 8 April 2026 are 8 days since 1 April. Lighting at 10.00 a week: 8
// days are 8,000 ÷ 7 = 1,142.86 pence, 11.43; 7 days are 10.00; 6 days 857.14,
// 8.57; 1 day 142.86, 1.43.
func TestWhatTheGuidanceNamesByTheDay(t *testing.T) {
	r := under(t, "current")
	for _, c := range []struct {
		tariff, from, until string
		want                Pence
		says                string
	}{
		{"heating-and-hot-water", "2026-03-31", "2026-03-31", 0, ""},
		{"heating-and-hot-water", "2026-04-01", "2026-04-01", 1500, "1 day × £15.00 = £15.00"},
		{"heating-and-hot-water", "2026-03-30", "2026-04-08", 12000, "8 days × £15.00 = £120.00, from 1 April 2026"},
		{"heating-or-hot-water", "2026-10-01", "2026-10-14", 11200, "14 days × £8.00 = £112.00"},
		{"power", "2026-10-01", "2026-10-03", 3000, "3 days × £10.00 = £30.00"},
		{"lighting", "2026-10-01", "2026-10-08", 1143, "8 days × £10.00 ÷ 7 = £11.43, to the nearest penny (part of a week counts by the day"},
		{"lighting", "2026-10-01", "2026-10-07", 1000, "7 days × £10.00 ÷ 7 = £10.00"},
		{"lighting", "2026-10-01", "2026-10-06", 857, "£8.57"},
		{"lighting", "2026-10-01", "2026-10-01", 143, "£1.43"},
		{"missed-appointment", "2026-10-01", "2026-10-06", 0, ""},
		{"power", "2026-10-02", "2026-10-01", 0, ""},
		{"power", "2026-10-02", "", 0, ""},
		{"weather", "2026-10-02", "2026-10-03", 0, ""},
	} {
		got, ok := GuidedDays(c.tariff, date(c.from), date(c.until), r)
		if got.Sum != c.want || ok != (c.want > 0) || !strings.HasPrefix(got.Working, c.says) && !strings.Contains(got.Working, c.says) {
			t.Errorf("%s from %s to %s: %s, by hand %s: %s", c.tariff, c.from, c.until, got.Sum, c.want, got.Working)
		}
	}
}

// A line is warned of by the days on which the guidance stood: a visit of 31 March
// 2026 is not compared, one of 1 April is.
func TestTheStandingWarningGoesByTheDayOfTheFailing(t *testing.T) {
	r := under(t, "current")
	said := func(in Input, r Rules) string {
		for _, w := range Warnings(worked(t, in, r), r) {
			if w.Code == "guidance" {
				return w.Text
			}
		}
		return ""
	}
	before, since := nobody("2026-03-31", Morning), nobody("2026-04-01", Morning)
	if got := said(appointments(before), r); got != "" {
		t.Errorf("before: %s", got)
	}
	if got := said(appointments(before, since), r); !strings.Contains(got, "names £15.00 for this, and this line pays £10.00") {
		t.Errorf("since: %s", got)
	}
	if got := said(appointments(toldOf("2026-04-01", Morning, "08:00")), r); got != "" {
		t.Errorf("in time: %s", got)
	}
	for rate, want := range map[Pence]bool{1499: true, 1500: false, 1501: false} {
		own := r
		own.Office = Settings{Missed: rate, MissedWhy: "so"}
		if got := said(appointments(since), own); (got != "") != want {
			t.Errorf("at %s: %s", rate, got)
		}
	}
	lost := harm()
	lost.Harm.Lost, lost.Harm.From, lost.Harm.Until = "power", date("2026-10-01"), date("2026-10-22")
	for sum, want := range map[Pence]bool{21999: true, 22000: false, 22001: false} { // 22 days at 10.00
		lost.Harm.Sum = sum
		if got := said(lost, r); (got != "") != want {
			t.Errorf("a judgement of %s: %s", sum, got)
		}
	}
	readings := 0
	for _, v := range []Visit{nobody("2026-10-07", AllDay), toldOf("2024-03-20", Morning, "09:00")} {
		for _, w := range Warnings(worked(t, appointments(v), r), r) {
			if w.Code == "reading" {
				readings++
			}
		}
	}
	if readings != 2 {
		t.Errorf("%d of 2 readings of the pages are said", readings)
	}
}

// One more failing never lowers what is paid: an appointment, a letter, a day
// without the door entry.
func TestOneMoreFailingNeverPaysLess(t *testing.T) {
	r := under(t, "current")
	rapid.Check(t, func(rt *rapid.T) {
		visit := rapid.Custom(func(rt *rapid.T) Visit {
			return Visit{
				On: friday.AddDays(-rapid.IntRange(0, 1200).Draw(rt, "ago")), Slot: rapid.SampledFrom([]Slot{Morning, Afternoon, AllDay}).Draw(rt, "slot"),
				Told: rapid.Bool().Draw(rt, "told"), ToldAt: policy.Minute(rapid.SampledFrom([]int{0, 479, 480, 481, 719, 720, 721, 1439}).Draw(rt, "at")),
				Came: rapid.Bool().Draw(rt, "came"), Late: rapid.SampledFrom([]int{0, 29, 30, 31, 300}).Draw(rt, "late"), Contact: rapid.Bool().Draw(rt, "contact"),
				Contractor: rapid.Bool().Draw(rt, "contractor"),
			}
		})
		letter := rapid.Custom(func(rt *rapid.T) Unheard {
			received := friday.AddDays(-rapid.IntRange(0, 400).Draw(rt, "received"))
			u := Unheard{Received: received, Paper: rapid.Bool().Draw(rt, "paper"), Delivered: true, OwnMatter: rapid.Bool().Draw(rt, "own")}
			if on := received.AddDays(rapid.IntRange(0, 9).Draw(rt, "wait")); !on.After(friday) && rapid.Bool().Draw(rt, "heard") {
				u.Acknowledged = on
			}
			return u
		})
		visits, letters := rapid.SliceOfN(visit, 2, 9).Draw(rt, "visits"), rapid.SliceOfN(letter, 2, 9).Draw(rt, "letters")
		from := friday.AddDays(-rapid.IntRange(1, 400).Draw(rt, "from"))
		days := rapid.IntRange(0, from.DaysUntil(friday)-1).Draw(rt, "days")
		for _, pair := range [][2]Input{
			{appointments(visits[:len(visits)-1]...), appointments(visits...)},
			{{Kind: Letters, Letters: letters[1:]}, {Kind: Letters, Letters: letters}},
			{{Kind: DoorOut, Door: Door{From: from, Until: from.AddDays(days)}}, {Kind: DoorOut, Door: Door{From: from, Until: from.AddDays(days + 1)}}},
		} {
			less, more := worked(t, pair[0], r), worked(t, pair[1], r)
			if more.Sum < less.Sum {
				rt.Fatalf("%s for more than %s:\n%s\n%s", more.Sum, less.Sum, less.Working, more.Working)
			}
		}
	})
}
