package casefile

import (
	"os"
	"testing"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
)

// The forms as they look: each opens above the case and is drawn. Their
// pictures, in every look, are kept where CASEBOOK_PICTURES says.
func TestPictureOfForms(t *testing.T) {
	type manner struct {
		mode look.Mode
		size float32
	}
	manners := map[string]manner{"light": {look.Light, 1}}
	if os.Getenv("CASEBOOK_PICTURES") != "" {
		manners["dark"], manners["big"] = manner{look.Dark, 1}, manner{look.Light, 2}
	}
	for name, how := range manners {
		_, v, c := richly(t, helen, how.mode)
		v.deps.Shell.SetLook(how.mode, how.size)
		for form, do := range map[string]func(){
			"more": v.more, "extend": v.extend, "stage2": v.askStage2, "contact": v.changeContact, "determine": v.determine,
			"protect": v.protect, "hazard": v.startHazard, "updates": v.agreeUpdates, "appeal": v.askAppeal, "evidence": v.addEvidence,
			"passon": v.passOn, "restrict": v.restrict, "moved": v.moved, "call": v.logCall, "describe": v.describe, "pause": v.noPause, "step": v.hazardStep,
			"exclude": v.exclude,
		} {
			do()
			if c.Overlays().Top() == nil {
				t.Errorf("%s does not open", form)
			}
			switch form {
			case "exclude":
				v.asking.Focus("reason")
				keys.Type(c, "LL")
			case "extend":
				keys.Type(c, "5")
			case "restrict", "determine":
				keys.Press(c, "Ctrl+Enter")
			}
			shelltest.Picture(t, c, "form-"+form+"-"+name)
			keys.Press(c, "Esc")
			keys.Press(c, "Esc")
			if c.Overlays().Top() != nil {
				t.Fatalf("%s does not close by Esc", form)
			}
		}
	}
}
