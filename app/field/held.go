package field

import "fyne.io/fyne/v2"

// Held adds a field whose control is made elsewhere, such as a table with its
// buttons: its label, and a message below for what is to put right. The focus
// is where a message leads; mark draws the control as one that is wrong.
func (f *Form) Held(name, label string, control fyne.CanvasObject, focus fyne.Focusable, mark func(bad bool)) *Row {
	r := &Row{}
	r.build(name, label, control, focus, mark)
	f.add(r)
	return r
}
