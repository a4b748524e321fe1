package field

import (
	"strconv"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// Form knows the fields of a screen by name, in the order in which they were
// added, which is the order of Enter. It shows the errors a model found, under
// their fields and in a summary at the top.
type Form struct {
	rows    []*Row
	byName  map[string]*Row
	summary *fyne.Container
	// Default is pressed by Enter in the last field, where that is safe.
	Default func()
	// Relay lays the screen out again when a row has grown or shrunk; the form
	// sets it when it is given the screen's content with [Form.In].
	Relay func()
	links []*look.Link
}

// NewForm has no fields yet.
func NewForm() *Form {
	f := &Form{byName: map[string]*Row{}, summary: look.Stack()}
	f.summary.Hide()
	return f
}

// In tells the form which object holds its rows, so that it can be laid out
// again when a message comes or goes. It returns the object.
func (f *Form) In(o fyne.CanvasObject) fyne.CanvasObject {
	f.Relay = o.Refresh
	return o
}

func (f *Form) relay() {
	if f.Relay != nil {
		f.Relay()
	}
}

// add registers a field under its name; two of one name are a mistake of the
// program.
func (f *Form) add(r *Row) {
	if _, twice := f.byName[r.name]; twice {
		panic("field: two fields are named " + r.name)
	}
	r.form = f
	f.rows = append(f.rows, r)
	f.byName[r.name] = r
}

// Row is the field with the name, or nil.
func (f *Form) Row(name string) *Row { return f.byName[name] }

// Focus puts the cursor into the field with the name.
func (f *Form) Focus(name string) {
	if r := f.byName[name]; r != nil {
		r.Focus()
	}
}

// Names are the fields in their order.
func (f *Form) Names() []string {
	names := make([]string, len(f.rows))
	for i, r := range f.rows {
		names[i] = r.name
	}
	return names
}

// At is the name of the field that has the focus, or "".
func (f *Form) At(focused fyne.Focusable) string {
	for _, r := range f.rows {
		if focused != nil && r.focus == focused {
			return r.name
		}
	}
	return ""
}

// First puts the cursor into the first field that shows.
func (f *Form) First() {
	for _, r := range f.rows {
		if r.Visible() {
			r.Focus()
			return
		}
	}
}

// entered goes from r to the next field that shows, or does the default.
func (f *Form) entered(r *Row) {
	past := false
	for _, other := range f.rows {
		if past && other.Visible() {
			other.Focus()
			return
		}
		past = past || other == r
	}
	if f.Default != nil {
		f.Default()
	}
}

// Summary is the card at the top that lists what to fix. It is hidden while
// there is nothing.
func (f *Form) Summary() fyne.CanvasObject { return f.summary }

// ShowErrors puts each message under the field of its name and lists them all
// at the top, in the order of the fields, each a link to its field; the focus
// goes there. A message under a name that no field has is listed without a
// link. An empty map takes everything away.
func (f *Form) ShowErrors(wrong map[string]string) {
	f.links = nil
	lines := []fyne.CanvasObject{}
	seen := 0
	for _, r := range f.rows {
		words := wrong[r.name]
		r.Err(words)
		if words == "" {
			continue
		}
		seen++
		l := look.NewLink(words, r.Focus)
		l.Ink = look.Red
		f.links = append(f.links, l)
		lines = append(lines, look.Shrinking(longLine, 0, 0, l, nil, nil)) // all of it stands under the field
	}
	for name, words := range wrong {
		if f.byName[name] == nil && words != "" {
			seen++
			lines = append(lines, look.NewSentence(look.Words(words).In(look.Red)))
		}
	}
	f.summary.Objects = nil
	f.summary.Hidden = seen == 0
	if seen > 0 {
		f.summary.Add(summaryCard(seen, lines))
	}
	f.relay()
	if len(f.links) > 0 {
		look.Focus(f.links[0])
	}
}

// longLine is wider than any message: what there is of room decides, so that a
// long one does not push away what stands beside the form.
const longLine = 2000

func summaryCard(n int, lines []fyne.CanvasObject) fyne.CanvasObject {
	title := "1 thing to fix"
	if n > 1 {
		title = strconv.Itoa(n) + " things to fix"
	}
	head := look.Line(8, look.NewIco(look.IconWarn, look.Red, 20), look.NewTxt(title, look.SizeCard, look.Red, true))
	all := append([]fyne.CanvasObject{head}, lines...)
	return look.Tinted(look.Late, look.Pad(12, 16, 12, 16, look.Column(4, all...)))
}

// Errors is the messages now shown, by field.
func (f *Form) Errors() map[string]string {
	wrong := map[string]string{}
	for _, r := range f.rows {
		if r.err != "" {
			wrong[r.name] = r.err
		}
	}
	return wrong
}
