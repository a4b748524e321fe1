package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
)

// rail is the bar at the left.
type rail struct {
	object  fyne.CanvasObject
	entries map[string]*look.NavItem
}

func newRail(items []Item, press func(Item)) *rail {
	r := &rail{entries: map[string]*look.NavItem{}}
	var high, low []fyne.CanvasObject
	for _, it := range items {
		n := look.NewNavItem(it.Word, it.Icon, func() { press(it) })
		r.entries[it.Screen] = n
		if it.Low {
			low = append(low, n)
		} else {
			high = append(high, n)
		}
	}
	name := look.AtLeast(72, 60, look.NewTxt("Casebook", look.SizeSmall, look.OnRailSel, true).Centre())
	col := append([]fyne.CanvasObject{name}, high...)
	col = append(append(col, look.Gap()), low...)
	r.object = look.Stack(look.NewRect(look.Rail, 0),
		look.Pad(0, 8, 8, 8, look.AtLeast(72, 0, look.ScrollNarrow(look.Column(4, col...)))))
	return r
}

func (r *rail) sel(screen string) {
	for name, n := range r.entries {
		n.Select(name == screen)
	}
}

// newTopBar holds the search, the day, the office and the officer. Where there
// is no room the search shrinks, then the day goes, then the office.
func newTopBar(search *field.Search, cfg Config) fyne.CanvasObject {
	day := look.NewTxt(cfg.Today, look.SizeBody, look.Muted, false)
	office := look.Line(10, look.NewIco(look.IconVisit, look.Text, 18), look.NewTxt(cfg.Office, look.SizeBody, look.Text, false))
	who := look.Line(10, look.Initials(initials(cfg.Officer)),
		look.Column(0, look.NewTxt(cfg.Officer, look.SizeBody, look.Text, true), look.NewTxt(cfg.Role, look.SizeSmall, look.Muted, false)))
	bar := look.Shrinking(456, 220, 24, search.Box(), []fyne.CanvasObject{day, office, who}, []fyne.CanvasObject{day, office})
	return look.Stack(look.NewRect(look.Surface, 0),
		look.Edges(nil, nil, look.Pad(8, 24, 7, 24, bar), nil, look.NewRule(look.Border)))
}

func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	first := []rune(words[0])[:1]
	if len(words) == 1 {
		return string(first)
	}
	return string(first) + string([]rune(words[len(words)-1])[:1])
}

// statusBar is the bar at the foot.
type statusBar struct {
	object *fyne.Container
	tick   *look.Ico
	kept   *look.Txt
	copies *look.Txt
	backed *fyne.Container // the icon and the words about the last backup
	noted  *look.Txt
	keys   *fyne.Container
}

// mostHints is how many keys the status bar names at once.
const mostHints = 4

func newStatusBar() *statusBar {
	b := &statusBar{
		tick:   look.NewIco(look.IconOnTrack, look.Green, 16),
		kept:   look.NewTxt("All work saved", look.SizeSmall, look.Green, false),
		copies: look.NewTxt("", look.SizeSmall, look.Muted, false),
		noted:  look.NewTxt("", look.SizeSmall, look.Text, true),
		keys:   look.Dropping(16),
	}
	b.backed = look.Line(6, look.NewIco(look.IconStore, look.Muted, 16), b.copies)
	b.backed.Hide()
	b.object = look.Stack(look.NewRect(look.Surface, 0), look.Edges(look.NewRule(look.Border), nil,
		look.Pad(0, 24, 0, 24, look.AtLeast(0, 27, look.Line(24, look.Line(6, b.tick, b.kept), b.backed, look.Stretch(1, b.keys)))), nil, nil))
	return b
}

func (b *statusBar) saved(words string, ok bool) {
	tone := look.OnTrack
	if !ok {
		tone = look.Soon.As(look.IconWarn)
	}
	b.tick.Set(tone.Icon, tone.Ink)
	b.kept.Say(words, tone.Ink)
	b.object.Refresh()
}

func (b *statusBar) backup(words string) {
	b.copies.Say(words, look.Muted)
	b.backed.Hidden = words == ""
	b.object.Refresh()
}

func (b *statusBar) note(words string) {
	b.noted.Say(words, look.Text)
	b.object.Refresh()
}

func (b *statusBar) hints(hints []Hint) {
	b.keys.Objects = []fyne.CanvasObject{b.noted}
	for i, h := range hints {
		if i == mostHints {
			break
		}
		b.keys.Add(look.Line(7, look.NewKeycap(h.Key), look.NewTxt(h.Words, look.SizeSmall, look.Muted, false)))
	}
	b.keys.Refresh()
}
