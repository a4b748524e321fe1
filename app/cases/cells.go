package cases

import (
	"fmt"
	"strings"

	"casebook/data/casework"
	"casebook/data/register"
)

// Left is the time left of a row and its tone: "6 working days late". A closed
// case says when it was closed, and one that owes nothing says nothing.
func (m *Model) Left(r register.Row) (string, casework.Tone) {
	switch {
	case r.Due.IsZero() && r.State != "" && r.State != register.IsOpen:
		return strings.TrimSpace(ended[r.State] + " " + r.Closed.Short()), casework.Ended
	case r.Due.IsZero():
		return "", ""
	}
	return casework.LeftOf(r.DueKind, r.Due, m.moment.Today, m.moment.Holidays)
}

// ended says how a case has ended.
var ended = map[register.State]string{
	register.IsClosed: "Closed", register.IsWithdrawn: "Withdrawn", register.IsNotAccepted: "Not accepted", register.InError: "In error",
}

// nexts say in a word what is next; a date by itself does not say what is owed
// on it.
var nexts = map[casework.DutyKind]string{
	casework.DutyAcknowledge: "acknowledge", casework.DutyRespond: "respond", casework.DutyRefuse: "refusal letter",
	casework.DutyUpdate: "update", casework.DutyHazard: "hazard", casework.DutyEvidence: "evidence", casework.DutyOrder: "order",
	casework.DutyPromise: "promise", casework.DutyWaiting: "waiting", casework.DutyReview: "review", casework.DutyWithdrawal: "confirm",
	casework.DutyRepair: "repair", casework.DutyFixed: "payment", casework.DutyApprove: "approve", casework.DutyPay: "pay",
}

// unstaged are what has no stages.
var unstaged = map[casework.Kind]string{
	casework.ServiceRequest: "Request", casework.Information: "Information",
	casework.PetitionKind: "Petition", casework.ClaimKind: "Claim", casework.FixedSum: "Payment",
}

// stageAndNext says at which stage a case is and which of its dates is next:
// "1, respond".
func stageAndNext(r register.Row) string {
	next := nexts[r.DueKind]
	if kind := unstaged[r.Kind]; kind != "" {
		return strings.TrimSuffix(kind+", "+next, ", ")
	}
	switch {
	case next == "" && r.Closed.IsZero():
		return fmt.Sprintf("%d, answered", r.Stage) // nothing is owed until it is closed or goes on
	case next == "":
		return fmt.Sprint(r.Stage)
	}
	return fmt.Sprintf("%d, %s", r.Stage, next)
}

// aboutAt is what it is about and the first line of the address, behind what
// has to be known first.
func aboutAt(r register.Row) string {
	street, _, _ := strings.Cut(r.Address, ",")
	words := strings.Trim(strings.TrimRight(r.About, ". ")+", "+street, ", ")
	if first := warnings(r); first != "" {
		return first + ": " + words
	}
	return words
}

// warnings say in words that a hazard or a risk is running, and that the case
// is confidential: never by colour or a mark alone.
func warnings(r register.Row) string {
	var all []string
	if r.Hazard {
		all = append(all, "Hazard")
	}
	switch r.Risk {
	case casework.RiskDanger:
		all = append(all, "Danger now")
	case casework.RiskSerious:
		all = append(all, "Serious risk")
	}
	if r.Confidential {
		all = append(all, "Confidential")
	}
	return strings.Join(all, ", ")
}

// resident is the name, or what stands for it (ruling 27).
func resident(r register.Row) string {
	if r.Resident == "" {
		return "Name not given"
	}
	return r.Resident
}

// handler is who has it, and whether that is a gap to be filled.
func handler(r register.Row) (name string, gap bool) {
	switch {
	case r.Handler != 0:
		return casework.ShortName(r.HandlerName), false
	case (r.Kind == casework.Complaint || r.Kind.Promised() || r.DueKind != "") && r.Closed.IsZero():
		return "Nobody", true
	}
	return "", false
}
