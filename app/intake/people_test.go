package intake

import (
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

func TestAnAnonymousReportIsNotANameNotGiven(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.SetAnonymous(true)
	m.Type(Story, "There is a smell of gas on the second landing.")
	if len(m.Answers()) != 0 || m.RecordWords() != "Record anonymous report" {
		t.Errorf("answers %v, button %q", m.Answers(), m.RecordWords())
	}
	if !m.ReadBack() {
		t.Fatalf("it asks %v %v", m.Wrong(), m.Doubts())
	}
	m.Record()
	c := m.Done()
	if !c.Anonymous || c.Kind != casework.Information || len(c.Hazards) != 1 || len(o.receipts) != 0 || m.DoneWords() != "Anonymous report recorded" {
		t.Errorf("recorded is %+v", c)
	}
	named := o.filled(priya)
	named.SetAnonymous(true)
	if named.ReadBack() || named.Wrong()[Name] == "" {
		t.Errorf("an anonymous report with a name: %v", named.Wrong())
	}
}

func TestAGroupIsAddedToAndTakenFrom(t *testing.T) {
	m := newOffice(t).filled(priya)
	if m.AddMember() {
		t.Error("nobody was added")
	}
	for _, name := range []string{"Tomasz Wolny", "Aneta Kowalska"} {
		m.Type(MemberName, name)
		m.Type(MemberPlace, "4 Larkspur Way, Derby DE24 7QH")
		m.AddMember()
	}
	m.DropMember(0)
	m.Type(MemberName, "Zoë Müller") // not added by hand: it counts all the same
	record(t, m)
	g := m.Done().Group
	if len(g) != 2 || g[0].Person.Name != "Aneta Kowalska" || g[0].Postcode != "DE24 7QH" || g[1].Person.Name != "Zoë Müller" {
		t.Errorf("the group is %+v", g)
	}
}

func TestTheSameResidentTwiceInAGroupIsSaidThere(t *testing.T) {
	m := newOffice(t).filled(priya)
	choose(t, m, MemberName, "adeyemi")
	if m.ReadBack() || m.Wrong()[MemberName] == "" {
		t.Errorf("wrong are %v", m.Wrong())
	}
}

func TestWithoutAuthorityNothingMayBeTold(t *testing.T) {
	m := newOffice(t).filled(priya)
	m.SetBehalf(true)
	m.Type(RepName, "Ola Adeyemi")
	m.Type(RepPhone, "01632 960002")
	m.Type(RepAddress, "5 Larkspur Way, Derby DE24 7QH")
	if line, may := m.RepLine(); may || !strings.Contains(line, "nothing about the case may be told to Ola Adeyemi") {
		t.Errorf("it says %q", line)
	}
	m.Type(RepPaper, "Signed form")
	m.Type(RepGiven, "yesterday")
	m.Type(RepUntil, "31 dec")
	m.Type(RepScope, "the heating")
	m.SetWriteToRep(true)
	if line, may := m.RepLine(); !may || !strings.Contains(line, "the heating") {
		t.Errorf("it says %q", line)
	}
	m.Type(Received, "-2") // the authority came after the contact
	record(t, m)
	r := m.Done().Representative
	if r.Given != calendar.On(2026, 11, 12) || r.Until != calendar.On(2026, 12, 31) || r.Scope != "the heating" || !r.WriteToRep ||
		r.Postcode != "DE24 7QH" || r.Telephone != "01632 960002" {
		t.Errorf("the representative is %+v", r)
	}
}

func TestTheDaysOfAnAuthorityAreHeldToWhatCanBe(t *testing.T) {
	for name, c := range map[string]struct {
		do    func(m *Model)
		field string
	}{
		"given tomorrow":   {func(m *Model) { m.Type(RepPaper, "form"); m.Type(RepGiven, "tomorrow") }, RepGiven},
		"until before":     {func(m *Model) { m.Type(RepPaper, "form"); m.Type(RepUntil, "-3") }, RepUntil},
		"no day":           {func(m *Model) { m.Type(RepPaper, "form"); m.Type(RepUntil, "soon") }, RepUntil},
		"days without how": {func(m *Model) { m.Type(RepGiven, "today") }, RepPaper},
	} {
		m := newOffice(t).filled(priya)
		m.SetBehalf(true)
		m.Type(RepName, "Ola Adeyemi")
		c.do(m)
		if m.ReadBack() || m.Wrong()[c.field] == "" {
			t.Errorf("%s: wrong are %v", name, m.Wrong())
		}
	}
}

func TestACouncillorAndAThirdPartyAreAskedFor(t *testing.T) {
	for _, channel := range []casework.Channel{casework.Councillor, casework.ThirdParty} {
		m := newOffice(t).filled(priya)
		m.SetChannel(channel)
		if !m.Behalf() || m.RepHint() == "" {
			t.Errorf("%s does not ask who", channel)
		}
		if m.ReadBack() || len(m.Doubts()) != 1 || m.Doubts()[0].Field != RepName {
			t.Errorf("%s without a name: %v", channel, m.Doubts())
		}
		m.Type(RepName, "Ann Okoro")
		record(t, m)
		if m.Done().Representative.Name != "Ann Okoro" {
			t.Errorf("recorded is %+v", m.Done().Representative)
		}
	}
}
