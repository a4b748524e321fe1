package scenario

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// promised are about what the landlord's pages promise besides complaints, and
// what the law does.
func promised() []Scenario {
	return []Scenario{aPetition(), anInjury(), aLeak(), aMissedVisit()}
}

// contact is the part of a record that is no complaint.
func contact(t *Telling, story string) casework.Record {
	return casework.Record{
		Received: t.today(), Channel: casework.Counter,
		Resident: casework.Person{Name: "Grace Adeyemi", Telephones: []string{"01632 960 118"}},
		Home:     casework.Home{Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.ReplyLetter}, Story: story,
	}
}

func aPetition() Scenario {
	dated := func(what, day, hand string, of func(casework.Petition) policy.Deadline) Expect {
		return deadline(what, day, hand, func(t *Telling) policy.Deadline { return of(t.Case.Petition) })
	}
	return Scenario{
		Name:  "A petition for lights",
		Story: "Forty-six residents ask for lights in the car park. It is handed in on Tuesday 1 December 2026: five working days for the acknowledgement, fifteen days as the page says for the investigation. A second sheet of eighteen names is found after the acknowledgement has gone: the record is put right, and no date moves. The page gives no time for the Operational Board: an officer sets the one of 14 January. The lead petitioner is told what came of it, and only then is it closed.",
		Steps: []Step{
			{At: "Tue 1 Dec 2026 10:00", By: Priya, Do: with(func(t *Telling) casework.Act {
				return casework.RecordPetition{Record: contact(t, "We ask for lights in the car park of Harebell Court."), Signatures: 46}
			}), Then: []Expect{
				dated("the acknowledgement", "Tue 8 Dec 2026", "2=1 3=2 4=3 7=4 8=5", func(p casework.Petition) policy.Deadline { return p.AcknowledgeBy }),
				dated("the investigation", "Wed 16 Dec 2026", "2=1 3=2 4=3 5=4 6=5 7=6 8=7 9=8 10=9 11=10 12=11 13=12 14=13 15=14 16=15", func(p casework.Petition) policy.Deadline { return p.InvestigateBy }),
				stands("The petition's acknowledgement is due Tuesday 8 December 2026."), owes(casework.DutyPetition, "Wed 16 Dec 2026"), owesNo(casework.DutyRespond),
			}},
			{At: "Fri 4 Dec 2026 09:00", By: Priya, Do: letter(casework.PetitionAcknowledgement), Then: []Expect{
				that("acknowledged by its letter", func(c casework.Case) bool { return c.Petition.Acknowledged == day("Fri 4 Dec 2026") }),
				stands("The petition's investigation is due Wednesday 16 December 2026."),
			}},
			{At: "Mon 7 Dec 2026 09:00", By: Helen, Do: give(Dan)},
			{At: "Mon 7 Dec 2026 11:00", By: Priya, Do: with(func(t *Telling) casework.Act {
				return casework.CorrectPetition{Signatures: 64, Story: t.Case.Story, Subject: t.Case.Subject, Why: "A second sheet of eighteen was overlooked."}
			}), Then: []Expect{
				that("the letter that went still says forty-six", func(c casework.Case) bool {
					return c.Petition.Signatures == 64 && c.OldWords(c.Letters[0]) == "46 signatures" && c.Petition.Acknowledged == day("Fri 4 Dec 2026")
				}),
				owes(casework.DutyPetition, "Wed 16 Dec 2026"),
			}},
			{At: "Mon 14 Dec 2026 16:00", By: Priya, Refused: "not-yours", Do: act(casework.InvestigatePetition{On: day("Mon 14 Dec 2026"), Findings: "x"})},
			{At: "Mon 14 Dec 2026 16:10", By: Dan, Do: act(casework.InvestigatePetition{On: day("Mon 14 Dec 2026"), Findings: "Nine of the twelve lamps do not work."}), Then: []Expect{
				stands("The petition was investigated on Monday 14 December 2026; its Operational Board has to be set."),
			}},
			{At: "Mon 14 Dec 2026 16:20", By: Dan, Do: act(casework.SetBoard{On: day("Thu 14 Jan 2027")}), Then: []Expect{owes(casework.DutyPetition, "Thu 14 Jan 2027")}},
			{At: "Fri 15 Jan 2027 09:30", By: Dan, Do: act(casework.PetitionReported{On: day("Thu 14 Jan 2027"), Outcome: "New lamps before Easter."})},
			{At: "Fri 15 Jan 2027 09:40", By: Dan, Refused: "not-told", Do: act(casework.Close{On: day("Fri 15 Jan 2027")})},
			{At: "Mon 18 Jan 2027 11:00", By: Dan, Do: all(letter(casework.PetitionOutcome), act(casework.Close{On: day("Mon 18 Jan 2027")})), Then: []Expect{
				owesNo(casework.DutyPetition), stands("Closed on Monday 18 January 2027."),
				counted("never stage 1", 0, func(f casework.StageFact) bool {
					return f.Kind == casework.PetitionKind && f.Reported == day("Thu 14 Jan 2027")
				}),
			}},
		},
	}
}

