package casefile

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/casework/states"
	"casebook/data/policy"
	"casebook/data/register"
)

// everyState is an example case of every state, worked out once for all tests.
func everyState(t *testing.T) []states.State {
	t.Helper()
	all, err := madeStates()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var madeStates = sync.OnceValues(func() ([]states.State, error) {
	policies, err := policy.Shipped()
	if err != nil {
		return nil, err
	}
	rows, err := states.Table(policies, calendar.England())
	var all []states.State
	for _, r := range rows {
		all = append(all, r.State)
	}
	return all, err
})

// deskOf holds a case as it is in one state, with a history of what it has.
func deskOf(t *testing.T, s states.State) *desk {
	d := &desk{t: t, c: s.Case}
	d.goTo(s.Today.String())
	d.team = states.Officers()
	d.entries = []register.Entry{{Number: 1, Act: casework.ActRecord, Summary: "Complaint made, at the counter", Happened: s.Case.Received, Recorded: d.now, Officer: "Priya Nair"},
		{Number: 2, Act: casework.ActNote, Summary: "Note added", Happened: s.Today, Recorded: d.now, Officer: "Dan Okafor"},
		{Number: 3, Act: casework.ActTakeBack, Summary: "Taken back: Note added", Happened: s.Today, Recorded: d.now, Officer: "Dan Okafor"}}
	return d
}

// stateShown opens the case file of a state in a window.
func stateShown(t *testing.T, s states.State, by casework.Officer, mode look.Mode) (*desk, *View, fyne.Canvas) {
	t.Helper()
	frame := shelltest.Open(t, by, mode)
	d := deskOf(t, s)
	var v *View
	c := shelltest.Show(frame, "case", func() shell.Page {
		v = NewView(Deps{Shell: frame, Register: d, By: by, Today: d.day, News: &news.Desk{},
			Letter:   func(_ int64, kind casework.LetterKind, _, _ int) { d.opened = string(kind) },
			Redress:  func(_ int64, act casework.ActName) { d.opened = strings.TrimSpace("redress " + string(act)) },
			OpenCase: func(id int64) { d.opened = fmt.Sprint(id) }}, Open{ID: s.Case.ID})
		return v
	})
	return d, v, c
}

// TestEveryStateIsDrawn draws the page of every state and keeps its picture
// where pictures are asked for.
func TestEveryStateIsDrawn(t *testing.T) {
	for i, s := range everyState(t) {
		t.Run(s.Name, func(t *testing.T) {
			manager := states.Officers()[3]
			if s.Case.Confidential {
				manager.ID = s.Case.Access[0]
			}
			_, v, c := stateShown(t, s, manager, look.Light)
			if v.model.Page.Reference == "" {
				t.Fatal("nothing was read")
			}
			if least := v.whole.MinSize().Width; least > shelltest.Size.Width-88 {
				t.Errorf("it needs %v of width", least)
			}
			shelltest.Picture(t, c, fmt.Sprintf("state-%02d", i))
			keys.Press(c, "F4")
			if len(v.model.Whys()) > 0 {
				if len(c.Overlays().List()) != 1 {
					t.Fatal("F4 explains nothing")
				}
				for range 8 {
					keys.Press(c, "Right")
				}
				keys.Press(c, "Esc")
			}
		})
	}
}

// TestEachListAtEverySize shows each list beside the fullest case, and the page
// at twice the text and in dark.
func TestEachListAtEverySize(t *testing.T) {
	var full states.State
	for _, s := range everyState(t) {
		if s.Name == "With everything beside it" {
			full = s
		}
	}
	_, v, c := stateShown(t, full, helen, look.Light)
	keys.Press(c, "Alt+T")
	for i := range tabNames {
		if len(v.beside.rows()) == 0 && i != TabEvidence {
			t.Errorf("there is nothing under %s", tabNames[i])
		}
		shelltest.Picture(t, c, fmt.Sprintf("tab-%d", i))
		keys.Press(c, "Right")
	}
	theme := fyne.CurrentApp().Settings().Theme().(*look.Theme)
	for _, size := range []float32{1.25, 2} {
		theme.Set(fyne.CurrentApp(), look.Light, size)
		v.draw()
		if least := v.whole.MinSize().Width; least > shelltest.Size.Width-88*size {
			t.Errorf("at %v %% of text it needs %v of width", 100*size, least)
		}
		shelltest.Picture(t, c, fmt.Sprintf("text-%v", size))
	}
	theme.Set(fyne.CurrentApp(), look.Dark, 1)
	v.draw()
	shelltest.Picture(t, c, "dark")
	if os.Getenv("CASEBOOK_PICTURES") != "" {
		keys.Press(c, "F4")
		shelltest.Picture(t, c, "why-dark")
	}
}
