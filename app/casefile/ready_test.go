package casefile

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// rich is Maureen's case with something of everything that an act may be about:
// a note, a representative, a group, a question to others, a promise, a hazard,
// an ombudsman who asked for evidence, and a link.
func rich(t *testing.T) *desk {
	d, _ := open(t, helen)
	c := d.c
	d.act(priya, casework.AddNote{Text: "Rang at noon."})
	d.act(priya, casework.ChangeContact{Resident: c.Resident, Home: c.Home, Contact: c.Contact,
		Representative: casework.Representative{Name: "Aneta Kowalska", Relation: "Daughter"}})
	d.act(priya, casework.AddMember{Person: casework.Person{Name: "Joan Bell"}, Postcode: "DE24 7QH"})
	d.act(priya, casework.AskOthers{Whom: "Repairs", What: "When did the plumber call?", Due: day("2026-11-20")})
	d.act(dan, casework.MakePromise{Text: "Service the boiler", Owner: "R. Patel", Due: day("2026-12-01")})
	d.act(dan, casework.AddRemedy{Kind: policyOf(d).Remedies[0].ID, Text: "An apology"})
	d.act(priya, casework.StartHazard{Kind: "emergency", What: "Bare wires in the hall", Told: d.now.Add(-time.Hour), ToldTo: "Priya Nair"})
	d.act(dan, casework.Refer{Body: "housing", On: d.today, Theirs: "HO-1"})
	d.act(dan, casework.AskedForEvidence{Referral: 1, What: "The whole file", Asked: d.today, Due: day("2026-12-04")})
	other := casework.Case{ID: 7, Reference: casework.NewReference(casework.Complaint, 2026, 12)}
	d.linked = map[int64]casework.Case{7: other}
	d.act(dan, casework.LinkTo{Case: 7, Reference: other.Reference, Kind: casework.Related})
	return d
}

func policyOf(d *desk) *policy.Policy { return d.moment(helen).Policies.InForceOn(d.today) }

func modelOf(t *testing.T, d *desk, by casework.Officer) *Model {
	m := New(d, by, d.day, 9)
	load(t, m)
	return m
}

func TestEveryActCanBeReachedFromTheCase(t *testing.T) {
	// A record is made by New contact, an act is taken back with Undo, two records
	// of a person are joined in Settings, and the letter screen prints and sends.
	elsewhere := []casework.ActName{casework.ActRecord, casework.ActRecordPetition, casework.ActRecordClaim, casework.ActRecordFixed,
		casework.ActTakeBack, casework.ActSamePerson}
	for _, k := range casework.LetterKinds() {
		elsewhere = append(elsewhere, casework.PrintAct(k), casework.SendAct(k))
	}
	offered := map[casework.ActName]bool{}
	for _, kind := range []casework.Kind{casework.Complaint, casework.PetitionKind, casework.ClaimKind} {
		m := modelOf(t, rich(t), helen)
		m.Page.Case.Kind = kind
		for _, a := range (&View{model: m}).actions() {
			offered[a.act] = true
		}
	}
	for _, act := range casework.ActNames() {
		if offered[act] == slices.Contains(elsewhere, act) {
			t.Errorf("%s: offered %v", act, offered[act])
		}
	}
}

func TestTheCaseItselfSaysWhatCannotBeDone(t *testing.T) {
	d := rich(t)
	m := modelOf(t, d, helen)
	for act, want := range map[casework.ActName]string{
		casework.ActExtend: "", casework.ActAnswer: "", casework.ActWithdraw: "", casework.ActHazardStep: "", casework.ActComply: "No ombudsman has ordered anything",
		casework.ActReopen: "C-2026-0377-Q is open", casework.ActAskStage2: "Stage 1 has not been answered yet",
		casework.ActAskAppeal: "Stage 1 has not been answered yet", casework.ActClose: "Stage 1 has not been answered", casework.ActReviewLimit: "Contact is not restricted",
		casework.ActOverturn: "Point 1 was not refused", casework.ActVoid: "A letter or a form about this has gone", casework.ActSentInError: "",
		casework.ActRecount: "No open date of C-2026-0377-Q moves", casework.ActEndAuthority: "There is no authority to end",
		casework.MakeAct(casework.ConsentForm): "", casework.MakeAct(casework.ServiceLetter): "This letter is for a service request",
		casework.ElsewhereAct(casework.ExtensionNotice): "There is no extension",
	} {
		if got := m.Shut(act); got != want && (want == "" || !strings.HasPrefix(got, want)) {
			t.Errorf("%s: %q, want %q", act, got, want)
		}
	}
	if got := modelOf(t, d, priya).Shut(casework.ActProtect); got != "Not for front desk" {
		t.Errorf("a front desk and who may see a case: %q", got)
	}
}

// What cannot be done says so before anything is typed; what can be done is
// never refused for a reason that no field can mend.
func TestWhatIsOfferedIsNotRefusedOutright(t *testing.T) {
	m := modelOf(t, rich(t), helen)
	for _, act := range casework.ActNames() {
		tries, _ := m.tries(act)
		if m.Shut(act) != "" {
			for _, try := range tries {
				if _, err := casework.Apply(m.Page.Case, try, m.moment); err == nil {
					t.Errorf("%s is shut and could be done", act)
				}
			}
		}
	}
}

