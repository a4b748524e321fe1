package states

import (
	"casebook/data/casework"
	"casebook/data/redress"
)

// moneyActs are the examples of what is done with money.
var moneyActs = map[casework.ActName]maker{
	casework.ActOfferRedress: func(c casework.Case, _ casework.Moment) casework.Act {
		if c.Kind == casework.FixedSum {
			return owedFor(c)
		}
		return casework.OfferRedress{Input: suits(c)}
	},
	casework.ActChangeRedress: func(c casework.Case, _ casework.Moment) casework.Act {
		return casework.ChangeRedress{Line: lastLine(c), Input: redress.Judge("delay", "serious", 15000, "Three weeks in the dark, with a child.")}
	},
	casework.ActDropRedress: func(c casework.Case, _ casework.Moment) casework.Act {
		return casework.DropRedress{Line: lastLine(c)}
	},
	casework.ActPropose: func(c casework.Case, _ casework.Moment) casework.Act {
		if c.Whole() > 25000 {
			return casework.Propose{To: kit.ID}
		}
		return casework.Propose{}
	},
	casework.ActApprove:       always(casework.Approve{}),
	casework.ActSendBackOffer: always(casework.SendBackOffer{Why: "Say what the three weeks were like."}),
	casework.ActAnswerOffer: func(c casework.Case, m casework.Moment) casework.Act {
		for _, o := range c.Offers {
			if o.Answer == casework.AcceptedAll {
				return casework.AnswerOffer{On: m.Today, Answer: casework.DeclinedAll, Said: "The slip was somebody else's."}
			}
		}
		return casework.AnswerOffer{On: m.Today, Answer: casework.AcceptedAll, Said: "Signed the slip."}
	},
	casework.ActPay: func(c casework.Case, m casework.Moment) casework.Act {
		pay := casework.Pay{Lines: []int{lastLine(c)}, Sum: 6000, On: m.Today, Method: casework.BankTransfer, Reference: "BACS 4417"}
		for i, o := range casework.Owed(c) {
			if i == 0 {
				pay.Lines, pay.Sum = []int{o.Line}, o.Sum
			}
		}
		return pay
	},
	casework.ActPaidInError: always(casework.PaidInError{Payment: 1, What: "It went to the wrong account."}),
	casework.ActWaiveLate: func(c casework.Case, m casework.Moment) casework.Act {
		a := casework.WaiveLate{Stage: 1, What: casework.LateResponse, Why: "We rang before the day with the reason."}
		for _, s := range casework.Suggestions(c, m.Today) {
			a.Stage, a.What = s.Stage, s.What
		}
		return a
	},
}

// suits is a sum that the case may have: an order's where one is unpaid, else
// an inconvenience in its policy's words.
func suits(c casework.Case) redress.Input {
	for _, r := range c.Referrals {
		for _, o := range r.Orders {
			award := redress.AwardedSum{Body: r.Body, Referral: r.ID, Order: o.ID, Sum: o.Sum}
			if o.Sum > 0 && !hasAward(c, award) {
				return redress.Input{Kind: redress.Ordered, Award: award}
			}
		}
	}
	sum := redress.Pence(5000 + 100*len(c.Redress)) // no two are the same
	if c.PolicyName() == "earlier" {
		return redress.Judge("cause", "", sum, "Three weeks in the dark.")
	}
	return redress.Judge("visits", "service-failure", min(sum, 10000), "Two days at home for nothing.")
}

func hasAward(c casework.Case, award redress.AwardedSum) bool {
	for _, l := range c.Redress {
		if l.Input.Award == award {
			return true
		}
	}
	return false
}

// lastLine is the newest line of the ledger, or number 1.
func lastLine(c casework.Case) int {
	if n := len(c.Redress); n > 0 {
		return c.Redress[n-1].ID
	}
	return 1
}

