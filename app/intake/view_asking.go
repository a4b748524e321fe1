package intake

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// asking is the form's page.
type asking struct {
	v        *View
	object   *fyne.Container
	toTop    func() // scrolls the form to its top
	fields   *fields
	came     *look.Button
	pills    *fyne.Container
	strip    []Pill // as drawn
	cameCard *fyne.Container
	notice   *fyne.Container
	said     string // what the notice says now
	why      *look.Sentence
	sections []section
	side     *side
	kept     *look.Chip
	confirm  *look.Button
}

// section is one numbered part of the form: what it holds, and the field that
// Ctrl+Down comes to.
type section struct {
	object fyne.CanvasObject
	first  func() string
}

func newAsking(v *View) *asking {
	m := v.m
	p := &asking{v: v, fields: newFields(m), side: newSide(m)}
	f := p.fields
	p.came = look.NewSmall("", p.toCame).With(look.IconVisit, "F2")
	title := ends(look.Line(16, look.NewTxt("New contact", look.SizeTitle, look.Text, true), p.came))
	p.pills = title.Objects[1].(*fyne.Container)
	head := look.Pad(0, 0, 12, 0, title)

	p.cameCard = look.Card(look.TopLine(16, look.Stretch(1, f.channel.Object()),
		look.Stretch(1, f.texts[Received].Object()), look.Stretch(1, f.handler.Object())))
	p.cameCard.Hide()
	p.notice = look.Stack()
	p.notice.Hide()

	columns := look.Grid(3, 330, 16, look.Card(p.left()), look.Card(p.middle()), p.side.object)
	body := look.Column(12, f.form.Summary(), p.notice, p.cameCard, columns)
	scroll := look.Scroll(body)
	p.toTop = func() { scrollIn(scroll).ScrollToTop() }
	p.object = look.Screen(look.Edges(head, nil, scroll, nil, p.foot()))
	f.form.In(p.object)
	f.form.Default = v.next
	return p
}

// left is Who, Where and What happened.
func (p *asking) left() fyne.CanvasObject {
	f := p.fields
	row := func(names ...string) fyne.CanvasObject {
		rows := make([]*field.Row, len(names))
		shares := make([]float32, len(names))
		for i, n := range names {
			rows[i], shares[i] = &f.texts[n].Row, 1
		}
		return field.Beside(shares, rows...)
	}
	who := look.Column(6, heading("1", "Who", f.behalf.Object()),
		f.texts[Name].Object(), field.Beside([]float32{3, 4}, &f.texts[Phone].Row, &f.texts[Email].Row),
		row(RepName, RepRelation), f.texts[RepPaper].Object())
	where := look.Column(6, heading("2", "Where", nil),
		field.Beside([]float32{5, 2}, &f.texts[Address].Row, &f.texts[Postcode].Row))
	what := look.Column(6, heading("3", "What happened", nil), f.texts[Story].Object(), row(Happened, Before))
	p.sections = append(p.sections, section{who, at(Name)}, section{where, at(Address)}, section{what, at(Story)})
	return look.Column(14, who, where, what)
}

// middle is what would put it right, adjustments, how to reply and the choice.
func (p *asking) middle() fyne.CanvasObject {
	f := p.fields
	p.why = look.NewSentence()
	right := look.Column(6, heading("4", "What would put it right", nil), f.texts[Wanted].Object(), f.texts[Subject].Object())
	needs := look.Column(6, heading("5", "Adjustments", look.NewTxt("What would make this easier?", look.SizeSmall, look.Muted, false)),
		f.needs.Object(), f.texts[NeedNote].Object())
	reply := look.Column(6, heading("6", "How to reply", nil), f.reply.Object(), f.texts[DoNot].Object())
	choice := look.Column(8, heading("7", "The resident's choice", f.unhappy.Object()), p.why, f.three.Object(), f.two.Object(),
		look.Line(6, look.NewIco(look.IconInfo, look.Muted, 16), look.Stretch(1, look.Hint("The repair carries on either way."))))
	p.sections = append(p.sections, section{right, at(Wanted)}, section{needs, at(Adjustments)}, section{reply, at(Reply)},
		section{choice, p.choiceField})
	return look.Column(14, right, needs, reply, choice)
}

func at(name string) func() string { return func() string { return name } }

