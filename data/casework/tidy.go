package casework

import (
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tidy makes any text safe to keep in either engine and on paper: valid
// UTF-8, composed (NFC), with line feeds as its only control characters, and
// without trailing blank lines. PostgreSQL refuses NUL; SQLite would keep it.
func Tidy(text string) string {
	if plain(text) {
		return text
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', bidi(r):
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(strings.TrimRight(text, " \n"))
}

// plain says that a text is tidy as it stands: English letters, digits and signs
// on one line, as most texts of a case are.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return !strings.HasSuffix(text, " ")
}

// bidi reports the invisible marks that reorder the text after them; pasted
// into a name they can make a line read as something else.
func bidi(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// tidy tidies every text within a subject, in place.
func tidy(subject any) {
	v := reflect.ValueOf(subject).Elem()
	tidyValue(v, shapeOf(v.Type()))
}

func tidyValue(v reflect.Value, s shape) {
	switch v.Kind() {
	case reflect.String:
		if text := v.String(); !plain(text) && v.CanSet() {
			v.SetString(Tidy(text))
		}
	case reflect.Struct:
		for i := range s {
			if s[i].text {
				tidyValue(v.Field(s[i].index), s[i].of)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			tidyValue(v.Index(i), s)
		}
	}
}

// clone copies a subject so deeply that no list is shared with the original.
func clone[T any](subject T) T {
	v := reflect.ValueOf(&subject).Elem()
	unshare(v, shapeOf(v.Type()))
	return subject
}

// unshare gives a value its own copy of every list within it.
func unshare(v reflect.Value, s shape) {
	switch {
	case v.Kind() == reflect.Struct:
		for i := range s {
			if s[i].lists {
				unshare(v.Field(s[i].index), s[i].of)
			}
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := range v.Len() {
			unshare(v.Index(i), s)
		}
	}
}
