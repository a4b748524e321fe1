// Package keys sends every key of the program to one place.
//
// Fyne gives a key to the focused widget first and to the canvas only when
// nothing is focused, so a shortcut that must work with the cursor in a field
// has to be offered by the field itself. Every focusable of the kit asks
// [Key], [Rune] and [Shortcut] before it acts on its own, and [Attach] asks
// the same questions for the canvas.
//
// Bindings live in layers. The top dialog or drawer answers first and blocks
// what lies beneath it; then the screen; then the whole program:
//
//	r := keys.Attach(window.Canvas())
//	r.Global().On("Ctrl+N", newContact).Always("F9", blank)
//	r.SetScreen(keys.NewLayer().On("F4", whyThisDate).On("1", firstList))
//	pop := r.Push(keys.NewBlocking().On("Esc", closeDrawer))
package keys
