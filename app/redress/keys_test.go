package redress

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
	"casebook/data/redress"
)

// heard says whether anything laid out tells a screen reader some words.
func heard(o fyne.CanvasObject, words string) bool {
	for _, part := range test.LaidOutObjects(o) {
		if a, ok := part.(interface{ AccessibilityLabel() string }); ok && strings.Contains(a.AccessibilityLabel(), words) {
			return true
		}
	}
	return false
}

func press(c fyne.Canvas, chords ...keys.Chord) {
	for _, k := range chords {
		keys.Press(c, k)
	}
}

// The whole way by keys: the carpet from nothing to the offer that is sent.
func TestALineIsAddedChangedAndRemovedByKeysAlone(t *testing.T) {
	d := maureen(t)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	press(c, "Ins", "Enter") // the first kind is a damaged item
	if v.editor == nil || v.editor.form.At(c.Focused()) != "replacement" {
		t.Fatalf("the cursor is in %q", v.editor.form.At(c.Focused()))
	}
	keys.Type(c, "420")
	press(c, "Tab")
	keys.Type(c, "3")
	press(c, "Tab", "Down", "Enter", "Tab") // the first life of the table is carpet's
	keys.Type(c, "g")                       // the condition that begins so
	if got := v.model.Ledger().Total(); got != 29400 {
		t.Fatalf("the ledger has %s while it is typed", got)
	}
	press(c, "Ctrl+S")
	if len(d.c.Redress) != 1 || d.c.Redress[0].Sum != 29400 || v.editor != nil {
		t.Fatalf("kept as %+v", d.c.Redress)
	}
	if c.Focused() != fyne.Focusable(v.openers[1]) {
		t.Errorf("the cursor is on %T", c.Focused())
	}
	press(c, "Enter")
	if v.editor == nil || v.editor.draft.Line != 1 {
		t.Fatal("Enter does not open the line")
	}
	press(c, "Esc")
	if v.editor != nil || c.Focused() != fyne.Focusable(v.openers[1]) {
		t.Fatal("Esc does not close it and go back to its card")
	}
	press(c, "Delete")
	if len(d.c.Redress) != 0 {
		t.Fatal("Del does not remove it")
	}
	press(c, "Ctrl+Z")
	if len(d.c.Redress) != 1 {
		t.Error("Undo does not bring it back")
	}
}

func TestAFaultIsSaidOnlyOnceTheOfficerTries(t *testing.T) {
	d := maureen(t)
	v, c := d.shown(dan, Open{Case: 9, Add: redress.Spent}, look.Light)
	keys.Type(c, "lots")
	press(c, "Tab", "Tab", "Tab")
	if wrong := v.editor.form.Errors(); len(wrong) > 0 {
		t.Fatalf("leaving a field says %v", wrong)
	}
	press(c, "Ctrl+S")
	wrong := v.editor.form.Errors()
	if wrong["sum"] == "" || wrong["reason"] == "" {
		t.Fatalf("trying says %v", wrong)
	}
	shelltest.Picture(t, c, "tried")
	v.editor.form.Focus("sum")
	for range 4 {
		press(c, "BackSpace")
	}
	keys.Type(c, "45")
	if now := v.editor.form.Errors(); now["sum"] != "" || now["reason"] == "" {
		t.Errorf("after mending the sum it says %v", now)
	}
	if len(d.c.Redress) != 0 {
		t.Error("something was kept")
	}
}

func TestALongFaultLeavesTheLedgerBesideTheLine(t *testing.T) {
	d := maureen(t)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	in := pipe
	in.Repair.Right = false
	draft := DraftOf(redress.Line{Input: in})
	v.model.drafts[0] = &draft
	v.open(0)
	least := v.editor.card.MinSize().Width
	press(c, "Ctrl+S")
	if v.editor == nil || v.editor.form.Errors()["right"] == "" {
		t.Fatal("a tenancy without the right was kept, or nothing is said")
	}
	if now := v.editor.card.MinSize().Width; now > least {
		t.Errorf("with the fault the line needs %v of width, %v without", now, least)
	}
	shelltest.Picture(t, c, "long-fault")
}

