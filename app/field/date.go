package field

import "fyne.io/fyne/v2"

// Date is a field in which a day is typed as people say it. The form has no
// clock and no calendar: what the words mean is asked of a function.
type Date struct {
	*Text
	read func(string) (echo string, err error)
	list menu
	// Near offers days close by when Down is pressed: Words is what will be
	// typed, "yesterday", and Second the day it means. It may be nil.
	Near func() []Suggestion
}

// Date adds a date field. read says in words what was understood, "Friday 6
// November 2026 – 5 working days ago", or why nothing was. The echo follows
// the typing; what was not understood is said only by [Form.ShowErrors].
func (f *Form) Date(name, label string, read func(text string) (echo string, err error)) *Date {
	d := &Date{Text: newText(name, label, 1), read: read}
	d.boldEcho = true
	d.EchoOf(func(text string) string {
		if text == "" {
			return ""
		}
		echo, err := read(text)
		if err != nil {
			return ""
		}
		return echo
	})
	d.list = menu{anchor: d.box, take: func(s Suggestion) {
		d.Set(s.Words)
		if d.Changed != nil {
			d.Changed(s.Words)
		}
	}}
	d.entry.first = d.key
	d.entry.left = d.list.hide
	f.add(&d.Row)
	return d
}

func (d *Date) key(k fyne.KeyName) bool {
	if k == fyne.KeyDown && !d.list.open() && d.Near != nil {
		d.list.show(d.Near())
		return true
	}
	return d.list.key(k)
}

// Again reads the text once more, for when the answer depends on another field.
func (d *Date) Again() { d.Echo(d.echoOf(d.Value())) }
