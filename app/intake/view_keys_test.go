package intake

import (
	"slices"
	"strings"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

const thirtyWords = "Heating and hot water off since last Friday. I rang that day and was told someone would come. " +
	"Nobody came on Saturday. I have rung three times and I have a baby."

func TestAKnownResidentTakesFewerThanFifteenKeys(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.mustBeAt(Name)
	w.text("adeyemi")
	w.press("Down", "Enter")
	w.mustBeAt(Story)
	w.text(thirtyWords)
	w.press("Tab")
	w.mustBeAt(Happened)
	w.text("last fri")
	w.press("Ctrl+Down")
	w.mustBeAt(Wanted)
	w.text("Heating fixed today, and an apology.")
	w.press("Tab")
	w.mustBeAt(Subject)
	w.text("heat")
	w.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
	w.mustBeAt(Choice)
	w.press("Space")
	w.press("Ctrl+S")
	w.mustBeAt("Record complaint and print receipt")
	w.press("Ctrl+S")
	w.mustBeAt("Acknowledge now")
	recorded := w.keys
	w.press("Ctrl+Enter")
	if !slices.Equal(w.went, []string{"acknowledgement of case 1"}) {
		t.Errorf("went to %v", w.went)
	}
	t.Logf("a known resident: %d keys to the recorded complaint, %d to its acknowledgement", recorded, w.keys)
	if w.keys >= 15 {
		t.Errorf("%d keys", w.keys)
	}
	c := w.cases[0]
	if c.Subject != "heating" || c.Happened.Date != calendar.On(2026, 11, 6) || c.Story != thirtyWords || c.ResidentID != 7 ||
		c.Choice.Answer != casework.Complain || !strings.HasPrefix(c.Wanted, "Heating fixed") {
		t.Errorf("recorded is %+v", c)
	}
}

func TestAnUnknownResidentTakesFewerThanThirtyKeysWithAnInterruption(t *testing.T) {
	w := newOffice(t).window(priya)
	w.press("Ctrl+N")
	w.text("Tomasz Wolny")
	w.press("Tab")
	w.mustBeAt(Phone)
	w.text("01632 960001")
	w.press("Tab")
	w.mustBeAt(Email)
	w.press("Tab")
	w.mustBeAt(Address)
	w.text("4 Larkspur Way, Derby, de24 7qh")
	w.press("F8") // somebody else comes in
	w.mustBeAt(Name)
	w.text("Aneta Kowalska")
	w.press("Alt+1")
	w.mustBeAt(Story)
	w.text(thirtyWords)
	w.press("Tab")
	w.text("early March")
	w.press("Tab")
	w.mustBeAt(Before)
	w.press("Tab")
	w.mustBeAt(Wanted)
	w.text("An apology.")
	w.press("Tab")
	w.text("heat")
	w.press("Ctrl+Down", "Ctrl+Down")
	w.mustBeAt(Reply)
	w.press("Tab")
	w.mustBeAt(DoNot)
	w.text("not before 10 am")
	w.press("Ctrl+Down")
	w.mustBeAt(Choice)
	w.press("Space", "Ctrl+S", "Ctrl+S", "Ctrl+Enter")
	t.Logf("an unknown resident with an interruption: %d keys to the acknowledgement", w.keys)
	if w.keys >= 30 {
		t.Errorf("%d keys", w.keys)
	}
	if len(w.cases) != 1 {
		t.Fatalf("%d are recorded; at %s", len(w.cases), w.at())
	}
	c := w.cases[0]
	if c.Resident.Name != "Tomasz Wolny" || c.Home.Postcode != "DE24 7QH" || c.Happened.Rough != "early March" ||
		c.Contact.DoNot != "not before 10 am" || c.Stages[0].Handler != 0 {
		t.Errorf("recorded is %+v", c)
	}
	w.press("Ctrl+N", "Alt+1")
	if w.m.Text(Name) != "Aneta Kowalska" {
		t.Errorf("the second resident is now %q", w.m.Text(Name))
	}
}
