package settings

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
)

var noon = time.Date(2026, time.November, 13, 12, 0, 0, 0, time.UTC)

func today() calendar.Date { return calendar.Of(noon) }

// office is a real register with Helen as its manager.
type office struct {
	*register.Register
	t       *testing.T
	dir     string
	address string
	helen   casework.Officer
}

func newOffice(t *testing.T) *office {
	t.Helper()
	dir := t.TempDir()
	address := filepath.Join(dir, "casebook.db")
	r, err := register.Create(t.Context(), address, register.First{
		Settings: casework.Settings{Landlord: "Derby Homes", Envelope: "DL", Telephone: "01632 960 001"},
		Office:   casework.Office{Name: "Alvaston"},
		Officer:  casework.Officer{Name: "Helen Marsh", Title: "Complaints manager", Login: "hmarsh", AllOffices: true},
	}, register.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	helen, err := r.SignIn(t.Context(), "hmarsh", "")
	if err != nil {
		t.Fatal(err)
	}
	return &office{Register: r, t: t, dir: dir, address: address, helen: helen}
}

// officer adds a colleague.
func (o *office) officer(name string, role casework.Role) casework.Officer {
	o.t.Helper()
	saved, err := o.SaveOfficer(o.t.Context(), o.helen, casework.Officer{
		Name: name, Role: role, Office: o.helen.Office, Login: strings.ToLower(name)}, "")
	if err != nil {
		o.t.Fatal(err)
	}
	return saved
}

func (o *office) model(by casework.Officer) *Model {
	o.t.Helper()
	m := New(o, by, today)
	n, err := m.Load(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	m.Take(n)
	return m
}

func (o *office) now() casework.Settings {
	o.t.Helper()
	s, err := o.Settings(o.t.Context(), o.helen)
	if err != nil {
		o.t.Fatal(err)
	}
	return s
}

func TestTwoOfficersMayChangeDifferentFields(t *testing.T) {
	o := newOffice(t)
	m, ray := o.model(o.helen), o.model(o.officer("R. Castell", casework.Manager))
	theirs := OfficeOf(ray.Settings)
	theirs.Telephone = "01632 960 999"
	if _, err := ray.Save(t.Context(), ray.Settings, theirs.Edit); err != nil {
		t.Fatal(err)
	}
	mine := OfficeOf(m.Settings) // still with the old telephone number
	mine.Email = "complaints@example.org"
	saved, err := m.Save(t.Context(), m.Settings, mine.Edit)
	if err != nil {
		t.Fatal(err)
	}
	if saved.Telephone != "01632 960 999" || saved.Email != "complaints@example.org" {
		t.Errorf("saved %+v", saved)
	}
}

func TestTheSameFieldChangedTwiceSaysWhoAndToWhat(t *testing.T) {
	o := newOffice(t)
	m, ray := o.model(o.helen), o.model(o.officer("R. Castell", casework.Manager))
	if _, err := ray.Save(t.Context(), ray.Settings, func(s *casework.Settings) { s.Telephone = "01632 960 999" }); err != nil {
		t.Fatal(err)
	}
	mine := func(s *casework.Settings) { s.Telephone = "01632 960 123" }
	_, err := m.Save(t.Context(), m.Settings, mine)
	var clash *Clash
	if !errors.As(err, &clash) || len(clash.Fields) != 1 {
		t.Fatalf("got %v", err)
	}
	if say := clash.Fields["telephone"]; !strings.Contains(say, "R. Castell changed this to “01632 960 999”") {
		t.Error(say)
	}
	if o.now().Telephone != "01632 960 999" {
		t.Error("theirs was overwritten unseen")
	}
	if saved, err := m.Save(t.Context(), clash.Theirs, mine); err != nil || saved.Telephone != "01632 960 123" {
		t.Errorf("the second save gave %v, %v", saved.Telephone, err)
	}
}

func TestTwoOfficersMayAddBankHolidaysAtOnce(t *testing.T) {
	o := newOffice(t)
	m, ray := o.model(o.helen), o.model(o.officer("R. Castell", casework.Manager))
	first := calendar.Exception{Date: calendar.On(2027, time.March, 19), Name: "Day of mourning"}
	second := calendar.Exception{Date: calendar.On(2027, time.March, 22), Name: "Jubilee"}
	if _, err := ray.Save(t.Context(), ray.Settings, AddDay(first)); err != nil {
		t.Fatal(err)
	}
	saved, err := m.Save(t.Context(), m.Settings, AddDay(second))
	if err != nil || len(saved.Holidays) != 2 {
		t.Fatalf("%v, %v", saved.Holidays, err)
	}
	if saved, err = m.Save(t.Context(), saved, DropDay(first.Date)); err != nil || len(saved.Holidays) != 1 {
		t.Errorf("%v, %v", saved.Holidays, err)
	}
}

func TestTheYearListsTheOfficesOwnDaysInOrder(t *testing.T) {
	christmas := calendar.On(2026, time.December, 25)
	h := calendar.England(calendar.Exception{Date: calendar.On(2026, time.November, 20), Name: "Day of mourning"},
		calendar.Exception{Date: christmas, Name: "Christmas Day", Removed: true})
	rows := HolidayRows(h, 2026)
	var own []string
	for i, r := range rows {
		if i > 0 && r.Date.Before(rows[i-1].Date) {
			t.Errorf("%s comes after %s", r.Date, rows[i-1].Date)
		}
		if r.Own {
			own = append(own, r.Name+": "+r.Note)
		}
	}
	want := "Day of mourning: Added by this office; Christmas Day: Removed: an ordinary working day here"
	if got := strings.Join(own, "; "); got != want {
		t.Errorf("own days are %q", got)
	}
}

func TestADayThatChangesNothingIsNotTaken(t *testing.T) {
	h := calendar.England()
	ordinary, christmas := calendar.On(2026, time.November, 20), calendar.On(2026, time.December, 25)
	for name, e := range map[string]calendar.Exception{
		"removing an ordinary day":      {Date: ordinary, Removed: true},
		"adding Christmas Day":          {Date: christmas, Name: "Christmas"},
		"adding a day without its name": {Date: ordinary},
	} {
		if len(DayWrong(e, h)) != 1 {
			t.Errorf("%s is taken", name)
		}
	}
	if wrong := DayWrong(calendar.Exception{Date: ordinary, Name: "Day of mourning"}, h); wrong != nil {
		t.Errorf("a good day is refused: %v", wrong)
	}
}

func TestHomesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]int{"12,500": 12500, " 12 500 ": 12500, "7": 7, "": 0} {
		if got, err := Homes(text); got != want || err != nil {
			t.Errorf("%q is %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"many", "-4", "0", "12.5"} {
		if _, err := Homes(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	for n, want := range map[int]string{0: "", 7: "7", 999: "999", 12500: "12,500", 1234567: "1,234,567"} {
		if got := HomesText(n); got != want {
			t.Errorf("%d is written %q", n, got)
		}
	}
}

func TestEveryRuleHasItsSourceAndBothPoliciesAreThere(t *testing.T) {
	set, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	rules := Rules(set)
	seen := map[string]Rule{}
	for i, r := range rules {
		seen[r.Title] = r
		for _, c := range []Cell{r.Earlier, r.Current} {
			if i > 0 && c.Text != "" && c.Source == "" {
				t.Errorf("%s says %q without a source", r.Title, c.Text)
			}
		}
	}
	ack := seen["Acknowledge"]
	if !strings.HasPrefix(ack.Earlier.Text, "2 working days from receipt") || !strings.HasPrefix(ack.Current.Text, "5 working days from receipt") {
		t.Errorf("acknowledging is %+v", ack)
	}
	count := 0
	for _, p := range set.Policies() {
		count += len(p.Gaps)
	}
	gaps := Gaps(set)
	if len(gaps) != count || gaps[0].Policy != "current" {
		t.Errorf("%d gaps of %d, the first of the %s policy", len(gaps), count, gaps[0].Policy)
	}
	for _, g := range gaps {
		if g.Page == "" || g.Code == "" || g.Source == "" {
			t.Errorf("gap %q is not whole: %+v", g.Title, g)
		}
	}
}

func TestAnOfficerIsCheckedFieldByField(t *testing.T) {
	o := newOffice(t)
	m := o.model(o.helen)
	good := Person{Name: "Dan Okafor", Role: "Investigating officer", Office: "Alvaston", Login: "dan"}
	if got, wrong := m.Officer(good); len(wrong) > 0 || got.Role != casework.Investigator || got.Office != o.helen.Office {
		t.Fatalf("%+v, %v", got, wrong)
	}
	for field, change := range map[string]func(*Person){
		"name":     func(p *Person) { p.Name = " " },
		"role":     func(p *Person) { p.Role = "" },
		"office":   func(p *Person) { p.Office = "" },
		"password": func(p *Person) { p.Password = "short" },
		"again":    func(p *Person) { p.Password = "correct horse" },
		"login":    func(p *Person) { p.Password, p.Again, p.Login = "correct horse", "correct horse", "" },
	} {
		p := good
		change(&p)
		if _, wrong := m.Officer(p); len(wrong) != 1 || wrong[field] == "" {
			t.Errorf("%s: %v", field, wrong)
		}
	}
}

func TestEveryRoleSaysWhatItMayDo(t *testing.T) {
	for _, role := range RoleWords() {
		if RoleUse(role) == "" {
			t.Errorf("%s says nothing", role)
		}
	}
}

func TestTheNewestCopyIsFoundByItsName(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"casebook-20261101-080000.db", "casebook-20261112-173000.db", "casebook-notes.db", "other.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if at, found := LastCopy(dir); !found || at != time.Date(2026, time.November, 12, 17, 30, 0, 0, time.UTC) {
		t.Errorf("the newest is of %v", at)
	}
	for _, c := range []struct {
		folder string
		now    time.Time
		want   string
		well   bool
	}{
		{"", noon, "No second place", false},
		{t.TempDir(), noon, "No backup yet", false},
		{dir, noon, "Backup tested Thu 12 Nov 17:30", true},
		{dir, noon.AddDate(0, 0, -1).Add(6 * time.Hour), "Backup tested today 17:30", true},
		{dir, noon.AddDate(0, 1, 0), "Last backup 30 days ago", false},
	} {
		if words, well := BackupWords(c.folder, c.now); !strings.HasPrefix(words, c.want) || well != c.well {
			t.Errorf("on %v: %q, %v; want %q", c.now, words, well, c.want)
		}
	}
}

const housingList = `Person ref,Name,Property ref,Address,Postcode
P1,Maureen Tilley,H1,14 Ladywell Rise,DE24 7QH
P2,Aneta Kowalska,H2,3 Elm Court,DE24 7QJ
P2,Aneta Kowalska,H2,3 Elm Court,DE24 7QJ
,No Reference,H3,5 Elm Court,DE24 7QJ
`

func TestAListIsTriedBeforeItIsLoaded(t *testing.T) {
	o := newOffice(t)
	m := o.model(o.helen)
	file := filepath.Join(o.dir, "list.csv")
	if err := os.WriteFile(file, []byte(housingList), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := m.TryList(t.Context(), file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if l.Outcome.New < 2 || len(l.Doubtful()) == 0 || len(l.Columns()) != 5 {
		t.Errorf("%s %v %v", l.Counts(), l.Doubtful(), l.Columns())
	}
	if known, _ := o.Residents(t.Context(), o.helen, "Tilley", 5); len(known) != 0 {
		t.Error("trying the list loaded it")
	}
	if _, err := m.LoadList(t.Context(), l, nil); err != nil {
		t.Fatal(err)
	}
	if known, _ := o.Residents(t.Context(), o.helen, "Tilley", 5); len(known) != 1 {
		t.Errorf("%d are known", len(known))
	}
	again, err := m.TryList(t.Context(), file, nil)
	if err != nil || again.Outcome.New != 0 {
		t.Errorf("a second time: %s, %v", again.Counts(), err)
	}
}

func TestAFileThatIsNoListIsSaidUnderItsField(t *testing.T) {
	o := newOffice(t)
	m := o.model(o.helen)
	letter := filepath.Join(o.dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Sir or Madam"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{letter, o.dir, filepath.Join(o.dir, "nothing.csv")} {
		_, err := m.TryList(context.Background(), file, nil)
		if wrong, theirs := Problems(err); !theirs || wrong["file"] == "" {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestAFrontDeskMayReadAndNotSave(t *testing.T) {
	o := newOffice(t)
	m := o.model(o.officer("Priya Shah", casework.FrontDesk))
	if m.Settings.Landlord != "Derby Homes" {
		t.Error("the settings cannot be read")
	}
	_, err := m.Save(t.Context(), m.Settings, func(s *casework.Settings) { s.Homes = 1 })
	if _, theirs := Problems(err); !theirs {
		t.Errorf("saving gave %v", err)
	}
}

func TestTheInsuranceSectionsAddressFitsAnEnvelope(t *testing.T) {
	right := Office{Landlord: "Elm Homes", Insurance: " Risk and insurance ", InsuranceAddress: "Risk House\n2 Mill Lane\n\nDerby\nDE1 2AB", InsuranceEmail: "claims@example.org "}
	var s casework.Settings
	right.Edit(&s)
	if wrong := right.Wrong(); len(wrong) > 0 || s.InsuranceName != "Risk and insurance" || len(s.InsuranceAddress) != 4 || s.InsuranceEmail != "claims@example.org" {
		t.Errorf("%v, %+v", wrong, s)
	}
	if again := OfficeOf(s); again.InsuranceAddress != "Risk House\n2 Mill Lane\nDerby\nDE1 2AB" || again.Insurance != s.InsuranceName {
		t.Errorf("the fields begin with %+v", again)
	}
	for _, c := range []struct {
		address, email, field string
	}{
		{"2 Mill Lane\nDerby", "", "insurance_address"},
		{"1\n2\n3\n4\n5\nDerby\nDE1 2AB", "", "insurance_address"}, // with the name, 8 of 7
		{"", "claims", "insurance_email"},
	} {
		o := Office{Landlord: "Elm Homes", InsuranceAddress: c.address, InsuranceEmail: c.email}
		if wrong := o.Wrong(); len(wrong) != 1 || wrong[c.field] == "" {
			t.Errorf("%+v: %v", c, wrong)
		}
	}
	if wrong := (Office{Landlord: "Elm Homes", InsuranceAddress: "1\n2\n3\n4\nDerby\nDE1 2AB"}).Wrong(); len(wrong) > 0 {
		t.Errorf("7 of 7: %v", wrong)
	}
}
