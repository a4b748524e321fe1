package paper_test

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"

	"casebook/reports/paper"
)

func TestTheSameLetterGivesTheSameBytes(t *testing.T) {
	letter := sampleLetter(t, paper.EnvelopeDL)
	letter.Body = append(letter.Body, paper.Paragraph{Text: "Ɔsɛi Նարե"}) // all four faces
	letter.Body = append(letter.Body, paper.Paragraph{Bold: true, Text: "Ɔsɛi Նարե"})
	want := samplePDF(t, paper.LayLetter(letter))
	var all sync.WaitGroup
	for range 8 { // at once: drawing one letter must not disturb another
		all.Go(func() {
			if !bytes.Equal(want, samplePDF(t, paper.LayLetter(letter))) {
				t.Error("the same letter gave other bytes")
			}
		})
	}
	all.Wait()
	other, err := paper.PDF(paper.LayLetter(letter), paper.PDFOptions{Made: sampleDay.AddDate(0, 0, 1), Author: "Derby Homes"})
	if err != nil || bytes.Equal(want, other) {
		t.Errorf("a letter of another day has the same bytes (%v)", err)
	}
}

func TestThePDFIsSoundAndHoldsNothingThatActs(t *testing.T) {
	doc := paper.LayLetter(sampleLetter(t, paper.EnvelopeDL))
	doc.Title = `Answer (to "Ann & Łukasz") <1>`
	pdf := samplePDF(t, doc)
	if out := tool(t, pdf, "qpdf", "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
		t.Errorf("qpdf warns:\n%s", out)
	}
	plain := tool(t, pdf, "qpdf", "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, name := range []string{"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/URI", "/AcroForm", "/Annots", "/EmbeddedFile "} {
		if regexp.MustCompile(regexp.QuoteMeta(name) + `\b`).MatchString(plain) {
			t.Errorf("the PDF holds %s", name)
		}
	}
	for _, part := range []string{"/Lang (en-GB)", "/DisplayDocTitle true", "/Metadata ", "/FontFile2 "} {
		if !strings.Contains(plain, part) {
			t.Errorf("the PDF lacks %s", part)
		}
	}
	info := tool(t, pdf, "pdfinfo", "poppler-utils", "-isodates", "FILE")
	for _, line := range []string{doc.Title, "Derby Homes", "2026-11-13T00:00:00", "A4"} {
		if !strings.Contains(info, line) {
			t.Errorf("pdfinfo does not say %q:\n%s", line, info)
		}
	}
	meta := tool(t, pdf, "pdfinfo", "poppler-utils", "-meta", "FILE")
	for _, part := range []string{"<rdf:li>en-GB</rdf:li>", "&lt;1&gt;", "2026-11-13T00:00:00Z"} {
		if !strings.Contains(meta, part) {
			t.Errorf("the metadata lacks %q:\n%s", part, meta)
		}
	}
}

func TestEveryFaceInUseIsEmbeddedAndNoOther(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: "Dear Maureen"}})
	fonts := tool(t, samplePDF(t, doc), "pdffonts", "poppler-utils", "FILE")
	rows := strings.Split(strings.TrimSpace(fonts), "\n")[2:]
	if len(rows) != 1 || !strings.Contains(rows[0], "CID TrueType") {
		t.Errorf("a letter in one face embeds:\n%s", fonts)
	}
	for _, row := range rows {
		if !regexp.MustCompile(`\byes\b`).MatchString(row) {
			t.Errorf("a face is not embedded: %s", row)
		}
	}
}

func TestADocumentWithoutPagesIsRefused(t *testing.T) {
	if _, err := paper.PDF(paper.Document{}, paper.PDFOptions{Made: sampleDay}); err == nil {
		t.Error("nothing was drawn without an error")
	}
}

func TestAnyTitleAndAuthorCanBeDrawn(t *testing.T) {
	for _, text := range []string{"", "a\xffb\xed\xa0\x80", "two\nlines", "🙏 王", "\x00\x1b", "(\\)", strings.Repeat("x", 5000)} {
		doc := paper.Lay(paper.Sheet{Title: text, Lang: text}, []paper.Block{paper.Paragraph{Text: "Hello"}})
		pdf, err := paper.PDF(doc, paper.PDFOptions{Made: sampleDay, Author: text})
		if err != nil {
			t.Errorf("the title %q keeps a page from being drawn: %v", text, err)
			continue
		}
		tool(t, pdf, "qpdf", "qpdf", "--check", "FILE")
	}
}
