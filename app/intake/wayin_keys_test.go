package intake

import (
	"slices"
	"strings"
	"testing"

	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

func TestAGroupIsTypedByKeysAlone(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	if w.v.asking.others.shown() {
		t.Error("the group is unfolded before it is asked for")
	}
	w.press("Alt+G")
	w.mustBeAt(MemberName)
	w.text("Tomasz Wolny")
	w.press("Tab")
	w.mustBeAt(MemberPlace)
	w.text("4 Larkspur Way, Derby DE24 7QH")
	w.press("Alt+P")
	w.mustBeAt(MemberName)
	w.text("adeyemi")
	w.press("Down", "Enter")
	w.mustBeAt(MemberPlace)
	w.press("Alt+P")
	if got := w.m.Group(); len(got) != 2 || got[1].Bold != "Grace Adeyemi" || w.m.form.Group[1].ResidentID != 7 {
		t.Fatalf("the group is %+v", got)
	}
	w.press("Shift+Tab")
	w.mustBeAt("Remove")
	w.press("Space")
	w.mustBeAt(MemberName)
	if got := w.m.Group(); len(got) != 1 || got[0].Bold != "Tomasz Wolny" {
		t.Errorf("the group is %+v", got)
	}
	w.press("Alt+G")
	if !w.v.asking.others.shown() {
		t.Error("a group of somebody is folded away")
	}
	w.press("F8") // the next contact begins folded
	if w.v.asking.others.shown() {
		t.Error("the next contact begins with the group unfolded")
	}
	w.press("Alt+1")
	if !w.v.asking.others.shown() || len(w.m.Group()) != 1 {
		t.Error("the group did not come back with its draft")
	}
}

func TestAGroupThatWasAskedForInErrorFoldsAway(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N", "Alt+G", "Alt+G")
	w.mustBeAt(Name)
	if w.v.asking.others.shown() {
		t.Error("it stays unfolded")
	}
}

func TestAHazardAsksByKeysInOrderAndOnlyThen(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	choose(t, w.m, Name, "adeyemi")
	w.v.asking.fields.form.Focus(Story)
	w.text("There is a smell of gas.")
	for _, name := range []string{Happened, Before, ToldAt, ToldTo, JobTold, Job, Wanted} {
		w.press("Tab")
		w.mustBeAt(name)
	}
	if w.v.asking.dangers.object.Hidden {
		t.Error("the hazard is not said")
	}
	w.m.Type(Story, "The light is out.")
	if !w.v.asking.dangers.object.Hidden {
		t.Error("the hazard stays when its words are gone")
	}
	w.v.asking.fields.form.Focus(Before)
	w.press("Tab")
	w.mustBeAt(Wanted)
}

func TestTheGrievanceIsOneLetter(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.v.asking.fields.form.Focus(Grievance)
	for letter, want := range map[string]casework.Grievance{"C": casework.Conduct, "D": casework.Delay, "A": casework.Decision, "S": casework.OtherGrievance} {
		w.text(letter)
		if w.m.Grievance() != want {
			t.Errorf("%s is %q", letter, w.m.Grievance())
		}
	}
	w.text("n")
	if w.m.Grievance() != "" || w.m.GrievanceAnswer() != "Nothing, only a service" {
		t.Errorf("n is %q", w.m.GrievanceAnswer())
	}
}

func TestWhatIsRefusedStandsUnderTheChoice(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	choose(t, w.m, Name, "adeyemi")
	w.m.Type(Story, "Nobody came.")
	w.m.SetAnswer(casework.ServiceOnly)
	w.m.SetGrievance(casework.Conduct)
	w.press("Ctrl+S", "Enter")
	w.mustBeAt(choiceOfTwo)
	if words := w.v.asking.fields.two.Message(); !strings.Contains(words, "never a service request") {
		t.Errorf("under it stands %q", words)
	}
	w.press("Down")
	if w.v.asking.fields.two.Message() != "" || w.m.Answer() != casework.Complain {
		t.Errorf("with %q it still says %q", w.m.Answer(), w.v.asking.fields.two.Message())
	}
}

func TestAMatchIsAnsweredByKeys(t *testing.T) {
	o := newOffice(t)
	o.block()
	o.request()
	w := o.window(priya)
	w.press("Ctrl+N")
	w.text("adeyemi")
	w.press("Down", "Enter", "F6", "Alt+L")
	if !w.m.Matches()[0].Linked || w.v.asking.side.linking.Label != "Unlink" {
		t.Errorf("Alt+L leaves %+v, and the button %q", w.m.Matches()[0], w.v.asking.side.linking.Label)
	}
	w.press("Down", "Alt+X")
	if len(w.m.Matches()) != 1 {
		t.Errorf("Alt+X leaves %d", len(w.m.Matches()))
	}
	w.m.Type(Story, "The heating is off again.")
	w.press("Alt+A")
	if !slices.Equal(w.went, []string{"case 11"}) || len(w.cases[0].Notes) != 1 {
		t.Errorf("Alt+A went to %v", w.went)
	}
}

func TestAContactFromACaseBeginsAtWhatHappened(t *testing.T) {
	o := newOffice(t)
	first := o.request()
	w := o.window(priya)
	at := shell.Route{Screen: "new", Arg: Begin{Case: first.ID, Kind: casework.CameFrom}}
	w.shell.Go(at)
	w.mustBeAt(Story)
	w.text("There is still no heating.")
	w.press("Ctrl+S", "Ctrl+S")
	if len(w.cases) != 2 || w.cases[1].Links[0].Kind != casework.CameFrom {
		t.Fatalf("recorded are %d: %v %v %s", len(w.cases), w.m.Wrong(), w.m.Doubts(), w.m.Trouble())
	}
	w.press("Ctrl+N")
	if w.m.From() != "" || w.m.Text(Name) != "" {
		t.Error("the next contact comes from it too")
	}
}

func TestEveryStopOfTheUnfoldedFormIsReachedByTab(t *testing.T) {
	o := newOffice(t)
	o.block()
	w := o.window(priya)
	w.press("Ctrl+N")
	w.hazardous()
	w.m.SetBehalf(true)
	w.press("Alt+G", "F2")
	stops := shelltest.Walk(w.canvas)
	for _, name := range append([]string{ToldAt, ToldTo, JobTold, Job, MemberName, MemberPlace, RepWrite, Grievance, choiceOfTwo}, aboutSpeaker...) {
		if !slices.Contains(stops, w.v.asking.fields.form.Row(name).Focusable()) {
			t.Errorf("Tab never comes to %s", name)
		}
	}
}
