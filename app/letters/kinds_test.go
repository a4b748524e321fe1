package letters

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Every kind opens: as a draft that can be looked at, or with a sentence that
// says why the case has no such letter.
func TestEveryKindOfLetterOpens(t *testing.T) {
	for _, kind := range casework.LetterKinds() {
		d := walkIn(t, dan)
		d.act(dan, casework.ChangeContact{Resident: d.c.Resident, Home: d.c.Home, Contact: d.c.Contact,
			Representative: casework.Representative{Name: "Aneta Kowalska", Relation: "Daughter"}})
		v, c := shown(d, kind, look.Light)
		shelltest.Picture(t, c, "letter-kind-"+string(kind))
		pages := v.model.Now.Letter.Document.Pages
		if len(pages) == 0 {
			if !says(v, "Back to the case") {
				t.Errorf("%s: there is no page and nothing says why", kind)
			}
			made := len(d.c.Letters)
			for _, key := range []keys.Chord{"Ctrl+P", "Ctrl+Enter", "Ctrl+S", "Ctrl+O"} {
				keys.Press(c, key)
				keys.Press(c, "Esc")
			}
			if len(d.c.Letters) != made || len(d.printed) > 0 {
				t.Errorf("%s: a letter that the case does not have was made", kind)
			}
			continue
		}
		if kind.Slip() && v.model.sheet() != (paper.Size{Width: paper.A5.Width, Height: paper.A5.Height}) {
			t.Errorf("%s is laid on %v", kind, v.model.sheet())
		}
		if v.model.Enveloped() != (!kind.Slip() && kind != casework.ConsentForm) {
			t.Errorf("%s in an envelope: %v", kind, v.model.Enveloped())
		}
		for _, f := range letter.Failing(v.model.Now.Findings) {
			if fixWords(f.Fix, casework.Complaint) == "" {
				t.Errorf("%s: %q has no words on its button", kind, f.Words)
			}
		}
	}
}

func says(v *View, words string) bool {
	for _, o := range test.LaidOutObjects(v.Object()) {
		if a, ok := o.(interface{ AccessibilityLabel() string }); ok && strings.Contains(a.AccessibilityLabel(), words) {
			return true
		}
	}
	return false
}

func TestAnExtensionIsTakenFromDraftToTold(t *testing.T) {
	d := walkIn(t, dan)
	d.act(dan, casework.SentElsewhere{Kind: casework.Acknowledgement, On: d.today, How: casework.Posted, To: "Łukasz Nguyễn"})
	d.act(dan, casework.Extend{Days: 5, Reason: "The surveyor comes on Friday."})
	v, c := shown(d, casework.ExtensionNotice, look.Light)
	if v.model.Shut() {
		t.Fatalf("Print is shut: %+v", letter.Failing(v.model.Now.Findings))
	}
	keys.Press(c, "Ctrl+P")
	if kept := d.c.Letters[len(d.c.Letters)-1]; kept.Kind != casework.ExtensionNotice || kept.About != 1 {
		t.Fatalf("kept %+v", kept)
	}
	keys.Press(c, "Ctrl+Enter")
	if e := d.c.Current().Extensions[0]; e.Told != d.today {
		t.Errorf("the resident was told on %s", e.Told)
	}
	// Acknowledged Friday 13 November 2026, due Friday 27, and five days more.
	if due := d.c.Current().Due().Due; due != calendar.On(2026, 12, 4) {
		t.Errorf("due %s", due)
	}
}

// The cover of a claim goes to whoever decides it, and to nobody of the
// resident's.
func TestTheCoverOfAClaimIsForWhoDecidesIt(t *testing.T) {
	d := walkIn(t, dan)
	d.c.Kind, d.c.Stages, d.c.Handler = casework.ClaimKind, nil, dan.ID
	d.c.Claim = casework.Claim{Against: "Alder Roofing"}
	d.c.Representative = casework.Representative{Name: "Aneta Kowalska", WriteToRep: true}
	v, c := shown(d, casework.ClaimCover, look.Light)
	if v.model.Shut() {
		t.Fatalf("Print is shut: %+v", letter.Failing(v.model.Now.Findings))
	}
	if to, how := v.model.Recipient(), v.model.Usual(); to != "Alder Roofing" || how != casework.Emailed {
		t.Errorf("to %q, %s", to, how)
	}
	keys.Press(c, "Ctrl+P")
	keys.Press(c, "Ctrl+Enter")
	if claim := d.c.Claim; claim.Sent != d.today || claim.SentTo != "Alder Roofing" || claim.SentHow != casework.Emailed {
		t.Errorf("%+v", claim)
	}
}

// A claim against ourselves goes where the office's settings say.
func TestTheCoverOfAClaimGoesWhereTheSettingsSay(t *testing.T) {
	for _, c := range []struct {
		office func(*casework.Settings)
		to     string
		how    casework.Dispatch
	}{
		{nil, "Insurance section", casework.Emailed},
		{func(s *casework.Settings) { s.InsuranceEmail = "claims@example.org" }, "the insurance section, claims@example.org", casework.Emailed},
		{func(s *casework.Settings) {
			s.InsuranceName, s.InsuranceAddress = "Risk and insurance", []string{"2 Mill Lane", "Derby DE1 2AB"}
		}, "Risk and insurance", casework.Posted},
	} {
		d := walkIn(t, dan)
		d.office = c.office
		d.c.Kind, d.c.Stages, d.c.Handler = casework.ClaimKind, nil, dan.ID
		d.c.Claim = casework.Claim{}
		v, canvas := shown(d, casework.ClaimCover, look.Light)
		if v.model.Shut() {
			t.Fatalf("Print is shut: %+v", letter.Failing(v.model.Now.Findings))
		}
		if to, how := v.model.Recipient(), v.model.Usual(); to != c.to || how != c.how {
			t.Errorf("to %q, %s; want %q, %s", to, how, c.to, c.how)
		}
		keys.Press(canvas, "Ctrl+P")
		keys.Press(canvas, "Ctrl+Enter")
		if claim := d.c.Claim; claim.SentTo != c.to || claim.SentHow != c.how {
			t.Errorf("%+v", claim)
		}
	}
}
