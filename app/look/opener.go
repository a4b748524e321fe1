package look

import "fyne.io/fyne/v2"

// Opener is a card that is one stop for Tab: Space and Enter open what it
// sums up, and a ring shows that it has the focus.
type Opener struct {
	press
	words   string
	content fyne.CanvasObject
}

// NewOpener makes content a card to open. Its words are for those who cannot
// see it; also is asked first with every key and may be nil.
func NewOpener(words string, content fyne.CanvasObject, open func(), also func(fyne.KeyName) bool) *Opener {
	o := &Opener{words: words, content: content}
	o.do, o.also = open, also
	o.extend(o)
	return o
}

// Held is part of Holder.
func (o *Opener) Held() []fyne.CanvasObject { return []fyne.CanvasObject{o.content} }

// AccessibilityLabel is what the card sums up.
func (o *Opener) AccessibilityLabel() string { return o.words }

// AccessibilityRole is part of fyne.Accessible.
func (*Opener) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of fyne.Widget.
func (o *Opener) CreateRenderer() fyne.WidgetRenderer {
	around := ring(8)
	return &drawn{
		of:   o,
		objs: []fyne.CanvasObject{o.content, around},
		min:  func() fyne.Size { return o.content.MinSize() },
		layout: func(s fyne.Size) {
			o.content.Resize(s)
			setRing(around, s, o.focused)
		},
		reread: func() { setRing(around, o.Size(), o.focused); o.content.Refresh() },
	}
}
