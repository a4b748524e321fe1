package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/data/calendar"
	"casebook/data/casework"
)

func TestEverySectionShowsAtEverySize(t *testing.T) {
	for _, how := range []seat{{width: 1366, size: 1}, {width: 1366, size: 1, mode: look.Dark}, {width: 1024, size: 1}, {width: 1366, size: 1.5, mode: look.Contrast}} {
		s := sit(t, how)
		for i, sec := range s.v.sections {
			s.section(sec.name)
			name := fmt.Sprintf("settings-%d-%s-%v-%d-%v", i, strings.ReplaceAll(strings.ToLower(sec.name), " ", "-"), how.width, how.mode, how.size)
			s.picture(name)
			if least := s.c.Content().MinSize(); least.Width > how.width {
				t.Errorf("%s needs %v of %v", sec.name, least.Width, how.width)
			}
		}
	}
}

func TestTheOfficeIsChangedByKeysAlone(t *testing.T) {
	s := sit(t, seat{})
	heard := ""
	s.news.Settings.Subscribe(func(what string) { heard = what })
	s.press("F6") // into the form
	s.press("Enter")
	keys.Type(s.c, "Derby Homes Limited")
	s.press("Ctrl+S")
	if got := s.now().LegalName; got != "Derby Homes Limited" || heard != "office" {
		t.Errorf("the legal name is %q, news of %q", got, heard)
	}
}

func TestAConflictStandsUnderItsFieldAndKeepsWhatWasTyped(t *testing.T) {
	s := sit(t, seat{})
	ray := s.officer("R. Castell", casework.Manager)
	theirs := s.now()
	theirs.Landlord, theirs.Telephone = "Derby Homes Ltd", "01632 960 999"
	if _, err := s.SaveSettings(t.Context(), ray, theirs); err != nil {
		t.Fatal(err)
	}
	s.press("F6")
	keys.Type(s.c, " of Derby")
	s.press("Ctrl+S")
	s.says("R. Castell changed this to “Derby Homes Ltd”")
	s.says("01632 960 999") // untouched here, so theirs shows
	s.picture("settings-conflict")
	s.press("Ctrl+S")
	if now := s.now(); now.Landlord != "Derby Homes of Derby" || now.Telephone != "01632 960 999" {
		t.Errorf("after saving again: %+v", now)
	}
}

func TestWhatIsNotSavedHoldsOneBackOnce(t *testing.T) {
	s := sit(t, seat{})
	s.press("F6")
	keys.Type(s.c, "x")
	s.section("Homes")
	s.section("Office")
	s.says("Derby Homesx")
	s.shell.Go(shell.Route{Screen: "help"})
	s.says("Office is not saved")
	if s.shell.Route().Screen != "settings" {
		t.Fatal("the screen was left")
	}
	s.shell.Go(shell.Route{Screen: "help"})
	if s.shell.Route().Screen != "help" {
		t.Error("leaving once more did not leave")
	}
}

func TestABankHolidayIsAddedAndTakenBack(t *testing.T) {
	s := sit(t, seat{})
	s.section("Bank holidays")
	s.says("Dates already promised stay as residents were told them")
	s.v.sheets["Bank holidays"].form.Focus("day")
	keys.Type(s.c, "19 3 2027")
	s.says("Friday 19 March 2027")
	s.press("Ctrl+S")
	s.says("Enter what the day is")
	s.v.sheets["Bank holidays"].form.Focus("name")
	keys.Type(s.c, "Day of mourning")
	s.press("Ctrl+S")
	s.says("No open date would move")
	if days := s.now().Holidays; len(days) != 0 {
		t.Fatalf("looking at it kept %v", days)
	}
	s.press("Ctrl+Enter")
	s.says("No open date moved")
	s.press("Esc")
	s.picture("settings-day-added")
	if days := s.now().Holidays; len(days) != 1 || days[0].Date != calendar.On(2027, 3, 19) {
		t.Fatalf("the office's days are %v", days)
	}
	s.says("Added by this office")
	for range 30 {
		s.press("Tab")
		if l, ok := s.c.Focused().(*look.Link); ok && l.Words == "Take this back" {
			s.press("Enter", "Ctrl+Enter")
			break
		}
	}
	if days := s.now().Holidays; len(days) != 0 {
		t.Errorf("the office's days are still %v", days)
	}
}

