package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestBoxesStandInAsManyColumnsAsThereIsRoomFor(t *testing.T) {
	test.NewTempApp(t)
	b := NewBoxes([]string{"£50 to £100", "£100 to £600", "£600 to £1,000", "£1,000 and over"}, nil)
	for _, c := range []struct {
		width   float32
		columns int
	}{{0, 4}, {800, 4}, {400, 2}, {150, 1}} {
		if got := b.columns(c.width); got != c.columns {
			t.Errorf("at %v: %d columns, want %d", c.width, got, c.columns)
		}
	}
	if b.MinSize().Width > 200 {
		t.Errorf("four boxes need %v of width", b.MinSize().Width)
	}
}

func TestBoxesAreChosenByArrowsAndByPressing(t *testing.T) {
	test.NewTempApp(t)
	var told []int
	b := NewBoxes([]string{"Morning", "Afternoon", "All day"}, func(place int) { told = append(told, place) })
	b.Resize(fyne.NewSize(600, 40))
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(told) != 5 || b.Chosen() != 2 {
		t.Errorf("told %v, chosen %d", told, b.Chosen())
	}
	b.Tapped(&fyne.PointEvent{Position: fyne.NewPos(300, 20)})
	if b.Chosen() != 1 || b.AccessibilityLabel() != "Afternoon, chosen" {
		t.Errorf("pressed in the middle: %d, %q", b.Chosen(), b.AccessibilityLabel())
	}
	b.Set(-1)
	if b.Chosen() != -1 || len(told) != 6 {
		t.Error("setting it is told as if an officer had chosen")
	}
}

func TestACardOpensByEnterAndTakesItsOwnKeysFirst(t *testing.T) {
	test.NewTempApp(t)
	opened, removed := 0, 0
	o := NewOpener("Landing carpet, £294.00", NewTxt("Landing carpet", SizeBody, Text, true), func() { opened++ }, func(k fyne.KeyName) bool {
		if k == fyne.KeyDelete {
			removed++
		}
		return k == fyne.KeyDelete
	})
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyDelete} {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if opened != 2 || removed != 1 || o.AccessibilityLabel() != "Landing carpet, £294.00" {
		t.Errorf("opened %d times, removed %d times", opened, removed)
	}
}

func TestTheMarkOfAScaleStaysOnItsTrack(t *testing.T) {
	test.NewTempApp(t)
	s := NewScale()
	s.Set(-1, 2, 7)
	if s.from != 0 || s.to != 1 || s.mark != 1 {
		t.Errorf("%v to %v, mark at %v", s.from, s.to, s.mark)
	}
	s.Set(0, 0, -1)
	if s.mark >= 0 {
		t.Error("no mark is one")
	}
}
