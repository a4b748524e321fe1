package letter

import (
	"slices"
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
	Last      bool   // the letter is our last answer
	Within    string // "12 months": how long after it the body can be asked
	Retired   bool   // the letter is dated before the wait for the Housing Ombudsman ended
}

// housing is the policy's id of the Housing Ombudsman.
const housing = "housing"

// bodies are the bodies whose paragraph a letter carries: the subject's own
// route, and before it the Housing Ombudsman's wherever the resident has the
// right to it (ruling 17).
func bodies(in Input, p *policy.Policy) []policy.Ombudsman {
	c := in.Case
	route := p.Route(c.Subject, c.Concerns().HighRise)
	line, ok := p.Ombudsman(housing)
	if !ok || !p.HousingLine(c.Subject, c.OurResident(in.Settings.Landlord)) {
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

func routes(in Input, p *policy.Policy) []RouteFacts {
	var all []RouteFacts
	last := lastAnswer(in.Kind, in.Case.Current())
	for _, o := range bodies(in, p) {
		r := routeFacts(o)
		r.Last = last
		r.Retired = o.ID == housing && len(stillLaw(in, p)) > 0
		all = append(all, r)
	}
	return all
}

func routeFacts(o policy.Ombudsman) RouteFacts {
	r := RouteFacts{
		ID: o.ID, Name: o.Name, Telephone: held(o.Telephone), Website: o.Website, Address: withPostcode(o.Address),
	}
	if o.Weeks > 0 {
		r.Wait = number(o.Weeks) + " weeks"
	}
	if o.Months > 0 {
		r.Within = number(o.Months) + " months"
	}
	return r
}

// subjectTitle is what a complaint is about, in the policy's words.
func subjectTitle(c casework.Case, p *policy.Policy) string {
	s, _ := p.Subject(c.Subject)
	return s.Title
}

// withPostcode is an address in one line, whose postcode is not parted.
func withPostcode(lines []string) string {
	lines = slices.Clone(lines)
	if n := len(lines); n > 0 {
		lines[n-1] = held(lines[n-1])
	}
	return strings.Join(lines, ", ")
}
