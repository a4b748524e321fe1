package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// refusalLooks are what a refusal is read for, of points or of stage 2.
var refusalLooks = map[string]look{
	"reasons": eachRefused(lookGround), "circumstances": eachRefused(lookCircumstances), "proceedings": eachRefused(lookProceedings),
	"discretion": eachRefused(lookDiscretion), "evidence": eachRefused(lookBasis),
	"goes-on": lookGoesOn, "right-to-ombudsman": lookRight, "in-time": lookRefusedInTime,
}

// eachRefused reads for one thing of everything that the letter refuses.
func eachRefused(one func(r *reader, x refused, base Finding) []Finding) look {
	return func(r *reader, base Finding) []Finding {
		all := refusedIn(r.in, r.stage, r.policy)
		if len(all) == 0 {
			return base.wrong("Nothing is refused that the resident has still to be told of", "", Fix{Act: casework.ActExclude})
		}
		var wrong []Finding
		for _, x := range all {
			wrong = append(wrong, one(r, x, base)...)
		}
		return base.or(wrong, "Says "+thingsLooked[base.ID])
	}
}

// thingsLooked are in words what was found, by the obligation's id.
var thingsLooked = map[string]string{
	"reasons": "why", "circumstances": "that the resident's own circumstances were considered", "proceedings": "where the proceedings are",
	"discretion": "who decided, and what was thought about taking it up", "evidence": "what it rests on",
}

// named is how a finding speaks of what is refused.
func (x refused) named() string {
	if x.point == nil {
		return "stage 2"
	}
	return fmt.Sprintf("point %d, %s", x.point.ID, quoted(x.point.Text))
}

// fix is the act that mends what the decision lacks.
func (x refused) fix() Fix {
	if x.point == nil {
		return Fix{Act: casework.ActRefuseStage2}
	}
	return Fix{Act: casework.ActExclude, Point: x.point.ID}
}

// lookGround finds the exclusion in words beside what it refuses (Code 2.1).
func lookGround(r *reader, x refused, base Finding) []Finding {
	tag := "ground " + x.tag
	var wrong []Finding
	if words := ground(x.why, r.policy); !r.ends(tag, words) {
		wrong = append(wrong, base.fails("Why we are not dealing with "+x.named()+" is not on the page", tag, again))
	}
	if x.point != nil && !r.has("heading point "+x.tag, fmt.Sprintf("Point %d. %s", x.point.ID, notTaken)) {
		wrong = append(wrong, base.fails("The heading does not name "+x.named(), "heading point "+x.tag, again))
	}
	if x.point != nil && !r.ends("point "+x.tag, x.point.Text) {
		wrong = append(wrong, base.fails(x.named()+", is not on the page as it is in the case. Make the letter again", "point "+x.tag, again))
	}
	if words := whenHappened(x.why); words != "" && r.blocks["happened "+x.tag] != plain(words) {
		wrong = append(wrong, base.fails("The days that the time runs from are not on the page", "happened "+x.tag, again))
	}
	return wrong
}

// lookCircumstances finds the circumstances of this case (Code 2.5).
func lookCircumstances(r *reader, x refused, base Finding) []Finding {
	tag := "merits " + x.tag
	switch {
	case strings.TrimSpace(x.why.Merits) == "":
		return base.wrong("Nobody has written which circumstances were considered. Nothing is refused by rule alone", tag, x.fix())
	case !r.ends(tag, x.why.Merits) || !r.has(tag, "We looked at your own circumstances."):
		return base.wrong("The circumstances that were considered are not on the page as they are in the case. Make the letter again", tag, again)
	}
	return nil
}

// lookProceedings finds the court's details where a matter is at court.
func lookProceedings(r *reader, x refused, base Finding) []Finding {
	tag := "court " + x.tag
	atLaw := x.why.Reason == casework.OurLegalAction || x.why.Reason == casework.TheirLegalAction
	switch {
	case atLaw && (x.why.Filed.IsZero() || x.why.Court == ""):
		return base.wrong("A matter counts as at court once the claim form is filed. Enter the day and the court's reference", tag, x.fix())
	case r.blocks[tag] != plain(atCourt(x.why)):
		return base.wrong("The day the claim form was filed and the court's reference are not on the page. Make the letter again", tag, again)
	}
	return nil
}

// lookDiscretion finds who decided, and what was thought about taking the
// matter up all the same (Code 2.3).
func lookDiscretion(r *reader, x refused, base Finding) []Finding {
	tag := "discretion " + x.tag
	e, _ := r.policy.Exclusion(x.why.Reason)
	decider := r.in.Officers[x.why.By].Name
	switch {
	case e.Months > 0 && x.why.Discretion == "":
		return base.wrong("Nobody has written why an older matter is not taken up all the same", tag, x.fix())
	case decider == "" || !r.has(tag, decider+" decided this."):
		return base.wrong("The letter does not say who decided", tag, again)
	case x.why.Discretion != "" && !r.ends(tag, x.why.Discretion):
		return base.wrong("What was thought about taking it up all the same is not on the page as it is in the case. Make the letter again", tag, again)
	}
	return nil
}

