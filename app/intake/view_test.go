package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// window is the screen in a window, driven by keys alone.
type window struct {
	*office
	m      *Model
	v      *View
	canvas fyne.Canvas
	shell  *shell.Shell
	keys   int // pressed so far; letters of text are not counted
}

func (o *office) window(by casework.Officer) *window {
	o.t.Helper()
	app := test.NewTempApp(o.t)
	theme := look.NewTheme()
	app.Settings().SetTheme(theme)
	w := app.NewWindow("")
	o.t.Cleanup(func() { keys.Detach(w.Canvas()); w.Close() })
	m := o.modelOn(by, task.Inline())
	s := shell.New(shell.Config{Window: w, Tasks: task.Inline(), Theme: theme, Items: shell.ItemsFor("today", "new", "cases", "help")})
	v := NewView(m, s)
	s.Register("new", v.Page)
	s.Register("today", func(any) shell.Page { return elsewhere{} })
	s.Go(shell.Route{Screen: "today"})
	w.Resize(fyne.NewSize(1366, 741))
	return &window{office: o, m: m, v: v, canvas: w.Canvas(), shell: s}
}

// elsewhere is any other screen.
type elsewhere struct{}

func (elsewhere) Object() fyne.CanvasObject {
	return look.NewTxt("Elsewhere", look.SizeBody, look.Text, false)
}

func (w *window) press(chords ...keys.Chord) {
	for _, c := range chords {
		w.keys++
		keys.Press(w.canvas, c)
	}
}

func (w *window) text(words string) { keys.Type(w.canvas, words) }

// at is the name of the field that has the focus.
func (w *window) at() string {
	focused := w.canvas.Focused()
	if focused == nil {
		return "nothing"
	}
	for name := range fieldNames(w.v.asking.fields) {
		row := w.v.asking.fields.form.Row(name)
		if row.Focusable() == focused {
			return name
		}
	}
	switch f := focused.(type) {
	case *look.Button:
		return f.Words()
	case *look.Link:
		return f.Words
	case *look.Toggle:
		return f.Words
	case *look.List:
		return "list"
	}
	return fmt.Sprintf("%T", focused)
}

func fieldNames(f *fields) map[string]bool {
	names := map[string]bool{Kind: true, Promise: true, Injury: true, "behalf": true, Nameless: true, RepWrite: true, Grievance: true, Channel: true, Handler: true, Adjustments: true,
		Reply: true, Choice: true, choiceOfTwo: true}
	for name := range f.texts {
		names[name] = true
	}
	return names
}

func (w *window) mustBeAt(name string) {
	w.t.Helper()
	if got := w.at(); got != name {
		w.t.Fatalf("after %d keys the cursor is at %q, want %q", w.keys, got, name)
	}
}

func TestTabVisitsTheFieldsInTheOrderOfTheConversation(t *testing.T) {
	w := newOffice(t).window(priya)
	w.block()
	w.press("Ctrl+N")
	choose(t, w.m, Name, "adeyemi")
	w.m.SetBehalf(true)
	w.m.SetNeed(casework.OtherNeed, true)
	want := []string{
		Name, Phone, Email, RepName, RepRelation, RepPhone, RepEmail, RepAddress, RepPaper, RepGiven, RepUntil, RepScope, RepWrite, Address, Postcode, Story, Happened, Before,
		Wanted, Subject, Adjustments, "Large print", "Interpreter", "Extra time", "Other", "None", NeedNote,
		Reply, DoNot, Grievance, Choice, "list", "Same, add to it", "Link", "Not the same", "Blank form", "Discard", "Park", "Read back and record",
	}
	for i, name := range want {
		if w.at() != name {
			t.Fatalf("stop %d is %q, want %q", i+1, w.at(), name)
		}
		w.press("Tab")
	}
	w.v.asking.fields.form.Focus(Name)
	for _, name := range []string{Nameless, "behalf", "Others complain too", "Complaint or request", "At the counter, received today"} {
		w.press("Shift+Tab")
		w.mustBeAt(name)
	}
}

