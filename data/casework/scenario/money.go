package scenario

import (
	"fmt"

	"casebook/data/casework"
	"casebook/data/redress"
)

// money is about offers: worked out, agreed to, told, answered and paid.
func money() []Scenario { return []Scenario{aCarpet(), bothStages()} }

// line adds a sum to the answer.
func line(in redress.Input) func(*Telling) error { return act(casework.OfferRedress{Input: in}) }

// owed expects what is owed now.
func owed(sum redress.Pence) Expect {
	return Expect{What: "what is owed", Check: func(t *Telling) error {
		var got redress.Pence
		for _, o := range casework.Owed(t.Case) {
			got += o.Sum
		}
		if got != sum {
			return fmt.Errorf("is %s, by hand it is %s", got, sum)
		}
		return nil
	}}
}

// propose sends the offer to somebody.
func propose(w Who) func(*Telling) error {
	return with(func(t *Telling) casework.Act { return casework.Propose{To: t.id(w)} })
}

// missedOn are mornings on which nobody came.
func missedOn(days ...string) redress.Input {
	in := redress.Input{Kind: redress.Visits}
	for _, d := range days {
		in.Visits = append(in.Visits, redress.Visit{On: day(d), Slot: redress.Morning})
	}
	return in
}

func aCarpet() Scenario {
	return Scenario{
		Name: "A carpet, a dehumidifier, two visits and a leaking pipe",
		Story: "Carpet £420.00, 3 of 10 years old and good, £294.00; a dehumidifier 14 days at £1.62, £22.68; two missed visits, £20.00; the pipe fifteen days after the second contractor's date, £40.00; " +
			"and £220.00 for the inconvenience: £596.68 in all. The officer may decide £250.00 alone. The resident accepts the losses, and what is owed outright is owed whatever she says.",
		Steps: []Step{
			{At: "Thu 15 Oct 2026 10:00", By: Priya, Do: complaint(nil), Then: []Expect{acknowledge("Thu 22 Oct 2026", "16=1 19=2 20=3 21=4 22=5")}},
			{At: "Fri 16 Oct 2026 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
				respond("Fri 30 Oct 2026", "19=1 20=2 21=3 22=4 23=5 26=6 27=7 28=8 29=9 30=10")}},
			{At: "Thu 29 Oct 2026 10:00", By: Dan, Do: all(
				answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld}),
				line(redress.Input{Kind: redress.Damaged, Title: "Landing carpet", Item: redress.Item{Replacement: 42000, Age: 36, Life: "carpet", Condition: "good"}}),
				line(redress.Input{Kind: redress.Rated, Title: "Dehumidifier", Reason: "utilities", Rate: redress.Rate{Count: 14, Unit: "day", Each: 162}}),
				line(missedOn("Thu 24 Sep 2026", "Fri 2 Oct 2026")),
				line(redress.Input{Kind: redress.Repaired, Repair: redress.Repair{Defect: "leaking-pipe", Right: true, Cost: 9000,
					Reported: day("Thu 24 Sep 2026"), Asked: day("Mon 28 Sep 2026"), Done: day("Wed 14 Oct 2026")}}),
				line(redress.Judge("delay", "serious", 22000, "Twenty-three days without a bath."))), Then: []Expect{total(59668)}},
			{At: "Thu 29 Oct 2026 10:30", By: Dan, Refused: "not-approved", Do: letter(casework.Response)},
			{At: "Thu 29 Oct 2026 10:31", By: Dan, Refused: "over-limit", Do: act(casework.Propose{})},
			{At: "Thu 29 Oct 2026 10:32", By: Dan, Refused: "over-limit", Do: propose(Sam)},
			{At: "Thu 29 Oct 2026 10:33", By: Dan, Do: propose(Helen), Then: []Expect{owes(casework.DutyApprove, "Thu 29 Oct 2026")}},
			{At: "Thu 29 Oct 2026 10:40", By: Dan, Refused: "own-offer", Do: act(casework.Approve{})},
			{At: "Thu 29 Oct 2026 14:00", By: Helen, Do: act(casework.SendBackOffer{Why: "Which weeks were without a bath?"}), Then: []Expect{owesNo(casework.DutyApprove)}},
			{At: "Thu 29 Oct 2026 14:20", By: Dan, Do: all(
				act(casework.ChangeRedress{Line: 5, Input: redress.Judge("delay", "serious", 22000, "From 21 September to 14 October, twenty-three days without a bath.")}), propose(Helen))},
			{At: "Thu 29 Oct 2026 15:00", By: Helen, Do: act(casework.Approve{}), Then: []Expect{owesNo(casework.DutyApprove), owed(0)}},
			{At: "Fri 30 Oct 2026 09:30", By: Dan, Do: letter(casework.Response), Then: []Expect{
				counted("the board counts the offer", 1, func(f casework.StageFact) bool { return f.Offered == 59668 }), owed(6000)}},
			{At: "Thu 5 Nov 2026 11:00", By: Priya, Do: act(casework.AnswerOffer{On: day("Thu 5 Nov 2026"), Answer: casework.AcceptedPart, Lines: []int{1, 2}, Said: "The slip at the counter."}),
				Then: []Expect{owed(37668), owes(casework.DutyPay, "Thu 19 Nov 2026"), owes(casework.DutyPay, "Fri 13 Nov 2026")}},
			{At: "Thu 5 Nov 2026 15:00", By: Dan, Do: act(casework.Close{On: day("Thu 5 Nov 2026")}), Then: []Expect{owes(casework.DutyPay, "Thu 19 Nov 2026")}},
			{At: "Thu 12 Nov 2026 09:00", By: Dan, Refused: "not-accepted", Do: act(casework.Pay{Lines: []int{5}, Sum: 22000, On: day("Thu 12 Nov 2026"), Method: casework.BankTransfer, Reference: "BACS 4417"})},
			{At: "Thu 12 Nov 2026 09:01", By: Dan, Refused: "no-offset", Do: act(casework.Pay{Lines: []int{1}, Sum: 29400, On: day("Thu 12 Nov 2026"), Method: casework.Arrears, Reference: "J 4417"})},
			{At: "Thu 12 Nov 2026 09:02", By: Dan, Do: act(casework.Pay{Lines: []int{1, 2, 3, 4}, Sum: 37668, On: day("Wed 11 Nov 2026"), Method: casework.BankTransfer, Reference: "BACS 4417"}),
				Then: []Expect{owed(0), owesNo(casework.DutyPay)}},
			{At: "Fri 13 Nov 2026 10:00", By: Priya, Do: act(casework.AskStage2{On: day("Fri 13 Nov 2026")})},
			{At: "Fri 13 Nov 2026 10:10", By: Dan, Refused: "same-person", Do: give(Helen)},
		},
	}
}

