package casework

// TidyAll tidies every text within a subject (an officer, the settings), in
// place, as Apply does for a case.
func TidyAll[T any](subject *T) { tidy(subject) }
