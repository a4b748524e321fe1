package casefile

import (
	"fmt"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// Refusal is something that was left out and may be set aside; Point 0 is the
// whole of stage 2.
type Refusal struct {
	Point int
	Words string
}

// Refusals are those that stand.
func (m *Model) Refusals() []Refusal {
	var all []Refusal
	c := m.Page.Case
	if s := c.Current(); s != nil && s.Refused.Stands() {
		all = append(all, Refusal{Words: fmt.Sprintf("Stage 2, refused on %s", s.Refused.On.Short())})
	}
	for _, p := range c.Points {
		if p.Excluded.Stands() {
			all = append(all, Refusal{Point: p.ID, Words: fmt.Sprintf("%s, left out on %s", pointWord(p), p.Excluded.On.Short())})
		}
	}
	return all
}

// disrepairQuestion is the place of the question whether proceedings are a
// disrepair claim, which is a choice and not words; -1 where it is not asked.
func disrepairQuestion(e policy.Exclusion) int {
	for i, q := range e.Evidence {
		if asksOfDisrepair(e, q) {
			return i
		}
	}
	return -1
}

func asksOfDisrepair(e policy.Exclusion, question string) bool {
	return e.ID == casework.TheirLegalAction && strings.Contains(strings.ToLower(question), "disrepair")
}

// disrepairAnswer is the choice in words: a disrepair claim stays a complaint.
func disrepairAnswer(choice string) string {
	switch choice {
	case "No":
		return "It is not a disrepair claim."
	case "Yes":
		return "It is a disrepair claim."
	}
	return ""
}
