package letter_test

import (
	"bytes"
	"testing"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/jung-kurt/gofpdf"

	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// BenchmarkLetter writes, checks and draws one stage 1 response.
func BenchmarkLetter(b *testing.B) {
	in := input(b, casework.Response, answered(b), today)
	b.ReportAllocs()
	for b.Loop() {
		l := filled(b, in)
		if letter.Shut(letter.Check(l, in)) {
			b.Fatal("shut")
		}
		if _, err := letter.PDF(l); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLetterParts shows where the time of one letter goes.
func BenchmarkLetterParts(b *testing.B) {
	in := input(b, casework.Response, answered(b), today)
	l := filled(b, in)
	b.Run("fill", func(b *testing.B) {
		for b.Loop() {
			filled(b, in)
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			letter.Check(l, in)
		}
	})
}

// BenchmarkPlainPDF has gofpdf alone set the same words with the same faces.
func BenchmarkPlainPDF(b *testing.B) {
	l := filled(b, input(b, casework.Response, answered(b), today))
	b.ReportAllocs()
	for b.Loop() {
		f := gofpdf.New("P", "mm", "A4", "")
		f.SetAutoPageBreak(false, 0)
		f.AddUTF8FontFromBytes("regular", "", bytes.Clone(liberationsansregular.TTF))
		f.AddUTF8FontFromBytes("bold", "", bytes.Clone(liberationsansbold.TTF))
		for _, page := range l.Document.Pages {
			f.AddPage()
			for _, w := range page.Words {
				face := "regular"
				if w.Face == paper.Bold {
					face = "bold"
				}
				f.SetFont(face, "", w.Size)
				f.Text(w.X, w.Y, w.Text)
			}
		}
		var out bytes.Buffer
		if err := f.Output(&out); err != nil {
			b.Fatal(err)
		}
	}
}
