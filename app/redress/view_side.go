package redress

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/casework"
)

// drawSide makes the ledger and what is done with it.
func (v *View) drawSide() {
	m := v.model
	v.side.Objects, v.next = []fyne.CanvasObject{v.ledgerCard()}, nil
	for _, s := range m.Stands() {
		v.side.Add(v.standCard(s))
	}
	if card := v.offsetCard(); card != nil {
		v.side.Add(card)
	}
	if words := m.OfferWords(); words != "" {
		head := look.Line(8, look.NewTxt(offerTitle, look.SizeCard, look.Text, true), look.Gap(), look.NewKeycap("F7"))
		v.side.Add(look.Card(look.Column(8, head, look.NewSentence(look.Words("“"+words+"”").At(look.SizeSmall)), look.Hint(offerUse))))
	}
	if m.Alone() {
		v.side.Add(look.Card(look.Column(6, look.Line(8, look.NewIco(look.IconInfo, look.Accent, 18), look.NewTxt("Nothing here is kept", look.SizeBody, look.Text, true)),
			look.Hint("It works out what something would be by the same rules as a case. To offer it, add the lines on the case: Alt+R there."))))
	}
	v.side.Refresh()
}

// ledgerCard is every line with its sum, and the total in the largest words.
func (v *View) ledgerCard() fyne.CanvasObject {
	m := v.model
	rows := m.Rows()
	count := "no lines"
	if len(rows) > 0 {
		count = counted(len(rows), "line")
	}
	column := look.Column(6, look.Line(8, look.NewTxt("Ledger", look.SizeCard, look.Text, true), look.Gap(), look.NewChip(count, look.Told.As(""))))
	for _, r := range rows {
		ink, sum, title := look.Text, r.Line.Sum.String(), r.Title
		switch {
		case r.OK && r.Typed:
			title += ", as typed"
		case !r.OK && r.ID != 0:
			ink, title = look.Muted, title+", as kept"
		case !r.OK:
			ink, sum, title = look.Muted, "not yet", title+", as typed"
		}
		column.Add(look.Line(10, look.Stretch(1, look.NewCut(title, look.SizeBody, ink, false)), look.NewTxt(sum, look.SizeBody, ink, false)))
	}
	word := "Offer"
	if m.Alone() {
		word = "It would be"
	}
	foot := look.Column(2, look.Line(10, look.NewTxt(word, look.SizeSection, look.Text, true), look.Gap(), look.NewTxt(m.Ledger().Total().String(), look.SizeFigure, look.Text, true)))
	for _, words := range v.footWords() {
		foot.Add(look.Hint(words))
	}
	return look.Tinted(look.Plain, look.Column(0, look.Pad(12, 16, 10, 16, column), look.NewRule(look.Text), look.Pad(8, 16, 10, 16, foot)))
}

// footWords are below the total: what of it is another stage's or an
// ombudsman's, and what was paid.
func (v *View) footWords() []string {
	m := v.model
	var all []string
	if words := m.Earlier(); words != "" {
		all = append(all, words)
	}
	if award := m.Ledger().Total() - m.Whole(); award > 0 {
		all = append(all, fmt.Sprintf("%s of it was ordered by an ombudsman and is no offer.", award))
	}
	for _, p := range m.Case.Payments {
		words := fmt.Sprintf("%s paid on %s, %s, %s.", p.Sum, p.On.Letter(), p.Method, p.Reference)
		if !p.Erred.IsZero() {
			words = fmt.Sprintf("%s of %s was recorded in error: %s", p.Sum, p.On.Letter(), p.Error)
		}
		all = append(all, words)
	}
	return all
}

// paidWords is the chip of a line that money was paid for.
func (m *Model) paidWords(line int) string {
	if m.Alone() || line == 0 {
		return ""
	}
	l, ok := m.line(line)
	paid := m.Case.Paid(line)
	switch {
	case !ok || paid == 0:
		return ""
	case paid >= l.Sum:
		return "Paid"
	}
	return paid.String() + " paid"
}

func toneOf(s Stand) look.Tone {
	switch s.Weigh {
	case Needs:
		icon := look.IconLock
		if len(s.Does) > 0 && s.Does[0].Deed == Pay {
			icon = look.IconPound
		} else if len(s.Does) > 0 && s.Does[0].Deed == Approve {
			icon = look.IconWait
		}
		return look.Soon.As(icon)
	case Well:
		return look.OnTrack
	case Waits:
		return look.Plain.As(look.IconWait)
	}
	return look.Plain.As(look.IconInfo)
}

