package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// WithdrawalFacts are what the confirmation of a withdrawal may say beyond
// AnytimeFacts.
type WithdrawalFacts struct {
	AnytimeFacts
	Withdrawn string
}

// noneOpen are the words for no open promise, in the withdrawal.
const noneOpen = "no promises to you that are still open"

var withdrawalKind = letterKind{
	name: casework.WithdrawalLetter, script: plainly("withdrawal"), obliged: always(policy.WithdrawalLetter),
	subjectless: true, facts: withdrawalFacts,
	days: func(r *reader) []calendar.Date { return []calendar.Date{r.in.Case.Withdrawn} },
	looks: map[string]look{
		"received": lookTold,
		"withdrawn": saying("withdrawn", "on which day it was withdrawn", func(r *reader) []string {
			return []string{"withdrawn on " + r.in.Case.Withdrawn.Letter() + ",", "open it again"}
		}),
		"open-promises": lookOpenPromises("carries on", noneOpen),
		"come-back": together("Says that the resident can come back, and how",
			saying("come back", "that the resident can come back, and how", func(r *reader) []string {
				again := "bring this back to us, or complain about it"
				if r.in.Case.Kind == casework.Complaint {
					again = "complain about this again"
				}
				return []string{again, "at any time", r.in.Settings.Telephone, complaintIn(r.in)}
			}), lookTimeLimit),
	},
	house: []houseRule{
		{"carries-on", true, "Code 6.6", nil, saying("carries on", "that agreed repairs carry on", fixed("carry on"))},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

func withdrawalFacts(f *filling, in Input) (any, error) {
	c := in.Case
	if c.Withdrawn.IsZero() || c.Withdrawn.After(in.Today) {
		return nil, fmt.Errorf("%s has not been withdrawn: record that first", c.Reference)
	}
	w := WithdrawalFacts{AnytimeFacts: anytime(f, in), Withdrawn: day(c.Withdrawn, "the day")}
	w.Promises = promiseFacts(openPromises(in))
	return w, nil
}
