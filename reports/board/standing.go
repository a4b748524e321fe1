package board

import (
	"fmt"
	"slices"

	"casebook/data/casework"
)

// measures lists every standing figure, in the order of the report.
func measures(in Input) []measure {
	return slices.Concat(
		counting(1, ofStage(in, 1)), counting(2, ofStage(in, 2)), counting(anyStage, together()),
		counting(0, serviceRequests()), counting(0, promises()), counting(1, satisfaction(1)), counting(2, satisfaction(2)))
}

// counting names the stage whose rows alone can count, so that the others need
// not be looked at.
func counting(stage int, list []measure) []measure {
	for i := range list {
		list[i].stage = stage
	}
	return list
}

// ofStage lists the figures that stages 1 and 2 have alike.
func ofStage(in Input, n int) []measure {
	id := func(name string) string { return fmt.Sprintf("stage%d.%s", n, name) }
	label := func(text string) string { return fmt.Sprintf("Stage %d %s", n, text) }
	came, gone := both(stage(n), received), both(stage(n), answered)
	beganAs := "complaints received in the period"
	if n == 2 {
		beganAs = "requests for stage 2 made in the period"
	}
	return slices.Concat([]measure{
		count(id("received"), label("received"), came,
			"All "+beganAs+", by the day we were told. Service requests are never counted here. More complaints are not worse: the Code asks us to welcome them (3.3)."),
		perThousand(id("per_1000"), label("received per 1,000 homes"), came,
			"All "+beganAs+" ÷ homes owned × 1,000. Counted for the period as it is, not annualised."),
		count(id("withdrawn"), label("withdrawn"), both(stage(n), received, withdrawn),
			"Of "+beganAs+": withdrawn by the resident before the answer. Received, and out of everything about time."),
		count(id("not_accepted"), label("not accepted"), both(apart(n, notAccepted), received),
			"Not dealt with as a complaint, for a reason of the policy, by the day we were told. Not in received (Code 2.1, 8.1)."),
	}, timeliness(n, id, label, both(through(n), received), beganAs+" and not withdrawn", wholeDays(in, n)), []measure{
		count(id("due"), label("answers due in the period"), both(through(n), dueIn),
			"Answers whose due date, with a valid extension, lies in the period and is over or has been met."),
		share(id("due_in_time"), label("in time, of answers due"), both(through(n), dueIn), extendedInTime,
			"Answered by the due date, a valid extension counted ÷ answers due in the period, whenever they were received."),
		{id: id("open"), label: label("open at the cut-off"), unit: Count, over: both(through(n), open), atCutOff: true,
			definition: "Neither answered nor closed at the cut-off, whenever received."},
		{id: id("overdue"), label: label("overdue at the cut-off"), unit: Count, over: both(through(n), overdue), atCutOff: true,
			definition: "Open at the cut-off, and the due date, with a valid extension, is over."},
		count(id("answered"), label("answered"), gone, "Answers sent in the period, by the day they left us."),
	}, outcomes(n, id, label, gone), lengths(id, label, gone))
}

func timeliness(n int, id, label func(string) string, came test, beganAs, whole string) []measure {
	const apart = " What is not yet due, or has no due date, is shown apart; unanswered and overdue is late."
	ackUnder, under, extUnder := both(came, acknowledgeJudged), both(came, judged), both(came, extendedJudged)
	return []measure{
		share(id("acknowledged_in_time"), label("acknowledged in time"), ackUnder, acknowledgedInTime,
			"Acknowledged by the acknowledgement date ÷ "+beganAs+" whose acknowledgement was sent or is overdue. Sent means it left us: a printed letter is not yet an acknowledgement."),
		count(id("acknowledged_late"), label("acknowledged late or not at all"), both(came, acknowledgedLate),
			"Of "+beganAs+": acknowledged after the acknowledgement date, or not acknowledged and the date is over. A breach of its own, even where the answer is in time."),
		count(id("acknowledgement_not_yet_due"), label("acknowledgement not yet due"), both(came, acknowledgeNotYetDue),
			"Of "+beganAs+": not acknowledged, and the date is not over."),
		share(id("responded_in_time"), label("answered in time, without extensions"), under, answeredInTime,
			"Answered by the original due date ÷ "+beganAs+" that are answered or overdue by that date."+apart),
		share(id("responded_in_time_with_extension"), label("answered in time, extensions included"), extUnder, extendedInTime,
			"Answered by the due date, or by the extended date where the resident was told in time ÷ "+beganAs+" that are answered or overdue by that date."+apart),
		count(id("responded_late"), label("answered late or overdue"), both(came, extendedLate),
			"Of "+beganAs+": answered after the due date, a valid extension counted, or unanswered and the date is over."),
		count(id("not_yet_due"), label("not yet due, without extensions"), both(came, notYetDue),
			"Of "+beganAs+": not answered, and the original due date is not over."),
		count(id("not_yet_due_with_extension"), label("not yet due, extensions included"), both(came, extendedNotYetDue),
			"Of "+beganAs+": not answered, and the due date, a valid extension counted, is not over."),
		count(id("no_due_date"), label("without a due date"), both(came, noDueDate),
			"Of "+beganAs+": the policy of the case gives no time for the answer."),
		count(id("extended"), label("extended"), both(came, extended),
			"Of "+beganAs+": the answer was put off validly, the resident told on or before the due date."),
		share(id("responded_in_time_from_receipt"), label("answered within "+whole), both(came, wholeJudged), wholeInTime,
			"Answered within "+whole+", the acknowledgement's and the answer's time together, without extensions ÷ "+beganAs+" that are answered or past that day. A late acknowledgement does not move that day."),
		share(id("acknowledged_and_responded_in_time"), label("acknowledged in time and answered in time"), extUnder, both(acknowledgedInTime, extendedInTime),
			"Acknowledged in time and answered in time, a valid extension counted ÷ "+beganAs+" that are answered or overdue."),
		count(id("responded_in_time_after_late_acknowledgement"), label("answered in time only from a late acknowledgement"),
			both(came, answeredInTime, acknowledgedLate, wholeJudged, not(wholeInTime)),
			"Of "+beganAs+": in time as counted from an acknowledgement that was itself late, but not within "+whole+"."),
	}
}