func bothStages() Scenario {
	return Scenario{
		Name:  "Stage 2 adds to what stage 1 offered, and answers late",
		Story: "Stage 1 offers £220.00, which the officer may decide alone. Stage 2 adds £60.00 for a response three days late: £280.00 in all is above the limit, although £60.00 is not. The resident accepts the new total.",
		Steps: []Step{
			{At: "Mon 1 Mar 2027 10:00", By: Priya, Do: complaint(nil)},
			{At: "Mon 1 Mar 2027 10:30", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
				respond("Mon 15 Mar 2027", "2=1 3=2 4=3 5=4 8=5 9=6 10=7 11=8 12=9 15=10")}},
			{At: "Mon 15 Mar 2027 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.NotUpheld}),
				line(redress.Judge("delay", "serious", 22000, "Three weeks in the dark.")), letter(casework.Response)), Then: []Expect{
				that("the letter approved it", func(c casework.Case) bool { return c.Offers[0].Agreed() && c.Offers[0].SentTo == 0 })}},
			{At: "Tue 16 Mar 2027 10:00", By: Priya, Do: act(casework.AskStage2{On: day("Tue 16 Mar 2027")})},
			{At: "Tue 16 Mar 2027 10:10", By: Helen, Do: give(Ros)},
			{At: "Tue 16 Mar 2027 11:00", By: Ros, Do: letter(casework.Acknowledgement), Then: []Expect{
				respond("Thu 15 Apr 2027", "17=1 18=2 19=3 22=4 23=5 24=6 25=7 30=8 31=9 1=10 2=11 5=12 6=13 7=14 8=15 9=16 12=17 13=18 14=19 15=20")}},
			{At: "Tue 20 Apr 2027 10:00", By: Ros, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld, 2: casework.Upheld}),
				line(redress.Judge("visits", "service-failure", 5000, "A Saturday at home for nothing.")))},
			{At: "Tue 20 Apr 2027 10:10", By: Ros, Refused: "suggestion", Do: propose(Helen)},
			{At: "Tue 20 Apr 2027 10:20", By: Ros, Do: all(act(casework.DropRedress{Line: 2}),
				line(redress.Judge("complaint-handling", "service-failure", 6000, "The answer was three working days late."))), Then: []Expect{total(28000)}},
			{At: "Tue 20 Apr 2027 10:30", By: Ros, Refused: "not-approved", Do: letter(casework.Response)},
			{At: "Tue 20 Apr 2027 10:40", By: Ros, Do: propose(Helen)},
			{At: "Tue 20 Apr 2027 11:00", By: Helen, Do: act(casework.Approve{})},
			{At: "Tue 20 Apr 2027 11:30", By: Ros, Do: letter(casework.Response), Then: []Expect{
				counted("stage 1's own", 1, func(f casework.StageFact) bool { return f.Offered == 22000 }),
				counted("stage 2's own", 2, func(f casework.StageFact) bool { return f.Offered == 6000 })}},
			{At: "Mon 26 Apr 2027 09:00", By: Priya, Do: act(casework.AnswerOffer{On: day("Mon 26 Apr 2027"), Answer: casework.AcceptedAll, Said: "By telephone."}), Then: []Expect{owed(28000)}},
			{At: "Mon 26 Apr 2027 09:10", By: Helen, Do: act(casework.Refer{Body: "housing", On: day("Mon 26 Apr 2027"), What: "The delay"})},
		},
	}
}
