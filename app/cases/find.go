package cases

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"casebook/data/register"
)

// Finding says whether a row is the one meant by what has been typed: a word
// of the resident's name that begins so, or the reference from its start, its
// year or its number, with hyphens or without.
func Finding(typed string) func(register.Row) bool {
	name := plainly(typed)
	number := strings.ReplaceAll(name, "-", "")
	return func(r register.Row) bool {
		if name == "" {
			return false
		}
		for rest := plainly(r.Resident); ; {
			if strings.HasPrefix(rest, name) {
				return true
			}
			cut := strings.IndexFunc(rest, func(c rune) bool { return c == ' ' || c == '-' })
			if cut < 0 {
				break
			}
			rest = rest[cut+1:]
		}
		whole := plainly(strings.ReplaceAll(string(r.Reference), "-", ""))
		parts := strings.SplitN(plainly(string(r.Reference)), "-", 3)
		return strings.HasPrefix(whole, number) || len(parts) == 3 &&
			(strings.HasPrefix(whole[len(parts[0]):], number) ||
				strings.HasPrefix(strings.TrimLeft(parts[2], "0"), strings.TrimLeft(name, "0")) && strings.Trim(name, "0") != "")
	}
}

// plainly is a text without case and accents, so that Zielinski finds
// Zieliński. Letters that are no accented form of another are mapped by hand.
func plainly(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ł':
			b.WriteRune('l')
		case r == 'ø':
			b.WriteRune('o')
		case r == 'đ':
			b.WriteRune('d')
		case r == '’':
			b.WriteRune('\'')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Find is the place of the first row at or after a place that fits, going on
// from the top; -1 where none of those read so far does.
func (m *Model) Find(fits func(register.Row) bool, from int) int {
	for i := range m.rows {
		place := (from + i) % len(m.rows)
		if fits(m.rows[place]) {
			return place
		}
	}
	return -1
}
