package shell

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/app/task"
)

// searchBar is the search of the top bar: results hang below it while it has
// the cursor, Down and Up go through them, Enter opens.
type searchBar struct {
	shell  *Shell
	field  *field.Search
	pause  *task.Debounce
	latest *task.Latest
	hits   []Hit
	menu   *look.Menu
	at     int
	remove func()
	before fyne.Focusable
	wait   bool // the results of what was typed last are not there yet
	eager  bool // Enter came before they did
}

// searchPause is short: results should be there within 50 ms of a pause that
// nobody notices.
const searchPause = 40 * time.Millisecond

func newSearchBar(s *Shell) *searchBar {
	b := &searchBar{
		shell: s, field: field.NewSearch("Find a name, address, phone or reference", "Ctrl+F"),
		pause: task.NewDebounce(s.cfg.Tasks, searchPause), latest: task.NewLatest(s.cfg.Tasks),
	}
	b.field.Changed = b.typed
	b.field.Keys = b.key
	b.field.Left = b.forget
	return b
}

// forget drops what is still being looked for: its results would come after
// the text has changed, or hang over a screen that nobody searches any more.
func (b *searchBar) forget() {
	b.wait, b.eager = false, false
	b.pause.Stop()
	b.latest.Drop()
	b.hide()
}

func (b *searchBar) focus() {
	b.before = b.shell.cfg.Window.Canvas().Focused()
	b.field.Focus()
	if b.field.Value() != "" {
		b.typed(b.field.Value())
	}
}

func (b *searchBar) typed(text string) {
	if strings.TrimSpace(text) == "" || b.shell.cfg.Search == nil {
		b.forget()
		return
	}
	b.wait, b.eager = true, false
	b.latest.Drop() // the answer to a shorter text
	b.pause.Call(func() {
		task.RunLatest(b.latest, func(ctx context.Context) ([]Hit, error) {
			return b.shell.cfg.Search(ctx, text)
		}, b.show)
	})
}

func (b *searchBar) show(hits []Hit, err error) {
	b.hide()
	b.wait = false
	if err != nil {
		b.shell.Problem(err)
		return
	}
	b.hits, b.at = hits, -1
	if b.eager && len(hits) > 0 {
		b.open(0)
		return
	}
	lines := make([]look.MenuLine, len(hits))
	for i, h := range hits {
		lines[i] = look.MenuLine{Words: h.Words, Second: h.Second}
	}
	if len(hits) == 0 {
		lines = []look.MenuLine{{Words: "Nothing found. Try part of a name, or a postcode."}}
	}
	b.menu = look.NewMenu(lines, b.open)
	b.remove = look.FloatBelow(b.field.Box(), b.menu, b.menu.MinSize().Height)
}

func (b *searchBar) hide() {
	if b.remove != nil {
		b.remove()
		b.remove = nil
	}
	b.hits, b.menu, b.at = nil, nil, -1
}

func (b *searchBar) open(place int) {
	if place < 0 || place >= len(b.hits) {
		return
	}
	r := b.hits[place].Route
	b.forget()
	b.field.Set("")
	b.shell.Go(r)
}

func (b *searchBar) move(to int) {
	if len(b.hits) > 0 {
		b.at = max(0, min(to, len(b.hits)-1))
		b.menu.At(b.at)
	}
}

func (b *searchBar) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		b.move(b.at + 1)
	case fyne.KeyUp:
		b.move(b.at - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.wait { // the best hit opens when it comes, and never one of the list before
			b.eager = true
			return true
		}
		b.open(max(0, b.at)) // the best hit when none is marked
	case fyne.KeyEscape:
		if b.menu != nil {
			b.hide()
			return true
		}
		b.leave()
	default:
		return false
	}
	return true
}

// leave gives the focus back to what had it before Ctrl+F.
func (b *searchBar) leave() {
	b.field.Set("")
	c := b.shell.cfg.Window.Canvas()
	if b.before != nil && b.before != c.Focused() {
		c.Focus(b.before)
	} else {
		b.shell.focusFirst()
	}
}
