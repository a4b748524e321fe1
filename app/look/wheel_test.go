package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// The wheel scrolls a list within a page to its end, and then the page.
func TestTheWheelGoesOnFromAListToItsPage(t *testing.T) {
	NewTheme().Set(test.NewTempApp(t), Light, 1)
	l := NewList(40, func() int { return 10 }, func() fyne.CanvasObject { return NewTxt("", SizeBody, Text, false) }, func(int, fyne.CanvasObject) {})
	tapped := -1
	l.Moved = func(place int) { tapped = place }
	page := container.NewVScroll(Column(0, AtLeast(0, 200, Stack(l, NewWheel(l))), Space(1, 800)))
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 300))
	at := fyne.NewPos(100, 60)
	test.Scroll(w.Canvas(), at, 0, -60)
	if l.GetScrollOffset() != 60 || page.Offset.Y != 0 {
		t.Errorf("the list is at %v, the page at %v", l.GetScrollOffset(), page.Offset.Y)
	}
	for range 20 {
		test.Scroll(w.Canvas(), at, 0, -60)
	}
	if page.Offset.Y == 0 {
		t.Error("the page stands still at the end of the list")
	}
	if got := l.GetScrollOffset(); got > 10*44-200 { // rows stand a little apart
		t.Errorf("the list is scrolled beyond its end, to %v", got)
	}
	page.ScrollToTop()
	test.TapCanvas(w.Canvas(), at)
	if tapped < 0 {
		t.Error("a click does not come through to the row")
	}
}
