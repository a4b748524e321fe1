package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// The exclusions with rules of their own (rulings 12 and 13; Code 2.1 to 2.3).
// Every other one is what the policy says of it.
const (
	FirstReport         = "first-report"
	AnonymousReport     = "anonymous"
	AlreadyInvestigated = "already-investigated"
	OurLegalAction      = "our-legal-action"
	TheirLegalAction    = "their-legal-action"
)

// Exclude leaves one point out of the complaint: passed to whoever deals with
// such matters, or refused with its reason. The rest goes on (ruling 13).
type Exclude struct {
	Point      int
	Reason     string // the policy's id of the exclusion
	Evidence   []QuestionAnswer
	Filed      calendar.Date // the claim form at court
	Court      string
	Happened   calendar.Date
	Aware      calendar.Date // when the resident became aware of it
	Discretion string        // what was considered, and by whom
	Merits     string        // the circumstances of this case (Code 2.5)
}

// Name is the act's name in history.
func (a Exclude) Name() ActName { return ActExclude }

func (a Exclude) summary(c Case, m Moment) string {
	if e, ok := exclusionOf(c, a.Reason, m); ok && !e.Refuses() {
		return fmt.Sprintf("Point %d goes to %s", a.Point, e.To)
	}
	return fmt.Sprintf("Point %d refused: %s", a.Point, a.Reason)
}

func (a Exclude) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	p := c.Point(a.Point)
	switch {
	case p == nil:
		return refuse("no-point", "", "There is no point %d", a.Point)
	case s.Number > 1:
		return refuse("stage-2", "Code 5.11", "Stage 1 answered the points. If the complaint may not go to stage 2, refuse stage 2 as a whole")
	case p.Excluded.Stands():
		return refuse("excluded", "ruling 13", "Point %d was left out on %s", p.ID, p.Excluded.On.Letter())
	case p.Excluded.Reason != "":
		return refuse("overturned", "Code 2.4", "The refusal of point %d was set aside on %s. It is answered as a complaint", p.ID, p.Excluded.Overturned.Letter())
	case p.Finding != "":
		return refuse("answered-point", "Code 6.7", "Point %d has been answered. It cannot be left out any more", p.ID)
	case !p.Passed.On.IsZero():
		return refuse("passed-point", "Code 5.7", "Point %d was passed to %s on %s", p.ID, p.Passed.To, p.Passed.On.Letter())
	}
	e, err := ground(a).exclusion(c, s, m)
	if err != nil {
		return err
	}
	p.Excluded = e
	return nil
}

// RefuseStage2 refuses to open the stage 2 that was asked for. Only what may
// refuse a complaint at all may do so (Code 5.11).
type RefuseStage2 struct {
	Reason     string
	Evidence   []QuestionAnswer
	Filed      calendar.Date
	Court      string
	Happened   calendar.Date
	Aware      calendar.Date
	Discretion string
	Merits     string
}

// Name is the act's name in history.
func (a RefuseStage2) Name() ActName { return ActRefuseStage2 }

func (a RefuseStage2) summary(Case, Moment) string { return "Stage 2 refused: " + a.Reason }

func (a RefuseStage2) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	switch {
	case s.Number < 2:
		return refuse("no-stage-2", "Code 5.11", "Stage 2 has not been asked for")
	case s.Appeal:
		return refuse("appeal", "ruling 3", "This is the appeal of the earlier policy. Answer it")
	case s.Refused.Stands():
		return refuse("excluded", "Code 5.11", "Stage 2 was refused on %s", s.Refused.On.Letter())
	case s.Refused.Reason != "":
		return refuse("overturned", "Code 2.4", "The refusal of stage 2 was set aside on %s. Answer it", s.Refused.Overturned.Letter())
	}
	e, err := ground{
		Reason: a.Reason, Evidence: a.Evidence, Filed: a.Filed, Court: a.Court,
		Happened: a.Happened, Aware: a.Aware, Discretion: a.Discretion, Merits: a.Merits,
	}.exclusion(c, s, m)
	if err != nil {
		return err
	}
	s.Refused = e
	return nil
}

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

func exclusionOf(c Case, reason string, m Moment) (policy.Exclusion, bool) {
	s := c.Current()
	if s == nil {
		return policy.Exclusion{}, false
	}
	p, err := PolicyOf(c, s.Number, s.Asked, m.Policies)
	if err != nil {
		return policy.Exclusion{}, false
	}
	return p.Exclusion(reason)
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
// that it is one: no, or any words about disrepair without a not.
func disrepair(answer string) bool {
	words := strings.FieldsFunc(strings.ToLower(answer), func(r rune) bool { return (r < 'a' || r > 'z') && r != '\'' && r != '’' })
	if len(words) == 0 {
		return false
	}
	if slices.ContainsFunc(words, func(w string) bool { return w == "not" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") }) {
		return false
	}
	return words[0] == "no" && len(words) == 1 || slices.Contains(words, "disrepair") && !slices.Contains(words, "no")
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
