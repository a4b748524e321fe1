package paper

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// FaceID names one of the embedded TrueType faces.
type FaceID uint8

// Liberation Sans is the face of every page: sans serif, with the widths of
// Arial. DejaVu Sans steps in for a word that Liberation cannot print.
const (
	Regular FaceID = iota
	Bold
	WideRegular
	WideBold
	faceCount
)

// The extent of Liberation Sans above and below the baseline, in ems (its
// hhea table). DejaVu's is within 3% of it, so one line height serves both.
const (
	ascent  = 0.905
	descent = 0.212
)

// Face is the TrueType file of a face, for a painter that needs it. The bytes
// are shared: read them only.
func Face(id FaceID) []byte { return faces[id].file }

// face measures one TrueType file. The file is parsed at first use, since most
// letters never need the wide faces.
type face struct {
	file []byte

	mu       sync.Mutex
	font     *sfnt.Font
	buffer   sfnt.Buffer
	advances map[rune]int
}

var faces = [faceCount]*face{
	Regular:     {file: liberationsansregular.TTF},
	Bold:        {file: liberationsansbold.TTF},
	WideRegular: {file: dejavusans.TTF},
	WideBold:    {file: dejavusansbold.TTF},
}

// noGlyph marks a character that a face cannot print.
const noGlyph = -1

// width is the sum of advances in thousandths of an em, and whether every
// character has a glyph.
func (f *face) width(text string) (int, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	total, whole := 0, true
	for _, r := range text {
		a := f.advance(r)
		if a == noGlyph {
			whole = false
			continue
		}
		total += a
	}
	return total, whole
}

// advance is rounded to a thousandth of an em for each character, because that
// is what a PDF stores: the page and the PDF then agree exactly.
func (f *face) advance(r rune) int {
	if f.font == nil {
		f.parse()
	}
	if a, ok := f.advances[r]; ok {
		return a
	}
	a := noGlyph
	if glyph, err := f.font.GlyphIndex(&f.buffer, r); err == nil && glyph != 0 {
		em := f.font.UnitsPerEm()
		units, err := f.font.GlyphAdvance(&f.buffer, glyph, fixed.I(int(em)), font.HintingNone)
		if err == nil {
			a = (units.Round()*1000 + int(em)/2) / int(em)
		}
	}
	f.advances[r] = a
	return a
}

func (f *face) parse() {
	parsed, err := sfnt.Parse(f.file)
	if err != nil {
		panic(fmt.Sprintf("paper: an embedded face does not parse: %v", err)) // a damaged build, never bad input
	}
	f.font, f.advances = parsed, map[rune]int{}
}

// piece is part of a word in one face.
type piece struct {
	text string
	face FaceID
	em   int // width in thousandths of the type size
}

// choose sets a word in Liberation where that has every character, otherwise
// wholly in DejaVu, and only when neither has them all in pieces. What nobody
// can print becomes U+FFFD and is noted in missing.
func choose(word string, bold bool, missing map[rune]bool) []piece {
	usual, wide := Regular, WideRegular
	if bold {
		usual, wide = Bold, WideBold
	}
	if strings.IndexFunc(word, unprintable) < 0 {
		for _, id := range []FaceID{usual, wide} {
			if em, whole := faces[id].width(word); whole {
				return []piece{{word, id, em}}
			}
		}
	}
	var pieces []piece
	for _, r := range word {
		id, text := wide, string(r)
		switch {
		case has(usual, r):
			id = usual
		case !has(wide, r):
			missing[r] = true
			text = string(unicode.ReplacementChar)
		}
		em, _ := faces[id].width(text)
		if n := len(pieces); n > 0 && pieces[n-1].face == id {
			pieces[n-1].text += text
			pieces[n-1].em += em
			continue
		}
		pieces = append(pieces, piece{text, id, em})
	}
	return pieces
}

func has(id FaceID, r rune) bool {
	if unprintable(r) {
		return false
	}
	_, whole := faces[id].width(string(r))
	return whole
}

// lastPlain is the last character of Unicode's first plane. The PDF writer
// stores characters in 16 bits and fails beyond it.
const lastPlain = 0xFFFF

// unprintable names characters that would print wrongly even where a face has
// a glyph: right-to-left and joined scripts, which need shaping that neither
// painter does, and the mark of a character already lost.
func unprintable(r rune) bool {
	if r > lastPlain || r == unicode.ReplacementChar {
		return true
	}
	if r < 0x0590 { // before Hebrew, the first such script
		return false
	}
	properties, _ := bidi.LookupRune(r)
	class := properties.Class()
	return class == bidi.R || class == bidi.AL || unicode.In(r, unicode.Lao, unicode.Nko)
}

// Missing lists, sorted and once each, the characters of a text that cannot be
// printed. Control characters are not counted: they are stripped (see Clean).
func Missing(text string) []rune {
	found := map[rune]bool{}
	for _, word := range strings.Fields(Clean(text)) {
		choose(word, false, found)
	}
	return sorted(found)
}

func sorted(set map[rune]bool) []rune {
	var runes []rune
	for r := range set {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	return runes
}

// MissingError says which characters keep a page from being printed.
type MissingError struct{ Runes []rune }

// Error is one sentence for the officer, with the characters as they look and
// by number.
func (e *MissingError) Error() string {
	var names []string
	for _, r := range e.Runes {
		if r == unicode.ReplacementChar {
			names = append(names, "a damaged character (U+FFFD)")
			continue
		}
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return "This cannot be printed because no typeface here has " + strings.Join(names, ", ") +
		": type those words in Latin, Greek or Cyrillic letters."
}
