package casefile

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// shown opens the case file in a window without a screen.
func shown(t *testing.T, by casework.Officer, mode look.Mode) (*desk, *View, fyne.Canvas) {
	return shownAt(t, by, mode, Open{ID: 9})
}

func shownAt(t *testing.T, by casework.Officer, mode look.Mode, start Open) (*desk, *View, fyne.Canvas) {
	t.Helper()
	s := shelltest.Open(t, by, mode)
	d, _ := open(t, by)
	var v *View
	c := shelltest.Show(s, "case", func() shell.Page {
		v = NewView(Deps{
			Shell: s, Register: d, By: by, Today: d.day, News: &news.Desk{},
			Letter:   func(_ int64, kind casework.LetterKind, _, _ int) { d.opened = string(kind) },
			PrintWhy: func(context.Context, casework.Case, Why) (string, error) { return "Handed to the printer.", nil },
		}, start)
		return v
	})
	return d, v, c
}

func TestTheNextActionAnswersThePoint(t *testing.T) {
	d, v, c := shown(t, dan, look.Light)
	shelltest.Picture(t, c, "case")
	keys.Press(c, "Ctrl+Enter")
	keys.Press(c, "Right") // the finding has the focus: upheld, then not upheld
	keys.Press(c, "Tab")
	keys.Type(c, "Both visits were kept.")
	shelltest.Picture(t, c, "case-answer")
	keys.Press(c, "Ctrl+Enter")
	if p := d.c.Point(2); p.Finding == "" || p.Reasons != "Both visits were kept." {
		t.Fatalf("point 2 is %+v", p)
	}
	if got := v.model.Page.Status.Next.Label; got != "Write the response" {
		t.Errorf("the next action is %q", got)
	}
	keys.Press(c, "Ctrl+Enter")
	if d.opened != string(casework.Response) {
		t.Errorf("the next action opened %q", d.opened)
	}
	if v.next == nil || !strings.Contains(v.next.Words(), "Write the response") {
		t.Error("the button does not say the next action")
	}
}

func TestARefusalStandsUnderItsFieldAndKeepsWhatWasTyped(t *testing.T) {
	d, _, c := shown(t, dan, look.Light)
	keys.Press(c, "Alt+P")
	keys.Type(c, "Service the boiler")
	keys.Press(c, "Ctrl+Enter")
	shelltest.Picture(t, c, "case-refused")
	if len(d.c.Promises) != 0 {
		t.Fatal("a promise without owner and day was kept")
	}
	keys.Press(c, "Esc")
	if len(c.Overlays().List()) != 0 {
		t.Error("Esc did not put the form away")
	}
}

func TestWhyThisDateOpensAndGivesTheFocusBack(t *testing.T) {
	_, v, c := shown(t, dan, look.Light)
	before := c.Focused()
	keys.Press(c, "F4")
	shelltest.Picture(t, c, "case-why")
	if len(c.Overlays().List()) != 1 {
		t.Fatal("F4 opened nothing")
	}
	keys.Press(c, "Esc")
	if c.Focused() != before || before != fyne.Focusable(v.next) {
		t.Errorf("the focus is on %T, it was on %T", c.Focused(), before)
	}
}

func TestTabVisitsTheCaseInOrder(t *testing.T) {
	_, v, c := shown(t, dan, look.Dark)
	shelltest.Picture(t, c, "case-dark")
	seen := map[fyne.Focusable]bool{}
	stops := 0
	for range 60 {
		keys.Press(c, "Tab")
		if f := c.Focused(); f != nil && !seen[f] {
			seen[f] = true
			stops++
		}
	}
	if !seen[v.points] || !seen[v.next] {
		t.Error("Tab does not reach the points or the next action")
	}
	if stops < 12 || stops > 40 {
		t.Errorf("Tab visits %d places", stops)
	}
}

func TestAFrontDeskSeesWhatItMayNotDo(t *testing.T) {
	_, v, c := shown(t, priya, look.Light)
	if !v.next.IsShut() {
		t.Error("a front desk may press the answer")
	}
	keys.Press(c, "Alt+N")
	keys.Type(c, "Asked for progress.")
	keys.Press(c, "Ctrl+Enter")
	if n := v.model.Page.Case.Notes; len(n) != 1 || n[0].Text != "Asked for progress." {
		t.Errorf("the notes are %v", n)
	}
}

func TestTheCaseOpensAtWhatHasToBeMended(t *testing.T) {
	d, _, c := shownAt(t, dan, look.Light, Open{ID: 9, Act: casework.ActAnswer, Point: 2})
	if len(c.Overlays().List()) != 1 {
		t.Fatal("the form of point 2 is not open")
	}
	keys.Press(c, "Right")
	keys.Press(c, "Tab")
	keys.Type(c, "They were kept.")
	keys.Press(c, "Ctrl+Enter")
	if d.c.Point(2).Reasons != "They were kept." || len(c.Overlays().List()) != 0 {
		t.Errorf("point 2 is %+v", d.c.Point(2))
	}
}
