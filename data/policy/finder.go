package policy

import (
	"slices"
	"strings"
	"unicode"
)

// finder looks for words and short phrases in what people say or write: whole
// words, in any case, in the singular or with an s.
type finder struct {
	phrases phrases
	notIn   phrases // those in which the words mean something else
	denial  denial
}

// denial is how people say that there is none: "no damp here". The words after
// count as much as those before, since "no damp inspection" denies no damp.
type denial struct {
	After  []string `toml:"after"`  // right after one of these
	Before []string `toml:"before"` // and right before one of these, or the end of the phrase
}

// phrases are the entries of a list, by the byte that each begins with: few of
// them need to be held against a word.
type phrases map[byte][]phrase

// phrase is one entry of a list and the words it is made of.
type phrase struct {
	text  string
	words []string
}

func newFinder(list, notIn []string, d denial) finder {
	return finder{phrases: phrasesOf(list), notIn: phrasesOf(notIn), denial: d}
}

func phrasesOf(list []string) phrases {
	all := phrases{}
	for _, text := range list {
		if words := spoken(text); len(words) > 0 {
			begin := words[0][0]
			all[begin] = append(all[begin], phrase{text, words})
		}
	}
	return all
}

// stop stands where a sentence or a part of it ends; no phrase runs across it.
const stop = "."

// spoken are the words of a text, small and without their apostrophes, with a
// stop between their parts.
func spoken(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’':
			return -1
		case strings.ContainsRune(".,!?;:()\n", r):
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
		for _, p := range f.phrases[words[at][0]] {
			if p.at(words[at:]) && !f.denial.holds(words, at, len(p.words)) {
				return p.text, true
			}
		}
	}
	return "", false
}

// holds says whether the n words from a place are denied.
func (d denial) holds(words []string, at, n int) bool {
	if at == 0 || !slices.Contains(d.After, words[at-1]) {
		return false
	}
	return at+n == len(words) || words[at+n] == stop || slices.Contains(d.Before, words[at+n])
}

// meant leaves out the phrases in which words mean something else.
func (f finder) meant(words []string) []string {
	own := slices.Clone(words)
	for at := range own {
		for _, p := range f.notIn[own[at][0]] {
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
	if len(words) < len(p.words) {
		return false
	}
	for i, want := range p.words {
		rest, same := strings.CutPrefix(words[i], want)
		if !same || rest != "" && rest != "s" && rest != "es" {
			return false
		}
	}
	return true
}