func TestTheOfferIsSentApprovedAnsweredAndPaidByKeys(t *testing.T) {
	d := losses(t)
	d.answered()
	_, c := d.shown(dan, Open{Case: 9}, look.Light)
	press(c, "Ctrl+Enter")
	if len(d.c.Offers) != 1 || d.c.Offers[0].SentTo != helen.ID {
		t.Fatalf("sent as %+v", d.c.Offers)
	}
	shelltest.Picture(t, c, "waiting")
	v, c := d.shown(helen, Open{Case: 9}, look.Light)
	shelltest.Picture(t, c, "approver")
	v.sendBack()
	keys.Type(c, "Ask for the receipt.")
	shelltest.Picture(t, c, "send-back")
	press(c, "Ctrl+Enter")
	_, c = d.shown(dan, Open{Case: 9}, look.Light)
	shelltest.Picture(t, c, "sent-back")
	press(c, "Ctrl+Enter")
	_, c = d.shown(helen, Open{Case: 9}, look.Light)
	press(c, "Ctrl+Enter")
	if o := d.c.Offers[0]; o.ApprovedBy != helen.ID || len(o.SentBack) != 1 {
		t.Fatalf("approved as %+v", o)
	}
	_, c = d.shown(dan, Open{Case: 9}, look.Light)
	shelltest.Picture(t, c, "approved")
	press(c, "Ctrl+Enter")
	if d.opened != casework.Response {
		t.Fatalf("the next letter is %q", d.opened)
	}
	d.act(dan, casework.SentElsewhere{Kind: casework.Response, On: d.today, How: casework.Posted, To: "Maureen Tilley"})
	v, c = d.shown(dan, Open{Case: 9}, look.Light)
	press(c, "Ctrl+Enter") // record the answer
	press(c, "Tab", "Right", "Right", "Tab")
	shelltest.Picture(t, c, "answer")
	press(c, "Space", "Tab", "Space") // the first two sums
	press(c, "Ctrl+Enter")
	if o := d.c.Offers[0]; o.Answer != casework.AcceptedPart || len(o.Accepted) != 2 {
		t.Fatalf("answered as %+v", o)
	}
	v.do(Step{Deed: Pay})
	shelltest.Picture(t, c, "pay")
	press(c, "Tab", "Tab", "Tab", "Tab", "Down", "Enter", "Tab")
	keys.Type(c, "F-881")
	press(c, "Ctrl+Enter")
	if len(d.c.Payments) != 1 || d.c.Payments[0].Sum != 31668 || d.c.Payments[0].Method != casework.BankTransfer {
		t.Fatalf("paid as %+v", d.c.Payments)
	}
	shelltest.Picture(t, c, "paid")
	press(c, "Home")
	v.open(1)
	if v.editor != nil || len(c.Overlays().List()) != 1 {
		t.Error("a line that was told opens for changing")
	}
	shelltest.Picture(t, c, "locked")
}

func TestTabVisitsEveryFieldOfEveryKindInOrder(t *testing.T) {
	d := losses(t)
	v, c := d.shown(dan, Open{Case: 9}, look.Light)
	for _, k := range kinds {
		v.addKind(k.Kind)
		first := c.Focused()
		stops := shelltest.Walk(c)
		at := 0
		for _, name := range v.editor.form.Names() {
			if !v.editor.form.Row(name).Visible() {
				continue
			}
			found := false
			for i, stop := range append([]fyne.Focusable{first}, stops...) {
				if stop == v.editor.form.Row(name).Focusable() && !found {
					found = true
					if i < at {
						t.Errorf("%s: Tab comes to %s before the field above it", k.Kind, name)
					}
					at = i
				}
			}
			if !found {
				t.Errorf("%s: Tab never comes to %s", k.Kind, name)
			}
		}
		v.model.Forget()
		v.redraw("")
	}
}

// The screen is left with what was typed, and says that it is in no ledger.
func TestWhatIsTypedIsLeftBehindWithAWordAndPutAwayWithAKey(t *testing.T) {
	d := losses(t)
	v, c := d.shown(dan, Open{Case: 9, Line: 1}, look.Light)
	if v.editor.asWas.Visible() {
		t.Error("a line that nobody typed into can be left as it was")
	}
	v.editor.form.Focus("replacement")
	keys.Type(c, "1")
	if !v.CanLeave() || len(c.Overlays().List()) != 0 || !v.model.Typing() {
		t.Fatal("leaving asks, or what was typed is gone")
	}
	pictured(t, c, v, "leave")
	press(c, "Esc") // the line closes, typed
	if v.editor != nil || !heard(v.whole, "Landing carpet") {
		t.Error("the line does not close")
	}
	press(c, "Enter")
	look.Focus(v.editor.asWas)
	press(c, "Space")
	if v.model.Typing() || v.editor != nil || c.Focused() != fyne.Focusable(v.openers[1]) {
		t.Error("the change is not put away")
	}
	press(c, "Ctrl+Z")
	if !v.model.Typing() || v.editor == nil {
		t.Error("Undo does not bring the change back")
	}
}

func TestTheFrontDeskReadsTheLedgerAndChangesNothing(t *testing.T) {
	d := losses(t)
	v, c := d.shown(priya, Open{Case: 9}, look.Light)
	if !v.add.IsShut() || v.next != nil {
		t.Error("a front desk may add or send")
	}
	press(c, "Enter")
	if v.editor != nil {
		t.Error("a front desk changes a line")
	}
	shelltest.Picture(t, c, "front-desk")
}

func TestWhatWouldItBeForEveryRole(t *testing.T) {
	d := maureen(t)
	for _, by := range []casework.Officer{priya, dan, helen} {
		v, c := d.shown(by, Open{Add: redress.Damaged}, look.Light)
		if v.editor == nil {
			t.Fatalf("%s cannot work a sum out", by.Role)
		}
		keys.Type(c, "420")
		press(c, "Tab")
		keys.Type(c, "3")
		press(c, "Tab", "Down", "Enter", "Tab")
		keys.Type(c, "g")
		shelltest.Picture(t, c, "alone-typing")
		press(c, "Ctrl+Enter")
		if v.model.loose.Total() != 29400 {
			t.Errorf("%s: the sum is %s", by.Role, v.model.loose.Total())
		}
		press(c, "Delete")
		if len(v.model.loose) != 0 {
			t.Errorf("%s: Del does not remove", by.Role)
		}
		press(c, "Ctrl+Z")
		if len(v.model.loose) != 1 || !v.CanLeave() {
			t.Errorf("%s: Undo does not bring it back", by.Role)
		}
		shelltest.Picture(t, c, "alone")
	}
}
