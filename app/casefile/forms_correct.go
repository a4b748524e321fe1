package casefile

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// toldStays is said where something is put right that letters may have told.
const toldStays = "Letters that went stay as they are. The case says which of them differ."

// correctPetition puts right how many signed a petition, what it asks for and
// what it is about.
func (v *View) correctPetition() {
	v.form("Correct the petition", "Correct it", "Petition corrected.", casework.ActCorrectPetition, func(f *field.Form) (fyne.CanvasObject, filled) {
		c := v.model.Page.Case
		signatures := f.Text("signatures", "Signatures")
		signatures.Set(strconv.Itoa(c.Petition.Signatures))
		story := f.Notes("story", "What it asks for", 4)
		story.Set(c.Story)
		subject, chosen := v.subjectField(f)
		subject.Optional()
		why := whyField(f)
		return look.Column(12, said(toldStays), rows(&signatures.Row, &story.Row, &subject.Row, &why.Row)), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			n, err := strconv.Atoi(strings.TrimSpace(signatures.Value()))
			if err != nil {
				wrong["signatures"] = "Enter how many people signed the petition, such as 48"
			}
			act := casework.CorrectPetition{Signatures: n, Story: story.Value(), Subject: chosen(), Why: why.Value()}
			return act, wrong
		}
	})
}

// correctClaim puts right whom an insurance claim is against, and whether
// somebody was hurt.
func (v *View) correctClaim() {
	v.form("Correct the claim", "Correct it", "Claim corrected.", casework.ActCorrectClaim, func(f *field.Form) (fyne.CanvasObject, filled) {
		claim := v.model.Page.Case.Claim
		against := f.Text("against", "Against")
		against.Set(claim.Against)
		against.Optional()
		against.Hint("The contractor by name, or empty where it is against us.")
		hurt := f.Check("injury", "Somebody was hurt")
		hurt.Set(claim.Injury)
		why := whyField(f)
		told := toldStays
		if !claim.Sent.IsZero() {
			told += " The form went to " + claim.SentTo + " on " + claim.Sent.Letter() + ". This sends it to nobody else."
		}
		return look.Column(12, said(told), rows(&against.Row, &hurt.Row, &why.Row)), func() (casework.Act, map[string]string) {
			return casework.CorrectClaim{Against: against.Value(), Injury: hurt.On(), Why: why.Value()}, nil
		}
	})
}

// whyField asks how it is known that something was written down wrongly.
func whyField(f *field.Form) *field.Text {
	why := f.Notes("why", "How you know", 2)
	why.Hint("Such as who told you, or who counted again. It stays in history.")
	return why
}
