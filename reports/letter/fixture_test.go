package letter_test

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

var holidays = calendar.England()

func policies(tb testing.TB) *policy.Set {
	tb.Helper()
	set, err := policy.Shipped()
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

func settings() casework.Settings {
	return casework.Settings{
		Landlord: "Derby Homes", LegalName: "Derby Homes Ltd",
		Address:   []string{"Complaints, Derby Homes Ltd", "839 London Road", "Derby", "DE24 8UZ"},
		Telephone: "01332 888777", Hours: "Monday to Friday, 8am to 6pm",
		Footer:   "Derby Homes Limited. Registered in England, company 4380984. Registered provider 4576.",
		Envelope: paper.EnvelopeDL,
	}
}

var okafor = casework.Officer{ID: 7, Name: "Dan Okafor", Title: "Investigating officer", Role: casework.Investigator, Telephone: "01632 960114", Email: "dan.okafor@office.example"}

// recorded is a complaint about a leak, as it was put in the register on a day.
func recorded(tb testing.TB, received calendar.Date, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	r := casework.Record{
		ID: 1, Reference: casework.NewReference(casework.Complaint, received.Year(), 377), Received: received,
		Channel: casework.Counter, Answer: casework.Complain, ResidentID: 9, HomeID: 12,
		Resident: casework.Person{Name: "Maureen Tilley", Telephones: []string{"01632 960377"}},
		Home:     casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.RingThenLetter},
		Story:    "There was a leak under my bath. It took three weeks to mend and my landing carpet is ruined.",
		Wanted:   "Pay for the landing carpet, say sorry, and explain why nobody rang me back.",
		Happened: casework.Day{Date: received.AddDays(-37)}, Subject: "repairs",
		Points:  []string{"The leak took 23 days to mend", "Two appointments were missed", "The plumber was rude", "Nobody rang back"},
		Handler: okafor.ID,
	}
	for _, f := range change {
		f(&r)
	}
	return apply(tb, casework.Case{}, received, r)
}

// marsh looks at what okafor answered again.
var marsh = casework.Officer{ID: 8, Name: "Jo Marsh", Title: "Complaints manager", Role: casework.Manager, Telephone: "01632 960118", Email: "jo.marsh@office.example"}

// lowe and kerr approve what is offered, each at one stage.
var (
	lowe = casework.Officer{ID: 9, Name: "Pat Lowe", Title: "Head of repairs", Role: casework.Manager, Telephone: "01632 960121"}
	kerr = casework.Officer{ID: 10, Name: "Ann Kerr", Title: "Head of service", Role: casework.Manager, Telephone: "01632 960122"}
)

func officers() map[int64]casework.Officer {
	return map[int64]casework.Officer{okafor.ID: okafor, marsh.ID: marsh, lowe.ID: lowe, kerr.ID: kerr}
}

// agreed is a case whose offer was approved by somebody else than its proposer.
// Our own lateness was decided on first.
func agreed(tb testing.TB, by casework.Officer, c casework.Case, on calendar.Date) casework.Case {
	tb.Helper()
	if len(c.ToOffer()) == 0 {
		return c
	}
	for _, late := range casework.Suggestions(c, on) {
		c = applyAs(tb, by, c, on, casework.WaiveLate{Stage: late.Stage, What: late.What, Why: "We rang her that day, and she did not mind."})
	}
	approver := lowe
	if c.StageNumber() > 1 {
		approver = kerr
	}
	c = applyAs(tb, by, c, on, casework.Propose{To: approver.ID})
	return applyAs(tb, approver, c, on, casework.Approve{Outside: "the Managing Director"})
}

// apply does acts on a case on one day.
func apply(tb testing.TB, c casework.Case, on calendar.Date, acts ...casework.Act) casework.Case {
	tb.Helper()
	return applyAs(tb, okafor, c, on, acts...)
}

// applyAs does acts of one officer.
func applyAs(tb testing.TB, by casework.Officer, c casework.Case, on calendar.Date, acts ...casework.Act) casework.Case {
	tb.Helper()
	m := casework.Moment{
		Today: on, By: by, Policies: policies(tb), Holidays: holidays,
		Officer: func(id int64) (casework.Officer, bool) {
			o, ok := officers()[id]
			return o, ok
		},
	}
	m.By.AllOffices = true
	for _, act := range acts {
		out, err := casework.Apply(c, act, m)
		if err != nil {
			tb.Fatalf("%s on %s: %v", act.Name(), on, err)
		}
		c = out.Case
		c.Version++
	}
	return c
}

