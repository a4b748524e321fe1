// Package field is the form layer: fields with a label above, a box, and one
// message below, which is a hint, what was understood, or what to put right.
//
// A form is made once, its fields in the order in which they are asked:
//
//	f := field.NewForm()
//	name := f.Text("name", "Full name")
//	name.Changed = model.SetName
//	when := f.Date("started", "When did it start?", func(text string) (string, error) {
//		d, err := calendar.Parse(text, today, holidays)
//		return calendar.Echo(d, today, holidays), err
//	})
//	when.Changed = model.SetStarted
//	f.Default = save // Enter in the last field
//
//	page := f.In(look.Column(12, f.Summary(),
//		field.Beside([]float32{2, 1}, &name.Row, &when.Row), …))
//
// Showing a draft uses Set, which tells nobody, so a form is not dirty at
// birth. On saving, the model's map of field to message goes to
// [Form.ShowErrors]: each message stands under its field and in a summary at
// the top, which takes the focus and whose lines lead to their fields. Nothing
// is judged when a field is left.
//
// Tab and Shift+Tab leave every field, Enter in a one-line field goes to the
// next one, Escape and every other key that does not edit go to the router of
// casebook/app/keys. A field that gains the focus scrolls itself into sight.
package field