func anInjury() Scenario {
	return Scenario{
		Name:  "A broken wrist beside a complaint",
		Story: "A resident complains on Monday 16 November 2026 that a step has been loose since June and that she broke her wrist on it. The step is ours to answer for; the wrist goes to the insurer, with a letter that says so. The claim is recorded by itself, counted from the day we were told, and the complaint never shows what the insurer decides.",
		Steps: []Step{
			{At: "Mon 16 Nov 2026 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
				r.Points = []string{"The step has been loose since June.", "I broke my wrist on it and want to be paid for it."}
			})},
			{At: "Tue 17 Nov 2026 10:00", By: Dan, Do: all(give(Dan), act(casework.Exclude{Point: 2, Reason: "personal-injury",
				Evidence: asked("the day the claim was passed on", "17 November 2026"), Merits: "The injury is for the insurer; the loose step stays with us."}),
				letter(casework.Acknowledgement), letter(casework.PassOnLetter)), Then: []Expect{
				that("one claim is offered, for the wrist alone", func(c casework.Case) bool {
					claims := casework.ClaimsToOpen(c)
					return len(claims) == 1 && claims[0].Injury && claims[0].Story == "I broke my wrist on it and want to be paid for it."
				}),
			}},
			{At: "Tue 17 Nov 2026 11:00", By: Dan, Refused: "not-a-claim", Do: act(casework.DecideClaim{On: day("Tue 17 Nov 2026"), Decision: casework.ClaimSettled})},
			{At: "Tue 17 Nov 2026 11:10", By: Dan, Do: with(func(t *Telling) casework.Act {
				r := casework.ClaimsToOpen(t.Case)[0]
				r.Handler = t.id(Dan)
				return r
			}), Then: []Expect{
				that("a claim, linked to the complaint", func(c casework.Case) bool {
					return c.Kind == casework.ClaimKind && len(c.Links) == 1 && c.Links[0].Reference.Kind() == casework.Complaint
				}),
				deadline("the form", "Mon 30 Nov 2026", "17=1 18=2 19=3 20=4 23=5 24=6 25=7 26=8 27=9 30=10", func(t *Telling) policy.Deadline { return t.Case.Claim.SendBy }),
				owes(casework.DutyClaim, "Mon 30 Nov 2026"),
			}},
			{At: "Mon 23 Nov 2026 15:00", By: Dan, Do: act(casework.VisitClaim{On: day("Mon 23 Nov 2026"), Seen: "The third step moves under the foot."}), Then: []Expect{
				stands("The home was visited on Monday 23 November 2026; the claim form is due to go Monday 30 November 2026."),
			}},
			{At: "Fri 27 Nov 2026 12:00", By: Dan, Do: letterTo(casework.ClaimCover, "The insurance section"), Then: []Expect{
				owesNo(casework.DutyClaim), that("the form went with its cover", func(c casework.Case) bool { return c.Claim.Sent == day("Fri 27 Nov 2026") }),
			}},
			{At: "Tue 1 Dec 2026 09:00", By: Priya, Do: act(casework.ClaimTheirs{Reference: "ZH/2026/118"})},
			{At: "Mon 1 Mar 2027 10:00", By: Dan, Refused: "not-decided", Do: act(casework.Close{On: day("Mon 1 Mar 2027")})},
			{At: "Mon 1 Mar 2027 10:05", By: Dan, Do: all(act(casework.DecideClaim{On: day("Fri 26 Feb 2027"), Decision: casework.ClaimSettled}), act(casework.Close{On: day("Mon 1 Mar 2027")})), Then: []Expect{
				counted("no outcome of ours", 0, func(f casework.StageFact) bool { return f.Kind == casework.ClaimKind && f.Outcome == "" }),
			}},
		},
	}
}

