package casework

import (
	"fmt"
	"strings"
)

// ShortName is "S. Pryce" for "Sam Pryce", for the narrow columns of lists. A
// name of one word stays whole.
func ShortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	return string([]rune(words[0])[:1]) + ". " + words[len(words)-1]
}

// count says "1 point" or "3 points".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
