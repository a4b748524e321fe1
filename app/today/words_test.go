package today

import (
	"strings"
	"testing"
	"time"

	"casebook/data/casework"
	"casebook/data/register"
)

// gasLeak is a hazard whose home is to be made safe by 18:20 today.
func gasLeak() []register.DutyRow { return []register.DutyRow{hazard(405, "2026-11-13", 18, 20)} }

func hazard(id int64, due string, hour, minute int) register.DutyRow {
	d := about(owed(id, "Ruth Pell", casework.DutyHazard, 0, due, sam), "Investigate the emergency and make the home safe")
	d.Duty.Due = day(due)
	d.Duty.At = time.Date(d.Duty.Due.Year(), d.Duty.Due.Month(), d.Duty.Due.Day(), hour, minute, 0, 0, time.UTC) // no summer time
	return d
}

func danger(d register.DutyRow) register.DutyRow {
	d.Duty.Risk = casework.RiskDanger
	return d
}

func TestEveryKindOfDutyIsSaidInPlainWords(t *testing.T) {
	for _, c := range []struct {
		duty casework.Duty
		want string
	}{
		{casework.Duty{Kind: casework.DutyAcknowledge, Stage: 1}, "Acknowledgement"},
		{casework.Duty{Kind: casework.DutyAcknowledge, Stage: 2}, "Stage 2 acknowledgement"},
		{casework.Duty{Kind: casework.DutyRespond, Stage: 1}, "Stage 1 response"},
		{casework.Duty{Kind: casework.DutyRefuse, Stage: 1}, "Refusal letter"},
		{casework.Duty{Kind: casework.DutyRefuse, Stage: 2}, "Stage 2 refusal letter"},
		{casework.Duty{Kind: casework.DutyRefuse, Stage: 1, Text: casework.PassOnLetter.Words()}, "Pass-on letter"},
		{casework.Duty{Kind: casework.DutyPetition, Text: "Acknowledge the petition"}, "Acknowledge the petition"},
		{casework.Duty{Kind: casework.DutyClaim, Text: "Send the claim form on"}, "Send the claim form on"},
		{casework.Duty{Kind: casework.DutyRepair, Text: "Right to Repair, first period: Pipe"}, "Right to Repair, first period: Pipe"},
		{casework.Duty{Kind: casework.DutyApprove, Text: "£300.00"}, "Approve the offer of £300.00"},
		{casework.Duty{Kind: casework.DutyPay, Text: "£10.00"}, "Pay £10.00"},
		{casework.Duty{Kind: casework.DutyUpdate, Stage: 1}, "Agreed update"},
		{casework.Duty{Kind: casework.DutyHazard, Text: "Investigate the hazard"}, "Investigate the hazard"},
		{casework.Duty{Kind: casework.DutyEvidence, Text: "the repairs log"}, "Ombudsman's evidence: the repairs log"},
		{casework.Duty{Kind: casework.DutyOrder, Text: "Pay £200.00"}, "Ombudsman's order: Pay £200.00"},
		{casework.Duty{Kind: casework.DutyPromise, Text: "Fit a fan"}, "Promise: Fit a fan"},
		{casework.Duty{Kind: casework.DutyWaiting, Owner: "Repairs", Text: "the job's date"}, "Answer from Repairs: the job's date"},
		{casework.Duty{Kind: casework.DutyReview, Text: "Review the adjustment: large print"}, "Review the adjustment: large print"},
		{casework.Duty{Kind: casework.DutyWithdrawal, Stage: 1}, "Letter that confirms the withdrawal"},
	} {
		if got := What(c.duty); got != c.want {
			t.Errorf("%s: %q, want %q", c.duty.Kind, got, c.want)
		}
	}
}

