package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// leftOut refuses the whole of a complaint, tells the resident in time and
// closes it (rulings 12 and 13; Code 2.2 to 2.4).
func (l *life) leftOut(refuse casework.Exclude) (over bool, err error) {
	if err := l.refuse(refuse); err != nil {
		return false, err
	}
	on, err := l.step(4)
	if err != nil {
		return false, err
	}
	return true, l.do(on, l.manager, casework.Close{On: on})
}

// refuse refuses every point for the same reason and sends the letter.
func (l *life) refuse(refuse casework.Exclude) error {
	on, err := l.step(1)
	if err != nil {
		return err
	}
	for _, p := range l.c.Points {
		refuse.Point = p.ID
		if err := l.do(on, l.handler(), refuse); err != nil {
			return err
		}
	}
	on, err = l.step(1)
	if err != nil {
		return err
	}
	return l.send(on, l.handler(), casework.RefusalLetter)
}

// tooOld is about something that happened two years before it was told.
func (l *life) tooOld() casework.Exclude {
	happened := l.c.Received.AddMonths(-25)
	return casework.Exclude{Reason: "over-12-months", Happened: happened, Aware: happened.AddDays(2),
		Discretion: "Considered by " + l.handler().Name + ": nothing kept the resident from telling us sooner.",
		Merits:     "The contractor's records of that time are gone and the shed has been sold since."}
}

func (l *life) old() (over bool, err error) { return l.leftOut(l.tooOld()) }

// inCourt is a matter that the resident has taken to court.
func (l *life) inCourt() (over bool, err error) {
	return l.leftOut(casework.Exclude{Reason: casework.TheirLegalAction, Filed: l.c.Received.AddDays(-20), Court: "M00DM" + l.job()[7:] + ", invented county court",
		Evidence: asked("that it is not a disrepair claim", "It is about the costs of the move."),
		Merits:   "The claim asks the court the same question. Nothing urgent is left that we could do meanwhile."})
}

// investigated is a matter that was answered in an earlier case.
func (l *life) investigated() (over bool, err error) {
	return l.leftOut(casework.Exclude{Reason: casework.AlreadyInvestigated, Evidence: asked("the case that investigated it", string(l.answeredBefore(l.received))),
		Merits: "The answer of that case was read again. Nothing new has been said and nothing has happened since."})
}

// setAside is a refusal that the Housing Ombudsman sets aside: the complaint is
// taken up with its old day of receipt (ruling 13).
func (l *life) setAside() (over bool, err error) {
	if err := l.refuse(l.tooOld()); err != nil {
		return false, err
	}
	on, err := l.step(15 + l.rng.IntN(10))
	if err != nil {
		return false, err
	}
	for _, p := range l.c.Points {
		if err := l.do(on, l.manager, casework.Overturn{Point: p.ID, On: on, Who: "the Housing Ombudsman", Why: "The resident was in hospital for most of that time."}); err != nil {
			return false, err
		}
	}
	return false, nil
}

// injured passes the claim for an injury to the insurer; the failing that led
// to it stays a complaint (ruling 13).
func (l *life) injured() (over bool, err error) {
	on, err := l.step(1)
	if err != nil {
		return false, err
	}
	if err := l.do(on, l.handler(), casework.Exclude{Point: 2, Reason: "personal-injury", Evidence: asked("the day the claim was passed on", on.Letter()),
		Merits: "The injury is for the insurer to look at; the loose step stays with us."}); err != nil {
		return false, err
	}
	return false, l.send(on, l.handler(), casework.PassOnLetter)
}

// councils hands a point to the council's Corporate Complaints Officer
// (Code 5.7).
func (l *life) councils() (over bool, err error) {
	on, err := l.step(1)
	if err != nil {
		return false, err
	}
	if err := l.do(on, l.counter(), casework.PassOn{Point: 2, To: "the council's Corporate Complaints Officer", On: on, How: "by e-mail",
		Why: "The council decides the band of a home for council tax."}); err != nil {
		return false, err
	}
	return false, l.send(on, l.counter(), casework.PassOnLetter)
}

// current says whether the policy that may refuse is in force.
func (m *maker) current(received calendar.Date) bool {
	_, ok := m.Policies.InForceOn(received).Exclusion("over-12-months")
	return ok
}
