package look

import (
	"fyne.io/fyne/v2"
)

// Segmented is a choice among two to four short options in one box. It is one
// stop for Tab; arrows, Home and End move the choice.
type Segmented struct {
	press
	options []string
	chosen  int
	bad     bool
	// Changed is called when the officer changes the choice, never by [Segmented.Set].
	Changed func(place int)
}

// NewSegmented has nothing chosen: -1.
func NewSegmented(options []string, changed func(place int)) *Segmented {
	s := &Segmented{options: options, chosen: -1, Changed: changed}
	s.also = s.arrow
	s.do = func() {
		if s.chosen < 0 {
			s.choose(0)
		}
	}
	s.extend(s)
	return s
}

// Chosen is the place of the choice, or -1.
func (s *Segmented) Chosen() int { return s.chosen }

// Set chooses without telling Changed.
func (s *Segmented) Set(place int) {
	if place >= -1 && place < len(s.options) && place != s.chosen {
		s.chosen = place
		s.Refresh()
	}
}

// Mark draws the red edge of a field that needs another answer.
func (s *Segmented) Mark(bad bool) { s.bad = bad; s.Refresh() }

func (s *Segmented) choose(place int) {
	place = max(0, min(place, len(s.options)-1))
	if place != s.chosen {
		s.Set(place)
		if s.Changed != nil {
			s.Changed(place)
		}
	}
}

func (s *Segmented) arrow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.options) - 1)
	default:
		return false
	}
	return true
}

// Tapped chooses what lies under the pointer.
func (s *Segmented) Tapped(ev *fyne.PointEvent) {
	Focus(s)
	x := float32(3)
	for i := range s.options {
		w := s.widthOf(i)
		if ev.Position.X >= x && ev.Position.X < x+w {
			s.choose(i)
			return
		}
		x += w
	}
}

func (s *Segmented) widthOf(i int) float32 {
	natural := Measure(s.options[i], SizeBody, true).Width + Px(24)
	spare := s.Size().Width - s.natural()
	if spare >= 0 || s.Size().Width == 0 {
		return natural
	}
	return natural + spare/float32(len(s.options))
}

func (s *Segmented) natural() float32 {
	w := float32(6)
	for i := range s.options {
		w += Measure(s.options[i], SizeBody, true).Width + Px(24)
	}
	return w
}

// CreateRenderer is part of fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	box := NewRect(Surface, 6)
	around := ring(6)
	objs := []fyne.CanvasObject{box}
	grounds := make([]*Rect, len(s.options))
	words := make([]*Txt, len(s.options))
	for i, o := range s.options {
		grounds[i] = NewRect(Nothing, 4)
		words[i] = NewCut(o, SizeBody, Text, false).Centre()
		objs = append(objs, grounds[i], words[i])
	}
	objs = append(objs, around)
	place := func(size fyne.Size) {
		total := min(size.Width, s.natural())
		box.Resize(fyne.NewSize(total, size.Height))
		x := float32(3)
		for i := range s.options {
			w := s.widthOf(i)
			grounds[i].Move(fyne.NewPos(x, 3))
			grounds[i].Resize(fyne.NewSize(w, size.Height-6))
			words[i].Move(fyne.NewPos(x+2, 0))
			words[i].Resize(fyne.NewSize(w-4, size.Height))
			x += w
		}
		setRing(around, fyne.NewSize(total, size.Height), s.focused)
	}
	reread := func() {
		edge, width := FieldEdge, float32(1)
		if s.bad {
			edge, width = Red, 2
		}
		box.Paint(Surface, edge, width)
		for i := range s.options {
			fill, ink := Nothing, Text
			if i == s.chosen {
				fill, ink = Fill, OnFill
			}
			grounds[i].Paint(fill, Nothing, 0)
			words[i].Bold = i == s.chosen
			words[i].Say(s.options[i], ink)
			words[i].Refresh()
		}
		place(s.Size())
	}
	reread()
	return &drawn{
		of:     s,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(s.natural(), Px(36)) },
		layout: place,
		reread: reread,
	}
}
