package intake

import (
	"errors"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// block gives the known resident an earlier contact, and their block another.
func (o *office) block() {
	o.earlier = []register.AlikeCase{{
		Row: register.Row{ID: 11, Reference: "R-2026-0011-A", Kind: casework.ServiceRequest,
			About: "No heating.", Received: calendar.On(2026, time.November, 6)},
		Why: []register.Why{register.SameResident, register.LikeWords}, Words: []string{"heating"},
	}}
	o.elsewhere = []register.AlikeCase{{
		Row: register.Row{ID: 12, Reference: "C-2026-0012-B", Kind: casework.Complaint, Stage: 1, Closed: calendar.On(2026, time.March, 12)},
		Why: []register.Why{register.SameBlock},
	}}
}

func TestAKnownResidentIsNeverAskedAgain(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.Type(Name, "adeyemi")
	m.Find(Name, func([]Found) {})
	if next := m.Choose(Name, 0); next != Story {
		t.Errorf("next to be asked is %q", next)
	}
	for field, want := range map[string]string{
		Name: "Grace Adeyemi", Phone: "07700 900142", Email: "grace@example.org",
		Address: "31 Harebell Court, Derby", Postcode: "DE24 7LN",
	} {
		if m.Text(field) != want {
			t.Errorf("%s is %q, want %q", field, m.Text(field), want)
		}
	}
	if m.KnownLine() != "Known: secure tenancy, T-20417" {
		t.Errorf("it says %q", m.KnownLine())
	}
	m.Type(Story, "Nobody came.")
	m.SetAnswer(casework.Complain)
	record(t, m)
	c := m.Done()
	if c.ResidentID != 7 || c.HomeID != 9 || c.Home.Tenure != casework.Secure || c.Home.Block != "Harebell Court" || c.Resident.Tenancy != "T-20417" {
		t.Errorf("recorded is %+v at %+v", c.Resident, c.Home)
	}
}

func TestAKnownResidentIsForgottenWhenSomebodyElseIsTyped(t *testing.T) {
	m := newOffice(t).model(priya)
	choose(t, m, Name, "adeyemi")
	m.Type(Name, "Grace Adeyemi-Cole")
	if m.form.Resident.ID != 7 {
		t.Error("a corrected name lost the resident")
	}
	m.Type(Phone, "01632 960001")
	m.Type(Name, "Tomasz Wolny")
	if m.form.Resident.ID != 0 || m.form.Dwelling.ID != 0 || m.Text(Address) != "" || m.Text(Email) != "" {
		t.Errorf("somebody else keeps what was known: %+v", m.form.Text)
	}
	if m.Text(Phone) != "01632 960001" {
		t.Errorf("the number typed by hand is gone: %q", m.Text(Phone))
	}
}

func TestAnotherNumberIsAnotherHome(t *testing.T) {
	m := newOffice(t).model(priya)
	choose(t, m, Name, "adeyemi")
	m.Type(Address, "31 Harebell Court, Derby ")
	if m.form.Dwelling.ID != 9 {
		t.Error("a space lost the home")
	}
	m.Type(Address, "33 Harebell Court, Derby")
	if m.form.Dwelling.ID != 0 || m.form.home().Tenure != "" || m.form.Resident.ID != 7 {
		t.Errorf("the neighbour's home is %+v", m.form.home())
	}
}

func TestAnAddressMayBeWrittenByHand(t *testing.T) {
	for _, c := range []struct {
		address, postcode string
		lines             []string
		code              string
		usual             bool
	}{
		{"4 Larkspur Way, Derby", "de247qh", []string{"4 Larkspur Way", "Derby"}, "DE24 7QH", true},
		{"4 Larkspur Way\nDerby", " de24-7qh. ", []string{"4 Larkspur Way", "Derby"}, "DE24 7QH", true},
		{"4 Larkspur Way, Derby, de24 7qh", "", []string{"4 Larkspur Way", "Derby"}, "DE24 7QH", true},
		{"Flat 2, 4 Larkspur Way,, ,Derby", "W1A1AA", []string{"Flat 2", "4 Larkspur Way", "Derby"}, "W1A 1AA", true},
		{"Bus shelter", "near Derby", []string{"Bus shelter"}, "near Derby", false},
		{"", "", nil, "", true},
	} {
		m := newOffice(t).model(priya)
		m.Type(Address, c.address)
		m.Type(Postcode, c.postcode)
		home := m.form.home()
		_, usual := m.HomeLine()
		if !slices.Equal(home.Lines, c.lines) || home.Postcode != c.code || usual != c.usual {
			t.Errorf("%q %q is %q %q, usual %v", c.address, c.postcode, home.Lines, home.Postcode, usual)
		}
	}
}

func TestOtherHomesAreACountUntilAskedFor(t *testing.T) {
	o := newOffice(t)
	o.block()
	m := o.model(priya)
	choose(t, m, Name, "adeyemi")
	if len(m.Matches()) != 1 || m.MatchNote() != "At other homes: same block, 1 open. F6 lists them." {
		t.Errorf("shown are %v, %q", m.Matches(), m.MatchNote())
	}
	m.AskOthers()
	if all := m.Matches(); len(all) != 2 || all[1].Why != "Same block" {
		t.Errorf("asked for, shown are %v", all)
	}
	m.OpenMatch(1)
	if !slices.Equal(o.went, []string{"case 12"}) || len(o.drafts) != 1 {
		t.Errorf("went to %v with %d drafts kept", o.went, len(o.drafts))
	}
}

func TestALookUpThatFailsStopsNothing(t *testing.T) {
	o := newOffice(t)
	o.away = errors.New("the register's server does not answer")
	m := o.model(priya)
	m.Type(Name, "adeyemi")
	m.Find(Name, func(found []Found) {
		if found != nil {
			t.Errorf("found %v", found)
		}
	})
	m.Type(Story, "The light is out.")
	m.Type(Phone, "01632 960001")
	m.SetAnswer(casework.ServiceOnly)
	record(t, m)
}
