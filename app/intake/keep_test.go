package intake

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/app/drafts"
	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
)

func TestTheDraftIsKeptWithinASecondOfTheLastKey(t *testing.T) {
	o := newOffice(t)
	hand := task.ByHand()
	m := o.modelOn(priya, hand.Runner)
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	for _, r := range "Tomasz Wolny" {
		m.Type(Name, m.Text(Name)+string(r))
	}
	if !m.Dirty() {
		t.Error("nothing is said to be unkept")
	}
	hand.Pass(999 * time.Millisecond)
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	if len(o.drafts) != 1 || m.Dirty() {
		t.Fatalf("%d drafts are kept, dirty is %v", len(o.drafts), m.Dirty())
	}
	for _, d := range o.drafts {
		f, err := decode(d.Body)
		if err != nil || f.Text[Name] != "Tomasz Wolny" || d.Title != "TW" || d.Parked {
			t.Errorf("kept is %q as %q, parked %v: %v", f.Text[Name], d.Title, d.Parked, err)
		}
	}
}

func TestTypingWithoutAPauseIsKeptAllTheSame(t *testing.T) {
	o := newOffice(t)
	hand := task.ByHand()
	m := o.modelOn(priya, hand.Runner)
	for range 20 {
		o.now = o.now.Add(100 * time.Millisecond)
		hand.Pass(100 * time.Millisecond)
		m.Type(Story, m.Text(Story)+"x")
		for hand.Waiting() > 0 {
			hand.Step(0)
		}
	}
	for _, d := range o.drafts {
		if f, _ := decode(d.Body); len(f.Text[Story]) > 10 {
			return
		}
	}
	t.Errorf("after two seconds of typing %d drafts hold too little", len(o.drafts))
}

func TestASlowDiskNeverPutsAnOlderTextOverANewerOne(t *testing.T) {
	o := newOffice(t)
	hand := task.ByHand()
	m := o.modelOn(priya, hand.Runner)
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	m.Type(Story, "old")
	m.Keep() // waits in the queue
	m.Type(Story, "new")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	for _, d := range o.drafts {
		if f, _ := decode(d.Body); f.Text[Story] != "new" {
			t.Errorf("kept is %q", f.Text[Story])
		}
	}
}

func TestAFullDiskKeepsTheTypingOnScreenAndSaysSo(t *testing.T) {
	o := newOffice(t)
	o.full = errFull
	hand := task.ByHand()
	m := o.modelOn(priya, hand.Runner)
	var told error
	m.deps.News.Kept.Subscribe(func(k news.Kept) { told = k.Trouble })
	m.Type(Story, "Nobody came.")
	m.Keep()
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	if told == nil {
		t.Error("the other screens do not hear of it")
	}
	line, bad := m.KeptLine()
	if !bad || !strings.Contains(line, "disk is full") || m.Text(Story) != "Nobody came." || !m.Dirty() {
		t.Errorf("it says %q, %v; the story is %q", line, bad, m.Text(Story))
	}
	if m.Close() == nil {
		t.Error("closing says nothing of it")
	}
	o.full = nil
	hand.Pass(drafts.TryAgain)
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	if line, bad := m.KeptLine(); bad || len(o.drafts) != 1 {
		t.Errorf("with room again it says %q and %d drafts are kept", line, len(o.drafts))
	}
	if told != nil {
		t.Errorf("the other screens still hear of %v", told)
	}
}

func TestADraftComesBackAfterACrash(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.Type(Name, "Tomasz Wolny")
	m.Park()
	o.now = o.now.Add(time.Minute)
	m.Type(Name, "Aneta Kowalska")
	m.Type(Story, "Damp in the back bedroom.")
	again := o.model(priya) // nothing was closed
	if again.Text(Story) != "Damp in the back bedroom." || len(again.Parked()) != 1 || again.Parked()[0].Initials != "TW" {
		t.Errorf("on screen is %q, parked are %v", again.Text(Story), again.Parked())
	}
}

func TestParkingAndBringingBack(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	if m.Park() {
		t.Error("an empty form was parked")
	}
	m.Type(Name, "Tomasz Wolny")
	o.now = o.now.Add(12 * time.Minute)
	if !m.Park() || m.Text(Name) != "" {
		t.Fatalf("the form still holds %q", m.Text(Name))
	}
	if got := m.Parked(); len(got) != 1 || got[0].Initials != "TW" || got[0].Age != "12 minutes" || got[0].Key != "Alt+1" {
		t.Errorf("the strip is %+v", got)
	}
	m.Type(Story, "Parking.")
	if got := m.Bring(2); got {
		t.Error("a draft that is not there was brought back")
	}
	if !m.Bring(1) || m.Text(Name) != "Tomasz Wolny" {
		t.Fatalf("brought back is %q", m.Text(Name))
	}
	if got := m.Parked(); len(got) != 1 || got[0].Initials != "No name yet" {
		t.Errorf("the strip is %+v", got)
	}
	if !m.Bring(1) || m.Text(Story) != "Parking." {
		t.Errorf("brought back is %q", m.Text(Story))
	}
	for _, d := range o.drafts {
		if strings.Contains(d.Title, "Tomasz") {
			t.Errorf("the strip would show the name: %q", d.Title)
		}
	}
}

