// Package paper lays out printed pages, draws them as PDF, and hands them to
// the printer.
//
// A page is laid out once, as plain values: words, lines and boxes in
// millimetres (Document). PDF draws them; the screen draws the same values with
// the same faces (Face), so the preview is the letter. Text is measured with
// the embedded TrueType files and the widths the PDF stores.
//
// A letter is a list of blocks on the landlord's stationery:
//
//	dl, _ := paper.EnvelopeNamed(paper.EnvelopeDL)
//	doc := paper.LayLetter(paper.Letter{
//		Title: "Stage 1 response C-2026-0377",
//		Head: paper.Letterhead{
//			Name:    "Derby Homes",
//			Details: []string{"Complaints, Derby Homes Ltd", "839 London Road", "Derby DE24 8UZ"},
//			Footer:  []string{"Registered in England, company 4380984"},
//		},
//		To:       []string{"Maureen Tilley", "14 Ladywell Rise", "DERBY", "DE24 7QH"},
//		About:    []string{"13 November 2026", "Our ref: C-2026-0377", "Dan Okafor"},
//		Running:  "Maureen Tilley, our ref C-2026-0377, 13 November 2026",
//		Envelope: dl,
//		Body: []paper.Block{
//			paper.Paragraph{Tag: "greeting", Text: "Dear Maureen Tilley"},
//			paper.Heading{Tag: "subject", Text: "Our stage 1 answer to your complaint"},
//			paper.Paragraph{Tag: "opening", Text: "On 28 October 2026 you told us …"},
//			paper.Table{
//				Tag:     "decisions",
//				Columns: []paper.Column{{Title: "What you told us"}, {Title: "Our decision", Width: 50}},
//				Rows: []paper.Row{
//					{Tag: "point 1", Cells: paper.Cells("1. The leak took 23 days to mend", "Upheld")},
//				},
//			},
//			paper.Heading{Tag: "point 1", Level: 1, Text: "1. The leak took 23 days to mend. Upheld."},
//			paper.Paragraph{Tag: "point 1", Text: "You reported the leak on 21 September."},
//			paper.Signature{Tag: "signature", Closing: "Yours sincerely", Name: "Dan Okafor"},
//		},
//	})
//	findings := paper.CheckWindow(doc, dl)      // none: the address sits in the window
//	words := doc.TextOf("point 1")              // what the page says, for checks
//	pdf, err := paper.PDF(doc, paper.PDFOptions{Made: day, Author: "Derby Homes"})
//
// Receipts, slips and forms use Lay with a Sheet (A5 or A4). A no-break space
// keeps "£606.68" or "13 November" on one line. Text may be anything a person
// typed: see Clean and Missing.
package paper
