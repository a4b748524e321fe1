package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

// lookOtherOfficer finds that whoever looks again had no part in stage 1, in
// fact and on the page (Code 6.13, ruling 14).
func lookOtherOfficer(r *reader, base Finding) []Finding {
	tag, says := "handler", "had no part in our answer at stage 1."
	if r.kind.name == casework.Response {
		tag = "opening"
	}
	if r.kind.name == casework.Response || r.stage.Appeal {
		says = "had no part in our first answer."
	}
	h, _ := handlerOf(r.in, r.stage)
	switch {
	case hadPart(r.in.Case, h.ID):
		return base.wrong(h.Name+" had a part in stage 1. Give stage 2 to somebody else", "signature", Fix{Act: casework.ActAssign})
	case !r.has(tag, says):
		return base.wrong("The letter does not say that whoever looks again had no part in stage 1", tag, Fix{Page: PageWords})
	}
	return base.holds("Somebody who had no part in stage 1")
}

// hadPart says whether an officer handled, covered, reviewed or answered
// stage 1.
func hadPart(c casework.Case, officer int64) bool {
	if officer == 0 || len(c.Stages) < 2 {
		return false
	}
	first := c.Stages[0]
	return slices.Contains(first.Handlers, officer) ||
		slices.ContainsFunc(first.Covers, func(v casework.Cover) bool { return v.Officer == officer }) ||
		slices.ContainsFunc(first.Reviews, func(v casework.Review) bool { return v.By == officer }) ||
		slices.ContainsFunc(c.Points, func(p casework.Point) bool { return p.At(1).By == officer })
}

// lookAppointed finds who chose the manager that hears an appeal, and why it
// was asked for (ruling 3).
func lookAppointed(r *reader, base Finding) []Finding {
	var wrong []Finding
	if by := r.stage.AppointedBy; by == "" || !strings.Contains(r.blocks["handler"], plain("The "+by+" chose me")) {
		wrong = append(wrong, base.fails("The letter does not say who chose the manager that hears the appeal", "handler", again))
	}
	if !r.ends("because", r.stage.Reason) {
		wrong = append(wrong, base.fails("The letter does not give the reasons for the appeal as they are in the case. Make it again", "because", again))
	}
	return base.or(append(wrong, failing(lookOtherOfficer(r, base))...), "Says who hears the appeal, and why")
}

// lookLast finds that the answer is the one at this stage and our last
// (Code 6.10, 6.19 a).
func lookLast(r *reader, base Finding) []Finding {
	found := lookStage(r, base)
	if r.stage.Number < 2 {
		return found
	}
	wrong := failing(found)
	if !strings.Contains(r.blocks["opening"], "final answer") {
		wrong = append(wrong, base.fails("The opening does not say that this is our final answer", "opening", again))
	}
	return base.or(wrong, fmt.Sprintf("Says that this is our final answer, at stage %d", r.letter.Stage))
}

// failing are the findings that do not hold.
func failing(findings []Finding) []Finding {
	return slices.DeleteFunc(findings, func(f Finding) bool { return f.OK })
}

// lookStill reminds to ask what is not settled. Stage 2 needs no reason, so it
// never keeps a letter back (Code 6.11, 6.12).
func lookStill(r *reader, base Finding) []Finding {
	if r.stage.Number < 2 || r.stage.Appeal {
		return base.holds("Nothing to ask about an earlier answer")
	}
	var open []int
	for _, p := range r.points() {
		if p.Still == "" && p.NotOurs == "" && !p.Excluded.Stands() {
			open = append(open, p.ID)
		}
	}
	if len(open) > 0 {
		return base.wrong("Try to find out what is still not settled about "+points(open)+". The resident does not have to say", "", Fix{Act: casework.ActDescribe})
	}
	return base.holds("Says what is still not settled")
}

// firstDecisions finds what stage 1 had decided beside what is decided now,
// under its own name: in the table's heading, or before each in large print.
func (r *reader) firstDecisions(base Finding) []Finding {
	label := "At stage 1"
	if r.stage.Appeal {
		label = "First answer"
	}
	var wrong []Finding
	for _, p := range r.points() {
		tag, want := fmt.Sprintf("first %d", p.ID), firstFound(*p)
		named := strings.Contains(r.blocks["decisions"], label)
		got, stacked := strings.CutPrefix(r.blocks[tag], label+": ")
		if got != want || !named && !stacked {
			wrong = append(wrong, base.fails(fmt.Sprintf("What stage 1 decided on point %d, “%s”, is not on the page", p.ID, strings.ToLower(want)), tag, again))
		}
	}
	return wrong
}

// firstRemedies finds that what stage 1 did to put things right still stands.
func (r *reader) firstRemedies(base Finding) []Finding {
	const tag = "first remedies"
	before := slices.ContainsFunc(r.in.Case.Remedies, func(m casework.Remedy) bool { return m.Stage < r.stage.Number })
	switch {
	case !before && r.blocks[tag] != "":
		return base.wrong("The page has remedies of stage 1 that are not in the case. Make the letter again", tag, again)
	case before && !strings.Contains(r.blocks[tag], r.before()+" to put things right still stands"):
		return base.wrong("The letter does not say that the remedies of stage 1 still stand", tag, again)
	}
	return nil
}

// before names the answer before this one.
func (r *reader) before() string {
	if r.stage.Appeal {
		return "in our first answer"
	}
	return "at stage 1"
}

// lookLate finds that we are sorry where the letter itself is late. What is
// late still has to go.
func lookLate(r *reader, base Finding) []Finding {
	const tag = "late"
	by := lateFor(r.in, r.stage)
	switch {
	case by.IsZero() && r.blocks[tag] != "":
		return base.wrong("The page says that this letter is late, and it is in time. Make it again", tag, again)
	case !by.IsZero() && (!strings.Contains(r.blocks[tag], "sorry") || !r.has(tag, by.Long()+".")):
		return base.wrong("This letter had to go by "+by.Letter()+", and it does not say sorry for being late", tag, again)
	}
	return base.holds("Says sorry where it is late itself")
}
