package casefile

import (
	"casebook/app/look"
	"casebook/data/casework"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func (v *View) contactCard() fyne.CanvasObject {
	c := v.model.Page.Contact
	rows := []fyne.CanvasObject{look.NewSentence(look.Bold(orNot(c.Address, "Address not given")))}
	line := []fyne.CanvasObject{}
	if c.Telephone != "" {
		line = append(line, look.NewIco(look.IconPhone, look.Muted, 18), look.NewTxt(c.Telephone, look.SizeBody, look.Text, false))
	}
	if c.DoNot != "" {
		line = append(line, look.NewMark(c.DoNot, look.Late))
	}
	if len(line) > 0 {
		rows = append(rows, look.Line(8, line...))
	}
	if c.Email != "" {
		rows = append(rows, look.NewSentence(look.Words(c.Email).At(look.SizeSmall)))
	}
	detail := append([]string{}, c.Needs...)
	if words := casework.Tenure(c.Tenure).Words(); words != "" {
		detail = append(detail, words)
	}
	if len(detail) > 0 {
		rows = append(rows, look.Hint(strings.Join(detail, ". ")+"."))
	}
	if c.About != "" {
		rows = append(rows, look.NewSentence(look.Bold("It is about: ").At(look.SizeSmall), look.Words(c.About).At(look.SizeSmall)))
	}
	if c.Rep != "" {
		rows = append(rows, look.NewSentence(look.Bold("For them: ").At(look.SizeSmall), look.Words(c.Rep).At(look.SizeSmall)))
	}
	return look.Card(look.Column(6, rows...))
}

// timelineEvents are the events that the timeline shows now.
func (v *View) timelineEvents() []Event {
	if v.onlyMarks {
		return Marks(v.model.Page.Timeline)
	}
	return v.model.Page.Timeline
}

// newEvents is the list of the timeline, which stays while the page is drawn
// again.
func newEvents(v *View) *look.List {
	list := look.NewList(48, func() int { return len(v.timelineEvents()) }, func() fyne.CanvasObject { return newEventRow() },
		func(i int, o fyne.CanvasObject) { o.(*eventRow).say(v.timelineEvents()[i]) })
	read := func(i int) {
		e := v.timelineEvents()[i]
		r := Row{Name: e.What, Second: sentenceOf(e.Day, e.Who, capital(e.Recorded))}
		if e.Back {
			r.Mark, r.Tone = "Taken back", casework.Ended
		}
		v.read(r)
	}
	list.Open, list.Select = read, read
	return list
}

// marksKey shows only what changed where the case stands, or everything (Alt+V).
func (v *View) marksKey() {
	v.onlyMarks = !v.onlyMarks
	v.draw()
	look.Focus(v.events)
	v.events.GoTo(0)
}

func (v *View) timelineCard() fyne.CanvasObject {
	words := "Marks"
	if v.onlyMarks {
		words = "All"
	}
	return look.Headed(look.Plain, look.Head("Timeline", look.NewLink(words, v.marksKey), look.NewKeycap("Alt+V"),
		look.NewSmall("Add note", v.addNote), look.NewKeycap("Alt+N")), v.events)
}

// eventRow is one line of the timeline: the day it happened, a dot, what
// happened, and who recorded it when.
type eventRow struct {
	widget.BaseWidget
	day, what, who *look.Txt
	dot, strike    *look.Rect
	inner          fyne.CanvasObject
}

func newEventRow() *eventRow {
	r := &eventRow{
		day:  look.NewTxt("", look.SizeSmall, look.Muted, false).Right(),
		what: look.NewCut("", look.SizeBody, look.Text, false),
		who:  look.NewCut("", look.SizeSmall, look.Muted, false),
		dot:  look.NewRect(look.FieldEdge, 6), strike: look.NewRect(look.Nothing, 0),
	}
	r.dot.Least = fyne.NewSquareSize(12)
	r.inner = look.Pad(2, 16, 2, 8, look.Line(10, look.AtLeast(84, 20, r.day), look.AtLeast(12, 12, r.dot),
		look.Stretch(1, look.Column(0, container.New(&throughLayout{r.what}, r.what, r.strike), r.who))))
	r.ExtendBaseWidget(r)
	return r
}

func (r *eventRow) say(e Event) {
	r.day.Say(e.Day, look.Muted)
	r.what.Say(e.What, look.Text)
	who, ink := e.Who, look.Nothing
	if e.Back {
		who, ink = "Taken back. "+who, look.Muted
	}
	r.strike.Paint(ink, look.Nothing, 0)
	if e.Recorded != "" {
		who += ", " + e.Recorded
	}
	r.who.Say(who, look.Muted)
	if e.Key {
		r.dot.Paint(look.Fill, look.Fill, 0)
	} else {
		r.dot.Paint(look.Surface, look.FieldEdge, 3)
	}
	r.inner.Refresh() // the line through the words is as long as they are
}

// CreateRenderer is part of fyne.Widget.
func (r *eventRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inner) }

// throughLayout draws a line through words.
type throughLayout struct{ words *look.Txt }

func (l *throughLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

func (l *throughLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	objs[0].Resize(s)
	objs[1].Move(fyne.NewPos(0, s.Height/2+1))
	objs[1].Resize(fyne.NewSize(min(l.words.Width(), s.Width), 1))
}
