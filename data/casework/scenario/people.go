package scenario

import "casebook/data/casework"

// people are about who may be told, who may see, and what was promised to
// them.
func people() []Scenario {
	return []Scenario{
		{
			Name:  "A representative whose authority lapsed",
			Story: "Her son may speak for her until Friday 13 November. The acknowledgement goes to him in time; the response on the 17th may not, and goes to her.",
			Steps: []Step{
				{At: "Mon 2 Nov 2026 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Representative = casework.Representative{Name: "Tunde Adeyemi", Relation: "son", WriteToRep: true, Lines: []string{"4 Mill Row", "Derby"}, Postcode: "DE1 2XY"}
				})},
				{At: "Tue 3 Nov 2026 09:00", By: Priya, Refused: "no-authority", Do: letterTo(casework.Acknowledgement, "Tunde Adeyemi")},
				{At: "Tue 3 Nov 2026 09:10", By: Priya, Do: act(casework.Authority{Given: day("Tue 3 Nov 2026"), How: "a signed form, handed in", Until: day("Fri 13 Nov 2026")})},
				{At: "Tue 3 Nov 2026 09:20", By: Dan, Do: all(give(Dan), letterTo(casework.Acknowledgement, "Tunde Adeyemi")), Then: []Expect{
					respond("Tue 17 Nov 2026", "4=1 5=2 6=3 9=4 10=5 11=6 12=7 13=8 16=9 17=10")}},
				{At: "Tue 17 Nov 2026 10:00", By: Dan, Do: answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld})},
				{At: "Tue 17 Nov 2026 10:10", By: Dan, Refused: "no-authority", Do: letterTo(casework.Response, "Tunde Adeyemi")},
				{At: "Tue 17 Nov 2026 10:20", By: Dan, Do: all(writeToResident, letter(casework.Response)), Then: []Expect{
					counted("answered in time", 1, func(f casework.StageFact) bool { return f.Responded == f.RespondBy })}},
			},
		},
		{
			Name:  "A confidential case asked for by the wrong person",
			Story: "The complaint is about the officer at the counter. The manager keeps it to herself and one investigator; to the officer it is about there is no such case.",
			Steps: []Step{
				{At: "Mon 16 Nov 2026 10:00", By: Dan, Do: complaint(func(r *casework.Record) {
					r.Subject, r.Grievance = "staff", casework.Conduct
					r.Points = []string{"The officer at the counter laughed at me."}
				})},
				{At: "Mon 16 Nov 2026 11:00", By: Helen, Do: all(give(Dan), with(func(t *Telling) casework.Act {
					return casework.Protect{Confidential: true, Access: []int64{t.id(Dan), t.id(Helen)}, Barred: []int64{t.id(Priya)}, Why: "It is about a colleague."}
				})), Then: []Expect{acknowledge("Mon 23 Nov 2026", "17=1 18=2 19=3 20=4 23=5")}},
				{At: "Tue 17 Nov 2026 09:00", By: Priya, Refused: "not-seen", Do: act(casework.Enquire{On: day("Tue 17 Nov 2026"), Way: casework.Counter})},
				{At: "Tue 17 Nov 2026 09:05", By: Ros, Refused: "not-seen", Do: act(casework.AddNote{Text: "Is there a case?"})},
				{At: "Tue 17 Nov 2026 09:10", By: Dan, Do: act(casework.AddNote{Text: "I have spoken to the resident."})},
			},
		},
		{
			Name:  "A promise that outlives its case",
			Story: "The answer promises new plaster by 18 December and the case is closed. The plasterer is ill; the resident is told why and when; it is done on the new day's eve.",
			Steps: []Step{
				{At: "Mon 23 Nov 2026 10:00", By: Priya, Do: complaint(nil)},
				{At: "Tue 24 Nov 2026 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Tue 8 Dec 2026", "25=1 26=2 27=3 30=4 1=5 2=6 3=7 4=8 7=9 8=10")}},
				{At: "Fri 27 Nov 2026 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld}),
					act(casework.AddRemedy{Kind: "carry-out-service", Text: "Replaster the kitchen ceiling", Due: day("Fri 18 Dec 2026"), Owner: "Repairs"}),
					letter(casework.Response)), Then: []Expect{owes(casework.DutyPromise, "Fri 18 Dec 2026")}},
				{At: "Mon 30 Nov 2026 10:00", By: Dan, Do: act(casework.Close{On: day("Mon 30 Nov 2026")}), Then: []Expect{
					owes(casework.DutyPromise, "Fri 18 Dec 2026"), that("closed as answered", func(c casework.Case) bool { return c.Ended == casework.Answered })}},
				{At: "Thu 17 Dec 2026 10:00", By: Dan, Do: act(casework.ExplainPromise{Promise: 1, To: day("Fri 8 Jan 2027"), Why: "The plasterer is ill."}), Then: []Expect{
					owes(casework.DutyPromise, "Fri 8 Jan 2027")}},
				{At: "Thu 7 Jan 2027 10:00", By: Priya, Do: act(casework.KeepPromise{Promise: 1, On: day("Thu 7 Jan 2027"), Note: "Seen by the inspector."}), Then: []Expect{
					owesNo(casework.DutyPromise)}},
				{At: "Thu 7 Jan 2027 10:05", By: Priya, Do: letter(casework.ActionLetter)},
			},
		},
		{
			Name:  "The contractor is asked, and the resident asks how it stands",
			Story: "The answer waits for the contractor's job sheet. The resident comes in meanwhile and leaves with a slip. Part of it is the council's and is passed on to its Corporate Complaints Officer.",
			Steps: []Step{
				{At: "Mon 4 Jan 2027 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Points = []string{"The gutter has leaked since October.", "My council tax band is wrong."}
				}), Then: []Expect{acknowledge("Mon 11 Jan 2027", "5=1 6=2 7=3 8=4 11=5")}},
				{At: "Mon 4 Jan 2027 10:20", By: Priya, Do: act(casework.PassOn{Point: 2, To: "Corporate Complaints Officer, Derby City Council", On: day("Mon 4 Jan 2027"), How: "by e-mail"})},
				{At: "Tue 5 Jan 2027 10:00", By: Dan, Do: all(give(Dan), letter(casework.PassOnLetter), letter(casework.Acknowledgement)), Then: []Expect{
					that("the resident was told", func(c casework.Case) bool { return c.Point(2).Passed.Told == day("Tue 5 Jan 2027") })}},
				{At: "Tue 5 Jan 2027 11:00", By: Dan, Do: act(casework.AskOthers{Whom: "Gutter contractor", What: "The job sheet of 14 October", Due: day("Fri 8 Jan 2027")}), Then: []Expect{
					owes(casework.DutyWaiting, "Fri 8 Jan 2027")}},
				{At: "Thu 7 Jan 2027 09:30", By: Priya, Do: all(act(casework.Enquire{On: day("Thu 7 Jan 2027"), Way: casework.Counter}), letter(casework.ProgressSlip))},
				{At: "Mon 11 Jan 2027 09:30", By: Dan, Do: act(casework.Remind{Request: 1, On: day("Mon 11 Jan 2027")})},
				{At: "Tue 12 Jan 2027 09:30", By: Dan, Do: act(casework.GotAnswer{Request: 1, On: day("Tue 12 Jan 2027"), Answer: "Nobody was sent."}), Then: []Expect{owesNo(casework.DutyWaiting)}},
				{At: "Tue 19 Jan 2027 09:30", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld}), letter(casework.Response)), Then: []Expect{
					counted("upheld", 1, func(f casework.StageFact) bool {
						return f.Outcome == casework.Upheld && !f.Mixed && f.Responded == f.RespondBy
					})}},
			},
		},
	}
}

// writeToResident turns the letters from the representative to the resident.
func writeToResident(t *Telling) error {
	c := t.Case
	c.Representative.WriteToRep = false
	return t.do(casework.ChangeContact{Resident: c.Resident, Home: c.Home, Representative: c.Representative, Contact: c.Contact})
}
