package redress

import (
	"fmt"
	"strconv"

	"casebook/data/casework"
	"casebook/data/redress"
)

// Repairs are those of the case under the Right to Repair that no other line
// pays for.
func (m *Model) Repairs(line int) []Choice {
	var all []Choice
	for _, r := range m.Case.Repairs {
		if r.Line == 0 || r.Line == line {
			all = append(all, Choice{fmt.Sprint(r.ID), fmt.Sprintf("%s, reported %s", orElse(r.What, m.defect(r.Defect)), r.Reported.Short())})
		}
	}
	return all
}

func (m *Model) defect(id string) string {
	for _, c := range m.Defects() {
		if c.ID == id {
			return c.Words
		}
	}
	return id
}

// fillRepair fills what the case knows of one of its repairs.
func (m *Model) fillRepair(said Said) {
	id, _ := strconv.Atoi(said["repair"])
	for _, r := range m.Case.Repairs {
		if r.ID == id && id != 0 {
			ended := ""
			if !r.Ended.IsZero() {
				ended = r.EndedWhy
			}
			filled := DraftOf(redress.Line{Input: redress.Input{Kind: redress.Repaired, Repair: redress.Repair{ID: id, Defect: r.Defect, Cost: r.Cost,
				Right: m.secure(), Reported: r.Reported, Asked: r.Asked, Done: r.Done, Ended: ended}}})
			for name, text := range filled.Said {
				if name != "title" && name != "reason" && name != "also" {
					said[name] = text
				}
			}
		}
	}
}

// secure says whether the tenancy of the home is marked as having the Right to
// Repair (ruling 20).
func (m *Model) secure() bool { return m.Case.Concerns().Tenure == casework.Secure }
