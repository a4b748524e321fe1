package casework

import (
	"testing"

	"casebook/data/redress"

	"pgregory.net/rapid"
)

// anyPromised is any act on a petition, a claim, a fixed payment or a repair.
func anyPromised(rt *rapid.T, today string) Act {
	n := rapid.IntRange(0, 2).Draw(rt, "repair")
	near := day(today).AddDays(rapid.IntRange(-9, 1).Draw(rt, "near"))
	text := rapid.SampledFrom([]string{"", "Words.", "Other words."}).Draw(rt, "text")
	defect := rapid.SampledFrom([]string{"leaking-pipe", "roof", redress.HeatingLoss, "weather"}).Draw(rt, "defect")
	kind := rapid.SampledFrom([]LetterKind{PetitionAcknowledgement, PetitionOutcome, ClaimCover, RepairNotice, SecondNotice, WithdrawalLetter}).Draw(rt, "letter")
	decision := rapid.SampledFrom(append(ClaimDecisions(), "perhaps")).Draw(rt, "decision")
	return rapid.SampledFrom([]Act{
		InvestigatePetition{On: near, Findings: text}, SetBoard{On: near.AddDays(9)}, PetitionReported{On: near, Outcome: text},
		CorrectPetition{Signatures: n, Story: text, Why: text}, CorrectClaim{Against: text, Injury: n > 1, Why: text},
		VisitClaim{On: near, Seen: text}, SendClaim{On: near, To: text, How: Posted}, ClaimTheirs{Reference: text}, DecideClaim{On: near, Decision: decision},
		StartRepair{Defect: defect, What: text, Cost: 100, Reported: near, Contractor: text}, StartRepair{Defect: defect, What: "Pipe", Cost: 100, Reported: near, Contractor: "Alder"},
		AskSecond{Repair: n, On: near, Contractor: text}, RepairDone{Repair: n, On: near}, EndRepair{Repair: n, On: near, Why: text},
		SentElsewhere{Kind: kind, On: near, How: Posted, To: "Grace Adeyemi"}, MakeLetter{Kind: kind, Dated: day(today), Document: "aa", Pages: 1},
		DispatchLetter{Kind: kind, Letter: n, On: day(today), How: Posted, To: "Grace Adeyemi"},
		Assign{To: rapid.SampledFrom(staff).Draw(rt, "to").ID}, Withdraw{On: near}, Close{On: near}, Reopen{Why: text},
	}).Draw(rt, "promised")
}

// TestNoActBreaksWhatIsPromised tries random acts on every kind of record, and
// holds each to its rules.
func TestNoActBreaksWhatIsPromised(t *testing.T) {
	m := on(t, priya, day("2026-12-01"))
	common := handedIn("2026-12-01").Record
	starts := []Case{must(t, Case{}, walkIn("2026-12-01"), m)}
	for _, r := range []Act{handedIn("2026-12-01"), RecordClaim{Record: common}, RecordFixed{Record: common, Promise: repairPromise}} {
		starts = append(starts, must(t, Case{}, r, m))
	}
	rapid.Check(t, func(rt *rapid.T) {
		c, today := rapid.SampledFrom(starts).Draw(rt, "start"), m.Today
		for range rapid.IntRange(1, 40).Draw(rt, "acts") {
			today = today.AddDays(rapid.SampledFrom([]int{0, 0, 1, 2, 7}).Draw(rt, "days"))
			act := anyPromised(rt, today.String())
			out, err := Apply(c, act, on(t, rapid.SampledFrom(staff).Draw(rt, "by"), today))
			if err != nil {
				continue
			}
			out.Case.Version = c.Version + 1
			c = out.Case
			for _, fault := range Faults(c) {
				rt.Fatalf("after %s on %s: %s", act.Name(), today, fault)
			}
			StatusOf(c, today, england)
			if c.Kind != Complaint && len(c.Stages) > 0 || c.Kind == Complaint && len(Flatten(c.Claim)) > 0 {
				rt.Fatalf("after %s: a record became another kind", act.Name())
			}
		}
	})
}
