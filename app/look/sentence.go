package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Part is a run of words within a sentence.
type Part struct {
	text string
	ink  Token
	font Size
	bold bool
}

// Words is a run of plain body text.
func Words(text string) Part { return Part{text: text, ink: Text, font: SizeBody} }

// Bold is a run of bold body text.
func Bold(text string) Part { return Words(text).Strong() }

// In is the run in another colour.
func (p Part) In(t Token) Part { p.ink = t; return p }

// Strong is the run in bold.
func (p Part) Strong() Part { p.bold = true; return p }

// At is the run in another size.
func (p Part) At(s Size) Part { p.font = s; return p }

// Sentence is text that wraps at words and may mix weights, colours and sizes.
type Sentence struct {
	widget.BaseWidget
	parts []Part
	text  *widget.RichText
}

// NewSentence joins parts as they are; spaces between them are theirs to bring.
func NewSentence(parts ...Part) *Sentence {
	s := &Sentence{parts: parts}
	s.ExtendBaseWidget(s)
	return s
}

// Hint is small muted text that wraps.
func Hint(text string) *Sentence { return NewSentence(Words(text).In(Muted).At(SizeSmall)) }

// Say replaces the parts.
func (s *Sentence) Say(parts ...Part) {
	s.parts = parts
	if s.text != nil {
		s.text.Segments = s.segments()
		s.text.Refresh()
	}
	s.Refresh()
}

// Text is all the words, without their looks.
func (s *Sentence) Text() string {
	var b strings.Builder
	for _, p := range s.parts {
		b.WriteString(p.text)
	}
	return b.String()
}

func (s *Sentence) segments() []widget.RichTextSegment {
	segs := make([]widget.RichTextSegment, len(s.parts))
	for i, p := range s.parts {
		segs[i] = &widget.TextSegment{Text: p.text, Style: widget.RichTextStyle{
			Inline: true, ColorName: p.ink, SizeName: p.font, TextStyle: fyne.TextStyle{Bold: p.bold},
		}}
	}
	return segs
}

// CreateRenderer is part of fyne.Widget. The toolkit's text keeps a padding
// of its own, which is hung outside.
func (s *Sentence) CreateRenderer() fyne.WidgetRenderer {
	s.text = widget.NewRichText(s.segments()...)
	s.text.Wrapping = fyne.TextWrapWord
	inset := theme.InnerPadding
	fit := func(size fyne.Size) {
		s.text.Move(fyne.NewPos(-inset(), -inset()))
		s.text.Resize(size.AddWidthHeight(2*inset(), 2*inset()))
	}
	return &drawn{
		of:   s,
		objs: []fyne.CanvasObject{s.text},
		min: func() fyne.Size {
			if s.Size().Width == 0 { // not yet laid out: one line is the best guess
				return fyne.NewSize(leastCut, Measure("A", s.tallest(), false).Height)
			}
			h := s.text.MinSize().Height - 2*inset()
			return fyne.NewSize(leastCut, h)
		},
		layout: fit,
		reread: func() { fit(s.Size()); s.text.Refresh() },
	}
}

func (s *Sentence) tallest() Size {
	tall := SizeSmall
	for _, p := range s.parts {
		if points(p.font) > points(tall) {
			tall = p.font
		}
	}
	return tall
}

// NewPhrase is parts on one line, each at its own weight and colour; the last
// one gives way where there is no room.
func NewPhrase(parts ...Part) *fyne.Container {
	objs := make([]fyne.CanvasObject, len(parts))
	for i, p := range parts {
		t := NewTxt(p.text, p.font, p.ink, p.bold)
		t.Cut = i == len(parts)-1
		objs[i] = t
	}
	c := Stretch(1, Line(0, objs...))
	return c
}
