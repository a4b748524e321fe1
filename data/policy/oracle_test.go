package policy_test

import (
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// oracleHolidays are the bank holidays of England and Wales, typed from the
// published list and not worked out by anything of ours.
var oracleHolidays = parseDays(
	"2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27", "2019-08-26", "2019-12-25", "2019-12-26",
	"2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08", "2020-05-25", "2020-08-31", "2020-12-25", "2020-12-28",
	"2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28",
	"2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27",
	"2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26",
	"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
	"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
	"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
	"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
	"2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
	"2029-01-01", "2029-03-30", "2029-04-02", "2029-05-07", "2029-05-28", "2029-08-27", "2029-12-25", "2029-12-26",
	"2030-01-01", "2030-04-19", "2030-04-22", "2030-05-06", "2030-05-27", "2030-08-26", "2030-12-25", "2030-12-26",
	// Receipts late in 2030 are answered in the first weeks of 2031.
	"2031-01-01",
)

func parseDays(days ...string) map[string]bool {
	set := make(map[string]bool, len(days))
	for _, day := range days {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			panic(err)
		}
		set[day] = true
	}
	return set
}

// oracleWalk steps day by day and counts those that are worked.
func oracleWalk(from time.Time, n int) time.Time {
	day := from
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		if !weekend && !oracleHolidays[day.Format(time.DateOnly)] {
			n--
		}
	}
	return day
}

// oracle gives the dates of one stage for a receipt and an acknowledgement, with
// the promised days written out.
func oracle(policyName string, stage int, received time.Time, acknowledged *time.Time) map[string]string {
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	if policyName == "earlier" {
		return map[string]string{"acknowledge": day(oracleWalk(received, 2)), "respond": day(oracleWalk(received, 10))}
	}
	acknowledge := oracleWalk(received, 5)
	from := acknowledge
	if acknowledged != nil {
		from = *acknowledged
	}
	if stage == 2 {
		return map[string]string{
			"acknowledge-stage-2":      day(acknowledge),
			"respond-stage-2":          day(oracleWalk(from, 20)),
			"respond-stage-2-extended": day(oracleWalk(oracleWalk(from, 20), 20)),
		}
	}
	return map[string]string{
		"acknowledge":      day(acknowledge),
		"respond":          day(oracleWalk(from, 10)),
		"respond-extended": day(oracleWalk(oracleWalk(from, 10), 10)),
	}
}

// notYet stands for a complaint that has not been acknowledged.
const notYet = -1

func TestEveryReceiptDayOfTwelveYearsAgreesWithTheWalk(t *testing.T) {
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	h := calendar.England()
	checked := 0
	for received := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC); received.Year() <= 2030; received = received.AddDate(0, 0, 1) {
		for _, name := range []string{"earlier", "current"} {
			p, _ := set.Named(name)
			for stage := 1; stage <= len(p.Stages); stage++ {
				for _, late := range []int{notYet, 0, 4, 7} {
					var acknowledged *time.Time
					var told calendar.Date
					if late != notYet {
						day := received.AddDate(0, 0, late)
						acknowledged, told = &day, calendar.On(day.Date())
					}
					want := oracle(name, stage, received, acknowledged)
					got := p.StageDeadlines(stage, calendar.On(received.Date()), told, 0, h)
					if len(got) != len(want) {
						t.Fatalf("%s stage %d has %d dates, want %d", name, stage, len(got), len(want))
					}
					for _, d := range got {
						if d.Due.String() != want[string(d.Act)] {
							t.Fatalf("%s, received %s, acknowledged %v: %s is %s, want %s",
								name, received.Format(time.DateOnly), acknowledged, d.Act, d.Due, want[string(d.Act)])
						}
						checkAccount(t, d, h)
						checked++
					}
				}
			}
		}
	}
	// Two dates of the earlier policy and two stages of three, four ways each.
	if days := 4383; checked != days*4*(2+3+3) {
		t.Errorf("%d dates were compared", checked)
	}
}

// checkAccount holds that the account of a date counts what it says, skips only
// what the typed list and the weekends skip, and ends on the date.
func checkAccount(t *testing.T, d policy.Deadline, h *calendar.Holidays) {
	counted := 0
	for i, step := range d.Working.Steps {
		if step.Date != d.Working.From.AddDays(i+1) {
			t.Fatalf("%s: day %d of the account is %s", d.Act, i+1, step.Date)
		}
		day := step.Date
		closed := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday || oracleHolidays[day.String()]
		if step.Counts() == closed || (step.Why == "") == closed {
			t.Fatalf("%s: %s is counted as %d because %q", d.Act, day, step.Number, step.Why)
		}
		if step.Counts() {
			counted++
		}
	}
	last := d.Working.Steps[len(d.Working.Steps)-1]
	if counted != d.Working.Days || last.Date != d.Due || !last.Counts() || d.Working.Holidays != h.Version() {
		t.Fatalf("%s: the account counts %d of %d and ends on %s, due %s", d.Act, counted, d.Working.Days, last.Date, d.Due)
	}
}