// On Friday 13 November 2026 at noon.
func TestAMinuteADangerAndAWeekendAreSaidAsTheyAre(t *testing.T) {
	late := owed(1, "Jo Dean", casework.DutyPromise, 0, "2026-11-14", dan) // a Saturday
	for _, c := range []struct {
		name         string
		of           register.DutyRow
		left, second string
		tone         casework.Tone
	}{
		{"still to come", hazard(1, "2026-11-13", 18, 20), "By 18:20", "Investigate and make safe", casework.Due},
		{"an hour ago", hazard(1, "2026-11-13", 11, 0), "Late since 11:00", "Investigate and make safe", casework.Late},
		{"yesterday", hazard(1, "2026-11-12", 11, 0), "Late since 11:00 Thu 12 Nov", "Investigate and make safe", casework.Late},
		{"tomorrow", hazard(1, "2026-11-14", 9, 5), "By 09:05 Sat 14 Nov", "Investigate and make safe", casework.Due},
		{"a whole day", hazard(1, "2026-11-16", 23, 59), "1 working day left", "Investigate and make safe, due Mon 16 Nov", casework.Soon},
		{"danger today", danger(owed(1, "Jo Dean", casework.DutyRespond, 1, "2026-11-13", dan)), "Danger now", "Stage 1 response, due today", casework.Late},
		{"danger later", danger(owed(1, "Jo Dean", casework.DutyRespond, 1, "2026-11-16", dan)), "Danger now", "Stage 1 response, due Mon 16 Nov", casework.Late},
		{"danger by the minute", danger(hazard(1, "2026-11-13", 18, 20)), "By 18:20", "Danger now. Investigate and make safe", casework.Due},
		{"midnight tonight", hazard(1, "2026-11-14", 0, 0), "By the end of today", "Investigate and make safe", casework.Due},
		{"midnight tomorrow", hazard(1, "2026-11-15", 0, 0), "By the end of Sat 14 Nov", "Investigate and make safe", casework.Due},
		{"accepted, not paid", about(owed(1, "Jo Dean", casework.DutyPay, 0, "2026-11-02", dan), "£60.00"), "9 working days late", "Pay £60.00, was due Mon 2 Nov", casework.Late},
		{"to be worked out", about(owed(1, "Jo Dean", casework.DutyFixed, 0, "2026-11-02", dan), "Work out the fixed payment"), "Waits for 9 working days", "Work out the fixed payment, since Mon 2 Nov", casework.Late},
		{"waits for approval", about(owed(1, "Jo Dean", casework.DutyApprove, 0, "2026-11-12", dan), "£60.00"), "Waits for 1 working day", "Approve the offer of £60.00, since Thu 12 Nov", casework.Late},
		{"before the next working day", late, "On Saturday", "Promise: , due Sat 14 Nov", casework.Soon},
	} {
		m := loaded(t, &office{lists: register.TodayLists{}}, dan)
		l, _ := m.Loading()(t.Context())
		if r := NewWriter(l.moment, noon()).Duty(c.of); r.Left != c.left || r.Second != c.second || r.Tone != c.tone {
			t.Errorf("%s: %q, %q, %s", c.name, r.Left, r.Second, r.Tone)
		}
	}
}

func TestARowNamesWhoLooksAfterItWhileItsOfficerIsAway(t *testing.T) {
	away := owed(361, "Leon Brackley", casework.DutyRespond, 1, "2026-11-13", sam)
	away.Duty.Cover, away.Duty.From, away.Duty.Until = priya.ID, day("2026-11-12"), day("2026-11-13")
	mine := away
	mine.Duty.Cover = dan.ID
	over := away
	over.Duty.Until = day("2026-11-12")
	o := &office{lists: register.TodayLists{DueToday: listOf(away, mine, over), Mine: listOf(mine)}}
	m := loaded(t, o, dan)
	for i, want := range []string{"P. Nair for S. Pryce", "You for S. Pryce", "S. Pryce"} {
		if r, _ := m.At(DueToday, i); r.Right != want {
			t.Errorf("row %d: %q, want %q", i+1, r.Right, want)
		}
	}
	if got := m.Huddle().Groups[1].Rows[1].Officer; got != "D. Okafor for S. Pryce" {
		t.Errorf("on paper: %q", got)
	}
	if r, _ := m.At(Waiting, 0); r.Right != "For S. Pryce" {
		t.Errorf("of my own work: %q", r.Right)
	}
}

