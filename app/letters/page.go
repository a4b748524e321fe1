package letters

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"casebook/app/look"
	"casebook/reports/paper"
)

// Sheet draws one laid-out page on the screen: the same words at the same
// places as on the PDF, in the same faces. Paper is white and ink is black
// whatever the theme.
type Sheet struct {
	widget.BaseWidget
	page  paper.Page
	zoom  float32 // units of the screen for a millimetre at 100 %
	marks map[string]bool
	objs  []fyne.CanvasObject

	window paper.Zone
}

// Window draws the envelope's window on the page: only what lies in it shows.
func (s *Sheet) Window(z paper.Zone) { s.window = z }

// NewSheet is a page at a zoom, with the blocks of some tags marked as what
// has to be put right.
func NewSheet(page paper.Page, zoom float32, marked ...string) *Sheet {
	s := &Sheet{page: page, zoom: zoom, marks: map[string]bool{}}
	for _, tag := range marked {
		s.marks[tag] = tag != ""
	}
	s.ExtendBaseWidget(s)
	return s
}

// faces are the page's faces as resources of the toolkit, each made once.
var faces = map[paper.FaceID]fyne.Resource{}

func face(id paper.FaceID) fyne.Resource {
	if faces[id] == nil {
		faces[id] = fyne.NewStaticResource("letter-"+string(rune('0'+int(id)))+".ttf", paper.Face(id))
	}
	return faces[id]
}

// widest is how much wider than on paper a word may be on the screen, which sets
// letters on whole pixels. The space after it takes that up.
const widest = 1.06

// placeWord is where and how large a word is drawn at a zoom: its top left
// corner and its text size. A word that would come out too wide is drawn a
// little smaller, to end where it ends on paper.
func placeWord(w paper.Word, zoom float32) (at fyne.Position, size float32) {
	size = float32(w.Size*paper.MMPerPoint) * zoom
	measure := fyne.CurrentApp().Driver().RenderedTextSize
	drawn, baseline := measure(w.Text, size, fyne.TextStyle{}, face(w.Face))
	if room := float32(w.Width) * zoom; drawn.Width > room*widest {
		size *= room / drawn.Width
		_, baseline = measure(w.Text, size, fyne.TextStyle{}, face(w.Face))
	}
	return fyne.NewPos(float32(w.X)*zoom, float32(w.Y)*zoom-baseline), size
}

// CreateRenderer is part of fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	zoom := look.Px(s.zoom)
	ground := canvas.NewRectangle(color.White)
	ground.StrokeColor, ground.StrokeWidth = color.NRGBA{0xA9, 0xB4, 0xB9, 0xFF}, 1
	ground.Resize(fyne.NewSize(float32(s.page.Width)*zoom, float32(s.page.Height)*zoom))
	s.objs = []fyne.CanvasObject{ground}
	for _, b := range s.page.Boxes {
		s.objs = append(s.objs, box(b, zoom))
	}
	for _, l := range s.page.Lines {
		line := canvas.NewLine(ink(l.Colour))
		line.StrokeWidth = max(0.5, float32(l.Stroke)*zoom)
		line.Position1 = fyne.NewPos(float32(l.X1)*zoom, float32(l.Y1)*zoom)
		line.Position2 = fyne.NewPos(float32(l.X2)*zoom, float32(l.Y2)*zoom)
		s.objs = append(s.objs, line)
	}
	for _, w := range s.page.Words {
		if s.marks[w.Tag] {
			s.objs = append(s.objs, mark(w, zoom))
		}
		text := canvas.NewText(w.Text, ink(w.Colour))
		at, size := placeWord(w, zoom)
		text.TextSize, text.FontSource = size, face(w.Face)
		text.Move(at)
		text.Resize(text.MinSize())
		s.objs = append(s.objs, text)
	}
	if s.window.Width > 0 {
		s.objs = append(s.objs, window(s.window, zoom))
	}
	return &sheetRenderer{objs: s.objs, size: ground.Size()}
}

func ink(c paper.Colour) color.Color { return color.NRGBA{c.R, c.G, c.B, 0xFF} }

func box(b paper.Box, zoom float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	if b.Filled {
		r.FillColor = ink(b.Fill)
	} else {
		r.FillColor = color.NRGBA{b.Colour.R, b.Colour.G, b.Colour.B, 1} // a fill of no alpha bleeds into the edge
	}
	if b.Stroke > 0 {
		r.StrokeColor, r.StrokeWidth = ink(b.Colour), max(1, float32(b.Stroke)*zoom)
	}
	r.Move(fyne.NewPos(float32(b.X)*zoom, float32(b.Y)*zoom))
	r.Resize(fyne.NewSize(float32(b.Width)*zoom, float32(b.Height)*zoom))
	return r
}

// window is the edge of an envelope's window in the accent of the light theme,
// since paper is white in every theme.
func window(z paper.Zone, zoom float32) fyne.CanvasObject {
	edge := color.NRGBA{0x0F, 0x5B, 0x78, 0xFF}
	r := canvas.NewRectangle(color.NRGBA{edge.R, edge.G, edge.B, 1})
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = edge, 1.5, 5
	r.Move(fyne.NewPos(float32(z.X)*zoom, float32(z.Y)*zoom))
	r.Resize(fyne.NewSize(float32(z.Width)*zoom, float32(z.Height)*zoom))
	return r
}

// mark is a red ground behind a word of a block that keeps Print shut.
func mark(w paper.Word, zoom float32) fyne.CanvasObject {
	z := w.Zone()
	r := canvas.NewRectangle(color.NRGBA{0xFB, 0xE0, 0xDE, 0xFF})
	r.Move(fyne.NewPos(float32(z.X)*zoom-2, float32(z.Y)*zoom))
	r.Resize(fyne.NewSize(float32(z.Width)*zoom+4, float32(z.Height)*zoom))
	return r
}

// sheetRenderer holds objects that were placed once and never move.
type sheetRenderer struct {
	objs []fyne.CanvasObject
	size fyne.Size
}

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Layout(fyne.Size)             {}
func (r *sheetRenderer) MinSize() fyne.Size           { return r.size }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *sheetRenderer) Refresh()                     {}

// The zoom of a page, in units of the screen for a millimetre at 100 %: as large
// as the whole width of an A4 sheet allows, within what can still be read and
// what is larger than paper.
const (
	leastZoom = 2.2
	mostZoom  = 3.4
	aroundA4  = 264 // rail, thumbnails and the space between
	sideWidth = 446 // the checks and what to do, at 100 %
	leastPage = 220 // the part of the page that is in sight at once, at the least
)

// narrow says whether the checks leave the page no room beside them, as in large
// text: they go below it.
func (v *View) narrow() bool {
	return v.deps.Shell.Window().Canvas().Size().Width < look.Px(aroundA4+sideWidth+leastPage)
}

func (v *View) zoom() float32 {
	around := float32(aroundA4)
	if !v.narrow() {
		around += sideWidth + 16
	}
	room := v.deps.Shell.Window().Canvas().Size().Width - look.Px(around)
	return max(leastZoom, min(mostZoom, room/look.Px(float32(paper.A4.Width))))
}
