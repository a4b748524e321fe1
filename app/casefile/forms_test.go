package casefile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// richly opens the case with something of everything in a window.
func richly(t *testing.T, by casework.Officer, mode look.Mode) (*desk, *View, fyne.Canvas) {
	t.Helper()
	d := rich(t)
	v, c := showing(t, d, by, mode)
	return d, v, c
}

func showing(t *testing.T, d *desk, by casework.Officer, mode look.Mode) (*View, fyne.Canvas) {
	t.Helper()
	s := shelltest.Open(t, by, mode)
	var v *View
	c := shelltest.Show(s, "case", func() shell.Page {
		v = NewView(Deps{Shell: s, Register: d, By: by, Today: d.day, News: &news.Desk{}, ReadFile: os.ReadFile,
			Letter: func(_ int64, kind casework.LetterKind, _, _ int) { d.opened = string(kind) },
			PrintSlip: func(context.Context, int64, casework.LetterKind) (string, error) {
				d.opened = "slip"
				return "Printed.", nil
			},
			Complain:  func(_ int64, kind casework.LinkKind) { d.opened = "complain " + string(kind) },
			Redress:   func(_ int64, act casework.ActName) { d.opened = strings.TrimSpace("redress " + string(act)) },
			OpenClaim: func(int64) { d.opened = "claim" },
		}, Open{ID: 9})
		return v
	})
	return v, c
}

// sheetOf is the form that is open, or nil.
func sheetOf(c fyne.Canvas) fyne.CanvasObject {
	if top := c.Overlays().Top(); top != nil {
		return top
	}
	return nil
}

// heard says whether anything laid out in o tells a screen reader some words.
func heard(o fyne.CanvasObject, words string) bool {
	for _, part := range test.LaidOutObjects(o) {
		if a, ok := part.(interface{ AccessibilityLabel() string }); ok && strings.Contains(a.AccessibilityLabel(), words) {
			return true
		}
	}
	return false
}

// Every form opens, is sent as it stands, and either does its act or says under
// a field or in the summary what is wrong; what was typed stays.
func TestEveryFormKeepsWhatWasTypedWhenItIsRefused(t *testing.T) {
	_, v, c := richly(t, helen, look.Light)
	for at := range v.actions() {
		a := v.actions()[at]
		if a.act == "" {
			continue
		}
		version := v.model.Page.Case.Version
		a.do()
		if wrong := submitEmpty(v, c, version); wrong != "" {
			t.Errorf("%s: %s", a.words, wrong)
		}
		if v.model.Page.Case.Version != version {
			_, v, c = richly(t, helen, look.Light) // the act needs nothing typed, and was done
		}
	}
}

// submitEmpty types a word into the form that is open, sends it, and says what
// is not as it should be.
func submitEmpty(v *View, c fyne.Canvas, version int) string {
	o := sheetOf(c)
	if o == nil {
		if v.asking != nil {
			return "a form is asked and does not show"
		}
		return "" // no form: a letter, or done with one key
	}
	keys.Type(c, "zqx")
	typed := heard(o, "zqx")
	keys.Press(c, "Ctrl+Enter")
	if v.asking == nil {
		if v.model.Page.Case.Version == version {
			return "the form closed and nothing was done"
		}
		return ""
	}
	switch {
	case typed && !heard(sheetOf(c), "zqx"):
		return "what was typed is gone"
	case !heard(sheetOf(c), "to fix"):
		return "nothing says what is wrong"
	case v.model.Page.Case.Version != version:
		return "the form is open and the act was done"
	}
	keys.Press(c, "Esc")
	if sheetOf(c) != nil {
		return "Esc did not put the form away"
	}
	return ""
}

func TestOneKeyLogsAnEnquiryAndPrintsTheSlip(t *testing.T) {
	d, _, c := richly(t, priya, look.Light)
	keys.Press(c, "Alt+Q")
	if len(d.c.Enquiries) != 1 || d.c.Enquiries[0].Way != casework.Counter || d.opened != "slip" {
		t.Errorf("%+v, opened %q", d.c.Enquiries, d.opened)
	}
}

func TestAnEnquiryStaysLoggedWhenThePrinterFails(t *testing.T) {
	d, v, c := richly(t, priya, look.Light)
	v.deps.PrintSlip = func(context.Context, int64, casework.LetterKind) (string, error) {
		return "", errors.New("out of paper")
	}
	keys.Press(c, "Alt+Q")
	if len(d.c.Enquiries) != 1 {
		t.Error("the enquiry was lost with the slip")
	}
}

func TestTheClosingNoteIsCopiedWithOneKey(t *testing.T) {
	_, _, c := richly(t, priya, look.Light)
	keys.Press(c, "Alt+K")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "C-2026-0377-Q, complaint") {
		t.Errorf("copied %q", got)
	}
}

func TestMoreIsFoundByTypingAndPressedByEnter(t *testing.T) {
	d, v, c := richly(t, dan, look.Light)
	keys.Press(c, "Alt+M")
	keys.Type(c, "extend")
	keys.Press(c, "Enter")
	if v.asking == nil || v.asking.Row("days") == nil {
		t.Fatal("typing and Enter do not open the form of an extension")
	}
	keys.Type(c, "5")
	keys.Press(c, "Tab")
	keys.Type(c, "The surveyor comes on Friday.")
	keys.Press(c, "Ctrl+Enter")
	if s := d.c.Current(); len(s.Extensions) != 1 || !s.Extensions[0].Told.IsZero() || d.opened != string(casework.ExtensionNotice) {
		t.Errorf("%+v, opened %q", s.Extensions, d.opened)
	}
}

