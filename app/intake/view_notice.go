package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/look"
)

// showWrong marks what the last press found and takes the focus there.
func (p *asking) showWrong() {
	m := p.v.m
	wrong := map[string]string{}
	for name, words := range m.Wrong() {
		if name == Choice {
			name = p.choiceField()
		}
		wrong[name] = words
	}
	if wrong[Received]+wrong[Channel]+wrong[Handler] != "" && !p.cameCard.Visible() {
		p.cameCard.Hidden = false
	}
	p.fields.form.ShowErrors(wrong)
	if len(wrong) == 0 && p.confirm != nil {
		look.Focus(p.confirm)
	}
	p.toTop() // the whole card, and not only the line with the focus
}

// scrollIn is the scroll that look.Scroll has padded.
func scrollIn(padded *fyne.Container) *container.Scroll {
	for _, o := range padded.Objects {
		switch o := o.(type) {
		case *container.Scroll:
			return o
		case *fyne.Container:
			return scrollIn(o)
		}
	}
	panic("intake: no scroll to move")
}

// relent takes errors away that have been put right. It never shows a new
// one: that is for the next press.
func (p *asking) relent() {
	wrong, form := p.v.m.Wrong(), p.fields.form
	shown := form.Errors()
	if len(wrong) == 0 && len(shown) > 0 {
		form.ShowErrors(nil)
		return
	}
	for name := range shown {
		known := name
		if name == choiceOfTwo {
			known = Choice
		}
		if wrong[known] == "" {
			form.Row(name).Err("")
		}
	}
}

// note is the card above the form: what is being asked about once, or why the
// last press did nothing.
func (p *asking) note() {
	m := p.v.m
	words := m.Trouble()
	for _, d := range m.Doubts() {
		words += "|" + d.Field + ":" + d.Words
	}
	if words == p.said {
		return
	}
	p.said, p.confirm = words, nil
	p.notice.Objects = nil
	p.notice.Hidden = words == ""
	if m.Trouble() != "" {
		p.notice.Add(look.Banner(look.Late, look.NewSentence(look.Words(m.Trouble()).In(look.Red)), nil))
	} else if words != "" {
		p.confirm = look.NewSmall("Yes, it is right", p.v.next).With("", "Ctrl+S")
		lines := []fyne.CanvasObject{look.NewTxt("Is this right?", look.SizeCard, look.Amber, true)}
		for _, d := range m.Doubts() {
			lines = append(lines, look.NewLink(d.Words, func() { p.goTo(d.Field) }))
		}
		p.notice.Add(look.Banner(look.Soon.As(look.IconHelp), look.Column(2, lines...), p.confirm))
	}
	p.object.Refresh()
}

// choice shows the question of the resident's choice as it stands now, and
// reports whether its words have changed.
func (p *asking) choice() bool {
	m := p.v.m
	why, question := m.Ask()
	offer := m.OfferLine()
	if p.why.Text() == why+" "+question && p.offer.Text() == offer {
		return false
	}
	p.why.Say(look.Words(why+" "), look.Bold(question))
	p.offer.Say(look.Words(offer).In(look.Muted).At(look.SizeSmall))
	p.offered.Hidden = offer == ""
	return true
}

// comesFrom says what case the contact comes from, and reports whether that
// has changed.
func (p *asking) comesFrom() bool {
	words := p.v.m.From()
	if words == p.fromSaid {
		return false
	}
	p.fromSaid = words
	p.from.Objects, p.from.Hidden = nil, words == ""
	if words != "" {
		p.from.Add(look.Banner(look.Told.As(look.IconLink), look.NewSentence(look.Words(words)),
			look.NewSmall("Take the link away", p.v.m.DropFrom)))
	}
	return true
}