// What is due by the minute comes first, in the order of the minutes; a minute
// that is over is overdue; a danger goes before its date.
func TestTheMostUrgentComesFirstAndTheCountsStayThoseOfTheLists(t *testing.T) {
	passed, later, weekend, old := hazard(1, "2026-11-13", 9, 0), hazard(2, "2026-11-13", 18, 20), hazard(3, "2026-11-14", 8, 0), hazard(4, "2026-11-12", 8, 0)
	risky := danger(owed(5, "Flat 9", casework.DutyRespond, 1, "2026-11-17", dan))
	o := busy()
	o.lists.Hazards = listOf(old, passed, later, weekend)
	o.lists.Overdue = listOf(append(o.lists.Overdue.Rows, old)...)
	o.lists.DueToday = listOf(append(o.lists.DueToday.Rows, passed, later)...)
	o.lists.DueSoon = listOf(append(o.lists.DueSoon.Rows, weekend, risky)...)
	m := loaded(t, o, dan)
	for _, c := range []struct {
		list  List
		total int
		first []int64
	}{
		{Overdue, 5, []int64{4, 1, 361}}, {DueToday, 5, []int64{2, 372}}, {DueSoon, 6, []int64{3, 5, 375}},
	} {
		if s := m.Lists[c.list]; s.Total != c.total || len(s.Rows) != c.total {
			t.Errorf("%s: %d rows of %d", c.list.Title(), len(s.Rows), s.Total)
		}
		for i, id := range c.first {
			if r, _ := m.At(c.list, i); r.Case != id {
				t.Errorf("%s, row %d is case %d, want %d", c.list.Title(), i+1, r.Case, id)
			}
		}
	}
}

func TestAHazardBeyondTheRowsReadStillComesFirst(t *testing.T) {
	o := busy()
	o.lists.Hazards = listOf(hazard(9, "2026-11-12", 8, 0))
	o.lists.Overdue.Total = 62 // it is one of those not read
	m := loaded(t, o, dan)
	if r, _ := m.At(Overdue, 0); r.Case != 9 || m.Lists[Overdue].Total != 62 {
		t.Errorf("the first of %d is %+v", m.Lists[Overdue].Total, r)
	}
	if row := m.Huddle().Groups[0].Rows[4]; strings.Contains(row.What, "Enter") {
		t.Errorf("on paper: %+v", row)
	}
	if last, _ := m.At(Overdue, 4); last.Name != "58 more" {
		t.Errorf("the last row is %+v", last)
	}
}

// Friday 13 November: the next two working days are Monday and Tuesday.
func TestAListIsFoundAmongTheCasesByWhatTheyOwe(t *testing.T) {
	m := loaded(t, busy(), dan)
	for _, c := range []struct {
		list List
		want register.Owing
	}{
		{Overdue, register.Owing{Timed: true, To: day("2026-11-12")}},
		{DueToday, register.Owing{Timed: true, From: friday, To: friday}},
		{DueSoon, register.Owing{Timed: true, From: day("2026-11-14"), To: day("2026-11-17")}},
		{Promises, register.Owing{Promised: true, To: day("2026-11-17")}},
		{Waiting, register.Owing{Mine: true}},
		{Reviews, register.Owing{Kind: casework.DutyReview, To: day("2026-11-17")}},
		{Others, register.Owing{Kind: casework.DutyWaiting}},
		{Letters, register.Owing{Kind: casework.DutyWithdrawal}},
	} {
		if got := m.Owing(c.list); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.list.Title(), got, c.want)
		}
	}
	m.SetScope(0)
	if !m.Owing(Overdue).Mine {
		t.Error("of my own work it lists others'")
	}
}
