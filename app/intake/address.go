package intake

import (
	"regexp"
	"strings"

	"casebook/data/casework"
)

// endsInPostcode finds a postcode typed at the end of an address.
var endsInPostcode = regexp.MustCompile(`(?i)[\s,]*\b([A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2})\.?\s*$`)

// splitAddress makes the lines of an address and its postcode of what was
// typed. Commas and new lines part the lines; a postcode at the end of the
// address serves where none is typed in its own field. A county is never asked
// for.
func splitAddress(address, postcode string) (lines []string, code string) {
	address = casework.Tidy(address)
	if strings.TrimSpace(postcode) == "" {
		if m := endsInPostcode.FindStringSubmatchIndex(address); m != nil {
			postcode, address = address[m[2]:m[3]], address[:m[0]]
		}
	}
	for _, part := range strings.FieldsFunc(address, func(r rune) bool { return r == ',' || r == '\n' }) {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			lines = append(lines, part)
		}
	}
	code, _ = casework.TidyPostcode(postcode)
	return lines, code
}

// joinAddress is the lines of an address as one line of text.
func joinAddress(h casework.Home) string { return strings.Join(h.Lines, ", ") }
