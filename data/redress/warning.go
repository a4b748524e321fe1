package redress

// Warning stands beside a line wherever it is shown. It stops nobody.
type Warning struct {
	Code   string
	Text   string // a sentence for the officer
	Source string
}

// Warnings are what an officer has to know about a line before offering it:
// guidance that names more, a figure that is not verified, no proof.
func Warnings(l Line, r Rules) []Warning {
	return nil
}
