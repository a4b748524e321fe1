package states

import (
	"casebook/data/casework"
	"casebook/data/redress"
)

// examples make every state, in the order in which a case comes to them.
var examples = []func(world) (State, error){
	func(w world) (State, error) {
		return w.recorded().is("Recorded", "The complaint is in the register and its acknowledgement has not gone.")
	},
	func(w world) (State, error) {
		return w.acknowledged().is("Acknowledged", "The acknowledgement has gone and points have still to be answered.")
	},
	func(w world) (State, error) {
		return w.decided().is("Every point answered", "Every point has its finding and the response has not gone.")
	},
	func(w world) (State, error) {
		return w.acknowledged().on("2026-11-12").do(dan, casework.Extend{Days: 5, Reason: "The electrician is ill."}).
			is("Extension decided", "More time was decided and the resident has not been told, so nothing has moved.")
	},
	func(w world) (State, error) {
		return w.acknowledged().on("2026-11-12").do(dan, casework.Extend{Days: 10, Reason: "The electrician is ill."}).send(dan, casework.ExtensionNotice).
			do(helen, casework.AgreeUpdates{Expected: date("2026-12-18"), Reason: "A part has to be made.", Days: dates("2026-12-04", "2026-12-11")}).
			is("Later than any extension", "A manager gave a good reason and agreed days for updates. The answer counts as late.")
	},
	func(w world) (State, error) {
		return w.answered().is("Answered at stage 1", "The stage 1 response has gone.")
	},
	func(w world) (State, error) {
		return w.closed().is("Closed", "The complaint was answered and closed. Promises go on.")
	},
	func(w world) (State, error) {
		return w.stage2().is("Stage 2 asked for", "The resident asked for stage 2 and its acknowledgement has not gone.")
	},
	func(w world) (State, error) {
		return w.stage2Acknowledged().is("Stage 2 acknowledged", "Stage 2 is acknowledged and points have still to be answered.")
	},
	func(w world) (State, error) {
		return w.stage2Acknowledged().on("2026-12-10").do(kit,
			casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "As before."},
			casework.AnswerPoint{Point: 2, Finding: casework.Upheld, Reasons: "Nobody told her of Monday."}).
			send(kit, casework.Response).is("Answered at stage 2", "Our last answer has gone.")
	},
	func(w world) (State, error) {
		return w.stage2().on("2026-11-25").do(kit, casework.RefuseStage2{Reason: "their-legal-action", Filed: date("2026-11-20"), Court: "M00DE123",
			Merits: "The court will decide the same question.", Evidence: []casework.QuestionAnswer{
				{Question: "that it is not a disrepair claim", Answer: "It is about the boundary."}}}).
			is("Stage 2 refused", "Stage 2 may not be opened, and the resident has still to be told.")
	},
	func(w world) (State, error) {
		return w.excluded(2).is("One point refused", "One point is not dealt with as a complaint and the resident has still to be told. The rest goes on.")
	},
	func(w world) (State, error) {
		return w.excluded(1, 2).is("Not accepted", "Nothing of it is dealt with as a complaint, and the resident has still to be told.")
	},
	func(w world) (State, error) {
		return w.excluded(1, 2).on("2026-11-06").send(dan, casework.RefusalLetter).
			is("Not accepted and told", "The refusal has gone, with the right to go to the Ombudsman.")
	},
	func(w world) (State, error) {
		return w.excluded(1, 2).on("2026-11-06").send(dan, casework.RefusalLetter).on("2026-11-20").
			do(helen, casework.Overturn{Point: 1, On: date("2026-11-20"), Who: "the Housing Ombudsman", Why: "She was ill."}).
			is("Refusal set aside", "A refusal was set aside. The acknowledgement is due five working days from then.")
	},
	func(w world) (State, error) {
		return w.acknowledged().on("2026-11-05").do(counter, casework.Withdraw{On: date("2026-11-05"), Why: "It is mended."}).
			is("Withdrawn", "The resident withdrew it and has still to have that confirmed.")
	},
	func(w world) (State, error) {
		return w.acknowledged().on("2026-11-05").do(counter, casework.Withdraw{On: date("2026-11-05")}).send(counter, casework.WithdrawalLetter).
			do(dan, casework.Close{On: date("2026-11-05")}).is("Withdrawn and closed", "The withdrawal was confirmed and the case closed.")
	},
	func(w world) (State, error) {
		r := complaint()
		r.Answer, r.Grievance, r.Points = casework.ServiceOnly, casework.NoGrievance, nil
		return w.begin("2026-11-02", r).is("Service request", "Nothing but a service is asked for.")
	},
	func(w world) (State, error) {
		r := complaint()
		r.Answer, r.Points = casework.NotToday, nil
		return w.begin("2026-11-02", r).is("Not a complaint today", "The resident is dissatisfied, was offered the choice, and said not today.")
	},
	func(w world) (State, error) {
		r := complaint()
		r.Anonymous, r.Answer, r.ResidentID, r.Resident, r.Points = true, "", 0, casework.Person{}, nil
		return w.begin("2026-11-02", r).is("Anonymous report", "Kept as information. Hazards in it are acted on.")
	},
	func(w world) (State, error) {
		return w.earlier().is("Closed under the earlier policy", "Answered and closed before the current policy began: there is an appeal and no stage 2.")
	},
	func(w world) (State, error) {
		return w.earlier().on("2023-03-06").do(helen, casework.AskAppeal{On: date("2023-03-06"), Reasons: "Nobody looked at the pictures.",
			AppointedBy: "Head of Service", Manager: kit.ID, AnswerBy: date("2023-03-27")}).
			is("Appeal", "The earlier policy's appeal is being heard. Its page gives no time for the answer.")
	},
	func(w world) (State, error) {
		return w.recorded().do(helen, casework.Void{Why: "Recorded twice."}).is("Recorded in error", "Kept, and counted nowhere.")
	},
	func(w world) (State, error) {
		return w.recorded().do(counter, casework.PassOn{Point: 2, To: "Corporate Complaints Officer, Derby City Council", On: date("2026-11-02"), How: "by e-mail"}).
			is("A point passed on", "One point is somebody else's. It was passed on and the resident has still to be told.")
	},
	func(w world) (State, error) {
		r := complaint()
		r.Representative = casework.Representative{Name: "Tunde Adeyemi", Relation: "son"}
		return w.begin("2026-11-02", r).is("A representative without authority", "Somebody speaks for the resident and may be told nothing yet.")
	},
	func(w world) (State, error) {
		return w.full().is("With everything beside it", "An open complaint with a representative, a group, a hazard, an ombudsman, evidence, requests, promises and a restriction.")
	},
	func(w world) (State, error) {
		return w.recorded().do(helen, casework.Protect{Confidential: true, Access: []int64{dan.ID, kit.ID}, HandOver: true, Why: "It is about a colleague."}).
			is("Confidential", "Seen by an officer who is not named on it: there is no such case.")
	},
}

