package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// run lives a complaint as far as it has come.
func (l *life) run() error {
	err := l.stages()
	if err == nil || err == errNotYet {
		l.finish()
		err = l.fault
	}
	return err
}

// stages lives both stages.
func (l *life) stages() error {
	if l.c.Current().Handler == 0 {
		if l.c.Received.AddDays(3).After(l.Today) {
			return nil // still unassigned, as a few of the newest are
		}
		if err := l.do(l.day, l.manager, casework.Assign{To: pick(l.maker, l.answer).ID}); err != nil {
			return err
		}
	}
	if l.real && l.c.Channel == casework.Counter && l.c.Resident.Name != "" && l.chance(60) {
		if err := l.hand(l.c.Recorded, l.by, casework.Receipt); err != nil {
			return err
		}
	}
	l.watchHazards()
	l.papers()
	if l.turn != nil && l.turn.early != nil {
		if over, err := l.turn.early(l); over || err != nil {
			return err
		}
	}
	if err := l.stage(); err != nil {
		return err
	}
	if l.turn != nil && l.turn.after != nil {
		if over, err := l.turn.after(l); over || err != nil {
			return err
		}
	} else if l.chance(10) {
		return l.secondStage()
	}
	return l.close()
}

// stage acknowledges, does what there is to do, and answers.
func (l *life) stage() error {
	s := l.c.Current()
	acknowledged, come := l.later(s.Asked, l.waiting(s.AcknowledgeBy, s.Asked, l.slow(4), 7))
	if !come {
		return errNotYet
	}
	if acknowledged.Before(l.day) {
		acknowledged = l.day
	}
	if !s.Appeal {
		if err := l.send(acknowledged, l.handler(), casework.Acknowledgement); err != nil {
			return err
		}
	}
	l.handling()
	if l.turn != nil && l.turn.working != nil && s.Number == 1 {
		if err := l.turn.working(l); err != nil {
			return err
		}
	}
	if err := l.extend(); err != nil {
		return err
	}
	return l.respond(l.answerDay())
}

// answerDay is when the answer goes: mostly in time.
func (l *life) answerDay() calendar.Date {
	s := l.c.Current()
	answered := l.Holidays.Add(s.Due().Due, -l.rng.IntN(4))
	if !s.Beyond.Expected.IsZero() {
		answered = l.Holidays.Add(s.Beyond.Expected, -l.rng.IntN(3))
	} else if l.chance(l.slow(11)) {
		answered = l.Holidays.Add(s.Due().Due, 1+l.rng.IntN(9)) // late
	}
	if answered.Before(l.day) {
		return l.day
	}
	return answered
}

// slow is how many of a hundred are late: more of the newest, so that Today has
// something overdue to show.
func (l *life) slow(ofAll int) int {
	if l.received.AddDays(2 * recentDays).Before(l.Today) {
		return ofAll
	}
	return 3 * ofAll
}

// waiting draws after how many working days something is done: mostly in time,
// some of a hundred late.
func (l *life) waiting(d policy.Deadline, from calendar.Date, late, most int) int {
	if d.Due.IsZero() {
		return 1 // an appeal has no acknowledgement
	}
	days := l.Holidays.Between(from, d.Due)
	if l.chance(late) {
		return days + 1 + l.rng.IntN(most)
	}
	return l.rng.IntN(days + 1)
}

// respond answers every point and sends the response.
func (l *life) respond(on calendar.Date) error {
	if err := l.reach(on); err != nil {
		return err
	}
	by := l.handler()
	s := l.c.Current()
	if err := l.attempt(on, by); err != nil {
		return err
	}
	upheld := false
	for i, p := range l.c.StagePoints(s) {
		if p.Excluded.Stands() || p.NotOurs != "" {
			continue
		}
		finding := casework.Upheld
		if i > 0 && l.chance(35) || i == 0 && l.chance(30) || s.Number == 2 && l.chance(30) {
			finding = casework.NotUpheld
		}
		upheld = upheld || finding == casework.Upheld
		reasons := l.story.reasons[(p.ID-1)%len(l.story.reasons)]
		if err := l.do(on, by, casework.AnswerPoint{Point: p.ID, Finding: finding, Reasons: reasons}); err != nil {
			return err
		}
	}
	if upheld {
		if err := l.remedy(on, by); err != nil {
			return err
		}
	}
	if !l.c.Confidential && l.chance(12) {
		if o := l.colleague(); o.ID != by.ID {
			if err := l.do(on, o, casework.ReviewAnswer{Note: "Read with the papers. Every point is answered."}); err != nil {
				return err
			}
		}
	}
	if err := l.settle(on, by); err != nil {
		return err
	}
	if err := l.send(on, by, casework.Response); err != nil {
		return err
	}
	l.replies()
	l.promises(s.Number)
	return nil
}

// attempt is the call before the answer, which the page promises to try.
func (l *life) attempt(on calendar.Date, by casework.Officer) error {
	call := casework.LogCall{On: on, Reached: l.chance(70), Note: "Went through the answer before it goes."}
	if !call.Reached {
		call.Note = "No answer. Left word to ring back."
	}
	if rep := l.c.Representative; rep.Speaks(on) && call.Reached {
		call.With = rep.Name
	}
	return l.do(on, by, call)
}

// remedy puts an upheld complaint right: an act, which is often a promise with
// a date, an apology, sometimes money.
func (l *life) remedy(on calendar.Date, by casework.Officer) error {
	p, err := casework.PolicyOf(l.c, l.c.StageNumber(), l.c.Current().Asked, l.Policies)
	if err != nil {
		return err
	}
	if hasRemedy(p, l.story.remedy) {
		add := casework.AddRemedy{Kind: l.story.remedy, Text: l.story.does}
		if l.story.remedy != "apology" && l.chance(45) {
			add = casework.AddRemedy{Kind: l.story.remedy, Text: l.story.will, Owner: pick(l.maker, owners), Due: l.Holidays.Add(on, 5+l.rng.IntN(25))}
		}
		if err := l.do(on, by, add); err != nil {
			return err
		}
	}
	if hasRemedy(p, "apology") {
		if err := l.do(on, by, casework.AddRemedy{Kind: "apology", Text: "We are sorry that this happened and for the trouble it caused."}); err != nil {
			return err
		}
	}
	if l.chance(35) {
		due := l.Holidays.Add(on, 5+l.rng.IntN(25))
		if err := l.do(on, by, casework.MakePromise{Text: "Check with you that all is well", Owner: by.Name, Due: due}); err != nil {
			return err
		}
	}
	if l.chance(38) {
		return l.money(on, by, p)
	}
	return nil
}

// owners are those who see to what is promised.
var owners = []string{"Repairs", "Repairs", "Planned works", "Estate services", "Housing management"}

func hasRemedy(p *policy.Policy, kind string) bool {
	for _, r := range p.Remedies {
		if r.ID == kind {
			return true
		}
	}
	return false
}

// close closes the case; what was promised goes on.
func (l *life) close() error {
	on, err := l.step(5 + l.rng.IntN(20))
	if err != nil {
		return err
	}
	if err := l.do(on, l.manager, casework.Close{On: on}); err != nil {
		return err
	}
	if !l.c.Confidential && l.c.Ended == casework.Answered {
		l.maker.answered = append(l.maker.answered, reply{on, l.c.Reference})
	}
	if l.turn != nil && l.turn.closed != nil {
		return l.turn.closed(l)
	}
	return nil
}
