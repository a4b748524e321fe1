package shell

import (
	"fyne.io/fyne/v2"

	"casebook/app/task"
)

// NewPanel is the frame's progress with Stop for a window that has no frame
// yet: the panel for [task.Long], and its layer to lie over the content.
func NewPanel() (task.Panel, fyne.CanvasObject) {
	p := newProgress()
	return p, p.layer
}
