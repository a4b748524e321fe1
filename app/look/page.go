package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Page moves what is read by a screenful down, or up with a negative number,
// and reports whether anything moved: the scroll that has the focus, else the
// one round it, else the largest in sight. Without it words that no key stops
// at, such as the help, could only be reached with a mouse.
func Page(c fyne.Canvas, by float32) bool {
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	var scrolls []*container.Scroll
	if focused, ok := c.Focused().(fyne.CanvasObject); ok {
		scrolls = scrollsAbove(root, focused)
	}
	if most := largest(root); most != nil {
		scrolls = append(scrolls, most)
	}
	for _, s := range scrolls {
		const kept = 40 // of what was in sight, so that the eye finds its place
		to := s.Offset
		to.Y += by * max(kept, s.Size().Height-kept)
		to.Y = max(0, min(to.Y, s.Content.MinSize().Height-s.Size().Height))
		if to != s.Offset {
			ScrollTo(s, to)
			return true
		}
	}
	return false
}

// largest is the largest scroll in sight whose content does not fit.
func largest(at fyne.CanvasObject) *container.Scroll {
	if at == nil || !at.Visible() {
		return nil
	}
	var most *container.Scroll
	if s, ok := at.(*container.Scroll); ok && s.Content.MinSize().Height > s.Size().Height {
		most = s
	}
	for _, child := range heldBy(at) {
		if s := largest(child); s != nil && (most == nil || area(s) > area(most)) {
			most = s
		}
	}
	return most
}

func area(o fyne.CanvasObject) float32 { return o.Size().Width * o.Size().Height }
