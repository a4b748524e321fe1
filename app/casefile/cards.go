package casefile

import (
	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/data/casework"
)

// draw lays the whole page out again from the model. The lists beside the case
// and the timeline stay the same objects, so that a change leaves the officer
// where they work.
func (v *View) draw() {
	canvas := v.deps.Shell.Window().Canvas()
	mine, stay := look.Holds(canvas, v.whole), v.stays(canvas.Focused())
	place := -1
	if v.points != nil && canvas.Focused() == fyne.Focusable(v.points) {
		place = v.points.Cursor()
	}
	v.beside.show()
	v.events.Reload()
	left := look.Column(12, v.stageCard())
	if v.model.Page.Money {
		left.Add(v.redressCard())
	}
	if card := v.repairsCard(); card != nil {
		left.Add(card)
	}
	left.Add(look.Stretch(1, look.AtLeast(0, leastLetters, v.lettersCard())))
	middle := look.Column(12, look.Stretch(1, look.AtLeast(0, leastPoints(len(v.model.Page.Points)), v.pointsCard())), look.Stretch(1, look.AtLeast(0, leastRows, v.beside.whole)))
	right := look.Column(12, v.contactCard(), look.Stretch(1, look.AtLeast(0, leastRows, v.timelineCard())))
	top := look.Column(12, v.head(), v.banner())
	if card := v.noticesCard(); card != nil {
		top.Add(card)
	}
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Scroll(look.Column(12, top, look.Stretch(1, columns(left, middle, right)))))}
	v.whole.Refresh()
	v.deps.Shell.ShowHints()
	switch {
	case !mine || stay:
	case place >= 0 && v.points != nil:
		look.Focus(v.points)
		v.points.GoTo(place)
	default:
		v.FocusFirst()
	}
}

// The least heights of the lists: a head and some rows.
const (
	leastRows    = 44 + 57*3
	leastLetters = 44 + 57*1.5
)

// leastPoints is room for some points, so that the lists below come into sight.
func leastPoints(n int) float32 { return 44 + 57*float32(max(1, min(n, 3))) }

// stays says whether what has the focus is still there after the page is drawn
// again.
func (v *View) stays(f fyne.Focusable) bool {
	switch f {
	case fyne.Focusable(v.beside.tabs), fyne.Focusable(v.events):
		return true
	case fyne.Focusable(v.beside.list):
		return len(v.beside.rows()) > 0
	}
	return false
}

// mostName is how much of a resident's name stands above the page; the letters
// and the form of contact details have it whole.
const mostName = 44

func (v *View) head() fyne.CanvasObject {
	p := v.model.Page
	back := look.Line(4, look.NewIco(look.IconLeft, look.Accent, 18), look.NewLink("Cases", func() { v.deps.Shell.Back() }))
	name := []rune(p.Name)
	if len(name) > mostName {
		name = append(name[:mostName-1], '…')
	}
	file := look.NewSmall("Case file", v.caseFile).With(look.IconPrint, "Alt+F")
	if v.model.MayMakeFile() != nil {
		file.Shut("Case file: not for " + string(v.deps.By.Role))
	}
	return look.Line(12, back, look.Stretch(1, look.Titled(string(name), look.Stretch(1, look.NewCut(p.About, look.SizeSection, look.Muted, false)),
		look.NewTxt(p.Reference, look.SizeBody, look.Muted, false), file, look.NewSmall("More", v.more).With(look.IconDown, "Alt+M"))))
}

