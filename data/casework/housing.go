package casework

// HousingRow is one line of the housing system's list: a person, the home they
// hold, or both. A home without a person is void; a person without a home has
// an empty Home.Reference.
type HousingRow struct {
	Line   int    // in the file, for messages
	Person string // the housing system's person reference; empty for a void home
	Given  Person
	Home   Home
	Notes  []string // what needs a look, though the row can be loaded
}

// Verdict is what becomes of one line of a list.
type Verdict string

// The verdicts on a line of the housing list.
const (
	LineNew       Verdict = "new"
	LineChanged   Verdict = "changed"
	LineSame      Verdict = "same"
	LineTwice     Verdict = "duplicate in file"
	LineNeedsLook Verdict = "needs a look" // not loaded
)

// LineVerdict is the verdict on one line with its reasons, each a sentence.
type LineVerdict struct {
	Line      int      `json:"line"`
	Reference string   `json:"reference"` // person, or property where there is no person
	Verdict   Verdict  `json:"verdict"`
	Why       []string `json:"why,omitempty"`
	Notes     []string `json:"notes,omitempty"` // what needs a look, though the line can be loaded
}