// standCard is how the offer stands, and the buttons of what comes next. The
// first of them on the screen has the key.
func (v *View) standCard(s Stand) fyne.CanvasObject {
	tone := toneOf(s)
	column := look.Column(8, look.TopLine(10, look.Column(0, look.NewIco(tone.Icon, tone.Ink, 20)), look.Stretch(1, look.NewSentence(look.Bold(s.Title).In(tone.Ink)))))
	for _, words := range strings.Split(s.Words, "\n") {
		if words != "" {
			column.Add(look.NewSentence(look.Words(words)))
		}
	}
	if len(s.Does) > 0 {
		buttons := look.Flow(8, 8)
		for i, step := range s.Does[:min(len(s.Does), mostSteps)] {
			if i == 0 || v.model.shut(step) == "" { // why it is shut is said once
				buttons.Add(v.stepButton(step))
			}
		}
		column.Add(buttons)
	}
	if s.Weigh == Waits || s.Weigh == Told {
		tone = look.Plain
	}
	return look.Tinted(tone, look.Pad(12, 16, 12, 16, column))
}

// mostSteps is how many buttons a card has; more approvers than that are chosen
// from no list: the first one reaches far enough.
const mostSteps = 3

func (v *View) stepButton(step Step) *look.Button {
	do := func() { v.do(step) }
	b := look.NewButton(step.Words, do)
	if v.next == nil && !step.Quiet && v.model.shut(step) == "" {
		b = look.NewPrimary(step.Words, do).With("", "Ctrl+Enter")
		v.next = b
	}
	if why := v.model.shut(step); why != "" {
		b.Shut(why)
	}
	if first, _ := v.model.step(Reply); step == first && b != v.next {
		b.With("", replyKey)
	}
	return b
}

// act is the act that a deed does to the case.
func (d Deed) act() casework.ActName {
	return map[Deed]casework.ActName{Propose: casework.ActPropose, Approve: casework.ActApprove, SendBack: casework.ActSendBackOffer,
		Write: casework.ActOfferRedress, Reply: casework.ActAnswerOffer, Pay: casework.ActPay}[d]
}

// shut says why a step cannot be done now; empty where it can.
func (m *Model) shut(step Step) string {
	switch {
	case casework.May(m.by, step.Deed.act(), m.Case) != nil:
		return "Not for " + string(m.by.Role)
	case m.Typing() && (step.Deed == Propose || step.Deed == Write):
		return "Keep the line first (Ctrl+S)"
	case step.Deed == Propose && len(m.Suggestions()) > 0:
		return "Answer for our lateness first"
	}
	return ""
}

// offsetCard asks about rent arrears, only where the office allows it.
func (v *View) offsetCard() fyne.CanvasObject {
	sum, ready := v.model.Offset()
	if sum == 0 {
		return nil
	}
	button := look.NewButton(fmt.Sprintf("Set %s against arrears", sum), func() { v.pay(casework.Arrears) })
	if !ready {
		button.Shut("Once the resident is told")
	}
	return look.Card(look.Column(8, look.NewTxt("Set against rent arrears?", look.SizeBody, look.Text, true),
		look.Hint("Only Right to Repair money may be, and only where the resident owes rent. Never an Ombudsman award."), look.Flow(8, 8, button)))
}

// suggestion is a lateness of ours that asks for a line or for a reason.
func (v *View) suggestion(s casework.Suggestion) fyne.CanvasObject {
	add := look.NewButton("Add a line for it", func() {
		v.model.Suggest(s)
		v.redraw("band")
	}).With(look.IconPlus, "")
	waive := look.NewButton("None is due: say why", func() { v.waive(s) })
	return look.Tinted(look.Soon, look.Pad(12, 16, 12, 16, look.Column(8,
		look.Line(10, look.NewIco(look.IconClock, look.Amber, 20), look.NewTxt("Our own lateness", look.SizeCard, look.Amber, true)),
		look.NewSentence(look.Words(s.Words()+". The page has money for poor handling of a complaint.")), look.Flow(8, 8, add, waive))))
}
