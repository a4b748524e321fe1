package paper_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"casebook/reports/paper"
)

// FuzzLetterText sets whatever a person may type or paste in every place of a
// letter. It must never panic, and what is drawn must be clean.
func FuzzLetterText(f *testing.F) {
	for _, seed := range []string{
		"", " ", "\u00A0", "\n\n", "Dear Maureen", "a\x00\x1b\x7f\u0085\u200f\u202eb", "\xff\xfe\xed\xa0\x80", "👩‍👩‍👧 \U0010FFFF \uFFFE",
		"e\u0301\u0301\u0301", "\u0301", strings.Repeat("W", 500), "محمد", "=HYPERLINK(\"x\")", "(\\)(\r\n", "\t\ttab", "a\u2028b",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, large bool) {
		letter := sampleLetter(t, paper.EnvelopeDL)
		letter.Title, letter.Lang, letter.Running, letter.Large = text, text, text, large
		letter.Head = paper.Letterhead{Name: text, Details: []string{text}, Footer: []string{text}}
		letter.To, letter.About = []string{text, "TOWN", text}, []string{text}
		letter.Body = []paper.Block{
			paper.Heading{Text: text},
			paper.Paragraph{Lead: text, Text: text},
			paper.List{Items: []string{text, "b"}},
			paper.Facts{Rows: []paper.Fact{{text, text}}},
			paper.Table{Columns: []paper.Column{{Title: text}, {Width: 20, Right: true}}, Rows: []paper.Row{{Cells: paper.Cells(text, text, text)}, {}}},
			paper.Boxed{Blocks: []paper.Block{paper.Paragraph{Text: text}}},
			paper.Signature{Closing: text, Name: text, Lines: []string{text}},
			paper.Slip{Caption: text, Blocks: []paper.Block{paper.Ticks{Label: text, Choices: []string{text}}, paper.WriteIn{Label: text}}},
		}
		doc := paper.LayLetter(letter)
		for _, page := range doc.Pages {
			for _, w := range page.Words {
				if w.Text == "" || !utf8.ValidString(w.Text) || strings.ContainsFunc(w.Text, unicode.IsControl) || strings.ContainsAny(w.Text, " \u00A0") {
					t.Fatalf("the page holds the word %q", w.Text)
				}
			}
		}
		paper.CheckWindow(doc, letter.Envelope)
		_, err := paper.PDF(doc, paper.PDFOptions{Made: sampleDay, Author: text})
		if (err != nil) != (len(doc.Missing) > 0) {
			t.Fatalf("%q are missing and drawing says %v", doc.Missing, err)
		}
	})
}
