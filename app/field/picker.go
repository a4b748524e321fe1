package field

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/look"
)

// Suggestion is one line of the list below a picker or a select.
type Suggestion struct {
	Words  string // in bold
	Second string // smaller, beside or below
	Value  any    // what the screen makes of it
}

// Picker is a text field with suggestions below it. Down and Up go through
// them, Enter takes one, Esc puts the list away and keeps what was typed. What
// is typed counts even when it is none of them.
type Picker struct {
	*Text
	list    menu
	awaited bool           // the answer to what was typed last is not there yet
	ahead   []fyne.KeyName // pressed since, for the list that is to come
	// Ask is called as the officer types; it calls show with what fits, at once
	// or later on the interface's goroutine.
	Ask func(text string, show func([]Suggestion))
	// Chosen is called when a suggestion is taken; the text is then its Words.
	Chosen func(Suggestion)
}

// Picker adds a text field with suggestions.
func (f *Form) Picker(name, label string, ask func(text string, show func([]Suggestion))) *Picker {
	p := &Picker{Text: newText(name, label, 1), Ask: ask}
	p.list = menu{anchor: p.box, take: p.take}
	p.entry.changed = func(text string) {
		p.typed(text)
		p.ask(text)
	}
	p.entry.first = p.key
	p.entry.left = func() {
		p.awaited, p.ahead = false, nil
		p.list.hide()
	}
	f.add(&p.Row)
	return p
}

func (p *Picker) ask(text string) {
	p.awaited, p.ahead = false, nil
	if p.Ask == nil {
		return
	}
	p.awaited = true
	p.Ask(text, func(found []Suggestion) {
		if !p.awaited || p.Value() != text || !p.box.focused { // an answer to an older text
			return
		}
		ahead := p.ahead
		p.awaited, p.ahead = false, nil
		p.list.show(found)
		for _, k := range ahead {
			p.list.key(k)
		}
	})
}

// early keeps the keys of somebody who knows what the list will hold and does
// not wait for it: Down and Enter right behind the last letter take the first
// line, as they would a moment later, and never a line of the list before.
func (p *Picker) early(k fyne.KeyName) bool {
	if !p.awaited {
		return false
	}
	switch k {
	case fyne.KeyDown, fyne.KeyUp:
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(p.ahead) == 0 {
			return false
		}
	case fyne.KeyEscape:
		p.awaited, p.ahead = false, nil // no list is wanted
		return false
	default:
		return false
	}
	p.ahead = append(p.ahead, k)
	return true
}

func (p *Picker) key(k fyne.KeyName) bool {
	if p.early(k) {
		return true
	}
	if k == fyne.KeyDown && !p.list.open() {
		p.ask(p.Value())
		return true
	}
	return p.list.key(k)
}

func (p *Picker) take(s Suggestion) {
	p.Set(s.Words)
	if p.Changed != nil {
		p.Changed(s.Words)
	}
	if p.Chosen != nil {
		p.Chosen(s)
	}
}

// Suggestions is the list now shown, for tests.
func (p *Picker) Suggestions() []Suggestion { return p.list.items }

// menu is the list that hangs below a field while it has the focus.
type menu struct {
	anchor fyne.CanvasObject
	take   func(Suggestion)
	items  []Suggestion
	at     int // -1 before the first Down
	rows   *look.Menu
	remove func()
}

func (m *menu) open() bool { return len(m.items) > 0 }

func (m *menu) show(items []Suggestion) {
	m.hide()
	if len(items) == 0 {
		return
	}
	m.items, m.at = items, -1
	lines := make([]look.MenuLine, len(items))
	for i, it := range items {
		lines[i] = look.MenuLine{Words: it.Words, Second: it.Second}
	}
	m.rows = look.NewMenu(lines, func(place int) { m.choose(place) })
	m.remove = look.FloatBelow(m.anchor, m.rows, m.rows.MinSize().Height)
}

func (m *menu) hide() {
	if m.remove != nil {
		m.remove()
		m.remove = nil
	}
	m.items, m.at, m.rows = nil, -1, nil
}

func (m *menu) move(to int) {
	m.at = max(0, min(to, len(m.items)-1))
	m.rows.At(m.at)
}

