package redress

import (
	"fmt"
	"strings"

	"casebook/data/redress"
)

// fields puts what a rule or an act found wrong under the fields of the screen:
// a list's fault under its row.
func (m *Model) fields(d Draft, wrong map[string]string) map[string]string {
	placed := map[string]string{}
	for name, words := range wrong {
		placed[fieldOf(d, name)] = words
	}
	return placed
}

// fieldOf is the field of the screen for the one that a rule names.
func fieldOf(d Draft, name string) string {
	_ = fmt.Sprint
	_ = strings.Cut
	_ = redress.Visits
	return name
}
