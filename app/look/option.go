package look

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
)

// Option is one answer of an [Options] choice.
type Option struct {
	Word string // in bold: "Yes"
	Rest string // goes on after the word: ", start stage 1 today"
	Line string // a second line, when the choice needs one
	Key  string // a keycap, when a digit chooses it
}

// Options is a choice that matters: cards with a radio mark, one above the
// other. It is one stop for Tab; arrows move the choice, Space takes the one
// under the cursor.
type Options struct {
	press
	options []Option
	chosen  int
	at      int
	bad     bool
	// Changed is called when the officer changes the choice, never by [Options.Set].
	Changed func(place int)
}

// NewOptions has nothing chosen: -1.
func NewOptions(options []Option, changed func(place int)) *Options {
	o := &Options{options: options, chosen: -1, Changed: changed}
	o.also = o.arrow
	o.do = func() { o.choose(o.at) }
	o.extend(o)
	return o
}

// Chosen is the place of the choice, or -1.
func (o *Options) Chosen() int { return o.chosen }

// Set chooses without telling Changed.
func (o *Options) Set(place int) {
	if place >= -1 && place < len(o.options) {
		o.chosen, o.at = place, max(0, place)
		o.Refresh()
	}
}

// Mark draws the red edge of a field that needs another answer.
func (o *Options) Mark(bad bool) { o.bad = bad; o.Refresh() }

func (o *Options) choose(place int) {
	place = max(0, min(place, len(o.options)-1))
	if place != o.chosen {
		o.Set(place)
		if o.Changed != nil {
			o.Changed(place)
		}
	}
}

func (o *Options) arrow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown, fyne.KeyRight:
		o.choose(o.chosen + 1)
	case fyne.KeyUp, fyne.KeyLeft:
		o.choose(o.chosen - 1)
	default:
		return false
	}
	return true
}

// Tapped chooses the card under the pointer.
func (o *Options) Tapped(ev *fyne.PointEvent) {
	Focus(o)
	y := float32(0)
	for i := range o.options {
		if y += o.height(i) + cardGap; ev.Position.Y < y {
			o.choose(i)
			return
		}
	}
}

// cardGap is the room between two cards.
const cardGap = 8

// height is that of one card.
func (o *Options) height(place int) float32 {
	if opt := o.options[place]; opt.Line != "" || o.folds(opt) {
		return Px(60)
	}
	return Px(40)
}

// folds reports that the words after the bold one have no room beside it and go
// below, where a second line would be.
func (o *Options) folds(opt Option) bool {
	width := o.Size().Width
	if width == 0 || opt.Line != "" || opt.Rest == "" {
		return false
	}
	beside := optionText() + Measure(opt.Word, SizeBody, true).Width + 12
	if opt.Key != "" {
		beside += NewKeycap(keys.Chord(opt.Key)).MinSize().Width + 8
	}
	return beside+Measure(opt.Rest, SizeBody, false).Width > width
}

// optionText is where the text of a card begins, behind its radio mark.
func optionText() float32 { return 13 + Px(20) + 10 }

// CreateRenderer is part of fyne.Widget.
func (o *Options) CreateRenderer() fyne.WidgetRenderer {
	cards := make([]*optionCard, len(o.options))
	objs := make([]fyne.CanvasObject, 0, len(o.options)*6)
	for i, opt := range o.options {
		cards[i] = newOptionCard(opt)
		objs = append(objs, cards[i].objects()...)
	}
	place := func(s fyne.Size) {
		y := float32(0)
		for i, c := range cards {
			h := o.height(i)
			c.fold(o.folds(o.options[i]))
			c.place(y, fyne.NewSize(s.Width, h))
			y += h + cardGap
		}
	}
	reread := func() {
		for i, c := range cards {
			c.paint(i == o.chosen, o.focused && i == o.at, o.bad)
		}
		place(o.Size())
	}
	reread()
	return &drawn{
		of:   o,
		objs: objs,
		min: func() fyne.Size {
			height := float32(-cardGap)
			for i := range cards {
				height += o.height(i) + cardGap
			}
			return fyne.NewSize(Px(120), height)
		},
		layout: place,
		reread: reread,
	}
}

type optionCard struct {
	opt                        Option
	ground, outer, inner, ring *Rect
	word, rest, line           *Txt
	cap                        *Keycap
}

func newOptionCard(opt Option) *optionCard {
	c := &optionCard{
		opt:    opt,
		ground: NewRect(Surface, 6), outer: NewRect(Surface, 10), inner: NewRect(Nothing, 5), ring: ring(6),
		word: NewTxt(opt.Word, SizeBody, Text, true),
		rest: NewCut(opt.Rest, SizeBody, Text, false),
		line: NewCut(opt.Line, SizeBody, Text, false),
	}
	if opt.Key != "" {
		c.cap = NewKeycap("")
		c.cap.set(opt.Key, Surface, Muted, false)
	}
	return c
}

func (c *optionCard) objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{c.ground, c.outer, c.inner, c.word, c.rest, c.line}
	if c.cap != nil {
		objs = append(objs, c.cap)
	}
	return append(objs, c.ring)
}

func (c *optionCard) paint(chosen, focused, bad bool) {
	fill, edge, width, mark, dot := Surface, FieldEdge, float32(1), FieldEdge, Nothing
	if chosen {
		fill, edge, width, mark, dot = AccentTint, Accent, 2, Accent, Accent
	} else if bad {
		edge, width = Red, 2
	}
	c.ground.Paint(fill, edge, width)
	c.outer.Radius, c.inner.Radius = Px(10), Px(5)
	c.outer.Paint(fill, mark, 2)
	c.inner.Paint(dot, Nothing, 0)
	ringEdge := Nothing
	if focused {
		ringEdge = Accent
	}
	c.ring.Paint(Nothing, ringEdge, 2)
	for _, t := range []*Txt{c.word, c.rest, c.line} {
		t.Refresh()
	}
}

// fold sets the words after the bold one below it, where they need no comma.
func (c *optionCard) fold(on bool) {
	rest, line := c.opt.Rest, c.opt.Line
	if on {
		rest, line = "", strings.TrimLeft(rest, ", ")
	}
	c.rest.Say(rest, Text)
	c.line.Say(line, Text)
}

func (c *optionCard) place(y float32, s fyne.Size) {
	first := Px(40)
	side := Px(20)
	c.ground.Move(fyne.NewPos(0, y))
	c.ground.Resize(s)
	c.ring.Move(fyne.NewPos(-4, y-4))
	c.ring.Resize(s.AddWidthHeight(8, 8))
	c.outer.Move(fyne.NewPos(13, y+(first-side)/2))
	c.outer.Resize(fyne.NewSquareSize(side))
	c.inner.Move(fyne.NewPos(13+side/4, y+(first-side/2)/2))
	c.inner.Resize(fyne.NewSquareSize(side / 2))
	x := optionText()
	c.word.Move(fyne.NewPos(x, y))
	c.word.Resize(fyne.NewSize(c.word.Width(), first))
	after := x + c.word.Width()
	if c.cap != nil {
		m := c.cap.MinSize()
		c.cap.Move(fyne.NewPos(after+8, y+(first-m.Height)/2))
		c.cap.Resize(m)
		after += m.Width + 8
	}
	c.rest.Move(fyne.NewPos(after, y))
	c.rest.Resize(fyne.NewSize(max(0, s.Width-after-12), first))
	h := c.line.MinSize().Height
	c.line.Move(fyne.NewPos(x, y+first-8))
	c.line.Resize(fyne.NewSize(max(0, s.Width-x-12), h))
}
