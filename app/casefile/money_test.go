package casefile

import (
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
	"casebook/data/redress"
)

// offered is Maureen's case with its response gone: £40.00 waits for her answer,
// and £10.00 for a visit is owed whatever she says.
func offered(t *testing.T) *desk {
	d, _ := open(t, dan)
	for _, p := range d.c.Points {
		if p.Finding == "" {
			d.act(dan, casework.AnswerPoint{Point: p.ID, Finding: casework.Upheld, Reasons: "It took too long."})
		}
	}
	d.act(dan, casework.OfferRedress{Input: redress.Judge("delay", "", 4000, "A week without a bath.")})
	d.act(dan, casework.OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day("2026-10-15"), Slot: redress.Morning}}}})
	d.act(dan, casework.Propose{})
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	return d
}

func TestTheResidentsAnswerIsOneKeyAwayWhileMoneyIsOwed(t *testing.T) {
	d := offered(t)
	v, c := showing(t, d, dan, look.Light)
	if !heard(v.whole, "Record the resident's answer") {
		t.Error("the card of the money does not lead to the answer")
	}
	for key, want := range map[keys.Chord]string{"Ctrl+Enter": "redress pay", "Alt+Y": "redress answer to offer", "Alt+R": "redress"} {
		if keys.Press(c, key); d.opened != want {
			t.Errorf("%s opens %q, want %q", key, d.opened, want)
		}
	}
	theme := fyne.CurrentApp().Settings().Theme().(*look.Theme)
	for name, mode := range map[string]look.Mode{"dark": look.Dark, "light": look.Light} {
		theme.Set(fyne.CurrentApp(), mode, 1)
		v.draw()
		shelltest.Picture(t, c, "offered-"+name)
	}
	theme.Set(fyne.CurrentApp(), look.Light, 2)
	v.draw()
	shelltest.Picture(t, c, "offered-twice")
	theme.Set(fyne.CurrentApp(), look.Light, 1)

	d.act(dan, casework.Pay{Lines: []int{2}, Sum: 1000, On: d.today, Method: casework.BankTransfer, Reference: "F-1"})
	v.Refresh()
	if keys.Press(c, "Ctrl+Enter"); d.opened != "redress answer to offer" {
		t.Errorf("with nothing to pay Ctrl+Enter opens %q", d.opened)
	}
	d.act(dan, casework.AnswerOffer{On: d.today, Answer: casework.AcceptedAll})
	v.Refresh()
	d.opened = ""
	if keys.Press(c, "Alt+Y"); d.opened != "redress answer to offer" || heard(v.whole, "Record the resident's answer") {
		t.Errorf("an answer that may have been recorded wrongly opens %q", d.opened)
	}
	if next := v.model.Page.Status.Next.Act; next == casework.ActAnswerOffer {
		t.Error("another answer is waited for")
	}
	owed := casework.Owed(d.c)
	for _, o := range owed {
		d.act(dan, casework.Pay{Lines: []int{o.Line}, Sum: o.Sum, On: d.today, Method: casework.BankTransfer, Reference: "F-2"})
	}
	v.Refresh()
	d.opened = ""
	keys.Press(c, "Alt+Y")
	if d.opened != "" || len(c.Overlays().List()) != 1 {
		t.Errorf("an offer that was accepted and paid opens %q", d.opened)
	}
}

// A front desk takes the answer, and pays nothing.
func TestAFrontDeskTakesTheAnswer(t *testing.T) {
	d := offered(t)
	_, c := showing(t, d, priya, look.Light)
	if keys.Press(c, "Alt+Y"); d.opened != "redress answer to offer" {
		t.Errorf("Alt+Y opens %q", d.opened)
	}
}
