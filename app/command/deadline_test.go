package command

import (
	"encoding/json"
	"strings"
	"testing"
)

// ask runs deadline with --json and returns its answer and the dates by act.
func ask(t *testing.T, args ...string) (deadlineAnswer, map[string]string) {
	t.Helper()
	d := newCounter()
	if status := d.run(append([]string{"deadline", "--json"}, args...)...); status != 0 {
		t.Fatalf("%v: status %d: %s", args, status, &d.err)
	}
	var answer deadlineAnswer
	if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	dates := map[string]string{}
	for _, deadline := range answer.Deadlines {
		dates[string(deadline.Act)] = deadline.Due.String()
	}
	return answer, dates
}

// Received; acknowledge by; stage 1 if acknowledged on that day; with the
// longest extension. Reckoned by hand from the published bank holidays.
var vectors = [][4]string{
	{"2026-11-23", "2026-11-30", "2026-12-14", "2026-12-30"},
	{"2026-12-21", "2026-12-30", "2027-01-14", "2027-01-28"},
	{"2026-12-24", "2027-01-05", "2027-01-19", "2027-02-02"},
	{"2026-12-26", "2027-01-05", "2027-01-19", "2027-02-02"},
	{"2027-03-25", "2027-04-05", "2027-04-19", "2027-05-04"},
	{"2027-12-24", "2028-01-05", "2028-01-19", "2028-02-02"},
	{"2022-05-30", "2022-06-08", "2022-06-22", "2022-07-06"},
	{"2022-09-12", "2022-09-20", "2022-10-04", "2022-10-18"},
	{"2023-05-05", "2023-05-15", "2023-05-30", "2023-06-13"},
	{"2020-05-01", "2020-05-11", "2020-05-26", "2020-06-09"},
}

func TestStageOneAgreesWithTheReckonedDates(t *testing.T) {
	for _, v := range vectors {
		for _, acknowledged := range []string{"", v[1]} {
			args := []string{"--received", v[0], "--policy", "current"}
			if acknowledged != "" {
				args = append(args, "--acknowledged", acknowledged)
			}
			answer, dates := ask(t, args...)
			if dates["acknowledge"] != v[1] || dates["respond"] != v[2] || dates["respond-extended"] != v[3] || len(dates) != 3 {
				t.Errorf("received %s, acknowledged %q: %v, want %v", v[0], acknowledged, dates, v[1:])
			}
			for i, deadline := range answer.Deadlines {
				if want := i > 0 && acknowledged == ""; deadline.Provisional != want {
					t.Errorf("received %s, acknowledged %q: %s provisional is %t", v[0], acknowledged, deadline.Act, deadline.Provisional)
				}
			}
			if answer.Policy != "current" || answer.Kind != "complaint" {
				t.Errorf("answered for %s under %s", answer.Kind, answer.Policy)
			}
		}
	}
}

func TestTheOtherReckonedDatesAgree(t *testing.T) {
	for _, c := range []struct {
		args []string
		want map[string]string
	}{
		{[]string{"--received", "2026-12-21", "--acknowledged", "2026-12-21"}, map[string]string{"respond": "2027-01-07"}},
		{[]string{"--stage", "2", "--received", "2026-11-23", "--acknowledged", "2026-11-30"},
			map[string]string{"respond-stage-2": "2026-12-30", "respond-stage-2-extended": "2027-01-28"}},
		{[]string{"--stage", "2", "--received", "2027-03-08", "--acknowledged", "2027-03-10"},
			map[string]string{"respond-stage-2": "2027-04-09", "respond-stage-2-extended": "2027-05-10"}},
		{[]string{"--stage", "2", "--policy", "current", "--received", "2022-05-20", "--acknowledged", "2022-05-20"},
			map[string]string{"acknowledge-stage-2": "2022-05-27", "respond-stage-2": "2022-06-21", "respond-stage-2-extended": "2022-07-19"}},
		{[]string{"--kind", "petition", "--received", "2026-12-01"},
			map[string]string{"acknowledge-petition": "2026-12-08", "investigate-petition": "2026-12-16"}},
		{[]string{"--kind", "petition", "--received", "2026-12-24"}, // 29=1 30=2 31=3 4=4 5=5
			map[string]string{"acknowledge-petition": "2027-01-05", "investigate-petition": "2027-01-08"}},
		{[]string{"--kind", "petition", "--received", "2027-03-25"}, // 30=1 31=2 1=3 2=4 5=5
			map[string]string{"acknowledge-petition": "2027-04-05", "investigate-petition": "2027-04-09"}},
		{[]string{"--kind", "insurance", "--received", "2026-12-18"}, map[string]string{"send-insurance-claim": "2027-01-06"}},
		{[]string{"--kind", "insurance", "--received", "2027-03-19"}, map[string]string{"send-insurance-claim": "2027-04-06"}}, // 22=1 25=4 30=5 2=8 5=9 6=10
		{[]string{"--kind", "letter", "--received", "2026-12-23"}, map[string]string{"acknowledge-letter": "2026-12-30"}},
		{[]string{"--received", "2022-09-12"}, map[string]string{"acknowledge": "2022-09-14", "respond": "2022-09-27"}},
		{[]string{"--received", "2026-11-23", "--acknowledged", "2026-11-23", "--extended", "3"}, map[string]string{"respond-extended": "2026-12-10"}},
		{[]string{"--received", "yesterday"}, map[string]string{"acknowledge": "2026-11-27"}},
	} {
		_, dates := ask(t, c.args...)
		for act, want := range c.want {
			if dates[act] != want {
				t.Errorf("%v: %s is %s, want %s", c.args, act, dates[act], want)
			}
		}
	}
}