func TestEveryStopOfTheFormIsLeftByTabAndByShiftTab(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N", "F2")
	var there []fyne.Focusable
	for range 40 {
		there = append(there, w.canvas.Focused())
		w.press("Tab")
		if w.canvas.Focused() == there[len(there)-1] {
			t.Fatalf("Tab does not leave %s", w.at())
		}
	}
	for i := len(there) - 1; i > 0; i-- {
		w.press("Shift+Tab")
		if w.canvas.Focused() != there[i] {
			t.Fatalf("Shift+Tab comes to %s on the way back", w.at())
		}
	}
}

func TestAFailedReadBackTakesTheFocusToTheSummaryAndItsLinesToTheirFields(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.text("Tomasz Wolny")
	w.m.Type(Received, "tomorrow")
	w.press("Ctrl+S")
	if link, ok := w.canvas.Focused().(*look.Link); !ok || !strings.Contains(link.Words, "after today") {
		t.Fatalf("the focus is at %s", w.at())
	}
	w.press("Enter")
	w.mustBeAt(Received)
	if !w.v.asking.cameCard.Visible() {
		t.Error("the field with the error is folded away")
	}
	row := w.v.asking.fields.form.Row(Received)
	if !strings.Contains(row.Message(), "after today") {
		t.Errorf("under the field stands %q", row.Message())
	}
	w.m.Type(Received, "today")
	if strings.Contains(row.Message(), "after today") {
		t.Error("the error stands after it was put right")
	}
	if w.m.Text(Name) != "Tomasz Wolny" {
		t.Errorf("the name is %q", w.m.Text(Name))
	}
}

func TestWhatIsUnlikelyIsAnsweredWithTheSameKey(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.m.Type(Story, "The light is out.")
	w.m.SetAnswer(casework.ServiceOnly)
	w.press("Ctrl+S")
	w.mustBeAt("Yes, it is right")
	w.press("Ctrl+S")
	w.mustBeAt("Record service request and print receipt")
}

func TestChangeGoesToItsFieldAndCtrlSBackAgain(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	choose(t, w.m, Name, "adeyemi")
	w.m.Type(Story, "Nobody came.")
	w.m.SetAnswer(casework.Complain)
	w.press("Ctrl+S", "Shift+Tab", "Shift+Tab")
	for range 20 { // back to the Change of the third section
		if w.at() == "Change" {
			break
		}
		w.press("Shift+Tab")
	}
	w.mustBeAt("Change")
	w.press("Space")
	w.mustBeAt(Channel)
	w.press("Ctrl+S")
	w.mustBeAt("Record complaint and print receipt")
	w.press("Esc")
	if w.m.Page() != Asking {
		t.Errorf("Esc leads to page %d", w.m.Page())
	}
}

func TestEscKeepsWhatWasTypedInALookUp(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.text("adeyemi")
	w.press("Esc")
	w.mustBeAt(Name)
	if w.m.Text(Name) != "adeyemi" || len(w.went) != 0 || w.m.KnownLine() != "" {
		t.Errorf("left with %q, to %v", w.m.Text(Name), w.went)
	}
	w.press("Esc")
	if !slices.Equal(w.went, []string{"back"}) || len(w.drafts) != 1 {
		t.Errorf("a second Esc went to %v with %d drafts", w.went, len(w.drafts))
	}
}

func TestTheOptionCardsFollowTheWords(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	f := w.v.asking.fields
	if !f.three.Visible() || f.two.Visible() {
		t.Fatal("the service-only card is not offered for a first report")
	}
	f.form.Focus(Choice)
	w.press("Down", "Down", "Down")
	if w.m.Answer() != casework.ServiceOnly {
		t.Errorf("the third card is %q", w.m.Answer())
	}
	f.form.Focus(Story)
	w.text("Nobody came.")
	if !f.three.Visible() || w.m.Answer() != casework.ServiceOnly || !strings.Contains(f.grievance.Message(), "“nobody came”") {
		t.Errorf("words decide: %q, and the question says %q", w.m.Answer(), f.grievance.Message())
	}
	f.form.Focus(Grievance)
	w.press("Space", "Down", "Down", "Enter")
	if w.m.Grievance() != casework.Delay {
		t.Fatalf("the grievance is %q", w.m.Grievance())
	}
	if f.three.Visible() || !f.two.Visible() || f.two.Place() != -1 {
		t.Errorf("the cards stay, with %q", w.m.Answer())
	}
}

