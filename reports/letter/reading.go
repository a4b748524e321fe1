package letter

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode"
)

// mostAge is the reading age that our letters aim at; above it the officer is
// advised, never stopped. longSentence is where a sentence is hard to follow.
const (
	mostAge      = 11
	longSentence = 25 // words
)

// unread are blocks that are not prose of ours to simplify: addresses, tables
// of sums, the Code's own words, the bodies' details.
var unread = []string{
	"landlord", "landlord details", "address", "date and reference", "footer", "page number", "running head",
	"definition", "route", "signature", "story", "housing reference", "passed to", "decisions", "decision", "promises", "owner", "promised", "offer lines", "line", "sum", "total", "greeting", "heading",
}

// lookReadingAge says how old a reader has to be, and names the longest
// sentence.
func lookReadingAge(r *reader, base Finding) []Finding {
	var prose []string
	longest, where := "", ""
	for _, tag := range r.tags {
		if oneOf(tag, unread) {
			continue
		}
		for _, s := range sentences(r.blocks[tag]) {
			prose = append(prose, s)
			if r.voices[tag] != residents && len(strings.Fields(s)) > len(strings.Fields(longest)) {
				longest, where = s, tag
			}
		}
	}
	age := readingAge(prose)
	switch {
	case age > mostAge && len(strings.Fields(longest)) > longSentence:
		return base.wrong(fmt.Sprintf("Reading age %d. Shorten the sentence that begins %s", age, quoted(longest)), where, Fix{Page: PageWords})
	case age > mostAge:
		return base.wrong(fmt.Sprintf("Reading age %d. Use shorter words and sentences", age), "", Fix{Page: PageWords})
	}
	return base.holds(fmt.Sprintf("Reading age %d", age))
}

// readingAge is the Flesch-Kincaid grade of some sentences plus five, the age
// at which a school year begins.
func readingAge(prose []string) int {
	words, syllables := 0, 0
	for _, s := range prose {
		for _, w := range strings.Fields(s) {
			if n := syllablesIn(w); n > 0 {
				words++
				syllables += n
			}
		}
	}
	if words == 0 {
		return 5
	}
	grade := 0.39*float64(words)/float64(len(prose)) + 11.8*float64(syllables)/float64(words) - 15.59
	return max(5, int(math.Round(grade))+5)
}

var sentenceEnd = regexp.MustCompile(`[.?!:;]["')”’]*\s+`)

// sentences parts words at their full stops. A number's point is inside a
// word and parts nothing.
func sentences(words string) []string {
	var all []string
	for _, s := range sentenceEnd.Split(words, -1) {
		if s = strings.TrimSpace(s); strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			all = append(all, s)
		}
	}
	return all
}

// syllablesIn counts runs of vowels, without a silent e at the end; a word of
// figures counts as two.
func syllablesIn(word string) int {
	word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	if word == "" {
		return 0
	}
	if strings.IndexFunc(word, unicode.IsDigit) >= 0 {
		return 2
	}
	n, before := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouyàáâäãåèéêëìíîïòóôöõùúûüý", r)
		if vowel && !before {
			n++
		}
		before = vowel
	}
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") && n > 1 {
		n--
	}
	if strings.HasSuffix(word, "ed") && n > 1 && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded") {
		n--
	}
	return max(n, 1)
}
