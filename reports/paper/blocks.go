package paper

import "strconv"

// Heading names the part below it and stays on its page. Level 0 is the
// letter's subject or a main part, level 1 a part within it, set in the body's
// size and without space below.
type Heading struct {
	Tag   string
	Text  string
	Level int
}

func (h Heading) set(c *composer, width float64) []strip {
	k := ink{size: c.heading, bold: true, tag: h.Tag}
	before, after := c.above, c.para*0.4
	if h.Level > 0 {
		k.size, before, after = c.body, c.above*0.85, 0
	}
	strips := c.text(flat(h.Text), width, k)
	for i := range strips {
		strips[i].keep = true
	}
	if n := len(strips); n > 0 {
		strips[0].before = before
		strips[n-1].height += after
	}
	return strips
}

// flat is the lines of a text without its blank ones.
func flat(text string) []string {
	var lines []string
	for _, p := range paragraphs(text) {
		lines = append(lines, p...)
	}
	return lines
}

// Paragraph is running text. A line end in Text ends the line, a blank line
// starts a new paragraph. Lead is set in bold before it, on the same line.
type Paragraph struct {
	Tag   string
	Lead  string
	Text  string
	Bold  bool
	Tight bool // follows the paragraph above without a blank line
	Small bool // a caption or note: not for what the resident must read
	Whole bool // never parted by a page: a name, its telephone and its address
}

func (p Paragraph) set(c *composer, width float64) []strip {
	k := ink{size: c.body, bold: p.Bold, tag: p.Tag}
	if p.Small {
		k.size, k.colour = c.small, Muted
	}
	var lead []token
	for _, line := range flat(p.Lead) {
		lead = append(lead, tokens(line, true, c.missing)...)
	}
	parts := paragraphs(p.Text)
	if len(parts) == 0 && lead != nil {
		parts = [][]string{{""}}
	}
	var all []strip
	for i, lines := range parts {
		var strips []strip
		if i == 0 && lead != nil {
			first := append(lead, tokens(lines[0], k.bold, c.missing)...)
			strips, lines = c.run(first, width, k), lines[1:]
		}
		strips = together(append(strips, c.text(lines, width, k)...))
		if i > 0 || !p.Tight {
			strips = spaced(strips, c.para)
		}
		all = append(all, strips...)
	}
	for i := range max(len(all)-1, 0) {
		all[i].keep = all[i].keep || p.Whole
	}
	return all
}

// List is a bulleted or numbered list. An item may hold several lines and
// paragraphs; its number or bullet carries the list's tag.
type List struct {
	Tag      string
	Items    []string
	Numbered bool
	Start    int // first number; 0 means 1
}

func (l List) set(c *composer, width float64) []strip {
	const bullet = "•"
	var all []strip
	for i, item := range l.Items {
		marker := bullet
		if l.Numbered {
			marker = strconv.Itoa(max(l.Start, 1)+i) + "."
		}
		strips := Paragraph{Tag: l.Tag, Text: item}.set(c, width-c.indent)
		if len(strips) == 0 {
			continue
		}
		for j := range strips {
			strips[j].shift(c.indent, 0)
		}
		mark := c.text([]string{marker}, c.indent, c.plain(l.Tag))[0]
		mark.words = append(mark.words, strips[0].words...) // reading order: marker first
		strips[0].words = mark.words
		if i > 0 {
			strips[0].before = c.para * 0.45
		}
		all = append(all, strips...)
	}
	return all
}

// Fact is one line of Facts.
type Fact struct{ Name, Value string }

// Facts is a block of names and values, such as a receipt's: name in bold at
// the left, value beside it; below it in large print.
type Facts struct {
	Tag   string
	Rows  []Fact
	Names float64 // mm for the names; 0 gives them a third of the width
}

func (f Facts) set(c *composer, width float64) []strip {
	const gutter = 4.0 // mm between name and value
	names := f.Names
	if names == 0 {
		names = width / 3
	}
	var all []strip
	for i, row := range f.Rows {
		name := c.text(flat(row.Name), names-gutter, c.strong(f.Tag))
		value := c.text(flat(row.Value), width-names, c.plain(f.Tag))
		if c.stacked {
			name = c.text(flat(row.Name), width, c.strong(f.Tag))
			all = append(all, spaced(together(append(name, c.text(flat(row.Value), width, c.plain(f.Tag))...)), c.para*0.6)...)
			continue
		}
		for j := range value {
			value[j].shift(names, 0)
		}
		gap := c.para * 0.35
		if i == 0 {
			gap = c.para
		}
		lines := []strip{abreast(name, value)}
		if lines[0].height > c.room {
			lines = beside(name, value)
		}
		all = append(all, spaced(lines, gap)...)
	}
	return all
}

// spaced sets the space above the first strip.
func spaced(strips []strip, before float64) []strip {
	if len(strips) > 0 {
		strips[0].before = before
	}
	return strips
}

// abreast makes one strip of columns that start at the same height, in reading
// order: the first column whole, then the next.
func abreast(columns ...[]strip) strip {
	var whole strip
	for _, column := range columns {
		s := stack(column)
		whole.absorb(s, 0, 0)
		whole.height = max(whole.height, s.height)
	}
	return whole
}

// beside merges columns line by line, for what is taller than a page and has to
// be cut between lines.
func beside(columns ...[]strip) []strip {
	var rows []strip
	for _, column := range columns {
		for i, s := range column {
			if i == len(rows) {
				rows = append(rows, strip{height: s.height})
			}
			rows[i].absorb(s, 0, 0)
			rows[i].height = max(rows[i].height, s.height)
		}
	}
	return rows
}

// Signature closes a letter. It is kept together, and with the line above it.
type Signature struct {
	Tag     string
	Closing string   // "Yours sincerely"
	Name    string   // who signs
	Lines   []string // role, telephone, …
}

// signatureSpace is room for a handwritten name: 15 to 20 mm is usual.
const signatureSpace = 17.0

func (s Signature) set(c *composer, width float64) []strip {
	strips := c.text(flat(s.Closing), width, c.plain(s.Tag))
	name := spaced(c.text(flat(s.Name), width, c.strong(s.Tag)), signatureSpace)
	strips = append(strips, name...)
	for _, line := range s.Lines {
		strips = append(strips, c.text(flat(line), width, c.plain(s.Tag))...)
	}
	return spaced(c.kept(strips), c.para*1.3)
}

// Gap is extra space, in millimetres, between two blocks.
type Gap float64

func (g Gap) set(*composer, float64) []strip { return []strip{{before: float64(g), keep: true}} }

// PageBreak starts a new page.
type PageBreak struct{}

func (PageBreak) set(*composer, float64) []strip { return []strip{{newPage: true}} }
