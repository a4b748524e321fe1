package casefile

import (
	"casebook/data/casework"
)

// openRedress opens the screen of the case's money: what is offered, who agrees
// to it, what the resident says and what was paid.
func (v *View) openRedress() { v.deps.Redress(v.model.id) }

// moneyActions are all done on the redress screen.
func (v *View) moneyActions() []action {
	return []action{
		{"", "Redress: the sums, who agrees to them and what was paid", "Alt+R", v.openRedress},
		{casework.ActOfferRedress, "Offer money", "", v.openRedress},
		{casework.ActChangeRedress, "Change a sum", "", v.openRedress},
		{casework.ActDropRedress, "Take a sum back", "", v.openRedress},
		{casework.ActWaiveLate, "Decide about our own lateness", "", v.openRedress},
		{casework.ActPropose, "Have the offer approved", "", v.openRedress},
		{casework.ActApprove, "Approve an offer", "", v.openRedress},
		{casework.ActSendBackOffer, "Send an offer back", "", v.openRedress},
		{casework.ActAnswerOffer, "Record what the resident says to the offer", "", v.openRedress},
		{casework.ActPay, "Record a payment", "", v.openRedress},
		{casework.ActPaidInError, "A payment was recorded in error", "", v.openRedress},
	}
}

// triesMoney are the acts on the ledger, its offers and its payments.
func (m *Model) triesMoney(act casework.ActName) (tries []casework.Act, none string) {
	c := m.Page.Case
	switch act {
	case casework.ActDropRedress, casework.ActChangeRedress:
		for _, l := range c.Redress {
			if act == casework.ActDropRedress {
				tries = append(tries, casework.DropRedress{Line: l.ID})
			} else {
				tries = append(tries, casework.ChangeRedress{Line: l.ID, Input: l.Input})
			}
		}
		return tries, "No money has been offered"
	case casework.ActWaiveLate:
		for _, s := range casework.Suggestions(c, m.moment.Today) {
			tries = append(tries, casework.WaiveLate{Stage: s.Stage, What: s.What})
		}
		return tries, "No sum is suggested for lateness of ours"
	case casework.ActPropose:
		return []casework.Act{casework.Propose{}}, ""
	case casework.ActApprove:
		return []casework.Act{casework.Approve{Outside: typed}}, ""
	case casework.ActSendBackOffer:
		return []casework.Act{casework.SendBackOffer{Why: typed}}, ""
	case casework.ActAnswerOffer:
		return []casework.Act{casework.AnswerOffer{On: m.moment.Today, Answer: casework.DeclinedAll}}, ""
	case casework.ActPay:
		for _, o := range casework.Owed(c) {
			tries = append(tries, casework.Pay{Lines: []int{o.Line}, On: m.moment.Today})
		}
		return tries, "Nothing is owed on this case"
	case casework.ActPaidInError:
		for _, p := range c.Payments {
			tries = append(tries, casework.PaidInError{Payment: p.ID, What: typed})
		}
		return tries, "Nothing has been paid on this case"
	}
	return nil, ""
}