func TestADiscardedDraftComesBackWithUndo(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	if m.Discard() != nil {
		t.Error("an empty form can be discarded")
	}
	m.Type(Story, "Parking.")
	undo := m.Discard()
	if undo == nil || len(o.drafts) != 0 || m.Text(Story) != "" {
		t.Fatalf("%d drafts are left, and %q", len(o.drafts), m.Text(Story))
	}
	m.Type(Name, "Tomasz Wolny")
	undo()
	if m.Text(Story) != "Parking." || len(o.drafts) != 2 || len(m.Parked()) != 1 {
		t.Errorf("back is %q with %d drafts", m.Text(Story), len(o.drafts))
	}
}

func TestADraftThatIsEmptiedIsForgotten(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	m.Type(Story, "x")
	m.Type(Story, "")
	if len(o.drafts) != 0 {
		t.Errorf("%d drafts are kept", len(o.drafts))
	}
}

func TestRecordingDropsTheDraftAndPrintsTheReceipt(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	record(t, m)
	if len(o.cases) != 1 || len(o.drafts) != 0 || !slices.Equal(o.receipts, []casework.Reference{m.Done().Reference}) {
		t.Errorf("%d cases, %d drafts, receipts %v", len(o.cases), len(o.drafts), o.receipts)
	}
	c := m.Done()
	if c.Received != o.today || c.Channel != casework.Counter || c.Choice.By != priya.ID || c.Kind != casework.Complaint {
		t.Errorf("recorded is %+v", c)
	}
	m.Acknowledge()
	m.OpenDone()
	if !slices.Equal(o.went, []string{"acknowledgement of case 1", "case 1"}) {
		t.Errorf("went to %v", o.went)
	}
	if !m.Another() || m.Page() != Asking || m.Text(Name) != "" || m.Answer() != "" {
		t.Errorf("the next contact starts with %q", m.Text(Name))
	}
}

func TestACrashBetweenTheTwoFilesRecordsNothingTwice(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.Keep()
	left := map[string]struct{}{}
	for id := range o.drafts {
		left[id] = struct{}{}
	}
	kept := o.drafts[m.draft.ID]
	record(t, m)
	o.drafts[kept.ID] = kept // the program stopped before the draft went
	again := o.model(priya)
	record(t, again)
	if len(o.cases) != 1 || again.Done().ID != m.Done().ID || len(o.drafts) != 0 {
		t.Errorf("%d cases, %d drafts; the second is %d", len(o.cases), len(o.drafts), again.Done().ID)
	}
}

func TestAPrinterWithoutPaperUndoesNothing(t *testing.T) {
	o := newOffice(t)
	o.jam = errors.New("the printer has no paper")
	m := o.filled(priya)
	record(t, m)
	if !strings.Contains(m.PaperNote(), "no paper") || len(o.cases) != 1 {
		t.Errorf("it says %q, with %d cases", m.PaperNote(), len(o.cases))
	}
	o.jam = nil
	m.PrintReceipt()
	if len(o.receipts) != 1 || strings.Contains(m.PaperNote(), "not printed") {
		t.Errorf("again it says %q", m.PaperNote())
	}
}

func TestARegisterThatDoesNotAnswerLosesNothing(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.ReadBack()
	o.refuse = errors.New("the register's server does not answer")
	m.Record()
	if m.Page() != ReadBack || !strings.Contains(m.Trouble(), "kept on this computer") || len(o.drafts) != 1 {
		t.Errorf("on page %d it says %q, with %d drafts", m.Page(), m.Trouble(), len(o.drafts))
	}
	o.refuse = &casework.Refusal{Code: "future", Field: Received, Reason: "Enter the day we were told"}
	m.Record()
	if m.Page() != Asking || m.Wrong()[Received] == "" {
		t.Errorf("a refusal with a field leaves page %d and %v", m.Page(), m.Wrong())
	}
	o.refuse = nil
	record(t, m)
}