func TestThePolicysDateIsTypedAndEchoed(t *testing.T) {
	s := sit(t, seat{})
	s.section("Policy")
	s.press("F6")
	keys.Type(s.c, "8 4 2024")
	s.says("Monday 8 April 2024")
	s.press("Ctrl+S")
	if from := s.now().CurrentFrom; from != calendar.On(2024, 4, 8) {
		t.Errorf("in force from %s", from)
	}
	s.says("from 8 April 2024")
}

func TestTheEnvelopeIsChosenAndItsSheetPrinted(t *testing.T) {
	s := sit(t, seat{})
	s.section("Envelope")
	s.press("F6", "Down", "Ctrl+P", "Ctrl+S")
	if s.printed != "C5" || s.now().Envelope != "C5" {
		t.Errorf("printed %q, saved %q", s.printed, s.now().Envelope)
	}
}

func TestAnOfficerIsAddedChangedAndLeaves(t *testing.T) {
	s := sit(t, seat{})
	s.section("Officers")
	s.press("Alt+N")
	keys.Type(s.c, "Dan Okafor")
	s.press("Ctrl+S")
	s.says("Choose what the officer does")
	s.picture("settings-officer")
	s.press("Enter") // to the field that the first line names
	s.press("I")     // investigating officer
	s.press("Ctrl+S")
	s.says("Dan Okafor is saved.")
	all, err := s.Officers(t.Context(), s.helen)
	if err != nil || len(all) != 2 || all[1].Role != casework.Investigator {
		t.Fatalf("the officers are %+v, %v", all, err)
	}
	s.picture("settings-officers")
	look.Focus(s.v.list)
	s.press("F6", "Enter") // the list of officers, Dan first
	leave := len(s.c.Overlays().List())
	for range 20 {
		s.press("Tab")
		if tick, ok := s.c.Focused().(*look.Toggle); ok && strings.HasPrefix(tick.Words, "Has left") {
			s.press("Space")
			break
		}
	}
	s.press("Ctrl+S")
	if all, err = s.Officers(t.Context(), s.helen); err != nil || leave != 1 || !all[1].Left {
		t.Errorf("the officers are %+v, %v", all, err)
	}
	s.says("Has left")
}

func TestTheLastManagerStaysOne(t *testing.T) {
	s := sit(t, seat{})
	s.v.changeOfficer(s.v.model.Officers[0])
	s.press("Tab", "Tab", "F") // front desk
	s.press("Ctrl+S")
	s.says("Somebody must stay complaints manager")
}

func TestACopyIsMadeAndSaid(t *testing.T) {
	s := sit(t, seat{})
	s.section("Backup")
	s.says("No second place for backups yet")
	copies := filepath.Join(s.dir, "copies")
	if err := os.Mkdir(copies, 0o700); err != nil {
		t.Fatal(err)
	}
	s.press("F6")
	keys.Type(s.c, s.dir)
	s.press("Esc") // the list below the field
	s.press("Ctrl+S")
	s.says("This is the register's own folder")
	s.v.sheets["Backup"].form.First()
	keys.Type(s.c, string(filepath.Separator)+"copies")
	s.press("Esc", "Ctrl+S")
	if s.now().BackupFolder != copies {
		t.Fatalf("the folder is %q", s.now().BackupFolder)
	}
	for range 20 {
		s.press("Tab")
		if b, ok := s.c.Focused().(*look.Button); ok && b.Words() == "Make a copy now" {
			s.press("Enter")
			break
		}
	}
	s.says("Copied and checked: 0 cases")
	s.says("Backup tested today")
	s.picture("settings-copied")
}

