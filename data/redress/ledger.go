package redress

import (
	"casebook/data/policy"
)

// Head is what a sum is for. The heads are separate and add up (ruling 18).
type Head string

// The heads of a ledger.
const (
	FinancialLoss Head = "financial loss"
	Inconvenience Head = "inconvenience"
	FixedPayment  Head = "fixed payment"   // promised on a page, whatever the harm (ruling 1)
	RightToRepair Head = "right to repair" // owed by law (SI 1994/133)
	Award         Head = "ombudsman award" // ordered; never set against arrears (ruling 21)
)

// Heads lists every head in the order of the constants.
func Heads() []Head { return []Head{FinancialLoss, Inconvenience, FixedPayment, RightToRepair, Award} }

// Outright says whether a sum is owed without the resident's accepting it: a
// page promised it, the law gives it, or an ombudsman ordered it.
func (h Head) Outright() bool { return h == FixedPayment || h == RightToRepair || h == Award }

// Line is one sum, with what it is for, what went into it, the rule it follows
// and how it was worked out. Only Work makes one.
type Line struct {
	ID     int    `json:"id"`
	Head   Head   `json:"head"`
	Reason string `json:"reason"`                   // the policy's id: a loss head, a reason of inconvenience, a promise
	Title  string `json:"title" history:"personal"` // what the desk calls it: "Landing carpet"
	Input  Input  `json:"input,omitzero"`

	Rule    string            `json:"rule,omitempty"`    // where the rule comes from, in words
	Version string            `json:"version,omitempty"` // name@version of the file that holds it
	Working string            `json:"working" history:"personal"`
	Dates   []policy.Deadline `json:"dates,omitempty"` // every date in it, each with its day-by-day working
	Sum     Pence             `json:"sum"`
	Stage   int               `json:"stage"`                             // the stage at which it is offered; 0 outside a complaint
	By      int64             `json:"by,omitempty"`                      // who added it, and so had a part in the stage (Code 6.13)
	Changed []int64           `json:"changed,omitempty"`                 // and who changed it since
	Also    string            `json:"also,omitempty" history:"personal"` // why it is paid although another line is about the same event
}

// Ledger is the money of one case, line by line.
type Ledger []Line

// Total adds every line, both stages: a stage 2 offer states the new total
// and what stage 1 had offered within it (ruling 21).
func (l Ledger) Total() Pence { return l.sum(func(Line) bool { return true }) }

// Stage adds the lines offered at one stage.
func (l Ledger) Stage(n int) Pence {
	return l.sum(func(line Line) bool { return line.Stage == n })
}

// Head adds the lines of one head, both stages.
func (l Ledger) Head(h Head) Pence {
	return l.sum(func(line Line) bool { return line.Head == h })
}

func (l Ledger) sum(counts func(Line) bool) Pence {
	var sum Pence
	for _, line := range l {
		if counts(line) {
			sum += line.Sum
		}
	}
	return sum
}
