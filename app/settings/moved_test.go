package settings

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// contacts are complaints received today, Friday 13 November 2026: each is to
// be acknowledged within 5 working days, by Friday 20 November.
func (o *office) contacts(handler casework.Officer, names ...string) []casework.Case {
	o.t.Helper()
	var all []casework.Case
	for _, name := range names {
		out, err := o.Record(o.t.Context(), o.helen, casework.Record{
			Received: today(), Channel: casework.Counter, Handler: handler.ID, Office: o.helen.Office, Answer: casework.Complain, Subject: "repairs",
			Resident: casework.Person{Name: name}, Story: "The bins were not emptied.", Wanted: "It put right.", Draft: "draft " + name,
			Home: casework.Home{Lines: []string{"8 Tannery Row", "Derby"}, Postcode: "DE24 7QH"},
		})
		if err != nil {
			o.t.Fatal(err)
		}
		all = append(all, out.Case)
	}
	return all
}

// acknowledged tells one of them the day of the answer: 10 working days from
// 13 November, Friday 27 November.
func (o *office) acknowledged(c casework.Case) {
	o.t.Helper()
	_, err := o.Do(o.t.Context(), o.helen, c.ID, 0, casework.SentElsewhere{Kind: casework.Acknowledgement, On: today(), How: casework.Posted, To: c.Resident.Name})
	if err != nil {
		o.t.Fatal(err)
	}
}

// proclaim looks at Wednesday 18 November as a day of mourning.
func (s *stand) proclaim() {
	s.t.Helper()
	s.section("Bank holidays")
	s.v.sheets["Bank holidays"].form.Focus("day")
	keys.Type(s.c, "18 11 2026")
	s.v.sheets["Bank holidays"].form.Focus("name")
	keys.Type(s.c, "Day of mourning")
	s.press("Ctrl+S")
}

func TestALateHolidayShowsWhatMovesAndWhomToWriteToBeforeItIsApplied(t *testing.T) {
	for _, how := range []seat{{}, {mode: look.Dark}, {size: 2}} {
		s := sit(t, how)
		cases := s.contacts(s.helen, "Leon Brackley", "Nasreen Akhtar")
		s.acknowledged(cases[1])
		s.proclaim()
		name := fmt.Sprintf("settings-holiday-%v-%v", how.mode, how.size)
		s.picture(name + "-preview")
		if least := s.c.Content().MinSize(); least.Width > 1366 {
			t.Errorf("%+v needs %v", how, least)
		}
		// 20 November is 5 working days from the 13th; with the 18th away it is the 23rd.
		s.says("Fri 20 Nov becomes Mon 23 Nov")
		s.says("Nasreen Akhtar")
		// 10 working days from the 13th are 27 November; it would be Monday 30 November.
		s.says("told Fri 27 Nov, would be Mon 30 Nov")
		s.says("1 date stays as the resident was told it: write to them.")
		if len(s.now().Holidays) != 0 {
			t.Fatal("it was kept before anybody applied it")
		}
		s.press("Enter") // on the first resident to write to
		if len(s.opened) != 1 || s.opened[0] != cases[1].ID {
			t.Errorf("opened %v", s.opened)
		}
		s.press("Ctrl+P", "Alt+C")
		if len(s.told.Rows) != 1 || s.told.Rows[0].Who != "Nasreen Akhtar" || s.told.Rows[0].Told != calendar.On(2026, 11, 27) {
			t.Errorf("printed %+v", s.told)
		}
		if copied := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(copied, "Nasreen Akhtar\t"+string(cases[1].Reference)) {
			t.Errorf("copied %q", copied)
		}
		s.press("Ctrl+Enter")
		s.picture(name + "-applied")
		c, err := s.Case(t.Context(), s.helen, cases[0].ID)
		if err != nil || c.Stages[0].AcknowledgeBy.Due != calendar.On(2026, 11, 23) || len(s.now().Holidays) != 1 {
			t.Errorf("applied: due %v, %v, %v", c.Stages[0].AcknowledgeBy.Due, s.now().Holidays, err)
		}
		s.says("moved.")
		s.press("Esc")
		s.says("Added by this office")
	}
}

func TestAPreviewThatIsOutOfDateIsMadeAgain(t *testing.T) {
	s := sit(t, seat{})
	s.contacts(s.helen, "Leon Brackley")
	s.proclaim()
	s.says("3 open dates of 1 case would move")
	s.contacts(s.helen, "Oliver Finch") // at another desk
	s.press("Ctrl+Enter")
	s.says("have changed since you looked")
	s.says("6 open dates of 2 cases would move")
	if len(s.now().Holidays) != 0 {
		t.Fatal("what nobody looked at was applied")
	}
	s.press("Ctrl+Enter")
	if len(s.now().Holidays) != 1 {
		t.Error("the second time it was not applied")
	}
}

