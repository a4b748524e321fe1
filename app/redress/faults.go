package redress

// fields puts what a rule or an act found wrong under the fields of the screen.
func fields(wrong map[string]string) map[string]string {
	placed := map[string]string{}
	for name, words := range wrong {
		placed[fieldOf(name)] = words
	}
	return placed
}

// fieldOf is the field of the screen for the one that a rule names: an empty
// list is mended in its first row.
func fieldOf(name string) string {
	switch name {
	case "visits":
		return rowField("visit", 0, "on")
	case "letters":
		return rowField("letter", 0, "received")
	case "kind":
		return ""
	}
	return name
}
