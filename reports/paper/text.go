package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	noBreakSpace       = '\u00A0'
	narrowNoBreakSpace = '\u202F'
	figureSpace        = '\u2007'
)

// Clean makes typed or pasted text fit to set: invalid UTF-8 becomes U+FFFD
// (and is then reported as missing), line ends become "\n", tabs and odd
// spaces become a space, control and invisible format characters go, and
// accents are composed (NFC), so that "e" with a loose accent prints and
// extracts as "é". No-break spaces stay.
func Clean(text string) string {
	if plain(text) {
		return text
	}
	text = strings.ToValidUTF8(text, string(unicode.ReplacementChar))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return norm.NFC.String(strings.Map(cleanRune, text))
}

// plain spots the usual text, which needs no cleaning.
func plain(text string) bool {
	for i := range len(text) {
		if b := text[i]; b >= utf8.RuneSelf || b == 0x7F || b < ' ' && b != '\n' {
			return false
		}
	}
	return true
}

func cleanRune(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t':
		return ' '
	case noBreakSpace, narrowNoBreakSpace, figureSpace:
		return noBreakSpace
	}
	switch {
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// paragraphs splits clean text at blank lines, and each paragraph into the
// lines that the writer broke.
func paragraphs(text string) [][]string {
	var all [][]string
	var lines []string
	for line := range strings.SplitSeq(Clean(text), "\n") {
		if line = strings.Trim(line, " "); line != "" {
			lines = append(lines, line)
			continue
		}
		if lines != nil {
			all, lines = append(all, lines), nil
		}
	}
	if lines != nil {
		all = append(all, lines)
	}
	return all
}

// token is a piece of a word and how it stands to what came before it.
type token struct {
	piece
	joined   bool // no space before it
	mayBreak bool // a line may end before it
}

// tokens cuts one line of clean text into words, and words into pieces by
// face. Words held by a no-break space are never parted while they fit.
func tokens(line string, bold bool, missing map[rune]bool) []token {
	var list []token
	mayBreak := true
	for line != "" {
		end := strings.IndexFunc(line, isSpace)
		if end < 0 {
			end = len(line)
		}
		if end > 0 {
			for i, p := range choose(line[:end], bold, missing) {
				list = append(list, token{p, i > 0, i == 0 && mayBreak})
			}
			mayBreak = false // until an ordinary space is seen
			line = line[end:]
			continue
		}
		r, size := utf8.DecodeRuneInString(line)
		mayBreak = mayBreak || r == ' '
		line = line[size:]
	}
	return list
}

func isSpace(r rune) bool { return r == ' ' || r == noBreakSpace }

// spaceEm is the width of a space in Liberation Sans, regular and bold, in
// thousandths of the type size.
const spaceEm = 278

// wrap fills lines of at most limit thousandths of an em. Nothing is
// hyphenated; a single word longer than the line is cut where the line ends,
// because the alternative is to lose its end.
func wrap(list []token, limit int) [][]token {
	var lines [][]token
	var line []token
	used := 0
	for _, group := range groups(list, limit) {
		width := groupWidth(group)
		gap := spaceEm
		if group[0].joined {
			gap = 0
		}
		if line != nil && used+gap+width > limit {
			lines, line = append(lines, line), nil
		}
		if line == nil {
			used, gap = 0, 0
		}
		line = append(line, group...)
		used += gap + width
	}
	if line != nil {
		lines = append(lines, line)
	}
	return lines
}

// groups gathers tokens that stay on one line. A group wider than the line
// falls apart into its tokens, and a token wider than the line into cuts.
func groups(list []token, limit int) [][]token {
	var all [][]token
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && !list[end].mayBreak {
			end++
		}
		group := list[start:end]
		if groupWidth(group) <= limit {
			all = append(all, group)
		} else {
			for _, t := range group {
				all = append(all, cut(t, limit)...)
			}
		}
		start = end
	}
	return all
}

func groupWidth(group []token) int {
	width := 0
	for i, t := range group {
		if i > 0 && !t.joined {
			width += spaceEm
		}
		width += t.em
	}
	return width
}

// cut parts one token into groups of at most limit, at least one character
// each.
func cut(t token, limit int) [][]token {
	if t.em <= limit {
		return [][]token{{t}}
	}
	var all [][]token
	start, used := 0, 0
	add := func(end int) {
		p := piece{t.text[start:end], t.face, used}
		all = append(all, []token{{p, t.joined || start > 0, true}})
		start, used = end, 0
	}
	for i, r := range t.text {
		em, _ := faces[t.face].width(string(r))
		if i > start && used+em > limit {
			add(i)
		}
		used += em
	}
	add(len(t.text))
	return all
}
