package command

import (
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

func TestEveryKindOfDutyIsPrintedInWords(t *testing.T) {
	on := calendar.On(2026, 11, 13)
	list := register.DutyList{}
	add := func(d casework.Duty) {
		d.Due = on
		list.Rows = append(list.Rows, register.DutyRow{Row: register.Row{Reference: "C-2026-0001-E"}, Duty: d})
		list.Total++
	}
	add(casework.Duty{Kind: casework.DutyAcknowledge, Stage: 1})
	add(casework.Duty{Kind: casework.DutyPromise, Text: "Mend the ceiling", Owner: "Repairs"})
	add(casework.Duty{Kind: casework.DutyHazard, Text: "Make it safe", At: time.Date(2026, 11, 13, 9, 30, 0, 0, time.UTC)})
	add(casework.Duty{Kind: casework.DutyWaiting, Text: "The job's notes", Owner: "Repairs"})
	add(casework.Duty{Kind: casework.DutyReview, Text: "Review the adjustment: large print"})
	add(casework.Duty{Kind: casework.DutyOrder, Text: "Pay £200"})
	add(casework.Duty{Kind: casework.DutyWithdrawal, Stage: 1})
	rows := dueRows(list, on, calendar.England())
	var b strings.Builder
	rows.write(&b, "All")
	for _, want := range []string{"All: 7\n", "stage 1, acknowledge (nobody yet)", "Mend the ceiling", "hazard: Make it safe", "Repairs: The job's notes",
		"review: Review the adjustment: large print", "order: Pay £200", "stage 1, withdrawal"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, &b)
		}
	}
	promise, hazard, waiting := rows.Rows[1], rows.Rows[2], rows.Rows[3]
	if promise.Promise != "Mend the ceiling" || promise.What != "" || hazard.At != "2026-11-13T09:30:00Z" || hazard.What != "Make it safe" || waiting.From != "Repairs" {
		t.Errorf("%+v, %+v, %+v", promise, hazard, waiting)
	}
}
