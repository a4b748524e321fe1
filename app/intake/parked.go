package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"casebook/data/register/desk"
)

// draft is a draft as the desk's file keeps it.
type draft = desk.Draft

// Pill is one parked draft in the strip: initials only, since the screen faces
// the public (ruling 26).
type Pill struct {
	ID       string
	Initials string
	Age      string // "12 minutes"
	Key      string // "Alt+1"; "" beyond the ninth
}

// Parked is the strip of parked drafts, the oldest first.
func (m *Model) Parked() []Pill {
	pills := make([]Pill, len(m.parked))
	for i, d := range m.parked {
		title := d.Title
		if title == "" {
			title = "No name yet"
		}
		pills[i] = Pill{ID: d.ID, Initials: title, Age: age(m.deps.Now().Sub(d.Started))}
		if i < 9 {
			pills[i].Key = fmt.Sprintf("Alt+%d", i+1)
		}
	}
	return pills
}

// Park puts the draft aside and shows a blank one. It reports false when there
// is nothing to put aside.
func (m *Model) Park() bool {
	if m.busy || m.page == Recorded || m.form.empty() {
		return false
	}
	m.putAside()
	m.fresh()
	m.Changed()
	return true
}

// putAside keeps the draft on screen as a parked one.
func (m *Model) putAside() {
	m.draft.Parked = true
	m.Keep()
	d, err := m.snapshot()
	if err != nil {
		m.trouble = sentence(err)
		return
	}
	m.parked = append(m.parked, d)
	slices.SortStableFunc(m.parked, byStart)
	m.tellDraft()
}

// Bring brings the parked draft with this number in the strip back, 1 the
// first, and parks what is on screen if it holds anything. It reports false
// when there is no such draft.
func (m *Model) Bring(number int) bool {
	if m.busy || number < 1 || number > len(m.parked) {
		return false
	}
	id := m.parked[number-1].ID
	if m.page != Recorded && !m.form.empty() {
		m.putAside()
	}
	m.bring(id)
	m.Changed()
	return true
}

func (m *Model) bring(id string) {
	at := slices.IndexFunc(m.parked, func(d draft) bool { return d.ID == id })
	if at < 0 {
		return
	}
	d := m.parked[at]
	f, err := decode(d.Body)
	if err != nil {
		m.trouble = sentence(err)
		return
	}
	m.parked = slices.Delete(slices.Clone(m.parked), at, at+1)
	d.Parked = false
	m.draft, m.form = d, f
	m.clear()
	m.look()
	m.Keep()
	m.tellDraft()
}

// Discard gives the draft on screen up and shows a blank one. The returned
// function brings it back; it is nil when there was nothing to give up.
func (m *Model) Discard() (undo func()) {
	if m.busy || m.page == Recorded || m.form.empty() {
		return nil
	}
	m.pace.Stop()
	gone, err := m.snapshot()
	if err != nil {
		m.trouble = sentence(err)
		return nil
	}
	m.keeper.Drop(gone.ID)
	m.fresh()
	m.Changed()
	return func() {
		gone.Parked = true
		m.keeper.Keep(gone)
		m.parked = append(m.parked, gone)
		slices.SortStableFunc(m.parked, byStart)
		m.Bring(1 + slices.IndexFunc(m.parked, func(d draft) bool { return d.ID == gone.ID }))
	}
}

func byStart(a, b draft) int { return a.Started.Compare(b.Started) }

// KeptLine says when the draft was last kept; bad is true when it could not be
// kept and stands on screen only.
func (m *Model) KeptLine() (line string, bad bool) {
	k := m.keeper
	switch {
	case k.Trouble() != nil:
		return sentence(k.Trouble()), true
	case m.page == Recorded:
		return "", false
	case m.form.empty():
		return "Nothing typed yet", false
	case k.Last().IsZero() || !k.Idle():
		return "Keeping the draft", false
	}
	switch since := m.deps.Now().Sub(k.Last()); {
	case since < time.Second:
		return "Draft kept, just now", false
	case since >= 10*time.Second && since < time.Minute: // a line that changed every second would repaint the window as often
		return "Draft kept, less than a minute ago", false
	default:
		return "Draft kept, " + age(since) + " ago", false
	}
}

// age is a length of time in its largest whole unit.
func age(d time.Duration) string {
	for _, unit := range []struct {
		name string
		of   time.Duration
	}{{"day", 24 * time.Hour}, {"hour", time.Hour}, {"minute", time.Minute}} {
		if n := int(d / unit.of); n > 0 {
			return many(n, unit.name)
		}
	}
	return many(max(1, int(d/time.Second)), "second")
}

func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// initials are the first letters of the first and the last word of a name.
func initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' })
	letters := ""
	for i, w := range words {
		if i == 0 || i == len(words)-1 {
			r, _ := utf8.DecodeRuneInString(w)
			letters += string(unicode.ToUpper(r))
		}
	}
	return letters
}

// sentence is an error's words as a sentence.
func sentence(err error) string { return sentenceOf(err.Error()) }

// sentenceOf makes words begin with a capital letter.
func sentenceOf(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
