package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// lookPoints finds every complaint point on the page as it stands in the case,
// and no other (Code 5.6).
func lookPoints(r *reader, base Finding) []Finding {
	list := r.points()
	if len(list) == 0 {
		return base.wrong("The complaint has no points. Set out what we understand it to be", "", Fix{Act: casework.ActDescribe})
	}
	var wrong []Finding
	known := map[string]bool{}
	for _, p := range list {
		tag := fmt.Sprintf("point %d", p.ID)
		known[tag] = true
		if !r.ends(tag, r.understood(p)) {
			wrong = append(wrong, base.fails(fmt.Sprintf("Point %d, %s, is not on the page as it is in the case. Make the letter again", p.ID, quoted(p.Text)), tag, again))
		}
	}
	for _, tag := range r.starting("point") {
		if !known[tag] {
			wrong = append(wrong, base.fails(fmt.Sprintf("The page has a %s that is not in the case. Make the letter again", tag), tag, again))
		}
	}
	return base.or(wrong, "Sets out the complaint")
}

// understood is a point as the page has it: after stage 1 with what is not
// settled, where the resident said so (Code 5.6, 6.11, 6.12).
func (r *reader) understood(p *casework.Point) string {
	text := fmt.Sprintf("%d. %s", p.ID, p.Text)
	if r.stage.Number > 1 && p.Still != "" {
		text += " " + stillOpen + " " + p.Still
	}
	return text
}

// stillOpen stands before what is not settled.
const stillOpen = "Still not settled:"

// points are those that the letter's stage answers.
func (r *reader) points() []*casework.Point {
	if r.stage == nil {
		return nil
	}
	return pointsOf(r.in.Case, r.stage)
}

// lookUnderstood finds the whole complaint definition again: the points and
// what the resident wanted (Code 6.9 b).
func lookUnderstood(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, f := range append(lookPoints(r, base), lookWanted(r, base)...) {
		if !f.OK {
			wrong = append(wrong, f)
		}
	}
	return base.or(wrong, "Sets out the complaint and what was wanted")
}

func lookWanted(r *reader, base Finding) []Finding {
	wanted := wantedOf(r.in.Case, r.stage)
	switch {
	case strings.TrimSpace(wanted) == "":
		return base.wrong("The letter cannot say what the resident would like to happen. Ask, and add it to the case", "wanted", Fix{Act: casework.ActDescribe})
	case !r.ends("wanted", wanted):
		return base.wrong("What the resident would like to happen is not on the page as it is in the case. Make the letter again", "wanted", again)
	}
	return base.holds("Says what the resident would like to happen")
}

// lookResponsibility finds which parts are ours (Code 5.7).
func lookResponsibility(r *reader, base Finding) []Finding {
	const tag = "responsibility"
	var wrong []Finding
	var ours []int
	for _, p := range r.points() {
		if p.Excluded.Stands() {
			wrong = append(wrong, r.untaken(p, base)...)
			continue
		}
		if p.NotOurs == "" {
			ours = append(ours, p.ID)
			continue
		}
		block := fmt.Sprintf("not ours %d", p.ID)
		if !r.ends(block, p.NotOurs) || !r.has(block, fmt.Sprintf("not responsible for point %d.", p.ID)) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The letter does not say why point %d, %s, is not ours", p.ID, quoted(p.Text)), block, again))
		}
	}
	all := len(ours) == len(r.points())
	words := r.blocks[tag]
	switch {
	case !strings.Contains(words, "responsible for") && len(ours) > 0:
		wrong = append(wrong, base.fails("The letter does not say what we are responsible for", tag, again))
	case all && (!strings.Contains(words, "everything") || strings.Contains(words, "not responsible")):
		wrong = append(wrong, base.fails("Every point is ours, and the letter does not say so", tag, again))
	case !all && len(ours) > 0 && !holds(words+" .", points(ours)+".") && !holds(words, points(ours)):
		wrong = append(wrong, base.fails("The letter does not name the points that are ours: "+points(ours), tag, again))
	}
	return base.or(wrong, "Says what we are responsible for")
}

// untaken finds that a point which is not dealt with as a complaint is not
// claimed, and where the resident reads about it (ruling 13).
func (r *reader) untaken(p *casework.Point, base Finding) []Finding {
	tag := fmt.Sprintf("not taken %d", p.ID)
	if !r.ends(tag, toldOf(p.Excluded)) || !r.has(tag, fmt.Sprintf("not dealing with point %d", p.ID)) {
		return base.wrong(fmt.Sprintf("The letter does not say that point %d, %s, is not dealt with as a complaint", p.ID, quoted(p.Text)), tag, again)
	}
	return nil
}

