package casework

import (
	"casebook/data/calendar"
)

// DutyKind is what has to be done by a day.
type DutyKind string

// The duties that Today lists.
const (
	DutyAcknowledge DutyKind = "acknowledge"
	DutyRespond     DutyKind = "respond"
	DutyPromise     DutyKind = "promise"
)

// Duty is something owed on a case by a day.
type Duty struct {
	Kind    DutyKind      `json:"kind"`
	Stage   int           `json:"stage"`
	Due     calendar.Date `json:"due"`
	Handler int64         `json:"handler"` // 0 when nobody has it
	Text    string        `json:"text"`    // a promise's words
	Owner   string        `json:"owner"`   // a promise's owner
	Promise int           `json:"promise"` // a promise's number in its case
}

// Duties lists what a case still owes, soonest first in each stage. A promise
// outlives the closing of its case (Code 6.6, 7.3).
func Duties(c Case) []Duty {
	var duties []Duty
	handler := int64(0)
	for _, s := range c.Stages {
		handler = s.Handler
		if !c.Closed.IsZero() {
			continue
		}
		if s.Acknowledged.IsZero() && s.Responded.IsZero() {
			duties = append(duties, Duty{Kind: DutyAcknowledge, Stage: s.Number, Due: s.AcknowledgeBy.Due, Handler: s.Handler})
		}
		if s.Responded.IsZero() {
			duties = append(duties, Duty{Kind: DutyRespond, Stage: s.Number, Due: s.Due().Due, Handler: s.Handler})
		}
	}
	for _, p := range c.Promises {
		if p.Kept.IsZero() {
			duties = append(duties, Duty{Kind: DutyPromise, Due: p.Due, Handler: handler, Text: p.Text, Owner: p.Owner, Promise: p.ID})
		}
	}
	return duties
}
