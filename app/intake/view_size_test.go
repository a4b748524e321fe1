package intake

import (
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/casework"
)

// railWidth is what the rail takes of the window at 100 %.
const railWidth = 88

func TestNothingMakesTheWindowWiderThanTheScreen(t *testing.T) {
	o := newOffice(t)
	o.block()
	w := o.window(priya)
	w.press("Ctrl+N")
	for range 9 { // as many parked drafts as have a key
		w.m.Type(Name, "Tomasz Wolny")
		w.press("F8")
	}
	theme := fyne.CurrentApp().Settings().Theme().(*look.Theme)
	for _, size := range []struct{ width, text float32 }{{1366, 1}, {1024, 1}, {1366, 1.25}, {1366, 1.5}, {1366, 2}} {
		theme.Set(fyne.CurrentApp(), look.Light, size.text)
		room := size.width - railWidth*size.text
		check := func(page string) {
			w.v.object.Resize(fyne.NewSize(room, 657))
			if least := w.v.object.MinSize().Width; least > room {
				t.Errorf("%s at %v px and %v %% of text needs %v of %v", page, size.width, 100*size.text, least, room)
			}
		}
		check("the form")
		choose(t, w.m, Name, "adeyemi")
		w.m.Type(Story, "Nobody came.")
		w.m.SetAnswer(casework.Complain)
		check("the filled form")
		w.m.Type(Story, "Nobody came. There is a smell of gas and black mould.")
		w.m.SetBehalf(true)
		w.m.Type(RepName, "Gwenllian Achterberg")
		w.m.Type(MemberName, "Zoë Žižek-Müller")
		w.m.AddMember()
		w.m.LinkMatch(0)
		check("the unfolded form")
		w.press("Ctrl+S")
		check("the read-back")
		w.press("Ctrl+S")
		if w.m.Page() != Recorded {
			t.Fatalf("page %d", w.m.Page())
		}
		check("the recorded page")
		w.press("Ctrl+N")
	}
}

func TestWhatHasNoRoomBesideGoesBelow(t *testing.T) {
	newOffice(t).window(priya)
	left, right := look.NewButton("Left", nil), look.NewButton("Right", nil)
	row := ends(left, right)
	wide := left.MinSize().Width + right.MinSize().Width + 100
	row.Resize(fyne.NewSize(wide, 40))
	if row.MinSize().Height != 40 || right.Position().X < 0 || row.Objects[1].Position().X+row.Objects[1].Size().Width != wide {
		t.Errorf("wide, it needs %v and ends at %v", row.MinSize().Height, row.Objects[1].Position().X+row.Objects[1].Size().Width)
	}
	row.Resize(fyne.NewSize(wide-101, 88))
	if row.MinSize().Height != 40+endsGap+40 || row.Objects[1].Position().X != 0 || row.Objects[1].Position().Y != 40+endsGap {
		t.Errorf("narrow, it needs %v and stands at %v", row.MinSize().Height, row.Objects[1].Position())
	}
}

func TestARowThatGrowsStaysOneLineHigh(t *testing.T) {
	newOffice(t).window(priya)
	row := ends(look.NewButton("Left", nil), look.NewButton("One", nil))
	row.Resize(fyne.NewSize(900, 40))
	row.Objects[1].(*fyne.Container).Add(look.NewButton("Two", nil))
	if got := row.MinSize().Height; got != 40 {
		t.Errorf("with another at the right it needs %v", got)
	}
}