// lookBasis finds an answer to every question of the policy, in the case and,
// where it is in words of its own, on the page (Code 2.1).
func lookBasis(r *reader, x refused, base Finding) []Finding {
	tag := "basis " + x.tag
	e, _ := r.policy.Exclusion(x.why.Reason)
	var wrong []Finding
	for _, question := range e.Evidence {
		if !answeredIn(x.why, question) {
			wrong = append(wrong, base.fails("This is not recorded yet: "+question, tag, x.fix()))
		}
	}
	if words := basis(x.why); words != "" && !r.ends(tag, words) {
		wrong = append(wrong, base.fails("What the refusal rests on is not on the page as it is in the case. Make the letter again", tag, again))
	}
	return wrong
}

func answeredIn(e casework.Exclusion, question string) bool {
	for _, q := range e.Evidence {
		if q.Question == question && strings.TrimSpace(q.Answer) != "" {
			return true
		}
	}
	return false
}

// lookGoesOn finds which points are looked into all the same (ruling 13).
func lookGoesOn(r *reader, base Finding) []Finding {
	const tag = "goes on"
	goOn, passed := others(r.in, r.stage, r.policy)
	words := r.blocks[tag]
	what := which(refusedIn(r.in, r.stage, r.policy), len(r.points()))
	if what != "it" {
		what += " of it"
	}
	switch {
	case !r.has("opening", "deal with "+what+" as a complaint."):
		return base.wrong("The opening does not say what we will not deal with as a complaint", "opening", again)
	case len(goOn) > 0 && !holds(words, "looking into "+points(goOn)+"."):
		return base.wrong("The letter does not say that we go on looking into "+points(goOn), tag, again)
	case len(passed) > 0 && !strings.Contains(words, "omebody else deals with "+points(passed)):
		return base.wrong("The letter does not say that somebody else deals with "+points(passed), tag, again)
	case len(goOn)+len(passed) == 0 && words != "":
		return base.wrong("Nothing goes on, and the letter says that something does. Make it again", tag, again)
	}
	return base.holds("Says what goes on")
}

// lookRight finds that the refusal itself can be taken to the Ombudsman
// (Code 2.4, 5.11).
func lookRight(r *reader, base Finding) []Finding {
	const tag = "right"
	words := r.blocks[tag]
	if !strings.Contains(words, "our decision") || !strings.Contains(words, "at any time") || !strings.Contains(words, plain(further(r.in, r.policy))) {
		return base.wrong("The letter does not say that the resident can take this decision to "+further(r.in, r.policy), tag, Fix{Page: PageWords})
	}
	return base.holds("Says that the refusal itself can go to the Ombudsman")
}

// lookRefusedInTime points out a refusal that goes after its time. It still
// has to go (ruling 13).
func lookRefusedInTime(r *reader, base Finding) []Finding {
	var first calendar.Date
	for _, x := range refusedIn(r.in, r.stage, r.policy) {
		if due := x.why.TellBy.Due; !due.IsZero() && (first.IsZero() || due.Before(first)) {
			first = due
		}
	}
	if !first.IsZero() && r.in.Today.After(first) {
		return base.wrong(fmt.Sprintf("This had to go by %s. It is late, and it still has to go", first.Letter()), "", Fix{})
	}
	return base.holds("Goes in time")
}

// lookAnswerStands finds that a stage 2 which is not opened leaves the answer at
// stage 1 as it was.
func lookAnswerStands(r *reader, base Finding) []Finding {
	const tag = "stands"
	if !strings.Contains(r.blocks[tag], "answer at stage 1 stands") {
		return base.wrong("The letter does not say that our answer at stage 1 stands", tag, Fix{Page: PageWords})
	}
	return base.holds("Says that our answer at stage 1 stands")
}

// lookOverturned finds that a refusal which the resident was told of no longer
// holds, since when, and that we are sorry for it (ruling 13).
func lookOverturned(r *reader, base Finding) []Finding {
	var wrong []Finding
	all := overturnedIn(r.in.Case, r.stage)
	for _, o := range all {
		tag, what := fmt.Sprintf("overturned %d", o.point), "not open stage 2."
		if o.point > 0 {
			what = fmt.Sprintf("not deal with point %d as a complaint.", o.point)
		}
		if !r.has(tag, what) || !r.has(tag, "On "+o.on.Letter()) || !strings.Contains(r.blocks[tag], "sorry") {
			wrong = append(wrong, base.fails("The letter does not say that the refusal was set aside on "+o.on.Letter(), tag, again))
		}
	}
	if len(r.starting("overturned")) > len(all) {
		wrong = append(wrong, base.fails("The page has a refusal set aside that is not in the case. Make the letter again", "", again))
	}
	return base.or(wrong, "Says which refusals no longer hold")
}
