package calendar

import (
	"testing"
	"time"
)

// Hours are counted as they pass. In the night to Sunday 29 March 2026 London's
// clocks go from 01:00 to 02:00, and in the night to Sunday 25 October 2026
// from 02:00 back to 01:00.
func TestHoursAreCountedAsTheyPass(t *testing.T) {
	for _, c := range []struct{ name, from, by, on string }{
		{"an ordinary day", "2026-11-13T18:40:00Z", "18:40", "2026-11-14"},
		{"summer", "2026-07-01T08:05:00Z", "09:05", "2026-07-02"},
		{"the clocks go forward", "2026-03-28T14:30:00Z", "15:30", "2026-03-29"},
		{"after they went forward", "2026-03-29T01:00:00Z", "02:00", "2026-03-30"},
		{"the clocks go back", "2026-10-24T13:30:00Z", "13:30", "2026-10-25"},
		{"the first half past one", "2026-10-25T00:30:00Z", "00:30", "2026-10-26"},
		{"the second half past one", "2026-10-25T01:30:00Z", "01:30", "2026-10-26"},
		{"over Christmas", "2026-12-24T23:59:00Z", "23:59", "2026-12-25"},
		{"into another year", "2026-12-31T23:30:00Z", "23:30", "2027-01-01"},
	} {
		from, err := time.Parse(time.RFC3339, c.from)
		if err != nil {
			t.Fatal(err)
		}
		by, w := CountHours(from, 24)
		if got := timeOfDay(by); got != c.by || w.Due.String() != c.on || by.Sub(from) != 24*time.Hour {
			t.Errorf("%s: by %s on %s, want %s on %s", c.name, got, w.Due, c.by, c.on)
		}
		if len(w.Steps) != 24 || w.Days != 24 || w.Unit != Hours || w.From != Of(from) || w.At != timeOfDay(from) {
			t.Errorf("%s: the account is %+v", c.name, w)
		}
		if last := w.Steps[23]; last.Number != 24 || last.At != c.by || last.Date != w.Due {
			t.Errorf("%s: the last hour is %+v", c.name, last)
		}
	}
}

func TestTheAccountShowsTheHourThatIsNotThere(t *testing.T) {
	// Told at 00:30 on Sunday 29 March 2026: half an hour later it is 02:00.
	_, w := CountHours(time.Date(2026, time.March, 29, 0, 30, 0, 0, time.UTC), 2)
	if w.At != "00:30" || w.Steps[0].At != "02:30" || w.Steps[1].At != "03:30" {
		t.Errorf("the hours end at %s and %s", w.Steps[0].At, w.Steps[1].At)
	}
	// Told at 00:30 on Sunday 25 October 2026, before the hour that comes twice.
	_, w = CountHours(time.Date(2026, time.October, 24, 23, 30, 0, 0, time.UTC), 3)
	if w.At != "00:30" || w.Steps[0].At != "01:30" || w.Steps[1].At != "01:30" || w.Steps[2].At != "02:30" {
		t.Errorf("the hours end at %s, %s and %s", w.Steps[0].At, w.Steps[1].At, w.Steps[2].At)
	}
}

func TestADayBeginsAndEndsInLondon(t *testing.T) {
	for _, c := range []struct{ day, first, last string }{
		{"2026-01-15", "2026-01-15T00:00:00Z", "2026-01-15T23:59:00Z"},
		{"2026-07-15", "2026-07-14T23:00:00Z", "2026-07-15T22:59:00Z"},
		{"2026-03-29", "2026-03-29T00:00:00Z", "2026-03-29T22:59:00Z"}, // 23 hours long
		{"2026-10-25", "2026-10-24T23:00:00Z", "2026-10-25T23:59:00Z"}, // 25 hours long
	} {
		d, err := ParseISO(c.day)
		if err != nil {
			t.Fatal(err)
		}
		first, last := FirstMinute(d), LastMinute(d)
		if first.Format(time.RFC3339) != c.first || last.Format(time.RFC3339) != c.last {
			t.Errorf("%s is from %s to %s, want %s to %s", c.day, first, last, c.first, c.last)
		}
		if Of(first) != d || Of(last) != d || Of(first.Add(-time.Minute)) == d || Of(last.Add(time.Minute)) == d {
			t.Errorf("%s does not begin and end at midnight", c.day)
		}
	}
	if !FirstMinute(Date{}).IsZero() || !LastMinute(Date{}).IsZero() {
		t.Error("no date has a minute")
	}
}
