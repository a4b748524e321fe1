package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A table whose columns do not all fit leaves out those that yield; a head that
// sorts nothing is no stop for Tab.
func TestATableLeavesOutWhatYields(t *testing.T) {
	cols := []colWidth{{width: 100, grow: true}, {width: 50}, {width: 200, grow: true, yields: true}}
	widths := func(total float32) (all []float32) {
		spread(cols, false, total, func(_ int, _, w float32) { all = append(all, w) })
		return all
	}
	if got := widths(424); got[0] != 113 || got[1] != 38 || got[2] != 213 { // 424 less 16 and 8 is 400: 25 more for each that grows, 12 between
		t.Errorf("with room: %v", got)
	}
	if got := widths(324); got[0] != 238 || got[1] != 38 || got[2] != 0 {
		t.Errorf("without: %v", got)
	}
	NewTheme().Set(test.NewTempApp(t), Light, 1)
	still := NewTable(false, ColumnOf[string]{Name: "Name", Width: 100})
	if _, stop := still.head.shown().(fyne.Focusable); stop {
		t.Error("a head that sorts nothing is a stop for Tab")
	}
}
