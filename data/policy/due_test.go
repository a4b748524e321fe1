package policy

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
)

func TestDatesAfterTheAcknowledgementAreProvisionalWithoutIt(t *testing.T) {
	h, received := calendar.England(), calendar.On(2026, time.November, 23)
	for _, d := range named(t, "current").StageDeadlines(1, received, calendar.Date{}, 0, h) {
		if d.Provisional != (d.Act != Acknowledge) {
			t.Errorf("%s: provisional is %t", d.Act, d.Provisional)
		}
		if d.Policy != "current@1" {
			t.Errorf("%s was reached under %q", d.Act, d.Policy)
		}
	}
	for _, d := range named(t, "current").StageDeadlines(1, received, received, 0, h) {
		if d.Provisional {
			t.Errorf("%s is provisional though it was acknowledged", d.Act)
		}
	}
	for _, d := range named(t, "earlier").StageDeadlines(1, received, calendar.Date{}, 0, h) {
		if d.Provisional {
			t.Errorf("%s is provisional though the earlier policy counts it from receipt", d.Act)
		}
	}
}

func TestAnExtensionRunsFromTheOriginalDueDate(t *testing.T) {
	h, told := calendar.England(), calendar.On(2026, time.November, 9)
	got := named(t, "current").StageDeadlines(2, calendar.On(2026, time.November, 3), told, 18, h)
	if due := got[1].Due.String(); due != "2026-12-07" {
		t.Errorf("stage 2 is due %s", due)
	}
	if due := got[2]; due.Due.String() != "2027-01-05" || due.Working.From != got[1].Due {
		t.Errorf("extended by 18 it is due %s, counted from %s", due.Due, due.Working.From)
	}
}

func TestAnExtensionBeyondTheLimitIsRefused(t *testing.T) {
	current, earlier := named(t, "current"), named(t, "earlier")
	for _, c := range []struct {
		p           *Policy
		stage, days int
		says        string
	}{
		{current, 1, 1, ""}, {current, 1, 10, ""}, {current, 2, 20, ""},
		{current, 1, 11, "at most 10 working days (Code 6.4)"},
		{current, 2, 21, "at most 20 working days (Code 6.15)"},
		{current, 1, 0, "at least 1"},
		{current, 3, 5, "no stage 3"},
		{earlier, 1, 5, "no extension"},
		{earlier, 2, 5, "one appeal"},
	} {
		err := c.p.CheckExtension(c.stage, c.days)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s, stage %d, %d days: %v", c.p.Name, c.stage, c.days, err)
		}
	}
	if err := current.CheckStage(2); err != nil {
		t.Error(err)
	}
	if earlier.CheckStage(2) == nil || len(earlier.StageDeadlines(2, calendar.On(2026, 1, 5), calendar.Date{}, 0, calendar.England())) != 0 {
		t.Error("the earlier policy has a stage 2")
	}
}

func TestPromisesCountTheirOwnDays(t *testing.T) {
	set, h := shipped(t), calendar.England()
	for _, c := range []struct {
		set      *Set
		id       string
		received calendar.Date
		want     string
	}{
		{set, "petition", calendar.On(2026, 12, 1), "acknowledge-petition 2026-12-08 investigate-petition 2026-12-16"},
		{set.WithPetitionUnit(true), "petition", calendar.On(2026, 12, 1), "acknowledge-petition 2026-12-08 investigate-petition 2026-12-22"},
		{set, "insurance", calendar.On(2026, 12, 18), "send-insurance-claim 2027-01-06"},
		{set, "letter", calendar.On(2026, 12, 23), "acknowledge-letter 2026-12-30"},
		{set, "door-entry", calendar.On(2026, 12, 23), ""},
		{set, "no such promise", calendar.On(2026, 12, 23), ""},
		{set, "letter", calendar.Date{}, ""},
	} {
		var got []string
		for _, d := range c.set.PromiseDeadlines(c.id, c.received, h) {
			got = append(got, string(d.Act), d.Due.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s received %s: %v, want %s", c.id, c.received, got, c.want)
		}
	}
}

func TestAClockThatDoesNotExistHasNoDate(t *testing.T) {
	h := calendar.England()
	if _, ok := named(t, "current").Due("dance", calendar.On(2026, 1, 5), h); ok {
		t.Error("an unknown act has a date")
	}
	if _, ok := named(t, "current").Due(Acknowledge, calendar.Date{}, h); ok {
		t.Error("no day has a date")
	}
	overturned, ok := named(t, "current").Due(AcknowledgeOverturned, calendar.On(2026, 11, 23), h)
	if !ok || overturned.Due.String() != "2026-11-30" {
		t.Errorf("after an overturned refusal: %v", overturned.Due)
	}
}

func TestADeadlineIsStoredAndReadBackWhole(t *testing.T) {
	want := named(t, "current").StageDeadlines(1, calendar.On(2026, 12, 24), calendar.Date{}, 0, calendar.England())
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var back []Deadline
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(text) {
		t.Errorf("stored and read back differ:\n%s\n%s", text, again)
	}
	if len(text) > 4000 {
		t.Errorf("one stage takes %d bytes", len(text))
	}
}

func BenchmarkStageDeadlines(b *testing.B) {
	p, h, received := named(b, "current"), calendar.England(), calendar.On(2026, 12, 21)
	for b.Loop() {
		p.StageDeadlines(1, received, calendar.Date{}, 0, h)
	}
}
