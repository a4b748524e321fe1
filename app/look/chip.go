package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tone is a meaning with its colours and its usual icon. No tone is told by
// colour alone: the words and the icon say it too.
type Tone struct {
	Ink, Tint, Edge Token
	Icon            Icon
}

// The tones. Red and amber and green speak of time and of what stops; a
// finding is Told (upheld) or Past (not upheld), never a traffic light.
var (
	Late    = Tone{Red, RedTint, RedEdge, IconWarn}
	Soon    = Tone{Amber, AmberTint, AmberEdge, IconClock}
	OnTrack = Tone{Green, GreenTint, GreenEdge, IconOnTrack}
	Past    = Tone{Grey, GreyTint, Border, IconClosed}
	Told    = Tone{Accent, AccentTint, Border, IconCheck}
	Plain   = Tone{Text, Surface, Border, ""}
)

// As is the tone with another icon; an empty one shows none.
func (t Tone) As(i Icon) Tone { t.Icon = i; return t }

// Chip is a short status: a tint, an icon and bold words.
type Chip struct {
	widget.BaseWidget
	words string
	tone  Tone
	bare  bool
}

// NewChip is a chip on its tint, 24 high.
func NewChip(words string, t Tone) *Chip {
	c := &Chip{words: words, tone: t}
	c.ExtendBaseWidget(c)
	return c
}

// NewMark is a chip without its tint, for rows that hold many.
func NewMark(words string, t Tone) *Chip {
	c := NewChip(words, t)
	c.bare = true
	return c
}

// Say changes what the chip says; empty words show nothing at all.
func (c *Chip) Say(words string, t Tone) {
	if c.words != words || c.tone != t {
		c.words, c.tone = words, t
		c.Refresh()
	}
}

// Words is what the chip says.
func (c *Chip) Words() string { return c.words }

// CreateRenderer is part of fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground := NewRect(Nothing, Px(12))
	icon := NewIco("", Text, 16)
	words := NewTxt("", SizeSmall, Text, true)
	row := Line(5, icon, words)
	side := func() float32 {
		if c.bare {
			return 0
		}
		return Px(9)
	}
	reread := func() {
		fill := c.tone.Tint
		if c.bare || c.words == "" {
			fill = Nothing
		}
		ground.Radius = Px(12)
		ground.Paint(fill, Nothing, 0)
		icon.Hidden = c.tone.Icon == "" || c.words == ""
		icon.Set(c.tone.Icon, c.tone.Ink)
		words.Say(c.words, c.tone.Ink)
	}
	reread()
	place := func(s fyne.Size) {
		m := row.MinSize()
		width := min(s.Width, m.Width+2*side())
		h := min(s.Height, Px(24))
		ground.Move(fyne.NewPos(0, (s.Height-h)/2))
		ground.Resize(fyne.NewSize(width, h))
		row.Move(fyne.NewPos(side(), 0))
		row.Resize(fyne.NewSize(m.Width, s.Height))
	}
	return &drawn{
		of:     c,
		objs:   []fyne.CanvasObject{ground, row},
		min:    func() fyne.Size { return fyne.NewSize(row.MinSize().Width+2*side(), Px(24)) },
		layout: place,
		reread: func() { reread(); row.Refresh(); ground.Refresh(); place(c.Size()) },
	}
}

// Number is a figure in a small circle: the number of a step or of a point.
func Number(n string, on Token) fyne.CanvasObject {
	return AtLeast(24, 24, Stack(NewRect(on, canvas.RadiusMaximum), NewTxt(n, SizeSmall, Accent, true).Centre()))
}
