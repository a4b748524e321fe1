package casefile

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/redress"
)

// openRedress opens the screen of the case's money: what is offered, who agrees
// to it, what the resident says and what was paid.
func (v *View) openRedress() { v.deps.Redress(v.model.id, "") }

// openMoney opens the form of an act on the money, on its screen. It has its own
// key where the resident's answer comes while other money is still to be paid,
// which is the next thing to do then.
func (v *View) openMoney(act casework.ActName) func() {
	return func() { v.deps.Redress(v.model.id, act) }
}

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
		{casework.ActAnswerOffer, "Record what the resident says to the offer", "Alt+Y", v.openMoney(casework.ActAnswerOffer)},
		{casework.ActPay, "Record a payment", "", v.openMoney(casework.ActPay)},
		{casework.ActPaidInError, "A payment was recorded in error", "", v.openRedress},
	}
}

// triesMoney are the acts on the ledger, its offers and its payments.
func (m *Model) triesMoney(act casework.ActName) (tries []casework.Act, none string) {
	c := m.Page.Case
	switch act {
	case casework.ActOfferRedress:
		// What is owed outside an answer may be where a loss may not.
		for _, kind := range []redress.Kind{"", redress.Visits, redress.Letters, redress.DoorOut, redress.Repaired} {
			tries = append(tries, casework.OfferRedress{Input: redress.Input{Kind: kind}})
		}
		return tries, ""
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
		return casework.AnswersTo(c, 0, m.moment.Today), ""
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

// offerSum says how the sum of a record without stages stands.
func offerSum(c casework.Case) string {
	if len(c.Redress) == 0 {
		return "Not worked out yet."
	}
	return counted(len(c.Redress), "line", "lines") + "."
}

// offerStands says how far the newest offer has come: proposed, agreed to, told,
// answered, paid. It is "" before anybody proposes one.
func offerStands(c casework.Case, name func(int64) string) string {
	if len(c.Offers) == 0 {
		return ""
	}
	o := c.Offers[len(c.Offers)-1]
	agreed := "Approved by " + name(o.ApprovedBy) + " on " + o.Approved.Short()
	if o.Outside != "" {
		agreed = "Approved outside Casebook by " + o.Outside
	}
	switch {
	case o.Agreed() && o.Told.IsZero():
		return agreed + ", the resident is not told yet"
	case o.Waiting() && o.SentTo != 0:
		return "Waits for " + name(o.SentTo) + " to approve it, since " + o.Proposed.Short()
	case o.Waiting():
		return "Waits for approval, since " + o.Proposed.Short()
	case o.Told.IsZero() && len(o.SentBack) > 0:
		back := o.SentBack[len(o.SentBack)-1]
		return fmt.Sprintf("Sent back by %s on %s: %s", name(back.By), back.On.Short(), back.Why)
	case o.Told.IsZero():
		return ""
	}
	said := "Told " + o.Told.Short()
	if o.Answer != "" {
		said = fmt.Sprintf("Told %s, %s %s", o.Told.Short(), o.Answer, o.Replied.Short())
	}
	return sentenceOf(said, paidSo(c))
}

// paidSo says what of a case's money is paid and what is not.
func paidSo(c casework.Case) string {
	var paid, owed redress.Pence
	for _, l := range c.Redress {
		paid += c.Paid(l.ID)
	}
	for _, o := range casework.Owed(c) {
		owed += o.Sum
	}
	switch {
	case owed > 0 && paid > 0:
		return fmt.Sprintf("%s paid, %s not paid yet", paid, owed)
	case owed > 0:
		return fmt.Sprintf("%s not paid yet", owed)
	case paid > 0:
		return fmt.Sprintf("%s paid", paid)
	}
	return ""
}
