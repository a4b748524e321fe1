package paper

// column is where text may stand on a page.
type column struct{ left, width, top, bottom float64 }

// pager fills pages with strips.
type pager struct {
	size  Size
	frame func(page int) column // page counts from 0
	pages []Page
	y     float64 // where the next strip goes
	empty bool    // nothing stands on the page yet
	foot  float64 // top of what stands at the foot of the page, or its bottom
}

// leastRoom is the height below which a page is not worth starting: three lines
// of large print.
const leastRoom = 26.0

// paginate breaks strips into pages. There is always at least one page.
func paginate(strips []strip, size Size, frame func(int) column) []Page {
	p := &pager{size: size, frame: frame}
	p.turn()
	if p.foot-p.y < leastRoom {
		p.turn() // the stationery has taken the first page
	}
	for len(strips) > 0 {
		n := chain(strips)
		p.place(strips[:n])
		strips = strips[n:]
	}
	return p.pages
}

// chain is how many strips stay on one page, from the first. A page break ends
// it, whatever the strip before asked for.
func chain(strips []strip) int {
	n := 1
	for n < len(strips) && strips[n-1].keep && !strips[n].newPage {
		n++
	}
	return n
}

// place sets strips that belong together: here if they fit, else on the next
// page, and strip by strip if they are taller than any page.
func (p *pager) place(group []strip) {
	if group[0].newPage && !p.empty {
		p.turn()
	}
	if !p.empty && !p.fits(group) && p.fitsNext(group) {
		p.turn()
	}
	for _, s := range group {
		if !p.empty && !p.fits([]strip{s}) {
			p.turn()
		}
		p.put(s)
	}
}

func (p *pager) fits(group []strip) bool {
	height := total(group)
	if !p.empty {
		height += group[0].before
	}
	const slack = 0.001 // sums of floats
	return p.y+height <= p.foot+slack
}

func (p *pager) fitsNext(group []strip) bool {
	next := p.frame(len(p.pages))
	height := total(group)
	if h := group[0].header; h != nil {
		height += h.height
	}
	return height <= next.bottom-next.top
}

// turn starts a page.
func (p *pager) turn() {
	f := p.frame(len(p.pages))
	p.pages = append(p.pages, Page{Width: p.size.Width, Height: p.size.Height})
	p.y, p.foot, p.empty = f.top, f.bottom, true
}

// put sets one strip, under its table's header where it starts a page.
func (p *pager) put(s strip) {
	if s.height == 0 && p.empty {
		return // a gap or a page break
	}
	if p.empty && s.header != nil && len(p.pages) > 1 {
		p.ink(*s.header, p.y)
		p.y += s.header.height
	}
	if !p.empty {
		p.y += s.before
	}
	p.empty = false
	if s.foot {
		p.foot -= s.height
		p.ink(s, p.foot)
		p.foot -= s.before
		return
	}
	p.ink(s, p.y)
	p.y += s.height
}

// ink draws a strip at a height of the page.
func (p *pager) ink(s strip, y float64) {
	last := len(p.pages) - 1
	p.pages[last].add(s, p.frame(last).left, y)
}

// add draws a copy of a strip on the page.
func (page *Page) add(s strip, x, y float64) {
	var placed strip
	placed.absorb(s, x, y)
	page.Words = append(page.Words, placed.words...)
	page.Lines = append(page.Lines, placed.lines...)
	page.Boxes = append(page.Boxes, placed.boxes...)
}
