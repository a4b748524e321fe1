package scenario

import (
	"casebook/data/casework"
	"casebook/data/policy"
)

// dangers are about hazards, whose clocks run beside the complaint's.
func dangers() []Scenario {
	return []Scenario{
		{
			Name:  "Damp in a child's bedroom",
			Story: "Told at the counter on 17 December at 10:40. The complaint's clock and the hazard's run side by side and neither waits for the other. The home is looked at on the 21st; the summary, the safety works and the start of the lasting works are counted from then.",
			Steps: []Step{
				{At: "Thu 17 Dec 2026 10:45", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Story = "There is black mould over my daughter's bed and nobody has been since October."
					r.Points = []string{"There is black mould over the bed in the small bedroom.", "Nobody has been since October."}
					r.Subject, r.ToldAt, r.ToldTo = "damp-and-mould", minute("Thu 17 Dec 2026 10:40"), "Priya Nair"
				}), Then: []Expect{
					acknowledge("Thu 24 Dec 2026", "18=1 21=2 22=3 23=4 24=5"),
					hazard(policy.HazardInvestigate, "Tue 5 Jan 2027", "18=1 21=2 22=3 23=4 24=5 29=6 30=7 31=8 4=9 5=10"),
					owes(casework.DutyHazard, "Tue 5 Jan 2027"),
				}},
				{At: "Thu 17 Dec 2026 10:50", By: Priya, Do: act(casework.HazardJob{Hazard: 1, Job: "R-118204", Told: "Repairs desk"})},
				{At: "Thu 17 Dec 2026 10:55", By: Priya, Refused: "not-yours", Do: act(casework.NotHazard{Hazard: 1, Why: "Only condensation."})},
				{At: "Mon 21 Dec 2026 15:00", By: Dan, Do: all(give(Dan), act(casework.HazardStep{Hazard: 1, Step: policy.HazardInvestigate, Done: minute("Mon 21 Dec 2026 14:30"), Note: "Mould over two square metres."})), Then: []Expect{
					hazard(policy.HazardSummary, "Thu 24 Dec 2026", "22=1 23=2 24=3"),
					hazard(policy.HazardMakeSafe, "Wed 30 Dec 2026", "22=1 23=2 24=3 29=4 30=5"),
					hazard(policy.HazardWorks, "Mon 15 Mar 2027", "28=1 4=2 11=3 18=4 25=5 1=6 8=7 15=8 22=9 1=10 8=11 15=12"),
					acknowledge("Thu 24 Dec 2026", "18=1 21=2 22=3 23=4 24=5"),
				}},
			},
		},
		{
			Name:  "Told to a plumber on Friday evening",
			Story: "A contractor's plumber is told at 18:20 on Friday 11 December of a smell of gas, and passes it on; it reaches the register on Monday. The complaint was received on Friday. The emergency's 24 hours ran out on Saturday at 18:20.",
			Steps: []Step{
				{At: "Mon 14 Dec 2026 09:10", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Received, r.Channel = day("Fri 11 Dec 2026"), casework.ThirdParty
					r.Story = "There is a smell of gas in the hall and the repair was put off twice."
					r.Points = []string{"There is a smell of gas in the hall.", "The repair was put off twice."}
					r.ToldAt, r.ToldTo = minute("Fri 11 Dec 2026 18:20"), "the contractor's plumber"
				}), Then: []Expect{
					acknowledge("Fri 18 Dec 2026", "14=1 15=2 16=3 17=4 18=5"),
					hazardMinute(policy.HazardEmergency, "Sat 12 Dec 2026 18:20"),
					that("received and recorded are two days", func(c casework.Case) bool {
						return c.Received == day("Fri 11 Dec 2026") && c.Recorded == day("Mon 14 Dec 2026")
					}),
				}},
			},
		},
		{
			Name:  "An anonymous report of a hazard",
			Story: "Somebody who will not give a name says that water runs down the wall of the stairs by the lights and that there is a smell of gas. No complaint can be opened for nobody, but the hazard is acted on.",
			Steps: []Step{
				{At: "Wed 3 Feb 2027 12:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Anonymous, r.Answer, r.Resident = true, "", casework.Person{}
					r.Story = "There is a smell of gas on the stairs."
					r.Points, r.Wanted = nil, ""
					r.ToldAt, r.ToldTo = minute("Wed 3 Feb 2027 11:55"), "Priya Nair"
				}), Then: []Expect{
					that("kept as information", func(c casework.Case) bool { return c.Kind == casework.Information && c.Current() == nil }),
					hazardMinute(policy.HazardEmergency, "Thu 4 Feb 2027 11:55"), owes(casework.DutyHazard, "Thu 4 Feb 2027"),
				}},
			},
		},
	}
}
