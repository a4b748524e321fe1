package paper

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"
)

// PDFOptions is what a PDF says about itself.
type PDFOptions struct {
	Made   time.Time // the letter's date: the same letter gives the same bytes
	Author string    // the landlord
}

// producer names the program in the file's properties, without a version: an
// update must not change the bytes of an old letter.
const producer = "Casebook"

// PDF draws a document. The same document and options give the same bytes.
// The file holds subsets of the faces in use, the title and the language, and
// nothing that acts: no script, link or form. It is a *MissingError while the
// text holds a character that cannot be printed.
func PDF(doc Document, opts PDFOptions) ([]byte, error) {
	if len(doc.Pages) == 0 {
		return nil, errors.New("there is no page to draw")
	}
	used, err := facesUsed(doc)
	if err != nil {
		return nil, err
	}
	first := doc.Pages[0]
	f := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "mm", Size: gofpdf.SizeType{Wd: first.Width, Ht: first.Height},
	})
	f.SetCatalogSort(true)
	f.SetCreationDate(opts.Made.UTC())
	f.SetModificationDate(opts.Made.UTC())
	f.SetProducer(producer, true)
	f.SetTitle(property(doc.Title), true)
	if opts.Author != "" {
		f.SetAuthor(property(opts.Author), true)
	}
	f.SetXmpMetadata(metadata(doc, opts))
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	for id, isUsed := range used {
		if isUsed {
			// A copy: gofpdf writes padding into the slice it is given.
			f.AddUTF8FontFromBytes(family(FaceID(id)), "", slices.Clone(Face(FaceID(id))))
		}
	}
	for _, page := range doc.Pages {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
		paint(f, page)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("draw the PDF: %w", err)
	}
	return finish(out.Bytes(), doc.Lang)
}

// property fits a text into the file's properties: one line, and nothing
// beyond the 16 bits that gofpdf writes. (It panics on invalid UTF-8.)
func property(text string) string {
	line := strings.Join(strings.Fields(Clean(text)), " ")
	return strings.Map(func(r rune) rune {
		if r > lastPlain {
			return unicode.ReplacementChar
		}
		return r
	}, line)
}

// family is the name a face has inside the PDF.
func family(id FaceID) string {
	return [faceCount]string{"liberation", "liberationbold", "dejavu", "dejavubold"}[id]
}

// facesUsed lists the faces that have to be embedded, and refuses what would
// print as nothing: each face is parsed anew for each PDF, so an unused one
// would double the time.
func facesUsed(doc Document) ([faceCount]bool, error) {
	var used [faceCount]bool
	lost := map[rune]bool{}
	for _, r := range doc.Missing {
		lost[r] = true
	}
	for _, page := range doc.Pages {
		for _, w := range page.Words {
			if w.Face >= faceCount {
				return used, fmt.Errorf("the word %q names no face", w.Text)
			}
			used[w.Face] = true
			for _, r := range w.Text {
				// The mark of a loss that Missing already names is not a second loss.
				if !has(w.Face, r) && (r != utf8.RuneError || len(doc.Missing) == 0) {
					lost[r] = true
				}
			}
		}
	}
	if len(lost) > 0 {
		return used, &MissingError{sorted(lost)}
	}
	return used, nil
}

// paint draws one page: boxes, then lines, then words.
func paint(f *gofpdf.Fpdf, page Page) {
	for _, b := range page.Boxes {
		style := ""
		if b.Filled {
			f.SetFillColor(int(b.Fill.R), int(b.Fill.G), int(b.Fill.B))
			style = "F"
		}
		if b.Stroke > 0 {
			pen(f, b.Colour, b.Stroke, 0)
			style += "D"
		}
		if style != "" {
			f.Rect(b.X, b.Y, b.Width, b.Height, style)
		}
	}
	for _, l := range page.Lines {
		pen(f, l.Colour, l.Stroke, l.Dash)
		f.Line(l.X1, l.Y1, l.X2, l.Y2)
	}
	if len(page.Boxes) > 0 {
		f.SetFillColor(0, 0, 0) // words set in the fill colour need no colour of their own
	}
	var face FaceID
	size := 0.0
	colour := Colour{}
	f.SetTextColor(0, 0, 0)
	for _, w := range page.Words {
		if size == 0 || w.Face != face || w.Size != size {
			f.SetFont(family(w.Face), "", w.Size)
			face, size = w.Face, w.Size
		}
		if w.Colour != colour {
			f.SetTextColor(int(w.Colour.R), int(w.Colour.G), int(w.Colour.B))
			colour = w.Colour
		}
		f.Text(w.X, w.Y, w.Text)
	}
}

func pen(f *gofpdf.Fpdf, c Colour, stroke, dash float64) {
	f.SetDrawColor(int(c.R), int(c.G), int(c.B))
	f.SetLineWidth(stroke)
	if dash > 0 {
		f.SetDashPattern([]float64{dash, dash}, 0)
	} else {
		f.SetDashPattern([]float64{}, 0)
	}
}
