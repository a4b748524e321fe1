package intake

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

func TestAMatchIsLinkedAsTheSameAgainOrAsBelongingTogether(t *testing.T) {
	o := newOffice(t)
	o.block()
	first := o.request()
	m := o.filled(priya)
	if all := m.Matches(); len(all) != 1 || all[0].Why != "Same resident, says “heating”" {
		t.Fatalf("matches are %+v", all)
	}
	m.LinkMatch(0)
	if !m.Matches()[0].Linked {
		t.Error("it is not marked as linked")
	}
	m.LinkMatch(0)
	if m.Matches()[0].Linked {
		t.Error("the link cannot be taken back")
	}
	m.LinkMatch(0)
	record(t, m)
	if l := m.Done().Links; len(l) != 1 || l[0].Case != first.ID || l[0].Kind != casework.Related {
		t.Errorf("the links are %+v", l)
	}
	o.earlier[0].Row.Closed = calendar.On(2026, 11, 9)
	again := o.filled(priya)
	again.LinkMatch(0)
	if again.form.Links[0].Kind != casework.Repeat {
		t.Errorf("after a closed one it is %s", again.form.Links[0].Kind)
	}
	again.NotTheSame(0)
	if len(again.Matches()) != 0 || len(again.form.Links) != 0 {
		t.Error("not the same stays, or stays linked")
	}
}

func TestTheSameMatterIsAddedToItsCase(t *testing.T) {
	o := newOffice(t)
	o.block()
	first := o.request()
	m := o.filled(priya)
	m.Type(Story, "Still no heating, and now there is a smell of gas.")
	m.SetGrievance(casework.Delay)
	m.AddToMatch(0)
	c := o.cases[0]
	if len(o.cases) != 1 || len(c.Notes) != 1 || len(c.Hazards) != 1 || !strings.Contains(c.Notes[0].Text, "smell of gas") || !strings.Contains(c.Notes[0].Text, "Unhappy with: Delay") {
		t.Errorf("the case has %+v and %+v", c.Notes, c.Hazards)
	}
	if !slices.Equal(o.went, []string{"case 11"}) || len(o.drafts) != 0 || m.Text(Story) != "" || first.ID != 11 {
		t.Errorf("went to %v with %d drafts", o.went, len(o.drafts))
	}
}

func TestAskingForProgressIsKeptAsThat(t *testing.T) {
	o := newOffice(t)
	o.block()
	o.request()
	m := o.model(priya)
	choose(t, m, Name, "adeyemi")
	m.AddToMatch(0)
	if c := o.cases[0]; len(c.Enquiries) != 1 || len(c.Notes) != 0 {
		t.Errorf("the case has %+v and %+v", c.Enquiries, c.Notes)
	}
}

func TestWhatCannotBeAddedStaysADraft(t *testing.T) {
	o := newOffice(t)
	o.block()
	o.request()
	m := o.filled(priya)
	o.stuck = errors.New("the register's server does not answer")
	m.AddToMatch(0)
	if m.Trouble() == "" || m.Busy() || m.Text(Story) == "" || len(o.drafts) != 1 || len(o.went) != 0 {
		t.Errorf("%q, busy %v, %d drafts, went to %v", m.Trouble(), m.Busy(), len(o.drafts), o.went)
	}
}

func TestLikeWordsAreLookedForAsTheyAreTyped(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.Type(Story, "The lift")
	if len(o.asked) != 0 {
		t.Errorf("two words were looked for: %+v", o.asked)
	}
	m.Type(Story, "The lift is stuck")
	if last := o.asked[len(o.asked)-1]; last.Words != "The lift is stuck" || last.Others {
		t.Errorf("looked for is %+v", last)
	}
	n := len(o.asked)
	m.Type(Phone, "01632 960001")
	if len(o.asked) != n {
		t.Error("a telephone number was looked for")
	}
	if m.MatchNote() != "No match found. Carry on." {
		t.Errorf("it says %q", m.MatchNote())
	}
}