func TestMoreIsWalkedByArrowsPastTheTitles(t *testing.T) {
	_, v, c := richly(t, dan, look.Light)
	keys.Press(c, "Alt+M")
	keys.Type(c, "pause")
	keys.Press(c, "Down")
	keys.Press(c, "Up") // onto the title, and back
	keys.Press(c, "Enter")
	if v.asking != nil || !heard(sheetOf(c), "no pause") {
		t.Error("nothing says that the Code has no pause")
	}
}

// What is typed finds an act by the words people call it, and the one that is
// named so before the others of its group.
func TestMoreIsFoundByOtherWordsToo(t *testing.T) {
	for typed, want := range map[string]string{"phone": "Change contact details", "call": "Record a conversation", "evid": "Add evidence", "photo": "Add evidence"} {
		_, v, _ := richly(t, dan, look.Light)
		lines := v.lines(typed)
		if got := lines[firstOpen(lines)].words; !strings.HasPrefix(got, want) {
			t.Errorf("%q finds %q, not %q", typed, got, want)
		}
	}
}

// Words that are in no action say so, whichever row the cursor was on.
func TestMoreSaysThatNothingIsCalledSo(t *testing.T) {
	_, v, c := richly(t, dan, look.Light)
	keys.Press(c, "Alt+M")
	for _, text := range []string{"stage", "zz"} {
		keys.Type(c, text)
		keys.Press(c, "Down")
		keys.Press(c, "Down")
		if text == "stage" {
			keys.Press(c, "Shift+Tab")
		}
	}
	keys.Press(c, "Enter")
	if v.asking != nil || !heard(sheetOf(c), "Nothing that can be done") {
		t.Error("an empty list says nothing")
	}
}

func TestAServiceRequestBecomesAComplaintWithOneKey(t *testing.T) {
	d := rich(t)
	d.c = casework.Case{}
	d.act(priya, casework.Record{ID: 9, Reference: "S-2026-0012-A", Office: 1, Received: d.today, Channel: casework.Counter,
		Answer: casework.ServiceOnly, Story: "Wants a new tap.", Resident: casework.Person{Name: "Ewa Lis"}})
	_, c := showing(t, d, priya, look.Light)
	keys.Press(c, "Alt+B")
	if d.opened != "complain came from" {
		t.Errorf("opened %q", d.opened)
	}
}

func TestAnExclusionAsksItsOwnQuestions(t *testing.T) {
	_, v, _ := richly(t, dan, look.Light)
	f := field.NewForm()
	g := v.groundFields(f, v.model.Exclusions(false))
	for title, want := range map[string]string{
		"": "",
		"Legal action the resident has taken against us":       "claim filed court merits",
		"Legal action we are taking against the resident":      "filed court merits",
		"It happened more than 12 months ago":                  "happened aware discretion merits",
		"A report of anti-social behaviour":                    "evidence 1",
		"Already fully investigated under this policy":         "evidence 1 merits",
		"Disagreement with a decision that has its own appeal": "evidence 1 evidence 2",
	} {
		g.reason.Set(title)
		g.show(v.model.TellBy())
		var shown []string
		for _, name := range []string{"claim", "filed", "court", "happened", "aware", "evidence 1", "evidence 2", "evidence 3", "evidence 4", "discretion", "merits"} {
			if f.Row(name).Visible() {
				shown = append(shown, name)
			}
		}
		if got := strings.Join(shown, " "); got != want {
			t.Errorf("%q asks %q, want %q", title, got, want)
		}
	}
	g.reason.Set("It happened more than 12 months ago")
	g.show(v.model.TellBy())
	if got := g.tells.Text(); !strings.Contains(got, "refuses") || !strings.Contains(got, "whichever is later") || !strings.Contains(got, "Wednesday 4 November 2026") {
		t.Errorf("an old matter says %q", got)
	}
}

func TestADisrepairClaimIsRefusedUnderItsQuestion(t *testing.T) {
	d, v, c := richly(t, dan, look.Light)
	v.exclude()
	f := v.asking
	for _, step := range []struct{ field, text string }{{"point", "2"}, {"reason", "L"}} {
		f.Focus(step.field)
		keys.Type(c, step.text)
	}
	if !heard(sheetOf(c), "Legal action we are taking") {
		t.Fatal("typing a letter does not choose")
	}
	f.Focus("reason")
	keys.Type(c, "L")
	f.Focus("claim")
	keys.Press(c, "Right")
	keys.Press(c, "Right") // no, then yes
	for name, text := range map[string]string{"filed": "1 10 2026", "court": "K01DE123", "merits": "Looked at."} {
		f.Focus(name)
		keys.Type(c, text)
	}
	keys.Press(c, "Ctrl+Enter")
	if v.asking == nil || !strings.Contains(v.asking.Errors()["claim"], "stays a complaint") {
		t.Errorf("the point is %+v, the form says %v", d.c.Point(2).Excluded, v.asking)
	}
}

func TestEvidenceIsReadFromAFile(t *testing.T) {
	d, v, c := richly(t, priya, look.Light)
	path := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(path, []byte("The plumber came at nine."), 0o600); err != nil {
		t.Fatal(err)
	}
	keys.Press(c, "Alt+E")
	keys.Type(c, path+"x")
	keys.Press(c, "Ctrl+Enter")
	if got := v.asking.Errors()["file"]; !strings.Contains(got, "no such file") {
		t.Fatalf("a file that is not there: %q", got)
	}
	keys.Press(c, "Esc")
	keys.Press(c, "Alt+E")
	keys.Type(c, path)
	keys.Press(c, "Ctrl+Enter")
	if len(d.c.Evidence) != 1 || d.c.Evidence[0].Name != "note.txt" {
		t.Errorf("evidence %+v", d.c.Evidence)
	}
}
