package redress

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/policy"
	"casebook/data/redress"
)

// editor is the card of the line that is open: its fields, and below them the
// sum as it is worked out while they are typed.
type editor struct {
	v     *View
	draft *Draft
	form  *field.Form
	card  fyne.CanvasObject

	title, small, sum *look.Txt
	typed             *look.Chip
	working           *look.Sentence
	notes             *fyne.Container // warnings and what was given before
	also              *field.Text
	asWas             *look.Button   // puts the change of a kept line away
	after             []func(Worked) // what else follows the typing
}

// part is the fields of one line, or of one row of a list within it: where they
// keep what is typed, and what their names begin with.
type part struct {
	*editor
	said Said
	at   string
}

func newEditor(v *View, d *Draft) *editor {
	e := &editor{v: v, draft: d, form: field.NewForm(), notes: look.Column(6),
		title: look.NewCut("", look.SizeCard, look.Text, true), small: look.NewCut("", look.SizeSmall, look.Muted, false),
		sum: look.NewTxt("", look.SizeSection, look.Text, true), typed: look.NewChip("", look.Soon), working: look.NewSentence()}
	root := part{e, d.Said, ""}
	e.form.Default = v.keep
	fields := look.Column(12)
	for _, o := range e.fields(root) {
		fields.Add(o)
	}
	fields.Add(e.called(root))
	fields.Add(e.proofs())
	e.also = root.notes("also", "Why both are right", 2)
	e.also.Hide()
	fields.Add(e.also.Object())
	keep := look.NewPrimary(keepWords(v.model, *d), v.keep).With("", "Ctrl+S")
	e.asWas = look.NewButton("Leave it as it was", v.putAway)
	buttons := look.Flow(8, 8, keep, look.NewButton("Close", v.fold).With("", "Esc"), e.asWas, look.NewButton("How is it made?", v.why).With("", "F4"), look.NewButton("Remove", v.removeOpen).With(look.IconCross, "Ctrl+Del"))
	head := look.Line(10, look.Stretch(1, look.Line(10, e.title, e.small)), e.typed, e.sum)
	sheet := look.NewRect(look.Surface, 8)
	sheet.Edge, sheet.EdgeWidth = look.Accent, 2
	e.card = look.Stack(sheet, look.Pad(14, 16, 14, 16, look.Column(12, head, e.form.Summary(), fields, e.working, e.notes, buttons)))
	return e
}

func keepWords(m *Model, d Draft) string {
	switch {
	case d.Line != 0:
		return "Keep the change"
	case m.Alone():
		return "Add it to the sum"
	}
	return "Add to the ledger"
}

// called is what the desk calls the line, and what of the page's list it is for
// where nothing else tells.
func (e *editor) called(p part) fyne.CanvasObject {
	var row []*field.Row
	switch e.draft.Kind {
	case redress.Spent, redress.Rated, redress.Judged, redress.Damaged:
		if reasons := e.v.model.Reasons(e.draft.Kind); len(reasons) > 0 {
			reason := p.pick("reason", "What it is for", reasons)
			if e.draft.Kind == redress.Damaged {
				p.follow(func(Worked) { visible(reason, e.v.model.needsReason(p.said)) })
			}
			row = append(row, &reason.Row)
		}
	}
	title := p.text("title", "Called")
	title.Optional()
	title.Hint("As the letter will name it, such as Landing carpet.")
	return p.grid(2, 240, append(row, &title.Row)...)
}

// fields are those of the line's kind.
func (e *editor) fields(p part) []fyne.CanvasObject {
	switch e.draft.Kind {
	case redress.Damaged:
		return p.damaged()
	case redress.Spent:
		return p.spent()
	case redress.Rated:
		return p.rated()
	case redress.Powered:
		return p.powered()
	case redress.Judged:
		return p.judged()
	case redress.Visits:
		return e.visits()
	case redress.Letters:
		return e.letters()
	case redress.DoorOut:
		return p.door()
	case redress.Repaired:
		return p.repair()
	case redress.Ordered:
		return p.award()
	}
	return nil
}

// put keeps what was typed and works the line out again.
func (p part) put(name, text string) {
	p.said[name] = text
	p.v.typing()
}

func (p part) text(name, label string) *field.Text {
	return p.bind(name, p.form.Text(p.at+name, label))
}

func (p part) notes(name, label string, lines int) *field.Text {
	return p.bind(name, p.form.Notes(p.at+name, label, lines))
}

