package register

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"casebook/data/casework"
)

// Found is the answer to what has been typed so far.
type Found struct {
	Rows    []Row
	More    bool // there are more, or may be: type more
	Waiting bool // too little is typed to look for: a single letter waits
}

// The bounds of one search, so that it costs the same in an office of any
// size: a word is rare while fewer cases than rare have it; where no word is,
// at most walked of the newest cases are looked at.
const (
	rare   = 2000
	walked = 20000
)

// mostWords is how many typed words are looked for; the rest narrow nothing
// that a person would still be looking through.
const mostWords = 8

// Search finds cases as an officer types: by parts of names, address,
// postcode, telephone or reference, in any order, whatever their case,
// accents and spaces. The newest come first.
func (r *Register) Search(ctx context.Context, by casework.Officer, text string, limit int) (Found, error) {
	limit = bounded(limit)
	var found Found
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		all := readings(text)
		found.Waiting = len(all) == 0 && strings.TrimSpace(text) != ""
		for _, words := range all {
			ids, more, err := w.find(caseIndex, by, words, limit)
			if err != nil {
				return err
			}
			found.More = found.More || more
			if len(ids) == 0 {
				continue
			}
			var values arguments
			query := `SELECT ` + rowColumns + ` FROM cases c WHERE c.case_id IN (` + list(ids, &values) + `)
				AND ` + visible(by, "c", &values) + ` ORDER BY c.case_id DESC`
			found.Rows, err = w.rowsOf(query, values)
			found.More = more
			return err
		}
		return nil
	})
	return found, err
}

// list writes ids as values of a statement.
func list(ids []int64, values *arguments) string {
	places := make([]string, len(ids))
	for i, id := range ids {
		places[i] = values.add(id)
	}
	return strings.Join(places, ", ")
}

// readings are the ways in which a typed text may be meant, the likeliest
// first: a reference, a telephone number typed in groups, the words as they
// stand, two of them as one. None where a single letter should wait.
func readings(text string) [][]string {
	words := foldedWords(text)
	if len(words) > mostWords {
		words = words[:mostWords]
	}
	if !slices.ContainsFunc(words, long) {
		return nil
	}
	var all [][]string
	if reference, err := casework.ParseReference(text); err == nil {
		all = append(all, []string{strings.Join(foldedWords(string(reference)), "")})
	}
	if number := typedTelephone(text); number != "" {
		all = append(all, []string{number})
	}
	all = append(all, words)
	for i := range len(words) - 1 {
		joined := slices.Clone(words[:i])
		joined = append(joined, words[i]+words[i+1])
		all = append(all, append(joined, words[i+2:]...))
	}
	for _, words := range all {
		for i, word := range words {
			words[i] = clip(word, longestWord)
		}
	}
	return all
}

// long says whether a word is enough to look for: two letters, or one sign of
// a script whose signs are words.
func long(word string) bool {
	runes := []rune(word)
	return len(runes) > 1 || len(runes) == 1 && unicode.Is(unicode.Han, runes[0])
}

// typedTelephone is the number in a text that has nothing but digits and the
// signs people put between them: six digits, or fewer where the text begins
// as a number does and a house number does not.
func typedTelephone(text string) string {
	if strings.Trim(text, "0123456789 +-()./\u00a0") != "" {
		return ""
	}
	number, least := dialled(text), 6
	if strings.HasPrefix(number, "0") {
		least = 3
	}
	if len(number) < least {
		return ""
	}
	return number
}

// index is a table of folded words and the table of what they belong to.
type index struct {
	words, owners, id string
	visible           func(by casework.Officer, table string, values *arguments) string
	also              string // what else holds of the owners that are looked for
	rare, walked      int
}

var caseIndex = index{words: "words", owners: "cases", id: "case_id", visible: visible, rare: rare, walked: walked}

// find looks for the owners of all words, each typed or begun. It starts at a
// rare word where there is one, and otherwise walks the newest owners.
func (w *work) find(in index, by casework.Officer, words []string, limit int) (ids []int64, more bool, err error) {
	start, fewest := -1, in.rare
	for i, word := range words {
		n, err := w.countWord(in, word)
		if err != nil || n == 0 {
			return nil, false, err
		}
		if n < fewest {
			start, fewest = i, n
		}
	}
	var values arguments
	var query string
	if start >= 0 {
		query = in.fromRare(by, words, start, limit, &values)
	} else {
		query = in.fromNewest(by, words, limit, &values)
	}
	ids, err = w.ids(query, values)
	if err != nil {
		return nil, false, err
	}
	if len(ids) > limit {
		return ids[:limit], true, nil
	}
	if start < 0 {
		more, err = w.beyondWalk(in)
	}
	return ids, more, err
}

// countWord counts the owners of a word, up to where it is no longer rare.
func (w *work) countWord(in index, word string) (int, error) {
	var values arguments
	var n int
	err := w.one(`SELECT count(*) FROM (SELECT 1 FROM `+in.words+` w WHERE `+begins("w", word, &values)+
		atMost(in.rare)+`) AS found`, values.values, &n)
	return n, err
}

// begins is the condition that a word starts with what was typed.
func begins(table, word string, values *arguments) string {
	return table + ".word >= " + values.add(word) + " AND " + table + ".word < " + values.add(word+"\U0010FFFF")
}

// fromRare starts at the owners of the rarest word and keeps those that have
// the others.
func (in index) fromRare(by casework.Officer, words []string, start, limit int, values *arguments) string {
	query := `SELECT o.` + in.id + ` FROM (SELECT DISTINCT w.` + in.id + ` FROM ` + in.words + ` w WHERE ` +
		begins("w", words[start], values) + `) s JOIN ` + in.owners + ` o ON o.` + in.id + ` = s.` + in.id +
		` WHERE ` + in.visible(by, "o", values) + in.also
	for i, word := range words {
		if i != start {
			query += in.has(word, values)
		}
	}
	return query + ` ORDER BY o.` + in.id + ` DESC` + atMost(limit+1)
}

// fromNewest walks the newest owners and stops when a page is full.
func (in index) fromNewest(by casework.Officer, words []string, limit int, values *arguments) string {
	query := `SELECT o.` + in.id + ` FROM ` + in.owners + ` o WHERE o.` + in.id + ` > COALESCE((SELECT n.` + in.id + ` FROM ` +
		in.owners + ` n ORDER BY n.` + in.id + ` DESC LIMIT 1 OFFSET ` + values.add(in.walked) + `), 0) AND ` +
		in.visible(by, "o", values) + in.also
	for _, word := range words {
		query += in.has(word, values)
	}
	return query + ` ORDER BY o.` + in.id + ` DESC` + atMost(limit+1)
}

// has is the condition that an owner has a word that begins as typed.
func (in index) has(word string, values *arguments) string {
	return ` AND EXISTS (SELECT 1 FROM ` + in.words + ` h WHERE h.` + in.id + ` = o.` + in.id + ` AND ` + begins("h", word, values) + `)`
}

// beyondWalk says whether there are owners that the walk did not look at.
func (w *work) beyondWalk(in index) (bool, error) {
	var n int
	err := w.one(`SELECT count(*) FROM (SELECT 1 FROM `+in.owners+` o`+atMost(in.walked+1)+`) AS found`, nil, &n)
	return n > in.walked, err
}