// choiceField is whichever of the two choices shows.
func (p *asking) choiceField() string {
	if len(p.v.m.Answers()) == 2 {
		return choiceOfTwo
	}
	return Choice
}

// heading is the number and the name of a section, and what stands beside it.
func heading(number, words string, beside fyne.CanvasObject) fyne.CanvasObject {
	name := look.Line(9, look.Number(number, look.AccentTint), look.NewTxt(words, look.SizeCard, look.Text, true))
	if beside == nil {
		return name
	}
	return ends(name, beside)
}

func (p *asking) foot() fyne.CanvasObject {
	p.kept = look.NewMark("", look.OnTrack)
	return look.Pad(12, 0, 0, 0, ends(p.kept,
		look.NewButton("Blank form", p.v.print).With(look.IconPrint, "Ctrl+P"),
		look.NewButton("Discard", p.v.discard),
		look.NewButton("Park", p.v.park).With(look.IconPause, "F8"),
		look.NewPrimary("Read back and record", p.v.next).With("", "Ctrl+S")))
}

// first puts the cursor where the conversation stands.
func (p *asking) first() {
	m := p.v.m
	switch {
	case m.Text(Name) != "" && m.Text(Story) == "":
		p.fields.form.Focus(Story)
	default:
		p.fields.form.Focus(Name)
	}
}

// jump goes to the section after or before the one that has the focus.
func (p *asking) jump(by int) {
	if p.v.m.Page() != Asking {
		return
	}
	focused := focusedIn(p.object)
	now := slices.IndexFunc(p.sections, func(s section) bool { return focused != nil && has(s.object, focused) })
	to := now + by
	if now < 0 {
		to = 0
	}
	if to >= 0 && to < len(p.sections) {
		p.fields.form.Focus(p.sections[to].first())
	}
}

// focusedIn is what has the focus in the window that shows o.
func focusedIn(o fyne.CanvasObject) fyne.Focusable {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		return c.Focused()
	}
	return nil
}

// toCame unfolds how it came, or folds it away again.
func (p *asking) toCame() {
	if p.v.m.Page() != Asking {
		return
	}
	open := !p.cameCard.Visible()
	p.cameCard.Hidden = !open
	p.object.Refresh()
	if open {
		p.fields.form.Focus(Channel)
	} else {
		p.first()
	}
}

// toMatches asks for the other homes of the block too, and goes to the list.
func (p *asking) toMatches() {
	if p.v.m.Page() == Asking {
		p.v.m.AskBlock()
		if len(p.v.m.Matches()) > 0 {
			look.Focus(p.side.list)
		}
	}
}

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

// refresh shows what the model holds now.
func (p *asking) refresh() {
	m := p.v.m
	p.fields.sync(m)
	p.relent()
	p.came.Say(m.Came())
	why, question := m.Ask()
	if p.why.Text() != why+" "+question {
		p.why.Say(look.Words(why+" "), look.Bold(question))
		p.object.Refresh()
	}
	p.note()
	if p.side.refresh() {
		p.object.Refresh()
	}
	p.ages()
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

// goTo puts the cursor into a field, unfolding what hides it.
func (p *asking) goTo(name string) {
	switch name {
	case Received, Channel, Handler:
		p.cameCard.Hidden = false
		p.object.Refresh()
	case Choice:
		name = p.choiceField()
	}
	p.fields.form.Focus(name)
}

// ages shows how old the drafts are and when this one was kept.
func (p *asking) ages() {
	m := p.v.m
	line, bad := m.KeptLine()
	tone := look.OnTrack
	if bad {
		tone = look.Late
	}
	p.kept.Say(line, tone)
	strip := m.Parked()
	if slices.Equal(strip, p.strip) {
		return
	}
	p.strip = strip
	p.pills.Objects = nil
	if len(strip) > 0 {
		p.pills.Add(look.AtLeast(0, 32, look.NewTxt("Parked", look.SizeBody, look.Muted, false)))
	}
	for i, pill := range strip {
		p.pills.Add(look.NewSmall(pill.Initials+"  "+pill.Age, func() {
			if m.Bring(i + 1) {
				p.first()
			}
		}).With(look.IconPause, keys.Chord(pill.Key)))
	}
	p.object.Refresh()
}
