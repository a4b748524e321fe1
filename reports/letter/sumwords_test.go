package letter

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"casebook/data/redress"
)

func TestASumInWordsIsAsOnACheque(t *testing.T) {
	for sum, want := range map[redress.Pence]string{
		0: "no pounds", 1: "one penny", 99: "ninety-nine pence", 100: "one pound", 101: "one pound and one penny", 1000: "ten pounds", 1200: "twelve pounds", 2105: "twenty-one pounds and five pence",
		4000: "forty pounds", 10000: "one hundred pounds", 10100: "one hundred and one pounds", 59668: "five hundred and ninety-six pounds and sixty-eight pence",
		100000: "one thousand pounds", 100100: "one thousand and one pounds", 110000: "one thousand one hundred pounds", 123456: "one thousand two hundred and thirty-four pounds and fifty-six pence",
		100000000: "one million pounds", 123456789: "one million two hundred and thirty-four thousand five hundred and sixty-seven pounds and eighty-nine pence",
	} {
		if got := sumWords(sum); got != want {
			t.Errorf("%s: %q, want %q", sum, got, want)
		}
	}
}

// values are the words of a number, read back.
var values = map[string]int64{}

func init() {
	for n, word := range ones {
		values[word] = int64(n)
	}
	for n, word := range tens {
		values[word] = int64(n) * 10
	}
	delete(values, "")
}

// readBack is the number that words spell, read another way than they are made.
func readBack(words string) int64 {
	var total, part int64
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch w {
		case "and":
		case "hundred":
			part *= 100
		case "thousand", "million":
			size := map[string]int64{"thousand": 1000, "million": 1_000_000}[w]
			total, part = total+part*size, 0
		default:
			part += values[w]
		}
	}
	return total + part
}

func TestTheWordsOfASumReadBackAsTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := redress.Pence(rapid.Int64Range(1, 99_999_999_999).Draw(t, "sum"))
		words := sumWords(sum)
		pounds, pence, both := strings.Cut(words, " pounds and ")
		if !both {
			pounds, pence, both = strings.Cut(words, " pound and ")
		}
		if !both && strings.Contains(words, "p") && (strings.HasSuffix(words, "pence") || strings.HasSuffix(words, "penny")) {
			pounds, pence = "", words
		}
		pounds, pence = strings.TrimSuffix(strings.TrimSuffix(pounds, " pounds"), " pound"), strings.TrimSuffix(strings.TrimSuffix(pence, " pence"), " penny")
		if got := redress.Pence(readBack(pounds)*100 + readBack(pence)); got != sum {
			t.Fatalf("%d is written %q, which reads back as %d", sum, words, got)
		}
	})
}
