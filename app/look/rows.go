package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// RowWords is what a row of two lines says.
type RowWords struct {
	Name   string // bold: a resident, a promise
	Ref    string // muted beside it; dropped whole where there is no room
	Mark   string // at the right, in a tone: "2 working days left"
	Tone   Tone
	Second string
	Right  string // small, at the right of the second line: an officer
	// Running text goes on from the first line to the second, in body text.
	Running bool
}

// TwoLines is the content of a list's row 57 high.
type TwoLines struct {
	widget.BaseWidget
	words RowWords
}

// NewTwoLines is an empty row.
func NewTwoLines() *TwoLines {
	r := &TwoLines{}
	r.ExtendBaseWidget(r)
	return r
}

// Say changes what the row says.
func (r *TwoLines) Say(w RowWords) {
	if r.words != w {
		r.words = w
		r.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (r *TwoLines) CreateRenderer() fyne.WidgetRenderer {
	name, ref := NewCut("", SizeBody, Text, true), NewTxt("", SizeSmall, Muted, false)
	second, right := NewCut("", SizeSmall, Muted, false), NewTxt("", SizeSmall, Muted, false)
	mark := NewMark("", Plain)
	lay := func(s fyne.Size) {
		w := r.words
		const edge = 16
		inner := s.Width - 2*edge
		first, below := s.Height/2-Px(21), s.Height/2+Px(1)
		m := mark.MinSize().Width
		if w.Mark == "" {
			m = 0
		}
		place(mark, edge+inner-m, first-Px(1), m, Px(22))
		room := inner - m - 8
		n := min(name.Width(), room)
		place(name, edge, first, n, Px(20))
		ref.Hidden = w.Ref == "" || n+8+ref.Width() > room
		place(ref, edge+n+8, first+Px(1), ref.Width(), Px(20))
		rw := right.Width()
		if w.Right == "" {
			rw = 0
		}
		place(right, edge+inner-rw, below, rw, Px(18))
		place(second, edge, below, max(0, inner-rw-12), Px(18))
	}
	reread := func() {
		w := r.words
		name.Bold, second.Font = !w.Running, SizeSmall
		ink := Muted
		if w.Running {
			second.Font, ink = SizeBody, Text
		}
		name.Say(w.Name, Text)
		ref.Say(w.Ref, Muted)
		second.Say(w.Second, ink)
		right.Say(w.Right, Muted)
		mark.Say(w.Mark, w.Tone)
		lay(r.Size())
	}
	reread()
	return &drawn{
		of:     r,
		objs:   []fyne.CanvasObject{name, ref, mark, second, right},
		min:    func() fyne.Size { return fyne.NewSize(200, Px(56)) },
		layout: lay,
		reread: func() {
			reread()
			for _, o := range []fyne.CanvasObject{name, ref, second, right} {
				o.Refresh()
			}
		},
	}
}
