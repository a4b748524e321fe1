package redress

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// Rules are all that a line is worked out by. A tariff goes by the day of the
// failing (ruling 1), so the whole set is at hand; bands, heads and reasons are
// those of the policy that the answer is given under.
type Rules struct {
	Set      *policy.Set
	Policy   *policy.Policy
	Holidays *calendar.Holidays
	Today    calendar.Date // for what has not ended yet
	Office   Settings
}

// Settings are what the office decides about money. They are part of the
// register's settings and have history there. The zero value is as the pages
// and the shipped tables say.
type Settings struct {
	Missed      Pence       `json:"missed,omitempty"`        // for a missed appointment; 0: as the page says (ruling 19)
	MissedWhy   string      `json:"missed_why,omitempty"`    // why it is another sum than the page's
	NoFinishDay bool        `json:"no_finish_day,omitempty"` // the day a repair is finished is not a further day (ruling 20)
	Offset      bool        `json:"offset,omitempty"`        // Right to Repair money may be set against arrears (ruling 21)
	Floor       int         `json:"floor,omitempty"`         // the least an item is worth, as a percentage of its replacement
	Lives       []Life      `json:"lives,omitempty"`         // the office's own table; empty: the shipped one
	Conditions  []Condition `json:"conditions,omitempty"`
	Limits      []Limit     `json:"limits,omitempty"`
}

// Life is how long a kind of item usually lasts.
type Life struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Months int    `json:"months"`
	Least  int    `json:"least,omitempty"` // the shortest of what is usual, where there is a range
	Source string `json:"source"`
	Head   string `json:"head,omitempty"` // the policy's head of loss that it belongs to

	Unverified bool `json:"unverified,omitempty"` // usual among landlords, with no source that could be checked
}

// Condition is what is left of an item's worth by its condition on the day of
// the damage, in hundredths.
type Condition struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Percent int    `json:"percent"`
	Source  string `json:"source"`

	Unverified bool `json:"unverified,omitempty"`
}

// Limit is the largest whole offer that a role may decide alone (ruling 21).
type Limit struct {
	Role string `json:"role"`
	Most Pence  `json:"most"`
}

// Problem is an input that cannot be worked out, with the field to mend.
type Problem struct {
	Code   string
	Field  string
	Reason string // a sentence for the officer
	Source string
}

// Error is the reason and, in brackets, the rule it comes from.
func (p *Problem) Error() string {
	if p.Source == "" {
		return p.Reason
	}
	return p.Reason + " (" + p.Source + ")"
}