// moneyExamples make the states that an offer of money can be in.
var moneyExamples = []func(world) (State, error){
	func(w world) (State, error) {
		return w.proposed().is("Offer waits for approval", "The offer is above the officer's own limit and waits for somebody who may agree to it.")
	},
	func(w world) (State, error) {
		return w.proposed().do(helen, casework.SendBackOffer{Why: "Say what the three weeks were like."}).
			is("Offer sent back", "The approver wants something changed before the offer can go.")
	},
	func(w world) (State, error) {
		return w.proposed().do(helen, casework.Approve{}).is("Offer approved", "The offer was agreed to. Any change of a sum makes it one to be approved again.")
	},
	func(w world) (State, error) {
		return w.accepted().is("Offer accepted", "The resident accepted and the money has not been paid. Stage 2 and the Ombudsman stay open.")
	},
	func(w world) (State, error) {
		return w.accepted().on("2026-11-20").do(dan, casework.Pay{Lines: []int{1}, Sum: 6000, On: date("2026-11-20"), Method: casework.BankTransfer, Reference: "BACS 4417"}).
			is("Offer paid", "Everything that was accepted has been paid.")
	},
	func(w world) (State, error) {
		return w.decided().on("2026-11-18").is("Late with money to offer", "The response is late. The offer waits for a sum for our own lateness, or for the reason why none is due.")
	},
	func(w world) (State, error) {
		return w.closed().do(dan, casework.Refer{Body: "housing", On: date("2026-11-18"), What: "The light"}).
			do(helen, casework.Determine{Referral: 1, On: date("2026-11-18"), Findings: []casework.OmbudsmanFinding{{Matter: "The light", Finding: casework.Maladmin}},
				Orders: []casework.Order{{Text: "Pay £150.00", Sum: 15000, Due: date("2026-12-16")}}}).
			is("Ordered to pay", "An ombudsman ordered a sum. It needs nobody's approval and is never set against arrears.")
	},
}

// proposed is an answer with an offer above its officer's limit.
func (w world) proposed() *bringing {
	return w.decided().do(dan, casework.OfferRedress{Input: redress.Judge("part-of-home", "serious", 30000, "The stairs could not be used after dark.")},
		casework.Propose{To: helen.ID})
}

// accepted is an answered complaint whose offer was accepted.
func (w world) accepted() *bringing {
	return w.answered().on("2026-11-18").do(counter, casework.AnswerOffer{On: date("2026-11-18"), Answer: casework.AcceptedAll, Said: "Signed the slip."})
}

// money is another sum for a life: what the case may have, or an inconvenience
// above what an officer may decide alone.
func (l *Life) money(in redress.Input) redress.Input {
	if in.Kind == redress.Judged && in.Reason != "cause" && l.random.IntN(3) == 0 {
		return redress.Judge("part-of-home", "serious", redress.Pence(10000+100*l.random.IntN(500)), "The bedroom could not be used.")
	}
	return in
}

// nextMoney is what the case's money waits for: a sum to offer, somebody's
// agreement, its letter, the resident's answer, its payment. Now and then it is
// a change or a correction instead.
func (l *Life) nextMoney() casework.ActName {
	c := &l.Case
	drafts := c.ToOffer()
	switch l.random.IntN(6) {
	case 0:
		return []casework.ActName{casework.ActChangeRedress, casework.ActDropRedress, casework.ActSendBackOffer, casework.ActPaidInError}[l.random.IntN(4)]
	case 1:
		return casework.ActOfferRedress
	}
	switch {
	case len(casework.Suggestions(*c, l.today)) > 0:
		return casework.ActWaiveLate
	case len(casework.Owed(*c)) > 0:
		return casework.ActPay
	case len(drafts) > 0 && drafts[0].Waiting():
		return casework.ActApprove
	case len(drafts) > 0 && !drafts[0].Agreed():
		return casework.ActPropose
	case len(drafts) > 0:
		return casework.SendAct([]casework.LetterKind{casework.Response, casework.OfferLetter, casework.RepairPaymentLetter, casework.FixedPaymentLetter}[l.random.IntN(4)])
	case len(c.Offers) > 0:
		return casework.ActAnswerOffer
	}
	return casework.ActOfferRedress
}
