package paper_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"casebook/reports/paper"
)

func lines(n int) string { return strings.TrimSpace(strings.Repeat("A line of text\n", n)) }

// rows counts lines of words on a page, stationery left out.
func rows(page paper.Page) int {
	count, last := 0, -1.0
	for _, w := range page.Words {
		if w.Tag != paper.TagPageNumber && w.Tag != paper.TagRunning && w.Y != last {
			count, last = count+1, w.Y
		}
	}
	return count
}

func textOf(page paper.Page) string { return paper.Document{Pages: []paper.Page{page}}.Text() }

func TestEveryPageSaysWhichItIs(t *testing.T) {
	for _, large := range []bool{false, true} {
		doc := paper.Lay(paper.Sheet{Large: large}, []paper.Block{
			paper.Paragraph{Text: "one"}, paper.PageBreak{}, paper.Paragraph{Text: "two"}, paper.PageBreak{}, paper.Paragraph{Text: "three"},
		})
		if len(doc.Pages) != 3 {
			t.Fatalf("two page breaks gave %d pages", len(doc.Pages))
		}
		for i, page := range doc.Pages {
			if want := fmt.Sprintf("Page %d of 3", i+1); !strings.HasSuffix(textOf(page), want) {
				t.Errorf("page %d ends %q, want %q", i+1, textOf(page), want)
			}
			number := page.Words[len(page.Words)-1]
			if large && number.Size != page.Words[0].Size {
				t.Errorf("in large print the page number has %g points, the body %g", number.Size, page.Words[0].Size)
			}
		}
	}
}

func TestAPageBreakAtTheTopOfAPageMakesNoEmptyPage(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.PageBreak{}, paper.PageBreak{}, paper.Paragraph{Text: "one"}})
	if len(doc.Pages) != 1 {
		t.Errorf("it made %d pages", len(doc.Pages))
	}
}

func TestAPageBreakAfterAHeadingStillBreaks(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Heading{Text: "Part 1"}, paper.PageBreak{}, paper.Paragraph{Text: "one"}})
	if len(doc.Pages) != 2 {
		t.Errorf("there are %d pages", len(doc.Pages))
	}
}

func TestNoLineOfAParagraphStandsAloneOnAPage(t *testing.T) {
	full := rows(paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: lines(200)}}).Pages[0])
	for above := full - 6; above <= full+1; above++ {
		doc := paper.Lay(paper.Sheet{}, []paper.Block{
			paper.Paragraph{Text: lines(above)},
			paper.Paragraph{Tag: "last", Tight: true, Text: lines(4)},
		})
		for i, page := range doc.Pages {
			count := strings.Count(paper.Document{Pages: []paper.Page{page}}.TextOf("last"), "line")
			if count == 1 || count == 3 {
				t.Errorf("below %d lines, page %d has %d of a paragraph's 4 lines", above, i+1, count)
			}
		}
	}
}

func TestAHeadingStaysWithWhatItNames(t *testing.T) {
	for above := 30; above <= 50; above++ {
		doc := paper.Lay(paper.Sheet{}, []paper.Block{
			paper.Paragraph{Text: lines(above)},
			paper.Heading{Tag: "heading", Text: "What we will do"},
			paper.Paragraph{Tag: "below", Text: lines(2)},
		})
		for i, page := range doc.Pages {
			here := paper.Document{Pages: []paper.Page{page}}
			if (here.TextOf("heading") == "") != (here.TextOf("below") == "") {
				t.Errorf("below %d lines, page %d parts a heading from its text", above, i+1)
			}
		}
	}
}

func TestASignatureStaysWholeAndWithTheLineAboveIt(t *testing.T) {
	for above := 25; above <= 50; above++ {
		doc := paper.Lay(paper.Sheet{}, []paper.Block{
			paper.Paragraph{Text: lines(above)},
			paper.Paragraph{Tag: "last words", Text: "Please ring me."},
			paper.Signature{Tag: "signature", Closing: "Yours sincerely", Name: "Dan Okafor", Lines: []string{"Officer"}},
		})
		for i, page := range doc.Pages {
			here := paper.Document{Pages: []paper.Page{page}}
			signed := here.TextOf("signature")
			if signed != "" && (signed != "Yours sincerely Dan Okafor Officer" || here.TextOf("last words") == "") {
				t.Errorf("below %d lines, page %d has %q after %q", above, i+1, signed, here.TextOf("last words"))
			}
		}
	}
}

