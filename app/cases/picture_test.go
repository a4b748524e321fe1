package cases

import (
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// picture keeps a picture of the window where CASEBOOK_PICTURES says.
func (s *screen) picture(name string) {
	s.t.Helper()
	shelltest.Picture(s.t, s.canvas, name)
}

func TestPicturesOfTheListAndItsDialogsFitTheWindow(t *testing.T) {
	for _, how := range []struct {
		name string
		mode look.Mode
		size float32
	}{{"light", look.Light, 1}, {"dark", look.Dark, 1}, {"large", look.Light, 2}} {
		o := newOffice(t)
		o.hospital()
		s := show(t, o, o.helen, nil)
		s.theme.Set(fyne.CurrentApp(), how.mode, how.size)
		s.shell.Window().Resize(fyne.NewSize(1366, 741))
		s.settle()
		fits := func(part string) {
			t.Helper()
			s.picture("cases-" + part + "-" + how.name)
			if least := s.canvas.Content().MinSize(); least.Width > 1366 {
				t.Errorf("%s, %s: needs %v", part, how.name, least)
			}
		}
		fits("list")
		s.press("Alt+M")
		fits("more")
		s.press("Esc")
		s.setFilter(Filter{State: "open", Hazard: true, DueWithin: 5, Kind: casework.Complaint})
		s.settle()
		s.press("Alt+S")
		s.write("Mould this week")
		s.press("Ctrl+S")
		fits("narrowed")
		s.press("Alt+V")
		fits("saved")
		s.press("Esc", "Esc", "Alt+C")
		fits("changed")
		s.press("Alt+J")
		fits("same")
		s.press("Esc", "Space", "Down", "Space", "Alt+A")
		s.write("d")
		fits("assign")
	}
}