var (
	received     = calendar.On(2026, 10, 28)
	acknowledged = calendar.On(2026, 11, 3)
	today        = calendar.On(2026, 11, 13)
)

// answered is the leak with every point answered, remedies, promises and money.
func answered(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := recorded(tb, received, change...)
	c = apply(tb, c, acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "the resident"})
	c = apply(tb, c, today,
		casework.LogCall{On: today, Reached: true, Note: "Told her what I found"},
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "You reported the leak on 21 September. We should have mended it in one working day. It was mended on 14 October, by the second contractor. You had no bath for 23 days, and the landing carpet was ruined."},
		casework.AnswerPoint{Point: 2, Finding: casework.Upheld, Reasons: "The plumber was booked for 24 September and 2 October. Nobody came, and nobody told you."},
		casework.AnswerPoint{Point: 3, Finding: casework.NotUpheld, Reasons: "I spoke to the plumber and to your neighbour, who was there. They both remember a short talk about the stop tap. I could not find that he was rude."},
		casework.AnswerPoint{Point: 4, Finding: casework.Upheld, Reasons: "You rang three times. Our notes show that you were promised a call each time, and no call was made."},
		casework.AddRemedy{Kind: "apology", Text: "We say sorry for the delay and for the calls that were not made."},
		casework.AddRemedy{Kind: "training", Text: "We have changed how calls back are listed, so that each one has a name against it."},
		casework.OfferRedress{Input: carpet("Landing carpet", 42000)},
		casework.OfferRedress{Input: redress.Input{Kind: redress.Rated, Title: "A dehumidifier", Reason: "utilities", Rate: redress.Rate{Count: 21, Unit: "day", Each: 108}}},
		casework.OfferRedress{Input: redress.Judge("visits", "", 3000, "Two missed visits at £15.00.")},
		casework.OfferRedress{Input: redress.Judge("delay", "serious", 26000, "23 days without a bath.")},
		casework.MakePromise{Text: "Fit the new landing carpet", Owner: "Repairs team", Due: calendar.On(2026, 11, 27)},
		casework.MakePromise{Text: "Pay you the money, once you have accepted", Owner: "Finance", Due: calendar.On(2026, 12, 4)},
	)
	return agreed(tb, okafor, c, today)
}

func input(tb testing.TB, kind casework.LetterKind, c casework.Case, on calendar.Date) letter.Input {
	tb.Helper()
	return letter.Input{
		Kind: kind, Case: c, Settings: settings(), Officers: officers(),
		Policies: policies(tb), Holidays: holidays, Today: on,
	}
}

func filled(tb testing.TB, in letter.Input) letter.Letter {
	tb.Helper()
	l, err := letter.Fill(in)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

var (
	answeredDay = calendar.On(2026, 11, 13)
	asked2      = calendar.On(2026, 12, 1)  // Tuesday
	started2    = calendar.On(2026, 12, 7)  // Monday: the fourth working day
	finished2   = calendar.On(2026, 12, 18) // Friday
)

// atStage2 is the leak with its answer sent, and stage 2 asked for on three of
// its four points.
func atStage2(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := apply(tb, answered(tb, change...), answeredDay, casework.SentElsewhere{Kind: casework.Response, On: answeredDay, How: casework.Posted, To: "the resident"})
	return applyAs(tb, marsh, c, asked2, casework.AskStage2{
		On: asked2, Points: []int{1, 3, 4}, Handler: marsh.ID, Wanted: "Somebody to ring me, and more for the 23 days.",
		Still: []casework.StillText{
			{Point: 1, Text: "The sum does not cover the carpet in the hall."},
			{Point: 3, Text: "My neighbour says that nobody spoke to her."},
		},
	})
}

// answeredAgain is the leak with its answer at stage 2.
func answeredAgain(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := applyAs(tb, marsh, atStage2(tb, change...), started2, casework.SentElsewhere{Kind: casework.Acknowledgement, On: started2, How: casework.Posted, To: "the resident"})
	c = applyAs(tb, marsh, c, finished2,
		casework.LogCall{On: finished2, Reached: true, Note: "Told her what I found"},
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "The hall carpet is one piece with the landing carpet. We should have paid for both."},
		casework.AnswerPoint{Point: 3, Finding: casework.Upheld, Reasons: "I spoke to your neighbour again. She heard the plumber shout."},
		casework.AnswerPoint{Point: 4, Finding: casework.Upheld, Reasons: "Nothing new has come to light. We should have rung you back."},
		casework.AddRemedy{Kind: "apology", Text: "We say sorry for how our plumber spoke to you."},
		casework.OfferRedress{Input: carpet("Hall carpet", 18000)},
		casework.MakePromise{Text: "Ring you when the carpet has been fitted", Owner: "Jo Marsh", Due: calendar.On(2027, 1, 8)},
	)
	return agreed(tb, marsh, c, finished2)
}

