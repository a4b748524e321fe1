package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
)

func tiles(t *testing.T, width float32) (*look.Tiles, fyne.Canvas, *[]int) {
	t.Helper()
	test.NewTempApp(t)
	var heard []int
	all := look.NewTiles([]look.Tile{
		{Word: "Here", Line: "One line that is long enough to wrap in a narrow card.", Icon: look.IconComputer, Key: "1"},
		{Word: "There", Line: "Short.", Icon: look.IconStore, Key: "2"},
		{Word: "Try", Line: "Short.", Icon: look.IconPlay, Key: "3"},
	}, func(place int) { heard = append(heard, place) })
	w := test.NewTempWindow(t, look.Stack())
	keys.Attach(w.Canvas())
	t.Cleanup(func() { keys.Detach(w.Canvas()) })
	w.SetContent(look.Root(w.Canvas(), look.Column(0, all)))
	w.Resize(fyne.NewSize(width, 600))
	w.Canvas().Focus(all)
	return all, w.Canvas(), &heard
}

func TestArrowsMoveTheChoiceOfTilesAndSettingItIsSilent(t *testing.T) {
	all, c, heard := tiles(t, 900)
	all.Set(0)
	keys.Press(c, "Right")
	keys.Press(c, "Down")
	keys.Press(c, "Down") // there is no fourth
	keys.Press(c, "Left")
	if all.Chosen() != 1 || len(*heard) != 3 {
		t.Errorf("the choice is %d, heard %v", all.Chosen(), *heard)
	}
}

func TestAClickChoosesTheTileUnderIt(t *testing.T) {
	for width, at := range map[float32]fyne.Position{900: fyne.NewPos(880, 20), 300: fyne.NewPos(20, 270)} {
		all, _, _ := tiles(t, width)
		all.Tapped(&fyne.PointEvent{Position: at})
		if all.Chosen() != 2 {
			t.Errorf("at a width of %v the click chose %d", width, all.Chosen())
		}
	}
}

func TestTilesStandBelowOneAnotherWhereThereIsNoRoom(t *testing.T) {
	wide, _, _ := tiles(t, 900)
	narrow, _, _ := tiles(t, 300)
	if wide.MinSize().Height >= 150 || narrow.MinSize().Height < 240 {
		t.Errorf("wide %v, narrow %v", wide.MinSize(), narrow.MinSize())
	}
}