func (m *menu) choose(place int) {
	s := m.items[place]
	m.hide()
	m.take(s)
}

// key takes the keys of an open list.
func (m *menu) key(k fyne.KeyName) bool {
	if !m.open() {
		return false
	}
	switch k {
	case fyne.KeyDown:
		m.move(m.at + 1)
	case fyne.KeyUp:
		m.move(m.at - 1)
	case fyne.KeyEscape:
		m.hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.at < 0 {
			m.hide()
			return false
		}
		m.choose(m.at)
	default:
		return false
	}
	return true
}

// Select is a field for one of a short, fixed list. Space, Enter or Down opens
// the list; letters go to the answer that begins with them, and one letter again
// to the next; nothing changes by passing through.
type Select struct {
	Row
	box     *look.SelectBox
	list    menu
	options []string
	place   int
	letters string // typed one after another
	// Changed is called when the officer chooses, never by [Select.Set].
	Changed func(option string)
}

// Select adds a list of answers with none chosen.
func (f *Form) Select(name, label string, options ...string) *Select {
	s := &Select{options: options, place: -1}
	s.box = look.NewSelectBox()
	s.list = menu{anchor: s.box, take: func(it Suggestion) { s.choose(it.Value.(int)) }}
	s.box.Opened = s.toggle
	s.box.Keys = s.key
	s.box.Letter = s.letter
	s.box.Left = func() {
		s.letters = ""
		s.list.hide()
	}
	s.build(name, label, s.box, s.box, s.box.Mark)
	f.add(&s.Row)
	return s
}

// Value is the answer chosen, or "".
func (s *Select) Value() string { return optionAt(s.options, s.place) }

// Set chooses an answer, or none with "", without telling Changed.
func (s *Select) Set(option string) {
	s.place = placeOf(s.options, option)
	s.box.Say(s.Value())
}

// SetOptions replaces the list; an answer that is not in it is forgotten.
func (s *Select) SetOptions(options ...string) {
	was := s.Value()
	s.options = options
	s.Set(was)
}

func (s *Select) choose(place int) {
	if place != s.place {
		s.Set(s.options[place])
		if s.Changed != nil {
			s.Changed(s.Value())
		}
	}
}

func (s *Select) toggle() {
	if s.list.open() {
		s.list.hide()
		return
	}
	items := make([]Suggestion, len(s.options))
	for i, o := range s.options {
		items[i] = Suggestion{Words: o, Value: i}
	}
	s.list.show(items)
	if s.list.open() {
		s.list.move(max(0, s.place))
	}
}

func (s *Select) key(k fyne.KeyName) bool {
	if k == fyne.KeySpace && s.letters != "" && s.begins(s.letters+" ", 0) >= 0 {
		return true // it is one of the letters, and comes again as one
	}
	if len(k) > 1 { // a letter comes as a key too
		s.letters = ""
	}
	if k == fyne.KeyDown && !s.list.open() {
		s.toggle()
		return true
	}
	if k == fyne.KeySpace && s.list.open() {
		k = fyne.KeyReturn
	}
	return s.list.key(k)
}

// letter goes to the answer that begins with the letters typed so far, or else
// to the next one that begins with r, after the one now marked.
func (s *Select) letter(r rune) bool {
	from := s.place
	if s.list.open() {
		from = s.list.at
	}
	if s.letters != "" && s.goTo(s.letters+string(r), max(0, from)) {
		s.letters += string(r)
		return true
	}
	if r == ' ' || !s.goTo(string(r), from+1) {
		return false
	}
	s.letters = string(r)
	return true
}

// goTo marks or chooses the first answer from a place on that begins with the
// letters, and reports whether there is one.
func (s *Select) goTo(letters string, from int) bool {
	place := s.begins(letters, from)
	if place < 0 {
		return false
	}
	if s.list.open() {
		s.list.move(place)
	} else {
		s.choose(place)
	}
	return true
}

// begins is the first place from one on whose answer begins with the letters, or
// -1.
func (s *Select) begins(letters string, from int) int {
	for i := range s.options {
		place := (from + i) % len(s.options)
		if strings.HasPrefix(strings.ToLower(s.options[place]), strings.ToLower(letters)) {
			return place
		}
	}
	return -1
}
