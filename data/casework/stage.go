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
	Points   []int         `json:"points"` // the points taken to this stage; empty means all
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
}

// Extension moves the response date, told to the resident in time (ruling 8).
type Extension struct {
	ID     int             `json:"id"`
	Days   int             `json:"days"` // working days after the original due date, in all
	Due    policy.Deadline `json:"due"`
	Reason string          `json:"reason" history:"personal"`
	Told   calendar.Date   `json:"told"`
	How    Dispatch        `json:"how"`
	By     int64           `json:"by"`
}
