package demo

import (
	"bytes"
	"image/png"
	"math/rand/v2"
	"slices"
	"testing"

	"casebook/data/casework"
	"casebook/data/policy"
)

// TestTheWholeLifeOfACaseIsThere holds an office of the size that is made to
// practise on to everything that can happen to a case, and to how often: at
// least so many, and no more than is believable.
func TestTheWholeLifeOfACaseIsThere(t *testing.T) {
	got := map[string]int{}
	const seed = 1
	for _, c := range office(t, 240, seed) {
		for what, is := range lives(c) {
			if is {
				got[what]++
			}
		}
	}
	for what, want := range map[string][2]int{
		"request that became a complaint": {2, 25}, "choice declined": {4, 30}, "anonymous": {1, 15}, "anonymous with a hazard": {0, 8},
		"group": {2, 12}, "authority runs": {3, 16}, "authority lapsed": {1, 20}, "authority asked for by a form": {1, 6}, "told outside the office": {5, 90},
		"refused and told": {2, 10}, "refused and closed": {2, 8}, "set aside": {1, 4}, "insurer's": {1, 6}, "passed on": {2, 9},
		"extended": {5, 40}, "extended twice": {1, 12}, "later than any extension": {1, 6}, "update given": {1, 6}, "withdrawn": {2, 10}, "reopened": {1, 8},
		"stage 2": {6, 40}, "stage 2 for some points": {2, 30}, "stage 2 refused": {1, 4}, "appeal": {1, 8}, "recorded in error": {1, 4}, "sent in error": {1, 4},
		"covered": {2, 8}, "conflict": {1, 4}, "reviewed": {3, 35}, "evidence": {15, 110}, "note corrected": {2, 30}, "waited for others": {15, 90},
		"others have not answered": {1, 30}, "asked for progress": {5, 50}, "restricted": {1, 4}, "confidential": {1, 6}, "moved": {1, 6}, "died": {1, 4},
		"housing reference": {30, 130}, "promise kept": {15, 130}, "promise explained": {2, 25}, "promise open": {2, 40},
		"hazard runs": {1, 12}, "hazard made safe": {1, 20}, "no hazard": {1, 6}, "emergency": {1, 8}, "high-rise at risk": {1, 8}, "money advice": {1, 6},
		"before the Ombudsman": {2, 12}, "determined": {1, 6}, "severe, with progress": {1, 3}, "order carried out": {1, 6},
	} {
		if n := got[what]; n < want[0] || n > want[1] {
			t.Errorf("%s: %d cases of 240, want %d to %d", what, n, want[0], want[1])
		}
	}
}