func (v *View) banner() fyne.CanvasObject {
	p := v.model.Page
	tone := look.OnTime(p.Status.Tone)
	parts := []look.Part{look.Bold(p.Status.Sentence + " ").At(look.SizeSection)}
	switch {
	case p.Status.Left != "" && p.With != "":
		parts = append(parts, look.Bold(p.Status.Left+", ").In(tone.Ink).At(look.SizeSection), look.Words(p.With+".").At(look.SizeSection))
	case p.Status.Left != "":
		parts = append(parts, look.Bold(p.Status.Left+".").In(tone.Ink).At(look.SizeSection))
	}
	v.next = nil
	var action fyne.CanvasObject
	if next := p.Status.Next; next.Act != "" {
		v.next = look.NewPrimary(next.Label, v.doNext).With("", "Ctrl+Enter")
		if v.model.May(next.Act) != nil {
			v.next.Shut("Not for " + string(v.deps.By.Role))
		}
		action = v.next
	}
	return look.Banner(tone, look.NewSentence(parts...), action)
}

// noticesCard is what must not be missed, one line each; nil where there is
// nothing.
func (v *View) noticesCard() fyne.CanvasObject {
	all := v.model.Page.Notices
	if len(all) == 0 {
		return nil
	}
	lines := look.Column(4)
	for _, n := range all {
		tone := look.OnTime(n.Tone)
		icon := tone.Icon
		if n.Leads.Act == casework.ActHazardStep {
			icon = look.IconFlame
		}
		row := look.Line(10, look.NewIco(icon, tone.Ink, 18), look.NewSentence(look.Bold(n.Head).In(tone.Ink), look.Words(n.Text)))
		if n.Does != "" {
			row.Add(look.NewLink(n.Does, func() { v.settle(n.Leads) }))
		}
		lines.Add(row)
	}
	return look.Tinted(look.Plain, look.Pad(8, 16, 8, 16, lines))
}

func (v *View) redressCard() fyne.CanvasObject {
	p := v.model.Page
	head := look.Line(8, look.NewTxt("Redress", look.SizeCard, look.Text, true), look.Gap(), look.NewLink("Open", v.openRedress), look.NewKeycap("Alt+R"))
	card := look.Column(8, head, look.Line(12, look.NewTxt(p.Redress.String(), look.SizeTitle, look.Text, true),
		look.Stretch(1, look.Hint(sentenceOf(p.Offer, p.OfferStands)+"."))))
	if _, waits := p.Case.Unreplied(); waits && v.model.Shut(casework.ActAnswerOffer) == "" {
		card.Add(look.Line(8, look.NewLink("Record the resident's answer", v.openMoney(casework.ActAnswerOffer)), look.NewKeycap("Alt+Y")))
	}
	return look.Card(card)
}

func (v *View) lettersCard() fyne.CanvasObject {
	letters := v.model.Page.Letters
	head := look.Head("Letters", look.NewLink("Open", v.lettersKey), look.NewKeycap("Alt+L"))
	if len(letters) == 0 {
		return look.Headed(look.Plain, head, look.EmptyState("No letter yet.", nil))
	}
	list := twoLines(len(letters), func(i int) look.RowWords {
		l := letters[len(letters)-1-i]
		tone := look.Soon.As(look.IconPen)
		switch {
		case l.Error:
			tone = look.Late
		case l.Sent:
			tone = look.OnTrack.As(look.IconCheck)
		case l.Kind.Slip():
			tone = look.Past.As(look.IconInfo)
		}
		return look.RowWords{Name: l.Title, Second: l.How, Mark: sentWord(l), Tone: tone}
	})
	list.Open = func(i int) {
		l := letters[len(letters)-1-i]
		v.deps.Letter(v.model.id, l.Kind, l.ID, 0)
	}
	return look.Headed(look.Plain, head, list)
}

func sentWord(l Letter) string {
	switch {
	case l.Error:
		return "In error"
	case l.Sent:
		return "Sent"
	case l.Kind.Slip():
		return "For the resident"
	}
	return "Not sent"
}

// twoLines is a list of rows of two lines.
func twoLines(n int, words func(i int) look.RowWords) *look.List {
	return look.NewList(57, func() int { return n }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(i int, o fyne.CanvasObject) { o.(*look.TwoLines).Say(words(i)) })
}
