package casefile

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/policy"
)

// Point is one complaint point with its finding.
type Point struct {
	ID      int
	Text    string
	Finding casework.Outcome
	NotOurs bool
	Reasons string
	Open    bool // the current stage has still to answer it

	Apart  string // why it is not answered here: "Not accepted", "Goes elsewhere", "Passed on"
	Detail string // what stands below it where it is apart, or was found of it before
}

// pointsOf are the points with how each stands at the stage.
func pointsOf(c casework.Case, s *casework.Stage, m casework.Moment) ([]Point, string) {
	unanswered := map[int]bool{}
	for _, p := range c.Unanswered(s) {
		unanswered[p.ID] = true
	}
	mine, left := map[int]bool{}, 0
	for _, p := range c.StagePoints(s) {
		mine[p.ID] = true
		if p.Excluded.Stands() {
			left++
		}
	}
	waits := s.Responded.IsZero() && c.Closed.IsZero() && c.Withdrawn.IsZero() && c.Void.IsZero() && !s.Refused.Stands()
	rules, _ := casework.PolicyOf(c, s.Number, s.Asked, m.Policies)
	var all []Point
	for _, p := range c.Points {
		shown := Point{ID: p.ID, Text: p.Text, Finding: p.Finding, NotOurs: p.NotOurs != "", Reasons: p.Reasons, Open: waits && unanswered[p.ID]}
		shown.apart(p, rules)
		shown.before(p, s, mine[p.ID])
		all = append(all, shown)
	}
	ours := len(mine) - left
	if ours == 0 || !waits && s.Responded.IsZero() {
		return all, ""
	}
	return all, fmt.Sprintf("%d of %d answered", ours-len(unanswered), ours)
}

// apart says why a point is not answered here, and whether its resident knows.
func (p *Point) apart(at casework.Point, rules *policy.Policy) {
	e := at.Excluded
	switch {
	case e.Stands():
		p.Apart = "Not accepted"
		if e.ReRoute {
			p.Apart = "Goes elsewhere"
		}
		told := "Tell them by " + e.TellBy.Due.Short()
		if !e.Told.IsZero() {
			told = "Told " + e.Told.Short()
		}
		p.Detail = sentenceOf(exclusionTitle(rules, e.Reason), told)
	case !at.Passed.On.IsZero():
		p.Apart = "Passed on"
		told := "the resident has still to be told"
		if !at.Passed.Told.IsZero() {
			told = "told " + at.Passed.Told.Short()
		}
		p.Detail = fmt.Sprintf("To %s, %s; %s", at.Passed.To, at.Passed.On.Short(), told)
	case p.NotOurs:
		p.Apart, p.Detail = "Not ours", at.NotOurs
	case !e.Overturned.IsZero():
		p.Detail = "Its refusal was set aside " + e.Overturned.Short()
	}
}

func exclusionTitle(rules *policy.Policy, id string) string {
	if rules != nil {
		for _, e := range rules.Exclusions {
			if e.ID == id {
				return e.Title
			}
		}
	}
	return ""
}

// before says what an earlier stage found of a point that is answered again, or
// that this stage leaves as it was.
func (p *Point) before(at casework.Point, s *casework.Stage, mine bool) {
	n := len(at.Earlier)
	switch {
	case p.Apart != "":
	case mine && n > 0:
		p.Detail = fmt.Sprintf("Stage %d: %s", at.Earlier[n-1].Stage, at.Earlier[n-1].Outcome)
	case mine && p.Open && at.Finding != "":
		p.Detail = fmt.Sprintf("Stage %d: %s", at.Stage, at.Finding)
		p.Finding = ""
	case !mine && s.Number > 1 && at.Finding != "":
		p.Detail = fmt.Sprintf("Stays as answered at stage %d", at.Stage)
	}
	if at.Still != "" && p.Apart == "" {
		p.Detail = sentenceOf(p.Detail, "Still: "+at.Still)
	}
}
