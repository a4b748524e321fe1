package redress

import (
	"slices"

	"casebook/data/policy"
)

// LivesIn is the table of how long things last: the office's own, or the shipped.
func (s Settings) LivesIn(set *policy.Set) []Life {
	if len(s.Lives) > 0 {
		return slices.Clone(s.Lives)
	}
	var all []Life
	for _, l := range set.Lives() {
		all = append(all, Life{
			ID: l.ID, Title: l.Title, Months: l.Months, Least: l.Least,
			Source: l.Source.Full(), Head: l.LossHead, Unverified: l.Unverified,
		})
	}
	return all
}

// ConditionsIn is the table of conditions: the office's own, or the shipped.
func (s Settings) ConditionsIn(set *policy.Set) []Condition {
	if len(s.Conditions) > 0 {
		return slices.Clone(s.Conditions)
	}
	var all []Condition
	for _, c := range set.Conditions() {
		all = append(all, Condition{ID: c.ID, Title: c.Title, Percent: c.Percent, Source: c.Source.Full(), Unverified: c.Unverified})
	}
	return all
}

// LimitsIn is the table of limits by role: the office's own, or the shipped.
func (s Settings) LimitsIn(set *policy.Set) []Limit {
	if len(s.Limits) > 0 {
		return slices.Clone(s.Limits)
	}
	var all []Limit
	for _, l := range set.Limits() {
		all = append(all, Limit{Role: l.Role, Most: l.Most})
	}
	return all
}

// LimitOf is the largest whole offer that a role may decide alone; nothing for a
// role without a row (ruling 21).
func (s Settings) LimitOf(role string, set *policy.Set) Pence {
	for _, l := range s.LimitsIn(set) {
		if l.Role == role {
			return l.Most
		}
	}
	return 0
}

// FloorIn is the least that an item is worth, as a percentage of its
// replacement: the office's own, or the shipped.
func (s Settings) FloorIn(set *policy.Set) int {
	if s.Floor > 0 {
		return s.Floor
	}
	return set.Floor().Percent
}

// version names the file a line's tables come from.
func (r Rules) version(own bool) string {
	if own {
		return r.Policy.ID() + "; the office's own table"
	}
	return r.Policy.ID() + "; " + r.Set.RedressID()
}

func byID[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}
