package scenario

import "casebook/data/casework"

// ombudsmen are about what happens outside our two stages.
func ombudsmen() []Scenario {
	return []Scenario{
		{
			Name:  "Money Advice, and a client who is not our resident",
			Story: "The complaint is about advice on a debt. Its route is the Financial Ombudsman alone: once we have answered, or eight weeks after we were told.",
			Steps: []Step{
				{At: "Mon 4 Jan 2027 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Resident, r.Home = casework.Person{Name: "Ines Duarte"}, casework.Home{Lines: []string{"8 Kiln Lane", "Derby"}, Postcode: "DE1 3XX"}
					r.Story, r.Wanted, r.Subject = "The adviser told me to stop paying.", "My fees back.", "money-advice"
					r.Points = []string{"The adviser told me to stop paying."}
				}), Then: []Expect{
					acknowledge("Mon 11 Jan 2027", "5=1 6=2 7=3 8=4 11=5"),
					route("fos", "Mon 1 Mar 2027"), noRoute("housing"),
				}},
				{At: "Tue 5 Jan 2027 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Tue 19 Jan 2027", "6=1 7=2 8=3 11=4 12=5 13=6 14=7 15=8 18=9 19=10")}},
				{At: "Tue 19 Jan 2027 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld}), letter(casework.Response)), Then: []Expect{route("fos", "")}},
			},
		},
		{
			Name:  "The Ombudsman's orders on a closed case",
			Story: "Three months after our last answer the Housing Ombudsman asks for evidence and finds severe maladministration on one matter and service failure on another, with two orders and a recommendation. Orders stay on Today after the case has closed.",
			Steps: []Step{
				{At: "Mon 2 Nov 2026 10:00", By: Priya, Do: complaint(nil)},
				{At: "Mon 2 Nov 2026 11:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Mon 16 Nov 2026", "3=1 4=2 5=3 6=4 9=5 10=6 11=7 12=8 13=9 16=10")}},
				{At: "Mon 16 Nov 2026 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld, 2: casework.NotUpheld}), letter(casework.Response))},
				{At: "Tue 17 Nov 2026 10:00", By: Dan, Do: act(casework.Close{On: day("Tue 17 Nov 2026")})},
				{At: "Mon 15 Feb 2027 10:00", By: Dan, Do: act(casework.Refer{Body: "housing", On: day("Mon 15 Feb 2027"), Theirs: "202699001", What: "The stair light and the missed visit"})},
				{At: "Mon 15 Feb 2027 10:10", By: Dan, Do: act(casework.AskedForEvidence{Referral: 1, What: "The whole file", Asked: day("Mon 15 Feb 2027"), Due: day("Mon 1 Mar 2027")}), Then: []Expect{
					owes(casework.DutyEvidence, "Mon 1 Mar 2027")}},
				{At: "Fri 26 Feb 2027 10:00", By: Dan, Do: act(casework.SendEvidence{Referral: 1, Ask: 1, On: day("Fri 26 Feb 2027")}), Then: []Expect{owesNo(casework.DutyEvidence)}},
				{At: "Mon 2 Aug 2027 10:00", By: Dan, Refused: "not-yours", Do: act(determination())},
				{At: "Mon 2 Aug 2027 10:10", By: Helen, Do: act(determination()), Then: []Expect{owes(casework.DutyOrder, "Fri 27 Aug 2027"), owes(casework.DutyOrder, "Mon 13 Sep 2027")}},
				{At: "Fri 20 Aug 2027 10:00", By: Dan, Do: act(casework.Comply{Referral: 1, Order: 1, On: day("Fri 20 Aug 2027"), Proof: "Letter of apology by the chief executive, and the bank's confirmation of £350.00."})},
				{At: "Fri 20 Aug 2027 10:05", By: Dan, Do: act(casework.ReportProgress{Referral: 1, On: day("Fri 20 Aug 2027"), Text: "All stair lights of the estate were inspected."}), Then: []Expect{
					owes(casework.DutyOrder, "Mon 13 Sep 2027")}},
				{At: "Mon 13 Sep 2027 10:00", By: Dan, Do: act(casework.Comply{Referral: 1, Order: 2, On: day("Mon 13 Sep 2027"), Proof: "The new inspection list, sent to the Ombudsman."}), Then: []Expect{
					owesNo(casework.DutyOrder)}},
			},
		},
	}
}

func determination() casework.Determine {
	return casework.Determine{Referral: 1, On: day("Mon 2 Aug 2027"),
		Findings: []casework.OmbudsmanFinding{{Matter: "The stair light", Finding: casework.Severe}, {Matter: "The missed visit", Finding: casework.ServiceFailure}},
		Orders: []casework.Order{
			{Text: "Apologise and pay the resident £350.00", Sum: 35000, Due: day("Fri 27 Aug 2027")},
			{Text: "Change how stair lights are inspected", Due: day("Mon 13 Sep 2027")},
			{Text: "Tell other residents", Recommended: true, Due: day("Fri 1 Oct 2027")},
		}}
}
