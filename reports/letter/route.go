package letter

import (
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// RouteFacts is one body that the resident can go to, with the words of its
// paragraph in assets/letters/routes.toml.
type RouteFacts struct {
	ID        string
	Name      string
	Telephone string
	Website   string
	Address   string // in one line
	Wait      string // "eight weeks", where the body waits for us
	Retired   bool   // the letter is dated before the wait for the Housing Ombudsman ended
}

// housing is the policy's id of the Housing Ombudsman.
const housing = "housing"

// bodies are the bodies whose paragraph a letter carries: the subject's own
// route, and before it the Housing Ombudsman's wherever the resident has the
// right to it (ruling 17).
func bodies(in Input, p *policy.Policy) []policy.Ombudsman {
	c := in.Case
	route := p.Route(c.Subject, c.Home.HighRise)
	line, ok := p.Ombudsman(housing)
	if !ok || !p.HousingLine(c.Subject, isResident(in)) {
		return route
	}
	all := []policy.Ombudsman{line}
	for _, o := range route {
		if o.ID != housing {
			all = append(all, o)
		}
	}
	return all
}

// isResident says whether somebody is a resident of ours: on the housing list,
// or with a tenure of ours written down. Only a subject that also serves other
// people asks (Money Advice).
func isResident(in Input) bool {
	c := in.Case
	return c.ResidentID != 0 || c.HomeID != 0 || c.Home.Tenure != "" ||
		c.Home.Landlord != "" && c.Home.Landlord == in.Settings.Landlord
}

func routes(in Input, p *policy.Policy) []RouteFacts {
	var all []RouteFacts
	for _, o := range bodies(in, p) {
		r := routeFacts(o)
		r.Retired = o.ID == housing && len(stillLaw(in, p)) > 0
		all = append(all, r)
	}
	return all
}

func routeFacts(o policy.Ombudsman) RouteFacts {
	r := RouteFacts{
		ID: o.ID, Name: o.Name, Telephone: held(o.Telephone), Website: o.Website, Address: strings.Join(o.Address, ", "),
	}
	if o.Weeks > 0 {
		r.Wait = number(o.Weeks) + " weeks"
	}
	return r
}

// subjectTitle is what a complaint is about, in the policy's words.
func subjectTitle(c casework.Case, p *policy.Policy) string {
	s, _ := p.Subject(c.Subject)
	return s.Title
}
