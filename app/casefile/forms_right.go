package casefile

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/data/casework"
)

// reopen opens a closed or withdrawn case again; its dates stay what they were
// (ruling 9).
func (v *View) reopen() {
	v.form("Reopen the case", "Reopen it", "Case reopened.", casework.ActReopen, func(f *field.Form) (fyne.CanvasObject, filled) {
		why := f.Notes("why", "Why it is opened again", 3)
		why.Hint("Its dates stay what they were: time ran on meanwhile (ruling 9).")
		return rows(&why.Row), func() (casework.Act, map[string]string) { return casework.Reopen{Why: why.Value()}, nil }
	})
}

// void marks a record that should never have been made.
func (v *View) void() {
	v.form("This was recorded in error", "Mark it as recorded in error", "Marked as recorded in error.", casework.ActVoid, func(f *field.Form) (fyne.CanvasObject, filled) {
		why := f.Notes("why", "Why this record should not have been made", 3)
		why.Hint("The same contact twice, the wrong person, a trial. It is kept, and counted nowhere.")
		return rows(&why.Row), func() (casework.Act, map[string]string) { return casework.Void{Why: why.Value()}, nil }
	})
}
