package casefile

import (
	"slices"
	"strings"
	"testing"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
	"casebook/data/casework/states"
)

// TestNoStagesWherePagesPromiseSomethingElse: a petition, a claim and a fixed
// payment speak of no stage anywhere (ruling 24).
func TestNoStagesWherePagesPromiseSomethingElse(t *testing.T) {
	for _, s := range everyState(t) {
		if !s.Case.Kind.Promised() {
			continue
		}
		p := pageOf(t, s, chief)
		d := deskOf(t, s)
		m := New(d, chief, d.day, s.Case.ID)
		load(t, m)
		words := []string{p.Status.Sentence, p.Offer, p.OfferStands, p.Clock.Title, p.Clock.Note}
		for _, f := range append(slices.Clone(p.Clock.Dates), p.Recorded...) {
			words = append(words, f.Label, f.Text)
		}
		for _, r := range append(slices.Clone(p.Tabs[TabToDo].Rows), p.Repairs...) {
			words = append(words, r.Name, r.Second, r.Mark)
		}
		for _, a := range (&View{model: m}).actions() {
			words = append(words, a.words)
		}
		for _, w := range words {
			if strings.Contains(strings.ToLower(w), "stage") {
				t.Errorf("%s says %q", s.Name, w)
			}
		}
		if p.Clock.Title == "" || len(p.Clock.Dates) < 2 || len(p.Recorded) == 0 {
			t.Errorf("%s: the card is %+v", s.Name, p.Clock)
		}
	}
}

// TestTheNextActionOpensItsForm goes on with Ctrl+Enter from where the record
// stands.
func TestTheNextActionOpensItsForm(t *testing.T) {
	for name, want := range map[string]string{
		"Petition received": "petition acknowledgement", "Petition acknowledged": "form", "Petition reported": "petition outcome",
		"Claim received": "form", "Claim visited": "insurance claim cover", "Fixed payment asked for": "redress", "Repair, first period": "form",
		"Repair, first period missed": "form", "Repair done late": "redress",
	} {
		d, v, c := stateShown(t, stateNamed(t, name), chief, look.Light)
		d.opened = ""
		keys.Press(c, "Ctrl+Enter")
		if got := d.opened; got != want && (want != "form" || len(c.Overlays().List()) != 1) {
			t.Errorf("%s: Ctrl+Enter opens %q, next is %+v", name, got, v.model.Page.Status.Next)
		}
		keys.Press(c, "Esc")
	}
}

