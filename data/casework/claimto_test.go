package casework

import "testing"

func TestTheFormOfAClaimGoesWhereTheOfficeHasSaid(t *testing.T) {
	ours := Settings{Landlord: "Elm Homes", LegalName: "Elm Homes Limited"}
	posted, emailed, both := ours, ours, ours
	posted.InsuranceName, posted.InsuranceAddress = "Risk and insurance", []string{"1 High Street", "Derby DE1 1AA"}
	emailed.InsuranceEmail = "claims@example.org"
	both.InsuranceName, both.InsuranceAddress, both.InsuranceEmail = posted.InsuranceName, posted.InsuranceAddress, emailed.InsuranceEmail
	for _, c := range []struct {
		settings Settings
		against  string
		to       string
		how      Dispatch
	}{
		{ours, "", "the insurance section", ""},
		{ours, " elm homes limited", "the insurance section", ""},
		{ours, "Alder Roofing, 4 Mill Lane, Derby DE1 2AB", "Alder Roofing, 4 Mill Lane, Derby DE1 2AB", ""},
		{posted, "Ourselves", "Risk and insurance", Posted},
		{emailed, "", "the insurance section, claims@example.org", Emailed},
		{both, "us", "Risk and insurance, claims@example.org", Emailed},
		{both, "Alder Roofing", "Alder Roofing", ""},
	} {
		if to, how := (Claim{Against: c.against}).Goes(c.settings); to != c.to || how != c.how {
			t.Errorf("against %q: %q, %q; want %q, %q", c.against, to, how, c.to, c.how)
		}
	}
}
