package demo

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// papers is what comes with a complaint: the housing system's reference, a
// picture, a first note.
func (l *life) papers() {
	if l.chance(35) {
		l.plan(l.day, l.counter(), casework.SetHousingRef{Reference: l.job()})
	}
	if l.chance(22) {
		l.then(l.day, func(on calendar.Date) error {
			picture, err := l.photograph()
			if err != nil {
				return err
			}
			return l.evidence(on, l.counter(), casework.AddEvidence{File: "photograph.png", From: "The resident", Note: "As it looked on the day.",
				Received: on, Point: l.c.Points[0].ID}, picture)
		})
	}
}

// evidence keeps a file with the case.
func (l *life) evidence(on calendar.Date, by casework.Officer, add casework.AddEvidence, content []byte) error {
	c, err := l.keep.Evidence(on, by, l.c.ID, add, content)
	if err != nil {
		return err
	}
	l.become(on, c)
	return nil
}

// handling plans what goes on around an answer: notes, a corrected one, a
// question to a contractor, a resident who asks how it stands.
func (l *life) handling() {
	if l.chance(35) {
		l.notes()
	}
	if l.chance(18) {
		l.ask()
	}
	if l.chance(16) {
		l.enquiry()
	}
}

// soon is a day a few working days on, which may not have come.
func (l *life) soon(least, more int) calendar.Date {
	return l.Holidays.Add(l.day, least+l.rng.IntN(more))
}

func (l *life) notes() {
	on, by := l.soon(0, 4), l.handler()
	l.plan(on, by, casework.AddNote{Text: "Asked for the job history of the last two years."})
	if l.chance(25) {
		l.then(l.Holidays.Add(on, 1), func(on calendar.Date) error {
			last := l.c.Notes[len(l.c.Notes)-1]
			return l.act(on, by, casework.CorrectNote{Note: last.ID, Text: "Asked for the job history of the last three years, not two."})
		})
	}
}

// contractors are those whose job sheets an answer waits for.
var contractors = []string{"Northgate Heating (invented)", "Repairs planners", "Kestrel Roofing (invented)", "Estate services"}

// ask asks a team or contractor; some are reminded, and a few of the newest
// have not answered.
func (l *life) ask() {
	by, whom := l.handler(), pick(l.maker, contractors)
	late := l.chance(40)
	l.then(l.soon(0, 2), func(on calendar.Date) error {
		if !l.open() {
			return nil
		}
		due := l.Holidays.Add(on, 3)
		if err := l.act(on, by, casework.AskOthers{Whom: whom, What: "The job sheet, with the times of each visit", Due: due}); err != nil {
			return err
		}
		asked := l.c.Requests[len(l.c.Requests)-1].ID
		answer := l.Holidays.Add(due, -1)
		if late {
			l.then(l.Holidays.Add(due, 1), func(on calendar.Date) error {
				return l.act(on, by, casework.Remind{Request: asked, On: on})
			})
			answer = l.Holidays.Add(due, 3)
		}
		l.then(answer, func(on calendar.Date) error { return l.answered(on, by, asked, whom) })
		return nil
	})
}

// answered records what a contractor said, with the sheet it sent.
func (l *life) answered(on calendar.Date, by casework.Officer, asked int, whom string) error {
	if err := l.act(on, by, casework.GotAnswer{Request: asked, On: on, Answer: "Two visits are on the sheet; the second found nobody in."}); err != nil {
		return err
	}
	pdf := sheet("DEMONSTRATION", whom, fmt.Sprintf("Job %s", l.job()), "Sheet of case "+string(l.c.Reference), "Nobody named here exists.")
	return l.evidence(on, by, casework.AddEvidence{File: "job sheet.pdf", From: whom, Note: "The visits and their times.", Received: on}, pdf)
}

// enquiry is the commonest walk-in: how does it stand (ruling 28).
func (l *life) enquiry() {
	by := l.counter()
	l.then(l.soon(1, 6), func(on calendar.Date) error {
		way := pick(l.maker, []casework.Channel{casework.Counter, casework.Counter, casework.Telephone})
		if err := l.act(on, by, casework.Enquire{On: on, Way: way}); err != nil {
			return err
		}
		if way == casework.Counter && l.real && l.open() && l.c.Resident.Name != "" {
			return l.hand(on, by, casework.ProgressSlip)
		}
		return nil
	})
}

// cover has a colleague look after the case for a week.
func (l *life) cover() error {
	from := l.soon(1, 3)
	if from.After(l.Today) {
		return errNotYet
	}
	away, with := l.handler(), l.colleague()
	if with.ID == away.ID {
		return nil
	}
	return l.do(l.day, away, casework.CoverFor{Officer: with.ID, From: from, Until: l.Holidays.Add(from, 4)})
}

// conflict takes the case from an officer who knows the resident.
func (l *life) conflict() (over bool, err error) {
	if err := l.do(l.day, l.handler(), casework.DeclareConflict{What: "The resident and I sing in the same choir."}); err != nil {
		return false, err
	}
	return false, l.do(l.day, l.manager, casework.Assign{To: l.colleague().ID})
}

// confide keeps a case about an officer from that officer.
func (l *life) confide() (over bool, err error) {
	about := l.desk[0]
	if about.ID == l.by.ID {
		about = l.desk[len(l.desk)-1]
	}
	return false, l.do(l.day, l.manager, casework.Protect{Confidential: true, Access: []int64{l.handler().ID, l.manager.ID},
		Barred: []int64{about.ID}, Why: "It is about somebody who works at the counter."})
}

// restrict limits contact after the answer, and looks at it again (Code 5.14,
// 5.15).
func (l *life) restrict() (over bool, err error) {
	on, err := l.step(3)
	if err != nil {
		return false, err
	}
	if err := l.do(on, l.manager, casework.Restrict{
		What: "Please write to us or ask for Helen Marsh. Other telephone lines will not talk about this case. You can still report a repair or make a new complaint as everybody can.",
		Why:  "Officers were shouted at and sworn at in six calls in one week.", Equality: "We asked about needs and disability. None was named that this would affect.",
		From: on, Review: on.AddMonths(3),
	}); err != nil {
		return false, err
	}
	if err := l.send(on, l.manager, casework.RestrictionLetter); err != nil {
		return false, err
	}
	r := l.c.Restrictions[0]
	keep := l.chance(30)
	l.then(r.Review, func(on calendar.Date) error {
		review := casework.ReviewRestriction{Restriction: r.ID, On: on, Keep: keep, Why: "There were no further calls of that kind."}
		if keep {
			review.Review, review.Why = on.AddMonths(3), "It happened once more in the summer."
		}
		return l.act(on, l.manager, review)
	})
	return true, l.close()
}
