package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// RefusalFacts are what a refusal may say: of one or more points, or of the
// stage 2 that was asked for.
type RefusalFacts struct {
	Facts
	Refused []RefusedFacts
	Which   string // "point 2", "points 2 and 3"; "it" where nothing else was told
	GoesOn  string // the points that are looked into: "points 1 and 4"
	Passed  string // the points that somebody else deals with
}

// RefusedFacts is one thing that is not dealt with as a complaint.
type RefusedFacts struct {
	Tag        string // the point's number, or "stage 2"
	Title      string // "Point 2. Not dealt with as a complaint"
	Text       string // what the resident told us; "" for stage 2
	Ground     string // the exclusion in words
	Basis      string // each question of the policy with its answer, one a line
	Court      string // where the matter is at court
	Happened   string // where it is too long ago
	Merits     string // the circumstances that were looked at
	Discretion string // taking it up all the same, as it was considered
	Decider    string
}

var refusalKind = letterKind{
	name: casework.RefusalLetter, staged: true, script: byPolicy("refusal"), obliged: always(policy.RefusalLetter),
	facts: refusalFacts, points: refusedPoints, officers: refusedByOfficers,
	looks: refusalLooks, days: refusedDays,
	house: []houseRule{{"money", true, "", nil, lookNoMoney}, {"sorry", true, "", nil, lookSorry}},
}

var escalationKind = letterKind{
	name: casework.EscalationRefusal, staged: true, script: byPolicy("escalation-refusal"), obliged: always(policy.EscalationRefusal),
	facts: escalationFacts, officers: refusedByOfficers,
	looks: refusalLooks, days: refusedDays,
	house: []houseRule{{"money", true, "", nil, lookNoMoney}, {"sorry", true, "", nil, lookSorry}, {"stands", true, "", nil, lookAnswerStands}},
}

// refusedByOfficers are the blocks of a refusal that an officer writes freely.
var refusedByOfficers = []string{"basis", "court", "merits", "discretion"}

// refused is one exclusion that a letter tells of.
type refused struct {
	tag   string
	point *casework.Point // nil for a stage 2 that is not opened
	why   casework.Exclusion
}

// refusedIn are the exclusions that a letter tells of: the refused points that
// the resident has still to be told of, or was told of that day, or the stage 2
// that was not opened.
func refusedIn(in Input, s *casework.Stage, p *policy.Policy) []refused {
	if in.Kind == casework.EscalationRefusal {
		if s.Number < 2 || !s.Refused.Stands() {
			return nil
		}
		return []refused{{tag: "stage 2", why: s.Refused}}
	}
	var all []refused
	for _, point := range pointsOf(in.Case, s) {
		e := point.Excluded
		if e.Stands() && refuses(e, p) && (e.Told.IsZero() || e.Told == in.Today) {
			all = append(all, refused{tag: fmt.Sprint(point.ID), point: point, why: e})
		}
	}
	return all
}

// refuses says whether an exclusion is one of the refusals, not a way to
// somebody else. One that the policy does not know needs the fuller letter.
func refuses(e casework.Exclusion, p *policy.Policy) bool {
	x, ok := p.Exclusion(e.Reason)
	return !ok || x.Refuses()
}

func refusedPoints(in Input, s *casework.Stage) []int {
	p, ok := policyOf(in, s)
	if !ok {
		return nil
	}
	var numbers []int
	for _, r := range refusedIn(in, s, p) {
		numbers = append(numbers, r.point.ID)
	}
	return numbers
}

func refusalFacts(f *filling, in Input) (any, error) {
	all := refusedIn(in, f.stage, f.policy)
	if len(all) == 0 {
		return nil, fmt.Errorf("%s has no refused point that the resident has still to be told of: what goes to somebody else has a pass-on letter", in.Case.Reference)
	}
	facts := RefusalFacts{Facts: f.Facts, Which: which(all, len(f.Points))}
	for _, r := range all {
		facts.Refused = append(facts.Refused, f.refused(r, in))
	}
	goOn, passed := others(in, f.stage, f.policy)
	if len(goOn) > 0 {
		facts.GoesOn = points(goOn)
	}
	if len(passed) > 0 {
		facts.Passed = points(passed)
	}
	return facts, nil
}

// which names what is refused among so many points: "it" where it is all.
func which(all []refused, of int) string {
	if len(all) == of {
		return "it"
	}
	var numbers []int
	for _, r := range all {
		numbers = append(numbers, r.point.ID)
	}
	return points(numbers)
}

