package states

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// example is an act of a name that suits the case, and who does it. Where a
// case lacks what the act is about, the act names number 1 and is refused.
func (w world) example(c casework.Case, name casework.ActName, m casework.Moment) (casework.Act, casework.Officer) {
	if act := letterExample(c, name, m); act != nil {
		return act, helen
	}
	for _, some := range []map[casework.ActName]maker{acts, moneyActs, promisedActs} {
		if make, ok := some[name]; ok {
			return make(c, m), helen
		}
	}
	return nil, helen
}

// letterExample is an example of an act on a letter, or nil.
func letterExample(c casework.Case, name casework.ActName, m casework.Moment) casework.Act {
	for _, k := range casework.LetterKinds() {
		letter := 1
		for _, l := range c.Letters {
			if l.Kind == k {
				letter = l.ID
			}
		}
		switch name {
		case casework.MakeAct(k):
			return letterMade(k, m)
		case casework.PrintAct(k):
			return casework.HandToPrinter{Kind: k, Letter: letter, Result: casework.HandedToPrinter}
		case casework.SendAct(k):
			return casework.DispatchLetter{Kind: k, Letter: letter, On: m.Today, How: casework.Posted, To: "Grace Adeyemi"}
		case casework.ElsewhereAct(k):
			return casework.SentElsewhere{Kind: k, On: m.Today, How: casework.Posted, To: "Grace Adeyemi"}
		}
	}
	return nil
}

type maker = func(c casework.Case, m casework.Moment) casework.Act

// always is an example that is the same for every case.
func always(act casework.Act) maker {
	return func(casework.Case, casework.Moment) casework.Act { return act }
}

