package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// Route is one ombudsman or regulator that can be asked about a case.
type Route struct {
	Body policy.Ombudsman
	From calendar.Date // the first day; no date when at any time
	Open bool          // it can be asked on the day asked about
	Why  string        // in a sentence
	// History is what once stood before it and had not ended yet (ruling 2).
	History []policy.Retired
}

// Routes says which bodies a case can be taken to, from which day and why: the
// Housing Ombudsman at any time for residents, and those of the subject
// (ruling 17; Code 3.7).
func Routes(c Case, today calendar.Date, policies *policy.Set, h *calendar.Holidays) []Route {
	p := policies.InForceOn(today)
	var all []Route
	if line, ok := p.Ombudsman(housingOmbudsman); ok && p.HousingLine(c.Subject, isResident(c)) {
		all = append(all, routeOf(c, line, today, policies, h))
	}
	for _, o := range p.Route(c.Subject, c.Home.HighRise) {
		if o.ID != housingOmbudsman {
			all = append(all, routeOf(c, o, today, policies, h))
		}
	}
	return all
}

const housingOmbudsman = "housing"

func isResident(c Case) bool { return c.ResidentID != 0 || c.HomeID != 0 || c.Home.Tenure != "" }

func routeOf(c Case, o policy.Ombudsman, today calendar.Date, policies *policy.Set, h *calendar.Holidays) Route {
	return Route{Body: o, Open: o.Any}
}