func TestEscLeavesThePreviewAndNothingMoves(t *testing.T) {
	s := sit(t, seat{})
	s.contacts(s.helen, "Leon Brackley")
	s.proclaim()
	s.press("Esc")
	s.says("Which day")
	if len(s.now().Holidays) != 0 || s.shell.Route().Screen != "settings" {
		t.Error("leaving did something else")
	}
}

func TestAnAbsenceShowsWhatFallsDueAndWhoMayNot(t *testing.T) {
	for _, how := range []seat{{}, {mode: look.Dark}, {size: 2}} {
		s := sit(t, how)
		dan, ros := s.officer("Dan Okafor", casework.Investigator), s.officer("Ros Castell", casework.Investigator)
		cases := s.contacts(dan, "Leon Brackley", "Nasreen Akhtar")
		if _, err := s.Do(t.Context(), ros, cases[1].ID, 0, casework.DeclareConflict{What: "Her sister lives there"}); err != nil {
			t.Fatal(err)
		}
		s.press("F5")
		s.section("Officers")
		look.Focus(s.v.sheets["Officers"].first)
		s.press("Home")
		if s.v.model.Officers[0].ID != dan.ID {
			t.Fatalf("the first officer is %s", s.v.model.Officers[0].Name)
		}
		s.press("Alt+W", "Ctrl+Enter")
		s.says("Choose who looks after the cases")
		s.fillAway("Ros Castell", "13 11 2026", "27 11 2026")
		s.says("Acknowledge by Fri 20 Nov")
		s.says("Not covered.")
		s.says("Have R. Castell look after 1 case")
		s.picture(fmt.Sprintf("settings-away-%v-%v", how.mode, how.size))
		s.press("Ctrl+Enter")
		c, err := s.Case(t.Context(), s.helen, cases[0].ID)
		if err != nil || len(c.Current().Covers) != 1 || c.Current().Covers[0].Officer != ros.ID {
			t.Errorf("covered: %+v, %v", c.Current().Covers, err)
		}
		s.says("1 case needs somebody else")
	}
}

// fillAway types the absence and looks at it.
func (s *stand) fillAway(cover, from, until string) {
	s.t.Helper()
	d := s.v.open
	d.cover.Set(cover)
	d.from.Focus()
	keys.Type(s.c, from)
	d.until.Focus()
	keys.Type(s.c, until)
	s.press("Ctrl+Enter")
}

func TestAnInvestigatorHasSomebodyCoverWithoutTheSettings(t *testing.T) {
	s := sit(t, seat{})
	dan, ros := s.officer("Dan Okafor", casework.Investigator), s.officer("Ros Castell", casework.Investigator)
	c := s.contacts(dan, "Leon Brackley")[0]
	Away(Deps{Shell: s.v.deps.Shell, Register: s.Register, By: dan, Today: s.v.deps.Today, News: s.v.deps.News})
	s.says("Away: who covers")
	s.says("Dan Okafor") // the officer's own absence, unless another is chosen
	keys.Type(s.c, "Ros")
	s.press("Enter", "Tab")
	keys.Type(s.c, "13 11 2026")
	s.press("Tab")
	keys.Type(s.c, "27 11 2026")
	s.press("Ctrl+Enter")
	s.says("Have R. Castell look after 1 case")
	s.press("Ctrl+Enter")
	s.says("R. Castell looks after 1 case of D. Okafor")
	after, err := s.Case(t.Context(), s.helen, c.ID)
	if err != nil || len(after.Current().Covers) != 1 || after.Current().Covers[0].Officer != ros.ID {
		t.Errorf("covered: %+v, %v", after.Current().Covers, err)
	}
}

func TestAnAbsenceSaysWhatToMend(t *testing.T) {
	o := newOffice(t)
	dan := o.officer("Dan Okafor", casework.Investigator)
	m := o.model(o.helen)
	for field, a := range map[string]Absence{
		"who":   {Cover: "Helen Marsh", From: "16 11 2026", Until: "20 11 2026"},
		"cover": {Officer: dan, From: "16 11 2026", Until: "20 11 2026"},
		"from":  {Officer: dan, Cover: "Helen Marsh", Until: "20 11 2026"},
		"until": {Officer: dan, Cover: "Helen Marsh", From: "20 11 2026", Until: "16 11 2026"},
	} {
		if _, wrong := m.Absent(a); len(wrong) != 1 || wrong[field] == "" {
			t.Errorf("%s: %v", field, wrong)
		}
	}
	if _, wrong := m.Absent(Absence{Officer: dan, Cover: "Dan Okafor", From: "16 11 2026", Until: "20 11 2026"}); wrong["cover"] == "" {
		t.Error("somebody covers for themselves")
	}
}
