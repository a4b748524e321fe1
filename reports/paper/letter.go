package paper

// Letterhead is the landlord's stationery.
type Letterhead struct {
	Name    string
	Details []string // department, address, telephone: top right
	Footer  []string // registered office and numbers: foot of the first page
}

// Letter is what goes on the letterhead. The page's blocks are the letter's
// own; the words around them carry the tags below.
type Letter struct {
	Title    string // of the document; not drawn
	Lang     string // "" means "en-GB"
	Head     Letterhead
	To       []string // three to seven lines, the postcode last
	About    []string // date, reference, contact: right of the address
	Running  string   // top of later pages: who, what, when
	Envelope Envelope
	Large    bool
	Body     []Block // from "Dear …" to the enclosures
}

// The tags of the words that a letter's stationery places.
const (
	TagName    = "landlord"
	TagDetails = "landlord details"
	TagAddress = "address"
	TagAbout   = "date and reference"
	TagFold    = "fold mark"
)

const (
	addressSize  = 10.5 // points, when the address is short enough: the details' own size
	addressStep  = 0.5
	detailLead   = 1.25    // address, date and details stand closer than the body, line by line level
	addressTight = 8.5 / 8 // GOV.UK Notify's leading, for the longest addresses
	addressPad   = 0.8     // mm kept free inside the safe zone, for paper feed

	detailLeft      = 135.0 // mm: leaves 57 mm, enough for an e-mail address
	detailLeftLarge = 112.0 // mm: large print needs the width
	detailClear     = 2.0   // mm between the window's reach and the details

	foldLeft, foldRight = 5.0, 9.5 // mm: printers reach 5 mm; a mark is 4.5 long
)

// LayLetter sets a letter for its envelope. Check the result with CheckWindow.
func LayLetter(l Letter) Document {
	p := newPress(Sheet{
		Title: l.Title, Lang: l.Lang, Size: A4, Large: l.Large, Running: l.Running, Footer: l.Head.Footer,
	})
	stationery, bottom := p.stationery(l)
	p.firstTop = max(l.Envelope.bodyTop(), bottom)
	doc := p.lay(p.opening(l))
	first := &doc.Pages[0]
	text := *first
	first.Words, first.Lines, first.Boxes = nil, nil, nil
	first.add(stationery, 0, 0) // read before the text
	first.Words = append(first.Words, text.Words...)
	first.Lines = append(first.Lines, text.Lines...)
	first.Boxes = append(first.Boxes, text.Boxes...)
	return doc
}

// opening is the letter's body; in large print the date and reference stand
// above it in the body's size, since they cannot fit beside the window.
func (p *press) opening(l Letter) []Block {
	if !l.Large {
		return l.Body
	}
	var blocks []Block
	for _, line := range l.About {
		blocks = append(blocks, Paragraph{Tag: TagAbout, Text: line, Tight: true})
	}
	return append(blocks, l.Body...)
}

// stationery sets what stands above the body and says where it ends.
func (p *press) stationery(l Letter) (strip, float64) {
	var s strip
	left := detailLeft
	if l.Large {
		left = detailLeftLarge
	}
	left = max(left, l.Envelope.Clear.Right()+detailClear)
	right := p.sheet.Size.Width - marginRight
	name := p.text(flat(l.Head.Name), left-p.left-cellGutter, ink{size: p.name, bold: true, tag: TagName})
	s.absorb(stack(name), p.left, marginTop-1)
	bottom := marginTop + total(name)

	details := p.close(l.Head.Details, right-left, ink{size: p.detail, tag: TagDetails})
	s.absorb(stack(details), left, marginTop-2)
	bottom = max(bottom, marginTop+total(details))

	zone := l.Envelope.addressZone()
	address := p.address(l.To, zone)
	s.absorb(address, zone.X, zone.Y)
	bottom = max(bottom, zone.Bottom())

	if !l.Large {
		about := stack(p.close(l.About, right-left, ink{size: p.detail, tag: TagAbout}))
		top := max(zone.Y+baseline(address)-baseline(about), marginTop+total(details)+footGap)
		s.absorb(about, left, top)
		bottom = max(bottom, top+about.height)
	}
	for _, y := range l.Envelope.Folds {
		s.lines = append(s.lines, Line{
			X1: foldLeft, Y1: y, X2: foldRight, Y2: y, Stroke: hairline, Colour: Muted, Tag: TagFold,
		})
	}
	return s, bottom + headGap
}

// baseline is that of a strip's first line, so that columns can share it.
func baseline(s strip) float64 {
	if len(s.words) == 0 {
		return 0
	}
	return s.words[0].Y
}

// close sets lines with the letterhead's tighter leading.
func (p *press) close(lines []string, width float64, k ink) []strip {
	return p.led(detailLead).text(trimmed(lines), width, k)
}

// led is the same composer with another leading.
func (c composer) led(leading float64) *composer {
	c.leading = leading
	return &c
}

// address sets the recipient's lines for a window: at the usual size if they
// fit, smaller down to the least that may be posted, wrapped at that size if
// still too wide, and at last with tight lines. What fits nowhere is set all
// the same, and CheckWindow finds it. Large print does not change the size,
// since no window could show it.
func (p *press) address(to []string, zone Zone) strip {
	lines := trimmed(to)
	left := addressPad
	if p.left >= zone.X+addressPad && p.left < zone.Right()-addressPad {
		left = p.left - zone.X // in line with the body
	}
	width, height := zone.Width-left-addressPad, zone.Height-2*addressPad
	set := func(size, leading float64) strip {
		return stack(p.led(leading).text(lines, width, ink{size: size, tag: TagAddress}))
	}
	whole := set(MinAddressSize, addressTight)
	for size := addressSize; size >= MinAddressSize; size -= addressStep {
		s := set(size, detailLead)
		if s.height <= height && (oneEach(s, lines) || size == MinAddressSize) {
			whole = s
			break
		}
	}
	whole.shift(left, min(addressPad, max(0, (zone.Height-whole.height)/2)))
	return whole
}

// oneEach reports whether no line of the address had to be wrapped.
func oneEach(s strip, lines []string) bool {
	return lineCount(s.words) == len(lines)
}

// lineCount counts the baselines of words in reading order.
func lineCount(words []Word) int {
	count, last := 0, 0.0
	for _, w := range words {
		if count == 0 || w.Y != last {
			count, last = count+1, w.Y
		}
	}
	return count
}
