package shell

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

func TestTheGuideIsPrintedFromHelpByAKey(t *testing.T) {
	a := test.NewTempApp(t)
	theme := look.NewTheme()
	a.Settings().SetTheme(theme)
	w := test.NewTempWindow(t, nil)
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	printed := 0
	s := New(Config{Window: w, Tasks: task.Inline(), Theme: theme, Items: ItemsFor("help"),
		Guide: func(context.Context) (string, error) { printed++; return "Handed to the printer.", nil }})
	s.Help()
	keys.Press(w.Canvas(), "Ctrl+P")
	keys.Press(w.Canvas(), "Esc")
	s.Go(Route{Screen: "help"})
	keys.Press(w.Canvas(), "Ctrl+P")
	if printed != 2 {
		t.Errorf("printed %d times: once from the drawer and once from the place on the rail was asked for", printed)
	}
	s.cfg.Guide = nil
	s.Help()
	keys.Press(w.Canvas(), "Ctrl+P")
	if printed != 2 {
		t.Error("who has no guide prints one")
	}
}