// repaired works the law's payment for the first repair out.
func repaired(t *Telling) casework.Act {
	return casework.OfferRedress{Repair: 1, Input: casework.RepairInput(t.Case.Repairs[0], t.Case)}
}

// total expects what the ledger comes to.
func total(sum redress.Pence) Expect {
	return Expect{What: "the total", Check: func(t *Telling) error {
		if got := t.Case.Redress.Total(); got != sum {
			return fmt.Errorf("is %s, by hand it is %s", got, sum)
		}
		return nil
	}}
}

func aLeak() Scenario {
	period := func(what, day, hand string, of func(casework.RepairRight) policy.Deadline) Expect {
		return deadline(what, day, hand, func(t *Telling) policy.Deadline { return of(t.Case.Repairs[0]) })
	}
	return Scenario{
		Name:  "A leaking pipe and two contractors",
		Story: "A pipe leaks under the sink: one working day. Told on Thursday 24 September 2026, the first contractor has Friday. The tenant asks for a second one on Monday 28, who has Tuesday 29. It is done on Wednesday 14 October: ten pounds, and two pounds for each of the fifteen days from 30 September to 14 October, forty pounds in all.",
		Steps: []Step{
			{At: "Thu 24 Sep 2026 09:00", By: Priya, Do: all(with(func(t *Telling) casework.Act {
				return casework.RecordFixed{Record: contact(t, "The pipe under the sink leaks."), Promise: "right-to-repair"}
			}), act(casework.StartRepair{Defect: "leaking-pipe", What: "Pipe under the sink", Cost: 9000, Reported: day("Thu 24 Sep 2026"), Contractor: "Alder Plumbing"}),
				letter(casework.RepairNotice)), Then: []Expect{
				period("the first period", "Fri 25 Sep 2026", "25=1", func(r casework.RepairRight) policy.Deadline { return r.FirstBy }),
				owes(casework.DutyRepair, "Fri 25 Sep 2026"),
			}},
			{At: "Fri 25 Sep 2026 17:00", By: Priya, Refused: "in-time", Do: act(casework.AskSecond{Repair: 1, On: day("Fri 25 Sep 2026"), Contractor: "Birch and Son"})},
			{At: "Mon 28 Sep 2026 09:10", By: Priya, Do: all(act(casework.AskSecond{Repair: 1, On: day("Mon 28 Sep 2026"), Contractor: "Birch and Son"}), letter(casework.SecondNotice)), Then: []Expect{
				period("the second period", "Tue 29 Sep 2026", "29=1", func(r casework.RepairRight) policy.Deadline { return r.SecondBy }),
				owes(casework.DutyRepair, "Tue 29 Sep 2026"),
			}},
			{At: "Wed 14 Oct 2026 16:00", By: Priya, Do: act(casework.RepairDone{Repair: 1, On: day("Wed 14 Oct 2026")}), Then: []Expect{
				stands("Fixed payment for the Right to Repair: its sum has to be worked out."), owes(casework.DutyRepair, "Wed 14 Oct 2026"),
			}},
			{At: "Thu 15 Oct 2026 10:00", By: Dan, Refused: "owed", Do: act(casework.Close{On: day("Thu 15 Oct 2026")})},
			{At: "Thu 15 Oct 2026 10:10", By: Dan, Do: with(repaired), Then: []Expect{total(4000), owesNo(casework.DutyRepair)}},
			{At: "Thu 15 Oct 2026 10:20", By: Dan, Do: letter(casework.RepairPaymentLetter), Then: []Expect{owes(casework.DutyPay, "Thu 29 Oct 2026")}},
			{At: "Thu 22 Oct 2026 10:00", By: Dan, Do: all(
				act(casework.Pay{Lines: []int{1}, Sum: 4000, On: day("Wed 21 Oct 2026"), Method: casework.BankTransfer, Reference: "BACS 4417"}),
				act(casework.Close{On: day("Thu 22 Oct 2026")})), Then: []Expect{owesNo(casework.DutyPay), stands("Closed on Thursday 22 October 2026.")}},
		},
	}
}