// lookDecisions finds each decision in its row, above its reasons, and in the
// sentence at the top (Code 6.9 c; the current page has two outcomes).
func lookDecisions(r *reader, base Finding) []Finding {
	var wrong []Finding
	upheld, mixed := false, false
	for _, p := range r.points() {
		want := decisionOf(r, p)
		if want == "" {
			continue // lookEveryPoint says so
		}
		upheld = upheld || want == decisions[casework.Upheld]
		tag := fmt.Sprintf("decision %d", p.ID)
		if got := strings.TrimPrefix(r.blocks[tag], "Our decision: "); got != want {
			wrong = append(wrong, base.fails(fmt.Sprintf("The decision on point %d is “%s”, and the page does not say so", p.ID, strings.ToLower(want)), tag, again))
		}
		heading := fmt.Sprintf("heading reasons %d", p.ID)
		if !strings.HasSuffix(r.blocks[heading], ". "+want+".") && !strings.HasSuffix(r.blocks[heading], "? "+want+".") && !strings.HasSuffix(r.blocks[heading], "! "+want+".") {
			wrong = append(wrong, base.fails(fmt.Sprintf("The heading of point %d does not give its decision, “%s”", p.ID, strings.ToLower(want)), heading, again))
		}
	}
	if r.stage.Number > 1 {
		wrong = append(wrong, r.firstDecisions(base)...)
	}
	for _, p := range r.points() {
		mixed = mixed || upheld && decisionOf(r, p) == decisions[casework.NotUpheld]
	}
	if len(r.in.Case.Unanswered(r.stage)) > 0 {
		return base.or(wrong, "Gives the decisions made so far")
	}
	if f, bad := overall(r, base, upheld, mixed); bad {
		wrong = append(wrong, f)
	}
	return base.or(wrong, "Gives the decision on every point")
}

// decisionOf is the word for a point's decision, "" while it has none.
func decisionOf(r *reader, p *casework.Point) string {
	switch {
	case p.Excluded.Stands():
		return notTaken
	case p.NotOurs != "":
		return notOurs
	case p.Finding == "" || p.Stage != r.stage.Number:
		return ""
	}
	return decisions[p.Finding]
}

// overall reads the sentence that gives the outcome of the whole complaint
// (ruling 15).
func overall(r *reader, base Finding, upheld, mixed bool) (Finding, bool) {
	words := r.blocks["opening"]
	saysNot := strings.Contains(words, "complaint is not upheld")
	says := strings.Contains(words, "complaint is upheld")
	switch {
	case upheld && (!says || saysNot):
		return base.fails("The complaint is upheld, and the opening does not say so", "opening", again), true
	case !upheld && (!saysNot || says):
		return base.fails("The complaint is not upheld, and the opening does not say so", "opening", again), true
	case mixed != strings.Contains(words, "not every part"):
		return base.fails("The opening has to say whether every part is upheld", "opening", again), true
	}
	return base, false
}

// lookReasons finds the reasons for each decision as the officer wrote them
// (Code 6.9 d).
func lookReasons(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, p := range r.points() {
		tag, reasons := fmt.Sprintf("reasons %d", p.ID), p.Reasons
		switch {
		case p.Excluded.Stands():
			reasons = toldOf(p.Excluded)
		case p.NotOurs != "":
			reasons = p.NotOurs
		}
		if decisionOf(r, p) != "" && !r.ends(tag, reasons) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The reasons for point %d, %s, are not on the page as they are in the case. Make the letter again", p.ID, quoted(p.Text)), tag, again))
		}
	}
	return base.or(wrong, "Gives the reasons for each decision")
}

// lookEveryPoint finds the points that nobody has answered (Code 6.7).
func lookEveryPoint(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, p := range r.in.Case.Unanswered(r.stage) {
		wrong = append(wrong, base.fails(fmt.Sprintf("Point %d, %s, has no answer", p.ID, quoted(p.Text)),
			fmt.Sprintf("decision %d", p.ID), Fix{Act: casework.ActAnswer, Point: p.ID}))
	}
	return base.or(wrong, "Answers every point")
}

