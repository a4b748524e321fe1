package casefile

import (
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// TestWhatIsOwedIsSettledFromItsList: Enter on a promise opens its form, and the
// one that is kept is the one on the row.
func TestWhatIsOwedIsSettledFromItsList(t *testing.T) {
	s := stateNamed(t, "With everything beside it")
	d, v, c := stateShown(t, s, chief, look.Light)
	at := slices.IndexFunc(v.model.Page.Tabs[TabToDo].Rows, func(r Row) bool { return r.Name == "Paint" })
	keys.Press(c, "Alt+T")
	keys.Press(c, "Tab")
	for range at {
		keys.Press(c, "Down")
	}
	keys.Press(c, "Enter")
	keys.Press(c, "Ctrl+Enter")
	if p := d.c.Promises; p[1].Kept.IsZero() {
		t.Errorf("the promises are %+v", p)
	}
}

// TestAFormBeginsWithWhatTheOfficerCameFor: the second question to others is the
// one whose answer is recorded.
func TestAFormBeginsWithWhatTheOfficerCameFor(t *testing.T) {
	s := stateNamed(t, "With everything beside it")
	s.Case.Requests = append(slices.Clone(s.Case.Requests), casework.Request{ID: 2, Whom: "Electrician", What: "When he came", Asked: s.Today, Due: s.Today.AddDays(1), By: 2})
	d, v, c := stateShown(t, s, chief, look.Light)
	v.settle(Errand{Act: casework.ActGotAnswer, Item: 2})
	keys.Press(c, "Tab")
	keys.Press(c, "Tab")
	keys.Type(c, "At noon.")
	keys.Press(c, "Ctrl+Enter")
	if r := d.c.Requests; r[1].Answer != "At noon." || r[0].Answer != "" {
		t.Errorf("the questions are %+v", r)
	}
	if v.model.about != (Errand{}) {
		t.Error("the next form begins with it too")
	}
}

func TestEveryRowLeadsSomewhereThatOpens(t *testing.T) {
	for _, s := range everyState(t) {
		by := chief
		if s.Case.Confidential {
			by.ID = s.Case.Access[0]
		}
		d, v, c := stateShown(t, s, by, look.Light)
		for _, n := range v.model.Page.Notices {
			if n.Does == "" {
				continue
			}
			v.settle(n.Leads)
			if len(c.Overlays().List()) == 0 {
				t.Errorf("%s: %q opens nothing", s.Name, n.Does)
			}
			keys.Press(c, "Esc")
		}
		for _, tab := range v.model.Page.Tabs {
			for _, r := range tab.Rows {
				e := r.Leads
				if e.Act == "" || e.Letter != "" {
					continue
				}
				if v.leadsTo(e) == "" {
					t.Errorf("%s, %s: %q leads nowhere by name", s.Name, tab.Name, r.Name)
				}
				d.opened = ""
				v.settle(e)
				if len(c.Overlays().List()) == 0 && !strings.HasPrefix(d.opened, "redress") {
					t.Errorf("%s, %s: %q opens nothing", s.Name, tab.Name, r.Name)
				}
				keys.Press(c, "Esc")
			}
		}
	}
}

func TestANoteIsStruckThroughByItsCorrection(t *testing.T) {
	d, m := open(t, dan)
	d.act(dan, casework.AddNote{Text: "The leak began on 3 May."})
	d.act(dan, casework.CorrectNote{Note: 1, Text: "The leak began on 13 May."})
	d.act(dan, casework.LogCall{On: d.today, Reached: false, Note: "No answer."})
	d.act(priya, casework.Enquire{On: d.today, Way: casework.Counter})
	load(t, m)
	var notes []Row
	for _, r := range m.Page.Tabs[TabTalk].Rows {
		if strings.HasPrefix(r.Second, "Note") {
			notes = append(notes, r)
		}
	}
	if len(notes) != 2 || !notes[0].Struck || notes[0].Mark != "Corrected by note 2" || notes[1].Struck || !strings.HasSuffix(notes[1].Second, "corrects note 1") {
		t.Errorf("the notes are %+v", notes)
	}
	if n := m.Page.Tabs[TabTalk].Count; n != 4 {
		t.Errorf("%d things were said", n)
	}
}

func TestOnlyMarksAreShownByKey(t *testing.T) {
	_, v, c := shown(t, dan, look.Light)
	all := len(v.timelineEvents())
	keys.Press(c, "Alt+V")
	some := v.timelineEvents()
	if len(some) == 0 || len(some) >= all || slices.ContainsFunc(some, func(e Event) bool { return !e.Key }) {
		t.Errorf("of %d events %+v", all, some)
	}
	if c.Focused() != v.events {
		t.Errorf("the focus is on %T", c.Focused())
	}
	shelltest.Picture(t, c, "marks")
	keys.Press(c, "Alt+V")
	if len(v.timelineEvents()) != all {
		t.Error("the details did not come back")
	}
}

func TestTheTimelineTellsWhatWasTakenBack(t *testing.T) {
	at := func(text string) time.Time { return calendar.FirstMinute(day(text)).Add(10 * time.Hour) }
	history := []register.Entry{
		{Number: 1, Act: casework.ActRecord, Summary: "Complaint made", Happened: day("2026-10-28"), Recorded: at("2026-10-29")},
		{Number: 2, Act: casework.ActNote, Summary: "Note added", Happened: day("2026-10-29"), Recorded: at("2026-10-29")},
		{Number: 3, Act: casework.ActTakeBack, Summary: "Taken back: Note added", Happened: day("2026-10-29"), Recorded: at("2026-10-29")},
		{Number: 4, Act: casework.ActWithdraw, Summary: "Withdrawn", Happened: day("2026-10-30"), Recorded: at("2026-10-30")},
		{Number: 5, Act: casework.ActTakeBack, Summary: "Taken back: Withdrawn", Happened: day("2026-10-30"), Recorded: at("2026-10-30")},
		{Number: 6, Act: casework.SendAct(casework.RefusalLetter), Summary: "Refusal posted", Happened: day("2026-11-02"), Recorded: at("2026-11-02")},
		{Number: 7, Act: casework.MakeAct(casework.RefusalLetter), Summary: "Refusal made", Happened: day("2026-11-02"), Recorded: at("2026-11-02")},
	}
	events := timeline(history, day("2027-01-05"))
	slices.Reverse(events)
	for i, want := range []struct{ key, back bool }{{true, false}, {false, true}, {false, false}, {true, true}, {true, false}, {true, false}, {false, false}} {
		if e := events[i]; e.Key != want.key || e.Back != want.back {
			t.Errorf("%s: mark %v, taken back %v", e.What, e.Key, e.Back)
		}
	}
	if events[0].Recorded != "recorded Thu 29 Oct 2026" || events[0].Day != "28 Oct 2026" {
		t.Errorf("in another year it is %q, %q", events[0].Day, events[0].Recorded)
	}
}

func TestTheStagesAreSwitchedByArrows(t *testing.T) {
	_, v, c := stateShown(t, stateNamed(t, "Stage 2 acknowledged"), chief, look.Light)
	look.Focus(v.stages)
	keys.Press(c, "Left")
	if v.stage != 0 {
		t.Fatalf("stage %d shows", v.stage)
	}
	shelltest.Picture(t, c, "stage-1-of-2")
	if c.Focused() != v.stages {
		t.Errorf("the focus is on %T", c.Focused())
	}
}

func TestEachDateIsExplainedByArrows(t *testing.T) {
	for name, want := range map[string][]string{
		"Refusal set aside":         {"Stage 1 acknowledgement", "Letter of point 2", "Before it was set aside"},
		"Stage 2 refused":           {"Letter that stage 2 is not opened", "Stage 1 response", "Stage 1 acknowledgement"},
		"Later than any extension":  {"Stage 1 response", "Stage 1 acknowledgement", "Update Fri 4 Dec", "Update Fri 11 Dec"},
		"Appeal":                    {"Answer to the appeal", "Stage 1 response", "Stage 1 acknowledgement"},
		"Service request":           nil,
		"With everything beside it": {"Stage 1 response", "Stage 1 acknowledgement", "Damp and mould: investigate the hazard"},
	} {
		s := stateNamed(t, name)
		m := New(deskOf(t, s), chief, func() calendar.Date { return s.Today }, s.Case.ID)
		load(t, m)
		all := m.Whys()
		if len(want) == 0 != (len(all) == 0) || len(all) < len(want) {
			t.Fatalf("%s: %d dates", name, len(all))
		}
		for i, words := range want {
			if all[i].Name != words {
				t.Errorf("%s: date %d is %q, want %q", name, i, all[i].Name, words)
			}
		}
		for _, w := range all {
			if w.Answer == "" || len(w.Steps) == 0 || !strings.Contains(w.Foot, "no pause") || !strings.HasPrefix(w.Question, "Why ") || !strings.Contains(w.Text(), w.Answer) {
				t.Errorf("%s: %+v", name, w)
			}
		}
	}
}

// TestHoursAreExplainedHourByHour: told at 18:40 on Monday 2 November, so 24
// hours end at 18:40 on Tuesday; the sixth, at 00:40, is Tuesday's first.
func TestHoursAreExplainedHourByHour(t *testing.T) {
	s := stateNamed(t, "Recorded")
	d := deskOf(t, s)
	d.now = time.Date(2026, 11, 2, 19, 0, 0, 0, time.UTC)
	out, err := casework.Apply(s.Case, casework.StartHazard{Kind: "emergency", What: "No heating", Told: time.Date(2026, 11, 2, 18, 40, 0, 0, time.UTC), ToldTo: "Priya Nair"}, d.moment(chief))
	if err != nil {
		t.Fatal(err)
	}
	s.Case = out.Case
	_, v, c := stateShown(t, s, chief, look.Light)
	shelltest.Picture(t, c, "emergency")
	all := v.model.Whys()
	i := slices.IndexFunc(all, func(w Why) bool { return len(w.Hours) > 0 })
	if i < 0 {
		t.Fatalf("no hours in %+v", all)
	}
	w := all[i]
	if len(w.Hours) != 24 || w.Hours[0].At != "19:40" || w.Hours[5].At != "00:40" || w.Hours[5].Day != "Tue 3 Nov" || w.Hours[23].At != "18:40" {
		t.Errorf("the hours are %+v", w.Hours)
	}
	if w.Answer != "24 hours after we were told of the hazard, at 18:40 on Monday 2 November 2026." || len(w.Weeks) != 0 {
		t.Errorf("%q", w.Answer)
	}
	keys.Press(c, "F4")
	for range i {
		keys.Press(c, "Right")
	}
	shelltest.Picture(t, c, "why-hours")
}
