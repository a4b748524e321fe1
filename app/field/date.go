package field

// Date is a field in which a day is typed as people say it. The form has no
// clock and no calendar: what the words mean is asked of a function.
type Date struct {
	*Text
	read func(string) (echo string, err error)
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
	f.add(&d.Row)
	return d
}

// Again reads the text once more, for when the answer depends on another field.
func (d *Date) Again() { d.Echo(d.echoOf(d.Value())) }
