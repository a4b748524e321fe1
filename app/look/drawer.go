package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"casebook/app/keys"
)

// Sheet is something laid over the window: a drawer at the right, or a dialog
// in the middle. While it is up the keys beneath are off, Tab stays inside,
// and Esc closes it and gives the focus back to what had it.
type Sheet struct {
	canvas  fyne.Canvas
	layer   *keys.Layer
	over    fyne.CanvasObject
	pop     func()
	unfloat func()
	opener  fyne.Focusable
	content fyne.CanvasObject
	// Closed is called after the sheet has gone.
	Closed func()
}

// drawerWidth is the width of a drawer at 100 %.
const drawerWidth = 712

// OpenDrawer shows content at the right of the window, full height, with the
// question it answers as its title. The layer adds keys of its own; it may be
// nil. The focus goes to first, or to the Close button when first is nil.
func OpenDrawer(c fyne.Canvas, title string, content fyne.CanvasObject, layer *keys.Layer, first fyne.Focusable) *Sheet {
	s := &Sheet{canvas: c, content: content}
	shut := NewSmall("Close", s.Close).With("", "Esc")
	head := Line(16, Stretch(1, NewCut(title, SizeTitle, Text, true)), shut)
	body := Edges(Pad(16, 24, 12, 24, head), nil, Pad(0, 24, 16, 24, content), nil, nil)
	panel := Stack(NewRect(Surface, 0), body)
	if first == nil {
		first = shut
	}
	s.open(container.New(&drawerLayout{}, newScrim(s.Close), panel), layer, first)
	return s
}

// OpenDialog shows content in a card in the middle of the window, at most the
// given width at 100 %.
func OpenDialog(c fyne.Canvas, width float32, content fyne.CanvasObject, layer *keys.Layer, first fyne.Focusable) *Sheet {
	s := &Sheet{canvas: c, content: content}
	card := Tinted(Plain, Pad(20, 24, 20, 24, content))
	s.open(container.New(&dialogLayout{width: width}, newScrim(nil), card), layer, first)
	return s
}

func (s *Sheet) open(over fyne.CanvasObject, layer *keys.Layer, first fyne.Focusable) {
	if layer == nil {
		layer = keys.NewBlocking()
	}
	layer.On("Esc", s.Close)
	s.layer = layer
	s.opener = s.canvas.Focused()
	s.pop = keys.Attach(s.canvas).Push(layer)
	floatLayer, unfloat := pushFloats(s.canvas)
	s.unfloat = unfloat
	s.over = Stack(over, floatLayer)
	s.canvas.Overlays().Add(s.over)
	s.over.Resize(s.canvas.Size())
	if first != nil {
		s.canvas.Focus(first)
	}
}

// Keys is the layer of the sheet, for binding more.
func (s *Sheet) Keys() *keys.Layer { return s.layer }

// Close takes the sheet away and gives the focus back. Closing twice is harmless.
func (s *Sheet) Close() {
	if s.over == nil {
		return
	}
	s.canvas.Overlays().Remove(s.over)
	s.over = nil
	s.pop()
	s.unfloat()
	if s.opener != nil {
		s.canvas.Focus(s.opener)
	}
	if s.Closed != nil {
		s.Closed()
	}
}

// Refit lays the sheet out again after its content has grown or shrunk.
func (s *Sheet) Refit() {
	if s.over != nil {
		s.over.Refresh()
	}
}

// scrim dims what a sheet covers and takes the clicks meant for it.
type scrim struct {
	widget.BaseWidget
	tap func()
}

func newScrim(tap func()) *scrim {
	s := &scrim{tap: tap}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped closes a drawer; a dialog must be answered.
func (s *scrim) Tapped(*fyne.PointEvent) {
	if s.tap != nil {
		s.tap()
	}
}

func (s *scrim) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(NewRect(Scrim, 0))
}

type drawerLayout struct{}

func (drawerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (drawerLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	place(objs[0], 0, 0, s.Width, s.Height)
	w := min(s.Width, Px(drawerWidth))
	place(objs[1], s.Width-w, 0, w, s.Height)
}

type dialogLayout struct{ width float32 }

func (dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *dialogLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	place(objs[0], 0, 0, s.Width, s.Height)
	w := min(s.Width-32, Px(l.width))
	h := min(s.Height-32, settle(objs[1], w))
	place(objs[1], (s.Width-w)/2, (s.Height-h)/2, w, h)
}
