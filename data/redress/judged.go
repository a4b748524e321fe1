package redress

import (
	"fmt"
	"strings"

	"casebook/data/policy"
)

// The answers to whether a legal or insurance route would be right.
const (
	RouteYes = "yes"
	RouteNo  = "no"
)

// judged is an inconvenience. The band is chosen by how severe it was and the
// sum lies in it, both ends included, or under every band with a reason; the
// impact is described, and factors only move the judgement (ruling 18).
func judged(in Input, r Rules) (Line, error) {
	line, err := inconvenience(in.Reason, r)
	if err != nil {
		return Line{}, err
	}
	h := in.Harm
	if len(r.Policy.Bands) == 0 {
		h.Below = "" // nothing is below bands that a policy does not have
	}
	if err := sum(h.Sum, "sum"); err != nil {
		return Line{}, err
	}
	band, err := h.band(r)
	if err != nil {
		return Line{}, err
	}
	if blank(h.Impact) {
		return Line{}, refuse("no-impact", "impact", "ruling 18", "Describe what it was like for the resident: the sum is a judgement of that")
	}
	if err := h.route(band); err != nil {
		return Line{}, err
	}
	if err := (period{h.From, h.Until}).check(r.Today); err != nil {
		return Line{}, err
	}
	factors, err := h.factors(r)
	if err != nil {
		return Line{}, err
	}
	if band.Source != (policy.Source{}) {
		line.Rule += "; " + band.Source.Full()
	}
	line.Sum = h.Sum
	line.Working = h.working(band, factors)
	return line, nil
}

// inconvenience begins a line of inconvenience by the policy's reason.
func inconvenience(reason string, r Rules) (Line, error) {
	source := compensation(r.Policy)
	line := Line{Head: Inconvenience, Title: "Inconvenience", Rule: r.rule(), Version: r.Policy.ID()}
	if len(r.Policy.InconvenienceReasons) == 0 && blank(reason) {
		return line, nil
	}
	known, ok := r.Policy.InconvenienceReason(reason)
	switch {
	case blank(reason):
		return Line{}, refuse("no-reason", "reason", source.String(), "Choose what the inconvenience came from")
	case !ok:
		return Line{}, refuse("unknown-reason", "reason", source.String(), "The %s policy has no reason %q for inconvenience: choose one of its own", r.Policy.Name, reason)
	}
	line.Reason, line.Rule = known.ID, known.Source.Full()
	return line, nil
}

// band is the band chosen, none where the sum is under every band or the policy
// has no bands.
func (h Harm) band(r Rules) (policy.Band, error) {
	bands := r.Policy.Bands
	if h.Band == "" {
		return policy.Band{}, h.under(bands)
	}
	b, ok := r.Policy.Band(h.Band)
	switch {
	case !ok && len(bands) == 0:
		return b, refuse("unknown-band", "band", "ruling 18", "The %s policy has no bands: leave the band empty", r.Policy.Name)
	case !ok:
		return b, refuse("unknown-band", "band", "ruling 18", "The %s policy has no band %q: choose one of its own", r.Policy.Name, h.Band)
	case !b.Holds(h.Sum):
		return b, refuse("out-of-band", "sum", "ruling 18", "%s is not in the band %s. Choose the sum within it, or the band by how severe it was", h.Sum, reach(b))
	}
	return b, nil
}

// under holds that a sum without a band is under every band, with the reason.
func (h Harm) under(bands []policy.Band) error {
	switch {
	case len(bands) == 0:
		return nil
	case h.Sum >= bands[0].Least:
		return refuse("no-band", "band", "ruling 18", "Choose the band by how severe it was. Only a sum under %s goes without one", bands[0].Least)
	case blank(h.Below):
		return refuse("no-below", "below", "ruling 18", "%s is below the bands, which start at %s. Say why less is right", h.Sum, bands[0].Least)
	}
	return nil
}

// route holds the answer that the topmost band asks for: whether a legal or
// insurance route would be right, and why (current page, Financial redress).
func (h Harm) route(b policy.Band) error {
	switch {
	case !b.LegalRoute:
		return nil
	case h.Route != RouteYes && h.Route != RouteNo:
		return refuse("no-route", "route", b.Source.String(), "Say yes or no: would a legal or insurance route be right for this")
	case blank(h.RouteWhy):
		return refuse("no-route-why", "route_why", b.Source.String(), "Say why a legal or insurance route would be right, or would not")
	}
	return nil
}

// factors are the policy's own for those ticked, each once.
func (h Harm) factors(r Rules) ([]policy.Factor, error) {
	var all []policy.Factor
	seen := map[string]bool{}
	for _, f := range h.Factors {
		known, ok := r.Set.Factor(f.Factor)
		switch {
		case !ok:
			return nil, refuse("unknown-factor", "factors", "ruling 18", "There is no factor %q: choose from the list", f.Factor)
		case seen[f.Factor]:
			return nil, refuse("twice", "factors", "ruling 18", "%q is there twice: put both notes in one", known.Title)
		}
		seen[f.Factor] = true
		all = append(all, known)
	}
	return all, nil
}

// working says the judgement as a caseworker would: the band, the impact, what
// made it worse and what better.
func (h Harm) working(b policy.Band, factors []policy.Factor) string {
	parts := []string{fmt.Sprintf("%s for the inconvenience.", h.Sum)}
	switch {
	case b.ID != "":
		parts[0] = fmt.Sprintf("%s, in the band %s.", h.Sum, reach(b))
	case !blank(h.Below):
		parts[0] = fmt.Sprintf("%s, below the bands: %s", h.Sum, sentence(h.Below))
	}
	if b.ID != "" || !alike(h.Below, h.Impact) {
		parts = append(parts, sentence(h.Impact))
	}
	for _, effect := range []struct{ id, words string }{{policy.Raises, "Made it worse"}, {policy.Lowers, "Made it less"}} {
		if said := h.said(factors, effect.id); said != "" {
			parts = append(parts, effect.words+": "+said+".")
		}
	}
	if !h.From.IsZero() {
		parts = append(parts, strings.TrimSpace((period{h.From, h.Until}).words()))
	}
	return strings.Join(parts, " ")
}

// said lists the factors of one effect with their notes.
func (h Harm) said(factors []policy.Factor, effect string) string {
	var all []string
	for i, f := range factors {
		if f.Effect != effect {
			continue
		}
		text := lowered(f.Title)
		if note := strings.Trim(h.Factors[i].Note, " ."); note != "" {
			text += " (" + note + ")"
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

// reach is a band's sums in words.
func reach(b policy.Band) string {
	if b.Most == 0 {
		return b.Least.String() + " and over"
	}
	return b.Least.String() + " to " + b.Most.String()
}

// sentence ends what an officer typed as a sentence.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
