package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// Stage is one of the two stages of a complaint (Code 5.3), or the single
// answer and the appeal of the earlier policy.
type Stage struct {
	Number   int           `json:"number"`
	Asked    calendar.Date `json:"asked"` // received, or the day stage 2 was asked for: day 0
	Reason   string        `json:"reason" history:"personal"`
	Wanted   string        `json:"wanted,omitempty" history:"personal"` // the outcome sought at stage 2 (Code 6.11)
	Points   []int         `json:"points"`                              // the points taken to this stage; empty means all
	Handler  int64         `json:"handler"`
	Handlers []int64       `json:"handlers"` // everybody who has had it (Code 6.13)

	AcknowledgeBy policy.Deadline `json:"acknowledge_by"`
	Acknowledged  calendar.Date   `json:"acknowledged"`
	RespondBy     policy.Deadline `json:"respond_by"` // provisional until acknowledged (ruling 6)
	Latest        policy.Deadline `json:"latest"`     // the furthest an extension may go
	Extensions    []Extension     `json:"extensions"`
	Responded     calendar.Date   `json:"responded"`
	Outcome       Outcome         `json:"outcome"`
	Mixed         bool            `json:"mixed"` // upheld, some points not (ruling 15)

	FirstAcknowledgeBy policy.Deadline `json:"first_acknowledge_by,omitzero"` // before a refusal was overturned (ruling 13)
	Covers             []Cover         `json:"covers,omitempty"`
	Reviews            []Review        `json:"reviews,omitempty"`
	Updates            []Update        `json:"updates,omitempty"`
	Beyond             Beyond          `json:"beyond,omitzero"`
	Refused            Exclusion       `json:"refused,omitzero"` // stage 2 that was asked for and not opened (Code 5.11)
	Appeal             bool            `json:"appeal,omitempty"` // the earlier policy's appeal, which is not stage 2 (ruling 3)
	AppointedBy        string          `json:"appointed_by,omitempty"`
}

// Cover is an officer who looks after a stage while its handler is away. Who
// covered had a part in the stage (ruling 14).
type Cover struct {
	ID      int           `json:"id"`
	Officer int64         `json:"officer"`
	From    calendar.Date `json:"from"`
	Until   calendar.Date `json:"until"`
}

// Review is a colleague's reading or approval of an answer before it goes.
// Who reviewed had a part in the stage (ruling 14).
type Review struct {
	ID   int           `json:"id"`
	By   int64         `json:"by"`
	On   calendar.Date `json:"on"`
	Note string        `json:"note" history:"personal"`
}

// Update is a day agreed with the resident on which they hear how it stands,
// when the answer will be later than the Code allows (Code 5.9).
type Update struct {
	ID    int           `json:"id"`
	Due   calendar.Date `json:"due"`
	Given calendar.Date `json:"given,omitzero"`
}

// Beyond is an answer that will come later than any extension allows: a
// manager's good reason and the day it is expected. It counts as late
// (ruling 8).
type Beyond struct {
	Expected calendar.Date `json:"expected"`
	Reason   string        `json:"reason" history:"personal"`
	On       calendar.Date `json:"on"`
	By       int64         `json:"by"`
}

// Extension moves the response date, told to the resident in time (ruling 8).
type Extension struct {
	ID     int             `json:"id"`
	Days   int             `json:"days"` // working days after the original due date, in all
	Due    policy.Deadline `json:"due"`
	Reason string          `json:"reason" history:"personal"`
	Told   calendar.Date   `json:"told"` // no date until its letter went; only then does it move anything
	How    Dispatch        `json:"how"`
	By     int64           `json:"by"`
}
