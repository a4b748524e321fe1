package paper_test

import (
	"strings"
	"testing"
	"time"

	"casebook/reports/paper"
)

var sampleDay = time.Date(2026, 11, 13, 0, 0, 0, 0, time.UTC)

func envelope(tb testing.TB, name string) paper.Envelope {
	tb.Helper()
	e, ok := paper.EnvelopeNamed(name)
	if !ok {
		tb.Fatalf("there is no envelope %q", name)
	}
	return e
}

// sampleLetter is a stage 1 response of the length and variety that offices
// send: every kind of block, two or three pages.
func sampleLetter(tb testing.TB, envelopeName string) paper.Letter {
	tb.Helper()
	return paper.Letter{
		Title: "Stage 1 response C-2026-0377",
		Head: paper.Letterhead{
			Name:    "Derby Homes",
			Details: []string{"Complaints, Derby Homes Ltd", "839 London Road", "Derby DE24 8UZ", "01332 888777"},
			Footer: []string{
				"Derby Homes Limited. Registered office: 839 London Road, Derby DE24 8UZ. Company number 4380984.",
				"Registered provider number 4576. Ask us for this letter in large print or another language.",
			},
		},
		To:       []string{"Maureen Tilley", "14 Ladywell Rise", "DERBY", "DE24 7QH"},
		About:    []string{"13 November 2026", "Our ref: C-2026-0377", "Dan Okafor, 01632 960114", "complaints@derbyhomes.example"},
		Running:  "Maureen Tilley, our ref C-2026-0377, 13 November 2026",
		Envelope: envelope(tb, envelopeName),
		Body:     sampleBody(),
	}
}

func sampleBody() []paper.Block {
	return []paper.Block{
		paper.Paragraph{Tag: "greeting", Text: "Dear Maureen Tilley"},
		paper.Heading{Tag: "subject", Text: "Our stage 1 answer to your complaint"},
		paper.Paragraph{Tag: "opening", Text: "On 28 October 2026 you told us about a leak under your bath. You want us to pay for the landing carpet, say sorry, and explain why nobody rang you back."},
		paper.Table{
			Tag:     "decisions",
			Columns: []paper.Column{{Title: "What you told us"}, {Title: "Our decision", Width: 56}},
			Rows: []paper.Row{
				{Tag: "decision 1", Cells: paper.Cells("1. The leak took 23 days to mend", "Upheld")},
				{Tag: "decision 2", Cells: paper.Cells("2. Two appointments were missed", "Upheld")},
				{Tag: "decision 3", Cells: paper.Cells("3. The plumber was rude", "Not upheld")},
				{Tag: "decision 4", Cells: paper.Cells("4. Nobody rang back", "Upheld")},
			},
		},
		paper.Heading{Tag: "point 1", Level: 1, Text: "1. The leak took 23 days to mend. Upheld."},
		paper.Paragraph{Tag: "point 1", Text: "You reported the leak on 21 September. We should have mended it in one working day. It was mended on 14 October, by the second contractor. I am sorry. You had no bath for 23 days, and the landing carpet was ruined."},
		paper.Heading{Tag: "point 2", Level: 1, Text: "2. Two appointments were missed. Upheld."},
		paper.Paragraph{Tag: "point 2", Text: "Our plumber did not come on 24 September or on 2 October, and nobody told you. I am sorry that you waited in twice."},
		paper.Heading{Tag: "point 3", Level: 1, Text: "3. The plumber was rude. Not upheld."},
		paper.Paragraph{Tag: "point 3", Text: "I spoke to the plumber and to the neighbour who was there. Their accounts differ from yours, and I cannot say which is right. I have reminded the contractor how we expect people to be spoken to."},
		paper.Heading{Tag: "point 4", Level: 1, Text: "4. Nobody rang back. Upheld."},
		paper.Paragraph{Tag: "point 4", Text: "You left three messages. None was written down. We have changed how messages are passed on: each now has a name and a day against it."},
		paper.Heading{Tag: "redress", Text: "What we will do"},
		paper.List{Tag: "actions", Numbered: true, Items: []string{
			"Pay you £606.68 within 10 working days of your reply.",
			"Inspect the bathroom floor by 27 November 2026. Helen Marsh will ring you to agree a day.",
			"Write to you when both are done.",
		}},
		paper.Table{
			Tag:     "offer",
			Columns: []paper.Column{{Title: "What it is for"}, {Title: "How we worked it out"}, {Title: "Amount", Width: 28, Right: true}},
			Rows: []paper.Row{
				{Tag: "offer", Cells: paper.Cells("Landing carpet", "£420.00 x 7 of 10 years left", "£294.00")},
				{Tag: "offer", Cells: paper.Cells("Heating used to dry the floor", "126 kWh at 18p", "£22.68")},
				{Tag: "offer", Cells: paper.Cells("Two missed appointments", "Two at £15.00", "£30.00")},
				{Tag: "offer", Cells: paper.Cells("Distress and inconvenience", "Considerable", "£260.00")},
				{Tag: "offer", Cells: []paper.Cell{{Text: "Total", Bold: true}, {}, {Text: "£606.68", Bold: true}}},
			},
		},
		paper.Heading{Tag: "next", Text: "If you are not happy with this answer"},
		paper.Paragraph{Tag: "next", Text: "You can ask us to look again at stage 2, in any way you like and to any of us. You need not say why. Someone who has had no part in this answer will do it.\n\nYou can ask the Housing Ombudsman for help at any time."},
		paper.Boxed{Tag: "ombudsman", Blocks: []paper.Block{
			paper.Paragraph{Tag: "ombudsman", Bold: true, Text: "Housing Ombudsman Service"},
			paper.Paragraph{Tag: "ombudsman", Tight: true, Text: "PO Box 1484, Unit D, Preston PR2 0ET\nTelephone 0300 111 3000"},
		}},
		paper.Signature{Tag: "signature", Closing: "Yours sincerely", Name: "Dan Okafor", Lines: []string{"Investigating officer"}},
		paper.Slip{Tag: "slip", Caption: "Please cut here and return this part", Blocks: []paper.Block{
			paper.Paragraph{Tag: "slip", Bold: true, Text: "Your reply to our offer of £606.68, our ref C-2026-0377"},
			paper.Ticks{Tag: "slip", Choices: []string{"I accept the offer", "I do not accept the offer"}},
			paper.WriteIn{Tag: "slip", Label: "Your name and the date"},
		}},
	}
}

func samplePDF(tb testing.TB, doc paper.Document) []byte {
	tb.Helper()
	pdf, err := paper.PDF(doc, paper.PDFOptions{Made: sampleDay, Author: "Derby Homes"})
	if err != nil {
		tb.Fatal(err)
	}
	return pdf
}

func TestALetterSaysWhatItsBlocksSay(t *testing.T) {
	doc := paper.LayLetter(sampleLetter(t, paper.EnvelopeDL))
	if got := doc.TextOf("point 4"); !strings.Contains(got, "You left three messages. None was written down.") {
		t.Errorf("the words of point 4 read %q", got)
	}
	if got, want := doc.TextOf(paper.TagAddress), "Maureen Tilley 14 Ladywell Rise DERBY DE24 7QH"; got != want {
		t.Errorf("the address reads %q, want %q", got, want)
	}
	if findings := paper.CheckWindow(doc, envelope(t, paper.EnvelopeDL)); len(findings) > 0 {
		t.Errorf("an ordinary letter is refused for its window: %v", findings)
	}
}
