package redress

// Line is one sum offered to a resident, with what it is for and how it was
// worked out.
type Line struct {
	ID      int    `json:"id"`
	Head    string `json:"head"`    // "financial loss" or "inconvenience" (ruling 18)
	Reason  string `json:"reason"`  // the policy's reason, by its id
	Working string `json:"working"` // how the sum was reached, in words
	Sum     Pence  `json:"sum"`
	Stage   int    `json:"stage"` // the stage at which it is offered
}

// Ledger is the money of one case. Financial loss and inconvenience are
// separate and add up (ruling 18).
type Ledger []Line

// Total adds every line, both stages: a stage 2 offer states the new total
// and what stage 1 had offered within it (ruling 21).
func (l Ledger) Total() Pence {
	var sum Pence
	for _, line := range l {
		sum += line.Sum
	}
	return sum
}

// Stage adds the lines offered at one stage.
func (l Ledger) Stage(n int) Pence {
	var sum Pence
	for _, line := range l {
		if line.Stage == n {
			sum += line.Sum
		}
	}
	return sum
}

// The two heads of redress. They are separate and add up (ruling 18).
const (
	FinancialLoss = "financial loss"
	Inconvenience = "inconvenience"
)
