package redress

import "fmt"

// Warning stands beside a line wherever it is shown. It stops nobody.
type Warning struct {
	Code   string
	Text   string // a sentence for the officer
	Source string
}

// Warnings are what an officer has to know about a line before offering it:
// guidance that names more, a figure that is not verified, no proof.
func Warnings(l Line, r Rules) []Warning {
	if r.Set == nil || r.Policy == nil {
		return nil
	}
	var all []Warning
	for _, warn := range []func(Line, Rules) []Warning{guidanceWarning, proofWarning, itemWarnings, headWarning, bandWarning, harmWarnings, visitReadings, growsWarning, repairReadings} {
		all = append(all, warn(l, r)...)
	}
	return all
}

// guidanceWarning stands wherever the Ombudsman's guidance names more than the
// line pays (Code 7.4).
func guidanceWarning(l Line, r Rules) []Warning {
	c, ok := Guidance(l, r)
	if !ok || c.Sum <= c.Paid {
		return nil
	}
	return []Warning{{"guidance", fmt.Sprintf("The Ombudsman's guidance names %s for this, and this line pays %s. The Code asks us to take it into account.", c.Sum, c.Paid), "Code 7.4"}}
}

// proofWarning asks for a receipt, a quote or a photograph.
func proofWarning(l Line, _ Rules) []Warning {
	switch l.Input.Kind {
	case Damaged, Spent, Rated:
		if len(l.Input.Proofs) == 0 {
			return []Warning{{"no-proof", "No receipt, quote or photograph has been seen. Ask for one, or say in the file why there is none.", "ruling 22"}}
		}
	}
	return nil
}

// itemWarnings say which figures of the tables are not verified, and that an
// item had outlived its usual life.
func itemWarnings(l Line, r Rules) []Warning {
	if l.Input.Kind != Damaged {
		return nil
	}
	item := l.Input.Item
	life, _, err := lifeOf(item, r)
	if err != nil {
		return []Warning{{"gone", "The table of lives no longer has the row that this was worked out by.", "ruling 22"}}
	}
	var all []Warning
	if life.Unverified {
		usual := span(life.Months)
		if life.Least > 0 {
			usual = fmt.Sprintf("%s to %s, and the longest is used", span(life.Least), usual)
		}
		all = append(all, Warning{"not-verified", fmt.Sprintf("Not verified: how long it usually lasts (%s). No source for it could be checked.", usual), life.Source})
	}
	if c, err := conditionOf(item, r); err == nil && c.Unverified {
		all = append(all, Warning{"not-verified", fmt.Sprintf("Not verified: the %d%% for the condition %s. No source for it could be checked.", c.Percent, lowered(c.Title)), c.Source})
	}
	if item.Age >= life.Months {
		all = append(all, Warning{"older", fmt.Sprintf("It was %s old and usually lasts %s, so by the table none of its life was left. Ask whether it still did its work.", span(item.Age), span(life.Months)), "ruling 22"})
	}
	return all
}

// growsWarning says that the sum of a repair that is not done is not its last.
func growsWarning(l Line, r Rules) []Warning {
	p, err := r.repairLaw()
	one := l.Input.Repair
	if l.Input.Kind != Repaired || err != nil || one.Asked.IsZero() || !one.Done.IsZero() || !blank(one.Ended) || l.Sum >= p.Repair.Most {
		return nil
	}
	return []Warning{{"grows", fmt.Sprintf("The repair is not done, and its sum still grows. Offer it when the repair is done or %s is reached.", p.Repair.Most), "ruling 20"}}
}

// headWarning says that a policy without heads of loss names none.
func headWarning(l Line, r Rules) []Warning {
	if l.Head != FinancialLoss || len(r.Policy.LossHeads) > 0 {
		return nil
	}
	return []Warning{{"no-heads", fmt.Sprintf("The %s policy speaks of compensation and names no heads of financial loss. Say in the answer what the sum is for.", r.Policy.Name),
		compensation(r.Policy).String()}}
}

// bandWarning says that the band of an old line was inferred (ruling 18).
func bandWarning(l Line, r Rules) []Warning {
	b, inferred, ok := BandOf(l, r.Policy)
	if !ok || !inferred {
		return nil
	}
	return []Warning{{"inferred", fmt.Sprintf("The band %s is inferred from the sum, the lower end included and the upper not: none was recorded.", reach(b)), "ruling 18"}}
}

// harmWarnings ask for the notes of what was ticked, and remember the route.
func harmWarnings(l Line, r Rules) []Warning {
	if l.Input.Kind != Judged {
		return nil
	}
	var all []Warning
	for _, f := range l.Input.Harm.Factors {
		if known, ok := r.Set.Factor(f.Factor); ok && blank(f.Note) {
			all = append(all, Warning{"no-note", fmt.Sprintf("%s: add a note that says what made it so.", known.Title), "ruling 18"})
		}
	}
	if b, ok := r.Policy.Band(l.Input.Harm.Band); ok && b.LegalRoute && l.Input.Harm.Route == RouteYes {
		all = append(all, Warning{"route", "A legal or insurance route was judged right for this. Tell the resident how to take it.", b.Source.String()})
	}
	return all
}
