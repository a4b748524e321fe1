package cases

import (
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

func TestANarrowWindowHasFewerColumnsAndKeepsCursorAndTicks(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	s.press("Down", "Space")
	was := s.table
	s.shell.Window().Resize(fyne.NewSize(1024, 741))
	if s.table == was || s.at() != "Leon Brackley" || len(s.table.Selected()) != 1 || !s.table.Focused() {
		t.Errorf("at %q, %d ticks, focused %v", s.at(), len(s.table.Selected()), s.table.Focused())
	}
	s.press("Down")
	if s.at() != "Aneta Kowalska" {
		t.Errorf("the keys go to another table: %q", s.at())
	}
	s.shell.Window().Resize(fyne.NewSize(1366, 741))
	s.theme.Set(fyne.CurrentApp(), look.Light, 1.25) // larger text makes the same window narrow
	s.press("Up", "Space")
	if s.in != narrow || s.at() != "Leon Brackley" || len(s.table.Selected()) != 0 {
		t.Errorf("with larger text: room %v, at %q, %d ticks", s.in, s.at(), len(s.table.Selected()))
	}
}

func TestEveryRoomHasTheColumnsThatTellWhichCaseAndHowUrgent(t *testing.T) {
	o := newOffice(t)
	o.street()
	s := show(t, o, o.dan, nil)
	for _, c := range []struct {
		width, text float32
		want        room
	}{{1366, 1, wide}, {1024, 1, narrow}, {1366, 1.25, narrow}, {1366, 2, tight}} {
		s.theme.Set(fyne.CurrentApp(), look.Light, c.text)
		s.shell.Window().Resize(fyne.NewSize(c.width, 741))
		if s.in != c.want {
			t.Errorf("%v wide with text at %v has room %d", c.width, c.text, s.in)
		}
		if h := s.table.List.Size().Height; h < look.Px(100) {
			t.Errorf("%v wide with text at %v leaves %v for the rows", c.width, c.text, h)
		}
	}
}
