package calendar

import "testing"

func TestATimeOfDayIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]int{
		"18:20": 1100, "18.20": 1100, "1820": 1100, "6.20pm": 1100, "6.20 p.m.": 1100, "6 pm": 1080, "6PM": 1080, "06:05": 365, "6:05": 365,
		"12am": 0, "12 pm": 720, "noon": 720, "midnight": 0, "0:00": 0, "23:59": 1439,
	} {
		if got, err := ParseMinute(text); err != nil || got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "6", "18", "24:00", "13pm", "0am", "12:60", "6:5", "-1:00", "18:20:10", "evening", "182", "+1:00", "1 8:20x"} {
		if got, err := ParseMinute(text); err == nil {
			t.Errorf("%q is read as %d", text, got)
		}
	}
}

func TestAMinuteThatTheClocksLeaveOutIsNotThere(t *testing.T) {
	// On Sunday 29 March 2026 the clocks go from 1:00 to 2:00.
	if _, err := MinuteOn(On(2026, 3, 29), 90); err == nil {
		t.Error("1:30 was there in the night that the clocks went forward")
	}
	at, err := MinuteOn(On(2026, 7, 1), 18*60+20)
	if err != nil || at.Format("15:04") != "17:20" {
		t.Errorf("18:20 in July is %s UTC, %v", at, err)
	}
}