func outcomes(n int, id, label func(string) string, gone test) []measure {
	ofAnswered := fmt.Sprintf(" ÷ stage %d answers sent in the period.", n)
	return []measure{
		share(id("upheld"), label("upheld"), gone, upheld, "At least one point upheld"+ofAnswered),
		share(id("upheld_all_points"), label("upheld, every point"), gone, both(upheld, not(mixed)), "Upheld with no point that was not"+ofAnswered),
		share(id("upheld_some_points_not"), label("upheld, some points not"), gone, mixed,
			"Upheld with at least one point that was not; part of upheld"+ofAnswered),
		share(id("not_upheld"), label("not upheld"), gone, notUpheld, "No point upheld"+ofAnswered),
		count(id("outcome_not_recorded"), label("answered without a recorded outcome"), both(gone, noOutcome),
			"Answers sent in the period whose outcome is not in the register."),
	}
}

func lengths(id, label func(string) string, gone test) []measure {
	fromReceipt := func(r *row) int64 { return int64(r.fromReceipt) }
	fromAck := func(r *row) int64 { return int64(r.fromAck) }
	acknowledged := both(gone, wasAcknowledged)
	const receipt, ack = "Working days from receipt to the answer", "Working days from acknowledgement to the answer"
	const middle = ", the middle one of all in order, or half the sum of the two middle ones"
	return []measure{
		days(id("average_from_receipt"), label("average time from receipt"), gone, fromReceipt, false,
			receipt+", added up ÷ answers sent in the period. Weekends and bank holidays are not counted; the day of receipt is day 0."),
		days(id("median_from_receipt"), label("typical time from receipt"), gone, fromReceipt, true,
			receipt+middle+", of answers sent in the period (the median)."),
		days(id("average_from_acknowledgement"), label("average time from acknowledgement"), acknowledged, fromAck, false,
			ack+", added up ÷ answers sent in the period to complaints that were acknowledged."),
		days(id("median_from_acknowledgement"), label("typical time from acknowledgement"), acknowledged, fromAck, true,
			ack+middle+", of answers sent in the period to complaints that were acknowledged (the median)."),
	}
}

// together lists the figures that belong to no one stage.
func together() []measure {
	money := func(r *row) int64 { return int64(r.Offered) }
	const offeredIn = "Offered in answers sent in the period"
	return []measure{
		{id: "escalation", label: "Escalation to stage 2", unit: Percent, over: both(stage(2), received), under: both(stage(1), answered),
			definition: "Stage 2 asked for in the period ÷ stage 1 answers sent in the period."},
		count("appeals.received", "Appeals under the earlier policy", both(apart(2, anAppeal), received),
			"Appeals asked for in the period. An appeal is no stage 2, and the earlier page gives no time for its answer."),
		{id: "redress.offered", label: "Redress offered", unit: Pence, over: offered, amount: money,
			definition: offeredIn + ", both stages, every head added up. Offered is not paid."},
		{id: "redress.stage1", label: "Redress offered at stage 1", unit: Pence, over: both(stage(1), offered), amount: money,
			definition: offeredIn + " at stage 1."},
		{id: "redress.stage2", label: "Redress offered at stage 2", unit: Pence, over: both(secondAnswer, offered), amount: money,
			definition: offeredIn + " at stage 2 or on appeal, beyond what stage 1 had offered."},
		{id: "redress.cases", label: "Cases offered redress", unit: Count, over: offered, oncePerCase: true,
			definition: "Cases with money offered in an answer sent in the period. A case offered money at both stages counts once."},
		{id: "redress.average", label: "Average redress for each case offered any", unit: Pence, over: offered, amount: money, oncePerCase: true,
			definition: "Redress offered ÷ cases offered redress."},
	}
}

