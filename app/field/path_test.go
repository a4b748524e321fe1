package field_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
)

func TestAPathIsWalkedByKeysAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "copies", "weekly"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"weekly.db", "letter.txt", ".hidden.db"} {
		if err := os.WriteFile(filepath.Join(dir, "copies", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	test.NewTempApp(t)
	w := test.NewTempWindow(t, look.Stack())
	f := field.NewForm()
	p := f.Path("path", "Copy", task.Inline(), ".db")
	keys.Attach(w.Canvas())
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	w.SetContent(look.Root(w.Canvas(), p.Object()))
	p.Set(dir + string(filepath.Separator))
	w.Canvas().Focus(p.Focusable())
	keys.Type(w.Canvas(), "co")
	keys.Press(w.Canvas(), "Down")
	keys.Press(w.Canvas(), "Enter")
	inside := filepath.Join(dir, "copies") + string(filepath.Separator)
	if p.Value() != inside {
		t.Fatalf("Enter went to %s", p.Value())
	}
	if got := p.Suggestions(); len(got) != 2 || got[0].Words != "weekly" || got[1].Words != inside+"weekly.db" {
		t.Fatalf("the folder offers %v", got)
	}
	keys.Press(w.Canvas(), "Down")
	keys.Press(w.Canvas(), "Down")
	keys.Press(w.Canvas(), "Enter")
	if p.Value() != inside+"weekly.db" {
		t.Errorf("the file taken is %s", p.Value())
	}
}
