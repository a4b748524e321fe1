package scenario

import "casebook/data/casework"

// All lists every scenario.
func All() []Scenario {
	var all []Scenario
	for _, some := range [][]Scenario{clocks(), secondStages(), exclusions(), people(), dangers(), ombudsmen(), promised(), money()} {
		all = append(all, some...)
	}
	return all
}

// clocks are about the dates of stage 1.
func clocks() []Scenario {
	return []Scenario{
		{
			Name:  "A bank-holiday week at Christmas",
			Story: "A complaint is made at the counter on the Monday before Christmas and acknowledged the same day. 25 December is a Friday; Monday 28 December stands in for Boxing Day, which is a Saturday; 1 January is a Friday.",
			Steps: []Step{
				{At: "Mon 21 Dec 2026 10:15", By: Priya, Do: complaint(nil), Then: []Expect{
					acknowledge("Wed 30 Dec 2026", "22=1 23=2 24=3 29=4 30=5"),
					stands("Stage 1 acknowledgement is due Wednesday 30 December 2026."),
				}},
				{At: "Mon 21 Dec 2026 10:25", By: Priya, Do: letter(casework.Acknowledgement), Then: []Expect{
					respond("Thu 7 Jan 2027", "22=1 23=2 24=3 29=4 30=5 31=6 4=7 5=8 6=9 7=10"),
					latest("Thu 21 Jan 2027", "8=1 11=2 12=3 13=4 14=5 15=6 18=7 19=8 20=9 21=10"),
					owesNo(casework.DutyAcknowledge), owes(casework.DutyRespond, "Thu 7 Jan 2027"),
				}},
			},
		},
		{
			Name:  "Told on Boxing Day, a Saturday",
			Story: "A caretaker is told on Saturday 26 December. That day is day 0; Monday 28 is a bank holiday, so day 1 is Tuesday 29. It is written into the register on the first working day.",
			Steps: []Step{
				{At: "Tue 29 Dec 2026 09:05", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Received, r.ToldTo = day("Sat 26 Dec 2026"), "the caretaker"
				}), Then: []Expect{acknowledge("Tue 5 Jan 2027", "29=1 30=2 31=3 4=4 5=5")}},
				{At: "Tue 5 Jan 2027 16:55", By: Priya, Do: letter(casework.Acknowledgement), Then: []Expect{
					respond("Tue 19 Jan 2027", "6=1 7=2 8=3 11=4 12=5 13=6 14=7 15=8 18=9 19=10"),
					latest("Tue 2 Feb 2027", "20=1 21=2 22=3 25=4 26=5 27=6 28=7 29=8 1=9 2=10"),
					counted("acknowledged on the last day is in time", 1, func(f casework.StageFact) bool { return !f.Acknowledged.After(f.AcknowledgeBy) }),
				}},
			},
		},
		{
			Name:  "Acknowledged on the sixth day",
			Story: "The acknowledgement goes one working day late. That is a breach of its own; the ten days for the answer count from the day it really went, and the answer on the tenth is in time.",
			Steps: []Step{
				{At: "Mon 2 Nov 2026 14:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Mon 9 Nov 2026", "3=1 4=2 5=3 6=4 9=5")}},
				{At: "Tue 10 Nov 2026 11:30", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Tue 24 Nov 2026", "11=1 12=2 13=3 16=4 17=5 18=6 19=7 20=8 23=9 24=10"),
				}},
				{At: "Tue 24 Nov 2026 15:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.NotUpheld}), letter(casework.Response)), Then: []Expect{
					counted("the acknowledgement is late", 1, func(f casework.StageFact) bool { return f.Acknowledged.After(f.AcknowledgeBy) }),
					counted("the answer is in time", 1, func(f casework.StageFact) bool { return !f.Responded.After(f.RespondBy) }),
					counted("upheld, with a point that was not", 1, func(f casework.StageFact) bool { return f.Outcome == casework.Upheld && f.Mixed }),
				}},
			},
		},
		{
			Name:  "Extended twice",
			Story: "An extension of four working days, and then one of ten in all, each told before the date that stood. Good Friday is 26 March 2027 and Easter Monday 29 March. Eleven days are more than the policy allows.",
			Steps: []Step{
				{At: "Mon 1 Mar 2027 09:30", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Mon 8 Mar 2027", "2=1 3=2 4=3 5=4 8=5")}},
				{At: "Tue 2 Mar 2027 09:30", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Tue 16 Mar 2027", "3=1 4=2 5=3 8=4 9=5 10=6 11=7 12=8 15=9 16=10")}},
				{At: "Mon 15 Mar 2027 10:00", By: Dan, Do: act(casework.Extend{Days: 4, Reason: "The survey is on Thursday."}), Then: []Expect{
					due("Tue 16 Mar 2027", ""), // decided, and the resident has not been told
				}},
				{At: "Mon 15 Mar 2027 10:20", By: Dan, Do: letter(casework.ExtensionNotice), Then: []Expect{due("Mon 22 Mar 2027", "17=1 18=2 19=3 22=4")}},
				{At: "Mon 22 Mar 2027 09:00", By: Dan, Refused: "over-limit", Do: act(casework.Extend{Days: 11, Reason: "The surveyor is ill."})},
				{At: "Mon 22 Mar 2027 09:10", By: Dan, Do: all(act(casework.Extend{Days: 10, Reason: "The surveyor is ill."}), letter(casework.ExtensionNotice)), Then: []Expect{
					due("Thu 1 Apr 2027", "17=1 18=2 19=3 22=4 23=5 24=6 25=7 30=8 31=9 1=10"),
				}},
				{At: "Thu 1 Apr 2027 16:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld}), letter(casework.Response)), Then: []Expect{
					counted("late by the first date, in time by the extended one", 1, func(f casework.StageFact) bool {
						return f.Responded.After(f.RespondBy) && !f.Responded.After(f.ExtendedTo)
					}),
				}},
			},
		},
		{
			Name:  "Later than any extension allows",
			Story: "Even ten more working days are not enough. Only a manager may go beyond, with a good reason, an expected day and days for updates agreed with the resident; the answer then counts as late.",
			Steps: []Step{
				{At: "Thu 1 Oct 2026 12:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Thu 8 Oct 2026", "2=1 5=2 6=3 7=4 8=5")}},
				{At: "Fri 2 Oct 2026 12:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Fri 16 Oct 2026", "5=1 6=2 7=3 8=4 9=5 12=6 13=7 14=8 15=9 16=10")}},
				{At: "Thu 15 Oct 2026 12:00", By: Dan, Do: all(act(casework.Extend{Days: 10, Reason: "The wall has to dry before it can be looked at."}), letter(casework.ExtensionNotice)), Then: []Expect{
					due("Fri 30 Oct 2026", "19=1 20=2 21=3 22=4 23=5 26=6 27=7 28=8 29=9 30=10")}},
				{At: "Thu 29 Oct 2026 10:00", By: Dan, Refused: "managers-only", Do: act(beyond())},
				{At: "Thu 29 Oct 2026 10:30", By: Helen, Do: act(beyond()), Then: []Expect{
					due("Fri 30 Oct 2026", ""), owes(casework.DutyUpdate, "Fri 6 Nov 2026")}},
				{At: "Fri 6 Nov 2026 09:00", By: Dan, Do: letter(casework.HoldingUpdate), Then: []Expect{owes(casework.DutyUpdate, "Fri 13 Nov 2026")}},
				{At: "Thu 12 Nov 2026 16:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld}), letter(casework.Response)), Then: []Expect{
					counted("late all the same", 1, func(f casework.StageFact) bool { return f.Responded.After(f.ExtendedTo) }),
					owesNo(casework.DutyUpdate),
				}},
			},
		},
		{
			Name:  "Withdrawn, and taken up again",
			Story: "The resident withdraws, is sent a confirmation, and comes back two days later. The dates stand as they were: withdrawing stops no clock.",
			Steps: []Step{
				{At: "Mon 7 Dec 2026 10:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Mon 14 Dec 2026", "8=1 9=2 10=3 11=4 14=5")}},
				{At: "Wed 9 Dec 2026 10:00", By: Priya, Do: act(casework.Withdraw{On: day("Wed 9 Dec 2026"), Why: "The light was mended yesterday."}), Then: []Expect{
					owesNo(casework.DutyAcknowledge), owesNo(casework.DutyRespond), owes(casework.DutyWithdrawal, "Wed 9 Dec 2026"),
					counted("received, and out of timeliness", 1, func(f casework.StageFact) bool { return !f.Withdrawn.IsZero() }),
				}},
				{At: "Wed 9 Dec 2026 10:10", By: Priya, Do: letter(casework.WithdrawalLetter), Then: []Expect{owesNo(casework.DutyWithdrawal)}},
				{At: "Wed 9 Dec 2026 10:20", By: Dan, Do: act(casework.Close{On: day("Wed 9 Dec 2026")}), Then: []Expect{
					that("it ended by being withdrawn", func(c casework.Case) bool { return c.Ended == casework.WithdrawnEnding })}},
				{At: "Fri 11 Dec 2026 10:20", By: Dan, Do: act(casework.Reopen{Why: "The light failed again on Thursday and she wants an answer."}), Then: []Expect{
					acknowledge("Mon 14 Dec 2026", "8=1 9=2 10=3 11=4 14=5"), owes(casework.DutyAcknowledge, "Mon 14 Dec 2026"),
					counted("no longer withdrawn", 1, func(f casework.StageFact) bool { return f.Withdrawn.IsZero() }),
				}},
			},
		},
	}
}

// beyond is an answer expected three weeks after the last day of any
// extension, with two days for updates.
func beyond() casework.AgreeUpdates {
	return casework.AgreeUpdates{Expected: day("Fri 20 Nov 2026"), Reason: "The wall is still wet. The surveyor comes back on 16 November.",
		Days: dates("Fri 6 Nov 2026", "Fri 13 Nov 2026")}
}