func (p part) bind(name string, t *field.Text) *field.Text {
	t.Set(p.said[name])
	t.Changed = func(text string) { p.put(name, text) }
	return t
}

func (p part) money(name, label string) *field.Text {
	return p.bind(name, p.form.Money(p.at+name, label).Text)
}

// day is a date that says how it was understood. "Yesterday" is kept as the day
// it was when it was typed, however long the line sleeps (ruling 5).
func (p part) day(name, label string) *field.Text {
	d := p.form.Date(p.at+name, label, p.v.model.EchoDay)
	t := p.bind(name, d.Text)
	t.Changed = func(text string) {
		if on, err := p.v.model.Day(text); err == nil {
			text = dayOf(on)
		}
		p.put(name, text)
	}
	return t
}

// length is an age or a life, which says how it was understood.
func (p part) length(name, label string) *field.Text {
	t := p.text(name, label)
	t.EchoOf(func(text string) string {
		n, err := ParseMonths(text)
		if err != nil || text == "" || months(n) == text {
			return ""
		}
		return months(n)
	})
	t.Set(p.said[name])
	return t
}

// pick is one of a list.
func (p part) pick(name, label string, all []Choice) *field.Select {
	words := make([]string, len(all))
	chosen := ""
	for i, c := range all {
		words[i] = c.Words
		if c.ID == p.said[name] && c.ID != "" {
			chosen = c.Words
		}
	}
	s := p.form.Select(p.at+name, label, words...)
	s.Set(chosen)
	s.Changed = func(word string) {
		for _, c := range all {
			if c.Words == word {
				p.put(name, c.ID)
			}
		}
	}
	return s
}

// boxes is one of a few answers.
func (p part) boxes(name, label string, all []Choice) *field.Boxes {
	words := make([]string, len(all))
	at := -1
	for i, c := range all {
		words[i] = c.Words
		if c.ID == p.said[name] && c.ID != "" {
			at = i
		}
	}
	b := p.form.Boxes(p.at+name, label, words...)
	b.Set(at)
	b.Changed = func(place int) { p.put(name, all[place].ID) }
	return b
}

func (p part) tick(name, words string) *field.Check {
	c := p.form.Check(p.at+name, words)
	c.Set(p.said[name] == yes)
	c.Changed = func(on bool) { p.put(name, tick(on)) }
	return c
}

// follow does something now and after every change.
func (e *editor) follow(do func(Worked)) { e.after = append(e.after, do) }

// grid sets fields in columns, and takes no room while none of them shows.
func (p part) grid(most int, least float32, rows ...*field.Row) fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		objs[i] = r.Object()
	}
	g := look.Grid(most, least, 12, objs...)
	p.follow(func(Worked) {
		g.Hidden = true
		for _, r := range rows {
			g.Hidden = g.Hidden && !r.Visible()
		}
	})
	return g
}

// visible shows a field while it matters.
func visible(r interface {
	Show()
	Hide()
}, on bool) {
	if on {
		r.Show()
	} else {
		r.Hide()
	}
}

// show says what the line comes to as it is typed now. What is missing is said
// only once the officer has tried to keep it.
func (e *editor) show(row Row, w Worked) {
	m := e.v.model
	e.title.Say(row.Title, look.Text)
	e.small.Say(row.Small, look.Muted)
	words, changed := "", m.changed(*e.draft)
	if changed {
		words = typedWords(e.v.model)
	}
	visible(e.asWas, changed && e.draft.Line != 0)
	e.typed.Say(words, look.Soon.As(look.IconPen))
	e.sum.Say(sumWords(w.OK, w.Line.Sum), look.Text)
	e.working.Say(workingParts(w)...)
	if question := m.Clash(e.draft.Line); question != "" || e.draft.Said["also"] != "" {
		e.also.Relabel(orElse(question, "Why both are right"))
		e.also.Show()
	} else {
		e.also.Hide()
	}
	for _, do := range e.after {
		do(w)
	}
	e.notes.Objects = e.v.notesOf(e.draft, w)
	e.notes.Refresh()
	if e.draft.Tried {
		e.mark(w.Wrong)
	}
}

// mark puts each fault under its field, and takes those away that are mended.
// The summary stays as it was when the officer last tried.
func (e *editor) mark(wrong map[string]string) {
	for name, words := range e.form.Errors() {
		if words != wrong[name] {
			e.form.Row(name).Err(wrong[name])
		}
	}
}

func sumWords(ok bool, sum policy.Pence) string {
	if !ok {
		return ""
	}
	return sum.String()
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
