package look

import (
	"fyne.io/fyne/v2"
)

// Tile is one answer of a [Tiles] choice.
type Tile struct {
	Word string
	Line string // wraps below the word
	Icon Icon
	Key  string // a keycap, when a digit chooses it
}

// Tiles is a choice so large that each answer is a card with an icon, side by
// side where there is room. It is one stop for Tab; arrows move the choice.
type Tiles struct {
	press
	tiles  []Tile
	drawn  []*tileCard
	chosen int
	bad    bool
	// Changed is called when the officer changes the choice, never by [Tiles.Set].
	Changed func(place int)
}

// tileWidth is the least width of a card at 100 %; tileGap lies between two.
const (
	tileWidth = 196
	tileGap   = 16
)

// NewTiles has nothing chosen: -1.
func NewTiles(tiles []Tile, changed func(place int)) *Tiles {
	t := &Tiles{tiles: tiles, chosen: -1, Changed: changed}
	t.also = t.arrow
	t.do = func() { t.choose(max(0, t.chosen)) }
	t.extend(t)
	return t
}

// Chosen is the place of the choice, or -1.
func (t *Tiles) Chosen() int { return t.chosen }

// Set chooses without telling Changed.
func (t *Tiles) Set(place int) {
	if place >= -1 && place < len(t.tiles) {
		t.chosen = place
		t.Refresh()
	}
}

// Mark draws the red edge of a field that needs another answer.
func (t *Tiles) Mark(bad bool) { t.bad = bad; t.Refresh() }

func (t *Tiles) choose(place int) {
	place = max(0, min(place, len(t.tiles)-1))
	if place != t.chosen {
		t.Set(place)
		if t.Changed != nil {
			t.Changed(place)
		}
	}
}

func (t *Tiles) arrow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown, fyne.KeyRight:
		t.choose(t.chosen + 1)
	case fyne.KeyUp, fyne.KeyLeft:
		t.choose(t.chosen - 1)
	default:
		return false
	}
	return true
}

// Tapped chooses the card under the pointer.
func (t *Tiles) Tapped(ev *fyne.PointEvent) {
	Focus(t)
	for i, c := range t.drawn {
		at := c.ground.Position()
		if ev.Position.Subtract(at).X <= c.ground.Size().Width && ev.Position.Subtract(at).Y <= c.ground.Size().Height &&
			ev.Position.X >= at.X && ev.Position.Y >= at.Y {
			t.choose(i)
			return
		}
	}
}

// AccessibilityLabel is the answer chosen.
func (t *Tiles) AccessibilityLabel() string {
	if t.chosen < 0 {
		return "nothing chosen"
	}
	return t.tiles[t.chosen].Word + ", chosen. " + t.tiles[t.chosen].Line
}

// AccessibilityRole is part of fyne.Accessible.
func (*Tiles) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (t *Tiles) CreateRenderer() fyne.WidgetRenderer {
	var objs []fyne.CanvasObject
	t.drawn = nil
	for _, tile := range t.tiles {
		c := newTileCard(tile)
		t.drawn = append(t.drawn, c)
		objs = append(objs, c.objects()...)
	}
	reread := func() {
		for i, c := range t.drawn {
			c.paint(i == t.chosen, t.focused && i == max(0, t.chosen), t.bad)
		}
		t.place(t.Size())
	}
	reread()
	return &drawn{
		of:     t,
		objs:   objs,
		min:    func() fyne.Size { return fyne.NewSize(Px(tileWidth), t.place(t.Size())) },
		layout: func(s fyne.Size) { t.place(s) },
		reread: reread,
	}
}

// place sets the cards side by side, or one below the other where there is no
// room, and returns how high they are together.
func (t *Tiles) place(s fyne.Size) float32 {
	n := float32(len(t.drawn))
	w := (s.Width - (n-1)*tileGap) / n
	across := w >= Px(tileWidth)
	for _, c := range t.drawn {
		across = across && w >= c.least()
	}
	if !across {
		w = max(s.Width, Px(tileWidth))
	}
	h := float32(0)
	for _, c := range t.drawn {
		h = max(h, c.height(w))
	}
	room := w
	for _, c := range t.drawn {
		room = min(room, w-c.least())
	}
	x, y := float32(0), float32(0)
	for _, c := range t.drawn {
		c.spare(room)
		c.place(fyne.NewPos(x, y), fyne.NewSize(w, h))
		if across {
			x += w + tileGap
		} else {
			y += h + 8
		}
	}
	if across {
		return h
	}
	return y - 8
}

