package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

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

	Earlier  []Finding `json:"earlier,omitempty"`                  // findings of the stages before
	Still    string    `json:"still,omitempty" history:"personal"` // what is unresolved at stage 2, in the resident's words
	Excluded Exclusion `json:"excluded,omitzero"`                  // why it is not dealt with as a complaint
	Passed   Passing   `json:"passed,omitzero"`
}

// Passing is a point handed to whoever deals with it: to whom, when and how,
// and when the resident was told. The zero value means that it was not.
type Passing struct {
	To   string        `json:"to"`
	On   calendar.Date `json:"on"`
	How  string        `json:"how" history:"personal"`
	By   int64         `json:"by"`
	Told calendar.Date `json:"told,omitzero"`
}

// Finding is what an earlier stage found of a point.
type Finding struct {
	Stage    int           `json:"stage"`
	Outcome  Outcome       `json:"outcome"`
	Reasons  string        `json:"reasons" history:"personal"`
	Answered calendar.Date `json:"answered"`
	By       int64         `json:"by"`
}

// Exclusion is the decision not to deal with a point, or not to open stage 2,
// as a complaint (rulings 12 and 13; Code 2.1 to 2.5). The zero value means
// that there is none. One that was overturned stays, with the day.
type Exclusion struct {
	Reason     string           `json:"reason"`             // the policy's id of the exclusion
	ReRoute    bool             `json:"re_route,omitempty"` // dealt with elsewhere, not refused (ruling 13)
	Evidence   []QuestionAnswer `json:"evidence,omitempty"`
	Filed      calendar.Date    `json:"filed,omitzero"` // the claim form at court
	Court      string           `json:"court,omitempty" history:"personal"`
	Happened   calendar.Date    `json:"happened,omitzero"` // the event, and when the resident became aware of it
	Aware      calendar.Date    `json:"aware,omitzero"`
	Discretion string           `json:"discretion,omitempty" history:"personal"` // what was considered, and by whom
	Merits     string           `json:"merits,omitempty" history:"personal"`     // the circumstances of this case (Code 2.5)
	On         calendar.Date    `json:"on"`
	By         int64            `json:"by"`
	TellBy     policy.Deadline  `json:"tell_by,omitzero"` // within the acknowledgement's time
	Told       calendar.Date    `json:"told,omitzero"`
	Overturned calendar.Date    `json:"overturned,omitzero"`
	Overturner string           `json:"overturner,omitempty"` // who set it aside: an officer, the Ombudsman
	Why        string           `json:"why,omitempty" history:"personal"`
}

// Stands says whether the exclusion was made and not overturned.
func (e Exclusion) Stands() bool { return e.Reason != "" && e.Overturned.IsZero() }

// QuestionAnswer is one question of an exclusion with its answer.
type QuestionAnswer struct {
	Question string `json:"question"`
	Answer   string `json:"answer" history:"personal"`
}

// untold says whether the resident has still to be written to about it.
func (e Exclusion) untold() bool { return e.Stands() && e.Told.IsZero() }

// untold says whether it was passed on and the resident not told.
func (p Passing) untold() bool { return !p.On.IsZero() && p.Told.IsZero() }

// untold says whether a letter about the point is owed: it is left out, or
// somebody else's.
func (p Point) untold() bool { return p.Excluded.untold() || p.Passed.untold() }
