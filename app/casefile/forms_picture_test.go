package casefile

import (
	"os"
	"testing"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
)

// The forms as they look, kept where CASEBOOK_PICTURES says, to be looked at.
func TestPictureOfForms(t *testing.T) {
	if os.Getenv("CASEBOOK_PICTURES") == "" {
		t.Skip("no pictures are wanted")
	}
	for name, how := range map[string]struct {
		mode look.Mode
		size float32
	}{"light": {look.Light, 1}, "dark": {look.Dark, 1}, "big": {look.Light, 2}} {
		_, v, c := richly(t, helen, how.mode)
		v.deps.Shell.SetLook(how.mode, how.size)
		for form, do := range map[string]func(){
			"more": v.more, "extend": v.extend, "stage2": v.askStage2, "contact": v.changeContact, "determine": v.determine,
			"protect": v.protect, "hazard": v.startHazard, "updates": v.agreeUpdates, "appeal": v.askAppeal, "evidence": v.addEvidence,
			"passon": v.passOn, "restrict": v.restrict, "moved": v.moved, "call": v.logCall, "describe": v.describe, "pause": v.noPause, "step": v.hazardStep,
			"exclude": v.exclude,
		} {
			do()
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
		}
	}
}
