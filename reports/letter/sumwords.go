package letter

import (
	"fmt"
	"strings"

	"casebook/data/redress"
)

var (
	ones = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// sumWords says a sum as a cheque does, so that a figure misread is found out:
// "two hundred and ninety-four pounds and five pence".
func sumWords(sum redress.Pence) string {
	pounds, pence := int64(sum/100), int64(sum%100)
	var parts []string
	if pounds > 0 {
		parts = append(parts, inWords(pounds)+" "+plural(pounds, "pound", "pounds"))
	}
	if pence > 0 {
		parts = append(parts, inWords(pence)+" "+plural(pence, "penny", "pence"))
	}
	if len(parts) == 0 {
		return "no pounds"
	}
	return strings.Join(parts, " and ")
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// inWords spells a whole number out: "one thousand and twenty".
func inWords(n int64) string {
	for _, unit := range []struct {
		size int64
		word string
	}{{1_000_000, "million"}, {1000, "thousand"}, {100, "hundred"}} {
		if n < unit.size {
			continue
		}
		words := inWords(n/unit.size) + " " + unit.word
		rest := n % unit.size
		switch {
		case rest == 0:
			return words
		case rest < 100:
			return words + " and " + inWords(rest)
		}
		return words + " " + inWords(rest)
	}
	if n < int64(len(ones)) {
		return ones[n]
	}
	if n%10 == 0 {
		return tens[n/10]
	}
	return fmt.Sprintf("%s-%s", tens[n/10], ones[n%10])
}
