package paper

import "fmt"

// Sheet is the paper and dress of a page that is not a letter: a receipt, a
// slip, a blank form, a list for the morning meeting.
type Sheet struct {
	Title   string // of the document; not drawn
	Lang    string // BCP 47; "" means "en-GB"
	Size    Size   // zero means A4
	Large   bool   // large print
	Running string // top of every page after the first
	Footer  []string
}

// The tags of what a page carries besides its blocks.
const (
	TagFooter     = "footer"
	TagPageNumber = "page number"
	TagRunning    = "running head"
)

// Margins in millimetres. The left one keeps text clear of fold marks and
// punched holes; the others keep it inside what office printers reach.
const (
	marginLeft  = 25.0
	marginRight = 18.0
	marginTop   = 18.0
	marginFoot  = 12.0 // to the lowest baseline
	marginSmall = 14.0 // left and right on A5
)

// defaultLang is the language of the letters that ship.
const defaultLang = "en-GB"

// Lay sets blocks on a sheet.
func Lay(s Sheet, blocks []Block) Document {
	if s.Size == (Size{}) {
		s.Size = A4
	}
	p := newPress(s)
	return p.lay(blocks)
}

// press knows where text may stand on the pages of one document and dresses
// them with running head, footer and page number.
type press struct {
	composer
	sheet    Sheet
	left     float64
	width    float64
	firstTop float64
	footer   []strip // of the first page
	running  []strip
}

func newPress(s Sheet) *press {
	if s.Lang == "" {
		s.Lang = defaultLang
	}
	p := &press{sheet: s, left: marginLeft, firstTop: marginTop}
	p.style = styleFor(s.Large)
	p.missing = map[rune]bool{}
	right := marginRight
	if s.Size.Width < A4.Width {
		p.left, right = marginSmall, marginSmall
	}
	p.width = s.Size.Width - p.left - right
	small := ink{size: p.small, colour: Muted, tag: TagFooter}
	p.footer = p.text(trimmed(s.Footer), p.width, small)
	if total(p.footer) > footerRoom {
		p.footer = nil // it goes below the text instead: see lay
	}
	small.tag, small.size = TagRunning, p.detail
	p.running = p.text(flat(s.Running), p.width, small)
	p.running = p.running[:min(len(p.running), runningLines)]
	later := p.frame(1)
	p.room = later.bottom - later.top
	return p
}

func trimmed(lines []string) []string {
	var kept []string
	for _, line := range lines {
		kept = append(kept, flat(line)...)
	}
	return kept
}

const (
	footGap = 5.0 // mm between the text and what stands at the foot
	headGap = 6.0 // mm between the running head and the text

	footerRoom   = 60.0 // mm: a longer footer would leave the first page no text
	runningLines = 2    // of the running head, which only repeats the letter's own words
)

// numberSize is the size of the page number: the body's in large print, as the
// guidance asks, and the footer's otherwise, a little larger.
func (p *press) numberSize() float64 {
	if p.sheet.Large {
		return p.body
	}
	return p.small + 1
}

// frame is the column of a page: the first has the footer, later ones the
// running head, all a page number.
func (p *press) frame(page int) column {
	c := column{left: p.left, width: p.width, top: p.firstTop}
	c.bottom = p.sheet.Size.Height - marginFoot - p.lineHeight(p.numberSize()) - footGap
	if page == 0 {
		c.bottom -= total(p.footer)
		return c
	}
	c.top = marginTop
	if len(p.running) > 0 {
		c.top += total(p.running) + headGap
	}
	return c
}

// lay sets, breaks and dresses the pages.
func (p *press) lay(blocks []Block) Document {
	if p.footer == nil {
		for _, line := range p.sheet.Footer {
			blocks = append(blocks[:len(blocks):len(blocks)], Paragraph{Tag: TagFooter, Text: line, Small: true})
		}
	}
	strips := p.blocks(blocks, p.width)
	doc := Document{Title: p.sheet.Title, Lang: p.sheet.Lang}
	doc.Pages = paginate(strips, p.sheet.Size, p.frame)
	for i := range doc.Pages {
		p.dress(&doc.Pages[i], i, len(doc.Pages))
	}
	doc.Missing = sorted(p.missing)
	return doc
}

// dress adds what stands outside the column. A running head is read before the
// text and so comes first among the words.
func (p *press) dress(page *Page, index, count int) {
	if index == 0 {
		y := p.frame(0).bottom + footGap
		for _, s := range p.footer {
			page.add(s, p.left, y)
			y += s.height
		}
	} else if len(p.running) > 0 {
		head := stack(p.running)
		head.lines = append(head.lines, Line{
			Y1: head.height + 1, X2: p.width, Y2: head.height + 1, Stroke: hairline, Colour: Rule, Tag: TagRunning,
		})
		rest := page.Words
		page.Words = nil
		page.add(head, p.left, marginTop)
		page.Words = append(page.Words, rest...)
	}
	number := ink{size: p.numberSize(), tag: TagPageNumber, right: true, colour: Muted}
	for _, s := range p.text([]string{fmt.Sprintf("Page %d of %d", index+1, count)}, p.width, number) {
		page.add(s, p.left, p.sheet.Size.Height-marginFoot-s.height)
	}
}