func TestThePolicyGoesByTheDayOfReceipt(t *testing.T) {
	for received, want := range map[string]string{"2024-03-31": "earlier", "2024-04-01": "current", "2035-01-01": "current"} {
		answer, dates := ask(t, "--received", received)
		if answer.Policy != want {
			t.Errorf("received %s: the %s policy", received, answer.Policy)
		}
		if _, extended := dates["respond-extended"]; extended != (want == "current") {
			t.Errorf("received %s: %v", received, dates)
		}
	}
}

func TestTheWorkingSaysWhyADayDoesNotCount(t *testing.T) {
	d := newCounter()
	if status := d.run("deadline", "--kind", "letter", "--received", "2026-12-24", "--json"); status != 0 {
		t.Fatal(d.err.String())
	}
	var raw struct {
		Deadlines []struct {
			Working []map[string]any
		}
	}
	if err := json.Unmarshal(d.out.Bytes(), &raw); err != nil {
		t.Fatal(err)
	}
	first := raw.Deadlines[0].Working[0]
	if len(first) != 3 || first["date"] != "2026-12-25" || first["counts"] != false || first["why"] != "Christmas Day" {
		t.Errorf("the first day is %v", first)
	}
}

func TestWhatCannotBeIsRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--received", "2026-11-23", "--acknowledged", "2026-11-20"}, "before it was received"},
		{[]string{"--received", "2026-11-23", "--extended", "11"}, "at most 10 working days"},
		{[]string{"--received", "2026-11-23", "--stage", "2", "--extended", "21"}, "at most 20 working days"},
		{[]string{"--received", "2026-11-23", "--extended", "0"}, "at least 1"},
		{[]string{"--received", "2020-05-01", "--extended", "5"}, "has no extension"},
		{[]string{"--received", "2020-05-01", "--stage", "2"}, "one appeal"},
	} {
		d := newCounter()
		status := d.run(append([]string{"deadline"}, c.args...)...)
		if status != 1 || !strings.Contains(d.err.String(), c.says) || d.out.Len() != 0 {
			t.Errorf("%v: status %d, %q", c.args, status, &d.err)
		}
	}
}

func TestPeopleReadTheDatesInWords(t *testing.T) {
	d := newCounter()
	if status := d.run("deadline", "--received", "24/12/26", "--acknowledged", "6 jan 2027"); status != 0 {
		t.Fatal(d.err.String())
	}
	for _, line := range []string{
		"Received Thursday 24 December 2026 – in 24 working days, under the current policy.",
		"That is late by 1 working day: it was due on Tuesday 5 January 2027.",
		"Acknowledge by Tuesday 5 January 2027 – in 29 working days",
		"  5 working days after Thursday 24 December 2026 (Code 6.2)",
		"    Sat 26 Dec to Sun 27 Dec   weekend, not counted",
		"    Mon 28 Dec                 Boxing Day (substitute), not counted",
		"    Tue 29 Dec to Thu 31 Dec   days 1 to 3",
		"Respond (extended) by Wednesday 3 February 2027 – in 50 working days",
	} {
		if !strings.Contains(d.out.String(), line+"\n") {
			t.Errorf("there is no line %q in\n%s", line, &d.out)
		}
	}
	if strings.Contains(d.out.String(), "Provisional") {
		t.Error("an acknowledged complaint has provisional dates")
	}
	d.run("deadline", "--received", "27 12 2028")
	if !strings.Contains(d.out.String(), "proclaimed only to 31 December 2028") {
		t.Errorf("a date beyond the proclaimed holidays has no warning:\n%s", &d.out)
	}
}
