package paper

// Boxed puts a frame round blocks that belong together. What is taller than a
// page is set without the frame's upper and lower edge where it is cut.
type Boxed struct {
	Tag    string
	Blocks []Block
}

const (
	boxPad    = 4.0  // mm between a frame and its text
	boxStroke = 0.35 // mm
)

func (b Boxed) set(c *composer, width float64) []strip {
	strips := c.blocks(b.Blocks, width-2*boxPad)
	if len(strips) == 0 {
		return nil
	}
	for i := range strips {
		strips[i].shift(boxPad, 0)
	}
	strips[0].before = 0
	if total(strips)+2*boxPad > c.room {
		return b.cut(c, strips, width)
	}
	whole := stack(strips)
	whole.shift(0, boxPad)
	whole.height += 2 * boxPad
	whole.boxes = append([]Box{{
		Zone: Zone{0, 0, width, whole.height}, Stroke: boxStroke, Colour: Muted, Tag: b.Tag,
	}}, whole.boxes...)
	whole.before = c.para
	return []strip{whole}
}

// cut frames only the sides, strip by strip, so that pages may part anywhere.
func (b Boxed) cut(c *composer, strips []strip, width float64) []strip {
	for i := range strips {
		s := &strips[i]
		s.shift(0, s.before) // the space belongs inside the frame
		s.height, s.before = s.height+s.before, 0
		for _, x := range []float64{0, width} {
			s.lines = append(s.lines, Line{
				X1: x, X2: x, Y2: s.height, Stroke: boxStroke, Colour: Muted, Tag: b.Tag,
			})
		}
	}
	return spaced(strips, c.para)
}

// Slip is a tear-off part below a dashed line, at the foot of its page.
type Slip struct {
	Tag     string
	Caption string // beside the line, such as "Please cut here and return"
	Blocks  []Block
}

const (
	slipDash  = 2.0 // mm: reads as a cutting line from arm's length
	slipSpace = 7.0 // mm above the line, so that a cut does not touch the text
)

// slipCloser are the parts of the usual space between blocks with which a slip
// is set that would not fit a page otherwise: what is cut off is one sheet of
// paper. Its letters stay as large as they are.
var slipCloser = []float64{0.6, 0.3}

func (s Slip) set(c *composer, width float64) []strip {
	strips := s.strips(c, width)
	for _, part := range slipCloser {
		if total(strips) <= c.room {
			break
		}
		closer := *c
		closer.para *= part
		strips = s.strips(&closer, width)
	}
	if total(strips) > c.room {
		return s.strips(c, width) // it has to part, so it may as well have room
	}
	whole := stack(strips)
	whole.foot = true
	return []strip{whole}
}

func (s Slip) strips(c *composer, width float64) []strip {
	rule := strip{before: slipSpace, height: 1, lines: []Line{{
		X2: width, Stroke: boxStroke, Colour: Muted, Dash: slipDash, Tag: s.Tag,
	}}}
	strips := []strip{rule}
	caption := ink{size: c.small, colour: Muted, tag: s.Tag}
	strips = append(strips, c.text(flat(s.Caption), width, caption)...)
	return append(strips, c.blocks(s.Blocks, width)...)
}

// WriteIn is a label with ruled lines to write on, for forms filled by hand.
type WriteIn struct {
	Tag   string
	Label string
	Lines int // 0 means 1
}

// writeInLine is the height of a line for handwriting.
const writeInLine = 9.0

func (w WriteIn) set(c *composer, width float64) []strip {
	strips := c.text(flat(w.Label), width, c.strong(w.Tag))
	for range max(w.Lines, 1) {
		strips = append(strips, strip{height: writeInLine, lines: []Line{{
			Y1: writeInLine, X2: width, Y2: writeInLine, Stroke: hairline, Colour: Muted, Tag: w.Tag,
		}}})
	}
	return c.kept(strips)
}

// Ticks is a label with boxes to tick, side by side where they fit.
type Ticks struct {
	Tag     string
	Label   string
	Choices []string
}

func (t Ticks) set(c *composer, width float64) []strip {
	const gap = 9.0 // mm between one choice and the next
	side := c.body * MMPerPoint
	indent := 1.7 * side // from the box's left edge to its words
	strips := c.text(flat(t.Label), width, c.strong(t.Tag))
	var row *strip // the row of short choices being filled
	x := 0.0
	for _, choice := range t.Choices {
		lines := c.text(flat(choice), width-indent, c.plain(t.Tag))
		if len(lines) == 0 {
			continue
		}
		for i := range lines {
			lines[i].shift(indent, 0)
		}
		box := Zone{0, (lines[0].height - side) / 2, side, side}
		lines[0].boxes = []Box{{Zone: box, Stroke: boxStroke, Tag: t.Tag}}
		if len(lines) > 1 {
			strips, row = append(strips, spaced(lines, c.para*0.3)...), nil
			continue
		}
		last := lines[0].words[len(lines[0].words)-1]
		needed := last.X + last.Width
		if row == nil || x+needed > width {
			strips = append(strips, strip{before: c.para * 0.3, height: lines[0].height})
			row, x = &strips[len(strips)-1], 0
		}
		row.absorb(lines[0], x, 0)
		x += needed + gap
	}
	return c.kept(strips)
}

// kept makes one strip of what must not part, unless it is taller than a page.
func (c *composer) kept(strips []strip) []strip {
	if len(strips) > 0 && total(strips) <= c.room {
		strips = []strip{stack(strips)}
	}
	return spaced(strips, c.para)
}