// refusedPoint is a complaint of four points whose third is refused because it
// happened too long ago.
func refusedPoint(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return apply(tb, recorded(tb, received, change...), received.AddDays(1), tooOld(3))
}

// refusedTwice is a complaint of four points: two refused, one with its team,
// and one that goes on.
func refusedTwice(tb testing.TB) casework.Case {
	tb.Helper()
	return apply(tb, refusedPoint(tb), received.AddDays(1),
		casework.Exclude{
			Point: 2, Reason: casework.AlreadyInvestigated, Merits: "You told us nothing that was not looked at then. We asked you twice whether there was more.",
			Evidence: []casework.QuestionAnswer{{Question: "the case that investigated it", Answer: "C-2025-0212-K, answered on 3 June 2025"}},
		},
		casework.Exclude{
			Point: 4, Reason: "anti-social-behaviour",
			Evidence: []casework.QuestionAnswer{{Question: "the team and the day it was told", Answer: "The Alvaston team, 29 October 2026"}},
		})
}

// setAside is that complaint with one of its refusals told and set aside.
func setAside(tb testing.TB) (casework.Case, calendar.Date) {
	tb.Helper()
	c, on := refusedPoint(tb), calendar.On(2026, 11, 6)
	c.Points[2].Excluded.Told = received.AddDays(1)
	return applyAs(tb, marsh, c, on, casework.Overturn{Point: 3, On: on, Who: "Jo Marsh", Why: "The note of that day was found."}), on
}

func tooOld(point int) casework.Exclude {
	return casework.Exclude{
		Point: point, Reason: "over-12-months", Happened: calendar.On(2024, 5, 2), Aware: calendar.On(2024, 6, 10),
		Discretion: "The plumber has left the firm, and nobody kept a note of that day. We could not find out any more.",
		Merits:     "You told us that you were unwell last year. You were able to ring us about the leak in that time.",
	}
}

// inCourt is a complaint of one point that is at court.
func inCourt(tb testing.TB) casework.Case {
	tb.Helper()
	c := recorded(tb, received, func(r *casework.Record) { r.Points = []string{"The notice to leave my home is wrong"} })
	return apply(tb, c, received.AddDays(1), casework.Exclude{
		Point: 1, Reason: casework.OurLegalAction, Filed: calendar.On(2026, 9, 14), Court: "K04DE219",
		Merits: "You told us that you have a young child. The court can look at that too, and we have told it.",
	})
}

// notOpened is the leak whose stage 2 was refused.
func notOpened(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return applyAs(tb, marsh, atStage2(tb, change...), asked2.AddDays(1), casework.RefuseStage2{
		Reason: casework.TheirLegalAction, Filed: calendar.On(2026, 11, 24), Court: "L11DE007",
		Evidence: []casework.QuestionAnswer{{Question: "that it is not a disrepair claim", Answer: "The claim is for personal injury, not for repairs."}},
		Merits:   "Your solicitor asked us to deal with all of this through the court.",
	})
}

// extending is the leak with an extension that the resident has still to be
// told of: acknowledged on Tuesday 3 November, due on Tuesday 17 November, and
// five working days later on Tuesday 24 November.
func extending(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := apply(tb, recorded(tb, received, change...), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "the resident"})
	return apply(tb, c, today, casework.Extend{Days: 5, Reason: "The surveyor can only come on 19 November. We need what she finds to answer you."})
}

