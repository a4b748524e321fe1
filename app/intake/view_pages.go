package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// readBack is the page that is read aloud before anything is recorded.
type readBack struct {
	v      *View
	object *fyne.Container
	parts  *fyne.Container
	drawn  []Part
	notice *fyne.Container
	said   string
	record *look.Button
}

func newReadBack(v *View) *readBack {
	p := &readBack{v: v, parts: look.Grid(2, 460, 12), notice: look.Stack()}
	p.record = look.NewPrimary("", v.next).With("", "Ctrl+S")
	p.notice.Hide()
	head := look.Pad(0, 0, 12, 0, look.Titled("Read this back", look.NewTxt("Is everything right? Change what is not.", look.SizeBody, look.Muted, false)))
	foot := look.Pad(12, 0, 0, 0, ends(look.NewButton("Back to the form", v.m.Change).With(look.IconLeft, "Esc"), p.record))
	p.object = look.Screen(look.Edges(head, nil, look.Scroll(look.Column(0, p.notice, p.parts)), nil, foot))
	return p
}

func (p *readBack) refresh() {
	m := p.v.m
	p.record.Say(m.RecordWords())
	if m.Busy() {
		p.record.Shut("Recording")
	} else {
		p.record.Open()
	}
	if words := m.Trouble(); words != p.said {
		p.said = words
		p.notice.Objects, p.notice.Hidden = nil, words == ""
		if words != "" {
			p.notice.Add(look.Pad(0, 0, 12, 0, look.Banner(look.Late, look.NewSentence(look.Words(words).In(look.Red)), nil)))
		}
		p.object.Refresh()
	}
	parts := m.Parts()
	if slices.EqualFunc(parts, p.drawn, samePart) {
		return
	}
	p.drawn = parts
	p.parts.Objects = nil
	for _, part := range parts {
		p.parts.Add(p.card(part))
	}
	p.object.Refresh()
}

func samePart(a, b Part) bool {
	return a.Title == b.Title && a.Field == b.Field && slices.Equal(a.Lines, b.Lines)
}

// card is one section with its Change button, which leads straight to the
// section's field.
func (p *readBack) card(part Part) fyne.CanvasObject {
	change := look.NewSmall("Change", func() {
		p.v.m.Change()
		p.v.asking.goTo(part.Field)
	})
	rows := look.Column(4)
	for _, l := range part.Lines {
		ink := look.Text
		if l.Value == NotProvided {
			ink = look.Muted
		}
		rows.Add(look.TopLine(12, look.AtLeast(170, 0, look.Column(0, look.NewTxt(l.Label, look.SizeBody, look.Muted, false))),
			look.Stretch(1, look.NewSentence(look.Words(l.Value).In(ink)))))
	}
	return look.Card(look.Column(4, look.Head(part.Title, change), rows))
}

// recorded is the page with the reference, to be read aloud.
type recorded struct {
	v           *View
	object      *fyne.Container
	body        *fyne.Container
	paper       *look.Sentence
	acknowledge *look.Button
	another     *look.Button
	said        string
}

func newRecorded(v *View) *recorded {
	p := &recorded{v: v, body: look.Column(16), paper: look.NewSentence()}
	p.acknowledge = look.NewPrimary("Acknowledge now", v.m.Acknowledge).With(look.IconLetter, "Ctrl+Enter")
	p.another = look.NewButton("Another contact", v.another).With(look.IconPlus, "Ctrl+N")
	foot := look.Pad(12, 0, 0, 0, ends(
		look.NewButton("Print again", v.m.PrintReceipt).With(look.IconPrint, "Ctrl+P"),
		look.NewButton("Open the case", v.m.OpenDone), p.another, p.acknowledge))
	p.object = look.Screen(look.Edges(look.Pad(0, 0, 12, 0, look.Titled("Recorded", nil)), nil,
		look.Scroll(look.AtMost(760, p.body)), nil, foot))
	return p
}

// focus goes to the next act: to acknowledge, where that is owed.
func (p *recorded) focus() {
	if p.v.m.MayAcknowledge() {
		look.Focus(p.acknowledge)
		return
	}
	look.Focus(p.another)
}

func (p *recorded) refresh() {
	m := p.v.m
	p.paper.Say(look.Words(m.PaperNote()).In(look.Muted))
	p.acknowledge.Hidden = !m.MayAcknowledge()
	if said := string(m.Done().Reference); said != p.said {
		p.said = said
		p.draw()
	}
	p.object.Refresh()
}

func (p *recorded) draw() {
	m := p.v.m
	who := m.Done().Resident.Name
	switch {
	case m.Done().Anonymous:
		who = "Gives no name and wants none"
	case who == "":
		who = "Name not given"
	}
	head := look.Column(6,
		look.Line(10, look.NewIco(look.IconOnTrack, look.Green, 24), look.NewTxt(m.DoneWords(), look.SizeSection, look.Green, true)),
		look.NewTxt(p.said, look.SizeFigure, look.Text, true),
		look.NewSentence(look.Words(who)), p.paper)
	for _, words := range append(m.DoneLinks(), m.DoneOffer()) {
		if words != "" {
			head.Add(look.NewSentence(look.Words(words)))
		}
	}
	p.body.Objects = []fyne.CanvasObject{look.Card(head)}
	if left := m.LeftOver(); left != "" {
		p.body.Add(look.Banner(look.Late, look.NewSentence(look.Words(left).In(look.Red)), nil))
	}
	if danger := m.DangerToDo(); len(danger) > 0 {
		p.body.Add(todo("Do now: there may be danger", look.IconFlame, danger))
	}
	p.body.Add(look.Headed(look.Plain, look.Head("What happens next"), look.Column(0, comingRows(m.DoneDates(), "")...)))
	if list := m.ToDo(); len(list) > 0 {
		p.body.Add(todo(m.ToDoWords(), look.IconPen, list))
	}
}

// todo is a card of what is not known yet.
func todo(title string, icon look.Icon, lines []string) fyne.CanvasObject {
	list := look.Column(4)
	for _, t := range lines {
		list.Add(look.Line(8, look.NewIco(icon, look.Amber, 16), look.Stretch(1, look.NewSentence(look.Words(t)))))
	}
	return look.Headed(look.Soon, look.Head(title), look.Pad(10, 16, 6, 16, list))
}