func TestThereIsRoomToSign(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Signature{Tag: "s", Closing: "Sincerely", Name: "Dan"}})
	words := doc.Pages[0].Words
	if gap := words[1].Zone().Y - words[0].Zone().Bottom(); gap < 15 || gap > 20 {
		t.Errorf("the signature has %.1f mm, want 15 to 20", gap)
	}
}

func longTable(n int) paper.Table {
	table := paper.Table{Tag: "head", Columns: []paper.Column{{Title: "Point"}, {Title: "Decision", Width: 50}}}
	for i := range n {
		text := fmt.Sprintf("Point %d about something that takes more than one line of its column to say", i)
		table.Rows = append(table.Rows, paper.Row{Tag: fmt.Sprint("row ", i), Cells: paper.Cells(text, "Upheld in part of it")})
	}
	return table
}

func TestATableRepeatsItsHeaderAndKeepsItsRowsWhole(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{longTable(60)})
	if len(doc.Pages) < 3 {
		t.Fatalf("60 rows fit %d pages", len(doc.Pages))
	}
	for i, page := range doc.Pages {
		if !strings.HasPrefix(textOf(page), "Point Decision") {
			t.Errorf("page %d begins %q, not with the header", i+1, textOf(page)[:20])
		}
	}
	for i := range 60 {
		found := 0
		for _, page := range doc.Pages {
			if (paper.Document{Pages: []paper.Page{page}}).TextOf(fmt.Sprint("row ", i)) != "" {
				found++
			}
		}
		if found != 1 {
			t.Errorf("row %d stands on %d pages", i, found)
		}
	}
}

// TestATotalNeverStandsAlone: wherever the page ends, the row that adds the others
// up has one of them above it, in large print too.
func TestATotalNeverStandsAlone(t *testing.T) {
	for _, large := range []bool{false, true} {
		for rows := 2; rows < 45; rows++ {
			table := longTable(rows)
			table.Adds = true
			table.Rows = append(table.Rows, paper.Row{Tag: "total", Cells: paper.Cells("In all", "£606.68")})
			for i, page := range paper.LayLetter(paper.Letter{Large: large, Body: []paper.Block{table}}).Pages {
				one := paper.Document{Pages: []paper.Page{page}}
				if one.TextOf("total") != "" && one.TextOf(fmt.Sprint("row ", rows-1)) == "" {
					t.Errorf("large print %v: with %d rows the total stands alone on page %d", large, rows, i+1)
				}
			}
		}
	}
}

func TestARowTallerThanAPageIsCutAndNothingOfItLost(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 900))
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Table{
		Columns: []paper.Column{{Title: "Told"}, {Title: "Answer", Width: 80}},
		Rows:    []paper.Row{{Tag: "row", Cells: paper.Cells(long, "Upheld")}},
	}})
	if got := doc.TextOf("row"); strings.Count(got, "word") != 900 || !strings.Contains(got, "Upheld") {
		t.Errorf("of 900 words %d are left", strings.Count(got, "word"))
	}
	for _, page := range doc.Pages {
		for _, w := range page.Words {
			if w.Y > page.Height-10 {
				t.Fatalf("%q runs off the page", w.Text)
			}
		}
	}
}

func TestLargePrintIsOneColumnOf18Points(t *testing.T) {
	letter := sampleLetter(t, paper.EnvelopeDL)
	letter.Large = true
	doc := paper.LayLetter(letter)
	for i, page := range doc.Pages {
		for _, w := range page.Words {
			switch w.Tag {
			case paper.TagAddress:
				if w.Size > 12 {
					t.Errorf("the window's address has %g points and cannot fit", w.Size)
				}
			default:
				if w.Size < 16 {
					t.Errorf("page %d: %q (%s) has %g points, under the least of 16", i+1, w.Text, w.Tag, w.Size)
				}
			}
		}
	}
	if got, want := doc.TextOf("decision 3"), "What you told us: 3. The plumber was rude Our decision: Not upheld"; got != want {
		t.Errorf("a row of the table reads %q, want %q", got, want)
	}
	if got := doc.TextOf("point 1"); !strings.Contains(got, "It was mended on 14 October") {
		t.Errorf("point 1 reads %q", got)
	}
}

