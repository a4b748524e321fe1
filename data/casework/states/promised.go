package states

import (
	"casebook/data/casework"
	"casebook/data/redress"
)

// promisedActs are the examples of what is done with petitions, insurance
// claims, fixed payments and repairs.
var promisedActs = map[casework.ActName]maker{
	casework.ActRecordPetition: func(_ casework.Case, m casework.Moment) casework.Act {
		r := petition()
		r.Received = m.Today
		return r
	},
	casework.ActRecordClaim: func(_ casework.Case, m casework.Moment) casework.Act {
		r := claim()
		r.Received = m.Today
		return r
	},
	casework.ActRecordFixed: func(_ casework.Case, m casework.Moment) casework.Act {
		r := payment("right-to-repair")
		r.Received = m.Today
		return r
	},

	casework.ActInvestigatePetition: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.InvestigatePetition{On: m.Today, Findings: "Nine of twelve lamps do not work."}
	},
	casework.ActSetBoard: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.SetBoard{On: m.Today.AddDays(28)}
	},
	casework.ActPetitionReported: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.PetitionReported{On: m.Today, Outcome: "New lamps by Easter."}
	},

	casework.ActCorrectPetition: func(c casework.Case, _ casework.Moment) casework.Act {
		return casework.CorrectPetition{Signatures: c.Petition.Signatures + 18, Story: c.Story, Subject: c.Subject, Why: "A second sheet was overlooked."}
	},

	casework.ActVisitClaim: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.VisitClaim{On: m.Today, Seen: "The third step is loose."}
	},
	casework.ActSendClaim: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.SendClaim{On: m.Today, To: "The insurance section", How: casework.Posted}
	},
	casework.ActClaimTheirs: always(casework.ClaimTheirs{Reference: "ZH/2026/118"}),
	casework.ActDecideClaim: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.DecideClaim{On: m.Today, Decision: casework.ClaimDenied, Note: "The step was inspected in May."}
	},

	casework.ActCorrectClaim: func(c casework.Case, _ casework.Moment) casework.Act {
		against := "Alder Plumbing"
		if c.Claim.Against != "" {
			against = ""
		}
		return casework.CorrectClaim{Against: against, Injury: c.Claim.Injury, Why: "She told us who fitted the step."}
	},

	casework.ActStartRepair: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.StartRepair{Defect: "leaking-pipe", What: "Pipe behind the bath", Cost: 9000, Reported: m.Today, Contractor: "Alder Plumbing"}
	},
	casework.ActAskSecond: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.AskSecond{Repair: runningRepair(c), On: m.Today, Contractor: "Birch and Son"}
	},
	casework.ActRepairDone: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.RepairDone{Repair: runningRepair(c), On: m.Today}
	},
	casework.ActEndRepair: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.EndRepair{Repair: runningRepair(c), On: m.Today, Why: "Nobody let them in, twice."}
	},
}

// runningRepair is the first repair that is not done, or number 1.
func runningRepair(c casework.Case) int {
	for _, r := range c.Repairs {
		if r.Running() {
			return r.ID
		}
	}
	return 1
}

// other is what every record that is no complaint has.
func other(story string) casework.Record {
	r := complaint()
	r.Answer, r.Grievance, r.Points, r.Story = "", casework.NoGrievance, nil, story
	return r
}

func petition() casework.RecordPetition {
	return casework.RecordPetition{Record: other("We ask for lights in the car park."), Signatures: 46}
}

func claim() casework.RecordClaim {
	return casework.RecordClaim{Record: other("I broke my wrist on the loose step."), Injury: true}
}

func payment(promise string) casework.RecordFixed {
	return casework.RecordFixed{Record: other("Nobody came about the pipe."), Promise: promise}
}

