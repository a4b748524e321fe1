package casework

import (
	"strings"
	"testing"

	"casebook/data/redress"
)

// letterOut makes a letter and posts it, both on the moment's day.
func letterOut(t *testing.T, c Case, kind LetterKind, about int, m Moment) Case {
	t.Helper()
	c = must(t, c, MakeLetter{Kind: kind, Dated: m.Today, Document: strings.Repeat("ab", 32), Pages: 1, About: about}, m)
	return must(t, c, DispatchLetter{Kind: kind, Letter: c.Letters[len(c.Letters)-1].ID, On: m.Today, How: Posted, To: "Grace Adeyemi"}, m)
}

// TestOnlyDispatchTellsOfARepair: a repair reported on Thursday 24 September
// 2026 has its first day on Friday 25; the second contractor, asked for on
// Monday 28, has until Tuesday 29 (SI 1994/133, ruling 20).
func TestOnlyDispatchTellsOfARepair(t *testing.T) {
	at := func(by Officer, today string) Moment { return on(t, by, day(today)) }
	first := at(priya, "2026-09-24")
	c := must(t, Case{}, askedFor("right-to-repair", "2026-09-24"), first)
	refused(t, c, MakeLetter{Kind: RepairNotice, Dated: first.Today, Document: "a", Pages: 1}, first, "no-repair")
	for _, what := range []string{"Pipe under the sink", "Tap in the bath"} {
		c = must(t, c, StartRepair{Defect: "leaking-pipe", What: what, Cost: 9000, Reported: day("2026-09-24"), Contractor: "Alder"}, first)
	}
	made := must(t, c, MakeLetter{Kind: RepairNotice, Dated: first.Today, Document: "a", Pages: 1}, first)
	if l := made.Letters[0]; l.About != 2 || !made.Repairs[1].FirstTold.IsZero() {
		t.Errorf("made, it tells of repair %d and has told: %s", l.About, made.Repairs[1].FirstTold)
	}
	c = letterOut(t, c, RepairNotice, 1, first)
	c = letterOut(t, c, RepairNotice, 0, first)
	if c.Repairs[0].FirstTold != first.Today || c.Repairs[1].FirstTold != first.Today || c.Letters[0].About != 1 || c.Letters[1].About != 2 || len(Faults(c)) > 0 {
		t.Errorf("%+v %v", c.Repairs, Faults(c))
	}
	refused(t, c, MakeLetter{Kind: RepairNotice, Dated: first.Today, Document: "a", Pages: 1}, first, "no-repair")

	second := at(priya, "2026-09-28")
	refused(t, c, SentElsewhere{Kind: SecondNotice, On: second.Today, How: Posted, To: "Grace"}, at(dan, "2026-09-28"), "no-second")
	c = must(t, c, AskSecond{Repair: 1, On: second.Today, Contractor: "Birch"}, second)
	refused(t, c, MakeLetter{Kind: SecondNotice, Dated: second.Today, Document: "a", Pages: 1, About: 2}, second, "no-second")
	early := at(dan, "2026-09-28")
	refused(t, c, SentElsewhere{Kind: SecondNotice, On: day("2026-09-27"), How: Posted, To: "Grace"}, early, "too-early")
	c = letterOut(t, c, SecondNotice, 0, second)
	if c.Repairs[0].SecondTold != second.Today || !c.Repairs[1].SecondTold.IsZero() {
		t.Errorf("%+v", c.Repairs)
	}
	done := must(t, c, RepairDone{Repair: 2, On: second.Today}, second)
	refused(t, done, Void{Why: "Twice"}, at(helen, "2026-09-28"), "sent")

	// One that was sent in error is written once more, and the first day stays.
	c = must(t, c, SentInError{Letter: 3, What: "It named the wrong firm."}, at(dan, "2026-09-29"))
	c = letterOut(t, c, SecondNotice, 0, at(priya, "2026-09-29"))
	if c.Repairs[0].SecondTold != second.Today {
		t.Errorf("told on %s", c.Repairs[0].SecondTold)
	}
	refused(t, c, MakeLetter{Kind: PetitionAcknowledgement, Dated: second.Today, Document: "a", Pages: 1}, second, "no-petition")
	refused(t, c, MakeLetter{Kind: ClaimCover, Dated: second.Today, Document: "a", Pages: 1}, at(dan, "2026-09-28"), "no-claim")
}

