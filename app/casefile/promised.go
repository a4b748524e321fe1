package casefile

import (
	"fmt"
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// promisedClock is the card of a petition, an insurance claim or a fixed
// payment: its dates and what is recorded of it. None of them has stages (ruling
// 24).
func promisedClock(c casework.Case, m casework.Moment, name func(int64) string) Clock {
	k := Clock{}
	switch c.Kind {
	case casework.PetitionKind:
		k.petition(c, m.Today)
	case casework.ClaimKind:
		k.claim(c, m.Today)
	case casework.FixedSum:
		k.fixed(c, m)
	default:
		return k
	}
	if !c.Withdrawn.IsZero() {
		k.add("Withdrawn", dayIn(c.Withdrawn, m.Today), true)
	}
	officer := "Nobody yet"
	if c.Handler != 0 {
		officer = name(c.Handler)
	}
	k.add("Officer", officer, false)
	for _, v := range c.Covers {
		if !m.Today.After(v.Until) && c.Closed.IsZero() {
			k.add("Covered by", fmt.Sprintf("%s, %s to %s", name(v.Officer), v.From.Short(), v.Until.Short()), false)
		}
	}
	return k
}

// kept adds the day something was done by, or the day it is due.
func (k *Clock) kept(owed, kept string, done calendar.Date, by policy.Deadline, today calendar.Date) {
	switch {
	case !done.IsZero() && !by.Due.IsZero():
		k.add(kept, dayIn(done, today)+", "+inTime(done, by), false)
	case !done.IsZero():
		k.add(kept, dayIn(done, today), false)
	case !by.Due.IsZero():
		k.add(owed, "by "+dayIn(by.Due, today), true)
	}
}

func (k *Clock) petition(c casework.Case, today calendar.Date) {
	p := c.Petition
	k.Name, k.Title = "Petition", "Petition, "+counted(p.Signatures, "signature", "signatures")
	k.add("Handed in", dayIn(c.Received, today), false)
	k.kept("Acknowledge", "Acknowledged", p.Acknowledged, p.AcknowledgeBy, today)
	k.kept("Investigate", "Investigated", p.Investigated, p.InvestigateBy, today)
	switch {
	case !p.Reported.IsZero():
		k.add("Board had it", dayIn(p.Reported, today), false)
	case !p.Board.IsZero():
		k.add("Board", dayIn(p.Board, today), true)
	default:
		k.add("Board", "Not set yet", false)
	}
	if !p.OutcomeTold.IsZero() {
		k.add("Outcome told", dayIn(p.OutcomeTold, today), true)
	}
	k.Note = "It goes to the Operational Board. The page gives no time for that, and none for telling the outcome."
}

func (k *Clock) claim(c casework.Case, today calendar.Date) {
	v := c.Claim
	k.Name, k.Title = "Insurance claim", "Insurance claim"
	if v.Injury {
		k.Title = "Insurance claim, for an injury"
	}
	k.add("Received", dayIn(c.Received, today), false)
	k.add("Against", orNot(v.Against, "Ourselves"), false)
	k.kept("Visit", "Visited", v.Visited, v.SendBy, today)
	k.kept("Send the form", "Form sent", v.Sent, v.SendBy, today)
	if v.SentTo != "" {
		k.add("Sent to", capital(v.SentTo), false)
	}
	if v.Theirs != "" {
		k.add("Their number", v.Theirs, false)
	}
	if !v.Decided.IsZero() {
		k.add("Decided", fmt.Sprintf("%s: %s", dayIn(v.Decided, today), v.Decision), true)
	}
	k.Note = "The insurer decides who is liable. That is no finding on any complaint, and no complaint shows it."
}

func (k *Clock) fixed(c casework.Case, m casework.Moment) {
	k.Name, k.Title = "Fixed payment", "Fixed payment"
	if p, ok := m.Policies.Promise(c.Promised); ok {
		k.add("For", p.Title, false)
	}
	k.add("Received", dayIn(c.Received, m.Today), false)
	if !c.Happened.Date.IsZero() {
		k.add("It happened", dayIn(c.Happened.Date, m.Today), false)
	}
	k.Note = "It is paid by the tariff of the day of the failing. A complaint about the same can be made beside it."
}

// recorded is what was written down of a record that is no complaint, each with
// its head.
func recorded(c casework.Case) []Fact {
	var all []Fact
	add := func(label, text string) {
		if text != "" {
			all = append(all, Fact{Label: label, Text: text})
		}
	}
	switch c.Kind {
	case casework.PetitionKind:
		add("What it asks for", orNot(c.Story, "Nothing was written down."))
		add("What was found", c.Petition.Findings)
		add("What the Operational Board decided", c.Petition.Outcome)
	case casework.ClaimKind:
		add("What happened", orNot(c.Story, "Nothing was written down."))
		add("What was seen on the visit", c.Claim.Visit)
		add("With the insurer's decision", c.Claim.Note)
	case casework.FixedSum:
		add("What happened", orNot(c.Story, "Nothing was written down."))
	default:
		add("What was said", orNot(c.Story, "Nothing was written down."))
	}
	for _, r := range slices.Backward(c.Corrections) {
		add(fmt.Sprintf("Corrected on %s: %s", r.On.Letter(), c.CorrectionWords(r)), r.Why)
	}
	return all
}

// repairRows are the repairs under the Right to Repair, each with the period
// that runs and what it leads to next (SI 1994/133).
func repairRows(c casework.Case, m casework.Moment) []Row {
	var all []Row
	for _, r := range c.Repairs {
		by := r.By().Due
		row := Row{Name: r.What, Second: r.Contractor + ", first period to " + dayIn(by, m.Today)}
		if !r.Asked.IsZero() {
			row.Second = r.Second + ", second period to " + dayIn(by, m.Today)
		}
		owes := redress.Pence(0)
		if l := c.Line(r.Line); l != nil {
			owes = l.Sum
		}
		switch {
		case !r.Ended.IsZero():
			row.Mark, row.Tone, row.Second = "Ended "+r.Ended.Short(), casework.Ended, sentenceOf(r.EndedWhy)
		case !r.Done.IsZero() && owes > 0:
			row.Mark, row.Tone = fmt.Sprintf("Done %s, %s", r.Done.Short(), owes), casework.Ended
			row.Leads = Errand{Act: casework.ActOfferRedress}
		case !r.Done.IsZero():
			row.Mark, row.Tone = "Done "+r.Done.Short(), casework.Ended
			if !r.Asked.IsZero() && r.Done.After(r.SecondBy.Due) {
				row.Mark, row.Tone, row.Leads = "Done late: a payment is due", casework.Due, Errand{Act: casework.ActOfferRedress}
			}
		default:
			row.Mark, row.Tone = casework.TimeLeft(by, m.Today, m.Holidays)
			row.Leads = Errand{Act: casework.ActRepairDone, Item: r.ID}
			if r.Asked.IsZero() && m.Today.After(by) {
				row.Mark, row.Leads = "A second contractor may be asked for", Errand{Act: casework.ActAskSecond, Item: r.ID}
			}
		}
		all = append(all, row)
	}
	return all
}

// promisedErrand is the act that settles what a petition, a claim, a repair or
// money owes.
func promisedErrand(c casework.Case, d casework.Duty) (Errand, bool) {
	letter := func(k casework.LetterKind) Errand { return Errand{Act: casework.MakeAct(k), Letter: k} }
	switch d.Kind {
	case casework.DutyPetition:
		p := c.Petition
		switch {
		case d.Text == policy.AcknowledgePetition.Title():
			return letter(casework.PetitionAcknowledgement), true
		case p.Investigated.IsZero():
			return Errand{Act: casework.ActInvestigatePetition}, true
		case !p.Reported.IsZero():
			return letter(casework.PetitionOutcome), true
		case p.Board.IsZero():
			return Errand{Act: casework.ActSetBoard}, true
		}
		return Errand{Act: casework.ActPetitionReported}, true
	case casework.DutyClaim:
		if c.Claim.Visited.IsZero() {
			return Errand{Act: casework.ActVisitClaim}, true
		}
		return letter(casework.ClaimCover), true
	case casework.DutyRepair:
		if r := c.Repair(d.Item); r != nil && r.Running() {
			return Errand{Act: casework.ActRepairDone, Item: r.ID}, true
		}
		return Errand{Act: casework.ActOfferRedress}, true
	case casework.DutyFixed:
		switch {
		case c.PaymentLetter() == casework.RepairPaymentLetter && len(c.Repairs) == 0:
			return Errand{Act: casework.ActStartRepair}, true
		case c.RepairOfNothing():
			return Errand{Act: casework.ActDropRedress}, true
		case len(c.Redress) > 0:
			return letter(c.PaymentLetter()), true
		}
		return Errand{Act: casework.ActOfferRedress}, true
	case casework.DutyApprove:
		return Errand{Act: casework.ActApprove}, true
	case casework.DutyPay:
		return Errand{Act: casework.ActPay}, true
	}
	return Errand{}, false
}

// triesPromised are the acts on petitions, claims and repairs.
func (m *Model) triesPromised(act casework.ActName) ([]casework.Act, string) {
	c, today := m.Page.Case, m.moment.Today
	one := map[casework.ActName]casework.Act{
		casework.ActInvestigatePetition: casework.InvestigatePetition{},
		casework.ActSetBoard:            casework.SetBoard{},
		casework.ActPetitionReported:    casework.PetitionReported{},
		casework.ActCorrectPetition:     casework.CorrectPetition{},
		casework.ActVisitClaim:          casework.VisitClaim{},
		casework.ActSendClaim:           casework.SendClaim{},
		casework.ActClaimTheirs:         casework.ClaimTheirs{},
		casework.ActDecideClaim:         casework.DecideClaim{},
		casework.ActCorrectClaim:        casework.CorrectClaim{Against: c.Claim.Against, Injury: c.Claim.Injury},
	}
	if try, ok := one[act]; ok {
		return []casework.Act{try}, ""
	}
	none := "No repair under the Right to Repair is recorded here"
	switch act {
	case casework.ActStartRepair:
		if c.Concerns().Tenure != casework.Secure {
			// No field of this form can mend how the home is held.
			_, err := casework.Apply(c, casework.StartRepair{}, m.moment)
			if err != nil {
				return nil, err.Error()
			}
		}
		return []casework.Act{casework.StartRepair{}}, ""
	case casework.ActAskSecond:
		return each(c.Repairs, func(r casework.RepairRight) casework.Act { return casework.AskSecond{Repair: r.ID, On: today} }), none
	case casework.ActRepairDone:
		return each(c.Repairs, func(r casework.RepairRight) casework.Act { return casework.RepairDone{Repair: r.ID} }), none
	case casework.ActEndRepair:
		return each(c.Repairs, func(r casework.RepairRight) casework.Act { return casework.EndRepair{Repair: r.ID, Why: typed} }), none
	}
	return nil, ""
}

// promisedWhys are the dates of a petition, a claim and of repairs.
func (m *Model) promisedWhys() []Why {
	c := m.Page.Case
	var all []Why
	add := func(name string, d policy.Deadline, since, told, what, from, kept string, done calendar.Date) {
		if d.Due.IsZero() || d.Working.From.IsZero() {
			return
		}
		w := m.count(d, nil, since)
		w.Name, w.What, w.From = name, what, from
		w.Steps = []WhyStep{{Text: capital(told), Date: d.Working.From.Short()}, step(name, d)}
		if !done.IsZero() {
			w.Steps = append(w.Steps, WhyStep{Text: kept + ", " + inTime(done, d), Date: done.Short()})
		}
		all = append(all, w)
	}
	switch p, v := c.Petition, c.Claim; c.Kind {
	case casework.PetitionKind:
		handed := "the petition was handed in"
		add("Acknowledge the petition", p.AcknowledgeBy, handed, handed, "our acknowledgement of the petition", "you handed the petition in", "Acknowledged", p.Acknowledged)
		add("Investigate the petition", p.InvestigateBy, handed, handed, "our investigation of the petition", "you handed the petition in", "Investigated", p.Investigated)
		if !p.Acknowledged.IsZero() {
			slices.Reverse(all) // what it waits for first
		}
	case casework.ClaimKind:
		add("Visit, and send the claim form on", v.SendBy, "we received the claim", "we received the claim", "our visit and the claim form", "you told us", "Form sent", v.Sent)
	}
	for _, r := range slices.Backward(c.Repairs) {
		add("Second contractor: "+r.What, r.SecondBy, "a second contractor was asked for", "a second contractor was asked for", "the second contractor's repair", "you asked for a second contractor", "Done", r.Done)
		done := r.Done
		if !r.Asked.IsZero() {
			done = calendar.Date{} // the second contractor did it
		}
		add("Repair: "+r.What, r.FirstBy, "the repair was reported", "the repair was reported", "the repair", "you reported the repair", "Done", done)
	}
	return all
}
