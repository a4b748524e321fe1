package casefile

import (
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/casework"
	"casebook/data/casework/states"
	"casebook/data/policy"
)

// pageOf is the page of a state as an officer sees it.
func pageOf(t *testing.T, s states.State, by casework.Officer) Page {
	t.Helper()
	d := deskOf(t, s)
	return Build(s.Case, Beside{History: d.entries, Officers: d.team}, d.moment(by))
}

// stateNamed is one of the examples.
func stateNamed(t *testing.T, name string) states.State {
	t.Helper()
	for _, s := range everyState(t) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("there is no state %q", name)
	return states.State{}
}

var chief = states.Officers()[3]

// TestEveryStateHasItsWords looks at the page of every state for what would be
// blank on the screen.
func TestEveryStateHasItsWords(t *testing.T) {
	for _, s := range everyState(t) {
		p := pageOf(t, s, chief)
		if p.Name == "" || !strings.HasSuffix(p.Status.Sentence, ".") || p.Reference == "" {
			t.Errorf("%s: %q, %q", s.Name, p.Name, p.Status.Sentence)
		}
		if len(p.Clocks) != len(s.Case.Stages) {
			t.Errorf("%s: %d cards for %d stages", s.Name, len(p.Clocks), len(s.Case.Stages))
		}
		for _, k := range p.Clocks {
			if k.Title == "" || k.Of < 0 || k.Day < 0 {
				t.Errorf("%s: %+v", s.Name, k)
			}
			for _, f := range k.Dates {
				if f.Label == "" || strings.TrimSpace(f.Text) == "" || strings.HasPrefix(f.Text, ",") || strings.HasSuffix(f.Text, "by ") {
					t.Errorf("%s: the card says %q: %q", s.Name, f.Label, f.Text)
				}
			}
		}
		for _, n := range p.Notices {
			if n.Head == "" || n.Text == "" || !strings.HasSuffix(n.Text, ".") || n.Does != "" && n.Leads == (Errand{}) {
				t.Errorf("%s: notice %+v", s.Name, n)
			}
		}
		for _, tab := range p.Tabs {
			if tab.Name == "" || tab.Empty == "" {
				t.Errorf("%s: tab %+v", s.Name, tab)
			}
			for _, r := range tab.Rows {
				if r.Name == "" || strings.Contains(r.Second, "..") || strings.Contains(r.Name+r.Second, "an officer") || r.Tone == casework.Late && r.Mark == "" {
					t.Errorf("%s, %s: %+v", s.Name, tab.Name, r)
				}
			}
		}
	}
}

// TestNothingOwedIsLeftOut holds the list of what to do to the case's duties,
// each with the act that settles it.
func TestNothingOwedIsLeftOut(t *testing.T) {
	for _, s := range everyState(t) {
		p := pageOf(t, s, chief)
		open := 0
		for _, r := range p.Tabs[TabToDo].Rows {
			if r.Tone != casework.Ended {
				open++
				if r.Leads.Act == "" || r.Second == "" || r.Mark == "" {
					t.Errorf("%s: %+v", s.Name, r)
				}
				if r.Leads.Act == casework.ActHazardStep && r.Leads.Step == "" || r.Leads.Act == casework.ActEvidenceSent && r.Leads.Part == 0 || r.Leads.Act == casework.ActComply && r.Leads.Part == 0 {
					t.Errorf("%s: %+v does not say which", s.Name, r.Leads)
				}
			}
		}
		if want := len(casework.Duties(s.Case)) + len(casework.HazardToDo(s.Case)); open != want || p.Tabs[TabToDo].Count != want {
			t.Errorf("%s: %d to do, %d owed", s.Name, open, want)
		}
	}
}

func fact(k Clock, label string) string {
	for _, f := range k.Dates {
		if f.Label == label {
			return f.Text
		}
	}
	return ""
}

