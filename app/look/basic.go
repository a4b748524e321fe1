package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"casebook/assets"
)

// Size is a size of text.
type Size = fyne.ThemeSizeName

// The sizes: 13, 15, 16, 18, 24 and 32 at 100 %.
const (
	SizeSmall   Size = theme.SizeNameCaptionText
	SizeBody    Size = theme.SizeNameText
	SizeCard    Size = "card"
	SizeSection Size = theme.SizeNameSubHeadingText
	SizeTitle   Size = theme.SizeNameHeadingText
	SizeFigure  Size = "figure"
)

func points(s Size) float32 { return current().Size(s) }

// drawn is the renderer of every widget here. A renderer may be thrown away
// while its widget lives on, so it holds only what it draws. The one that takes
// its place is not always laid out by the toolkit, which does so only where a
// size has changed, so it lays itself out before it is first measured or drawn.
type drawn struct {
	of     fyne.Widget
	placed bool
	objs   []fyne.CanvasObject
	min    func() fyne.Size
	layout func(fyne.Size)
	reread func()
	mode   Mode    // the palette it was drawn in last
	scale  float32 // and the text size; 0 before it was drawn
}

func (d *drawn) Destroy()                     {}
func (d *drawn) Objects() []fyne.CanvasObject { d.place(); return d.objs }
func (d *drawn) MinSize() fyne.Size           { d.place(); return d.min() }

// Refresh reads the widget again, and its parts too when the look has changed
// while it was in no window: nobody else tells them.
func (d *drawn) Refresh() {
	d.reread()
	if d.changed() {
		for _, o := range d.objs {
			o.Refresh()
		}
	}
}

// changed reports whether the look is another one than when it was drawn last,
// and remembers this one.
func (d *drawn) changed() bool {
	now := current()
	was := d.scale != 0 && (d.mode != now.mode || d.scale != now.scale)
	d.mode, d.scale = now.mode, now.scale
	return was
}

func (d *drawn) place() {
	if size := d.of.Size(); !d.placed && !size.IsZero() {
		d.Layout(size)
	}
}

func (d *drawn) Layout(s fyne.Size) {
	if !d.placed {
		d.changed()
	}
	d.placed = true
	d.layout(s)
}

// Rect is a rectangle whose colours are tokens.
type Rect struct {
	widget.BaseWidget
	Fill, Edge Token
	EdgeWidth  float32
	Radius     float32
	TopOnly    bool      // round only the upper corners, as a card's head is
	Least      fyne.Size // the least it may be drawn

	drawn Mode // the palette it was drawn in last
}

// NewRect is a filled rectangle without edge.
func NewRect(fill Token, radius float32) *Rect {
	r := &Rect{Fill: fill, Edge: Nothing, Radius: radius}
	r.ExtendBaseWidget(r)
	return r
}

// NewFrame is an edge round nothing.
func NewFrame(edge Token, width, radius float32) *Rect {
	r := &Rect{Fill: Nothing, Edge: edge, EdgeWidth: width, Radius: radius}
	r.ExtendBaseWidget(r)
	return r
}

// NewRule is a line of one unit across the width it is given.
func NewRule(c Token) *Rect {
	r := NewRect(c, 0)
	r.Least = fyne.NewSize(1, 1)
	return r
}

