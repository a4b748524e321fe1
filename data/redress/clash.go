package redress

// Clash is one event that two lines are about, or one line twice. First is
// Second where it is within one line.
type Clash struct {
	First, Second Line
	Event         string // what both are about: "the appointment on Thu 24 Sep"
	Why           string // why both are paid all the same, empty while nobody has decided
}

// Clashes finds the events that more than one line pays for, in the order of
// the lines.
func Clashes(lines []Line) []Clash {
	return nil
}

// CheckAlso refuses a line about an event that another line pays for already,
// unless its Also says why both are right. Where the ledger holds the line as it
// was before a change, a clash that stood and was decided then stands.
func CheckAlso(l Ledger, line Line) error {
	return nil
}
