package casework

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// notNamed stands where something personal was.
const notNamed = "[left out]"

// Anonymous is a text about a case without the names, addresses, numbers and
// e-mail addresses that the case knows of the resident, of those who complain
// with them and of who speaks for them. Somebody whom the case does not name is
// not found.
func Anonymous(c Case, text string) string {
	known, names := personal(c)
	// The longest first, so that a whole name goes before its parts.
	slices.SortFunc(known, func(a, b string) int { return len(b) - len(a) })
	for _, words := range known {
		text = replaceWord(text, words, strings.EqualFold)
	}
	for _, name := range names {
		text = replaceWord(text, name, func(a, b string) bool { return a == b }) // "Will" is a name, "will" is not
	}
	return text
}

// personal lists what the case knows that would tell who somebody is, and the
// single words of their names.
func personal(c Case) (known, names []string) {
	people := []Person{c.Resident, {Name: c.Representative.Name, Telephones: []string{c.Representative.Telephone}, Email: c.Representative.Email}}
	places := slices.Concat(c.Home.Lines, c.Representative.Lines, []string{c.Home.Postcode, c.Representative.Postcode, c.Home.Reference})
	for _, m := range c.Group {
		people = append(people, m.Person)
		places = append(append(places, m.Lines...), m.Postcode)
	}
	for _, v := range c.Moves {
		places = append(append(places, v.Home.Lines...), v.Home.Postcode, v.Home.Reference)
	}
	known = places
	for _, p := range people {
		known = append(known, p.Name, p.Address, p.Email, p.Tenancy)
		known = append(known, p.Telephones...)
		names = append(names, nameParts(p.Name)...)
	}
	return slices.DeleteFunc(known, func(s string) bool { return utf8.RuneCountInString(s) < 2 }), names
}

// nameParts are the words of a name that would give it away alone. Titles do
// not, and a name that is also a month would take the days out of the text.
func nameParts(name string) []string {
	return slices.DeleteFunc(strings.Fields(name), func(word string) bool {
		word = strings.ToLower(strings.TrimSuffix(word, "."))
		return utf8.RuneCountInString(word) < 3 || slices.Contains(ordinaryWords, word)
	})
}

var ordinaryWords = strings.Fields("mrs miss the and late april may june august")

// replaceWord puts notNamed for a word where it stands alone.
func replaceWord(text, word string, same func(a, b string) bool) string {
	var b strings.Builder
	before := ' '
	for at := 0; at < len(text); {
		end := at + len(word)
		if !partOfWord(before) && end <= len(text) && same(text[at:end], word) {
			if after, _ := utf8.DecodeRuneInString(text[end:]); !partOfWord(after) {
				b.WriteString(notNamed)
				at, before = end, ' '
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		b.WriteString(text[at : at+size])
		at, before = at+size, r
	}
	return b.String()
}

func partOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
