package paper_test

import (
	"math"
	"strings"
	"testing"

	"casebook/reports/paper"
)

// near is half a millimetre: less than the eye finds on paper.
const near = 0.5

// whole joins the pieces of words that change face in the middle.
func whole(page paper.Page) []paper.Word {
	var words []paper.Word
	for _, w := range page.Words {
		if n := len(words); n > 0 && w.Joined && words[n-1].Y == w.Y {
			words[n-1].Text += w.Text
			words[n-1].Width = w.X + w.Width - words[n-1].X
			continue
		}
		words = append(words, w)
	}
	return words
}

func TestThePDFHasEveryWordWhereThePageHasIt(t *testing.T) {
	for _, name := range []string{paper.EnvelopeDL, paper.EnvelopeC5, paper.EnvelopeNotify, paper.EnvelopePlain} {
		for _, large := range []bool{false, true} {
			letter := sampleLetter(t, name)
			letter.Large = large
			samePlaces(t, paper.LayLetter(letter))
		}
	}
	samePlaces(t, paper.Lay(paper.Sheet{Title: "Receipt", Size: paper.A5}, sampleBody()))
	samePlaces(t, paper.WindowTestSheet(envelope(t, paper.EnvelopeC5)))
}

func samePlaces(t *testing.T, doc paper.Document) {
	t.Helper()
	pages := find(t, samplePDF(t, doc))
	if len(pages) != len(doc.Pages) {
		t.Fatalf("%s: the PDF has %d pages, the layout %d", doc.Title, len(pages), len(doc.Pages))
	}
	for i, page := range doc.Pages {
		laid := whole(page)
		if len(laid) != len(pages[i]) {
			t.Errorf("%s, page %d: the PDF has %d words, the layout %d", doc.Title, i+1, len(pages[i]), len(laid))
		}
		for _, w := range laid {
			if !foundAt(pages[i], w) {
				t.Errorf("%s, page %d: %q at %.1f, %.1f mm is not there in the PDF", doc.Title, i+1, w.Text, w.X, w.Y)
			}
		}
	}
}

func foundAt(words []seen, w paper.Word) bool {
	for _, s := range words {
		if s.text == w.Text && math.Abs(s.left-w.X) < near && math.Abs(s.right-(w.X+w.Width)) < near &&
			math.Abs(s.top-w.Zone().Y) < near && math.Abs(s.base-w.Zone().Bottom()) < near {
			return true
		}
	}
	return false
}

func TestNoWordLeavesItsPageOrOverlapsAnother(t *testing.T) {
	for _, large := range []bool{false, true} {
		letter := sampleLetter(t, paper.EnvelopeDL)
		letter.Large = large
		letter.Body = append(letter.Body, paper.Paragraph{Text: strings.Repeat("wwwwwwwwww", 30)})
		for i, page := range paper.LayLetter(letter).Pages {
			sheet := paper.Zone{Width: page.Width, Height: page.Height}
			for j, w := range page.Words {
				if !sheet.Holds(w.Zone()) {
					t.Errorf("page %d: %q leaves the page", i+1, w.Text)
				}
				for _, other := range page.Words[:j] {
					if inkOf(w).Touches(inkOf(other)) {
						t.Errorf("page %d: %q and %q overlap", i+1, w.Text, other.Text)
					}
				}
			}
		}
	}
}

// inkOf is the body of a word between baseline and lower-case height, less a
// hair at both ends: what must never meet another word's.
func inkOf(w paper.Word) paper.Zone {
	height := w.Size * paper.MMPerPoint / 2
	return paper.Zone{X: w.X + 0.01, Y: w.Y - height, Width: w.Width - 0.02, Height: height}
}
