package redress

import "fmt"

// ordered is money that an ombudsman ordered. It is no offer: it needs nobody's
// agreement and is never set against arrears (ruling 21).
func ordered(in Input, r Rules) (Line, error) {
	award := in.Award
	if blank(award.Body) {
		return Line{}, refuse("no-body", "body", "", "Choose the ombudsman who ordered it")
	}
	if err := sum(award.Sum, "sum"); err != nil {
		return Line{}, err
	}
	name := r.bodyName(award.Body)
	return Line{
		Head: Award, Title: "Award of " + name, Rule: "Ordered by " + name + "; ruling 21", Version: r.Policy.ID(),
		Working: fmt.Sprintf("%s, as %s ordered. Nothing is taken off it for rent owed.", award.Sum, name), Sum: award.Sum,
	}, nil
}

// bodyName is an ombudsman within a sentence, or what an officer typed for one
// that the policy does not know.
func (r Rules) bodyName(body string) string {
	if o, ok := r.Policy.Ombudsman(body); ok {
		return "the " + o.Short
	}
	return body
}
