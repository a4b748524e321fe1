package paper

import (
	"slices"
	"strings"
)

// MMPerPoint turns a type size in points into millimetres: 72 points are one
// inch of 25.4 mm.
const MMPerPoint = 25.4 / 72

// Size is a sheet of paper in millimetres, upright.
type Size struct{ Width, Height float64 }

// The sheets the office prints on (ISO 216).
var (
	A4 = Size{210, 297}
	A5 = Size{148, 210} // receipts handed over the counter
)

// Colour is a printing colour. The zero value is black, so that plain text
// needs no colour.
type Colour struct{ R, G, B uint8 }

// The few colours of a printed page. Muted still has a contrast of 7 to 1 on
// white; Rule is decorative and never carries meaning.
var (
	Black = Colour{}
	Muted = Colour{0x4B, 0x5B, 0x62}
	Rule  = Colour{0xA9, 0xB4, 0xB9}
	White = Colour{0xFF, 0xFF, 0xFF}
)

// Document is a finished layout: pages of plain values in millimetres from the
// top left corner. Every painter (PDF, screen) draws exactly this.
type Document struct {
	Title string // shown by viewers instead of the file name
	Lang  string // BCP 47, such as "en-GB"
	Pages []Page

	// Missing holds each character of the text that no embedded face can
	// print, sorted. On the page U+FFFD stands in its place, and PDF refuses.
	Missing []rune
}

// Page is one side of paper.
type Page struct {
	Width, Height float64 // mm
	Words         []Word  // in reading order
	Lines         []Line
	Boxes         []Box // drawn first, in order
}

// Word is a run of characters without a space, placed by itself: programs that
// draw it may kern inside the word but cannot move the next one.
type Word struct {
	X, Y   float64 // mm: left edge, and baseline from the top of the page
	Width  float64 // mm: sum of the face's advances, as the PDF will have it
	Size   float64 // points
	Face   FaceID
	Text   string
	Colour Colour
	Tag    string // the block it belongs to, such as "point 4"
	Joined bool   // continues the word before it: no space between the two
}

// Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64 // mm
	Stroke         float64 // mm
	Colour         Colour
	Dash           float64 // mm of dash and gap; 0 is solid
	Tag            string
}

// Box is an upright rectangle.
type Box struct {
	Zone
	Stroke float64 // mm; 0 is no edge
	Colour Colour  // of the edge
	Fill   Colour
	Filled bool
	Tag    string
}

// Zone is an upright rectangle on a page, in millimetres from its top left.
type Zone struct{ X, Y, Width, Height float64 }

// Right is the x of the zone's right edge.
func (z Zone) Right() float64 { return z.X + z.Width }

// Bottom is the y of the zone's lower edge.
func (z Zone) Bottom() float64 { return z.Y + z.Height }

// Holds reports whether other lies wholly inside z, edges included, give or
// take a hundredth of a millimetre.
func (z Zone) Holds(other Zone) bool {
	const slack = 0.01 // less than a printer can place
	return other.X >= z.X-slack && other.Right() <= z.Right()+slack &&
		other.Y >= z.Y-slack && other.Bottom() <= z.Bottom()+slack
}

// Touches reports whether the two zones share any area.
func (z Zone) Touches(other Zone) bool {
	return z.X < other.Right() && other.X < z.Right() && z.Y < other.Bottom() && other.Y < z.Bottom()
}

// Zone is the paper a word covers, from the top of its capitals and accents to
// the bottom of its descenders.
func (w Word) Zone() Zone {
	mm := w.Size * MMPerPoint
	return Zone{w.X, w.Y - ascent*mm, w.Width, (ascent + descent) * mm}
}

// Zone is the paper a line covers, its stroke included.
func (l Line) Zone() Zone {
	return Zone{
		min(l.X1, l.X2) - l.Stroke/2, min(l.Y1, l.Y2) - l.Stroke/2,
		max(l.X1, l.X2) - min(l.X1, l.X2) + l.Stroke, max(l.Y1, l.Y2) - min(l.Y1, l.Y2) + l.Stroke,
	}
}

// Text is every word of the document in reading order, one space between
// words, so that a phrase is found also across a line or a page break.
func (d Document) Text() string {
	return joined(d.Pages, func(Word) bool { return true })
}

// TextOf is the words of one block, found by its tag; "" where there is none.
func (d Document) TextOf(tag string) string {
	return joined(d.Pages, func(w Word) bool { return w.Tag == tag })
}

// Tags lists the tags in use, in the order in which they first appear.
func (d Document) Tags() []string {
	var tags []string
	for _, p := range d.Pages {
		for _, w := range p.Words {
			if w.Tag != "" && !slices.Contains(tags, w.Tag) {
				tags = append(tags, w.Tag)
			}
		}
	}
	return tags
}

func joined(pages []Page, wanted func(Word) bool) string {
	var b strings.Builder
	for _, p := range pages {
		for _, w := range p.Words {
			if !wanted(w) {
				continue
			}
			if b.Len() > 0 && !w.Joined {
				b.WriteByte(' ')
			}
			b.WriteString(w.Text)
		}
	}
	return b.String()
}