func TestCountsAtOtherHomesSayOnlyHowMany(t *testing.T) {
	m := newOffice(t).model(priya)
	m.matches = []register.AlikeCase{
		{Why: []register.Why{register.SameName}, Count: 2}, {Why: []register.Why{register.LikeWords}, Count: 3},
		{Why: []register.Why{register.SameBlock}, Count: 1},
	}
	if len(m.Matches()) != 0 || m.MatchNote() != "At other homes: same name, 2; like words, 3; same block, 1 open. F6 lists them." {
		t.Errorf("%v, %q", m.Matches(), m.MatchNote())
	}
}

func TestARequestThatBecomesAComplaintKeepsBoth(t *testing.T) {
	o := newOffice(t)
	first := o.request()
	m := o.model(priya)
	m.Type(Name, "Tomasz Wolny") // somebody else is on screen
	begun := false
	m.Begin(Begin{Case: first.ID, Kind: casework.CameFrom}, func() { begun = true })
	if !begun || len(m.Parked()) != 1 || m.Text(Name) != "Grace Adeyemi" || m.Text(Story) != "" || m.Text(Wanted) != "Mend the boiler." ||
		!strings.Contains(m.Text(Before), "No heating or hot water.") || m.Answer() != casework.Complain || m.Text(RepName) != "Ola Adeyemi" ||
		m.Text(NeedNote) != "Yoruba" || m.Text(DoNot) != "not before 10 am" || m.Reply() != casework.ReplyLetter || m.SubjectLine() == "" {
		t.Fatalf("on screen is %+v", m.form)
	}
	m.Type(Story, "A week later there is still no heating.")
	record(t, m)
	c := m.Done()
	if c.Kind != casework.Complaint || len(c.Links) != 1 || c.Links[0].Kind != casework.CameFrom || c.Links[0].Case != first.ID || c.Received != o.today {
		t.Errorf("recorded is %+v", c)
	}
	if l := o.cases[0].Links; len(l) != 1 || l[0].Kind != casework.Became || l[0].Case != c.ID {
		t.Errorf("the request's links are %+v", l)
	}
}

func TestNewMattersAtStage2AreTheirOwnComplaint(t *testing.T) {
	o := newOffice(t)
	first := o.request()
	m := o.model(priya)
	m.Begin(Begin{Case: first.ID, Kind: casework.RaisedIn}, func() {})
	if m.Text(Wanted) != "" || !strings.Contains(m.From(), "new matters raised in R-2026-0011-A") {
		t.Errorf("%q, wanted %q", m.From(), m.Text(Wanted))
	}
	m.DropFrom()
	if m.From() != "" {
		t.Error("the link stays")
	}
}

func TestACaseThatIsNotThereBeginsNothing(t *testing.T) {
	m := newOffice(t).model(priya)
	m.Type(Name, "Tomasz Wolny")
	m.Begin(Begin{Case: 99, Kind: casework.CameFrom}, func() { t.Error("it began") })
	if m.Trouble() == "" || m.Text(Name) != "Tomasz Wolny" {
		t.Errorf("%q with %q", m.Trouble(), m.Text(Name))
	}
}

func TestADraftOfTheFirstVersionStillLoads(t *testing.T) {
	body := `{"text":{"name":"Grace","received":"13 November 2026","story":"Nobody came.","rep name":"Ola","rep authority":"form"},"received":"2026-11-13",
		"happened":{"date":"2026-11-06","rough":""},"channel":"counter","handler":2,"behalf":true,"subject":"heating","needs":["large print"],
		"no_needs":false,"reply":"letter","answer":"complain","unhappy":true,"settled":{"name":"?"},
		"resident":{"id":7,"reference":"P7","person":{"name":"Grace"},"home_id":9},"dwelling":{"id":9,"office":1,"home":{}}}`
	f, err := decode([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	if f.Grievance != casework.OtherGrievance || f.Unhappy || !f.Behalf || f.line(RepPaper) != "form" || f.Answer != casework.Complain || f.Received != calendar.On(2026, 11, 13) {
		t.Errorf("it is %+v", f)
	}
	m := newOffice(t).model(priya)
	m.form = f
	m.SetGrievance(casework.Delay)
	record(t, m)
}
