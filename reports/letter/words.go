package letter

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/data/calendar"
	"casebook/reports/paper"
)

// A mark stands on the page where something is not known yet. It shuts the
// printer, and its brackets show in any face.
const (
	markOpen  = "["
	markClose = "]"
)

// alarm colours a mark in a table. It is never printed: a letter with a mark is
// shut.
var alarm = paper.Colour{R: 0xA3, G: 0x20, B: 0x1D}

// known is the text, or a mark that says what is missing.
func known(text, missing string) string {
	if strings.TrimSpace(text) == "" {
		return markOpen + missing + markClose
	}
	return text
}

// held keeps a date or a sum on one line.
func held(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

// day is a date in a sentence, "13 November 2026"; long has the weekday.
func day(d calendar.Date, missing string) string  { return held(known(d.Letter(), missing)) }
func long(d calendar.Date, missing string) string { return held(known(d.Long(), missing)) }

// small are the numbers that a sentence spells out.
var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// number spells out small numbers, as the landlord's page does.
func number(n int) string {
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// listed joins words as a sentence does: "1, 2 and 4".
func listed(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// points names points by number: "point 2", "points 1, 3 and 4".
func points(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	if len(words) == 1 {
		return "point " + words[0]
	}
	return "points " + listed(words)
}

// quoted shortens a text to name it in a finding.
func quoted(text string) string {
	const most = 40 // characters: one line of the check list
	text = flat(text)
	if runes := []rune(text); len(runes) > most {
		text = strings.TrimSpace(string(runes[:most])) + "…"
	}
	return fmt.Sprintf("“%s”", text)
}

// lowered starts a phrase within a sentence with a small letter.
func lowered(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[size:]
}

// sentence starts a phrase with a capital.
func sentence(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// flat is a text as the page's words give it: cleaned, one space between
// words.
func flat(text string) string { return strings.Join(strings.Fields(paper.Clean(text)), " ") }
