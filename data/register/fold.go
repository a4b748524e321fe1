package register

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"casebook/data/casework"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// plainLetters are those that Unicode does not take apart into a letter and a
// mark, as people type them on an English keyboard.
var plainLetters = strings.NewReplacer(
	"ł", "l", "ø", "o", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t", "ŋ", "n", "ı", "i", "ĸ", "k",
	"æ", "ae", "œ", "oe", "þ", "th", "ß", "ss", "ə", "e", "ɓ", "b", "ɗ", "d", "ƙ", "k",
)

// apostrophes are left out of a word: O'Brien, O’Brien and OBrien are one.
var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", "ʹ", "", "`", "", "´", "", "′", "")

// fold brings a text to the form in which words are compared: no case, no
// accents, no apostrophes.
func fold(text string) string {
	if plainASCII(text) {
		return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(text, "'", ""), "`", ""))
	}
	text = apostrophes.Replace(casework.Tidy(text))
	text = cases.Fold().String(norm.NFKD.String(text))
	stripped, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFKC), text)
	if err != nil {
		stripped = text // marks stay, which only makes the match stricter
	}
	return plainLetters.Replace(stripped)
}

// plainASCII says whether a text has nothing that needs Unicode's tables, as
// most names and addresses of an English office have not.
func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// foldedWords splits a text into folded words: runs of letters and digits.
func foldedWords(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mc, r)
	})
}

// caseWords are the words by which a case is found: names, address, postcode,
// telephones and reference; those of a whole group, of the home that was left,
// and the references that others give the matter.
func caseWords(c casework.Case) []string {
	var found []string
	found = append(found, nameWords(c.Resident.Name)...)
	found = append(found, nameWords(c.Representative.Name)...)
	found = append(found, homeWords(c.Home)...)
	for _, number := range append(slices.Clone(c.Resident.Telephones), c.Representative.Telephone) {
		found = append(found, telephoneWords(number)...)
	}
	for _, m := range c.Group {
		found = append(found, nameWords(m.Person.Name)...)
		found = append(found, homeWords(casework.Home{Lines: m.Lines, Postcode: m.Postcode})...)
		for _, number := range m.Person.Telephones {
			found = append(found, telephoneWords(number)...)
		}
	}
	for _, m := range c.Moves {
		found = append(found, homeWords(m.Home)...)
	}
	found = append(found, theirWords(c.HousingRef)...)
	for _, r := range c.Referrals {
		found = append(found, theirWords(r.Theirs)...)
	}
	found = append(found, theirWords(c.Claim.Theirs)...)
	found = append(found, referenceWords(c.Reference)...)
	return sorted(found)
}

// theirWords are the parts of somebody else's reference, and all of it as one.
func theirWords(reference string) []string {
	words := foldedWords(reference)
	return append(words, strings.Join(words, ""))
}

// sameWords says whether nothing that caseWords reads is different.
func sameWords(a, b casework.Case) bool {
	return a.Reference == b.Reference && a.HousingRef == b.HousingRef && a.Claim.Theirs == b.Claim.Theirs && reflect.DeepEqual(a.Resident, b.Resident) &&
		reflect.DeepEqual(a.Home, b.Home) && reflect.DeepEqual(a.Representative, b.Representative) &&
		reflect.DeepEqual(a.Group, b.Group) && reflect.DeepEqual(a.Moves, b.Moves) && reflect.DeepEqual(a.Referrals, b.Referrals)
}

// mostParts is how many parts of a name are run together: more than any name
// has, and few enough for a page pasted into the field.
const mostParts = 8

// nameWords are a name's words, and the name run together from each of them,
// so that "van der Berg" is found as "vanderberg" and "derberg" too. A part
// after an apostrophe counts as a word: "O'Brien" is found by "brien".
func nameWords(name string) []string {
	words := foldedWords(name)
	found := slices.Clone(words)
	for i := range min(len(words)-1, mostParts) {
		found = append(found, strings.Join(words[i:min(len(words), i+mostParts)], ""))
	}
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return apostrophes.Replace(string(r)) == "" }) {
		found = append(found, foldedWords(part)...)
	}
	return found
}

// homeWords are the words of an address, those of a street or a block run
// together too, and its postcode with and without its space.
func homeWords(h casework.Home) []string {
	var found []string
	for _, line := range append(slices.Clone(h.Lines), h.Block) {
		words := foldedWords(line)
		found = append(found, words...)
		for i := range min(len(words)-1, mostParts) {
			if !numbered(words[i]) && !numbered(words[i+1]) {
				found = append(found, words[i]+words[i+1])
			}
		}
	}
	parts := foldedWords(h.Postcode)
	found = append(found, strings.Join(parts, ""))
	if len(parts) > 1 {
		found = append(found, parts[1:]...)
	}
	return found
}

// numbered says whether a word begins with a digit, as house numbers do.
func numbered(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// telephoneWords are a number as it is dialled in England, without its first
// 0, and its last six digits, by which neighbours know each other.
func telephoneWords(text string) []string {
	number := dialled(text)
	if number == "" {
		return nil
	}
	found := []string{number, strings.TrimPrefix(number, "0")}
	if len(number) > 6 {
		found = append(found, number[len(number)-6:])
	}
	return found
}

// dialled is a telephone number's digits with 0 in place of +44 or 0044.
func dialled(text string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	abroad := strings.HasPrefix(strings.TrimSpace(text), "+44")
	for _, prefix := range []string{"0044", "44"} {
		rest, found := strings.CutPrefix(digits, prefix)
		if found && (prefix == "0044" || abroad || len(digits) == 12) {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return digits
}

// referenceWords are a reference run together from each of its parts, and its
// number without the zeros before it: C-2026-0377-H is found by "c2026",
// "0377" and "377".
func referenceWords(reference casework.Reference) []string {
	parts := foldedWords(string(reference))
	var found []string
	for i := range max(0, len(parts)-1) {
		found = append(found, strings.Join(parts[i:], ""))
	}
	if n := len(parts); n > 1 {
		found = append(found, strings.TrimLeft(parts[n-2], "0")+parts[n-1])
	}
	return found
}

// longestWord is how many characters of a word are kept for search. An index
// of PostgreSQL takes no more than some 2,700 bytes.
const longestWord = 40

// sorted puts words in order, once each, clipped, without empty ones.
func sorted(words []string) []string {
	for i, word := range words {
		words[i] = clip(word, longestWord)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > 0 && words[0] == "" {
		words = words[1:]
	}
	return words
}
