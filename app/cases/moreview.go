package cases

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// moreHeight is how much of the form shows at once.
const moreHeight = 444

// moreForm is the form of further filters.
type moreForm struct {
	f                                        *field.Form
	state, kind, channel, office, due        *field.Select
	dueFrom, dueTo, receivedFrom, receivedTo *field.Date
	covered, hazard, ombudsman, confidential *field.Check
}

// openMore asks for everything else that the list can be narrowed by.
func (p *Page) openMore() {
	m := p.newMoreForm()
	m.set(p.model.TypedOf(p.model.Filter()))
	var sheet *look.Sheet
	show := func() {
		f, wrong := p.model.Filtered(p.model.Filter(), m.typed())
		m.f.ShowErrors(wrong)
		if len(wrong) > 0 {
			return
		}
		sheet.Close()
		p.setFilter(f)
	}
	m.f.Default = show
	m.f.Relay = func() { sheet.Refit() }
	buttons := look.Line(10, look.Gap(), look.NewButton("Not now", func() { sheet.Close() }).With("", "Esc"),
		look.NewPrimary("Show these cases", show).With("", "Ctrl+Enter"))
	all := look.Edges(look.Pad(0, 0, 12, 0, look.Column(10, look.NewTxt("More filters", look.SizeSection, look.Text, true), m.f.Summary())), nil,
		look.AtLeast(0, moreHeight, look.Scroll(m.object())), nil, look.Pad(12, 0, 0, 0, buttons))
	sheet = look.OpenDialog(p.deps.Frame.Window().Canvas(), dialogWidth, all,
		keys.NewBlocking().On("Ctrl+Enter", show), m.state.Focusable())
}

func (p *Page) newMoreForm() *moreForm {
	f := field.NewForm()
	m := &moreForm{f: f}
	m.state, m.kind = f.Select("state", "How far it is", wordsOf(states())...), f.Select("kind", "What it is", wordsOf(kinds())...)
	m.channel, m.office = f.Select("channel", "How it came", wordsOf(channels())...), f.Select("office", "Office", wordsOf(p.model.officeNames())...)
	m.due = f.Select("due", "Next due", wordsOf(dues())...)
	m.dueFrom, m.dueTo = f.Date("due_from", "Due from", p.model.Echo), f.Date("due_to", "Due to", p.model.Echo)
	m.receivedFrom, m.receivedTo = f.Date("received_from", "Received from", p.model.Echo), f.Date("received_to", "Received to", p.model.Echo)
	for _, d := range []*field.Date{m.dueFrom, m.dueTo, m.receivedFrom, m.receivedTo} {
		d.Optional()
	}
	m.covered, m.hazard = f.Check("covered", "Covered by me today"), f.Check("hazard", "A hazard is running")
	m.ombudsman, m.confidential = f.Check("ombudsman", "Before an ombudsman or regulator"), f.Check("confidential", "Confidential, of those you may see")
	return m
}

func (m *moreForm) object() fyne.CanvasObject {
	half := []float32{1, 1}
	ticks := func(left, right *field.Check) fyne.CanvasObject {
		return look.Line(8, look.Stretch(1, left.Object()), look.Stretch(1, right.Object()))
	}
	return look.Column(12, field.Beside(half, &m.state.Row, &m.kind.Row), field.Beside(half, &m.channel.Row, &m.office.Row), m.due.Object(),
		field.Beside(half, &m.dueFrom.Row, &m.dueTo.Row), field.Beside(half, &m.receivedFrom.Row, &m.receivedTo.Row),
		ticks(m.covered, m.hazard), ticks(m.ombudsman, m.confidential))
}

func (m *moreForm) set(t Typed) {
	for s, words := range map[*field.Select]string{m.state: t.State, m.kind: t.Kind, m.channel: t.Channel, m.office: t.Office, m.due: t.Due} {
		s.Set(words)
	}
	for d, text := range map[*field.Date]string{m.dueFrom: t.DueFrom, m.dueTo: t.DueTo, m.receivedFrom: t.ReceivedFrom, m.receivedTo: t.ReceivedTo} {
		d.Set(text)
	}
	for c, on := range map[*field.Check]bool{m.covered: t.Covered, m.hazard: t.Hazard, m.ombudsman: t.Ombudsman, m.confidential: t.Confidential} {
		c.Set(on)
	}
}

func (m *moreForm) typed() Typed {
	return Typed{
		State: m.state.Value(), Kind: m.kind.Value(), Channel: m.channel.Value(), Office: m.office.Value(), Due: m.due.Value(),
		DueFrom: m.dueFrom.Value(), DueTo: m.dueTo.Value(), ReceivedFrom: m.receivedFrom.Value(), ReceivedTo: m.receivedTo.Value(),
		Covered: m.covered.On(), Hazard: m.hazard.On(), Ombudsman: m.ombudsman.On(), Confidential: m.confidential.On(),
	}
}
