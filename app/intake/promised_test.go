package intake

import (
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// petition fills in a petition of the known resident.
func (w *window) petition() {
	choose(w.t, w.m, Name, "adeyemi")
	w.m.SetWhat(casework.PetitionKind)
	w.m.Type(Signatures, "48")
	w.m.Type(Story, "We ask for a crossing at the school gate.")
}

// TestAPetitionIsRecordedByKeys: F3 goes to what came in, an arrow chooses, and
// the form then asks for the signatures. No choice to complain is asked for.
func TestAPetitionIsRecordedByKeys(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.text("adeyemi")
	w.press("Down", "Enter", "F3")
	w.mustBeAt(Kind)
	w.press("Down", "Down", "Enter")
	if w.m.What().Kind == "" {
		w.press("Enter")
	}
	if got := w.m.What().Words; got != "Petition" {
		t.Fatalf("chosen is %q", got)
	}
	for _, name := range []string{Before, Wanted, Happened, Choice, Grievance, Nameless, Against, Promise} {
		if w.v.asking.fields.form.Row(name).Visible() {
			t.Errorf("a petition asks for %s", name)
		}
	}
	w.m.Type(Story, "We ask for a crossing at the school gate.")
	w.press("Ctrl+S")
	if words := w.m.Wrong()[Signatures]; !strings.HasPrefix(words, "Enter how many people signed") {
		t.Fatalf("without signatures: %v", w.m.Wrong())
	}
	w.m.Type(Signatures, "48")
	w.press("Ctrl+S")
	w.mustBeAt("Record petition and print receipt")
	w.press("Ctrl+S")
	c := w.cases[0]
	if c.Kind != casework.PetitionKind || c.Petition.Signatures != 48 || c.Current() != nil || c.ResidentID != 7 {
		t.Fatalf("recorded is %+v", c)
	}
	w.press("Ctrl+Enter")
	if got := strings.Join(w.went, " "); !strings.Contains(got, "petition acknowledgement of case 1") {
		t.Errorf("went to %q", got)
	}
}

// TestTheDatesOfAPetitionShowAsItIsTyped: received on Friday 13 November 2026,
// acknowledged in five working days (16, 17, 18, 19, 20) and investigated in
// fifteen calendar days, on the 28th.
func TestTheDatesOfAPetitionShowAsItIsTyped(t *testing.T) {
	o := newOffice(t)
	o.today = calendar.On(2026, 11, 13)
	m := o.model(priya)
	m.SetWhat(casework.PetitionKind)
	var days []string
	for _, c := range m.Next() {
		if c.Date != "" {
			days = append(days, c.Date)
		}
	}
	if got := strings.Join(days, ", "); got != "Fri 20 Nov 2026, Sat 28 Nov 2026" {
		t.Errorf("the dates are %s", got)
	}
	w, ok := m.Why()
	if !ok || len(w.Sums) != 2 || len(w.Weeks) == 0 {
		t.Errorf("explained: %+v, %v", w, ok)
	}
	// A claim has ten working days: 16 to 20 and 23 to 27 November.
	m.SetWhat(casework.ClaimKind)
	if got := m.Next()[0].Date; got != "Fri 27 Nov 2026" {
		t.Errorf("a claim by %s", got)
	}
}

// TestEachKindIsRecordedAsWhatItIs through the model.
func TestEachKindIsRecordedAsWhatItIs(t *testing.T) {
	for _, kind := range []casework.Kind{casework.ClaimKind, casework.FixedSum} {
		o := newOffice(t)
		m := o.model(priya)
		choose(t, m, Name, "adeyemi")
		m.SetAnswer(casework.Complain) // chosen before somebody thought better of it
		m.SetWhat(kind)
		m.SetInjury(true)
		m.Type(Story, "Nobody came on Thursday morning.")
		if kind == casework.FixedSum {
			if m.ReadBack(); m.Wrong()[Promise] == "" {
				t.Error("a payment without a promise is not asked for one")
			}
			m.SetPayment(m.Payments()[0].Title)
		}
		m.ReadBack() // asks about what is unlikely
		if !m.ReadBack() {
			t.Fatalf("%s: %v, %v, %s", kind, m.Wrong(), m.Doubts(), m.Trouble())
		}
		m.Record()
		c := m.Done()
		if c.Kind != kind || c.Choice.Answer != "" || len(c.Stages) > 0 || m.DoneWords() == "" || len(m.ToDo()) > 0 && c.Kind == casework.Complaint {
			t.Errorf("%s: recorded is %+v", kind, c)
		}
		if kind == casework.ClaimKind && (!c.Claim.Injury || c.Claim.SendBy.Due.IsZero()) || kind == casework.FixedSum && c.Promised == "" {
			t.Errorf("%s: recorded is %+v", kind, c)
		}
	}
}

// TestADraftKeepsWhatItIs: a draft of a petition is one when it is taken up.
func TestADraftKeepsWhatItIs(t *testing.T) {
	f := form{Text: map[string]string{Signatures: "48"}, Kind: casework.PetitionKind, Promise: "letter", Injury: true}
	body, err := f.encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := decode(body)
	if err != nil || back.Kind != f.Kind || back.Promise != f.Promise || !back.Injury || back.Text[Signatures] != "48" {
		t.Errorf("%+v, %v", back, err)
	}
}
