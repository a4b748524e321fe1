package casefile

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"fmt"
)

// Event is one line of the timeline. Recorded is filled in only where it was
// put in the register on a later day than it happened.
type Event struct {
	Day      string
	What     string
	Who      string
	Recorded string
	Key      bool // a mark of the case, not a detail
	Back     bool // taken back by the entry after it
}

// marks are the acts that change where a case stands; the rest is detail.
var marks = map[casework.ActName]bool{
	casework.ActRecord: true, casework.ActExtend: true, casework.ActAskStage2: true, casework.ActClose: true,
	casework.ActAskAppeal: true, casework.ActRefuseStage2: true, casework.ActExclude: true, casework.ActOverturn: true,
	casework.ActAgreeUpdates: true, casework.ActWithdraw: true, casework.ActReopen: true, casework.ActRecount: true,
	casework.ActSentInError: true, casework.ActVoid: true,
	casework.ActStartHazard: true, casework.ActHazardStep: true, casework.ActNotHazard: true,
	casework.ActRefer: true, casework.ActDetermine: true, casework.ActComply: true,
	casework.ActRestrict: true, casework.ActReviewLimit: true, casework.ActPassOn: true,
	casework.ActDied: true, casework.ActMoved: true, casework.ActProtect: true,

	casework.ActRecordPetition: true, casework.ActInvestigatePetition: true, casework.ActSetBoard: true, casework.ActPetitionReported: true,
	casework.ActRecordClaim: true, casework.ActVisitClaim: true, casework.ActSendClaim: true, casework.ActDecideClaim: true,
	casework.ActRecordFixed: true, casework.ActStartRepair: true, casework.ActAskSecond: true, casework.ActRepairDone: true, casework.ActEndRepair: true,
	casework.ActAnswerOffer: true, casework.ActPay: true, casework.ActPaidInError: true,
}

// isMark says whether an act changes where a case stands. Every letter that sets
// a date does, once it has gone (ruling 7).
func isMark(act casework.ActName) bool {
	for _, k := range casework.LetterKinds() {
		if k.SetsDate() && (act == casework.SendAct(k) || act == casework.ElsewhereAct(k)) {
			return true
		}
	}
	return marks[act]
}

// timeline shows the newest first. When something happened stands apart from
// when it was recorded. What was taken back stays, beside its taking back
// (ruling 16).
func timeline(history []register.Entry, today calendar.Date) []Event {
	events := make([]Event, 0, len(history))
	for i := len(history) - 1; i >= 0; i-- {
		e := history[i]
		event := Event{Day: dayShort(e.Happened, today), What: e.Summary, Who: e.Officer, Key: isMark(e.Act)}
		if recorded := calendar.Of(e.Recorded); recorded != e.Happened {
			event.Recorded = "recorded " + dayIn(recorded, today)
		}
		event.Back = i+1 < len(history) && history[i+1].Act == casework.ActTakeBack
		if e.Act == casework.ActTakeBack && i > 0 {
			event.Key = isMark(history[i-1].Act)
		}
		events = append(events, event)
	}
	return events
}

// dayShort is a day as narrow as the timeline's column, with its year in place
// of the weekday where that is another one.
func dayShort(d, today calendar.Date) string {
	if d.IsZero() || d.Year() == today.Year() {
		return d.Short()
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month().String()[:3], d.Year())
}

// Marks are the events that changed where the case stands.
func Marks(events []Event) []Event {
	var some []Event
	for _, e := range events {
		if e.Key {
			some = append(some, e)
		}
	}
	return some
}
