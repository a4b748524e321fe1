package redress

import (
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
	"casebook/data/redress"
)

// losses puts the lines that stand by themselves into the ledger.
func losses(t *testing.T) *desk {
	d := maureen(t)
	for _, in := range []redress.Input{carpet, drying, harm} {
		d.act(dan, casework.OfferRedress{Input: in})
	}
	return d
}

func TestEveryCardIsDrawnAtEverySize(t *testing.T) {
	d := offering(t)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	shelltest.Picture(t, c, "ledger")
	keys.Press(c, "Ins")
	shelltest.Picture(t, c, "choose")
	keys.Press(c, "Esc")
	for _, k := range kinds {
		v.addKind(k.Kind)
		if v.editor == nil {
			t.Fatalf("%s does not open", k.Kind)
		}
		shelltest.Picture(t, c, "new-"+string(k.Kind))
		keys.Press(c, "Ctrl+S")
		if k.Kind != redress.Ordered && len(v.editor.form.Errors()) == 0 { // an award has no fields before its order
			t.Errorf("%s: an empty line was kept or nothing is said", k.Kind)
		}
		shelltest.Picture(t, c, "empty-"+string(k.Kind))
		keys.Press(c, "Ctrl+Del")
	}
	keys.Press(c, "F7")
	shelltest.Picture(t, c, "in-words")
	keys.Press(c, "Esc")
	theme := fyne.CurrentApp().Settings().Theme().(*look.Theme)
	for _, line := range d.c.Redress {
		v.open(line.ID)
		shelltest.Picture(t, c, "open-"+string(line.Input.Kind))
		v.editor.form.Focus("also")
		v.editor.form.Focus("title")
		v.editor.form.Focus("sum")
		shelltest.Picture(t, c, "below-"+string(line.Input.Kind))
		keys.Press(c, "F4")
		shelltest.Picture(t, c, "why-"+string(line.Input.Kind))
		keys.Press(c, "Esc")
		theme.Set(fyne.CurrentApp(), look.Light, 2)
		v.redraw("")
		if least := v.whole.MinSize().Width; least > shelltest.Size.Width-88*2 {
			t.Errorf("%s at twice the text needs %v of width", line.Title, least)
		}
		shelltest.Picture(t, c, "twice-"+string(line.Input.Kind))
		theme.Set(fyne.CurrentApp(), look.Dark, 1)
		v.redraw("")
		shelltest.Picture(t, c, "dark-"+string(line.Input.Kind))
		theme.Set(fyne.CurrentApp(), look.Light, 1)
		v.redraw("")
	}
}
