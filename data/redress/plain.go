package redress

// Judge is the input of a plain judgement of inconvenience: its reason, the band
// chosen, the sum and what it was like for the resident. Without a band the sum
// is below the bands, and what it was like says why less is right.
func Judge(reason, band string, sum Pence, impact string) Input {
	h := Harm{Band: band, Sum: sum, Impact: impact}
	if band == "" {
		h.Below = impact
	}
	return Input{Kind: Judged, Reason: reason, Harm: h}
}
