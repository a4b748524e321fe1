package casefile

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// TestAPetitionIsCorrectedByItsForm: sent as it stands nothing is different; with
// another number and its reason it is done, and the acknowledgement that went
// says so.
func TestAPetitionIsCorrectedByItsForm(t *testing.T) {
	d, v, c := stateShown(t, stateNamed(t, "Petition acknowledged"), chief, look.Light)
	v.correctPetition()
	shelltest.Picture(t, c, "correct-petition")
	keys.Press(c, "Ctrl+Enter")
	if v.asking == nil || v.asking.Errors()["signatures"] == "" {
		t.Fatalf("sent as it stands: %v", v.asking)
	}
	retype(v, c, "signatures")
	keys.Type(c, "sixty")
	keys.Press(c, "Ctrl+Enter")
	if got := v.asking.Errors()["signatures"]; !strings.Contains(got, "such as 48") {
		t.Errorf("words for a number: %q", got)
	}
	retype(v, c, "signatures")
	keys.Type(c, "64")
	keys.Press(c, "Ctrl+Enter")
	if v.asking.Errors()["why"] == "" {
		t.Error("corrected without saying how it is known")
	}
	v.asking.Focus("why")
	keys.Type(c, "A second sheet was overlooked.")
	shelltest.Picture(t, c, "correct-petition-filled")
	keys.Press(c, "Ctrl+Enter")
	if d.c.Petition.Signatures != 64 || len(d.c.Corrections) != 1 || v.asking != nil {
		t.Fatalf("%+v, form open: %v", d.c.Petition, v.asking != nil)
	}
	shelltest.Picture(t, c, "corrected-petition")
	p := v.model.Page
	if !slices.Contains(p.Recorded, Fact{Label: "Corrected on 4 November 2026: 64 signatures, not 46", Text: "A second sheet was overlooked."}) || p.Clock.Title != "Petition, 64 signatures" {
		t.Errorf("%q, %+v", p.Clock.Title, p.Recorded)
	}
	if how := p.Letters[0].How; !strings.HasSuffix(how, "It still says 46 signatures") {
		t.Errorf("the letter says %q", how)
	}
}

// TestAClaimIsCorrectedByItsForm, until the insurer has decided.
func TestAClaimIsCorrectedByItsForm(t *testing.T) {
	d, v, c := stateShown(t, stateNamed(t, "Claim sent"), chief, look.Light)
	v.correctClaim()
	keys.Type(c, "Alder Joinery")
	v.asking.Focus("why")
	keys.Type(c, "She told us who fitted the step.")
	shelltest.Picture(t, c, "correct-claim")
	keys.Press(c, "Ctrl+Enter")
	if d.c.Claim.Against != "Alder Joinery" || !d.c.Claim.Injury {
		t.Errorf("%+v", d.c.Claim)
	}
	shelltest.Picture(t, c, "corrected-claim")
	_, v, _ = stateShown(t, stateNamed(t, "Claim decided"), chief, look.Light)
	if why := v.model.Shut(casework.ActCorrectClaim); !strings.Contains(why, "decided this claim") {
		t.Errorf("open after the decision: %q", why)
	}
}

// retype empties a field and leaves the focus there.
func retype(v *View, c fyne.Canvas, name string) {
	v.asking.Focus(name)
	keys.Press(c, "End")
	for range 10 {
		keys.Press(c, "BackSpace")
	}
}
