package casefile

import (
	"context"
	"testing"

	"casebook/data/casework"
)

// The notice of a repair follows the act that gives it a period; a decision of
// the Board is followed by the letter that tells of it, and a visit by the cover
// of the claim.
func TestALetterFollowsWhatThePagesPromise(t *testing.T) {
	today := day("2026-11-13")
	leak, other := casework.StartRepair{Defect: "leaking-pipe", What: "The pipe leaks", Cost: 9000, Reported: day("2026-11-09"), Contractor: "Alder"},
		casework.StartRepair{Defect: "tap", What: "The tap is stuck", Cost: 9000, Reported: day("2026-11-09"), Contractor: "Alder"}
	started := func() *desk {
		d := rich(t)
		d.c.Home.Tenure = casework.Secure
		d.act(priya, leak)
		return d
	}
	secure := rich(t)
	secure.c.Home.Tenure = casework.Secure
	petition := rich(t)
	petition.c.Kind, petition.c.Stages = casework.PetitionKind, nil
	petition.c.Petition = casework.Petition{Signatures: 9, Investigated: today, Findings: "It is dark."}
	claim := rich(t)
	claim.c.Kind, claim.c.Stages, claim.c.Petition = casework.ClaimKind, nil, casework.Petition{}
	for name, c := range map[string]struct {
		d     *desk
		by    casework.Officer
		act   casework.Act
		want  casework.LetterKind
		about int
	}{
		"repair":            {secure, priya, leak, casework.RepairNotice, 1},
		"another repair":    {started(), priya, other, casework.RepairNotice, 2},
		"second contractor": {started(), priya, casework.AskSecond{Repair: 1, On: today, Contractor: "Birch"}, casework.SecondNotice, 1},
		"done":              {started(), priya, casework.RepairDone{Repair: 1, On: today}, "", 0},
		"board":             {petition, dan, casework.PetitionReported{On: today, Outcome: "Lights by Easter."}, casework.PetitionOutcome, 0},
		"visit":             {claim, dan, casework.VisitClaim{On: today, Seen: "The ceiling is down."}, casework.ClaimCover, 0},
	} {
		m := modelOf(t, c.d, c.by)
		out, err := m.Do(context.Background(), c.act)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if kind, about := m.Owes(out); kind != c.want || about != c.about {
			t.Errorf("%s: %q about %d, want %q about %d", name, kind, about, c.want, c.about)
		}
	}
}
