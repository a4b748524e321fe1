package calendar

import "testing"

// At the desk on Friday 13 November 2026: "27 3" has been, or is to come in
// 2027, and what "yesterday" means moves with the day.
func TestAReaderReadsForItsOwnDay(t *testing.T) {
	today := On(2026, 11, 13)
	r := &Reader{Today: func() Date { return today }, Holidays: England()}
	for text, want := range map[string][2]Date{
		"27 3":      {On(2026, 3, 27), On(2027, 3, 27)},
		"yesterday": {On(2026, 11, 12), On(2026, 11, 12)},
		"13 11":     {today, today},
	} {
		been, err := r.Day(text)
		ahead, wrong := r.DayAhead(text)
		if err != nil || wrong != nil || been != want[0] || ahead != want[1] {
			t.Errorf("%q: %s and ahead %s, want %v (%v, %v)", text, been, ahead, want, err, wrong)
		}
		said, err := r.EchoDay(text)
		soon, wrong := r.EchoAhead(text)
		if err != nil || wrong != nil || said != Echo(want[0], today, r.Holidays) || soon != Echo(want[1], today, r.Holidays) {
			t.Errorf("%q is said as %q and ahead %q (%v, %v)", text, said, soon, err, wrong)
		}
	}
	today = On(2026, 11, 16) // the window stayed open over the weekend
	if d, err := r.Day("yesterday"); err != nil || d != On(2026, 11, 15) {
		t.Errorf("after the weekend yesterday is %s, %v", d, err)
	}
	for _, read := range []func(string) (string, error){r.EchoDay, r.EchoAhead} {
		if said, err := read("31 2 2026"); err == nil || said != "" {
			t.Errorf("an impossible day is said as %q, %v", said, err)
		}
	}
}