// TestTheStageCardOfEachEnding looks for what an officer needs of each state.
// Received Monday 2 November 2026: acknowledge by Monday 9 November. Set aside
// on Friday 20 November: five working days from then is Friday 27 November.
func TestTheStageCardOfEachEnding(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"Recorded":          {"title": "Stage 1, day 0 of 5", "Acknowledge": "by Mon 9 Nov", "Response due": "Mon 23 Nov at the latest"},
		"Extension decided": {"Due": "Tue 17 Nov", "To extend to": "Tue 24 Nov, once told"},
		"Later than any extension": {"title": "Stage 1, day 7 of 20", "First due": "Tue 17 Nov", "Extended to": "Tue 1 Dec",
			"Expected": "Fri 18 Dec, counts as late", "Next update": "Fri 4 Dec"},
		"Stage 2 refused":       {"title": "Stage 2, not opened", "Not opened": "Wed 25 Nov", "Tell them by": "Tue 1 Dec"},
		"Not accepted":          {"title": "Stage 1, not accepted", "Tell them by": "Mon 9 Nov"},
		"Not accepted and told": {"Told": "Fri 6 Nov, in time"},
		"Refusal set aside":     {"title": "Stage 1, day 0 of 5", "First due": "Mon 9 Nov, to acknowledge", "Set aside": "Fri 20 Nov", "Acknowledge": "by Fri 27 Nov"},
		"Withdrawn":             {"title": "Stage 1, withdrawn", "Withdrawn": "Thu 5 Nov"},
		"Appeal":                {"Answer by": "Mon 27 Mar", "Appointed by": "Head of Service", "Acknowledge": ""},
		"Recorded in error":     {"title": "Stage 1, recorded in error"},
		"Stage 2 acknowledged":  {"title": "Stage 2, day 0 of 20", "Asked": "Tue 24 Nov", "Officer": "Kit Ashe"},
	} {
		k := pageOf(t, stateNamed(t, name), chief).Clock
		for label, text := range want {
			got := fact(k, label)
			if label == "title" {
				got = k.Title
			}
			if got != text {
				t.Errorf("%s: %s is %q, want %q", name, label, got, text)
			}
		}
	}
	if k := pageOf(t, stateNamed(t, "Appeal"), chief).Clock; !strings.Contains(k.Note, "gives no time") {
		t.Errorf("the appeal says %q", k.Note)
	}
}

func TestPointsAreNotAskedForWhereNothingIsAnswered(t *testing.T) {
	for name, want := range map[string]string{
		"Withdrawn": "", "Withdrawn and closed": "", "Not accepted": "", "Stage 2 refused": "", "Recorded in error": "",
		"One point refused": "0 of 1 answered", "Answered at stage 1": "2 of 2 answered",
	} {
		p := pageOf(t, stateNamed(t, name), chief)
		if p.Answered != want {
			t.Errorf("%s: %q, want %q", name, p.Answered, want)
		}
		if want == "" && slices.ContainsFunc(p.Points, func(p Point) bool { return p.Open }) {
			t.Errorf("%s: a point needs a finding", name)
		}
	}
	refused := pageOf(t, stateNamed(t, "One point refused"), chief).Points
	if refused[1].Apart != "Not accepted" || !strings.Contains(refused[1].Detail, "Tell them by Mon 9 Nov") {
		t.Errorf("the refused point is %+v", refused[1])
	}
	again := pageOf(t, stateNamed(t, "Stage 2 acknowledged"), chief).Points
	if !again[0].Open || again[0].Finding != "" || again[0].Detail != "Stage 1: upheld" {
		t.Errorf("at stage 2 point 1 is %+v", again[0])
	}
}

func heads(p Page) string {
	var all []string
	for _, n := range p.Notices {
		all = append(all, n.Head+n.Text)
	}
	return strings.Join(all, "\n")
}

func TestNoticesStandOnlyWhereTheyMatter(t *testing.T) {
	for name, want := range map[string][]string{
		"Recorded": nil, "Answered at stage 1": nil, "Recorded in error": nil, "Closed": nil, "Service request": nil,
		"A representative without authority": {"Tell Tunde Adeyemi nothing about the case. No authority yet."},
		"Confidential":                       {"Confidential. Seen by 2 officers."},
		"With everything beside it": {"Damp and mould: investigate the hazard by 16 November 2026, 9 working days left.", "Building safety: how dangerous it is has not been recorded",
			"Contact is restricted: One call a week. Review by 3 December 2026.", "Housing Ombudsman Service, decided 3 November 2026; it waits for 2 things from us.", "Building Safety Regulator, since 3 November 2026."},
	} {
		got := heads(pageOf(t, stateNamed(t, name), chief))
		if len(want) == 0 && got != "" {
			t.Errorf("%s: %s", name, got)
		}
		for _, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("%s: %q is not in\n%s", name, text, got)
			}
		}
	}
}

