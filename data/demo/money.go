package demo

import (
	"math/rand/v2"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// money offers a sum for the inconvenience, in the band that its severity has.
func (l *life) money(on calendar.Date, by casework.Officer, p *policy.Policy) error {
	sum := redress.Pence(1000 * (5 + l.rng.IntN(30)))
	impact := "For the time and trouble this took"
	if l.c.StageNumber() == 2 {
		impact = "For the further time and trouble since the first answer"
	}
	return l.do(on, by, casework.OfferRedress{Input: judged(p, "delay", sum, impact)})
}

// judged is an inconvenience under a policy. The earlier page has other reasons
// and no bands.
func judged(p *policy.Policy, reason string, sum redress.Pence, impact string) redress.Input {
	if !slices.ContainsFunc(p.InconvenienceReasons, func(r policy.Reason) bool { return r.ID == reason }) {
		reason = p.InconvenienceReasons[0].ID
	}
	band, _ := p.InferBand(sum) // the story's officers judge so that the band holds the sum
	return redress.Judge(reason, band.ID, sum, impact)
}

// settle has an offer agreed to before its letter: our own lateness looked at,
// and somebody with a higher limit asked where the officer's own is passed
// (ruling 21).
func (l *life) settle(on calendar.Date, by casework.Officer) error {
	if len(l.c.ToOffer()) == 0 {
		return nil
	}
	p, err := casework.PolicyOf(l.c, l.c.StageNumber(), l.c.Current().Asked, l.Policies)
	if err != nil {
		return err
	}
	for {
		late := casework.Suggestions(l.c, on)
		if len(late) == 0 {
			break
		}
		if err := l.atone(on, by, p, late[0]); err != nil {
			return err
		}
	}
	if l.c.Whole() <= l.limit(by) {
		return nil // the letter approves it
	}
	to, ok := l.approver(by)
	if !ok {
		return l.takeBack(on, by) // nobody is free to agree to more
	}
	if err := l.do(on, by, casework.Propose{To: to.ID}); err != nil {
		return err
	}
	return l.do(on, to, casework.Approve{})
}

// approver is somebody who may agree to the whole offer and had no part in the
// stage before.
func (l *life) approver(by casework.Officer) (casework.Officer, bool) {
	for _, o := range l.Officers {
		if o.ID != by.ID && l.limit(o) >= l.c.Whole() && casework.May(o, casework.ActApprove, l.c) == nil &&
			!l.c.Conflicted(o.ID) && !l.hadPart(o.ID) {
			return o, true
		}
	}
	return casework.Officer{}, false
}

// takeBack takes the sums back that the resident has not been told of.
func (l *life) takeBack(on calendar.Date, by casework.Officer) error {
	for _, o := range l.c.ToOffer() {
		for _, id := range o.Lines {
			if err := l.do(on, by, casework.DropRedress{Line: id}); err != nil {
				return err
			}
		}
	}
	return nil
}

// limit is the largest whole offer that an officer may decide alone.
func (l *life) limit(o casework.Officer) redress.Pence {
	return redress.Settings{}.LimitOf(string(o.Role), l.Policies)
}

// atone offers a sum for our own lateness, or says why none is due.
func (l *life) atone(on calendar.Date, by casework.Officer, p *policy.Policy, late casework.Suggestion) error {
	if l.purse().IntN(2) == 0 {
		return l.do(on, by, casework.OfferRedress{Input: judged(p, late.Reason, 5000, late.Words())})
	}
	return l.do(on, by, casework.WaiveLate{Stage: late.Stage, What: late.What, Why: "We rang before the day with the reason, and nothing was lost by the wait."})
}

// purse draws what becomes of money, apart from everything else: another answer
// to an offer gives the other records no other life.
func (l *life) purse() *rand.Rand {
	return rand.New(rand.NewPCG(uint64(l.c.ID), uint64(len(l.c.Redress)+len(l.c.Offers)+len(l.c.Waived))))
}

// replies plan what becomes of an offer that was told: what the resident says,
// and when finance pays. The newest still wait.
func (l *life) replies() {
	o := l.c.Offers
	if len(o) == 0 || o[len(o)-1].Told != l.day {
		return
	}
	offer := o[len(o)-1].ID
	purse := l.purse()
	draw := purse.IntN(100)
	if draw >= 85 {
		return // never heard
	}
	l.then(l.Holidays.Add(l.day, 2+purse.IntN(15)), func(on calendar.Date) error { return l.reply(on, offer, draw) })
}

func (l *life) reply(on calendar.Date, offer, draw int) error {
	if last := l.c.Offers[len(l.c.Offers)-1]; last.ID != offer || !l.c.Void.IsZero() {
		return nil // stage 2 offered anew
	}
	act := casework.AnswerOffer{On: on, Answer: casework.AcceptedAll, Said: "Signed the slip."}
	if draw < 12 {
		act.Answer, act.Said = casework.DeclinedAll, "Wants to think about the Ombudsman."
	}
	if err := l.act(on, l.counter(), act); err != nil {
		return err
	}
	if len(casework.Owed(l.c)) > 0 {
		l.then(l.Holidays.Add(on, 3+l.purse().IntN(12)), func(on calendar.Date) error { return l.pay(on) })
	}
	return nil
}

// pay records that finance paid what is owed.
func (l *life) pay(on calendar.Date) error {
	pay := casework.Pay{On: on, Method: casework.BankTransfer, Reference: "BACS " + string(l.c.Reference)}
	for _, o := range casework.Owed(l.c) {
		pay.Lines = append(pay.Lines, o.Line)
		pay.Sum += o.Sum
	}
	if len(pay.Lines) == 0 || !l.c.Void.IsZero() {
		return nil
	}
	return l.act(on, l.handler(), pay)
}
