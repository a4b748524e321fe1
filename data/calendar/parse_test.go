package calendar

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// saturday is the today of these tests: Saturday 21 November 2026.
var saturday = On(2026, time.November, 21)

func TestOfficersTypeDatesInTheirOwnWay(t *testing.T) {
	h := England()
	for typed, want := range map[string]string{
		"27 3 2026": "2026-03-27", "27/3/26": "2026-03-27", "27.3.2026": "2026-03-27",
		"27-3-2026": "2026-03-27", "27 mar": "2026-03-27", "27 March 2026": "2026-03-27",
		"2026-03-27": "2026-03-27", "27th march": "2026-03-27", "27 3": "2026-03-27",
		" 27 / 03 / 2026 ": "2026-03-27", "27 Mar, 2026": "2026-03-27", "27mar26": "2026-03-27",
		"1st of sept 2025": "2025-09-01", "22nd jun": "2026-06-22", "3rd feb": "2026-02-03",
		"4/7/26": "2026-07-04", // the fourth of July, never the seventh of April
		"today":  "2026-11-21", "Yesterday": "2026-11-20", "tomorrow": "2026-11-22",
		"last tue": "2026-11-17", "tue": "2026-11-24", "next tue": "2026-11-24", "Tuesday": "2026-11-24",
		"last sat": "2026-11-14", "sat": "2026-11-28", "last thurs": "2026-11-19",
		"-3": "2026-11-18", "+10": "2026-12-01", "\u22123": "2026-11-18", "\u20133": "2026-11-18",
		"+10wd": "2026-12-04", "-2wd": "2026-11-19", "+10 working days": "2026-12-04", "+ 1 day": "2026-11-22",
		"21 nov": "2026-11-21", "22 nov": "2025-11-22", // without a year, never after today
		"29 feb": "2024-02-29", "29/2/24": "2024-02-29",
		"1/1/45": "2045-01-01", "1/1/47": "1947-01-01",
	} {
		got, err := Parse(typed, saturday, h)
		if err != nil || got.String() != want {
			t.Errorf("%q is %s (%v), want %s", typed, got, err, want)
		}
	}
}

func TestADateAheadIsTheNextSuchDay(t *testing.T) {
	h := England()
	for typed, want := range map[string]string{
		"22 nov": "2026-11-22", "21 nov": "2026-11-21", "27 3": "2027-03-27", "29 feb": "2028-02-29",
		"27 3 2026": "2026-03-27", "yesterday": "2026-11-20",
	} {
		got, err := ParseAhead(typed, saturday, h)
		if err != nil || got.String() != want {
			t.Errorf("%q is %s (%v), want %s", typed, got, err, want)
		}
	}
}

func TestImpossibleDatesAreRefusedWithWhatToType(t *testing.T) {
	h := England()
	for typed, says := range map[string]string{
		"":                        "there is no date",
		"3/27/2026":               "no month 27",
		"mar 27":                  "day before the month",
		"March 27th, 2026":        "day before the month",
		"31 4 2026":               "April 2026 has only 30 days",
		"29 2 2027":               "February 2027 has only 28 days",
		"31 apr":                  "has only 30 days",
		"30 feb":                  "has only",
		"0 3 2026":                "no day 0",
		"2026-13-01":              "no month 13",
		"27 3 1066":               "the year 1066",
		"+999999":                 "too far",
		"+6000wd":                 "too far",
		"27":                      "is not a date",
		"last next tue":           "is not a date",
		"tu":                      "is not a date",
		"27 fooember":             "is not a date",
		"27 3 2026 and then some": "is not a date",
		strings.Repeat("x", 5000): "…",
	} {
		got, err := Parse(typed, saturday, h)
		if err == nil {
			t.Errorf("%q was read as %s", typed, got)
			continue
		}
		if !strings.Contains(err.Error(), says) || len(err.Error()) > 160 {
			t.Errorf("%.40q is refused with %q, which should say %q", typed, err, says)
		}
	}
}

func TestEveryWayOfWritingADayReadsBackAsThatDay(t *testing.T) {
	h := England()
	layouts := []string{"2 1 2006", "2/1/06", "02.01.2006", "2-1-2006", "2 Jan 2006", "2 January 2006", "2006-01-02", "2-Jan-06"}
	rapid.Check(t, func(t *rapid.T) {
		d := saturday.AddDays(rapid.IntRange(-20000, 7000).Draw(t, "days"))
		typed := d.format(rapid.SampledFrom(layouts).Draw(t, "layout"))
		if got, err := Parse(typed, saturday, h); err != nil || got != d {
			t.Fatalf("%q is %s (%v), want %s", typed, got, err, d)
		}
	})
}

func TestWhatWasUnderstoodIsSaidInWords(t *testing.T) {
	h := England()
	friday := On(2026, time.November, 13)
	for _, c := range []struct {
		d, today Date
		want     string
	}{
		{On(2026, time.November, 6), friday, "Friday 6 November 2026 – 5 working days ago"},
		{friday, friday, "Friday 13 November 2026 – today"},
		{friday.AddDays(-1), friday, "Thursday 12 November 2026 – yesterday"},
		{friday.AddDays(1), friday, "Saturday 14 November 2026 – tomorrow"},
		{friday.AddDays(2), friday, "Sunday 15 November 2026 – in 2 days"},
		{friday.AddDays(3), friday, "Monday 16 November 2026 – in 1 working day"},
		{On(2025, time.September, 10), friday, "Wednesday 10 September 2025 – 14 months ago"},
		{On(1985, time.May, 2), friday, "Thursday 2 May 1985 – 41 years ago"},
		{On(2026, time.December, 28), friday, "Monday 28 December 2026, Boxing Day (substitute) – in 29 working days"},
		{Date{}, friday, ""},
	} {
		if got := Echo(c.d, c.today, h); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// FuzzParse holds that nothing typed makes Parse panic, return a day outside
// the years it allows, or refuse without a sentence.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"27 3 2026", "27/3/26", "27th march", "last tue", "+10wd", "-3", "29 feb",
		"2026-03-27", "31 4", "mar 27", "٢٧ ٣", "27\x003", "\xff", "−2wd", "+99999", "0/0/00"} {
		f.Add(seed)
	}
	h := England()
	f.Fuzz(func(t *testing.T, typed string) {
		d, err := Parse(typed, saturday, h)
		switch {
		case err == nil && (d.Year() < firstYear || d.Year() > lastYear):
			t.Errorf("%q is %s", typed, d)
		case err != nil && (!d.IsZero() || len(err.Error()) < 20 || len(err.Error()) > 400):
			t.Errorf("%q gives %s and %q", typed, d, err)
		}
	})
}