// lookStage finds the stage in the subject, and no other stage anywhere but
// where the letter says how to go further (Code 6.9 a).
func lookStage(r *reader, base Finding) []Finding {
	want := fmt.Sprintf("stage %d", r.letter.Stage)
	if r.stage.Number != r.letter.Stage {
		return base.wrong("The case is at another stage now. Make the letter again", "subject", again)
	}
	var wrong []Finding
	if !strings.Contains(strings.ToLower(r.blocks["subject"]), want) {
		wrong = append(wrong, base.fails("The subject does not say that this is "+want, "subject", again))
	}
	if !strings.Contains(strings.ToLower(r.blocks["opening"]), want) {
		wrong = append(wrong, base.fails("The opening does not say that this is "+want, "opening", again))
	}
	r.each(func(tag, words string) {
		for _, got := range stageNamed.FindAllString(strings.ToLower(words), -1) {
			if got != want && !r.mayName(tag, got) {
				wrong = append(wrong, base.fails(fmt.Sprintf("This is %s, and the page says “%s”", want, got), tag, again))
			}
		}
	}, ours)
	return base.or(wrong, "Says that this is "+want)
}

// mayName says whether a block may name a stage that is not the letter's: at
// stage 1 the next one where the letter says how to go further, at stage 2 the
// one before.
func (r *reader) mayName(tag, stage string) bool {
	if r.letter.Stage > 1 {
		return stage == "stage 1" && tag != "subject" && tag != "opening"
	}
	further := slices.Contains([]string{"escalation", "accept", "designated"}, tag) || strings.HasPrefix(tag, "route ")
	return further && stage == "stage 2"
}

// lookDefinition finds the Code's words for what a complaint is, unchanged.
func lookDefinition(r *reader, base Finding) []Finding {
	if !strings.Contains(r.blocks["definition"], plain(r.policy.Definition.Text)) {
		return base.wrong("What a complaint is does not stand there in the Code's own words", "definition", Fix{Page: PageWords})
	}
	return base.holds("Says what a complaint is, in the Code's words")
}

// lookEscalation finds how the resident can go further (Code 6.9 g, 6.12).
func lookEscalation(r *reader, base Finding) []Finding {
	const tag = "escalation"
	words := r.blocks[tag]
	if r.stage.Number > 1 {
		return r.lastStep(base)
	}
	p, open := r.in.Policies.SecondStage(r.policy, r.in.Case.Closed, r.in.Today)
	if !open {
		a := r.policy.Appeal
		if a == nil || !strings.Contains(words, "appeal") || a.NeedsReasons && !strings.Contains(words, "why") ||
			!strings.Contains(strings.ToLower(words), strings.ToLower(a.AppointedBy)) {
			return base.wrong("The letter does not explain the appeal: who hears it, and that it needs reasons", tag, again)
		}
		return base.holds("Explains how to appeal")
	}
	rule, _ := p.Stage(2)
	var missing []string
	need := func(ok bool, what string) {
		if !ok {
			missing = append(missing, what)
		}
	}
	need(strings.Contains(words, "stage 2"), "that it is stage 2")
	need(noReason.MatchString(words), "that no reason is needed")
	need(strings.Contains(words, "no time limit"), "that there is no time limit")
	need(strings.Contains(words, "any way"), "that any way of asking will do")
	for _, act := range []policy.Act{rule.Acknowledge, rule.Respond} {
		if c, ok := p.Clock(act); ok {
			length := number(c.Days) + " " + c.Unit
			need(strings.Contains(words, "within "+length), "our time of "+length)
		}
	}
	if len(missing) > 0 {
		return base.wrong("How to ask for stage 2 is not all there. Missing: "+listed(missing), tag, again)
	}
	return base.holds("Explains how to ask for stage 2")
}

// lastStep finds that the answer is our last, and who can be asked now
// (Code 6.10, 6.19).
func (r *reader) lastStep(base Finding) []Finding {
	const tag = "escalation"
	words := r.blocks[tag]
	switch {
	case !strings.Contains(words, "our last answer"):
		return base.wrong("The letter does not say that this is our last answer", tag, Fix{Page: PageWords})
	case !strings.Contains(words, plain(further(r.in, r.policy))):
		return base.wrong("The letter does not say who can be asked now: "+further(r.in, r.policy), tag, again)
	case r.retired() && !strings.Contains(r.blocks["designated"], "designated person"):
		return base.wrong("The letter does not explain the designated person, who was still law that day", "designated", Fix{Page: PageWords})
	}
	return base.holds("Explains how to go to the Ombudsman")
}
