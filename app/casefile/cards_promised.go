package casefile

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// promisedCard is the card of a petition, an insurance claim or a fixed payment:
// its dates, with their accounts, and what is recorded beside them.
func (v *View) promisedCard() fyne.CanvasObject {
	k := v.model.Page.Clock
	head := look.Line(8, look.Stretch(1, look.NewSentence(look.Bold(k.Title).At(look.SizeCard))))
	if _, ok := v.model.Why(); ok {
		why := look.NewLink("Why?", v.openWhy)
		why.Font = look.SizeSmall
		head.Add(why)
		head.Add(look.NewKeycap("F4"))
	}
	card := look.Column(10, head, facts(k.Dates))
	if k.Note != "" {
		card.Add(look.Hint(k.Note))
	}
	return look.Card(card)
}

// repairsCard are the repairs under the Right to Repair, in whatever record they
// are; nil where there is none.
func (v *View) repairsCard() fyne.CanvasObject {
	all := v.model.Page.Repairs
	if len(all) == 0 {
		return nil
	}
	body := look.Column(10, look.NewTxt("Right to Repair", look.SizeCard, look.Text, true))
	for _, r := range all {
		tone := look.OnTime(r.Tone)
		text := look.Column(2, look.NewSentence(look.Bold(r.Name)), look.Hint(r.Second),
			look.NewSentence(look.Bold(r.Mark).In(tone.Ink).At(look.SizeSmall)))
		if words := v.leadsTo(r.Leads); words != "" {
			text.Add(look.Line(0, look.NewLink(words, func() { v.settle(r.Leads) })))
		}
		body.Add(look.Line(8, look.NewIco(tone.Icon, tone.Ink, 18), look.Stretch(1, text)))
	}
	return look.Card(body)
}