// TestAnOfferSaysHowFarItHasCome on the card of the money.
func TestAnOfferSaysHowFarItHasCome(t *testing.T) {
	for name, want := range map[string]string{
		"Offer waits for approval": "Waits for", "Offer accepted": "not paid yet", "Fixed payment told": "Told",
	} {
		if got := pageOf(t, stateNamed(t, name), chief).OfferStands; !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestTheDayToPayByIsExplained from the count that is kept with the offer.
func TestTheDayToPayByIsExplained(t *testing.T) {
	for _, name := range []string{"Offer accepted", "Fixed payment told"} {
		s := stateNamed(t, name)
		d := deskOf(t, s)
		m := New(d, chief, d.day, s.Case.ID)
		load(t, m)
		owed := casework.Owed(s.Case)
		at := slices.IndexFunc(m.Whys(), func(w Why) bool { return strings.HasPrefix(w.Name, "Pay £") })
		if len(owed) == 0 || at < 0 {
			t.Fatalf("%s: %+v is owed, and no account of when", name, owed)
		}
		w := m.Whys()[at]
		if want := "10 working days after it became owed on " + owed[0].Since.Long() + "."; w.Due != owed[0].Due || w.Answer != want || len(w.Weeks) == 0 {
			t.Errorf("%s: due %s, %q, want %s and %q", name, w.Due, w.Answer, owed[0].Due, want)
		}
	}
}

// TestEachDateOfAPromiseIsExplained from its own count.
func TestEachDateOfAPromiseIsExplained(t *testing.T) {
	for name, want := range map[string]int{"Petition received": 2, "Claim received": 1, "Repair, first period": 1, "Repair, second period": 2} {
		s := stateNamed(t, name)
		d := deskOf(t, s)
		m := New(d, chief, d.day, s.Case.ID)
		load(t, m)
		all := m.Whys()
		if len(all) != want {
			t.Errorf("%s: %d accounts, want %d", name, len(all), want)
		}
		for _, w := range all {
			if w.Name == "" || w.Answer == "" || w.Due.IsZero() || w.What == "" || len(w.Steps) == 0 {
				t.Errorf("%s: %+v", name, w)
			}
		}
	}
}

// TestAnInjuryLeadsToItsClaim offers the claim where a point asks for one, and
// nowhere else (ruling 13).
func TestAnInjuryLeadsToItsClaim(t *testing.T) {
	d, v, _ := richly(t, helen, look.Light)
	claim := func() int {
		return slices.IndexFunc(v.actions(), func(a action) bool { return strings.Contains(a.words, "insurance claim") && a.act == "" })
	}
	if claim() >= 0 {
		t.Error("a claim is offered before any point asks for one")
	}
	d.act(helen, casework.Exclude{Point: 2, Reason: "personal-injury", Merits: "The wrist is for the insurer.",
		Evidence: []casework.QuestionAnswer{{Question: "the day the claim was passed on", Answer: "today"}}})
	load(t, v.model)
	at := claim()
	if at < 0 {
		t.Fatal("no claim is offered")
	}
	if v.actions()[at].do(); d.opened != "claim" {
		t.Errorf("it opens %q", d.opened)
	}
}

// TestTheClaimFormGoesWhereTheSettingsSay fills the form in by what the office
// has set, and leaves the words as they are where it has not.
func TestTheClaimFormGoesWhereTheSettingsSay(t *testing.T) {
	for _, c := range []struct {
		set     func(*casework.Settings)
		to, how string
	}{
		{func(*casework.Settings) {}, "the insurance section", ""},
		{func(s *casework.Settings) {
			s.InsuranceName, s.InsuranceEmail = "Risk and insurance", "claims@example.org"
		}, "Risk and insurance, claims@example.org", "Emailed"},
		{func(s *casework.Settings) { s.InsuranceAddress = []string{"2 Mill Lane", "Derby DE1 2AB"} }, "the insurance section", "Posted"},
	} {
		_, v, _ := stateShown(t, stateNamed(t, "Claim visited"), chief, look.Light)
		c.set(&v.model.moment.Settings)
		v.model.Page.Case.Claim.Against = ""
		f := field.NewForm()
		how, to := f.Choice("how", "How it went", dispatches()...), f.Text("to", "To whom")
		v.goes(how, to)
		if to.Value() != c.to || how.Value() != c.how {
			t.Errorf("to %q, %q; want %q, %q", to.Value(), how.Value(), c.to, c.how)
		}
		v.model.Page.Case.Claim.Against = "Alder Roofing"
		if v.goes(how, to); to.Value() != "Alder Roofing" {
			t.Errorf("against a contractor it goes to %q", to.Value())
		}
	}
}

// What moves a petition, a claim or a fixed payment on is a mark of it, as what
// moves a complaint on is.
func TestEveryKindHasItsMarks(t *testing.T) {
	for act, want := range map[casework.ActName]bool{
		casework.ActRecord: true, casework.ActRecordPetition: true, casework.ActRecordClaim: true, casework.ActRecordFixed: true,
		casework.ActInvestigatePetition: true, casework.ActPetitionReported: true, casework.ActDecideClaim: true, casework.ActRepairDone: true,
		casework.ActAnswerOffer: true, casework.ActPay: true, casework.SendAct(casework.PetitionAcknowledgement): true,
		casework.ActNote: false, casework.ActClaimTheirs: false, casework.ActOfferRedress: false, casework.SendAct(casework.ProgressSlip): false,
	} {
		if isMark(act) != want {
			t.Errorf("%s is a mark: %v", act, !want)
		}
	}
}

// A record without stages is called what it is, and has no points to set out,
// whichever key is pressed.
func TestTheFormsCallARecordWhatItIs(t *testing.T) {
	for _, s := range everyState(t) {
		_, v, c := stateShown(t, s, states.Officers()[3], look.Light)
		words := ""
		for _, a := range v.actions() {
			if a.act == casework.ActDescribe {
				words = a.words
			}
		}
		want := "Set out the " + s.Case.Kind.Noun()
		if s.Case.Kind.Promised() {
			want = ""
		}
		if words != want {
			t.Errorf("%s: F2 is called %q, want %q", s.Name, words, want)
		}
		if s.Case.Kind.Promised() {
			if keys.Press(c, "Alt+D"); len(c.Overlays().List()) != 0 {
				t.Errorf("%s: Alt+D opens a form", s.Name)
			}
		}
	}
}

// TestADeadLeadLeadsToAnother: a petition is everybody's who signed it, so its
// file asks who leads it now; that of a claim asks who speaks for the dead.
func TestADeadLeadLeadsToAnother(t *testing.T) {
	today := day("2026-12-03")
	m := casework.Moment{Today: today}
	for kind, want := range map[casework.Kind]casework.ActName{casework.PetitionKind: casework.ActChangeContact, casework.ClaimKind: casework.ActDied} {
		all := residentNotices(casework.Case{Kind: kind, Died: today}, m, func(int64) string { return "" })
		if len(all) != 1 || all[0].Leads.Act != want {
			t.Errorf("%s: %+v", kind, all)
		}
	}
}

// TestTheRightToRepairSaysWhatItIsNotFor where a repair is started, so that the
// door entry system of a block is not taken for the phone in a home (ruling 20).
func TestTheRightToRepairSaysWhatItIsNotFor(t *testing.T) {
	s := stateNamed(t, "Repair, first period")
	_, v, c := stateShown(t, s, chief, look.Light)
	v.startRepair()
	shelltest.Picture(t, c, "repair-started")
	if got := v.model.NotUnderTheRight(); !strings.Contains(got, "communal door entry system, which has a payment of its own") {
		t.Errorf("the form says %q", got)
	}
}

// TestWhatHasNoStagesIsLedToNoAnswer: Alt+L opens the letter that goes next, and
// says so where there is none.
func TestWhatHasNoStagesIsLedToNoAnswer(t *testing.T) {
	for name, want := range map[string]casework.LetterKind{
		"Fixed payment told": "", "Petition received": casework.PetitionAcknowledgement, "Claim visited": casework.ClaimCover,
	} {
		s := stateNamed(t, name)
		d := deskOf(t, s)
		m := New(d, chief, d.day, s.Case.ID)
		load(t, m)
		if got := m.NextLetter(); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
