package redress

import "casebook/data/policy"

// Lives is the table of how long things last: the office's own, or the shipped.
func (s Settings) LivesIn(set *policy.Set) []Life { return s.Lives }

// ConditionsIn is the table of conditions: the office's own, or the shipped.
func (s Settings) ConditionsIn(set *policy.Set) []Condition { return s.Conditions }

// LimitOf is the largest whole offer that a role may decide alone; nothing for a
// role without a row (ruling 21).
func (s Settings) LimitOf(role string, set *policy.Set) Pence { return 0 }

// FloorIn is the least that an item is worth, as a percentage of its
// replacement.
func (s Settings) FloorIn(set *policy.Set) int { return s.Floor }
