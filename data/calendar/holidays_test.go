package calendar

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// published are the bank holidays of England and Wales as GOV.UK lists them
// (2019 to 2028); 2029 and 2030 follow the standing rules.
var published = map[int]string{
	2019: "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
	2020: "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
	2021: "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
	2022: "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
	2023: "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
	2024: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
	2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
	2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
	2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
	2028: "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
	2029: "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
	2030: "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
}

func TestTheBankHolidaysAreThePublishedOnes(t *testing.T) {
	h := England()
	for year, want := range published {
		var days []string
		for _, day := range h.In(year) {
			days = append(days, day.Date.format("2 Jan"))
		}
		if got := strings.Join(days, ", "); got != want {
			t.Errorf("%d: got %s\nwant %s", year, got, want)
		}
	}
}

func TestASubstituteSaysWhatItStandsInFor(t *testing.T) {
	h := England()
	for day, want := range map[string]string{
		"2022-12-26": "Boxing Day",
		"2022-12-27": "Christmas Day (substitute)",
		"2021-12-27": "Christmas Day (substitute)",
		"2021-12-28": "Boxing Day (substitute)",
		"2026-12-28": "Boxing Day (substitute)",
		"2028-01-03": "New Year's Day (substitute)",
		"2022-09-19": "State Funeral of Queen Elizabeth II",
		"2020-05-08": "VE Day",
		"2026-05-04": "Early May bank holiday",
	} {
		if got, ok := h.Name(iso8601(t, day)); !ok || got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
	if name, ok := h.Name(On(2026, time.June, 15)); ok {
		t.Errorf("15 June 2026 is a holiday in Scotland only, but is called %s", name)
	}
}

func TestAnOfficeAddsAndRemovesDays(t *testing.T) {
	added, removed := On(2027, time.June, 4), On(2022, time.September, 19)
	h := England(
		Exception{Date: added, Name: "A royal wedding"},
		Exception{Date: removed, Removed: true},
		Exception{Name: "a row left empty"},
	)
	if h.IsWorking(added) || !h.IsWorking(removed) {
		t.Error("the office's own days were not applied")
	}
	plain := England()
	if !plain.IsWorking(added) || plain.IsWorking(removed) {
		t.Error("one office's days leaked into another list")
	}
	if h.Version() == plain.Version() {
		t.Error("a changed list kept its version")
	}
	if plain.Version() != England().Version() {
		t.Error("the same list has two versions")
	}
	h.Exceptions()[0].Date = Date{}
	if h.Exceptions()[0].Date != added {
		t.Error("a caller could change the list")
	}
}

func TestWorkingDaysAreCountedFromTheDayAfter(t *testing.T) {
	h := England()
	cases := []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-23", 5, "2026-11-30"},
		{"2026-12-26", 5, "2027-01-05"}, // received on a Saturday: Tuesday 29 is day 1
		{"2022-09-12", 5, "2022-09-20"},
		{"2027-03-25", 5, "2027-04-05"},
		{"2026-12-23", 3, "2026-12-30"},
		{"2026-11-23", 0, "2026-11-23"},
		{"2026-11-30", -5, "2026-11-23"},
		{"2026-12-29", -1, "2026-12-24"},
	}
	for _, c := range cases {
		if got := h.Add(iso8601(t, c.from), c.n).String(); got != c.want {
			t.Errorf("%s and %d working days is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestTheAccountExplainsEverySkippedDay(t *testing.T) {
	w := England().Count(On(2026, time.December, 23), 3)
	var lines []string
	for _, s := range w.Steps {
		lines = append(lines, fmt.Sprintf("%s %d %s", s.Date, s.Number, s.Why))
	}
	want := "2026-12-24 1 |2026-12-25 0 Christmas Day|2026-12-26 0 Saturday|2026-12-27 0 Sunday|" +
		"2026-12-28 0 Boxing Day (substitute)|2026-12-29 2 |2026-12-30 3 "
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if w.Due.String() != "2026-12-30" || w.Days != 3 || w.Unit != WorkingDays || w.Warning != "" || w.Holidays == "" {
		t.Errorf("got %+v", w)
	}
}

func TestDaysAndWeeksAreCountedOnEveryDay(t *testing.T) {
	h := England()
	days, err := h.CountIn(CalendarDays, On(2026, time.December, 1), 15)
	if err != nil || days.Due.String() != "2026-12-16" || len(days.Steps) != 15 {
		t.Errorf("15 days: %v, %v", days.Due, err)
	}
	weeks, err := h.CountIn(Weeks, On(2026, time.December, 1), 8)
	if err != nil || weeks.Due.String() != "2027-01-26" || len(weeks.Steps) != 8 {
		t.Errorf("8 weeks: %v, %v", weeks.Due, err)
	}
	if _, err := h.CountIn("fortnights", days.From, 1); err == nil {
		t.Error("an unknown unit was counted")
	}
	if _, err := h.CountIn(Weeks, days.From, -1); err == nil {
		t.Error("a negative length was counted")
	}
}

func TestADateBeyondTheProclaimedListCarriesAWarning(t *testing.T) {
	h := England()
	if w := h.Count(On(2028, time.December, 22), 3); w.Due.String() != "2028-12-29" || w.Warning != "" {
		t.Errorf("within the list: %s %q", w.Due, w.Warning)
	}
	if w := h.Count(On(2028, time.December, 22), 5); !strings.Contains(w.Warning, "31 December 2028") {
		t.Errorf("beyond the list: %s %q", w.Due, w.Warning)
	}
}

func TestAddingAndCountingAgree(t *testing.T) {
	h := England(Exception{Date: On(2027, time.June, 4), Name: "A royal wedding"})
	rapid.Check(t, func(t *rapid.T) {
		from := On(2015, time.January, 1).AddDays(rapid.IntRange(0, 9000).Draw(t, "from"))
		n := rapid.IntRange(-300, 300).Draw(t, "n")
		to := h.Add(from, n)
		if n > 0 && h.Between(from, to) != n {
			t.Fatalf("%d working days after %s is %s, but %d lie between", n, from, to, h.Between(from, to))
		}
		if n != 0 && !h.IsWorking(to) {
			t.Fatalf("%s is not a working day", to)
		}
		if n >= 0 && h.Count(from, n).Due != to {
			t.Fatalf("the account ends on %s, the sum on %s", h.Count(from, n).Due, to)
		}
		if h.Between(from, to) != -h.Between(to, from) {
			t.Fatalf("counting from %s to %s and back differ", from, to)
		}
	})
}

func TestManyReadersShareOneList(t *testing.T) {
	h := England()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for year := 1990; year < 2060; year++ {
				if !h.IsWorking(h.Add(On(year, time.December, 24), 1)) {
					t.Errorf("no working day found after Christmas %d", year)
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkBetween(b *testing.B) {
	h, from := England(), On(2024, time.April, 1)
	for b.Loop() {
		h.Between(from, from.AddDays(900))
	}
}

func BenchmarkAddTenWorkingDays(b *testing.B) {
	h, from := England(), On(2026, time.December, 21)
	for b.Loop() {
		h.Add(from, 10)
	}
}

func BenchmarkEngland(b *testing.B) {
	for b.Loop() {
		England()
	}
}