func TestALetterFollowsTheActThatOwesIt(t *testing.T) {
	do := func(d *desk, by casework.Officer, act casework.Act) (casework.LetterKind, int) {
		t.Helper()
		m := modelOf(t, d, by)
		out, err := m.Do(context.Background(), act)
		if err != nil {
			t.Fatal(act.Name(), err)
		}
		return m.Owes(out)
	}
	leftOut := func(reason string) casework.Act {
		e, _ := policyOf(rich(t)).Exclusion(reason)
		act := casework.Exclude{Point: 2, Reason: reason, Merits: "Looked at.", Filed: day("2026-10-01"), Court: "K01DE123"}
		for _, q := range e.Evidence {
			act.Evidence = append(act.Evidence, casework.QuestionAnswer{Question: q, Answer: "As it should be."})
		}
		return act
	}
	d := rich(t)
	d.act(dan, casework.MakePromise{Text: "Ring on Monday", Owner: "Dan Okafor", Due: day("2026-11-16")})
	d.act(dan, casework.KeepPromise{Promise: 2, On: d.today})
	for name, c := range map[string]struct {
		d     *desk
		by    casework.Officer
		act   casework.Act
		want  casework.LetterKind
		about int
	}{
		"extension":      {rich(t), dan, casework.Extend{Days: 5, Reason: "Survey"}, casework.ExtensionNotice, 0},
		"told elsewhere": {rich(t), dan, casework.Extend{Days: 5, Reason: "Survey", Told: day("2026-11-13"), How: casework.Posted}, "", 0},
		"refusal":        {rich(t), dan, leftOut(casework.OurLegalAction), casework.RefusalLetter, 0},
		"re-route":       {rich(t), dan, leftOut("anti-social-behaviour"), casework.PassOnLetter, 0},
		"pass-on":        {rich(t), priya, casework.PassOn{Point: 2, To: "the council", On: day("2026-11-13"), How: "By e-mail"}, casework.PassOnLetter, 0},
		"withdrawal":     {rich(t), priya, casework.Withdraw{On: day("2026-11-13")}, casework.WithdrawalLetter, 0},
		"promise":        {d, priya, casework.KeepPromise{Promise: 1, On: day("2026-11-13")}, casework.ActionLetter, 1},
		"update today":   {rich(t), helen, casework.AgreeUpdates{Days: []calendar.Date{day("2026-11-13")}}, casework.HoldingUpdate, 0},
		"update later":   {rich(t), helen, casework.AgreeUpdates{Days: []calendar.Date{day("2026-11-16")}}, "", 0},
		"restriction": {rich(t), helen, casework.Restrict{What: "In writing", Why: "Shouting", Equality: "Considered", From: day("2026-11-13"), Review: day("2027-02-01")},
			casework.RestrictionLetter, 0},
		"note": {rich(t), priya, casework.AddNote{Text: "Rang."}, "", 0},
	} {
		if kind, about := do(c.d, c.by, c.act); kind != c.want || about != c.about {
			t.Errorf("%s: %q about %d, want %q about %d", name, kind, about, c.want, c.about)
		}
	}
	r := rich(t)
	contact := casework.ChangeContact{Resident: r.c.Resident, Home: r.c.Home, Contact: r.c.Contact, Representative: casework.Representative{Name: "Tomasz Nowak"}}
	if kind, _ := do(r, priya, contact); kind != casework.ConsentForm {
		t.Errorf("somebody new speaks for the resident: %q", kind)
	}
	contact.Contact.DoNot = "No calls"
	if kind, _ := do(r, priya, contact); kind != "" {
		t.Errorf("nobody new speaks for the resident: %q", kind)
	}
}

func TestAnExtensionSaysTheDateItWouldMake(t *testing.T) {
	m := modelOf(t, rich(t), dan)
	// Due Tuesday 17 November 2026, and five working days on: 18, 19, 20, 23, 24.
	if got := m.WouldExtend(5); got != "Tuesday 24 November 2026" {
		t.Errorf("five days more: %q", got)
	}
	if got := m.WouldExtend(11); got != "" {
		t.Errorf("eleven days are more than the policy has: %q", got)
	}
}

func TestALeftOutPointIsToldWithinTheAcknowledgementsTime(t *testing.T) {
	// Received Wednesday 28 October 2026: 29, 30, 2, 3 and Wednesday 4 November.
	if got := modelOf(t, rich(t), dan).TellBy(); got != "Wednesday 4 November 2026" {
		t.Errorf("told by %q", got)
	}
}

func TestTypingFindsWhatToDo(t *testing.T) {
	v := &View{model: modelOf(t, rich(t), helen)}
	all := v.lines("")
	if all[0].title != "Answer it" || all[1].why != "" {
		t.Errorf("the list begins with %+v, %+v", all[0], all[1])
	}
	shut := false
	for _, l := range all {
		switch {
		case l.title != "":
			shut = false
		case l.why != "":
			shut = true
		case shut:
			t.Errorf("%s can be done and stands after what cannot", l.words)
		}
	}
	found := v.lines("prom kept")
	if len(found) != 6 || found[1].act != casework.ActKeepPromise {
		t.Errorf("“prom kept” finds %+v", found)
	}
}