func TestMatchesAreReachedAndOpenedByKeys(t *testing.T) {
	o := newOffice(t)
	o.block()
	w := o.window(priya)
	w.press("Ctrl+N")
	w.text("adeyemi")
	w.press("Down", "Enter", "F6")
	w.mustBeAt("list")
	if len(w.v.asking.side.matches) != 2 {
		t.Errorf("F6 shows %d matches", len(w.v.asking.side.matches))
	}
	w.press("Enter")
	if !slices.Equal(w.went, []string{"case 11"}) || len(w.drafts) != 1 {
		t.Errorf("went to %v with %d drafts", w.went, len(w.drafts))
	}
}

func TestKeysPrintTheBlankFormAndTheSlipAgain(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N", "Ctrl+P")
	if w.forms != 1 {
		t.Errorf("%d blank forms", w.forms)
	}
	choose(t, w.m, Name, "adeyemi")
	w.m.Type(Story, "Nobody came.")
	w.m.SetAnswer(casework.NotToday)
	w.press("Ctrl+S", "Ctrl+S")
	w.mustBeAt("Another contact")
	w.press("Ctrl+P")
	if len(w.slips) != 2 || len(w.receipts) != 0 {
		t.Errorf("%d slips and %d receipts", len(w.slips), len(w.receipts))
	}
	w.press("Ctrl+N")
	w.mustBeAt(Name)
	if w.m.Text(Name) != "" {
		t.Errorf("the next contact starts with %q", w.m.Text(Name))
	}
}

func TestGoingToTheScreenAgainAfterARecordStartsTheNextContact(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	choose(t, w.m, Name, "adeyemi")
	w.m.Type(Story, "Nobody came.")
	w.m.SetAnswer(casework.Complain)
	w.press("Ctrl+S", "Ctrl+S", "Ctrl+1", "Ctrl+N")
	w.mustBeAt(Name)
	if w.m.Page() != Asking || w.m.Text(Name) != "" {
		t.Errorf("page %d with %q", w.m.Page(), w.m.Text(Name))
	}
}

func TestALongStoryIsTypedAndReadBackWhole(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	long := strings.TrimSpace(strings.Repeat("Nobody came, again. ", 500))
	choose(t, w.m, Name, "adeyemi")
	w.m.Type(Story, long)
	w.m.SetAnswer(casework.Complain)
	w.press("Ctrl+S", "Ctrl+S")
	if len(w.cases) != 1 || w.cases[0].Story != long {
		t.Errorf("%d are recorded", len(w.cases))
	}
}

func TestTheDatesAreExplainedDayByDay(t *testing.T) {
	o := newOffice(t)
	o.today = calendar.On(2026, 12, 18)
	w := o.window(priya)
	w.press("Ctrl+N")
	why, ok := w.m.Why()
	if !ok {
		t.Fatal("there is no account")
	}
	got := map[string]string{}
	for _, week := range why.Weeks {
		for _, d := range week.Days {
			got[d.Date.String()] = d.Words
		}
	}
	for date, want := range map[string]string{
		"2026-12-18": "Day 0", "2026-12-19": "", "2026-12-21": "1", "2026-12-24": "4", "2026-12-25": "Christmas",
		"2026-12-29": "Ackn. 5", "2026-12-30": "1", "2027-01-01": "New Year", "2027-01-13": "Due 10",
	} {
		if got[date] != want {
			t.Errorf("%s says %q, want %q", date, got[date], want)
		}
	}
	if len(why.Sums) != 3 || !strings.Contains(why.Sums[0], "5 working days after Friday 18 December 2026") {
		t.Errorf("the sums are %q", why.Sums)
	}
	w.press("F4")
	if w.canvas.Overlays().Top() == nil {
		t.Fatal("F4 opens nothing")
	}
	w.press("Esc")
	if w.canvas.Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
	w.mustBeAt(Name)
	w.m.SetAnswer(casework.ServiceOnly)
	if _, ok := w.m.Why(); ok {
		t.Error("a service request has dates to explain")
	}
}
