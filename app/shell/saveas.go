package shell

import (
	"os"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// SaveAs asks where to keep a file and calls save with the path. A file that
// is there already is asked about once. save answers what is wrong, or "" when
// it was kept.
func (s *Shell) SaveAs(question, path string, save func(path string) (wrong string)) {
	f := field.NewForm()
	where := f.Text("path", "File")
	where.Set(path)
	asked := ""
	sheet := &look.Sheet{}
	f.Relay = func() { sheet.Refit() }
	do := func() {
		to := where.Value()
		if _, err := os.Stat(to); err == nil && asked != to {
			asked = to
			where.Err("There is a file of this name. Save again to put the new one in its place, or change the name")
			where.Focus()
			return
		}
		if wrong := save(to); wrong != "" {
			where.Err(wrong)
			where.Focus()
			return
		}
		sheet.Close()
	}
	f.Default = do
	buttons := look.Line(10, look.Gap(), look.NewPrimary("Save", do).With(look.IconSave, "Ctrl+S"),
		look.NewButton("Leave it", func() { sheet.Close() }).With("", "Esc"))
	content := look.Column(12, look.NewTxt(question, look.SizeSection, look.Text, true), where.Object(), buttons)
	sheet = look.OpenDialog(s.cfg.Window.Canvas(), 640, content, keys.NewBlocking().On("Ctrl+S", do).On("Ctrl+Enter", do), where.Focusable())
}