// TestTheLettersOfAPetitionSetItsDays: the outcome waits for the Operational
// Board, and no other letter acknowledges a petition.
func TestTheLettersOfAPetitionSetItsDays(t *testing.T) {
	at := func(by Officer, today string) Moment { return on(t, by, day(today)) }
	r := walkIn("2026-12-01")
	r.Answer, r.Points, r.Reference, r.Story, r.Handler = "", nil, NewReference(PetitionKind, 2026, 9), "Lights on the path.", dan.ID
	c := must(t, Case{}, RecordPetition{Record: r, Signatures: 40}, at(priya, "2026-12-01"))
	m := at(dan, "2026-12-03")
	refused(t, c, SentElsewhere{Kind: Acknowledgement, On: m.Today, How: Posted, To: "Grace"}, m, "no-stage")
	refused(t, c, SentElsewhere{Kind: PetitionOutcome, On: m.Today, How: Posted, To: "Grace"}, m, "not-reported")
	c = letterOut(t, c, PetitionAcknowledgement, 0, m)
	if c.Petition.Acknowledged != m.Today {
		t.Errorf("acknowledged on %s", c.Petition.Acknowledged)
	}
	refused(t, c, MakeLetter{Kind: PetitionAcknowledgement, Dated: m.Today, Document: "a", Pages: 1}, m, "sent")
	c = must(t, c, InvestigatePetition{On: m.Today, Findings: "Three lamps are missing."}, m)
	later := at(dan, "2027-02-10")
	c = must(t, c, PetitionReported{On: day("2027-02-09"), Outcome: "They are to be put up."}, later)
	refused(t, c, SentElsewhere{Kind: PetitionOutcome, On: day("2027-02-08"), How: Posted, To: "Grace"}, later, "too-early")
	c = must(t, c, SentElsewhere{Kind: PetitionOutcome, On: day("2027-02-09"), How: Posted, To: "Grace"}, later)
	if c.Petition.OutcomeTold != day("2027-02-09") || len(Faults(c)) > 0 {
		t.Errorf("told on %s: %v", c.Petition.OutcomeTold, Faults(c))
	}
	refused(t, c, SentElsewhere{Kind: PetitionOutcome, On: later.Today, How: Posted, To: "Grace"}, later, "sent")
}

// TestTheCoverOfAClaimSendsIt: it goes to whoever decides, and not to a
// representative of the resident whom we may not tell.
func TestTheCoverOfAClaimSendsIt(t *testing.T) {
	r := walkIn("2026-12-01")
	r.Answer, r.Points, r.Reference, r.Story = "", nil, NewReference(ClaimKind, 2026, 9), "The ceiling fell."
	r.Representative = Representative{Name: "Tunde Adeyemi", WriteToRep: true}
	c := must(t, Case{}, RecordClaim{Record: r}, on(t, priya, day("2026-12-01")))
	m := on(t, dan, day("2026-12-04"))
	c = must(t, c, VisitClaim{On: day("2026-12-03"), Seen: "It is down."}, m)
	refused(t, c, MakeLetter{Kind: ClaimCover, Dated: m.Today, Document: "a", Pages: 1}, on(t, priya, m.Today), "not-yours")
	refused(t, c, SentElsewhere{Kind: ClaimCover, On: day("2026-11-30"), How: Emailed, To: "Insurance section"}, m, "too-early")
	c = must(t, c, MakeLetter{Kind: ClaimCover, Dated: m.Today, Document: "a", Pages: 1}, m)
	c = must(t, c, DispatchLetter{Kind: ClaimCover, Letter: 1, On: m.Today, How: Emailed, To: "Insurance section"}, m)
	if v := c.Claim; v.Sent != m.Today || v.SentTo != "Insurance section" || v.SentHow != Emailed {
		t.Errorf("%+v", v)
	}
	refused(t, c, MakeLetter{Kind: ClaimCover, Dated: m.Today, Document: "a", Pages: 1}, m, "sent")
	refused(t, c, SendClaim{On: m.Today, To: "Them", How: Posted}, m, "sent")

	// It went to the wrong people: the day stays, who has it now does not.
	next := on(t, dan, day("2026-12-07"))
	c = must(t, c, SentInError{Letter: 1, What: "It is against the contractor."}, next)
	c = sent(t, c, ClaimCover, next, "Alder Plumbing")
	if v := c.Claim; v.Sent != m.Today || v.SentTo != "Alder Plumbing" || v.SentHow != Posted || len(Faults(c)) > 0 {
		t.Errorf("%+v, %v", v, Faults(c))
	}
}

// TestALetterOfOneHeadTellsOfThatAlone: an offer with other sums in it is told
// whole, and each letter marks its own offer.
func TestALetterOfOneHeadTellsOfThatAlone(t *testing.T) {
	m := on(t, dan, day("2026-12-04"))
	c := must(t, Case{}, askedFor("missed-visit", "2026-12-01"), on(t, priya, day("2026-12-01")))
	make := func(kind LetterKind) MakeLetter {
		return MakeLetter{Kind: kind, Dated: m.Today, Document: "a", Pages: 1}
	}
	refused(t, c, make(FixedPaymentLetter), m, "no-money")
	c.Redress = redress.Ledger{{ID: 1, Head: redress.FixedPayment, Title: "Missed", Sum: 2000}}
	refused(t, c, make(RepairPaymentLetter), m, "other-money")
	refused(t, c, make(FixedPaymentLetter), on(t, priya, m.Today), "not-yours")
	c = letterOut(t, c, FixedPaymentLetter, 0, m)
	if len(c.Offers) != 1 || c.Offers[0].Told != m.Today || c.Letters[0].About != c.Offers[0].ID || c.Letters[0].Stage != 0 {
		t.Errorf("%+v %+v", c.Offers, c.Letters)
	}
	refused(t, c, make(OfferLetter), m, "told")
	c.Redress = append(c.Redress, redress.Line{ID: 2, Head: redress.RightToRepair, Title: "Pipe", Sum: 4000}, redress.Line{ID: 3, Head: redress.FixedPayment, Title: "Letter", Sum: 1000})
	refused(t, c, make(FixedPaymentLetter), m, "other-money")
	c = letterOut(t, c, OfferLetter, 0, m)
	if len(c.Offers) != 2 || c.Offers[1].Told != m.Today || len(c.Offers[1].Lines) != 2 {
		t.Errorf("%+v", c.Offers)
	}
}
