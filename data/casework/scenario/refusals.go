package scenario

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// exclusions are about what is not dealt with as a complaint.
func exclusions() []Scenario {
	return []Scenario{
		{
			Name:  "Refused as too old, then overturned",
			Story: "It happened on 1 September 2025 and the resident knew on 1 October 2025; the complaint came on 5 November 2026. The refusal goes in time. The Housing Ombudsman sets it aside: the day of receipt stays, and five working days for the acknowledgement run from then.",
			Steps: []Step{
				{At: "Thu 5 Nov 2026 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Points = []string{"The fence was left down after the storm."}
				}), Then: []Expect{acknowledge("Thu 12 Nov 2026", "6=1 9=2 10=3 11=4 12=5")}},
				{At: "Mon 9 Nov 2026 10:00", By: Dan, Refused: "in-time", Do: with(func(t *Telling) casework.Act { return tooOld("Mon 10 Nov 2025") })},
				{At: "Mon 9 Nov 2026 10:10", By: Dan, Do: with(func(t *Telling) casework.Act { return tooOld("Wed 1 Oct 2025") }), Then: []Expect{
					tell(1, "Thu 12 Nov 2026", "6=1 9=2 10=3 11=4 12=5"), owes(casework.DutyRefuse, "Thu 12 Nov 2026"),
					owesNo(casework.DutyAcknowledge), owesNo(casework.DutyRespond),
					counted("not accepted", 1, func(f casework.StageFact) bool { return !f.Refused.IsZero() }),
				}},
				{At: "Wed 11 Nov 2026 10:00", By: Dan, Do: letter(casework.RefusalLetter), Then: []Expect{owesNo(casework.DutyRefuse)}},
				{At: "Mon 14 Dec 2026 10:00", By: Helen, Do: act(casework.Overturn{Point: 1, On: day("Mon 14 Dec 2026"), Who: "the Housing Ombudsman", Why: "She was in hospital until August 2026."}), Then: []Expect{
					acknowledge("Mon 21 Dec 2026", "15=1 16=2 17=3 18=4 21=5"),
					that("the first date is kept", func(c casework.Case) bool { return c.Current().FirstAcknowledgeBy.Due == day("Thu 12 Nov 2026") }),
					that("the day of receipt stays", func(c casework.Case) bool {
						return c.Received == day("Thu 5 Nov 2026") && c.Current().Asked == c.Received
					}),
					counted("accepted after all", 1, func(f casework.StageFact) bool { return f.Refused.IsZero() }),
				}},
				{At: "Wed 16 Dec 2026 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					acknowledge("Mon 21 Dec 2026", "15=1 16=2 17=3 18=4 21=5"),
					respond("Mon 4 Jan 2027", "17=1 18=2 21=3 22=4 23=5 24=6 29=7 30=8 31=9 4=10"),
				}},
			},
		},
		{
			Name:  "Two grounds, one of them personal injury",
			Story: "The loose step is ours to answer for. The claim for the broken wrist goes to the insurance section with a letter that says so. The rest goes on.",
			Steps: []Step{
				{At: "Mon 16 Nov 2026 10:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Points = []string{"The step has been loose since June.", "I broke my wrist on it and want to be paid for it."}
				}), Then: []Expect{acknowledge("Mon 23 Nov 2026", "17=1 18=2 19=3 20=4 23=5")}},
				{At: "Tue 17 Nov 2026 10:00", By: Dan, Do: all(give(Dan), act(casework.Exclude{Point: 2, Reason: "personal-injury",
					Evidence: asked("the day the claim was passed on", "17 November 2026"), Merits: "The injury is for the insurer to look at; the loose step stays with us."})), Then: []Expect{
					tell(2, "Mon 23 Nov 2026", "17=1 18=2 19=3 20=4 23=5"), owes(casework.DutyAcknowledge, "Mon 23 Nov 2026"),
				}},
				{At: "Wed 18 Nov 2026 10:00", By: Dan, Do: all(letter(casework.PassOnLetter), letter(casework.Acknowledgement)), Then: []Expect{
					owesNo(casework.DutyRefuse),
					respond("Wed 2 Dec 2026", "19=1 20=2 23=3 24=4 25=5 26=6 27=7 30=8 1=9 2=10"),
				}},
				{At: "Wed 2 Dec 2026 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.Upheld}), letter(casework.Response)), Then: []Expect{
					counted("upheld, and not mixed", 1, func(f casework.StageFact) bool { return f.Outcome == casework.Upheld && !f.Mixed && f.Refused.IsZero() }),
				}},
			},
		},
		{
			Name:  "A high-rise complaint by a visitor",
			Story: "Somebody visiting a tower says that the fire door on the eleventh floor does not shut. Anybody may complain about a high-rise; it is never refused for want of a relationship, and the Building Safety Regulator can be asked at once.",
			Steps: []Step{
				{At: "Fri 15 Jan 2027 13:00", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Resident = casework.Person{Name: "Owen Hale"}
					r.Home = casework.Home{Lines: []string{"Rowan Tower", "Derby"}, Postcode: "DE1 2XX", Block: "Rowan Tower", Storeys: 14, HighRise: true, Tenure: casework.OtherTenure}
					r.Story, r.Wanted, r.Subject = "The fire door on floor 11 will not shut.", "The door mended.", "building-safety"
					r.Points = []string{"The fire door on floor 11 will not shut."}
				}), Then: []Expect{acknowledge("Fri 22 Jan 2027", "18=1 19=2 20=3 21=4 22=5"), route("bsr", "")}},
				{At: "Fri 15 Jan 2027 13:05", By: Priya, Do: act(casework.SetRisk{Risk: casework.RiskDanger, Why: "The only staircase is behind that door."}), Then: []Expect{
					that("the risk is kept", func(c casework.Case) bool { return c.Risk == casework.RiskDanger })}},
				{At: "Fri 15 Jan 2027 14:00", By: Dan, Refused: "never", Do: act(casework.Exclude{Point: 1, Reason: "not-ours",
					Evidence: append(asked("who is responsible, if known", "not known"), asked("the circumstances considered", "a visitor")...), Merits: "A visitor."})},
			},
		},
		{
			Name:  "Stage 2 refused because the matter is before the court",
			Story: "Between the answer and the request for stage 2 the resident filed a claim that is not about disrepair. A letter goes inside the time for the acknowledgement, with the right to take that to the Ombudsman.",
			Steps: []Step{
				{At: "Mon 7 Dec 2026 10:00", By: Priya, Do: complaint(nil)},
				{At: "Tue 8 Dec 2026 10:00", By: Dan, Do: all(give(Dan), letter(casework.Acknowledgement)), Then: []Expect{
					respond("Tue 22 Dec 2026", "9=1 10=2 11=3 14=4 15=5 16=6 17=7 18=8 21=9 22=10")}},
				{At: "Tue 22 Dec 2026 10:00", By: Dan, Do: all(answer(map[int]casework.Outcome{1: casework.NotUpheld, 2: casework.NotUpheld}), letter(casework.Response))},
				{At: "Mon 11 Jan 2027 10:00", By: Priya, Do: act(casework.AskStage2{On: day("Mon 11 Jan 2027")}), Then: []Expect{
					acknowledge("Mon 18 Jan 2027", "12=1 13=2 14=3 15=4 18=5")}},
				{At: "Tue 12 Jan 2027 10:00", By: Dan, Refused: "not-yours", Do: act(inCourt("Fri 8 Jan 2027"))},
				{At: "Tue 12 Jan 2027 10:05", By: Helen, Refused: "not-filed", Do: act(inCourt(""))},
				{At: "Tue 12 Jan 2027 10:10", By: Helen, Do: act(inCourt("Fri 8 Jan 2027")), Then: []Expect{
					owes(casework.DutyRefuse, "Mon 18 Jan 2027"), owesNo(casework.DutyRespond),
					counted("stage 2 not accepted", 2, func(f casework.StageFact) bool { return !f.Refused.IsZero() }),
				}},
				{At: "Wed 13 Jan 2027 10:10", By: Helen, Do: letter(casework.EscalationRefusal), Then: []Expect{owesNo(casework.DutyRefuse), route("housing", "")}},
			},
		},
		{
			Name:  "Not today, and a complaint three weeks later",
			Story: "A resident is angry about a delay, is offered the choice and says not today. A slip is printed and the offer is counted. Three weeks later she complains: a new record with its own clock, joined to the first.",
			Steps: []Step{
				{At: "Mon 9 Nov 2026 10:00", By: Priya, Refused: "never-request", Do: complaint(func(r *casework.Record) {
					r.Answer, r.Grievance = casework.ServiceOnly, casework.Delay
				})},
				{At: "Mon 9 Nov 2026 10:01", By: Priya, Do: complaint(func(r *casework.Record) {
					r.Answer, r.Grievance = casework.NotToday, casework.Delay
				}), Then: []Expect{
					that("kept, and no stage begins", func(c casework.Case) bool { return c.Kind == casework.Information && c.Current() == nil }),
					counted("declined", 0, func(f casework.StageFact) bool { return f.Choice == casework.NotToday && f.OfferedBy != 0 }),
				}},
				{At: "Mon 9 Nov 2026 10:05", By: Priya, Do: letter(casework.ComplainSlip)},
				{At: "Mon 30 Nov 2026 09:00", By: Priya, Do: func(t *Telling) error {
					first := t.Case
					return complaint(func(r *casework.Record) {
						r.Grievance = casework.Delay
						r.From = casework.Link{Case: first.ID, Reference: first.Reference, Kind: casework.CameFrom}
					})(t)
				}, Then: []Expect{
					acknowledge("Mon 7 Dec 2026", "1=1 2=2 3=3 4=4 7=5"),
					that("joined to the first record", func(c casework.Case) bool { return len(c.Links) == 1 && c.Links[0].Kind == casework.CameFrom }),
				}},
			},
		},
	}
}

