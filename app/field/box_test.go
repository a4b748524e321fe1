package field_test

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"casebook/app/field"
	"casebook/app/look"
)

func TestTextThatHasScrolledAwayLeavesTheEdgesFree(t *testing.T) {
	search := field.NewSearch("Find a name", "")
	show(t, 200, look.Column(20, search.Box()))
	box := search.Box()
	var clip *container.Clip
	for _, o := range test.LaidOutObjects(box) {
		if c, ok := o.(*container.Clip); ok {
			clip = c
		}
	}
	if clip == nil {
		t.Fatal("nothing cuts the text off")
	}
	const icon = 13 + 20 // where the picture before the text ends
	from, to := clip.Position().X, clip.Position().X+clip.Size().Width
	if from < icon+4 || to > box.Size().Width-10 {
		t.Errorf("text is seen from %v to %v of %v", from, to, box.Size().Width)
	}
}
