package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// MoneyFacts are what a letter about money outside the response may say beyond
// AnytimeFacts.
type MoneyFacts struct {
	AnytimeFacts
	Answered bool // the complaint has its answer at this stage
	Events   []EventFacts
	Repairs  []RepairFacts
	Nothing  bool // nothing is payable for what was asked about
}

// moneyKind is a letter about money outside the response. Each has its own text
// and its own further obligations.
func moneyKind(name casework.LetterKind, script, obliged string) letterKind {
	return letterKind{
		name: name, script: plainly(script), obliged: always(obliged), subjectless: true,
		facts: moneyFacts, stage: offerStage, about: offerNumber, days: moneyDays,
		officers: []string{"slip line", "event", "repair"},
		looks: map[string]look{
			"offer": lookOffer, "payment": lookOffer, "accept": lookOpenWays, "slip": lookSlip, "paid-by": lookPaidBy,
			"arrears": lookArrears, "events": lookEvents, "repair": lookRepairs,
		},
		house: []houseRule{
			{"in-words", true, "", nil, lookSumWords},
			{"approved", true, "ruling 21", nil, lookApproved},
			{"needs", true, "Code 5.10", nil, lookNeeds},
		},
	}
}

var (
	offerKind         = moneyKind(casework.OfferLetter, "offer", policy.OfferLetter)
	fixedPaymentKind  = moneyKind(casework.FixedPaymentLetter, "fixed-payment", policy.FixedPaymentLetter)
	repairPaymentKind = moneyKind(casework.RepairPaymentLetter, "right-to-repair-compensation", policy.RepairPaymentLetter)
)

// heads are the kinds of letter that tell of one head of money alone.
var heads = map[casework.LetterKind]redress.Head{
	casework.FixedPaymentLetter: redress.FixedPayment, casework.RepairPaymentLetter: redress.RightToRepair,
}

func moneyFacts(f *filling, in Input) (any, error) {
	ledger := in.Case.Redress
	if len(ledger) == 0 {
		return nil, fmt.Errorf("%s has no money that the resident has still to be told of: put the sums together first", in.Case.Reference)
	}
	for _, l := range ledger {
		if head, alone := heads[in.Kind]; alone && l.Head != head {
			return nil, fmt.Errorf("%s offers other sums too: write the offer letter, which tells of all of them", in.Case.Reference)
		}
	}
	f.offer(in, offerStage(in))
	return MoneyFacts{
		AnytimeFacts: anytime(f, in), Answered: answered(f.stage, in.Today), Events: events(ledger), Repairs: repairs(in), Nothing: nothingPaid(in),
	}, nil
}

// nothingPaid says whether a letter about a fixed payment has to say that none is
// payable: an exclusion applies, or no whole period has gone by.
func nothingPaid(in Input) bool {
	return in.Kind == casework.FixedPaymentLetter && in.Case.Redress.Total() == 0
}

// answered says whether a stage had its answer before a day.
func answered(s *casework.Stage, on calendar.Date) bool {
	return s != nil && !s.Responded.IsZero() && !s.Responded.After(on)
}

func offerStage(in Input) int {
	o, _ := offerIn(in)
	return o.Stage
}

func offerNumber(in Input, _ *casework.Stage) int {
	o, _ := offerIn(in)
	return o.ID
}

// offset is what of a letter's money may go towards rent that is owed: what the
// Right to Repair pays, where the office says so (ruling 21).
func offset(in Input) redress.Pence {
	if !in.Settings.Redress.Offset {
		return 0
	}
	return in.Case.Redress.Head(redress.RightToRepair)
}

func moneyDays(r *reader) []calendar.Date {
	var days []calendar.Date
	for _, e := range events(r.in.Case.Redress) {
		days = append(days, e.days...)
	}
	for _, p := range repairs(r.in) {
		days = append(days, p.days...)
	}
	return days
}