// tileCard draws one answer of a [Tiles].
type tileCard struct {
	ground, outer, inner, ring *Rect
	word                       *Txt
	line                       *Sentence
	icon                       *Ico
	cap                        *Keycap
}

func newTileCard(t Tile) *tileCard {
	c := &tileCard{
		ground: NewRect(Surface, 6), outer: NewRect(Surface, 10), inner: NewRect(Nothing, 5), ring: ring(6),
		word: NewTxt(t.Word, SizeBody, Text, true),
		line: NewSentence(Words(t.Line)),
		icon: NewIco(t.Icon, Muted, 22),
	}
	if t.Key != "" {
		c.cap = NewKeycap("")
		c.cap.set(t.Key, Surface, Muted, false)
	}
	return c
}

func (c *tileCard) objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{c.ground, c.outer, c.inner, c.word, c.line, c.icon}
	if c.cap != nil {
		objs = append(objs, c.cap)
	}
	return append(objs, c.ring)
}

func (c *tileCard) paint(chosen, focused, bad bool) {
	fill, edge, width, mark, dot, ink := Surface, FieldEdge, float32(1), FieldEdge, Nothing, Muted
	if chosen {
		fill, edge, width, mark, dot, ink = AccentTint, Accent, 2, Accent, Accent, Accent
	} else if bad {
		edge, width = Red, 2
	}
	c.ground.Paint(fill, edge, width)
	c.outer.Radius, c.inner.Radius = Px(10), Px(5)
	c.outer.Paint(fill, mark, 2)
	c.inner.Paint(dot, Nothing, 0)
	c.icon.Set(c.icon.Icon, ink)
	ringEdge := Nothing
	if focused {
		ringEdge = Accent
	}
	c.ring.Paint(Nothing, ringEdge, 2)
	c.word.Refresh()
	c.line.Refresh()
}

// tileHead is the height of the line with the word, and tileSide the room
// between the edge and what is written.
func tileHead() float32 { return Px(48) }

const tileSide = 16

// height is what the card needs at a width.
func (c *tileCard) height(w float32) float32 {
	c.line.Resize(fyne.NewSize(w-2*tileSide, c.line.Size().Height))
	return tileHead() + c.line.MinSize().Height + Px(12)
}

// least is the narrowest that the card's head can be: without icon and keycap.
func (c *tileCard) least() float32 { return 2*tileSide + Px(20) + 8 + c.word.Width() }

// spare shows what there is room for beside the word, the same on every card.
// Where the narrowest head has little, the icon goes, then the keycap: neither
// says what the words do not.
func (c *tileCard) spare(room float32) {
	if c.cap != nil {
		m := c.cap.MinSize()
		c.cap.Hidden = room < m.Width+8
		room -= m.Width + 8
	}
	c.icon.Hidden = room < Px(22)+8
}

func (c *tileCard) place(at fyne.Position, s fyne.Size) {
	head, side := tileHead(), Px(20)
	put := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, at.X+x, at.Y+y, w, h) }
	put(c.ground, 0, 0, s.Width, s.Height)
	put(c.ring, -4, -4, s.Width+8, s.Height+8)
	put(c.outer, tileSide, (head-side)/2, side, side)
	put(c.inner, tileSide+side/4, (head-side/2)/2, side/2, side/2)
	x := tileSide + side + 8
	put(c.word, x, 0, c.word.Width(), head)
	if c.cap != nil {
		m := c.cap.MinSize()
		put(c.cap, x+c.word.Width()+8, (head-m.Height)/2, m.Width, m.Height)
	}
	put(c.icon, s.Width-tileSide-Px(22), (head-Px(22))/2, Px(22), Px(22))
	put(c.line, tileSide, head-4, s.Width-2*tileSide, c.line.MinSize().Height)
}
