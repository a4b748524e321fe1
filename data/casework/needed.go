package casework

import "strings"

// blank says whether a text has nothing in it that would be kept.
func blank(text string) bool { return strings.TrimSpace(Tidy(text)) == "" }

// nextID is the number after the greatest in a list of one case.
func nextID[T any](list []T, id func(T) int) int {
	next := 1
	for _, item := range list {
		next = max(next, id(item)+1)
	}
	return next
}
