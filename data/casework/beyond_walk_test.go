package casework

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// anyBeyond draws one of the acts on a hazard or before an ombudsman.
func anyBeyond(rt *rapid.T, today string) Act {
	n := rapid.IntRange(0, 3).Draw(rt, "item")
	text := rapid.SampledFrom([]string{"", "Words.", "There is mould."}).Draw(rt, "text")
	near := day(today).AddDays(rapid.IntRange(-6, 1).Draw(rt, "near"))
	due := near.AddDays(rapid.IntRange(-1, 40).Draw(rt, "due"))
	minute := calendar.FirstMinute(near).Add(time.Duration(rapid.IntRange(0, 24*60).Draw(rt, "minute")) * time.Minute)
	kind := rapid.SampledFrom([]string{"emergency", "damp-mould", "draught"}).Draw(rt, "kind")
	step := rapid.SampledFrom([]policy.Act{policy.HazardEmergency, policy.HazardInvestigate, policy.HazardSummary, policy.HazardMakeSafe, policy.HazardWorks}).Draw(rt, "step")
	body := rapid.SampledFrom([]string{"housing", "lgsco", "bsr", "fos", ""}).Draw(rt, "body")
	found := rapid.SampledFrom(append(Maladministrations(), "")).Draw(rt, "found")
	return rapid.SampledFrom([]Act{
		StartHazard{Kind: kind, What: text, Told: minute, Rough: n > 1, ToldTo: text}, HazardJob{Hazard: n, Job: text, Told: text},
		HazardStep{Hazard: n, Step: step, Done: minute, Note: text}, HazardStep{Hazard: 1, Step: step, Done: minute},
		NotHazard{Hazard: n, Why: text}, SetRisk{Risk: RiskSerious, Why: text},
		Refer{Body: body, On: near, Theirs: text}, AskedForEvidence{Referral: n, What: text, Asked: near, Due: due},
		SendEvidence{Referral: n, Ask: n, On: near},
		Determine{Referral: n, On: near, Findings: []OmbudsmanFinding{{Matter: text, Finding: found}, {Matter: "Time", Finding: Severe}}[n%2:],
			Orders: []Order{{Text: text, Due: due}, {Text: "Learn", Recommended: true}}[n%2:]},
		Comply{Referral: n, Order: 1, On: near, Proof: text, Evidence: n / 3}, ReportProgress{Referral: n, On: near, Text: text},
	}).Draw(rt, "beyond")
}

// TestHazardsAndReferralsNeverMoveTheComplaint tries random acts on hazards and
// before ombudsmen on cases at every point of their way.
func TestHazardsAndReferralsNeverMoveTheComplaint(t *testing.T) {
	received := must(t, Case{}, mouldy(), on(t, priya, day("2026-11-12")))
	done := answered(t)
	closed := must(t, done, Close{On: day("2026-11-30")}, on(t, dan, day("2026-11-30")))
	complaintDates := func(c Case) string {
		c.Hazards = nil
		return dates(t, c)
	}
	before, judged := referred(t), decided(t)
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom([]Case{received, done, closed, before, judged}).Draw(rt, "case")
		today := day("2027-03-03")
		for range rapid.IntRange(1, 30).Draw(rt, "acts") {
			today = today.AddDays(rapid.IntRange(0, 3).Draw(rt, "days"))
			act, by := anyBeyond(rt, today.String()), rapid.SampledFrom(staff).Draw(rt, "by")
			out, err := Apply(c, act, on(t, by, today))
			if err != nil {
				continue
			}
			if was, is := complaintDates(c), complaintDates(out.Case); was != is {
				rt.Fatalf("%s changed the dates from %s to %s", act.Name(), was, is)
			}
			f := &faults{c: out.Case}
			f.hazards()
			f.referrals()
			if len(f.found) > 0 {
				rt.Fatalf("after %s: %v", act.Name(), f.found)
			}
			c = out.Case
		}
	})
}