func TestTheReadBackSaysAllThatWillBeRecorded(t *testing.T) {
	o := newOffice(t)
	m := o.filled(dan)
	m.SetBehalf(true)
	m.Type(RepName, "Ayo Adeyemi")
	m.SetNeed(casework.Interpreter, true)
	m.Type(NeedNote, "Yoruba")
	m.Type(Subject, "heat")
	if !m.ReadBack() {
		t.Fatal(m.Wrong(), m.Doubts())
	}
	all := ""
	for _, p := range m.Parts() {
		all += "\n" + p.Title
		for _, l := range p.Lines {
			all += "\n" + l.Label + ": " + l.Value
		}
	}
	for _, want := range []string{
		"Full name: Grace Adeyemi", "Phone: 07700 900142", "Spoken for by: Ayo Adeyemi", "Their authority: " + NotProvided,
		"Address: 31 Harebell Court, Derby DE24 7LN", "In their words: Heating", "It started: " + NotProvided,
		"It is about: Heating and hot water", "Adjustments: Interpreter (Yoruba)", "Reply by: Ring, then letter",
		"Treat it as a complaint?: Yes, start stage 1 today", "Came: At the counter",
		"Received: Friday 13 November 2026 – today", "Handled by: Dan Okafor",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not read back in %s", want, all)
		}
	}
	if m.RecordWords() != "Record complaint and print receipt" {
		t.Errorf("the button says %q", m.RecordWords())
	}
}

func TestEscapeLeavesAndTheDraftStays(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.ReadBack()
	m.Leave()
	if m.Page() != Asking || len(o.went) != 0 {
		t.Errorf("from the read-back it went to %v", o.went)
	}
	m.Leave()
	if !slices.Equal(o.went, []string{"back"}) || len(o.drafts) != 1 {
		t.Errorf("went to %v with %d drafts", o.went, len(o.drafts))
	}
}

func TestAgesAndInitials(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "1 second", 40 * time.Second: "40 seconds", time.Minute: "1 minute", 34 * time.Minute: "34 minutes",
		2 * time.Hour: "2 hours", 50 * time.Hour: "2 days",
	} {
		if got := age(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
	for name, want := range map[string]string{
		"Grace Adeyemi": "GA", "maría josé o'brien": "MO", "Łukasz": "Ł", "": "", "=HYPERLINK(1)": "H", "佐藤 さくら": "佐さ",
	} {
		if got := initials(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestTheStripIsNeverReplacedByAnOlderOneFromTheDisk(t *testing.T) {
	o := newOffice(t)
	hand := task.ByHand()
	m := o.modelOn(priya, hand.Runner)
	for hand.Waiting() > 0 {
		hand.Step(0)
	}
	m.Type(Name, "Tomasz Wolny")
	m.Park() // its write waits
	m.Start()
	hand.Step(hand.Waiting() - 1) // the reading of the disk comes first
	if len(m.Parked()) != 1 {
		t.Errorf("the strip is %v", m.Parked())
	}
}

func TestWithoutAnAnswerFromTheRegisterTheTypingGoesOn(t *testing.T) {
	o := newOffice(t)
	o.silent = errors.New("the register's server does not answer")
	m := o.model(priya)
	m.Type(Name, "Tomasz Wolny")
	m.Type(Story, "Nobody came.")
	m.Type(Phone, "01632 960001")
	m.SetAnswer(casework.Complain)
	if m.ReadBack() || !strings.Contains(m.Trouble(), "kept on this computer") && !strings.Contains(m.Trouble(), "does not answer") {
		t.Errorf("it says %q", m.Trouble())
	}
	if len(o.drafts) != 1 {
		t.Errorf("%d drafts are kept", len(o.drafts))
	}
	o.silent = nil
	m.ReadBack() // asks the register again
	record(t, m)
}

func TestTheLineSaysWhenTheDraftWasKept(t *testing.T) {
	o := newOffice(t)
	m := o.model(priya)
	if line, _ := m.KeptLine(); line != "Nothing typed yet" {
		t.Errorf("a blank form says %q", line)
	}
	m.Type(Story, "x")
	for _, c := range []struct {
		after time.Duration
		want  string
	}{
		{0, "Draft kept, just now"}, {time.Second, "Draft kept, 1 second ago"}, {8 * time.Second, "Draft kept, 9 seconds ago"},
		{20 * time.Second, "Draft kept, less than a minute ago"}, {time.Minute, "Draft kept, 1 minute ago"},
	} {
		o.now = o.now.Add(c.after)
		if line, bad := m.KeptLine(); line != c.want || bad {
			t.Errorf("%v later it says %q, want %q", c.after, line, c.want)
		}
	}
}