// earlier is a case that was over before the current policy began.
func (w world) earlier() *bringing {
	return w.begin("2023-02-06", complaint()).on("2023-02-07").do(dan, casework.Assign{To: dan.ID}).send(dan, casework.Acknowledgement).
		on("2023-02-17").do(dan,
		casework.AnswerPoint{Point: 1, Finding: casework.NotUpheld, Reasons: "It was mended."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "The visit was for Monday."}).
		send(dan, casework.Response).do(dan, casework.Close{On: date("2023-02-17")})
}

// full is an open complaint with one of everything beside it.
func (w world) full() *bringing {
	r := complaint()
	r.Story = "There is black mould in the bedroom."
	r.Points = []string{"There is black mould in the bedroom.", "Nobody came on Saturday."}
	r.Home.HighRise, r.Subject = true, "building-safety"
	r.Representative = casework.Representative{Name: "Tunde Adeyemi", Relation: "son"}
	b := w.begin("2026-11-02", r).do(dan, casework.Assign{To: dan.ID}).on("2026-11-03").send(dan, casework.Acknowledgement)
	b.do(dan,
		casework.Authority{Given: date("2026-11-03"), How: "a signed form"},
		casework.AddMember{Person: casework.Person{Name: "Bola Ade"}},
		casework.LinkTo{Case: 3, Reference: casework.NewReference(casework.Complaint, 2025, 3), Kind: casework.Repeat},
		casework.AddNote{Text: "A note."}, casework.AskOthers{Whom: "Contractor", What: "The job sheet", Due: date("2026-11-10")},
		casework.AddRemedy{Kind: "apology", Text: "We apologise."}, casework.OfferRedress{Input: redress.Judge("delay", "service-failure", 6000, "Three weeks.")},
		casework.MakePromise{Text: "Ring her", Owner: "Dan Okafor", Due: date("2026-11-05")}, casework.MakePromise{Text: "Paint", Owner: "Repairs", Due: date("2026-11-30")},
		casework.KeepPromise{Promise: 1, On: date("2026-11-03")},
		casework.Refer{Body: "housing", On: date("2026-11-03"), Theirs: "2026", What: "The mould"},
		casework.AskedForEvidence{Referral: 1, What: "The file", Asked: date("2026-11-03"), Due: date("2026-11-17")})
	b.do(helen,
		casework.Restrict{What: "One call a week", Why: "Forty calls in a day.", Equality: "No disability is known.", From: date("2026-11-03"), Review: date("2026-12-03")},
		casework.Determine{Referral: 1, On: date("2026-11-03"), Findings: []casework.OmbudsmanFinding{{Matter: "The mould", Finding: casework.Severe}},
			Orders: []casework.Order{{Text: "Apologise", Due: date("2026-11-30")}}},
		casework.Refer{Body: "bsr", On: date("2026-11-03"), What: "The staircase"})
	return b
}
