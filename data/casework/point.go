package casework

import "casebook/data/calendar"

// Outcome is a finding. A finding is not a traffic light.
type Outcome string

// The two outcomes of the current page.
const (
	Upheld    Outcome = "upheld"
	NotUpheld Outcome = "not upheld"
)

// Point is one thing complained of; each gets its own answer (Code 6.7).
type Point struct {
	ID       int           `json:"id"`
	Text     string        `json:"text" history:"personal"`
	NotOurs  string        `json:"not_ours" history:"personal"` // why we are not responsible for it (Code 5.7); empty means we are
	Added    calendar.Date `json:"added"`
	Finding  Outcome       `json:"finding"`
	Reasons  string        `json:"reasons" history:"personal"`
	Answered calendar.Date `json:"answered"`
	By       int64         `json:"by"`
	Stage    int           `json:"stage"` // the stage of the last finding
}
