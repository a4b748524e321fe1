package redress

import "casebook/data/policy"

// Spread is how sums that the office gave before lie. The median is the middle
// sum, or halfway between the two in the middle; a quartile is the median of
// the sums below or above the middle, a middle sum itself left out. Halves of a
// penny go up.
type Spread struct {
	Count                             int
	Least, Lower, Median, Upper, Most Pence
	Inferred                          int // how many had their band inferred
}

// SpreadOf says how sums lie, false where there are fewer than the policy's
// least to compare with.
func SpreadOf(sums []Pence, set *policy.Set) (Spread, bool) {
	return Spread{}, false
}

// BandOf is the band of a line of inconvenience: the one chosen or, for a line
// from before bands were recorded, the one its sum points to, and that it was
// inferred (ruling 18).
func BandOf(l Line, p *policy.Policy) (band policy.Band, inferred, ok bool) {
	return policy.Band{}, false, false
}