// lives says what has happened to a case.
func lives(c casework.Case) map[string]bool {
	is := map[string]bool{
		"choice declined": c.Choice.Answer == casework.NotToday, "anonymous": c.Anonymous, "anonymous with a hazard": c.Anonymous && len(c.Hazards) > 0,
		"group": len(c.Group) > 0, "authority runs": c.Representative.Speaks(today), "authority lapsed": c.Representative.Authority != "" && c.Representative.Until.Before(today) && !c.Representative.Until.IsZero(),
		"told outside the office": c.Received.Before(c.Recorded), "withdrawn": !c.Withdrawn.IsZero(), "reopened": len(c.Reopenings) > 0,
		"refused and closed": c.Ended == casework.NotAccepted && c.StageNumber() == 1, "recorded in error": !c.Void.IsZero(),
		"conflict": len(c.Conflicts) > 0, "evidence": len(c.Evidence) > 0, "waited for others": len(c.Requests) > 0, "asked for progress": len(c.Enquiries) > 0,
		"restricted": len(c.Restrictions) > 0, "confidential": c.Confidential && len(c.Barred) > 0, "moved": len(c.Moves) > 0, "died": !c.Died.IsZero(),
		"housing reference": c.HousingRef != "", "high-rise at risk": c.Risk != "" && c.Concerns().HighRise, "money advice": c.Subject == "money-advice",
		"before the Ombudsman": len(c.Referrals) > 0,
	}
	is["request that became a complaint"] = slices.ContainsFunc(c.Links, func(l casework.Link) bool { return l.Kind == casework.CameFrom })
	is["note corrected"] = slices.ContainsFunc(c.Notes, func(n casework.Note) bool { return n.Corrects != 0 })
	is["others have not answered"] = c.Closed.IsZero() && slices.ContainsFunc(c.Requests, func(r casework.Request) bool { return r.Answered.IsZero() })
	for _, p := range c.Points {
		is["refused and told"] = is["refused and told"] || !p.Excluded.Told.IsZero() && !p.Excluded.ReRoute
		is["set aside"] = is["set aside"] || !p.Excluded.Overturned.IsZero()
		is["insurer's"] = is["insurer's"] || p.Excluded.Reason == "personal-injury" && !p.Excluded.Told.IsZero()
		is["passed on"] = is["passed on"] || !p.Passed.Told.IsZero()
	}
	for _, s := range c.Stages {
		is["extended"] = is["extended"] || slices.ContainsFunc(s.Extensions, func(e casework.Extension) bool { return !e.Told.IsZero() })
		is["extended twice"] = is["extended twice"] || len(s.Extensions) > 1
		is["later than any extension"] = is["later than any extension"] || !s.Beyond.Expected.IsZero()
		is["update given"] = is["update given"] || slices.ContainsFunc(s.Updates, func(u casework.Update) bool { return !u.Given.IsZero() })
		is["covered"] = is["covered"] || len(s.Covers) > 0
		is["reviewed"] = is["reviewed"] || len(s.Reviews) > 0
		is["stage 2"] = is["stage 2"] || s.Number == 2 && !s.Appeal
		is["stage 2 for some points"] = is["stage 2 for some points"] || s.Number == 2 && len(s.Points) > 0 && len(s.Points) < len(c.Points)
		is["stage 2 refused"] = is["stage 2 refused"] || !s.Refused.Told.IsZero()
		is["appeal"] = is["appeal"] || s.Appeal
	}
	for _, p := range c.Promises {
		is["promise kept"] = is["promise kept"] || !p.Kept.IsZero()
		is["promise explained"] = is["promise explained"] || len(p.Moved) > 0
		is["promise open"] = is["promise open"] || p.Kept.IsZero()
	}
	for _, h := range c.Hazards {
		is["hazard runs"] = is["hazard runs"] || h.Running()
		is["no hazard"] = is["no hazard"] || h.NotHazard != ""
		is["emergency"] = is["emergency"] || h.Kind == "emergency" && !c.Anonymous
		is["hazard made safe"] = is["hazard made safe"] || slices.ContainsFunc(h.Clocks, func(k casework.HazardClock) bool {
			return (k.Step == policy.HazardMakeSafe || k.Step == policy.HazardEmergency) && !k.Done.IsZero()
		})
	}
	for _, l := range c.Letters {
		is["sent in error"] = is["sent in error"] || l.Error != ""
		is["authority asked for by a form"] = is["authority asked for by a form"] || l.Kind == casework.ConsentForm
	}
	for _, r := range c.Referrals {
		is["determined"] = is["determined"] || !r.Determined.IsZero()
		is["severe, with progress"] = is["severe, with progress"] || r.Severe() && len(r.Progress) > 0
		is["order carried out"] = is["order carried out"] || slices.ContainsFunc(r.Orders, func(o casework.Order) bool { return !o.Done.IsZero() })
	}
	return is
}

func TestThePapersAreWhatTheirNamesSay(t *testing.T) {
	pdf := sheet("A line (with brackets)", `and a \ in it`)
	if kind, err := casework.EvidenceType("job sheet.pdf", pdf); err != nil || kind != "application/pdf" {
		t.Errorf("the sheet is %q, %v", kind, err)
	}
	if !bytes.Contains(pdf, []byte(`A line \(with brackets\)`)) {
		t.Error("the brackets of a line would end its text")
	}
	m := &maker{rng: rand.New(rand.NewPCG(4, 1))}
	first, err := m.photograph()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(bytes.NewReader(first)); err != nil {
		t.Error(err)
	}
	if again, err := m.photograph(); err != nil || bytes.Equal(first, again) {
		t.Errorf("two photographs are the same, %v", err)
	}
}

func TestEveryTaleHasItsAnswers(t *testing.T) {
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, turn := range turns {
		if names[turn.name] || turn.weight+turn.every < 1 {
			t.Errorf("the turn %q is there twice, or never taken", turn.name)
		}
		names[turn.name] = true
		if turn.tale == nil {
			continue
		}
		if len(turn.tale.reasons) != len(turn.tale.points) || turn.tale.will == "" {
			t.Errorf("%q has %d points and %d reasons", turn.name, len(turn.tale.points), len(turn.tale.reasons))
		}
		for _, p := range policies.Policies() {
			if _, ok := p.Subject(turn.tale.subject); !ok {
				t.Errorf("the %s policy has no subject %q", p.Name, turn.tale.subject)
			}
		}
	}
	for _, s := range stories {
		if s.request != "" && len(policies.HazardsIn(s.request)) > 0 {
			t.Errorf("%q speaks of a hazard", s.request)
		}
	}
}
