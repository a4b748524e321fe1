package cases

import (
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
	take    func(Choice)
	open    []Choice // while the list hangs below
	at      int
	menu    *look.Menu
	remove  func()
}

func newFilter(choices func() []Choice, take func(Choice)) *filter {
	f := &filter{box: look.NewSelectBox(), choices: choices, take: take}
	f.box.Opened = f.toggle
	f.box.Keys = f.key
	f.box.Letter = f.letter
	f.box.Left = f.hide
	return f
}

// show says which choice is in force.
func (f *filter) show(now Filter) {
	for _, c := range f.choices() {
		if with := now; c.sets(&with) == now {
			f.box.Say(c.Words)
			return
		}
	}
	f.box.Say("")
}

// sets is the filter after the choice.
func (c Choice) sets(f *Filter) Filter {
	c.Set(f)
	return *f
}

func (f *filter) toggle() {
	if f.menu != nil {
		f.choose(f.at)
		return
	}
	f.open, f.at = f.choices(), 0
	lines, width := make([]look.MenuLine, len(f.open)), f.box.Size().Width
	for i, c := range f.open {
		lines[i] = look.MenuLine{Words: c.Words}
		width = max(width, look.Measure(c.Words, look.SizeBody, false).Width+30)
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

// newFilters are the four filters in their order.
func (p *Page) newFilters() fyne.CanvasObject {
	take := func(c Choice) {
		f := p.model.Filter()
		p.setFilter(c.sets(&f))
	}
	row := []fyne.CanvasObject{}
	for _, each := range []struct {
		width   float32
		choices func() []Choice
	}{
		{124, p.model.StageChoices}, {164, p.model.OfficerChoices}, {176, p.model.SubjectChoices}, {176, p.model.ReceivedChoices},
	} {
		f := newFilter(each.choices, take)
		p.filters = append(p.filters, f)
		row = append(row, look.AtLeast(each.width, 36, f.box))
	}
	p.clear = look.NewSmall("Clear filters", func() { p.setFilter(Filter{}) }).With(look.IconCross, "Esc")
	p.clear.Hide()
	return look.Flow(8, 8, append(row, p.clear)...)
}
