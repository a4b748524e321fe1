package paper

import "fmt"

// WindowTestSheet is a page to print, fold and put into an office's own
// envelope. It shows where the address goes and how far the window can reach.
func WindowTestSheet(e Envelope) Document {
	doc := LayLetter(Letter{
		Title:    "Test sheet for the envelope " + e.Name,
		Head:     Letterhead{Name: "Envelope test"},
		To:       []string{"Test Resident", "Flat 2", "14 Long Street Name Rise", "TOWN", "AB12 3CD"},
		About:    []string{"Envelope: " + e.Name},
		Envelope: e,
		Body:     testSheetWords(e),
	})
	if !e.HasWindow() {
		return doc
	}
	page := &doc.Pages[0]
	page.Boxes = append(page.Boxes,
		Box{Zone: e.Clear, Fill: reachTint, Filled: true, Tag: "window reach"},
		Box{Zone: e.Safe, Stroke: hairline, Colour: Muted, Fill: White, Filled: true, Tag: "window safe"},
	)
	return doc
}

// reachTint is grey enough to see through a film window, and light on toner.
var reachTint = Colour{0xDD, 0xE3, 0xE6}

func testSheetWords(e Envelope) []Block {
	steps := []string{
		"Print this page at 100% (“actual size”), not “fit to page”. The scale below must measure 100 mm.",
		"Fold it at the marks on the left edge, the address outside, and put it into the envelope.",
		"Push the sheet to each corner. The whole white box must always show, and nothing beyond the grey.",
		"If it does not, measure the envelope and its window and type the numbers in the envelope settings.",
	}
	note := fmt.Sprintf("White box: %.1f to %.1f mm from the left, %.1f to %.1f mm from the top. Grey: %.1f to %.1f and %.1f to %.1f mm.",
		e.Safe.X, e.Safe.Right(), e.Safe.Y, e.Safe.Bottom(), e.Clear.X, e.Clear.Right(), e.Clear.Y, e.Clear.Bottom())
	if !e.HasWindow() {
		steps = []string{
			"Print this page at 100% (“actual size”). The scale below must measure 100 mm.",
			"This envelope has no window: write or stick the address on it.",
		}
		note = ""
	}
	return []Block{
		Heading{Tag: "test sheet", Text: "Does the address sit in the window?"},
		List{Tag: "test sheet", Items: steps, Numbered: true},
		Gap(6),
		scale{},
		Paragraph{Tag: "test sheet", Text: note, Small: true},
	}
}

// scale is a line of 100 mm with a mark at every centimetre.
type scale struct{}

func (scale) set(c *composer, _ float64) []strip {
	const length, mark, deep = 100.0, 3.0, 6.0 // mm
	s := strip{before: c.para, height: deep}
	stroke := func(x1, y1, x2, y2 float64) {
		s.lines = append(s.lines, Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Stroke: hairline, Tag: "scale"})
	}
	stroke(0, deep, length, deep)
	for x := 0.0; x <= length; x += 10 {
		height := mark
		if x == 0 || x == length {
			height = deep
		}
		stroke(x, deep-height, x, deep)
	}
	return []strip{s}
}
