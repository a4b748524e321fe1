package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// PassOnFacts are what the letter about points that somebody else deals with
// may say beyond AnytimeFacts.
type PassOnFacts struct {
	AnytimeFacts
	Passed []PassedFacts
	Stays  string // "points 1 and 3", which stay ours; "" where none does
}

// PassedFacts is one point that somebody else deals with.
type PassedFacts struct {
	Number    int
	Text      string
	Reason    string // the policy's id of the re-route; "" for a point that is plainly not ours
	To        string
	Reach     string // how to reach them
	On        string
	Because   string // why it is not ours
	Answer    string // to the re-route's first question: the team and its day, the answer given
	Appeal    string // the name of the appeal, and how it is used
	AppealHow string
}

// The re-routes whose letter says more than who deals with the point
// (ruling 13).
const (
	bySelf      = "first-report"
	byAnswer    = "information-request"
	byInsurance = "personal-injury"
	byAppeal    = "own-appeal"
)

var passOnKind = letterKind{
	name: casework.PassOnLetter, script: plainly("pass-on"), obliged: always(policy.PassOnLetter),
	subjectless: true, facts: passOnFacts, points: func(in Input, _ *casework.Stage) []int { return numbersOf(passedOn(in)) },
	officers: []string{"passed to", "passed why"}, days: passedDays,
	looks: map[string]look{
		"received": lookTold, "passed-points": lookPassedPoints, "passed-to": lookPassedTo, "passed-why": lookPassedWhy, "remains": lookRemains,
	},
	house: []houseRule{
		{"not-turned-away", true, "ruling 13", nil, saying("opening", "that nobody is turned away", fixed("not turned you away", "who deals with it now"))},
		{"needs", true, "Code 5.10", nil, lookNeeds},
	},
}

func passOnFacts(f *filling, in Input) (any, error) {
	c := in.Case
	list := passedOn(in)
	switch {
	case c.Anonymous:
		return nil, fmt.Errorf("nobody gave a name for %s, so there is nobody to write to", c.Reference)
	case len(list) == 0:
		return nil, fmt.Errorf("no point of %s has been passed on: record that first", c.Reference)
	}
	p := PassOnFacts{AnytimeFacts: anytime(f, in)}
	if ours := stays(in); len(ours) > 0 {
		p.Stays = points(ours)
	}
	for _, point := range list {
		p.Passed = append(p.Passed, passedFacts(point, f.policy, in))
	}
	return p, nil
}

func passedFacts(point casework.Point, p *policy.Policy, in Input) PassedFacts {
	e, _ := p.Exclusion(point.Excluded.Reason)
	f := PassedFacts{
		Number: point.ID, Text: known(point.Text, "the point"), Reason: reRoute(point),
		To: known(point.Passed.To, "who deals with it"), On: day(point.Passed.On, "the day"), Because: known(point.NotOurs, "why it is not ours"),
	}
	if f.Reason == "" {
		f.Reach = reach(point.Passed.To, p, in)
		return f
	}
	f.To, f.On = e.To, day(point.Excluded.On, "the day")
	f.Answer = answerTo(point, 0)
	switch f.Reason {
	case bySelf, byAnswer:
		f.To = "we do"
	case byAppeal:
		f.Appeal, f.AppealHow = answerTo(point, 0), answerTo(point, 1)
		f.To = f.Appeal
	default:
		f.Reach = reach(e.To, p, in)
	}
	return f
}

// reRoute is what a point is re-routed for; "" where it was passed on as
// plainly not ours.
func reRoute(p casework.Point) string {
	if p.Excluded.Stands() {
		return p.Excluded.Reason
	}
	return ""
}

// answerTo is the answer to one question of a re-route, in the policy's order.
func answerTo(p casework.Point, question int) string {
	if question >= len(p.Excluded.Evidence) {
		return known("", "the answer")
	}
	return known(p.Excluded.Evidence[question].Answer, p.Excluded.Evidence[question].Question)
}

// reach says how somebody is reached: at their own address where the policy has
// it, otherwise through us.
func reach(to string, p *policy.Policy, in Input) string {
	e, ok := p.Elsewhere(to)
	if !ok {
		return "You can reach them through us, on " + held(known(in.Settings.Telephone, "our telephone number")) + "."
	}
	var ways []string
	if e.Telephone != "" {
		ways = append(ways, "Telephone: "+held(e.Telephone))
	}
	if len(e.Address) > 0 {
		ways = append(ways, strings.Join(e.Address, ", "))
	}
	return strings.Join(ways, "\n")
}

// passedOn are the points that a letter on its day tells of: those that
// somebody else deals with and of which the resident had not been told before
// that day; all of them where they had.
func passedOn(in Input) []casework.Point {
	var all, untold []casework.Point
	for _, point := range in.Case.Points {
		told := point.Passed.Told
		if point.Excluded.Stands() {
			if !point.Excluded.ReRoute {
				continue // refused: that has a letter of its own
			}
			told = point.Excluded.Told
		} else if point.Passed.On.IsZero() {
			continue
		}
		all = append(all, point)
		if told.IsZero() || !told.Before(in.Today) {
			untold = append(untold, point)
		}
	}
	if len(untold) > 0 {
		return untold
	}
	return all
}

