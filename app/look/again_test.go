package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// The toolkit throws a renderer away when its widget was not drawn for a
// minute, and does not always lay out the one that takes its place.
func TestARendererThatTakesAnothersPlaceLaysItselfOut(t *testing.T) {
	button := look.NewPrimary("Acknowledge now", nil).With(look.IconLetter, "Ctrl+Enter")
	chip := look.NewChip("2 working days late", look.Late)
	options := look.NewOptions([]look.Option{{Word: "Yes", Rest: ", start stage 1 today"}}, nil)
	show(t, 600, 400, button, chip, options)
	for _, w := range []fyne.Widget{button, chip, options} {
		again := w.CreateRenderer()
		for i, o := range again.Objects() {
			before := w.CreateRenderer()
			before.Layout(w.Size())
			if laid := before.Objects()[i]; o.Size() != laid.Size() || o.Position() != laid.Position() {
				t.Errorf("%T draws part %d at %v of %v, and laid out at %v of %v", w, i, o.Position(), o.Size(), laid.Position(), laid.Size())
			}
		}
		if again.Objects()[0].Size().IsZero() {
			t.Errorf("%T draws no ground", w)
		}
	}
}

func TestWordsWithoutRoomBesideTheBoldOnesGoBelow(t *testing.T) {
	o := look.NewOptions([]look.Option{{Word: "Yes"}, {Word: "Only asks for a service", Rest: ", and nothing else"}}, nil)
	beside := func(width float32) float32 {
		o.Resize(fyne.NewSize(width, 500))
		return o.MinSize().Height
	}
	show(t, 800, 500, o)
	if got := beside(600); got != 2*40+8 {
		t.Errorf("with room it is %v high", got)
	}
	if got := beside(300); got != 40+8+60 {
		t.Errorf("without room it is %v high", got)
	}
	o.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 80)})
	if o.Chosen() != 1 {
		t.Errorf("a click on the second card chose %d", o.Chosen())
	}
}

func TestWhatSticksStaysInSightAsFarAsItsRowReaches(t *testing.T) {
	tall := look.AtLeast(0, 1000, look.NewRect(look.Surface, 0))
	aside := look.NewRect(look.Red, 0)
	part := look.Sticky(look.AtLeast(0, 100, aside))
	scroll := container.NewVScroll(look.Grid(2, 100, 10, tall, part))
	show(t, 600, 400, look.AtLeast(0, 300, scroll))
	look.Stick(scroll, part)
	for _, c := range []struct{ offset, want float32 }{{0, 0}, {350, 350}, {650, 650}, {700, 700}} {
		look.ScrollTo(scroll, fyne.NewPos(0, c.offset))
		if got := part.Objects[0].Position().Y; got != c.want {
			t.Errorf("scrolled by %v it stands at %v, want %v", c.offset, got, c.want)
		}
	}
	part.Objects[0] = look.AtLeast(0, 500, aside) // taller than the 300 in sight: its end goes along
	for _, c := range []struct{ offset, want float32 }{{0, 0}, {200, 0}, {416, 200}, {700, 484}} {
		look.ScrollTo(scroll, fyne.NewPos(0, c.offset))
		if got := part.Objects[0].Position().Y; got != c.want {
			t.Errorf("taller and scrolled by %v it stands at %v, want %v", c.offset, got, c.want)
		}
	}
}
