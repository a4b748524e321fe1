package policy

import (
	"slices"
	"strings"
	"unicode"
)

// finder looks for words and short phrases in what people say or write: whole
// words, in any case, in the singular or with an s.
type finder struct {
	phrases  []phrase
	notIn    []phrase // phrases in which the words mean something else
	notAfter []string // a word right after one of these is denied
}

// phrase is one entry of a list and the words it is made of.
type phrase struct {
	text  string
	words []string
}

func newFinder(list, notIn, notAfter []string) finder {
	return finder{phrases: phrasesOf(list), notIn: phrasesOf(notIn), notAfter: notAfter}
}

func phrasesOf(list []string) []phrase {
	var all []phrase
	for _, text := range list {
		all = append(all, phrase{text, spoken(text)})
	}
	return all
}

// stop stands where one sentence ends, so that no phrase runs across it.
const stop = "."

// spoken are the words of a text, small and without their apostrophes, with a
// stop between sentences.
func spoken(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’':
			return -1
		case strings.ContainsRune(".!?;:\n", r):
			return '.'
		}
		return unicode.ToLower(r)
	}, text)
	text = strings.ReplaceAll(text, ".", " . ")
	return strings.FieldsFunc(text, func(r rune) bool {
		return r != '.' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	})
}

// find returns the entry of the list that stands first in a text.
func (f finder) find(text string) (string, bool) { return f.in(spoken(text)) }

func (f finder) in(words []string) (string, bool) {
	words = f.meant(words)
	for at := range words {
		if at > 0 && slices.Contains(f.notAfter, words[at-1]) {
			continue
		}
		for _, p := range f.phrases {
			if p.at(words[at:]) {
				return p.text, true
			}
		}
	}
	return "", false
}

// meant leaves out the phrases in which words mean something else.
func (f finder) meant(words []string) []string {
	own := slices.Clone(words)
	for at := range own {
		for _, p := range f.notIn {
			if p.at(own[at:]) {
				for i := range p.words {
					own[at+i] = stop
				}
			}
		}
	}
	return own
}

// at says whether the words begin with the phrase.
func (p phrase) at(words []string) bool {
	if len(p.words) == 0 || len(words) < len(p.words) {
		return false
	}
	for i, want := range p.words {
		if got := words[i]; got != want && got != want+"s" && got != want+"es" {
			return false
		}
	}
	return true
}