func TestTheRegisterIsChecked(t *testing.T) {
	s := sit(t, seat{})
	s.section("Register check")
	s.press("Ctrl+S")
	s.says("All is well")
	s.picture("settings-checked")
}

func TestAListIsTriedAndLoadedByKeys(t *testing.T) {
	s := sit(t, seat{})
	file := filepath.Join(s.dir, "list.csv")
	if err := os.WriteFile(file, []byte(housingList), 0o600); err != nil {
		t.Fatal(err)
	}
	s.section("Homes")
	s.press("F6")
	keys.Type(s.c, "12,500")
	s.says("12,500 homes: the board's complaints per 1,000 homes are counted on them.")
	s.press("Ctrl+S")
	if s.now().Homes != 12500 {
		t.Errorf("%d homes", s.now().Homes)
	}
	s.v.sheets["Homes"].form.Focus("file")
	keys.Type(s.c, file)
	s.press("Esc", "Tab", "Enter")
	s.says("Nothing is changed yet.")
	s.picture("settings-list-tried")
	s.press("Enter") // the focus is on Load the list
	s.says("The housing list is up to date.")
	if known, _ := s.Residents(t.Context(), s.helen, "Kowalska", 5); len(known) != 1 {
		t.Errorf("%d are known", len(known))
	}
}

func TestTheLookChangesAtOnce(t *testing.T) {
	s := sit(t, seat{})
	s.section("Appearance")
	s.press("F6", "Right")
	if s.v.deps.Theme.Mode() != look.Dark {
		t.Error("the colours did not change")
	}
	s.press("Tab", "Right")
	if s.v.deps.Theme.TextSize() != 1.25 {
		t.Errorf("the text is at %v", s.v.deps.Theme.TextSize())
	}
}

func TestOthersSeeWhatTheyMayAndChangeNothing(t *testing.T) {
	s := sit(t, seat{by: casework.FrontDesk})
	var names []string
	for _, sec := range s.v.sections {
		names = append(names, sec.name)
	}
	if got := strings.Join(names, ", "); got != "Office, Bank holidays, Policy, Appearance" {
		t.Errorf("a front desk sees %s", got)
	}
	s.picture("settings-front-desk")
	s.press("F6")
	keys.Type(s.c, "x")
	s.press("Ctrl+S")
	if s.now().Landlord != "Derby Homes" {
		t.Error("a front desk changed the landlord")
	}
	s.section("Bank holidays")
	if strings.Contains(s.words(), "Which day") {
		t.Error("a front desk is asked for a day")
	}
}

func TestTabGoesFromTheSectionsThroughTheForm(t *testing.T) {
	s := sit(t, seat{})
	var order []string
	for range 19 {
		s.press("Tab")
		if a, ok := s.c.Focused().(fyne.Accessible); ok {
			order = append(order, strings.SplitN(a.AccessibilityLabel(), ",", 2)[0])
		}
	}
	got := strings.Join(order, " | ")
	want := "Switch officer | Short name | Legal name | Address for complaints"
	if !strings.HasPrefix(got, want) || !strings.Contains(got, "Foot of every letter | Name of the insurance section | E-mail for claim forms | Address for claim forms | Change the name of Alvaston | Add an office | Save the details") {
		t.Errorf("Tab goes %s", got)
	}
}

func TestSwitchingAsksAboutWhatIsNotSaved(t *testing.T) {
	s := sit(t, seat{})
	s.press("F6")
	keys.Type(s.c, "x")
	look.Focus(s.v.list)
	s.press("Tab", "Enter")
	if s.switched {
		t.Error("what was typed is lost without a word")
	}
	s.press("Enter")
	if !s.switched {
		t.Error("a second press does not switch")
	}
}
