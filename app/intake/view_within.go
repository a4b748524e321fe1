package intake

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/casework"
)

func sameOfficers(a, b []casework.Officer) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Name != b[i].Name {
			return false
		}
	}
	return true
}

// has reports whether o is, or holds, the object that has the focus.
func has(o fyne.CanvasObject, focused fyne.Focusable) bool {
	if f, ok := o.(fyne.Focusable); ok && f == focused {
		return true
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case look.Holder:
		inside = o.Held()
	}
	for _, child := range inside {
		if child != nil && has(child, focused) {
			return true
		}
	}
	return false
}
