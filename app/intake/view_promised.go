package intake

import (
	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// promised adds what the contact is, and what each kind asks for.
func (f *fields) promised(m *Model) {
	var words []string
	for _, w := range Whats() {
		words = append(words, w.Words)
	}
	f.what = f.form.Select(Kind, "What came in", words...)
	f.what.Changed = func(words string) {
		for _, w := range Whats() {
			if w.Words == words {
				m.SetWhat(w.Kind)
			}
		}
	}
	f.text(m, Signatures, f.form.Text(Signatures, "Signatures"))
	f.text(m, Against, f.form.Text(Against, "Against")).Optional()
	f.texts[Against].Hint("The contractor by name, or empty where it is against us.")
	f.injury = f.form.Check(Injury, "Somebody was hurt")
	f.injury.Changed = m.SetInjury
	f.payment = f.form.Select(Promise, "What the payment is for")
	f.payment.Changed = m.SetPayment
}

// syncPromised shows the fields of the kind and hides those of the others.
func (f *fields) syncPromised(m *Model) {
	f.what.Set(m.What().Words)
	f.injury.Set(m.Injury())
	var titles []string
	for _, p := range m.Payments() {
		titles = append(titles, p.Title)
	}
	if len(titles) != f.payments {
		f.payments = len(titles)
		f.payment.SetOptions(titles...)
	}
	if f.payment.Value() != m.Payment() {
		f.payment.Set(m.Payment())
	}
	kind := m.form.Kind
	toggle(f.rows(Signatures), kind == casework.PetitionKind)
	toggle(f.rows(Against), kind == casework.ClaimKind)
	toggle([]*field.Row{&f.injury.Row}, kind == casework.ClaimKind)
	toggle([]*field.Row{&f.payment.Row}, kind == casework.FixedSum)
	toggle(f.rows(Before, Wanted), !kind.Promised())
	f.texts[Happened].Relabel(m.HappenedWords())
	toggle(f.rows(Happened), kind != casework.PetitionKind)
	toggle([]*field.Row{&f.anonymous.Row}, !kind.Promised())
}

// whatCard is the card at the top that says what came in (F3). It is folded
// away for a complaint or a request.
func (p *asking) whatCard() fyne.CanvasObject {
	f := p.fields
	p.kinds = map[casework.Kind]*fyne.Container{
		casework.PetitionKind: look.AtLeast(120, 0, f.texts[Signatures].Object()),
		casework.FixedSum:     look.AtLeast(330, 0, f.payment.Object()),
		casework.ClaimKind:    look.AtLeast(260, 0, f.texts[Against].Object()),
	}
	return look.Card(look.Flow(16, 8, look.AtLeast(260, 0, f.what.Object()), p.kinds[casework.PetitionKind],
		p.kinds[casework.FixedSum], p.kinds[casework.ClaimKind], f.injury.Object()))
}

// toWhat goes to what came in, unfolding it.
func (p *asking) toWhat() {
	if p.v.m.Page() != Asking {
		return
	}
	p.kindCard.Hidden = false
	p.object.Refresh()
	p.fields.form.Focus(Kind)
}

// kindChanged shows the parts of the form that the kind has, and reports whether
// it grew or shrank.
func (p *asking) kindChanged() bool {
	m := p.v.m
	words := m.What().Words
	for kind, part := range p.kinds {
		part.Hidden = kind != m.What().Kind
	}
	if p.kindSaid == words {
		return false
	}
	p.kindSaid = words
	p.what.Say(words)
	p.kindCard.Hidden = !m.Promised() && p.fields.form.At(focusedIn(p.object)) != Kind
	p.whoHead.Say(m.WhoHead(), look.Text)
	p.storyHead.Say(m.StoryHead(), look.Text)
	p.aboutHead.Say(m.AboutHead(), look.Text)
	p.choicePart.Hidden = m.Promised()
	return true
}
