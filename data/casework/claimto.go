package casework

import (
	"slices"
	"strings"
)

// insurers are who decides a claim that is made against us, where the office
// has no name for them.
const insurers = "Insurance section"

// InsuranceSection is who decides a claim that is made against us, as a letter
// is addressed to them.
func (s Settings) InsuranceSection() string {
	if s.InsuranceName == "" {
		return insurers
	}
	return s.InsuranceName
}

// Contractor is the contractor whom a claim is made against; "" where it is
// made against ourselves.
func (v Claim) Contractor(s Settings) string {
	named := strings.TrimSpace(v.Against)
	if slices.ContainsFunc([]string{"", "ourselves", "us", s.Landlord, s.LegalName}, func(ours string) bool { return strings.EqualFold(named, ours) }) {
		return ""
	}
	return named
}

// Goes is whom the form of a claim goes to, and how where the office has said
// it: by e-mail where there is an address for it, else by post (ruling 13).
func (v Claim) Goes(s Settings) (to string, how Dispatch) {
	if named := v.Contractor(s); named != "" {
		return named, ""
	}
	to = s.InsuranceName
	if to == "" {
		to = "the insurance section" // as sentences have it
	}
	switch {
	case s.InsuranceEmail != "":
		return to + ", " + s.InsuranceEmail, Emailed
	case len(s.InsuranceAddress) > 0:
		return to, Posted
	}
	return to, ""
}