// acts are the examples by name.
var acts = map[casework.ActName]maker{
	casework.ActRecord: func(_ casework.Case, m casework.Moment) casework.Act {
		r := complaint()
		r.Received = m.Today
		return r
	},
	casework.ActDescribe: always(casework.Describe{Points: []casework.PointText{{ID: 1, Text: "The light."}, {ID: 2, Text: "Saturday."}}, Wanted: "The light mended.", Subject: "repairs"}),
	casework.ActChangeContact: func(c casework.Case, _ casework.Moment) casework.Act {
		return casework.ChangeContact{Resident: casework.Person{Name: c.Resident.Name, Email: "grace@example.org"}, Home: c.Home, Representative: c.Representative, Contact: c.Contact}
	},
	casework.ActAuthority: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Authority{Given: m.Today, How: "a signed form"}
	},
	casework.ActEndAuthority: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.EndAuthority{On: m.Today, Why: "She asked for it."}
	},
	casework.ActAddMember:  always(casework.AddMember{Person: casework.Person{Name: "Kofi Boateng"}}),
	casework.ActDropMember: always(casework.DropMember{Member: 1, Why: "He asked for it."}),
	casework.ActLink:       always(casework.LinkTo{Case: 5, Reference: casework.NewReference(casework.Complaint, 2025, 5), Kind: casework.Related}),
	casework.ActUnlink:     always(casework.Unlink{Link: 1, Why: "Another matter."}),

	casework.ActExclude: always(tooOld(1)),
	casework.ActOverturn: func(c casework.Case, m casework.Moment) casework.Act {
		a := casework.Overturn{Point: 2, On: m.Today, Who: "Helen Marsh", Why: "She was ill."}
		if s := c.Current(); s != nil && s.Refused.Stands() {
			a.Point = 0
		}
		return a
	},
	casework.ActRefuseStage2: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.RefuseStage2{Reason: "their-legal-action", Filed: m.Today, Court: "M00DE123", Merits: "The court decides the same question.",
			Evidence: []casework.QuestionAnswer{{Question: "that it is not a disrepair claim", Answer: "It is about the boundary."}}}
	},

	casework.ActAssign: always(casework.Assign{To: helen.ID}),
	casework.ActCover: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.CoverFor{Officer: helen.ID, From: m.Today, Until: m.Today.AddDays(7)}
	},
	casework.ActConflict: always(casework.DeclareConflict{What: "I know the resident."}),
	casework.ActReview:   always(casework.ReviewAnswer{Note: "Read and agreed."}),
	casework.ActAnswer: func(c casework.Case, _ casework.Moment) casework.Act {
		point := 1
		if s := c.Current(); s != nil {
			if open := c.Unanswered(s); len(open) > 0 {
				point = open[0].ID
			}
		}
		return casework.AnswerPoint{Point: point, Finding: casework.Upheld, Reasons: "We were late."}
	},
	casework.ActAddRemedy:  always(casework.AddRemedy{Kind: "apology", Text: "We apologise for the dark stairs."}),
	casework.ActDropRemedy: always(casework.DropRemedy{Remedy: 1}),
	casework.ActEvidence: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.AddEvidence{File: "stairs.jpg", Type: "image/jpeg", Size: 4096, Document: letterMade("", m).Document, From: "The resident", Received: m.Today}
	},
	casework.ActLogCall: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.LogCall{On: m.Today, Reached: true, Note: "Agreed the day."}
	},
	casework.ActNote:        always(casework.AddNote{Text: "A note."}),
	casework.ActCorrectNote: always(casework.CorrectNote{Note: 1, Text: "A better note."}),
	casework.ActProtect:     always(casework.Protect{Barred: []int64{counter.ID}, Why: "It is about her."}),
	casework.ActRestrict: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Restrict{What: "Letters only", Why: "Threats.", Equality: "Considered.", From: m.Today, Review: m.Today.AddMonths(1)}
	},
	casework.ActReviewLimit: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.ReviewRestriction{Restriction: 1, On: m.Today, Why: "It has been quiet."}
	},

	casework.ActExtend: always(casework.Extend{Days: 5, Reason: "The electrician is ill."}),
	casework.ActAgreeUpdates: func(c casework.Case, m casework.Moment) casework.Act {
		a := casework.AgreeUpdates{Days: []calendar.Date{m.Today.AddDays(7)}, Reason: "A part has to be made."}
		if s := c.Current(); s != nil {
			a.Expected = s.Latest.Due.AddDays(14)
			a.Days = []calendar.Date{a.Expected.AddDays(-7)}
		}
		return a
	},
	casework.ActAskStage2: func(_ casework.Case, m casework.Moment) casework.Act { return casework.AskStage2{On: m.Today} },
	casework.ActAskAppeal: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.AskAppeal{On: m.Today, Reasons: "Nobody looked.", AppointedBy: "Head of Service", Manager: kit.ID, AnswerBy: m.Today.AddDays(21)}
	},
	casework.ActWithdraw: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Withdraw{On: m.Today, Why: "It is mended."}
	},
	casework.ActClose:   func(_ casework.Case, m casework.Moment) casework.Act { return casework.Close{On: m.Today} },
	casework.ActReopen:  always(casework.Reopen{Why: "It failed again."}),
	casework.ActRecount: always(casework.Recount{}),
	casework.ActSentInError: func(c casework.Case, _ casework.Moment) casework.Act {
		letter := 1
		for _, l := range c.Letters {
			if !l.Sent.IsZero() {
				letter = l.ID
			}
		}
		return casework.SentInError{Letter: letter, What: "It went to the wrong address."}
	},
	casework.ActTakeBack: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.TakeBack{Act: casework.ActNote, Summary: "Note added", Before: c, By: helen.ID, At: m.Now}
	},
	casework.ActVoid: always(casework.Void{Why: "Recorded twice."}),

	casework.ActPromise: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.MakePromise{Text: "Paint the stairs", Owner: "Repairs", Due: m.Today.AddDays(14)}
	},
	casework.ActKeepPromise: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.KeepPromise{Promise: openPromise(c), On: m.Today}
	},
	casework.ActExplainPromise: func(c casework.Case, m casework.Moment) casework.Act {
		return casework.ExplainPromise{Promise: openPromise(c), To: m.Today.AddDays(60), Why: "The plasterer is ill."}
	},

	casework.ActRefer: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Refer{Body: "lgsco", On: m.Today, What: "The stair light"}
	},
	casework.ActEvidenceAsked: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.AskedForEvidence{Referral: 1, What: "More", Asked: m.Today, Due: m.Today.AddDays(14)}
	},
	casework.ActEvidenceSent: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.SendEvidence{Referral: 1, Ask: 1, On: m.Today}
	},
	casework.ActDetermine: func(c casework.Case, m casework.Moment) casework.Act {
		referral := 1
		for _, r := range c.Referrals {
			if r.Determined.IsZero() {
				referral = r.ID
			}
		}
		return casework.Determine{Referral: referral, On: m.Today, Findings: []casework.OmbudsmanFinding{{Matter: "The light", Finding: casework.Severe}},
			Orders: []casework.Order{{Text: "Apologise", Due: m.Today.AddDays(28)}}}
	},
	casework.ActComply: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Comply{Referral: 1, Order: 1, On: m.Today, Proof: "The letter."}
	},
	casework.ActProgress: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.ReportProgress{Referral: 1, On: m.Today, Text: "Every stair was looked at."}
	},
	casework.ActSetRisk: always(casework.SetRisk{Risk: casework.RiskSerious, Why: "One staircase."}),

	casework.ActStartHazard: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.StartHazard{Kind: "emergency", What: "A smell of gas", Told: m.Now, ToldTo: "Priya Nair", Job: "R-1", JobTold: "Repairs desk"}
	},
	casework.ActHazardJob: always(casework.HazardJob{Hazard: 1, Job: "R-118204", Told: "Repairs desk"}),
	casework.ActHazardStep: func(c casework.Case, m casework.Moment) casework.Act {
		a := casework.HazardStep{Hazard: 1, Step: policy.HazardInvestigate, Done: m.Now, Note: "Mould over two square metres."}
		for _, h := range c.Hazards {
			for _, k := range h.Clocks {
				if h.NotHazard == "" && k.Done.IsZero() {
					a.Hazard, a.Step = h.ID, k.Step
					return a
				}
			}
		}
		return a
	},
	casework.ActNotHazard: always(casework.NotHazard{Hazard: 1, Why: "Only dust."}),

	casework.ActEnquire: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Enquire{On: m.Today, Way: casework.Counter}
	},
	casework.ActAskOthers: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.AskOthers{Whom: "Contractor", What: "The job sheet", Due: m.Today.AddDays(3)}
	},
	casework.ActRemind: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Remind{Request: 1, On: m.Today}
	},
	casework.ActGotAnswer: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.GotAnswer{Request: 1, On: m.Today, Answer: "Nobody was sent."}
	},
	casework.ActPassOn: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.PassOn{Point: 2, To: "Corporate Complaints Officer, Derby City Council", On: m.Today, How: "by e-mail"}
	},
	casework.ActMoved: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Moved{On: m.Today, Home: casework.Home{Lines: []string{"2 Elm Row", "Derby"}, Postcode: "DE1 1AA", Tenure: casework.Secure}}
	},
	casework.ActDied: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Died{On: m.Today, Executor: casework.Person{Name: "Ade Adeyemi"}, Relation: "executor"}
	},
	casework.ActRenamed: func(_ casework.Case, m casework.Moment) casework.Act {
		return casework.Renamed{On: m.Today, NewName: "Grace Bello"}
	},
	casework.ActSamePerson: func(c casework.Case, _ casework.Moment) casework.Act {
		return casework.SamePerson{Resident: 12, Was: c.ResidentID}
	},
	casework.ActHousingRef: always(casework.SetHousingRef{Reference: "HMS-4471"}),
}

// openPromise is the first promise that is not kept, or number 1.
func openPromise(c casework.Case) int {
	for _, p := range c.Promises {
		if p.Kept.IsZero() {
			return p.ID
		}
	}
	return 1
}

// dates are days of an example.
func dates(texts ...string) []calendar.Date {
	var all []calendar.Date
	for _, text := range texts {
		all = append(all, date(text))
	}
	return all
}
