package casework

import (
	"regexp"
	"strings"
)

// usualPostcode is the shape of a United Kingdom postcode without its space.
var usualPostcode = regexp.MustCompile(`^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})$`)

// TidyPostcode takes a postcode in any case, spacing and punctuation and
// writes it as it is printed, "DE24 7QH". What has not the usual shape is kept
// as typed, and usual is false.
func TidyPostcode(typed string) (postcode string, usual bool) {
	typed = strings.Join(strings.Fields(Tidy(typed)), " ")
	bare := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		case strings.ContainsRune(" -.,_/", r):
			return -1
		}
		return r
	}, typed)
	if m := usualPostcode.FindStringSubmatch(bare); m != nil {
		return m[1] + " " + m[2], true
	}
	return typed, false
}
