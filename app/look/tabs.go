package look

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Tabs are standing views of one list, each with how many it has. They are one
// stop for Tab; arrows, Home and End go from view to view. Where they do not
// fit side by side they go on in a second line.
type Tabs struct {
	press
	names  []string
	counts []string
	chosen int
	width  float32 // of the last layout: the height depends on it
	// Changed is called when the officer goes to another view, never by [Tabs.Set].
	Changed func(place int)
}

// NewTabs shows the first view as chosen, without counts.
func NewTabs(names []string, changed func(place int)) *Tabs {
	t := &Tabs{names: names, counts: make([]string, len(names)), Changed: changed}
	t.also = t.arrow
	t.extend(t)
	return t
}

// Count says how many a view has; "" says nothing.
func (t *Tabs) Count(place int, words string) {
	if t.counts[place] != words {
		t.counts[place] = words
		t.Refresh()
	}
}

// Chosen is the place of the view shown.
func (t *Tabs) Chosen() int { return t.chosen }

// Set shows a view as chosen without telling Changed.
func (t *Tabs) Set(place int) {
	t.chosen = max(0, min(place, len(t.names)-1))
	t.Refresh()
}

// Choose goes to a view, keeping to those there are.
func (t *Tabs) Choose(place int) {
	was := t.chosen
	t.Set(place)
	if t.chosen != was && t.Changed != nil {
		t.Changed(t.chosen)
	}
}

func (t *Tabs) arrow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyRight:
		t.Choose(t.chosen + 1)
	case fyne.KeyLeft:
		t.Choose(t.chosen - 1)
	case fyne.KeyHome:
		t.Choose(0)
	case fyne.KeyEnd:
		t.Choose(len(t.names) - 1)
	default:
		return false
	}
	return true
}

// spread calls each with where a tab stands and gives the whole height.
func (t *Tabs) spread(width float32, each func(i int, x, y, w, h float32)) float32 {
	x, y, h := float32(0), float32(0), Px(34)
	for i, name := range t.names {
		w := Measure(name, SizeBody, true).Width + Px(20)
		if t.counts[i] != "" {
			w += Measure(t.counts[i], SizeSmall, true).Width + Px(6)
		}
		if x > 0 && width > 0 && x+w > width {
			x, y = 0, y+h+Px(4)
		}
		each(i, x, y, w, h)
		x += w + Px(2)
	}
	return y + h
}

// Tapped goes to the view under the pointer.
func (t *Tabs) Tapped(ev *fyne.PointEvent) {
	Focus(t)
	t.spread(t.width, func(i int, x, y, w, h float32) {
		if ev.Position.X >= x && ev.Position.X < x+w && ev.Position.Y >= y && ev.Position.Y < y+h {
			t.Choose(i)
		}
	})
}

// AccessibilityLabel is the view shown and how many it has.
func (t *Tabs) AccessibilityLabel() string {
	return strings.TrimSpace(t.names[t.chosen]+" "+t.counts[t.chosen]) + ", shown"
}

// AccessibilityRole is part of fyne.Accessible.
func (*Tabs) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	ground, around := NewRect(AccentTint, 6), ring(6)
	objs := []fyne.CanvasObject{ground}
	words, counts := make([]*Txt, len(t.names)), make([]*Txt, len(t.names))
	for i, name := range t.names {
		words[i], counts[i] = NewTxt(name, SizeBody, Text, false), NewTxt("", SizeSmall, Muted, false)
		objs = append(objs, words[i], counts[i])
	}
	objs = append(objs, around)
	lay := func(s fyne.Size) {
		t.width = s.Width
		t.spread(s.Width, func(i int, x, y, w, h float32) {
			ink, quiet := Text, Muted
			if i == t.chosen {
				ink, quiet = Accent, Accent
				place(ground, x, y, w, h)
				place(around, x-4, y-4, w+8, h+8)
			}
			words[i].Bold, counts[i].Bold = i == t.chosen, i == t.chosen
			words[i].Say(t.names[i], ink)
			counts[i].Say(t.counts[i], quiet)
			name := Measure(t.names[i], SizeBody, true).Width
			place(words[i], x+Px(10), y, name, h)
			place(counts[i], x+Px(10)+name+Px(6), y, w, h)
			words[i].Refresh()
			counts[i].Refresh()
		})
		edge := Nothing
		if t.focused {
			edge = Accent
		}
		around.Paint(Nothing, edge, 2)
	}
	return &drawn{
		of:   t,
		objs: objs,
		min: func() fyne.Size {
			widest := float32(0)
			h := t.spread(t.width, func(_ int, _, _, w, _ float32) { widest = max(widest, w) })
			return fyne.NewSize(widest, h)
		},
		layout: lay,
		reread: func() { lay(t.Size()); ground.Refresh() },
	}
}