// TestTheHoursOfAnEmergencyAreSaidToTheMinute: told at 18:40 on Monday 2
// November 2026, so within 24 hours by 18:40 on Tuesday; at 15:20 there are 3
// hours and 20 minutes left, at 19:10 it is 30 minutes late.
func TestTheHoursOfAnEmergencyAreSaidToTheMinute(t *testing.T) {
	s := stateNamed(t, "Recorded")
	d := deskOf(t, s)
	m := d.moment(chief)
	m.Now = time.Date(2026, 11, 2, 19, 0, 0, 0, time.UTC)
	out, err := casework.Apply(s.Case, casework.StartHazard{Kind: "emergency", What: "No heating", Told: time.Date(2026, 11, 2, 18, 40, 0, 0, time.UTC), ToldTo: "Priya Nair", Job: "R-1", JobTold: "Desk"}, m)
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{"2026-11-03T15:20:00Z": "by 18:40 on 3 November 2026, 3 h 20 min left.", "2026-11-03T19:10:00Z": "by 18:40 on 3 November 2026, 30 min late."} {
		m.Now, _ = time.Parse(time.RFC3339, now)
		m.Today = day("2026-11-03")
		p := Build(out.Case, Beside{Officers: d.team}, m)
		if !strings.Contains(heads(p), want) {
			t.Errorf("at %s: %s", now, heads(p))
		}
		row := p.Tabs[TabToDo].Rows[0]
		if row.Leads.Act != casework.ActHazardStep || row.Leads.Step != policy.HazardEmergency || !strings.HasSuffix(row.Second, "by Tue 3 Nov at 18:40") {
			t.Errorf("at %s the first to do is %+v", now, row)
		}
	}
}

func TestDoNotIsANoticeOnlyBeforeTheCall(t *testing.T) {
	s := stateNamed(t, "Every point answered")
	s.Case.Contact.DoNot = "Not before 10 am"
	if got := heads(pageOf(t, s, chief)); !strings.Contains(got, "Before you ring: Not before 10 am.") {
		t.Errorf("before the call: %q", got)
	}
	s.Case.Calls = []casework.Call{{ID: 1, On: s.Today, Stage: 1}}
	if got := heads(pageOf(t, s, chief)); strings.Contains(got, "ring") {
		t.Errorf("after it: %q", got)
	}
}

// TestOlderCasesTellWhatOnceStoodBeforeTheOmbudsman (ruling 2): received on 1
// March 2021, when a designated person or eight weeks stood before it.
func TestOlderCasesTellWhatOnceStoodBeforeTheOmbudsman(t *testing.T) {
	s := stateNamed(t, "Closed under the earlier policy")
	if got := heads(pageOf(t, s, chief)); strings.Contains(got, "History") {
		t.Errorf("received in 2023: %s", got)
	}
	s.Case.Received = day("2021-03-01")
	p := pageOf(t, s, chief)
	if got := heads(p); !strings.Contains(got, "History: designated person and eight weeks before the Housing Ombudsman ended on 1 October 2022.") {
		t.Errorf("received in 2021: %s", got)
	}
	rows := p.Tabs[TabOmbudsman].Rows
	if last := rows[len(rows)-1]; last.Mark != "History" || rows[0].Mark != "Open now" {
		t.Errorf("the Ombudsman's list is %+v", rows)
	}
}

func TestALapsedAuthorityTellsNothing(t *testing.T) {
	s := stateNamed(t, "With everything beside it")
	s.Case.Representative.Until = s.Today.AddDays(-1)
	p := pageOf(t, s, chief)
	if !strings.Contains(heads(p), "Tell Tunde Adeyemi nothing about the case. The authority ended on 2 November 2026.") || p.Tabs[TabPeople].Rows[0].Mark != "Tell them nothing" {
		t.Errorf("%s\n%+v", heads(p), p.Tabs[TabPeople].Rows[0])
	}
	s.Case.Representative.Until = s.Today
	if strings.Contains(heads(pageOf(t, s, chief)), "nothing") {
		t.Error("an authority ends after its last day")
	}
}

// TestTheFrontDeskSeesNoSumsThatWereNotOffered (ruling 29).
func TestTheFrontDeskSeesNoSumsThatWereNotOffered(t *testing.T) {
	desk := states.Officers()[0]
	for name, want := range map[string]bool{"Every point answered": false, "Answered at stage 1": true, "Recorded": false, "Service request": false} {
		if got := pageOf(t, stateNamed(t, name), desk).Money; got != want {
			t.Errorf("%s: the desk sees money: %v", name, got)
		}
	}
	if !pageOf(t, stateNamed(t, "Every point answered"), chief).Money || pageOf(t, stateNamed(t, "Service request"), chief).Money {
		t.Error("a manager sees the draft of a complaint, and no money on a service request")
	}
	if got := pageOf(t, stateNamed(t, "Stage 2 asked for"), chief).Offer; got != "Offered at stage 1." {
		t.Errorf("at stage 2 the sum is %q", got)
	}
}
