package calendar

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestADateIsWrittenInEachOfItsForms(t *testing.T) {
	d := On(2026, time.November, 6)
	for form, got := range map[string]string{
		"2026-11-06":             d.String(),
		"Friday 6 November 2026": d.Long(),
		"6 November 2026":        d.Letter(),
		"Fri 6 Nov":              d.Short(),
	} {
		if got != form {
			t.Errorf("got %q, want %q", got, form)
		}
	}
	var none Date
	if none.String()+none.Long()+none.Letter()+none.Short() != "" {
		t.Error("no date should be written as nothing")
	}
}

func TestTheDayIsLondonsWhateverTheClockSays(t *testing.T) {
	cases := map[string]Date{
		"2026-07-01T23:30:00Z":      On(2026, time.July, 2), // summer time: half past midnight
		"2026-12-01T23:30:00Z":      On(2026, time.December, 1),
		"2026-03-29T00:59:00-05:00": On(2026, time.March, 29),
		"2026-11-21T01:00:00+09:00": On(2026, time.November, 20),
	}
	for text, want := range cases {
		instant, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := Of(instant); got != want {
			t.Errorf("at %s the day is %s, want %s", text, got, want)
		}
	}
}

func TestMonthsEndOnADayThatExists(t *testing.T) {
	cases := []struct {
		from   string
		months int
		want   string
	}{
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-11-15", 3, "2027-02-15"},
		{"2026-01-15", -13, "2024-12-15"},
	}
	for _, c := range cases {
		if got := iso8601(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestADateSurvivesJSONAndRefusesNonsense(t *testing.T) {
	type letter struct{ Sent, Answered Date }
	out, err := json.Marshal(letter{Sent: On(2026, time.March, 27)})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"Sent":"2026-03-27","Answered":""}`; string(out) != want {
		t.Errorf("got %s, want %s", out, want)
	}
	var back letter
	if err := json.Unmarshal(out, &back); err != nil || back.Sent != On(2026, time.March, 27) || !back.Answered.IsZero() {
		t.Errorf("read back %+v, %v", back, err)
	}
	for _, bad := range []string{"2026-02-30", "27/03/2026", "2026-3-7", "0000-01-01", "x"} {
		if err := back.Sent.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was read as a date", bad)
		}
	}
}

func TestDatesAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 300000).Draw(t, "start"))
		n := rapid.IntRange(-50000, 50000).Draw(t, "days")
		want := start.AddDate(0, 0, n)
		d := On(start.Date())
		got := d.AddDays(n)
		if got.String() != want.Format(time.DateOnly) || got.Weekday() != want.Weekday() {
			t.Fatalf("%s and %d days is %s (%s), want %s", d, n, got, got.Weekday(), want)
		}
		if d.DaysUntil(got) != n || got.Before(d) != (n < 0) || got.After(d) != (n > 0) {
			t.Fatalf("%s and %s are not %d days apart", d, got, n)
		}
		back, err := ParseISO(got.String())
		if err != nil || back != got {
			t.Fatalf("%s read back as %s, %v", got, back, err)
		}
	})
}

func TestNoDateStaysNoDate(t *testing.T) {
	var none Date
	if !none.AddDays(5).IsZero() || !none.AddMonths(5).IsZero() || !On(-4, time.May, 1).IsZero() {
		t.Error("arithmetic made a date out of no date")
	}
	if !none.Before(On(1, time.January, 1)) || none.Compare(none) != 0 {
		t.Error("no date should come before the first day")
	}
}

func iso8601(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseISO(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
