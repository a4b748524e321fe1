package redress

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// told is the picture's offer of £596.68 after its response: £60.00 of it, two
// visits and the Right to Repair, is owed whatever the resident says.
func told(t *testing.T) *desk {
	d := offering(t)
	d.answered()
	d.act(dan, casework.Propose{To: helen.ID})
	d.act(helen, casework.Approve{})
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	if owed := casework.Owed(d.c); len(owed) != 2 {
		t.Fatalf("owed is %+v", owed)
	}
	return d
}

func pictured(t *testing.T, c fyne.Canvas, v *View, name string) {
	theme := fyne.CurrentApp().Settings().Theme().(*look.Theme)
	for _, at := range []struct {
		name string
		mode look.Mode
		size float32
	}{{"dark", look.Dark, 1}, {"twice", look.Light, 2}, {"light", look.Light, 1}} {
		theme.Set(fyne.CurrentApp(), at.mode, at.size)
		v.redraw("")
		shelltest.Picture(t, c, name+"-"+at.name)
	}
}

// Money that is owed outright comes first, and the resident's answer has a key of
// its own wherever it stands.
func TestTheResidentsAnswerHasItsOwnKeyBesideThePayment(t *testing.T) {
	d := told(t)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	if next, ok := v.model.Next(); !ok || next.Deed != Pay {
		t.Fatalf("next is %+v", next)
	}
	pictured(t, c, v, "answer-key")
	press(c, "Alt+Y")
	if len(c.Overlays().List()) != 1 {
		t.Fatal("Alt+Y opens nothing")
	}
	press(c, "Tab", "Right", "Tab")
	keys.Type(c, "By telephone.")
	press(c, "Ctrl+Enter")
	if o := d.c.Offers[0]; o.Answer != casework.AcceptedAll || o.Said != "By telephone." {
		t.Fatalf("answered as %+v", o)
	}
	press(c, "Ctrl+Enter")
	if len(c.Overlays().List()) != 1 || len(d.c.Payments) != 0 {
		t.Error("the payment does not come next")
	}
}

// TestAnAnswerThatWasRecordedWronglyIsMended from the same key, and never as the
// next thing to do. Once all of it is paid the key says why not.
func TestAnAnswerThatWasRecordedWronglyIsMended(t *testing.T) {
	d := told(t)
	d.act(dan, casework.AnswerOffer{On: d.today, Answer: casework.AcceptedAll, Said: "By telephone."})
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	step, ok := v.model.step(Reply)
	if next, _ := v.model.Next(); !ok || !step.Quiet || step.Words != "Record another answer" || next.Deed != Pay {
		t.Fatalf("%+v, and next is %+v", step, next)
	}
	if got := v.model.replyHint(1); !strings.HasPrefix(got, "Recorded until now: accepted on 13 November 2026. History keeps both.") {
		t.Errorf("the form says %q", got)
	}
	pictured(t, c, v, "answered-all")
	press(c, "Alt+Y")
	pictured(t, c, v, "answer-again")
	press(c, "Tab", "Right", "Right", "Right", "Tab")
	keys.Type(c, "She had said no.")
	press(c, "Ctrl+Enter")
	if o := d.c.Offers[0]; o.Answer != casework.DeclinedAll || len(o.Accepted) != 0 || o.Said != "She had said no." {
		t.Fatalf("answered as %+v", o)
	}
	if owed := casework.Owed(d.c); len(owed) != 2 {
		t.Errorf("owed is %+v", owed)
	}

	d.act(dan, casework.AnswerOffer{On: d.today, Answer: casework.AcceptedAll})
	d.act(dan, casework.Pay{Lines: []int{1, 2, 3, 4, 5}, Sum: 59668, On: d.today, Method: casework.BankTransfer, Reference: "F-1"})
	v, c = d.shown(dan, Open{Case: 9}, look.Light)
	if step, ok := v.model.step(Reply); ok {
		t.Errorf("all of it is paid, and there is %+v", step)
	}
	if _, ok := v.model.Next(); ok {
		t.Error("something comes next")
	}
	press(c, "Alt+Y")
	if len(c.Overlays().List()) != 1 {
		t.Error("an answer that cannot be given says nothing")
	}
}

// Nobody waits for another answer once one was given, whatever it was.
func TestADeclinedOfferHasNoNextAction(t *testing.T) {
	d := told(t)
	d.act(dan, casework.Pay{Lines: []int{3, 4}, Sum: 6000, On: d.today, Method: casework.BankTransfer, Reference: "F-1"})
	d.act(dan, casework.AnswerOffer{On: d.today, Answer: casework.DeclinedAll})
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	if next, ok := v.model.Next(); ok || v.next != nil {
		t.Errorf("next is %+v", next)
	}
	press(c, "Alt+Y")
	if len(c.Overlays().List()) != 1 {
		t.Error("Alt+Y opens nothing")
	}
}

func TestAReplyStandsWithCtrlEnterOnceNothingIsOwed(t *testing.T) {
	d := told(t)
	d.act(dan, casework.Pay{Lines: []int{3, 4}, Sum: 6000, On: d.today, Method: casework.BankTransfer, Reference: "F-1"})
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	if next, ok := v.model.Next(); !ok || next.Deed != Reply || v.next == nil || v.next.Key != "Ctrl+Enter" {
		t.Fatalf("next is %+v", next)
	}
	for _, key := range []keys.Chord{"Ctrl+Enter", "Alt+Y"} {
		press(c, key)
		if len(c.Overlays().List()) != 1 {
			t.Errorf("%s opens nothing", key)
		}
		press(c, "Esc")
	}
}

// From the case file the form is open at once; where there is nothing to do it
// is not.
func TestTheScreenOpensWithTheFormItWasOpenedFor(t *testing.T) {
	for _, at := range []struct {
		d    *desk
		by   casework.Officer
		act  casework.ActName
		want int
	}{
		{told(t), dan, casework.ActAnswerOffer, 1}, {told(t), priya, casework.ActAnswerOffer, 1}, {told(t), dan, casework.ActPay, 1},
		{told(t), priya, casework.ActPay, 0}, // not for a front desk
		{told(t), dan, "", 0}, {offering(t), dan, casework.ActAnswerOffer, 0}, {offering(t), dan, casework.ActPay, 0},
	} {
		_, c := at.d.shown(at.by, Open{Case: 9, Act: at.act}, look.Light)
		if got := len(c.Overlays().List()); got != at.want {
			t.Errorf("%s for %q opens %d forms, want %d", at.by.Role, at.act, got, at.want)
		}
	}
}

func TestTheAnswersKeyDoesNothingWhereThereIsNoCase(t *testing.T) {
	_, c := maureen(t).shown(dan, Open{}, look.Light)
	press(c, "Alt+Y")
	if len(c.Overlays().List()) != 0 {
		t.Error("Alt+Y asks for an answer that is nobody's")
	}
}

// What is owed outright waits for no answer, and none is asked for.
func TestMoneyThatIsOwedOutrightAsksForNoAnswer(t *testing.T) {
	d := maureen(t)
	d.answered()
	d.act(dan, casework.OfferRedress{Input: missed})
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	all := d.model(dan).Stands()
	for _, s := range all {
		if strings.Contains(s.Words, "not answered") || len(s.Does) > 0 && s.Does[0].Deed == Reply {
			t.Errorf("an answer is asked for: %+v", s)
		}
	}
	if len(all) != 2 || all[0].Does[0].Deed != Pay || all[1].Title != "Told on 13 November 2026" {
		t.Errorf("%+v", all)
	}
}
