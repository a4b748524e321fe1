package casework

import "strings"

// SetHousingRef keeps the housing system's own reference of this matter, so
// that either record leads to the other. An empty one takes it away.
type SetHousingRef struct{ Reference string }

// Name is the act's name in history.
func (a SetHousingRef) Name() ActName { return ActHousingRef }

func (a SetHousingRef) summary(c Case, _ Moment) string {
	if c.HousingRef == "" {
		return "Housing system's reference taken away"
	}
	return "Housing system's reference recorded"
}

func (a SetHousingRef) decide(c *Case, _ Moment) error {
	ref := strings.TrimSpace(Tidy(a.Reference))
	switch {
	case ref == c.HousingRef:
		return &Refusal{Code: "same", Field: "reference", Reason: "Enter the housing system's reference. This is the one the case has already"}
	case strings.Contains(ref, "\n"):
		return &Refusal{Code: "no-reference", Field: "reference", Reason: "Enter one reference, on one line"}
	}
	c.HousingRef = ref
	return nil
}
