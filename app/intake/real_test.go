package intake

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// realOffice is a register and a desk's file on the disk, with one resident on
// the housing list.
func realOffice(t *testing.T) (*register.Register, *desk.Desk, Deps) {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	o := newOffice(t)
	r, err := register.Create(ctx, filepath.Join(dir, "register.db"), register.First{
		Settings: casework.Settings{Landlord: "Invented Homes"},
		Office:   casework.Office{Name: "Alvaston"},
		Officer:  casework.Officer{Name: "Helen Marsh", Login: "helen"},
	}, register.Options{Now: func() time.Time { return o.now }, Today: func() calendar.Date { return o.today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	helen, err := r.SignIn(ctx, "helen", "")
	if err != nil {
		t.Fatal(err)
	}
	known := grace()
	if _, err := r.LoadHousing(ctx, helen, []casework.HousingRow{{
		Line: 1, Person: known.Resident.Reference, Given: known.Resident.Person, Home: known.Dwelling.Home,
	}}, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return r, d, Deps{
		By: helen, Register: r, Desk: d, Paper: o, Ways: o, Tasks: task.Inline(), News: &news.Desk{},
		Today: func() calendar.Date { return o.today }, Now: func() time.Time { return o.now },
	}
}

func started(deps Deps) *Model {
	m := New(deps)
	m.Start()
	return m
}

func TestAContactGoesThroughTheRealRegisterAndDesk(t *testing.T) {
	r, d, deps := realOffice(t)
	ctx := context.Background()
	var told []news.CaseChanged
	deps.News.Case.Subscribe(func(c news.CaseChanged) { told = append(told, c) })
	m := started(deps)
	choose(t, m, Name, "adeyemi har") // found by name and street together
	m.Type(Story, "Heating off. Nobody came.")
	m.Type(Subject, "heat")
	m.SetAnswer(casework.Complain)
	if all, err := d.Drafts(); err != nil || len(all) != 1 || all[0].Kind != kind {
		t.Fatalf("the desk has %v: %v", all, err)
	}
	m = started(deps) // the program stopped and was started again
	if m.Text(Story) != "Heating off. Nobody came." {
		t.Fatalf("on screen is %q", m.Text(Story))
	}
	kept, _ := d.Drafts()
	record(t, m)
	if all, _ := d.Drafts(); len(all) != 0 {
		t.Errorf("the desk still has %d drafts", len(all))
	}
	c, err := r.Case(ctx, deps.By, m.Done().ID)
	if err != nil || c.Resident.Name != "Grace Adeyemi" || c.Home.Tenure != casework.Secure || c.Current().Handler != deps.By.ID {
		t.Errorf("the register has %+v: %v", c, err)
	}
	if len(told) != 1 || told[0].Reference != string(c.Reference) {
		t.Errorf("the news are %v", told)
	}

	if err := d.Keep(kept[0]); err != nil { // it stopped again, before the draft went
		t.Fatal(err)
	}
	m = started(deps)
	record(t, m)
	if n, err := r.Count(ctx, deps.By, register.View{}); err != nil || n != 1 || m.Done().ID != c.ID {
		t.Errorf("the register has %d cases: %v", n, err)
	}
}

func TestTheNextContactOfAKnownResidentShowsTheFirst(t *testing.T) {
	_, _, deps := realOffice(t)
	m := started(deps)
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "Heating off. Nobody came.")
	m.SetAnswer(casework.Complain)
	record(t, m)
	first := string(m.Done().Reference)
	m.Another()
	choose(t, m, Address, "31 harebell")
	if all := m.Matches(); len(all) != 1 || all[0].Reference != first || all[0].Why != "Same home" {
		t.Errorf("by the home are shown %+v", all)
	}
	choose(t, m, Name, "07700 900142")
	if all := m.Matches(); len(all) != 1 || all[0].Why != "Same resident, same home" || all[0].About != "Heating off. Nobody came." {
		t.Errorf("by the person are shown %+v", all)
	}
}
