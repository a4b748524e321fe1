package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
)

// Kind is how much a button stands out.
type Kind int

// A screen has one primary button: its next action.
const (
	Secondary Kind = iota
	Primary
	Quiet // on the dark message at the bottom
)

// Button names what it does, beginning with a verb, and shows the key that
// does the same. Space and Enter press it. A shut button stays where it is,
// sunken, with a lock and the reason in words.
type Button struct {
	press
	Label string
	Icon  Icon
	Key   keys.Chord
	Kind  Kind
	Small bool
	why   string
}

// NewButton is a secondary button.
func NewButton(label string, do func()) *Button {
	b := &Button{Label: label}
	b.do = do
	b.extend(b)
	return b
}

// NewPrimary is the one button of the screen's next action.
func NewPrimary(label string, do func()) *Button {
	b := NewButton(label, do)
	b.Kind = Primary
	return b
}

// NewSmall is a button 32 high, for the head of a card.
func NewSmall(label string, do func()) *Button {
	b := NewButton(label, do)
	b.Small = true
	return b
}

// With sets icon and keycap, either of which may be empty, and returns b. The
// key itself is bound by the screen.
func (b *Button) With(i Icon, key keys.Chord) *Button {
	b.Icon, b.Key = i, key
	b.Refresh()
	return b
}

// Say changes the label.
func (b *Button) Say(label string) {
	if b.Label != label {
		b.Label = label
		b.Refresh()
	}
}

// Shut closes the button and says why in its place: "Print is shut".
func (b *Button) Shut(why string) {
	b.shut, b.why = true, why
	b.Refresh()
}

// Open makes a shut button work again.
func (b *Button) Open() {
	b.shut, b.why = false, ""
	b.Refresh()
}

// IsShut reports whether pressing does nothing.
func (b *Button) IsShut() bool { return b.shut }

// Words is what the button says now.
func (b *Button) Words() string {
	if b.shut && b.why != "" {
		return b.why
	}
	return b.Label
}

func (b *Button) colours() (fill, edge, ink Token) {
	switch {
	case b.shut:
		return Sunken, Border, Muted
	case b.Kind == Primary:
		return Fill, Fill, OnFill
	case b.Kind == Quiet:
		return Toast, ToastEdge, OnToast
	}
	return Surface, FieldEdge, Text
}

// CreateRenderer is part of fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ground := NewRect(Surface, 6)
	label := NewTxt("", SizeBody, Text, true)
	icon := NewIco("", Text, 18)
	cap := NewKeycap("")
	around := ring(6)
	row := Line(8, icon, label, cap)
	sides := func() (side, height float32) {
		if b.Small {
			return Px(14), Px(32)
		}
		return Px(17), Px(40)
	}
	reread := func() {
		fill, edge, ink := b.colours()
		ground.Paint(fill, edge, 1)
		label.Font = SizeBody
		if b.Small {
			label.Font = SizeSmall
		}
		label.Say(b.Words(), ink)
		label.Refresh()
		i := b.Icon
		if b.shut {
			i = IconLock
		}
		icon.Hidden = i == ""
		icon.Set(i, ink)
		cap.Hidden = b.Key == "" || b.shut
		cap.set(string(b.Key), fill, ink, b.Kind != Secondary)
		setRing(around, b.Size(), b.focused)
	}
	reread()
	return &drawn{
		of:   b,
		objs: []fyne.CanvasObject{ground, row, around},
		min: func() fyne.Size {
			side, h := sides()
			return fyne.NewSize(row.MinSize().Width+2*side, h)
		},
		layout: func(s fyne.Size) {
			ground.Resize(s)
			m := row.MinSize()
			row.Resize(fyne.NewSize(m.Width, s.Height))
			row.Move(fyne.NewPos(max(0, (s.Width-m.Width)/2), 0))
			setRing(around, s, b.focused)
		},
		reread: func() { reread(); row.Refresh() },
	}
}

// Keycap is the picture of a key beside the words that it triggers.
type Keycap struct {
	widget.BaseWidget
	words     string
	fill, ink Token
	onDark    bool
}

// NewKeycap is a keycap on a light ground.
func NewKeycap(c keys.Chord) *Keycap {
	k := &Keycap{words: string(c), fill: Surface, ink: Muted}
	k.ExtendBaseWidget(k)
	return k
}

func (k *Keycap) set(words string, fill, ink Token, onDark bool) {
	if !onDark {
		ink = Muted
	}
	k.words, k.fill, k.ink, k.onDark = words, fill, ink, onDark
	k.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (k *Keycap) CreateRenderer() fyne.WidgetRenderer {
	box := NewRect(Surface, 4)
	words := NewTxt("", SizeSmall, Muted, false).Centre()
	reread := func() {
		edge := Thumb
		if k.onDark {
			edge = k.ink
		}
		box.Paint(k.fill, edge, 1)
		words.Say(k.words, k.ink)
	}
	reread()
	return &drawn{
		of:   k,
		objs: []fyne.CanvasObject{box, words},
		min: func() fyne.Size {
			return fyne.NewSize(max(Px(20), Measure(k.words, SizeSmall, false).Width+Px(13)), Px(20))
		},
		layout: func(s fyne.Size) { box.Resize(s); words.Resize(s) },
		reread: func() { reread(); words.Refresh(); box.Refresh() },
	}
}

// Link is underlined words that lead somewhere.
type Link struct {
	press
	Words string
	Font  Size
	Ink   Token
}

// NewLink is a link of body size.
func NewLink(words string, do func()) *Link {
	l := &Link{Words: words, Font: SizeBody, Ink: Accent}
	l.do = do
	l.extend(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	words := NewCut(l.Words, l.Font, l.Ink, false)
	line := NewRect(l.Ink, 0)
	around := NewFrame(Nothing, 2, 4)
	place := func(s fyne.Size) {
		h := words.MinSize().Height
		words.Resize(fyne.NewSize(s.Width, h))
		words.Move(fyne.NewPos(0, (s.Height-h)/2))
		line.Resize(fyne.NewSize(min(s.Width, words.Width()), 1))
		line.Move(fyne.NewPos(0, (s.Height+h)/2-2))
		around.Resize(fyne.NewSize(min(s.Width, words.Width())+8, h+4))
		around.Move(fyne.NewPos(-4, (s.Height-h)/2-2))
	}
	reread := func() {
		words.Font = l.Font
		words.Say(l.Words, l.Ink)
		line.Paint(l.Ink, Nothing, 0)
		edge := Nothing
		if l.focused {
			edge = Accent
		}
		around.Paint(Nothing, edge, 2)
		place(l.Size())
	}
	reread()
	return &drawn{
		of:   l,
		objs: []fyne.CanvasObject{words, line, around},
		min: func() fyne.Size {
			return fyne.NewSize(words.Width(), max(24, words.MinSize().Height))
		},
		layout: place,
		reread: reread,
	}
}
