package redress

import (
	"fmt"
	"slices"

	"casebook/data/policy"
)

// Spread is how sums that the office gave before lie. The median is the middle
// sum, or halfway between the two in the middle; a quartile is the median of
// the sums below or above the middle, a middle sum itself left out. Half a
// penny goes up.
type Spread struct {
	Count                             int
	Least, Lower, Median, Upper, Most Pence
	Inferred                          int // how many had their band inferred, told by whoever gathered them
}

// Quartiles says how they are taken, for whoever asks.
const Quartiles = "The quartiles are the middle sums of the lower and of the upper half. Where the number of sums is odd, the one in the middle is in neither half."

// SpreadOf says how sums lie, false where there are fewer than the policy's
// least to compare with.
func SpreadOf(sums []Pence, set *policy.Set) (Spread, bool) {
	n := len(sums)
	if n == 0 || n < set.FewestToCompare() {
		return Spread{}, false
	}
	sorted := slices.Sorted(slices.Values(sums))
	half := n / 2
	return Spread{
		Count: n, Least: sorted[0], Most: sorted[n-1],
		Lower: middle(sorted[:half]), Median: middle(sorted), Upper: middle(sorted[n-half:]),
	}, true
}

// middle is the median of sums in order, of which there is at least one.
func middle(sorted []Pence) Pence {
	n := len(sorted)
	low, high := sorted[(n-1)/2], sorted[n/2]
	return low + (high-low+1)/2
}

// Sentence says the spread as it stands beside the sum that is being typed.
func (s Spread) Sentence() string {
	text := fmt.Sprintf("Our last %d like this: half were %s to %s, and the middle one was %s.", s.Count, s.Lower, s.Upper, s.Median)
	if s.Inferred > 0 {
		text += fmt.Sprintf(" In %d of them the band was inferred from the sum.", s.Inferred)
	}
	return text
}

// BandOf is the band of a line of inconvenience: the one chosen or, for a line
// from before bands were recorded, the one its sum points to, and that it was
// inferred (ruling 18). A sum below the bands has none.
func BandOf(l Line, p *policy.Policy) (band policy.Band, inferred, ok bool) {
	if l.Head != Inconvenience {
		return policy.Band{}, false, false
	}
	if l.Input.Kind == Judged {
		band, ok = p.Band(l.Input.Harm.Band)
		return band, false, ok
	}
	band, ok = p.InferBand(l.Sum)
	return band, ok, ok
}
