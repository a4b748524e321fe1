package cases

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// filter is one box above the list: it says what it lets through, and opens
// its choices below it. Space, Enter or Down opens them, arrows go through
// them, a letter goes to the next that begins with it.
type filter struct {
	box     *look.SelectBox
	choices func() []Choice
	other   func() string // said where none of the choices is in force
	take    func(Choice)
	open    []Choice // while the list hangs below
	at      int
	menu    *look.Menu
	remove  func()
}

func newFilter(choices func() []Choice, other func() string, take func(Choice)) *filter {
	f := &filter{box: look.NewSelectBox(), choices: choices, other: other, take: take}
	f.box.Opened = f.toggle
	f.box.Keys = f.key
	f.box.Letter = f.letter
	f.box.Left = f.hide
	return f
}

// show says which choice is in force.
func (f *filter) show(now Filter) { f.box.Say(said(f.choices(), now, f.other())) }

func (f *filter) toggle() {
	if f.menu != nil {
		f.choose(f.at)
		return
	}
	f.open, f.at = f.choices(), 0
	lines, width := make([]look.MenuLine, len(f.open)), f.box.Size().Width
	for i, c := range f.open {
		lines[i] = look.MenuLine{Words: c.Words, Second: c.Key}
		width = max(width, look.Measure(c.Words, look.SizeBody, false).Width+look.Measure(c.Key, look.SizeSmall, false).Width+50)
	}
	f.menu = look.NewMenu(lines, f.choose)
	f.remove = look.FloatBelow(f.box, f.menu, f.menu.MinSize().Height)
	f.menu.Resize(fyne.NewSize(width, f.menu.Size().Height)) // the longest choice is read whole
	f.menu.At(0)
}

func (f *filter) hide() {
	if f.remove != nil {
		f.remove()
	}
	f.open, f.menu, f.remove = nil, nil, nil
}

func (f *filter) choose(place int) {
	c := f.open[place]
	f.hide()
	f.take(c)
}

func (f *filter) move(to int) {
	f.at = max(0, min(to, len(f.open)-1))
	f.menu.At(f.at)
}

func (f *filter) key(k fyne.KeyName) bool {
	if f.menu == nil {
		if k == fyne.KeyDown {
			f.toggle()
			return true
		}
		return false
	}
	switch k {
	case fyne.KeyDown:
		f.move(f.at + 1)
	case fyne.KeyUp:
		f.move(f.at - 1)
	case fyne.KeyHome:
		f.move(0)
	case fyne.KeyEnd:
		f.move(len(f.open) - 1)
	case fyne.KeyEscape:
		f.hide()
	default:
		return false
	}
	return true
}

// letter goes to the next open choice that begins so. While the list is shut
// letters are for finding a row.
func (f *filter) letter(r rune) bool {
	if f.menu == nil {
		return false
	}
	for i := range f.open {
		place := (f.at + 1 + i) % len(f.open)
		if first := []rune(f.open[place].Words)[0]; unicode.ToLower(first) == unicode.ToLower(r) {
			f.move(place)
			return true
		}
	}
	return true
}

// newFilters are the boxes above the list in their order, the order of the
// list, and what else it is narrowed by.
func (p *Page) newFilters() fyne.CanvasObject {
	take := func(c Choice) {
		f := p.model.Filter()
		p.setFilter(c.sets(&f))
	}
	nothing := func() string { return "" }
	row := []fyne.CanvasObject{}
	for _, each := range []struct {
		width   float32
		choices func() []Choice
		other   func() string
	}{
		{126, p.model.StageChoices, nothing}, {136, p.model.OfficerChoices, nothing}, {164, p.model.SubjectChoices, nothing},
		{174, p.model.ReceivedChoices, p.model.received},
	} {
		f := newFilter(each.choices, each.other, take)
		p.filters = append(p.filters, f)
		row = append(row, look.AtLeast(each.width, 36, f.box))
	}
	more := look.NewSmall("More", p.openMore).With(look.IconPlus, "Alt+M")
	p.order = p.newOrder()
	p.clear = look.NewSmall("Clear filters", func() { p.setFilter(Filter{}) }).With(look.IconCross, "Esc")
	p.clear.Hide()
	p.chips = look.Flow(8, 6)
	p.chips.Hide()
	return look.Flow(8, 8, append(row, look.AtLeast(0, 36, more), look.AtLeast(222, 36, p.order.box))...)
}

// newOrder is the box that says the order and offers the others, each with its
// key.
func (p *Page) newOrder() *filter {
	choices := func() []Choice {
		var all []Choice
		for _, s := range Sortings() {
			words := s.Words + ", " + s.order(s.By == p.model.Sort() && !p.model.Reversed())
			all = append(all, Choice{Words: words, Key: s.Key, Set: func(f *Filter) { f.Sort = s.By }})
		}
		return all
	}
	return newFilter(choices, func() string { return "Sort: " + lower(p.model.SortWords()) }, func(c Choice) {
		var f Filter
		p.setSort(c.sets(&f).Sort)
	})
}

// showChips names each further thing that the list is narrowed by; pressing
// one drops it.
func (p *Page) showChips() {
	words := []string{p.model.Name(), fmt.Sprint(p.model.IsNarrowed())}
	var objs []fyne.CanvasObject
	if name := p.model.Name(); name != "" {
		objs = append(objs, look.AtLeast(0, 32, look.NewTxt(name, look.SizeBody, look.Text, true)))
	}
	for _, n := range p.model.Narrowings() {
		words = append(words, n.Words)
		objs = append(objs, look.NewSmall(n.Words, func() { p.setFilter(n.Without) }).With(look.IconCross, ""))
	}
	if p.model.IsNarrowed() {
		objs = append(objs, p.clear)
	}
	now := strings.Join(words, "\n")
	if now == p.chipped {
		return // a button that has the focus keeps it
	}
	focused := look.Holds(p.deps.Frame.Window().Canvas(), p.chips)
	p.chipped, p.chips.Objects = now, objs
	p.chips.Hidden, p.clear.Hidden = len(objs) == 0, !p.model.IsNarrowed()
	if p.whole != nil {
		p.whole.Refresh()
	}
	if focused {
		p.focusRows()
	}
}
