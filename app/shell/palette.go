package shell

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
)

// commands is all that can be done from anywhere and, before it, on the page.
func (s *Shell) commands() []Command {
	var all []Command
	if p, ok := s.Current().(Commander); ok {
		all = append(all, p.Commands()...)
	}
	all = append(all, s.cfg.Commands...)
	for _, it := range s.cfg.Items {
		words := "Go to " + it.Word
		if it.Screen == "new" {
			words = "New contact"
		}
		all = append(all, Command{words, it.Key, func() { s.press(it) }})
	}
	all = append(all,
		Command{"Find a case or a person", "Ctrl+F", s.search.focus},
		Command{"Go back", "Esc", func() { s.Back() }},
		Command{"Read this screen again", "F5", s.Reload},
		Command{"Hide the screen from the public", "F9", s.Blank},
		Command{"Light colours", "", func() { s.SetLook(look.Light, s.cfg.Theme.TextSize()) }},
		Command{"Dark colours", "", func() { s.SetLook(look.Dark, s.cfg.Theme.TextSize()) }},
		Command{"High contrast", "", func() { s.SetLook(look.Contrast, s.cfg.Theme.TextSize()) }},
	)
	for _, size := range look.TextSizes {
		all = append(all, Command{"Text at " + strconv.Itoa(int(size*100)) + "%", "", func() { s.SetLook(s.cfg.Theme.Mode(), size) }})
	}
	return all
}

// SetLook changes palette and text size of the running program.
func (s *Shell) SetLook(m look.Mode, textSize float32) {
	s.cfg.Theme.Set(fyne.CurrentApp(), m, textSize)
	s.cfg.Window.Content().Refresh()
	if s.cfg.LookChanged != nil {
		s.cfg.LookChanged(m, textSize)
	}
}

// Palette lists every command and finds one as it is typed (Ctrl+K).
func (s *Shell) Palette() {
	all := s.commands()
	var found []Command
	var sheet *look.Sheet
	var menu *look.Menu
	at := 0
	search := field.NewSearch("What would you like to do?", "")
	list := look.AtLeast(0, 8*34+8, look.Stack())
	run := func(place int) {
		if place < len(found) {
			sheet.Close()
			found[place].Do()
		}
	}
	show := func(text string) {
		found, at = Match(text, all), 0
		lines := make([]look.MenuLine, len(found))
		for i, c := range found {
			lines[i] = look.MenuLine{Words: c.Words, Second: string(c.Key)}
		}
		menu = look.NewMenu(lines, run)
		if len(found) > 0 {
			menu.At(0)
		}
		list.Objects = []fyne.CanvasObject{look.Column(0, menu)}
		if len(found) == 0 {
			list.Objects = []fyne.CanvasObject{look.EmptyState("No command is called so.", nil)}
		}
		list.Refresh()
	}
	move := func(step int) {
		if len(found) > 0 {
			at = max(0, min(at+step, len(found)-1))
			menu.At(at)
		}
	}
	search.Changed = show
	search.Keys = func(k fyne.KeyName) bool {
		switch k {
		case fyne.KeyDown:
			move(1)
		case fyne.KeyUp:
			move(-1)
		case fyne.KeyReturn, fyne.KeyEnter:
			run(at)
		default:
			return false
		}
		return true
	}
	show("")
	sheet = look.OpenDialog(s.cfg.Window.Canvas(), dialogWidth, look.Column(8, search.Box(), list), keys.NewBlocking(), search.Focusable())
}

// Match is the commands whose words hold the letters of text in order, those
// where they begin words first.
func Match(text string, all []Command) []Command {
	type scored struct {
		c     Command
		score int
	}
	var hits []scored
	for _, c := range all {
		if score, ok := fuzzy(text, c.Words); ok {
			hits = append(hits, scored{c, score})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].score > hits[j].score })
	found := make([]Command, len(hits))
	for i, h := range hits {
		found[i] = h.c
	}
	return found
}

// fuzzy scores how well text fits words: letters that begin a word and letters
// that follow one another count more.
func fuzzy(text, words string) (score int, ok bool) {
	want := []rune(strings.ToLower(strings.ReplaceAll(text, " ", "")))
	next, last := 0, -2
	start := true
	for i, r := range []rune(strings.ToLower(words)) {
		if next < len(want) && r == want[next] {
			score++
			if start {
				score += 3
			}
			if last == i-1 {
				score += 2
			}
			last = i
			next++
		}
		start = unicode.IsSpace(r)
	}
	return score, next == len(want)
}
