package letter

import (
	"strings"
	"testing"
	"testing/fstest"
)

// written reads a text of one file and fills it with the facts of a letter.
func written(text string, facts Facts) error {
	s := &script{name: "sample"}
	if err := s.read(fstest.MapFS{"sample.toml": {Data: []byte(text)}}, "sample.toml"); err != nil {
		return err
	}
	_, _, err := s.write(facts)
	return err
}

func TestATextSaysOnlyWhatALetterMaySay(t *testing.T) {
	block := "title = \"Sample\"\n[[block]]\ntag = \"one\"\n"
	facts := Facts{Points: []PointFacts{{Number: 1, Text: "The gate"}}}
	for _, c := range []struct{ name, text, says string }{
		{"a field that there is", block + "kind = \"text\"\ntext = \"{{.Landlord}}\"", ""},
		{"a list that there is", block + "kind = \"list\"\neach = \"Points\"\ntext = \"{{.Text}}\"", ""},
		{"a field that there is not", block + "kind = \"text\"\ntext = \"{{.Diagnosis}}\"", "Diagnosis"},
		{"a list that there is not", block + "kind = \"list\"\neach = \"Neighbours\"\ntext = \"{{.}}\"", "Neighbours"},
		{"a kind that there is not", block + "kind = \"picture\"\ntext = \"x\"", "picture"},
		{"a key that means nothing", block + "kind = \"text\"\ntext = \"x\"\ncolour = \"red\"", "colour"},
		{"a template left open", block + "kind = \"text\"\ntext = \"{{if .Landlord}}x\"", "unexpected EOF"},
		{"a file that there is not", block + "kind = \"same\"\ntext = \"nowhere\"", "nowhere"},
	} {
		err := written(c.text, facts)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestABlockWithoutWordsIsLeftOutWithItsHeading(t *testing.T) {
	s := &script{name: "sample"}
	text := "title = \"Sample\"\n[[block]]\ntag = \"one\"\nkind = \"text\"\nheading = \"Your needs\"\ntext = \"{{.Needs}}\""
	if err := s.read(fstest.MapFS{"sample.toml": {Data: []byte(text)}}, "sample.toml"); err != nil {
		t.Fatal(err)
	}
	if _, blocks, err := s.write(Facts{}); err != nil || len(blocks) != 0 {
		t.Errorf("%d blocks, %v", len(blocks), err)
	}
	if _, blocks, err := s.write(Facts{Needs: "large print"}); err != nil || len(blocks) != 2 {
		t.Errorf("%d blocks, %v", len(blocks), err)
	}
}

func TestReadingAgeRisesWithHardWords(t *testing.T) {
	easy := readingAge(sentences("We are sorry. The plumber came late. We will mend it on Monday."))
	fair := readingAge(sentences("You reported the leak on 21 September. We should have mended it in one working day, and we did not."))
	hard := readingAge(sentences("Notwithstanding contractual obligations, organisational responsiveness regarding rectification was demonstrably unsatisfactory."))
	if easy > 8 || fair > 11 || hard < 16 || !(easy <= fair && fair < hard) {
		t.Errorf("ages %d, %d and %d", easy, fair, hard)
	}
	if age := readingAge(nil); age != 5 {
		t.Errorf("nothing to read needs age %d", age)
	}
}

func TestWordsAreFoundWholeOnly(t *testing.T) {
	for _, c := range []struct {
		words, text string
		found       bool
	}{
		{"in all £606.68", "£606.68", true}, {"in all £606.68", "£6.68", false}, {"Dear Ann Lee", "Ann", true}, {"Dear Anna", "Ann", false},
		{"any words", "", false}, {`"It's wet"`, "“It’s wet”", true},
	} {
		if holds(c.words, c.text) != c.found {
			t.Errorf("%q in %q: %v", c.text, c.words, !c.found)
		}
	}
}

func TestAnAddressIsSetForTheWindow(t *testing.T) {
	for _, c := range []struct {
		lines    []string
		postcode string
		want     string
	}{
		{[]string{"14 Ladywell Rise", "Derby"}, "DE24 7QH", "A|14 Ladywell Rise|DERBY|DE24 7QH"},
		{[]string{"31 Harebell Court, Derby"}, "de247ln", "A|31 Harebell Court|DERBY|DE24 7LN"},
		{[]string{"Somewhere"}, "DE1 2FS", "A|Somewhere|DE1 2FS"},
		{nil, "", "A|[address]|[postcode]"},
		{[]string{"a, b, c, d", "e, f"}, "DE1 2FS", "A|a, b, c, d|E, F|DE1 2FS"},
	} {
		if got := strings.Join(addressed("A", c.lines, c.postcode), "|"); got != c.want {
			t.Errorf("%q: %s", c.lines, got)
		}
	}
}
