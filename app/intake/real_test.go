package intake

import (
	"context"
	"path/filepath"
	"strings"
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

func TestARequestBecomesAComplaintInTheRealRegister(t *testing.T) {
	r, _, deps := realOffice(t)
	ctx := context.Background()
	m := started(deps)
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "The boiler is off. Please send somebody.")
	m.SetAnswer(casework.ServiceOnly)
	record(t, m)
	request := m.Done()
	m.Begin(Begin{Case: request.ID, Kind: casework.CameFrom}, func() {})
	m.Type(Story, "The boiler is still off, and there is black mould in the bedroom.")
	m.Type(JobTold, "Sam in repairs")
	m.Type(Job, "J-88123")
	record(t, m)
	if m.LeftOver() != "" {
		t.Errorf("left over: %s", m.LeftOver())
	}
	c, err := r.Case(ctx, deps.By, m.Done().ID)
	if err != nil || c.Kind != casework.Complaint || len(c.Links) != 1 || c.Links[0].Kind != casework.CameFrom || len(c.Hazards) != 1 ||
		c.Hazards[0].Job != "J-88123" || c.Hazards[0].JobTold != "Sam in repairs" {
		t.Errorf("the complaint is %+v: %v", c, err)
	}
	request, err = r.Case(ctx, deps.By, request.ID)
	if err != nil || len(request.Links) != 1 || request.Links[0].Kind != casework.Became || request.Links[0].Case != c.ID {
		t.Errorf("the request has %+v: %v", request.Links, err)
	}
}

func TestAnInjuryOfAComplaintBecomesAClaimOfItsOwnInTheRealRegister(t *testing.T) {
	r, _, deps := realOffice(t)
	ctx := context.Background()
	m := started(deps)
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "I fell on the broken step and broke my wrist.")
	m.SetAnswer(casework.Complain)
	record(t, m)
	complaint := m.Done()
	_, err := r.Do(ctx, deps.By, complaint.ID, 0, casework.Exclude{Point: 1, Reason: "personal-injury", Merits: "The wrist is for the insurer.",
		Evidence: []casework.QuestionAnswer{{Question: "the day the claim was passed on", Answer: "today"}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Do(ctx, deps.By, complaint.ID, 0, casework.AddMember{Person: casework.Person{Name: "Ade Adeyemi"}, Lines: []string{"2 Harebell Court"}, Postcode: "DE24 7QH"}); err != nil {
		t.Fatal(err)
	}
	m.Begin(Begin{Case: complaint.ID, Kind: casework.CameFrom, What: casework.ClaimKind}, func() {})
	if !m.Injury() || !strings.HasPrefix(m.From(), "This claim comes from "+string(complaint.Reference)) || len(m.Group()) > 0 {
		t.Errorf("injury %v, %q, with %v", m.Injury(), m.From(), m.Group())
	}
	record(t, m)
	c, err := r.Case(ctx, deps.By, m.Done().ID)
	if err != nil || c.Kind != casework.ClaimKind || !c.Claim.Injury || c.Story != complaint.Points[0].Text || c.Received != complaint.Received ||
		c.ResidentID != complaint.ResidentID || len(c.Links) != 1 || c.Links[0].Case != complaint.ID {
		t.Errorf("the claim is %+v: %v", c, err)
	}
	complaint, err = r.Case(ctx, deps.By, complaint.ID)
	if err != nil || len(casework.ClaimsToOpen(complaint)) > 0 {
		t.Errorf("the complaint still asks for a claim: %+v, %v", complaint.Links, err)
	}
}

func TestTheSameAgainIsLinkedAndTheSameMatterAddedInTheRealRegister(t *testing.T) {
	r, d, deps := realOffice(t)
	ctx := context.Background()
	m := started(deps)
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "The heating is off. Nobody came.")
	m.SetAnswer(casework.Complain)
	record(t, m)
	first := m.Done()
	m.Another()
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "The neighbour plays loud music.")
	m.SetAnswer(casework.Complain)
	m.LinkMatch(0)
	record(t, m)
	c, err := r.Case(ctx, deps.By, m.Done().ID)
	if err != nil || len(c.Links) != 1 || c.Links[0].Case != first.ID || c.Links[0].Kind != casework.Related {
		t.Errorf("the links are %+v: %v", c.Links, err)
	}
	m.Another()
	choose(t, m, Name, "adeyemi")
	m.Type(Story, "The heating is off since Monday, and there is a smell of gas.")
	for i, found := range m.Matches() {
		if found.ID == first.ID {
			m.AddToMatch(i)
			break
		}
	}
	if c, err = r.Case(ctx, deps.By, first.ID); err != nil || len(c.Notes) != 1 || len(c.Hazards) != 1 || len(c.Links) != 1 {
		t.Errorf("the first has %d notes, %d hazards and %d links: %v, %s", len(c.Notes), len(c.Hazards), len(c.Links), err, m.Trouble())
	}
	if all, _ := d.Drafts(); len(all) != 0 {
		t.Errorf("%d drafts are left", len(all))
	}
}

func BenchmarkAKeyInALongStory(b *testing.B) {
	o := newOffice(&testing.T{})
	m := o.model(priya)
	story := strings.Repeat("The heating went off and the window is cold. ", 220) // 10,000 characters
	for b.Loop() {
		story += "x"
		m.Type(Story, story)
		m.Next()
		m.Ask()
		m.AsksTold()
		m.AsksJob()
	}
}
