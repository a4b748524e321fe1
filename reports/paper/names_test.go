package paper_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"casebook/reports/paper"
)

// names are written as their owners write them, in the scripts that the
// embedded faces cover.
var names = []string{
	"Łukasz Nguyễn", "Zoë O’Connor-D'Souza", "Şükrü Çağlar", "Ștefan Ionuț", "Þóra Guðmundsdóttir",
	"Éamonn Ó Súilleabháin", "Siân Gwŷr-Ŵyn", "Žofie Dvořáková", "Győző Árvíztűrő", "Vũ Ngọc Ánh",
	"Ōkubo Tarō", "Ŝĩmĩ Ĩčić", // whose second bytes are a backslash, brackets and a return
	"Ħanna Ġorġ", "Ąžuolas Šėža", "Ọláńrewájú Adébáyọ̀", "Kwabena Ɔsɛi", "Əli Quliyev",
	"Γιώργος Παπαδόπουλος", "Ἀθηνᾶ Ὀδυσσέως", "Олександр Їжакевич", "Ђорђе Љубичић", "Айгүл Өмірқызы",
	"Նարե Պետրոսյան", "ნინო ბერიძე",
}

func TestNamesPrintAndExtractAsTyped(t *testing.T) {
	var blocks []paper.Block
	for _, name := range names {
		blocks = append(blocks, paper.Paragraph{Text: name}, paper.Paragraph{Text: name, Bold: true})
	}
	doc := paper.Lay(paper.Sheet{Title: "Names"}, blocks)
	pdf := samplePDF(t, doc)
	text := extract(t, pdf)
	for _, name := range names {
		if found := strings.Count(text, norm.NFC.String(name)); found != 2 {
			t.Errorf("%q was extracted %d times, want twice", name, found)
		}
	}
	samePlaces(t, doc)
}

func TestEveryLetterOfThreeScriptsExtracts(t *testing.T) {
	var words []string
	for r := rune(0xA1); r < 0x530; r++ {
		if word := "a" + string(r) + "b"; unicode.IsLetter(r) && norm.NFC.IsNormalString(word) && paper.Missing(word) == nil {
			words = append(words, word)
		}
	}
	if len(words) < 850 {
		t.Fatalf("only %d letters of Latin, Greek and Cyrillic can be printed", len(words))
	}
	samePlaces(t, paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: strings.Join(words, " ")}}))
}

func TestLooseAccentsPrintLikeComposedOnes(t *testing.T) {
	for _, name := range names {
		loose := norm.NFD.String(name)
		a := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: loose}})
		b := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: name}})
		if a.Text() != b.Text() {
			t.Errorf("%q with loose accents is set as %q, composed as %q", name, a.Text(), b.Text())
		}
	}
}

func TestWhatNoFaceHasIsNamedAndKeepsThePDFShut(t *testing.T) {
	cases := []struct {
		what, text string
		missing    []rune
	}{
		{"plain English", "Dear Maureen – £606.68 “now”… • ½ €5", nil},
		{"Chinese", "Wang 王 Wei", []rune{'王'}},
		{"Arabic, which needs shaping", "محمد", []rune{'ح', 'د', 'م'}},
		{"Hebrew, which runs the other way", "דוד", []rune{'ד', 'ו'}},
		{"Devanagari", "राम", []rune{'म', 'र', 'ा'}},
		{"a picture beyond 16 bits", "thanks 🙏", []rune{'🙏'}},
		{"invalid UTF-8", "ab\xffcd", []rune{'\uFFFD'}},
		{"a character already lost", "ab\uFFFDcd", []rune{'\uFFFD'}},
		{"control characters, which are stripped", "a\x00b\x1b[31mc\u200b\u202e", nil},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			if got := paper.Missing(c.text); !slices.Equal(got, c.missing) {
				t.Errorf("Missing says %q, want %q", got, c.missing)
			}
			doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Text: c.text}})
			if !slices.Equal(doc.Missing, c.missing) {
				t.Errorf("the page says %q are missing, want %q", doc.Missing, c.missing)
			}
			_, err := paper.PDF(doc, paper.PDFOptions{Made: sampleDay})
			var refused *paper.MissingError
			if errors.As(err, &refused) != (c.missing != nil) || refused != nil && !slices.Equal(refused.Runes, c.missing) {
				t.Errorf("drawing it says %v", err)
			}
		})
	}
}

func TestALostCharacterLeavesAMarkOnThePage(t *testing.T) {
	doc := paper.Lay(paper.Sheet{}, []paper.Block{paper.Paragraph{Tag: "name", Text: "Wang王Wei"}})
	if got, want := doc.TextOf("name"), "Wang\uFFFDWei"; got != want {
		t.Errorf("the page reads %q, want %q", got, want)
	}
}

func TestAPageMadeByHandIsHeldToTheSameRule(t *testing.T) {
	word := paper.Word{X: 20, Y: 20, Size: 12, Text: "Wang王"}
	doc := paper.Document{Pages: []paper.Page{{Width: 210, Height: 297, Words: []paper.Word{word}}}}
	var refused *paper.MissingError
	if _, err := paper.PDF(doc, paper.PDFOptions{}); !errors.As(err, &refused) {
		t.Errorf("a word that no face can print was drawn: %v", err)
	}
	doc.Pages[0].Words[0].Text = "ab\xff"
	if _, err := paper.PDF(doc, paper.PDFOptions{}); !errors.As(err, &refused) {
		t.Errorf("invalid UTF-8 was drawn: %v", err)
	}
}
