package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// Words that no key stops at are read by the screenful: the scroll that has the
// focus goes first, and else the largest that is in sight.
func TestAPageIsReadByTheScreenful(t *testing.T) {
	inside := look.NewButton("Inside", nil)
	small := container.NewVScroll(look.Column(0, inside, look.Space(10, 300)))
	large := container.NewVScroll(look.Space(10, 900))
	hidden := container.NewVScroll(look.Space(10, 900))
	hidden.Hide()
	c, _ := show(t, 800, 700, look.AtLeast(800, 600, container.NewWithoutLayout(small, large, hidden)))
	for i, s := range []*container.Scroll{small, large, hidden} {
		s.Move(fyne.NewPos(float32(i)*200, 0))
		s.Resize(fyne.NewSize(100, float32(200*(i+1))))
	}

	c.Focus(inside)
	if !look.Page(c, 1) || small.Offset.Y == 0 || large.Offset.Y != 0 {
		t.Errorf("the one with the focus stands at %v, the large one at %v", small.Offset.Y, large.Offset.Y)
	}
	if small.Offset.Y != small.Content.MinSize().Height-200 { // it is at its end
		t.Errorf("the small one ends at %v", small.Offset.Y)
	}
	look.Page(c, 1)
	if large.Offset.Y != 360 { // 400 less the 40 that stay in sight
		t.Errorf("then the large one goes to %v", large.Offset.Y)
	}
	look.Page(c, 1)
	if large.Offset.Y != 500 || look.Page(c, 1) {
		t.Errorf("the large one ends at %v", large.Offset.Y)
	}
	c.Unfocus()
	if !look.Page(c, -1) || large.Offset.Y != 140 || hidden.Offset.Y != 0 {
		t.Errorf("back at %v, the one out of sight at %v", large.Offset.Y, hidden.Offset.Y)
	}
}
