package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

// asking is the form's page.
type asking struct {
	v                    *View
	object               *fyne.Container
	toTop                func() // scrolls the form to its top
	fields               *fields
	came                 *look.Button
	what                 *look.Button // what came in
	kindCard             *fyne.Container
	kindSaid             string
	kinds                map[casework.Kind]*fyne.Container // what each asks for
	choicePart           *fyne.Container
	whoHead              *look.Txt
	storyHead, aboutHead *look.Txt
	pills                *fyne.Container
	strip                []Pill // as drawn
	cameCard             *fyne.Container
	notice               *fyne.Container
	said                 string // what the notice says now
	why                  *look.Sentence
	offer                *look.Sentence
	offered              *fyne.Container
	speaks               *speaks
	others               *others
	dangers              *dangers
	from                 *fyne.Container
	fromSaid             string
	sections             []section
	side                 *side
	kept                 *look.Chip
	confirm              *look.Button
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
	p.speaks, p.others, p.dangers = newSpeaks(f), newOthers(v, f), newDangers(f)
	p.came = look.NewSmall("", p.toCame).With(look.IconVisit, "F2")
	p.what = look.NewSmall("Complaint or request", p.toWhat).With("", "F3")
	p.kindSaid = "Complaint or request"
	title := ends(look.Line(16, look.NewTxt("New contact", look.SizeTitle, look.Text, true), p.came), p.what)
	p.pills = title.Objects[1].(*fyne.Container)
	head := look.Pad(0, 0, 12, 0, title)

	p.cameCard = look.Card(look.TopLine(16, look.Stretch(1, f.channel.Object()),
		look.Stretch(1, f.texts[Received].Object()), look.Stretch(1, f.handler.Object())))
	p.cameCard.Hide()
	p.kindCard = look.Stack(p.whatCard())
	p.kindCard.Hide()
	p.notice = look.Stack()
	p.notice.Hide()

	p.from = look.Stack()
	p.from.Hide()
	beside := look.Sticky(p.side.object)
	columns := look.Grid(3, 330, 16, look.Card(p.left()), look.Card(p.middle()), beside)
	body := look.Column(12, f.form.Summary(), p.notice, p.kindCard, p.cameCard, p.from, columns)
	scroll := look.Scroll(body)
	look.Stick(scrollIn(scroll), beside)
	p.toTop = func() { look.ScrollTo(scrollIn(scroll), fyne.Position{}) }
	// With large text in a low window the form keeps some height, and the page
	// scrolls round it.
	p.object = look.Screen(look.Scroll(look.Edges(head, nil, look.AtLeast(0, leastForm, scroll), nil, p.foot())))
	f.form.In(p.object)
	f.form.Default = v.next
	return p
}

// leastForm is the height that the form has at the least, at 100 %: a field of
// several lines with what stands above and below it.
const leastForm = 220

// left is Who, Where and What happened.
func (p *asking) left() fyne.CanvasObject {
	f := p.fields
	p.whoHead = look.NewTxt(p.v.m.WhoHead(), look.SizeCard, look.Text, true)
	p.storyHead = look.NewTxt(p.v.m.StoryHead(), look.SizeCard, look.Text, true)
	row := func(names ...string) fyne.CanvasObject {
		rows := make([]*field.Row, len(names))
		shares := make([]float32, len(names))
		for i, n := range names {
			rows[i], shares[i] = &f.texts[n].Row, 1
		}
		return field.Beside(shares, rows...)
	}
	who := look.Column(6, ends(headed("1", p.whoHead), p.others.button), look.Flow(16, 2, f.behalf.Object(), f.anonymous.Object()),
		f.texts[Name].Object(), field.Beside([]float32{3, 4}, &f.texts[Phone].Row, &f.texts[Email].Row),
		p.speaks.object, p.others.object)
	where := look.Column(6, heading("2", "Where", nil),
		field.Beside([]float32{5, 2}, &f.texts[Address].Row, &f.texts[Postcode].Row))
	what := look.Column(6, headed("3", p.storyHead), f.texts[Story].Object(), row(Happened, Before),
		p.dangers.told, p.dangers.object)
	p.sections = append(p.sections, section{who, at(Name)}, section{where, at(Address)}, section{what, at(Story)})
	return look.Column(14, who, where, what)
}

// middle is what would put it right, adjustments, how to reply and the choice.
func (p *asking) middle() fyne.CanvasObject {
	f := p.fields
	p.why = look.NewSentence()
	p.aboutHead = look.NewTxt(p.v.m.AboutHead(), look.SizeCard, look.Text, true)
	right := look.Column(6, headed("4", p.aboutHead), f.texts[Wanted].Object(), f.texts[Subject].Object())
	needs := look.Column(6, heading("5", "Adjustments", look.NewTxt("What would make this easier?", look.SizeSmall, look.Muted, false)),
		f.needs.Object(), f.texts[NeedNote].Object())
	reply := look.Column(6, heading("6", "How to reply", nil), f.reply.Object(), f.texts[DoNot].Object())
	p.offer = look.Hint("")
	p.offered = look.Line(6, look.NewIco(look.IconInfo, look.Muted, 16), look.Stretch(1, p.offer))
	p.choicePart = look.Column(8, heading("7", "The resident's choice", nil), f.grievance.Object(), p.why,
		f.three.Object(), f.two.Object(), p.offered)
	p.sections = append(p.sections, section{right, p.aboutField}, section{needs, at(Adjustments)}, section{reply, at(Reply)},
		section{p.choicePart, p.choiceField})
	return look.Column(14, right, needs, reply, p.choicePart)
}

// aboutField is where the fourth part begins.
func (p *asking) aboutField() string {
	if p.v.m.Promised() {
		return Subject
	}
	return Wanted
}

// headed is the number and the changing name of a section.
func headed(number string, name *look.Txt) fyne.CanvasObject {
	return look.Line(9, look.Number(number, look.AccentTint), name)
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
		p.toTop()
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
	if to < 0 || to >= len(p.sections) {
		return
	}
	if first := p.sections[to].first(); p.fields.form.Row(first).Visible() { // nobody is asked for the choice of an anonymous report
		p.fields.form.Focus(first)
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
		p.v.m.AskOthers()
		if len(p.v.m.Matches()) > 0 {
			look.Focus(p.side.list)
		}
	}
}

// refresh shows what the model holds now.
func (p *asking) refresh() {
	m := p.v.m
	p.fields.sync(m)
	p.relent()
	grown := []bool{p.came.Label != m.Came()}
	p.came.Say(m.Came())
	p.note()
	grown = append(grown, p.kindChanged(), p.choice(), p.comesFrom(), p.speaks.refresh(m), p.others.refresh(), p.dangers.refresh(m), p.side.refresh())
	if slices.Contains(grown, true) {
		p.object.Refresh()
	}
	p.ages()
}

// goTo puts the cursor into a field, unfolding what hides it.
func (p *asking) goTo(name string) {
	switch name {
	case Received, Channel, Handler:
		p.cameCard.Hidden = false
		p.object.Refresh()
	case Kind, Signatures, Against, Injury, Promise:
		p.kindCard.Hidden = false
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
	p.pills.Objects = []fyne.CanvasObject{p.what}
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