// extendingAgain is the leak at stage 2, acknowledged on Monday 7 December and
// due on Thursday 7 January 2027 (4 working days by Friday 11 December, 9 by
// the 18th, 13 by the 24th, 16 by the 31st, and Christmas Day, Boxing Day kept on
// Monday 28, and New Year's Day not counted), with an extension of ten working
// days to Thursday 21 January.
func extendingAgain(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := applyAs(tb, marsh, atStage2(tb, change...), started2, casework.SentElsewhere{Kind: casework.Acknowledgement, On: started2, How: casework.Posted, To: "the resident"})
	return applyAs(tb, marsh, c, finished2, casework.Extend{Days: 10, Reason: "Your neighbour is away until 11 January, and I want to hear from her."})
}

// lastUpdate is the second of two agreed updates, late, after which the answer
// comes.
func lastUpdate(tb testing.TB) letter.Input {
	tb.Helper()
	first, second := calendar.On(2026, 11, 20), calendar.On(2026, 12, 4)
	c := apply(tb, waiting(tb), first, casework.SentElsewhere{Kind: casework.HoldingUpdate, On: first, How: casework.Posted, To: "the resident"})
	return input(tb, casework.HoldingUpdate, c, second)
}

// bereaved is the leak of a resident who has died, with her executor.
func bereaved(tb testing.TB) casework.Case {
	tb.Helper()
	c := apply(tb, recorded(tb, received), acknowledged, casework.Died{
		On: acknowledged, Executor: casework.Person{Name: "Helen Tilley"}, Relation: "executor",
	})
	c.Representative.Lines, c.Representative.Postcode = []string{"9 Elm Row", "Derby"}, "DE1 1AB"
	return c
}

// waiting is the leak whose answer will be late, with days for updates agreed.
// Stage 1 can be extended to Tuesday 1 December at the most.
func waiting(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	c := apply(tb, recorded(tb, received, change...), acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "the resident"})
	return applyAs(tb, marsh, c, calendar.On(2026, 11, 16), casework.AgreeUpdates{
		Days:     []calendar.Date{calendar.On(2026, 11, 20), calendar.On(2026, 12, 4)},
		Expected: calendar.On(2026, 12, 11), Reason: "The firm that mended the leak has closed. We are getting its records from the receiver.",
	})
}

// appealed is a complaint under the earlier policy, closed before the current
// one began, with its appeal.
func appealed(tb testing.TB, asked calendar.Date, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	first := asked.AddDays(-30)
	c := answeredOn(tb, first.AddDays(-14), first)
	c = apply(tb, c, first, casework.SentElsewhere{Kind: casework.Response, On: first, How: casework.Posted, To: "her"})
	return applyAs(tb, marsh, c, asked, casework.AskAppeal{
		On: asked, Reasons: "Nobody looked at my photographs of the gate.", AppointedBy: "Head of Service", Manager: marsh.ID, AnswerBy: asked.AddDays(21),
	})
}

// appealAnswered is that appeal with its answer.
func appealAnswered(tb testing.TB, asked calendar.Date) casework.Case {
	tb.Helper()
	on := asked.AddDays(20)
	return applyAs(tb, marsh, appealed(tb, asked), on,
		casework.LogCall{On: on, Reached: true, Note: "Told her"},
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "The photographs show that the gate was still broken in April."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "There is nothing new about the call."},
		casework.AddRemedy{Kind: "apology", Text: "We say sorry that your photographs were not looked at."},
	)
}

// carpet is one that was three years into a life of ten, and in good condition:
// seven tenths of what a new one costs.
func carpet(title string, replacement redress.Pence) redress.Input {
	return redress.Input{Kind: redress.Damaged, Title: title, Item: redress.Item{Replacement: replacement, Age: 36, Life: "carpet", Condition: "good"}}
}

// harm is an inconvenience in the band that its sum lies in. The earlier policy
// has no bands, and reasons of its own.
func harm(told calendar.Date, sum redress.Pence, impact string) redress.Input {
	band, reason := "", "delay"
	switch {
	case told.Before(calendar.On(2024, 4, 1)):
		reason = "cause"
	case sum >= 60000:
		band = "significant"
	case sum >= 10000:
		band = "serious"
	case sum >= 5000:
		band = "service-failure"
	}
	return redress.Judge(reason, band, sum, impact)
}
