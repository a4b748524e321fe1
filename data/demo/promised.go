package demo

import (
	"math/rand/v2"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// promisedEvery is how many contacts come for each that asks for what a page or
// the law promises whatever is complained of. Each kind has its turn.
const promisedEvery = 16

// asksPromised says whether a contact is one of those, and which by number.
func (m *maker) asksPromised() (n int, asks bool) {
	return m.made / promisedEvery, m.made%promisedEvery == promisedEvery/3
}

// promise records such a contact and lives it. What it draws, it draws apart
// from the others.
func (k contact) promise(n int) error {
	all := k.maker.rng
	k.maker.rng = rand.New(rand.NewPCG(k.Seed, uint64(1_000_000+n)))
	defer func() { k.maker.rng = all }()
	lives := []func(contact, int) error{contact.petition, contact.lateRepair, contact.claim, contact.missedVisit, contact.promptRepair}
	return lives[n%len(lives)](k, n/len(lives))
}

// ask is what every such contact has, for the officer who will look after it.
func (k *contact) ask(subject, told string) casework.Record {
	k.story = story{subject: subject, told: told, about: casework.NoGrievance}
	r := k.record()
	r.Answer, r.Points, r.Handler = "", nil, pick(k.maker, k.answer).ID
	return r
}

// begin puts it in the register.
func (k contact) begin(act casework.Recording) (*life, error) {
	c, err := k.keep.Record(k.recorded, k.by, act)
	return &life{contact: k, c: c, day: k.recorded}, err
}

// move is something that is done some working days after what was done before.
type move struct {
	days int
	do   func(on calendar.Date) error
}

// moves does one thing after the other, as far as today has come.
func (l *life) moves(all ...move) error {
	for _, m := range all {
		on, err := l.step(m.days)
		if err == errNotYet {
			return nil
		}
		if err == nil {
			err = m.do(on)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// owner is the officer who looks after a record without stages.
func (l *life) owner() casework.Officer {
	for _, o := range l.Officers {
		if o.ID == l.c.Handler {
			return o
		}
	}
	return l.manager
}

// acts and sends are moves of the officer who looks after it.
func (l *life) acts(days int, act func(on calendar.Date) casework.Act) move {
	return move{days, func(on calendar.Date) error { return l.do(on, l.owner(), act(on)) }}
}

func (l *life) sends(days int, kind casework.LetterKind) move {
	return move{days, func(on calendar.Date) error { return l.send(on, l.owner(), kind) }}
}

func (l *life) closes(days int) move {
	return l.acts(days, func(on calendar.Date) casework.Act { return casework.Close{On: on} })
}

// paying is finance's: one of three waits longer than the others.
func (l *life) paying(n int) move {
	return move{3 + 40*(n%3/2), l.pay}
}

// petition is handed in, looked into and reported to the Operational Board.
func (k contact) petition(n int) error {
	k.row = k.resident()
	r := k.ask("estate-services", pick(k.maker, []string{
		"We who live around the green ask for lights in the car park. It has been dark there since the spring.",
		"We ask the landlord to open the drying room again and to mend its door.",
		"We ask for a crossing place and a lower kerb by the bin store, for those of us with prams and wheelchairs.",
	}))
	l, err := k.begin(casework.RecordPetition{Record: r, Signatures: 12 + k.rng.IntN(90)})
	if err != nil {
		return err
	}
	return l.moves(l.sends(1+k.rng.IntN(5), casework.PetitionAcknowledgement),
		l.acts(4, func(on calendar.Date) casework.Act {
			return casework.InvestigatePetition{On: on, Findings: "We went there twice after dark and with the petitioners by day. What they say is right."}
		}),
		l.acts(1, func(on calendar.Date) casework.Act { return casework.SetBoard{On: k.Holidays.Add(on, 15)} }),
		l.acts(16, func(on calendar.Date) casework.Act {
			return casework.PetitionReported{On: l.c.Petition.Board, Outcome: "The Board agreed to it and has put it in the programme of the coming spring."}
		}),
		l.sends(2, casework.PetitionOutcome), l.closes(1))
}

// claim goes to the insurer, who decides it; one in three denies it.
func (k contact) claim(n int) error {
	k.row = k.resident()
	r := k.ask("repairs", pick(k.maker, []string{
		"Water came through my ceiling and spoiled the television and the rug. I want the insurance to look at it.",
		"I fell on the loose step at the back door and broke my wrist. I want to claim for it.",
	}))
	l, err := k.begin(casework.RecordClaim{Record: r, Injury: r.Story[0] == 'I'})
	if err != nil {
		return err
	}
	decision := []casework.ClaimDecision{casework.ClaimSettled, casework.ClaimDenied, casework.ClaimSettled}[n%3]
	return l.moves(
		l.acts(2+k.rng.IntN(5), func(on calendar.Date) casework.Act {
			return casework.VisitClaim{On: on, Seen: "Looked at together with the resident and photographed."}
		}),
		l.acts(1+k.rng.IntN(6), func(on calendar.Date) casework.Act {
			return casework.SendClaim{On: on, To: "the insurance section", How: casework.Emailed}
		}),
		l.acts(6, func(calendar.Date) casework.Act { return casework.ClaimTheirs{Reference: "INS/" + k.job()[7:]} }),
		l.acts(30, func(on calendar.Date) casework.Act { return casework.DecideClaim{On: on, Decision: decision} }),
		l.closes(2))
}

// missedVisit asks for what the page promises where nobody came.
func (k contact) missedVisit(n int) error {
	k.row = k.resident()
	r := k.ask("repairs", "I stayed at home all morning and nobody came or rang. The page says there is a payment for that.")
	missed := k.Holidays.Add(k.received, -2)
	r.Happened.Date = missed
	l, err := k.begin(casework.RecordFixed{Record: r, Promise: "missed-visit"})
	if err != nil {
		return err
	}
	return l.moves(
		l.acts(1, func(calendar.Date) casework.Act {
			return casework.OfferRedress{Input: redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: missed, Slot: redress.Morning, Contractor: n%2 == 1}}}}
		}),
		l.sends(1, casework.FixedPaymentLetter), l.paying(n), l.closes(1))
}

// repairs under the Right to Repair, by secure tenants.
func (k contact) repair(defect, what, told string) (*life, error) {
	k.row = k.somebody(func(row casework.HousingRow) bool { return row.Home.Tenure == casework.Secure })
	l, err := k.begin(casework.RecordFixed{Record: k.ask("repairs", told), Promise: "right-to-repair"})
	if err != nil {
		return l, err
	}
	start := casework.StartRepair{Defect: defect, What: what, Cost: policy.Pence(6000 + 500*k.rng.IntN(30)), Reported: k.received, Contractor: "Alder Plumbing"}
	if err := l.do(k.recorded, k.by, start); err != nil {
		return l, err
	}
	return l, l.send(k.recorded, l.owner(), casework.RepairNotice)
}

// promptRepair is done within its first period, and nothing is owed.
func (k contact) promptRepair(int) error {
	l, err := k.repair("tap", "Kitchen tap", "The kitchen tap cannot be turned and nothing comes out of it.")
	if err != nil {
		return err
	}
	return l.moves(l.acts(1, func(on calendar.Date) casework.Act { return casework.RepairDone{Repair: 1, On: on} }), l.closes(2))
}

// lateRepair is late with both contractors, and the law pays.
func (k contact) lateRepair(n int) error {
	l, err := k.repair("leaking-pipe", "Pipe under the sink", "The pipe under the sink drips into the cupboard and the bucket is full every morning.")
	if err != nil {
		return err
	}
	return l.moves(
		l.acts(l.Holidays.Between(l.day, l.c.Repairs[0].FirstBy.Due)+1, func(on calendar.Date) casework.Act {
			return casework.AskSecond{Repair: 1, On: on, Contractor: "Birch and Son"}
		}),
		l.sends(0, casework.SecondNotice),
		l.acts(4+k.rng.IntN(8), func(on calendar.Date) casework.Act { return casework.RepairDone{Repair: 1, On: on} }),
		l.acts(1, func(calendar.Date) casework.Act {
			return casework.OfferRedress{Repair: 1, Input: casework.RepairInput(l.c.Repairs[0], l.c)}
		}),
		l.sends(1, casework.RepairPaymentLetter), l.paying(n), l.closes(1))
}
