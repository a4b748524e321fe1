package letter

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// settled is the input with its case as it stood for the letter: at the
// letter's stage, without what came after the letter's day. A letter that is
// looked at again reads as it did, whatever has happened since.
func (in Input) settled() Input {
	c := &in.Case
	if in.Kind.Offers() {
		c.Redress = offered(in)
	}
	c.Stages = slices.DeleteFunc(slices.Clone(c.Stages), func(s casework.Stage) bool {
		return in.Stage > 0 && s.Number > in.Stage || s.Number > 1 && s.Asked.After(in.Today)
	})
	forget(&c.Died, in.Today)
	forget(&c.Withdrawn, in.Today)
	c.Promises = promisesOn(c.Promises, in.Today)
	s := c.Current()
	if s == nil {
		c.Points = pointsOn(*c, 0, in.Today)
		return in
	}
	c.Points = pointsOn(*c, s.Number, in.Today)
	forget(&s.Acknowledged, in.Today)
	s.Extensions = slices.DeleteFunc(slices.Clone(s.Extensions), func(e casework.Extension) bool { return e.Told.After(in.Today) })
	s.Updates = slices.Clone(s.Updates)
	for i := range s.Updates {
		forget(&s.Updates[i].Given, in.Today)
	}
	if s.Beyond.On.After(in.Today) {
		s.Beyond = casework.Beyond{}
	}
	s.Refused = exclusionOn(s.Refused, in.Today)
	return in
}

// offered are the lines that a letter about money tells of: in the response
// those of its stage and the stages before, in any other letter those of its
// offer, and at stage 2 those of stage 1 within it (ruling 21). What an
// ombudsman ordered is no offer of ours.
func offered(in Input) redress.Ledger {
	stage, own := in.Stage, func(redress.Line) bool { return false }
	if in.Kind == casework.Response && stage == 0 {
		stage = in.Case.StageNumber()
	}
	if in.Kind != casework.Response {
		o, _ := offerIn(in)
		stage = o.Stage - 1
		own = func(l redress.Line) bool { return slices.Contains(o.Lines, l.ID) }
	}
	return slices.DeleteFunc(slices.Clone(in.Case.Redress), func(l redress.Line) bool {
		return l.Head == redress.Award || !own(l) && (l.Stage < 1 || l.Stage > stage)
	})
}

// offerIn is the offer that a letter makes: the one asked for, or the first that
// the resident has still to be told of.
func offerIn(in Input) (casework.Offer, bool) {
	if in.About == 0 {
		drafts := in.Case.ToOffer()
		if len(drafts) == 0 {
			return casework.Offer{}, false
		}
		return drafts[0], true
	}
	i := slices.IndexFunc(in.Case.Offers, func(o casework.Offer) bool { return o.ID == in.About && len(o.Lines) > 0 })
	if i < 0 {
		return casework.Offer{}, false
	}
	return in.Case.Offers[i], true
}

// forget takes away a day that lies after the letter's.
func forget(d *calendar.Date, today calendar.Date) {
	if d.After(today) {
		*d = calendar.Date{}
	}
}

// pointsOn are the points that there were on a day, as a stage had found them.
// What a later stage found of them took the place of that.
func pointsOn(c casework.Case, stage int, today calendar.Date) []casework.Point {
	points := slices.Clone(c.Points)
	if !today.Before(c.Recorded) { // otherwise the computer's clock is wrong, which lookDated says
		points = slices.DeleteFunc(points, func(p casework.Point) bool { return p.Added.After(today) })
	}
	for i := range points {
		p := &points[i]
		if p.Stage > stage {
			takeBack(p, stage)
		}
		p.Excluded = exclusionOn(p.Excluded, today)
		if p.Passed.On.After(today) {
			p.Passed = casework.Passing{}
		}
		forget(&p.Passed.Told, today)
	}
	return points
}

// takeBack gives a point the finding that it had at a stage.
func takeBack(p *casework.Point, stage int) {
	f := p.At(stage)
	p.Finding, p.Reasons, p.Answered, p.By, p.Stage = f.Outcome, f.Reasons, f.Answered, f.By, f.Stage
}

// exclusionOn is an exclusion as it stood on a day.
func exclusionOn(e casework.Exclusion, today calendar.Date) casework.Exclusion {
	if e.On.After(today) {
		return casework.Exclusion{}
	}
	forget(&e.Told, today)
	forget(&e.Overturned, today)
	return e
}

// promisesOn are the promises that had been made on a day, with the days that
// they had then.
func promisesOn(promises []casework.Promise, today calendar.Date) []casework.Promise {
	promises = slices.DeleteFunc(slices.Clone(promises), func(p casework.Promise) bool { return p.Made.After(today) })
	for i := range promises {
		p := &promises[i]
		if p.Kept.After(today) {
			p.Kept, p.Note = calendar.Date{}, ""
		}
		for j := len(p.Moved) - 1; j >= 0 && p.Moved[j].On.After(today); j-- {
			p.Due = p.Moved[j].From
		}
	}
	return promises
}