func TestALongDescriptionKeepsEveryWord(t *testing.T) {
	for name, text := range map[string]string{
		"of 10,000 characters":               strings.Repeat("The tap drips. ", 667)[:10000],
		"of 10,000 characters without space": strings.Repeat("x", 10000),
		"of 10,000 no-break spaces":          strings.Repeat("x\u00A0", 5000),
	} {
		doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Tag: "told", Text: text}})
		plain := func(s string) string { return strings.NewReplacer(" ", "", "\u00A0", "").Replace(s) }
		if plain(doc.TextOf("told")) != plain(text) {
			t.Errorf("a text %s lost something", name)
		}
		for _, page := range doc.Pages {
			for _, w := range page.Words {
				if w.X+w.Width > page.Width-17 {
					t.Fatalf("a text %s runs into the right margin, to %.1f mm", name, w.X+w.Width)
				}
			}
		}
	}
}

func TestANoBreakSpaceHoldsALineTogether(t *testing.T) {
	for pad := range 60 {
		text := strings.Repeat("i ", 60+pad) + "13\u00A0November\u00A02026"
		doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Tag: "p", Text: text}})
		words := doc.Pages[0].Words
		var y []float64
		for _, w := range words {
			if w.Tag == "p" && w.Text != "i" {
				y = append(y, w.Y)
			}
		}
		if len(y) != 3 || y[0] != y[1] || y[1] != y[2] {
			t.Fatalf("the date is parted after %d words: %v", 60+pad, y)
		}
	}
}

func TestMoneyLinesUpAtTheRight(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Table{
		Columns: []paper.Column{{Title: "For"}, {Title: "Amount", Width: 30, Right: true}},
		Rows:    []paper.Row{{Tag: "sum", Cells: paper.Cells("", "£1,294.00")}, {Tag: "sum", Cells: paper.Cells("", "£22.68")}},
	}})
	for _, w := range doc.Pages[0].Words {
		if w.Tag == "sum" && math.Abs(w.X+w.Width-192) > 0.1 {
			t.Errorf("%s ends at %.1f mm, not at the margin", w.Text, w.X+w.Width)
		}
	}
}

func TestASlipStandsWholeAtTheFootOfAPage(t *testing.T) {
	for above := 5; above <= 45; above += 5 {
		doc := paper.Lay(paper.Sheet{}, []paper.Block{
			paper.Paragraph{Text: lines(above)},
			paper.Slip{Tag: "slip", Caption: "Cut here", Blocks: []paper.Block{paper.WriteIn{Tag: "slip", Label: "Your name", Lines: 2}}},
		})
		last := doc.Pages[len(doc.Pages)-1]
		lowest := 0.0
		dashed := 0
		for _, l := range last.Lines {
			lowest = max(lowest, l.Y1)
			if l.Dash > 0 {
				dashed++
			}
		}
		if dashed != 1 || lowest < 265 || lowest > 280 {
			t.Errorf("below %d lines the slip has %d cutting lines and ends at %.1f mm", above, dashed, lowest)
		}
	}
}

// A slip that is a little too tall for a page is set closer, in letters as
// large; one that is much too tall has to part.
func TestASlipIsSetCloserBeforeItParts(t *testing.T) {
	for _, c := range []struct{ boxes, pages int }{{5, 1}, {11, 1}, {12, 1}, {60, 2}} {
		blocks := make([]paper.Block, c.boxes)
		for i := range blocks {
			blocks[i] = paper.Ticks{Tag: "box", Choices: []string{"I accept " + strings.Repeat("a sum with a long name ", 3)}}
		}
		doc := paper.LayLetter(paper.Letter{To: []string{"Maureen Tilley"}, Large: true, Body: []paper.Block{
			paper.Paragraph{Text: lines(3)}, paper.Slip{Tag: "slip", Caption: "Cut here", Blocks: blocks}}})
		on := map[int]bool{}
		sizes := map[float64]bool{}
		for i, page := range doc.Pages {
			for _, w := range page.Words {
				if w.Tag == "box" {
					on[i], sizes[w.Size] = true, true
				}
			}
		}
		if (len(on) > 1) != (c.pages > 1) || len(sizes) != 1 {
			t.Errorf("a slip of %d boxes stands on %d pages in %d sizes", c.boxes, len(on), len(sizes))
		}
	}
}

