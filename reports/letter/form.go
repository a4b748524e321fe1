package letter

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// FormFacts are what the blank form may say.
type FormFacts struct {
	Landlord, Telephone string
	AckIn               string // "five working days", of the policy in force
	Routes              []RouteFacts
}

// BlankForm sets the paper form for an outage: the same questions in the same
// order as on the screen, so that it is typed in afterwards from top to
// bottom. The policy is the one in force on the day, whose times the form tells
// the resident.
func BlankForm(s casework.Settings, p *policy.Policy, today calendar.Date) (Letter, error) {
	f := FormFacts{Landlord: known(s.Landlord, "the landlord's name"), Telephone: held(s.Telephone)}
	if rule, ok := p.Stage(1); ok {
		if c, ok := p.Clock(rule.Acknowledge); ok {
			f.AckIn = number(c.Days) + " " + c.Unit
		}
	}
	if o, ok := p.Ombudsman(housing); ok {
		f.Routes = []RouteFacts{routeFacts(o)}
	}
	form, err := scriptNamed("form")
	if err != nil {
		return Letter{}, err
	}
	title, blocks, err := form.write(f)
	if err != nil {
		return Letter{}, err
	}
	doc := paper.Lay(paper.Sheet{Title: title, Running: title}, blocks)
	return Letter{Title: title, Dated: today, Author: author(s), Document: doc}, nil
}