func numbersOf(list []casework.Point) []int {
	var numbers []int
	for _, p := range list {
		numbers = append(numbers, p.ID)
	}
	return numbers
}

// stays are the points of a complaint that are ours to answer.
func stays(in Input) []int {
	s := in.Case.Current()
	if s == nil {
		return nil
	}
	var ours []int
	for _, p := range pointsOf(in.Case, s) {
		if p.NotOurs == "" && p.Passed.On.IsZero() && !p.Excluded.Stands() {
			ours = append(ours, p.ID)
		}
	}
	return ours
}

func passedDays(r *reader) []calendar.Date {
	var days []calendar.Date
	for _, p := range r.in.Case.Points {
		days = append(days, p.Passed.On, p.Excluded.On)
	}
	return days
}

// passed are the facts of the points as the case has them now, to hold the page
// against.
func (r *reader) passed() []PassedFacts {
	var all []PassedFacts
	for _, p := range passedOn(r.in) {
		all = append(all, passedFacts(p, r.policy, r.in))
	}
	return all
}

func lookPassedPoints(r *reader, base Finding) []Finding {
	list := passedOn(r.in)
	if len(list) == 0 {
		return base.wrong("No point is passed on any more. This letter must not go", "passed", Fix{Act: casework.ActPassOn})
	}
	var wrong []Finding
	for _, p := range list {
		tag := fmt.Sprintf("point %d", p.ID)
		if !r.ends(tag, fmt.Sprintf("%d. %s", p.ID, p.Text)) {
			wrong = append(wrong, base.fails(fmt.Sprintf("Point %d, %s, is not on the page as it is in the case. Make the letter again", p.ID, quoted(p.Text)), tag, again))
		}
	}
	numbers := numbersOf(list)
	for _, tag := range r.starting("point") {
		if !slices.ContainsFunc(numbers, func(n int) bool { return tag == fmt.Sprintf("point %d", n) }) {
			wrong = append(wrong, base.fails("The page has a "+tag+" that nobody else deals with. Make the letter again", tag, again))
		}
	}
	return base.or(wrong, "Says which points somebody else deals with")
}

// passedTitles stand before a cell's own words where the table is one column
// wide, as in large print.
var passedTitles = []string{"Who deals with it now: ", "Since: "}

func (r *reader) afterTitle(tag string) string {
	words := r.blocks[tag]
	for _, title := range passedTitles {
		words = strings.TrimPrefix(words, title)
	}
	return words
}

// lookPassedTo finds who deals with each point, how to reach them, and since
// when (Code 5.7).
func lookPassedTo(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, f := range r.passed() {
		to, on := fmt.Sprintf("passed to %d", f.Number), fmt.Sprintf("passed on %d", f.Number)
		if !strings.HasPrefix(r.afterTitle(to), plain(sentence(f.To))) || f.Reach != "" && !r.ends(to, f.Reach) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The page does not say who deals with point %d and how to reach them", f.Number), to, again))
		}
		if r.afterTitle(on) != plain(f.On) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The page does not say that point %d was passed on on %s", f.Number, plain(f.On)), on, again))
		}
	}
	return base.or(wrong, "Says who deals with it and how to reach them")
}

// lookPassedWhy finds what happens to each point: an appeal by its name and how
// it is used, an injury by the insurance route, a question with its answer
// (ruling 13).
func lookPassedWhy(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, f := range r.passed() {
		tag := fmt.Sprintf("passed why %d", f.Number)
		if r.blocks[headingOf(tag)] != fmt.Sprintf("About point %d", f.Number) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The letter does not say that this is about point %d", f.Number), headingOf(tag), again))
		}
		for _, want := range f.owed() {
			if !strings.Contains(r.blocks[tag], plain(want)) || strings.HasPrefix(want, markOpen) {
				wrong = append(wrong, base.fails(fmt.Sprintf("The letter does not say about point %d: %s", f.Number, want), tag, again))
			}
		}
	}
	return base.or(wrong, "Says what happens to it")
}

// owed are the words that a point's account must have.
func (f PassedFacts) owed() []string {
	switch f.Reason {
	case "":
		return []string{f.Because}
	case bySelf:
		return []string{"service request", "you can complain"}
	case byAnswer:
		return []string{f.Answer}
	case byInsurance:
		return []string{"insurance route", "stays with us", f.Answer}
	case byAppeal:
		return []string{f.Appeal, f.AppealHow}
	}
	return []string{"stays with us", f.Answer}
}

// lookRemains finds what stays with us, and that its day does not move.
func lookRemains(r *reader, base Finding) []Finding {
	ours := stays(r.in)
	words := r.blocks["remains"]
	switch {
	case len(ours) > 0 && (!holds(words, "looking into "+points(ours)+".") || !strings.Contains(words, "stays the same")):
		return base.wrong("The letter does not say that "+points(ours)+" stay with us, and that our day stays the same", "remains", again)
	case len(ours) == 0 && !strings.Contains(words, "is with the people above"):
		return base.wrong("The letter does not say that nothing is left with us", "remains", again)
	}
	return base.holds("Says what stays with us")
}
