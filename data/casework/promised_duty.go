package casework

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// petitionDuties are what a petition owes next. The page gives no time for the
// report: until its Board is set, that is owed from the day it was found out
// what to report.
func petitionDuties(c Case) []Duty {
	p := c.Petition
	var duties []Duty
	owe := func(due calendar.Date, text string) {
		duties = append(duties, Duty{Kind: DutyPetition, Due: due, Handler: c.Handler, Text: text})
	}
	if p.Acknowledged.IsZero() && p.OutcomeTold.IsZero() {
		owe(p.AcknowledgeBy.Due, policy.AcknowledgePetition.Title())
	}
	switch {
	case p.Investigated.IsZero():
		owe(p.InvestigateBy.Due, policy.InvestigatePetition.Title())
		if !p.Board.IsZero() {
			owe(p.Board, "Report the petition to the Operational Board")
		}
	case p.Reported.IsZero() && p.Board.IsZero():
		owe(p.Investigated, "Set the Operational Board for the petition")
	case p.Reported.IsZero():
		owe(p.Board, "Report the petition to the Operational Board")
	case p.OutcomeTold.IsZero():
		owe(p.Reported, "Tell the lead petitioner the outcome")
	}
	return duties
}

// claimDuties are the visit and the form, which the page promises together.
func claimDuties(c Case) []Duty {
	v := c.Claim
	text := v.owed()
	if text == "" {
		return nil
	}
	return []Duty{{Kind: DutyClaim, Due: v.SendBy.Due, Handler: c.Handler, Text: text}}
}

// owed is what is still to do on a claim before others decide it.
func (v Claim) owed() string {
	switch {
	case !v.Decided.IsZero():
		return ""
	case v.Visited.IsZero() && v.Sent.IsZero():
		return "Visit, and send the claim form on"
	case v.Visited.IsZero():
		return "Visit the home about the claim"
	case v.Sent.IsZero():
		return policy.SendInsuranceClaim.Title()
	}
	return ""
}

// repairDuties are the periods of repairs that are not done, and what the law
// owes for one that was done late and is in no line of the ledger. The law counts
// them whether the case about them is closed or not.
func repairDuties(c Case) []Duty {
	var duties []Duty
	for _, r := range c.Repairs {
		if r.Running() {
			duties = append(duties, Duty{Kind: DutyRepair, Due: r.By().Due, Handler: c.HandledBy(), Text: r.words(), Owner: r.contractor(), Item: r.ID})
		} else if r.late() && r.Line == 0 {
			duties = append(duties, Duty{Kind: DutyRepair, Due: r.Done, Handler: c.HandledBy(), Text: "Right to Repair, work out the payment: " + r.What, Item: r.ID})
		}
	}
	return duties
}

// words says which period of a repair runs.
func (r RepairRight) words() string {
	if r.Asked.IsZero() {
		return "Right to Repair, first period: " + r.What
	}
	return "Right to Repair, second period: " + r.What
}

// contractor is who is to do the repair as things stand.
func (r RepairRight) contractor() string {
	if r.Asked.IsZero() {
		return r.Contractor
	}
	return r.Second
}

// promisedDuties are what a record of the pages' other promises owes.
func promisedDuties(c Case) []Duty {
	switch {
	case !c.Withdrawn.IsZero():
		if c.Current() == nil && !confirmed(c) {
			return []Duty{{Kind: DutyWithdrawal, Due: c.Withdrawn, Handler: c.Handler}}
		}
	case c.Kind == PetitionKind:
		return petitionDuties(c)
	case c.Kind == ClaimKind:
		return claimDuties(c)
	case c.Kind == FixedSum:
		return fixedDuties(c)
	}
	return nil
}

