package casework

import (
	"fmt"
	"slices"
	"strings"
)

// buildingSafety is the policy's id of the subject whose urgency goes by risk.
const buildingSafety = "building-safety"

// Risks lists the risks, the most urgent first.
func Risks() []Risk { return []Risk{RiskDanger, RiskSerious, RiskOther} }

// SetRisk says how urgent a building safety matter is. It goes before the date:
// the law wants the most dangerous looked at first (Building Safety Act 2022,
// s.93).
type SetRisk struct {
	Risk Risk
	Why  string // kept as a note
}

// Name is the act's name in history.
func (a SetRisk) Name() ActName { return ActSetRisk }

func (a SetRisk) summary(Case, Moment) string { return fmt.Sprintf("Building safety: %s", a.Risk) }

func (a SetRisk) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	switch {
	case c.Subject != buildingSafety && !c.Concerns().HighRise:
		return refuse("not-building-safety", "Building Safety Act 2022, s.93",
			"Urgency by risk is for building safety. Choose that subject first, or start a hazard's clocks")
	case !slices.Contains(Risks(), a.Risk):
		return &Refusal{Code: "no-risk", Field: "risk", Reason: "Choose how urgent it is"}
	case strings.TrimSpace(Tidy(a.Why)) == "":
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write what the danger is"}
	}
	c.Risk = a.Risk
	id := 1
	for _, n := range c.Notes {
		id = max(id, n.ID+1)
	}
	c.Notes = append(c.Notes, Note{ID: id, Text: fmt.Sprintf("Building safety, %s: %s", a.Risk, a.Why), On: m.Today, By: m.By.ID})
	return nil
}