// others are the points that a refusal leaves alone: those that are looked
// into, and those that somebody else deals with (ruling 13).
func others(in Input, s *casework.Stage, p *policy.Policy) (goOn, passed []int) {
	for _, point := range pointsOf(in.Case, s) {
		switch {
		case !point.Excluded.Stands():
			goOn = append(goOn, point.ID)
		case !refuses(point.Excluded, p):
			passed = append(passed, point.ID)
		}
	}
	return goOn, passed
}

func escalationFacts(f *filling, in Input) (any, error) {
	all := refusedIn(in, f.stage, f.policy)
	if len(all) == 0 {
		return nil, fmt.Errorf("stage 2 of %s was not refused: there is nothing to write", in.Case.Reference)
	}
	return RefusalFacts{Facts: f.Facts, Refused: []RefusedFacts{f.refused(all[0], in)}, Which: "it"}, nil
}

// refused is one exclusion in the words of its letter.
func (f *filling) refused(r refused, in Input) RefusedFacts {
	e := r.why
	facts := RefusedFacts{
		Tag: r.tag, Title: "Why we are not opening stage 2", Ground: ground(e, f.policy), Basis: basis(e),
		Court: atCourt(e), Happened: whenHappened(e), Merits: known(e.Merits, "the circumstances that we looked at"),
		Discretion: discretion(e, f.policy), Decider: known(in.Officers[e.By].Name, "who decided"),
	}
	if r.point != nil {
		facts.Title, facts.Text = fmt.Sprintf("Point %d. %s", r.point.ID, notTaken), r.point.Text
	}
	return facts
}

// ground is the exclusion as the resident is told it.
func ground(e casework.Exclusion, p *policy.Policy) string {
	x, _ := p.Exclusion(e.Reason)
	return known(cmp.Or(x.Letter, x.Title), "why we are not dealing with it")
}

// basis is each question of the policy that has an answer in words of its own.
func basis(e casework.Exclusion) string {
	var lines []string
	for _, q := range e.Evidence {
		switch {
		case casework.QuestionField(q.Question) != "" || strings.TrimSpace(q.Answer) == "":
		case strings.HasPrefix(q.Question, "that "):
			lines = append(lines, q.Answer) // says it by itself
		default:
			lines = append(lines, sentence(q.Question)+": "+q.Answer)
		}
	}
	return strings.Join(lines, "\n")
}

// atCourt is where the resident finds the proceedings (Code 2.2).
func atCourt(e casework.Exclusion) string {
	if e.Filed.IsZero() {
		return ""
	}
	return fmt.Sprintf("The claim form was filed at court on %s. The court’s reference is %s.", day(e.Filed, ""), known(e.Court, "the court's reference"))
}

// whenHappened is the day that the time limit runs from (Code 2.3).
func whenHappened(e casework.Exclusion) string {
	if e.Happened.IsZero() {
		return ""
	}
	words := "It happened on " + day(e.Happened, "") + "."
	if e.Aware.After(e.Happened) {
		words += " You first knew of it on " + day(e.Aware, "") + "."
	}
	return words
}

// discretion is what was thought about taking a matter up all the same. It is
// owed where the matter is too long ago (Code 2.3).
func discretion(e casework.Exclusion, p *policy.Policy) string {
	if x, _ := p.Exclusion(e.Reason); x.Months > 0 {
		return known(e.Discretion, "why it is not taken up all the same")
	}
	return e.Discretion
}

// refusedDays are the days that a refusal may name.
func refusedDays(r *reader) []calendar.Date {
	var days []calendar.Date
	for _, x := range refusedIn(r.in, r.stage, r.policy) {
		days = append(days, x.why.Filed, x.why.Happened, x.why.Aware)
	}
	return slices.DeleteFunc(days, calendar.Date.IsZero)
}

// overturned is a refusal that the resident was told of and that was set aside.
type overturned struct {
	point int // 0 for a stage 2 that was not to be opened
	on    calendar.Date
}

func overturnedIn(c casework.Case, s *casework.Stage) []overturned {
	var all []overturned
	add := func(point int, e casework.Exclusion) {
		if !e.Told.IsZero() && !e.Overturned.IsZero() {
			all = append(all, overturned{point, e.Overturned})
		}
	}
	add(0, s.Refused)
	if s.Number == 1 {
		for _, p := range pointsOf(c, s) {
			add(p.ID, p.Excluded)
		}
	}
	return all
}
