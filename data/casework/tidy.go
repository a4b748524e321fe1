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

// bidi reports the invisible marks that reorder the text after them; pasted
// into a name they can make a line read as something else.
func bidi(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// tidy tidies every text within a subject, in place.
func tidy(subject any) { tidyValue(reflect.ValueOf(subject).Elem()) }

func tidyValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(Tidy(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				tidyValue(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			tidyValue(v.Index(i))
		}
	}
}

// clone copies a subject so deeply that no list is shared with the original.
func clone[T any](subject T) T {
	unshare(reflect.ValueOf(&subject).Elem())
	return subject
}

// unshare gives a value its own copy of every list within it.
func unshare(v reflect.Value) {
	switch {
	case !v.CanSet():
		return
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			unshare(v.Field(i))
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := range v.Len() {
			unshare(v.Index(i))
		}
	}
}
