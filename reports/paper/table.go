package paper

// Column is one column of a Table.
type Column struct {
	Title string
	Width float64 // mm; columns with 0 share what the others leave
	Right bool    // sums of money line up at the right
}

// Cell is one cell of a Row. Tag, where set, names the cell's words instead of
// the row's tag.
type Cell struct {
	Text   string
	Tag    string
	Bold   bool
	Colour Colour
}

// Row is one row of a Table.
type Row struct {
	Tag   string
	Cells []Cell
}

// Table has ruled rows and a header that is repeated on each page. A row is
// cut only when it is taller than a page. In large print each row becomes a
// block of "title: value" in one column.
type Table struct {
	Tag     string // of the header
	Columns []Column
	Rows    []Row
	Adds    bool // the last row adds the others up, and stays with the one before it
}

const (
	cellGutter = 4.0 // mm kept free at the right of a cell
	cellPad    = 1.3 // mm above and below the text of a row
	hairline   = 0.2 // mm: the thinnest stroke office printers hold
)

// Cells makes a row's cells of plain texts.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i].Text = t
	}
	return cells
}

func (t Table) set(c *composer, width float64) []strip {
	if c.stacked {
		return t.stacked(c, width)
	}
	widths := t.widths(width)
	all, header := t.header(c, widths, width)
	for i, row := range t.Rows {
		if t.Adds && i > 0 && i == len(t.Rows)-1 {
			all[len(all)-1].keep = true
		}
		room := c.room
		if header != nil {
			room -= header.height
		}
		strips := []strip{t.whole(c, row, widths, width)}
		if strips[0].height > room {
			strips = t.ruled(beside(t.cells(c, row, widths)...), width)
		}
		for i := range strips {
			strips[i].header = header
		}
		all = append(all, strips...)
	}
	return spaced(all, c.para)
}

// header sets the titles, if there are any. The second result is what later
// pages repeat: nothing where the titles would leave too little room for rows.
func (t Table) header(c *composer, widths []float64, width float64) ([]strip, *strip) {
	titles := Row{Tag: t.Tag}
	titled := false
	for _, column := range t.Columns {
		titles.Cells = append(titles.Cells, Cell{Text: column.Title, Bold: true})
		titled = titled || column.Title != ""
	}
	if !titled {
		return nil, nil
	}
	whole := t.whole(c, titles, widths, width)
	if whole.height > c.room/2 {
		return t.ruled(beside(t.cells(c, titles, widths)...), width), nil
	}
	whole.keep = true
	return []strip{whole}, &whole
}

// whole sets a row that is never cut, its words cell by cell.
func (t Table) whole(c *composer, row Row, widths []float64, width float64) strip {
	line := abreast(t.cells(c, row, widths)...)
	line.height = max(line.height, c.lineHeight(c.body))
	return t.ruled([]strip{line}, width)[0]
}

// cells sets each cell of a row as lines in its own column.
func (t Table) cells(c *composer, row Row, widths []float64) [][]strip {
	var columns [][]strip
	x := 0.0
	for i, cell := range row.Cells[:min(len(row.Cells), len(t.Columns))] {
		k := ink{size: c.body, bold: cell.Bold, colour: cell.Colour, tag: row.Tag, right: t.Columns[i].Right}
		if cell.Tag != "" {
			k.tag = cell.Tag
		}
		inner := widths[i] - cellGutter
		if i == len(t.Columns)-1 {
			inner = widths[i] // the last column ends at the margin
		}
		lines := c.text(flat(cell.Text), inner, k)
		for j := range lines {
			lines[j].shift(x, 0)
		}
		columns = append(columns, lines)
		x += widths[i]
	}
	return columns
}

// ruled pads a row's lines above and below and draws the rule under them.
func (t Table) ruled(lines []strip, width float64) []strip {
	first, last := &lines[0], &lines[len(lines)-1]
	first.shift(0, cellPad)
	first.height += cellPad
	last.height += cellPad
	last.lines = append(last.lines, Line{
		Y1: last.height, X2: width, Y2: last.height, Stroke: hairline, Colour: Rule, Tag: t.Tag,
	})
	return lines
}

// widths gives each column its width; those without one share the rest.
func (t Table) widths(width float64) []float64 {
	rest, open := width, 0
	for _, column := range t.Columns {
		rest -= column.Width
		if column.Width == 0 {
			open++
		}
	}
	widths := make([]float64, len(t.Columns))
	for i, column := range t.Columns {
		widths[i] = column.Width
		if column.Width == 0 {
			widths[i] = rest / float64(open)
		}
	}
	return widths
}

// stacked sets every row as its own block, for large print.
func (t Table) stacked(c *composer, width float64) []strip {
	var all []strip
	for i, row := range t.Rows {
		if t.Adds && len(all) > 0 && i == len(t.Rows)-1 {
			all[len(all)-1].keep = true
		}
		var block []strip
		for i, cell := range row.Cells {
			if i >= len(t.Columns) || cell.Text == "" {
				continue
			}
			tag := row.Tag
			if cell.Tag != "" {
				tag = cell.Tag
			}
			lead := t.Columns[i].Title
			if lead != "" {
				lead += ":"
			}
			p := Paragraph{Tag: tag, Lead: lead, Text: cell.Text, Bold: cell.Bold, Tight: true}
			block = append(block, p.set(c, width)...)
		}
		if len(block) == 0 {
			continue
		}
		block = t.ruled(block, width)
		if total(block) <= c.room {
			block = []strip{stack(block)}
		}
		all = append(all, spaced(block, c.para*0.5)...)
	}
	return all
}