// Paint changes the colours and redraws when they differ, or when the palette
// has changed while the rectangle was in no window.
func (r *Rect) Paint(fill, edge Token, width float32) {
	if r.Fill != fill || r.Edge != edge || r.EdgeWidth != width || r.drawn != current().mode {
		r.Fill, r.Edge, r.EdgeWidth = fill, edge, width
		r.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *Rect) CreateRenderer() fyne.WidgetRenderer {
	rect := canvas.NewRectangle(ColorOf(Nothing))
	reread := func() {
		r.drawn = current().mode
		rect.Hidden = r.Fill == Nothing && r.Edge == Nothing // a clear one costs as much to paint as any
		rect.FillColor = ColorOf(r.Fill)
		rect.StrokeColor, rect.StrokeWidth = ColorOf(r.Edge), r.EdgeWidth
		if r.Edge == Nothing {
			rect.StrokeWidth = 0
		} else if r.Fill == Nothing {
			// A wholly clear fill is painted as black along the edge; one part in
			// 255 of the edge's own colour is not.
			c := rgba(palette[r.Edge][current().mode])
			c.A = 1
			rect.FillColor = c
		}
		rect.CornerRadius = r.Radius
		if r.TopOnly {
			rect.CornerRadius = 0
			rect.TopLeftCornerRadius, rect.TopRightCornerRadius = r.Radius, r.Radius
		}
	}
	reread()
	return &drawn{
		of:     r,
		objs:   []fyne.CanvasObject{rect},
		min:    func() fyne.Size { return r.Least },
		layout: func(s fyne.Size) { rect.Resize(s) },
		reread: func() { reread(); rect.Refresh() },
	}
}

// Txt is one line of text. It can give way: then it is cut with an ellipsis
// to the width it is given.
type Txt struct {
	widget.BaseWidget
	Text  string
	Font  Size
	Color Token
	Bold  bool
	Cut   bool           // may be shortened; its least width is then 30
	Align fyne.TextAlign // within a width larger than the text

	drawn Mode    // the palette it was drawn in last
	scale float32 // and the text size
}

// NewTxt is a line of text that is never shortened.
func NewTxt(text string, size Size, c Token, bold bool) *Txt {
	t := &Txt{Text: text, Font: size, Color: c, Bold: bold}
	t.ExtendBaseWidget(t)
	return t
}

// NewCut is a line of text that gives way to its neighbours.
func NewCut(text string, size Size, c Token, bold bool) *Txt {
	t := NewTxt(text, size, c, bold)
	t.Cut = true
	return t
}

// Right aligns to the right edge and returns t.
func (t *Txt) Right() *Txt { t.Align = fyne.TextAlignTrailing; return t }

// Centre aligns to the middle and returns t.
func (t *Txt) Centre() *Txt { t.Align = fyne.TextAlignCenter; return t }

// Say changes the words and their colour, and redraws when they differ, or when
// the look has changed while the text was in no window.
func (t *Txt) Say(text string, c Token) {
	if t.Text != text || t.Color != c || t.drawn != current().mode || t.scale != current().scale {
		t.Text, t.Color = text, c
		t.Refresh()
	}
}

// Width is the width of the whole text.
func (t *Txt) Width() float32 { return Measure(t.Text, t.Font, t.Bold).Width }

// Measure is the room that a line of text takes.
func Measure(text string, size Size, bold bool) fyne.Size {
	return fyne.MeasureText(text, points(size), fyne.TextStyle{Bold: bold})
}

// Shorten is the longest beginning of text that fits with an ellipsis, or the
// text itself when it fits.
func Shorten(text string, size Size, bold bool, width float32) string {
	if Measure(text, size, bold).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if Measure(strings.TrimRight(string(runes[:mid]), " ,")+"…", size, bold).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ,") + "…"
}

// CreateRenderer is part of fyne.Widget.
func (t *Txt) CreateRenderer() fyne.WidgetRenderer {
	text := canvas.NewText("", ColorOf(t.Color))
	fit := func(s fyne.Size) {
		text.Text = t.Text
		if t.Cut {
			text.Text = Shorten(t.Text, t.Font, t.Bold, s.Width)
		}
		text.Resize(s)
	}
	reread := func() {
		t.drawn, t.scale = current().mode, current().scale
		text.Color, text.TextSize = ColorOf(t.Color), points(t.Font)
		text.TextStyle = fyne.TextStyle{Bold: t.Bold}
		text.Alignment = t.Align
		fit(t.Size())
		text.Refresh()
	}
	reread()
	return &drawn{
		of:   t,
		objs: []fyne.CanvasObject{text},
		min: func() fyne.Size {
			m := Measure(t.Text, t.Font, t.Bold)
			if t.Cut && m.Width > leastCut {
				m.Width = leastCut
			}
			return m
		},
		layout: func(s fyne.Size) { fit(s); text.Refresh() },
		reread: reread,
	}
}

// Icon names one of the program's own icons.
type Icon string

// Ico is an icon in the colour of a token.
type Ico struct {
	widget.BaseWidget
	Icon  Icon
	Color Token
	Side  float32 // at 100 %
}

// NewIco is an icon of the given side.
func NewIco(i Icon, c Token, side float32) *Ico {
	ico := &Ico{Icon: i, Color: c, Side: side}
	ico.ExtendBaseWidget(ico)
	return ico
}

// Set changes the icon and its colour, and redraws when they differ.
func (i *Ico) Set(icon Icon, c Token) {
	if i.Icon != icon || i.Color != c {
		i.Icon, i.Color = icon, c
		i.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (i *Ico) CreateRenderer() fyne.WidgetRenderer {
	img := canvas.NewImageFromResource(tinted(i.Icon, i.Color))
	img.FillMode = canvas.ImageFillContain
	return &drawn{
		of:   i,
		objs: []fyne.CanvasObject{img},
		min:  func() fyne.Size { return fyne.NewSquareSize(Px(i.Side)) },
		layout: func(s fyne.Size) {
			side := min(Px(i.Side), s.Width, s.Height)
			img.Resize(fyne.NewSquareSize(side))
			// The optical middle of a line of text lies a little under that of its box.
			img.Move(fyne.NewPos((s.Width-side)/2, (s.Height-side)/2+Px(1)))
		},
		reread: func() {
			img.Resource = tinted(i.Icon, i.Color)
			img.Refresh()
		},
	}
}

// tinted is the icon's drawing in the token's colour. The toolkit keeps
// pictures by name, so the name holds all that makes one differ.
func tinted(i Icon, t Token) fyne.Resource {
	if i == "" {
		return nil
	}
	svg, err := assets.Icons.ReadFile("icons/" + string(i) + ".svg")
	if err != nil {
		panic("look: no icon named " + string(i))
	}
	hex := Hex(t, current().mode)
	return fyne.NewStaticResource(string(i)+"-"+hex+".svg",
		[]byte(strings.ReplaceAll(string(svg), "#000000", "#"+hex)))
}

// leastCut is the width below which a text that gives way says nothing.
const leastCut = 30
