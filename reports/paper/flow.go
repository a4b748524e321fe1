package paper

// Block is one part of a page's text. Blocks are plain values, set one below
// the other; the kinds in this package are the only ones.
type Block interface {
	// set turns the block into strips for a column of the given width.
	set(c *composer, width float64) []strip
}

// style holds the measures that differ between standard and large print.
// Sizes are points, distances millimetres.
type style struct {
	body    float64
	heading float64 // second-level headings have the body size, in bold
	small   float64 // footers and captions
	detail  float64 // the landlord's details, date and reference
	name    float64 // the landlord's name
	leading float64 // line height as a multiple of the size
	para    float64 // space between paragraphs
	above   float64 // space above a heading
	indent  float64 // of a list's text
	stacked bool    // tables become one column
}

// standard meets the "clear print" of the UK Association for Accessible
// Formats: 12 points, sans serif, a blank line between paragraphs.
var standard = style{
	body: 12, heading: 13, small: 9, detail: 10.5, name: 20,
	leading: 1.35, para: 3.4, above: 5.5, indent: 6.5,
}

// large meets the same guidance for large print: 18 points, page numbers and
// footers no smaller than 16, and a single column.
var large = style{
	body: 18, heading: 20, small: 16, detail: 16, name: 22,
	leading: 1.35, para: 6, above: 8, indent: 10, stacked: true,
}

func styleFor(isLarge bool) style {
	if isLarge {
		return large
	}
	return standard
}

// strip is a slice of the column that is never cut: a line of a paragraph, a
// row of a table, a whole signature block. Its contents are placed from its own
// top left corner.
type strip struct {
	before  float64 // space above; dropped at the top of a page
	height  float64
	words   []Word
	lines   []Line
	boxes   []Box
	keep    bool   // stays on the page of the next strip
	header  *strip // repeated above this strip where it would start a page
	newPage bool   // starts a page
	foot    bool   // stands at the foot of its page
}

// shift moves what a strip holds.
func (s *strip) shift(dx, dy float64) {
	for i := range s.words {
		s.words[i].X += dx
		s.words[i].Y += dy
	}
	for i := range s.lines {
		s.lines[i].X1 += dx
		s.lines[i].X2 += dx
		s.lines[i].Y1 += dy
		s.lines[i].Y2 += dy
	}
	for i := range s.boxes {
		s.boxes[i].X += dx
		s.boxes[i].Y += dy
	}
}

// absorb adds a copy of what another strip holds, moved. The other strip stays
// as it was: a table's header is drawn on several pages.
func (s *strip) absorb(other strip, dx, dy float64) {
	moved := strip{
		words: append([]Word(nil), other.words...),
		lines: append([]Line(nil), other.lines...),
		boxes: append([]Box(nil), other.boxes...),
	}
	moved.shift(dx, dy)
	s.words = append(s.words, moved.words...)
	s.lines = append(s.lines, moved.lines...)
	s.boxes = append(s.boxes, moved.boxes...)
}

// stack makes one strip of several, which then stay together.
func stack(strips []strip) strip {
	var whole strip
	for i, s := range strips {
		if i == 0 {
			whole.before = s.before
		} else {
			whole.height += s.before
		}
		whole.absorb(s, 0, whole.height)
		whole.height += s.height
	}
	return whole
}

// total is the height of strips set one below the other.
func total(strips []strip) float64 {
	height := 0.0
	for i, s := range strips {
		if i > 0 {
			height += s.before
		}
		height += s.height
	}
	return height
}

// composer sets blocks in one style and remembers what cannot be printed.
type composer struct {
	style
	room    float64 // mm: the height of a page after the first
	missing map[rune]bool
}

// ink says how a run of text looks and to which block it belongs.
type ink struct {
	size   float64 // points
	bold   bool
	colour Colour
	tag    string
	right  bool // ends at the right edge of its column
}

func (c *composer) plain(tag string) ink { return ink{size: c.body, tag: tag} }
func (c *composer) strong(tag string) ink {
	return ink{size: c.body, tag: tag, bold: true}
}

// lineHeight is the distance between baselines, in millimetres.
func (c *composer) lineHeight(size float64) float64 { return size * c.leading * MMPerPoint }

// text sets lines that the writer broke, each wrapped to the width.
func (c *composer) text(lines []string, width float64, k ink) []strip {
	var strips []strip
	for _, line := range lines {
		strips = append(strips, c.run(tokens(line, k.bold, c.missing), width, k)...)
	}
	return strips
}

// run wraps tokens and places each line's words.
func (c *composer) run(list []token, width float64, k ink) []strip {
	em := k.size * MMPerPoint / 1000 // mm for a thousandth of the size
	height := c.lineHeight(k.size)
	baseline := baselineIn(height, k.size)
	var strips []strip
	for _, line := range wrap(list, int(width/em)) {
		s := strip{height: height, words: make([]Word, 0, len(line))}
		x := 0.0
		if k.right {
			x = width - float64(groupWidth(line))*em
		}
		for i, t := range line {
			if i > 0 && !t.joined {
				x += spaceEm * em
			}
			w := Word{
				X: x, Y: baseline, Width: float64(t.em) * em, Size: k.size,
				Face: t.face, Text: t.text, Colour: k.colour, Tag: k.tag, Joined: t.joined,
			}
			s.words = append(s.words, w)
			x += w.Width
		}
		strips = append(strips, s)
	}
	return strips
}

// baselineIn centres a line's ascent and descent in its height.
func baselineIn(height, size float64) float64 {
	mm := size * MMPerPoint
	return (height-(ascent+descent)*mm)/2 + ascent*mm
}

// together chains the first two and the last two lines of a paragraph, so that
// no line of it stands alone on a page.
func together(strips []strip) []strip {
	if n := len(strips); n > 1 {
		strips[0].keep = true
		strips[n-2].keep = true
	}
	return strips
}

// blocks sets several blocks one below the other. What follows a heading is set
// close to it, and a signature is never alone on a page.
func (c *composer) blocks(list []Block, width float64) []strip {
	var strips []strip
	underHeading := false
	for _, b := range list {
		next := b.set(c, width)
		if _, signature := b.(Signature); signature && len(strips) > 0 {
			strips[len(strips)-1].keep = true
		}
		if _, gap := b.(Gap); underHeading && !gap {
			next = spaced(next, 0) // the heading brings its own space
		}
		strips = append(strips, next...)
		_, underHeading = b.(Heading)
	}
	return strips
}