// tooOld is the exclusion of what is more than twelve months old, where the
// resident became aware on a day.
func tooOld(aware string) casework.Act {
	return casework.Exclude{Point: 1, Reason: "over-12-months", Happened: day("Mon 1 Sep 2025"), Aware: day(aware),
		Evidence: append(append(asked("the day it happened", "1 September 2025"), asked("the day the resident became aware", aware)...),
			asked("why discretion was or was not used", "There was no reason for the delay that we know of.")...),
		Discretion: "Considered by Dan Okafor: nothing kept her from telling us sooner.", Merits: "The fence was put up again in October 2025."}
}

// inCourt refuses stage 2 for a claim filed on a day; "" is no day.
func inCourt(filed string) casework.Act {
	var on calendar.Date
	if filed != "" {
		on = day(filed)
	}
	return casework.RefuseStage2{Reason: "their-legal-action", Filed: on, Court: "M00DE123, Derby County Court",
		Evidence: append(append(append(asked("that it is not a disrepair claim", "It is about the boundary."), asked("the day the claim form was filed", "8 January 2027")...),
			asked("the court's reference", "M00DE123")...), asked("the circumstances considered", "The court will decide the same question.")...),
		Merits: "The court will decide the same question."}
}

// asked is one question of an exclusion with its answer.
func asked(question, answer string) []casework.QuestionAnswer {
	return []casework.QuestionAnswer{{Question: question, Answer: answer}}
}

// dates are days for an act's own field.
func dates(texts ...string) []calendar.Date {
	var all []calendar.Date
	for _, text := range texts {
		all = append(all, day(text))
	}
	return all
}