// fixedDuties are what a fixed payment waits for until the resident is told of
// it, since the day it was asked for. A repair's own periods and payment are its
// repair's duties, an approval is the approver's, a payment is owed by a day.
func fixedDuties(c Case) []Duty {
	text := ""
	drafts := c.ToOffer()
	switch {
	case c.Promised == repairPromise && len(c.Repairs) == 0:
		text = "Enter the repair"
	case c.Promised != repairPromise && len(c.Redress) == 0:
		text = "Work out the fixed payment"
	case c.RepairOfNothing() && slices.ContainsFunc(c.Repairs, RepairRight.Running):
		return nil // its sum is worked out again when it is done
	case c.RepairOfNothing():
		text = "Take the sum of nothing back"
	case len(drafts) > 0 && c.Whole() == 0:
		text = "Tell the resident that nothing is payable"
	case len(drafts) > 0 && !drafts[0].Waiting():
		text = "Tell the resident of the payment of " + drafts[0].Sum.String()
	default:
		return nil
	}
	return []Duty{{Kind: DutyFixed, Due: c.Received, Handler: c.Handler, Text: text}}
}

// promisedStatus says how a record of the pages' other promises stands.
func promisedStatus(c Case, today calendar.Date, h *calendar.Holidays) Status {
	switch c.Kind {
	case PetitionKind:
		return petitionStatus(c, today, h)
	case ClaimKind:
		return claimStatus(c, today, h)
	}
	return fixedStatus(c, today, h)
}

func petitionStatus(c Case, today calendar.Date, h *calendar.Holidays) Status {
	p := c.Petition
	dated := func(due calendar.Date, next Next, format string, args ...any) Status {
		left, tone := TimeLeft(due, today, h)
		return Status{Sentence: fmt.Sprintf(format, args...), Left: left, Tone: tone, Next: next}
	}
	switch {
	case !p.OutcomeTold.IsZero():
		return Status{Sentence: "The lead petitioner was told the outcome on " + p.OutcomeTold.Long() + ".", Tone: Ended, Next: toClose}
	case !p.Reported.IsZero():
		return dated(p.Reported, nextLetterAct(c, PetitionOutcome),
			"The Operational Board had the petition on %s; the lead petitioner has to be told the outcome.", p.Reported.Long())
	case p.Acknowledged.IsZero():
		return dated(p.AcknowledgeBy.Due, nextLetterAct(c, PetitionAcknowledgement), "The petition's acknowledgement is due %s.", p.AcknowledgeBy.Due.Long())
	case p.Investigated.IsZero():
		return dated(p.InvestigateBy.Due, Next{Act: ActInvestigatePetition, Label: "Record the investigation"},
			"The petition's investigation is due %s.", p.InvestigateBy.Due.Long())
	case p.Board.IsZero():
		return dated(p.Investigated, Next{Act: ActSetBoard, Label: "Set the Operational Board"},
			"The petition was investigated on %s; its Operational Board has to be set.", p.Investigated.Long())
	}
	return dated(p.Board, Next{Act: ActPetitionReported, Label: "Record what the Board decided"}, "The petition goes to the Operational Board of %s.", p.Board.Long())
}

func claimStatus(c Case, today calendar.Date, h *calendar.Holidays) Status {
	v := c.Claim
	switch {
	case !v.Decided.IsZero():
		return Status{Sentence: fmt.Sprintf("The insurer decided the claim on %s: %s.", v.Decided.Long(), v.Decision), Tone: Ended, Next: toClose}
	case v.owed() == "":
		return Status{Sentence: fmt.Sprintf("The claim form went to %s on %s; its decision is awaited.", v.SentTo, v.Sent.Long()),
			Tone: Fine, Next: Next{Act: ActDecideClaim, Label: "Record the insurer's decision"}}
	}
	left, tone := TimeLeft(v.SendBy.Due, today, h)
	status := Status{Left: left, Tone: tone}
	due := v.SendBy.Due.Long()
	switch {
	case !v.Sent.IsZero():
		status.Sentence = fmt.Sprintf("The claim form went to %s on %s; the visit to the home is due %s.", v.SentTo, v.Sent.Long(), due)
	case !v.Visited.IsZero():
		status.Sentence = fmt.Sprintf("The home was visited on %s; the claim form is due to go %s.", v.Visited.Long(), due)
	default:
		status.Sentence = fmt.Sprintf("The visit and the claim form are due %s.", due)
	}
	status.Next = Next{Act: ActVisitClaim, Label: "Record the visit"}
	if !v.Visited.IsZero() {
		status.Next = nextLetterAct(c, ClaimCover)
	}
	return status
}