func TestABoxFramesItsWordsAndCutsOnlyWhenItMust(t *testing.T) {
	boxed := func(text string) paper.Document {
		return paper.Lay(paper.Sheet{}, []paper.Block{paper.Boxed{Tag: "b", Blocks: []paper.Block{paper.Paragraph{Tag: "b", Text: text}}}})
	}
	page := boxed(lines(5)).Pages[0]
	if len(page.Boxes) != 1 {
		t.Fatalf("a short text has %d frames", len(page.Boxes))
	}
	for _, w := range page.Words {
		if w.Tag == "b" && !page.Boxes[0].Zone.Holds(w.Zone()) {
			t.Errorf("%q leaves its frame", w.Text)
		}
	}
	if doc := boxed(lines(100)); strings.Count(doc.TextOf("b"), "line") != 100 || len(doc.Pages) < 3 {
		t.Errorf("a framed text of 100 lines keeps %d on %d pages", strings.Count(doc.TextOf("b"), "line"), len(doc.Pages))
	}
}

func TestAnEndlessEntryAnywhereKeepsTheTextOnThePaper(t *testing.T) {
	endless := strings.TrimSpace(strings.Repeat("endless ", 1250))
	cases := map[string]func(*paper.Letter){
		"name":      func(l *paper.Letter) { l.Head.Name = endless },
		"details":   func(l *paper.Letter) { l.Head.Details = []string{endless} },
		"footer":    func(l *paper.Letter) { l.Head.Footer = []string{endless} },
		"address":   func(l *paper.Letter) { l.To[0] = endless },
		"contact":   func(l *paper.Letter) { l.About = append(l.About, endless) },
		"heading":   func(l *paper.Letter) { l.Body = append([]paper.Block{paper.Heading{Text: endless}}, l.Body...) },
		"signature": func(l *paper.Letter) { l.Body = append(l.Body, paper.Signature{Name: endless}) },
		"column title": func(l *paper.Letter) {
			l.Body = append(l.Body, paper.Table{Columns: []paper.Column{{Title: endless}, {Title: "b"}}, Rows: []paper.Row{{Cells: paper.Cells("a", endless)}}})
		},
		"fact": func(l *paper.Letter) {
			l.Body = append(l.Body, paper.Facts{Rows: []paper.Fact{{Name: endless, Value: endless}}})
		},
		"choice":      func(l *paper.Letter) { l.Body = append(l.Body, paper.Ticks{Label: "a", Choices: []string{endless}}) },
		"running top": func(l *paper.Letter) { l.Running = endless },
		"slip": func(l *paper.Letter) {
			l.Body = append(l.Body, paper.Slip{Caption: endless, Blocks: []paper.Block{paper.WriteIn{Label: endless}}})
		},
	}
	onStationery := map[string]bool{paper.TagName: true, paper.TagDetails: true, paper.TagAddress: true, paper.TagAbout: true}
	for what, change := range cases {
		for _, large := range []bool{false, true} {
			letter := sampleLetter(t, paper.EnvelopeDL)
			letter.Large = large
			change(&letter)
			doc := paper.LayLetter(letter)
			if got := doc.TextOf("point 1"); !strings.Contains(got, "the landing carpet was ruined.") {
				t.Errorf("an endless %s loses the text: %q", what, got)
			}
			off := false
			for i, page := range doc.Pages {
				sheet := paper.Zone{Width: page.Width, Height: page.Height}
				for _, w := range page.Words {
					if sheet.Holds(w.Zone()) {
						continue
					}
					off = true
					if !onStationery[w.Tag] {
						t.Fatalf("an endless %s, large print %v, pushes %q (%s) off page %d", what, large, w.Text, w.Tag, i+1)
					}
				}
			}
			if off && len(paper.CheckWindow(doc, letter.Envelope)) == 0 {
				t.Errorf("an endless %s runs off the page and is not found", what)
			}
		}
	}
}
