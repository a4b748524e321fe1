package casefile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
)

// tones are how time is shown, by casework's tone.
var tones = map[casework.Tone]look.Tone{
	casework.Late: look.Late, casework.Due: look.Soon, casework.Soon: look.Soon,
	casework.Fine: look.OnTrack, casework.Ended: look.Past,
}

// draw lays the whole page out again from the model.
func (v *View) draw() {
	p := v.model.Page
	mine := look.Holds(v.deps.Shell.Window().Canvas(), v.whole)
	back := look.NewLink("Cases", func() { v.deps.Shell.Back() })
	more := look.NewSmall("More", v.more).With(look.IconDown, "")
	head := look.Line(16, look.Line(4, look.NewIco(look.IconLeft, look.Accent, 18), back),
		look.NewTxt(p.Name, look.SizeTitle, look.Text, true), look.Stretch(1, look.NewCut(p.About, look.SizeSection, look.Muted, false)),
		look.NewTxt(p.Reference, look.SizeBody, look.Muted, false), more)
	left := look.Column(12, v.stageCard(), v.redressCard(), look.Stretch(1, v.lettersCard()))
	middle := look.Column(12, look.Stretch(3, v.pointsCard()), look.Stretch(2, v.promisesCard()))
	right := look.Column(12, v.contactCard(), look.Stretch(1, v.timelineCard()))
	body := look.Grid(3, 300, 16, left, middle, right)
	v.whole.Objects = []fyne.CanvasObject{look.Screen(
		look.Edges(look.Column(12, head, v.banner(), look.Space(1, 0)), nil, body, nil, nil))}
	v.whole.Refresh()
	v.deps.Shell.ShowHints()
	if mine {
		v.FocusFirst()
	}
}

func (v *View) banner() fyne.CanvasObject {
	p := v.model.Page
	tone := tones[p.Status.Tone]
	parts := []look.Part{look.Bold(p.Status.Sentence + " ").At(look.SizeSection)}
	if p.Status.Left != "" {
		parts = append(parts, look.Bold(p.Status.Left).In(tone.Ink).At(look.SizeSection), look.Words(", "+p.With+".").At(look.SizeSection))
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

func (v *View) stageCard() fyne.CanvasObject {
	p := v.model.Page
	if p.Case.Current() == nil {
		return look.Card(look.Column(8, look.NewTxt("Service request", look.SizeCard, look.Text, true),
			look.NewSentence(look.Words("Not a complaint. If the resident is unhappy with what we do about it, they can complain at any time."))))
	}
	k := p.Clock
	head := look.Line(8, look.Stretch(1, look.NewCut(k.Title, look.SizeCard, look.Text, true)), look.NewLink("Why this date?", v.openWhy), look.NewKeycap("F4"))
	facts := make([]look.Fact, len(k.Dates))
	for i, f := range k.Dates {
		facts[i] = look.Fact{Name: f.Label, Value: f.Text, Bold: f.Strong}
	}
	rows := []fyne.CanvasObject{head, stageClock(k), look.Facts(112, facts...)}
	if len(p.ToDo) > 0 {
		rows = append(rows, look.NewSentence(look.Bold("Not yet: ").In(look.Amber).At(look.SizeSmall),
			look.Words(strings.Join(p.ToDo, ", ")+".").At(look.SizeSmall)))
	}
	return look.Card(look.Column(10, rows...))
}

// mostBoxes is how many days are drawn as numbered boxes; more make a bar.
const mostBoxes = 10

// stageClock draws the working days of a stage: boxes for a few, a bar with a
// mark at the first due date for many.
func stageClock(k Clock) fyne.CanvasObject {
	if k.Of > mostBoxes || k.Of < 1 {
		bar := look.NewBar(200)
		if k.Of > 0 {
			bar.Set(float32(k.Day) / float32(k.Of))
			if k.First < k.Of {
				bar.Mark(float32(k.First) / float32(k.Of))
			}
		}
		return bar
	}
	boxes := make([]fyne.CanvasObject, k.Of)
	for i := range boxes {
		fill, ink := look.Sunken, look.Muted
		if i < k.Day {
			fill, ink = look.Fill, look.OnFill
		}
		box := look.NewRect(fill, 4)
		if i == k.Day-1 {
			box.Paint(fill, look.Amber, 2)
		}
		number := look.NewTxt(fmt.Sprint(i+1), look.SizeSmall, ink, i == k.Day-1).Centre()
		boxes[i] = look.Stretch(1, look.AtLeast(20, 28, look.Stack(box, number)))
	}
	return look.Line(4, boxes...)
}

func (v *View) redressCard() fyne.CanvasObject {
	p := v.model.Page
	head := look.Line(8, look.NewTxt("Redress", look.SizeCard, look.Text, true), look.Gap(), look.NewLink("Offer", v.offerRedress), look.NewKeycap("Alt+R"))
	return look.Card(look.Column(8, head, look.Line(12, look.NewTxt(p.Redress.String(), look.SizeTitle, look.Text, true),
		look.Stretch(1, look.Hint(p.Offer)))))
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
		case l.Sent:
			tone = look.OnTrack.As(look.IconCheck)
		case l.Kind == casework.Receipt:
			tone = look.Past.As(look.IconInfo)
		}
		return look.RowWords{Name: l.Title, Second: l.How, Mark: sentWord(l), Tone: tone}
	})
	list.Open = func(i int) {
		l := letters[len(letters)-1-i]
		v.deps.Letter(v.model.id, l.Kind, l.ID)
	}
	return look.Headed(look.Plain, head, list)
}