// fixedWords name the promises of fixed payments in a sentence.
var fixedWords = map[string]string{
	missedPromise: "a missed home visit", letterPromise: "a letter not acknowledged",
	doorPromise: "the communal door entry", repairPromise: "the Right to Repair",
}

// fixedStatus is of a repair while one runs, and of the money then.
func fixedStatus(c Case, today calendar.Date, h *calendar.Holidays) Status {
	for _, r := range c.Repairs {
		if !r.Running() {
			continue
		}
		due := r.By().Due
		left, tone := TimeLeft(due, today, h)
		status := Status{Sentence: fmt.Sprintf("%s is due to be repaired by %s.", r.What, due.Long()), Left: left, Tone: tone,
			Next: Next{Act: ActRepairDone, Label: "Record that the repair is done"}}
		if r.Asked.IsZero() && today.After(due) {
			status.Sentence = fmt.Sprintf("%s was due to be repaired by %s; a second contractor may be asked for.", r.What, due.Long())
			status.Next = Next{Act: ActAskSecond, Label: "Record that a second contractor was asked for"}
		}
		return status
	}
	what := "Fixed payment for " + fixedWords[c.Promised]
	if c.Promised == repairPromise && len(c.Repairs) == 0 {
		return Status{Sentence: what + ": the repair has to be entered.", Tone: Fine, Next: Next{Act: ActStartRepair, Label: "Start the repair's periods"}}
	}
	return moneyStatus(c, what, today, h)
}

// RepairOfNothing says whether a payment under the Right to Repair was worked out
// at nothing and not told. The law has no letter for that, so its line comes out
// again before the record is closed.
func (c Case) RepairOfNothing() bool {
	return c.Promised == repairPromise && c.Whole() == 0 && len(c.ToOffer()) > 0
}

// PaymentLetter is the letter that tells of a fixed payment.
func (c Case) PaymentLetter() LetterKind {
	if c.Promised == repairPromise {
		return RepairPaymentLetter
	}
	return FixedPaymentLetter
}

// moneyStatus is of a fixed payment: worked out, agreed, told, paid.
func moneyStatus(c Case, what string, today calendar.Date, h *calendar.Holidays) Status {
	drafts := c.ToOffer()
	owed, due := toPay(c)
	switch {
	case len(c.Redress) == 0 && c.Promised == repairPromise && !c.repairUnpaid():
		return Status{Sentence: what + ": nothing is owed under it.", Tone: Ended, Next: toClose}
	case len(c.Redress) == 0:
		return Status{Sentence: what + ": its sum has to be worked out.", Tone: Fine, Next: Next{Act: ActOfferRedress, Label: "Work out the payment"}}
	case len(drafts) > 0 && drafts[0].Waiting():
		return Status{Sentence: fmt.Sprintf("%s: %s waits for approval.", what, drafts[0].Whole), Tone: Fine, Next: Next{Act: ActApprove, Label: "Approve the payment"}}
	case c.RepairOfNothing():
		return Status{Sentence: what + ": nothing is owed under it, and its line can be taken out.", Tone: Fine, Next: Next{Act: ActDropRedress, Label: "Take the line out"}}
	case len(drafts) > 0 && c.Whole() == 0:
		return Status{Sentence: what + ": nothing is payable, and the resident has to be told.", Tone: Fine, Next: nextLetterAct(c, c.PaymentLetter())}
	case len(drafts) > 0:
		return Status{Sentence: fmt.Sprintf("%s: %s, and the resident has to be told.", what, c.Whole()), Tone: Fine, Next: nextLetterAct(c, c.PaymentLetter())}
	case owed > 0:
		left, tone := TimeLeft(due, today, h)
		return Status{Sentence: fmt.Sprintf("%s: %s is to be paid by %s.", what, owed, due.Long()), Left: left, Tone: tone,
			Next: Next{Act: ActPay, Label: "Record the payment"}}
	}
	if c.Whole() == 0 {
		return Status{Sentence: what + ": nothing is payable, and the resident knows.", Tone: Ended, Next: toClose}
	}
	return Status{Sentence: what + ": it is paid.", Tone: Ended, Next: toClose}
}
