package paper_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"casebook/reports/paper"
)

// BenchmarkLetterPage lays out and draws one letter. It may take at most twice
// the time of BenchmarkPlainGofpdf.
func BenchmarkLetterPage(b *testing.B) {
	letter := sampleLetter(b, paper.EnvelopeDL)
	for b.Loop() {
		samplePDF(b, paper.LayLetter(letter))
	}
}

// BenchmarkLayLetter is the layout alone.
func BenchmarkLayLetter(b *testing.B) {
	letter := sampleLetter(b, paper.EnvelopeDL)
	for b.Loop() {
		paper.LayLetter(letter)
	}
}

// BenchmarkPlainGofpdf writes the same words on the same number of pages with
// the library's own line breaking and the same two embedded faces.
func BenchmarkPlainGofpdf(b *testing.B) {
	doc := paper.LayLetter(sampleLetter(b, paper.EnvelopeDL))
	var pages []string
	for _, page := range doc.Pages {
		pages = append(pages, paper.Document{Pages: []paper.Page{page}}.Text())
	}
	for b.Loop() {
		f := gofpdf.New("P", "mm", "A4", "")
		f.AddUTF8FontFromBytes("regular", "", slices.Clone(paper.Face(paper.Regular)))
		f.AddUTF8FontFromBytes("bold", "", slices.Clone(paper.Face(paper.Bold)))
		for _, text := range pages {
			f.AddPage()
			f.SetFont("bold", "", 20)
			f.Cell(100, 10, "Derby Homes")
			f.Ln(12)
			f.SetFont("regular", "", 12)
			f.MultiCell(167, 5.7, text, "", "L", false)
		}
		var out bytes.Buffer
		if err := f.Output(&out); err != nil {
			b.Fatal(err)
		}
	}
}