func sentWord(l Letter) string {
	switch {
	case l.Sent:
		return "Sent"
	case l.Kind == casework.Receipt:
		return "For the resident"
	}
	return "Not sent"
}

// twoLines is a list of rows of two lines.
func twoLines(n int, words func(i int) look.RowWords) *look.List {
	return look.NewList(57, func() int { return n }, func() fyne.CanvasObject { return look.NewTwoLines() },
		func(i int, o fyne.CanvasObject) { o.(*look.TwoLines).Say(words(i)) })
}

func (v *View) pointsCard() fyne.CanvasObject {
	p := v.model.Page
	if p.Case.Current() == nil {
		return look.Card(look.Column(8, look.NewTxt("What was said", look.SizeCard, look.Text, true), look.NewSentence(look.Words(p.Case.Story))))
	}
	head := look.Head("Complaint points", look.NewTxt(p.Answered, look.SizeSmall, look.Muted, false), look.NewKeycap("F2"))
	v.points = twoLines(len(p.Points), func(i int) look.RowWords {
		at := p.Points[i]
		first, rest := twoParts(at.Text)
		row := look.RowWords{Name: fmt.Sprintf("%d. %s", at.ID, first), Second: at.Reasons}
		if at.Reasons == "" {
			row.Second = rest
		}
		switch {
		case at.NotOurs:
			row.Mark, row.Tone = "Not ours", look.Past.As(look.IconInfo)
		case at.Open:
			row.Mark, row.Tone = "Needs a finding", look.Soon.As(look.IconPen)
		case at.Finding == casework.Upheld:
			row.Mark, row.Tone = "Upheld", look.Told
		case at.Finding == casework.NotUpheld:
			row.Mark, row.Tone = "Not upheld", look.Past.As(look.IconCross)
		}
		return row
	})
	v.points.Open = func(i int) { v.answer(p.Points[i].ID) }
	return look.Headed(look.Plain, head, v.points)
}

// firstLine is how many characters of a point stand beside its finding.
const firstLine = 30

// twoParts breaks a point's text between words, so that what does not fit
// beside its finding goes on below it.
func twoParts(text string) (first, rest string) {
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && len([]rune(first))+1+len([]rune(word)) > firstLine {
			return first, strings.Join(words[i:], " ")
		}
		first = strings.TrimSpace(first + " " + word)
	}
	return first, ""
}

