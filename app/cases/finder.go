package cases

import (
	"time"

	"casebook/app/look"
	"casebook/data/register"
)

// findPause is how long after the last letter the next one begins a new word
// to find.
const findPause = 1500 * time.Millisecond

// finder is type-to-find: letters and digits typed anywhere but in a field
// gather, and the cursor goes to the first row that begins so.
type finder struct {
	page   *Page
	text   string
	unwait func()
}

// findable are the characters that may begin or go on a name or a reference:
// letters of the Latin script with their accents, digits and what joins them.
func findable() []rune {
	all := []rune{'-', '\'', '’'}
	for _, span := range [][2]rune{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x17F}, {0x218, 0x21B}} {
		for r := span[0]; r <= span[1]; r++ {
			all = append(all, r)
		}
	}
	return all
}

func (f *finder) add(r rune) {
	f.text += string(r)
	from := f.page.table.Cursor()
	f.look(from)
}

// back takes the last letter away.
func (f *finder) back() {
	if runes := []rune(f.text); len(runes) > 0 {
		f.text = string(runes[:len(runes)-1])
		f.look(0)
	}
}

// look goes to the row that fits, among those read or further down. A row
// found far down may come after more letters: then the newest letters count.
func (f *finder) look(from int) {
	if f.text == "" {
		f.stop()
		return
	}
	f.wait()
	f.page.deps.Frame.Note("Find: " + f.text)
	fits := Finding(f.text)
	if place := f.page.model.Find(fits, from); place >= 0 {
		f.goTo(place)
		return
	}
	if !f.page.model.More() {
		f.page.deps.Frame.Note("Not in this list: " + f.text)
		return
	}
	text := f.text
	f.page.readUntil("Looking for "+text, fits, func(place int) {
		switch {
		case place >= 0:
			f.goTo(place)
		default:
			f.page.deps.Frame.Note("Not in this list: " + text)
		}
	})
}

func (f *finder) goTo(place int) {
	f.page.cursor = place // a jump, but not End
	f.page.table.GoTo(place)
	look.Focus(f.page.table.List)
}

// wait starts the pause after which what was typed is forgotten.
func (f *finder) wait() {
	if f.unwait != nil {
		f.unwait()
	}
	f.unwait = f.page.deps.Tasks.After(findPause, f.stop)
}

// stop forgets what was typed; the cursor stays.
func (f *finder) stop() {
	f.text = ""
	if f.unwait != nil {
		f.unwait()
		f.unwait = nil
	}
	f.page.showSelection()
}

// jump is how many rows the cursor moves at once only when End is pressed or a
// row is gone to: more than a screen of them.
const jump = 20

// moved reads the rest of the list when End was pressed on a list that goes on
// below the rows read so far, since the last row is what was asked for.
func (p *Page) moved(place int) {
	if place != p.cursor { // not the row that was typed for
		p.typed.stop()
	}
	far := place-p.cursor > jump
	p.cursor = place
	p.keep()
	if !far || p.filling || !p.model.More() || place < len(p.model.Rows())-1 {
		return
	}
	p.readUntil("Reading to the end of the list", func(register.Row) bool { return false }, func(int) {
		p.table.GoTo(len(p.model.Rows()) - 1)
	})
}
