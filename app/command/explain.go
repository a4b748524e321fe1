package command

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// explain writes the dates for people: each in words, where it comes from, and
// the days passed on the way to it.
func (c Deadline) explain(s *Session, q question, rules string, deadlines []policy.Deadline) error {
	var out strings.Builder
	received := "Received"
	if c.Stage == 2 {
		received = "Stage 2 asked for"
	}
	fmt.Fprintf(&out, "%s %s", received, calendar.Echo(q.received, s.Today, q.holidays))
	if c.Kind == "complaint" {
		fmt.Fprintf(&out, ", under the %s policy", rules)
	}
	out.WriteString(".\n")
	if !q.acknowledged.IsZero() {
		fmt.Fprintf(&out, "Acknowledged %s.\n", calendar.Echo(q.acknowledged, s.Today, q.holidays))
		if first := deadlines[0]; q.acknowledged.After(first.Due) {
			fmt.Fprintf(&out, "That is late by %s: it was due on %s.\n",
				days(q.holidays.Between(first.Due, q.acknowledged), calendar.WorkingDays), first.Due.Long())
		}
	}
	for _, d := range deadlines {
		fmt.Fprintf(&out, "\n%s by %s\n", d.Act.Title(), calendar.Echo(d.Due, s.Today, q.holidays))
		fmt.Fprintf(&out, "  %s after %s (%s)\n", days(d.Working.Days, d.Working.Unit), d.Working.From.Long(), d.Source)
		if d.Provisional {
			out.WriteString("  Provisional: counted from the last day for the acknowledgement.\n")
		}
		for _, line := range account(d.Working) {
			fmt.Fprintf(&out, "    %s\n", line)
		}
		if d.Working.Warning != "" {
			fmt.Fprintf(&out, "  %s\n", d.Working.Warning)
		}
	}
	_, err := fmt.Fprint(s.Out, out.String())
	return err
}

// days says a length of time: "5 working days", "1 week".
func days(n int, unit string) string {
	if n == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// account writes the working with one line for each run of days that counted,
// each weekend and each bank holiday.
func account(w calendar.Working) []string {
	lines := []string{fmt.Sprintf("%-26s day 0", w.From.Short())}
	for steps := w.Steps; len(steps) > 0; {
		n := run(steps)
		first, last := steps[0], steps[n-1]
		when := first.Date.Short()
		if n > 1 {
			when += " to " + last.Date.Short()
		}
		lines = append(lines, fmt.Sprintf("%-26s %s", when, counted(first, last, w.Unit)))
		steps = steps[n:]
	}
	return lines
}

// run is how many steps from the first belong on one line.
func run(steps []calendar.Step) int {
	n := 1
	for n < len(steps) && steps[n].Counts() == steps[0].Counts() && (steps[0].Counts() || (weekend(steps[0]) && weekend(steps[n]))) {
		n++
	}
	return n
}

func weekend(s calendar.Step) bool { return s.Why == "Saturday" || s.Why == "Sunday" }

func counted(first, last calendar.Step, unit string) string {
	noun := "day"
	if unit == calendar.Weeks {
		noun = "week"
	}
	switch {
	case !first.Counts() && weekend(first):
		return "weekend, not counted"
	case !first.Counts():
		return first.Why + ", not counted"
	case first.Number == last.Number:
		return fmt.Sprintf("%s %d", noun, first.Number)
	}
	return fmt.Sprintf("%ss %d to %d", noun, first.Number, last.Number)
}