func (v *View) promisesCard() fyne.CanvasObject {
	p := v.model.Page
	head := look.Head("Promises", look.NewTxt(p.Kept, look.SizeSmall, look.Muted, false), look.NewKeycap("Alt+P"))
	if len(p.Promises) == 0 {
		return look.Headed(look.Plain, head, look.EmptyState("Nothing promised.", nil))
	}
	list := twoLines(len(p.Promises), func(i int) look.RowWords {
		at := p.Promises[i]
		return look.RowWords{Name: at.Text, Second: at.Owner, Mark: at.Left, Tone: tones[at.Tone]}
	})
	list.Open = func(i int) {
		if !p.Promises[i].Kept {
			v.keepPromise(p.Promises[i])
		}
	}
	return look.Headed(look.Plain, head, list)
}

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
	if c.Tenure != "" {
		detail = append(detail, capital(c.Tenure)+" tenure")
	}
	if len(detail) > 0 {
		rows = append(rows, look.Hint(strings.Join(detail, ". ")+"."))
	}
	if c.Rep != "" {
		rows = append(rows, look.NewSentence(look.Bold("For them: ").At(look.SizeSmall), look.Words(c.Rep).At(look.SizeSmall)))
	}
	return look.Card(look.Column(6, rows...))
}

func (v *View) timelineCard() fyne.CanvasObject {
	events := v.model.Page.Timeline
	add := look.NewSmall("Add note", v.addNote)
	list := look.NewList(48, func() int { return len(events) }, func() fyne.CanvasObject { return newEventRow() },
		func(i int, o fyne.CanvasObject) { o.(*eventRow).say(events[i]) })
	return look.Headed(look.Plain, look.Head("Timeline", add, look.NewKeycap("Alt+N")), list)
}

// eventRow is one line of the timeline: the day it happened, a dot, what
// happened, and who recorded it when.
type eventRow struct {
	widget.BaseWidget
	day, what, who *look.Txt
	dot            *look.Rect
	inner          fyne.CanvasObject
}

func newEventRow() *eventRow {
	r := &eventRow{
		day:  look.NewTxt("", look.SizeSmall, look.Muted, false).Right(),
		what: look.NewCut("", look.SizeBody, look.Text, false),
		who:  look.NewCut("", look.SizeSmall, look.Muted, false),
		dot:  look.NewRect(look.FieldEdge, 6),
	}
	r.dot.Least = fyne.NewSquareSize(12)
	r.inner = look.Pad(2, 16, 2, 8, look.Line(10, look.AtLeast(84, 20, r.day), look.AtLeast(12, 12, r.dot),
		look.Stretch(1, look.Column(0, r.what, r.who))))
	r.ExtendBaseWidget(r)
	return r
}

func (r *eventRow) say(e Event) {
	r.day.Say(e.Day, look.Muted)
	r.what.Say(e.What, look.Text)
	who := e.Who
	if e.Recorded != "" {
		who += ", " + e.Recorded
	}
	r.who.Say(who, look.Muted)
	if e.Key {
		r.dot.Paint(look.Fill, look.Fill, 0)
	} else {
		r.dot.Paint(look.Surface, look.FieldEdge, 3)
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *eventRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inner) }

// more lists every action on the case, those not allowed with their reason.
func (v *View) more() {
	actions := v.actions()
	list := twoLines(len(actions), func(i int) look.RowWords {
		row := look.RowWords{Name: actions[i].words, Right: string(actions[i].key)}
		if v.model.May(actions[i].act) != nil {
			row.Second = "Not for " + string(v.deps.By.Role)
		}
		return row
	})
	sheet := v.deps.Shell.Drawer("What to do", list, keys.NewBlocking(), list)
	list.Open = func(i int) {
		if v.model.May(actions[i].act) == nil {
			sheet.Close()
			actions[i].do()
		}
	}
}
