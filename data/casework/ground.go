package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// ground is what a point is left out for, or stage 2 refused.
type ground Exclude

// exclusion holds the ground to the policy of the stage and makes the decision
// that is kept.
func (g ground) exclusion(c *Case, s *Stage, m Moment) (Exclusion, error) {
	p, err := PolicyOf(*c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return Exclusion{}, err
	}
	e, ok := p.Exclusion(g.Reason)
	if !ok {
		return Exclusion{}, &Refusal{Code: "no-exclusion", Field: "reason", Source: "Code 2.1",
			Reason: "Choose a reason that the policy of this case has"}
	}
	if slices.Contains(e.Never, c.Subject) {
		return Exclusion{}, &Refusal{Code: "never", Field: "reason", Source: "ruling 13, " + e.Source.String(),
			Reason: "A complaint about this subject is never refused for that. " + e.Except}
	}
	if s.Number > 1 && !e.Refuses() {
		return Exclusion{}, &Refusal{Code: "not-a-refusal", Field: "reason", Source: "Code 5.11",
			Reason: "That does not refuse a complaint: it passes a matter on. Choose one of the refusals, or open stage 2"}
	}
	for _, check := range []func(*Case, policy.Exclusion, Moment) error{g.fits, g.proceedings, g.age, g.answers} {
		if err := check(c, e, m); err != nil {
			return Exclusion{}, err
		}
	}
	return Exclusion{
		Reason: g.Reason, ReRoute: !e.Refuses(), Evidence: g.evidence(e), Filed: g.Filed, Court: g.Court, Happened: g.Happened, Aware: g.Aware,
		Discretion: g.Discretion, Merits: g.Merits, On: m.Today, By: m.By.ID, TellBy: tellBy(p, s, m),
	}, nil
}

// tellBy is the last day for the letter that says so: within the
// acknowledgement's own time (ruling 13).
func tellBy(p *policy.Policy, s *Stage, m Moment) policy.Deadline {
	if d, ok := p.Due(policy.Refuse, s.Asked, m.Holidays); ok {
		return d
	}
	rule, _ := p.Stage(s.Number)
	d, _ := p.Due(rule.Acknowledge, s.Asked, m.Holidays)
	return d
}

// fits refuses an exclusion that says something else than the case.
func (g ground) fits(c *Case, e policy.Exclusion, _ Moment) error {
	switch e.ID {
	case FirstReport:
		if c.Grievance.ours() || c.Grievance != NoGrievance && c.Choice.Answer == Complain {
			return &Refusal{Code: "dissatisfied", Field: "reason", Source: "ruling 12",
				Reason: "The resident is dissatisfied and chose to complain, even if we hear of it for the first time. It stays a complaint"}
		}
	case AnonymousReport:
		if c.ResidentID != 0 || c.Resident.Name != "" || c.Representative.Name != "" || len(c.Group) > 0 {
			return &Refusal{Code: "named", Field: "reason", Source: "ruling 13", Reason: "We know who complains, so it is not anonymous"}
		}
	case AlreadyInvestigated:
		for _, q := range g.evidence(e) {
			if c.Reference != "" && strings.Contains(strings.ToUpper(q.Answer), string(c.Reference)) {
				return &Refusal{Code: "same-case", Field: "evidence 1", Source: "Code 2.2", Reason: "Name another case that investigated it, not this one"}
			}
		}
	}
	return nil
}

// proceedings count once the claim form is filed at court; a disrepair claim
// never takes the resident's complaint away (ruling 13; Code 2.2).
func (g ground) proceedings(_ *Case, e policy.Exclusion, m Moment) error {
	if e.ID != OurLegalAction && e.ID != TheirLegalAction {
		return nil
	}
	if e.ID == TheirLegalAction {
		for i, q := range e.Evidence {
			if strings.Contains(strings.ToLower(q), "disrepair") && disrepair(g.answer(q)) {
				return &Refusal{Code: "disrepair", Field: fmt.Sprintf("evidence %d", i+1), Source: "ruling 13",
					Reason: "A disrepair claim stays a complaint, also when it is at court"}
			}
		}
	}
	switch {
	case g.Filed.IsZero():
		return &Refusal{Code: "not-filed", Field: "filed", Source: "Code 2.2",
			Reason: "Enter the day the claim form was filed at court. Until it is filed, it stays a complaint"}
	case g.Filed.After(m.Today):
		return &Refusal{Code: "future", Field: "filed", Source: "Code 2.2",
			Reason: "Enter the day the claim form was filed. It cannot be after today, " + m.Today.Long() + ". Until it is filed, it stays a complaint"}
	case blank(g.Court):
		return &Refusal{Code: "no-court", Field: "court", Source: "Code 2.2", Reason: "Enter the court's reference of the claim"}
	}
	return nil
}

