package casework

import (
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// Hazard is a danger in a home that the law gives its own times for, beside
// the complaint's (Awaab's Law, SI 2025/1042; ruling 10). Neither waits for the
// other.
type Hazard struct {
	ID        int           `json:"id"`
	Kind      string        `json:"kind"` // the policy's id of the hazard
	What      string        `json:"what" history:"personal"`
	Told      time.Time     `json:"told,omitzero"`   // the minute any of our people or contractors was told
	Rough     bool          `json:"rough,omitempty"` // only the day is known: counted from its first minute
	ToldTo    string        `json:"told_to"`         // who was told
	Started   calendar.Date `json:"started"`         // when it was put in the register, and by whom; 0 by the words themselves
	By        int64         `json:"by,omitempty"`
	Job       string        `json:"job,omitempty"`      // the repairs job number
	JobTold   string        `json:"job_told,omitempty"` // who in repairs was told
	Clocks    []HazardClock `json:"clocks"`
	NotHazard string        `json:"not_hazard,omitempty" history:"personal"` // why an authorised officer says it is none
	NotOn     calendar.Date `json:"not_on,omitzero"`
	NotBy     int64         `json:"not_by,omitempty"`
}

// HazardClock is one step that the law times.
type HazardClock struct {
	Step     policy.Act      `json:"step"`
	By       time.Time       `json:"by,omitzero"` // the last minute for it
	Deadline policy.Deadline `json:"deadline"`    // its day, with the working
	Done     time.Time       `json:"done,omitzero"`
	Note     string          `json:"note,omitempty" history:"personal"`
}

// Running says whether the hazard still has steps to take.
func (h Hazard) Running() bool {
	if h.NotHazard != "" {
		return false
	}
	for _, k := range h.Clocks {
		if k.Done.IsZero() {
			return true
		}
	}
	return false
}

// Risk is how urgent a building safety matter is; it goes before the date
// (Building Safety Act 2022, s.93).
type Risk string

// The risks, the most urgent first.
const (
	RiskDanger  Risk = "danger now"
	RiskSerious Risk = "serious"
	RiskOther   Risk = "other"
)
