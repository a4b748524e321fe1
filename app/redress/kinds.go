package redress

import (
	"slices"

	"casebook/data/policy"
	"casebook/data/redress"
)

// KindWords is a kind of line as the desk calls it, and when it is the right one.
type KindWords struct {
	Kind  redress.Kind
	Name  string
	When  string
	Heads []redress.Head // what its sum is for; the first one where there are two
}

var kinds = []KindWords{
	{redress.Damaged, "Damaged item", "A carpet, a sofa, clothes: worth what was left of it on the day it was damaged", []redress.Head{redress.FinancialLoss}},
	{redress.Spent, "Money spent", "A bill or a receipt for what the resident had to pay", []redress.Head{redress.FinancialLoss}},
	{redress.Rated, "So many days or meals", "A number of days, meals or weeks at one price each", []redress.Head{redress.FinancialLoss}},
	{redress.Powered, "Electricity", "A dehumidifier or heater that had to run", []redress.Head{redress.FinancialLoss}},
	{redress.Judged, "Inconvenience", "How hard it was: a band, what made it worse or better, a sum", []redress.Head{redress.Inconvenience}},
	{redress.Visits, "Missed appointments", "Nobody came, or came too late, and the resident was not told in time", []redress.Head{redress.FixedPayment}},
	{redress.Letters, "Letters not acknowledged", "A letter on paper to a housing office that had no acknowledgement in time", []redress.Head{redress.FixedPayment}},
	{redress.DoorOut, "Communal door entry", "The door entry of the block was out for whole periods of four weeks", []redress.Head{redress.FixedPayment}},
	{redress.Repaired, "Right to Repair", "A qualifying repair where the second contractor was late too", []redress.Head{redress.RightToRepair}},
	{redress.Ordered, "Ombudsman award", "A sum that an ombudsman ordered us to pay", []redress.Head{redress.Award}},
}

// KindsHere are the kinds that can be added: an ombudsman's award belongs to a
// case.
func (m *Model) KindsHere() []KindWords {
	if !m.Alone() {
		return kinds
	}
	return slices.DeleteFunc(slices.Clone(kinds), func(k KindWords) bool { return k.Kind == redress.Ordered })
}

func wordsOf(kind redress.Kind) KindWords {
	for _, k := range kinds {
		if k.Kind == kind {
			return k
		}
	}
	return KindWords{Kind: kind, Name: string(kind)}
}

// headWords are the heads as the desk reads them.
func headWords(h redress.Head) string {
	if h == "" {
		return ""
	}
	if h == redress.RightToRepair {
		return "Right to Repair"
	}
	if h == redress.Award {
		return "Ombudsman award"
	}
	return capital(string(h))
}

// Choice is one answer of a field: what is kept, and what is read.
type Choice struct{ ID, Words string }

// Reasons are what a loss or an inconvenience may be for, as the page lists
// them.
func (m *Model) Reasons(kind redress.Kind) []Choice {
	p := m.rules.Policy
	if p == nil {
		return nil
	}
	from := p.LossHeads
	if kind == redress.Judged {
		from = p.InconvenienceReasons
	}
	return choices(from, func(r policy.Reason) Choice { return Choice{r.ID, r.Title} })
}

// Lives is the table of how long things last, and a line of one's own.
func (m *Model) Lives() []Choice {
	all := choices(m.rules.Office.LivesIn(m.rules.Set), func(l redress.Life) Choice {
		return Choice{l.ID, l.Title + ", " + months(l.Months)}
	})
	return append(all, Choice{otherLife, "Another, as typed"})
}

// needsReason says whether a damaged item has to be put under a head of loss: its
// row in the table of lives tells otherwise.
func (m *Model) needsReason(said Said) bool {
	for _, l := range m.rules.Office.LivesIn(m.rules.Set) {
		if l.ID == said["life"] {
			return l.Head == ""
		}
	}
	return said["life"] == otherLife
}

// Conditions are the conditions an item can have been in.
func (m *Model) Conditions() []Choice {
	return choices(m.rules.Office.ConditionsIn(m.rules.Set), func(c redress.Condition) Choice { return Choice{c.ID, c.Title} })
}

// Bands are the levels of severity, the lowest first.
func (m *Model) Bands() []policy.Band {
	if m.rules.Policy == nil {
		return nil
	}
	return m.rules.Policy.Bands
}

// Defects are the repairs of the schedule, heating once: the season of the day
// on which a period starts says which of its two rows counts (ruling 20).
func (m *Model) Defects() []Choice {
	p, _ := m.rules.Set.Promise("right-to-repair")
	var all []Choice
	if p.Repair == nil {
		return nil
	}
	for _, r := range p.Repair.Repairs {
		switch r.Season {
		case "":
			all = append(all, Choice{r.ID, r.Title})
		case "winter":
			all = append(all, Choice{redress.HeatingLoss, "Total or partial loss of space or water heating"})
		}
	}
	return all
}

// Losses are what the Ombudsman's guidance has a daily or weekly sum for.
func (m *Model) Losses() []Choice {
	var all []Choice
	for _, t := range m.rules.Set.Tariffs(m.Today()) {
		if t.Per == "day" || t.Per == "week" {
			all = append(all, Choice{t.ID, t.Title})
		}
	}
	return all
}

func choices[T any](from []T, of func(T) Choice) []Choice {
	var all []Choice
	for _, item := range from {
		all = append(all, of(item))
	}
	return all
}
