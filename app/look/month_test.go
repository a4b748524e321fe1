package look

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func november(lines ...string) []MonthDay {
	days := make([]MonthDay, 35)
	for i := range days {
		days[i] = MonthDay{Date: fmt.Sprint(i + 1), Tone: Plain, Lines: lines, Label: fmt.Sprintf("day %d", i+1)}
	}
	return days
}

func TestAClickOnAMonthPicksItsDayAndKeysAreLedOn(t *testing.T) {
	test.NewTempApp(t)
	opened, picked, led := 0, -1, ""
	g := NewMonthGrid(func() { opened++ })
	g.Pick = func(place int) { picked = place }
	g.Lead = func(k fyne.KeyName) bool { led = string(k); return k == fyne.KeyDown }
	g.Set(november(), 9)
	g.Resize(fyne.NewSize(7*100, 24+5*100))
	for place := range 35 {
		pos, size := g.cell(place, g.Size())
		g.Tapped(&fyne.PointEvent{Position: pos.AddXY(size.Width/2, size.Height/2)})
		if picked != place {
			t.Errorf("a click on day %d picks %d", place, picked)
		}
	}
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)}) // the names of the days
	if picked != 34 || g.AccessibilityLabel() != "day 10" {
		t.Errorf("picked %d, said %q", picked, g.AccessibilityLabel())
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if led != string(fyne.KeyDown) || opened != 0 {
		t.Errorf("led %q, opened %d", led, opened)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != 1 {
		t.Errorf("Enter opened %d", opened)
	}
}

func TestADayWithTooLittleRoomSaysThatThereIsMore(t *testing.T) {
	test.NewTempApp(t)
	c := newMonthCell()
	c.day = MonthDay{Lines: []string{"1 response", "2 promises", "1 review"}, Note: "Boxing Day"}
	for _, at := range []struct {
		height float32
		want   string
	}{{26 + 17*4 + 4, "Boxing Day|1 response|2 promises|1 review"}, {26 + 17*2 + 4, "Boxing Day|and more"}} {
		lines := make([]*Txt, monthLines)
		for i := range lines {
			lines[i] = NewCut("", SizeSmall, Text, false)
		}
		c.say(lines, fyne.NewSize(200, at.height), 26, false)
		got := ""
		for _, l := range lines {
			if !l.Hidden {
				got += "|" + l.Text
			}
		}
		if got != "|"+at.want {
			t.Errorf("%v high: %s", at.height, got)
		}
	}
}

func TestWhatStandsBesideGoesBelowWhereTheWindowIsNarrow(t *testing.T) {
	test.NewTempApp(t)
	main, aside := AtLeast(600, 300, Space(1, 1)), AtLeast(0, 200, Space(1, 1))
	c := Beside(16, 300, main, aside)
	c.Resize(fyne.NewSize(1000, 400))
	if aside.Position().Y != 0 || aside.Size().Width != 300 || main.Size().Width != 684 {
		t.Errorf("wide: %v %v beside %v", aside.Position(), aside.Size(), main.Size())
	}
	c.Resize(fyne.NewSize(700, 400))
	if aside.Position() != fyne.NewPos(0, 316) || aside.Size().Width != 700 || c.MinSize().Height != 516 {
		t.Errorf("narrow: %v %v of %v", aside.Position(), aside.Size(), c.MinSize())
	}
	words := AtLeast(10, 300, Space(1, 1)) // words that wrap need hardly any width, and cannot be read in it
	c = Beside(16, 300, words, aside)
	c.Resize(fyne.NewSize(600, 400))
	if aside.Position() != fyne.NewPos(0, 316) || words.Size().Width != 600 {
		t.Errorf("words: %v beside %v", aside.Position(), words.Size())
	}
}

func TestAPairWithoutRoomStandsOneBelowTheOther(t *testing.T) {
	test.NewTempApp(t)
	a, b := AtLeast(300, 40, Space(1, 1)), AtLeast(100, 40, Space(1, 1))
	c := Pair(8, Stretch(1, a), Stretch(1, b))
	c.Resize(fyne.NewSize(700, 40))
	if c.Objects[1].Position() != fyne.NewPos(354, 0) || c.MinSize().Height != 40 {
		t.Errorf("wide: %v of %v", c.Objects[1].Position(), c.MinSize())
	}
	c.Resize(fyne.NewSize(500, 40)) // half of it is less than 300
	if c.Objects[1].Position() != fyne.NewPos(0, 48) || c.MinSize() != fyne.NewSize(300, 88) {
		t.Errorf("narrow: %v of %v", c.Objects[1].Position(), c.MinSize())
	}
}