// disrepair says whether the answer to "that it is not a disrepair claim" says
// that it is one: a bare no, or words about disrepair that do not deny it. In
// doubt it is one, and stays a complaint.
func disrepair(answer string) bool {
	words := strings.FieldsFunc(strings.ToLower(answer), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	at := slices.Index(words, "disrepair")
	denied := slices.ContainsFunc(words, func(w string) bool { return w == "not" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") })
	switch {
	case at < 0:
		return len(words) == 1 && words[0] == "no"
	case at > 0 && words[at-1] == "no":
		return false
	}
	return !denied
}

// age refuses an exclusion for age while the resident is in time: the months
// run to the day of receipt from the event, or from the day the resident became
// aware of it where that is later (ruling 13; Code 2.3). Asking for stage 2
// has no time limit, so the day of receipt counts there too (ruling 14).
func (g ground) age(c *Case, e policy.Exclusion, _ Moment) error {
	if e.Months == 0 {
		return nil
	}
	from, field := g.Happened, "happened"
	if g.Aware.After(from) {
		from, field = g.Aware, "aware"
	}
	switch until := from.AddMonths(e.Months); {
	case g.Happened.IsZero():
		return &Refusal{Code: "no-event", Field: "happened", Source: "Code 2.3", Reason: "Enter the day it happened"}
	case from.After(c.Received):
		return &Refusal{Code: "future", Field: field, Reason: "Enter the day. It cannot be after the day of receipt, " + c.Received.Long()}
	case !c.Received.After(until):
		return &Refusal{Code: "in-time", Field: field, Source: "Code 2.3",
			Reason: fmt.Sprintf("The complaint is in time: it could be made until %s and was received on %s", until.Letter(), c.Received.Letter())}
	case blank(g.Discretion):
		return &Refusal{Code: "no-discretion", Field: "discretion", Source: "Code 2.3",
			Reason: "Write how discretion to take an older matter was considered, and by whom"}
	}
	return nil
}

// answers refuses an exclusion while a question of the policy is open, and a
// refusal that looks at nothing of its own case (Code 2.5).
func (g ground) answers(_ *Case, e policy.Exclusion, _ Moment) error {
	if e.Refuses() && blank(g.Merits) {
		return &Refusal{Code: "no-merits", Field: "merits", Source: "Code 2.5", Reason: "Write which circumstances of this case were considered. Nothing is refused by rule alone"}
	}
	for i, question := range e.Evidence {
		if g.answer(question) == "" {
			return &Refusal{Code: "no-evidence", Field: fmt.Sprintf("evidence %d", i+1), Source: e.Source.String(), Reason: "Write " + question}
		}
	}
	return nil
}

// evidence is every question of the policy with its answer.
func (g ground) evidence(e policy.Exclusion) []QuestionAnswer {
	var all []QuestionAnswer
	for _, q := range e.Evidence {
		all = append(all, QuestionAnswer{Question: q, Answer: g.answer(q)})
	}
	return all
}

// answer is what was given for a question: in words, or in the field that the
// act has for it.
func (g ground) answer(question string) string {
	for _, q := range g.Evidence {
		if q.Question == question && !blank(q.Answer) {
			return q.Answer
		}
	}
	return map[string]string{
		"filed": said(g.Filed), "court": g.Court, "happened": said(g.Happened), "aware": said(g.Aware),
		"discretion": g.Discretion, "merits": g.Merits,
	}[QuestionField(question)]
}

// QuestionField is the field of Exclude that answers a question of the policy:
// "filed", "court", "happened", "aware", "discretion" or "merits"; empty where
// the answer is in words of its own. What has a field is not asked twice.
func QuestionField(question string) string {
	return map[string]string{
		"the day the claim form was filed":   "filed",
		"the court's reference":              "court",
		"the day it happened":                "happened",
		"the day the resident became aware":  "aware",
		"why discretion was or was not used": "discretion",
		"the circumstances considered":       "merits",
	}[question]
}

func said(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Letter()
}
