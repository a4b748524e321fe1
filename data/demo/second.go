package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// ask2 records that stage 2 was asked for, by mouth as often as not, for one
// point or all and mostly without a reason (ruling 14). ok is false where the
// earlier policy has an appeal and no stage 2.
func (l *life) ask2() (ok bool, err error) {
	asked, err := l.step(3 + l.rng.IntN(25))
	if err != nil {
		return false, err
	}
	if _, err := casework.PolicyOf(l.c, 2, asked, l.Policies); err != nil {
		return false, nil
	}
	ask := casework.AskStage2{On: asked}
	points := l.c.StagePoints(l.c.Current())
	for _, p := range points {
		if !p.Excluded.Stands() && p.NotOurs == "" && (p.Finding == casework.NotUpheld || len(ask.Points) == 0 && l.chance(50)) {
			ask.Points = append(ask.Points, p.ID)
			ask.Still = append(ask.Still, casework.StillText{Point: p.ID, Text: "I told the man at the door and he wrote it down."})
		}
	}
	if len(ask.Points) == 0 || l.chance(30) {
		ask.Points, ask.Still = nil, nil
		for _, p := range points {
			if p.Excluded.Stands() || p.NotOurs != "" {
				continue
			}
			ask.Points = append(ask.Points, p.ID)
		}
	}
	if l.chance(40) {
		ask.Reason, ask.Wanted = "Nobody asked the neighbours, who saw it.", "That somebody asks them."
	}
	return true, l.do(asked, l.counter(), ask)
}

// secondStage is stage 2, by somebody who had no part in stage 1.
func (l *life) secondStage() error {
	ok, err := l.ask2()
	if err != nil {
		return err
	}
	if !ok || !l.giveToOther() {
		return l.close()
	}
	if l.fault != nil {
		return l.fault
	}
	if err := l.stage(); err != nil {
		return err
	}
	return l.close()
}

// giveToOther gives stage 2 to an officer who is free to have it; false leaves
// it for somebody from another office.
func (l *life) giveToOther() bool {
	to := l.colleague()
	if to.ID == l.manager.ID && l.hadPart(to.ID) {
		return false
	}
	if err := l.do(l.day, l.manager, casework.Assign{To: to.ID}); err != nil {
		l.fault = err
	}
	return true
}

// wantsMore is a case that surely goes to stage 2.
func (l *life) wantsMore() (over bool, err error) { return true, l.secondStage() }

// refused2 is stage 2 that is not opened, because the matter has come before
// the court meanwhile (Code 5.11).
func (l *life) refused2() (over bool, err error) {
	ok, err := l.ask2()
	if err != nil || !ok {
		return !ok, err
	}
	on, err := l.step(1)
	if err != nil {
		return false, err
	}
	filed := l.Holidays.Add(l.c.Current().Asked, -2)
	if err := l.do(on, l.manager, casework.RefuseStage2{Reason: casework.TheirLegalAction, Filed: filed, Court: "M00DM" + l.job()[7:] + ", invented county court",
		Evidence: asked("that it is not a disrepair claim", "It is about the boundary of the garden."), Merits: "The court will decide the same question, and can hear what we cannot."}); err != nil {
		return false, err
	}
	on, err = l.step(1)
	if err != nil {
		return false, err
	}
	if err := l.send(on, l.manager, casework.EscalationRefusal); err != nil {
		return false, err
	}
	on, err = l.step(3)
	if err != nil {
		return false, err
	}
	return true, l.do(on, l.manager, casework.Close{On: on})
}

// asked is one question of an exclusion with its answer.
func asked(question, answer string) []casework.QuestionAnswer {
	return []casework.QuestionAnswer{{Question: question, Answer: answer}}
}

// appealed is the earlier policy's appeal of a case that was closed before the
// current policy began: with reasons, by an appointed manager (ruling 3).
func (l *life) appealed() (over bool, err error) {
	on, err := l.step(2)
	if err != nil {
		return false, err
	}
	if err := l.do(on, l.manager, casework.Close{On: on}); err != nil {
		return false, err
	}
	on, err = l.step(6)
	if err != nil {
		return false, err
	}
	policy, ok := l.Policies.Named(l.c.PolicyName())
	if _, second := l.Policies.SecondStage(policy, l.c.Closed, on); !ok || policy.Appeal == nil || second {
		return true, nil
	}
	to := l.colleague()
	if err := l.do(on, l.manager, casework.AskAppeal{On: on, Reasons: "Nobody looked at the photographs that I handed in.",
		AppointedBy: casework.Appointers(*policy.Appeal)[0], Manager: to.ID, AnswerBy: on.AddDays(28)}); err != nil {
		return false, err
	}
	if err := l.stage(); err != nil {
		return false, err
	}
	return true, l.close()
}

// wasEarlier says whether a case of the earlier policy will be closed well
// before the current one begins.
func (m *maker) wasEarlier(received calendar.Date) bool {
	p := m.Policies.InForceOn(received)
	return p.Appeal != nil && m.Policies.InForceOn(received.AddDays(50)).ID() == p.ID()
}
