package letter

import (
	"casebook/data/casework"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// points fills in what the complaint is and how each point was answered.
func (f *filling) points(in Input) {
	var ours []int
	f.AllOurs = true
	for _, p := range pointsOf(in.Case, f.stage) {
		pf := f.point(p)
		switch {
		case p.Excluded.Stands():
			f.NotTaken, f.AllOurs = append(f.NotTaken, pf), false
		case p.NotOurs != "":
			f.NotOurs, f.AllOurs = append(f.NotOurs, pf), false
		default:
			ours = append(ours, p.ID)
		}
		f.Upheld = f.Upheld || pf.Upheld
		f.Points = append(f.Points, pf)
	}
	for _, o := range overturnedIn(in.Case, f.stage) {
		f.Overturned = append(f.Overturned, OverturnedFacts{Number: o.point, On: day(o.on, "the day")})
	}
	if len(ours) > 0 && !f.AllOurs {
		f.Ours = points(ours)
	}
	for _, p := range f.Points {
		f.Mixed = f.Mixed || f.Upheld && p.Decision == decisions[casework.NotUpheld]
	}
}

// point is one point with what the letter's stage decided of it.
func (f *filling) point(p *casework.Point) PointFacts {
	pf := PointFacts{Number: p.ID, Text: p.Text, NotOurs: p.NotOurs, Reasons: p.Reasons, Still: p.Still}
	switch {
	case p.Excluded.Stands():
		pf.Decision, pf.Reasons = notTaken, toldOf(p.Excluded)
	case p.NotOurs != "":
		pf.Decision, pf.Reasons = notOurs, p.NotOurs
	case p.Finding == "" || p.Stage != f.stage.Number:
		pf.Decision, pf.Reasons = known("", "No answer yet"), known("", "reasons")
	default:
		pf.Decision, pf.Upheld = decisions[p.Finding], p.Finding == casework.Upheld
		pf.Reasons = known(p.Reasons, "reasons")
	}
	if f.stage.Number > 1 {
		pf.First = firstFound(*p)
	}
	pf.Title = pointTitle(pf)
	return pf
}

// firstFound is what stage 1 found of a point, in words.
func firstFound(p casework.Point) string {
	if words, ok := decisions[p.At(1).Outcome]; ok {
		return words
	}
	return noFirst
}

// noFirst stands where stage 1 decided nothing of a point.
const noFirst = "No decision"

// toldOf is where the resident reads about a point that is not dealt with as a
// complaint.
func toldOf(e casework.Exclusion) string {
	if e.Told.IsZero() {
		return "We are writing to you about this point in a letter of its own."
	}
	return "We wrote to you about this point on " + e.Told.Letter() + "."
}

// pointsOf are a stage's points in the order of their numbers, by which the
// screen and every letter name them.
func pointsOf(c casework.Case, s *casework.Stage) []*casework.Point {
	list := c.StagePoints(s)
	slices.SortStableFunc(list, func(a, b *casework.Point) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// longTitle is the longest point that is repeated whole above its reasons, in
// characters: about two lines.
const longTitle = 120

// pointTitle names a point with its decision.
func pointTitle(p PointFacts) string {
	text := flat(p.Text)
	if utf8.RuneCountInString(text) > longTitle {
		return fmt.Sprintf("Point %d. %s.", p.Number, p.Decision)
	}
	if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "!") {
		text = strings.TrimRight(text, ".") + "."
	}
	return fmt.Sprintf("%d. %s %s.", p.Number, text, p.Decision)
}

// decisions are the words for a finding (current page: two outcomes).
var decisions = map[casework.Outcome]string{casework.Upheld: "Upheld", casework.NotUpheld: "Not upheld"}

// notOurs stands for a decision where a point is not ours to answer (Code 5.7).
const notOurs = "Not ours to decide"

// notTaken stands for a decision where a point was passed on or refused
// (ruling 13): its own letter says why.
const notTaken = "Not dealt with as a complaint"