func aMissedVisit() Scenario {
	return Scenario{
		Name:  "Nobody came on Thursday morning",
		Story: "A visit was agreed for the morning of Thursday 3 September 2026. Nobody came and nobody rang. The resident asks on Monday 7 September for what the page promises: ten pounds.",
		Steps: []Step{
			{At: "Mon 7 Sep 2026 11:00", By: Priya, Do: with(func(t *Telling) casework.Act {
				r := contact(t, "Nobody came on Thursday morning, and nobody rang.")
				r.Happened.Date = day("Thu 3 Sep 2026")
				return casework.RecordFixed{Record: r, Promise: "missed-visit"}
			}), Then: []Expect{stands("Fixed payment for a missed home visit: its sum has to be worked out."), owesNo(casework.DutyRespond),
				owes(casework.DutyFixed, "Mon 7 Sep 2026")}},
			{At: "Mon 7 Sep 2026 14:00", By: Helen, Do: give(Dan)},
			{At: "Tue 8 Sep 2026 09:00", By: Priya, Refused: "not-yours", Do: act(casework.OfferRedress{Input: missed()})},
			{At: "Tue 8 Sep 2026 09:10", By: Dan, Do: act(casework.OfferRedress{Input: missed()}), Then: []Expect{total(1000), owes(casework.DutyFixed, "Mon 7 Sep 2026")}},
			{At: "Tue 8 Sep 2026 09:15", By: Dan, Refused: "not-told", Do: act(casework.Close{On: day("Tue 8 Sep 2026")})},
			{At: "Tue 8 Sep 2026 09:20", By: Dan, Do: letter(casework.FixedPaymentLetter), Then: []Expect{
				stands("Fixed payment for a missed home visit: £10.00 is to be paid by Tuesday 22 September 2026."), owesNo(casework.DutyFixed), owes(casework.DutyPay, "Tue 22 Sep 2026"),
			}},
			{At: "Tue 15 Sep 2026 09:00", By: Dan, Do: all(
				act(casework.Pay{Lines: []int{1}, Sum: 1000, On: day("Mon 14 Sep 2026"), Method: casework.Voucher, Reference: "V-0093"}),
				act(casework.Close{On: day("Tue 15 Sep 2026")})), Then: []Expect{
				counted("never stage 1", 0, func(f casework.StageFact) bool { return f.Kind == casework.FixedSum && f.Offered == 1000 }),
			}},
		},
	}
}

// missed is one visit of a morning that nobody kept.
func missed() redress.Input {
	return redress.Input{Kind: redress.Visits, Visits: []redress.Visit{{On: day("Thu 3 Sep 2026"), Slot: redress.Morning}}}
}
