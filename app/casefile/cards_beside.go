package casefile

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"casebook/app/look"
	"casebook/data/casework"
)

// besideCard is the card of the lists beside a case, one behind each tab. It
// stays while the page is drawn again.
type besideCard struct {
	v      *View
	tabs   *look.Tabs
	list   *look.List
	holder *fyne.Container
	foot   *fyne.Container
	whole  fyne.CanvasObject
}

func newBesideCard(v *View) *besideCard {
	b := &besideCard{v: v, holder: look.Stack(), foot: look.Stack()}
	var names []string
	for _, t := range tabNames {
		names = append(names, t)
	}
	b.tabs = look.NewTabs(names, func(int) { b.list.GoTo(0); b.show(); look.Reveal(b.whole) })
	b.list = look.NewList(57, func() int { return len(b.rows()) }, func() fyne.CanvasObject { return newBesideRow() },
		func(i int, o fyne.CanvasObject) { o.(*besideRow).say(b.rows()[i]) })
	b.list.Open = func(i int) {
		if r := b.rows()[i]; r.Leads == (Errand{}) {
			v.read(r)
		} else {
			v.settle(r.Leads)
		}
	}
	b.list.Select = func(i int) { v.read(b.rows()[i]) }
	b.whole = look.Headed(look.Plain, look.Pad(5, -12, 5, -12, b.tabs),
		look.Edges(nil, nil, b.holder, nil, look.Pad(4, 16, 6, 16, b.foot)))
	return b
}

// tab is the one that shows; before the case is read it is empty.
func (b *besideCard) tab() Tab {
	if all := b.v.model.Page.Tabs; b.tabs.Chosen() < len(all) {
		return all[b.tabs.Chosen()]
	}
	return Tab{}
}

func (b *besideCard) rows() []Row { return b.tab().Rows }

// show takes the model's rows and counts over.
func (b *besideCard) show() {
	for i, t := range b.v.model.Page.Tabs {
		words := ""
		if t.Count > 0 {
			words = fmt.Sprint(t.Count)
		}
		b.tabs.Count(i, words)
	}
	b.list.Reload()
	b.holder.Objects = []fyne.CanvasObject{b.list}
	if len(b.rows()) == 0 {
		b.holder.Objects = []fyne.CanvasObject{look.EmptyState(orNot(b.tab().Empty, "Nothing yet."), nil)}
	}
	b.holder.Refresh()
	b.foot.Objects = []fyne.CanvasObject{b.keys()}
	b.foot.Refresh()
}

// keys are what can be added to the list that shows, each with its key.
func (b *besideCard) keys() fyne.CanvasObject {
	v := b.v
	row := look.Line(7)
	add := func(words string, act casework.ActName) {
		for _, a := range v.actions() {
			if a.act == act && a.key != "" {
				link := look.NewLink(words, func() { v.press(a) })
				link.Font = look.SizeSmall
				row.Add(link)
				row.Add(look.NewKeycap(a.key))
				row.Add(look.Space(4, 1))
				return
			}
		}
	}
	switch b.tabs.Chosen() {
	case TabToDo:
		add("Promise", casework.ActPromise)
		add("Ask others", casework.ActAskOthers)
	case TabEvidence:
		add("Add evidence", casework.ActEvidence)
	case TabTalk:
		add("Conversation", casework.ActLogCall)
		add("Note", casework.ActNote)
	}
	row.Add(look.Gap())
	row.Add(look.NewTxt("Lists", look.SizeSmall, look.Muted, false))
	row.Add(look.NewKeycap("Alt+T"))
	return row
}

// focus goes to the tabs (Alt+T); from there arrows choose and Tab goes into the
// list.
func (b *besideCard) focus() {
	look.Focus(b.tabs)
	look.Reveal(b.whole)
}

// besideRow is a row of two lines, with a line through what was put right since.
type besideRow struct {
	widget.BaseWidget
	words  *look.TwoLines
	strike *look.Rect
	inner  *fyne.Container
	row    Row
}

func newBesideRow() *besideRow {
	r := &besideRow{words: look.NewTwoLines(), strike: look.NewRect(look.Nothing, 0)}
	r.inner = container.New(&strikeLayout{r}, r.words, r.strike)
	r.ExtendBaseWidget(r)
	return r
}

func (r *besideRow) say(row Row) {
	r.row = row
	r.words.Say(look.RowWords{Name: row.Name, Second: row.Second, Mark: row.Mark, Tone: look.OnTime(row.Tone)})
	ink := look.Nothing
	if row.Struck {
		ink = look.Muted
	}
	r.strike.Paint(ink, look.Nothing, 0)
	r.inner.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (r *besideRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inner) }

// strikeLayout draws the line through a row's first words.
type strikeLayout struct{ row *besideRow }

func (l *strikeLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

func (l *strikeLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	const edge = 16
	objs[0].Resize(s)
	mark := float32(0)
	if l.row.row.Mark != "" {
		mark = look.Measure(l.row.row.Mark, look.SizeSmall, true).Width + look.Px(21) + 8
	}
	width := min(look.Measure(l.row.row.Name, look.SizeBody, true).Width, s.Width-2*edge-mark)
	objs[1].Move(fyne.NewPos(edge, s.Height/2-look.Px(11)))
	objs[1].Resize(fyne.NewSize(max(0, width), 1))
}