// serviceRequests are counted by themselves, and so is what is neither a
// complaint nor a request (ruling 24).
func serviceRequests() []measure {
	contact := both(stage(0), received)
	requested := both(contact, kind(casework.ServiceRequest))
	return []measure{
		count("service_requests.received", "Service requests received", requested,
			"Requests to put something right, by the day we were told; recorded and reviewed, and never counted as stage 1 (Code 1.4)."),
		count("service_requests.not_today", "Chose not to complain today", both(contact, choice(casework.NotToday)),
			"Contacts in the period where the resident was dissatisfied, was offered the choice to complain and answered: not today (Code 1.3)."),
		count("service_requests.service_only", "Only a service was asked for", both(requested, choice(casework.ServiceOnly)),
			"Service requests received in the period with no dissatisfaction expressed."),
		count("information.received", "Kept as information", both(contact, kind(casework.Information)),
			"Anonymous reports, and dissatisfaction with conduct, delay or a decision that the resident would not have as a complaint that day."),
	}
}

// satisfaction lists the regulator's two measures for a stage with the lines
// that reconcile them to all complaints (ruling 25).
func satisfaction(n int) []measure {
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", n), fmt.Sprintf("ch02.stage%d", n)
	came := both(stage(n), received)
	counted := both(came, measured)
	kept := both(counted, not(withdrawn)) // a withdrawal is received, and not judged (ruling 24)
	stageN := fmt.Sprintf("stage %d complaints received since 1 April", n)
	tenures := ", without leaseholders and other tenures outside the measures"
	list := []measure{
		perThousand(ch01, fmt.Sprintf("CH01 stage %d, per 1,000 homes", n), counted,
			fmt.Sprintf("Of %s%s ÷ homes owned × 1,000. The year so far as it is, not annualised.", stageN, tenures)),
		share(ch02, fmt.Sprintf("CH02 stage %d, answered in Code time", n), both(kept, extendedJudged), extendedInTime,
			fmt.Sprintf("Answered by the due date, a properly made extension counted ÷ %s%s, that are answered or overdue and not withdrawn. Final only when the last of the year is no longer undecided.", stageN, tenures)),
		count(ch02+".not_yet_due", fmt.Sprintf("CH02 stage %d, not yet due", n), both(kept, extendedNotYetDue),
			"Counted for CH01 and not yet for CH02: not answered, and not overdue."),
		count(ch02+".no_due_date", fmt.Sprintf("CH02 stage %d, without a due date", n), both(kept, noDueDate),
			"Counted for CH01 and not for CH02: the policy of the case gives no time for the answer."),
		count(ch02+".withdrawn", fmt.Sprintf("CH02 stage %d, withdrawn", n), both(counted, withdrawn),
			"Counted for CH01 and not for CH02: the resident withdrew it before the answer."),
		count(ch02+".acknowledged_late", fmt.Sprintf("CH02 stage %d, acknowledged late or not at all", n), both(kept, acknowledgedLate),
			"Of those counted for CH01: the acknowledgement was late or is overdue. CH02 counts from the actual acknowledgement, so this stands beside it."),
		share(ch02+".both_in_time", fmt.Sprintf("CH02 stage %d, acknowledged in time as well", n), both(kept, extendedJudged), both(acknowledgedInTime, extendedInTime),
			"As CH02, and the acknowledgement was in time too."),
		count(ch01+".counted", fmt.Sprintf("CH01 stage %d, counted", n), counted, "The complaints above the line of CH01."),
		count(ch01+".left_out", fmt.Sprintf("CH01 stage %d, left out", n), both(came, not(measured)),
			fmt.Sprintf("Of %s: leaseholders and other tenures outside the measures.", stageN)),
		count(ch01+".all", fmt.Sprintf("CH01 stage %d, all complaints", n), came, "Counted and left out together: all "+stageN+"."),
	}
	for i := range list {
		list[i].yearOnly = true
	}
	return list
}

// wholeDays names the whole time from receipt under the policy in force at the
// end of the period.
func wholeDays(in Input, n int) string {
	if in.Policies != nil {
		if p := in.Policies.InForceOn(in.Period.To()); p != nil {
			if days := wholeTime(p, n); days > 0 {
				return fmt.Sprintf("%d working days of receipt", days)
			}
		}
	}
	return "the whole time from receipt"
}
