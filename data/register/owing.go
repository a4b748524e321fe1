package register

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// Owing says what a case of a list owes: one of Today's lists as cases. The
// zero Owing asks for nothing.
type Owing struct {
	Kind     casework.DutyKind `json:"kind,omitempty"`     // one kind only
	Promised bool              `json:"promised,omitempty"` // what we promised, and what we owe
	Timed    bool              `json:"timed,omitempty"`    // only what the policy, the law or an ombudsman times
	Mine     bool              `json:"mine,omitempty"`     // only of the officer who asks, for themselves or for somebody away
	From     calendar.Date     `json:"from,omitzero"`      // both days included
	To       calendar.Date     `json:"to,omitzero"`
}

// condition is SQL on the cases c that owe it.
func (o Owing) condition(by casework.Officer, today calendar.Date, values *arguments) string {
	text := "c.case_id IN (SELECT w.case_id FROM duties w WHERE w.clock IN (0, 1)"
	if o.Timed {
		text = "c.case_id IN (SELECT w.case_id FROM duties w WHERE w.clock = 1"
	}
	if o.Kind != "" {
		text += " AND w.kind = " + values.add(string(o.Kind))
	}
	if o.Promised {
		text += " AND w.kind IN (" + values.add(string(casework.DutyPromise)) + ", " + values.add(string(casework.DutyPay)) + ")"
	}
	if o.Mine {
		text += " AND (w.handler = " + values.add(by.ID) + " OR " + covers("w", by.ID, today, values) + ")"
	}
	if !o.From.IsZero() {
		text += " AND w.due >= " + values.add(o.From.String())
	}
	if !o.To.IsZero() {
		text += " AND w.due <= " + values.add(o.To.String())
	}
	return text + ")"
}