// promisedExamples make the states of what the pages promise besides
// complaints.
var promisedExamples = []func(world) (State, error){
	func(w world) (State, error) {
		return w.petitioned().is("Petition received", "The petition is in the register and its acknowledgement has not gone.")
	},
	func(w world) (State, error) {
		return w.petitioned().on("2026-11-04").send(dan, casework.PetitionAcknowledgement).
			is("Petition acknowledged", "The lead petitioner has the acknowledgement and the investigation goes on.")
	},
	func(w world) (State, error) {
		return w.investigated().is("Petition investigated", "It was investigated, and the Operational Board that is to have it is set.")
	},
	func(w world) (State, error) {
		return w.reported().is("Petition reported", "The Operational Board has had it. The lead petitioner has still to be told the outcome.")
	},
	func(w world) (State, error) {
		return w.reported().send(dan, casework.PetitionOutcome).do(dan, casework.Close{On: date("2026-12-10")}).
			is("Petition closed", "The lead petitioner was told the outcome.")
	},
	func(w world) (State, error) {
		return w.claimed().is("Claim received", "The visit and the completed form are due.")
	},
	func(w world) (State, error) {
		return w.claimed().on("2026-11-06").do(dan, casework.VisitClaim{On: date("2026-11-06"), Seen: "The third step is loose."}).
			is("Claim visited", "The home was visited and the form has not gone.")
	},
	func(w world) (State, error) {
		return w.claimSent().is("Claim sent", "The form has gone and the insurer has not decided.")
	},
	func(w world) (State, error) {
		return w.claimDecided().is("Claim decided", "The insurer has decided. No complaint shows it.")
	},
	func(w world) (State, error) {
		return w.claimDecided().do(dan, casework.Close{On: date("2026-12-10")}).is("Claim closed", "The claim was decided and closed.")
	},
	func(w world) (State, error) {
		return w.askedFor("missed-visit").is("Fixed payment asked for", "A payment that a page promises, and its sum has not been worked out.")
	},
	func(w world) (State, error) {
		return w.missed().is("Fixed payment worked out", "The sum is in the ledger, and the resident has still to be told.")
	},
	func(w world) (State, error) {
		return w.missed().send(dan, casework.FixedPaymentLetter).is("Fixed payment told", "The resident has been told of the sum and it has not been paid.")
	},
	func(w world) (State, error) {
		return w.askedFor("missed-visit").do(dan, casework.Close{On: date("2026-11-02")}).is("Fixed payment closed", "Nothing of it is owed.")
	},
	func(w world) (State, error) {
		return w.repairStarted().is("Repair, first period", "The first contractor is to do the repair.")
	},
	func(w world) (State, error) {
		return w.repairStarted().on("2026-11-04").is("Repair, first period missed", "The first contractor is late. Nothing is owed for that alone; the tenant may ask for a second one.")
	},
	func(w world) (State, error) {
		return w.secondAsked().is("Repair, second period", "The second contractor is to do the repair.")
	},
	func(w world) (State, error) {
		return w.secondAsked().on("2026-11-16").do(dan, casework.RepairDone{Repair: 1, On: date("2026-11-16")}).
			is("Repair done late", "It was done after the second period too, and the law's payment has to be worked out.")
	},
	func(w world) (State, error) {
		b := w.secondAsked().on("2026-11-16").do(dan, casework.RepairDone{Repair: 1, On: date("2026-11-16")})
		if b.err == nil {
			b.do(dan, casework.OfferRedress{Repair: 1, Input: casework.RepairInput(b.c.Repairs[0], b.c)})
		}
		return b.is("Repair worked out", "The law's payment is in the ledger, and the tenant has still to be told.")
	},
	func(w world) (State, error) {
		return w.secondAsked().do(dan, casework.EndRepair{Repair: 1, On: date("2026-11-04"), Why: "Nobody let them in, twice."}).
			is("Right to a repair ended", "Access was refused, or the repair is not ours. Nothing is paid.")
	},
	func(w world) (State, error) {
		return w.acknowledged().do(dan, casework.StartRepair{Defect: "roof", What: "Roof over the landing", Cost: 20000, Reported: date("2026-11-02"), Contractor: "Alder Roofing"}).
			is("A repair within a complaint", "The law's periods run beside the complaint's dates.")
	},
}

func (w world) petitioned() *bringing {
	return w.begin("2026-11-02", petition()).do(dan, casework.Assign{To: dan.ID})
}

func (w world) investigated() *bringing {
	return w.petitioned().on("2026-11-04").send(dan, casework.PetitionAcknowledgement).on("2026-11-13").do(dan,
		casework.InvestigatePetition{On: date("2026-11-13"), Findings: "Nine of twelve lamps do not work."}, casework.SetBoard{On: date("2026-12-10")})
}

func (w world) reported() *bringing {
	return w.investigated().on("2026-12-10").do(dan, casework.PetitionReported{On: date("2026-12-10"), Outcome: "New lamps by Easter."})
}

func (w world) claimed() *bringing {
	return w.begin("2026-11-02", claim()).do(dan, casework.Assign{To: dan.ID})
}

func (w world) claimSent() *bringing {
	return w.claimed().on("2026-11-06").do(dan, casework.VisitClaim{On: date("2026-11-06"), Seen: "The third step is loose."},
		casework.SendClaim{On: date("2026-11-06"), To: "The insurance section", How: casework.Posted})
}

func (w world) claimDecided() *bringing {
	return w.claimSent().on("2026-12-10").do(dan, casework.DecideClaim{On: date("2026-12-10"), Decision: casework.ClaimDenied})
}

func (w world) askedFor(promise string) *bringing {
	return w.begin("2026-11-02", payment(promise)).do(dan, casework.Assign{To: dan.ID})
}

// missed is a fixed payment for one visit that nobody made.
func (w world) missed() *bringing {
	return w.askedFor("missed-visit").do(dan, casework.OfferRedress{Input: missedVisit()})
}

func missedVisit() redress.Input {
	return redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: date("2026-10-29"), Slot: redress.Morning}}}
}

// owedFor is the sum of a fixed payment: a repair's where one was late and is in
// no line, else a visit's.
func owedFor(c casework.Case) casework.OfferRedress {
	for _, r := range c.Repairs {
		if !r.Running() && r.Line == 0 {
			return casework.OfferRedress{Repair: r.ID, Input: casework.RepairInput(r, c)}
		}
	}
	return casework.OfferRedress{Input: missedVisit()}
}

func (w world) repairStarted() *bringing {
	return w.askedFor("right-to-repair").do(dan,
		casework.StartRepair{Defect: "leaking-pipe", What: "Pipe under the sink", Cost: 9000, Reported: date("2026-11-02"), Contractor: "Alder Plumbing"})
}

func (w world) secondAsked() *bringing {
	return w.repairStarted().on("2026-11-04").do(dan, casework.AskSecond{Repair: 1, On: date("2026-11-04"), Contractor: "Birch and Son"})
}
