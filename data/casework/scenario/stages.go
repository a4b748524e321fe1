package scenario

import "casebook/data/casework"

// secondStages are about stage 2 and the earlier policy's appeal.
func secondStages() []Scenario {
	return []Scenario{
		{
			Name:  "Stage 2 without a reason",
			Story: "A resident telephones to say that she is not happy with the answer to one of two points and gives no reason. Nobody who investigated or reviewed stage 1 may have it.",
			Steps: []Step{
				{At: "Fri 13 Nov 2026 11:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Fri 20 Nov 2026", "16=1 17=2 18=3 19=4 20=5")}},
				{At: "Fri 13 Nov 2026 11:30", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Fri 27 Nov 2026", "16=1 17=2 18=3 19=4 20=5 23=6 24=7 25=8 26=9 27=10")}},
				{At: "Thu 26 Nov 2026 10:00", By: Dan, Do: answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.NotUpheld})},
				{At: "Thu 26 Nov 2026 14:00", By: Sam, Do: act(casework.ReviewAnswer{Note: "Read and agreed."})},
				{At: "Fri 27 Nov 2026 10:00", By: Dan, Do: letter(casework.Response)},
				{At: "Wed 9 Dec 2026 15:40", By: Priya, Do: act(casework.AskStage2{On: day("Wed 9 Dec 2026"), Points: []int{2}}), Then: []Expect{
					acknowledge("Wed 16 Dec 2026", "10=1 11=2 14=3 15=4 16=5"),
					that("the first finding is kept", func(c casework.Case) bool { return c.Point(2).At(1).Outcome == casework.NotUpheld }),
				}},
				{At: "Wed 9 Dec 2026 15:50", By: Helen, Refused: "same-person", Do: give(Dan)},
				{At: "Wed 9 Dec 2026 15:51", By: Helen, Refused: "same-person", Do: give(Sam)},
				{At: "Thu 10 Dec 2026 09:00", By: Helen, Do: give(Ros)},
				{At: "Thu 10 Dec 2026 11:00", By: Ros, Do: letter(casework.Acknowledgement), Then: []Expect{
					respond("Tue 12 Jan 2027", "11=1 14=2 15=3 16=4 17=5 18=6 21=7 22=8 23=9 24=10 29=11 30=12 31=13 4=14 5=15 6=16 7=17 8=18 11=19 12=20"),
					latest("Tue 9 Feb 2027", "13=1 14=2 15=3 18=4 19=5 20=6 21=7 22=8 25=9 26=10 27=11 28=12 29=13 1=14 2=15 3=16 4=17 5=18 8=19 9=20"),
				}},
				{At: "Tue 5 Jan 2027 10:00", By: Dan, Refused: "same-person", Do: answer(map[int]casework.Outcome{2: casework.Upheld})},
				{At: "Tue 12 Jan 2027 10:00", By: Ros, Do: all(answer(map[int]casework.Outcome{2: casework.Upheld}), letter(casework.Response)), Then: []Expect{
					counted("stage 2 upheld in time", 2, func(f casework.StageFact) bool {
						return f.Outcome == casework.Upheld && !f.Responded.After(f.RespondBy)
					}),
					counted("stage 1 stays as it was", 1, func(f casework.StageFact) bool { return f.Outcome == casework.Upheld && f.Mixed }),
					that("both findings are kept", func(c casework.Case) bool {
						return c.Point(2).At(1).Outcome == casework.NotUpheld && c.Point(2).At(2).Outcome == casework.Upheld
					}),
				}},
			},
		},
		{
			Name:  "Cover and a conflict of interest",
			Story: "Sam looks after stage 1 while Dan is away, and Ros is the resident's cousin. None of them may have stage 2; the manager may.",
			Steps: []Step{
				{At: "Mon 1 Feb 2027 09:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Mon 8 Feb 2027", "2=1 3=2 4=3 5=4 8=5")}},
				{At: "Mon 1 Feb 2027 09:30", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Mon 15 Feb 2027", "2=1 3=2 4=3 5=4 8=5 9=6 10=7 11=8 12=9 15=10")}},
				{At: "Tue 2 Feb 2027 09:30", By: Dan, Do: with(func(t *Telling) casework.Act {
					return casework.CoverFor{Officer: t.id(Sam), From: day("Wed 3 Feb 2027"), Until: day("Fri 5 Feb 2027")}
				})},
				{At: "Tue 2 Feb 2027 10:00", By: Ros, Do: with(func(t *Telling) casework.Act {
					return casework.DeclareConflict{Officer: t.id(Ros), What: "The resident is my cousin."}
				})},
				{At: "Mon 15 Feb 2027 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld, 2: casework.NotUpheld}), letter(casework.Response))},
				{At: "Wed 17 Feb 2027 10:00", By: Priya, Do: act(casework.AskStage2{On: day("Wed 17 Feb 2027")}), Then: []Expect{
					acknowledge("Wed 24 Feb 2027", "18=1 19=2 22=3 23=4 24=5")}},
				{At: "Wed 17 Feb 2027 10:10", By: Helen, Refused: "same-person", Do: give(Sam)},
				{At: "Wed 17 Feb 2027 10:11", By: Helen, Refused: "conflict", Do: give(Ros)},
				{At: "Wed 17 Feb 2027 10:12", By: Helen, Do: give(Helen)},
			},
		},
		{
			Name:  "An appeal under the earlier policy",
			Story: "Received, answered and closed in February 2023. The earlier page has two working days to acknowledge and ten from receipt to answer, and no stage 2 but an appeal: it needs reasons and somebody appointed, and the page gives no time for its answer.",
			Steps: []Step{
				{At: "Mon 6 Feb 2023 10:00", By: Priya, Do: complaint(nil), Then: []Expect{
					acknowledge("Wed 8 Feb 2023", "7=1 8=2"),
					respond("Mon 20 Feb 2023", "7=1 8=2 9=3 10=4 13=5 14=6 15=7 16=8 17=9 20=10"),
				}},
				{At: "Tue 7 Feb 2023 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Mon 20 Feb 2023", "7=1 8=2 9=3 10=4 13=5 14=6 15=7 16=8 17=9 20=10")}},
				{At: "Fri 17 Feb 2023 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld, 2: casework.NotUpheld}), letter(casework.Response))},
				{At: "Mon 20 Feb 2023 10:00", By: Dan, Do: act(casework.Close{On: day("Mon 20 Feb 2023")})},
				{At: "Mon 6 Mar 2023 10:00", By: Priya, Refused: "no-stage", Do: act(casework.AskStage2{On: day("Mon 6 Mar 2023")})},
				{At: "Mon 6 Mar 2023 10:05", By: Dan, Refused: "no-reasons", Do: with(func(t *Telling) casework.Act { return appeal(t, "") })},
				{At: "Mon 6 Mar 2023 10:10", By: Dan, Do: with(func(t *Telling) casework.Act {
					return appeal(t, "Nobody looked at the photographs that I handed in.")
				}), Then: []Expect{
					due("Mon 27 Mar 2023", ""), owesNo(casework.DutyAcknowledge), owes(casework.DutyRespond, "Mon 27 Mar 2023"),
					counted("an appeal is no stage 2", 2, func(f casework.StageFact) bool { return f.Appeal }),
				}},
			},
		},
		{
			Name:  "An earlier case that was open when the current policy began",
			Story: "Received on 18 March 2024 and answered on 2 April. It was open on 1 April 2024, so stage 2 is there, no reasons needed, with the current policy's times. 29 March is Good Friday, 1 April Easter Monday and 6 May a bank holiday.",
			Steps: []Step{
				{At: "Mon 18 Mar 2024 10:00", By: Priya, Do: complaint(nil), Then: []Expect{
					acknowledge("Wed 20 Mar 2024", "19=1 20=2"),
					respond("Wed 3 Apr 2024", "19=1 20=2 21=3 22=4 25=5 26=6 27=7 28=8 2=9 3=10"),
				}},
				{At: "Tue 19 Mar 2024 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement))},
				{At: "Tue 2 Apr 2024 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld, 2: casework.NotUpheld}), letter(casework.Response))},
				{At: "Mon 8 Apr 2024 10:00", By: Priya, Do: act(casework.AskStage2{On: day("Mon 8 Apr 2024")}), Then: []Expect{
					acknowledge("Mon 15 Apr 2024", "9=1 10=2 11=3 12=4 15=5")}},
				{At: "Tue 9 Apr 2024 10:00", By: Ros, Do: all(give(Ros), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Wed 8 May 2024", "10=1 11=2 12=3 15=4 16=5 17=6 18=7 19=8 22=9 23=10 24=11 25=12 26=13 29=14 30=15 1=16 2=17 3=18 7=19 8=20")}},
			},
		},
	}
}

func appeal(t *Telling, reasons string) casework.Act {
	return casework.AskAppeal{On: day("Mon 6 Mar 2023"), Reasons: reasons, AppointedBy: "Head of Service", Manager: t.id(Helen), AnswerBy: day("Mon 27 Mar 2023")}
}
